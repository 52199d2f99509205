/* check: a draft and its reports to verdicts. Pure, deterministic, no model.
 *
 * What it detects now: `quote` (quoted words that are not verbatim in a cited sentence), `number`
 * `money` `percent` `ordinal` `date` `duration` `age` (in the desk's own wording, and no source has
 * it, or a source has another one in its place), `unit` (the figure is there, of another unit,
 * currency or thing, such as injured for dead), `count` ("multiple rounds" of a first and second),
 * `inner_contradiction` (figures of one text, in check_text), `name` (not in the cited sentences),
 * `headline` (the same, in headline or standfirst), `speaker` (a quotation's speaker is not named
 * in the cited passage), `copy` (a run of more than 8 words outside quotation marks equal to a
 * source), `unsupported` (no source sentence carries it), `leftover` (a model's traces). Others of
 * DESIGN's kinds are of later versions; check_kinds lists what this one knows, and the site prints
 * that list. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "story/story.h"

extern const char *const check_kinds[]; /* ends with NULL */
#define CHECK_VERSION "1"

struct checked_sentence {
	struct str text;
	struct span span; /* in the draft's text, for check_text; {0} for check_draft */
	enum verdict verdict;
	enum tier tier;        /* the worst of its findings */
	double score;          /* 0 to 1; 1 = surely wrong */
	struct cite_vec cites; /* best first, at most three */
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
