#include "html/html.h"

#include "html/prescan.h"

#include <gumbo.h>
#include <setjmp.h>

/* gumbo gets its memory here, and is left by a jump when it takes too much: it is plain C and holds
 * nothing but this memory, so there is nothing to unwind. */
struct keeper {
	struct arena arena;
	jmp_buf over;
};

static void *keeper_alloc(void *userdata, size_t size)
{
	struct keeper *k = userdata;
	if (size > LIMIT_TREE || k->arena.used > LIMIT_TREE - size)
		longjmp(k->over, 1);
	return arena_alloc(&k->arena, size ? size : 1);
}

static void keeper_free(void *userdata, void *memory)
{
	(void)userdata;
	(void)memory;
}

/* A step of the walk over gumbo's tree. */
struct level {
	const GumboNode *node;
	unsigned next_child;
	uint32_t index; /* of its copy */
};
struct level_vec {
	struct level *items;
	size_t n, capacity;
};

struct copier {
	struct arena *a;
	const char *input;
	size_t input_n;
	struct html_tree *tree;
	uint32_t *last_child; /* by node */
	size_t capacity;
};

static const GumboVector *children_of(const GumboNode *node)
{
	if (node->type == GUMBO_NODE_DOCUMENT)
		return &node->v.document.children;
	if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
		return &node->v.element.children;
	return NULL;
}

static struct span raw_span(const struct copier *c, GumboStringPiece piece)
{
	if (!piece.length || piece.data < c->input || piece.data > c->input + c->input_n)
		return (struct span){0};
	size_t start = (size_t)(piece.data - c->input);
	size_t room = c->input_n - start;
	return (struct span){start, piece.length < room ? piece.length : room};
}

static struct str element_name(struct arena *a, const GumboElement *element)
{
	if (element->tag != GUMBO_TAG_UNKNOWN)
		return str_c(gumbo_normalized_tagname(element->tag));
	GumboStringPiece piece = element->original_tag;
	gumbo_tag_from_original_text(&piece);
	return str_lower(a, (struct str){piece.data, piece.length});
}

static void copy_attributes(struct arena *a, const GumboVector *from, struct html_node *to)
{
	if (from->length == 0)
		return;
	to->attributes = ARENA_ARRAY(a, struct html_attribute, from->length);
	to->attribute_count = from->length;
	for (unsigned i = 0; i < from->length; i++) {
		const GumboAttribute *attribute = from->data[i];
		to->attributes[i].name = str_lower(a, str_c(attribute->name));
		to->attributes[i].value = str_dup(a, str_c(attribute->value));
	}
}

static void copy_content(struct copier *c, const GumboNode *from, struct html_node *to)
{
	switch (from->type) {
	case GUMBO_NODE_DOCUMENT:
		to->kind = HTML_DOCUMENT;
		break;
	case GUMBO_NODE_ELEMENT:
	case GUMBO_NODE_TEMPLATE:
		to->kind = HTML_ELEMENT;
		to->name = element_name(c->a, &from->v.element);
		to->raw = raw_span(c, from->v.element.original_tag);
		copy_attributes(c->a, &from->v.element.attributes, to);
		break;
	case GUMBO_NODE_COMMENT:
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_CDATA:
	case GUMBO_NODE_WHITESPACE:
		to->kind = from->type == GUMBO_NODE_COMMENT ? HTML_COMMENT : HTML_TEXT;
		to->text = str_dup(c->a, str_c(from->v.text.text));
		to->raw = raw_span(c, from->v.text.original_text);
		break;
	}
}

static struct html_node *add_node(struct copier *c)
{
	struct html_tree *t = c->tree;
	if (t->count == c->capacity) {
		size_t more = c->capacity ? c->capacity * 2 : 256;
		struct html_node *nodes = ARENA_ARRAY(c->a, struct html_node, more);
		uint32_t *last = ARENA_ARRAY(c->a, uint32_t, more);
		if (t->count) {
			memcpy(nodes, t->nodes, t->count * sizeof(*nodes));
			memcpy(last, c->last_child, t->count * sizeof(*last));
		}
		t->nodes = nodes;
		c->last_child = last;
		c->capacity = more;
	}
	uint32_t index = t->count++;
	struct html_node *node = &t->nodes[index];
	node->parent = node->first_child = node->next = HTML_NONE;
	node->end = index + 1;
	c->last_child[index] = HTML_NONE;
	return node;
}

static void attach(struct copier *c, uint32_t index, uint32_t parent)
{
	struct html_node *nodes = c->tree->nodes;
	nodes[index].parent = parent;
	nodes[index].depth = (uint16_t)(nodes[parent].depth + 1);
	if (c->last_child[parent] == HTML_NONE)
		nodes[parent].first_child = index;
	else
		nodes[c->last_child[parent]].next = index;
	c->last_child[parent] = index;
}

static void open_level(
	struct copier *c, struct arena *scratch, struct level_vec *levels, const GumboNode *from)
{
	struct html_node *to = add_node(c);
	uint32_t index = c->tree->count - 1;
	copy_content(c, from, to);
	if (levels->n) {
		size_t above = levels->n < LIMIT_TREE_DEPTH ? levels->n : LIMIT_TREE_DEPTH;
		attach(c, index, levels->items[above - 1].index);
	}
	*VEC_ADD(scratch, levels) = (struct level){.node = from, .index = index};
}

static void copy_tree(struct copier *c, const GumboNode *document)
{
	struct arena scratch = {0};
	struct level_vec levels = {0};
	open_level(c, &scratch, &levels, document);
	while (levels.n) {
		struct level *level = &levels.items[levels.n - 1];
		const GumboVector *children = children_of(level->node);
		if (children && level->next_child < children->length) {
			open_level(c, &scratch, &levels, children->data[level->next_child++]);
			continue;
		}
		if (levels.n <= LIMIT_TREE_DEPTH)
			c->tree->nodes[level->index].end = c->tree->count;
		levels.n--;
	}
	arena_free(&scratch);
}

/* NULL when the tree is over the ceiling. The keeper belongs to the caller, so that the jump leaves
 * no local variable behind. */
static const GumboOutput *run_gumbo(struct keeper *keeper, const char *input, size_t n)
{
	GumboOptions options = kGumboDefaultOptions;
	options.allocator = keeper_alloc;
	options.deallocator = keeper_free;
	options.userdata = keeper;
	if (setjmp(keeper->over))
		return NULL;
	return gumbo_parse_with_options(&options, input, n);
}

bool html_parse(struct arena *a, struct str utf8, struct html_tree *tree, struct err *err)
{
	*tree = (struct html_tree){0};
	if (utf8.n > LIMIT_BODY)
		return err_set(err, ERR_LIMIT, "page of %zu bytes is over the limit", utf8.n);
	struct keeper keeper = {0};
	char *input = arena_cstr(&keeper.arena, utf8.p, utf8.n);
	prescan(&keeper.arena, input, utf8.n);
	const GumboOutput *output = run_gumbo(&keeper, input, utf8.n);
	if (output) {
		struct copier copier = {.a = a, .input = input, .input_n = utf8.n, .tree = tree};
		copy_tree(&copier, output->document);
	}
	arena_free(&keeper.arena);
	return output || err_set(err, ERR_LIMIT, "tree of a page costs over %zu bytes", LIMIT_TREE);
}
