#include "feed/feed.h"

#include "feed/value.h"

static bool is_feed_type(struct str type)
{
	static const struct str types[] = {STR_CONST("application/rss+xml"),
		STR_CONST("application/atom+xml"), STR_CONST("application/rdf+xml"),
		STR_CONST("application/feed+json")};
	struct str rest = type;
	type = str_trim(str_cut(&rest, ';'));
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_eq_nocase(type, types[i]))
			return true;
	return false;
}

/* application/json and XML types are too common to mean a feed unless the title says so. */
static bool is_likely_feed(const struct html_node *node)
{
	struct str type = html_attribute(node, "type"), title = html_attribute(node, "title");
	if (is_feed_type(type))
		return true;
	bool is_vague = str_eq_nocase(type, STR("application/json")) ||
		str_eq_nocase(type, STR("text/xml")) || str_eq_nocase(type, STR("application/xml"));
	return is_vague &&
		(str_find_nocase(title, STR("feed"), 0) != STR_NONE ||
			str_find_nocase(title, STR("rss"), 0) != STR_NONE);
}

static bool has_word(struct str list, struct str word)
{
	while (list.p) {
		list = str_trim(list);
		size_t end = 0;
		while (end < list.n && !char_is_space(list.p[end]))
			end++;
		if (str_eq_nocase(str_sub(list, 0, end), word))
			return true;
		if (end == list.n)
			return false;
		list = str_from(list, end);
	}
	return false;
}

struct str_vec feed_discover(struct arena *a, struct str html, struct str url)
{
	struct str_vec feeds = {0};
	struct arena scratch = {0};
	struct html_tree tree;
	struct str base = url;
	bool has_base = false;
	if (!html_parse(&scratch, html, &tree, NULL))
		tree.count = 0;
	for (uint32_t i = 0; i < tree.count; i++) {
		const struct html_node *node = &tree.nodes[i];
		struct str href = html_attribute(node, "href");
		if (!has_base && html_is(node, "base") && href.n) {
			struct str resolved = url_resolve(a, url, href);
			base = resolved.n ? resolved : url;
			has_base = true;
		}
		if (!html_is(node, "link") || href.n == 0)
			continue;
		struct str rel = html_attribute(node, "rel");
		if (has_word(rel, STR("feed")) || (has_word(rel, STR("alternate")) && is_likely_feed(node)))
			value_add(a, &feeds, str_dup(a, value_link(a, base, href)));
	}
	arena_free(&scratch);
	return feeds;
}
