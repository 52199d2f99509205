#include "write/facts.h"

#include "write/cues.h"
#include "write/quote.h"

/* "Two sides" and "three days" are no figures. */
#define FIGURE_LEAST 10
#define FIGURE_BYTES 60
#define MOMENT_WORDS 20
#define TAGS_MAX 8
/* A weekday farther off may be the coming one. */
#define RELATIVE_DAYS 4
/* One date is no timeline. */
#define MOMENTS_MIN 2

/* ---- Figures ---- */

/* A count with the noun that it counts. */
struct figure {
	double value;
	struct str stem;   /* of the noun */
	struct str phrase; /* "31 injured", as the source writes it */
	size_t report;
	struct cite cite;
	bool is_done;
};
struct figure_vec {
	struct figure *items;
	size_t n, capacity;
};

static struct str noun_stem(struct arena *a, struct str noun, struct str language)
{
	struct str folded = text_fold(a, noun);
	size_t at = str_rfind_char(folded, ' ');
	return text_stem(a, at == STR_NONE ? folded : str_from(folded, at + 1), language);
}

static bool read_figure(
	const struct material *m, size_t report, const struct number *n, struct figure *f)
{
	const struct witness *w = &m->witnesses[report];
	struct str noun = span_text(w->report->text, n->counted);
	size_t end = n->counted.start + n->counted.length;
	if (n->kind != NUMBER_PLAIN || n->value < FIGURE_LEAST || n->is_approximate ||
		n->counted.length == 0 || n->counted.start < n->span.start ||
		end - n->span.start > FIGURE_BYTES)
		return false;
	const struct passage *p = material_passage_at(m, report, n->span.start);
	struct str flat = cues_flatten(m->a, noun);
	if (!p || end > p->cite.span.start + p->cite.span.length ||
		cues_has(WORDS_UNITS, w->language, flat))
		return false;
	*f = (struct figure){.value = n->value,
		.stem = noun_stem(m->a, noun, w->language),
		.phrase = span_text(w->report->text, (struct span){n->span.start, end - n->span.start}),
		.report = report,
		.cite = p->cite};
	return true;
}

static struct figure_vec gather_figures(const struct material *m)
{
	struct figure_vec all = {0};
	for (size_t i = 0; i < m->count; i++) {
		const struct witness *w = &m->witnesses[i];
		if (w->origin != i || !w->is_native || w->count == 0)
			continue;
		struct number_vec numbers = text_numbers(m->a, w->report->text, w->language);
		for (size_t k = 0; k < numbers.n; k++) {
			struct figure f;
			if (read_figure(m, i, &numbers.items[k], &f))
				*VEC_ADD(m->a, &all) = f;
		}
	}
	return all;
}

static bool is_disputed(
	const struct material *m, const struct figure *f, const struct disagreement_vec *differing)
{
	for (size_t i = 0; i < differing->n; i++)
		if (str_eq(f->stem, noun_stem(m->a, differing->items[i].subject, m->language)))
			return true;
	return false;
}

/* "31 injured" says what it counts; "42 members" leaves open what of. */
static bool is_telling(const struct material *m, const struct figure *f)
{
	struct str flat = cues_flatten(m->a, f->phrase);
	return cues_has(WORDS_TELLING, m->witnesses[f->report].language, flat);
}

/* Writes the figure when another voice gives it too. */
static bool write_figure(
	const struct material *m, struct figure_vec *all, size_t first, struct draft_sentence *out)
{
	struct str outlets[3];
	*out = (struct draft_sentence){.wording = WORDING_DESK};
	for (size_t i = first; i < all->n; i++) {
		struct figure *f = &all->items[i];
		if (f->value < all->items[first].value || f->value > all->items[first].value ||
			!str_eq(f->stem, all->items[first].stem))
			continue;
		f->is_done = true;
		size_t before = out->cites.n;
		material_cite(m, &out->cites, f->cite, false);
		if (out->cites.n > before)
			outlets[before] = m->witnesses[f->report].outlet;
	}
	if (out->cites.n < 2)
		return false;
	struct slot slots[] = {{"outlets", phrases_list(m->a, m->phrases, outlets, out->cites.n)},
		{"figure", all->items[first].phrase}};
	out->text =
		phrases_fill(m->a, m->phrases, PHRASE_FIGURE, slots, sizeof(slots) / sizeof(slots[0]));
	return true;
}

void figures_write(struct material *m, size_t most, const struct disagreement_vec *differing,
	struct sentence_vec *out)
{
	struct figure_vec all = gather_figures(m);
	for (size_t i = 0; i < all.n && out->n < most; i++) {
		struct draft_sentence sentence;
		if (!all.items[i].is_done && is_telling(m, &all.items[i]) &&
			!is_disputed(m, &all.items[i], differing) && write_figure(m, &all, i, &sentence))
			*VEC_ADD(m->a, out) = sentence;
	}
}

/* ---- Where the sources differ ---- */

static struct str figure_of(
	const struct material *m, const struct differing_figure *f, bool is_dated)
{
	const struct report *r = &m->reports[f->cite.report];
	struct str outlet = m->witnesses[f->cite.report].outlet;
	if (!is_dated || !when_is_known(r->published))
		return str_format(m->a, "%.*s (%.*s)", STR_ARG(f->figure), STR_ARG(outlet));
	return str_format(m->a, "%.*s (%.*s, %.*s)", STR_ARG(f->figure), STR_ARG(outlet),
		STR_ARG(material_day(m, r->published, false)));
}

void differ_write(
	struct material *m, const struct disagreement_vec *differing, struct sentence_vec *out)
{
	for (size_t i = 0; i < differing->n; i++) {
		const struct disagreement *d = &differing->items[i];
		struct draft_sentence s = {.wording = WORDING_DESK};
		struct str figures[3];
		for (size_t k = 0; k < d->figure_count && s.cites.n < 3; k++) {
			size_t before = s.cites.n;
			if (d->figures[k].cite.report >= m->count)
				continue;
			material_cite(m, &s.cites, d->figures[k].cite, true);
			if (s.cites.n > before)
				figures[before] = figure_of(m, &d->figures[k], m->spans_days);
		}
		if (s.cites.n < 2)
			continue;
		struct slot slots[] = {
			{"subject", d->subject}, {"figures", str_join(m->a, figures, s.cites.n, STR(", "))}};
		s.text =
			phrases_fill(m->a, m->phrases, PHRASE_DIFFER, slots, sizeof(slots) / sizeof(slots[0]));
		*VEC_ADD(m->a, out) = s;
	}
}

/* ---- Timeline and tags ---- */

/* The passage tells what happened on that day: its core names it, and not as the end of something
 * ("ahead of the Jan. 3 caucuses"). */
static bool tells_the_day(const struct material *m, const struct passage *p, struct when when)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct span core = material_span(m, p->cite.report, p->core);
	for (size_t i = 0; i < w->dates.n; i++) {
		const struct date_mention *d = &w->dates.items[i];
		if (d->span.start < core.start || d->span.start >= core.start + core.length ||
			material_day_number(d->when) != material_day_number(when))
			continue;
		struct str before =
			span_text(w->report->text, (struct span){core.start, d->span.start - core.start});
		struct str flat = cues_flatten(m->a, before);
		flat.n -= flat.n > 0; /* its last blank */
		size_t at = str_rfind_char(flat, ' ');
		struct str last = str_trim(at == STR_NONE ? flat : str_from(flat, at));
		int64_t ago = material_day_number(w->report->published) - material_day_number(d->when);
		if (d->is_relative && (ago < 0 || ago > RELATIVE_DAYS))
			return false;
		if (str_eq(last, STR("the")) || cues_is(WORDS_BEFORE, w->language, last))
			return false;
		return true;
	}
	return false;
}

void moments_write(struct material *m, size_t most, struct draft *draft)
{
	struct {
		struct moment *items;
		size_t n, capacity;
	} moments = {0};
	struct story_moment_vec dated = story_timeline(m->a, m->reports, m->count);
	for (size_t i = 0; i < dated.n && moments.n < most; i++) {
		const struct story_moment *d = &dated.items[i];
		if (d->cite.report >= m->count)
			continue;
		struct passage *p = material_passage_at(m, d->cite.report, d->cite.span.start);
		struct moment moment = {.when = d->when};
		if (!p || p->fitness != FIT_GOOD || !tells_the_day(m, p, d->when) ||
			!material_may_quote(m, p->cite.report) || !quote_reserve(m, p, MOMENT_WORDS))
			continue;
		quote_write(m, p, QUOTE_MOMENT, 0, &moment.what);
		*VEC_ADD(m->a, &moments) = moment;
	}
	if (moments.n < MOMENTS_MIN)
		return;
	draft->moments = moments.items;
	draft->moment_count = moments.n;
}

void tags_write(const struct material *m, struct draft *draft)
{
	struct {
		struct tag *items;
		size_t n, capacity;
	} tags = {0};
	for (size_t i = 0; i < m->names.n && tags.n < TAGS_MAX; i++) {
		const struct story_name *n = &m->names.items[i];
		if (n->kind == NAME_UNKNOWN || material_is_outlet(m, n->name) ||
			material_is_shouted(n->name))
			continue;
		*VEC_ADD(m->a, &tags) = (struct tag){.kind = n->kind == NAME_PERSON ? TAG_PERSON
				: n->kind == NAME_PLACE                                     ? TAG_PLACE
																			: TAG_ORGANISATION,
			.name = n->name};
	}
	for (size_t i = 0; i < m->count; i++) {
		bool is_new = m->reports[i].topic.n > 0;
		for (size_t k = 0; k < tags.n && is_new; k++)
			is_new = !str_eq_nocase(tags.items[k].name, m->reports[i].topic);
		if (is_new)
			*VEC_ADD(m->a, &tags) = (struct tag){TAG_TOPIC, m->reports[i].topic};
	}
	draft->tags = tags.items;
	draft->tag_count = tags.n;
}
