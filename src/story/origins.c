#include "story/vector.h"

#include "story/weights.h"

/* Origins that a report is looked up in. A story that is written about has no more reports than
 * that (LIMIT_STORY_REPORTS); of a longer list the earliest origins are the ones that get copied.
 */
#define ORIGINS_COMPARED ((size_t)LIMIT_STORY_REPORTS)

void story_origins(struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct shingles *of_origins = ARENA_ARRAY(&scratch, struct shingles, ORIGINS_COMPARED);
	size_t *origins = ARENA_ARRAY(&scratch, size_t, ORIGINS_COMPARED);
	size_t origin_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct arena own = {0};
		struct shingles shingles = vector_shingles(&own, reports[i].text);
		reports[i].origin = (int64_t)i;
		reports[i].origin_share = 1;
		for (size_t k = 0; k < origin_count; k++) {
			struct containment c = shingles_compare(&shingles, &of_origins[k]);
			if (c.of_smaller < COPY_SHARE)
				continue;
			reports[i].origin = (int64_t)origins[k];
			reports[i].origin_share = c.share;
			break;
		}
		if (reports[i].origin == (int64_t)i && origin_count < ORIGINS_COMPARED) {
			of_origins[origin_count] = shingles_dup(&scratch, shingles);
			origins[origin_count++] = i;
		}
		arena_free(&own);
	}
	arena_free(&scratch);
}

/* Whose voice a report is: the owner's when it is known, else the outlet's, else its own. */
static struct str voice_of(const struct report *r)
{
	if (r->owner.n)
		return r->owner;
	return r->outlet.n ? r->outlet : r->key;
}

size_t story_origin_count(const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct map voices = map_new(&scratch);
	for (size_t i = 0; i < count; i++)
		if (reports[i].origin == (int64_t)i)
			(void)map_put(&voices, voice_of(&reports[i]), NULL);
	size_t n = voices.n;
	arena_free(&scratch);
	return n;
}
