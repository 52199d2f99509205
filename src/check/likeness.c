#include "check/amounts.h"

#include <math.h>

/* A number that the draft calls approximate may be so far from the source's; what is converted from
 * one unit to another is rounded as much. */
#define ROUNDED_BY 0.05
#define CONVERTED_BY 0.06
/* Dozens are fewer than so many twelves. */
#define VAGUE_TIMES 12
/* "Two weeks ago" and "ten days ago" can be one day. */
#define AGO_BY 0.4
/* How far "more than 100" reaches. */
#define ROOM 0.25

static bool is_close(double a, double b, double share)
{
	return fabs(a - b) <= share * fmax(fabs(a), fabs(b)) + 1e-9;
}

/* The place of the last digit that is not zero: 100 for 2,500. */
static double last_place(double value)
{
	double unit = 1;
	if (value > 0 && value < 1e15 && value == (double)(uint64_t)value) { /* nearly always */
		for (uint64_t whole = (uint64_t)value; whole % 10 == 0; whole /= 10)
			unit *= 10;
		return unit;
	}
	while (unit < 1e15 && value != 0 && fmod(value, unit * 10) == 0)
		unit *= 10;
	return unit;
}

/* Whether the draft's number is the source's, rounded to the digits that the draft gives: 2.5
 * million for 2,512,000. Two digits at least, else everything is a rounding of something; after
 * "more than" and "nearly" one is enough, cut off or filled up. */
static bool is_rounding(double draft, double source, enum bound bound)
{
	double unit = last_place(draft);
	if (source == 0 || unit <= 1 || unit <= last_place(source))
		return false;
	if (fabs(draft) >= 100 && fabs(draft) / unit >= 10 && round(source / unit) * unit == draft)
		return true;
	if (bound == BOUND_EXACT || fabs(draft) < 10 || !is_close(draft, source, ROOM))
		return false;
	if (is_close(draft, source, ROUNDED_BY))
		return true;
	double steps = source / unit;
	return unit *
		(bound == BOUND_OVER           ? floor(steps)
				: bound == BOUND_UNDER ? ceil(steps)
									   : round(steps)) ==
		draft;
}

/* "Over 300" is not what a source says that has 298 or "nearly 300". */
static bool is_beyond_bound(double draft, enum bound bound, double source, enum bound of_source)
{
	if (of_source == BOUND_OVER || of_source == BOUND_UNDER)
		return (bound == BOUND_OVER || bound == BOUND_UNDER) && bound != of_source &&
			is_close(draft, source, 1e-9);
	if (of_source == BOUND_ABOUT)
		return false;
	return (bound == BOUND_OVER && source < draft - 1e-9) ||
		(bound == BOUND_UNDER && source > draft * (1 + 1e-9));
}

static bool is_equal(double draft, enum bound bound, double source, enum bound of_source)
{
	if (is_beyond_bound(draft, bound, source, of_source))
		return false;
	return is_close(draft, source, 1e-9) || is_rounding(draft, source, bound);
}

static bool is_quantity(enum number_kind kind)
{
	return kind == NUMBER_PLAIN || kind == NUMBER_MONEY || kind == NUMBER_YEAR;
}

static bool is_same_measure(struct measure x, struct measure y)
{
	return x.dimension == y.dimension && is_close(x.size, y.size, 0.01);
}

/* Of the same value: whether the units allow that it is the same amount. */
static enum likeness compare_units(const struct amount *draft, const struct amount *source)
{
	if (draft->currency.n && source->currency.n)
		return str_eq(draft->currency, source->currency) ? LIKE_SAME : LIKE_SHIFT;
	bool is_half_money =
		(draft->number->kind == NUMBER_MONEY) != (source->number->kind == NUMBER_MONEY);
	if (is_half_money &&
		!(draft->measure.dimension && is_same_measure(draft->measure, source->measure)))
		return LIKE_OPEN;
	if (!draft->measure.dimension || !source->measure.dimension)
		return LIKE_SAME;
	return is_same_measure(draft->measure, source->measure) ? LIKE_SAME : LIKE_SHIFT;
}

static bool is_converted(const struct amount *draft, const struct amount *source)
{
	return draft->measure.dimension && draft->measure.dimension == source->measure.dimension &&
		!is_same_measure(draft->measure, source->measure) &&
		is_close(draft->number->value * draft->measure.size,
			source->number->value * source->measure.size, CONVERTED_BY);
}

/* "More than 100" in a source leaves room for the draft's 105. */
static bool is_within_bound(double draft, double source, enum bound of_source)
{
	if (of_source == BOUND_EXACT || !is_close(draft, source, ROOM))
		return false;
	return of_source == BOUND_ABOUT ||
		(of_source == BOUND_OVER ? draft >= source : draft <= source);
}

static enum likeness compare_values(
	double draft, enum bound bound, double source, enum bound of_source)
{
	if (is_equal(draft, bound, source, of_source))
		return LIKE_SAME;
	return bound == BOUND_EXACT && is_within_bound(draft, source, of_source) ? LIKE_OPEN
																			 : LIKE_RIVAL;
}

static enum likeness compare_numbers(const struct amount *draft, const struct amount *source)
{
	const struct number *x = draft->number, *y = source->number;
	if (x->kind == y->kind || (is_quantity(x->kind) && is_quantity(y->kind))) {
		if (is_converted(draft, source))
			return LIKE_SAME;
		enum likeness values = compare_values(x->value, x->bound, y->value, y->bound);
		if (values == LIKE_SAME)
			return compare_units(draft, source);
		/* "Dozens" holds of a source's 69. */
		if (draft->is_spelled && x->bound == BOUND_ABOUT && y->value >= x->value &&
			y->value < x->value * VAGUE_TIMES)
			return LIKE_OPEN;
		/* What is of another kind does not stand in the draft's place. */
		bool is_alike = x->kind == y->kind && draft->measure.dimension == source->measure.dimension;
		return is_alike ? values : LIKE_NOT;
	}
	bool is_same = is_close(x->value, y->value, 1e-9);
	if ((x->kind == NUMBER_PERCENT && source->measure.dimension == '%') ||
		(y->kind == NUMBER_PERCENT && draft->measure.dimension == '%'))
		return is_same ? LIKE_SHIFT : LIKE_NOT;
	/* "30th" for 30: the value is there, as another kind. */
	return is_same ? LIKE_OPEN : LIKE_NOT;
}

/* The fourth year is not over: three have gone by. */
static double least_days(const struct duration *d)
{
	struct duration before = *d;
	before.value -= d->is_ordinal ? 1 : 0;
	return duration_days(&before);
}

static enum likeness compare_durations(const struct duration *draft, const struct duration *source)
{
	/* An age and a span of time can be one ("51 years"), but not stand in each other's place. */
	if (draft->is_age != source->is_age)
		return draft->unit == source->unit && is_close(draft->value, source->value, 1e-9)
			? LIKE_SAME
			: LIKE_NOT;
	if (draft->is_ordinal != source->is_ordinal) {
		double days = least_days(draft->is_ordinal ? draft : source);
		double other = duration_days(draft->is_ordinal ? source : draft);
		return is_close(days, other, 0.02) ? LIKE_SAME : LIKE_OPEN;
	}
	if (draft->unit == source->unit)
		return compare_values(draft->value, draft->bound, source->value, source->bound);
	/* Three years are not 36 of anything else: units differ, so the value need not. */
	double share = draft->bound == BOUND_EXACT ? 0.03 : ROUNDED_BY;
	if (is_close(duration_days(draft), duration_days(source), share))
		return LIKE_SAME;
	return is_close(draft->value, source->value, 1e-9) ? LIKE_SHIFT : LIKE_RIVAL;
}

static bool is_same_day(struct when a, struct when b)
{
	struct civil x = when_civil(a), y = when_civil(b);
	return x.year == y.year && x.month == y.month && x.day == y.day;
}

/* Two points in time that are both known, as far as the draft's goes. */
static enum likeness compare_resolved(
	const struct date_mention *draft, const struct date_mention *source)
{
	struct civil a = when_civil(draft->when), b = when_civil(source->when);
	bool has_month = draft->has_month && source->has_month;
	bool has_day = draft->has_day && source->has_day;
	if (draft->period == 'w' || source->period == 'w') {
		int64_t apart = (draft->when.utc_s - source->when.utc_s) / DAY_S;
		return apart > -8 && apart < 8 ? LIKE_SAME : LIKE_RIVAL;
	}
	if (a.year != b.year || (has_month && a.month != b.month) || (has_day && a.day != b.day))
		return LIKE_RIVAL;
	bool is_as_exact = draft->has_month <= source->has_month && draft->has_day <= source->has_day;
	return is_as_exact ? LIKE_SAME : LIKE_NOT;
}

static double period_days(char period)
{
	return period == 'y' ? 365.25 : period == 'm' ? 30.44 : period == 'w' ? 7 : 1;
}

/* How fine a date is: a year, a month or week, a day. */
static int fineness(const struct date_mention *d)
{
	if (d->day || d->weekday >= 0 || d->period == 'd')
		return 3;
	return d->month || d->period == 'm' || d->period == 'w' ? 2 : 1;
}

/* "35 weeks ago" for 35 years ago is another time; "yesterday" may be last week. */
static enum likeness compare_shifts(
	const struct date_mention *draft, const struct date_mention *source)
{
	if (draft->period == source->period)
		return draft->shift == source->shift ? LIKE_SAME : LIKE_RIVAL;
	if (llabs(draft->shift) < 2 && llabs(source->shift) < 2)
		return fineness(draft) <= fineness(source) ? LIKE_OPEN : LIKE_NOT;
	double x = (double)draft->shift * period_days(draft->period);
	double y = (double)source->shift * period_days(source->period);
	return is_close(x, y, AGO_BY)       ? LIKE_OPEN
		: draft->shift == source->shift ? LIKE_SHIFT
										: LIKE_RIVAL;
}

/* Two dates as they are written: what both give must be the same. A coarser one of a source can't
 * stand for the draft's: "last year" does not carry "in May". */
static enum likeness compare_written(
	const struct date_mention *draft, const struct date_mention *source)
{
	enum likeness open = fineness(draft) <= fineness(source) ? LIKE_OPEN : LIKE_NOT;
	if (draft->period && source->period)
		return compare_shifts(draft, source);
	if (draft->period || source->period)
		return fineness(draft) == fineness(source) ? LIKE_OPEN : LIKE_NOT;
	bool has_common = false, is_lacking = false;
	const int x[] = {draft->year, draft->month, draft->day, draft->weekday + 1};
	const int y[] = {source->year, source->month, source->day, source->weekday + 1};
	for (size_t i = 0; i < 4; i++) {
		if (x[i] && y[i] && x[i] != y[i])
			return LIKE_RIVAL;
		has_common |= x[i] && y[i];
		is_lacking |= x[i] && !y[i];
	}
	if (!has_common && fineness(draft) != fineness(source))
		return LIKE_NOT;
	if (has_common && is_lacking && open == LIKE_OPEN && draft->month &&
		draft->month == source->month)
		return LIKE_PART;
	return has_common && !is_lacking ? LIKE_SAME : open;
}

static enum likeness compare_dates(
	const struct date_mention *draft, const struct date_mention *source)
{
	enum likeness written = compare_written(draft, source);
	if (!when_is_known(draft->when) || !when_is_known(source->when))
		return written;
	enum likeness resolved = compare_resolved(draft, source);
	/* Two drafts of one day say "on Monday" and mean it, whatever their anchors. */
	if (resolved == LIKE_RIVAL && written == LIKE_SAME && draft->is_relative && source->is_relative)
		return is_same_day(draft->when, source->when) ? LIKE_SAME : LIKE_OPEN;
	return resolved;
}

/* A year is a date to one reader and a number to the other. */
static enum likeness compare_year(
	const struct date_mention *date, const struct number *n, bool is_draft_date)
{
	if (n->kind != NUMBER_YEAR && n->kind != NUMBER_PLAIN)
		return LIKE_NOT;
	bool is_only_year = date->year && (!date->month || !is_draft_date);
	if (n->value == date->year && date->year)
		return is_only_year ? LIKE_SAME : LIKE_OPEN;
	return n->kind == NUMBER_YEAR && is_only_year ? LIKE_RIVAL : LIKE_NOT;
}

static enum likeness compare_times(const struct clock_time *draft, const struct clock_time *source)
{
	int apart = draft->minute - source->minute;
	if (apart == 0)
		return LIKE_SAME;
	if ((draft->is_half_day || source->is_half_day) && apart % 720 == 0)
		return LIKE_SAME;
	/* Hours apart may be another time zone. */
	return apart % 60 == 0 && draft->minute % 60 ? LIKE_OPEN : LIKE_RIVAL;
}

/* A bare number beside one with a unit of time: "51" in "Hamm, 51 years". */
static enum likeness compare_bare(const struct duration *d, const struct number *n)
{
	bool is_same = is_close(d->value, n->value, 1e-9);
	if (n->kind != NUMBER_PLAIN && n->kind != NUMBER_ORDINAL)
		return LIKE_NOT;
	if (!is_same)
		return LIKE_NOT;
	return d->is_age && d->unit == DURATION_YEAR && !n->unit.n ? LIKE_SAME : LIKE_OPEN;
}

enum likeness amount_likeness(const struct amount *draft, const struct amount *source)
{
	if (draft->kind == source->kind) {
		switch (draft->kind) {
		case AMOUNT_NUMBER:
			return compare_numbers(draft, source);
		case AMOUNT_DATE:
			return compare_dates(draft->date, source->date);
		case AMOUNT_DURATION:
			return compare_durations(draft->duration, source->duration);
		case AMOUNT_TIME:
			return compare_times(draft->time, source->time);
		}
	}
	if (draft->kind == AMOUNT_DATE && source->kind == AMOUNT_NUMBER)
		return compare_year(draft->date, source->number, true);
	if (draft->kind == AMOUNT_NUMBER && source->kind == AMOUNT_DATE)
		return compare_year(source->date, draft->number, false);
	if (draft->kind == AMOUNT_DURATION && source->kind == AMOUNT_NUMBER)
		return compare_bare(draft->duration, source->number);
	if (draft->kind == AMOUNT_NUMBER && source->kind == AMOUNT_DURATION)
		return compare_bare(source->duration, draft->number);
	return LIKE_NOT;
}
