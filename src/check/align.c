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
	size_t report, sentence;
	size_t at; /* counted through all sources */
	uint64_t items;
	double gain;
};

static bool is_cited(const struct subject *s, size_t report, struct span sentence)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report && s->cites.items[i].span.start == sentence.start)
			return true;
	return false;
}

static struct candidate best_sentence(
	const struct subject *subject, const struct content *c, uint64_t told)
{
	struct candidate best = {0};
	size_t at = 0;
	for (size_t r = 0; r < subject->e->count; r++) {
		const struct witness *s = evidence_source(subject->e, r);
		for (size_t i = 0; i < s->sentences.n; i++) {
			uint64_t items = c->has[at++];
			if (items == 0)
				continue;
			double gain =
				content_weight(c, items & ~told) + SAID_AGAIN * content_weight(c, items & told);
			double length = (double)(s->first_token[i + 1] - s->first_token[i]);
			gain *= 1 - fmin(length, WORDS_ELSE_MOST) * PER_WORD_ELSE;
			if (gain > best.gain && !is_cited(subject, r, s->sentences.items[i]))
				best = (struct candidate){r, i, at - 1, items, gain};
		}
	}
	return best;
}

void align(struct subject *s)
{
	struct arena scratch = {0};
	for (size_t r = 0; r < s->e->count; r++) /* read all first: ids grow with them */
		(void)evidence_source(s->e, r);
	struct content c = content_read(&scratch, s);
	struct coverage has = {0};
	s->cites.n = 0;
	for (int i = 0; i < CITES_AT_MOST; i++) {
		struct candidate best = best_sentence(s, &c, has.three);
		if (best.gain <= 0)
			break;
		const struct witness *source = evidence_source(s->e, best.report);
		if (i == 0) {
			has.one = best.items;
			has.best = best.at;
		}
		has.three |= best.items;
		*VEC_ADD(s->a, &s->cites) =
			(struct cite){best.report, source->sentences.items[best.sentence]};
	}
	for (size_t i = 0; i < c.n; i++)
		has.any |= (uint64_t)c.items[i].is_known << i;
	s->coverage = c.total > 0 ? content_weight(&c, has.three) / c.total : 1;
	read_traits(s, &c, &has);
	arena_free(&scratch);
}

double coverage_of_cites(struct subject *s)
{
	struct arena scratch = {0};
	uint64_t told = 0;
	for (size_t i = 0; i < s->cites.n; i++)
		(void)evidence_source(s->e, s->cites.items[i].report);
	struct content c = content_read(&scratch, s);
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct witness *source = evidence_source(s->e, s->cites.items[i].report);
		for (size_t t = 0; t < source->tokens.n; t++)
			if (span_has(s->cites.items[i].span, source->tokens.items[t].start))
				told |= c.bit[source->tokens.items[t].id];
	}
	double share = c.total > 0 ? content_weight(&c, told) / c.total : 1;
	arena_free(&scratch);
	return share;
}
