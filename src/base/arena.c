#define BASE_INTERNAL
#include "base/base.h"

#include <stdalign.h>

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct arena_block {
	struct arena_block *before;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

static void out_of_memory(size_t size)
{
	(void)fprintf(stderr, "wireproof: out of memory asking for %zu bytes\n", size);
	abort();
}

static struct arena_block *add_block(struct arena *a, size_t least)
{
	size_t size = a->block ? a->block : FIRST_BLOCK;
	a->block = size < LARGEST_BLOCK ? size * 2 : size;
	if (size < least)
		size = least;
	struct arena_block *block =
		size > SIZE_MAX - sizeof(*block) ? NULL : malloc(sizeof(*block) + size);
	if (!block)
		out_of_memory(size);
	block->before = a->last;
	block->size = size;
	block->used = 0;
	a->last = block;
	return block;
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t step = alignof(max_align_t);
	if (size > SIZE_MAX - step)
		out_of_memory(size);
	size_t rounded = (size + step - 1) / step * step;
	struct arena_block *block = a->last;
	if (!block || block->size - block->used < rounded)
		block = add_block(a, rounded);
	void *p = block->bytes + block->used;
	block->used += rounded;
	a->used += rounded;
	return p;
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
	keep->used = 0;
	a->used = 0;
}
