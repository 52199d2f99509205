/* Which runs of words of a draft stand word for word in the sources. Private to this module. */
#ifndef CHECK_PHRASES_H
#define CHECK_PHRASES_H

#include "check/parts.h"

struct phrase {
	size_t length;     /* words; 0 when no source has the word, 1 when only the word */
	uint32_t sentence; /* of the sources, counted through all; for runs of two and more */
	uint32_t place;    /* its first word, counted the same way */
	bool begins_clause, ends_clause; /* a mark or a border of the sentence is before, behind it */
};

/* Of the sources that are read by now. */
struct phrases *phrases_new(struct arena *a, const struct evidence *e);
/* The words of a draft as the sources' are counted: a word with hyphens is as many as it has parts,
 * since one outlet's "co-owner" is another's "co owner". 0 for what no source has. */
struct phrase_words {
	uint32_t *items;
	size_t n, capacity;
};
struct phrase_words phrases_read(
	const struct phrases *p, struct arena *a, const struct word_vec *words);
/* For each of them the longest run that begins with it. Time is linear but for a fixed number of
 * places that are tried for each word. */
struct phrase *phrases_find(
	const struct phrases *p, struct arena *a, const struct phrase_words *words);
/* The share of them that stand in this sentence of the sources in this order. */
double phrases_in_order(
	const struct phrases *p, struct arena *a, const struct phrase_words *words, size_t sentence);

#endif
