#include "unit.h"

#include "write/write.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void write_one(const char *title, const char *text, struct draft *draft)
{
	struct report report = {.key = STR("1"),
		.outlet = STR("The Orlow Mirror"),
		.language = STR("en"),
		.title = str_c(title),
		.text = str_c(text),
		.state = PAGE_FULL};
	assert_true(when_parse_rfc3339(STR("2031-06-12T09:00:00Z"), &report.published));
	struct write_options options = {.language = STR("en"),
		.now = report.published,
		.extract_words = 60,
		.extract_sentences = 3};
	struct err err = {0};
	if (!writer_find(STR("extract"))->write(&a, &report, 1, &options, draft, &err))
		fail_msg("%s: %s", title, err.msg);
}

/* What follows a lead so that there is something to quote whatever the desk makes of it. */
#define REST \
	"\n\nAt Orlow harbour the western pier was closed to all ships in the spring of the year " \
	"before. At Gannet the town council has asked the ministry for a second ferry."

static void the_main_fact_makes_the_headline(void **state)
{
	(void)state;
	static const struct {
		const char *title, *lead, *want;
	} table[] = {
		{"Brandt shuts the ferry pier",
			"Harbour master Livia Brandt on Tuesday ordered the ferry "
			"pier closed, after divers had found cracks in it.",
			"Harbour master Livia Brandt orders ferry pier closed"},
		{"Brandt resigns as mayor of Orlow",
			"Mayor Livia Brandt of Orlow, who took office in 2027, resigned from the town council, "
			"a clerk said Tuesday.",
			"Livia Brandt of Orlow resigns from town council, a clerk said"},
		/* An introduction and a remark on how it was done are left out. */
		{"Brandt against the Tarn bridge",
			"In a first for the valley, Livia Brandt sharply criticized the Tarn bridge; the "
			"Gannet council backs it.",
			"Livia Brandt criticizes Tarn bridge"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct draft draft;
		write_one(table[i].title, str_format(&a, "%s" REST, table[i].lead).p, &draft);
		ASSERT_STR(draft.headline.text, str_c(table[i].want), i);
		ASSERT_ROW(draft.headline.wording == WORDING_DESK, i);
	}
}

static void a_lead_that_does_not_hold_cut_gives_no_headline(void **state)
{
	(void)state;
	static const struct {
		const char *title, *lead;
	} table[] = {
		/* a condition, a doubt */
		{"Brandt may shut pier", "Livia Brandt ordered the pier closed, if divers find cracks."},
		/* a verb without its clause */
		{"Brandt and the pier",
			"Livia Brandt said that the pier, \"a ruin of the worst kind\", had to go."},
		/* an adjective before the quotation */
		{"Brandt on Orlow pier",
			"Livia Brandt called the Orlow pier a \"ruin that must go\" on Tuesday."},
		/* who? */
		{"She shuts Orlow pier", "She ordered the Orlow pier closed on Tuesday and left the town."},
		/* two places, no sentence's end */
		{"Orlow pier burns", "A fire was reported near Gannet, Tarn, on the Orlow pier this week."},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct draft draft;
		write_one(table[i].title, str_format(&a, "%s" REST, table[i].lead).p, &draft);
		ASSERT_STR(draft.headline.text, str_c(table[i].title), i);
		ASSERT_ROW(draft.headline.wording == WORDING_HEADLINE, i);
	}
}

static void a_title_is_not_given_to_somebody_of_the_same_surname(void **state)
{
	(void)state;
	struct draft draft;
	write_one("Brandt closes the Orlow pier",
		"Mayor Brandt ordered the Orlow pier closed on Tuesday, after a storm had damaged it. Nora "
		"Brandt, a sister, runs the ferry office." REST,
		&draft);
	assert_true(str_find(draft.headline.text, STR("Nora"), 0) == STR_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_main_fact_makes_the_headline, free_arena),
		cmocka_unit_test_teardown(a_lead_that_does_not_hold_cut_gives_no_headline, free_arena),
		cmocka_unit_test_teardown(a_title_is_not_given_to_somebody_of_the_same_surname, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
