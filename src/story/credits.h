/* Whom a report credits: "(AP)", "Interfax reported", "citing the Harbour Post". Private to story.
 */
#ifndef STORY_CREDITS_H
#define STORY_CREDITS_H

#include "story/story.h"

struct credit {
	struct str name;  /* an agency's short name, or the outlet as the story has it; may be empty */
	struct span span; /* the sentence that says so; length 0 when byline or source does */
	bool is_text;     /* byline, dateline or source: the text is the agency's */
};

/* The short name of the agency that is named so ("Associated Press" -> "AP"); else the name. */
struct str agency_name(struct str name);

/* The agency whose text it is, else the first outlet of the list, or agency, that the text says it
 * has something from. */
struct credit find_credit(const struct report *r, const struct str_vec *outlets);

#endif
