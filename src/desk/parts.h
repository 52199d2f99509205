/* parts: what the files of desk share among themselves. */
#ifndef DESK_PARTS_H
#define DESK_PARTS_H

#include "desk/desk.h"
#include "feed/feed.h"
#include "net/net.h"
#include "page/page.h"
#include "write/write.h"

/* ---- reporting.c: a page or an entry to a report ---- */
struct fetched_page {
	struct str body, url, charset, hash; /* body empty: there is no page */
	struct str refusal;                  /* why there is none, in words */
};
/* Makes the report and its sentences. Never fails: at worst the report is PAGE_EMPTY. */
void desk_make_report(struct arena *a, const struct fetched_page *page, const struct entry *entry,
	const struct source *source, struct when now, struct report *report,
	struct span_vec *sentences);

/* ---- group.c ---- */
MUST_CHECK bool desk_group(struct desk *d, struct err *err);

/* ---- gate.c: write, check, repair ---- */
/* Takes sentences out of a draft; sections and moments left empty go too. Headline and standfirst
 * can't be dropped. */
void draft_drop(struct draft *d, const bool *is_dropped);
/* Checks the draft and drops the sentences of its body that fail until it passes or only headline
 * and standfirst fail. */
void desk_gate(struct arena *a, struct draft *draft, const struct report_vec *reports,
	struct when now, struct check_result *check, size_t *dropped);

/* ---- rules.c: what is published, what waits, what is held ---- */
enum ruling { RULING_PUBLISH, RULING_HOLD, RULING_WAIT };
struct ruling_of {
	enum ruling ruling;
	struct str reason; /* for people; empty when it is published */
};
struct ruling_of desk_rule(struct arena *a, const struct conf *conf, struct str story,
	const struct draft *draft, const struct check_result *check, const struct report_vec *reports,
	int64_t published_today);

/* ---- sensitive.c: stories that wait for a person ---- */
/* Whether there are words of a language; a story in another one can't be judged by words. */
bool sensitive_knows(struct str language);
/* The kind ("crime", "courts", ...) and the word that a text has of the kinds asked for; false when
 * it has none. */
bool sensitive_find(struct arena *a, struct str text, struct str language,
	const struct str_vec *kinds, struct str *kind, struct str *word);

/* ---- record.c: verdicts as JSON for the store ---- */
struct str record_verdicts(struct arena *a, const struct check_result *check);
MUST_CHECK bool read_verdicts(struct arena *a, struct str json, const struct draft *draft,
	size_t report_count, struct check_result *check, struct err *err);

/* Saves a draft with its findings, and logs what was decided. */
MUST_CHECK bool save_draft(struct desk *d, struct arena *a, struct draft_row *row,
	const struct draft *draft, const struct check_result *check, const struct report_vec *reports,
	struct err *err);
MUST_CHECK bool log_decision(struct desk *d, struct str who, const char *what, struct str subject,
	struct str why, struct err *err);

/* Of a story, its newest LIMIT_STORY_REPORTS reports, in order, origins set. */
MUST_CHECK bool load_story(
	struct desk *d, struct arena *a, struct str story, struct report_vec *reports, struct err *err);
struct write_options write_options_of(const struct desk *d);
/* The day's begin, for the cap. */
struct when day_of(struct when now);

/* ---- signing.c: the key and the chain of proofs ---- */

/* The key in key.pem of the desk's folder; made when there is none. */
MUST_CHECK bool desk_signing_key(
	struct desk *d, struct arena *a, struct signing_key *key, struct err *err);
/* Keeps the proofs among the files that differ from the last ones. */
MUST_CHECK bool desk_save_proofs(struct desk *d, struct arena *a, const struct site *site,
	const struct file_vec *files, struct err *err);

#endif
