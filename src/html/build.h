/* Inside html only: the tree builder (HTML 13.2.6). Each insertion mode is a function that takes a
 * token and is true when the token must be looked at again, in the mode that holds then.
 *
 * The standard's searches through the stack of open elements would make hostile pages quadratic.
 * Here each entry knows the nearest entries below it that end a search, and the nearest of its own
 * name, so that every "has an element in scope" is one comparison. */
#ifndef HTML_BUILD_H
#define HTML_BUILD_H

#include "html/lex.h"

/* The nearest entry, from here down, ... */
enum near {
	NEAR_SCOPE,   /* that ends a scope */
	NEAR_LIST,    /* list item scope */
	NEAR_BUTTON,  /* button scope */
	NEAR_TABLE,   /* table scope */
	NEAR_MODE,    /* that says which insertion mode holds */
	NEAR_SPECIAL, /* that is special */
	NEAR_BARRIER, /* that is special and none of address, div, p */
	NEAR_HTML,    /* that is not foreign */
	NEAR_COUNT
};

/* Places in the stack are counted from 1, with 0 for none. */
struct open {
	uint32_t node;
	uint32_t same; /* the nearest entry below with the same name and kind of namespace */
	uint16_t tag;
	uint8_t space;
	bool is_html_point, is_math_point; /* integration points */
	uint32_t near[NEAR_COUNT];
};

struct link {
	uint32_t last_child, before; /* HTML_NONE when there is none */
	uint32_t open;               /* place in the stack */
};

/* Memory of an array that moves when it grows; the old one is given back. */
struct pool {
	struct arena arena;
	size_t capacity;
};

enum mode {
	MODE_INITIAL,
	MODE_BEFORE_HTML,
	MODE_BEFORE_HEAD,
	MODE_IN_HEAD,
	MODE_IN_HEAD_NOSCRIPT,
	MODE_AFTER_HEAD,
	MODE_IN_BODY,
	MODE_TEXT,
	MODE_IN_TABLE,
	MODE_IN_TABLE_TEXT,
	MODE_IN_CAPTION,
	MODE_IN_COLUMN_GROUP,
	MODE_IN_TABLE_BODY,
	MODE_IN_ROW,
	MODE_IN_CELL,
	MODE_IN_TEMPLATE,
	MODE_AFTER_BODY,
	MODE_IN_FRAMESET,
	MODE_AFTER_FRAMESET,
	MODE_AFTER_AFTER_BODY,
	MODE_AFTER_AFTER_FRAMESET,
};

#define FORMATTING_MAX 64 /* elements that are reopened; the oldest are forgotten */
#define MARKER 0          /* in the list of formatting elements: a border */

struct index_vec {
	uint32_t *items;
	size_t n, capacity;
};
struct mode_vec {
	uint8_t *items;
	size_t n, capacity;
};
struct token_vec {
	struct token *items;
	size_t n, capacity;
};

struct builder {
	struct arena *a;      /* of the tree */
	struct arena scratch; /* of this parse */
	struct lexer lexer;
	bool has_scripting, has_xml_ends;
	bool is_never_ended[TAG_COUNT]; /* the end tag of that name does not come any more */

	struct pool node_pool, link_pool, open_pool, top_pool;
	struct html_node *nodes;
	struct link *links;
	uint32_t count;
	char *text_end; /* room behind the text of the last node, */
	size_t text_room;

	struct open *stack; /* stack[0] is not used */
	uint32_t depth;     /* the current node's place */
	uint32_t *tops;     /* by name and kind of namespace: the topmost place */

	struct index_vec formatting; /* nodes or MARKER */
	size_t clones_left;          /* elements that may still be made by reopening */

	enum mode mode, original_mode;
	struct mode_vec template_modes;
	struct token_vec pending; /* text in a table */
	uint32_t head, form;      /* 0 when there is none */
	bool is_frameset_ok, is_quirky, has_foster, skips_newline;

	bool is_fragment;
	uint16_t context_tag;
	uint8_t context_space;
	bool is_context_html_point, is_context_math_point;
};

/* ---- stack.c: open elements ---- */

void stack_push(struct builder *b, uint32_t node);
void stack_pop(struct builder *b);
void stack_pop_to(struct builder *b, uint32_t place);  /* with the element there */
void stack_pop_until(struct builder *b, uint16_t tag); /* with the topmost of that name */
void stack_close(struct builder *b, uint32_t place, const struct token *end_tag);
void stack_remove(struct builder *b, uint32_t place); /* from the middle */
uint32_t stack_top(const struct builder *b, uint16_t tag);
uint32_t stack_top_foreign(const struct builder *b, uint16_t tag);
bool stack_has(const struct builder *b, uint16_t tag, enum near scope);
void stack_imply_ends(struct builder *b, uint16_t but);
void stack_imply_all_ends(struct builder *b);
void stack_clear_to(struct builder *b, const uint16_t *tags, size_t count); /* or html */
void stack_close_p(struct builder *b); /* when one is in button scope */

static inline struct open *current(const struct builder *b)
{
	return &b->stack[b->depth];
}

static inline bool current_is(const struct builder *b, uint16_t tag)
{
	return current(b)->tag == tag && current(b)->space == HTML_SPACE_HTML;
}

/* ---- insert.c: nodes ---- */

struct place {
	uint32_t parent, before; /* before: the next sibling, or HTML_NONE */
};
struct place place_for(const struct builder *b, uint32_t target);
void node_attach(struct builder *b, uint32_t node, struct place place);
void node_detach(struct builder *b, uint32_t node);
uint32_t node_clone(struct builder *b, uint32_t node);
uint32_t insert_element(struct builder *b, const struct token *t); /* and opens it */
uint32_t insert_foreign(struct builder *b, const struct token *t, enum html_space space);
void insert_void(struct builder *b, const struct token *t);
void insert_implied(struct builder *b, uint16_t tag);
void insert_comment(struct builder *b, const struct token *t, uint32_t parent);
void insert_comment_here(struct builder *b, const struct token *t);
void insert_doctype(struct builder *b, const struct token *t);
void insert_text(struct builder *b, const struct token *t, enum lex_nul nul);
void merge_attributes(struct builder *b, uint32_t node, const struct token *t);

/* Takes the white space off the front of a text token into another; false when there is none. */
bool take_space(struct builder *b, struct token *t, struct token *space);
bool is_blank(struct str text);
/* What is left of a text token: nothing when take_space took all. */
bool is_used_up(const struct token *t);
/* White space and comments go in, a doctype is dropped, as "in head", "after head" and "in column
 * group" have it; true when nothing of the token is left. (mode_head.c) */
bool is_space_or_comment(struct builder *b, struct token *t);
struct str token_text(struct builder *b, const struct token *t, enum lex_nul nul);

/* ---- formatting.c, adoption.c ---- */

void formatting_push(struct builder *b, uint32_t node);
void formatting_mark(struct builder *b);
void formatting_clear(struct builder *b); /* to the last marker */
void formatting_remove(struct builder *b, uint32_t node);
size_t formatting_find(const struct builder *b, uint32_t node);  /* index + 1, or 0 */
uint32_t formatting_last(const struct builder *b, uint16_t tag); /* a node, or 0 */
void formatting_reopen(struct builder *b);
void adopt(struct builder *b, const struct token *t, uint16_t tag);

/* ---- foreign.c, quirks.c, order.c ---- */

bool in_foreign(struct builder *b, struct token *t);
void foreign_adjust(struct builder *b, struct html_node *node); /* letter case of SVG, MathML */
bool is_quirky_doctype(const struct token *t);
/* The nodes in document order, with ends and depths. */
void order_nodes(struct builder *b, struct html_tree *tree);

/* ---- Modes ---- */

bool in_mode(struct builder *b, struct token *t); /* the one that holds */
void reset_mode(struct builder *b);
void enter_text(struct builder *b, const struct token *t, enum lex_state state);
void *pool_grow(struct pool *pool, void *items, size_t n, size_t item_size);

bool in_initial(struct builder *b, struct token *t);
bool before_html(struct builder *b, struct token *t);
bool before_head(struct builder *b, struct token *t);
bool in_head(struct builder *b, struct token *t);
bool in_head_noscript(struct builder *b, struct token *t);
bool after_head(struct builder *b, struct token *t);
bool in_body(struct builder *b, struct token *t);
bool body_start(struct builder *b, struct token *t);
bool body_end(struct builder *b, struct token *t);
void end_other(struct builder *b, const struct token *t);
bool in_text(struct builder *b, struct token *t);
bool in_table(struct builder *b, struct token *t);
bool in_table_text(struct builder *b, struct token *t);
bool in_caption(struct builder *b, struct token *t);
bool in_column_group(struct builder *b, struct token *t);
bool in_table_body(struct builder *b, struct token *t);
bool in_row(struct builder *b, struct token *t);
bool in_cell(struct builder *b, struct token *t);
bool in_template(struct builder *b, struct token *t);
bool after_body(struct builder *b, struct token *t);
bool in_frameset(struct builder *b, struct token *t);
bool after_frameset(struct builder *b, struct token *t);
bool after_after_body(struct builder *b, struct token *t);
bool after_after_frameset(struct builder *b, struct token *t);

#endif
