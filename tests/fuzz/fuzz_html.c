#include "html/html.h"

/* Any bytes make a tree whose order, ends, depths and byte ranges hold, as a page and inside any
 * element; each text node is its bytes decoded; the text comes out. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(struct arena *a, struct str input, const struct html_node *n)
{
	struct str raw = str_sub(input, n->raw.start, n->raw.length);
	struct str lines = str_replace(a, raw, STR("\r\n"), STR("\n"));
	lines = str_replace(a, lines, STR("\r"), STR("\n"));
	/* In raw text a reference is none; NUL means one thing here and another there. */
	bool is_plain = str_find_char(raw, '\0', 0) == STR_NONE;
	BUG_ON(is_plain && !str_eq(n->text, lines) && !str_eq(n->text, html_decode_entities(a, lines)));
}

static void check_tree(struct arena *a, struct str input, const struct html_tree *t)
{
	for (uint32_t i = 1; i < t->count; i++) {
		const struct html_node *n = &t->nodes[i], *parent = &t->nodes[n->parent];
		BUG_ON(n->parent >= i || n->end <= i || n->end > parent->end);
		BUG_ON(n->depth != parent->depth + 1 || n->depth > LIMIT_TREE_DEPTH);
		BUG_ON(n->first_child != HTML_NONE && n->first_child != i + 1);
		BUG_ON(n->next == HTML_NONE ? n->end != parent->end : n->next != n->end);
		BUG_ON(n->raw.start > input.n || n->raw.length > input.n - n->raw.start);
		BUG_ON(n->close.start > input.n || n->close.length > input.n - n->close.start);
		if (n->kind == HTML_TEXT)
			check_text(a, input, n);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct html_options options[] = {
		{0},
		{.has_scripting = true},
		{.context = STR_CONST("div"), .has_xml_ends = true},
		{.context = STR_CONST("table")},
		{.context = STR_CONST("template")},
		{.context = STR_CONST("select")},
		{.context = STR_CONST("title")},
		{.context = STR_CONST("svg"), .context_space = HTML_SPACE_SVG},
	};
	if (!size)
		return 0;
	struct arena a = {0};
	struct html_tree t;
	struct str input = {(const char *)data + 1, size - 1};
	if (html_parse_with(&a, input, &options[data[0] % 8], &t, NULL)) {
		check_tree(&a, input, &t);
		(void)html_text(&a, &t, 0);
	}
	(void)html_to_text(&a, input);
	arena_free(&a);
	return 0;
}
