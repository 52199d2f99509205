/* story: reports to stories. Groups reports by event as they arrive, recognises near-copies, and
 * reads out of a story's reports what they date, count and name.
 *
 * Pure: the window of recent reports is a value that goes in and comes out; no clock. Online: a
 * report gets its story when it comes. Deterministic, independent of the order inside one batch.
 * The method: TF-IDF vectors of title, lead and names, compared with the stories of a time window
 * (after Allan et al., topic detection and tracking); near-copies by containment of shingles
 * (Broder 1997). */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include "model/model.h"
#include "text/text.h"

struct story_options {
	double threshold;   /* similarity from which a report joins a story; 0 = default */
	double window_days; /* how far apart in time (by the reports' own dates) a report and a story's
						   members may be; 0 = default */
};

struct story_window;
struct story_window *story_window_new(struct arena *a, const struct story_options *options);

struct story_result {
	struct str story; /* id: stable, derived from the founding report's key */
	bool is_new;      /* this report founded it */
	size_t origin; /* index of the report that it copies, or its own; counted over all batches, in
					  each by the order of the array */
	double origin_share; /* share of its shingles that stand in the origin too */
	struct str reason;   /* for the log: "joins STORY at 0.41: shares lavrov, istanbul, fidan" */
};

/* Adds reports and gives each its story. Reads key, title, text, language, published (fetched when
 * unknown), outlet, story: a report that comes with a story set is put there without asking
 * (replaying the store). The batch is worked off in order of (published, key), whatever its order
 * in the array; results stand in the order of the array. Keeps only vectors and shingles of
 * reports, not their text; reports older than the window behind the newest are forgotten. */
void story_add(struct story_window *w, struct arena *a, const struct report *reports, size_t count,
	struct story_result *results);

/* Two stories that later evidence showed to be one. The older keeps its id. */
struct story_merge {
	struct str kept, gone; /* ids */
	struct str reason;     /* for the log */
};
struct story_merge_vec {
	struct story_merge *items;
	size_t n, capacity;
};
/* The merges that the last story_add made, in order; a story may be kept in one and gone in a later
 * one. They live as long as the arena of that story_add, whose results name only stories that were
 * kept. Reports that came with their story set never make two stories one. */
struct story_merge_vec story_merges(const struct story_window *w);

/* ---- What a story's reports hold ---- */

/* How a report hangs on another one. */
enum story_tie {
	TIE_ORIGIN,  /* on none */
	TIE_COPY,    /* at least half of the shorter text's words outside quotations are the other's */
	TIE_REWRITE, /* over a third of them */
	TIE_CITES    /* its own words, but it says that it has it from the other */
};
extern const char *const story_tie_names[]; /* "origin", "copy", "rewrite", "cites" */

struct story_lineage {
	enum story_tie tie;
	size_t parent; /* index of the report that it hangs on; its own when that is not in the story */
	double share;  /* of its shingles that the parent has; 1 for an origin */
	struct str credit;   /* the outlet or agency that it says it has it from; may be empty */
	struct cite where;   /* the words that say so; length 0 when its byline or source does */
	bool is_agency_text; /* the byline or dateline is the agency's, not only a remark */
};
/* One for each report. A report that is dated by its day only is taken to be of that day's end, so
 * that a copy without a time never becomes the origin of one that has one. Parents make no circle.
 */
struct story_lineage *story_trace(struct arena *a, const struct report *reports, size_t count);

/* Sets origin (as an index into the array) and origin_share of each: what story_trace says of
 * copies and rewrites. */
void story_origins(struct report *reports, size_t count);
/* How many voices the origins are: outlets of one owner, and texts of one agency, count once. */
size_t story_origin_count(const struct report *reports, size_t count);

struct story_moment {
	struct when when;
	bool has_day;     /* else a month or a year */
	struct cite cite; /* the sentence that dates it */
};
struct story_moment_vec {
	struct story_moment *items;
	size_t n, capacity;
};
/* Sentences with a date that is not merely the report's own day, one per day (the best of several),
 * by time. */
struct story_moment_vec story_timeline(struct arena *a, const struct report *reports, size_t count);

/* Figures for the same counted thing that differ between origins. */
struct disagreement_vec {
	struct disagreement *items;
	size_t n, capacity;
};
struct disagreement_vec story_disagreements(
	struct arena *a, const struct report *reports, size_t count);

/* What the sources say of one counted thing, claim by claim: never averaged, and each as of its own
 * time. Figures for other spans of time ("in 48 hours") stand in one table and contradict nothing.
 */
struct story_claim {
	struct str figure;        /* as written; several of one sentence joined with "; " */
	struct str window;        /* "48 hours"; empty when the sentence says none */
	struct when as_of;        /* when the report was published */
	struct when day;          /* that the sentence names */
	struct str attributed_to; /* whom the report has it from; empty when it says it itself */
	struct cite cite;
};
struct story_claims {
	struct str subject;    /* what is counted, in the sources' word */
	bool is_contradiction; /* some of them can't both be right */
	struct story_claim *claims;
	size_t claim_count;
	size_t *silent; /* reports that are no copies and say nothing of it */
	size_t silent_count;
};
struct story_claims_vec {
	struct story_claims *items;
	size_t n, capacity;
};
/* Tables with two different figures at least, by two voices at least. */
struct story_claims_vec story_claims(struct arena *a, const struct report *reports, size_t count);

/* A quotation and each outlet's wording of it, by first report. */
struct story_quote {
	struct str speaker;       /* as named most fully; empty when nobody is */
	struct cite_vec wordings; /* without the marks; one of each report at most */
};
struct story_quote_vec {
	struct story_quote *items;
	size_t n, capacity;
};
struct story_quote_vec story_quotes(struct arena *a, const struct report *reports, size_t count);

/* Sentences of the reports after `since` that say what no sentence of an earlier report, nor one
 * before them in the list, says; in order, at most `most`. */
struct cite_vec story_news(
	struct arena *a, const struct report *reports, size_t count, struct when since, size_t most);

/* People, places and organisations that at least two reports name (or one report twice, in a story
 * of one report), most named first, one entry per person (surname-only mentions belong to the full
 * name). At most `most`. */
struct story_name {
	enum name_kind kind;
	struct str name, role;
	size_t reports; /* that name it */
	size_t mentions;
};
struct story_name_vec {
	struct story_name *items;
	size_t n, capacity;
};
struct story_name_vec story_names(
	struct arena *a, const struct report *reports, size_t count, size_t most);

/* A number for each sentence of each report: how central it is to the story (shared words,
 * position, names), higher is better. Used by writers to choose. Sentences as text_sentences gives
 * them. */
struct ranked_sentence {
	struct cite cite;
	double score;
	size_t position; /* index among its report's sentences */
};
struct ranked_vec {
	struct ranked_sentence *items;
	size_t n, capacity;
};
struct ranked_vec story_rank_sentences(struct arena *a, const struct report *reports, size_t count);

#endif
