#include "html/html.h"

/* What comes out of the sanitiser holds no script, no handler and no other scheme when it is parsed
 * again. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_attribute(struct arena *a, struct html_attribute attribute)
{
	static const char *const urls[] = {
		"href", "xlink:href", "src", "cite", "poster", "background", "data", "action"};
	static const char *const never[] = {
		"id", "class", "name", "srcset", "srcdoc", "formaction", "target", "autofocus", "autoplay"};
	struct str name = attribute.name, value = attribute.value;
	BUG_ON(str_starts(name, STR("on")));
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		BUG_ON(str_eq(name, str_c(never[i])));
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++)
		BUG_ON(str_eq(name, str_c(urls[i])) && value.n && !str_starts(value, STR("mailto:")) &&
			!url_host(a, value).n);
	BUG_ON(str_eq(name, STR("style")) &&
		(str_find_nocase(value, STR("url("), 0) != STR_NONE ||
			str_find_nocase(value, STR("expression("), 0) != STR_NONE ||
			str_find_char(value, '\\', 0) != STR_NONE));
}

static void check_node(struct arena *a, const struct html_node *n)
{
	static const char *const never[] = {"script", "style", "iframe", "object", "embed", "form",
		"template", "textarea", "select", "input", "foreignObject", "animate", "set", "use"};
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		BUG_ON(html_is(n, never[i]));
	for (size_t i = 0; i < n->attribute_count; i++)
		check_attribute(a, n->attributes[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct html_tree t;
	struct str safe =
		html_sanitise(&a, (struct str){(const char *)data, size}, STR("https://o.example/"));
	if (html_parse(&a, safe, &t, NULL))
		for (uint32_t i = 0; i < t.count; i++)
			check_node(&a, &t.nodes[i]);
	arena_free(&a);
	return 0;
}
