/* check: a draft and its reports to verdicts. Pure, deterministic, no model.
 *
 * What it detects (check_kinds; the site prints that list):
 * - `quote`: quoted words that are not verbatim in a cited sentence; `speaker`: the source gives
 * them to another, or does not name their speaker; `copy`: a run of more than 8 words outside
 * quotation marks equal to a source.
 * - `number` `money` `percent` `unit` `count` `ordinal` `date` `duration` `age`: an amount that the
 *   sources do not have in this place, or that their dates do not give.
 * - `name`: absent from the sources; `name_slot`: a cited sentence has another in its place;
 * `role`; `swap`: two names have changed places.
 * - `negation` `antonym` `comparison` `order` `modality`: a sentence that is close to its source
 * denies it, has the opposite word, or tells a plan or a claim as a fact.
 * - `headline`: any of these in headline or standfirst; `inner_contradiction`: two sentences of the
 *   draft deny each other, or differ in a figure; `unsupported`: no source sentence carries it.
 * - `opinion`: a judgement in the outlet's own voice; `language`: a sentence in another language
 * than its draft; `injection`: words to a model, not to readers; `leftover`: a model's traces. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "story/story.h"

extern const char *const check_kinds[];  /* ends with NULL */
extern const char *const check_traits[]; /* ends with NULL */
#define CHECK_VERSION "1"

struct checked_sentence {
	struct str text;
	struct span span; /* in the draft's text, for check_text; {0} for check_draft */
	enum verdict verdict;
	enum tier tier;        /* the worst of its findings */
	double score;          /* 0 to 1; 1 = surely wrong */
	struct cite_vec cites; /* best first, at most three */
	/* check_text: what the score rests on, trait_count numbers named by check_traits, and which of
	 * the two tables of weights they went through. For training and tests. */
	const double *traits;
	size_t trait_count;
	int table;
};
struct check_result {
	struct checked_sentence *sentences; /* in draft_sentence_at order for check_draft */
	size_t sentence_count;
	struct finding_vec findings; /* by sentence, then span */
	bool passes;                 /* no finding of tier error */
};

/* Checks a draft against the sentences it cites. `now` is the day of publication, for dates. */
void check_draft(struct arena *a, const struct draft *draft, const struct report *reports,
	size_t count, struct when now, struct check_result *result);

/* Checks any text against sources (the `check` command): finds the source sentences itself. */
void check_text(struct arena *a, struct str text, bool is_headline, const struct report *sources,
	size_t count, struct when published, struct check_result *result);

#endif
