#include "html/html.h"

struct str html_attribute(const struct html_node *node, const char *name)
{
	struct str wanted = str_c(name);
	for (size_t i = 0; i < node->attribute_count; i++)
		if (str_eq(node->attributes[i].name, wanted))
			return node->attributes[i].value;
	return STR("");
}

bool html_has_attribute(const struct html_node *node, const char *name)
{
	struct str wanted = str_c(name);
	for (size_t i = 0; i < node->attribute_count; i++)
		if (str_eq(node->attributes[i].name, wanted))
			return true;
	return false;
}

bool html_is(const struct html_node *node, const char *tag_name)
{
	return node->kind == HTML_ELEMENT && str_eq(node->name, str_c(tag_name));
}

uint32_t html_find(const struct html_tree *t, uint32_t from, uint32_t end, const char *tag_name)
{
	for (uint32_t i = from; i < end && i < t->count; i++)
		if (html_is(&t->nodes[i], tag_name))
			return i;
	return HTML_NONE;
}
