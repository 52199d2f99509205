#include "page/parts.h"

/* What a block adds to the worth of every element above it. Running text counts by its length, the
 * rest against it, so that the element of most worth is the one that holds the text and little
 * else. */
#define MOST_OF_ONE 1200.0 /* one block never counts more */
#define COST_OF_LABEL 8.0  /* a short line */
#define COST_OF_LINK 30.0  /* a line that is mostly links */
#define COST_OF_MARKED 3.0 /* what is left out anyway */
#define WORTH_ALONE 0.6    /* of running text that has no other beside it, as in teasers */

/* A part of the chosen element that holds so much of its text is chosen in its place. */
#define MOST_OF_BODY 0.9
#define MOST_OF_HINT 0.5    /* when the page says that the text is there */
#define MOST_OF_ARTICLE 0.8 /* in one <article> */
#define LEAST_TITLED 250.0  /* in the only <article> with an h1 */
#define LEAST_OF_HINT 0.1   /* and in no second place that holds so much */

#define SHORT_LINE 200        /* characters */
#define SHORT_TAIL 300        /* characters */
#define LEAST_REPEATED 120    /* bytes of a paragraph that is not said twice */
#define DATE_AT_START 24      /* bytes */
#define LEAST_LINKED_DATA 400 /* bytes of an articleBody that can stand for the page's text */

#define BAD_MARKS (MARK_FURNITURE | MARK_CAPTION | MARK_CORRECTION)

/* How many running texts stand directly in each element: paragraphs in the element around them,
 * lines parted by <br> in their own. */
static uint32_t *count_beside(struct arena *a, const struct doc *d)
{
	uint32_t *beside = ARENA_ARRAY(a, uint32_t, d->tree.count + 1);
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		uint32_t parent = d->tree.nodes[b->node].parent;
		if (!b->is_prose || d->marks[b->at] & BAD_MARKS)
			continue;
		beside[b->node]++;
		if (parent != HTML_NONE)
			beside[parent]++;
	}
	return beside;
}

static bool is_alone(const struct doc *d, const struct block *b, const uint32_t *beside)
{
	uint32_t parent = d->tree.nodes[b->node].parent;
	return beside[b->node] < 2 && (parent == HTML_NONE || beside[parent] < 2);
}

static double worth(const struct doc *d, const struct block *b, const uint32_t *beside)
{
	if (d->marks[b->at] & BAD_MARKS)
		return -COST_OF_MARKED;
	double share = (double)b->linked / (double)(b->text.n ? b->text.n : 1);
	if (b->is_prose) {
		double size = (double)b->characters * (1 - share);
		size *= is_alone(d, b, beside) ? WORTH_ALONE : 1;
		return size < MOST_OF_ONE ? size : MOST_OF_ONE;
	}
	if (share > 0.5)
		return -COST_OF_LINK;
	return b->kind == BLOCK_HEADING || d->marks[b->at] & MARK_HINT ? 0 : -COST_OF_LABEL;
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

static bool is_hint(const struct doc *d, uint32_t at)
{
	const struct html_node *n = &d->tree.nodes[at];
	return n->kind == HTML_ELEMENT && d->marks[at] & MARK_HINT &&
		!(n->parent != HTML_NONE && d->marks[n->parent] & MARK_HINT);
}

/* The one <article> below the element that has an h1 or nearly all of its text; the element itself
 * when there is none. */
static uint32_t titled_article(const struct doc *d, const struct sums *s, uint32_t node)
{
	double all = sum_below(d, s->good, node);
	uint32_t end = d->tree.nodes[node].end, titled = node;
	size_t titles = 0;
	for (uint32_t i = node + 1; i < end; i++) {
		if (!html_is(&d->tree.nodes[i], "article"))
			continue;
		double good = sum_below(d, s->good, i);
		if (good >= MOST_OF_ARTICLE * all)
			return i;
		bool has_h1 = html_find(&d->tree, i, d->tree.nodes[i].end, "h1") != HTML_NONE;
		titles += has_h1;
		if (has_h1 && good >= LEAST_TITLED)
			titled = i;
		i = d->tree.nodes[i].end - 1;
	}
	return titles == 1 ? titled : node;
}

/* Where the page says that its text is, when that is one place: around the chosen element, or
 * within it. The element itself otherwise. */
static uint32_t follow_hint(const struct doc *d, const struct sums *s, uint32_t node)
{
	double all = sum_below(d, s->good, node);
	uint32_t found = node;
	size_t places = 0;
	for (uint32_t up = node; up != 0 && up != HTML_NONE; up = d->tree.nodes[up].parent)
		if (is_hint(d, up))
			return up;
	for (uint32_t i = node; i < d->tree.nodes[node].end; i++) {
		double good = is_hint(d, i) ? sum_below(d, s->good, i) : 0;
		places += good >= LEAST_OF_HINT * all && good > 0;
		if (good >= MOST_OF_HINT * all)
			found = i;
	}
	if (places == 1 && found != node)
		return found;
	return titled_article(d, s, node);
}

/* From the element of most worth down to the one part that holds nearly all of it. */
static uint32_t tighten(const struct doc *d, const struct sums *s, uint32_t node)
{
	uint32_t hint = follow_hint(d, s, node);
	if (hint != node)
		return hint;
	double all = sum_below(d, s->good, node);
	for (uint32_t i = d->tree.nodes[node].first_child; i != HTML_NONE;) {
		bool holds_most =
			d->tree.nodes[i].kind == HTML_ELEMENT && sum_below(d, s->good, i) >= MOST_OF_BODY * all;
		node = holds_most ? i : node;
		i = holds_most ? d->tree.nodes[i].first_child : d->tree.nodes[i].next;
	}
	return node;
}

static bool is_mostly_links(const struct block *b)
{
	return b->linked * 2 > b->text.n;
}

/* A short line that stands among the paragraphs: a <p> or an item of a list right beside one. */
static bool is_beside(const struct doc *d, const struct block *b, const struct block *prose)
{
	const struct html_node *nodes = d->tree.nodes;
	uint32_t around = nodes[prose->node].parent, at = b->node;
	if (html_is(&nodes[at], "p") || prose->node == at)
		return prose->node == at || nodes[at].parent == around;
	return html_is(&nodes[at], "li") && nodes[at].parent != HTML_NONE &&
		nodes[nodes[at].parent].parent == around;
}

struct reach {
	size_t first, end;              /* the blocks of the chosen element */
	size_t first_prose, last_prose; /* of them; first_prose == end when there is none */
	size_t run_end;                 /* behind the short lines that follow the last prose */
};

/* Takes the running text. */
static struct reach take_prose(struct doc *d, size_t first, size_t end)
{
	struct reach r = {.first = first, .end = end, .first_prose = end, .last_prose = first};
	for (size_t i = first; i < end; i++) {
		struct block *b = &d->blocks.items[i];
		bool is_line = b->characters < SHORT_LINE && furniture_is_line(b->text);
		b->is_taken = b->is_prose && !is_line && !(d->marks[b->at] & BAD_MARKS);
		if (!b->is_taken)
			continue;
		r.last_prose = i;
		r.first_prose = r.first_prose == end ? i : r.first_prose;
	}
	r.run_end = r.last_prose + 1;
	while (r.first_prose < end && r.run_end < end &&
		is_beside(d, &d->blocks.items[r.run_end], &d->blocks.items[r.last_prose]))
		r.run_end++;
	return r;
}

/* Whether a line that is no running text belongs to it by where it stands. */
static bool is_in_place(const struct doc *d, const struct reach *r, size_t i)
{
	const struct block *b = &d->blocks.items[i];
	bool is_sentence = b->ends_sentence && b->stops > 0;
	if (r->first_prose == r->end)
		return is_sentence;
	if (i < r->first_prose)
		return is_sentence || is_beside(d, b, &d->blocks.items[r->first_prose]);
	bool is_hinted =
		d->marks[b->at] & MARK_HINT && b->kind != BLOCK_CELL && b->linked * 3 < b->text.n;
	return i < r->last_prose || is_hinted || i < r->run_end || is_sentence;
}

/* Running text is taken, and what stands between it: headings before text, items, short lines. */
static void take_blocks(struct doc *d, size_t first, size_t end)
{
	const struct reach r = take_prose(d, first, end);
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
			b->is_taken = is_text_ahead && i > r.first_prose;
			is_text_ahead = false;
			continue;
		}
		b->is_taken = is_in_place(d, &r, i);
		is_text_ahead |= b->is_taken;
	}
}

/* A line that asks the reader to write or follow. One that says who the author is stays. */
static bool is_contact(struct str text)
{
	static const char *const starts[] = {"follow", "email", "e-mail", "reach", "contact",
		"write to", "have a ", "got a ", "folgen sie", "suivez", "sigue "};
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (str_starts_nocase(text, str_c(starts[i])))
			return str_find_char(text, '@', 0) != STR_NONE ||
				str_find(text, STR("http"), 0) != STR_NONE;
	return false;
}

/* "(Reporting by A; editing by B)", "A contributed to this report." */
static bool is_team_credit(struct str text)
{
	return str_find_nocase(text, STR("contributed to this"), 0) != STR_NONE ||
		str_starts_nocase(text, STR("(reporting by")) ||
		str_starts_nocase(text, STR("reporting by")) || str_starts_nocase(text, STR("(writing by"));
}

/* What ends a text without belonging to it: lists of links, ways to reach the author, who else
 * worked on it, and headings that are then left over. */
static void trim_tail(struct doc *d, size_t first, size_t end)
{
	for (size_t i = end; i-- > first;) {
		struct block *b = &d->blocks.items[i];
		if (!b->is_taken)
			continue;
		bool is_short = b->characters < SHORT_TAIL;
		bool is_link_item = b->kind == BLOCK_ITEM && b->linked * 10 > b->text.n * 3;
		bool is_label = !b->ends_sentence && b->characters < 60 && b->kind == BLOCK_TEXT &&
			str_starts_nocase(b->text, STR("more "));
		bool is_credit = is_short && is_team_credit(b->text);
		bool is_foreign = is_link_item || is_label || is_credit || b->kind == BLOCK_HEADING ||
			(is_short && is_contact(b->text)) || furniture_is_line(b->text) ||
			(is_short && state_is_wall(b->text));
		if (!is_foreign)
			return;
		b->is_taken = false;
	}
}

size_t body_choose(struct doc *d)
{
	size_t characters = 0;
	struct arena scratch = {0};
	struct sums s = {.all = ARENA_ARRAY(&scratch, double, d->blocks.n + 1),
		.good = ARENA_ARRAY(&scratch, double, d->blocks.n + 1)};
	const uint32_t *beside = count_beside(&scratch, d);
	for (size_t i = 0; i < d->blocks.n; i++) {
		double value = worth(d, &d->blocks.items[i], beside);
		s.all[i + 1] = s.all[i] + value;
		s.good[i + 1] = s.good[i] + (value > 0 ? value : 0);
	}
	uint32_t node = most_worth(d, &s);
	if (node) {
		size_t first, end;
		blocks_below(d, tighten(d, &s, node), &first, &end);
		take_blocks(d, first, end);
		trim_tail(d, first, end);
	}
	arena_free(&scratch);
	for (size_t i = 0; i < d->blocks.n; i++)
		characters += d->blocks.items[i].is_taken ? d->blocks.items[i].characters : 0;
	return characters;
}

/* ---- Writing ---- */

struct writer {
	struct arena *a;
	struct buf text;
	struct {
		struct paragraph *items;
		size_t n, capacity;
	} paragraphs;
	struct map seen; /* paragraphs that are long enough to be no accident */
};

static void add_paragraph(struct writer *w, struct str text, struct span_vec ranges)
{
	bool is_new = true;
	/* One question may be asked of many. */
	if (text.n > LEAST_REPEATED && !str_ends(text, STR("?")))
		(void)map_put(&w->seen, text, &is_new);
	if (!is_new || w->text.n + text.n + 2 > w->text.max)
		return;
	if (w->text.n)
		buf_add_c(&w->text, "\n\n");
	*VEC_ADD(w->a, &w->paragraphs) = (struct paragraph){
		.text = {w->text.n, text.n}, .ranges = ranges.items, .range_count = ranges.n};
	buf_add(&w->text, text);
}

/* What begins a correction note, and is all there is of its heading. */
static const char *const correction_words[] = {"correction", "corrections", "corrected",
	"clarification", "erratum", "berichtigung", "korrektur", "richtigstellung", "rectificatif",
	"correcci\xc3\xb3n", "fe de errores", "correzione", "rettifica", "errata corrige",
	"corre\xc3\xa7\xc3\xa3o", "rectificatie", "correctie", "sprostowanie", "d\xc3\xbczeltme",
	"\xd0\xb8\xd1\x81\xd0\xbf\xd1\x80\xd0\xb0\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5",
	"\xd0\x98\xd1\x81\xd0\xbf\xd1\x80\xd0\xb0\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5",
	"\xd0\xa3\xd1\x82\xd0\xbe\xd1\x87\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5",
	"\xd0\x92\xd0\xb8\xd0\xbf\xd1\x80\xd0\xb0\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xbd\xd1\x8f"};

static bool is_correction(const struct doc *d, const struct block *b)
{
	if (d->marks[b->at] & MARK_CORRECTION)
		return true;
	for (size_t i = 0; i < sizeof(correction_words) / sizeof(correction_words[0]); i++) {
		struct str word = str_c(correction_words[i]);
		if (!str_starts_nocase(b->text, word))
			continue;
		struct str rest = str_from(b->text, word.n);
		if (!rest.n || rest.p[0] == ':' || str_starts(rest, STR(" (")) ||
			str_starts(rest, STR(" \xe2\x80\x94")) || str_starts(rest, STR(" \xe2\x80\x93")))
			return true;
	}
	return false;
}

/* Takes correction notes out of the text; a heading that announces one takes the paragraph behind
 * it along. */
static struct str take_corrections(struct doc *d)
{
	struct str_vec notes = {0};
	for (size_t i = 0; i < d->blocks.n; i++) {
		struct block *b = &d->blocks.items[i];
		bool is_near = b->is_taken || d->marks[b->at] & MARK_CORRECTION;
		if (!is_near || !is_correction(d, b))
			continue;
		bool is_heading = b->characters < 40;
		b->is_taken = false;
		if (!is_heading)
			*VEC_ADD(d->a, &notes) = b->text;
		else if (i + 1 < d->blocks.n && d->blocks.items[i + 1].is_prose) {
			*VEC_ADD(d->a, &notes) = d->blocks.items[i + 1].text;
			d->blocks.items[++i].is_taken = false;
		}
	}
	return str_join(d->a, notes.items, notes.n, STR("\n"));
}

/* The lines before the first paragraph that say again what is kept elsewhere. */
static bool repeats_fields(struct doc *d, const struct block *b, const struct page *out)
{
	struct str line = compact(d->a, b->text);
	struct str title = compact(d->a, out->title), author = compact(d->a, out->author);
	if (title.n && str_eq(line, title))
		return true;
	if (b->is_prose)
		return false;
	bool is_byline =
		author.n >= 5 && str_find(line, author, 0) != STR_NONE && line.n < author.n + 40;
	bool is_date = b->characters < 60 && b->stops == 0 && when_is_known(date_read(b->text));
	bool begins_with_date = when_is_known(date_read(utf8_cut(b->text, DATE_AT_START)));
	return is_byline || is_date || begins_with_date;
}

/* The text that JSON-LD gives, when the page shows much less of it. */
static void write_linked_data(struct writer *w, struct str body)
{
	struct str rest = body;
	while (rest.p) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		if (line.n)
			add_paragraph(w, html_to_text(w->a, line), (struct span_vec){0});
	}
}

static struct str plain_body(struct arena *a, struct str body)
{
	bool has_markup =
		str_find(body, STR("</"), 0) != STR_NONE || str_find(body, STR("<br"), 0) != STR_NONE;
	return has_markup ? html_to_text(a, body) : html_decode_entities(a, body);
}

void body_write(struct doc *d, const struct witnesses *w, struct page *out)
{
	struct writer writer = {.a = d->a, .text = BUF(LIMIT_TEXT), .seen = map_new(d->a)};
	out->correction = take_corrections(d);
	bool is_at_start = true;
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		if (!b->is_taken || (is_at_start && repeats_fields(d, b, out)))
			continue;
		is_at_start &= !b->is_prose;
		add_paragraph(&writer, b->text, b->ranges);
	}
	struct str body = plain_body(d->a, w->ld_body);
	if (body.n >= LEAST_LINKED_DATA && body.n * 2 > writer.text.n * 3) {
		buf_clear(&writer.text);
		writer.paragraphs.n = 0;
		writer.seen = map_new(d->a);
		write_linked_data(&writer, body);
	}
	out->text = str_dup(d->a, buf_str(&writer.text));
	out->paragraphs = writer.paragraphs.items;
	out->paragraph_count = writer.paragraphs.n;
	buf_free(&writer.text);
}
