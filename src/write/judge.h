/* Whether a source sentence may be quoted, and how much of it. Private to write. */
#ifndef WRITE_JUDGE_H
#define WRITE_JUDGE_H

#include "write/material.h"

#define QUOTE_WORDS_MIN 6
#define QUOTE_WORDS_WEAK 8
#define QUOTE_WORDS_MAX 34

/* Sets core, is_cut, words, has_relative_day and fitness of the passage from its text. */
void judge_passage(struct arena *a, const struct witness *w, struct passage *p);

/* The part of the core that ends at a clause border and has at most so many words; the core itself
 * when it is that short, the empty string when there is no such part. */
struct str judge_clause(
	const struct witness *w, const struct passage *p, struct str core, size_t words_max);

/* Whether a finite verb stands in the passage before this byte of the report, from start on. */
bool judge_has_verb(const struct witness *w, const struct passage *p, struct span part);

/* Quotation marks and brackets of the text come in pairs. */
bool judge_is_balanced(struct str text);

#endif
