/* What the files of publish share; publish.h is the module's manual. From the top: the words of the
 * interface, what is shown of the sources (evidence), tags, the shell of a page, the parts of a
 * story, and one function for each kind of file. */
#ifndef PUBLISH_RENDER_H
#define PUBLISH_RENDER_H

#include "publish/publish.h"

extern const struct str asset_style_css, asset_site_js, asset_search_js, asset_icon_svg;

/* ---- Words of the interface, per language (words.c, kinds.c) ---- */

enum ui_word {
	/* the first ones stand in the order of enum section_kind */
	W_HAPPENED,
	W_SAID,
	W_FIGURES,
	W_BACKGROUND,
	W_DIFFER,
	W_UNKNOWN,
	W_NEXT,
	W_NO_MODEL,
	W_MODEL,
	W_MODEL_REVIEWED,
	W_REVIEWED_BY,
	W_REPORT,
	W_REPORTS,
	W_FROM,
	W_OUTLET,
	W_OUTLETS,
	W_ORIGIN,
	W_ORIGINS,
	W_CHECKED_FOR,
	W_AND,
	W_SEE_PROOF,
	W_PUBLISHED,
	W_UPDATED,
	W_VERSION,
	W_HEADLINE_BY,
	W_CORRECTION,
	W_WITHDRAWN_TITLE,
	W_WITHDRAWN_ON,
	W_REASON,
	W_TIMELINE,
	W_SOURCES,
	W_READ_MORE_AT,
	W_ROLE_ORIGIN,
	W_ROLE_COPY,
	W_CITED_ONE,
	W_CITED_MANY,
	W_CITED_NONE,
	W_TAGS,
	W_SHARE,
	W_COPY_LINK,
	W_COPIED,
	W_SHARE_DEVICE,
	W_MAIL,
	W_REPORT_ERROR,
	W_PROOF,
	W_FRONT,
	W_ALL_TAGS,
	W_ABOUT,
	W_CORRECTIONS,
	W_SKIP,
	W_SUBJECT,
	W_FIGURE,
	W_WHO_SAYS,
	W_EVIDENCE,
	W_SOURCE_PUBLISHED,
	W_SOURCE_READ,
	W_SEE_PASSAGE,
	W_ONLY_LINK,
	W_SUPPORTED,
	W_LEFT_OUT,
	W_STORY,
	W_STORIES,
	W_NO_STORIES,
	W_LABEL_ALL,
	W_LABEL_SOME,
	W_OLDER,
	W_PEOPLE,
	W_PLACES,
	W_ORGANISATIONS,
	W_TOPICS,
	W_FOLLOW,
	W_NO_TAGS,
	W_NO_CORRECTIONS,
	W_CORRECTIONS_LEAD,
	W_WITHDRAWAL,
	W_NOT_FOUND,
	W_NOT_FOUND_TEXT,
	W_ABOUT_LEAD,
	W_ABOUT_CHECKED,
	W_ABOUT_CHECKED_TEXT,
	W_ABOUT_NOT,
	W_ABOUT_EXTRACTS,
	W_ABOUT_EXTRACTS_TEXT,
	W_ABOUT_NUMBERS,
	W_ABOUT_SOURCES,
	W_ABOUT_PUBLISHED,
	W_ABOUT_HELD,
	W_ABOUT_WITHDRAWN,
	W_ABOUT_CORRECTED,
	W_ABOUT_CONTACT,
	W_ABOUT_CONTACT_TEXT,
	W_ABOUT_NO_CONTACT,
	W_ABOUT_PUBLISHER,
	W_ABOUT_SENTENCES,
	W_ABOUT_SENTENCES_HELD,
	W_DATA,
	W_DATA_LEAD,
	W_MOVED_TITLE,
	W_MOVED_TEXT,
	W_MODEL_EDITED,
	W_SEARCH,
	W_SEARCH_LABEL,
	W_SEARCH_NONE,
	W_SEARCH_WITHOUT,
	W_IMPRINT,
	W_TAG_SAID,
	W_TAG_WITH,
	W_TAG_SINCE,
	W_MORE,
	W_NEWER,
	W_COUNT,
};

struct words {
	const char *code;       /* ISO 639-1 */
	bool has_day_dot;       /* "27. Mai" */
	const char *quotes[2];  /* around words of a source */
	const char *months[13]; /* index 1 to 12 */
	const char *text[W_COUNT];
};
const struct words *words_for(struct str language); /* English when there are none */
const char *word(const struct words *words, enum ui_word which);

/* What a kind of finding is called in a list ("numbers"), and what the check makes sure of. NULL
 * for a kind that has no words yet. */
const char *kind_name(const struct words *words, const char *kind);
const char *kind_promise(const struct words *words, const char *kind);

/* ---- Evidence: what is shown of the sources (evidence.c) ---- */

/* Words of a report that a reader may see; length 0 when the extract limit leaves none. */
struct extract {
	struct span span; /* in the report's text */
	bool is_late;     /* the cited sentence begins before it */
	bool is_cut;      /* and goes on behind it */
};
/* What the page shows with one sentence of the draft. */
struct note {
	const struct draft_sentence *sentence;
	struct extract *extracts; /* one for each cite */
	bool is_left_out;         /* its quotation would pass the extract limit */
};
struct view {
	const struct article *article;
	const struct words *words;
	struct note *notes; /* as draft_sentence_at counts */
	size_t note_count;
	struct extract **figures; /* [disagreement][figure] */
	size_t *cited;            /* by report: sentences and figures that cite it */
	size_t outlet_count;
	size_t page;         /* index of its page among the files; set by render_story */
	size_t data;         /* and of the first of its tables; set by render_story_data */
	struct when changed; /* the last time anything about it changed */
};
/* Spends the extract limit: one purse for each outlet of the story, paid once for each word of a
 * source however often the page, the feeds and the proof repeat it. Quotations in the body come
 * first, then the marks in order of reading. */
void view_fill(
	struct arena *a, struct view *view, const struct article *article, const struct site *site);
struct str extract_text(const struct report *report, struct extract extract);
size_t extract_words(struct str text); /* words as the limit counts them */

/* The report's address, empty when it is not http(s). */
struct str report_url(struct arena *a, const struct report *report);
/* The address of a passage: the report's, with a text fragment (WICG scroll-to-text-fragment). */
struct str passage_url(struct arena *a, const struct report *report, struct span sentence);

/* ---- Tags (tags.c) ---- */

struct tag_page {
	enum tag_kind kind;
	struct str name, slug;
	bool is_hashed;   /* its name could not be spelt in ASCII */
	size_t *articles; /* indexes, newest first */
	size_t article_count, published_count, capacity;
};
struct tag_pages {
	struct tag_page *items;
	size_t n, capacity;
	struct map by_name; /* kind and folded name to index */
};
void tags_collect(struct arena *a, const struct site *site, struct tag_pages *tags);
const struct tag_page *tag_find(
	struct arena *a, const struct tag_pages *tags, const struct tag *tag);
struct str tag_slug(struct arena *a, struct str name); /* ASCII; empty when nothing is left */

/* ---- One rendering of the whole site (site.c) ---- */

struct edition {
	struct arena *keep; /* lives as long as the files */
	struct arena *a;    /* lives until the file in the making ends */
	const struct site *site;
	struct view *views; /* one for each article */
	struct tag_pages tags;
	struct when changed; /* of the newest article: the site's own clock */
	struct file_vec *files;
	struct buf buf; /* the file in the making */
	struct err *err;
	bool is_failed;
};
/* Ends the file in the making. */
void edition_add(struct edition *e, struct str path);

/* ---- The shell of a page (shell.c) ---- */

/* Text from anywhere into HTML or XML: escaped, without control characters and without the ones
 * that turn the direction of what follows. */
void add_text(struct buf *b, struct str s);
struct str plain_text(struct arena *a, struct str s); /* the same without escaping, for JSON */
void add_word(struct buf *b, const struct words *words, enum ui_word which);
void add_count(
	struct buf *b, const struct words *words, size_t n, enum ui_word one, enum ui_word many);
void add_time(struct buf *b, const struct words *words, struct when when);
/* lang="..." and, where it is written from the right, dir="rtl"; a blank before each. */
void add_language(struct buf *b, struct str language);

struct sheet {
	struct edition *edition;
	struct buf *b;
	const struct words *words;
	struct str path;     /* "stories/abc/": where it stands, the empty string for the front page */
	struct str up;       /* "../../" */
	struct str language; /* of its text */
};
struct sheet page_start(struct edition *e, struct str path, struct str language);
/* The address of another page of the site as a relative link. */
void add_link(const struct sheet *p, struct str path);
/* The absolute address, or the empty string when the site does not know where it will stand. */
struct str absolute_url(struct edition *e, struct str path);

struct head {
	struct str title, description;
	struct str feed;     /* path of a feed of its own; may be empty */
	const char *og_type; /* "website" or "article" */
	struct str moved_to; /* path of the page that readers are led on to; may be empty */
	bool is_unindexed;   /* asks search engines to leave it out */
};
void page_head(const struct sheet *p, const struct head *head); /* up to, not with, </head> */
void page_body(const struct sheet *p);                          /* </head> to <main> */
void page_foot(struct sheet *p);                                /* to the end, and adds the file */
struct str contact_address(const struct site *site);            /* without mailto: */
void add_contact_link(const struct sheet *p, struct str subject);

/* ---- Parts of a story that pages and feeds share (parts.c) ---- */

/* The label in two halves: who wrote it, and what it rests on. */
void add_label_writer(struct buf *b, const struct view *view);
struct str label_writer(struct arena *a, const struct view *view); /* plain */
bool is_modelled(const struct article *article); /* a model had a part in its words */
void add_label_sources(struct buf *b, const struct view *view);
struct str label_text(struct arena *a, const struct view *view);    /* both, plain */
const char *digital_source_type(const struct article *article);     /* last part of IPTC's URI */
struct str headline_text(struct arena *a, const struct view *view); /* or that it was withdrawn */
struct str standfirst_text(struct arena *a, const struct view *view);
void add_mark(struct sheet *p, const struct view *view, size_t index);
void add_figure_mark(struct sheet *p, const struct view *view, size_t row, size_t figure);
void add_tags(struct sheet *p, const struct draft *draft);
/* Whether the story has anything under a heading. */
bool has_section(const struct view *view, enum section_kind kind);
void open_section(struct sheet *p, enum ui_word name);
/* A sentence with its mark, or a line that says that its quotation is left out. */
void add_sentence(struct sheet *p, const struct view *view, size_t index);
/* Index of a section's first sentence, as draft_sentence_at counts. */
size_t section_start(const struct draft *draft, size_t section);

/* Whether search engines are asked to leave the story out. */
bool is_unindexed(const struct edition *e, const struct view *view);
/* Whether a sentence of a section of that kind says what somebody said. */
bool is_statement(const struct view *view, size_t index, enum section_kind kind);

enum precision { PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY };
enum precision moment_precision(const struct article *article, const struct moment *moment);
void add_timeline(struct sheet *p, const struct view *view); /* timeline.c */

/* Stories by when they were published: the first name_length characters of "2025-05-27". */
struct shelf {
	struct str name;
	struct civil civil; /* of one of its stories */
	size_t *articles;   /* indexes, in the site's order */
	size_t n, capacity;
};
struct shelves {
	struct shelf *items; /* newest first */
	size_t n, capacity;
};
void shelves_collect(struct edition *e, size_t name_length, struct shelves *shelves);

/* lists.c: a story as a card and as one line, and a list as long as it wants to be. */
void add_card(struct sheet *p, const struct view *view, const char *class);
void add_row(struct sheet *p, const struct view *view);
struct listing {
	struct str path, title;
	struct str up; /* path of the list that it is part of; may be empty */
	const size_t *articles;
	size_t n;
};
void render_listing(struct edition *e, const struct listing *listing);

/* SHA-256 of all words inside <article>, each text node by itself through text_canonical (words.c
 * of the proof's specification): one changed digit anywhere in the story changes it. Empty when the
 * page has no article. */
struct str article_words_hash(struct arena *a, struct str page);
/* Where a page names the hash of its proof: 64 characters, zeros until the proof is there. */
#define PROOF_META "<meta name=\"wireproof-proof\" content=\"sha256:"
#define PROOF_META_EMPTY "0000000000000000000000000000000000000000000000000000000000000000"

/* The member "slots" of a sentence: numbers, dates, names, quotations, speaker (slots.c). Dates
 * hang on `anchor`. */
void slots_put(struct jw *w, struct arena *a, const struct draft_sentence *s, struct str language,
	struct when anchor);

/* ---- The files ---- */

void render_story(struct edition *e, struct view *view);             /* story.c */
void add_story_meta(const struct sheet *p, const struct view *view); /* meta.c */
void render_proof(struct edition *e, const struct view *view);       /* proof.c */
void render_front(struct edition *e);                                /* lists.c */
void render_archive(struct edition *e);                              /* archive.c */
void render_tags(struct edition *e);                                 /* tag_pages.c */
void render_search(struct edition *e);                               /* search.c */
void render_about(struct edition *e);                                /* about.c */
void render_imprint(struct edition *e);
void render_corrections(struct edition *e);
void render_not_found(struct edition *e);
void render_feeds(struct edition *e);                         /* feeds.c */
void render_story_data(struct edition *e, struct view *view); /* data.c */
void render_data(struct edition *e);
void render_maps_and_robots(struct edition *e); /* sitemap.c */

/* Whose headline an article carries, when it is an outlet's own. */
void add_headline_credit(struct sheet *p, const struct article *article);

#endif
