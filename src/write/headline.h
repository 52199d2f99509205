/* Headline and standfirst. Private to write. */
#ifndef WRITE_HEADLINE_H
#define WRITE_HEADLINE_H

#include "write/material.h"

/* The best report's own headline, word for word, cited to that report's lead. Its words count on
 * that report's budget, which they may overdraw: a headline and a link are always allowed. Gives
 * the index of the report. */
size_t headline_choose(struct material *m, struct draft_sentence *out);

/* What a report's title is about. */
struct stems headline_stems(const struct material *m, size_t report);

/* How many outlets report, on whom and what, and when: in the desk's words. */
void standfirst_write(struct material *m, struct draft_sentence *out);

#endif
