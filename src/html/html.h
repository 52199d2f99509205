/* html: bytes of a page to a tree in a compact node array; sanitised HTML and plain text out of it.
 *
 * Pure. The only module that knows gumbo (behind a cost ceiling in its allocator; its recursive
 * destructor is never called). Input is valid UTF-8 (text_decode). Deterministic; every walk is a
 * loop over the array, never recursive. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "text/text.h"

enum html_kind { HTML_DOCUMENT, HTML_ELEMENT, HTML_TEXT, HTML_COMMENT };

#define HTML_ATTRIBUTES_MAX 500 /* of one element; those beyond are dropped */

/* Bytes of the input. */
struct html_range {
	uint32_t start, length;
};

struct html_attribute {
	struct str name;  /* lower case */
	struct str value; /* entities decoded */
};

#define HTML_NONE UINT32_MAX

/* Nodes stand in document order: a node's descendants are the ones from its index + 1 up to (not
 * with) its `end`. */
struct html_node {
	enum html_kind kind;
	uint32_t parent, first_child, next; /* indexes, or HTML_NONE */
	uint32_t end;                       /* index behind its last descendant */
	uint16_t depth;
	struct str name; /* HTML_ELEMENT: lower-case tag name */
	struct str text; /* HTML_TEXT: decoded; of script and style too */
	struct html_attribute *attributes;
	size_t attribute_count;
	struct span raw; /* bytes of the input it came from: of the start tag, or the text; length 0
						when implied */
};

struct html_tree {
	struct html_node *nodes; /* nodes[0] is the document */
	uint32_t count;
};

/* ERR_LIMIT when the tree costs more than LIMIT_TREE bytes or is nested deeper than what
 * LIMIT_TREE_DEPTH allows to flatten (deeper nodes are then attached at the limit, which is no
 * error). Hostile pages end within the time of the ceiling. */
MUST_CHECK bool html_parse(
	struct arena *a, struct str utf8, struct html_tree *tree, struct err *err);

struct str html_attribute(const struct html_node *node, const char *name); /* empty when absent */
bool html_has_attribute(const struct html_node *node, const char *name);
bool html_is(const struct html_node *node, const char *tag_name);
uint32_t html_find(const struct html_tree *t, uint32_t from, uint32_t end,
	const char *tag_name); /* next one, or HTML_NONE */

/* How an element breaks the line of text that it stands in. */
enum html_flow {
	HTML_INLINE,
	HTML_CELL,   /* td, th: a blank */
	HTML_LINE,   /* blocks, br */
	HTML_HIDDEN, /* script, style, template, svg, ...: never shown as text */
};
enum html_flow html_flow(const struct html_node *node);
bool html_is_hidden(const struct html_node *node); /* HTML_HIDDEN, `hidden`, display:none */

/* Bytes of the white space (U+00A0 and its like too) or invisible character (soft hyphen, zero
 * width) at an offset, 0 for any other. */
size_t html_blank(struct str text, size_t at, bool *is_invisible);

/* The text below a node as a reader sees it: blocks and <br> become line breaks, white space is
 * squeezed, script, style, template and hidden elements are left out. */
struct str html_text(struct arena *a, const struct html_tree *t, uint32_t node);

/* An HTML fragment (a feed's field) to plain text; parses it. Text without markup comes back
 * squeezed. */
struct str html_to_text(struct arena *a, struct str fragment);

/* An HTML fragment to one that is safe to show: an allow-list of elements and attributes, URLs
 * resolved against base and only http, https and mailto, no scripts, styles, frames, forms, event
 * handlers; every element closed. Never fails: what can't be parsed is escaped. */
struct str html_sanitise(struct arena *a, struct str fragment, struct str base_url);

/* Decodes entities (&amp; &#8217; &eacute;) in text without markup, by the WHATWG rules. */
struct str html_decode_entities(struct arena *a, struct str text);

#endif
