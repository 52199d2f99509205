#include "story_rows.h"

/* The second tells of the trial with other words than the first; the third has both. */
static const struct row trial[] = {
	{"t1", "Harbour Post", "2031-03-04T08:00:00Z", "en", "Mayor of Kestrel charged",
		"Prosecutors charged the mayor of Kestrel, Odo Ferrant, with taking bribes from a gravel "
		"company.",
		't'},
	{"t2", "The Ledger", "2031-03-04T08:20:00Z", "en", "\"A smear by my rivals\"",
		"Outside the courthouse Ferrant told reporters that the allegation was a smear by his "
		"rivals.",
		't'},
	{"t3", "Valley Times", "2031-03-04T08:40:00Z", "en",
		"Mayor Odo Ferrant of Kestrel denies taking bribes",
		"Prosecutors charged Odo Ferrant, the mayor of Kestrel, with taking bribes. Outside the "
		"courthouse he told reporters that the allegation was a smear by rivals.",
		't'},
};

static void a_report_that_has_both_makes_two_stories_one(void **state)
{
	(void)state;
	struct story_window *w = story_window_new(&a, NULL);
	struct report *reports = reports_of(trial, 3);
	struct str first = add_all(w, &reports[0], 1)->story;
	struct str second = add_all(w, &reports[1], 1)->story;
	assert_false(str_eq(first, second));
	assert_int_equal(story_merges(w).n, 0);
	ASSERT_STR(add_all(w, &reports[2], 1)->story, first, 2);
	struct story_merge_vec merges = story_merges(w);
	assert_int_equal(merges.n, 1);
	ASSERT_STR(merges.items[0].kept, first, 0); /* the older id */
	ASSERT_STR(merges.items[0].gone, second, 0);
	assert_true(str_find(merges.items[0].reason, STR("same story"), 0) != STR_NONE);
	struct report late = reports[1];
	late.key = STR("t4");
	late.story = second; /* as an old store would replay it */
	ASSERT_STR(add_all(w, &late, 1)->story, first, 3);
}

static void in_one_batch_they_have_one_id_from_the_start(void **state)
{
	(void)state;
	static const size_t orders[][3] = {
		{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
	struct report *reports = reports_of(trial, 3);
	struct str want = {0};
	for (size_t i = 0; i < COUNT(orders); i++) {
		struct report batch[3];
		for (size_t k = 0; k < 3; k++)
			batch[k] = reports[orders[i][k]];
		struct story_result *results = add_all(story_window_new(&a, NULL), batch, 3);
		want = i == 0 ? results[0].story : want;
		for (size_t k = 0; k < 3; k++) {
			ASSERT_STR(results[k].story, want, i * 10 + k);
			ASSERT_ROW(results[k].is_new == (orders[i][k] == 0), i * 10 + k);
		}
	}
}

static void undated_and_replayed_stories_stay_apart(void **state)
{
	(void)state;
	struct story_window *w = story_window_new(&a, NULL);
	struct report *reports = reports_of(trial, 3);
	reports[0].story = STR("one");
	reports[1].story = reports[2].story = STR("two");
	(void)add_all(w, reports, 3);
	assert_int_equal(story_merges(w).n, 0);
	reports = reports_of(trial, 3);
	for (size_t i = 0; i < 3; i++)
		reports[i].published = WHEN_UNKNOWN;
	w = story_window_new(&a, NULL);
	(void)add_all(w, reports, 3);
	assert_int_equal(story_merges(w).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_report_that_has_both_makes_two_stories_one, free_arena),
		cmocka_unit_test_teardown(in_one_batch_they_have_one_id_from_the_start, free_arena),
		cmocka_unit_test_teardown(undated_and_replayed_stories_stay_apart, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
