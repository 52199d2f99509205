/* opposites: words that exclude each other in one place of a sentence. Private to check.
 *
 * The table is made while building from opposites.txt and, where it is installed, from WordNet. */
#ifndef CHECK_OPPOSITES_H
#define CHECK_OPPOSITES_H

#include "check/edit.h"

struct opposite {
	const char *language, *first, *second; /* stems; first before second */
	const char *kind;                      /* "antonym", "comparison", "order" or "converse" */
};
/* Open addressing: the places of opposite_hash on, one at least free. A place without language is
 * free. */
extern const struct opposite opposite_slots[];
extern const size_t opposite_mask; /* their count less 1 */

/* By hash_fast of the two words, in either order. */
static inline size_t opposite_hash(uint64_t hash, uint64_t other)
{
	uint64_t both = (hash + other) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(both ^ both >> 32);
}

/* The kind of opposition between two words of a language, given as edit_word.key; NULL: none. */
const char *opposite_kind(struct str language, struct str key, struct str other);
/* The same of words with their hashes. */
const char *opposite_words(
	struct str language, const struct edit_word *word, const struct edit_word *other);

#endif
