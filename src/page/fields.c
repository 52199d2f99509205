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
	dates_settle(d, w, out);
}
