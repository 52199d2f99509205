#include "check/parts.h"

/* The sentences of all sources in one row, and by word, number and date the sentences that have it:
 * what a sentence of the draft is compared with, instead of with all of them. */

static void add_places(struct postings *p, const struct evidence *e)
{
	size_t row = 0;
	p->places = ARENA_ARRAY(e->a, struct sentence_place, e->sentence_count + 1);
	for (size_t r = 0; r < e->count; r++)
		for (size_t i = 0; i < e->sources[r]->sentences.n; i++)
			p->places[row++] = (struct sentence_place){(uint32_t)r, (uint32_t)i};
}

static void add_rows(struct postings *p, const struct evidence *e)
{
	size_t ids = e->ids.n, total = 0;
	struct arena scratch = {0};
	uint32_t *last = ARENA_ARRAY(&scratch, uint32_t, ids + 1); /* row by id, + 1 */
	size_t *end = ARENA_ARRAY(&scratch, size_t, ids + 1);
	p->first = ARENA_ARRAY(e->a, size_t, ids + 1);
	for (size_t id = 0; id < ids; id++) {
		p->first[id] = end[id] = total;
		total += e->sentences_with.items[id];
	}
	p->first[ids] = total;
	p->rows = ARENA_ARRAY(e->a, uint32_t, total + 1);
	for (uint32_t row = 0; row < e->sentence_count; row++) {
		const struct witness *s = e->sources[p->places[row].report];
		size_t i = p->places[row].sentence;
		for (size_t t = s->first_token[i]; t < s->first_token[i + 1]; t++) {
			uint32_t id = s->tokens.items[t].id;
			if (last[id] != row + 1)
				p->rows[end[id]++] = row;
			last[id] = row + 1;
		}
	}
	arena_free(&scratch);
}

struct postings *evidence_postings(struct evidence *e)
{
	if (e->postings)
		return e->postings;
	for (size_t r = 0; r < e->count; r++)
		(void)evidence_source(e, r);
	struct postings *p = e->postings = ARENA_NEW(e->a, struct postings);
	add_places(p, e);
	add_rows(p, e);
	p->has = ARENA_ARRAY(e->a, uint64_t, e->sentence_count + 1);
	p->touched = ARENA_ARRAY(e->a, uint32_t, e->sentence_count + 1);
	return p;
}

void postings_clear(struct postings *p)
{
	for (size_t i = 0; i < p->touched_count; i++)
		p->has[p->touched[i]] = 0;
	p->touched_count = 0;
}

void postings_mark(struct postings *p, uint32_t id, uint64_t bit)
{
	for (size_t k = p->first[id]; k < p->first[id + 1]; k++) {
		uint32_t row = p->rows[k];
		if (p->has[row] == 0)
			p->touched[p->touched_count++] = row;
		p->has[row] |= bit;
	}
}
