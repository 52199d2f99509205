/* facts: what names, numbers, dates and quotations share. Inside text only. */
#ifndef TEXT_FACTS_H
#define TEXT_FACTS_H

#include "text/text.h"
#include "text/tokens.h"

/* text_dates over tokens that are there already (loaded with DATES, NUMBERS and SPEECH). */
struct date_vec dates_in(struct arena *a, const struct token_vec *tokens, struct str text,
	struct str language, struct when anchor);

/* A number at token i, in digits or simple words, with no unit: how many tokens it takes, 0 when
 * there is none. */
size_t small_number(
	const struct token_vec *tokens, struct str text, struct str language, size_t i, double *value);

/* A time of day at token i, which is a number: how many tokens it takes, 0 when there is none. */
size_t clock_at(const struct token_vec *tokens, struct str text, struct str language, size_t i,
	int *minute, bool *is_half_day);

/* text_names over tokens that are there already (loaded with LEXICON_ALL). */
struct name_vec names_in(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language);

#endif
