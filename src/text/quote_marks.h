/* quote_marks: where quotations begin and end, by their marks alone. Inside text only. */
#ifndef TEXT_QUOTE_MARKS_H
#define TEXT_QUOTE_MARKS_H

#include "text/text.h"

/* Quotations in order, without speakers. */
struct quotation_vec quote_marks(struct arena *a, struct str text);

#endif
