/* model: the plain structs that every stage speaks. Nothing here does work; each struct says what
 * its members mean.
 *
 * Text members are valid UTF-8. A `struct span` counts bytes of the text it belongs to. Members
 * that are not known are empty strings, WHEN_UNKNOWN or 0. Everything is borrowed from the arena of
 * whoever made it. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/base.h"

/* ---- What a feed gives ---- */

struct enclosure {
	struct str url, type;
	int64_t length; /* bytes; -1 = not given */
};

/* One item of a feed. */
struct entry {
	struct str id;                  /* guid, Atom id or JSON Feed id, as given */
	struct str title;               /* sanitised HTML */
	struct str link;                /* absolute */
	struct str author;              /* several joined with "; " */
	struct str summary;             /* sanitised HTML */
	struct str content;             /* sanitised HTML */
	struct str rights;              /* sanitised HTML */
	struct str image;               /* absolute */
	struct str source, source_link; /* title and address of the feed it was taken from */
	struct when published, updated;
	struct str_vec categories, contributors;
	struct enclosure *enclosures;
	size_t enclosure_count;
};

struct feed {
	struct str title, link, description, language;
	struct str rights; /* sanitised HTML */
	struct str image;  /* absolute, as are hub (WebSub) and self (where it says it lives) */
	struct str hub, self;
	struct str_vec contributors;
	struct str_vec skip_days, skip_hours; /* as given: "Saturday", "0" to "24" (UTC) */
	int ttl_min; /* minutes for which it says it need not be fetched again; 0 = not said */
	struct when updated;
	struct entry *entries;
	size_t entry_count;
	size_t left_out; /* entries over LIMIT_ENTRIES */
};

/* ---- What a page gives ---- */

enum page_state {
	PAGE_EMPTY,     /* under 200 characters of text: no evidence */
	PAGE_PARTIAL,   /* a teaser, or text that looks cut */
	PAGE_PAYWALLED, /* a teaser before a wall */
	PAGE_REFUSED,   /* the server or robots.txt refused it */
	PAGE_FULL,
};
extern const char
	*const page_state_names[]; /* "empty", "partial", "paywalled", "refused", "full" */

/* A paragraph of extracted text and where it came from. */
struct paragraph {
	struct span text; /* in page.text */
	/* In the page's bytes as UTF-8, in order: with their character references decoded and their
	 * white space squeezed they are the paragraph. None when it came from JSON-LD. */
	struct span *ranges;
	size_t range_count;
};

/* An article as extracted from one page. */
struct page {
	struct str url, canonical; /* canonical: absolute; the url when the page names none */
	struct str title, author, language, site, image;
	struct when published, modified;
	struct str text; /* paragraphs separated by "\n\n" */
	struct paragraph *paragraphs;
	size_t paragraph_count;
	struct str correction; /* the text of a correction note that the page shows */
	struct str next_page;  /* where an article in several pages goes on; absolute */
	struct str license;    /* the URL that a license link names; absolute */
	enum page_state state;
	bool is_live_blog;
	bool is_paid; /* the page says that it is not accessible for free */
	bool is_noai; /* noai, noimageai or tdm-reservation in the page */
};

/* ---- The desk's own words for things ---- */

/* An outlet's feed that the desk follows. */
struct source {
	int64_t id;
	struct str url;  /* of the feed */
	struct str name; /* the outlet, for readers */
	struct str site; /* its home page */
	struct str language;
	struct str topic;   /* what the operator files it under */
	struct str licence; /* "", "own" or the licence's name: lifts the extract budget */
	struct str owner;   /* outlets of one owner are one voice */
	bool is_paused;
	struct str etag, last_modified; /* verbatim, of the last good fetch */
	struct str state;               /* "new", "ok" or what went wrong, in words */
	struct when fetched, next;
	struct when good; /* the last time it answered as a feed should */
	int64_t failures; /* in a row */
	int64_t
		floor_s; /* how long it said its answer stays fresh (Cache-Control, ttl); 0: it did not */
	struct str moved_to; /* where it has said for moved_count fetches in a row that it moved for
							good */
	int64_t moved_count;
	struct str note, approved_by; /* the operator's: what its word is worth, and who took it in */
};

/* ---- What a publisher allows ---- */

enum use { USE_STORE, USE_QUOTE, USE_MODEL, USE_COUNT };
extern const char
	*const use_names[USE_COUNT]; /* "fetch and store", "quote to readers", "give to a model" */

/* One thing that a publisher says about the use of a page, in one of the forms there are. */
struct signal {
	struct str kind;        /* the form: "robots.txt", "Content-Signal", "RSL", "TDMRep", ... */
	struct str place;       /* where it stood: a URL, or "header of URL" */
	struct str raw;         /* as it stood there, printable */
	int8_t says[USE_COUNT]; /* of each use: -1 refuses, 0 nothing, 1 grants */
};
struct signal_vec {
	struct signal *items;
	size_t n, capacity;
};

/* An outlet's article: what stories are made of. */
struct report {
	int64_t id; /* row in the store; 0 outside a desk */
	struct str
		key; /* names it to programs: its canonical URL in a desk, the caller's id in a filter */
	struct str url, title, author, language, image;
	struct str outlet; /* name of its source */
	struct str topic, licence, owner;
	struct str text;      /* spans point into this */
	struct str text_hash; /* SHA-256 of text */
	struct str page_hash; /* SHA-256 of the page's bytes */
	struct str correction;
	struct when published, modified, fetched;
	enum page_state state;
	bool is_live_blog;
	/* The publisher refuses it and the operator has recorded no licence. */
	bool refuses_quote; /* readers see its headline and link only */
	bool refuses_model; /* its sentences never go to a model */
	/* set by story: */
	struct str story;
	int64_t origin;      /* index in the same array of the report it copies, or its own index */
	double origin_share; /* of its shingles that the origin has, 0 to 1 */
};

/* A sentence of one of the story's reports, as evidence. */
struct cite {
	size_t report;    /* index into the array of reports that goes with it */
	struct span span; /* in that report's text */
};
struct cite_vec {
	struct cite *items;
	size_t n, capacity;
};

/* ---- A draft, and an article, which is a draft that passed ---- */

enum wording {
	WORDING_DESK,  /* the desk's own words: every number, date and name must be in what it cites */
	WORDING_QUOTE, /* a person's or outlet's words in quotation marks: verbatim in what it cites */
	WORDING_HEADLINE, /* an outlet's own headline, credited */
};

/* One sentence of a draft. */
struct draft_sentence {
	struct str text; /* plain text, as the reader sees it, quotation marks included */
	enum wording wording;
	struct cite_vec cites; /* best first; at least one */
	struct str speaker;    /* of a quotation: who says it; empty when the outlet does */
};

enum section_kind {
	SECTION_HAPPENED,   /* What happened */
	SECTION_SAID,       /* What was said */
	SECTION_FIGURES,    /* In figures */
	SECTION_BACKGROUND, /* Background */
	SECTION_DIFFER,     /* Where the sources differ */
	SECTION_UNKNOWN,    /* What is not known */
	SECTION_NEXT,       /* What comes next: only what sources say */
	SECTION_COUNT,
};
extern const char *const section_names[SECTION_COUNT]; /* identifiers: "happened", ... */

struct section {
	enum section_kind kind;
	struct draft_sentence *sentences;
	size_t sentence_count;
};

/* A dated fact. */
struct moment {
	struct when when; /* is_day_only mostly */
	struct draft_sentence what;
};

/* One row of "where the sources differ": what is counted, and each outlet's figure. */
struct differing_figure {
	struct str figure; /* as the source writes it */
	struct cite cite;
};
struct disagreement {
	struct str subject; /* what is counted, in the sources' word: "injured", "drones" */
	struct differing_figure *figures;
	size_t figure_count;
};

enum tag_kind { TAG_PERSON, TAG_PLACE, TAG_ORGANISATION, TAG_TOPIC };
extern const char *const tag_kind_names[]; /* "person", "place", "organisation", "topic" */
struct tag {
	enum tag_kind kind;
	struct str name;
};

struct draft {
	struct str language;
	struct draft_sentence headline, standfirst;
	struct section *sections; /* only those that have something */
	size_t section_count;
	struct moment *moments; /* by time */
	size_t moment_count;
	struct disagreement *disagreements;
	size_t disagreement_count;
	struct tag *tags;
	size_t tag_count;
	struct str writer; /* "extract" */
};

/* Walks every sentence of a draft in reading order: headline, standfirst, sections, moments. NULL
 * at the end. */
struct draft_sentence *draft_sentence_at(const struct draft *d, size_t index);

/* ---- What the check says ---- */

enum verdict { VERDICT_SUPPORTED, VERDICT_UNSUPPORTED, VERDICT_CONTRADICTED, VERDICT_OPINION };
extern const char
	*const verdict_names[]; /* "supported", "unsupported", "contradicted", "opinion" */

enum tier { TIER_OK, TIER_STYLE, TIER_REVIEW, TIER_ERROR };
extern const char *const tier_names[]; /* "ok", "style", "review", "error" */

struct finding {
	size_t sentence;  /* index as draft_sentence_at counts; of plain text, of its sentences */
	struct span span; /* in the sentence's text; in the whole draft for plain text */
	struct str kind;  /* identifier of DESIGN's table: "number", "name", "quote", ... */
	enum tier tier;
	struct str explain; /* one sentence for a person */
	bool has_evidence;
	struct cite evidence;
};
struct finding_vec {
	struct finding *items;
	size_t n, capacity;
};

/* ---- JSON, one object each. Spans as bytes here; the stage commands turn them into code points.
 * ---- */
void model_put_report(struct jw *w, const struct report *r);
void model_put_draft(struct jw *w, const struct draft *d);
/* Reads what model_put_draft wrote. ERR_INPUT when a member is missing or out of range; cites are
 * checked against the count of reports. */
MUST_CHECK bool model_get_draft(
	struct arena *a, const struct jv *from, size_t report_count, struct draft *d, struct err *err);
void model_put_finding(struct jw *w, const struct finding *f);
struct when model_get_when(
	const struct jv *object, const char *key); /* WHEN_UNKNOWN when absent or bad */

#endif
