/* write: a story to a draft. Writers stand behind one interface; "extract" is the default and needs
 * no model.
 *
 * The extractive writer is pure and deterministic: same input, same bytes. It puts facts in the
 * desk's own words first (built from what text and story know, each sentence with its citation),
 * short attributed quotations second, preferably of people. It adds nothing: no opinion, no
 * conclusion, nothing about the future that a source does not say. */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "story/story.h"

struct write_options {
	struct str language; /* of the desk; empty: that of most reports */
	struct when now;     /* for "on Tuesday" against a full date */
	/* Budget of source words per origin, headline and all quotations together, and of quotations;
	 * 0: no quotation. A headline is always allowed, and reports with a licence are free. A story
	 * that one unlicensed voice tells gets the standfirst and two quotations whatever the budget.
	 */
	size_t extract_words, extract_sentences;
};

struct writer {
	const char *name;
	/* Reports in order of (published, key), origins set. ERR_INPUT when the story can't carry an
	 * article (no usable text): says why. Sentences of the draft cite the reports by index. */
	bool (*write)(struct arena *a, const struct report *reports, size_t count,
		const struct write_options *options, struct draft *draft, struct err *err);
};
extern const struct writer *const writers[]; /* ends with NULL */
const struct writer *writer_find(struct str name);

/* The sentences that tell a set of documents, in order, verbatim, no two that say the same, at most
 * `words` words together. */
struct cite_vec write_brief(
	struct arena *a, const struct report *reports, size_t count, size_t words);

#endif
