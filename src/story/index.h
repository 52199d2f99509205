/* The reports of a window by their terms: for each term, who holds it and how much. Comparing a
 * report costs what its terms have in common with the window, never a walk over all reports.
 * Private to story. */
#ifndef STORY_INDEX_H
#define STORY_INDEX_H

#include "story/vector.h"

/* Who holds a term and how much, in 4 bytes, since that is what comparing reads most and most of
 * the window's memory: the member above, below the weight as its distance from 1 in steps. */
#define WEIGHT_BITS 8
#define WEIGHTS (1 << WEIGHT_BITS)
#define WEIGHT_STEPS 20.0 /* in which a weight halves */
#define MEMBERS_MOST ((size_t)1 << (32 - WEIGHT_BITS))

/* Postings of a term stand in one piece of 2, 4, 8, ... ; outgrown pieces are used again. */
#define PIECE_CLASSES 24

#define SHOWN_BYTES 19
struct indexed_term {
	uint64_t hash;
	uint32_t *postings;  /* by member, ascending */
	uint32_t n;          /* of them */
	float reports;       /* ever seen with it */
	uint16_t language;   /* of the first report with it */
	bool is_foreign_too; /* another language has it as well */
	uint8_t piece_class;
	uint8_t shown_length;
	char shown[SHOWN_BYTES]; /* its beginning, for reasons */
};

/* A report in the window. */
struct member {
	int64_t time;
	int64_t latest; /* when it may have been published at the latest */
	bool is_dated;  /* else time is that of the report before it */
	uint32_t story;
	uint32_t language;
	size_t serial; /* order of adding, over all batches */
	size_t origin; /* a serial */
	struct shingles shingles;
};

/* A member with the report at hand; dot and shared are 0 between reports. Apart from the members,
 * since this is all that the inner loop reads and writes. */
struct likeness {
	float dot;
	uint16_t shared; /* terms */
	uint16_t language;
};

struct language_count {
	struct str code;
	double reports; /* seen in it */
};

struct index {
	struct arena *a;
	struct {
		struct member *items;
		size_t n, capacity;
	} members;
	struct {
		struct likeness *items;
		size_t n, capacity;
	} likeness; /* of each member */
	struct {
		struct indexed_term *items;
		size_t n, capacity;
	} terms;
	uint32_t *free_pieces[PIECE_CLASSES]; /* each begins with the address of the next */
	float weights[WEIGHTS];               /* what a posting's low bits mean */
	uint32_t *slots;                      /* hash table: index + 1 into terms, 0 = free */
	size_t slot_count;
	struct {
		struct language_count *items;
		size_t n, capacity;
	} languages;
	double reports; /* seen in all */
};

/* A report's vector: its heaviest terms first, the neutral ones and the others each of length 1. */
struct weighted {
	uint32_t term;
	float weight;
	bool is_neutral;
};
struct weighted_vec {
	struct weighted *items;
	size_t n, capacity;
};

struct index index_new(struct arena *a);

uint32_t index_language(struct index *x, struct str code);
/* Counts the report's terms and weighs them by what was counted so far. */
struct weighted_vec index_weigh(
	struct index *x, struct arena *scratch, const struct report *r, uint32_t language);

struct member_list {
	uint32_t *items;
	size_t n, capacity;
};
/* Members at most window_s away from time that are at all like v; their likeness is set, and the
 * caller calls index_rest when done with it. Of members in another language only the neutral terms
 * are compared. */
struct member_list index_compare(struct index *x, struct arena *scratch,
	const struct weighted_vec *v, int64_t time, int64_t window_s, uint32_t language);

void index_rest(struct index *x, const struct member_list *list);

/* The first terms of v that the member shares, joined with ", ". */
struct str index_shared_terms(const struct index *x, struct arena *a, const struct weighted_vec *v,
	uint32_t language, uint32_t member);

/* Adds the member; copies its shingles. */
void index_add(struct index *x, const struct weighted_vec *v, struct member member);
/* Drops the members before the time, keeps the order of the others. */
void index_forget(struct index *x, int64_t before);

#endif
