/* What was read is written so that it reads as the same again. */
#include "feed/feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct opml_feed *feeds, *again;
	size_t count, count_again;
	struct err err;
	if (opml_parse(&a, (struct str){(const char *)data, size}, &feeds, &count, &err)) {
		struct buf out = BUF(LIMIT_OUTPUT);
		opml_write(&out, STR("title"), feeds, count);
		if (!out.is_over) {
			BUG_ON(!opml_parse(&a, buf_str(&out), &again, &count_again, &err));
			BUG_ON(count != count_again);
			for (size_t i = 0; i < count; i++) {
				BUG_ON(!str_eq(feeds[i].url, again[i].url));
				BUG_ON(!str_eq(feeds[i].group, again[i].group));
			}
		}
		buf_free(&out);
	}
	arena_free(&a);
	return 0;
}
