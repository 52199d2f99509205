#define BASE_INTERNAL
#include "base/base.h"

#define XXH_INLINE_ALL /* keys are short: a call costs as much as the hash */
#include <xxhash.h>

#define FIRST_SLOTS 16

static uint64_t hash_of(struct str key)
{
	return XXH3_64bits(key.p ? key.p : "", key.n);
}

struct map map_new(struct arena *a)
{
	return (struct map){.a = a};
}

struct map map_for(struct arena *a, size_t keys)
{
	struct map m = {.a = a, .slot_count = FIRST_SLOTS};
	while (keys * 4 > m.slot_count * 3)
		m.slot_count *= 2;
	m.slots = ARENA_ARRAY(a, uint32_t, m.slot_count);
	m.items = arena_alloc(a, m.slot_count / 4 * 3 * sizeof(*m.items));
	m.capacity = m.slot_count / 4 * 3;
	return m;
}

static size_t find_slot(const struct map *m, struct str key, uint64_t hash)
{
	size_t at = hash & (m->slot_count - 1);
	while (m->slots[at]) {
		const struct map_entry *e = &m->items[m->slots[at] - 1];
		if (e->hash == hash && str_eq(e->key, key))
			break;
		at = (at + 1) & (m->slot_count - 1);
	}
	return at;
}

static void grow(struct map *m)
{
	m->slot_count = m->slot_count ? m->slot_count * 2 : FIRST_SLOTS;
	m->slots = ARENA_ARRAY(m->a, uint32_t, m->slot_count);
	for (size_t i = 0; i < m->n; i++)
		m->slots[find_slot(m, m->items[i].key, m->items[i].hash)] = (uint32_t)(i + 1);
}

size_t *map_get(const struct map *m, struct str key)
{
	if (m->n == 0)
		return NULL;
	uint32_t slot = m->slots[find_slot(m, key, hash_of(key))];
	return slot ? &m->items[slot - 1].value : NULL;
}

size_t *map_put(struct map *m, struct str key, bool *is_new)
{
	if (m->n * 4 >= m->slot_count * 3)
		grow(m);
	uint64_t hash = hash_of(key);
	size_t at = find_slot(m, key, hash);
	bool is_absent = m->slots[at] == 0;
	if (is_new)
		*is_new = is_absent;
	if (is_absent) {
		BUG_ON(m->n >= UINT32_MAX - 1);
		*VEC_ADD(m->a, m) = (struct map_entry){.key = key, .hash = hash};
		m->slots[at] = (uint32_t)m->n;
	}
	return &m->items[m->slots[at] - 1].value;
}
