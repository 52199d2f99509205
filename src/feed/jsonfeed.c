#include "feed/formats.h"

#include "feed/value.h"

#define JSON_MEMORY ((size_t)256 << 20) /* arena bytes after which the other items are left out */

/* A number where a string should be (version 1 allows "5" and 5 for an id). */
static struct str text_of(struct arena *a, const struct jv *object, const char *key)
{
	const struct jv *v = jv_get(object, key);
	if (v && v->type == JV_INTEGER)
		return str_format(a, "%lld", (long long)v->integer);
	return str_trim(jv_str(object, key));
}

static struct str html_of(
	struct arena *a, const struct jv *object, const char *key, const struct feed_text *in)
{
	return value_html(a, jv_str(object, key), in->base);
}

static struct str plain_of(struct arena *a, const struct jv *object, const char *key)
{
	return value_escaped(a, utf8_cut(str_trim(jv_str(object, key)), FEED_HTML_MAX));
}

static struct str link_of(
	struct arena *a, const struct jv *object, const char *key, const struct feed_text *in)
{
	return value_link(a, in->base, jv_str(object, key));
}

/* "authors" of version 1.1, "author" of version 1. */
static struct str authors_of(struct arena *a, const struct jv *object)
{
	struct str_vec names = {0};
	JV_EACH (author, jv_get(object, "authors"))
		value_add(a, &names, value_author(a, jv_str(author, "name")));
	if (names.n == 0)
		value_add(a, &names, value_author(a, jv_str(jv_get(object, "author"), "name")));
	return str_join(a, names.items, names.n, STR("; "));
}

static struct when date_of(const struct jv *object, const char *key)
{
	struct when when;
	return feed_parse_date(jv_str(object, key), &when) ? when : WHEN_UNKNOWN;
}

static void take_attachments(
	struct arena *a, const struct jv *item, const struct feed_text *in, struct entry *e)
{
	const struct jv *attachments = jv_get(item, "attachments");
	struct {
		struct enclosure *items;
		size_t n, capacity;
	} list = {0};
	JV_EACH (attachment, attachments) {
		struct str url = value_link(a, in->base, jv_str(attachment, "url"));
		if (url.n && list.n < FEED_LIST_MAX)
			*VEC_ADD(a, &list) = (struct enclosure){.url = url,
				.type = jv_str(attachment, "mime_type"),
				.length = jv_int(attachment, "size_in_bytes", -1)};
	}
	e->enclosures = list.items;
	e->enclosure_count = list.n;
}

static struct entry read_item(
	struct arena *a, const struct jv *item, const struct feed_text *in, struct str author)
{
	struct entry e = {
		.id = text_of(a, item, "id"),
		.title = plain_of(a, item, "title"),
		.link = link_of(a, item, "url", in),
		.image = link_of(a, item, "image", in),
		.author = authors_of(a, item),
		.summary = plain_of(a, item, "summary"),
		.content = html_of(a, item, "content_html", in),
		.published = date_of(item, "date_published"),
		.updated = date_of(item, "date_modified"),
	};
	if (e.link.n == 0)
		e.link = link_of(a, item, "external_url", in);
	if (e.image.n == 0)
		e.image = link_of(a, item, "banner_image", in);
	if (e.author.n == 0)
		e.author = author;
	if (e.content.n == 0)
		e.content = plain_of(a, item, "content_text");
	JV_EACH (tag, jv_get(item, "tags"))
		value_add(a, &e.categories, value_plain(a, tag->string));
	take_attachments(a, item, in, &e);
	return e;
}

bool json_feed_parse(struct arena *a, const struct feed_text *in, struct feed *out, struct err *err)
{
	struct jv root;
	if (!jv_parse(a, in->text, &root, err))
		return err_wrap(err, "looks like JSON");
	const struct jv *items = jv_get(&root, "items");
	if (str_find(jv_str(&root, "version"), STR("jsonfeed.org"), 0) == STR_NONE &&
		!(items && items->type == JV_ARRAY))
		return err_set(err, ERR_INPUT,
			"JSON that is no JSON Feed (neither \"version\" nor \"items\"): look for the feed's "
			"own address");
	*out = (struct feed){
		.title = plain_of(a, &root, "title"),
		.link = link_of(a, &root, "home_page_url", in),
		.image = link_of(a, &root, "icon", in),
		.self = link_of(a, &root, "feed_url", in),
		.description = plain_of(a, &root, "description"),
		.language = value_language(a, jv_str(&root, "language")),
		.updated = WHEN_UNKNOWN,
	};
	JV_EACH (hub, jv_get(&root, "hubs"))
		if (out->hub.n == 0)
			out->hub = link_of(a, hub, "url", in);
	size_t count = items && items->type == JV_ARRAY ? items->n : 0;
	size_t most = count < LIMIT_ENTRIES ? count : LIMIT_ENTRIES;
	out->entries = ARENA_ARRAY(a, struct entry, most);
	struct str author = authors_of(a, &root);
	for (size_t end = a->used + JSON_MEMORY; out->entry_count < most && a->used < end;) {
		size_t i = out->entry_count++;
		out->entries[i] = read_item(a, &items->items[i], in, author);
	}
	out->left_out = count - out->entry_count;
	return true;
}
