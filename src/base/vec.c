#define BASE_INTERNAL
#include "base/base.h"

void vec_grow(struct arena *a, void **items, size_t *capacity, size_t n, size_t item_size)
{
	if (n == *capacity) {
		size_t more = *capacity ? *capacity * 2 : 8;
		char *grown = arena_array(a, more, item_size);
		if (n)
			memcpy(grown, *items, n * item_size);
		*items = grown;
		*capacity = more;
	}
	memset((char *)*items + n * item_size, 0, item_size);
}
