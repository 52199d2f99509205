#include "page/parts.h"

unsigned memo_look(struct arena *a, struct memo *m, struct str value, unsigned (*look)(struct str))
{
	bool is_new;
	if (!value.n)
		return 0;
	if (!m->seen.a)
		m->seen = map_new(a);
	size_t *known = map_put(&m->seen, value, &is_new);
	if (is_new)
		*known = look(value);
	return (unsigned)*known;
}

unsigned parts_in(struct str value, const struct name_part *parts, size_t count)
{
	uint32_t firsts = 0;
	unsigned says = 0;
	for (size_t i = 0; i < count; i++)
		firsts |= (uint32_t)1 << (parts[i].part.p[0] & 31);
	for (size_t at = 0; at < value.n; at++) {
		char c = char_lower(value.p[at]);
		if (!(firsts >> (c & 31) & 1))
			continue;
		for (size_t i = 0; i < count; i++)
			if (parts[i].part.p[0] == c && str_starts_nocase(str_from(value, at), parts[i].part))
				says |= parts[i].says;
	}
	return says;
}
