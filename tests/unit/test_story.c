#include "unit.h"

#include "story_rows.h"

/* Six events of three days, interleaved; two of one saga, two of one country. */
static const struct row rows[] = {
	{"a1", "Harbour Post", "2031-03-04T07:10:00Z", "en",
		"Ferry Aurelia runs aground off Kestrel Point",
		"The car ferry Aurelia ran aground off Kestrel Point early on Tuesday with 212 passengers "
		"aboard, the coast guard said. Lifeboats from Marrow took most of them to the harbour "
		"before noon. Captain Ines Valdor told reporters the steering had failed in fog.",
		'a'},
	{"b1", "Harbour Post", "2031-03-04T08:00:00Z", "en",
		"Parliament of Ostravia votes down pension reform",
		"Lawmakers in Ostravia rejected the pension reform of Prime Minister Teodor Halvek on "
		"Tuesday by 98 votes to 91. Halvek said the government would not resign. Unions had "
		"called the plan to raise the retirement age to 68 unfair.",
		'b'},
	{"c1", "Valley Times", "2031-03-04T09:30:00Z", "en",
		"Earthquake damages villages in northern Ostravia",
		"An earthquake of magnitude 5.8 damaged hundreds of houses in the Lorn valley of northern "
		"Ostravia, the seismological institute said. Rescue teams with dogs searched the village "
		"of Pirano, where the church tower collapsed.",
		'c'},
	{"a2", "Valley Times", "2031-03-04T10:20:00Z", "en",
		"Passengers taken off stranded ferry | Valley Times",
		"Lifeboats brought passengers of the ferry Aurelia to Marrow after the ship ran aground "
		"near Kestrel Point in thick fog. The coast guard said 212 people had been aboard and "
		"nobody was badly hurt.",
		'a'},
	{"d1", "Valley Times", "2031-03-04T11:00:00Z", "en",
		"Chip maker Nordal to close its Brask factory | Valley Times",
		"Nordal Semiconductors will close its factory in Brask next year and cut 1,400 jobs, the "
		"company announced. Chief executive Runa Eide blamed weak demand for memory chips.",
		'd'},
	{"b2", "The Ledger", "2031-03-04T12:45:00Z", "en", "Pension defeat leaves Halvek weakened",
		"Prime Minister Teodor Halvek lost the vote on his pension reform in the Ostravian "
		"parliament, 98 to 91, after four members of his own party sided with the opposition and "
		"the unions that oppose a retirement age of 68.",
		'b'},
	{"a3", "Nordblatt", "2031-03-04T13:15:00Z", "de",
		"F\xC3\xA4hre Aurelia vor Kestrel Point auf Grund gelaufen",
		"Die Autof\xC3\xA4hre Aurelia ist am Dienstag vor Kestrel Point auf Grund gelaufen. An "
		"Bord "
		"waren nach Angaben der K\xC3\xBCstenwache 212 Passagiere. Rettungsboote aus Marrow "
		"brachten "
		"sie an Land. Kapit\xC3\xA4nin Ines Valdor sprach von Nebel.",
		'a'},
	{"c2", "The Ledger", "2031-03-04T14:00:00Z", "en",
		"Church tower collapses as quake hits Lorn valley",
		"Rescuers searched the village of Pirano after a magnitude 5.8 earthquake shook the Lorn "
		"valley in Ostravia. The tower of the church fell on the square and hundreds of houses "
		"were damaged, the seismological institute said.",
		'c'},
	{"d2", "The Ledger", "2031-03-04T16:30:00Z", "en",
		"1,400 jobs to go as Nordal shuts Brask plant",
		"Memory chip maker Nordal Semiconductors is closing its plant in Brask with the loss of "
		"1,400 jobs. Demand had been weak for a year, chief executive Runa Eide said.",
		'd'},
	{"e1", "Harbour Post", "2031-03-06T09:00:00Z", "en", "Ostravia to play Melland in cup final",
		"Ostravia will meet Melland in the final of the coastal cup after a late goal by striker "
		"Jonas Brandt in the semi-final at the Lindhof stadium.",
		'e'},
	{"f1", "Valley Times", "2031-03-07T08:00:00Z", "en", "Halvek survives confidence vote",
		"Prime Minister Teodor Halvek survived a vote of no confidence on Friday with 97 votes "
		"against 92. The opposition had tabled the motion over a contract for patrol boats.",
		'f'},
};

static void interleaved_events_come_apart(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, COUNT(rows));
	struct story_result *results = add_all(story_window_new(&a, NULL), reports, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < i; k++)
			if (str_eq(results[i].story, results[k].story) != (rows[i].event == rows[k].event))
				fail_msg("%s and %s: %.*s", rows[k].key, rows[i].key, STR_ARG(results[i].reason));
}

static void the_order_inside_a_batch_decides_nothing(void **state)
{
	(void)state;
	enum { N = COUNT(rows) };
	struct report *reports = reports_of(rows, N), *shuffled = ARENA_ARRAY(&a, struct report, N);
	struct story_result *want = add_all(story_window_new(&a, NULL), reports, N);
	for (size_t step = 2; step < N; step++) { /* N is a prime: each step is a permutation */
		for (size_t i = 0; i < N; i++)
			shuffled[i] = reports[(i * step + 3) % N];
		struct story_result *got = add_all(story_window_new(&a, NULL), shuffled, N);
		for (size_t i = 0; i < N; i++) {
			ASSERT_STR(got[i].story, want[(i * step + 3) % N].story, step * 100 + i);
			ASSERT_STR(got[i].reason, want[(i * step + 3) % N].reason, step * 100 + i);
		}
	}
}

static void batches_and_single_reports_end_the_same(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, COUNT(rows));
	struct story_result *want = add_all(story_window_new(&a, NULL), reports, COUNT(rows));
	struct story_window *w = story_window_new(&a, NULL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct story_result *got = add_all(w, &reports[i], 1);
		ASSERT_STR(got->story, want[i].story, i);
		ASSERT_ROW(got->origin == want[i].origin && got->is_new == want[i].is_new, i);
	}
}

static void replayed_stories_are_kept_and_joined(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, 4);
	struct story_window *w = story_window_new(&a, NULL);
	reports[0].story = STR("theferry");
	struct story_result *results = add_all(w, reports, 4);
	ASSERT_STR(results[0].story, STR("theferry"), 0);
	ASSERT_STR(results[3].story, STR("theferry"), 3);
	assert_true(str_find(results[3].reason, STR("aurelia"), 0) != STR_NONE);
}

static void what_comes_after_the_window_is_another_story(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, 4);
	reports[3].published.utc_s += 6 * DAY_S;
	struct story_result *results = add_all(story_window_new(&a, NULL), reports, 4);
	assert_false(str_eq(results[0].story, results[3].story));
	const struct story_options wide = {.window_days = 30, .threshold = 0.05};
	results = add_all(story_window_new(&a, &wide), reports, 4);
	ASSERT_STR(results[3].story, results[0].story, 3);
}

static void old_reports_still_meet_when_they_come_feed_by_feed(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, 4);
	struct story_window *w = story_window_new(&a, NULL);
	struct report newer = reports[2];
	struct story_result *first = add_all(w, reports, 2);
	newer.published.utc_s += 3000 * DAY_S;
	(void)add_all(w, &newer, 1);
	struct story_result *late = add_all(w, &reports[3], 1);
	ASSERT_STR(late->story, first[0].story, 3);
}

static void publishers_and_countries_weld_nothing(void **state)
{
	(void)state;
	static const struct row apart[] = {
		{"1", "Valley Times", "2031-03-04T09:00:00Z", "en", "Bridge reopens | Valley Times",
			"Cars may use the bridge over the Tarn again.", '1'},
		{"2", "Valley Times", "2031-03-04T09:10:00Z", "en", "Baker wins prize | Valley Times",
			"A baker of rye bread was honoured for her loaf.", '2'},
		{"3", "", "2031-03-04T09:20:00Z", "en", "Ostravia: wheat harvest poor",
			"Farmers in Ostravia brought in less wheat.", '3'},
		{"4", "", "2031-03-04T09:30:00Z", "en", "Ostravia: museum robbed",
			"Thieves took paintings from a gallery in Ostravia.", '4'},
	};
	struct story_result *results =
		add_all(story_window_new(&a, NULL), reports_of(apart, COUNT(apart)), COUNT(apart));
	for (size_t i = 0; i < COUNT(apart); i++)
		ASSERT_ROW(results[i].is_new, i);
}

/* ---- near-copies ---- */

static const char wire[] =
	"The car ferry Aurelia ran aground off Kestrel Point early on Tuesday with 212 passengers "
	"aboard, the coast guard said. Lifeboats from Marrow took most of them to the harbour before "
	"noon. Captain Ines Valdor told reporters that the steering had failed in thick fog. The owner "
	"of the ship, Marrow Lines, said divers would look at the hull as soon as the wind allowed. It "
	"was the third accident on the route within five years, and the mayor of Marrow asked for a "
	"public inquiry into the state of the fleet.";

static struct row copies[] = {
	{"own", "The Ledger", "2031-03-04T07:00:00Z", "en", "Ferry aground",
		"A ferry with 212 people on board has run onto rocks near Kestrel Point, and boats from "
		"Marrow are on their way, according to the coast guard. The Aurelia left at five.",
		'a'},
	{"wire", "Coast Agency", "2031-03-04T08:00:00Z", "en", "Ferry Aurelia runs aground", wire, 'b'},
	{"whole", "Harbour Post", "2031-03-04T09:00:00Z", "en", "Ferry runs aground in fog", wire, 'b'},
	{"cut", "Valley Times", "2031-03-04T10:00:00Z", "en", "Ferry aground off Kestrel Point",
		"MARROW (CA) - The car ferry Aurelia ran aground off Kestrel Point early on Tuesday with "
		"212 passengers aboard, the coast guard said. Lifeboats from Marrow took most of them to "
		"the harbour before noon.",
		'b'},
	{"longer", "The Daily Relay", "2031-03-04T11:00:00Z", "en", "Ferry accident: inquiry wanted",
		NULL, 'b'},
};

static const char *longer_text(void)
{
	return str_to_c(&a,
		str_format(&a,
			"Follow us for more on this story. %s Our reader Olga Fenn saw the ship from her "
			"window and said that its horn had sounded for an hour before anybody came.",
			wire));
}

static void copies_lead_to_the_earliest(void **state)
{
	(void)state;
	copies[4].text = longer_text();
	struct report *reports = reports_of(copies, COUNT(copies));
	struct story_result *results = add_all(story_window_new(&a, NULL), reports, COUNT(copies));
	story_origins(reports, COUNT(copies));
	for (size_t i = 0; i < COUNT(copies); i++) {
		size_t want = copies[i].event == 'a' ? 0 : 1;
		ASSERT_ROW(results[i].origin == want, i);
		ASSERT_ROW(reports[i].origin == (int64_t)want, i);
		ASSERT_STR(results[i].story, results[0].story, i);
	}
	assert_true(reports[2].origin_share > 0.99);
	assert_true(reports[4].origin_share > 0.6 && reports[4].origin_share < 0.9);
	assert_int_equal(story_origin_count(reports, COUNT(copies)), 2);
}

static void outlets_of_one_owner_are_one_voice(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, 4);
	story_origins(reports, 4);
	assert_int_equal(story_origin_count(reports, 4), 2); /* two outlets, two reports each */
	for (size_t i = 0; i < 4; i++)
		reports[i].owner = STR("Coastal Media");
	assert_int_equal(story_origin_count(reports, 4), 1);
	story_origins(NULL, 0);
	assert_int_equal(story_origin_count(NULL, 0), 0);
}

static void a_late_original_copies_nothing(void **state)
{
	(void)state;
	struct story_window *w = story_window_new(&a, NULL);
	struct report copy = report_of(&copies[2]), original = report_of(&copies[1]);
	struct story_result *first = add_all(w, &copy, 1), *second = add_all(w, &original, 1);
	assert_int_equal(second->origin, 1);
	ASSERT_STR(second->story, first->story, 0);
}

/* ---- what a story holds ---- */

static void figures_that_differ_are_shown_as_written(void **state)
{
	(void)state;
	static const struct row flood[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Flood in Brask",
			"The flood in Brask destroyed 48 houses on the left bank of the river. The mayor, "
			"aged 61, asked the army for 20 boats.",
			'a'},
		{"2", "Valley Times", "2031-05-02T12:00:00Z", "en", "Brask under water",
			"Water destroyed 62 houses along the left bank of the river in Brask. Damage is put at "
			"$90 million. The flood was the worst for 40 years.",
			'a'},
		{"3", "The Ledger", "2031-05-02T13:00:00Z", "en", "River floods Brask",
			"About 50 houses were destroyed by the flood along the left bank of the river in "
			"Brask. In 1999 a flood destroyed 30 houses on the left bank of the river in Brask.",
			'a'},
	};
	struct report *reports = reports_of(flood, COUNT(flood));
	struct disagreement_vec d = story_disagreements(&a, reports, COUNT(flood));
	assert_int_equal(d.n, 1);
	ASSERT_STR(d.items[0].subject, STR("houses"), 0);
	assert_int_equal(d.items[0].figure_count, 2);
	ASSERT_STR(d.items[0].figures[0].figure, STR("48"), 0);
	ASSERT_STR(d.items[0].figures[1].figure, STR("62"), 0);
	struct cite cite = d.items[0].figures[1].cite;
	assert_int_equal(cite.report, 1);
	assert_true(str_starts(span_text(reports[1].text, cite.span), STR("Water destroyed 62")));
}

static void figures_that_something_else_explains_do_not_differ(void **state)
{
	(void)state;
	static const struct {
		const char *one, *other;
	} pairs[] = {
		/* the same figure, one of them rounded */
		{"The blaze injured 97 workers at the Nordal plant in Brask.",
			"The blaze injured about 100 workers at the Nordal plant in Brask."},
		/* killed, and injured */
		{"The blaze killed 12 workers at the Nordal plant in Brask.",
			"The blaze injured 25 workers at the Nordal plant in Brask."},
		/* two days */
		{"The blaze injured 20 workers at the Nordal plant in Brask on Monday.",
			"The blaze injured 25 workers at the Nordal plant in Brask on Sunday."},
		/* another report of the same figure further down */
		{"The blaze injured 20 workers at the Nordal plant in Brask.",
			"The blaze injured 25 workers at the Nordal plant in Brask. At first the firemen "
			"had counted 20 workers."},
		/* money, and people */
		{"The blaze cost the Nordal plant in Brask 20 million euros.",
			"The blaze cost the Nordal plant in Brask 25 workers."},
		/* other people altogether */
		{"The blaze injured 20 workers at the Nordal plant in Brask.",
			"The blaze injured 25 visitors at the Nordal plant in Brask."},
		/* durations and years */
		{"The blaze at the Nordal plant in Brask burned for 12 hours.",
			"The blaze at the Nordal plant in Brask burned for 14 hours."},
	};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		const struct row two[] = {
			{"1", "Harbour Post", "2031-05-06T10:00:00Z", "en", "Blaze", pairs[i].one, 'a'},
			{"2", "Valley Times", "2031-05-06T12:00:00Z", "en", "Blaze", pairs[i].other, 'a'},
		};
		ASSERT_ROW(story_disagreements(&a, reports_of(two, 2), 2).n == 0, i);
	}
}

static void one_voice_and_copies_do_not_disagree(void **state)
{
	(void)state;
	const struct row two[] = {
		{"1", "Harbour Post", "2031-05-06T10:00:00Z", "en", "Blaze",
			"The blaze injured 20 workers at the Nordal plant in Brask.", 'a'},
		{"2", "Harbour Post", "2031-05-06T12:00:00Z", "en", "Blaze",
			"The blaze injured 25 workers at the Nordal plant in Brask.", 'a'},
	};
	struct report *reports = reports_of(two, 2);
	assert_int_equal(story_disagreements(&a, reports, 2).n, 0);
	reports[1].outlet = STR("Valley Times");
	assert_int_equal(story_disagreements(&a, reports, 2).n, 1);
}

static void a_person_is_one_entry(void **state)
{
	(void)state;
	static const struct row visit[] = {
		{"1", "Harbour Post", "2031-05-02T10:00:00Z", "en", "Visit",
			"After weeks of quarrels about fishing rights, Foreign Minister Ines Valdor came to "
			"the harbour town of Marrow by train. She will talk to members of the World Reef "
			"Council (WRC) about nets, officials said. Later in the week Valdor will go home.",
			'a'},
		{"2", "Valley Times", "2031-05-02T12:00:00Z", "en", "Visit",
			"In the morning the WRC received Valdor, who praised the people of Marrow for their "
			"patience. The plan of Ines Maria Valdor's office would close two bays for a year. A "
			"fisherman named Olaf Brink waved.",
			'a'},
	};
	struct story_name_vec names = story_names(&a, reports_of(visit, 2), 2, 10);
	assert_true(names.n >= 3);
	size_t valdors = 0, councils = 0;
	for (size_t i = 0; i < names.n; i++) {
		const struct story_name *n = &names.items[i];
		ASSERT_ROW(n->reports == 2, i);
		if (str_find(n->name, STR("Valdor"), 0) != STR_NONE) {
			valdors++;
			ASSERT_ROW(n->mentions == 4, i);
			ASSERT_ROW(n->kind == NAME_PERSON, i);
			ASSERT_STR(n->role, STR("Foreign Minister"), i);
		}
		councils += str_eq(n->name, STR("World Reef Council"));
		ASSERT_ROW(!str_eq(n->name, STR("WRC")) && !str_eq(n->name, STR("Olaf Brink")), i);
	}
	assert_int_equal(valdors, 1);
	assert_int_equal(councils, 1);
	assert_int_equal(story_names(&a, reports_of(visit, 2), 2, 1).n, 1);
}

static void the_timeline_has_one_line_a_day(void **state)
{
	(void)state;
	static const struct row talks[] = {
		{"1", "Harbour Post", "2031-05-09T10:00:00Z", "en", "Talks", /* a Friday */
			"Delegations met in Marrow on Friday. The first round was held on 16 April 2031. A "
			"second round followed on Monday. The war began in 2027.",
			'a'},
		{"2", "Valley Times", "2031-05-10T12:00:00Z", "en", "Talks",
			"The second round ended without result on 5 May 2031. The ministers want to meet again "
			"on 2 June.",
			'a'},
	};
	struct report *reports = reports_of(talks, 2);
	struct story_moment_vec t = story_timeline(&a, reports, 2);
	static const char *const want[] = {"2031-04-16", "2031-05-05", "2031-06-02"};
	assert_int_equal(t.n, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		struct when when = t.items[i].when;
		when.is_day_only = true;
		ASSERT_STR(when_rfc3339(&a, when), str_c(want[i]), i);
		ASSERT_ROW(t.items[i].has_day, i);
	}
	/* The written date is better evidence than the weekday. */
	assert_int_equal(t.items[1].cite.report, 1);
}

static void what_reports_share_is_central(void **state)
{
	(void)state;
	struct report *reports = reports_of(rows, 4);
	reports[1] = reports[3]; /* two reports on the ferry */
	struct ranked_vec ranked = story_rank_sentences(&a, reports, 2);
	assert_int_equal(ranked.n, 5);
	for (size_t i = 0; i < ranked.n; i++) {
		bool is_first = ranked.items[i].position == 0;
		ASSERT_ROW((ranked.items[i].score > 1) == is_first, i);
	}
	/* Both count the 212 aboard; one alone quotes the captain. */
	assert_true(ranked.items[4].score > ranked.items[2].score);
}

/* ---- hostile input ---- */

static double seconds_since(clock_t start)
{
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

#define HOSTILE_S 20.0 /* under sanitizers, on a slow machine */

static void twenty_thousand_identical_reports_end_soon(void **state)
{
	(void)state;
	enum { N = 20000 };
	clock_t start = clock();
	struct report *reports = ARENA_ARRAY(&a, struct report, N);
	for (size_t i = 0; i < N; i++) {
		reports[i] = report_of(&rows[1]);
		reports[i].key = str_format(&a, "%zu", i);
	}
	struct story_result *results = add_all(story_window_new(&a, NULL), reports, N);
	story_origins(reports, N);
	for (size_t i = 1; i < N; i++) {
		ASSERT_STR(results[i].story, results[0].story, i);
		ASSERT_ROW(reports[i].origin == 0, i);
	}
	assert_true(seconds_since(start) < HOSTILE_S);
}

static void use_all(struct report *reports, size_t count)
{
	story_origins(reports, count);
	(void)story_origin_count(reports, count);
	(void)story_timeline(&a, reports, count);
	(void)story_disagreements(&a, reports, count);
	(void)story_names(&a, reports, count, 10);
	(void)story_rank_sentences(&a, reports, count);
}

static void empty_reports_found_stories_of_their_own(void **state)
{
	(void)state;
	static const struct row empty[] = {{"1", "", "", "", "", "", '1'},
		{"2", "", "", "", "", "", '2'}, {"3", "", "", "", "...", "\n \n", '3'},
		{"", "", "", "", "", "", '4'}};
	struct report *reports = reports_of(empty, COUNT(empty));
	struct story_window *w = story_window_new(&a, NULL);
	struct story_result *results = add_all(w, reports, COUNT(empty));
	for (size_t i = 0; i < COUNT(empty); i++)
		ASSERT_ROW(results[i].is_new && results[i].story.n && results[i].origin == i, i);
	story_add(w, &a, NULL, 0, NULL);
	use_all(reports, COUNT(empty));
	use_all(NULL, 0);
}

static struct buf repeated(const char *part, size_t size)
{
	struct buf text = BUF(LIMIT_TEXT + 100);
	while (text.n < size)
		buf_add_c(&text, part);
	return text;
}

static void long_reports_end_soon(void **state)
{
	(void)state;
	static const char *const parts[] = {"355 drones hit Brask on 4 May 2031. ", "a", "A B ", "1 ",
		"\xE2\x80\x9C", "Anna Berg 12 people. "};
	clock_t start = clock();
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct report r = report_of(&rows[0]);
		struct buf whole = repeated(parts[i], LIMIT_TEXT), part = repeated(parts[i], 65536);
		r.text = buf_str(&whole);
		(void)add_all(story_window_new(&a, NULL), &r, 1);
		r.text = buf_str(&part);
		use_all(&r, 1);
		buf_free(&whole);
		buf_free(&part);
		arena_free(&a);
	}
	assert_true(seconds_since(start) < HOSTILE_S);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(interleaved_events_come_apart, free_arena),
		cmocka_unit_test_teardown(the_order_inside_a_batch_decides_nothing, free_arena),
		cmocka_unit_test_teardown(batches_and_single_reports_end_the_same, free_arena),
		cmocka_unit_test_teardown(replayed_stories_are_kept_and_joined, free_arena),
		cmocka_unit_test_teardown(what_comes_after_the_window_is_another_story, free_arena),
		cmocka_unit_test_teardown(old_reports_still_meet_when_they_come_feed_by_feed, free_arena),
		cmocka_unit_test_teardown(publishers_and_countries_weld_nothing, free_arena),
		cmocka_unit_test_teardown(copies_lead_to_the_earliest, free_arena),
		cmocka_unit_test_teardown(outlets_of_one_owner_are_one_voice, free_arena),
		cmocka_unit_test_teardown(a_late_original_copies_nothing, free_arena),
		cmocka_unit_test_teardown(figures_that_differ_are_shown_as_written, free_arena),
		cmocka_unit_test_teardown(figures_that_something_else_explains_do_not_differ, free_arena),
		cmocka_unit_test_teardown(one_voice_and_copies_do_not_disagree, free_arena),
		cmocka_unit_test_teardown(a_person_is_one_entry, free_arena),
		cmocka_unit_test_teardown(the_timeline_has_one_line_a_day, free_arena),
		cmocka_unit_test_teardown(what_reports_share_is_central, free_arena),
		cmocka_unit_test_teardown(twenty_thousand_identical_reports_end_soon, free_arena),
		cmocka_unit_test_teardown(empty_reports_found_stories_of_their_own, free_arena),
		cmocka_unit_test_teardown(long_reports_end_soon, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
