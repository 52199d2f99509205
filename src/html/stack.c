#include "html/build.h"

static size_t top_key(uint16_t tag, uint8_t space)
{
	return (size_t)tag * 2 + (space != HTML_SPACE_HTML);
}

/* The table grows with the names that come. */
static uint32_t *top_slot(struct builder *b, uint16_t tag, uint8_t space)
{
	size_t key = top_key(tag, space);
	while (key >= b->top_pool.capacity)
		b->tops = pool_grow(&b->top_pool, b->tops, b->top_pool.capacity, sizeof(*b->tops));
	return &b->tops[key];
}

uint32_t stack_top(const struct builder *b, uint16_t tag)
{
	size_t key = top_key(tag, HTML_SPACE_HTML);
	return key < b->top_pool.capacity ? b->tops[key] : 0;
}

uint32_t stack_top_foreign(const struct builder *b, uint16_t tag)
{
	size_t key = top_key(tag, HTML_SPACE_SVG);
	return key < b->top_pool.capacity ? b->tops[key] : 0;
}

static bool is_html_annotation(const struct html_node *node)
{
	struct str encoding = html_attribute(node, "encoding");
	return node->tag == TAG_ANNOTATION_XML &&
		(str_eq_nocase(encoding, STR("text/html")) ||
			str_eq_nocase(encoding, STR("application/xhtml+xml")));
}

static unsigned flags_of(struct open *o, const struct html_node *node)
{
	unsigned flags = tag_flags(o->tag);
	if (o->space == HTML_SPACE_HTML)
		return flags;
	unsigned own = o->space == HTML_SPACE_SVG ? IS_SVG : IS_MATH;
	if (!(flags & own))
		return 0;
	o->is_html_point = o->space == HTML_SPACE_SVG || is_html_annotation(node);
	o->is_math_point = o->space == HTML_SPACE_MATH && o->tag != TAG_ANNOTATION_XML;
	return IS_SPECIAL | IS_SCOPE;
}

static void set_near(struct open *o, unsigned flags, uint32_t place)
{
	if (o->space == HTML_SPACE_HTML)
		o->near[NEAR_HTML] = place;
	if (flags & IS_SPECIAL) {
		o->near[NEAR_SPECIAL] = place;
		if (!(flags & IS_PASSED))
			o->near[NEAR_BARRIER] = place;
	}
	if (flags & IS_SCOPE)
		o->near[NEAR_SCOPE] = o->near[NEAR_LIST] = o->near[NEAR_BUTTON] = place;
	if (flags & IS_LIST)
		o->near[NEAR_LIST] = place;
	if (flags & IS_BUTTON)
		o->near[NEAR_BUTTON] = place;
	if (flags & IS_TABLE_SCOPE)
		o->near[NEAR_TABLE] = place;
	if (flags & IS_MODE)
		o->near[NEAR_MODE] = place;
}

void stack_push(struct builder *b, uint32_t node)
{
	if (b->depth + 1 >= b->open_pool.capacity)
		b->stack = pool_grow(&b->open_pool, b->stack, b->depth + 1, sizeof(*b->stack));
	const struct html_node *n = &b->nodes[node];
	uint32_t place = ++b->depth;
	struct open *o = &b->stack[place];
	*o = b->stack[place - 1];
	o->node = node;
	o->tag = n->tag;
	o->space = n->space;
	o->is_html_point = o->is_math_point = false;
	uint32_t *top = top_slot(b, n->tag, n->space);
	o->same = *top;
	*top = place;
	b->links[node].open = place;
	unsigned flags = flags_of(o, n);
	set_near(o, flags, place);
}

void stack_pop(struct builder *b)
{
	struct open *o = current(b);
	b->tops[top_key(o->tag, o->space)] = o->same;
	b->links[o->node].open = 0;
	b->depth--;
}

void stack_pop_to(struct builder *b, uint32_t place)
{
	while (b->depth >= place)
		stack_pop(b);
}

void stack_pop_until(struct builder *b, uint16_t tag)
{
	uint32_t place = stack_top(b, tag);
	if (place)
		stack_pop_to(b, place);
}

void stack_close(struct builder *b, uint32_t place, const struct token *end_tag)
{
	b->nodes[b->stack[place].node].close = end_tag->raw;
	stack_pop_to(b, place);
}

void stack_remove(struct builder *b, uint32_t place)
{
	struct index_vec above = {0};
	for (uint32_t i = place + 1; i <= b->depth; i++)
		*VEC_ADD(&b->scratch, &above) = b->stack[i].node;
	stack_pop_to(b, place);
	for (size_t i = 0; i < above.n; i++)
		stack_push(b, above.items[i]);
}

bool stack_has(const struct builder *b, uint16_t tag, enum near scope)
{
	uint32_t top = stack_top(b, tag);
	return top && top >= current(b)->near[scope];
}

void stack_imply_ends(struct builder *b, uint16_t but)
{
	while (current(b)->space == HTML_SPACE_HTML && current(b)->tag != but &&
		tag_flags(current(b)->tag) & IS_IMPLIED)
		stack_pop(b);
}

void stack_imply_all_ends(struct builder *b)
{
	while (current(b)->space == HTML_SPACE_HTML &&
		tag_flags(current(b)->tag) & (IS_IMPLIED | IS_IMPLIED_ALL))
		stack_pop(b);
}

void stack_clear_to(struct builder *b, const uint16_t *tags, size_t count)
{
	for (; !current_is(b, TAG_HTML) && !current_is(b, TAG_TEMPLATE); stack_pop(b))
		for (size_t i = 0; i < count; i++)
			if (current_is(b, tags[i]))
				return;
}

void stack_close_p(struct builder *b)
{
	if (stack_has(b, TAG_P, NEAR_BUTTON))
		stack_pop_until(b, TAG_P);
}
