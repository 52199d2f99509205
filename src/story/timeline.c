#include "story/story.h"

#define SENTENCE_GOOD_BYTES 300 /* a longer sentence says too much for one line */

struct candidate {
	struct story_moment moment;
	int64_t day;
	bool is_relative, is_long;
	size_t position; /* of the sentence in its report */
};
struct candidate_vec {
	struct candidate *items;
	size_t n, capacity;
};

static int64_t day_of(struct when when)
{
	struct civil c = when_civil(when);
	return days_from_civil(c.year, c.month, c.day);
}

/* Whether the date says more than "today". A year alone is background, "a month ago" is vague, and
 * a relative date without an anchor is nothing. */
static bool is_telling(const struct date_mention *date, const struct report *r)
{
	if (!date->has_month || (date->is_relative && (!date->has_day || !when_is_known(r->published))))
		return false;
	return !date->has_day || !when_is_known(r->published) ||
		day_of(date->when) != day_of(r->published);
}

static void collect(
	struct arena *a, const struct report *r, size_t index, struct candidate_vec *out)
{
	struct span_vec sentences = text_sentences(a, r->text, r->language);
	struct date_vec dates = text_dates(a, r->text, r->language, r->published);
	for (size_t i = 0, at = 0; i < dates.n; i++) {
		const struct date_mention *date = &dates.items[i];
		while (at < sentences.n &&
			sentences.items[at].start + sentences.items[at].length <= date->span.start)
			at++;
		if (at == sentences.n)
			break;
		if (date->span.start < sentences.items[at].start || !is_telling(date, r))
			continue;
		*VEC_ADD(a, out) =
			(struct candidate){.moment = {.when = date->when,
								   .has_day = date->has_day,
								   .cite = {.report = index, .span = sentences.items[at]}},
				.day = day_of(date->when),
				.is_relative = date->is_relative,
				.is_long = sentences.items[at].length > SENTENCE_GOOD_BYTES,
				.position = at};
	}
}

/* By day; days before the month that begins with them; then the best first: a calendar date, a
 * sentence of good length, near the top, in the earliest report. */
static int compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->moment.has_day != y->moment.has_day)
		return x->moment.has_day ? -1 : 1;
	if (x->is_relative != y->is_relative)
		return x->is_relative ? 1 : -1;
	if (x->is_long != y->is_long)
		return x->is_long ? 1 : -1;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	if (x->moment.cite.report != y->moment.cite.report)
		return x->moment.cite.report < y->moment.cite.report ? -1 : 1;
	return 0;
}

struct story_moment_vec story_timeline(struct arena *a, const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct candidate_vec all = {0};
	struct story_moment_vec out = {0};
	for (size_t i = 0; i < count; i++)
		collect(&scratch, &reports[i], i, &all);
	if (all.n)
		qsort(all.items, all.n, sizeof(*all.items), compare_candidates);
	for (size_t i = 0; i < all.n; i++)
		if (i == 0 || all.items[i].day != all.items[i - 1].day ||
			all.items[i].moment.has_day != all.items[i - 1].moment.has_day)
			*VEC_ADD(a, &out) = all.items[i].moment;
	arena_free(&scratch);
	return out;
}
