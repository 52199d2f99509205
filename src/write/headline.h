/* Headline and standfirst. Private to write. */
#ifndef WRITE_HEADLINE_H
#define WRITE_HEADLINE_H

#include "write/material.h"

/* The report whose headline tells the story best; the count of reports when none has one. */
size_t headline_choose(const struct material *m);

/* That headline, word for word, cited to its report's lead. Its words count on the report's budget,
 * which they may overdraw: a headline and a link are always allowed. */
void headline_take(struct material *m, size_t report, struct draft_sentence *out);

/* What a report's title is about. */
struct stems headline_stems_of(const struct material *m, struct str text, struct str language);
struct stems headline_stems(const struct material *m, size_t report);

/* How many outlets report, on whom and what, and when: in the desk's words. */
void standfirst_write(struct material *m, struct draft_sentence *out);

#endif
