/* A stemmer that is kept open for many words. Private to this module. */
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include "text/rules.h"

struct sb_stemmer;

struct stemmer {
	const struct rules *rules;
	struct sb_stemmer *snowball; /* NULL: rules of our own, or none */
};

struct stemmer stemmer_open(const struct rules *rules);
struct str stemmer_stem(struct stemmer *s, struct arena *a, struct str folded_word);
void stemmer_close(struct stemmer *s);

#endif
