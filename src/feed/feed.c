#include "feed/feed.h"

#include "feed/formats.h"
#include "feed/value.h"

#define SNIFF ((size_t)1024) /* bytes that decide whether it is text at all */

/* First elements of HTML pages, whole or without their head. */
static const struct str html_names[] = {STR_CONST("html"), STR_CONST("head"), STR_CONST("body"),
	STR_CONST("title"), STR_CONST("meta"), STR_CONST("link"), STR_CONST("script"),
	STR_CONST("style"), STR_CONST("div"), STR_CONST("span"), STR_CONST("p"), STR_CONST("a"),
	STR_CONST("b"), STR_CONST("br"), STR_CONST("h1"), STR_CONST("center"), STR_CONST("table"),
	STR_CONST("pre"), STR_CONST("noscript")};

static bool is_html_name(struct str name)
{
	for (size_t i = 0; i < sizeof(html_names) / sizeof(html_names[0]); i++)
		if (str_eq_nocase(name, html_names[i]))
			return true;
	return false;
}

/* Text has next to no control bytes and few that could not be decoded. */
static bool is_binary(struct str text)
{
	struct str head = str_sub(text, 0, SNIFF);
	size_t odd = 0, points = 0;
	for (size_t at = 0; at < head.n; points++) {
		uint32_t point;
		at += utf8_decode(head, at, &point);
		odd += point == 0xFFFD || (point < ' ' && !char_is_space((char)point));
	}
	return odd * 10 > points;
}

static bool refuse_html(struct arena *a, const struct feed_text *in, struct err *err)
{
	struct str_vec feeds = feed_discover(a, in->text, in->base);
	if (feeds.n)
		return err_set(err, ERR_INPUT, "an HTML page, not a feed; the feed it names is %.*s",
			STR_ARG(utf8_cut(feeds.items[0], 150)));
	return err_set(err, ERR_INPUT,
		"an HTML page, not a feed, and it names none: look on the site for a link called RSS, "
		"Atom or feed");
}

static bool refuse(struct arena *a, const struct feed_text *in, struct str first, struct err *err)
{
	if (is_binary(in->text))
		return err_set(err, ERR_INPUT,
			"binary data, not a feed: check the address, or decompress the file first");
	if (is_html_name(first))
		return refuse_html(a, in, err);
	if (first.n == 0)
		return err_set(err, ERR_INPUT,
			"plain text, not a feed: it begins with \"%.*s\"; check the address",
			STR_ARG(value_plain(a, utf8_cut(in->text, 40))));
	if (str_eq_nocase(first, STR("opml")))
		return err_set(err, ERR_INPUT, "a list of feeds (OPML), not a feed: import it instead");
	if (str_eq_nocase(first, STR("urlset")) || str_eq_nocase(first, STR("sitemapindex")))
		return err_set(err, ERR_INPUT, "a site map, not a feed: look for the site's feed");
	return err_set(err, ERR_INPUT,
		"XML that is no feed: its first element is <%.*s>, not <rss>, <feed> or <rdf:RDF>",
		STR_ARG(utf8_cut(first, 40)));
}

bool feed_parse(struct arena *a, const struct feed_input *in, struct feed *out, struct err *err)
{
	*out = (struct feed){.updated = WHEN_UNKNOWN};
	struct str charset, base = in->url;
	struct feed_text text = {.text = text_decode(a, in->bytes, in->charset, TEXT_XML, &charset)};
	/* RFC 3986 section 5.1: the representation's own address before that of the request. */
	if (in->content_location.n)
		base = url_resolve(a, in->url, in->content_location);
	text.base = base.n ? base : in->url;
	struct str start = str_trim(text.text);
	if (start.n == 0)
		return err_set(err, ERR_INPUT, "an empty document, not a feed: try again later");
	struct str first;
	if (start.p[0] == '{' || start.p[0] == '[') {
		text.text = start;
		if (!json_feed_parse(a, &text, out, err))
			return false;
	} else if (!xml_feed_parse(a, &text, out, &first)) {
		return refuse(a, &text, first, err);
	}
	if (out->language.n == 0)
		out->language = value_language(a, in->content_language);
	return true;
}

static void put_when(struct jw *w, const char *key, struct when when)
{
	struct arena scratch = {0};
	jw_put_str_if(w, key, when_rfc3339(&scratch, when));
	arena_free(&scratch);
}

/* Left out when it is empty. */
static void put_list(struct jw *w, const char *key, const struct str_vec *list)
{
	if (list->n == 0)
		return;
	jw_key(w, key);
	jw_open(w, '[');
	for (size_t i = 0; i < list->n; i++)
		jw_str(w, list->items[i]);
	jw_close(w, ']');
}

static void put_source(struct jw *w, const struct entry *e)
{
	if (e->source.n == 0 && e->source_link.n == 0)
		return;
	jw_key(w, "source");
	jw_open(w, '{');
	jw_put_str_if(w, "title", e->source);
	jw_put_str_if(w, "link", e->source_link);
	jw_close(w, '}');
}

static void put_enclosures(struct jw *w, const struct entry *e)
{
	jw_key(w, "enclosures");
	jw_open(w, '[');
	for (size_t i = 0; i < e->enclosure_count; i++) {
		jw_open(w, '{');
		jw_put_str(w, "url", e->enclosures[i].url);
		jw_put_str_if(w, "type", e->enclosures[i].type);
		if (e->enclosures[i].length >= 0)
			jw_put_int(w, "length", e->enclosures[i].length);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_entry(struct jw *w, const struct entry *e)
{
	jw_open(w, '{');
	jw_put_str_if(w, "id", e->id);
	jw_put_str_if(w, "title", e->title);
	jw_put_str_if(w, "link", e->link);
	put_when(w, "published", e->published);
	put_when(w, "updated", e->updated);
	jw_put_str_if(w, "author", e->author);
	jw_put_str_if(w, "summary", e->summary);
	jw_put_str_if(w, "content", e->content);
	jw_key(w, "categories");
	jw_open(w, '[');
	for (size_t i = 0; i < e->categories.n; i++)
		jw_str(w, e->categories.items[i]);
	jw_close(w, ']');
	put_enclosures(w, e);
	put_list(w, "contributors", &e->contributors);
	jw_put_str_if(w, "rights", e->rights);
	jw_put_str_if(w, "image", e->image);
	put_source(w, e);
	jw_close(w, '}');
}

void feed_put_json(struct jw *w, const struct feed *f)
{
	jw_open(w, '{');
	jw_put_str_if(w, "title", f->title);
	jw_put_str_if(w, "link", f->link);
	jw_put_str_if(w, "description", f->description);
	jw_put_str_if(w, "language", f->language);
	put_when(w, "updated", f->updated);
	jw_put_str_if(w, "rights", f->rights);
	jw_put_str_if(w, "image", f->image);
	jw_put_str_if(w, "hub", f->hub);
	jw_put_str_if(w, "self", f->self);
	put_list(w, "contributors", &f->contributors);
	put_list(w, "skipDays", &f->skip_days);
	put_list(w, "skipHours", &f->skip_hours);
	if (f->ttl_min)
		jw_put_int(w, "ttl", f->ttl_min);
	jw_key(w, "entries");
	jw_open(w, '[');
	for (size_t i = 0; i < f->entry_count; i++)
		put_entry(w, &f->entries[i]);
	jw_close(w, ']');
	if (f->left_out)
		jw_put_int(w, "left_out", (int64_t)f->left_out);
	jw_close(w, '}');
}
