#include "html/build.h"

void *pool_grow(struct pool *pool, void *items, size_t n, size_t item_size)
{
	struct arena arena = {0};
	size_t capacity = pool->capacity ? pool->capacity * 2 : 64;
	void *more = arena_array(&arena, capacity, item_size);
	if (n)
		memcpy(more, items, n * item_size);
	arena_free(&pool->arena);
	*pool = (struct pool){.arena = arena, .capacity = capacity};
	return more;
}

/* A zeroed node of its own, not yet in the tree. */
static uint32_t new_node(struct builder *b, enum html_kind kind)
{
	if (b->count == b->node_pool.capacity) {
		b->nodes = pool_grow(&b->node_pool, b->nodes, b->count, sizeof(*b->nodes));
		b->links = pool_grow(&b->link_pool, b->links, b->count, sizeof(*b->links));
	}
	uint32_t index = b->count++;
	struct html_node *n = &b->nodes[index];
	n->kind = (uint8_t)kind;
	n->parent = n->first_child = n->next = HTML_NONE;
	b->links[index].last_child = b->links[index].before = HTML_NONE;
	return index;
}

void node_attach(struct builder *b, uint32_t node, struct place place)
{
	struct html_node *n = &b->nodes[node], *parent = &b->nodes[place.parent];
	uint32_t before = place.before == HTML_NONE ? b->links[place.parent].last_child
												: b->links[place.before].before;
	n->parent = place.parent;
	n->next = place.before;
	b->links[node].before = before;
	if (before == HTML_NONE)
		parent->first_child = node;
	else
		b->nodes[before].next = node;
	if (place.before == HTML_NONE)
		b->links[place.parent].last_child = node;
	else
		b->links[place.before].before = node;
}

void node_detach(struct builder *b, uint32_t node)
{
	struct html_node *n = &b->nodes[node];
	uint32_t before = b->links[node].before;
	if (n->parent == HTML_NONE)
		return;
	if (before == HTML_NONE)
		b->nodes[n->parent].first_child = n->next;
	else
		b->nodes[before].next = n->next;
	if (n->next == HTML_NONE)
		b->links[n->parent].last_child = before;
	else
		b->links[n->next].before = before;
	n->parent = n->next = b->links[node].before = HTML_NONE;
}

/* The appropriate place for inserting a node (13.2.6.1). */
struct place place_for(const struct builder *b, uint32_t target)
{
	const struct html_node *n = &b->nodes[target];
	struct place inside = {target, HTML_NONE};
	if (!b->has_foster || n->space != HTML_SPACE_HTML || !(tag_flags(n->tag) & IS_FOSTER))
		return inside;
	uint32_t table = stack_top(b, TAG_TABLE), template = stack_top(b, TAG_TEMPLATE);
	if (template && template > table)
		return (struct place){b->stack[template].node, HTML_NONE};
	if (!table)
		return (struct place){b->stack[1].node, HTML_NONE};
	uint32_t node = b->stack[table].node;
	if (b->nodes[node].parent != HTML_NONE)
		return (struct place){b->nodes[node].parent, node};
	return (struct place){b->stack[table - 1].node, HTML_NONE};
}

static struct place place_here(const struct builder *b)
{
	return place_for(b, current(b)->node);
}

static uint32_t new_element(struct builder *b, const struct token *t, enum html_space space)
{
	uint32_t index = new_node(b, HTML_ELEMENT);
	struct html_node *n = &b->nodes[index];
	n->space = (uint8_t)space;
	n->tag = t->tag;
	n->name = t->name;
	n->attributes = t->attributes;
	n->attribute_count = t->attribute_count;
	n->raw = t->raw;
	return index;
}

uint32_t node_clone(struct builder *b, uint32_t node)
{
	uint32_t index = new_node(b, HTML_ELEMENT);
	struct html_node *copy = &b->nodes[index];
	const struct html_node *n = &b->nodes[node];
	copy->tag = n->tag;
	copy->name = n->name;
	copy->attributes = n->attributes;
	copy->attribute_count = n->attribute_count;
	copy->raw = n->raw;
	return index;
}

uint32_t insert_element(struct builder *b, const struct token *t)
{
	uint32_t node = new_element(b, t, HTML_SPACE_HTML);
	node_attach(b, node, b->depth ? place_here(b) : (struct place){0, HTML_NONE});
	stack_push(b, node);
	return node;
}

uint32_t insert_foreign(struct builder *b, const struct token *t, enum html_space space)
{
	uint32_t node = new_element(b, t, space);
	foreign_adjust(b, &b->nodes[node]);
	node_attach(b, node, place_here(b));
	stack_push(b, node);
	return node;
}

void insert_void(struct builder *b, const struct token *t)
{
	node_attach(b, new_element(b, t, HTML_SPACE_HTML), place_here(b));
}

void insert_implied(struct builder *b, uint16_t tag)
{
	struct token t = {.kind = TOKEN_START, .tag = tag, .name = tag_infos[tag].name};
	insert_element(b, &t);
}

void insert_comment(struct builder *b, const struct token *t, uint32_t parent)
{
	uint32_t node = new_node(b, HTML_COMMENT);
	b->nodes[node].text = t->text;
	b->nodes[node].raw = t->raw;
	node_attach(b, node, (struct place){parent, HTML_NONE});
}

void insert_comment_here(struct builder *b, const struct token *t)
{
	insert_comment(b, t, place_here(b).parent);
}

void insert_doctype(struct builder *b, const struct token *t)
{
	uint32_t node = new_node(b, HTML_DOCTYPE);
	struct html_node *n = &b->nodes[node];
	n->text = t->name;
	n->raw = t->raw;
	if (t->public_id.n || t->system_id.n) {
		n->attributes = ARENA_ARRAY(b->a, struct html_attribute, 2);
		n->attribute_count = 2;
		n->attributes[0] = (struct html_attribute){STR("public"), t->public_id};
		n->attributes[1] = (struct html_attribute){STR("system"), t->system_id};
	}
	node_attach(b, node, (struct place){0, HTML_NONE});
}

/* Text goes on in the last node when it goes on in the source. Parts that follow each other in the
 * input stay a part of it; others are copied behind each other. */
static void extend_text(struct builder *b, struct html_node *n, struct str text)
{
	bool is_room = b->text_end && n->text.p + n->text.n == b->text_end;
	if (!is_room && n->text.p + n->text.n == text.p) {
		n->text.n += text.n;
		return;
	}
	if (!is_room || b->text_room < text.n) {
		size_t size = 2 * (n->text.n + text.n) + 32;
		char *copy = arena_alloc(b->a, size);
		memcpy(copy, n->text.p, n->text.n);
		n->text.p = copy;
		b->text_end = copy + n->text.n;
		b->text_room = size - n->text.n;
	}
	memcpy(b->text_end, text.p, text.n);
	b->text_end += text.n;
	b->text_room -= text.n;
	n->text.n += text.n;
}

struct str token_text(struct builder *b, const struct token *t, enum lex_nul nul)
{
	if (t->is_decoded)
		return t->text;
	return lex_clean(&b->lexer, t->raw, t->is_raw ? LEX_NUL_REPLACE : nul);
}

void insert_text(struct builder *b, const struct token *t, enum lex_nul nul)
{
	struct str text = token_text(b, t, nul);
	struct place place = place_here(b);
	if (!text.n || place.parent == 0)
		return;
	uint32_t before = place.before == HTML_NONE ? b->links[place.parent].last_child
												: b->links[place.before].before;
	struct html_node *last = &b->nodes[b->count - 1];
	if (before == b->count - 1 && last->kind == HTML_TEXT &&
		last->raw.start + last->raw.length == t->raw.start) {
		extend_text(b, last, text);
		last->raw.length += t->raw.length;
		return;
	}
	b->text_end = NULL;
	uint32_t node = new_node(b, HTML_TEXT);
	b->nodes[node].text = t->is_decoded ? str_dup(b->a, text) : text;
	b->nodes[node].raw = t->raw;
	node_attach(b, node, place);
}

void merge_attributes(struct builder *b, uint32_t node, const struct token *t)
{
	struct html_node *n = &b->nodes[node];
	for (size_t i = 0; i < t->attribute_count; i++) {
		struct html_attribute *more = &t->attributes[i];
		size_t k = 0;
		while (k < n->attribute_count && !str_eq(n->attributes[k].name, more->name))
			k++;
		if (k < n->attribute_count || k == HTML_ATTRIBUTES_MAX)
			continue;
		struct html_attribute *all = ARENA_ARRAY(b->a, struct html_attribute, k + 1);
		if (k)
			memcpy(all, n->attributes, k * sizeof(*all));
		all[k] = *more;
		n->attributes = all;
		n->attribute_count++;
	}
}

bool is_blank(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!lex_is_space(text.p[i]))
			return false;
	return true;
}

bool is_used_up(const struct token *t)
{
	return t->raw.length == 0;
}

bool take_space(struct builder *b, struct token *t, struct token *space)
{
	*space = *t;
	if (t->is_decoded) {
		if (!is_blank(t->text))
			return false;
		t->is_decoded = false;
		t->raw.length = 0;
		return true;
	}
	const char *p = b->lexer.in.p + t->raw.start;
	uint32_t n = 0;
	while (n < t->raw.length && lex_is_space(p[n]))
		n++;
	space->raw.length = n;
	t->raw.start += n;
	t->raw.length -= n;
	return n > 0;
}
