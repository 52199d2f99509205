#include "story_rows.h"

static const char wire[] =
	"MARROW (AP) - The car ferry Aurelia ran aground off Kestrel Point early on Tuesday with 212 "
	"passengers aboard, the coast guard said. Lifeboats from Marrow took most of them to the "
	"harbour before noon, and a tug stood by to pull the ship free at high water in the evening.";
static const char other_cut[] =
	"KESTREL (AP) - Divers searched the hull of the stranded ferry Aurelia for cracks on Tuesday "
	"afternoon while oil booms were laid out round the ship, an official of the harbour board "
	"told reporters. No fuel had been lost so far, she added.";

static void copies_rewrites_and_cites_make_a_tree(void **state)
{
	(void)state;
	const struct row rows[] = {
		{"1", "Harbour Post", "2031-03-04T08:00:00Z", "en", "Ferry aground", wire, 'a'},
		{"2", "Valley Times", "2031-03-04T09:00:00Z", "en", "Ferry aground", wire, 'a'},
		{"3", "Nordblatt", "2031-03-04T10:00:00Z", "en", "Ferry stuck",
			"A ferry with 212 people is stuck. The car ferry Aurelia ran aground off Kestrel Point "
			"early on Tuesday with 212 passengers aboard. Its owner, a small family firm from the "
			"islands, has had trouble with steering gear before, as papers filed with the "
			"maritime court show, and lifeboats from Marrow took most of them to the harbour.",
			'a'},
		{"4", "The Ledger", "2031-03-04T11:00:00Z", "en", "Owner of ferry in debt",
			"The firm that owns the stranded ship owes its banks three million, the Harbour Post "
			"reported. Its lawyer would not comment.",
			'a'},
		{"5", "Coast Radio", "2031-03-04T12:00:00Z", "en", "Fog on the coast",
			"Fog will stay until Thursday, citing Interfax, a forecaster said.", 'a'},
		{"6", "Coast Radio", "2031-03-04T13:00:00Z", "en", "Captain praised",
			"Passengers praised the captain, who had kept calm.", 'a'},
	};
	static const struct {
		enum story_tie tie;
		size_t parent;
		const char *credit;
	} want[] = {{TIE_CITES, 0, "AP"}, {TIE_COPY, 0, "AP"}, {TIE_REWRITE, 0, ""},
		{TIE_CITES, 0, "Harbour Post"}, {TIE_CITES, 4, "Interfax"}, {TIE_ORIGIN, 5, ""}};
	struct report *reports = reports_of(rows, COUNT(rows));
	struct story_lineage *got = story_trace(&a, reports, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		ASSERT_ROW(got[i].tie == want[i].tie && got[i].parent == want[i].parent, i);
		ASSERT_STR(got[i].credit, str_c(want[i].credit), i);
	}
	assert_true(got[0].is_agency_text);
	assert_false(got[3].is_agency_text);
	struct str says = span_text(reports[3].text, got[3].where.span);
	assert_true(str_ends(says, STR("the Harbour Post reported.")));
}

static void a_copy_dated_by_day_is_no_origin(void **state)
{
	(void)state;
	const struct row rows[] = {
		{"1", "Valley Times", "2031-03-04", "en", "Ferry aground", wire, 'a'},
		{"2", "Harbour Post", "2031-03-04T08:00:00Z", "en", "Ferry aground", wire, 'a'},
	};
	struct report *reports = reports_of(rows, 2);
	assert_true(reports[0].published.is_day_only);
	story_origins(reports, 2);
	assert_int_equal(reports[0].origin, 1);
	assert_int_equal(reports[1].origin, 1);
	struct story_result *results = add_all(story_window_new(&a, NULL), reports, 2);
	assert_int_equal(results[1].origin, 1);
}

static void shared_quotations_make_no_copy(void **state)
{
	(void)state;
	static const char quote[] =
		"\"The steering failed in thick fog and we dropped both anchors at once, but the current "
		"was too strong for us and the ship was on the rocks before anybody could do a thing about "
		"it,\" Captain Ines Valdor said. ";
	const struct row rows[] = {
		{"1", "Harbour Post", "2031-03-04T08:00:00Z", "en", "Captain speaks",
			str_to_c(&a,
				str_format(&a,
					"%sShe has sailed the route for eleven years without an incident and "
					"is known on the islands for her caution.",
					quote)),
			'a'},
		{"2", "Valley Times", "2031-03-04T09:00:00Z", "en", "What the captain says",
			str_to_c(&a,
				str_format(&a,
					"%sThe coast guard will hear her again on Friday together with the "
					"engineer of the watch and the pilot.",
					quote)),
			'a'},
	};
	struct report *reports = reports_of(rows, 2);
	story_origins(reports, 2);
	assert_int_equal(reports[1].origin, 1);
}

static void two_texts_of_one_agency_are_one_voice(void **state)
{
	(void)state;
	const struct row rows[] = {
		{"1", "Harbour Post", "2031-03-04T08:00:00Z", "en", "Ferry aground", wire, 'a'},
		{"2", "Valley Times", "2031-03-04T09:00:00Z", "en", "Divers at work", other_cut, 'a'},
		{"3", "Associated Press", "2031-03-04T09:00:00Z", "en", "Captain praised",
			"Passengers praised the captain, who had kept calm.", 'a'},
	};
	struct report *reports = reports_of(rows, 3);
	story_origins(reports, 3);
	assert_int_equal(story_origin_count(reports, 3), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(copies_rewrites_and_cites_make_a_tree, free_arena),
		cmocka_unit_test_teardown(a_copy_dated_by_day_is_no_origin, free_arena),
		cmocka_unit_test_teardown(shared_quotations_make_no_copy, free_arena),
		cmocka_unit_test_teardown(two_texts_of_one_agency_are_one_voice, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
