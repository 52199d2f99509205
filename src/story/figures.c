#include "story/figures.h"

#include <math.h>

/* A wrong pair here is worse than none, so two figures are held against each other only when the
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
#define WHOLE_BYTES ((size_t)40) /* between a part and its whole */

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

/* Seconds of what the folded word counts; 0 when it is no measure of time for a window. */
static int64_t window_unit(struct str folded)
{
	static const struct {
		struct str begins;
		int64_t seconds;
	} units[] = {{STR_CONST("hour"), 3600}, {STR_CONST("stunde"), 3600}, {STR_CONST("heure"), 3600},
		{STR_CONST("hora"), 3600}, {STR_CONST("day"), DAY_S}, {STR_CONST("tag"), DAY_S},
		{STR_CONST("jour"), DAY_S}, {STR_CONST("night"), DAY_S}, {STR_CONST("nacht"), DAY_S},
		{STR_CONST("n\xC3\xA4"
				   "chte"),
			DAY_S},
		{STR_CONST("week"), 7 * DAY_S}, {STR_CONST("woche"), 7 * DAY_S},
		{STR_CONST("month"), 30 * DAY_S}, {STR_CONST("monat"), 30 * DAY_S}};
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (str_starts(folded, units[i].begins) && folded.n <= units[i].begins.n + 2)
			return units[i].seconds;
	return 0;
}

/* Words right before a figure that make it the least it can be. */
static bool is_lower_bound(struct arena *a, struct str text, struct span number)
{
	static const struct str bounds[] = {STR_CONST("at least"), STR_CONST("more than"),
		STR_CONST("over"), STR_CONST("mindestens"), STR_CONST("mehr als"), STR_CONST("au moins"),
		STR_CONST("plus de"), STR_CONST("al menos"), STR_CONST("almeno")};
	size_t from = number.start > 24 ? number.start - 24 : 0;
	while (from < number.start && (text.p[from] & 0xC0) == 0x80)
		from++;
	/* The number may take its bound into its span. */
	struct str before = str_trim(
		text_fold(a, str_sub(text, from, number.start - from + (number.length > 12 ? 12 : 0))));
	struct str outside = str_trim(text_fold(a, str_sub(text, from, number.start - from)));
	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++)
		if (str_ends(outside, bounds[i]) ||
			(number.length > 12 && str_find(before, bounds[i], outside.n) != STR_NONE))
			return true;
	return false;
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

/* Stems of the sentences before and behind it. */
static void read_around(struct arena *a, const struct report *r, const struct span_vec *sentences,
	size_t at, struct figure *f)
{
	f->around = map_new(a);
	for (size_t i = at > 0 ? at - 1 : 0; i < sentences->n && i <= at + 1; i++) {
		struct word_vec words = text_words(a, span_text(r->text, sentences->items[i]), r->language);
		for (size_t k = 0; k < words.n; k++)
			if (!words.items[k].is_stop && !words.items[k].is_number)
				(void)map_put(&f->around, words.items[k].stem, NULL);
	}
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
	size_t end = n->span.start + n->span.length;
	bool is_measure = n->counted.start < end; /* "850 hectares of forest" */
	if (!is_measure && str_starts(str_from(r->text, end), STR(" of "))) /* "15 of the injured" */
		return false;
	bool is_in_digits = written.n && char_is_digit(written.p[0]);
	return n->kind == NUMBER_PLAIN && n->counted.length > 0 && !n->unit.n && n->value > 1 &&
		(is_in_digits || !n->is_approximate);
}

/* "In 48 hours", "over three days": the span of time of the sentence's figures. */
static void read_window(
	struct arena *a, const struct report *r, const struct number_vec *numbers, struct figure *f)
{
	for (size_t i = 0; i < numbers->n; i++) {
		const struct number *n = &numbers->items[i];
		if (!overlaps(n->span, f->sentence) || n->span.start == f->number.span.start)
			continue;
		struct str noun = n->unit.n ? n->unit : span_text(r->text, n->counted);
		int64_t unit = window_unit(text_fold(a, noun));
		if (unit == 0 || n->value < 1 || n->value > 366)
			continue;
		f->window_s = (int64_t)(n->value * (double)unit);
		size_t end = n->counted.length ? n->counted.start + n->counted.length
									   : n->span.start + n->span.length;
		f->window = (struct span){n->span.start, end - n->span.start};
	}
}

/* A sentence that counts the thing twice with nothing beside to tell the two apart. */
static void mark_singles(struct figure_vec *all, size_t first)
{
	for (size_t i = first; i < all->n; i++)
		for (size_t k = first; k < i; k++) {
			struct figure *x = &all->items[i], *y = &all->items[k];
			if (x->sentence.start == y->sentence.start && str_eq(x->stem, y->stem) &&
				(str_eq(x->before, y->before) || str_eq(x->after, y->after)))
				x->is_single = y->is_single = false;
		}
}

/* "Fourteen of the hospice's 32 beds": the second is the whole, not what is told. */
static bool is_whole(const struct report *r, const struct number_vec *numbers, size_t i)
{
	if (i == 0)
		return false;
	size_t from = numbers->items[i - 1].span.start + numbers->items[i - 1].span.length;
	size_t to = numbers->items[i].span.start;
	if (to < from || to - from > WHOLE_BYTES)
		return false;
	struct str between = str_sub(r->text, from, to - from);
	return str_starts(between, STR(" of ")) || str_starts(between, STR(" der ")) ||
		str_starts(between, STR(" von ")) || str_starts(between, STR(" des ")) ||
		str_starts(between, STR(" de "));
}

/* An area is what is told of fires and floods, and its unit is what is counted. */
static void count_area(struct arena *a, const struct report *r, struct number *n)
{
	static const struct str units[] = {
		STR_CONST("hect"), STR_CONST("hekt"), STR_CONST("acre"), STR_CONST("ettar")};
	struct str folded = text_fold(a, n->unit);
	size_t at = n->unit.n ? str_find(r->text, n->unit, n->span.start) : STR_NONE;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!str_starts(folded, units[i]) || at > n->span.start + n->span.length + 1)
			continue;
		n->counted = (struct span){at, n->unit.n};
		n->unit = STR("");
	}
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

void figures_read(struct arena *a, const struct report *r, size_t index, struct figure_vec *all)
{
	struct span_vec sentences = text_sentences(a, r->text, r->language);
	struct number_vec numbers = text_numbers(a, r->text, r->language);
	struct date_vec dates = text_dates(a, r->text, r->language, r->published);
	size_t first = all->n, of_report = 0;
	for (size_t i = 0, at = 0, day = 0; i < numbers.n && of_report < FIGURES_MOST; i++) {
		struct number *n = &numbers.items[i];
		count_area(a, r, n);
		while (at < sentences.n &&
			sentences.items[at].start + sentences.items[at].length <= n->span.start)
			at++;
		if (at == sentences.n)
			break;
		struct str subject = span_text(r->text, n->counted);
		if (n->span.start < sentences.items[at].start || !is_countable(r, n) ||
			is_whole(r, &numbers, i) || is_measure_of_time(text_fold(a, subject)))
			continue;
		struct figure f = {.report = index,
			.sentence = sentences.items[at],
			.number = *n,
			.subject = subject,
			.is_single = true};
		if (!date_sentence(r, &dates, &day, &f))
			continue;
		f.is_least = is_lower_bound(a, r->text, n->span);
		read_window(a, r, &numbers, &f);
		read_context(a, r, &f);
		read_around(a, r, &sentences, at, &f);
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
bool figures_have_one_deed(const struct figure *x, const struct figure *y)
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
	return figures_have_one_deed(x, y) && shared >= CONTEXT_SHARED &&
		(double)shared >= CONTEXT_SHARE * (double)fewer;
}

static bool are_of_other_days(const struct figure *x, const struct figure *y)
{
	return x->day != DAY_NONE && y->day != DAY_NONE && x->day != y->day;
}

bool figures_differ(const struct figure *x, const struct figure *y)
{
	double vx = x->number.value, vy = y->number.value;
	bool is_rough = x->number.is_approximate || y->number.is_approximate;
	if ((x->is_least && vy > vx) || (y->is_least && vx > vy))
		return false;
	return fabs(vx - vy) > (is_rough ? ROUNDING * fmax(fabs(vx), fabs(vy)) : 0);
}

bool figures_are_near(const struct figure *x, const struct figure *y)
{
	double vx = x->number.value, vy = y->number.value;
	return fmax(vx, vy) <= RATIO_MOST * fmin(vx, vy);
}

bool figures_count_the_same(const struct figure *x, const struct figure *y)
{
	return figures_are_near(x, y) && str_eq(x->stem, y->stem) && x->is_single && y->is_single &&
		x->window_s == y->window_s && !are_of_other_days(x, y) && speak_of_the_same(x, y);
}
