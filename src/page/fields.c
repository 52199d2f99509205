#include "page/parts.h"

static const char *const separators[] = {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
	" :: ", " \xc2\xbb ", " \xc2\xb7 ", " \xe2\x80\xa2 ", " / ", " \xc2\xab ", ": "};

#define LONGEST_TITLE 600 /* bytes; what is longer is no headline */
#define LONGEST_NAME 200  /* bytes of a site's name */
#define MAX_TITLES 16     /* each is compared with each */

/* ---- Title ---- */

/* The page's own words for the title, and what each is worth. */
struct title {
	struct str text;
	int votes;
};
struct title_vec {
	struct title *items;
	size_t n, capacity;
};

/* Whether a part of a title is the site's name: it is the host's, or one the page gives itself. */
static bool is_site_name(struct arena *a, struct str part, const struct str *names, size_t count)
{
	struct str wanted = compact(a, part);
	if (wanted.n < 2)
		return wanted.n == 0;
	for (size_t i = 0; i < count; i++) {
		struct str name = compact(a, names[i]);
		if (name.n >= 3 &&
			(str_eq(name, wanted) ||
				(str_find(wanted, name, 0) != STR_NONE && utf8_count(part) < 40)))
			return true;
		if (wanted.n >= 4 && str_find(name, wanted, 0) != STR_NONE)
			return true;
	}
	return false;
}

/* Without the site's name at either end. */
static struct str without_site(
	struct arena *a, struct str title, const struct str *names, size_t count)
{
	for (int round = 0; round < 3; round++) {
		size_t before = title.n;
		for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
			struct str separator = str_c(separators[i]);
			size_t first = str_find(title, separator, 0), last = first, next;
			if (first == STR_NONE)
				continue;
			while ((next = str_find(title, separator, last + 1)) != STR_NONE)
				last = next;
			if (is_site_name(a, str_from(title, last + separator.n), names, count))
				title = str_trim(str_sub(title, 0, last));
			else if (is_site_name(a, str_sub(title, 0, first), names, count))
				title = str_trim(str_from(title, first + separator.n));
		}
		if (title.n == before)
			break;
	}
	return title;
}

static void add_title(struct arena *a, struct title_vec *titles, struct str text, int votes)
{
	if (titles->n == MAX_TITLES)
		return;
	text = html_to_text(a, utf8_cut(str_trim(text), LONGEST_TITLE));
	if (text.n)
		*VEC_ADD(a, titles) =
			(struct title){.text = str_replace(a, text, STR("\n"), STR(" ")), .votes = votes};
}

/* Parts of the <title> that may be the headline when the site's name is not known. */
static bool is_part_of(struct arena *a, struct str part, struct str whole)
{
	struct str p = compact(a, part), w = compact(a, whole);
	return p.n >= 8 && (str_starts(w, p) || str_ends(w, p));
}

/* Whether a title is the site's name and nothing else. */
static bool is_own_name(struct arena *a, struct str title, const struct str *names, size_t count)
{
	struct str wanted = compact(a, title);
	for (size_t i = 0; i < count; i++)
		if (names[i].n && str_eq(compact(a, names[i]), wanted))
			return true;
	return false;
}

/* Headings before the text that the <title> says too: the headline of a page whose h1 is its name.
 */
static void add_headings(struct doc *d, struct title_vec *titles, struct str title)
{
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		if (b->is_taken && b->is_prose)
			return;
		if (b->kind == BLOCK_HEADING && is_part_of(d->a, b->text, title))
			add_title(d->a, titles, b->text, 3);
	}
}

static struct str settle_title(
	struct doc *d, const struct witnesses *w, const struct str *names, size_t count)
{
	struct title_vec titles = {0};
	add_title(d->a, &titles, w->headline, 4);
	add_title(d->a, &titles, w->h1, 4);
	add_title(d->a, &titles, witness_meta(w, "og:title"), 3);
	add_title(d->a, &titles, witness_meta(w, "headline"), 2);
	add_title(d->a, &titles, w->title, 1);
	add_title(d->a, &titles, witness_meta(w, "twitter:title"), 1);
	add_headings(d, &titles, w->title);
	for (size_t i = 0; i < titles.n; i++) {
		titles.items[i].text = without_site(d->a, titles.items[i].text, names, count);
		if (is_own_name(d->a, titles.items[i].text, names, count))
			titles.items[i].votes = 0;
	}
	struct str best = {0};
	int most = -1;
	for (size_t i = 0; i < titles.n; i++) {
		int votes = titles.items[i].votes ? 0 : -100;
		for (size_t k = 0; k < titles.n; k++) {
			if (str_eq(compact(d->a, titles.items[i].text), compact(d->a, titles.items[k].text)))
				votes += titles.items[k].votes * 2;
			else if (is_part_of(d->a, titles.items[i].text, titles.items[k].text))
				votes += titles.items[k].votes;
		}
		if (votes > most) {
			most = votes;
			best = titles.items[i].text;
		}
	}
	return best;
}

/* ---- Dates ---- */

static bool is_later_than(struct when a, struct when b)
{
	return when_is_known(a) && when_is_known(b) && a.utc_s > b.utc_s;
}

static struct when first_date(const struct witnesses *w, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct when when = date_read(witness_meta(w, names[i]));
		if (when_is_known(when))
			return when;
	}
	return WHEN_UNKNOWN;
}

static struct when date_of_element(struct doc *d, uint32_t at)
{
	static const char *const attributes[] = {"datetime", "content", "data-datetime", "title"};
	const struct html_node *n = &d->tree.nodes[at];
	for (size_t i = 0; i < 4; i++) {
		struct when when = date_read(html_attribute(n, attributes[i]));
		if (when_is_known(when))
			return when;
	}
	struct str text = n->end < at + 40 ? html_text(d->a, &d->tree, at) : STR("");
	return text.n < 120 ? date_read(text) : WHEN_UNKNOWN;
}

static bool has(struct str value, const char *part)
{
	return str_find_nocase(value, str_c(part), 0) != STR_NONE;
}

/* How likely an element gives the day of publication: 0 = not at all. */
static int date_rank(const struct doc *d, uint32_t at)
{
	const struct html_node *n = &d->tree.nodes[at];
	struct str itemprop = html_attribute(n, "itemprop"), class = html_attribute(n, "class"),
			   id = html_attribute(n, "id");
	if (has(itemprop, "datePublished"))
		return 5;
	if (has(itemprop, "dateModified") || has(class, "modified") || has(class, "updated-on") ||
		html_is(n, "body") || html_is(n, "html"))
		return 0;
	bool is_away = d->marks[at] & MARK_FURNITURE;
	if (html_is(n, "time"))
		return is_away ? 1 : html_has_attribute(n, "pubdate") ? 5 : 4;
	if (has(class, "publish") || has(class, "pubdate") || has(class, "pub-date") ||
		has(class, "post-date") || has(class, "entry-date") || has(id, "publish"))
		return is_away ? 1 : 3;
	bool is_named = has(class, "date") || has(id, "date") || has(class, "datum") ||
		has(class, "time") || has(class, "byline") || has(class, "meta");
	return is_named && !is_away ? 2 : 0;
}

static struct when date_from_elements(struct doc *d)
{
	for (int rank = 5; rank > 0; rank--)
		for (uint32_t i = 1; i < d->tree.count; i++) {
			if (d->tree.nodes[i].kind != HTML_ELEMENT || date_rank(d, i) != rank)
				continue;
			struct when when = date_of_element(d, i);
			if (when_is_known(when))
				return when;
		}
	return WHEN_UNKNOWN;
}

/* A short line with a date, the nearest to the beginning of the text. */
static struct when date_from_lines(const struct doc *d)
{
	size_t first = 0;
	while (first < d->blocks.n &&
		!(d->blocks.items[first].is_taken && d->blocks.items[first].is_prose))
		first++;
	for (size_t far = 1; far < 12; far++) {
		for (int side = 0; side < 2; side++) {
			size_t i = side ? first + far : first - far;
			if (side ? i >= d->blocks.n : far > first)
				continue;
			const struct block *b = &d->blocks.items[i];
			struct when when =
				b->characters < 100 && !b->is_prose ? date_read(b->text) : WHEN_UNKNOWN;
			if (when_is_known(when))
				return when;
		}
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

static void settle_dates(struct doc *d, const struct witnesses *w, struct page *out)
{
	static const char *const published[] = {"article:published_time", "article:published",
		"og:published_time", "datepublished", "publishdate", "publish-date", "publish_date",
		"pubdate", "date_published", "dc.date.issued", "dcterms.issued", "dcterms.created",
		"dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date",
		"article_date_original", "article:post_date", "originalpublicationdate",
		"cxenseparse:recs:publishtime", "bt:pubdate", "dc.date", "date",
		"citation_publication_date", "citation_date", "displaydate", "rnews:datepublished",
		"created"};
	static const char *const modified[] = {"article:modified_time", "og:updated_time",
		"datemodified", "dcterms.modified", "last-modified", "lastmod", "revised",
		"dc.date.modified"};
	out->published = date_from_list(&w->ld_published);
	if (!when_is_known(out->published))
		out->published = first_date(w, published, sizeof(published) / sizeof(published[0]));
	struct when in_url = date_in_url(out->url.n ? out->url : w->canonical);
	if (!when_is_known(out->published))
		out->published = date_from_elements(d);
	if (!when_is_known(out->published))
		out->published = in_url;
	if (!when_is_known(out->published))
		out->published = date_from_lines(d);
	out->modified = date_from_list(&w->ld_modified);
	if (!when_is_known(out->modified))
		out->modified = first_date(w, modified, sizeof(modified) / sizeof(modified[0]));
	if (!when_is_known(out->published))
		out->published = out->modified;
	if (is_later_than(out->published, out->modified))
		out->modified = WHEN_UNKNOWN;
}

/* ---- The rest ---- */

/* The part of a host that names the site: "x" of www.x.example. */
static struct str host_name(struct str host)
{
	size_t dot = str_rfind_char(host, '.');
	struct str name = dot == STR_NONE ? host : str_sub(host, 0, dot);
	while ((dot = str_find_char(name, '.', 0)) != STR_NONE && name.n - dot - 1 > 3)
		name = str_from(name, dot + 1);
	dot = str_find_char(name, '.', 0);
	return dot == STR_NONE ? name : str_sub(name, 0, dot);
}

/* A canonical URL counts when it is on the same site, and no front page for an article. */
static struct str settle_canonical(struct doc *d, const struct witnesses *w, struct str url)
{
	const struct str tries[] = {w->canonical, witness_meta(w, "og:url")};
	struct url page, other;
	bool has_page = url_parse(d->a, url, &page, NULL);
	for (size_t i = 0; i < 2; i++) {
		struct str absolute = url_resolve(d->a, url, tries[i]);
		if (!tries[i].n || !url_parse(d->a, absolute, &other, NULL))
			continue;
		if (!has_page)
			return absolute;
		bool is_near = str_eq(host_name(page.host), host_name(other.host));
		bool is_front = other.path.n <= 1 && page.path.n > 1;
		if (is_near && !is_front)
			return absolute;
	}
	return url;
}

static struct str first_said(const struct str *tries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (tries[i].n)
			return tries[i];
	return STR("");
}

static struct str settle_language(struct doc *d, const struct witnesses *w)
{
	const struct str tries[] = {w->lang, witness_meta(w, "content-language"),
		witness_meta(w, "og:locale"), w->ld_language, witness_meta(w, "language"),
		witness_meta(w, "dc.language")};
	struct str said = text_language_code(d->a, first_said(tries, sizeof(tries) / sizeof(tries[0])));
	if (said.n == 2)
		return said;
	struct buf sample = BUF(LIMIT_TEXT);
	for (size_t i = 0; i < d->blocks.n && sample.n < 4000; i++) {
		if (d->blocks.items[i].is_taken)
			buf_add(&sample, d->blocks.items[i].text);
		buf_add_char(&sample, '\n');
	}
	struct str language = str_dup(d->a, text_language(buf_str(&sample), said));
	buf_free(&sample);
	return language;
}

void fields_settle(struct doc *d, const struct witnesses *w, struct page *out)
{
	const struct str sites[] = {witness_meta(w, "og:site_name"), w->ld_publisher, w->ld_site,
		witness_meta(w, "application-name"), witness_meta(w, "publisher")};
	struct str names[6];
	const struct str images[] = {witness_meta(w, "og:image"), witness_meta(w, "og:image:url"),
		witness_meta(w, "twitter:image"), w->ld_image};
	out->canonical = settle_canonical(d, w, out->url);
	struct str base = out->url.n ? out->url : out->canonical;
	for (size_t i = 0; i < 5; i++)
		names[i] = utf8_cut(sites[i], LONGEST_NAME);
	names[5] = host_name(url_host(d->a, base));
	out->site = html_to_text(d->a, utf8_cut(first_said(sites, 5), LONGEST_NAME));
	out->image = url_resolve(d->a, base, first_said(images, sizeof(images) / sizeof(images[0])));
	out->title = settle_title(d, w, names, 6);
	out->author = author_settle(d, w, out->site.n ? out->site : names[5]);
	out->language = settle_language(d, w);
	settle_dates(d, w, out);
}
