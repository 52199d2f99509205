#include "page/parts.h"

struct str witness_meta(const struct witnesses *w, const char *name)
{
	for (size_t i = 0; i < w->metas.n; i++)
		if (str_eq(w->metas.items[i].name, str_c(name)))
			return w->metas.items[i].content;
	return STR("");
}

static void take_meta(struct doc *d, const struct html_node *n, struct witnesses *w)
{
	static const char *const attributes[] = {"property", "name", "itemprop", "http-equiv"};
	struct str content = str_trim(html_attribute(n, "content"));
	for (size_t i = 0; i < 4 && content.n; i++) {
		struct str name = html_attribute(n, attributes[i]);
		if (name.n)
			*VEC_ADD(d->a, &w->metas) =
				(struct meta){.name = str_lower(d->a, str_trim(name)), .content = content};
	}
}

static bool is_license(struct str rel)
{
	return str_eq_nocase(rel, STR("license")) || str_find_nocase(rel, STR("license "), 0) == 0;
}

static void take_link(const struct html_node *n, struct witnesses *w)
{
	struct str rel = html_attribute(n, "rel");
	if (!rel.n)
		return;
	struct str href = str_trim(html_attribute(n, "href"));
	if (!w->canonical.n && html_is(n, "link") && str_eq_nocase(rel, STR("canonical")))
		w->canonical = href;
	else if (!w->next.n && str_eq_nocase(rel, STR("next")))
		w->next = href;
	else if (!w->license.n && is_license(rel))
		w->license = href;
}

void witness_collect(struct doc *d, struct witnesses *w)
{
	const struct html_tree *t = &d->tree;
	*w = (struct witnesses){0};
	linked_data_read(d, w);
	for (uint32_t i = 0; i < t->count; i++) {
		const struct html_node *n = &t->nodes[i];
		if (n->kind != HTML_ELEMENT)
			continue;
		if (html_is(n, "meta"))
			take_meta(d, n, w);
		else if (html_is(n, "link") || html_is(n, "a"))
			take_link(n, w);
		else if (html_is(n, "html") && !w->lang.n)
			w->lang = html_attribute(n, "lang");
		else if (html_is(n, "title") && !w->title.n && i + 1 < n->end)
			w->title =
				str_replace(d->a, html_to_text(d->a, t->nodes[i + 1].text), STR("\n"), STR(" "));
	}
}
