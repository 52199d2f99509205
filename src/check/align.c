#include "check/content.h"

#include <math.h>

#define CITES_AT_MOST 3
/* What a second and a third sentence say again counts this much: of two that tell the same, a
 * reader wants both before one that shares a single common word. */
#define SAID_AGAIN 0.3
/* Of two sentences that tell the same, the one that says less else. */
#define PER_WORD_ELSE 0.002
#define WORDS_ELSE_MOST 100

struct candidate {
	size_t row; /* of the postings */
	double gain;
};

static struct candidate best_sentence(const struct evidence *e, const struct content *c,
	uint64_t told, const size_t *chosen, size_t chosen_count)
{
	struct candidate best = {0};
	const struct postings *p = e->postings;
	for (size_t k = 0; k < p->touched_count; k++) {
		size_t row = p->touched[k], i = p->places[row].sentence;
		const struct witness *s = e->sources[p->places[row].report];
		double gain = content_weight(c, p->has[row] & ~told) +
			SAID_AGAIN * content_weight(c, p->has[row] & told);
		double length = (double)(s->first_token[i + 1] - s->first_token[i]);
		gain *= 1 - fmin(length, WORDS_ELSE_MOST) * PER_WORD_ELSE;
		bool is_chosen = false;
		for (size_t j = 0; j < chosen_count; j++)
			is_chosen = is_chosen || chosen[j] == row;
		if (!is_chosen && (gain > best.gain || (gain == best.gain && gain > 0 && row < best.row)))
			best = (struct candidate){row, gain};
	}
	return best;
}

void align(struct subject *s)
{
	struct arena scratch = {0};
	struct coverage has = {0};
	struct postings *p = evidence_postings(s->e); /* reads all first: ids grow with them */
	struct content c = content_read(&scratch, s);
	size_t chosen[CITES_AT_MOST] = {0};
	content_mark(&c, p);
	s->cites.n = 0;
	while (s->cites.n < CITES_AT_MOST) {
		struct candidate best = best_sentence(s->e, &c, has.three, chosen, s->cites.n);
		if (best.gain <= 0)
			break;
		if (s->cites.n == 0) {
			has.one = p->has[best.row];
			has.best = best.row;
		}
		has.three |= p->has[best.row];
		chosen[s->cites.n] = best.row;
		struct sentence_place place = p->places[best.row];
		*VEC_ADD(s->a, &s->cites) = (struct cite){
			place.report, s->e->sources[place.report]->sentences.items[place.sentence]};
	}
	for (size_t i = 0; i < c.n; i++)
		has.any |= (uint64_t)c.items[i].is_known << i;
	s->coverage = c.total > 0 ? content_weight(&c, has.three) / c.total : 1;
	read_traits(s, &c, &has);
	arena_free(&scratch);
}

/* The items that the source has inside the span. */
static uint64_t items_in(const struct content *c, const struct witness *source, struct span span)
{
	uint64_t items = 0;
	for (size_t t = 0; t < source->tokens.n; t++)
		for (size_t i = 0; i < c->n && span_has(span, source->tokens.items[t].start); i++)
			if (c->items[i].is_known && c->items[i].id == source->tokens.items[t].id)
				items |= UINT64_C(1) << i;
	return items;
}

double coverage_of_cites(struct subject *s)
{
	struct arena scratch = {0};
	uint64_t told = 0;
	for (size_t i = 0; i < s->cites.n; i++)
		(void)evidence_source(s->e, s->cites.items[i].report);
	struct content c = content_read(&scratch, s);
	for (size_t i = 0; i < s->cites.n; i++)
		told |=
			items_in(&c, evidence_source(s->e, s->cites.items[i].report), s->cites.items[i].span);
	double share = c.total > 0 ? content_weight(&c, told) / c.total : 1;
	arena_free(&scratch);
	return share;
}
