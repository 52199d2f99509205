/* Inside page only: what its files share. A page goes through them in this order: witness.c
 * collects what the page says about itself, block.c cuts the tree into blocks of text, furniture.c
 * marks what is no article, body.c picks the article's blocks, fields.c settles title, author,
 * dates and the rest. */
#ifndef PAGE_PARTS_H
#define PAGE_PARTS_H

#include "page/page.h"

/* ---- Blocks: runs of text between two line breaks ---- */

enum block_kind { BLOCK_TEXT, BLOCK_HEADING, BLOCK_ITEM, BLOCK_QUOTE, BLOCK_CAPTION, BLOCK_CELL };

struct block {
	enum block_kind kind;
	uint32_t at;       /* the first text node */
	uint32_t node;     /* the nearest element that breaks lines */
	struct str text;   /* squeezed */
	size_t characters; /* code points of text */
	size_t linked;     /* bytes of text inside links */
	size_t commas;     /* marks inside sentences */
	size_t stops;      /* marks that end sentences */
	bool ends_sentence;
	bool is_after_br;       /* a single line break, no block, parts it from the one before */
	struct span_vec ranges; /* of the page as UTF-8: the text nodes it was made from */
	bool is_prose;          /* reads like running text */
	bool is_taken;          /* belongs to the article */
};

struct block_vec {
	struct block *items;
	size_t n, capacity;
};

enum mark {
	MARK_FURNITURE = 1,  /* navigation, forms, banners, related links, ...: not the article */
	MARK_CAPTION = 2,    /* captions, credits and bylines: text about the article */
	MARK_CORRECTION = 4, /* a correction note */
	MARK_HINT = 8,       /* the page itself says: the article's text is here */
};

/* What the value of a class or id says, by the value: pages use the same few again and again. */
struct memo {
	struct map seen;
};
/* What `look` says of the value, asked once for each; 0 for an empty one. */
unsigned memo_look(struct arena *a, struct memo *m, struct str value, unsigned (*look)(struct str));

/* A part of a name, in lower case, and what it says. */
struct name_part {
	struct str part;
	unsigned says;
};
/* What all the parts say that stand in a value. */
unsigned parts_in(struct str value, const struct name_part *parts, size_t count);

struct doc {
	struct arena *a;
	struct str html; /* the page as UTF-8 */
	struct html_tree tree;
	struct block_vec blocks;
	uint32_t *first_blocks; /* by node: the first block that begins there or behind it */
	struct memo furniture;  /* of furniture.c */
	unsigned char *marks;   /* enum mark by node, inherited from above */
};

/* Cuts the tree into blocks. With `with_hidden`, text that only a script would show counts too. */
void blocks_make(struct doc *d, bool with_hidden);

/* The blocks whose text stands below a node: from *first up to (not with) *end. */
void blocks_below(const struct doc *d, uint32_t node, size_t *first, size_t *end);

/* ---- Furniture ---- */

/* With `weak_too`, words that name furniture on most pages but not on all count. */
void furniture_mark(struct doc *d, bool weak_too);

/* Whether a line is what pages put between and behind paragraphs, by its first words: "Read more",
 * "Lesen Sie auch", "© 2025", ... */
bool furniture_is_line(struct str text);

/* ---- What the page says about itself ---- */

struct meta {
	struct str name, content; /* name in lower case */
};

struct witnesses {
	/* JSON-LD, of the article; its body as plain text */
	struct str headline, ld_url, ld_image, ld_language, ld_publisher, ld_body, ld_description;
	struct str_vec ld_authors, ld_organizations, ld_published, ld_modified;
	struct str ld_site; /* of a WebSite or Organization beside it */
	bool has_article, is_live_blog, is_paid;
	/* <meta> with a name, property or itemprop, in order */
	struct {
		struct meta *items;
		size_t n, capacity;
	} metas;
	struct str title, lang, canonical, next, license; /* elements; the last two: href */
};

/* JSON-LD in the page's scripts. */
void linked_data_read(struct doc *d, struct witnesses *w);
void witness_collect(struct doc *d, struct witnesses *w);
/* The first <meta> of that name that says something; empty when there is none. */
struct str witness_meta(const struct witnesses *w, const char *name);

/* ---- Dates ---- */

/* A date as pages write it: RFC 3339 and 5322, "27 May 2025", "May 27, 2025 3:05 pm", "27.05.2025",
 * month names of twelve languages. WHEN_UNKNOWN when there is none. */
struct when date_read(struct str text);
struct when date_in_url(struct str url);

/* ---- The article ---- */

/* Marks the blocks that are taken; the characters in them. */
size_t body_choose(struct doc *d);
/* Takes the paragraph between the headline and the text, when it stands outside the text's element.
 */
void lead_take(struct doc *d, const struct witnesses *w);
/* Writes the blocks that are taken into out->text and out->paragraphs, without those that repeat
 * the title; corrections go to out->correction. */
void body_write(struct doc *d, const struct witnesses *w, struct page *out);

/* Title, author, dates, language, canonical, site, image; out->url is set. */
void fields_settle(struct doc *d, const struct witnesses *w, struct page *out);
/* names: of the site. */
struct str title_settle(
	struct doc *d, const struct witnesses *w, const struct str *names, size_t count);
/* Of the publication and of the last change. */
void dates_settle(struct doc *d, const struct witnesses *w, struct page *out);
struct str author_settle(struct doc *d, const struct witnesses *w, struct str site);
/* Letters and digits alone, folded: whether two names are one. */
struct str compact(struct arena *a, struct str s);
/* full, partial, paywalled or empty, live blog, noai: from the text that was written. */
/* Whether a line asks for a subscription. */
bool state_is_wall(struct str text);
/* The next page of the article, license, who must not use it. */
void rights_settle(struct doc *d, const struct witnesses *w, struct page *out);
void state_settle(struct doc *d, const struct witnesses *w, struct page *out);

#endif
