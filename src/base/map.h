/* A map from strings to numbers (indexes of the caller's arrays, counts), in an arena. Entries keep
 * the order in which they came, so that walking it is deterministic. Keys are borrowed: dup them
 * into the arena when they would go away. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_entry {
	struct str key;
	uint64_t hash;
	size_t value;
};

struct map {
	struct arena *a;
	struct map_entry *items; /* in order of arrival */
	size_t n, capacity;
	uint32_t *slots; /* index + 1 into items, 0 = free */
	size_t slot_count;
};

struct map map_new(struct arena *a);
struct map map_for(struct arena *a, size_t keys); /* with room for so many at once */
size_t *map_get(
	const struct map *m, struct str key); /* NULL when absent; valid until the next map_put */
/* The value slot of the key, made with value 0 when absent. */
size_t *map_put(struct map *m, struct str key, bool *is_new);

#endif
