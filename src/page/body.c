#include "page/parts.h"

/* What a block adds to the worth of every element above it. Running text counts by its length, the
 * rest against it, so that the element of most worth is the one that holds the text and little
 * else. */
#define MOST_OF_ONE 1200.0 /* one block never counts more */
#define COST_OF_LABEL 12.0 /* a short line */
#define COST_OF_LINK 30.0  /* a line that is mostly links */
#define COST_OF_MARKED 3.0 /* what is left out anyway */

/* A part of the chosen element that holds so much of its text is chosen in its place. */
#define MOST_OF_BODY 0.9
#define MOST_OF_HINT 0.5 /* when the page says that the text is there */

#define BAD_MARKS (MARK_FURNITURE | MARK_CAPTION | MARK_CORRECTION)

static double worth(const struct doc *d, const struct block *b)
{
	if (d->marks[b->at] & BAD_MARKS)
		return -COST_OF_MARKED;
	double share = (double)b->linked / (double)(b->text.n ? b->text.n : 1);
	if (b->is_prose) {
		double size = (double)b->characters * (1 - share);
		return size < MOST_OF_ONE ? size : MOST_OF_ONE;
	}
	if (share > 0.5)
		return -COST_OF_LINK;
	return b->kind == BLOCK_HEADING ? 0 : -COST_OF_LABEL;
}

struct sums {
	double *all, *good; /* of the blocks before each */
};

static double sum_below(const struct doc *d, const double *sums, uint32_t node)
{
	size_t first, end;
	blocks_below(d, node, &first, &end);
	return sums[end] - sums[first];
}

static uint32_t most_worth(const struct doc *d, const struct sums *s)
{
	uint32_t best = 0;
	double most = 0;
	for (uint32_t i = 0; i < d->tree.count; i++) {
		if (d->tree.nodes[i].kind != HTML_ELEMENT || d->tree.nodes[i].end == i + 1)
			continue;
		double sum = sum_below(d, s->all, i);
		if (sum >= most && sum > 0) {
			most = sum;
			best = i;
		}
	}
	return best;
}

/* From the element of most worth down to the one part that holds nearly all of it. */
static uint32_t tighten(const struct doc *d, const struct sums *s, uint32_t node)
{
	double all = sum_below(d, s->good, node);
	for (uint32_t i = node; i < d->tree.nodes[node].end; i++) {
		const struct html_node *n = &d->tree.nodes[i];
		bool is_hint = n->kind == HTML_ELEMENT && d->marks[i] & MARK_HINT &&
			!(n->parent != HTML_NONE && d->marks[n->parent] & MARK_HINT);
		if (is_hint && sum_below(d, s->good, i) >= MOST_OF_HINT * all)
			return i;
	}
	for (bool is_deeper = true; is_deeper;) {
		is_deeper = false;
		for (uint32_t i = d->tree.nodes[node].first_child; i != HTML_NONE;
			 i = d->tree.nodes[i].next)
			if (d->tree.nodes[i].kind == HTML_ELEMENT &&
				sum_below(d, s->good, i) >= MOST_OF_BODY * all) {
				node = i;
				is_deeper = true;
				break;
			}
	}
	return node;
}

static bool is_mostly_links(const struct block *b)
{
	return b->linked * 2 > b->text.n;
}

/* Running text is taken, and what stands between it: headings before text, items, short lines. */
static void take_blocks(struct doc *d, size_t first, size_t end)
{
	size_t last_prose = first, first_prose = end;
	for (size_t i = first; i < end; i++) {
		struct block *b = &d->blocks.items[i];
		b->is_taken = b->is_prose && !(d->marks[b->at] & BAD_MARKS);
		if (b->is_taken) {
			last_prose = i;
			first_prose = first_prose == end ? i : first_prose;
		}
	}
	bool is_text_ahead = false;
	for (size_t i = end; i-- > first;) {
		struct block *b = &d->blocks.items[i];
		if (b->is_taken) {
			is_text_ahead = true;
			continue;
		}
		if (d->marks[b->at] & BAD_MARKS || is_mostly_links(b) || furniture_is_line(b->text))
			continue;
		if (b->kind == BLOCK_HEADING) {
			b->is_taken = is_text_ahead && i > first_prose;
			is_text_ahead = false;
			continue;
		}
		bool is_inside = i > first_prose && i < last_prose;
		b->is_taken = is_inside || (i > last_prose && b->ends_sentence && b->stops > 0) ||
			(i < first_prose && b->ends_sentence && b->stops > 0);
		is_text_ahead |= b->is_taken;
	}
}

void body_choose(struct doc *d, const struct witnesses *w)
{
	(void)w;
	struct arena scratch = {0};
	struct sums s = {.all = ARENA_ARRAY(&scratch, double, d->blocks.n + 1),
		.good = ARENA_ARRAY(&scratch, double, d->blocks.n + 1)};
	for (size_t i = 0; i < d->blocks.n; i++) {
		double value = worth(d, &d->blocks.items[i]);
		s.all[i + 1] = s.all[i] + value;
		s.good[i + 1] = s.good[i] + (value > 0 ? value : 0);
	}
	uint32_t node = most_worth(d, &s);
	if (node) {
		size_t first, end;
		blocks_below(d, tighten(d, &s, node), &first, &end);
		take_blocks(d, first, end);
	}
	arena_free(&scratch);
}

void body_write(struct doc *d, const struct witnesses *w, struct page *out)
{
	(void)w;
	struct buf text = BUF(LIMIT_TEXT);
	struct {
		struct paragraph *items;
		size_t n, capacity;
	} paragraphs = {0};
	struct map seen = map_new(d->a);
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		bool is_new = true;
		if (!b->is_taken)
			continue;
		(void)map_put(&seen, b->text, &is_new);
		if (!is_new && b->characters > 30)
			continue;
		if (text.n + b->text.n + 2 > text.max)
			break;
		if (text.n)
			buf_add_c(&text, "\n\n");
		*VEC_ADD(d->a, &paragraphs) =
			(struct paragraph){.text = {text.n, b->text.n}, .raw = b->raw};
		buf_add(&text, b->text);
	}
	out->text = str_dup(d->a, buf_str(&text));
	out->paragraphs = paragraphs.items;
	out->paragraph_count = paragraphs.n;
	buf_free(&text);
}
