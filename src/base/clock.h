/* Points in time. Stage code never reads a clock: times come in as arguments, from --now or
 * clock_now at the very top. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/str.h"

/* A point in time and the offset its source wrote it with, since a change to UTC can change the
 * day. */
struct when {
	int64_t utc_s;      /* seconds since 1970-01-01T00:00:00Z; WHEN_NONE = not known */
	int16_t offset_min; /* minutes east of UTC */
	bool is_day_only;   /* the source gave a date without a time; utc_s is then the midnight that
						   begins it */
};

#define WHEN_NONE INT64_MIN
#define WHEN_UNKNOWN ((struct when){.utc_s = WHEN_NONE})
#define DAY_S ((int64_t)86400)

/* A calendar date and time at the offset of a `struct when`. */
struct civil {
	int year, month, day; /* month 1 to 12 */
	int hour, minute, second;
	int weekday; /* 0 = Sunday */
};

bool when_is_known(struct when w);
struct civil when_civil(struct when w);
struct when when_from_civil(struct civil c, int offset_min);
int64_t days_from_civil(
	int year, int month, int day); /* days since 1970-01-01, proleptic Gregorian */
struct civil civil_from_days(int64_t days);
int days_in_month(int year, int month);

/* RFC 3339: "2025-05-27T12:41:00+03:00", "Z" for offset 0, the date alone when is_day_only, "" when
 * not known. */
struct str when_rfc3339(struct arena *a, struct when w);
/* RFC 5322 date-time, for RSS: "Tue, 27 May 2025 12:41:00 +0300". */
struct str when_rfc5322(struct arena *a, struct when w);
/* Reads RFC 3339 and the W3CDTF profile (date alone, no seconds, fractions, a blank in place of T).
 */
bool when_parse_rfc3339(struct str s, struct when *w);

extern const char *const month_names[13];  /* English; index 1 to 12 */
extern const char *const weekday_names[7]; /* English; index 0 = Sunday */

/* The machine's clock, in seconds UTC. For cli and tests' tools alone. */
int64_t clock_now(void);

#endif
