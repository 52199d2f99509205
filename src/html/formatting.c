#include "html/build.h"

/* The first entry behind the last marker. */
static size_t first_of_group(const struct builder *b)
{
	size_t i = b->formatting.n;
	while (i && b->formatting.items[i - 1] != MARKER)
		i--;
	return i;
}

static void remove_at(struct builder *b, size_t at)
{
	struct index_vec *list = &b->formatting;
	memmove(&list->items[at], &list->items[at + 1], (list->n - at - 1) * sizeof(*list->items));
	list->n--;
}

static bool has_attribute(const struct html_node *n, const struct html_attribute *wanted)
{
	for (size_t i = 0; i < n->attribute_count; i++)
		if (str_eq(n->attributes[i].name, wanted->name))
			return str_eq(n->attributes[i].value, wanted->value);
	return false;
}

/* Mostly they stand in the same order. */
static bool has_same_attributes(const struct html_node *x, const struct html_node *y)
{
	if (x->tag != y->tag || x->attribute_count != y->attribute_count)
		return false;
	for (size_t i = x->attribute_count; i > 0; i--) {
		const struct html_attribute *one = &x->attributes[i - 1], *other = &y->attributes[i - 1];
		bool is_same = str_eq(one->name, other->name) ? str_eq(one->value, other->value)
													  : has_attribute(y, one);
		if (!is_same)
			return false;
	}
	return true;
}

/* Of four that are the same the earliest goes ("Noah's Ark"). */
void formatting_push(struct builder *b, uint32_t node)
{
	size_t first = first_of_group(b), earliest = 0, same = 0;
	for (size_t i = b->formatting.n; i > first; i--)
		if (has_same_attributes(&b->nodes[b->formatting.items[i - 1]], &b->nodes[node])) {
			earliest = i - 1;
			if (++same == 3)
				break;
		}
	if (same == 3)
		remove_at(b, earliest);
	else if (b->formatting.n - first >= FORMATTING_MAX)
		remove_at(b, first);
	*VEC_ADD(&b->scratch, &b->formatting) = node;
}

void formatting_mark(struct builder *b)
{
	*VEC_ADD(&b->scratch, &b->formatting) = MARKER;
}

void formatting_clear(struct builder *b)
{
	while (b->formatting.n && b->formatting.items[--b->formatting.n] != MARKER)
		;
}

size_t formatting_find(const struct builder *b, uint32_t node)
{
	for (size_t i = b->formatting.n; i && b->formatting.items[i - 1] != MARKER; i--)
		if (b->formatting.items[i - 1] == node)
			return i;
	return 0;
}

void formatting_remove(struct builder *b, uint32_t node)
{
	size_t at = formatting_find(b, node);
	if (at)
		remove_at(b, at - 1);
}

uint32_t formatting_last(const struct builder *b, uint16_t tag)
{
	for (size_t i = b->formatting.n; i && b->formatting.items[i - 1] != MARKER; i--)
		if (b->nodes[b->formatting.items[i - 1]].tag == tag)
			return b->formatting.items[i - 1];
	return 0;
}

/* "Reconstruct the active formatting elements" (13.2.4.3). Some bytes of a hostile page could make
 * it reopen many elements each time, so that there is a ceiling on how many it makes. */
void formatting_reopen(struct builder *b)
{
	size_t i = b->formatting.n;
	while (i && b->formatting.items[i - 1] != MARKER && !b->links[b->formatting.items[i - 1]].open)
		i--;
	for (; i < b->formatting.n && b->clones_left; i++) {
		uint32_t node = node_clone(b, b->formatting.items[i]);
		node_attach(b, node, place_for(b, current(b)->node));
		stack_push(b, node);
		b->formatting.items[i] = node;
		b->clones_left--;
	}
}
