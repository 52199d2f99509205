/* The input's first line is a base, the rest a reference. */
#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str reference = {(const char *)data, size}, base = str_cut(&reference, '\n');
	struct url url, again;
	struct str resolved = url_resolve(&a, base, reference);
	(void)url_canonical(&a, base);
	(void)url_origin(&a, base);
	/* What is resolved or parsed is a URL that stays as it is. */
	if (resolved.n && resolved.n <= LIMIT_URL)
		BUG_ON(!url_parse(&a, resolved, &url, NULL));
	if (url_parse(&a, base, &url, NULL)) {
		struct str once = url_format(&a, &url);
		if (once.n <= LIMIT_URL) {
			BUG_ON(!url_parse(&a, once, &again, NULL));
			BUG_ON(!str_eq(url_format(&a, &again), once));
		}
	}
	arena_free(&a);
	return 0;
}
