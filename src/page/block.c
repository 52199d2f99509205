#include "page/parts.h"

/* A line break inside a paragraph begins a new one when the line before it was this long, or ended
 * a sentence. */
#define LONG_LINE 80

struct cutter {
	struct doc *d;
	bool with_hidden;
	struct buf text; /* of the block that is open */
	struct block block;
	bool is_open, has_gap, is_after_br;
	bool has_br;       /* a line break came since the last text */
	uint32_t link_end; /* node behind the link that is open */
};

#define LEVELS_OF_KIND 4 /* elements from the block up that say what it is */

static enum block_kind kind_of(const struct doc *d, uint32_t node)
{
	/* Of several the first counts. */
	static const struct {
		struct str name;
		enum block_kind kind;
	} kinds[] = {
		{STR_CONST("figcaption"), BLOCK_CAPTION},
		{STR_CONST("caption"), BLOCK_CAPTION},
		{STR_CONST("figure"), BLOCK_CAPTION},
		{STR_CONST("blockquote"), BLOCK_QUOTE},
		{STR_CONST("li"), BLOCK_ITEM},
		{STR_CONST("dd"), BLOCK_ITEM},
		{STR_CONST("dt"), BLOCK_ITEM},
		{STR_CONST("td"), BLOCK_CELL},
		{STR_CONST("th"), BLOCK_CELL},
		{STR_CONST("tr"), BLOCK_CELL},
	};
	size_t count = sizeof(kinds) / sizeof(kinds[0]), best = count;
	struct str name = d->tree.nodes[node].name;
	uint32_t parent = d->tree.nodes[node].parent;
	bool is_quoted = parent != HTML_NONE && html_is(&d->tree.nodes[parent], "blockquote");
	if (!is_quoted && name.n == 2 && name.p[0] == 'h' && name.p[1] >= '1' && name.p[1] <= '6')
		return BLOCK_HEADING;
	for (int up = 0; up < LEVELS_OF_KIND && node != HTML_NONE;
		 up++, node = d->tree.nodes[node].parent)
		for (size_t i = 0; i < best; i++)
			if (d->tree.nodes[node].kind == HTML_ELEMENT &&
				str_eq(d->tree.nodes[node].name, kinds[i].name))
				best = i;
	return best < count ? kinds[best].kind : BLOCK_TEXT;
}

static bool is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
		c == 0xff1f || c == 0x964 || c == 0x61f || c == 0x6d4;
}

static bool is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0xab ||
		(c >= 0x2018 && c <= 0x201f) || c == 0x203a || c == 0x2039 || c == 0x300d || c == 0x300f;
}

/* Counts what tells running text from labels. */
static void measure(struct block *b)
{
	bool is_at_end = false;
	uint32_t c, before = ' ';
	for (size_t at = 0; at < b->text.n; before = c) {
		at += utf8_decode(b->text, at, &c);
		b->characters++;
		b->commas += c == ',' || c == ';' || c == 0x60c || c == 0x3001 || c == 0xff0c;
		if (is_stop(before) && (c == ' ' || is_closer(c) || c > 0x3000))
			b->stops++;
		is_at_end = is_stop(c) || c == ':' || (is_at_end && is_closer(c));
	}
	b->stops += is_stop(before);
	b->ends_sentence = is_at_end;
	bool is_long = b->characters >= 100 || (b->characters >= 45 && b->stops > 0);
	bool is_linked = b->linked * 10 > b->text.n * 4;
	b->is_prose = is_long && !is_linked && (b->stops > 0 || b->commas > 1 || b->characters > 200);
}

static void close_block(struct cutter *c)
{
	if (!c->is_open)
		return;
	c->block.text = str_dup(c->d->a, buf_str(&c->text));
	c->block.kind = kind_of(c->d, c->block.node);
	c->block.is_after_br = c->is_after_br;
	measure(&c->block);
	*VEC_ADD(c->d->a, &c->d->blocks) = c->block;
	buf_clear(&c->text);
	c->is_open = c->has_gap = c->is_after_br = c->has_br = false;
}

static void take_br(struct cutter *c)
{
	if (!c->is_open)
		return;
	struct str line = buf_str(&c->text);
	bool is_end = line.n && strchr(".!?:\"", line.p[line.n - 1]);
	if (!is_end && line.n < LONG_LINE && !c->has_br) {
		c->has_gap = c->has_br = true;
		return;
	}
	close_block(c);
	c->is_after_br = true;
}

static uint32_t line_node(const struct doc *d, uint32_t at)
{
	while (at != 0 && html_flow(&d->tree.nodes[at]) == HTML_INLINE)
		at = d->tree.nodes[at].parent;
	return at;
}

/* An address that is written out, as authors and social networks do, is text; what leads elsewhere
 * has words of its own. */
static bool is_address(struct str text)
{
	struct str s = str_trim(text);
	return str_starts(s, STR("http")) || str_starts(s, STR("www.")) || str_starts(s, STR("pic.tw"));
}

static void take_text(struct cutter *c, uint32_t at)
{
	const struct html_node *n = &c->d->tree.nodes[at];
	bool is_linked = at < c->link_end && !is_address(n->text), is_used = false;
	for (size_t i = 0, start; i < n->text.n;) {
		bool is_invisible;
		size_t blank = html_blank(n->text, i, &is_invisible);
		if (blank) {
			c->has_gap |= !is_invisible;
			i += blank;
			continue;
		}
		if (!c->is_open) {
			c->block = (struct block){.at = at, .node = line_node(c->d, n->parent)};
			c->is_open = true;
			c->has_gap = false;
		}
		for (start = i; i < n->text.n && !html_blank(n->text, i, &is_invisible);)
			i += utf8_length((unsigned char)n->text.p[i]);
		size_t before = c->text.n;
		c->has_br = false;
		if (c->has_gap)
			buf_add_char(&c->text, ' ');
		c->has_gap = false;
		buf_add(&c->text, str_sub(n->text, start, i - start));
		c->block.linked += is_linked ? c->text.n - before : 0;
		is_used = true;
	}
	if (is_used)
		*VEC_ADD(c->d->a, &c->block.ranges) = (struct span){n->raw.start, n->raw.length};
}

/* A table is for layout when a cell of it holds blocks or a paragraph's worth of text. */
static bool breaks_line(const struct doc *d, uint32_t at)
{
	const struct html_node *n = &d->tree.nodes[at];
	enum html_flow flow = html_flow(n);
	if (flow != HTML_CELL)
		return flow == HTML_LINE;
	size_t text = 0;
	for (uint32_t i = at + 1; i < n->end && i < at + 64; i++) {
		const struct html_node *below = &d->tree.nodes[i];
		if (html_flow(below) == HTML_LINE && !html_is(below, "br"))
			return true;
		text += below->kind == HTML_TEXT ? below->text.n : 0;
	}
	return text > 150;
}

static void leave(struct cutter *c, uint32_t at, uint32_t *open)
{
	const struct html_node *nodes = c->d->tree.nodes;
	while (*open != HTML_NONE && nodes[*open].end <= at) {
		if (breaks_line(c->d, *open))
			close_block(c);
		else
			c->has_gap |= html_flow(&nodes[*open]) == HTML_CELL;
		*open = nodes[*open].parent;
	}
}

static bool is_skipped(const struct cutter *c, const struct html_node *n)
{
	if (c->with_hidden)
		return html_flow(n) == HTML_HIDDEN || n->kind == HTML_COMMENT;
	/* The readings above Chinese characters would cut words in two. */
	return html_is_hidden(n) || html_is(n, "noscript") || html_is(n, "rt") || html_is(n, "rp");
}

static void index_blocks(struct doc *d)
{
	size_t block = 0;
	if (!d->first_blocks)
		d->first_blocks = ARENA_ARRAY(d->a, uint32_t, d->tree.count + 1);
	for (uint32_t node = 0; node <= d->tree.count; node++) {
		while (block < d->blocks.n && d->blocks.items[block].at < node)
			block++;
		d->first_blocks[node] = (uint32_t)block;
	}
}

void blocks_make(struct doc *d, bool with_hidden)
{
	struct cutter c = {.d = d, .with_hidden = with_hidden, .text = BUF(LIMIT_BODY)};
	uint32_t open = HTML_NONE;
	d->blocks.n = 0;
	for (uint32_t i = 0; i < d->tree.count;) {
		const struct html_node *n = &d->tree.nodes[i];
		leave(&c, i, &open);
		if (is_skipped(&c, n) || html_is(n, "head")) {
			i = n->end;
			continue;
		}
		if (n->kind == HTML_TEXT)
			take_text(&c, i);
		else if (html_is(n, "br"))
			take_br(&c);
		else if (breaks_line(d, i))
			close_block(&c);
		else
			c.has_gap |= html_flow(n) == HTML_CELL;
		if (html_is(n, "a") && html_has_attribute(n, "href"))
			c.link_end = n->end;
		if (n->end > i + 1)
			open = i;
		i++;
	}
	close_block(&c);
	buf_free(&c.text);
	index_blocks(d);
}

void blocks_below(const struct doc *d, uint32_t node, size_t *first, size_t *end)
{
	*first = d->first_blocks[node];
	*end = d->first_blocks[d->tree.nodes[node].end];
}
