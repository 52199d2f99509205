#include "page/parts.h"

#define MOST_BEFORE_HEADLINE 20 /* nodes before the headline that may hold its date */
#define MOST_BEFORE_TEXT 200    /* nodes before the text, when there is no headline */
#define LONGEST_LINE 100        /* characters of a line that is a date and little else */
#define LONGEST_NOTE 300        /* characters of a line that says when the page was published */
#define MOST_NODES 40           /* of an element that holds a date */
#define MAX_ELEMENTS 1000       /* that may hold the date */
#define MOST_LINES 24           /* between a date and the text */
#define MOST_SCRIPT 200000      /* bytes of a script that is searched */
#define MOST_HOURS 14           /* between UTC and a place */

static struct when first_date(const struct witnesses *w, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct when when = date_read(witness_meta(w, names[i]));
		if (when_is_known(when))
			return when;
	}
	return WHEN_UNKNOWN;
}

static struct when date_from_list(const struct str_vec *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct when when = date_read(list->items[i]);
		if (when_is_known(when))
			return when;
	}
	return WHEN_UNKNOWN;
}

/* ---- Elements ---- */

static struct when date_of_element(struct doc *d, uint32_t at)
{
	static const char *const attributes[] = {"datetime", "content", "data-datetime", "title"};
	const struct html_node *n = &d->tree.nodes[at];
	for (size_t i = 0; i < 4; i++) {
		struct str value = html_attribute(n, attributes[i]);
		struct when when = value.n ? date_read(value) : WHEN_UNKNOWN;
		if (when_is_known(when))
			return when;
	}
	struct str text = n->end < at + MOST_NODES ? html_text(d->a, &d->tree, at) : STR("");
	return text.n < 120 ? date_read(text) : WHEN_UNKNOWN;
}

/* What a name says of an element that may hold a date. */
enum { NAMED_PUBLISHED = 1, NAMED_CHANGED = 2, NAMED_DATE = 4, NAMED_VAGUELY = 8 };

static unsigned look_at_name(struct str value)
{
	static const struct name_part parts[] = {{STR_CONST("datepublished"), NAMED_PUBLISHED},
		{STR_CONST("datecreated"), NAMED_PUBLISHED}, {STR_CONST("modified"), NAMED_CHANGED},
		{STR_CONST("updated"), NAMED_CHANGED}, {STR_CONST("lastmod"), NAMED_CHANGED},
		{STR_CONST("publish"), NAMED_DATE}, {STR_CONST("pubdate"), NAMED_DATE},
		{STR_CONST("pub-date"), NAMED_DATE}, {STR_CONST("post-date"), NAMED_DATE},
		{STR_CONST("entry-date"), NAMED_DATE}, {STR_CONST("post-created"), NAMED_DATE},
		{STR_CONST("date"), NAMED_VAGUELY}, {STR_CONST("datum"), NAMED_VAGUELY},
		{STR_CONST("time"), NAMED_VAGUELY}, {STR_CONST("byline"), NAMED_VAGUELY},
		{STR_CONST("meta"), NAMED_VAGUELY}, {STR_CONST("fecha"), NAMED_VAGUELY},
		{STR_CONST("data"), NAMED_VAGUELY}};
	return parts_in(value, parts, sizeof(parts) / sizeof(parts[0]));
}

/* How likely an element gives the day of publication: 0 = not at all. */
static int date_rank(const struct doc *d, struct arena *a, struct memo *memo, uint32_t at)
{
	const struct html_node *n = &d->tree.nodes[at];
	bool is_away = d->marks[at] & MARK_FURNITURE, is_time = html_is(n, "time");
	if (!n->attribute_count)
		return is_time ? is_away ? 1 : 4 : 0;
	unsigned itemprop = memo_look(a, memo, html_attribute(n, "itemprop"), look_at_name),
			 class = memo_look(a, memo, html_attribute(n, "class"), look_at_name),
			 id = memo_look(a, memo, html_attribute(n, "id"), look_at_name),
			 property = memo_look(a, memo, html_attribute(n, "property"), look_at_name);
	if ((itemprop | property) & NAMED_PUBLISHED)
		return 5;
	if (html_is(n, "body") || html_is(n, "html") || html_is(n, "meta") ||
		(itemprop | class) & NAMED_CHANGED)
		return 0;
	if (is_time)
		return is_away ? 1 : html_has_attribute(n, "pubdate") ? 5 : 4;
	if ((class | id) & NAMED_DATE)
		return is_away ? 1 : 3;
	return !is_away && (class | id) & NAMED_VAGUELY ? 2 : 0;
}

struct candidate {
	uint32_t at;
	int rank;
};
struct candidate_vec {
	struct candidate *items;
	size_t n, capacity;
};

static struct candidate_vec find_candidates(struct doc *d, struct arena *a)
{
	struct candidate_vec found = {0};
	struct memo memo = {0};
	for (uint32_t i = 1; i < d->tree.count && found.n < MAX_ELEMENTS; i++) {
		int rank = d->tree.nodes[i].kind == HTML_ELEMENT ? date_rank(d, a, &memo, i) : 0;
		if (rank)
			*VEC_ADD(a, &found) = (struct candidate){i, rank};
	}
	return found;
}

/* Where an article says when it was published: nodes around its headline, up to its second
 * paragraph, for the first may be its lead. */
struct zone {
	uint32_t from, end;
	size_t text; /* the block with which the text begins */
	bool has_h1;
};

static struct zone find_zone(const struct doc *d)
{
	struct zone z = {.end = d->tree.count, .text = d->blocks.n};
	uint32_t headline = HTML_NONE;
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		if (b->is_taken && b->is_prose) {
			z.end = b->at;
			if (z.text < d->blocks.n)
				break;
			z.text = i;
			continue;
		}
		if (b->kind == BLOCK_HEADING &&
			(html_is(&d->tree.nodes[b->node], "h1") || headline == HTML_NONE ||
				!html_is(&d->tree.nodes[headline], "h1")))
			headline = b->node;
	}
	z.has_h1 = headline != HTML_NONE && html_is(&d->tree.nodes[headline], "h1");
	uint32_t before = headline == HTML_NONE ? MOST_BEFORE_TEXT : MOST_BEFORE_HEADLINE;
	uint32_t start = headline == HTML_NONE ? z.end : headline;
	z.from = start > before ? start - before : 0;
	return z;
}

static struct when date_from_candidates(
	struct doc *d, const struct candidate_vec *list, uint32_t from, uint32_t end, int least)
{
	for (int rank = 5; rank >= least; rank--)
		for (size_t i = 0; i < list->n; i++) {
			const struct candidate *c = &list->items[i];
			if (c->rank != rank || c->at < from || c->at >= end)
				continue;
			struct when when = date_of_element(d, c->at);
			if (when_is_known(when))
				return when;
		}
	return WHEN_UNKNOWN;
}

/* ---- Lines ---- */

/* Whether a line says when the page was changed, by its words or by what its element is called. */
static bool is_of_change(const struct doc *d, const struct block *b)
{
	static const char *const starts[] = {"updated", "last updated", "modified", "last modified",
		"aktualisiert", "letzte \xc3\x84nderung"};
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (str_starts_nocase(b->text, str_c(starts[i])))
			return true;
	for (uint32_t at = b->at; at != HTML_NONE; at = d->tree.nodes[at].parent) {
		if (look_at_name(html_attribute(&d->tree.nodes[at], "class")) & NAMED_CHANGED)
			return true;
		if (at == b->node)
			break;
	}
	return false;
}

/* A short line with a date, the nearest to the beginning of the text. */
static struct when date_from_lines(const struct doc *d, size_t first)
{
	for (size_t far = 1; far < MOST_LINES; far++) {
		for (int side = 0; side < 2; side++) {
			size_t i = side ? first + far : first - far;
			if (side ? i >= d->blocks.n : far > first)
				continue;
			const struct block *b = &d->blocks.items[i];
			if (b->characters >= LONGEST_LINE || b->is_prose)
				continue;
			struct when when = date_read(b->text);
			if (when_is_known(when) && !is_of_change(d, b))
				return when;
		}
	}
	return WHEN_UNKNOWN;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (char_is_digit(text.p[i]))
			return true;
	return false;
}

/* "Published on 27 May 2025" wherever it stands. */
static struct when date_from_notes(const struct doc *d)
{
	static const char *const words[] = {"published", "posted on", "veröffentlicht", "erschienen am",
		"erstellt am", "publi\xc3\xa9 le", "mis en ligne", "publicado", "pubblicato",
		"gepubliceerd", "opublikowan", "written by", "geschrieben von", "wurde am"};
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		if (b->characters > LONGEST_NOTE || !has_digit(b->text))
			continue;
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
			size_t at = str_find_nocase(b->text, str_c(words[k]), 0);
			if (at == STR_NONE)
				continue;
			struct when when = date_read(str_from(b->text, at));
			if (!when_is_known(when))
				when = date_read(b->text);
			if (when_is_known(when))
				return when;
		}
	}
	return WHEN_UNKNOWN;
}

/* "27.1.2022 - Quayham's pier ..." */
static struct when date_of_dateline(const struct doc *d, size_t first)
{
	struct when when = WHEN_UNKNOWN;
	for (size_t i = first; i < d->blocks.n && i < first + 3 && !when_is_known(when); i++)
		when = date_read(utf8_cut(d->blocks.items[i].text, 24));
	return when;
}

/* ---- Scripts ---- */

/* What a page tells its own scripts. */
static struct when date_from_scripts(const struct doc *d)
{
	static const char *const keys[] = {"datePublished\"", "publishedDate\"", "publishDate\"",
		"published_date\"", "publication_date", "publishdate'", "uploadDate\""};
	const struct html_tree *t = &d->tree;
	for (uint32_t i = 0; (i = html_find(t, i, t->count, "script")) != HTML_NONE; i++) {
		if (i + 1 >= t->nodes[i].end)
			continue;
		struct str script = str_sub(t->nodes[i + 1].text, 0, MOST_SCRIPT);
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
			size_t at = str_find(script, str_c(keys[k]), 0);
			struct str value =
				at == STR_NONE ? STR("") : utf8_cut(str_from(script, at + strlen(keys[k])), 32);
			struct when when = date_read(value);
			if (when_is_known(when))
				return when;
		}
	}
	return WHEN_UNKNOWN;
}

/* ---- All together ---- */

static const char *const published_metas[] = {"article:published_time", "article:published",
	"og:published_time", "datepublished", "publishdate", "publish-date", "publish_date", "pubdate",
	"date_published", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date",
	"article_date_original", "article:post_date", "originalpublicationdate",
	"cxenseparse:recs:publishtime", "bt:pubdate", "citation_publication_date", "displaydate",
	"rnews:datepublished"};
/* Some systems write here when a page was made or last saved. */
static const char *const vague_metas[] = {"dcterms.created", "dcterms.date", "dc.date.created",
	"dc.date", "date", "citation_date", "created"};
static const char *const modified_metas[] = {"article:modified_time", "og:updated_time",
	"datemodified", "dcterms.modified", "last-modified", "lastmod", "revised", "dc.date.modified"};
#define FIRST(w, names) first_date(w, names, sizeof(names) / sizeof((names)[0]))

static int64_t day_number(struct when w)
{
	int64_t local = w.utc_s + (int64_t)w.offset_min * 60;
	return (local - (local < 0 ? 86399 : 0)) / 86400;
}

/* A time that a page gives in UTC, in the time of the place: the day that the page shows or has in
 * its URL is the reader's day. Where that is the day before or after, the offset is the least whole
 * hour that leads there. */
static struct when in_local_time(struct when when, struct when shown)
{
	if (!when_is_known(when) || !when_is_known(shown) || when.is_day_only || when.offset_min != 0)
		return when;
	int64_t wanted = day_number(shown);
	if (wanted != day_number(when) - 1 && wanted != day_number(when) + 1)
		return when;
	int step = wanted < day_number(when) ? -60 : 60;
	struct when local = when;
	for (int hours = 1; hours <= MOST_HOURS; hours++) {
		local.offset_min += step;
		if (day_number(local) == wanted)
			return local;
	}
	return when;
}

/* A page that was saved or moved later often says so as its publication; what it shows, or has in
 * its URL, stays. */
static struct when not_after(struct when when, struct when shown)
{
	bool is_later =
		when_is_known(when) && when_is_known(shown) && day_number(when) > day_number(shown) + 1;
	return is_later ? shown : when;
}

static struct when first_known(const struct when *tries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (when_is_known(tries[i]))
			return tries[i];
	return WHEN_UNKNOWN;
}

/* What is left when the page names no day: in the order of how often it is right. */
static struct when find_elsewhere(struct doc *d, const struct witnesses *w,
	const struct candidate_vec *elements, const struct zone *z)
{
	struct when when = date_from_lines(d, z->text);
	if (!when_is_known(when))
		when = date_from_notes(d);
	if (!when_is_known(when))
		when = date_from_candidates(d, elements, 0, d->tree.count, 2);
	if (!when_is_known(when))
		when = date_in_url(witness_meta(w, "og:image"));
	if (!when_is_known(when))
		when = date_of_dateline(d, z->text);
	if (!when_is_known(when))
		when = date_from_scripts(d);
	if (!when_is_known(when))
		when = date_from_candidates(d, elements, 0, d->tree.count, 1);
	return when;
}

void dates_settle(struct doc *d, const struct witnesses *w, struct page *out)
{
	struct arena scratch = {0};
	const struct candidate_vec elements = find_candidates(d, &scratch);
	const struct zone z = find_zone(d);
	struct when modified = date_from_list(&w->ld_modified);
	out->modified = when_is_known(modified) ? modified : FIRST(w, modified_metas);
	struct when shown = date_from_candidates(d, &elements, z.from, z.end, 1);
	struct when in_url = date_in_url(out->url.n ? out->url : w->canonical);
	const struct when tries[] = {date_from_list(&w->ld_published), FIRST(w, published_metas), shown,
		FIRST(w, vague_metas), in_url};
	out->published = first_known(tries, sizeof(tries) / sizeof(tries[0]));
	if (!when_is_known(out->published))
		out->published = find_elsewhere(d, w, &elements, &z);
	if (!when_is_known(out->published))
		out->published = out->modified;
	out->published = not_after(out->published, in_url);
	if (z.has_h1)
		out->published =
			not_after(out->published, date_from_candidates(d, &elements, z.from, z.end, 4));
	struct when day = when_is_known(in_url) ? in_url : shown;
	out->published =
		in_local_time(out->published, when_is_known(day) ? day : date_from_lines(d, z.text));
	if (when_is_known(out->modified) && out->published.utc_s > out->modified.utc_s)
		out->modified = WHEN_UNKNOWN;
	arena_free(&scratch);
}
