#include "write/quote.h"

#include "write/judge.h"
#include "write/cues.h"

/* Words of a source outside quotation marks: the check allows 8 in a row. */
#define HEAD_WORDS_MAX 8
#define SPLIT_WORDS_MIN 5

/* A reported statement cut in two: "Lavrov said on Tuesday 27 May that he" and the rest, which is
 * quoted. */
struct split {
	struct str head; /* ends with a blank */
	struct str rest; /* points into the report */
};

static struct str word_text(const struct witness *w, const struct word *word)
{
	return span_text(w->report->text, word->span);
}

static const struct date_mention *date_at(const struct witness *w, struct span in)
{
	for (size_t i = 0; i < w->dates.n; i++) {
		size_t start = w->dates.items[i].span.start;
		if (start >= in.start && start < in.start + in.length)
			return &w->dates.items[i];
	}
	return NULL;
}

static bool is_word_in(
	struct arena *a, const struct witness *w, const struct word *word, enum word_list list)
{
	return cues_is(list, w->language, str_lower(a, word_text(w, word)));
}

/* Somebody is named before the verb. */
static bool has_subject(const struct witness *w, const struct passage *p, size_t first, size_t verb)
{
	for (size_t i = first; i < verb; i++)
		if (witness_name_at(w, p->items[i].span.start))
			return true;
	return false;
}

/* Index behind the last word of the head, or 0: subject, reporting verb, and "that" when there is
 * one. first is the index of the core's first word. */
static size_t find_split(
	struct arena *a, const struct witness *w, const struct passage *p, size_t first)
{
	size_t most = first + HEAD_WORDS_MAX < p->item_count ? first + HEAD_WORDS_MAX : p->item_count;
	size_t verb = first + 1;
	while (verb < most &&
		!text_is_reporting_verb(str_lower(a, word_text(w, &p->items[verb])), w->language))
		verb++;
	if (verb + 1 >= most || is_word_in(a, w, &p->items[verb - 1], WORDS_RELATIVE) ||
		!has_subject(w, p, first, verb))
		return 0;
	for (size_t i = verb + 1; i < most; i++)
		if (is_word_in(a, w, &p->items[i], WORDS_THAT))
			return i + 1 < most && is_word_in(a, w, &p->items[i + 1], WORDS_PRONOUNS) ? i + 2
																					  : i + 1;
	bool is_plain = is_word_in(a, w, &p->items[verb], WORDS_PLAIN_SPEECH) &&
		(is_word_in(a, w, &p->items[verb + 1], WORDS_CLAUSE_STARTS) ||
			witness_name_at(w, p->items[verb + 1].span.start));
	return is_plain ? verb + 1 : 0;
}

/* A mention that is a weekday and nothing else: the one relative day that a date can be put to. */
static bool is_weekday(
	const struct material *m, const struct witness *w, const struct date_mention *d)
{
	struct str mention = span_text(w->report->text, d->span);
	struct str weekday = m->phrases->weekdays[when_civil(d->when).weekday];
	return d->has_day && str_ends(mention, weekday) && mention.n <= weekday.n + 3;
}

/* The head with its weekday made a date; false when a relative day in it has no such form. */
static bool make_head_absolute(
	const struct material *m, const struct witness *w, struct span head, struct str *text)
{
	const struct date_mention *d = date_at(w, head);
	*text = str_trim(span_text(w->report->text, head));
	if (!d || !d->is_relative)
		return true;
	size_t cut = d->span.start + d->span.length;
	if (!is_weekday(m, w, d) || cut > head.start + head.length)
		return false;
	*text = str_format(m->a, "%.*s %.*s%.*s",
		STR_ARG(span_text(w->report->text, (struct span){head.start, cut - head.start})),
		STR_ARG(material_day(m, d->when, false)),
		STR_ARG(span_text(w->report->text, (struct span){cut, head.start + head.length - cut})));
	*text = str_trim(*text);
	return true;
}

static bool split_statement(
	const struct material *m, const struct passage *p, struct str core, struct split *split)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct span span = material_span(m, p->cite.report, core);
	size_t first = 0;
	while (first < p->item_count && p->items[first].span.start < span.start)
		first++;
	size_t end = find_split(m->a, w, p, first);
	if (end == 0 || end >= p->item_count)
		return false;
	size_t cut = p->items[end].span.start;
	struct span head = {span.start, cut - span.start};
	struct span rest = {cut, span.start + span.length - cut};
	struct str head_text = span_text(w->report->text, head);
	split->rest = span_text(w->report->text, rest);
	const struct date_mention *later = date_at(w, rest);
	if (cut >= span.start + span.length || !judge_is_balanced(head_text) ||
		!judge_is_balanced(split->rest) || str_find_char(head_text, '"', 0) != STR_NONE ||
		str_find(head_text, STR("“"), 0) != STR_NONE || (later && later->is_relative) ||
		material_count_words(p, rest) < SPLIT_WORDS_MIN)
		return false;
	/* The text between the last word of the head and the rest may hold the opening mark of a
	 * quotation: then the rest is not balanced, and we are not here. */
	if (!make_head_absolute(m, w, head, &head_text))
		return false;
	split->head = str_format(m->a, "%.*s ", STR_ARG(head_text));
	return true;
}

static struct str fill(const struct material *m, enum phrase which, const struct witness *w,
	struct str quote, struct str head, struct when day)
{
	struct slot slots[] = {{"outlet", w->outlet}, {"quote", quote}, {"head", head},
		{"language", phrases_language(m->phrases, w->language)},
		{"day", material_day(m, day, true)}};
	return phrases_fill(m->a, m->phrases, which, slots, sizeof(slots) / sizeof(slots[0]));
}

/* "On Sunday, Gibbs criticized ...": the part behind the day, and the day. False when the core does
 * not begin so, or names another relative day. */
static bool split_day(const struct material *m, const struct passage *p, struct str core,
	struct str *rest, struct when *day)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct span span = material_span(m, p->cite.report, core);
	const struct date_mention *d = date_at(w, (struct span){span.start, 4});
	if (!d || !d->is_relative || !is_weekday(m, w, d) || !str_eq(m->language, STR("en")))
		return false;
	size_t end = d->span.start + d->span.length;
	*rest = str_from(core, end - span.start);
	const struct date_mention *later =
		date_at(w, (struct span){end, span.start + span.length - end});
	if (!str_starts(*rest, STR(", ")) || (later && later->is_relative))
		return false;
	*rest = str_from(*rest, 2);
	*day = d->when;
	return true;
}

/* A quotation needs its report's day when it says "on Tuesday", and when the report is of another
 * day than the last that the reader was told. */
static bool needs_day(const struct material *m, const struct passage *p, enum quote_form form)
{
	int64_t day = material_day_number(m->reports[p->cite.report].published);
	if (day == INT64_MIN || day == m->told_day)
		return false;
	return p->has_relative_day || (m->spans_days && form == QUOTE_BODY);
}

static struct str fill_dated(
	struct material *m, enum phrase which, const struct witness *w, struct str quote)
{
	m->told_day = material_day_number(w->report->published);
	return fill(m, which, w, quote, STR(""), w->report->published);
}

static struct str frame(
	struct material *m, const struct passage *p, enum quote_form form, size_t turn)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct str core = p->core, none = STR(""), rest = STR("");
	bool is_cut = p->is_cut;
	struct str last = phrases_quote(m->a, m->phrases, core, is_cut, true);
	bool is_dated = needs_day(m, p, form);
	struct split split;
	struct when day = WHEN_UNKNOWN;
	if (!w->is_native && is_dated)
		return fill_dated(m, PHRASE_FOREIGN_DATED, w, last);
	if (!w->is_native)
		return fill(m, PHRASE_FOREIGN, w, last, none, day);
	if (!(is_dated && m->spans_days) && split_statement(m, p, core, &split)) {
		rest = phrases_quote(m->a, m->phrases, split.rest, is_cut, false);
		return fill(
			m, turn % 2 ? PHRASE_CLOSES : PHRASE_CLOSES_ACCORDING, w, rest, split.head, day);
	}
	if (is_dated && split_day(m, p, core, &rest, &day)) {
		rest = phrases_quote(m->a, m->phrases, rest, is_cut, true);
		return fill(m, PHRASE_ON_DAY, w, rest, none, day);
	}
	if (is_dated)
		return fill_dated(m, PHRASE_DATED, w, last);
	switch (is_cut ? turn % 2 : turn % 3) {
	case 0:
		return fill(m, PHRASE_ACCORDING, w, last, none, day);
	case 1:
		return fill(m, PHRASE_REPORTS, w, last, none, day);
	default:
		rest = phrases_quote(m->a, m->phrases, core, is_cut, false);
		return fill(m, PHRASE_CLOSES, w, rest, none, day);
	}
}

/* The timeline shows the moment's day beside the sentence. */
static struct str frame_moment(const struct material *m, const struct passage *p)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct str quote = phrases_quote(m->a, m->phrases, p->core, p->is_cut, true);
	enum phrase which = w->is_native ? PHRASE_MOMENT : PHRASE_FOREIGN;
	if (p->has_relative_day)
		which = w->is_native ? PHRASE_DATED : PHRASE_FOREIGN_DATED;
	return fill(m, which, w, quote, STR(""), w->report->published);
}

bool quote_reserve(struct material *m, struct passage *p, size_t words_max)
{
	const struct witness *w = &m->witnesses[p->cite.report];
	struct str core = judge_clause(w, p, p->core, words_max);
	if (core.n == 0 || p->is_used || (p->has_relative_day && !when_is_known(w->report->published)))
		return false;
	size_t words = material_count_words(p, material_span(m, p->cite.report, core));
	if (!material_spend(m, p->cite.report, words))
		return false;
	p->is_used = true;
	p->is_cut = p->is_cut || core.n < p->core.n;
	p->core = core;
	return true;
}

void quote_write(struct material *m, struct passage *p, enum quote_form form, size_t turn,
	struct draft_sentence *out)
{
	*out = (struct draft_sentence){.wording = WORDING_QUOTE};
	out->text = form == QUOTE_MOMENT ? frame_moment(m, p) : frame(m, p, form, turn);
	material_cite(m, &out->cites, p->cite, true);
	material_cite_others(m, &out->cites, p);
}
