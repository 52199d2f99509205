#include "story/story.h"

#include <math.h>

/* A wrong row here is worse than none, so two figures are held against each other only when the
 * same thing is counted, the words beside it agree, the sentences speak of the same, and nothing
 * else explains the difference. */
#define CONTEXT_SHARED 3   /* words of both sentences, besides what is counted */
#define CONTEXT_SHARE 0.25 /* and so much of the sentence that has fewer */
#define RATIO_MOST 2.5     /* what is further apart than that counts something else */
#define CURRENT_S \
	(3 * DAY_S)         /* a sentence that dates itself further from its report is history \
						 */
#define ROUNDING 0.1    /* an approximate figure may be so far from an exact one */
#define FIGURES_MOST 40 /* of one report */
#define REPORTS_MOST ((size_t)LIMIT_STORY_REPORTS)

#define DAY_NONE INT64_MIN

struct figure {
	size_t report;
	struct span sentence;
	struct number number;
	struct str subject;       /* the counted noun as written */
	struct str stem;          /* and its stem */
	struct str before, after; /* stems beside the figure; empty at the sentence's ends */
	struct map context;       /* stems of the sentence but the counted one */
	int64_t day;              /* DAY_NONE when the sentence names none */
	bool is_single;           /* its sentence counts the thing once */
	bool is_used;
};
struct figure_vec {
	struct figure *items;
	size_t n, capacity;
};

/* ---- Reading the figures ---- */

static bool is_one_of(struct str word, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

/* Ages, durations and repetitions are about the one case, not about how many there are. */
static bool is_measure_of_time(struct str folded)
{
	static const struct str words[] = {STR_CONST("year"), STR_CONST("years"), STR_CONST("month"),
		STR_CONST("months"), STR_CONST("week"), STR_CONST("weeks"), STR_CONST("day"),
		STR_CONST("days"), STR_CONST("hour"), STR_CONST("hours"), STR_CONST("minute"),
		STR_CONST("minutes"), STR_CONST("second"), STR_CONST("seconds"), STR_CONST("time"),
		STR_CONST("times"), STR_CONST("year-old"), STR_CONST("years-old"), STR_CONST("jahr"),
		STR_CONST("jahre"), STR_CONST("jahren"), STR_CONST("monate"), STR_CONST("monaten"),
		STR_CONST("wochen"), STR_CONST("tage"), STR_CONST("tagen"), STR_CONST("stunden"),
		STR_CONST("minuten"), STR_CONST("sekunden"), STR_CONST("mal"), STR_CONST("uhr")};
	return is_one_of(folded, words, sizeof(words) / sizeof(words[0]));
}

/* They stand beside figures of anything. */
static bool is_approximation(struct str folded)
{
	static const struct str words[] = {STR_CONST("nearly"), STR_CONST("almost"),
		STR_CONST("around"), STR_CONST("about"), STR_CONST("roughly"), STR_CONST("some"),
		STR_CONST("approximately"), STR_CONST("least"), STR_CONST("most"), STR_CONST("near"),
		STR_CONST("more"), STR_CONST("than"), STR_CONST("over"), STR_CONST("fast"),
		STR_CONST("rund"), STR_CONST("etwa"), STR_CONST("mindestens"), STR_CONST("knapp"),
		STR_CONST("ungef\xC3\xA4hr"), STR_CONST("said"), STR_CONST("says")};
	return is_one_of(folded, words, sizeof(words) / sizeof(words[0]));
}

static bool overlaps(struct span a, struct span b)
{
	return a.start < b.start + b.length && b.start < a.start + a.length;
}

/* Stems of the sentence, and those next to figure and noun. */
static void read_context(struct arena *a, const struct report *r, struct figure *f)
{
	struct word_vec words = text_words(a, span_text(r->text, f->sentence), r->language);
	f->context = map_new(a);
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		struct span span = {f->sentence.start + w->span.start, w->span.length};
		if (overlaps(span, f->number.counted))
			f->stem = w->stem; /* of several words the last is the noun */
		if (w->is_stop || w->is_number || overlaps(span, f->number.counted) ||
			overlaps(span, f->number.span))
			continue;
		(void)map_put(&f->context, w->stem, NULL);
		if (is_approximation(text_fold(a, span_text(r->text, span))))
			continue;
		size_t end = f->number.counted.start + f->number.counted.length;
		if (span.start < f->number.span.start)
			f->before = w->stem;
		else if (span.start >= end && !f->after.n)
			f->after = w->stem;
	}
}

/* "Hundreds" and "dozens" are no figures. */
static bool is_countable(const struct report *r, const struct number *n)
{
	struct str written = span_text(r->text, n->span);
	bool is_in_digits = written.n && char_is_digit(written.p[0]);
	return n->kind == NUMBER_PLAIN && n->counted.length > 0 && !n->unit.n && n->value > 1 &&
		(is_in_digits || !n->is_approximate);
}

static void mark_singles(struct figure_vec *all, size_t first)
{
	for (size_t i = first; i < all->n; i++)
		for (size_t k = first; k < i; k++)
			if (all->items[i].sentence.start == all->items[k].sentence.start &&
				str_eq(all->items[i].stem, all->items[k].stem))
				all->items[i].is_single = all->items[k].is_single = false;
}

/* The day that the sentence names; false when it is about another time than its report. */
static bool date_sentence(
	const struct report *r, const struct date_vec *dates, size_t *at, struct figure *f)
{
	f->day = DAY_NONE;
	while (*at < dates->n && dates->items[*at].span.start < f->sentence.start)
		(*at)++;
	for (size_t i = *at; i < dates->n && overlaps(dates->items[i].span, f->sentence); i++) {
		struct when when = dates->items[i].when;
		if (dates->items[i].is_relative && dates->items[i].has_day && !when_is_known(r->published))
			continue;
		bool is_current = dates->items[i].has_day && when_is_known(r->published) &&
			llabs(when.utc_s - r->published.utc_s) <= CURRENT_S;
		if (!is_current)
			return false;
		struct civil c = when_civil(when);
		f->day = days_from_civil(c.year, c.month, c.day);
	}
	return true;
}

static void read_figures(
	struct arena *a, const struct report *r, size_t index, struct figure_vec *all)
{
	struct span_vec sentences = text_sentences(a, r->text, r->language);
	struct number_vec numbers = text_numbers(a, r->text, r->language);
	struct date_vec dates = text_dates(a, r->text, r->language, r->published);
	size_t first = all->n, of_report = 0;
	for (size_t i = 0, at = 0, day = 0; i < numbers.n && of_report < FIGURES_MOST; i++) {
		const struct number *n = &numbers.items[i];
		while (at < sentences.n &&
			sentences.items[at].start + sentences.items[at].length <= n->span.start)
			at++;
		if (at == sentences.n)
			break;
		struct str subject = span_text(r->text, n->counted);
		if (n->span.start < sentences.items[at].start || !is_countable(r, n) ||
			is_measure_of_time(text_fold(a, subject)))
			continue;
		struct figure f = {.report = index,
			.sentence = sentences.items[at],
			.number = *n,
			.subject = subject,
			.is_single = true};
		if (!date_sentence(r, &dates, &day, &f))
			continue;
		read_context(a, r, &f);
		*VEC_ADD(a, all) = f;
		of_report++;
	}
	mark_singles(all, first);
}

/* ---- Holding two against each other ---- */

static bool is_same_word(struct str x, struct str y)
{
	return x.n && str_eq(x, y);
}

/* "Killed 12 people", "12 people were killed": the word that says what became of them stands before
 * or behind; when both have one before, what stands behind tells only of the place. */
static bool is_same_deed(const struct figure *x, const struct figure *y)
{
	return is_same_word(x->before, y->before) || is_same_word(x->before, y->after) ||
		is_same_word(x->after, y->before) ||
		((!x->before.n || !y->before.n) && is_same_word(x->after, y->after));
}

static bool speak_of_the_same(const struct figure *x, const struct figure *y)
{
	size_t shared = 0;
	size_t fewer = x->context.n < y->context.n ? x->context.n : y->context.n;
	for (size_t i = 0; i < x->context.n; i++)
		shared += map_get(&y->context, x->context.items[i].key) != NULL;
	return is_same_deed(x, y) && shared >= CONTEXT_SHARED &&
		(double)shared >= CONTEXT_SHARE * (double)fewer;
}

static bool are_of_other_days(const struct figure *x, const struct figure *y)
{
	return x->day != DAY_NONE && y->day != DAY_NONE && x->day != y->day;
}

static bool values_differ(const struct number *x, const struct number *y)
{
	double difference = fabs(x->value - y->value);
	double larger = fmax(fabs(x->value), fabs(y->value));
	bool is_rough = x->is_approximate || y->is_approximate;
	return difference > (is_rough ? ROUNDING * larger : 0);
}

static bool are_comparable(double x, double y)
{
	return fmax(x, y) <= RATIO_MOST * fmin(x, y);
}

static bool is_same_thing(const struct figure *x, const struct figure *y)
{
	return are_comparable(x->number.value, y->number.value) && str_eq(x->stem, y->stem) &&
		x->is_single && y->is_single && !are_of_other_days(x, y) && speak_of_the_same(x, y);
}

/* Whether the report of y says somewhere what x says: then they do not differ. */
static bool is_agreed(const struct figure_vec *all, const struct figure *x, size_t report)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->items[i].report == report && str_eq(all->items[i].stem, x->stem) &&
			!values_differ(&all->items[i].number, &x->number))
			return true;
	return false;
}

static bool is_one_voice(const struct report *x, const struct report *y)
{
	if (x->owner.n || y->owner.n)
		return str_eq(x->owner, y->owner);
	return x->outlet.n && str_eq(x->outlet, y->outlet);
}

static void add_row(struct arena *a, const struct report *reports, const struct figure_vec *row,
	struct disagreement_vec *out)
{
	struct disagreement *d = VEC_ADD(a, out);
	d->subject = str_dup(a, row->items[0].subject);
	d->figures = ARENA_ARRAY(a, struct differing_figure, row->n);
	for (size_t i = 0; i < row->n; i++) {
		const struct figure *f = &row->items[i];
		struct str text = span_text(reports[f->report].text, f->number.span);
		d->figures[d->figure_count++] = (struct differing_figure){
			.figure = text, .cite = {.report = f->report, .span = f->sentence}};
	}
}

/* The other figures that differ from x, one of each origin, each value once. */
static struct figure_vec collect_row(struct arena *a, const struct report *reports,
	const struct figure_vec *all, const struct figure *x)
{
	struct figure_vec row = {0};
	*VEC_ADD(a, &row) = *x;
	for (size_t i = 0; i < all->n; i++) {
		struct figure *y = &all->items[i];
		bool fits = !y->is_used && is_same_thing(x, y);
		for (size_t k = 0; k < row.n && fits; k++)
			fits = row.items[k].report != y->report &&
				!is_one_voice(&reports[row.items[k].report], &reports[y->report]) &&
				values_differ(&row.items[k].number, &y->number) &&
				!is_agreed(all, &row.items[k], y->report) &&
				!is_agreed(all, y, row.items[k].report);
		if (fits) {
			y->is_used = true;
			*VEC_ADD(a, &row) = *y;
		}
	}
	return row;
}

struct disagreement_vec story_disagreements(
	struct arena *a, const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct figure_vec all = {0};
	struct disagreement_vec out = {0};
	count = count < REPORTS_MOST ? count : REPORTS_MOST;
	struct report *own = ARENA_ARRAY(&scratch, struct report, count);
	if (count)
		memcpy(own, reports, count * sizeof(*own));
	story_origins(own, count);
	for (size_t i = 0; i < count; i++)
		if (own[i].origin == (int64_t)i)
			read_figures(&scratch, &reports[i], i, &all);
	for (size_t i = 0; i < all.n; i++) {
		if (all.items[i].is_used)
			continue;
		struct figure_vec row = collect_row(&scratch, reports, &all, &all.items[i]);
		if (row.n > 1)
			add_row(a, reports, &row, &out);
	}
	arena_free(&scratch);
	return out;
}
