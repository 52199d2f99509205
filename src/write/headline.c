#include "write/headline.h"

#include "write/cues.h"
#include "write/judge.h"

#define NAMES_MAX 3

/* ---- Headline ---- */

static struct stems title_stems(struct arena *a, struct str title, struct str language)
{
	struct word_vec words = text_words(a, title, language);
	struct passage as_passage = {.items = words.items, .item_count = words.n};
	return material_stems(a, &as_passage, (struct span){0, title.n});
}

struct stems headline_stems_of(const struct material *m, struct str text, struct str language)
{
	return title_stems(m->a, text, language);
}

struct stems headline_stems(const struct material *m, size_t report)
{
	return title_stems(m->a, m->reports[report].title, m->witnesses[report].language);
}

/* How much of the title's words the other reports' leads carry: a title that tells the main fact
 * shares much with all of them. */
static double title_support(const struct material *m, size_t report, struct str title)
{
	struct arena scratch = {0};
	struct stems stems = title_stems(&scratch, title, m->witnesses[report].language);
	double sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < m->count; i++) {
		double best = 0;
		const struct witness *w = &m->witnesses[i];
		if (w->origin != i || w->count == 0)
			continue;
		for (size_t k = w->first; k < w->first + w->count && k < w->first + 4; k++) {
			double overlap = stems_overlap(stems, m->passages[k].stems);
			best = overlap > best ? overlap : best;
		}
		sum += best;
		n++;
	}
	arena_free(&scratch);
	return n > 0 ? sum / (double)n : 0;
}

/* "Brackwell Herald - Councillors vote": what the page left in the title. */
static bool has_outlet(struct str title, struct str outlet)
{
	if (str_starts(outlet, STR("The ")))
		outlet = str_from(outlet, 4);
	return outlet.n > 3 && str_find_nocase(title, outlet, 0) != STR_NONE;
}

static double title_score(const struct material *m, size_t report)
{
	const struct witness *w = &m->witnesses[report];
	struct str title = w->report->title;
	struct arena scratch = {0};
	struct str flat = cues_flatten(&scratch, title);
	size_t words = 0;
	for (size_t i = 1; i < flat.n; i++)
		words += flat.p[i] == ' ';
	double score = title_support(m, report, title);
	score += w->is_native ? 2 : 0;
	score += w->origin == report ? 0.5 : 0;
	score -= str_find_char(title, '?', 0) != STR_NONE ? 1 : 0;
	score -= judge_is_balanced(title) ? 0 : 0.6;
	score -= has_outlet(title, w->outlet) ? 0.6 : 0;
	score -= cues_has(WORDS_CLICKBAIT, w->language, flat) ? 0.6 : 0;
	score -= w->report->is_live_blog ? 1 : 0;
	score -= words < 5 ? 0.4 : words > 14 ? 0.2 : 0;
	if (m->spans_days && when_is_known(w->report->published))
		score += 0.6 * (double)(w->report->published.utc_s - m->first.utc_s) /
			(double)(m->last.utc_s - m->first.utc_s);
	arena_free(&scratch);
	return score;
}

static const struct passage *lead_of(const struct material *m, size_t report)
{
	const struct witness *w = &m->witnesses[report];
	for (size_t k = w->first; k < w->first + w->count; k++)
		if (m->passages[k].item_count >= 6 && !str_eq(m->passages[k].text, w->report->title))
			return &m->passages[k];
	return &m->passages[w->first];
}

size_t headline_choose(const struct material *m)
{
	size_t best = m->count;
	double most = 0;
	for (size_t i = 0; i < m->count; i++) {
		const struct witness *w = &m->witnesses[i];
		if (w->count == 0 || w->report->title.n == 0)
			continue;
		double score = title_score(m, i);
		if (best == m->count || score > most) {
			best = i;
			most = score;
		}
	}
	return best;
}

void headline_take(struct material *m, size_t report, struct draft_sentence *out)
{
	struct witness *w = material_purse(m, report);
	struct str title = m->reports[report].title;
	size_t words = text_words(m->a, title, m->witnesses[report].language).n;
	w->words_left -= words < w->words_left ? words : w->words_left;
	*out = (struct draft_sentence){.text = title, .wording = WORDING_HEADLINE};
	material_cite(m, &out->cites, lead_of(m, report)->cite, true);
}

/* ---- Standfirst ---- */

/* "Penhallow" beside "Penhallow Group" says nothing more. */
static bool is_said(const struct str *names, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(names[i], name, 0) != STR_NONE || str_find(name, names[i], 0) != STR_NONE)
			return true;
	return false;
}

/* Names that a reader would take for what the story is about, each in a cited sentence. */
static size_t choose_names(const struct material *m, struct cite_vec *cites, struct str *names)
{
	size_t n = 0;
	for (size_t i = 0; i < m->names.n && n < NAMES_MAX; i++) {
		struct str name = m->names.items[i].name;
		const struct passage *best = NULL;
		if (is_said(names, n, name) || material_is_outlet(m, name) || material_is_shouted(name))
			continue;
		bool is_covered = false;
		for (size_t k = 0; k < cites->n && !is_covered; k++)
			is_covered =
				str_find(span_text(m->reports[cites->items[k].report].text, cites->items[k].span),
					name, 0) != STR_NONE;
		for (size_t k = 0; k < m->passage_count && !is_covered; k++) {
			const struct passage *p = &m->passages[k];
			const struct witness *w = &m->witnesses[p->cite.report];
			if (w->origin == p->cite.report && w->is_native &&
				str_find(p->text, name, 0) != STR_NONE && (!best || p->score > best->score))
				best = p;
		}
		if (!is_covered && (!best || cites->n >= 3))
			continue;
		if (!is_covered)
			material_cite(m, cites, best->cite, true);
		names[n++] = name;
	}
	return n;
}

/* Outlets in order of their first report that has a sentence to cite, each once. */
static size_t list_outlets(const struct material *m, struct str *outlets)
{
	size_t n = 0;
	for (size_t i = 0; i < m->count; i++) {
		bool is_new = m->witnesses[i].count > 0;
		for (size_t k = 0; k < n && is_new; k++)
			is_new = !str_eq(outlets[k], m->witnesses[i].outlet);
		if (is_new)
			outlets[n++] = m->witnesses[i].outlet;
	}
	return n;
}

static const struct witness *latest_of(const struct material *m)
{
	const struct witness *last = NULL;
	for (size_t i = 0; i < m->count; i++) {
		const struct witness *w = &m->witnesses[i];
		if (w->count == 0)
			continue;
		if (!last ||
			(when_is_known(w->report->published) &&
				(!when_is_known(last->report->published) ||
					w->report->published.utc_s > last->report->published.utc_s)))
			last = w;
	}
	BUG_ON(!last); /* material_open refuses reports without any sentence */
	return last;
}

/* An outlet that the sentence names is cited: the lead of its first report. */
static void cite_outlet(const struct material *m, struct cite_vec *cites, struct str outlet)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->witnesses[i].count > 0 && str_eq(m->witnesses[i].outlet, outlet)) {
			material_cite(m, cites, lead_of(m, i)->cite, true);
			return;
		}
}

void standfirst_write(struct material *m, struct draft_sentence *out)
{
	*out = (struct draft_sentence){.wording = WORDING_DESK};
	struct str names[NAMES_MAX], *outlets = ARENA_ARRAY(m->a, struct str, m->count + 1);
	size_t outlet_count = list_outlets(m, outlets);
	const struct witness *last = latest_of(m);
	/* The latest report carries the day that the sentence gives. */
	material_cite(m, &out->cites, lead_of(m, (size_t)(last - m->witnesses))->cite, true);
	for (size_t i = 0; i < outlet_count && outlet_count <= 3; i++)
		if (!str_eq(outlets[i], last->outlet))
			cite_outlet(m, &out->cites, outlets[i]);
	size_t name_count = choose_names(m, &out->cites, names);
	enum phrase which = outlet_count == 1 ? PHRASE_STAND_ONE
		: outlet_count <= 3               ? PHRASE_STAND_FEW
										  : PHRASE_STAND_MANY;
	if (name_count == 0)
		which = outlet_count == 1 ? PHRASE_STAND_BARE_ONE : PHRASE_STAND_BARE_MANY;
	if (!when_is_known(last->report->published) && which == PHRASE_STAND_MANY)
		which = PHRASE_STAND_FEW;
	size_t shown = outlet_count;
	if (outlet_count > 3) {
		outlets[3] = m->phrases->others;
		shown = 4;
	}
	struct slot slots[] = {{"outlets", phrases_list(m->a, m->phrases, outlets, shown)},
		{"outlet", last->outlet}, {"names", phrases_list(m->a, m->phrases, names, name_count)},
		{"number", phrases_number(m->a, m->phrases, outlet_count)},
		{"day", phrases_day(m->a, m->phrases, last->report->published, true, true)}};
	out->text = phrases_fill(m->a, m->phrases, which, slots, sizeof(slots) / sizeof(slots[0]));
	out->text = str_replace(m->a, out->text, STR(", ."), STR(".")); /* no day is known */
	m->told_day = material_day_number(last->report->published);
}
