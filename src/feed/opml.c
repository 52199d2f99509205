#include "feed/feed.h"

#include "feed/value.h"
#include "feed/xml.h"

struct opml_list {
	struct opml_feed *items;
	size_t n, capacity;
};

#define GROUPS 32       /* nested; deeper ones make no group */
#define GROUP_TITLE 100 /* bytes of one in a path */

/* Titles of the outlines that are open, for the group. */
struct opml_groups {
	struct str titles[GROUPS];
	size_t depths[GROUPS]; /* in the document */
	size_t n;
};

/* A '/' in a title would make two groups of one. */
static struct str group_name(struct arena *a, struct str title)
{
	return str_trim(utf8_cut(str_replace(a, title, STR("/"), STR("-")), GROUP_TITLE));
}

/* An outline with an address is a feed (some writers leave out type="rss"), one without a group. */
static void take_outline(
	struct arena *a, struct xml *x, struct opml_groups *groups, struct opml_list *list)
{
	while (groups->n && groups->depths[groups->n - 1] >= x->depth)
		groups->n--;
	struct str title = value_squeezed(a, xml_attribute(x, "title"));
	if (title.n == 0)
		title = value_squeezed(a, xml_attribute(x, "text"));
	struct str address = xml_attribute(x, "xmlurl");
	if (address.n == 0) {
		if (groups->n == GROUPS)
			return;
		groups->titles[groups->n] = group_name(a, title);
		groups->depths[groups->n++] = x->depth;
		return;
	}
	struct str url = url_resolve(a, x->element.base, address);
	if (url.n == 0)
		return;
	struct str_vec path = {0};
	for (size_t i = 0; i < groups->n; i++)
		if (groups->titles[i].n)
			*VEC_ADD(a, &path) = groups->titles[i];
	*VEC_ADD(a, list) = (struct opml_feed){
		.url = url,
		.title = title,
		.site = value_link(a, x->element.base, xml_attribute(x, "htmlurl")),
		.group = str_join(a, path.items, path.n, STR("/")),
	};
}

bool opml_parse(
	struct arena *a, struct str bytes, struct opml_feed **feeds, size_t *count, struct err *err)
{
	struct str charset;
	struct xml *x = xml_new(a, text_decode(a, bytes, STR(""), TEXT_XML, &charset), STR(""));
	struct opml_groups *groups = ARENA_NEW(a, struct opml_groups);
	struct opml_list list = {0};
	bool is_opml = false;
	for (enum xml_event event; (event = xml_next(x)) != XML_END && list.n < LIMIT_ENTRIES;) {
		if (event != XML_OPEN)
			continue;
		if (str_eq_nocase(x->element.local, STR("opml")))
			is_opml = true;
		else if (is_opml && str_eq_nocase(x->element.local, STR("outline")))
			take_outline(a, x, groups, &list);
	}
	xml_free(x);
	*feeds = list.items;
	*count = list.n;
	return is_opml || err_set(err, ERR_INPUT, "not an OPML file: it has no <opml> element");
}

/* ---- Writing ---- */

static void put_attribute(struct buf *out, const char *name, struct str value)
{
	if (value.n == 0)
		return;
	buf_addf(out, " %s=\"", name);
	buf_add_escaped(out, value);
	buf_add_char(out, '"');
}

static void put_indent(struct buf *out, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		buf_add_c(out, "  ");
}

/* The length of what two groups have in common, in whole parts. */
static size_t common_length(struct str a, struct str b)
{
	size_t common = 0;
	for (size_t i = 0; i <= a.n && i <= b.n; i++) {
		bool a_ends = i == a.n || a.p[i] == '/', b_ends = i == b.n || b.p[i] == '/';
		if (a_ends && b_ends)
			common = i;
		if (i == a.n || i == b.n || a.p[i] != b.p[i])
			break;
	}
	return common;
}

static size_t depth_of(struct str group)
{
	size_t depth = group.n > 0;
	for (size_t i = 0; i < group.n; i++)
		depth += group.p[i] == '/';
	return depth;
}

/* Closes and opens outlines so that `to` is open in place of `from`. */
static void change_group(struct buf *out, struct str from, struct str to)
{
	size_t common = common_length(from, to);
	size_t depth = depth_of(str_sub(from, 0, common));
	for (size_t i = depth_of(from); i > depth; i--) {
		put_indent(out, i + 1);
		buf_add_c(out, "</outline>\n");
	}
	struct str rest = str_from(to, common ? common + 1 : 0);
	while (rest.n) {
		struct str part = str_cut(&rest, '/');
		put_indent(out, ++depth + 1);
		buf_add_c(out, "<outline");
		put_attribute(out, "text", part);
		buf_add_c(out, ">\n");
	}
}

void opml_write(struct buf *out, struct str title, const struct opml_feed *feeds, size_t count)
{
	buf_add_c(
		out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n  <head><title>");
	buf_add_escaped(out, title);
	buf_add_c(out, "</title></head>\n  <body>\n");
	struct str group = {0};
	for (size_t i = 0; i < count; i++) {
		const struct opml_feed *f = &feeds[i];
		change_group(out, group, f->group);
		group = f->group;
		put_indent(out, depth_of(group) + 2);
		buf_add_c(out, "<outline type=\"rss\"");
		put_attribute(out, "text", f->title.n ? f->title : f->url);
		put_attribute(out, "title", f->title);
		put_attribute(out, "xmlUrl", f->url);
		put_attribute(out, "htmlUrl", f->site);
		buf_add_c(out, "/>\n");
	}
	change_group(out, group, STR(""));
	buf_add_c(out, "  </body>\n</opml>\n");
}
