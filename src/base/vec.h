/* Growing arrays in an arena. A vector is any struct with members `items`, `n` and `capacity`:
 *     struct { struct span *items; size_t n, capacity; } spans = {0};
 *     *VEC_ADD(a, &spans) = (struct span){...};
 * or the named ones below. Growth leaves the old array behind in the arena, at most as much again
 * as the vector holds. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/str.h"

struct arena;

/* A pointer to one more item, zeroed. */
#define VEC_ADD(a, v) \
	((v)->n == (v)->capacity ? vec_grow((a), (void **)(void *)&(v)->items, &(v)->capacity, (v)->n, \
								   sizeof(*(v)->items)) \
							 : (void)0, \
		memset(&(v)->items[(v)->n], 0, sizeof(*(v)->items)), &(v)->items[(v)->n++])

/* Makes room for more items behind the n that are there. */
void vec_grow(struct arena *a, void **items, size_t *capacity, size_t n, size_t item_size);

struct span_vec {
	struct span *items;
	size_t n, capacity;
};
struct str_vec {
	struct str *items;
	size_t n, capacity;
};

#endif
