/* What the grouping keeps of a report: weighted terms, and hashes of its word 5-shingles. Private
 * to story. */
#ifndef STORY_VECTOR_H
#define STORY_VECTOR_H

#include "story/story.h"

/* What kind of word a term is. */
enum term_kind {
	TERM_WORD,   /* a stem of the report's language */
	TERM_NAME,   /* a stem that stands with a capital inside sentences */
	TERM_NUMBER, /* holds a digit */
	TERM_NEUTRAL /* a name or number as folded, for comparing across languages */
};

struct term {
	uint64_t hash; /* of kind class, language and stem: equal hash, equal term */
	struct str text;
	enum term_kind kind;
	double weight; /* frequency by place: title and lead count more */
};
struct term_vec {
	struct term *items;
	size_t n, capacity;
};

/* The terms of a report, each once, by first occurrence. Reads the title and the first
 * VECTOR_WORDS words. */
struct term_vec vector_terms(struct arena *a, const struct report *r);

/* Hashes of word 5-shingles, ascending: all of a short text, the lowest of a long one (bottom-k, so
 * that any two sets can be compared below the lower of both ceilings). */
#define SHINGLES_MOST 256
struct shingles {
	uint32_t *items;
	size_t n;
	uint32_t ceiling; /* every shingle hash up to this one is in the set */
};
/* Without those of quotations, which reports that know nothing of each other share. */
struct shingles vector_shingles(struct arena *a, struct str text);
struct shingles shingles_dup(
	struct arena *a, struct shingles s); /* without the room they were made in */

/* Share of the shingles of `a` that stand in `b`, 0 when too few can be compared; `of_smaller` of
 * whichever has fewer: a text that holds all of another one copies it however much it adds. */
struct containment {
	double share, of_smaller;
	size_t compared; /* shingles of whichever has fewer */
};
struct containment shingles_compare(const struct shingles *a, const struct shingles *b);

/* The time of a report for deciding who was first: one that is dated by its day only may be of that
 * day's end. INT64_MAX when it is not dated. */
int64_t story_latest_time(struct when published);

#endif
