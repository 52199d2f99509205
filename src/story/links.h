/* How alike the stories of a window are, as far as it could make two of them one. Private to
 * story. */
#ifndef STORY_LINKS_H
#define STORY_LINKS_H

#include "base/base.h"

struct link {
	uint32_t story; /* the other one; may have been merged since */
	float sum;      /* of the likeness of every pair of members, one of each story */
};
/* The links of one story. At most LINKS_MOST: of more, the weakest go. */
#define LINKS_MOST 24
struct links {
	struct link *items;
	size_t n, capacity;
};

void links_add(struct arena *a, struct links *links, uint32_t story, double sum);

#endif
