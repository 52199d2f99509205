/* check: a draft and its reports to verdicts. Pure, deterministic, no model.
 *
 * What it detects now: `quote` (quoted words that are not verbatim in a cited sentence), `number`
 * `money` `percent` `date` `name` (in the desk's own wording and not in the cited sentences),
 * `name_slot` (a cited sentence has somebody or something else in this name's place), `role` (no
 * source, or the cited sentence for another, has this role), `swap` (two names have changed places:
 * who did it and to whom),
 * `headline` (the same, in headline or standfirst), `speaker` (a quotation's speaker is not named
 * in the cited passage, or the source gives the words to another), `copy` (a run of more than 8
 * words outside quotation marks equal to a source), `unsupported` (no source sentence carries it),
 * `leftover` (a model's traces, and what pages have round their text), `injection` (words to a
 * model, not to readers), `language` (a sentence in another language than its draft), `negation`
 * `antonym` `comparison` `order` `modality` (a sentence that is close to its source denies it, has
 * the opposite word, or tells a plan or a claim as a fact), `inner_contradiction` (two sentences of
 * the draft deny each other), `opinion` (a judgement in the outlet's own voice). Others of DESIGN's
 * kinds are of later versions; check_kinds lists what this one knows, and the site prints that
 * list. */
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
