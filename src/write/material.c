#include "write/material.h"

#include "write/judge.h"
#include "write/cues.h"

static int compare_hashes(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return a < b ? -1 : a > b;
}

static bool is_inside(struct span inner, struct span outer)
{
	return inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length;
}

struct stems material_stems(struct arena *a, const struct passage *p, struct span part)
{
	struct stems stems = {.items = ARENA_ARRAY(a, uint64_t, p->item_count + 1)};
	for (size_t i = 0; i < p->item_count; i++)
		if (!p->items[i].is_stop && is_inside(p->items[i].span, part))
			stems.items[stems.n++] = hash_fast(p->items[i].stem);
	if (stems.n == 0)
		return stems;
	qsort(stems.items, stems.n, sizeof(uint64_t), compare_hashes);
	size_t kept = 1;
	for (size_t i = 1; i < stems.n; i++)
		if (stems.items[i] != stems.items[kept - 1])
			stems.items[kept++] = stems.items[i];
	stems.n = kept;
	return stems;
}

double stems_overlap(struct stems x, struct stems y)
{
	size_t smaller = x.n < y.n ? x.n : y.n, shared = 0;
	if (smaller == 0)
		return 0;
	for (size_t i = 0, k = 0; i < x.n && k < y.n;) {
		if (x.items[i] == y.items[k]) {
			shared++;
			i++;
			k++;
		} else if (x.items[i] < y.items[k]) {
			i++;
		} else {
			k++;
		}
	}
	return (double)shared / (double)smaller;
}

struct passage *material_passage_at(const struct material *m, size_t report, size_t offset)
{
	const struct witness *w = &m->witnesses[report];
	for (size_t i = w->first; i < w->first + w->count; i++) {
		struct span s = m->passages[i].cite.span;
		if (offset >= s.start && offset < s.start + s.length)
			return &m->passages[i];
	}
	return NULL;
}

const struct quotation *witness_quotation_at(const struct witness *w, size_t offset)
{
	size_t low = 0, high = w->quotations.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (w->quotations.items[middle].outer.start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	const struct quotation *q = low > 0 ? &w->quotations.items[low - 1] : NULL;
	return q && offset < q->outer.start + q->outer.length ? q : NULL;
}

const struct name *witness_name_at(const struct witness *w, size_t offset)
{
	size_t low = 0, high = w->names.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (w->names.items[middle].span.start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	const struct name *n = low > 0 ? &w->names.items[low - 1] : NULL;
	return n && offset < n->span.start + n->span.length ? n : NULL;
}

int64_t material_day_number(struct when when)
{
	if (!when_is_known(when))
		return INT64_MIN;
	struct civil c = when_civil(when);
	return days_from_civil(c.year, c.month, c.day);
}

bool material_is_independent(const struct material *m, size_t report, size_t other)
{
	const struct witness *x = &m->witnesses[report], *y = &m->witnesses[other];
	if (x->origin == y->origin || str_eq(x->outlet, y->outlet))
		return false;
	return x->report->owner.n == 0 || !str_eq(x->report->owner, y->report->owner);
}

size_t material_voices(const struct material *m)
{
	size_t voices = 0;
	for (size_t i = 0; i < m->count; i++) {
		bool is_new = true;
		for (size_t k = 0; k < i && is_new; k++)
			is_new = material_is_independent(m, i, k);
		voices += is_new;
	}
	return voices;
}

bool material_may_quote(const struct material *m, size_t report)
{
	const struct witness *w = &m->witnesses[report];
	return w->origin == report && (w->is_native || m->has_foreign);
}

bool material_is_outlet(const struct material *m, struct str name)
{
	for (size_t i = 0; i < m->count; i++) {
		struct str outlet = m->witnesses[i].outlet;
		if (str_eq_nocase(outlet, name) ||
			(str_starts(outlet, STR("The ")) && str_eq_nocase(str_from(outlet, 4), name)))
			return true;
	}
	return false;
}

bool material_is_shouted(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] >= 'a' && name.p[i] <= 'z')
			return false;
	return name.n > 5;
}

struct witness *material_purse(struct material *m, size_t report)
{
	struct str outlet = m->witnesses[m->witnesses[report].origin].outlet;
	size_t i = 0;
	while (!str_eq(m->witnesses[i].outlet, outlet))
		i++;
	return &m->witnesses[i];
}

bool material_spend(struct material *m, size_t report, size_t words)
{
	if (m->witnesses[m->witnesses[report].origin].is_free)
		return true;
	struct witness *w = material_purse(m, report);
	if (w->words_left < words || w->sentences_left == 0)
		return false;
	w->words_left -= words;
	w->sentences_left--;
	return true;
}

struct span material_span(const struct material *m, size_t report, struct str part)
{
	struct str text = m->reports[report].text;
	BUG_ON(part.p < text.p || part.p + part.n > text.p + text.n);
	return (struct span){(size_t)(part.p - text.p), part.n};
}

size_t material_count_words(const struct passage *p, struct span part)
{
	size_t words = 0;
	for (size_t i = 0; i < p->item_count; i++)
		words += is_inside(p->items[i].span, part);
	return words;
}

struct str material_day(const struct material *m, struct when when, bool with_weekday)
{
	bool is_other_year =
		when_is_known(m->last) && when_civil(when).year != when_civil(m->last).year;
	return phrases_day(m->a, m->phrases, when, with_weekday, is_other_year);
}

void material_cite(
	const struct material *m, struct cite_vec *cites, struct cite cite, bool is_same_voice_ok)
{
	if (cites->n >= 3)
		return;
	for (size_t i = 0; i < cites->n; i++) {
		const struct cite *c = &cites->items[i];
		if (c->report == cite.report && c->span.start == cite.span.start)
			return;
		if (!is_same_voice_ok && !material_is_independent(m, c->report, cite.report))
			return;
	}
	*VEC_ADD(m->a, cites) = cite;
}

void material_cite_others(const struct material *m, struct cite_vec *cites, const struct passage *p)
{
	struct stems core = material_stems(
		m->a, p, material_span(m, p->cite.report, p->core.n > 0 ? p->core : p->text));
	if (core.n < 4)
		return;
	for (size_t i = 0; i < m->count && cites->n < 3; i++) {
		const struct passage *best = NULL;
		double most = 0.6;
		for (size_t k = m->witnesses[i].first; k < m->witnesses[i].first + m->witnesses[i].count;
			 k++) {
			const struct passage *q = &m->passages[k];
			double overlap = q->stems.n * 2 >= core.n ? stems_overlap(core, q->stems) : 0;
			if (q != p && overlap > most) {
				most = overlap;
				best = q;
			}
		}
		if (best)
			material_cite(m, cites, best->cite, false);
	}
}

/* ---- Opening ---- */

static struct str outlet_name(const struct material *m, const struct report *r)
{
	if (r->outlet.n > 0)
		return r->outlet;
	struct str host = url_host(m->a, r->url);
	return host.n > 0 ? host : m->phrases->a_report;
}

/* The desk's language, else that of most origins; of equals the first. */
static struct str choose_language(
	const struct report *reports, const struct witness *witnesses, size_t count, struct str wanted)
{
	struct str best = STR("");
	size_t most = 0;
	if (wanted.n > 0)
		return wanted;
	for (size_t i = 0; i < count; i++) {
		size_t same = 0;
		for (size_t k = 0; k < count; k++)
			same += witnesses[k].origin == k && reports[k].text.n > 0 &&
				str_eq(witnesses[k].language, witnesses[i].language);
		if (same > most) {
			most = same;
			best = witnesses[i].language;
		}
	}
	return best;
}

static void open_witness(struct material *m, size_t index, const struct write_options *options)
{
	const struct report *r = &m->reports[index];
	struct witness *w = &m->witnesses[index];
	bool is_copy = r->origin >= 0 && (uint64_t)r->origin < m->count;
	*w = (struct witness){.report = r,
		.origin = is_copy ? (size_t)r->origin : index,
		.is_free = r->licence.n > 0,
		.words_left = options->extract_words,
		.sentences_left = options->extract_sentences};
	w->language =
		r->language.n > 0 ? text_language_code(m->a, r->language) : text_language(r->text, STR(""));
}

static void add_passages(struct material *m, struct witness *w, struct span_vec spans)
{
	size_t word = 0;
	w->count = spans.n;
	w->words = text_words(m->a, w->report->text, w->language);
	w->dates = text_dates(m->a, w->report->text, w->language, w->report->published);
	w->names = text_names(m->a, w->report->text, w->language);
	w->quotations = text_quotations(m->a, w->report->text, w->language);
	for (size_t i = 0; i < spans.n; i++) {
		struct passage *p = &m->passages[m->passage_count++];
		struct span span = spans.items[i];
		while (word < w->words.n && w->words.items[word].span.start < span.start)
			word++;
		size_t end = word;
		while (end < w->words.n && w->words.items[end].span.start < span.start + span.length)
			end++;
		struct str text = span_text(w->report->text, span);
		*p = (struct passage){.cite = {(size_t)(w - m->witnesses), span},
			.text = text,
			.flat = cues_flatten(m->a, text),
			.position = i,
			.items = w->words.items + word,
			.item_count = end - word};
		p->stems = material_stems(m->a, p, span);
		judge_passage(m->a, w, p);
		word = end;
	}
}

static void cut_passages(struct material *m)
{
	struct span_vec *spans = ARENA_ARRAY(m->a, struct span_vec, m->count);
	size_t total = 0;
	for (size_t i = 0; i < m->count; i++) {
		struct witness *w = &m->witnesses[i];
		spans[i] = text_sentences(m->a, w->report->text, w->language);
		if (spans[i].n > PASSAGES_PER_REPORT)
			spans[i].n = PASSAGES_PER_REPORT;
		w->first = total;
		total += spans[i].n;
	}
	m->passages = ARENA_ARRAY(m->a, struct passage, total + 1);
	for (size_t i = 0; i < m->count; i++)
		add_passages(m, &m->witnesses[i], spans[i]);
}

static void take_scores(struct material *m)
{
	struct ranked_vec ranked = story_rank_sentences(m->a, m->reports, m->count);
	double most = 0;
	for (size_t i = 0; i < ranked.n; i++)
		if (ranked.items[i].score > most)
			most = ranked.items[i].score;
	for (size_t i = 0; i < ranked.n; i++) {
		const struct ranked_sentence *r = &ranked.items[i];
		if (r->cite.report >= m->count || r->position >= m->witnesses[r->cite.report].count)
			continue;
		struct passage *p = &m->passages[m->witnesses[r->cite.report].first + r->position];
		p->score = most > 0 ? r->score / most : 0;
	}
}

static void take_dates(struct material *m)
{
	m->first = m->last = WHEN_UNKNOWN;
	m->told_day = INT64_MIN;
	for (size_t i = 0; i < m->count; i++) {
		struct when w = m->reports[i].published;
		if (!when_is_known(w))
			continue;
		if (!when_is_known(m->first) || w.utc_s < m->first.utc_s)
			m->first = w;
		if (!when_is_known(m->last) || w.utc_s > m->last.utc_s)
			m->last = w;
	}
	m->spans_days = when_is_known(m->first) && m->last.utc_s - m->first.utc_s > DAY_S;
}

static bool has_two_native_voices(const struct material *m)
{
	size_t first = m->count;
	for (size_t i = 0; i < m->count; i++) {
		if (!m->witnesses[i].is_native || m->reports[i].text.n == 0)
			continue;
		if (first == m->count)
			first = i;
		else if (material_is_independent(m, first, i))
			return true;
	}
	return false;
}

bool material_open(struct material *m, struct arena *a, const struct report *reports, size_t count,
	const struct write_options *options, struct err *err)
{
	*m = (struct material){.a = a, .reports = reports, .count = count};
	m->witnesses = ARENA_ARRAY(a, struct witness, count + 1);
	for (size_t i = 0; i < count; i++)
		open_witness(m, i, options);
	m->language = choose_language(reports, m->witnesses, count, options->language);
	m->phrases = phrases_for(m->language);
	for (size_t i = 0; i < count; i++) {
		m->witnesses[i].outlet = outlet_name(m, &reports[i]);
		m->witnesses[i].is_native = str_eq(m->witnesses[i].language, m->language);
	}
	m->has_foreign = !has_two_native_voices(m);
	cut_passages(m);
	if (m->passage_count == 0)
		return err_set(err, ERR_INPUT, "none of the story's %zu reports has a sentence", count);
	take_dates(m);
	take_scores(m);
	m->names = story_names(a, reports, count, 12);
	return true;
}
