/* counted: which noun a number counts. Inside text only. */
#ifndef TEXT_COUNTED_H
#define TEXT_COUNTED_H

#include "text/tokens.h"

/* The noun that is counted by the number from token `first` to `last` ("drones" in "355 strike
 * drones"); length 0 when there is none. `is_single`: the number is 1 or an ordinal. */
struct span counted_noun(
	const struct token_vec *tokens, struct str language, size_t first, size_t last, bool is_single);

#endif
