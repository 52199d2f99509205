#include "page/parts.h"

#define LONGEST_NAME 200  /* bytes of a site's name */
#define LEAST_HEADLINE 30 /* bytes of a headline that is taken for one */

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
	struct str sites[] = {witness_meta(w, "og:site_name"), w->ld_publisher, w->ld_site,
		witness_meta(w, "application-name"), witness_meta(w, "publisher")};
	struct str names[6];
	const struct str images[] = {witness_meta(w, "og:image"), witness_meta(w, "og:image:url"),
		witness_meta(w, "twitter:image"), w->ld_image};
	out->canonical = settle_canonical(d, w, out->url);
	struct str base = out->url.n ? out->url : out->canonical;
	for (size_t i = 0; i < 5; i++) {
		/* Some systems write the headline there. */
		if (sites[i].n > LEAST_HEADLINE && str_eq(sites[i], witness_meta(w, "og:title")))
			sites[i] = STR("");
		names[i] = utf8_cut(sites[i], LONGEST_NAME);
	}
	names[5] = host_name(url_host(d->a, base));
	out->site = html_to_text(d->a, utf8_cut(first_said(sites, 5), LONGEST_NAME));
	out->image = url_resolve(d->a, base, first_said(images, sizeof(images) / sizeof(images[0])));
	out->title = title_settle(d, w, names, 6);
	out->author = author_settle(d, w, out->site.n ? out->site : names[5]);
	out->language = settle_language(d, w);
	dates_settle(d, w, out);
}
