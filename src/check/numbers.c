#include "check/amounts.h"

/* Spelled numbers up to here ("two men") are often counted from a list, so that no source has them.
 */
#define SMALL 12
/* How well another amount of a source must stand in the draft's place. */
#define IN_PLACE 0.35   /* when no source has the draft's */
#define OPEN_LEAST 0.15 /* how well one that could be the same must stand there */
#define INSTEAD 0.35    /* when a source has the draft's elsewhere, */
#define BY_MORE 0.2     /* which stands there so much worse, */
#define BY_FAR 0.3      /* or, from a sentence that is not cited, so much, */
#define STRANGE 0.05    /* an amount that stands there is about something else altogether */
#define TIMES_MORE 1.8  /* and by this factor too */
#define CLOSE_BY 0.12   /* so much worse at most when it is the same one twice in a clause */
#define AT_HOME 0.3     /* where the draft's stands elsewhere and is about the same */

static const char *kind_of(const struct amount *m, const struct rival *other)
{
	if (other && other->amount && other->is_shift && m->kind == AMOUNT_NUMBER)
		return m->number->kind == NUMBER_MONEY ? "money" : "unit";
	if (m->kind == AMOUNT_DURATION)
		return m->duration->is_age ? "age" : "duration";
	if (m->kind != AMOUNT_NUMBER)
		return "date";
	switch (m->number->kind) {
	case NUMBER_MONEY:
		return "money";
	case NUMBER_PERCENT:
		return "percent";
	case NUMBER_ORDINAL:
		return "ordinal";
	case NUMBER_YEAR:
		return "date";
	default:
		return "number";
	}
}

static bool is_weak(const struct amount *m)
{
	if (m->kind == AMOUNT_DATE)
		return m->date->period;
	if (m->kind == AMOUNT_TIME)
		return false;
	double value = m->number ? m->number->value : m->duration->value;
	bool is_rough = m->number ? m->number->is_approximate : m->duration->bound != BOUND_EXACT;
	bool is_money = m->number && m->number->kind == NUMBER_MONEY;
	bool is_ordinal = m->number && m->number->kind == NUMBER_ORDINAL;
	return !is_money && m->is_spelled && (value <= SMALL || is_rough || is_ordinal);
}

static struct str say_rival(struct subject *s, const struct amount *m, const struct rival *other)
{
	const struct witness *source = evidence_source(s->e, other->where.report);
	return str_format(s->a, "the draft says %.*s; the %s sentence says %.*s",
		STR_ARG(span_text(s->text, m->span)), other->is_cited ? "cited" : "source's",
		STR_ARG(source_text(source, other->amount->span)));
}

static void contradict(struct subject *s, const struct amount *m, const struct rival *other)
{
	s->is_contradicted = true;
	(void)add_finding(s, m->span, kind_here(s, kind_of(m, other)), TIER_ERROR,
		say_rival(s, m, other), &other->where);
}

/* No source has it. */
static void report_absent(struct subject *s, const struct amount *m, const struct sighting *seen)
{
	struct str written = span_text(s->text, m->span);
	bool is_open = seen->open >= OPEN_LEAST && seen->open > seen->other.support;
	if (!is_open && seen->other.amount && seen->other.support >= IN_PLACE) {
		contradict(s, m, &seen->other);
		return;
	}
	enum tier tier = is_open || is_weak(m) ? TIER_REVIEW : TIER_ERROR;
	const struct cite *evidence =
		seen->other.amount && seen->other.is_cited ? &seen->other.where : NULL;
	(void)add_finding(s, m->span, kind_here(s, kind_of(m, NULL)), tier,
		str_format(s->a, "no cited source has %.*s", STR_ARG(written)), evidence);
}

/* Whether the other amount of a source stands where the draft's stands, and the draft's own stands
 * elsewhere. */
static bool is_instead(const struct rival *same, const struct rival *other)
{
	double lead = other->support - same->support;
	bool is_strange = !same->is_cited && same->support < STRANGE;
	if (!other->amount || other->support < (is_strange ? INSTEAD / 2 : INSTEAD))
		return false;
	if (same->is_taken) {
		size_t a = same->amount->span.start, b = other->amount->span.start;
		return lead >= CLOSE_BY && same->where.report == other->where.report &&
			(a > b ? a - b : b - a) < CLOSE_BYTES;
	}
	if (other->is_bound && !same->is_bound && other->is_cited)
		return lead >= 0;
	if (is_strange)
		return lead >= BY_MORE / 2;
	return lead >= (other->is_cited ? BY_MORE : BY_FAR) &&
		other->support >= same->support * TIMES_MORE;
}

static void report(struct subject *s, const struct amount *m, const struct sighting *seen)
{
	const struct rival *same = &seen->same, *other = &seen->other;
	if (!same->amount) {
		report_absent(s, m, seen);
		return;
	}
	/* "Dozens" is too rough to be another's figure. */
	bool is_vague = m->is_spelled && m->number && m->number->bound == BOUND_ABOUT;
	if (!is_vague && is_instead(same, other)) {
		contradict(s, m, other);
		return;
	}
	if (same->is_cited || (!s->is_strict && same->support >= AT_HOME))
		return;
	(void)add_finding(s, m->span, kind_here(s, kind_of(m, NULL)), TIER_REVIEW,
		str_format(s->a, "the cited sentences do not have %.*s; another sentence does",
			STR_ARG(span_text(s->text, m->span))),
		&same->where);
}

static struct str without_blanks(struct arena *a, struct str text)
{
	struct str folded = text_fold(a, text);
	char *p = (char *)folded.p; /* text_fold made it for us */
	size_t n = 0;
	for (size_t i = 0; i < folded.n; i++)
		if (p[i] != ' ')
			p[n++] = p[i];
	return (struct str){p, n};
}

static bool is_written_in(struct arena *a, struct str source, struct str needle)
{
	struct str text = without_blanks(a, source);
	for (size_t at = str_find(text, needle, 0); at != STR_NONE;
		 at = str_find(text, needle, at + 1)) {
		size_t end = at + needle.n;
		bool is_whole = end == text.n || !char_is_digit(text.p[end]);
		if (is_whole && (at == 0 || !char_is_digit(text.p[at - 1])))
			return true;
	}
	return false;
}

static bool has_separator(struct str s)
{
	for (size_t i = 1; i + 1 < s.n; i++)
		if ((s.p[i] == '.' || s.p[i] == ',') && char_is_digit(s.p[i - 1]) &&
			char_is_digit(s.p[i + 1]))
			return true;
	return false;
}

/* The mention as written stands in what is cited, whatever the reader of numbers made of it there;
 * blanks aside, which scores and thousands have or have not. A decimal point that a source breaks
 * ("1. 3 billion") also breaks its sentence, so such a number is looked for in the whole of it. */
static bool is_written(struct subject *s, struct span mention, const struct rival *other)
{
	struct arena scratch = {0};
	struct str written = span_text(s->text, mention);
	bool is_found = false;
	if (!has_separator(written) && other->is_cited && other->support >= IN_PLACE)
		return false;
	struct str needle = without_blanks(&scratch, written);
	for (size_t i = 0; i < s->cites.n && !is_found; i++) {
		const struct cite *c = &s->cites.items[i];
		is_found =
			is_written_in(&scratch, span_text(s->e->reports[c->report].text, c->span), needle);
	}
	for (size_t r = 0; r < s->e->count && !is_found && has_separator(needle); r++)
		if (!s->is_strict || is_cited_report(s, r))
			is_found = is_written_in(&scratch, s->e->reports[r].text, needle);
	arena_free(&scratch);
	return is_found;
}

/* "Nearly 3,000" of a cited "more than 3,000": the figure alone being there is not enough. */
static bool is_same_figure(const struct amount *m, const struct rival *other)
{
	return m->number && other->amount && other->amount->number && other->is_cited &&
		m->number->value == other->amount->number->value;
}

static bool is_exempt(const struct subject *s, const struct amount *m)
{
	if (m->kind == AMOUNT_DATE)
		return desk_is_published_day(s, m->date);
	if (m->kind != AMOUNT_NUMBER)
		return false;
	bool is_bare_one = m->number->value == 1 && m->number->kind != NUMBER_MONEY && m->is_spelled;
	return is_bare_one || (s->is_strict && desk_is_true_count(s, m->number));
}

void check_amounts(struct subject *s)
{
	struct word_vec words = reading_words(read_own(s));
	struct amount_vec draft = amounts_of(s->a, read_own(s), s->own, s->language, s->anchor);
	check_several(s, &words);
	s->amounts = draft;
	if (draft.n == 0)
		return;
	struct sighting *seen = amounts_sight(s, &draft);
	if (draft.n > AMOUNTS_MOST)
		(void)add_finding(s, (struct span){0, s->text.n}, kind_here(s, "number"), TIER_ERROR,
			STR("holds more figures than can be checked"), NULL);
	for (size_t i = 0; i < draft.n && i < AMOUNTS_MOST; i++) {
		const struct amount *m = &draft.items[i];
		if (is_exempt(s, m) ||
			(!seen[i].same.amount && !is_same_figure(m, &seen[i].other) &&
				is_written(s, m->span, &seen[i].other)))
			continue;
		if (!check_elapsed(s, m, &words) && !check_joint(s, m, &seen[i]) &&
			!check_harm(s, m, &seen[i], &words))
			report(s, m, &seen[i]);
	}
}
