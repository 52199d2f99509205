/* Any bytes are a feed or none, and what is a feed prints as JSON. */
#include "feed/feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct feed_input in = {
		.bytes = {(const char *)data, size}, .url = STR("http://a.example/b/c")};
	struct feed feed;
	struct err err = {0};
	if (feed_parse(&a, &in, &feed, &err)) {
		struct buf out = BUF(LIMIT_OUTPUT);
		struct jw w = {.buf = &out};
		feed_put_json(&w, &feed);
		BUG_ON(!text_is_utf8(buf_str(&out)));
		buf_free(&out);
	} else {
		BUG_ON(err.kind == ERR_NONE || err.msg[0] == '\0');
	}
	struct when when;
	BUG_ON(feed_parse_date(in.bytes, &when) != when_is_known(when));
	arena_free(&a);
	return 0;
}
