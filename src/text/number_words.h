/* number_words: numbers that are spelled out, "two hundred and twenty", "dreiundzwanzig". Inside
 * text only. */
#ifndef TEXT_NUMBER_WORDS_H
#define TEXT_NUMBER_WORDS_H

#include "text/tokens.h"

struct spelled {
	double value;
	size_t tokens; /* how many it takes */
	bool is_ordinal;
	bool is_vague;    /* dozens, thousands: the least that it can be is the value */
	bool is_scaled;   /* ends with hundred, million, dozen: "of" may follow */
	bool is_bare_one; /* "one" alone, which is often a pronoun */
};

/* The number spelled from token i on. False when there is none. */
bool spelled_number(
	const struct token_vec *tokens, struct str language, size_t i, struct spelled *number);

/* What a scale word multiplies by, or 0. */
double number_code_value(uint64_t cues);

#endif
