#include "html/build.h"

/* The builder makes nodes as their tags come. That is document order, unless content was moved out
 * of a table, reopened elements were moved, or nodes are nested too deep: then they are copied. */

static void set_ends(struct html_node *nodes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		nodes[i].end = i + 1;
	for (uint32_t i = count - 1; i > 0; i--) {
		struct html_node *parent = &nodes[nodes[i].parent];
		if (nodes[i].parent < i && parent->end < nodes[i].end)
			parent->end = nodes[i].end;
	}
}

static bool is_in_order(struct html_node *nodes, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		if (nodes[i].parent == HTML_NONE || nodes[i].parent >= i)
			return false;
	set_ends(nodes, count);
	for (uint32_t i = 0; i < count; i++) {
		struct html_node *n = &nodes[i];
		n->depth = i ? (uint16_t)(nodes[n->parent].depth + 1) : 0;
		if (n->depth > LIMIT_TREE_DEPTH || (n->first_child != HTML_NONE && n->first_child != i + 1))
			return false;
		if (i && n->next != HTML_NONE ? n->next != n->end : i && n->end != nodes[n->parent].end)
			return false;
	}
	return true;
}

/* Walks the tree by its links and copies each node behind the last. */
struct copier {
	const struct html_node *from;
	struct html_node *to;
	uint32_t count;
	uint32_t open[LIMIT_TREE_DEPTH + 1]; /* the copy's ancestors at each depth */
	uint32_t last[LIMIT_TREE_DEPTH + 1]; /* the last child of each of them, or HTML_NONE */
};

static void copy_node(struct copier *c, uint32_t from, uint32_t depth)
{
	uint32_t index = c->count++;
	struct html_node *n = &c->to[index];
	*n = c->from[from];
	n->first_child = n->next = n->parent = HTML_NONE;
	n->depth = (uint16_t)(depth < LIMIT_TREE_DEPTH ? depth : LIMIT_TREE_DEPTH);
	if (n->depth) {
		uint32_t *last = &c->last[n->depth - 1];
		n->parent = c->open[n->depth - 1];
		if (*last == HTML_NONE)
			c->to[n->parent].first_child = index;
		else
			c->to[*last].next = index;
		*last = index;
	}
	c->open[n->depth] = index;
	c->last[n->depth] = HTML_NONE;
}

static void copy_all(struct copier *c)
{
	uint32_t at = 0, depth = 0;
	for (;;) {
		copy_node(c, at, depth);
		if (c->from[at].first_child != HTML_NONE) {
			at = c->from[at].first_child;
			depth++;
			continue;
		}
		while (at && c->from[at].next == HTML_NONE) {
			at = c->from[at].parent;
			depth--;
		}
		if (!at)
			return;
		at = c->from[at].next;
	}
}

void order_nodes(struct builder *b, struct html_tree *tree)
{
	tree->nodes = arena_alloc(b->a, b->count * sizeof(*tree->nodes));
	if (is_in_order(b->nodes, b->count)) {
		memcpy(tree->nodes, b->nodes, b->count * sizeof(*tree->nodes));
		tree->count = b->count;
		return;
	}
	struct copier c = {.from = b->nodes, .to = tree->nodes};
	copy_all(&c);
	tree->count = c.count;
	set_ends(tree->nodes, tree->count);
}
