#include "check/amounts.h"

#define NEXT_BYTES 12 /* behind "600 drones" at which the number of what comes next can begin */

/* Nouns, folded, that do not tell what is counted: killed and injured are both people. */
static const char people_words[] =
	" people persons person menschen personen leute personnes gens personas gente persone pessoas "
	"mensen osób osoby ludzi человек человека людей людям осіб особи людини kişi ";

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (char_is_digit(s.p[i]))
			return true;
	return false;
}

static size_t end_of(struct span span)
{
	return span.start + span.length;
}

/* "600 drones and missiles": what is counted goes on behind "and" with a word that no number of its
 * own and no article stands before. */
static bool is_joint(struct str text, struct str language, const struct number *n)
{
	static const char ands[] = " and und et y e en i ve и та і & ";
	if (n->counted.length == 0 || n->kind == NUMBER_ORDINAL)
		return false;
	struct str rest = utf8_cut(str_from(text, end_of(n->counted)), 60);
	if (rest.n < 2 || rest.p[0] != ' ')
		return false;
	struct str trimmed = str_trim(rest);
	struct str and = str_cut(&trimmed, ' '), noun = str_cut(&trimmed, ' ');
	if (!is_listed(ands, and) || noun.n < 3 || has_digit(noun))
		return false;
	struct str counted = span_text(text, n->counted);
	char last = noun.p[noun.n - 1];
	bool is_end = strchr(".,;:", last) != NULL;
	noun.n -= is_end;
	/* Both in the same number, as far as an ending tells. */
	return !text_is_stop(noun, language) && noun.n > 1 &&
		(noun.p[noun.n - 1] == counted.p[counted.n - 1]);
}

static struct str counted_stem(
	struct arena *a, struct str text, struct str language, const struct number *n)
{
	struct str counted = span_text(text, n->counted);
	return counted.n ? text_stem(a, text_fold(a, counted), language) : counted;
}

static int compare_amounts(const void *a, const void *b)
{
	const struct amount *x = a, *y = b;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

static void add_numbers(struct arena *a, struct amount_vec *out, struct str text,
	struct str language, const struct number_vec *numbers, const struct duration_vec *durations)
{
	size_t d = 0;
	for (size_t i = 0; i < numbers->n; i++) {
		const struct number *n = &numbers->items[i];
		while (d < durations->n && end_of(durations->items[d].span) <= n->span.start)
			d++;
		struct amount *m = VEC_ADD(a, out);
		*m = (struct amount){.kind = AMOUNT_NUMBER, .span = n->span, .number = n};
		m->is_spelled = !has_digit(span_text(text, n->span));
		if (d < durations->n && durations->items[d].span.start <= n->span.start) {
			m->kind = AMOUNT_DURATION;
			m->duration = &durations->items[d];
			m->span = m->duration->span;
			continue;
		}
		m->counted = counted_stem(a, text, language, n);
		if (n->kind == NUMBER_MONEY && n->unit.n)
			m->currency = unit_currency(a, n->unit);
		(void)unit_measure(a, n->unit, &m->measure); /* pounds may be both */
		m->is_people = is_listed(people_words, text_fold(a, span_text(text, n->counted)));
		bool is_next_near = i + 1 < numbers->n &&
			numbers->items[i + 1].span.start < end_of(n->counted) + NEXT_BYTES;
		m->is_joint = !is_next_near && is_joint(text, language, n);
	}
}

struct amount_vec amounts_of(struct arena *a, struct text_reading *reading, struct str text,
	struct str language, struct when anchor)
{
	struct amount_vec out = {0};
	struct number_vec *numbers = ARENA_NEW(a, struct number_vec);
	struct date_vec *dates = ARENA_NEW(a, struct date_vec);
	struct duration_vec *durations = ARENA_NEW(a, struct duration_vec);
	struct word_vec words = reading_words(reading);
	struct clock_time_vec times = {0};
	*numbers = reading_numbers(reading);
	*dates = reading_dates(reading, anchor);
	*durations = text_durations(a, text, language, numbers, &words);
	if (has_digit(text))
		times = reading_clock_times(reading);
	add_numbers(a, &out, text, language, numbers, durations);
	for (size_t i = 0, n = 0; i < durations->n; i++) { /* "over a year" */
		const struct duration *d = &durations->items[i];
		while (n < numbers->n && numbers->items[n].span.start < d->span.start)
			n++;
		if (n < numbers->n && numbers->items[n].span.start < end_of(d->span))
			continue;
		*VEC_ADD(a, &out) = (struct amount){
			.kind = AMOUNT_DURATION, .span = d->span, .duration = d, .is_spelled = true};
	}
	for (size_t i = 0; i < dates->n; i++)
		*VEC_ADD(a, &out) = (struct amount){.kind = AMOUNT_DATE,
			.span = dates->items[i].span,
			.date = &dates->items[i],
			.is_spelled = !has_digit(span_text(text, dates->items[i].span))};
	for (size_t i = 0; i < times.n; i++)
		*VEC_ADD(a, &out) = (struct amount){
			.kind = AMOUNT_TIME, .span = times.items[i].span, .time = &times.items[i]};
	if (out.n)
		qsort(out.items, out.n, sizeof(*out.items), compare_amounts);
	return out;
}

const struct amount_vec *amounts_of_source(struct evidence *e, struct witness *source)
{
	if (!source->amounts) {
		const struct report *r = source->report;
		source->amounts = ARENA_NEW(e->a, struct amount_vec);
		*source->amounts =
			amounts_of(e->a, source->reading, r->text, source->language, r->published);
	}
	return source->amounts;
}
