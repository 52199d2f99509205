/* amounts: numbers, dates, durations, ages and times of day of a text in one row, how two of them
 * compare, and which one of a source stands where a draft's stands. Private to check. */
#ifndef CHECK_AMOUNTS_H
#define CHECK_AMOUNTS_H

#include "check/units.h"

enum amount_kind { AMOUNT_NUMBER, AMOUNT_DATE, AMOUNT_DURATION, AMOUNT_TIME };

struct amount {
	enum amount_kind kind;
	struct span span;
	const struct number *number;     /* of a number, and of a duration that has one */
	const struct date_mention *date; /* of a date */
	const struct duration *duration; /* of a duration */
	const struct clock_time *time;   /* of a time */
	struct measure measure;          /* of a number with a unit that is known; dimension 0 */
	struct str currency;             /* of money; may be empty */
	struct str counted;              /* the stem of the noun that is counted; may be empty */
	bool is_people;                  /* that noun says no more than that they are people */
	bool is_spelled;                 /* in words alone */
	bool is_joint;                   /* counts two things together: "600 drones and missiles" */
};

/* By start. Lives as long as the reading. */
struct amount_vec amounts_of(struct arena *a, struct text_reading *reading, struct str text,
	struct str language, struct when anchor);
/* The source's, read when first asked for. */
const struct amount_vec *amounts_of_source(struct evidence *e, struct witness *source);

enum likeness {
	LIKE_NOT,   /* nothing to compare: a date and a percentage */
	LIKE_OPEN,  /* could be the same, and more can't be said: "last year" without an anchor */
	LIKE_PART,  /* the same as far as it goes: a day without its year */
	LIKE_RIVAL, /* the same kind of amount, and another one */
	LIKE_SHIFT, /* a rival of the same value: five miles for five kilometres */
	LIKE_SAME
};
enum likeness amount_likeness(const struct amount *draft, const struct amount *source);

/* What the sources have for one amount of a draft. `support` is the share of the words around the
 * draft's amount that stand around the source's, the near ones counting most: 0 to 1. */
struct rival {
	const struct amount *amount; /* NULL: none */
	struct cite where;           /* its sentence */
	double support;
	bool is_cited;
	bool is_shift;
	bool is_taken; /* an amount just before in the draft is the same one */
	bool is_bound; /* it counts what the draft's counts */
};
struct sighting {
	struct rival same, other;
	double open; /* the best support of one that could be the same; 0: none */
};
#define CLOSE_BYTES 40   /* so far apart at most are the ends of "from 2000 to 2003" */
#define AMOUNTS_MOST 256 /* in one sentence; more are not looked for */
/* All amounts of the subject's own words at once: a sighting each. */
struct sighting *amounts_sight(struct subject *s, const struct amount_vec *draft);

/* "Over a year" of what began three years before the anchor, by the sources' dates. */
bool check_elapsed(struct subject *s, const struct amount *m, const struct word_vec *words);
/* The same between two sentences of a draft; `other` tells the beginning. */
void check_elapsed_inside(struct subject *s, struct subject *other);
/* "Multiple rounds" where the sources know of a first and a second. */
void check_several(struct subject *s, const struct word_vec *words);
/* "600 drones" of "600 drones and missiles"; whether it is so. */
bool check_joint(struct subject *s, const struct amount *m, const struct sighting *seen);
/* "Injured 14" of a source's "killed 14"; whether it is so. */
bool check_harm(struct subject *s, const struct amount *m, const struct sighting *seen,
	const struct word_vec *words);

#endif
