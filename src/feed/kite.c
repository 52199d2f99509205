/* The list of feeds that Kagi's Kite publishes: {"Category": {"feeds": ["URL", ...]}, ...}. */
#include "feed/feed.h"

#include "base/json.h"

bool kite_parse(
	struct arena *a, struct str bytes, struct opml_feed **feeds, size_t *count, struct err *err)
{
	struct jv root;
	struct {
		struct opml_feed *items;
		size_t n, capacity;
	} list = {0};
	if (!jv_parse(a, bytes, &root, err))
		return false;
	if (root.type != JV_OBJECT)
		return err_set(err, ERR_INPUT, "not a list of categories with feeds");
	JV_EACH (category, &root) {
		JV_EACH (feed, jv_get(category, "feeds")) {
			struct str url = feed->type == JV_STRING ? feed->string : jv_str(feed, "url");
			if (url.n == 0 || list.n == LIMIT_ENTRIES)
				continue;
			*VEC_ADD(a, &list) = (struct opml_feed){
				.url = url, .title = jv_str(feed, "name"), .group = category->key};
		}
	}
	*feeds = list.items;
	*count = list.n;
	return list.n > 0 || err_set(err, ERR_INPUT, "no category in it has feeds");
}
