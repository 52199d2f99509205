/* cues: words that tell how a sentence is meant: what it denies, hedges or judges. Private to
 * check. The table is made while building from cues.txt. */
#ifndef CHECK_CUES_H
#define CHECK_CUES_H

#include "base/base.h"

enum {
	CUE_NEGATION = 1 << 0,    /* not, never, without */
	CUE_NO_NEGATION = 1 << 1, /* behind a negation: "not only" */
	CUE_DENIAL = 1 << 2,      /* denies by its meaning: fail, refuse */
	CUE_BEING = 1 << 3,       /* is, was */
	CUE_JOINT = 1 << 4,       /* begins another clause */
	CUE_PREPOSITION = 1 << 5,
	CUE_CLAIM = 1 << 6,      /* allegedly */
	CUE_CLAIM_TO = 1 << 7,   /* believed, before CUE_TO */
	CUE_CLAIM_VERB = 1 << 8, /* claims */
	CUE_POSSIBLE = 1 << 9,   /* may */
	CUE_PLAN = 1 << 10,      /* will */
	CUE_PLAN_TO = 1 << 11,   /* plans, before CUE_TO */
	CUE_TO = 1 << 12,
	CUE_LIGHT = 1 << 13,      /* may stand between a hedge and its word, or in its place */
	CUE_PAST = 1 << 14,       /* makes a past of any verb */
	CUE_FIRM = 1 << 15,       /* makes a fact of anything */
	CUE_ATTRIBUTED = 1 << 16, /* according */
	CUE_HEDGED = 1 << 17,     /* other words that hedge what stands near them */
	CUE_IT = 1 << 18,         /* what a judgement is passed on with: "it is ..." */
	CUE_REMAIN = 1 << 19,
	CUE_JUDGEMENT = 1 << 20, /* "it is ... that": essential */
	CUE_UNKNOWN = 1 << 21,   /* "remains ...": uncertain */
	CUE_JUDGING = 1 << 22,   /* "a ... step": positive */
	CUE_THING = 1 << 23,     /* "a positive ...": step */
	CUE_SHOWING = 1 << 24,   /* underscores, raises */
	CUE_SHOWN = 1 << 25,     /* "underscores the ...": importance */
	CUE_DUTY = 1 << 26,      /* must */
	CUE_EVERYONE = 1 << 27,  /* who is told what to do: leaders */
	CUE_WE = 1 << 28,
	CUE_STANCE = 1 << 29, /* unfortunately */
	CUE_TELL = 1 << 30    /* "time will tell", "to be seen" */
};

struct cue {
	const char *language; /* with "~" when the word is a stem */
	const char *word;
	uint32_t cues;
};
/* Open addressing: the places of cue_hash on, one at least free. A place without language is free.
 */
extern const struct cue cue_slots[];
extern const size_t cue_mask; /* their count less 1 */

/* By hash_fast of the word. */
static inline size_t cue_hash(struct str language, bool is_stem, uint64_t hash)
{
	uint64_t mark = is_stem;
	for (size_t i = 0; i < language.n; i++)
		mark = mark * 33 + (unsigned char)language.p[i];
	return (size_t)(hash ^ mark * UINT64_C(0x9E3779B97F4A7C15));
}

/* The cues of a folded word, and those of its stem, whose hash_fast is known. */
uint32_t cues_of(struct str language, struct str form, struct str stem, uint64_t stem_hash);

#endif
