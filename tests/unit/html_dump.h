/* A tree as one line: elements as NAME[attributes](children), text in quotes, comments in braces.
 */
#ifndef TESTS_HTML_DUMP_H
#define TESTS_HTML_DUMP_H

#include "html/html.h"

static void dump_node(struct buf *out, const struct html_node *n)
{
	static const char *const spaces[] = {"", "svg:", "math:"};
	switch (n->kind) {
	case HTML_TEXT:
		buf_addf(out, "'%.*s'", STR_ARG(n->text));
		break;
	case HTML_COMMENT:
		buf_addf(out, "{%.*s}", STR_ARG(n->text));
		break;
	case HTML_DOCTYPE:
		buf_addf(out, "!%.*s", STR_ARG(n->text));
		break;
	case HTML_ELEMENT:
		buf_addf(out, "%s%.*s", spaces[n->space], STR_ARG(n->name));
		for (size_t k = 0; k < n->attribute_count; k++)
			buf_addf(out, "[%.*s=%.*s]", STR_ARG(n->attributes[k].name),
				STR_ARG(n->attributes[k].value));
		break;
	default:
		break;
	}
}

/* Below a node; the tests' trees are shallow. */
static void dump_tree(struct buf *out, const struct html_tree *t, uint32_t at)
{
	for (uint32_t i = t->nodes[at].first_child; i != HTML_NONE; i = t->nodes[i].next) {
		dump_node(out, &t->nodes[i]);
		if (t->nodes[i].first_child == HTML_NONE)
			continue;
		buf_add_char(out, '(');
		dump_tree(out, t, i);
		buf_add_char(out, ')');
	}
}

#endif
