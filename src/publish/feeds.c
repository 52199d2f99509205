/* The feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 of the desk, and of each tag.
 * Every item begins with the label, since a reader may meet it here first. */
#include "publish/render.h"

#define FEED_ITEMS 30
#define EPOCH STR("1970-01-01T00:00:00Z") /* Atom asks for a date; before the first story */

/* What is being written: items, newest first. */
struct feed_list {
	struct edition *e;
	const size_t *articles;
	size_t n;
	struct str title, path; /* of the feed's file */
	struct str page;        /* that it goes with */
	bool has_content;       /* else summaries alone */
};

/* ---- names and addresses ---- */

/* Where a page of the site is: absolute, or relative to the feed's own file. */
static struct str page_url(const struct feed_list *feed, struct str path)
{
	struct edition *e = feed->e;
	if (e->site->base_url.n)
		return absolute_url(e, path);
	struct sheet p = page_start(e, feed->path, e->site->language);
	bool is_folder = path.n == 0 || str_ends(path, STR("/"));
	return str_format(
		e->a, "%.*s%.*s%s", STR_ARG(p.up), STR_ARG(path), is_folder ? "index.html" : "");
}

/* A name for ever: the address, or a tag URI (RFC 4151) when the site has none yet. */
static struct str stable_id(struct edition *e, struct str path)
{
	if (e->site->base_url.n)
		return absolute_url(e, path);
	struct str desk = tag_slug(e->a, e->site->title);
	if (desk.n == 0)
		desk = hash_name(e->a, e->site->title);
	return str_format(e->a, "tag:wireproof.invalid,2026:%.*s/%.*s", STR_ARG(desk), STR_ARG(path));
}

static struct str story_path(struct edition *e, const struct view *view)
{
	return str_format(e->a, "stories/%.*s/", STR_ARG(view->article->story));
}

static bool is_withdrawn(const struct view *view)
{
	return view->article->state == ARTICLE_WITHDRAWN;
}

/* ---- the text of an item, as HTML ---- */

static void add_summary(struct buf *b, const struct edition *e, const struct view *view)
{
	struct str standfirst = standfirst_text(e->a, view);
	if (!is_withdrawn(view)) {
		buf_add_c(b, "<p><strong>");
		add_label_writer(b, view);
		buf_add_c(b, "</strong> ");
		add_label_sources(b, view);
		buf_add_c(b, "</p>");
	}
	for (size_t i = 0; i < view->article->correction_count && !is_withdrawn(view); i++) {
		buf_add_c(b, "<p><strong>");
		add_word(b, view->words, W_CORRECTION);
		buf_add_c(b, ":</strong> ");
		add_text(b, view->article->corrections[i].note);
		buf_add_c(b, "</p>");
	}
	if (standfirst.n) {
		buf_add_c(b, "<p>");
		if (is_withdrawn(view))
			add_word(b, view->words, W_REASON);
		add_text(b, standfirst);
		buf_add_c(b, "</p>");
	}
}

static void add_plain_sentence(
	struct buf *b, const struct edition *e, const struct view *view, size_t index)
{
	const struct note *note = &view->notes[index];
	if (note->is_left_out)
		return;
	buf_add_c(b, "<p>");
	add_text(b, note->sentence->text);
	for (size_t i = 0; i < note->sentence->cites.n && i < 2; i++) {
		const struct cite *cite = &note->sentence->cites.items[i];
		struct str url = passage_url(e->a, &view->article->reports[cite->report], cite->span);
		if (url.n == 0)
			continue;
		buf_add_c(b, " <a href=\"");
		add_text(b, url);
		buf_addf(b, "\">[%zu]</a>", cite->report + 1);
	}
	buf_add_c(b, "</p>");
}

static void add_sources(struct buf *b, const struct edition *e, const struct view *view)
{
	buf_add_c(b, "<ol>");
	for (size_t i = 0; i < view->article->report_count; i++) {
		const struct report *report = &view->article->reports[i];
		struct str url = report_url(e->a, report);
		buf_add_c(b, "<li>");
		if (url.n) {
			buf_add_c(b, "<a href=\"");
			add_text(b, url);
			buf_add_c(b, "\">");
		}
		add_word(b, view->words, W_READ_MORE_AT);
		add_text(b, report->outlet);
		buf_add_c(b, url.n ? "</a></li>" : "</li>");
	}
	buf_add_c(b, "</ol>");
}

static void add_content(struct buf *b, const struct edition *e, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	add_summary(b, e, view);
	if (is_withdrawn(view))
		return;
	for (size_t i = 0; i < draft->section_count; i++) {
		size_t first = section_start(draft, i);
		buf_add_c(b, "<h3>");
		add_word(b, view->words, (enum ui_word)draft->sections[i].kind);
		buf_add_c(b, "</h3>");
		for (size_t k = 0; k < draft->sections[i].sentence_count; k++)
			add_plain_sentence(b, e, view, first + k);
	}
	add_sources(b, e, view);
}

static struct str html_of(const struct edition *e, const struct view *view,
	void (*add)(struct buf *, const struct edition *, const struct view *))
{
	struct buf b = BUF(LIMIT_OUTPUT);
	add(&b, e, view);
	struct str html = str_dup(e->a, buf_str(&b));
	buf_free(&b);
	return html;
}

static struct when newest_change(const struct feed_list *feed)
{
	struct when newest = WHEN_UNKNOWN;
	for (size_t i = 0; i < feed->n; i++) {
		struct when changed = feed->e->views[feed->articles[i]].changed;
		if (!when_is_known(newest) || (when_is_known(changed) && changed.utc_s > newest.utc_s))
			newest = changed;
	}
	return newest;
}

/* ---- XML ---- */

static void add_element(struct buf *b, const char *name, struct str text)
{
	buf_addf(b, "<%s>", name);
	add_text(b, text);
	buf_addf(b, "</%s>\n", name);
}

static void add_outlets(
	struct buf *b, const struct view *view, const char *element, struct arena *a)
{
	struct map outlets = map_new(a);
	for (size_t i = 0; i < view->article->report_count; i++) {
		bool is_new;
		(void)map_put(&outlets, view->article->reports[i].outlet, &is_new);
		if (is_new)
			add_element(b, element, view->article->reports[i].outlet);
	}
}

static void add_rss_item(const struct feed_list *feed, const struct view *view)
{
	struct edition *e = feed->e;
	struct buf *b = &e->buf;
	struct str path = story_path(e, view);
	buf_add_c(b, "<item>\n");
	add_element(b, "title", headline_text(e->a, view));
	add_element(b, "link", page_url(feed, path));
	buf_addf(b, "<guid isPermaLink=\"%s\">", e->site->base_url.n ? "true" : "false");
	add_text(b, stable_id(e, path));
	buf_add_c(b, "</guid>\n");
	if (when_is_known(view->article->published))
		add_element(b, "pubDate", when_rfc5322(e->a, view->article->published));
	add_element(b, "description", html_of(e, view, add_summary));
	if (!is_withdrawn(view)) {
		if (feed->has_content)
			add_element(b, "content:encoded", html_of(e, view, add_content));
		add_outlets(b, view, "dc:source", e->a);
		for (size_t i = 0; i < view->article->draft.tag_count; i++)
			add_element(b, "category", view->article->draft.tags[i].name);
	}
	buf_add_c(b, "</item>\n");
}

static void render_rss(const struct feed_list *feed)
{
	struct edition *e = feed->e;
	struct buf *b = &e->buf;
	buf_add_c(b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
		"xmlns:atom=\"http://www.w3.org/2005/Atom\" "
		"xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
		"xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n");
	add_element(b, "title", feed->title);
	add_element(b, "link", page_url(feed, feed->page));
	add_element(b, "description", e->site->description.n ? e->site->description : feed->title);
	if (e->site->language.n)
		add_element(b, "language", e->site->language);
	add_element(b, "generator", STR("wireproof " WIREPROOF_VERSION));
	if (when_is_known(newest_change(feed)))
		add_element(b, "lastBuildDate", when_rfc5322(e->a, newest_change(feed)));
	if (e->site->base_url.n) {
		buf_add_c(b, "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
		add_text(b, absolute_url(e, feed->path));
		buf_add_c(b, "\"/>\n");
	}
	for (size_t i = 0; i < feed->n; i++)
		add_rss_item(feed, &e->views[feed->articles[i]]);
	buf_add_c(b, "</channel>\n</rss>\n");
	edition_add(e, feed->path);
}

/* ---- Atom ---- */

static void add_atom_link(struct buf *b, const char *rel, struct str url, struct str title)
{
	buf_addf(b, "<link rel=\"%s\" href=\"", rel);
	add_text(b, url);
	if (title.n) {
		buf_add_c(b, "\" title=\"");
		add_text(b, title);
	}
	buf_add_c(b, "\"/>\n");
}

static void add_atom_html(struct buf *b, const char *element, struct str html)
{
	buf_addf(b, "<%s type=\"html\">", element);
	add_text(b, html);
	buf_addf(b, "</%s>\n", element);
}

static struct str atom_time(struct edition *e, struct when when)
{
	/* RFC 4287 wants a full date-time. */
	when.is_day_only = false;
	return when_is_known(when) ? when_rfc3339(e->a, when) : EPOCH;
}

static void add_atom_sources(const struct feed_list *feed, const struct view *view)
{
	struct edition *e = feed->e;
	for (size_t i = 0; i < view->article->report_count; i++) {
		const struct report *report = &view->article->reports[i];
		struct str url = report_url(e->a, report);
		if (url.n)
			add_atom_link(&e->buf, "via", url, report->outlet);
	}
	add_atom_link(&e->buf, "related",
		page_url(feed, str_format(e->a, "%.*sproof.json", STR_ARG(story_path(e, view)))),
		str_c(word(view->words, W_PROOF)));
	for (size_t i = 0; i < view->article->draft.tag_count; i++) {
		buf_add_c(&e->buf, "<category term=\"");
		add_text(&e->buf, view->article->draft.tags[i].name);
		buf_add_c(&e->buf, "\"/>\n");
	}
}

static void add_atom_entry(const struct feed_list *feed, const struct view *view)
{
	struct edition *e = feed->e;
	struct buf *b = &e->buf;
	struct str path = story_path(e, view);
	buf_add_c(b, "<entry");
	if (view->article->draft.language.n) {
		buf_add_c(b, " xml:lang=\"");
		add_text(b, view->article->draft.language);
		buf_add_char(b, '"');
	}
	buf_add_c(b, ">\n");
	add_element(b, "title", headline_text(e->a, view));
	add_element(b, "id", stable_id(e, path));
	add_element(b, "updated", atom_time(e, view->changed));
	if (when_is_known(view->article->published))
		add_element(b, "published", atom_time(e, view->article->published));
	add_atom_link(b, "alternate", page_url(feed, path), (struct str){0});
	if (view->article->reviewed_by.n) {
		buf_add_c(b, "<contributor>");
		add_element(b, "name", view->article->reviewed_by);
		buf_add_c(b, "</contributor>\n");
	}
	if (!is_withdrawn(view))
		add_atom_sources(feed, view);
	add_atom_html(b, "summary", html_of(e, view, add_summary));
	if (feed->has_content && !is_withdrawn(view))
		add_atom_html(b, "content", html_of(e, view, add_content));
	buf_add_c(b, "</entry>\n");
}

static void render_atom(const struct feed_list *feed)
{
	struct edition *e = feed->e;
	struct buf *b = &e->buf;
	struct str author = e->site->publisher.n ? e->site->publisher : e->site->title;
	buf_add_c(b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
	add_element(b, "title", feed->title);
	add_element(b, "id", stable_id(e, feed->path));
	add_element(b, "updated", atom_time(e, newest_change(feed)));
	buf_add_c(b, "<author>");
	add_element(b, "name", author);
	buf_add_c(b, "</author>\n<generator>wireproof " WIREPROOF_VERSION "</generator>\n");
	add_atom_link(b, "self", page_url(feed, feed->path), (struct str){0});
	add_atom_link(b, "alternate", page_url(feed, feed->page), (struct str){0});
	for (size_t i = 0; i < feed->n; i++)
		add_atom_entry(feed, &e->views[feed->articles[i]]);
	buf_add_c(b, "</feed>\n");
	edition_add(e, feed->path);
}

/* ---- JSON Feed ---- */

static void put_extension(struct jw *w, const struct feed_list *feed, const struct view *view)
{
	struct edition *e = feed->e;
	jw_key(w, "_wireproof");
	jw_open(w, '{');
	jw_put_str(w, "state", is_withdrawn(view) ? STR("withdrawn") : STR("published"));
	jw_put_str(w, "proof_url",
		page_url(feed, str_format(e->a, "%.*sproof.json", STR_ARG(story_path(e, view)))));
	if (!is_withdrawn(view)) {
		jw_put_str(w, "label", label_text(e->a, view));
		jw_put_str(w, "digitalSourceType",
			str_format(e->a, "http://cv.iptc.org/newscodes/digitalsourcetype/%s",
				digital_source_type(view->article)));
		jw_key(w, "sources");
		jw_open(w, '[');
		for (size_t i = 0; i < view->article->report_count; i++) {
			const struct report *report = &view->article->reports[i];
			jw_open(w, '{');
			jw_put_str(w, "name", plain_text(e->a, report->outlet));
			jw_put_str_if(w, "url", report_url(e->a, report));
			jw_put_int(w, "sentences", (int64_t)view->cited[i]);
			jw_close(w, '}');
		}
		jw_close(w, ']');
	}
	jw_close(w, '}');
}

static void put_item(struct jw *w, const struct feed_list *feed, const struct view *view)
{
	struct edition *e = feed->e;
	struct str path = story_path(e, view);
	jw_open(w, '{');
	jw_put_str(w, "id", stable_id(e, path));
	jw_put_str(w, "url", page_url(feed, path));
	jw_put_str(w, "title", headline_text(e->a, view));
	jw_put_str(w, "content_html", html_of(e, view, feed->has_content ? add_content : add_summary));
	jw_put_str_if(w, "summary", standfirst_text(e->a, view));
	if (when_is_known(view->article->published))
		jw_put_str(w, "date_published", atom_time(e, view->article->published));
	if (when_is_known(view->changed))
		jw_put_str(w, "date_modified", atom_time(e, view->changed));
	jw_put_str_if(w, "language", view->article->draft.language);
	if (!is_withdrawn(view)) {
		jw_key(w, "tags");
		jw_open(w, '[');
		for (size_t i = 0; i < view->article->draft.tag_count; i++)
			jw_str(w, plain_text(e->a, view->article->draft.tags[i].name));
		jw_close(w, ']');
	}
	put_extension(w, feed, view);
	jw_close(w, '}');
}

static void render_json_feed(const struct feed_list *feed)
{
	struct edition *e = feed->e;
	struct jw w = {.buf = &e->buf, .indent = 3};
	jw_open(&w, '{');
	jw_put_str(&w, "version", STR("https://jsonfeed.org/version/1.1"));
	jw_put_str(&w, "title", plain_text(e->a, feed->title));
	jw_put_str(&w, "home_page_url", page_url(feed, feed->page));
	jw_put_str_if(&w, "feed_url", absolute_url(e, feed->path));
	jw_put_str_if(&w, "description", plain_text(e->a, e->site->description));
	jw_put_str_if(&w, "language", e->site->language);
	jw_key(&w, "authors");
	jw_open(&w, '[');
	jw_open(&w, '{');
	jw_put_str(
		&w, "name", plain_text(e->a, e->site->publisher.n ? e->site->publisher : e->site->title));
	jw_close(&w, '}');
	jw_close(&w, ']');
	jw_key(&w, "items");
	jw_open(&w, '[');
	for (size_t i = 0; i < feed->n; i++)
		put_item(&w, feed, &e->views[feed->articles[i]]);
	jw_close(&w, ']');
	jw_close(&w, '}');
	buf_add_char(&e->buf, '\n');
	edition_add(e, feed->path);
}

/* ---- all of them ---- */

static void render_formats(struct feed_list feed, struct str folder)
{
	struct edition *e = feed.e;
	feed.path = str_format(e->keep, "%.*sfeed.rss", STR_ARG(folder));
	render_rss(&feed);
	feed.path = str_format(e->keep, "%.*sfeed.atom", STR_ARG(folder));
	render_atom(&feed);
	feed.path = str_format(e->keep, "%.*sfeed.json", STR_ARG(folder));
	render_json_feed(&feed);
}

/* What was merged into another story is told there. */
static struct feed_list list_of(struct edition *e, const size_t *articles, size_t n)
{
	size_t *newest = ARENA_ARRAY(e->keep, size_t, FEED_ITEMS);
	struct feed_list feed = {.e = e, .articles = newest};
	for (size_t i = 0; i < n && feed.n < FEED_ITEMS; i++) {
		size_t article = articles ? articles[i] : i;
		if (e->site->articles[article].merged_into.n == 0)
			newest[feed.n++] = article;
	}
	return feed;
}

void render_feeds(struct edition *e)
{
	for (size_t i = 0; i < e->tags.n; i++) {
		const struct tag_page *tag = &e->tags.items[i];
		if (tag->published_count == 0)
			continue;
		struct feed_list feed = list_of(e, tag->articles, tag->article_count);
		feed.page = str_format(e->keep, "tags/%.*s/", STR_ARG(tag->slug));
		feed.title =
			str_format(e->keep, "%.*s · %.*s", STR_ARG(tag->name), STR_ARG(e->site->title));
		render_formats(feed, feed.page);
	}
	struct feed_list desk = list_of(e, NULL, e->site->article_count);
	desk.title = e->site->title;
	desk.has_content = true;
	render_formats(desk, STR(""));
}
