/* facts: what names, numbers, dates and quotations share. Inside text only. */
#ifndef TEXT_FACTS_H
#define TEXT_FACTS_H

#include "text/text.h"
#include "text/tokens.h"

/* text_numbers over tokens that are there already, and the dates found without an anchor. */
struct number_vec numbers_in(struct arena *a, const struct token_vec *tokens,
	const struct date_vec *dates, struct str text, struct str language);

/* text_dates over tokens that are there already. */
struct date_vec dates_in(struct arena *a, const struct token_vec *tokens, struct str text,
	struct str language, struct when anchor);

/* A number at token i, in digits or simple words, with no unit: how many tokens it takes, 0 when
 * there is none. */
size_t small_number(
	const struct token_vec *tokens, struct str text, struct str language, size_t i, double *value);

/* A time of day at token i, which is a number: how many tokens it takes, 0 when there is none. */
size_t clock_at(const struct token_vec *tokens, struct str text, struct str language, size_t i,
	int *minute, bool *is_half_day);

struct clock_time_vec clock_times_in(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language);

/* text_names over tokens that are there already (tokens_with_all). */
struct name_vec names_in(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language);

/* text_quotations over quotations without speakers (quote_marks), and the tokens_with_all and names
 * of the text. */
struct quotation_vec quotations_in(struct arena *a, struct quotation_vec quotes,
	const struct token_vec *tokens, const struct name_vec *names, struct str text,
	struct str language);

#endif
