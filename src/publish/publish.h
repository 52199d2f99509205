/* publish: articles to a site of static files with feeds and proofs. Back ends by name; "site" is
 * the one there is.
 *
 * Rendering is pure (publish_site gives files in memory); writing is atomic per file, leaves files
 * alone whose bytes are the same and removes what the desk no longer publishes. No page asks
 * another host for anything; no script is needed. One extract budget per source and story covers
 * everything that goes out (body, marks, feeds, metadata, proof). */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include "check/check.h"
#include "page/page.h"

enum article_state { ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN };

struct correction {
	struct when at;
	struct str note; /* what was wrong, for readers */
	struct str who;
};

/* One published article, current version. */
struct article {
	struct str story; /* id: folder below stories/ */
	struct draft draft;
	const struct report *reports;
	size_t report_count, origin_count;
	struct check_result check;
	struct when published, updated; /* updated: WHEN_UNKNOWN when there is one version */
	int version;
	struct str reviewed_by; /* who approved it; empty when the desk published it by its rules */
	struct when checked;    /* the day the check ran with */
	struct str last_proof;  /* proof.json as it was published last; empty for the first */
	struct correction *corrections;
	size_t correction_count;
	enum article_state state;
	struct str reason;      /* of a withdrawal, for readers */
	struct str merged_into; /* id of the published story that a withdrawn one became part of */
	bool is_edited;         /* whoever reviewed it changed its words */
	struct when withdrawn;
};

/* What robots.txt asks for: list and quote but don't train; anything; nothing. */
enum robots { ROBOTS_SEARCH, ROBOTS_ALL, ROBOTS_NONE };
/* Stories that search engines are asked to leave out: what a model wrote and nobody reviewed, all
 * that nobody reviewed, none. */
enum noindex { NOINDEX_MODEL, NOINDEX_UNREVIEWED, NOINDEX_NONE };

struct site {
	struct str title, description, language;
	struct str base_url; /* where the site will stand, ends with '/'; empty: links stay relative,
							feeds use tag: ids */
	struct str contact;  /* URL or mail address, for "report an error" */
	struct str publisher;
	const struct signing_key *key; /* signs the proofs; NULL leaves them without a signature */
	size_t extract_words;          /* of each source and story, in all that goes out */
	struct when now;
	struct article *articles; /* newest first */
	size_t article_count;
	const struct source *sources; /* for sources.opml; may be NULL */
	/* for the "how this desk works" page: sources, held stories, sentences of their drafts */
	size_t source_count, held_count, held_sentences;
	struct str address; /* of the publisher, for the imprint; may be empty */
	enum robots robots;
	enum noindex noindex;
};

#define PROOF_FORMAT "wireproof proof 2"
/* Where the signed bytes of a proof end: at the last of these. */
#define PROOF_SIGNATURE_MARK ",\n\t\"signature\": "
#define PROOF_KEY_PATH ".well-known/wireproof-key.pem"

struct file {
	struct str path; /* relative, '/' between parts */
	struct str bytes;
};
struct file_vec {
	struct file *items;
	size_t n, capacity;
};

/* stories/ID/proof.json, for whoever wants to check an article: docs/proof.md is its specification.
 * It is chained to `last_proof` when it differs from it, and its bytes are the same when it does
 * not. The key's public half is .well-known/wireproof-key.pem.
 *
 * The limit is for each outlet of a story (two reports of one outlet share it) and is paid once for
 * each word of a source, however many files repeat it. Figures of a disagreement are facts and not
 * counted, nor are the words inside a link's address. */

struct publisher {
	const char *name;
	bool (*render)(
		struct arena *a, const struct site *site, struct file_vec *files, struct err *err);
};
extern const struct publisher *const publishers[]; /* ends with NULL */
const struct publisher *publisher_find(struct str name);

struct publish_counts {
	size_t written, unchanged, removed;
};
/* Brings a folder to hold just these files (and whatever begins with '.'). ERR_STORE when the disk
 * or the rights refuse; files not yet written keep their old bytes. A folder that is new or empty
 * gets the mark ".wireproof-site"; one that has files and no such mark is refused, since they would
 * be removed. */
MUST_CHECK bool publish_write(const char *folder, const struct file_vec *files,
	struct publish_counts *counts, struct err *err);

/* ---- verify: a published story against its proof (verify.c and the files beside it) ---- */

enum verify_level { VERIFY_INTEGRITY, VERIFY_EVIDENCE, VERIFY_CHECK, VERIFY_LEVELS };
extern const char *const verify_level_names[VERIFY_LEVELS];

enum verify_state {
	VERIFY_HOLDS,
	VERIFY_OPEN, /* could not be looked at: evidence was out of reach */
	VERIFY_FAILS,
};
/* One thing that was looked at, in words for a person. */
struct verify_line {
	enum verify_level level;
	enum verify_state state;
	struct str text;
};
struct verification {
	struct verify_line *items;
	size_t n, capacity;
};
/* The worst state of a level, or VERIFY_HOLDS. */
enum verify_state verify_worst(const struct verification *v, enum verify_level level);

/* A proof as it was read: its bytes are a stranger's. */
struct proof {
	struct str bytes;          /* the whole file */
	struct str signed_bytes;   /* what the signature covers; empty when there is none */
	struct str key, signature; /* hex; empty when there is none */
	struct jv root;
	struct report *reports; /* without text and title, which the evidence gives */
	size_t report_count;
	struct draft draft;    /* without the sentences that were left out */
	size_t *numbers;       /* of the draft's sentences: their index in the proof */
	size_t sentence_count; /* 0 when the story was withdrawn */
};
/* ERR_INPUT when the bytes are no proof of a format that this program knows, or one whose members
 * do not fit each other. */
MUST_CHECK bool proof_read(struct arena *a, struct str bytes, struct proof *proof, struct err *err);

/* Level one. `page`: the story's HTML, empty when there is none to compare; `key`: the desk's
 * public key as the caller knows it (hex), empty when unknown; `before`: an earlier proof of the
 * story, or empty. */
void verify_integrity(struct arena *a, const struct proof *proof, struct str page, struct str key,
	struct str before, struct verification *v);

/* What was found of a report. */
struct evidence_found {
	bool is_reached;
	struct str where;     /* "the archive", "http://..." */
	struct str why;       /* not reached: in words */
	struct str damage;    /* an archive keeps the very bytes: what of them is no longer so */
	struct str page_hash; /* of the bytes that were found; empty when only a text was */
	struct str text, title;
};
/* Level two: fills the proof's reports with what was found, and moves its cites to where their
 * sentences stand now. */
void verify_evidence(struct arena *a, struct proof *proof, const struct evidence_found *found,
	struct verification *v);
/* Level three, behind level two: the check again, on the evidence that was found. */
void verify_check(struct arena *a, const struct proof *proof, const struct evidence_found *found,
	struct verification *v);

#endif
