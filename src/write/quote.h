/* A source sentence as a sentence of the draft: in quotation marks, with the outlet's name. Private
 * to write. */
#ifndef WRITE_QUOTE_H
#define WRITE_QUOTE_H

#include "write/material.h"

enum quote_form {
	QUOTE_BODY,   /* in a section: the forms take turns */
	QUOTE_PAST,   /* the same, of what has dates of its own */
	QUOTE_MOMENT, /* in the timeline: outlet, colon, quotation */
};

/* Takes the passage's core, or its first clause when the core is over words_max, from the budget
 * and marks it as used; false, with nothing spent, when it can't be quoted. */
bool quote_reserve(struct material *m, struct passage *p, size_t words_max);

/* Writes a reserved passage. turn counts the quotations so far and chooses the form. */
void quote_write(struct material *m, struct passage *p, enum quote_form form, size_t turn,
	struct draft_sentence *out);

#endif
