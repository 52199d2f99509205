/* html: bytes of a page to a tree in a compact node array; sanitised HTML and plain text out of it.
 *
 * Pure: the WHATWG tokenizer and tree builder over an arena. Input is valid UTF-8 (text_decode).
 * Deterministic; every walk is a loop over the array, never recursive. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "text/text.h"

enum html_kind { HTML_DOCUMENT, HTML_ELEMENT, HTML_TEXT, HTML_COMMENT, HTML_DOCTYPE };
enum html_space { HTML_SPACE_HTML, HTML_SPACE_SVG, HTML_SPACE_MATH };

#define HTML_ATTRIBUTES_MAX 500 /* of one element; those beyond are dropped */
#define HTML_NONE UINT32_MAX

/* Bytes of the input. */
struct html_range {
	uint32_t start, length;
};

struct html_attribute {
	struct str name;  /* lower case, but for SVG's and MathML's own (viewBox) */
	struct str value; /* entities decoded */
};

/* Nodes stand in document order: a node's descendants are the ones from its index + 1 up to (not
 * with) its `end`. What a <template> holds stands below it like any other content. */
struct html_node {
	uint8_t kind;  /* enum html_kind */
	uint8_t space; /* enum html_space of an element */
	uint16_t depth;
	uint16_t tag; /* number of the name, for use inside html */
	uint16_t attribute_count;
	uint32_t parent, first_child, next; /* indexes, or HTML_NONE */
	uint32_t end;                       /* index behind its last descendant */
	/* Of an element the bytes of its start tag, length 0 when it was implied; of text and comments
	 * all their bytes. The bytes of a text node, with their references decoded and CR LF read as
	 * LF, are its text: text that markup interrupts in the source stands in several nodes. */
	struct html_range raw;
	struct html_range close; /* of its end tag; length 0 when there was none */
	union {
		struct str name; /* HTML_ELEMENT: tag name, lower case but for SVG's own (linearGradient) */
		struct str text; /* the others: decoded; of script and style too; the doctype's name */
	};
	struct html_attribute *attributes; /* of a doctype: "public" and "system", when it has any */
};

struct html_tree {
	struct html_node *nodes; /* nodes[0] is the document */
	uint32_t count;
};

/* The tree that the HTML standard gives, as for a browser without scripts. It borrows from `utf8`,
 * which must stay as long as the tree. Nodes deeper than LIMIT_TREE_DEPTH are attached at the
 * limit, as browsers do. ERR_LIMIT for a page over LIMIT_BODY or a tree that costs more than
 * LIMIT_TREE bytes. Time grows with the length of the page, whatever is in it. */
MUST_CHECK bool html_parse(
	struct arena *a, struct str utf8, struct html_tree *tree, struct err *err);

/* The same with a choice: of the rules for <noscript>, and of parsing a fragment inside an element
 * (nodes[1] is then an <html> whose children are the fragment's). */
struct html_options {
	bool has_scripting;
	struct str context; /* name of the element around a fragment, empty for a page */
	enum html_space context_space;
	bool has_xml_ends; /* <script/> and <iframe> end there when no end tag follows: for feeds */
};
#define HTML_FRAGMENT ((struct html_options){.context = STR("div"), .has_xml_ends = true})
MUST_CHECK bool html_parse_with(struct arena *a, struct str utf8,
	const struct html_options *options, struct html_tree *tree, struct err *err);

/* Inline, so that the length of a name in the code is known when it is compiled. */
static inline const struct html_attribute *html_attribute_find(
	const struct html_node *node, struct str name)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (str_eq(node->attributes[i].name, name))
			return &node->attributes[i];
	return NULL;
}
static inline struct str html_attribute(
	const struct html_node *node, const char *name) /* empty when absent */
{
	const struct html_attribute *found = html_attribute_find(node, str_c(name));
	return found ? found->value : STR("");
}
static inline bool html_has_attribute(const struct html_node *node, const char *name)
{
	return html_attribute_find(node, str_c(name)) != NULL;
}
static inline bool html_is(const struct html_node *node, const char *tag_name)
{
	return node->kind == HTML_ELEMENT && str_eq(node->name, str_c(tag_name));
}
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

/* An HTML fragment to one that is safe to show: the elements, attributes and CSS properties of an
 * allow-list (allow.c, allow_style.c; docs/feeds.md says why), tags as they stood, every element
 * closed. URLs are http, https or mailto, and absolute when there is a base. No scripts, style
 * sheets, frames, forms, event handlers or names (id, class); SVG and MathML without what moves,
 * refers or fetches. Never fails: what is over LIMIT_BODY is escaped. */
struct str html_sanitise(struct arena *a, struct str fragment, struct str base_url);

/* Decodes entities (&amp; &#8217; &eacute;) in text without markup, by the WHATWG rules. */
struct str html_decode_entities(struct arena *a, struct str text);

#endif
