#define BASE_INTERNAL
#include "base/base.h"

void vec_grow(struct arena *a, void **items, size_t *capacity, size_t n, size_t item_size)
{
	size_t more = *capacity ? *capacity * 2 : 8;
	BUG_ON(more > SIZE_MAX / item_size);
	char *grown = arena_alloc(a, more * item_size);
	if (n)
		memcpy(grown, *items, n * item_size);
	*items = grown;
	*capacity = more;
}
