/* Any bytes as a page: extraction ends, its text is valid UTF-8, and its paragraphs lie inside
 * their texts. */
#include "page/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct page p;
	struct err err;
	struct page_input in = {
		.bytes = {(const char *)data, size}, .url = STR("http://x.example/a/b.html")};
	if (size < 200000 && page_extract(&a, &in, &p, &err)) {
		BUG_ON(!text_is_utf8(p.text) || !text_is_utf8(p.title) || !text_is_utf8(p.author));
		for (size_t i = 0; i < p.paragraph_count; i++)
			BUG_ON(p.paragraphs[i].text.start + p.paragraphs[i].text.length > p.text.n);
		struct buf b = BUF(LIMIT_OUTPUT);
		struct jw w = {.buf = &b};
		page_put_json(&w, &p);
		buf_free(&b);
	}
	arena_free(&a);
	return 0;
}
