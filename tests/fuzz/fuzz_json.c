#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str bytes = {(const char *)data, size};
	struct jv root;
	struct err err;
	if (jv_parse(&a, bytes, &root, &err)) {
		(void)jv_str(&root, "title");
		(void)jv_int(&root, "n", 0);
		(void)jv_bool(&root, "is", false);
		JV_EACH (item, &root)
			(void)jv_str(item, "title");
	} else {
		BUG_ON(err.kind != ERR_INPUT && err.kind != ERR_LIMIT);
	}
	arena_free(&a);
	return 0;
}
