#define BASE_INTERNAL
#include "base/base.h"

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct arena_block {
	struct arena_block *before;
	size_t size;
	alignas(max_align_t) unsigned char bytes[];
};

static void out_of_memory(size_t size)
{
	(void)fprintf(stderr, "wireproof: out of memory asking for %zu bytes\n", size);
	abort();
}

void *arena_grow(struct arena *a, size_t least)
{
	const size_t step = alignof(max_align_t);
	if (least > SIZE_MAX - step)
		out_of_memory(least);
	size_t rounded = (least + step - 1) / step * step;
	size_t size = a->block ? a->block : FIRST_BLOCK;
	a->block = size < LARGEST_BLOCK ? size * 2 : size;
	if (size < rounded)
		size = rounded;
	struct arena_block *block =
		size > SIZE_MAX - sizeof(*block) ? NULL : malloc(sizeof(*block) + size);
	if (!block)
		out_of_memory(size);
	block->before = a->last;
	block->size = size;
	a->last = block;
	a->used += rounded;
	a->free = (char *)block->bytes + rounded;
	a->left = size - rounded;
	return block->bytes;
}

void *arena_zero(struct arena *a, size_t size)
{
	return memset(arena_alloc(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t count, size_t item_size)
{
	if (item_size && count > SIZE_MAX / item_size)
		out_of_memory(SIZE_MAX);
	return arena_zero(a, count * item_size);
}

char *arena_cstr(struct arena *a, const char *bytes, size_t n)
{
	char *copy = arena_alloc(a, n + 1);
	if (n)
		memcpy(copy, bytes, n);
	copy[n] = '\0';
	return copy;
}

void arena_free(struct arena *a)
{
	for (struct arena_block *block = a->last, *before; block; block = before) {
		before = block->before;
		free(block);
	}
	*a = (struct arena){0};
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = a->last;
	if (!keep)
		return;
	for (struct arena_block *block = keep->before, *before; block; block = before) {
		before = block->before;
		free(block);
	}
	keep->before = NULL;
	a->free = (char *)keep->bytes;
	a->left = keep->size;
	a->used = 0;
}
