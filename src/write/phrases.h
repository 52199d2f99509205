/* The desk's own words: templates, dates and quotation marks of the languages that a desk can write
 * in. English and German are complete; any other desk gets English. */
#ifndef WRITE_PHRASES_H
#define WRITE_PHRASES_H

#include "base/base.h"

/* Slots stand in braces: {outlet}, {quote}, {day}, ... */
enum phrase {
	/* A source's words. {quote} of the first three and of DATED ends its sentence itself. */
	PHRASE_REPORTS,
	PHRASE_ACCORDING,
	PHRASE_DATED,
	PHRASE_FOREIGN,
	PHRASE_FOREIGN_DATED,
	PHRASE_ON_DAY, /* what happened on a day: {day} is the event's, not the report's */
	PHRASE_MOMENT,
	/* {quote} is followed by the outlet. */
	PHRASE_CLOSES,
	PHRASE_CLOSES_ACCORDING,
	/* A person's words. */
	PHRASE_SAID_FIRST,
	PHRASE_SAID_LAST,
	PHRASE_SAID_LAST_ACCORDING,
	PHRASE_SAID_FOREIGN,
	/* A statement in the desk's words; only of languages in which statements are read. */
	PHRASE_FACT,
	PHRASE_FACT_ACCORDING,
	PHRASE_FACT_ON_DAY,
	PHRASE_FACT_ON_DAY_ACCORDING,
	PHRASE_FACT_DATED,
	/* Facts. */
	PHRASE_FIGURE,
	PHRASE_DIFFER,
	PHRASE_STAND_ONE,
	PHRASE_STAND_FEW,
	PHRASE_STAND_MANY,
	PHRASE_STAND_BARE_ONE,
	PHRASE_STAND_BARE_MANY,
	PHRASE_COUNT
};

struct language_name {
	struct str code, name;
};

struct phrases {
	struct str language;
	struct str open, close, inner_open, inner_close;
	bool is_comma_inside; /* “Yes,” she said; German sets the comma behind the mark */
	bool is_day_dotted;   /* 27. Mai */
	struct str list_and, a_report, others;
	const struct str *months;              /* index 1 to 12 */
	const struct str *weekdays;            /* index 0 = Sunday */
	const struct str *numbers;             /* index 2 to 12, lower case */
	const struct language_name *languages; /* ends with an empty code */
	struct str templates[PHRASE_COUNT];
};

const struct phrases *phrases_for(struct str language);

struct slot {
	const char *name;
	struct str value;
};
/* The template with its slots filled and its first letter made a capital. A slot without a value
 * stays empty. */
struct str phrases_fill(struct arena *a, const struct phrases *p, enum phrase which,
	const struct slot *slots, size_t count);

/* The copy with a capital first letter, when that is an ASCII one. */
struct str phrases_capital(struct arena *a, struct str s);
struct str phrases_small(struct arena *a, struct str s);

/* "27 May 2025"; with_weekday "Tuesday 27 May 2025"; the year only when asked. */
struct str phrases_day(
	struct arena *a, const struct phrases *p, struct when when, bool with_weekday, bool with_year);
struct str phrases_list(
	struct arena *a, const struct phrases *p, const struct str *items, size_t count);
/* "two" to "twelve", digits beyond. */
struct str phrases_number(struct arena *a, const struct phrases *p, size_t n);
/* "Turkish"; the code itself when the table has no name. */
struct str phrases_language(const struct phrases *p, struct str code);

/* The words between the desk's quotation marks; double marks inside become single ones. is_last:
 * the quotation ends the sentence, else a comma follows. is_cut: the source's sentence goes on. */
struct str phrases_quote(
	struct arena *a, const struct phrases *p, struct str words, bool is_cut, bool is_last);

#endif
