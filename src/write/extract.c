#include "write/extract.h"

#include "write/facts.h"
#include "write/headline.h"
#include "write/cues.h"
#include "write/quote.h"
#include "write/said.h"
#include "write/told.h"

#define HAPPENED_MAX 5
#define SAID_MAX 4
#define FIGURES_MAX 4
#define OTHERS_MAX 2
#define TOLD_WORDS 26
/* What is told is of the story's heart: at a report's top, or near its title. */
#define TOLD_POSITION 4
#define TOLD_OVERLAP 0.3
/* Sentences of outlets that stand beside those in the desk's own words. */
#define QUOTED_MAX 2
#define MOMENTS_MAX 8
#define QUOTE_FIRST_WORDS 34
#define QUOTE_BODY_WORDS 25
#define SAME_OVERLAP 0.5
#define SHORT_WORDS 10 /* a shorter sentence seldom tells much */
/* A story that one unlicensed voice tells: the standfirst and so many sentences. */
#define LONE_MAX 2
/* What the latest reports say is still true of "next" and "unknown" for so long. */
#define FRESH_S (36 * (int64_t)3600)

/* Why a passage may go into a section. */
typedef bool fits_section(const struct material *m, const struct passage *p);

struct passage_vec {
	struct passage **items;
	size_t n, capacity;
};

struct desk {
	struct material m;
	size_t lead_report;           /* whose headline was taken */
	size_t turn;                  /* quotations written so far */
	struct stems title;           /* of that headline */
	struct statement *statements; /* of each passage; those without one have no passage */
	struct passage_vec chosen[SECTION_COUNT];
	struct sentence_vec sections[SECTION_COUNT];
};

/* ---- Choosing ---- */

static bool is_told_already(const struct material *m, const struct passage *p)
{
	for (size_t i = 0; i < m->passage_count; i++)
		if (m->passages[i].is_used && &m->passages[i] != p &&
			stems_overlap(m->passages[i].stems, p->stems) > SAME_OVERLAP)
			return true;
	return false;
}

static size_t used_of(const struct material *m, size_t report)
{
	const struct witness *w = &m->witnesses[report];
	size_t used = 0;
	for (size_t i = w->first; i < w->first + w->count; i++)
		used += m->passages[i].is_used;
	return used;
}

static double lateness(const struct material *m, const struct witness *w)
{
	if (!m->spans_days || !when_is_known(w->report->published))
		return 0;
	return (double)(w->report->published.utc_s - m->first.utc_s) /
		(double)(m->last.utc_s - m->first.utc_s);
}

static struct statement *statement_of(const struct desk *d, const struct passage *p)
{
	struct statement *s = &d->statements[p - d->m.passages];
	return s->passage ? s : NULL;
}

/* The first sentence shall tell the main fact: what leads and the headline share. */
static double worth(const struct desk *d, const struct passage *p, bool is_first)
{
	const struct material *m = &d->m;
	const struct witness *w = &m->witnesses[p->cite.report];
	double worth = p->score + (w->is_native ? 1 : 0) + (p->fitness == FIT_GOOD ? 0.5 : 0);
	worth += p->position < 2 ? 0.3 : p->position < 5 ? 0.1 : 0;
	worth -= w->report->is_live_blog ? 0.5 : 0;
	worth -= p->words > 25 ? 0.1 : p->words < SHORT_WORDS ? 0.2 : 0;
	worth += (is_first ? 0.8 : 0.2) * stems_overlap(d->title, p->stems);
	if (is_first)
		worth += p->position < 2 ? 0.4 : 0;
	worth += (is_first ? 0.6 : 0.2) * lateness(m, w);
	worth += statement_of(d, p) ? is_first ? 0.3 : 0.6 : 0;
	return worth - 0.35 * (double)used_of(m, p->cite.report);
}

static struct passage *best_passage(
	struct desk *d, fits_section *fits, enum fitness least, bool is_first, bool is_told_only)
{
	struct passage *best = NULL;
	double most = 0;
	for (size_t i = 0; i < d->m.passage_count; i++) {
		struct passage *p = &d->m.passages[i];
		bool is_told = statement_of(d, p) != NULL;
		if (p->is_used || p->is_refused || (p->fitness < least && !is_told) ||
			(is_told_only && !is_told) || !material_may_quote(&d->m, p->cite.report) ||
			!fits(&d->m, p))
			continue;
		double w = worth(d, p, is_first);
		if ((best && w <= most) || is_told_already(&d->m, p))
			continue;
		best = p;
		most = w;
	}
	return best;
}

static size_t quoted_of(const struct desk *d, const struct passage_vec *v)
{
	size_t n = 0;
	for (size_t i = 0; i < v->n; i++)
		n += statement_of(d, v->items[i]) == NULL;
	return n;
}

static void choose(
	struct desk *d, enum section_kind kind, fits_section *fits, enum fitness least, size_t most)
{
	struct passage_vec *out = &d->chosen[kind];
	while (out->n < most) {
		bool is_first = kind == SECTION_HAPPENED && out->n == 0;
		struct passage *p = best_passage(d, fits, least, is_first, quoted_of(d, out) >= QUOTED_MAX);
		if (!p)
			return;
		struct statement *s = statement_of(d, p);
		if (s && told_read(&d->m, p, TOLD_WORDS, s)) {
			p->is_used = true;
			*VEC_ADD(d->m.a, out) = p;
			continue;
		}
		if (s) {
			if (p->fitness < least)
				continue;
		}
		if (quote_reserve(&d->m, p, is_first ? QUOTE_FIRST_WORDS : QUOTE_BODY_WORDS))
			*VEC_ADD(d->m.a, out) = p;
		else
			p->is_refused = true;
	}
}

/* ---- What fits where ---- */

static bool is_fresh(const struct material *m, const struct passage *p)
{
	struct when w = m->reports[p->cite.report].published;
	return !when_is_known(w) || m->last.utc_s - w.utc_s <= FRESH_S;
}

static bool is_unknown(const struct material *m, const struct passage *p)
{
	struct str language = m->witnesses[p->cite.report].language;
	bool is_neither = str_starts(p->flat, STR(" neither ")) || str_starts(p->flat, STR(" weder "));
	return is_fresh(m, p) && (is_neither || cues_has(WORDS_UNKNOWN, language, p->flat));
}

/* The latest day that the passage's core names, and whether all it names are full and absolute. */
static bool latest_day(
	const struct material *m, const struct passage *p, int64_t *day, bool *is_absolute)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct span core = material_span(m, p->cite.report, p->core);
	bool has_any = false;
	*is_absolute = true;
	for (size_t i = 0; i < w->dates.n; i++) {
		const struct date_mention *d = &w->dates.items[i];
		if (d->span.start < core.start || d->span.start >= core.start + core.length ||
			!when_is_known(d->when))
			continue;
		int64_t n = material_day_number(d->when) + (d->has_day ? 0 : d->has_month ? 31 : 366);
		*day = !has_any || n > *day ? n : *day;
		*is_absolute = *is_absolute && !d->is_relative;
		has_any = true;
	}
	return has_any;
}

static bool is_next(const struct material *m, const struct passage *p)
{
	struct str language = m->witnesses[p->cite.report].language;
	struct str core = cues_flatten(m->a, p->core);
	int64_t day = 0, last = material_day_number(m->last);
	bool is_absolute;
	if (!is_fresh(m, p) || !cues_has(WORDS_FUTURE, language, core))
		return false;
	if (latest_day(m, p, &day, &is_absolute))
		return last != INT64_MIN && day >= last;
	return cues_has(WORDS_PLANNED, language, core);
}

static bool is_background(const struct material *m, const struct passage *p)
{
	struct str language = m->witnesses[p->cite.report].language;
	int64_t day = 0;
	bool is_absolute;
	return when_is_known(m->first) && latest_day(m, p, &day, &is_absolute) && is_absolute &&
		day + 2 < material_day_number(m->first) && !cues_has(WORDS_FUTURE, language, p->flat);
}

static bool is_news(const struct material *m, const struct passage *p)
{
	return !is_background(m, p) && !is_unknown(m, p);
}

/* ---- The draft ---- */

static size_t sentences_of(const struct desk *d)
{
	size_t n = 0;
	for (size_t k = 0; k < SECTION_COUNT; k++)
		n += d->sections[k].n + d->chosen[k].n;
	return n;
}

static bool is_lone(const struct material *m)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->witnesses[i].is_free)
			return false;
	return material_voices(m) < 2;
}

/* Behind the first sentence, which tells the main fact, by time. */
static void order_by_time(struct passage_vec *v)
{
	for (size_t i = 2; i < v->n; i++)
		for (size_t k = i; k > 1 && v->items[k]->cite.report < v->items[k - 1]->cite.report; k--) {
			struct passage *p = v->items[k];
			v->items[k] = v->items[k - 1];
			v->items[k - 1] = p;
		}
}

static void write_section(struct desk *d, enum section_kind kind)
{
	struct passage_vec *v = &d->chosen[kind];
	if (d->m.spans_days)
		order_by_time(v);
	for (size_t i = 0; i < v->n; i++) {
		struct draft_sentence *out = VEC_ADD(d->m.a, &d->sections[kind]);
		const struct statement *s = statement_of(d, v->items[i]);
		if (s)
			told_write(&d->m, s, d->turn++, out);
		else
			quote_write(&d->m, v->items[i], kind == SECTION_BACKGROUND ? QUOTE_PAST : QUOTE_BODY,
				d->turn++, out);
	}
}

static void fill_lone(struct desk *d)
{
	choose(d, SECTION_HAPPENED, is_news, FIT_GOOD, 1);
	said_write(&d->m, 1, &d->sections[SECTION_SAID]);
	size_t left = LONE_MAX - d->sections[SECTION_SAID].n;
	choose(d, SECTION_HAPPENED, is_news, FIT_GOOD, left);
	choose(d, SECTION_HAPPENED, is_news, FIT_WEAK, left);
}

static void fill_sections(struct desk *d, struct draft *draft)
{
	struct disagreement_vec differing = story_disagreements(d->m.a, d->m.reports, d->m.count);
	size_t voices = material_voices(&d->m);
	draft->disagreements = differing.items;
	draft->disagreement_count = differing.n;
	/* People come before outlets when the budget is short. */
	choose(d, SECTION_HAPPENED, is_news, FIT_GOOD, 2);
	said_write(&d->m, SAID_MAX, &d->sections[SECTION_SAID]);
	choose(d, SECTION_HAPPENED, is_news, FIT_GOOD,
		voices + 1 < HAPPENED_MAX ? voices + 1 : HAPPENED_MAX);
	choose(d, SECTION_UNKNOWN, is_unknown, FIT_GOOD, OTHERS_MAX);
	choose(d, SECTION_NEXT, is_next, FIT_GOOD, OTHERS_MAX);
	choose(d, SECTION_BACKGROUND, is_background, FIT_GOOD, OTHERS_MAX);
	if (d->chosen[SECTION_HAPPENED].n == 0)
		choose(d, SECTION_HAPPENED, is_news, FIT_WEAK, 2);
	figures_write(&d->m, FIGURES_MAX, &differing, &d->sections[SECTION_FIGURES]);
	differ_write(&d->m, &differing, &d->sections[SECTION_DIFFER]);
	moments_write(&d->m, MOMENTS_MAX, draft);
}

static void collect_sections(struct desk *d, struct draft *draft)
{
	draft->sections = ARENA_ARRAY(d->m.a, struct section, SECTION_COUNT);
	for (int k = 0; k < SECTION_COUNT; k++)
		if (d->sections[k].n > 0)
			draft->sections[draft->section_count++] =
				(struct section){(enum section_kind)k, d->sections[k].items, d->sections[k].n};
}

static void read_statements(struct desk *d)
{
	d->statements = ARENA_ARRAY(d->m.a, struct statement, d->m.passage_count);
	for (size_t i = 0; i < d->m.passage_count; i++) {
		struct passage *p = &d->m.passages[i];
		struct statement *s = &d->statements[i];
		bool is_near =
			p->position < TOLD_POSITION || stems_overlap(d->title, p->stems) >= TOLD_OVERLAP;
		if (!is_near || !statement_read(&d->m, p, TOLD_WORDS, s))
			s->passage = NULL;
		else if (p->core.n == 0)
			p->core = p->whole;
	}
}

static bool write_extract(struct arena *a, const struct report *reports, size_t count,
	const struct write_options *options, struct draft *draft, struct err *err)
{
	struct desk *d = ARENA_NEW(a, struct desk);
	*draft = (struct draft){.writer = STR("extract")};
	if (!material_open(&d->m, a, reports, count, options, err))
		return false;
	draft->language = d->m.phrases->language;
	d->lead_report = headline_choose(&d->m);
	if (d->lead_report == count)
		return err_set(err, ERR_INPUT, "none of the story's %zu reports has a title", count);
	d->title = headline_stems(&d->m, d->lead_report);
	if (!told_headline(&d->m, &draft->headline))
		headline_take(&d->m, d->lead_report, &draft->headline);
	read_statements(d);
	if (is_lone(&d->m))
		fill_lone(d);
	else
		fill_sections(d, draft);
	if (sentences_of(d) == 0)
		return err_set(err, ERR_INPUT,
			"no sentence of the story's %zu reports stands alone within the extract budget", count);
	standfirst_write(&d->m, &draft->standfirst);
	for (int k = 0; k < SECTION_COUNT; k++)
		write_section(d, (enum section_kind)k);
	tags_write(&d->m, draft);
	collect_sections(d, draft);
	return true;
}

const struct writer writer_extract = {.name = "extract", .write = write_extract};
