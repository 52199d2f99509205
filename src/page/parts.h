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
	bool is_after_br; /* a single line break, no block, parts it from the one before */
	struct span raw;
	bool is_prose; /* reads like running text */
	bool is_taken; /* belongs to the article */
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

struct doc {
	struct arena *a;
	struct str html; /* the page as UTF-8 */
	struct html_tree tree;
	struct block_vec blocks;
	unsigned char *marks; /* enum mark by node, inherited from above */
};

/* Cuts the tree into blocks. With `with_hidden`, text that only a script would show counts too. */
void blocks_make(struct doc *d, bool with_hidden);

/* The blocks whose text stands below a node: from *first up to (not with) *end. */
void blocks_below(const struct doc *d, uint32_t node, size_t *first, size_t *end);

/* ---- Furniture ---- */

void furniture_mark(struct doc *d);

/* Whether a line is what pages put between and behind paragraphs, by its first words: "Read more",
 * "Lesen Sie auch", "© 2025", ... */
bool furniture_is_line(struct str text);

/* ---- What the page says about itself ---- */

struct witnesses {
	struct str headline, description; /* of the JSON-LD article */
	struct str_vec authors;           /* best first */
	struct str_vec publishers;
	struct str_vec published, modified;
	struct str body; /* JSON-LD articleBody, as plain text */
	struct str canonical, image, language;
	struct str og_title, title, h1;
	bool is_article, is_live_blog, is_free, is_paid;
};

void witness_collect(struct doc *d, struct witnesses *w);
struct str meta_content(const struct doc *d, const char *name);

/* ---- Dates ---- */

/* A date as pages write it: RFC 3339 and 5322, "27 May 2025", "May 27, 2025 3:05 pm", "27.05.2025",
 * month names of twelve languages. WHEN_UNKNOWN when there is none. */
struct when date_read(struct str text);
struct when date_in_url(struct str url);

/* ---- The article ---- */

void body_choose(struct doc *d, const struct witnesses *w);
/* Writes the blocks that are taken into out->text and out->paragraphs. */
void body_write(struct doc *d, const struct witnesses *w, struct page *out);

void fields_settle(struct doc *d, const struct witnesses *w, struct str url, struct page *out);

#endif
