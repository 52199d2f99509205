#include "text/text.h"

#include "text/lexicon.h"
#include "text/rules.h"

#define AGE_MOST 115
#define NEAR_WORDS 3 /* in front of a number in which "aged" is looked for */

struct reader {
	struct arena *a;
	struct str text, language;
	const struct word_vec *words;
	size_t first_word; /* that does not begin before the number */
	struct duration_vec out;
};

/* The cues of a word; a number with its unit in one word ("30-jähriger") counts as its last part.
 */
static uint64_t cues_of(const struct reader *r, struct str written)
{
	size_t hyphen = str_rfind_char(written, '-');
	if (hyphen != STR_NONE && hyphen + 1 < written.n)
		written = str_from(written, hyphen + 1);
	if (written.n == 0 || written.n > 24)
		return 0;
	uint64_t all;
	struct str folded = lexicon_fold(r->a, written);
	return lexicon_cues(folded, rules_bit(rules_of(r->language)), LEXICON_DURATIONS, &all);
}

static uint64_t cues_of_word(const struct reader *r, size_t i)
{
	return i < r->words->n ? cues_of(r, span_text(r->text, r->words->items[i].span)) : 0;
}

static size_t end_of(struct span span)
{
	return span.start + span.length;
}

/* The last word of a text, which a number's span ends with. */
static struct str last_word(struct str s)
{
	size_t start = s.n;
	while (start > 0 && s.p[start - 1] != ' ' && s.p[start - 1] != '-')
		start--;
	return str_from(s, start);
}

/* The word behind an offset, with a blank and hyphens at most between ("- year - old"). */
static struct span tail_at(const struct reader *r, size_t offset)
{
	size_t start = offset;
	while (start < r->text.n && start < offset + 3 &&
		(r->text.p[start] == ' ' || r->text.p[start] == '-'))
		start++;
	size_t end = start;
	while (end < r->text.n && !strchr(" -,.;:!?()\"'\n\t", r->text.p[end]))
		end++;
	return (struct span){start, end - start};
}

static bool is_age_before(const struct reader *r)
{
	for (size_t k = 1; k <= NEAR_WORDS && k <= r->first_word; k++)
		if (cues_of_word(r, r->first_word - k) & CUE_AGE_BEFORE)
			return true;
	return false;
}

/* "Hamm, 44," and "Müller (44)": digits between marks, behind a word with a capital. */
static bool is_apposition(const struct reader *r, const struct number *n)
{
	if (r->first_word == 0 || n->value < 1 || n->value > AGE_MOST || n->value != (int)n->value ||
		n->kind != NUMBER_PLAIN || n->unit.n || n->bound != BOUND_EXACT)
		return false;
	const struct word *before = &r->words->items[r->first_word - 1];
	struct str left = str_sub(r->text, end_of(before->span), n->span.start - end_of(before->span));
	struct str right = str_trim(utf8_cut(str_from(r->text, end_of(n->span)), 2));
	left = str_trim(left);
	bool is_comma = str_eq(left, STR(",")) && right.n && strchr(",.;)", right.p[0]);
	bool is_bracket = str_eq(left, STR("(")) && right.n && right.p[0] == ')';
	return before->is_upper && (is_comma || is_bracket) && n->span.length <= 3;
}

/* The unit of a number: in its own span, or the word behind ("fourth year", "91 - year - old"). */
static bool read_number(struct reader *r, const struct number *n)
{
	struct duration d = {.span = n->span, .value = n->value, .bound = n->bound};
	uint64_t cues = 0;
	if (n->kind == NUMBER_PLAIN)
		cues = cues_of(r, last_word(span_text(r->text, n->span)));
	if (!(cues & CUE_UNIT) && (n->kind == NUMBER_PLAIN || n->kind == NUMBER_ORDINAL)) {
		struct span tail = tail_at(r, end_of(n->span));
		cues = cues_of(r, span_text(r->text, tail));
		if (cues & CUE_UNIT)
			d.span.length = end_of(tail) - n->span.start;
	}
	if (!(cues & CUE_UNIT) && is_apposition(r, n)) {
		cues = DURATION_CUES(DURATION_YEAR);
		d.is_age = true;
	}
	if (!(cues & CUE_UNIT))
		return false;
	d.unit = (enum duration_unit)CUE_VALUE(cues);
	d.is_ordinal = n->kind == NUMBER_ORDINAL;
	if (!d.is_ordinal && n->value <= AGE_MOST) {
		uint64_t next = cues_of(r, span_text(r->text, tail_at(r, end_of(d.span))));
		d.is_age |=
			((cues | next) & CUE_AGE_BEHIND) || (d.unit == DURATION_YEAR && is_age_before(r));
	}
	*VEC_ADD(r->a, &r->out) = d;
	return true;
}

/* "At the age of 51", where no unit follows. */
static void read_bare_age(struct reader *r, const struct number *n)
{
	if (n->kind != NUMBER_PLAIN || n->unit.n || n->value > AGE_MOST || n->counted.length ||
		!is_age_before(r))
		return;
	*VEC_ADD(r->a, &r->out) = (struct duration){.span = n->span,
		.value = n->value,
		.unit = DURATION_YEAR,
		.bound = n->bound,
		.is_age = true};
}

/* What the lexicon says about a word. */
static uint64_t lexicon_word(const struct reader *r, size_t word)
{
	uint64_t all;
	struct str folded = lexicon_fold(r->a, span_text(r->text, r->words->items[word].span));
	return lexicon_cues(folded, rules_bit(rules_of(r->language)), LEXICON_NUMBERS, &all);
}

static enum bound bound_of(const struct reader *r, size_t word)
{
	uint64_t cues = lexicon_word(r, word);
	return cues & CUE_OVER ? BOUND_OVER : cues & CUE_UNDER ? BOUND_UNDER : BOUND_EXACT;
}

/* "Over a year": word i is an article that stands before a unit and behind a bound. */
static void read_article(struct reader *r, size_t i)
{
	const struct word *w = &r->words->items[i];
	if (w->span.length > 5 || i == 0 || i + 1 >= r->words->n)
		return;
	if (!(lexicon_word(r, i) & CUE_ONE))
		return;
	uint64_t cues = cues_of_word(r, i + 1);
	if (!(cues & CUE_UNIT))
		return;
	size_t first = i - 1;
	enum bound bound = bound_of(r, first);
	if (bound == BOUND_EXACT && first > 0) { /* "more than a year", "plus d'un an" */
		first--;
		bound = bound_of(r, first);
		if (r->words->items[first + 1].span.length > 4)
			bound = BOUND_EXACT;
	}
	if (bound == BOUND_EXACT)
		return;
	size_t start = r->words->items[first].span.start;
	size_t end = end_of(r->words->items[i + 1].span);
	*VEC_ADD(r->a, &r->out) = (struct duration){.span = {start, end - start},
		.value = 1,
		.unit = (enum duration_unit)CUE_VALUE(cues),
		.bound = bound};
}

struct duration_vec text_durations(struct arena *a, struct str text, struct str language,
	const struct number_vec *numbers, const struct word_vec *words)
{
	struct reader r = {.a = a, .text = text, .language = language, .words = words};
	size_t n = 0;
	for (size_t i = 0; i <= words->n; i++) {
		size_t start = i < words->n ? words->items[i].span.start : SIZE_MAX;
		r.first_word = i;
		for (; n < numbers->n && numbers->items[n].span.start <= start; n++)
			if (!read_number(&r, &numbers->items[n]))
				read_bare_age(&r, &numbers->items[n]);
		if (i < words->n)
			read_article(&r, i);
	}
	return r.out;
}

double duration_days(const struct duration *d)
{
	static const double days[] = {
		1 / 86400.0, 1 / 1440.0, 1 / 24.0, 1, 7, 30.44, 365.25, 3652.5, 36525};
	return d->value * days[d->unit];
}
