/* A stemmer that is kept open for many words. Private to this module. */
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include "text/rules.h"

/* Longer than any word of a language; what is longer is no word and stays as it is. */
#define STEM_LONGEST 96

struct sb_stemmer;

struct stemmer {
	const struct rules *rules;
	struct sb_stemmer *snowball; /* opened for the first word that wants it */
};

struct stemmer stemmer_open(const struct rules *rules);
struct str stemmer_stem(struct stemmer *s, struct arena *a, struct str folded_word);
void stemmer_close(struct stemmer *s);

/* As libstemmer's "english" does, for words of ASCII; false for others. */
bool stem_english(struct arena *a, struct str word, struct str *out);

#endif
