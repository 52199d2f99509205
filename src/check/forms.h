/* forms: the basic form of words that no stemmer finds, "went" to "go". Private to check. */
#ifndef CHECK_FORMS_H
#define CHECK_FORMS_H

#include "base/base.h"

/* The stem of the basic form of a folded English word; empty for a regular one. */
struct str form_stem(struct str form);

/* The irregular forms that have this stem, "went" and "gone" for "go"; how many. */
#define FORMS_OF_ONE 3
size_t forms_of(struct str stem, struct str found[FORMS_OF_ONE]);

/* The table, for its test. */
size_t form_count(void);
struct str form_at(size_t i);

#endif
