/* What the desk says in its own words: figures that several outlets give, figures that differ, the
 * timeline, tags. Private to write. */
#ifndef WRITE_FACTS_H
#define WRITE_FACTS_H

#include "write/said.h"

void figures_write(struct material *m, size_t most, const struct disagreement_vec *differing,
	struct sentence_vec *out);
void differ_write(
	struct material *m, const struct disagreement_vec *differing, struct sentence_vec *out);
/* The timeline, as far as the budget goes. */
void moments_write(struct material *m, size_t most, struct draft *draft);
void tags_write(const struct material *m, struct draft *draft);

#endif
