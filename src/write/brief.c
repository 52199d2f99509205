#include "write/material.h"
#include "write/write.h"

#define BRIEF_WORDS_MIN 5
#define BRIEF_OVERLAP 0.4
/* A sentence is compared with the beginnings of so many other reports: enough to see what they
 * share, and linear in the story. */
#define SUPPORT_REPORTS 12
#define SUPPORT_SENTENCES 40
#define SUPPORT_STEMS 5

/* How far another report says the same, 0 to 1. */
static double support_in(const struct material *m, const struct witness *w, const struct passage *p)
{
	double best = 0;
	for (size_t k = 0; k < w->count && k < SUPPORT_SENTENCES; k++) {
		struct stems stems = m->passages[w->first + k].stems;
		double overlap = stems.n >= SUPPORT_STEMS ? stems_overlap(stems, p->stems) : 0;
		best = overlap > best ? overlap : best;
	}
	return best;
}

/* How far the other reports say the same, on average. */
static double support(const struct material *m, const struct passage *p)
{
	double sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < m->count && n < SUPPORT_REPORTS; i++) {
		if (i == p->cite.report || m->witnesses[i].count == 0)
			continue;
		sum += support_in(m, &m->witnesses[i], p);
		n++;
	}
	return n > 0 ? sum / (double)n : 0;
}

/* The weights were chosen by ROUGE on two sets of stories with summaries by people. */
static double worth(const struct material *m, const struct passage *p)
{
	double worth = p->score + (p->position == 0 ? 0.8 : p->position < 3 ? 0.4 : 0);
	return worth * (1 + 0.01 * (double)p->item_count) + support(m, p);
}

static bool says_the_same(const struct material *m, const struct passage *p)
{
	for (size_t i = 0; i < m->passage_count; i++)
		if (m->passages[i].is_used && stems_overlap(m->passages[i].stems, p->stems) > BRIEF_OVERLAP)
			return true;
	return false;
}

/* The best passage that is neither used nor refused and has at most so many words; NULL at the end.
 */
static struct passage *next_best(const struct material *m, const double *worths, size_t words_left)
{
	struct passage *best = NULL;
	for (size_t i = 0; i < m->passage_count; i++) {
		struct passage *p = &m->passages[i];
		if (!p->is_used && !p->is_refused && p->item_count >= BRIEF_WORDS_MIN &&
			p->item_count <= words_left && (!best || worths[i] > worths[best - m->passages]))
			best = p;
	}
	return best;
}

/* Some pages repeat the headline as the first line of the text: it tells nothing that the headline
 * does not. */
static bool is_headline(const struct material *m, const struct passage *p)
{
	const struct report *r = &m->reports[p->cite.report];
	return p->position == 0 &&
		str_eq_nocase(str_trim(r->title), str_trim(span_text(r->text, p->cite.span)));
}

struct cite_vec write_brief(
	struct arena *a, const struct report *reports, size_t count, size_t words)
{
	struct material m;
	struct cite_vec cites = {0};
	const struct write_options options = {0};
	if (!material_open(&m, a, reports, count, &options, NULL))
		return cites;
	double *worths = ARENA_ARRAY(a, double, m.passage_count);
	for (size_t i = 0; i < m.passage_count; i++) {
		worths[i] = worth(&m, &m.passages[i]);
		m.passages[i].is_refused = m.passages[i].is_refused || is_headline(&m, &m.passages[i]);
	}
	const struct passage *lead = NULL;
	for (struct passage *p; (p = next_best(&m, worths, words)) != NULL;) {
		p->is_refused = says_the_same(&m, p);
		p->is_used = !p->is_refused;
		words -= p->is_used ? p->item_count : 0;
		lead = lead || !p->is_used ? lead : p;
	}
	/* The best is the news, so it leads; the others follow in the order of their reports. */
	if (lead)
		*VEC_ADD(a, &cites) = lead->cite;
	for (size_t i = 0; i < m.passage_count; i++)
		if (m.passages[i].is_used && &m.passages[i] != lead)
			*VEC_ADD(a, &cites) = m.passages[i].cite;
	return cites;
}
