/* What a sentence of the draft says, as a set of items that sentences of the sources have or lack.
 * Private to this module. */
#ifndef CHECK_CONTENT_H
#define CHECK_CONTENT_H

#include "check/parts.h"

#define CONTENT_MOST 64 /* items that are looked at, so that a set of them is one word */

enum content_kind { CONTENT_WORD, CONTENT_NAME, CONTENT_AMOUNT };

struct content_item {
	struct span span; /* where it stands first */
	enum content_kind kind;
	bool is_known; /* a source has it */
	uint32_t id;   /* in evidence.ids when it is known */
	double weight; /* how much it tells: the fewer sentences have it, the more */
};

struct content {
	struct content_item items[CONTENT_MOST]; /* words in order, then numbers, then dates */
	size_t n;
	double total; /* weight of all */
};

/* Reads s->text against the sources that were read so far (evidence_source). */
struct content content_read(struct arena *a, struct subject *s);
/* Marks in the postings which of the items each sentence of the sources has. */
void content_mark(const struct content *c, struct postings *p);
double content_weight(const struct content *c, uint64_t items);

#endif
