/* Stories by the month or day on which they were published, newest first. */
#include "publish/render.h"

static int newest_first(const void *a, const void *b)
{
	return -str_cmp(((const struct shelf *)a)->name, ((const struct shelf *)b)->name);
}

void shelves_collect(struct edition *e, size_t name_length, struct shelves *shelves)
{
	struct map by_name = map_new(e->keep);
	for (size_t i = 0; i < e->site->article_count; i++) {
		const struct article *article = &e->site->articles[i];
		if (article->state != ARTICLE_PUBLISHED || !when_is_known(article->published))
			continue;
		struct str name = str_sub(when_rfc3339(e->keep, article->published), 0, name_length);
		bool is_new;
		size_t *slot = map_put(&by_name, name, &is_new);
		if (is_new) {
			*slot = shelves->n;
			*VEC_ADD(e->keep, shelves) =
				(struct shelf){.name = name, .civil = when_civil(article->published)};
		}
		struct shelf *shelf = &shelves->items[*slot];
		if (shelf->n == shelf->capacity)
			vec_grow(e->keep, (void **)(void *)&shelf->articles, &shelf->capacity, shelf->n,
				sizeof(*shelf->articles));
		shelf->articles[shelf->n++] = i;
	}
	if (shelves->n > 0)
		qsort(shelves->items, shelves->n, sizeof(*shelves->items), newest_first);
}
