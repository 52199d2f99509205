/* same_name: when two words, or two names, are one. Private to check. */
#ifndef CHECK_SAME_NAME_H
#define CHECK_SAME_NAME_H

#include "base/base.h"

/* A word of a name that is looked for, and those that mean the same without looking alike. */
struct wanted {
	struct str word;
	struct str others; /* between blanks; empty when there are none */
};
struct wanted want(struct str folded_word);

/* Whether two folded words name the same: equal, one an inflection or the adjective of the other,
 * or in one row of the table. */
bool is_same_name(struct str folded, const struct wanted *w);

/* False for most words that is_same_name denies, at less cost. */
static inline bool may_be_same_name(struct str folded, const struct wanted *w)
{
	return w->others.n || folded.n == 0 || w->word.n == 0 || folded.p[0] == w->word.p[0];
}

#endif
