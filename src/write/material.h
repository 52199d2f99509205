/* What the extractive writer works on: a story's reports cut into passages, each judged once, with
 * the budget of source words that is left. Private to write. */
#ifndef WRITE_MATERIAL_H
#define WRITE_MATERIAL_H

#include "write/phrases.h"
#include "write/write.h"

/* Sentences of one report that are looked at: news says what matters before that. */
#define PASSAGES_PER_REPORT 120

struct stems {
	uint64_t *items; /* hashes of the stems of content words, ascending, no two equal */
	size_t n;
};

enum fitness {
	FIT_NOT,  /* can't be quoted */
	FIT_WEAK, /* leans a little on its context: taken only when there is nothing else */
	FIT_GOOD, /* stands alone */
};

/* A sentence of a report. */
struct passage {
	struct cite cite;
	struct str text, flat; /* flat: see cues_flatten */
	struct str whole;      /* without its dateline; empty when it begins in a quotation */
	struct str core;       /* what may stand in quotation marks; points into the report's text */
	bool is_cut;           /* the sentence goes on behind the core */
	bool has_relative_day; /* the core says "on Tuesday", "yesterday" */
	bool is_used;
	bool is_refused; /* was chosen and did not fit the budget */
	enum fitness fitness;
	size_t position;          /* among its report's sentences */
	size_t words;             /* of the core */
	double score;             /* centrality, 0 to 1 */
	const struct word *items; /* of the whole sentence */
	size_t item_count;
	struct stems stems;
};

/* A report as the writer sees it. */
struct witness {
	const struct report *report;
	struct str outlet, language;
	size_t origin;         /* index of the report that it copies, or its own */
	bool is_native;        /* in the desk's language */
	bool is_free;          /* licensed: no budget */
	size_t first, count;   /* its passages */
	struct date_vec dates; /* in the whole text, as are the three below */
	struct word_vec words;
	struct name_vec names;
	struct quotation_vec quotations;
	size_t words_left, sentences_left; /* of the budget; see material_purse */
};

struct material {
	struct arena *a;
	const struct report *reports;
	struct witness *witnesses;
	size_t count;
	struct passage *passages;
	size_t passage_count;
	struct story_name_vec names;
	const struct phrases *phrases;
	struct str language;     /* of the desk */
	struct when first, last; /* published, of the dated reports */
	bool has_foreign;        /* sentences of other languages are quoted: the desk's own are few */
	bool spans_days;         /* over a day lies between them */
	int64_t told_day;        /* the day, since 1970, that the reader was told last */
};

/* ERR_INPUT when no report has a sentence. */
MUST_CHECK bool material_open(struct material *m, struct arena *a, const struct report *reports,
	size_t count, const struct write_options *options, struct err *err);

/* Stems of a passage's part, for comparing what two texts say. */
struct stems material_stems(struct arena *a, const struct passage *p, struct span part);
/* Share of the smaller set that stands in the other; 0 when either is empty. */
double stems_overlap(struct stems x, struct stems y);

/* The passage that holds this byte of the report; NULL when none does. */
struct passage *material_passage_at(const struct material *m, size_t report, size_t offset);

/* Not of one voice: neither copies of one report nor outlets of one name or owner. */
bool material_is_independent(const struct material *m, size_t report, size_t other);
/* How many voices the story has. */
size_t material_voices(const struct material *m);

/* The report is no copy, and in the desk's language unless there is too little in it. */
bool material_may_quote(const struct material *m, size_t report);

/* A name that is one of the story's outlets, with or without its article. */
bool material_is_outlet(const struct material *m, struct str name);
/* As in "WASHINGTON, May 2"; an abbreviation is shorter. */
bool material_is_shouted(struct str name);

/* Who keeps the budget that a quotation of the report is paid from: the first report of its
 * origin's outlet, since one budget covers a source and story, however many reports it has. */
struct witness *material_purse(struct material *m, size_t report);
/* Takes so many words and one sentence from that budget; false when they are not left. */
bool material_spend(struct material *m, size_t report, size_t words);
/* Where a part of a report's text stands in it: the part must point into it. */
struct span material_span(const struct material *m, size_t report, struct str part);
size_t material_count_words(const struct passage *p, struct span part);

/* The quotation that holds this byte of the report, marks included; NULL when none does. */
const struct quotation *witness_quotation_at(const struct witness *w, size_t offset);
/* The name that holds it. */
const struct name *witness_name_at(const struct witness *w, size_t offset);

/* Days since 1970 of a point in time, at its own offset; INT64_MIN when it is not known. */
int64_t material_day_number(struct when when);
/* The report's day as a reader needs it: with its year when the desk's last report is of another.
 */
struct str material_day(const struct material *m, struct when when, bool with_weekday);

/* Adds a cite, at most three, no two of one voice unless is_same_voice_ok. */
void material_cite(
	const struct material *m, struct cite_vec *cites, struct cite cite, bool is_same_voice_ok);
/* Adds to a passage's own cite those of other voices that say the same. */
void material_cite_others(
	const struct material *m, struct cite_vec *cites, const struct passage *p);

#endif
