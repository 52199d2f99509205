/* forms: the basic form of words that no stemmer finds, "went" to "go". Private to check. */
#ifndef CHECK_FORMS_H
#define CHECK_FORMS_H

#include "base/base.h"

/* The stem of the basic form of a folded English word; empty for a regular one. */
struct str form_stem(struct str form);

/* The table, for its test. */
size_t form_count(void);
struct str form_at(size_t i);

#endif
