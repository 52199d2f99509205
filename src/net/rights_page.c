/* What a page and the header it came with say about its use. */
#include "net/net.h"

#include "html/html.h"

#define HEAD_MAX ((size_t)128 << 10) /* bytes in which a page's <head> is looked for */

static void add_reservation(struct arena *a, struct str kind, struct str value, struct str policy,
	struct str place, struct signal_vec *signals)
{
	if (value.n == 0 && policy.n == 0)
		return;
	struct str raw = str_format(a, "tdm-reservation: %.*s%s%.*s", STR_ARG(value),
		policy.n ? ", tdm-policy: " : "", STR_ARG(policy));
	rights_add(a, signals, kind, place, raw)->says[USE_MODEL] =
		str_eq(str_trim(value), STR("1")) ? -1 : 0;
}

/* ---- Header ---- */

/* The URLs of a Link header (RFC 8288) that name an RSL licence. */
static void read_links(struct arena *a, struct str links, struct str base, struct str place,
	struct signal_vec *signals)
{
	while (links.n) {
		size_t open = str_find_char(links, '<', 0);
		if (open == STR_NONE)
			return;
		links = str_from(links, open + 1);
		struct str target = str_cut(&links, '>');
		size_t next = str_find(links, STR(",<"), 0), spaced = str_find(links, STR(", <"), 0);
		size_t end = next < spaced ? next : spaced;
		struct str parameters = str_sub(links, 0, end == STR_NONE ? links.n : end);
		if (str_find_nocase(parameters, STR("license"), 0) != STR_NONE &&
			str_find_nocase(parameters, STR("application/rsl+xml"), 0) != STR_NONE)
			(void)rights_add(a, signals, STR("RSL"), place, url_resolve(a, base, target));
		links = str_from(links, parameters.n);
	}
}

void rights_read_header(struct arena *a, const struct net_reply *reply, struct signal_vec *signals)
{
	struct str place = str_format(a, "header of %.*s", STR_ARG(reply->url));
	rights_read_tags(a, STR("X-Robots-Tag"), reply->robots_tag, place, signals);
	rights_read_usage(a, STR("Content-Signal"), reply->content_signal, place, signals);
	rights_read_usage(a, STR("Content-Usage"), reply->content_usage, place, signals);
	add_reservation(a, STR("TDMRep"), reply->tdm_reservation, reply->tdm_policy, place, signals);
	read_links(a, reply->link, reply->url, place, signals);
}

/* ---- Page ---- */

static bool is_licence_link(const struct html_node *node)
{
	return html_is(node, "link") &&
		str_find_nocase(html_attribute(node, "rel"), STR("license"), 0) != STR_NONE &&
		str_find_nocase(html_attribute(node, "type"), STR("application/rsl+xml"), 0) != STR_NONE;
}

void rights_read_page(struct arena *a, struct str bytes, struct str url, struct signal_vec *signals)
{
	size_t body = str_find_nocase(str_sub(bytes, 0, HEAD_MAX), STR("<body"), 0);
	struct str charset, reservation = {0}, policy = {0};
	struct arena scratch = {0};
	struct html_tree tree;
	bytes = str_sub(bytes, 0, body == STR_NONE ? HEAD_MAX : body);
	if (!html_parse(
			&scratch, text_decode(&scratch, bytes, STR(""), TEXT_HTML, &charset), &tree, NULL))
		tree.count = 0;
	for (uint32_t i = 0; i < tree.count; i++) {
		const struct html_node *node = &tree.nodes[i];
		if (is_licence_link(node)) {
			struct str licence = url_resolve(a, url, html_attribute(node, "href"));
			(void)rights_add(a, signals, STR("RSL"), url, licence);
		}
		if (!html_is(node, "meta"))
			continue;
		struct str name = html_attribute(node, "name"), content = html_attribute(node, "content");
		if (str_eq_nocase(name, STR("robots")) || str_eq_nocase(name, STR("wireproof")))
			rights_read_tags(a, STR("meta robots"), content, url, signals);
		else if (str_eq_nocase(name, STR("tdm-reservation")))
			reservation = content;
		else if (str_eq_nocase(name, STR("tdm-policy")))
			policy = content;
	}
	add_reservation(a, STR("TDMRep"), reservation, policy, url, signals);
	arena_free(&scratch);
}
