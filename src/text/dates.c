#include "text/text.h"

#include "text/facts.h"
#include "text/lexicon.h"
#include "text/tokens.h"

#define FUTURE_REACH 9 /* tokens between a verb in the future and its weekday */

struct dates {
	struct arena *a;
	struct str text, language;
	struct when anchor;
	int64_t today; /* days since 1970 of the anchor where it was written */
	struct token_vec tokens;
	struct date_vec out;
};

static const struct token *at(const struct dates *d, size_t i, ptrdiff_t distance)
{
	return token_near(&d->tokens, i, distance);
}

static bool is_language(const struct dates *d, const char *language)
{
	return str_eq(d->language, str_c(language));
}

/* Digits alone, at most four of them; -1 for anything else. */
static int whole(struct str digits)
{
	int64_t value;
	if (digits.n == 0 || digits.n > 4 || !char_is_digit(digits.p[0]) || !str_to_i64(digits, &value))
		return -1;
	return (int)value;
}

static int whole_of(const struct dates *d, const struct token *t)
{
	return t->kind == TOKEN_NUMBER ? whole(span_text(d->text, t->span)) : -1;
}

static bool is_day(int n)
{
	return n >= 1 && n <= 31;
}

static bool is_year(const struct dates *d, const struct token *t)
{
	int year = whole_of(d, t);
	return t->span.length == 4 && year >= 1000 && year < 2200;
}

static struct when day_of(const struct dates *d, int64_t days)
{
	struct when w = when_from_civil(civil_from_days(days), d->anchor.offset_min);
	w.is_day_only = true;
	return w;
}

static struct date_mention *add(struct dates *d, size_t first, size_t last, struct when w)
{
	struct date_mention *m = VEC_ADD(d->a, &d->out);
	*m = (struct date_mention){
		.span = token_range(&d->tokens, first, last), .when = w, .weekday = -1};
	return m;
}

static struct date_mention *add_days(struct dates *d, size_t first, size_t last, int64_t days)
{
	bool is_known = when_is_known(d->anchor);
	struct date_mention *m = add(d, first, last, is_known ? day_of(d, days) : WHEN_UNKNOWN);
	m->is_relative = m->has_day = m->has_month = true;
	return m;
}

static void add_day_word(struct dates *d, size_t first, size_t last, int64_t shift)
{
	struct date_mention *m = add_days(d, first, last, d->today + shift);
	m->period = 'd';
	m->shift = shift;
}

/* What a verb does not reach over. */
static bool is_clause_end(const struct token *t)
{
	return t->kind == TOKEN_MARK && t->mark != '-' && t->mark != ',';
}

/* A verb in the future before the date, or behind a date that opens its sentence; a reporting verb
 * between them means that the date is the day of speaking. */
static bool is_future(const struct dates *d, size_t i)
{
	for (ptrdiff_t k = 1; k <= FUTURE_REACH; k++) {
		uint64_t cues = at(d, i, -k)->cues;
		if ((cues & CUE_SAY) || is_clause_end(at(d, i, -k)))
			break;
		if (cues & CUE_FUTURE)
			return true;
	}
	if (!at(d, i, 0)->is_first && !at(d, i, -1)->is_first && !is_language(d, "de"))
		return false;
	for (ptrdiff_t k = 1; k <= FUTURE_REACH; k++) {
		uint64_t cues = at(d, i, k)->cues;
		if ((cues & CUE_SAY) || is_clause_end(at(d, i, k)))
			break;
		if (cues & CUE_FUTURE)
			return true;
	}
	return false;
}

/* The year in which a day and month without a year are nearest to the anchor; news looks back more
 * than ahead. */
static int nearest_year(const struct dates *d, int month, int day, bool is_ahead)
{
	int best = 0;
	int64_t least = INT64_MAX;
	for (int shift = -1; shift <= 1; shift++) {
		int year = civil_from_days(d->today).year + shift;
		int64_t away = days_from_civil(year, month, day) - d->today;
		int64_t cost = away > 0 ? away * (is_ahead ? 1 : 2) : -away * (is_ahead ? 2 : 1);
		if (cost < least) {
			least = cost;
			best = year;
		}
	}
	return best;
}

/* A calendar date; day 0: a month, month 0: a year; year 0: the nearest. */
static bool add_calendar(struct dates *d, size_t first, size_t last, int year, int month, int day)
{
	int written = year;
	bool has_year = year > 0;
	if (!has_year && when_is_known(d->anchor))
		year = nearest_year(d, month, day ? day : 1, is_future(d, first));
	if (month > 12 || (month && day > days_in_month(year ? year : 2000, month)))
		return false;
	struct civil c = {.year = year, .month = month ? month : 1, .day = day ? day : 1};
	struct when w = WHEN_UNKNOWN;
	if (year) {
		w = when_from_civil(c, d->anchor.offset_min);
		w.is_day_only = true;
	}
	struct date_mention *m = add(d, first, last, w);
	m->has_day = day > 0;
	m->has_month = month > 0;
	m->is_relative = !has_year;
	m->year = written;
	m->month = month;
	m->day = day;
	return true;
}

/* Whether the token names a month here: "May" and "March" want their capital. */
static int month_of(const struct dates *d, const struct token *t)
{
	bool wants_capital = is_language(d, "en") || is_language(d, "de") || is_language(d, "tr");
	if (!(t->cues & CUE_MONTH) || (wants_capital && !t->is_upper))
		return 0;
	return CUE_VALUE(t->cues);
}

/* How many tokens the ending of an ordinal takes: "27th", "27.", "1er", "27-го". */
static ptrdiff_t ordinal_ending(const struct dates *d, size_t i)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "er", "e", "го", "е", "o", "a"};
	const struct token *t = at(d, i, 1);
	if (t->mark == 0xba || t->mark == 0xaa || (t->mark == '.' && t->is_glued))
		return 1;
	ptrdiff_t skipped = t->mark == '-' ? 2 : 1;
	t = at(d, i, skipped);
	for (size_t k = 0; t->is_glued && k < sizeof endings / sizeof *endings; k++)
		if (str_eq(t->word, str_c(endings[k])))
			return skipped;
	return 0;
}

/* The year behind a month, with its comma or "de": how many tokens, and which year. */
static ptrdiff_t year_behind(const struct dates *d, size_t i, int *year)
{
	ptrdiff_t step = 1;
	const struct token *t = at(d, i, step);
	if (t->mark == ',' || (t->cues & CUE_OF) || (t->mark == '.' && t->is_glued))
		t = at(d, i, ++step);
	if (!is_year(d, t))
		return 0;
	*year = whole_of(d, t);
	if (at(d, i, step + 1)->cues & CUE_YEAR_WORD)
		step++;
	return step;
}

/* "27 May 2025", "27. Mai", "27 de mayo de 2025". Returns how many tokens it took. */
static size_t read_day_month(struct dates *d, size_t i)
{
	int day = whole_of(d, at(d, i, 0));
	if (!is_day(day))
		return 0;
	ptrdiff_t k = 1 + ordinal_ending(d, i);
	if (at(d, i, k)->cues & CUE_OF)
		k++;
	int month = month_of(d, at(d, i, k));
	if (!month)
		return 0;
	int year = 0;
	ptrdiff_t last = k + year_behind(d, i + (size_t)k, &year);
	return add_calendar(d, i, i + (size_t)last, year, month, day) ? (size_t)last + 1 : 0;
}

static bool is_joint(const struct token *t)
{
	static const char *const joints[] = {"and", "to", "und", "auf", "den", "bis", "zum", "et", "au",
		"y", "al", "e", "en", "op", "na", "i", "ve", "и", "на", "до", "та", "по"};
	if (t->mark == '-' || t->mark == 0x2013 || t->mark == '/' || t->mark == 0x2014)
		return true;
	for (size_t i = 0; t->kind == TOKEN_WORD && i < sizeof joints / sizeof *joints; i++)
		if (str_eq(t->word, str_c(joints[i])))
			return true;
	return false;
}

/* The first day of a pair, "26 and 27 May", "vom 26. auf den 27. Mai"; the second is read by
 * itself. */
static size_t read_day_before_day(struct dates *d, size_t i)
{
	int day = whole_of(d, at(d, i, 0));
	if (!is_day(day))
		return 0;
	ptrdiff_t k = 1 + ordinal_ending(d, i), joint = k;
	while (k < joint + 2 && is_joint(at(d, i, k)))
		k++;
	if (k == joint || !is_day(whole_of(d, at(d, i, k))))
		return 0;
	k += 1 + ordinal_ending(d, i + (size_t)k);
	if (at(d, i, k)->cues & CUE_OF)
		k++;
	int month = month_of(d, at(d, i, k)), year = 0;
	if (!month)
		return 0;
	(void)year_behind(d, i + (size_t)k, &year); /* its length belongs to the second day */
	return add_calendar(d, i, i, year, month, day) ? 1 : 0;
}

/* "May 27, 2025", "May 26-27". */
static size_t read_month_day(struct dates *d, size_t i)
{
	int month = month_of(d, at(d, i, 0));
	ptrdiff_t k = at(d, i, 1)->mark == '.' ? 2 : 1;
	int day = whole_of(d, at(d, i, k));
	if (!month || !is_language(d, "en") || !is_day(day))
		return 0;
	k += ordinal_ending(d, i + (size_t)k) && at(d, i, k + 1)->kind == TOKEN_WORD;
	int year = 0, second = 0;
	if (is_joint(at(d, i, k + 1)) && at(d, i, k + 1)->kind == TOKEN_MARK)
		second = whole_of(d, at(d, i, k + 2));
	if (is_day(second)) {
		ptrdiff_t behind = year_behind(d, i + (size_t)k + 2, &year);
		size_t taken = (size_t)(k + 2 + behind);
		return add_calendar(d, i, i + (size_t)k, year, month, day) &&
				add_calendar(d, i + (size_t)k + 2, i + taken, year, month, second)
			? taken + 1
			: 0;
	}
	ptrdiff_t last = k + year_behind(d, i + (size_t)k, &year);
	return add_calendar(d, i, i + (size_t)last, year, month, day) ? (size_t)last + 1 : 0;
}

/* "May 2025", "in May". */
static size_t read_month(struct dates *d, size_t i)
{
	int month = month_of(d, at(d, i, 0)), year = 0;
	if (!month)
		return 0;
	ptrdiff_t behind = year_behind(d, i, &year);
	uint64_t before = at(d, i, -1)->cues;
	if (!behind && !(before & (CUE_YEAR_PREP | CUE_LAST | CUE_NEXT | CUE_THIS)) &&
		!(at(d, i, 1)->cues & CUE_YEAR_WORD))
		return 0;
	if (!add_calendar(d, i, i + (size_t)behind, year, month, 0))
		return 0;
	return (size_t)behind + 1;
}

/* "2025-05-27", "27.05.2025", "27/05/2025". A day and month that could be either are left out in
 * English. */
static bool add_numeric(struct dates *d, size_t first, size_t last, int a, int b, int c)
{
	if (a > 999)
		return is_day(c) && b >= 1 && b <= 12 && add_calendar(d, first, last, a, b, c);
	if (c < 1000 && c >= 0 && c < 100)
		c += c < 70 ? 2000 : 1900;
	if (c < 1000 || !is_day(a) || !is_day(b))
		return false;
	if (b > 12)
		return a <= 12 && add_calendar(d, first, last, c, a, b);
	if (is_language(d, "en") && a <= 12 && a != b)
		return false;
	return add_calendar(d, first, last, c, b, a);
}

static size_t read_numeric(struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0);
	if (t->kind != TOKEN_NUMBER)
		return 0;
	struct str rest = span_text(d->text, t->span);
	struct str a = str_cut(&rest, '.'), b = str_cut(&rest, '.'), c = str_cut(&rest, '.');
	if ((c.n == 4 || (a.n == 4 && b.n == 2 && c.n == 2)) && !rest.p)
		return add_numeric(d, i, i, whole(a), whole(b), whole(c)) ? 1 : 0;
	uint32_t mark = at(d, i, 1)->mark;
	if ((mark != '-' && mark != '/') || at(d, i, 3)->mark != mark)
		return 0;
	for (ptrdiff_t k = 1; k <= 4; k++)
		if (!at(d, i, k)->is_glued)
			return 0;
	int first = whole_of(d, t), third = whole_of(d, at(d, i, 4));
	if (mark == '-' && first < 1000)
		return 0; /* a score or a telephone number */
	return add_numeric(d, i, i + 4, first, whole_of(d, at(d, i, 2)), third) ? 5 : 0;
}

static size_t read_weekday(struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0);
	bool wants_capital = is_language(d, "en") || is_language(d, "de") || is_language(d, "tr");
	if (!(t->cues & CUE_WEEKDAY) || (wants_capital && !t->is_upper))
		return 0;
	int weekday = CUE_VALUE(t->cues);
	size_t first = i, last = i;
	if (is_language(d, "pt") && weekday > 0 && weekday < 6) {
		if (!str_eq(at(d, i, 2)->word, STR("feira")))
			return 0;
		last = i + 2;
	}
	uint64_t before = at(d, i, -1)->cues, behind = at(d, last, 1)->cues;
	if (before & (CUE_LAST | CUE_NEXT | CUE_THIS))
		first = i - 1;
	else if (behind & (CUE_LAST | CUE_NEXT))
		last++;
	else
		before &= ~(CUE_LAST | CUE_NEXT), behind = 0;
	int64_t back = (civil_from_days(d->today).weekday - weekday + 7) % 7;
	int64_t days = d->today - back;
	if ((before | behind) & CUE_NEXT)
		days += 7;
	else if (((before | behind) & CUE_LAST) && back == 0)
		days -= 7;
	else if (!((before | behind) & CUE_LAST) && back > 0 && is_future(d, i))
		days += 7;
	add_days(d, first, last, days)->weekday = weekday;
	return last - i + 1;
}

/* In German, Spanish and Dutch the word for tomorrow is also the morning. */
static bool is_morning(const struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0), *before = at(d, i, -1);
	if (str_eq(t->word, STR("morgen")))
		return (t->is_upper && !t->is_first) || (before->cues & (CUE_DAY | CUE_WEEKDAY | CUE_THIS));
	if (str_eq(t->word, STR("manana")))
		return str_eq(before->word, STR("la")) || (before->cues & CUE_THIS);
	return false;
}

static size_t read_day_word(struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0);
	if (str_eq(t->word, STR("avant")) && str_eq(at(d, i, 2)->word, STR("hier"))) {
		add_day_word(d, i, i + 2, -2);
		return 3;
	}
	if (str_eq(t->word, STR("last")) && str_eq(at(d, i, 1)->word, STR("night"))) {
		add_day_word(d, i, i + 1, -1);
		return 2;
	}
	if (!(t->cues & CUE_DAY) || is_morning(d, i) || str_eq(t->word, STR("avant")))
		return 0;
	add_day_word(d, i, i, CUE_VALUE(t->cues) - DAY_SHIFT_ZERO);
	return 1;
}

/* The first day of the period that lies `shift` periods from the anchor's. */
static void add_period(struct dates *d, size_t first, size_t last, int period, int64_t shift)
{
	struct civil c = civil_from_days(d->today);
	int64_t days = d->today + shift;
	if (period == PERIOD_WEEK)
		days = d->today - (c.weekday + 6) % 7 + 7 * shift;
	if (period == PERIOD_MONTH) {
		int64_t months = (int64_t)c.year * 12 + c.month - 1 + shift;
		days = days_from_civil((int)(months / 12), (int)(months % 12) + 1, 1);
	}
	if (period == PERIOD_YEAR)
		days = days_from_civil(c.year + (int)shift, 1, 1);
	struct date_mention *m =
		add(d, first, last, when_is_known(d->anchor) ? day_of(d, days) : WHEN_UNKNOWN);
	m->is_relative = true;
	m->has_day = period == PERIOD_DAY;
	m->has_month = period == PERIOD_DAY || period == PERIOD_MONTH;
	m->period = " dwmy"[period];
	m->shift = shift;
}

/* "last week", "letzte Woche", "la semaine dernière". "The last three weeks" and "last days" are
 * durations. */
static size_t read_period(struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0), *next = at(d, i, 1);
	uint64_t shift = 0;
	const struct token *period = NULL;
	if ((t->cues & (CUE_LAST | CUE_NEXT | CUE_THIS)) && (next->cues & CUE_PERIOD)) {
		shift = t->cues;
		period = next;
	} else if ((t->cues & CUE_PERIOD) && (next->cues & (CUE_LAST | CUE_NEXT))) {
		shift = next->cues;
		period = t;
	}
	bool is_romance = is_language(d, "fr") || is_language(d, "es") || is_language(d, "pt");
	if (!period || CUE_VALUE(period->cues) == PERIOD_DAY ||
		(is_romance && period == next && !(t->cues & CUE_THIS)))
		return 0;
	if (is_language(d, "en") &&
		(str_ends(period->word, STR("s")) || str_eq(at(d, i, -1)->word, STR("the"))))
		return 0;
	int64_t by = shift & CUE_LAST ? -1 : shift & CUE_NEXT ? 1 : 0;
	add_period(d, i, i + 1, CUE_VALUE(period->cues), by);
	return 2;
}

/* "three days ago", "vor drei Tagen", "il y a trois jours", "hace dos semanas". */
static size_t read_ago(struct dates *d, size_t i)
{
	size_t start = i, n;
	double count;
	bool is_before = at(d, i, 0)->cues & CUE_AGO;
	if (is_before && is_language(d, "fr"))
		start = str_eq(at(d, i, 1)->word, STR("y")) ? i + 3 : d->tokens.n;
	else if (is_before)
		start = i + 1;
	if (start >= d->tokens.n ||
		!(n = small_number(&d->tokens, d->text, d->language, start, &count)))
		return 0;
	size_t period = start + n;
	if (!(at(d, start, (ptrdiff_t)n)->cues & CUE_PERIOD) || count < 1 || count > 1000)
		return 0;
	size_t last = period;
	if (!is_before && !(at(d, period, 1)->cues & CUE_AGO))
		return 0;
	if (!is_before || (at(d, period, 1)->cues & CUE_AGO && !is_language(d, "de")))
		last = period + 1;
	int unit = CUE_VALUE(d->tokens.items[period].cues);
	add_period(d, i, last, unit, -(int64_t)count);
	return last - i + 1;
}

/* "in 2024", "2024 году". Before a plural it counts something. */
static size_t read_year(struct dates *d, size_t i)
{
	const struct token *t = at(d, i, 0), *next = at(d, i, 1);
	if (!is_year(d, t) || whole_of(d, t) < 1500)
		return 0;
	bool is_named = next->cues & CUE_YEAR_WORD;
	bool is_introduced = at(d, i, -1)->cues & CUE_YEAR_PREP;
	bool is_counting = next->kind == TOKEN_WORD && !next->is_upper && !next->is_glued &&
		!(next->cues & (CUE_YEAR_PREP | CUE_FUTURE)) &&
		(!is_language(d, "en") || str_ends(next->word, STR("s")) ||
			str_eq(next->word, STR("people")));
	if (!is_named && is_language(d, "en") && (!is_introduced || is_counting))
		return 0;
	bool has_case = is_language(d, "ru") || is_language(d, "uk") || is_language(d, "pl") ||
		is_language(d, "tr");
	if (!is_named && (has_case || !is_introduced))
		return 0;
	if (next->mark == '-' && next->is_glued && at(d, i, 2)->is_glued &&
		at(d, i, 2)->kind == TOKEN_WORD)
		return 0;
	size_t last = is_named && !str_starts(next->word, STR("'")) ? i + 1 : i;
	return add_calendar(d, i, last, whole_of(d, t), 0, 0) ? last - i + 1 : 0;
}

/* Whether a date can begin here; most tokens are done with at this question. */
static bool can_begin(const struct token *t)
{
	const uint64_t beginnings = CUE_MONTH | CUE_WEEKDAY | CUE_DAY | CUE_LAST | CUE_NEXT | CUE_THIS |
		CUE_PERIOD | CUE_AGO | CUE_NUMBER | CUE_ONE;
	return t->kind == TOKEN_NUMBER || (t->cues & beginnings);
}

struct date_vec dates_in(struct arena *a, const struct token_vec *tokens, struct str text,
	struct str language, struct when anchor)
{
	static size_t (*const readers[])(struct dates *, size_t) = {read_numeric, read_day_month,
		read_day_before_day, read_month_day, read_month, read_weekday, read_day_word, read_ago,
		read_period, read_year};
	struct dates d = {
		.a = a, .text = text, .language = language, .anchor = anchor, .tokens = *tokens};
	if (when_is_known(anchor)) {
		struct civil c = when_civil(anchor);
		d.today = days_from_civil(c.year, c.month, c.day);
	}
	for (size_t i = 0; i < tokens->n;) {
		size_t taken = 0;
		bool is_beginning = can_begin(&tokens->items[i]);
		for (size_t k = 0; is_beginning && !taken && k < sizeof readers / sizeof *readers; k++)
			taken = readers[k](&d, i);
		i += taken ? taken : 1;
	}
	return d.out;
}

struct date_vec text_dates(
	struct arena *a, struct str text, struct str language, struct when anchor)
{
	return reading_dates(text_read(a, text, language), anchor);
}
