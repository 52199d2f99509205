/* Reports for the tests of story, as rows. */
#ifndef STORY_ROWS_H
#define STORY_ROWS_H

#include "unit.h"

#include "story/story.h"

static struct arena a;

static inline int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

struct row {
	const char *key, *outlet, *published, *language, *title, *text;
	char event; /* reports of one letter are of one event */
};

static struct report report_of(const struct row *row)
{
	struct report r = {.key = str_c(row->key),
		.title = str_c(row->title),
		.text = str_c(row->text),
		.language = str_c(row->language),
		.outlet = str_c(row->outlet),
		.published = WHEN_UNKNOWN,
		.fetched = WHEN_UNKNOWN};
	if (row->published[0])
		assert_true(when_parse_rfc3339(str_c(row->published), &r.published));
	return r;
}

static inline struct report *reports_of(const struct row *from, size_t count)
{
	struct report *reports = ARENA_ARRAY(&a, struct report, count);
	for (size_t i = 0; i < count; i++)
		reports[i] = report_of(&from[i]);
	return reports;
}

static inline struct story_result *add_all(
	struct story_window *w, const struct report *reports, size_t count)
{
	struct story_result *results = ARENA_ARRAY(&a, struct story_result, count);
	story_add(w, &a, reports, count, results);
	return results;
}

#endif
