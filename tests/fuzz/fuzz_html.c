#include "html/html.h"

/* Any bytes make a tree whose order, ends and raw spans hold, and its text comes out. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct html_tree t;
	struct str input = {(const char *)data, size};
	if (html_parse(&a, input, &t, NULL)) {
		for (uint32_t i = 1; i < t.count; i++) {
			const struct html_node *n = &t.nodes[i];
			BUG_ON(n->parent >= i || n->end <= i || n->end > t.nodes[n->parent].end);
			BUG_ON(n->raw.start > size || n->raw.length > size - n->raw.start);
		}
		(void)html_text(&a, &t, 0);
	}
	(void)html_to_text(&a, input);
	(void)html_decode_entities(&a, input);
	arena_free(&a);
	return 0;
}
