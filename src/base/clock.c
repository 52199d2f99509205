#define BASE_INTERNAL
#include "base/base.h"

const char *const month_names[13] = {"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"};
const char *const weekday_names[7] = {
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

bool when_is_known(struct when w)
{
	return w.utc_s != WHEN_NONE;
}

/* Days and civil dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
int64_t days_from_civil(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

struct civil civil_from_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t day_of_era = z - era * 146097;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t month_index = (5 * day_of_year + 2) / 153;
	struct civil c = {
		.day = (int)(day_of_year - (153 * month_index + 2) / 5 + 1),
		.month = (int)(month_index < 10 ? month_index + 3 : month_index - 9),
		.weekday = (int)(((days % 7) + 11) % 7),
	};
	c.year = (int)(year_of_era + era * 400 + (c.month <= 2));
	return c;
}

int days_in_month(int year, int month)
{
	static const int days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && is_leap ? 29 : days[month];
}

struct civil when_civil(struct when w)
{
	if (!when_is_known(w))
		return (struct civil){0};
	int64_t local = w.utc_s + (int64_t)w.offset_min * 60;
	int64_t days = local / DAY_S, rest = local % DAY_S;
	if (rest < 0) {
		rest += DAY_S;
		days--;
	}
	struct civil c = civil_from_days(days);
	c.hour = (int)(rest / 3600);
	c.minute = (int)(rest / 60 % 60);
	c.second = (int)(rest % 60);
	return c;
}

struct when when_from_civil(struct civil c, int offset_min)
{
	int64_t local =
		days_from_civil(c.year, c.month, c.day) * DAY_S + c.hour * 3600 + c.minute * 60 + c.second;
	return (struct when){
		.utc_s = local - (int64_t)offset_min * 60, .offset_min = (int16_t)offset_min};
}

struct str when_rfc3339(struct arena *a, struct when w)
{
	if (!when_is_known(w))
		return STR("");
	struct civil c = when_civil(w);
	if (w.is_day_only)
		return str_format(a, "%04d-%02d-%02d", c.year, c.month, c.day);
	struct str local = str_format(
		a, "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
	int offset = w.offset_min < 0 ? -w.offset_min : w.offset_min;
	if (offset == 0)
		return str_format(a, "%.*sZ", STR_ARG(local));
	return str_format(a, "%.*s%c%02d:%02d", STR_ARG(local), w.offset_min < 0 ? '-' : '+',
		offset / 60, offset % 60);
}

struct str when_rfc5322(struct arena *a, struct when w)
{
	if (!when_is_known(w))
		return STR("");
	struct civil c = when_civil(w);
	int offset = w.offset_min < 0 ? -w.offset_min : w.offset_min;
	return str_format(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d %c%02d%02d", weekday_names[c.weekday],
		c.day, month_names[c.month], c.year, c.hour, c.minute, c.second,
		w.offset_min < 0 ? '-' : '+', offset / 60, offset % 60);
}

/* Reads exactly n digits at *at. */
static bool read_digits(struct str s, size_t *at, size_t n, int *value)
{
	if (*at + n > s.n)
		return false;
	int v = 0;
	for (size_t i = 0; i < n; i++) {
		if (!char_is_digit(s.p[*at + i]))
			return false;
		v = v * 10 + (s.p[*at + i] - '0');
	}
	*at += n;
	*value = v;
	return true;
}

static bool read_char(struct str s, size_t *at, char c)
{
	if (*at >= s.n || char_lower(s.p[*at]) != c)
		return false;
	++*at;
	return true;
}

static bool read_offset(struct str s, size_t *at, int *offset_min)
{
	*offset_min = 0;
	if (*at == s.n || read_char(s, at, 'z'))
		return true;
	int sign = s.p[*at] == '-' ? -1 : s.p[*at] == '+' ? 1 : 0, hours = 0, minutes = 0;
	if (!sign)
		return false;
	++*at;
	if (!read_digits(s, at, 2, &hours))
		return false;
	(void)read_char(s, at, ':');
	if (*at < s.n && !read_digits(s, at, 2, &minutes))
		return false;
	*offset_min = sign * (hours * 60 + minutes);
	return hours <= 23 && minutes <= 59;
}

bool when_parse_rfc3339(struct str s, struct when *w)
{
	s = str_trim(s);
	struct civil c = {0};
	size_t at = 0;
	if (!read_digits(s, &at, 4, &c.year) || !read_char(s, &at, '-') ||
		!read_digits(s, &at, 2, &c.month) || !read_char(s, &at, '-') ||
		!read_digits(s, &at, 2, &c.day))
		return false;
	if (c.month < 1 || c.month > 12 || c.day < 1 || c.day > days_in_month(c.year, c.month))
		return false;
	if (at == s.n) {
		*w = when_from_civil(c, 0);
		w->is_day_only = true;
		return true;
	}
	if (!read_char(s, &at, 't') && !read_char(s, &at, ' '))
		return false;
	if (!read_digits(s, &at, 2, &c.hour) || !read_char(s, &at, ':') ||
		!read_digits(s, &at, 2, &c.minute))
		return false;
	if (read_char(s, &at, ':') && !read_digits(s, &at, 2, &c.second))
		return false;
	if (at < s.n && (s.p[at] == '.' || s.p[at] == ','))
		for (at++; at < s.n && char_is_digit(s.p[at]);)
			at++;
	while (at < s.n && s.p[at] == ' ')
		at++;
	int offset_min;
	if (c.hour > 24 || c.minute > 59 || c.second > 60 || !read_offset(s, &at, &offset_min) ||
		at != s.n)
		return false;
	*w = when_from_civil(c, offset_min);
	return true;
}

int64_t clock_now(void)
{
	return (int64_t)time(NULL);
}
