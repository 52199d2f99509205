/* An arena: memory that is given out piece by piece and freed at once. One each for config, feed
 * job, page, story. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

struct arena {
	struct arena_block *last;
	char *free;   /* where the next piece begins in the last block */
	size_t left;  /* bytes behind it */
	size_t used;  /* bytes given out */
	size_t block; /* bytes of the next block */
};

/* An arena on the stack begins as `struct arena a = {0};`. */
void arena_free(struct arena *a);

/* Frees all but one block, for use in a loop. */
void arena_reset(struct arena *a);

void *arena_grow(struct arena *a, size_t size); /* arena_alloc when the last block is full */

/* Aligned for any type; never NULL (out of memory ends the program). */
static inline void *arena_alloc(struct arena *a, size_t size)
{
	const size_t step = alignof(max_align_t);
	size_t rounded = (size + step - 1) / step * step;
	if (rounded < size || rounded > a->left || !a->left)
		return arena_grow(a, size);
	void *p = a->free;
	a->free += rounded;
	a->left -= rounded;
	a->used += rounded;
	return p;
}
void *arena_zero(struct arena *a, size_t size);

/* An array of count zeroed items; a product that overflows ends the program. */
void *arena_array(struct arena *a, size_t count, size_t item_size);

/* A NUL-terminated copy of bytes, for C APIs. */
char *arena_cstr(struct arena *a, const char *bytes, size_t n);

#define ARENA_NEW(a, type) ((type *)arena_zero((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_array((a), (count), sizeof(type)))

#endif
