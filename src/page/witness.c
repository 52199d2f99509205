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

static void take_link(const struct html_node *n, struct witnesses *w)
{
	if (!w->canonical.n && str_eq_nocase(html_attribute(n, "rel"), STR("canonical")))
		w->canonical = str_trim(html_attribute(n, "href"));
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
		else if (html_is(n, "link"))
			take_link(n, w);
		else if (html_is(n, "html") && !w->lang.n)
			w->lang = html_attribute(n, "lang");
		else if (html_is(n, "title") && !w->title.n && i + 1 < n->end)
			w->title =
				str_replace(d->a, html_to_text(d->a, t->nodes[i + 1].text), STR("\n"), STR(" "));
	}
}
