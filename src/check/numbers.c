#include "check/parts.h"

#include <math.h>

/* A number that the draft calls approximate may be so far from the source's. */
#define ROUNDED_BY 0.05
/* Spelled numbers up to here ("two men") are often counted from a list, so that no source has them.
 */
#define SMALL 12

/* What two mentions of one currency have in common. */
static const struct {
	const char *forms, *code;
} currencies[] = {
	{" $ us$ usd dollar dollars dólares dolares dollari dolar dolarów долларов доларів ", "$"},
	{" € eur euro euros евро євро ", "€"},
	{" £ gbp pound pounds sterling pfund livres libras ", "£"},
	{" ¥ jpy yen yuan rmb cny ", "¥"},
	{" ₽ rub rouble roubles ruble rubles rubel рублей рубля рубль ", "₽"},
	{" ₴ uah hryvnia hryvnias гривень гривні ", "₴"},
	{" ₺ try lira liras ", "₺"},
	{" zł pln zloty zlotys złotych złote ", "zł"},
	{NULL, NULL},
};

static struct str currency_of(struct arena *a, struct str unit)
{
	struct str folded = str_trim(text_fold(a, unit)), last = folded;
	size_t blank = str_rfind_char(folded, ' ');
	if (blank != STR_NONE)
		last = str_from(folded, blank + 1);
	for (size_t i = 0; currencies[i].forms; i++)
		if (is_listed(currencies[i].forms, last))
			return str_c(currencies[i].code);
	return folded;
}

static bool is_close(double a, double b, double share)
{
	return fabs(a - b) <= share * fmax(fabs(a), fabs(b)) + 1e-9;
}

/* The place of the last digit that is not zero: 100 for 2,500. */
static double last_place(double value)
{
	double unit = 1;
	while (unit < 1e15 && value != 0 && fmod(value, unit * 10) == 0)
		unit *= 10;
	return unit;
}

/* Whether the draft's number is the source's, rounded to the digits that the draft gives: 2.5
 * million for 2,512,000. Two digits at least, else everything is a rounding of something; after
 * "more than" and "nearly" one is enough, cut off or filled up. */
static bool is_rounding(double draft, double source, bool is_approximate)
{
	if (fabs(draft) < 100 || source == 0 || fabs(draft - source) > fabs(draft))
		return false;
	double unit = last_place(draft);
	if (is_approximate &&
		(floor(source / unit) * unit == draft || ceil(source / unit) * unit == draft))
		return true;
	return fabs(draft) / unit >= 10 && round(source / unit) * unit == draft;
}

static bool is_kind_like(enum number_kind a, enum number_kind b)
{
	if (a == b)
		return true;
	bool has_ordinal = a == NUMBER_ORDINAL || b == NUMBER_ORDINAL;
	bool has_percent = a == NUMBER_PERCENT || b == NUMBER_PERCENT;
	bool has_score = a == NUMBER_SCORE || b == NUMBER_SCORE;
	return !has_ordinal && !has_percent && !has_score;
}

static bool is_same_currency(struct arena *a, const struct number *x, const struct number *y)
{
	if (x->kind != NUMBER_MONEY || y->kind != NUMBER_MONEY || x->unit.n == 0 || y->unit.n == 0)
		return true;
	return str_eq(currency_of(a, x->unit), currency_of(a, y->unit));
}

static bool is_equal(struct arena *a, const struct number *draft, const struct number *source)
{
	double share = draft->is_approximate || source->is_approximate ? ROUNDED_BY : 1e-9;
	return is_kind_like(draft->kind, source->kind) &&
		(is_close(draft->value, source->value, share) ||
			is_rounding(draft->value, source->value, draft->is_approximate)) &&
		is_same_currency(a, draft, source);
}

static struct str counted_stem(
	struct arena *a, struct str text, struct str language, const struct number *n)
{
	struct str counted = span_text(text, n->counted);
	return counted.n ? text_stem(a, text_fold(a, counted), language) : counted;
}

/* Where a source has the number: in what is cited, else anywhere. */
struct sighting {
	bool is_cited, is_elsewhere;
	bool is_alike;                /* the value is cited as another kind: "30th" for 30 */
	const struct number *counter; /* a cited number that stands in its place */
	struct cite where;            /* of the sighting or the counter */
};

static bool is_in_cites(const struct subject *s, size_t report, size_t offset, struct cite *cite)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report && span_has(s->cites.items[i].span, offset)) {
			*cite = s->cites.items[i];
			return true;
		}
	return false;
}

/* A cited number of another value is the one that belongs here when it counts the same thing. */
static bool is_counter(struct subject *s, const struct witness *source, const struct number *draft,
	const struct number *n, struct str draft_counted)
{
	if (!is_kind_like(draft->kind, n->kind) || is_equal(s->a, draft, n))
		return false;
	if (draft_counted.n)
		return str_eq(draft_counted, counted_stem(s->a, source->report->text, source->language, n));
	if (draft->kind == NUMBER_PLAIN && draft->unit.n)
		return str_eq(text_fold(s->a, draft->unit), text_fold(s->a, n->unit));
	return draft->kind == n->kind && draft->kind != NUMBER_PLAIN;
}

static struct sighting look_for(struct subject *s, const struct number *draft)
{
	struct sighting found = {0};
	struct str counted = counted_stem(s->a, s->text, s->language, draft);
	for (size_t r = 0; r < s->e->count && !found.is_cited; r++) {
		if (s->is_strict && !is_cited_report(s, r))
			continue;
		const struct witness *source = evidence_source(s->e, r);
		for (size_t i = 0; i < source->numbers.n && !found.is_cited; i++) {
			const struct number *n = &source->numbers.items[i];
			struct cite cite = {r, n->span};
			bool is_cited = is_in_cites(s, r, n->span.start, &cite);
			if (is_equal(s->a, draft, n)) {
				found.is_cited = is_cited;
				found.is_elsewhere = true;
				found.where = found.counter ? found.where : cite;
			} else if (is_cited && is_close(draft->value, n->value, 1e-9)) {
				found.is_alike = true;
			} else if (is_cited && !found.counter && is_counter(s, source, draft, n, counted)) {
				found.counter = n;
				found.where = cite;
			}
		}
	}
	return found;
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

/* The mention as written stands in what is cited, whatever the reader of numbers made of it there;
 * blanks aside, which scores and thousands have or have not. */
static bool is_written_in_cites(struct subject *s, struct span mention)
{
	struct str needle = without_blanks(s->a, span_text(s->text, mention));
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		struct str text = without_blanks(s->a, span_text(s->e->reports[c->report].text, c->span));
		for (size_t at = str_find(text, needle, 0); at != STR_NONE;
			 at = str_find(text, needle, at + 1)) {
			size_t end = at + needle.n;
			bool is_whole = end == text.n || !char_is_digit(text.p[end]);
			if (is_whole && (at == 0 || !char_is_digit(text.p[at - 1])))
				return true;
		}
	}
	return false;
}

static bool is_spelled(const struct subject *s, const struct number *n)
{
	struct str written = span_text(s->text, n->span);
	for (size_t i = 0; i < written.n; i++)
		if (char_is_digit(written.p[i]))
			return false;
	return true;
}

static const char *name_of_kind(enum number_kind kind)
{
	return kind == NUMBER_MONEY ? "money" : kind == NUMBER_PERCENT ? "percent" : "number";
}

static void report_number(struct subject *s, const struct number *n, const struct sighting *seen)
{
	struct str written = span_text(s->text, n->span), explain;
	const struct cite *evidence = seen->counter || seen->is_elsewhere ? &seen->where : NULL;
	bool is_weak = seen->is_alike ||
		(n->kind != NUMBER_MONEY && is_spelled(s, n) && (n->value <= SMALL || n->is_approximate));
	enum tier tier = is_weak && !(seen->counter && s->coverage > 0.5) ? TIER_REVIEW : TIER_ERROR;
	if (seen->counter) {
		const struct witness *source = evidence_source(s->e, seen->where.report);
		explain = str_format(s->a, "the draft says %.*s; the cited sentence says %.*s",
			STR_ARG(written), STR_ARG(source_text(source, seen->counter->span)));
		if (seen->is_elsewhere && !s->is_strict)
			tier = TIER_REVIEW;
		else if (tier == TIER_ERROR)
			s->is_contradicted = true;
	} else if (seen->is_elsewhere) {
		tier = TIER_REVIEW;
		explain = str_format(
			s->a, "the cited sentences do not have %.*s; another sentence does", STR_ARG(written));
	} else
		explain = str_format(s->a, "no cited source has the number %.*s", STR_ARG(written));
	(void)add_finding(s, n->span, kind_here(s, name_of_kind(n->kind)), tier, explain, evidence);
}

void check_numbers(struct subject *s)
{
	struct number_vec numbers = reading_numbers(read_own(s));
	for (size_t i = 0; i < numbers.n; i++) {
		const struct number *n = &numbers.items[i];
		bool is_bare_one = n->value == 1 && n->kind != NUMBER_MONEY && is_spelled(s, n);
		if (is_bare_one || (s->is_strict && desk_is_true_count(s, n)))
			continue;
		struct sighting seen = look_for(s, n);
		if (!seen.is_cited && !is_written_in_cites(s, n->span))
			report_number(s, n, &seen);
	}
}
