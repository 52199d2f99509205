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

static inline size_t opposite_hash(struct str language, struct str first, struct str second)
{
	uint64_t hash = hash_fast(first) * UINT64_C(0x9E3779B97F4A7C15) + hash_fast(second);
	return (size_t)(hash ^ hash_fast(language));
}

/* The kind of opposition between two words of a language, given as edit_word.key; NULL: none. */
const char *opposite_kind(struct str language, struct str key, struct str other);

#endif
