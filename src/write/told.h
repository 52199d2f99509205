/* A statement as a sentence, or as the headline, in the desk's own words. Private to write. */
#ifndef WRITE_TOLD_H
#define WRITE_TOLD_H

#include "write/statement.h"

/* The longest statement of the passage that shares no long run of words with a report; false, and
 * no passage in it, when there is none. */
bool told_read(
	const struct material *m, const struct passage *p, size_t words_max, struct statement *s);

/* Writes it: "On Monday 3 May, Rosa Thorne resigned as mayor, the Harrow Post reports." turn counts
 * the sentences so far and chooses the form. */
void told_write(
	struct material *m, const struct statement *s, size_t turn, struct draft_sentence *out);

/* The story's main fact as a headline, from the lead that shares most with the reports' titles;
 * false when no lead gives one. */
bool told_headline(struct material *m, struct draft_sentence *out);

#endif
