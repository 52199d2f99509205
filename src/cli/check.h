/* The `check` command in parts: reading drafts and sources, and telling what was found as JSON, on
 * a terminal and as a page. */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "cli/cli.h"

#include "check/check.h"

/* Each sentence of a draft is compared with each of the sources, so both have a ceiling. */
#define CHECK_DRAFT_MOST ((size_t)4 << 20)    /* bytes of text */
#define CHECK_SOURCES_MOST ((size_t)16 << 20) /* of all together */

struct check_request {
	const struct jv *id; /* given back as it came; NULL: none */
	struct str draft;    /* its text, valid UTF-8 */
	struct str draft_name;
	bool is_headline;
	struct when published;
	struct report *sources;
	size_t count;
};

/* A source with nothing known but its place in the request. */
struct report check_source(size_t index);

/* check_json.c: the answer of DESIGN.md, one object without a line end. */
void check_put_json(struct arena *a, struct jw *w, const struct check_request *q, bool has_traits,
	const struct check_result *result);

/* check_read.c: a file (plain text, Markdown, an HTML page, saved JSON) or, with `net`, a URL, as a
 * report. What was done to read it, if it has to be said, is told on standard error. ERR_INPUT when
 * it holds no text, ERR_LIMIT over LIMIT_BODY, ERR_TRY when it can't be had. */
struct net;
MUST_CHECK bool check_read(
	struct arena *a, struct net *net, const char *where, struct report *report, struct err *err);
bool check_is_url(const char *where);

/* check_report.c: for a terminal; with `is_colour` by escape sequences. */
void check_put_report(struct buf *out, const struct check_request *q,
	const struct check_result *result, bool is_colour);

/* check_page.c: one HTML page that needs no script and no other file. */
void check_put_page(struct arena *a, struct buf *out, const struct check_request *q,
	const struct check_result *result);

/* How a source is called: by its title, its key or its URL. */
struct str check_place(const struct check_request *q, size_t report);

/* check_faults.c: what puts one typed fault into a sentence; the last two put none. English. */
struct name_vec;
struct victim;
struct check_fault {
	const char *name;                          /* NULL ends the list */
	struct str (*put)(const struct victim *v); /* the empty string where it does not fit */
};
extern const struct check_fault check_faults[];
/* `others`: the names of the report that the sentence is from. */
struct str check_put_fault(struct arena *a, const struct check_fault *fault, struct str sentence,
	struct str language, const struct name_vec *others);

/* check_quality.c: puts faults into the sentences of reports (none: of samples of our own), checks
 * them against the reports, and prints how many were found, by kind. Deterministic. */
void check_put_quality(struct buf *out, const struct report *reports, size_t count);

#endif
