#include "story_rows.h"

static const struct story_claims *table(const struct story_claims_vec *tables, const char *subject)
{
	for (size_t i = 0; i < tables->n; i++)
		if (str_eq(tables->items[i].subject, str_c(subject)))
			return &tables->items[i];
	fail_msg("no table of %s among %zu", subject, tables->n);
	return NULL;
}

/* Figures for one night each, for 48 hours and for three days: all can be right. */
static const struct row raids[] = {
	{"1", "Harbour Post", "2031-05-26T08:00:00Z", "en", "Melland under attack",
		"Ostravia fired 250 drones at Melland in the night to May 24 and about 300 drones in the "
		"night to May 25, the air force of Melland said.",
		'a'},
	{"2", "Valley Times", "2031-05-26T09:00:00Z", "en", "Two nights of raids on Melland",
		"In 48 hours Ostravia fired over 600 drones and missiles at Melland, its president said.",
		'a'},
	{"3", "The Ledger", "2031-05-27T09:00:00Z", "en", "Third night of raids on Melland",
		"Over three days Ostravia has fired more than 900 drones at Melland, the Melland air force "
		"reported.",
		'a'},
	{"4", "Nordblatt", "2031-05-27T10:00:00Z", "en", "Talks on Melland put off",
		"Talks between the two countries were put off again.", 'a'},
};

static void other_spans_of_time_are_rows_and_no_contradiction(void **state)
{
	(void)state;
	struct report *reports = reports_of(raids, COUNT(raids));
	struct story_claims_vec tables = story_claims(&a, reports, COUNT(raids));
	assert_int_equal(tables.n, 1);
	const struct story_claims *t = table(&tables, "drones");
	assert_false(t->is_contradiction);
	assert_int_equal(t->claim_count, 3);
	ASSERT_STR(t->claims[0].window, STR(""), 0);
	assert_true(str_find(t->claims[0].figure, STR("250"), 0) == 0);
	assert_true(str_find(t->claims[0].figure, STR("300"), 0) != STR_NONE);
	ASSERT_STR(t->claims[1].window, STR("48 hours"), 1);
	ASSERT_STR(t->claims[2].window, STR("three days"), 2);
	for (size_t i = 0; i < 3; i++)
		ASSERT_ROW(t->claims[i].cite.report == i, i);
	assert_int_equal(t->silent_count, 1);
	assert_int_equal(t->silent[0], 3);
	assert_int_equal(story_disagreements(&a, reports, COUNT(raids)).n, 0);
}

static void two_voices_on_one_thing_contradict(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Flood in Brask",
			"The flood in Brask destroyed 48 houses on the left bank, according to the mayor.",
			'a'},
		{"2", "Valley Times", "2031-05-02T12:00:00Z", "en", "Brask under water",
			"Water destroyed 62 houses on the left bank in Brask, Ines Valdor said.", 'a'},
	};
	struct story_claims_vec tables = story_claims(&a, reports_of(rows, 2), 2);
	const struct story_claims *t = table(&tables, "houses");
	assert_true(t->is_contradiction);
	assert_int_equal(t->claim_count, 2);
	ASSERT_STR(t->claims[0].attributed_to, STR("the mayor"), 0);
	ASSERT_STR(t->claims[1].attributed_to, STR("Ines Valdor"), 1);
}

/* Each pair gives no table, or one that calls nothing a contradiction. */
static void what_both_can_be_is_no_contradiction(void **state)
{
	(void)state;
	static const struct {
		const char *one, *other;
	} pairs[] = {
		{"Fourteen of the hospice's 32 beds in Brask were closed for two years for want of money.",
			"The hospice in Brask had closed 14 beds for two years for want of money."},
		{"At least 16 people were injured when a ferry hit a dredger off Marrow, police said.",
			"Police said 23 people were injured when a ferry hit a dredger off Marrow."},
		{"Runa Eide scored nine goals in the final against Melland in the Lindhof stadium.",
			"Jonas Brandt scored 11 goals in the final for Melland in the Lindhof stadium, and "
			"Eide "
			"nine goals."},
		{"The hospital in Brask said 15 of the injured workers had gone home.",
			"The hospital in Brask said 20 injured workers had come in."},
	};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		const struct row two[] = {
			{"1", "Harbour Post", "2031-05-06T10:00:00Z", "en", "News", pairs[i].one, 'a'},
			{"2", "Valley Times", "2031-05-06T12:00:00Z", "en", "News", pairs[i].other, 'a'},
		};
		struct story_claims_vec tables = story_claims(&a, reports_of(two, 2), 2);
		for (size_t k = 0; k < tables.n; k++)
			ASSERT_ROW(!tables.items[k].is_contradiction, i);
	}
}

static void areas_are_counted_by_their_unit(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Fire above Kestrel",
			"The fire above Kestrel burned 850 hectares of pine forest, the forestry office said.",
			'a'},
		{"2", "Valley Times", "2031-05-02T12:00:00Z", "en", "Forest fire",
			"The mayor said the fire above Kestrel burned 920 hectares of pine forest and groves.",
			'a'},
	};
	struct story_claims_vec tables = story_claims(&a, reports_of(rows, 2), 2);
	assert_int_equal(table(&tables, "hectares")->claim_count, 2);
}

static void a_quotation_has_each_outlets_wording(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Captain speaks",
			"\"The steering failed in thick fog and we dropped both anchors,\" Captain Ines Valdor "
			"said.",
			'a'},
		{"2", "Valley Times", "2031-05-02T12:00:00Z", "en", "Captain speaks",
			"Valdor said: \"The steering had failed in the fog, so we dropped both anchors.\" \"I "
			"would do the same tomorrow morning,\" she added.",
			'a'},
	};
	struct report *reports = reports_of(rows, 2);
	struct story_quote_vec quotes = story_quotes(&a, reports, 2);
	assert_int_equal(quotes.n, 2);
	assert_int_equal(quotes.items[0].wordings.n, 2);
	assert_true(str_find(quotes.items[0].speaker, STR("Ines Valdor"), 0) != STR_NONE);
	struct str second = span_text(reports[1].text, quotes.items[0].wordings.items[1].span);
	ASSERT_STR(second, STR("The steering had failed in the fog, so we dropped both anchors."), 0);
}

static void only_what_nobody_said_before_is_new(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Ferry aground",
			"The ferry Aurelia ran aground off Kestrel Point in thick fog.", 'a'},
		{"2", "Valley Times", "2031-05-03T10:00:00Z", "en", "Ferry free",
			"The ferry Aurelia ran aground in thick fog off Kestrel Point on Friday. Two tugs "
			"pulled the ship free at high water during the night.",
			'a'},
	};
	struct report *reports = reports_of(rows, 2);
	struct when since = reports[0].published;
	struct cite_vec news = story_news(&a, reports, 2, since, 5);
	assert_int_equal(news.n, 1);
	assert_int_equal(news.items[0].report, 1);
	assert_true(str_starts(span_text(reports[1].text, news.items[0].span), STR("Two tugs")));
	since = reports[1].published;
	assert_int_equal(story_news(&a, reports, 2, since, 5).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(other_spans_of_time_are_rows_and_no_contradiction, free_arena),
		cmocka_unit_test_teardown(two_voices_on_one_thing_contradict, free_arena),
		cmocka_unit_test_teardown(what_both_can_be_is_no_contradiction, free_arena),
		cmocka_unit_test_teardown(areas_are_counted_by_their_unit, free_arena),
		cmocka_unit_test_teardown(a_quotation_has_each_outlets_wording, free_arena),
		cmocka_unit_test_teardown(only_what_nobody_said_before_is_new, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
