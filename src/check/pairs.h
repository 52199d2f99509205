/* pairs: which pairs of bytes stand in a text, by a hash: most phrases that are looked for need no
 * search. Private to check. */
#ifndef CHECK_PAIRS_H
#define CHECK_PAIRS_H

#include "base/base.h"

struct pairs {
	bool has[1024];
};

static inline size_t pair_at(struct str s, size_t at)
{
	return ((unsigned char)s.p[at] * 33u + (unsigned char)s.p[at + 1]) & 1023;
}

static inline struct pairs pairs_of(struct str text)
{
	struct pairs pairs = {{false}};
	for (size_t at = 0; at + 1 < text.n; at++)
		pairs.has[pair_at(text, at)] = true;
	return pairs;
}

/* False when the phrase, of two bytes at least, cannot stand in the text. */
static inline bool pairs_allow(const struct pairs *pairs, struct str phrase)
{
	return pairs->has[pair_at(phrase, 0)] && pairs->has[pair_at(phrase, phrase.n - 2)] &&
		pairs->has[pair_at(phrase, phrase.n / 2 - 1)];
}

#endif
