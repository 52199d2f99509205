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
extern const struct opposite opposites[]; /* sorted by language, first, second */
extern const size_t opposite_count;

/* The kind of opposition between two words of a language, given as edit_word.key; NULL: none. */
const char *opposite_kind(struct str language, struct str key, struct str other);

#endif
