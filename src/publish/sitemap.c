/* What search engines and feed readers look for: the site map (sitemaps.org), the one for news, and
 * the sources as OPML 2.0. A site map wants absolute addresses: without desk.base_url there is
 * none. */
#include "publish/render.h"

#define MAP_MOST 10000 /* addresses of one file; the protocol allows 50,000 */
#define NEWS_DAYS \
	2 /* before the newest change; older stories do not belong into a news site map \
	   */
#define NEWS_MOST 1000

static const char map_open[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
							   "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

bool is_unindexed(const struct edition *e, const struct view *view)
{
	const struct article *article = view->article;
	if (article->state != ARTICLE_PUBLISHED)
		return true;
	if (article->reviewed_by.n || e->site->noindex == NOINDEX_NONE)
		return false;
	return e->site->noindex == NOINDEX_UNREVIEWED || is_modelled(article);
}

static void add_tagged(struct buf *b, const char *name, struct str text)
{
	buf_addf(b, "<%s>", name);
	add_text(b, text);
	buf_addf(b, "</%s>", name);
}

static struct str story_url(struct edition *e, const struct view *view)
{
	return absolute_url(e, str_format(e->a, "stories/%.*s/", STR_ARG(view->article->story)));
}

static void add_address(struct edition *e, struct str url, struct when changed)
{
	buf_add_c(&e->buf, "<url>");
	add_tagged(&e->buf, "loc", url);
	if (when_is_known(changed))
		add_tagged(&e->buf, "lastmod", when_rfc3339(e->a, changed));
	buf_add_c(&e->buf, "</url>\n");
}

static void close_map(struct edition *e, struct str path)
{
	buf_add_c(&e->buf, "</urlset>\n");
	edition_add(e, path);
}

/* Stories by the month of their publication, so that the maps of old months keep their bytes. */
static size_t render_part(
	struct edition *e, const struct shelf *month, size_t from, struct str path)
{
	size_t n = 0, i = from;
	buf_addf(&e->buf, "%s>\n", map_open);
	for (; i < month->n && n < MAP_MOST; i++) {
		const struct view *view = &e->views[month->articles[i]];
		if (is_unindexed(e, view))
			continue;
		add_address(e, story_url(e, view), view->changed);
		n++;
	}
	close_map(e, path);
	return i;
}

static void render_pages_map(struct edition *e)
{
	static const char *const pages[] = {"", "tags/", "archive/", "about/", "corrections/", "data/"};
	buf_addf(&e->buf, "%s>\n", map_open);
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		add_address(e, absolute_url(e, str_c(pages[i])), WHEN_UNKNOWN);
	close_map(e, STR("sitemap-pages.xml"));
}

static void render_maps(struct edition *e)
{
	struct shelves months = {0};
	struct str_vec paths = {0};
	shelves_collect(e, sizeof("2025-05") - 1, &months);
	render_pages_map(e);
	*VEC_ADD(e->keep, &paths) = STR("sitemap-pages.xml");
	for (size_t i = 0; i < months.n; i++)
		for (size_t at = 0, part = 1; at < months.items[i].n; part++) {
			struct str path =
				str_format(e->keep, "sitemap-%.*s-%zu.xml", STR_ARG(months.items[i].name), part);
			at = render_part(e, &months.items[i], at, path);
			*VEC_ADD(e->keep, &paths) = path;
		}
	buf_add_c(&e->buf,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < paths.n; i++) {
		buf_add_c(&e->buf, "<sitemap>");
		add_tagged(&e->buf, "loc", absolute_url(e, paths.items[i]));
		buf_add_c(&e->buf, "</sitemap>\n");
	}
	buf_add_c(&e->buf, "</sitemapindex>\n");
	edition_add(e, STR("sitemap.xml"));
}

static void add_news(struct edition *e, const struct view *view)
{
	struct buf *b = &e->buf;
	struct str language = view->article->draft.language;
	buf_add_c(b, "<url>");
	add_tagged(b, "loc", story_url(e, view));
	buf_add_c(b, "<news:news><news:publication>");
	add_tagged(b, "news:name", e->site->title);
	add_tagged(b, "news:language", language.n ? language : e->site->language);
	buf_add_c(b, "</news:publication>");
	add_tagged(b, "news:publication_date", when_rfc3339(e->a, view->article->published));
	add_tagged(b, "news:title", headline_text(e->a, view));
	buf_add_c(b, "</news:news></url>\n");
}

static void render_news_map(struct edition *e)
{
	size_t n = 0;
	buf_addf(
		&e->buf, "%s xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n", map_open);
	for (size_t i = 0; i < e->site->article_count && n < NEWS_MOST; i++) {
		const struct view *view = &e->views[i];
		struct when published = view->article->published;
		if (is_unindexed(e, view) || !when_is_known(published) ||
			published.utc_s + NEWS_DAYS * DAY_S < e->changed.utc_s)
			continue;
		add_news(e, view);
		n++;
	}
	close_map(e, STR("sitemap-news.xml"));
}

static void add_attribute(struct buf *b, const char *name, struct str value)
{
	if (value.n == 0)
		return;
	buf_addf(b, " %s=\"", name);
	add_text(b, value);
	buf_add_char(b, '"');
}

static void render_opml(struct edition *e)
{
	struct buf *b = &e->buf;
	buf_add_c(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>");
	add_tagged(b, "title", e->site->title);
	buf_add_c(b, "</head>\n<body>\n");
	for (size_t i = 0; i < e->site->source_count && e->site->sources; i++) {
		const struct source *source = &e->site->sources[i];
		buf_add_c(b, "<outline type=\"rss\"");
		add_attribute(b, "text", source->name.n ? source->name : source->url);
		add_attribute(b, "xmlUrl", source->url);
		add_attribute(b, "htmlUrl", source->site);
		add_attribute(b, "language", source->language);
		add_attribute(b, "category", source->topic);
		buf_add_c(b, "/>\n");
	}
	buf_add_c(b, "</body>\n</opml>\n");
	edition_add(e, STR("sources.opml"));
}

/* ---- robots.txt ---- */

/* Search engines may list and quote; the outlets' words are not ours to give to those who train. */
static const char *const robots[] = {
	[ROBOTS_SEARCH] = "# Pages show short extracts of other outlets' reports.\n"
					  "User-agent: *\n"
					  "Content-Signal: search=yes, ai-train=no\n"
					  "Content-Usage: train-ai=n\n"
					  "Allow: /\n",
	[ROBOTS_ALL] = "User-agent: *\nAllow: /\n",
	[ROBOTS_NONE] = "User-agent: *\nDisallow: /\n",
};

static void render_robots(struct edition *e)
{
	buf_add_c(&e->buf, robots[e->site->robots]);
	if (e->site->base_url.n && e->site->robots != ROBOTS_NONE)
		for (int i = 0; i < 2; i++) {
			buf_add_c(&e->buf, i ? "Sitemap: " : "\nSitemap: ");
			buf_add(&e->buf, absolute_url(e, i ? STR("sitemap-news.xml") : STR("sitemap.xml")));
			buf_add_char(&e->buf, '\n');
		}
	edition_add(e, STR("robots.txt"));
}

void render_maps_and_robots(struct edition *e)
{
	if (e->site->base_url.n) {
		render_maps(e);
		render_news_map(e);
	}
	render_opml(e);
	render_robots(e);
}
