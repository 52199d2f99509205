/* All readers of what publishers allow get the same bytes. */
#include "feed/feed.h"
#include "net/net.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str bytes = {(const char *)data, size}, url = STR("http://x.example/a/b?c"),
			   path = STR("/a/b?c");
	struct signal_vec signals = {0};
	struct err err;
	struct net_reply reply = {
		.url = url, .robots_tag = bytes, .content_usage = bytes, .link = bytes};
	rights_read_robots(&a, bytes, path, url, &signals);
	rights_read_header(&a, &reply, &signals);
	rights_read_page(&a, bytes, url, &signals);
	bool is_rules = rights_read_tdmrep(&a, bytes, path, url, &signals, &err);
	bool is_licence = rsl_read(&a, bytes, url, url, &signals, &err);
	BUG_ON((!is_rules || !is_licence) && err.kind == ERR_NONE);
	BUG_ON(signals.n > RIGHTS_SIGNALS);
	for (size_t i = 0; i < signals.n; i++)
		BUG_ON(signals.items[i].raw.n > RIGHTS_RAW);
	arena_free(&a);
	return 0;
}
