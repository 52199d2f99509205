#include "write/material.h"
#include "write/write.h"

#define BRIEF_WORDS_MIN 5
#define BRIEF_OVERLAP 0.55

/* ROUGE-driven weights: see docs/measurements.md. */
static double worth(const struct passage *p)
{
	double worth = p->score;
	worth += p->position == 0 ? 0.4 : p->position < 3 ? 0.15 : 0;
	worth += p->fitness == FIT_GOOD ? 0.1 : p->fitness == FIT_WEAK ? 0.05 : 0;
	return worth;
}

static bool says_the_same(const struct material *m, const struct passage *p)
{
	for (size_t i = 0; i < m->passage_count; i++)
		if (m->passages[i].is_used && stems_overlap(m->passages[i].stems, p->stems) > BRIEF_OVERLAP)
			return true;
	return false;
}

static struct passage *next_best(const struct material *m, size_t words_left)
{
	struct passage *best = NULL;
	for (size_t i = 0; i < m->passage_count; i++) {
		struct passage *p = &m->passages[i];
		if (p->is_used || p->is_refused || p->item_count < BRIEF_WORDS_MIN ||
			p->item_count > words_left)
			continue;
		if (!best || worth(p) > worth(best))
			best = p;
	}
	return best;
}

struct cite_vec write_brief(
	struct arena *a, const struct report *reports, size_t count, size_t words)
{
	struct material m;
	struct cite_vec cites = {0};
	const struct write_options options = {0};
	if (!material_open(&m, a, reports, count, &options, NULL))
		return cites;
	for (struct passage *p; (p = next_best(&m, words)) != NULL;) {
		if (says_the_same(&m, p)) {
			p->is_refused = true;
			continue;
		}
		p->is_used = true;
		words -= p->item_count;
	}
	for (size_t i = 0; i < m.passage_count; i++)
		if (m.passages[i].is_used)
			*VEC_ADD(a, &cites) = m.passages[i].cite;
	return cites;
}
