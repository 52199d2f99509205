/* desk: the pipeline. Takes a job, loads, calls one stage, saves; owns the loop write, check,
 * repair. The one module that joins stages to the store and the network.
 *
 * Every step is one transaction and idempotent on the hash of its input, so that a kill at any
 * moment loses nothing and a second run right after changes nothing. One item that fails is logged
 * in one line and counted; the rest goes on. Functions fail only when the desk as a whole can't go
 * on (ERR_STORE, ERR_CONFIG). */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "conf/conf.h"
#include "publish/publish.h"
#include "store/store.h"

struct desk_counts {
	size_t feeds, feeds_unchanged, feeds_failed;
	size_t entries;             /* new or changed */
	size_t pages, pages_failed; /* pages_failed: no page; the feed's own text was taken, or it is
								   tried later */
	size_t reports;             /* new or changed */
	size_t stories, joined;     /* founded; reports that joined one */
	size_t drafts, published, updated, held, waiting, failed;
	struct publish_counts files;
};

struct desk {
	struct arena a; /* lives as long as the desk: configuration */
	const char *dir;
	struct conf conf;
	struct store *store;
	struct when now;
	const struct log *log;
	int lock;                 /* file descriptor; -1 = none */
	const volatile int *stop; /* when not NULL and not 0: finish the step at hand and return */
	/* Tells how far a stage is; may be NULL. */
	void (*progress)(const char *stage, size_t done, size_t total);
	struct desk_counts counts;
};

/* Makes a desk in a folder (made when missing): wireproof.conf, desk.db. ERR_CONFIG when there is
 * one already. */
MUST_CHECK bool desk_init(const char *dir, struct when now, struct err *err);

/* Opens the desk of a folder. `takes_lock`: for what changes it; ERR_STORE when another process
 * holds the lock. */
MUST_CHECK bool desk_open(struct desk *d, const char *dir, bool takes_lock, struct when now,
	const struct log *log, struct err *err);
void desk_close(struct desk *d);

/* ---- The stages ---- */
MUST_CHECK bool desk_fetch(struct desk *d, struct err *err); /* feeds, then pages, then grouping */
MUST_CHECK bool desk_write(
	struct desk *d, struct err *err); /* drafts, the check, the rules: articles or held drafts */
MUST_CHECK bool desk_publish(struct desk *d, struct err *err); /* the site from what is published */

/* Writes what the published stories rest on into a folder: for each report TEXT_HASH.json {url,
 * title, published, fetched, page_hash, charset, text}, and PAGE_HASH.html, the page's bytes, while
 * the store has them. `count`: reports. */
MUST_CHECK bool desk_archive(struct desk *d, const char *folder, size_t *count, struct err *err);

/* Makes every draft that a model had a part in again, from the texts and answers that were
 * recorded, asking nobody, and counts those that come out the same, byte for byte, and the others.
 * Changes nothing. */
MUST_CHECK bool desk_replay(struct desk *d, size_t *same, size_t *other, struct err *err);

/* ---- The doctor ---- */
enum health { HEALTH_OK, HEALTH_NOTE, HEALTH_FAULT };
struct diagnosis {
	enum health health;
	const char *subject; /* "disk", "store", "model", ... */
	struct str words;
};
struct diagnosis_vec {
	struct diagnosis *items;
	size_t n, capacity;
};
/* Looks at disk, permissions, store, feeds and clock; probes the model server when one is set, and
 * records what it found. */
MUST_CHECK bool desk_examine(
	struct desk *d, struct arena *a, struct diagnosis_vec *diagnoses, struct err *err);

/* ---- Finding feeds ---- */
/* The feeds of a site: the URL itself when it is one, else those that its page names, else the
 * first at a usual place (/feed, /rss.xml, ...). Each was read; an error page that says 200 is
 * none. ERR_INPUT when there is none, ERR_TRY when the site can't be reached. */
MUST_CHECK bool desk_discover(
	struct desk *d, struct arena *a, struct str url, struct str_vec *feeds, struct err *err);
/* ERR_CONFIG for an aggregator's opaque link, which names no publisher. */
MUST_CHECK bool desk_may_follow(struct arena *a, struct str url, struct err *err);

/* ---- Rights ---- */
struct rights_view {
	struct str url;     /* of the page that the signals are about */
	struct str licence; /* the operator's entry for its source */
	struct signal_vec signals;
	struct when at;
	bool is_stored;      /* a report of the desk: this is what the desk goes by */
	int says[USE_COUNT]; /* -1 refused, 0 nothing is said, 1 granted; the licence left out */
};
/* What is known about the use of a page or a feed; one that the desk does not know is asked, and so
 * is any when `asks`. ERR_TRY when it can't be reached. */
MUST_CHECK bool desk_rights(struct desk *d, struct arena *a, struct str url, bool asks,
	struct rights_view *view, struct err *err);

/* The folder that the site is written to. */
const char *desk_site_folder(struct desk *d);

/* Whether anything failed that a person should know of (exit code 1). */
bool desk_had_failures(const struct desk_counts *counts);

/* ---- The editor ---- */
struct decision {
	struct str story; /* id, or the unique beginning of one */
	struct str who, why;
	struct when at;
};
/* Publishes the held draft of a story, without the sentences whose numbers (as `show` prints them)
 * are in `drop`, under another headline when one is given (checked like any sentence of the desk's
 * own). */
MUST_CHECK bool desk_approve(struct desk *d, const struct decision *decision, const size_t *drop,
	size_t drop_count, struct str headline, struct err *err);
MUST_CHECK bool desk_reject(struct desk *d, const struct decision *decision, struct err *err);
MUST_CHECK bool desk_withdraw(struct desk *d, const struct decision *decision, struct err *err);
MUST_CHECK bool desk_correct(struct desk *d, const struct decision *decision, const size_t *drop,
	size_t drop_count, struct err *err);
/* The story whose id begins so; ERR_CONFIG when there is none or more than one. */
MUST_CHECK bool desk_find_story(
	struct desk *d, struct arena *a, struct str prefix, struct story_row *story, struct err *err);

/* A draft as it was saved, with the reports it cites. */
struct saved_draft {
	struct draft_row row;
	struct draft draft;
	struct report_vec reports;
	struct check_result check;
};
MUST_CHECK bool desk_load_draft(struct desk *d, struct arena *a, const struct draft_row *row,
	struct saved_draft *saved, struct err *err);

#endif
