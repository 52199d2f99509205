#include "feed/dates.h"

#include "feed/feed.h"

#define DATE_MAX 200
#define NUMBERS 4

struct date_number {
	int value, digits;
	char after; /* the byte behind it: '/', '.', '-', ' ' say in which order day and month stand */
};

/* What stands in a date, before it is known what is what. */
struct parts {
	struct date_number numbers[NUMBERS];
	size_t count;
	int month, weekday; /* by name; weekday -1 = none */
	bool has_time, has_zone, is_week, is_after_t;
	int hour, minute, second, offset_min;
	enum half_day half;
};

static char char_at(struct str s, size_t at)
{
	return at < s.n ? s.p[at] : '\0';
}

/* Up to nine digits; *digits counts those that were there. */
static int read_number(struct str s, size_t *at, int *digits)
{
	int value = 0;
	for (*digits = 0; char_is_digit(char_at(s, *at)); ++*at, ++*digits)
		if (*digits < 9)
			value = value * 10 + (s.p[*at] - '0');
	return value;
}

/* ":41:00.5" or "h41" behind the hour. */
static void read_clock(struct parts *p, struct str s, size_t *at, int hour)
{
	int digits;
	p->has_time = true;
	p->hour = hour;
	++*at;
	p->minute = read_number(s, at, &digits);
	if (char_at(s, *at) == ':' && char_is_digit(char_at(s, *at + 1))) {
		++*at;
		p->second = read_number(s, at, &digits);
	}
	if ((char_at(s, *at) == '.' || char_at(s, *at) == ',') && char_is_digit(char_at(s, *at + 1))) {
		++*at;
		(void)read_number(s, at, &digits);
	}
}

/* "T1241" and "T124100" of ISO 8601's basic format. */
static void take_basic_time(struct parts *p, int value, int digits)
{
	p->has_time = true;
	p->second = digits == 6 ? value % 100 : 0;
	value = digits == 6 ? value / 100 : value;
	p->hour = value / 100;
	p->minute = value % 100;
}

static void read_digits(struct parts *p, struct str s, size_t *at)
{
	bool is_after_t = p->is_after_t;
	p->is_after_t = false;
	int digits, value = read_number(s, at, &digits);
	char after = char_at(s, *at);
	if (!p->has_time && digits <= 2 && (after == ':' || after == 'h') &&
		char_is_digit(char_at(s, *at + 1)))
		read_clock(p, s, at, value);
	else if (is_after_t && !p->has_time && (digits == 4 || digits == 6))
		take_basic_time(p, value, digits);
	else if (p->count < NUMBERS)
		p->numbers[p->count++] =
			(struct date_number){.value = value, .digits = digits, .after = after};
}

/* "+0300", "-03:30", "+3" */
static void read_offset(struct parts *p, struct str s, size_t *at)
{
	int sign = s.p[*at] == '-' ? -1 : 1, digits, minutes = 0;
	++*at;
	int hours = read_number(s, at, &digits);
	if (digits > 2) {
		minutes = hours % 100;
		hours /= 100;
	} else if (char_at(s, *at) == ':' && char_is_digit(char_at(s, *at + 1))) {
		++*at;
		minutes = read_number(s, at, &digits);
	}
	if (hours > 23 || minutes > 59)
		return;
	p->offset_min = sign * (hours * 60 + minutes);
	p->has_zone = true;
}

static bool is_word(char c)
{
	return char_is_alpha(c) || (unsigned char)c >= 0x80;
}

static int weekday_of(struct str word)
{
	for (int i = 0; i < 7; i++)
		if (word.n >= 3 && str_starts_nocase(str_c(weekday_names[i]), str_sub(word, 0, 3)))
			return i;
	return -1;
}

static void take_word(struct parts *p, struct str word, char after)
{
	int month = date_month(word), weekday = weekday_of(word), offset;
	enum half_day half = date_half(word);
	if (half != HALF_NONE)
		p->half = half;
	else if (weekday >= 0)
		p->weekday = weekday;
	else if (month) /* the last one: "mar., 1 déc." begins with a Tuesday */
		p->month = month;
	else if (str_eq(word, STR("t")))
		p->is_after_t = true;
	else if (str_eq(word, STR("w")) && p->count == 1 && char_is_digit(after))
		p->is_week = true;
	else if (date_zone(word, &offset)) {
		p->offset_min = offset;
		p->has_zone = true;
	}
}

/* A word without the points inside: "p.m" is "pm". */
static void read_word(struct parts *p, struct str s, size_t *at)
{
	char word[DATE_MAX];
	size_t n = 0;
	for (; *at < s.n; ++*at) {
		char c = s.p[*at];
		if (is_word(c))
			word[n++] = c;
		else if (c != '.' || !is_word(char_at(s, *at + 1)))
			break;
	}
	take_word(p, (struct str){word, n}, char_at(s, *at));
}

static void read_parts(struct parts *p, struct str s)
{
	*p = (struct parts){.weekday = -1};
	for (size_t at = 0; at < s.n;) {
		char c = s.p[at];
		if (char_is_digit(c))
			read_digits(p, s, &at);
		else if (is_word(c))
			read_word(p, s, &at);
		else if ((c == '+' || c == '-') && (p->has_time || p->has_zone) &&
			char_is_digit(char_at(s, at + 1)))
			read_offset(p, s, &at);
		else
			at++;
	}
}

/* RFC 5322 section 4.3: two digits are of 1950 to 2049, three count from 1900. */
static int full_year(struct date_number n)
{
	if (n.digits >= 4)
		return n.value;
	return n.value + (n.value < 50 ? 2000 : 1900);
}

static bool is_year(struct date_number n)
{
	return n.digits >= 3 || n.value > 31;
}

/* Days of the year and of the ISO week, as a date. */
static bool set_days(struct civil *c, int64_t days)
{
	struct civil date = civil_from_days(days);
	c->year = date.year;
	c->month = date.month;
	c->day = date.day;
	return true;
}

static bool set_week(struct civil *c, int year, int week, int day)
{
	if (week < 1 || week > 53 || day < 1 || day > 7 || year < 1)
		return false;
	int64_t fourth = days_from_civil(year, 1, 4); /* is always in week 1 */
	int64_t monday = fourth - (civil_from_days(fourth).weekday + 6) % 7;
	return set_days(c, monday + (week - 1) * 7 + day - 1);
}

static bool set_ordinal(struct civil *c, int year, int day)
{
	int days = days_in_month(year, 2) + 337;
	return day >= 1 && day <= days && set_days(c, days_from_civil(year, 1, 1) + day - 1);
}

static bool set_date(struct civil *c, int year, int month, int day)
{
	c->year = year;
	c->month = month;
	c->day = day;
	return true;
}

static bool falls_on(int weekday, int year, int month, int day)
{
	return month <= 12 && day <= days_in_month(year, month) &&
		civil_from_days(days_from_civil(year, month, day)).weekday == weekday;
}

/* Two numbers and a year: by what is possible, by the weekday, by the habit of the separator. */
static bool set_ambiguous(
	struct civil *c, const struct parts *p, struct date_number a, struct date_number b, int year)
{
	bool is_month_first = a.after == '/';
	if (a.value > 12 || b.value > 12)
		is_month_first = b.value > 12;
	else if (p->weekday >= 0 && a.value && b.value)
		is_month_first = falls_on(p->weekday, year, a.value, b.value) ||
			(is_month_first && !falls_on(p->weekday, year, b.value, a.value));
	return is_month_first ? set_date(c, year, a.value, b.value)
						  : set_date(c, year, b.value, a.value);
}

static bool set_with_month(struct civil *c, const struct parts *p)
{
	const struct date_number *n = p->numbers;
	if (p->count == 1)
		return n[0].digits == 4 && set_date(c, n[0].value, p->month, 1);
	if (p->count == 0)
		return false;
	if (is_year(n[0]))
		return set_date(c, full_year(n[0]), p->month, n[1].value);
	return set_date(c, full_year(n[1]), p->month, n[0].value);
}

/* One run of digits: 20250527, 2025147, 250527, 2025. */
static bool set_from_one(struct civil *c, struct date_number n)
{
	switch (n.digits) {
	case 8:
		return set_date(c, n.value / 10000, n.value / 100 % 100, n.value % 100);
	case 7:
		return set_ordinal(c, n.value / 1000, n.value % 1000);
	case 6:
		n.digits = 2;
		int month_day = n.value % 10000;
		n.value /= 10000;
		return set_date(c, full_year(n), month_day / 100, month_day % 100);
	case 4:
		return set_date(c, n.value, 1, 1);
	default:
		return false;
	}
}

static bool set_from_numbers(struct civil *c, const struct parts *p)
{
	const struct date_number *n = p->numbers;
	if (p->is_week && p->count >= 2) {
		int week = n[1].digits == 3 ? n[1].value / 10 : n[1].value;
		int day = n[1].digits == 3 ? n[1].value % 10 : p->count > 2 ? n[2].value : 1;
		return set_week(c, n[0].value, week, day);
	}
	if (p->count == 2) {
		if (n[0].digits == 4 && n[1].digits == 3)
			return set_ordinal(c, n[0].value, n[1].value);
		return n[0].digits == 4 ? set_date(c, n[0].value, n[1].value, 1)
								: n[1].digits == 4 && set_date(c, n[1].value, n[0].value, 1);
	}
	if (p->count < 3)
		return p->count == 1 && set_from_one(c, n[0]);
	if (n[0].digits == 4 || (n[0].after == '-' && n[2].digits == 2))
		return set_date(c, full_year(n[0]), n[1].value, n[2].value);
	return set_ambiguous(c, p, n[0], n[1], full_year(n[2]));
}

static bool resolve(const struct parts *p, struct when *when)
{
	struct civil c = {.hour = p->hour, .minute = p->minute, .second = p->second};
	if (!(p->month ? set_with_month(&c, p) : set_from_numbers(&c, p)))
		return false;
	if (p->half == HALF_PM && c.hour < 12)
		c.hour += 12;
	else if (p->half == HALF_AM && c.hour == 12)
		c.hour = 0;
	if (c.year < 1900 || c.year > 9999 || c.month < 1 || c.month > 12 || c.day < 1 ||
		c.day > days_in_month(c.year, c.month) || c.hour > 24 || c.minute > 59 || c.second > 60)
		return false;
	*when = when_from_civil(c, p->offset_min);
	when->is_day_only = !p->has_time;
	return true;
}

/* Seconds or milliseconds since 1970, from 1973 on. */
static bool parse_unix(struct str s, struct when *when)
{
	int64_t value;
	if (s.n < 9 || s.n > 13 || (s.n > 10 && s.n < 13) || !str_to_i64(s, &value) || value < 0)
		return false;
	*when = (struct when){.utc_s = s.n == 13 ? value / 1000 : value};
	return true;
}

bool feed_parse_date(struct str s, struct when *when)
{
	*when = WHEN_UNKNOWN;
	s = str_trim(s);
	if (s.n == 0 || s.n > DATE_MAX)
		return false;
	struct when simple;
	if ((when_parse_rfc3339(s, &simple) && when_civil(simple).year >= 1900) ||
		parse_unix(s, &simple)) {
		*when = simple;
		return true;
	}
	struct arena scratch = {0};
	struct parts p;
	struct str folded = text_fold(&scratch, s);
	read_parts(&p, utf8_cut(folded, DATE_MAX));
	bool is_date = resolve(&p, when);
	arena_free(&scratch);
	return is_date;
}
