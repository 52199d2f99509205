#include "html/build.h"

/* The adoption agency algorithm (13.2.6.4.7): mends what `<b>1<p>2</b>3` does to the tree. */

#define ROUNDS 8
#define DEEPEST 512 /* elements open inside the one that ends; with more of them it stays open */

/* The elements that are open from the formatting element up, as they are to be afterwards. */
struct part {
	uint32_t items[DEEPEST + 2];
	size_t n;
};

static bool is_special(const struct builder *b, uint32_t place)
{
	return b->stack[place].near[NEAR_SPECIAL] == place;
}

static uint32_t furthest_block(const struct builder *b, uint32_t place)
{
	for (uint32_t i = place + 1; i <= b->depth; i++)
		if (is_special(b, i))
			return i;
	return 0;
}

static void list_put(struct builder *b, size_t at, uint32_t node)
{
	struct index_vec *list = &b->formatting;
	*VEC_ADD(&b->scratch, list) = 0;
	memmove(&list->items[at + 1], &list->items[at], (list->n - 1 - at) * sizeof(*list->items));
	list->items[at] = node;
}

static void move_children(struct builder *b, uint32_t from, uint32_t to)
{
	for (uint32_t child; (child = b->nodes[from].first_child) != HTML_NONE;) {
		node_detach(b, child);
		node_attach(b, child, (struct place){to, HTML_NONE});
	}
}

static void move_to(struct builder *b, uint32_t node, struct place place)
{
	node_detach(b, node);
	node_attach(b, node, place);
}

/* The inner loop: the elements between the block and the formatting element are made anew around
 * the block, from the inside out; those that are not formatting are closed. Returns the outermost;
 * `bookmark` is the node in the list behind which the new formatting element goes. */
static uint32_t rebuild_between(
	struct builder *b, uint32_t place, uint32_t block_place, struct part *part, uint32_t *bookmark)
{
	uint32_t block = b->stack[block_place].node, last = block;
	uint32_t kept[3];
	size_t kept_n = 0;
	for (uint32_t i = block_place - 1, inner = 1; i > place; i--, inner++) {
		uint32_t node = b->stack[i].node;
		size_t listed = formatting_find(b, node);
		if (listed && inner > 3)
			formatting_remove(b, node);
		if (!listed || inner > 3)
			continue;
		uint32_t clone = node_clone(b, node);
		b->formatting.items[listed - 1] = clone;
		if (last == block)
			*bookmark = clone;
		move_to(b, last, (struct place){clone, HTML_NONE});
		last = clone;
		kept[kept_n++] = clone;
	}
	part->n = 0;
	while (kept_n)
		part->items[part->n++] = kept[--kept_n];
	return last;
}

/* One round. False when the algorithm is over. */
static bool adopt_once(struct builder *b, uint32_t element)
{
	uint32_t place = b->links[element].open, block_place = furthest_block(b, place);
	if (!block_place) {
		stack_pop_to(b, place);
		formatting_remove(b, element);
		return false;
	}
	struct part part;
	uint32_t block = b->stack[block_place].node, bookmark = 0;
	uint32_t ancestor = b->stack[place - 1].node;
	uint32_t last = rebuild_between(b, place, block_place, &part, &bookmark);
	node_detach(b, last);
	node_attach(b, last, place_for(b, ancestor));
	uint32_t clone = node_clone(b, element);
	move_children(b, block, clone);
	node_attach(b, clone, (struct place){block, HTML_NONE});
	size_t at = bookmark ? formatting_find(b, bookmark) : formatting_find(b, element);
	list_put(b, at, clone);
	formatting_remove(b, element);
	part.items[part.n++] = block;
	part.items[part.n++] = clone;
	for (uint32_t i = block_place + 1; i <= b->depth; i++)
		part.items[part.n++] = b->stack[i].node;
	stack_pop_to(b, place);
	for (size_t i = 0; i < part.n; i++)
		stack_push(b, part.items[i]);
	b->clones_left -= b->clones_left > 4 ? 4 : b->clones_left;
	return true;
}

void adopt(struct builder *b, const struct token *t, uint16_t tag)
{
	if (current_is(b, tag) && !formatting_find(b, current(b)->node)) {
		stack_pop(b);
		return;
	}
	for (int round = 0; round < ROUNDS; round++) {
		uint32_t element = formatting_last(b, tag);
		if (!element) {
			if (round == 0)
				end_other(b, t);
			return;
		}
		uint32_t place = b->links[element].open;
		if (!place) {
			formatting_remove(b, element);
			return;
		}
		if (place < current(b)->near[NEAR_SCOPE] || b->depth - place > DEEPEST || !b->clones_left)
			return;
		if (round == 0 && t->kind == TOKEN_END)
			b->nodes[element].close = t->raw;
		if (!adopt_once(b, element))
			return;
	}
}
