#include "page/parts.h"

#define MOST_BEFORE 14 /* blocks before the text in which its lead is looked for */
/* Characters. What is shorter is the headline's second line, which is no part of the text; a
 * heading is one for longer, and what nothing names must be a paragraph of some weight. */
#define LEAST_LEAD 120
#define LEAST_HEADING 180
#define LEAST_UNNAMED 280
#define MOST_LEAD 1200       /* characters */
#define LEAST_AGREED 24      /* bytes, compact, that make two texts one */
#define LEVELS_OF_NAME 3     /* elements from the block up whose names are looked at */
#define LONGEST_SUMMARY 4000 /* bytes of a description that is compared */

/* What pages call the paragraph between the headline and the text. */
static const char *const names[] = {"lead", "lede", "leadin", "leadtext", "intro", "introtext",
	"introduction", "standfirst", "subtitle", "subheadline", "subheading", "subhead", "strapline",
	"teasertext", "vorspann", "excerpt", "dek", "deck", "summary", "chapo", "chapeau", "bajada",
	"entradilla", "sottotitolo", "sommario", "anleser", "ingress", "lid"};

/* Whether a word of an attribute, or the two around a mark, are one of the names. */
static bool names_lead(struct str value)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str name = str_c(names[i]);
		for (size_t at = 0; (at = str_find_nocase(value, name, at)) != STR_NONE; at++) {
			size_t end = at + name.n;
			bool begins = at == 0 || !char_is_alpha(value.p[at - 1]);
			bool ends = end == value.n || !char_is_alpha(value.p[end]);
			if (begins && ends)
				return true;
		}
	}
	return str_find_nocase(value, STR("teaser-text"), 0) != STR_NONE;
}

static bool is_named_lead(const struct doc *d, uint32_t at)
{
	for (int up = 0; up < LEVELS_OF_NAME && at != HTML_NONE && at != 0; up++) {
		const struct html_node *n = &d->tree.nodes[at];
		if (html_is(n, "body") || html_is(n, "main") || html_is(n, "article"))
			return false;
		if (names_lead(html_attribute(n, "class")) || names_lead(html_attribute(n, "id")) ||
			str_eq_nocase(html_attribute(n, "itemprop"), STR("description")))
			return true;
		at = n->parent;
	}
	return false;
}

/* Whether one begins as the other, for a description is often cut. */
static bool agrees(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	n = n > 60 ? 60 : n;
	return n >= LEAST_AGREED && memcmp(a.p, b.p, n) == 0;
}

static bool is_below(const struct doc *d, uint32_t at, const char *name)
{
	for (; at != HTML_NONE && at != 0; at = d->tree.nodes[at].parent)
		if (html_is(&d->tree.nodes[at], name))
			return true;
	return false;
}

static bool can_be_lead(const struct doc *d, const struct block *b)
{
	static const char *const elsewhere[] = {"figure", "figcaption", "nav", "aside"};
	size_t least = b->kind == BLOCK_HEADING ? LEAST_HEADING : LEAST_LEAD;
	if (b->characters < least || b->characters > MOST_LEAD || b->linked * 3 > b->text.n ||
		furniture_is_line(b->text) || state_is_wall(b->text) || d->marks[b->at] & MARK_CORRECTION)
		return false;
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++)
		if (is_below(d, b->node, elsewhere[i]))
			return false;
	return true;
}

/* The block of the headline that is nearest before `first`; `first` when there is none near. */
static size_t headline_before(const struct doc *d, size_t first)
{
	for (size_t i = first; i-- > 0 && i + MOST_BEFORE >= first;)
		if (d->blocks.items[i].kind == BLOCK_HEADING && is_below(d, d->blocks.items[i].node, "h1"))
			return i;
	return first;
}

/* Whether the text says it already, near its beginning. */
static bool is_repeated(struct doc *d, struct str lead, size_t first)
{
	for (size_t i = first, seen = 0; i < d->blocks.n && seen < 4; i++) {
		if (!d->blocks.items[i].is_taken)
			continue;
		seen++;
		if (agrees(lead, compact(d->a, d->blocks.items[i].text)))
			return true;
	}
	return false;
}

static void collect_summaries(struct doc *d, const struct witnesses *w, struct str *out, size_t n)
{
	const struct str said[] = {w->ld_description, witness_meta(w, "og:description"),
		witness_meta(w, "description"), witness_meta(w, "twitter:description")};
	for (size_t i = 0; i < n; i++)
		out[i] = compact(d->a, html_decode_entities(d->a, utf8_cut(said[i], LONGEST_SUMMARY)));
}

static bool looks_like_lead(const struct doc *d, const struct block *b, bool has_headline)
{
	if (d->marks[b->at] & MARK_FURNITURE || b->kind == BLOCK_CAPTION)
		return false;
	if (is_named_lead(d, b->node))
		return true;
	bool is_paragraph = html_is(&d->tree.nodes[b->node], "p") || b->kind == BLOCK_HEADING;
	return has_headline && is_paragraph && b->is_prose && b->characters >= LEAST_UNNAMED;
}

void lead_take(struct doc *d, const struct witnesses *w)
{
	struct str summaries[4];
	size_t first = 0;
	while (first < d->blocks.n && !d->blocks.items[first].is_taken)
		first++;
	if (first == d->blocks.n)
		return;
	collect_summaries(d, w, summaries, 4);
	size_t headline = headline_before(d, first);
	size_t from = headline < first ? headline + 1 : first > MOST_BEFORE ? first - MOST_BEFORE : 0;
	for (size_t i = from; i < first; i++) {
		struct block *b = &d->blocks.items[i];
		if (!can_be_lead(d, b))
			continue;
		struct str text = compact(d->a, b->text);
		bool is_said = false;
		for (size_t k = 0; k < 4; k++)
			is_said |= agrees(text, summaries[k]);
		if ((is_said || looks_like_lead(d, b, headline < first)) && !is_repeated(d, text, first))
			b->is_taken = true;
	}
}
