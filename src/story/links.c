#include "story/links.h"

static struct link *weakest(struct links *links)
{
	struct link *least = &links->items[0];
	for (size_t i = 1; i < links->n; i++)
		if (links->items[i].sum < least->sum)
			least = &links->items[i];
	return least;
}

void links_add(struct arena *a, struct links *links, uint32_t story, double sum)
{
	for (size_t i = 0; i < links->n; i++) {
		if (links->items[i].story != story)
			continue;
		links->items[i].sum += (float)sum;
		return;
	}
	struct link *link = links->n < LINKS_MOST ? VEC_ADD(a, links) : weakest(links);
	if (link->sum < (float)sum)
		*link = (struct link){story, (float)sum};
}
