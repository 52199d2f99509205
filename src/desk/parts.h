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
/* The name that a page's report has: its address without what changes from feed to feed (scheme,
 * tracking parameters, fragment). */
struct str desk_report_key(struct arena *a, struct str url);
/* Makes the report and its sentences. Never fails: at worst the report is PAGE_EMPTY. */
void desk_make_report(struct arena *a, const struct fetched_page *page, const struct entry *entry,
	const struct source *source, struct when now, struct report *report,
	struct span_vec *sentences);

/* ---- fetch.c ---- */
/* The network as the desk's configuration wants it. */
MUST_CHECK bool desk_open_net(struct desk *d, struct net **net, struct err *err);

/* ---- rights.c: what publishers allow ---- */

/* A page whose signals wait for files that are not read yet. */
struct rights_page {
	struct str key, url;    /* of the report; of the page after redirects */
	struct signal_vec kept; /* what the page and its header say, and its feed */
};

struct rights {
	struct desk *d;
	struct net *net;
	struct arena a;     /* of the round at hand */
	struct map missing; /* URLs of files to read */
	struct {
		struct rights_page *items;
		size_t n, capacity;
	} waiting;
};

/* Before pages are asked for: reads what their sites say of all pages, where that is over a day
 * old. `robots_txt` of the sites is known to the network afterwards. */
MUST_CHECK bool rights_prepare(struct rights *r, const struct str_vec *urls, struct err *err);
/* All that is known of a page: `kept` and what its site's files say. Files that are not read yet
 * are noted as missing; a licence that is not read refuses a model. */
MUST_CHECK bool rights_gather(struct rights *r, struct arena *a, struct str url,
	const struct signal_vec *kept, struct signal_vec *signals, struct err *err);
/* Keeps them for a report, inside the caller's transaction. */
MUST_CHECK bool rights_save(struct rights *r, struct arena *a, struct str key, struct str url,
	const struct signal_vec *kept, struct err *err);
/* Reads the missing files and judges the pages anew that waited for them. Ends the round. */
MUST_CHECK bool rights_catch_up(struct rights *r, struct err *err);

/* ---- group.c ---- */
MUST_CHECK bool desk_group(struct desk *d, struct err *err);

/* ---- writing.c ---- */
/* "rejected" or "withdrawn" when that is what a person decided last of the story; else empty. */
MUST_CHECK bool find_refusal(
	struct desk *d, struct arena *a, struct str story, struct str *refusal, struct err *err);

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

/* ---- model.c: the model server of a desk, its ceilings, and the record of its answers ---- */

struct model_desk {
	struct desk *d;
	struct arena a;
	struct model_server server;
	struct model_client *client; /* NULL until something is asked */
	struct str server_key;       /* hash of the settings that a probe is good for */
	int64_t probe;               /* row of the probe that lets the server write; 0: none */
	struct str closed;   /* why the server is asked nothing more in this run; empty: it is */
	size_t failures;     /* in a row */
	struct map refusals; /* key of a call to the index of why it is not made or failed */
	struct str_vec reasons;
	bool is_replay;    /* answers come from the record alone, failures too */
	struct when until; /* of a replay: what was recorded later does not count */
};

/* Reads the settings; ERR_CONFIG when they can't work. Asks nothing. */
MUST_CHECK bool model_open(struct model_desk *m, struct desk *d, struct err *err);
void model_close(struct model_desk *m);

/* What the record has for a call. is_known false: it has not been asked. */
struct model_found {
	bool is_known;
	struct answer_row row; /* when row.is_good */
	struct str why;        /* when it is not */
};
MUST_CHECK bool model_find(struct model_desk *m, struct arena *a, struct str key,
	struct model_found *found, struct err *err);

/* Probes the server and records what it found. */
MUST_CHECK bool model_probe(struct model_desk *m, struct arena *a, struct model_probe *probe,
	struct probe_row *row, struct err *err);

/* ---- model_ask.c: asks the server, ahead of the writing, all that the waiting stories need ----
 */
MUST_CHECK bool model_ask_all(struct model_desk *m, const struct str_vec *stories, struct err *err);

/* ---- model_draft.c: the loop over one story: write, check, send back once, settle ---- */

enum model_state {
	MODEL_ASKS,   /* nothing more can be done without the answer to `call` */
	MODEL_DRAFT,  /* there is a draft, to be ruled on */
	MODEL_FAILED, /* the model can't write it: `why` */
};
struct model_result {
	enum model_state state;
	struct model_call call;
	const char *stage; /* of the call: "write", "repair" */
	struct draft draft;
	struct check_result check;
	size_t dropped; /* sentences that failed twice */
	struct str why;
	struct str making; /* JSON, see below */
};
/* A draft's `making`: {"writer": "model:NAME" or "extract", "reason" (why no model wrote it),
 * "api", "prompt", "probe", "answers": [rows of the record], "offered", "left_out": [[report,
 * start, length, why]..], "copied_share", "ordered_share", "faults": [{"round", "part", "text",
 * "kind", "tier", "explain", "outcome": "sent back", "replaced", "dropped" or "held"}]}. */

/* `extract` is the extractive writer's draft of the same reports, which gives the tags, the
 * timeline, what differs, and words for sentences that fail; NULL when it has none. */
MUST_CHECK bool model_draft(struct model_desk *m, struct arena *a, const struct report_vec *reports,
	struct when now, const struct draft *extract, struct model_result *result, struct err *err);

/* The making of a draft that the extractive writer made because the model could not. */
struct str model_fallback(struct arena *a, struct model_desk *m, struct str why);

/* ---- compose.c ---- */
/* What a writer made of a story. */
struct written {
	struct draft draft;
	struct check_result check;
	size_t dropped;
	struct str making;   /* empty when no model is set */
	struct str no_model; /* why the extractive writer wrote though one is */
};
/* Writes and gates a draft: by the model when there is one and its answers are recorded, else by
 * the extractive writer. why->kind says when nothing can be written. False when the store fails. */
MUST_CHECK bool compose_draft(struct desk *d, struct model_desk *model, struct arena *a,
	const struct report_vec *reports, struct when now, struct written *out, struct err *why,
	struct err *err);

/* ---- writing.c ---- */
/* What a draft is made from: the same inputs give the same draft, so it need not be made again. */
struct str inputs_hash(struct arena *a, const struct desk *d, const struct model_desk *model,
	const struct report_vec *reports);

#endif
