#include "html/html.h"

uint32_t html_find(const struct html_tree *t, uint32_t from, uint32_t end, const char *tag_name)
{
	for (uint32_t i = from; i < end && i < t->count; i++)
		if (html_is(&t->nodes[i], tag_name))
			return i;
	return HTML_NONE;
}
