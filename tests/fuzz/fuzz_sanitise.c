#include "html/html.h"

/* What comes out of the sanitiser holds no script, no handler and no other scheme when it is parsed
 * again. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_node(struct arena *a, const struct html_node *n)
{
	static const char *const never[] = {
		"script", "style", "iframe", "object", "embed", "form", "svg", "math", "template"};
	BUG_ON(n->space != HTML_SPACE_HTML);
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		BUG_ON(html_is(n, never[i]));
	for (size_t i = 0; i < n->attribute_count; i++) {
		struct str name = n->attributes[i].name, value = n->attributes[i].value;
		BUG_ON(str_starts(name, STR("on")) || str_eq(name, STR("style")));
		BUG_ON(str_eq(name, STR("id")) || str_eq(name, STR("class")) || str_eq(name, STR("name")));
		if (str_eq(name, STR("href")) || str_eq(name, STR("src")) || str_eq(name, STR("cite")))
			BUG_ON(!str_starts(value, STR("mailto:")) && !url_host(a, value).n);
	}
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
