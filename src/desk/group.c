#include "desk/parts.h"

/* Rebuilds the window of recent reports: what they were grouped into stays. */
static bool load_window(struct desk *d, struct arena *a, struct story_window *window,
	struct when oldest, struct err *err)
{
	struct report_vec before;
	oldest.utc_s -= d->conf.window_days * DAY_S;
	if (!store_reports(d->store, a, REPORTS_SINCE, oldest, true, &before, err))
		return false;
	struct story_result *ignored = ARENA_ARRAY(a, struct story_result, before.n);
	story_add(window, a, before.items, before.n, ignored);
	return true;
}

static bool save_result(
	struct desk *d, const struct report *report, const struct story_result *result, struct err *err)
{
	if (result->is_new)
		d->counts.stories++;
	else
		d->counts.joined++;
	return store_set_story(d->store, report->id, result->story, result->is_new, d->now, err) &&
		store_ask(d->store, STR("write"), result->story, err) &&
		log_decision(d, STR("desk"), "group", report->key, result->reason, err);
}

/* What a person refused stays by itself: its reports must not come back under another name. */
static bool save_merge(
	struct desk *d, struct arena *a, const struct story_merge *merge, struct err *err)
{
	struct str refusal;
	if (!find_refusal(d, a, merge->gone, &refusal, err))
		return false;
	if (refusal.n)
		return log_decision(d, STR("desk"), "group", merge->gone,
			str_format(a, "stays a story of its own, since it was %.*s: %.*s", STR_ARG(refusal),
				STR_ARG(merge->reason)),
			err);
	return store_merge_story(d->store, merge->kept, merge->gone, merge->reason, d->now, err) &&
		store_ask(d->store, STR("write"), merge->kept, err) &&
		log_decision(d, STR("desk"), "merge", merge->gone, merge->reason, err) &&
		log_decision(d, STR("desk"), "merge", merge->kept, merge->reason, err);
}

bool desk_group(struct desk *d, struct err *err)
{
	struct arena a = {0};
	struct report_vec fresh;
	bool ok = store_reports(d->store, &a, REPORTS_WITHOUT_STORY, WHEN_UNKNOWN, true, &fresh, err);
	if (ok && fresh.n > 0) {
		struct story_options options = {.window_days = (double)d->conf.window_days};
		struct story_window *window = story_window_new(&a, &options);
		struct story_result *results = ARENA_ARRAY(&a, struct story_result, fresh.n);
		ok = load_window(d, &a, window, fresh.items[0].published, err);
		if (ok)
			story_add(window, &a, fresh.items, fresh.n, results);
		ok = ok && store_begin(d->store, err);
		for (size_t i = 0; ok && i < fresh.n; i++)
			ok = save_result(d, &fresh.items[i], &results[i], err);
		struct story_merge_vec merges = {0};
		if (ok)
			merges = story_merges(window);
		for (size_t i = 0; ok && i < merges.n; i++)
			ok = save_merge(d, &a, &merges.items[i], err);
		ok = ok && store_commit(d->store, err);
	}
	arena_free(&a);
	return ok;
}
