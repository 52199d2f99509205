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
	struct correction *corrections;
	size_t correction_count;
	enum article_state state;
	struct str reason; /* of a withdrawal, for readers */
	struct when withdrawn;
};

struct site {
	struct str title, description, language;
	struct str base_url; /* where the site will stand, ends with '/'; empty: links stay relative,
							feeds use tag: ids */
	struct str contact;  /* URL or mail address, for "report an error" */
	struct str publisher;
	size_t extract_words; /* of each source and story, in all that goes out */
	struct when now;
	struct article *articles; /* newest first */
	size_t article_count;
	size_t source_count, held_count; /* for the "how this desk works" page */
};

struct file {
	struct str path; /* relative, '/' between parts */
	struct str bytes;
};
struct file_vec {
	struct file *items;
	size_t n, capacity;
};

/* stories/ID/proof.json, for whoever wants to check an article:
 *   format "wireproof proof 1"; story, url (when the site has one), state (published or withdrawn),
 *   version, published, updated; of a withdrawn story withdrawn, reason and no sentences, else
 *   label, digital_source_type, writer, reviewed_by, language, extract_words, check {version,
 *   kinds[]},
 *   sentences[] in draft_sentence_at order {part, text (or left_out: true, when its quotation would
 *   pass the extract limit), wording, speaker, verdict, findings[{kind, tier, explain}], cites[]},
 *   disagreements[] {subject, figures[{figure, cite}]}.
 * A cite is {url, outlet, published, fetched, text_hash, page_hash, start, length (bytes of the
 * report's text), sentence_hash (SHA-256 of text_fold of those bytes), extract, is_whole}; extract
 * is there as far as the limit goes.
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

#endif
