/* store: everything the desk remembers. Typed get and put over SQLite in WAL mode; its SQL is kept
 * plain so that another driver can come under it.
 *
 * One writer: a handle belongs to one thread. Work that must not be seen in halves stands between
 * store_begin and store_commit; a kill in between leaves nothing of it. Failures are ERR_STORE and
 * say what to do. Texts of reports are kept by their hash and never change, so that a citation
 * holds whatever happens to the report later. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/model.h"

struct store;

/* Opens desk.db, brings its tables up to date. `makes` allows it to be new; else a missing file is
 * ERR_CONFIG. */
MUST_CHECK bool store_open(const char *path, bool makes, struct store **store, struct err *err);
void store_close(struct store *s);

MUST_CHECK bool store_begin(struct store *s, struct err *err);
MUST_CHECK bool store_commit(struct store *s, struct err *err);
void store_rollback(struct store *s); /* harmless when nothing is open */

/* Looks the whole file over; `fault` says what is wrong with it, empty when nothing is. */
MUST_CHECK bool store_examine(struct store *s, struct arena *a, struct str *fault, struct err *err);

/* ---- Sources ---- */

/* Adds a feed, or brings a removed one back. *is_new tells which; the id of either. */
MUST_CHECK bool store_add_source(
	struct store *s, const struct source *source, int64_t *id, bool *is_new, struct err *err);
MUST_CHECK bool store_save_source(struct store *s, const struct source *source,
	struct err *err); /* all but id; ERR_STORE when another source has its url */
/* Whether there is a source of this URL, removed ones included. */
MUST_CHECK bool store_has_source(struct store *s, struct str url, bool *found, struct err *err);
MUST_CHECK bool store_remove_source(
	struct store *s, int64_t id, struct err *err); /* its reports stay */

struct source_vec {
	struct source *items;
	size_t n, capacity;
};
MUST_CHECK bool store_sources(
	struct store *s, struct arena *a, struct source_vec *sources, struct err *err); /* by id */

/* ---- Entries, pages, reports ---- */

enum entry_change { ENTRY_SAME, ENTRY_NEW, ENTRY_CHANGED };

/* Remembers an entry under (source, its key); ENTRY_CHANGED when title, link, text or dates differ
 * from before. */
MUST_CHECK bool store_put_entry(struct store *s, int64_t source, const struct entry *entry,
	struct str key, struct when now, int64_t *id, enum entry_change *change, struct err *err);
/* An entry and the source it came from. */
MUST_CHECK bool store_entry(struct store *s, struct arena *a, int64_t id, struct entry *entry,
	int64_t *source, struct err *err);

struct stored_page {
	struct str url; /* as the entry links it; names the page */
	struct str final_url, etag, last_modified, charset, hash;
	struct str body; /* kept compressed */
	int status;
	struct when fetched;
};
MUST_CHECK bool store_put_page(struct store *s, const struct stored_page *page, struct err *err);
/* *found is false when there is none. The body is read only when asked for. */
MUST_CHECK bool store_page(struct store *s, struct arena *a, struct str url, bool with_body,
	struct stored_page *page, bool *found, struct err *err);

/* A page by the SHA-256 of its bytes, with them. */
MUST_CHECK bool store_page_of_hash(struct store *s, struct arena *a, struct str hash,
	struct stored_page *page, bool *found, struct err *err);

/* Puts a report under its key, with its sentences; one that is there is replaced, but keeps its id
 * and story. *changed tells whether text or title are others than before. */
MUST_CHECK bool store_put_report(struct store *s, int64_t entry, int64_t source,
	const struct report *report, const struct span_vec *sentences, bool *changed, int64_t *id,
	struct err *err);

/* Whether a report of this key is there whose state is better. */
MUST_CHECK bool store_has_better_report(
	struct store *s, struct str key, enum page_state than, bool *is_better, struct err *err);
/* The key of the source's report without an address of its own that has this text; *key stays as it
 * is when there is none. */
MUST_CHECK bool store_key_of_text(struct store *s, struct arena *a, int64_t source,
	struct str text_hash, struct str *key, struct err *err);

struct report_vec {
	struct report *items;
	size_t n, capacity;
};
enum report_choice {
	REPORTS_ALL,
	REPORTS_WITHOUT_STORY, /* with text to go on: state is not PAGE_EMPTY */
	REPORTS_SINCE,         /* with a story, published at or after `since` */
};
/* In order of (published, key). Outlet, topic, licence and owner are those of the source.
 * with_text: else text is empty. */
MUST_CHECK bool store_reports(struct store *s, struct arena *a, enum report_choice choice,
	struct when since, bool with_text, struct report_vec *reports, struct err *err);
MUST_CHECK bool store_story_reports(struct store *s, struct arena *a, struct str story,
	struct report_vec *reports, struct err *err);

/* ---- What publishers allow ---- */

/* The signals of a subject (a report's key, a feed's URL), in place of those it had. */
MUST_CHECK bool store_put_signals(struct store *s, struct str subject,
	const struct signal_vec *signals, struct when at, struct err *err);
/* `at`: when they were read; WHEN_UNKNOWN when there are none. */
MUST_CHECK bool store_signals(struct store *s, struct arena *a, struct str subject,
	struct signal_vec *signals, struct when *at, struct err *err);
/* What a report's signals refuse: a bit, 1 << use, for each. */
MUST_CHECK bool store_set_refused(
	struct store *s, struct str key, int64_t refused, struct err *err);
/* The report of an address (its key or its URL): its key and its source's licence. */
MUST_CHECK bool store_licence_of(struct store *s, struct arena *a, struct str url, struct str *key,
	struct str *licence, bool *found, struct err *err);

/* A file that signals are read from: tdmrep.json, an RSL licence. */
struct rights_file {
	struct str url, body; /* body: empty when it could not be had */
	int status;           /* of HTTP; 0: none came */
	struct when at;
};
MUST_CHECK bool store_put_rights_file(
	struct store *s, const struct rights_file *file, struct err *err);
MUST_CHECK bool store_rights_file(struct store *s, struct arena *a, struct str url,
	struct rights_file *file, bool *found, struct err *err);

/* ---- Stories ---- */

MUST_CHECK bool store_set_story(struct store *s, int64_t report, struct str story, bool is_new,
	struct when now, struct err *err);

struct story_row {
	struct str id;
	struct when created, updated; /* updated: when a report last joined or changed */
	struct str title;             /* of the latest draft, else of its first report */
	struct str state;  /* "new", "published", "held", "waiting", "rejected", "withdrawn", "failed",
						 "merged" */
	struct str reason; /* why it is not published, in words */
	struct str inputs; /* hash of what its latest draft was made from */
	int64_t reports;
};
struct story_vec {
	struct story_row *items;
	size_t n, capacity;
};
MUST_CHECK bool store_stories(struct store *s, struct arena *a, struct story_vec *stories,
	struct err *err); /* newest first */
MUST_CHECK bool store_story(struct store *s, struct arena *a, struct str id,
	struct story_row *story, bool *found, struct err *err);
MUST_CHECK bool store_save_story(struct store *s, const struct story_row *story,
	struct err *err); /* title, state, reason, inputs */

/* Makes one story of two: the reports of `gone` belong to `kept`, its drafts are replaced, its
 * article, if there is one, is withdrawn with the reason, and its state is "merged". Stories that
 * were merged into `gone` before lead to `kept` too. Nothing when `gone` is not in the store. */
MUST_CHECK bool store_merge_story(struct store *s, struct str kept, struct str gone,
	struct str reason, struct when now, struct err *err);

struct merge_row {
	struct str gone, kept, reason;
	struct when at;
};
struct merge_vec {
	struct merge_row *items;
	size_t n, capacity;
};
/* All merges, by the id that is gone; `kept` is never gone itself. */
MUST_CHECK bool store_merges(
	struct store *s, struct arena *a, struct merge_vec *merges, struct err *err);

/* ---- Drafts and articles ---- */

struct draft_row {
	int64_t id;
	struct str story, inputs, title;
	struct str body;     /* JSON of model_put_draft */
	struct str verdicts; /* JSON: one array [verdict, tier, score] a sentence, and the findings: see
							desk/record.h */
	struct str state;    /* "held", "waiting", "published", "rejected", "failed", "replaced" */
	struct str reason;
	struct when made;
	struct str making; /* JSON: who wrote it, from what, with what faults: see desk/parts.h; may be
						  empty */
};
/* The texts a draft cites: report and hash of its text then, in the order of the draft's indexes.
 */
MUST_CHECK bool store_put_draft(struct store *s, const struct draft_row *draft,
	const struct report *reports, size_t count, int64_t *id, struct err *err);
MUST_CHECK bool store_set_draft_state(
	struct store *s, int64_t id, struct str state, struct str reason, struct err *err);
/* The latest draft of a story that was not replaced. */
MUST_CHECK bool store_latest_draft(struct store *s, struct arena *a, struct str story,
	struct draft_row *draft, bool *found, struct err *err);
MUST_CHECK bool store_draft(
	struct store *s, struct arena *a, int64_t id, struct draft_row *draft, struct err *err);
/* The reports of a draft with the texts it was made from. */
MUST_CHECK bool store_draft_reports(
	struct store *s, struct arena *a, int64_t draft, struct report_vec *reports, struct err *err);

/* All drafts that a model wrote or should have written: `making` is not empty; by id. */
struct draft_vec {
	struct draft_row *items;
	size_t n, capacity;
};
MUST_CHECK bool store_made_drafts(
	struct store *s, struct arena *a, struct draft_vec *drafts, struct err *err);

MUST_CHECK bool store_put_finding(
	struct store *s, int64_t draft, const struct finding *finding, struct err *err);

struct article_row {
	struct str story;
	int64_t version, draft;
	struct when published; /* of version 1 */
	struct when updated;   /* of this version */
	struct str reviewed_by;
	struct str state; /* "published" or "withdrawn" */
	struct str reason;
	struct when withdrawn;
};
struct article_vec {
	struct article_row *items;
	size_t n, capacity;
};
/* Adds the next version of a story's article. */
MUST_CHECK bool store_put_article(struct store *s, struct str story, int64_t draft,
	struct str reviewed_by, struct when now, int64_t *version, struct err *err);
MUST_CHECK bool store_withdraw(
	struct store *s, struct str story, struct str reason, struct when now, struct err *err);
/* The current version of each, newest (by first publication) first. */
MUST_CHECK bool store_articles(
	struct store *s, struct arena *a, struct article_vec *articles, struct err *err);
MUST_CHECK bool store_article(struct store *s, struct arena *a, struct str story,
	struct article_row *article, bool *found, struct err *err);
MUST_CHECK bool store_published_since(
	struct store *s, struct when since, int64_t *count, struct err *err); /* first versions */

/* The proof of a story as it was published last; empty when there is none. All are kept. */
MUST_CHECK bool store_last_proof(
	struct store *s, struct arena *a, struct str story, struct str *proof, struct err *err);
MUST_CHECK bool store_put_proof(
	struct store *s, struct str story, struct str proof, struct when now, struct err *err);

struct correction_row {
	struct str story, note, who;
	struct when at;
};
struct correction_vec {
	struct correction_row *items;
	size_t n, capacity;
};
MUST_CHECK bool store_put_correction(
	struct store *s, const struct correction_row *correction, struct err *err);
MUST_CHECK bool store_corrections(struct store *s, struct arena *a, struct str story,
	struct correction_vec *corrections, struct err *err);

/* ---- What a model server answered ---- */

#define REPLY_KEPT ((size_t)1 << 20)
struct answer_row {
	int64_t id;
	struct str key;           /* of the call: see write_model_call */
	struct str story, stage;  /* "write", "repair"; "probe" */
	struct str model, prompt; /* its name; the prompt's version */
	bool is_good;
	struct str why;   /* when it is not */
	struct str text;  /* of the answer, as it was read */
	struct str reply; /* the server's bytes, at most REPLY_KEPT of them */
	int64_t status, prompt_tokens, answer_tokens, microcents, elapsed_ms;
	struct when at;
};
MUST_CHECK bool store_put_answer(
	struct store *s, const struct answer_row *row, int64_t *id, struct err *err);
/* The latest answer to a call, at or before `until` when that is known; good ones alone when asked.
 * Without the reply's bytes. */
MUST_CHECK bool store_find_answer(struct store *s, struct arena *a, struct str key,
	struct when until, bool good_only, struct answer_row *row, bool *found, struct err *err);
struct usage {
	int64_t requests, tokens, microcents;
};
MUST_CHECK bool store_usage(
	struct store *s, struct when since, struct usage *usage, struct err *err);

struct probe_row {
	int64_t id;
	struct str server; /* hash of its settings */
	struct when at;
	bool passes;
	struct str why, result; /* result: JSON, as `wireproof doctor --json` prints it */
};
MUST_CHECK bool store_put_probe(
	struct store *s, const struct probe_row *row, int64_t *id, struct err *err);
MUST_CHECK bool store_latest_probe(struct store *s, struct arena *a, struct str server,
	struct probe_row *row, bool *found, struct err *err);

/* ---- The queue: what is to be done, taken under a lease ---- */

struct job {
	int64_t id;
	struct str stage; /* "page", "write" */
	struct str key;   /* what it is about: an entry's id, a story's */
	int64_t attempts; /* that failed */
};
/* One job for each (stage, key): asking again while it waits changes nothing, and makes a finished
 * one wait again. */
MUST_CHECK bool store_ask(struct store *s, struct str stage, struct str key, struct err *err);
/* The first waiting job of the stage that is due and free, now leased to `owner` until
 * `lease_until`. */
MUST_CHECK bool store_take(struct store *s, struct arena *a, struct str stage, struct str owner,
	struct when now, struct when lease_until, struct job *job, bool *found, struct err *err);
MUST_CHECK bool store_job_done(struct store *s, int64_t id, struct err *err);
/* Gives it back: due again at `due`, or never when `gives_up`; the reason is kept. */
MUST_CHECK bool store_job_failed(
	struct store *s, int64_t id, struct str why, struct when due, bool gives_up, struct err *err);
/* Frees every lease: for the one process that has the desk's lock, since whoever held them is dead.
 */
MUST_CHECK bool store_free_leases(struct store *s, struct err *err);
/* The keys of the stage's waiting jobs that are due, in order. */
MUST_CHECK bool store_waiting_keys(struct store *s, struct arena *a, struct str stage,
	struct when now, struct str_vec *keys, struct err *err);
MUST_CHECK bool store_waiting(struct store *s, struct str stage, int64_t *count, struct err *err);

/* ---- The log of decisions: only ever added to ---- */

struct log_row {
	struct when at;
	struct str who; /* "desk", or a person */
	struct str
		what; /* "group", "publish", "hold", "approve", "reject", "withdraw", "correct", ... */
	struct str subject; /* a story, a source, a report */
	struct str why;
};
MUST_CHECK bool store_log(struct store *s, const struct log_row *row, struct err *err);
struct log_vec {
	struct log_row *items;
	size_t n, capacity;
};
MUST_CHECK bool store_log_of(
	struct store *s, struct arena *a, struct str subject, struct log_vec *rows, struct err *err);

#endif
