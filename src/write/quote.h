/* A source sentence as a sentence of the draft: in quotation marks, with the outlet's name. Private
 * to write. */
#ifndef WRITE_QUOTE_H
#define WRITE_QUOTE_H

#include "write/material.h"

enum quote_form {
	QUOTE_BODY,   /* in a section: the forms take turns */
	QUOTE_MOMENT, /* in the timeline: outlet, colon, quotation */
};

/* Quotes the passage's core, or its first clause when the core is over words_max. Spends the budget
 * and marks the passage as used; false, with nothing spent, when it can't be quoted. turn counts
 * the quotations so far and chooses the form. */
bool quote_passage(struct material *m, struct passage *p, enum quote_form form, size_t words_max,
	size_t turn, struct draft_sentence *out);

#endif
