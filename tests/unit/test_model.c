#include "unit.h"

#include "model/model.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct draft_sentence sentence(const char *text, size_t report)
{
	struct draft_sentence s = {
		.text = str_c(text), .wording = WORDING_QUOTE, .speaker = STR("Mara Quist")};
	*VEC_ADD(&a, &s.cites) = (struct cite){report, {3, 14}};
	return s;
}

static struct draft make_draft(void)
{
	static struct section sections[2];
	static struct draft_sentence body[3];
	static struct moment moments[1];
	static struct differing_figure figures[2] = {
		{STR_CONST("14"), {0, {0, 5}}}, {STR_CONST("23"), {1, {2, 5}}}};
	static struct disagreement rows[1] = {{STR_CONST("injured"), figures, 2}};
	static struct tag tags[1] = {{TAG_PLACE, STR_CONST("Harrowmouth")}};
	for (int i = 0; i < 3; i++)
		body[i] = sentence("“Body.”", (size_t)(i % 2));
	sections[0] = (struct section){SECTION_HAPPENED, body, 2};
	sections[1] = (struct section){SECTION_NEXT, body + 2, 1};
	moments[0].what = sentence("“Moment.”", 1);
	moments[0].when = when_from_civil((struct civil){.year = 2025, .month = 5, .day = 27}, 0);
	moments[0].when.is_day_only = true;
	return (struct draft){.language = STR("en"),
		.writer = STR("extract"),
		.headline = sentence("Head", 0),
		.standfirst = sentence("Stand", 1),
		.sections = sections,
		.section_count = 2,
		.moments = moments,
		.moment_count = 1,
		.disagreements = rows,
		.disagreement_count = 1,
		.tags = tags,
		.tag_count = 1};
}

static struct str to_json(const struct draft *d)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	model_put_draft(&w, d);
	struct str json = str_dup(&a, buf_str(&b));
	buf_free(&b);
	return json;
}

static void a_draft_survives_a_round_trip(void **state)
{
	(void)state;
	struct draft before = make_draft(), after;
	struct jv root;
	struct err err;
	struct str json = to_json(&before);
	assert_true(jv_parse(&a, json, &root, &err));
	assert_true(model_get_draft(&a, &root, 2, &after, &err));
	ASSERT_STR(to_json(&after), json, 0);
	assert_int_equal(after.sections[1].kind, SECTION_NEXT);
	assert_int_equal(after.moments[0].what.cites.items[0].report, 1);
	assert_true(after.moments[0].when.is_day_only);
	ASSERT_STR(after.disagreements[0].figures[1].figure, STR("23"), 0);
}

static void sentences_are_counted_in_reading_order(void **state)
{
	(void)state;
	struct draft d = make_draft();
	static const char *const want[] = {
		"Head", "Stand", "“Body.”", "“Body.”", "“Body.”", "“Moment.”"};
	for (size_t i = 0; i < COUNT(want); i++)
		ASSERT_STR(draft_sentence_at(&d, i)->text, str_c(want[i]), i);
	assert_null(draft_sentence_at(&d, COUNT(want)));
	assert_null(draft_sentence_at(&d, SIZE_MAX));
}

static void a_bad_draft_is_refused_with_a_reason(void **state)
{
	(void)state;
	struct draft d = make_draft(), after;
	static const struct {
		const char *from, *to;
	} rows[] = {
		{"\"cites\":[[1,3,14]]", "\"cites\":[[2,3,14]]"},
		{"\"cites\":[[1,3,14]]", "\"cites\":[[1,3]]"},
		{"\"cites\":[[1,3,14]]", "\"cites\":[[1,-3,14]]"},
		{"\"wording\":\"quote\"", "\"wording\":\"poem\""},
		{"\"kind\":\"next\"", "\"kind\":\"conclusion\""},
		{"\"kind\":\"place\"", "\"kind\":\"planet\""},
		{"\"headline\":{", "\"no\":{"},
		{"\"cite\":[0,0,5]", "\"cite\":7"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct jv root;
		struct err err = {0};
		struct str json = to_json(&d),
				   broken = str_replace(&a, json, str_c(rows[i].from), str_c(rows[i].to));
		ASSERT_ROW(!str_eq(json, broken), i);
		ASSERT_ROW(jv_parse(&a, broken, &root, &err), i);
		ASSERT_ROW(!model_get_draft(&a, &root, 2, &after, &err), i);
		ASSERT_ROW(err.kind == ERR_INPUT && err.msg[0], i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_draft_survives_a_round_trip, free_arena),
		cmocka_unit_test_teardown(sentences_are_counted_in_reading_order, free_arena),
		cmocka_unit_test_teardown(a_bad_draft_is_refused_with_a_reason, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
