#include "unit.h"

#include "check/edit.h"
#include "check/forms.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct edit compare(const char *draft, const char *source)
{
	struct edit_words *words = ARENA_ARRAY(&a, struct edit_words, 2);
	words[0] = edit_words_of(&a, str_c(draft), STR("en"));
	words[1] = edit_words_of(&a, str_c(source), STR("en"));
	return edit_compare(&a, &words[0], &words[1]);
}

/* "same|-source words>draft words|same": what one would mark with a red pencil. */
static struct str show(const struct edit *e, const char *draft, const char *source)
{
	struct buf b = BUF(4096);
	for (size_t i = 0; i < e->runs.n; i++) {
		const struct edit_run *r = &e->runs.items[i];
		struct str of_draft = span_text(str_c(draft), edit_span(e->draft, r->draft, r->draft_n));
		struct str of_source =
			span_text(str_c(source), edit_span(e->source, r->source, r->source_n));
		buf_addf(&b, "%s", i ? "|" : "");
		if (r->kind == EDIT_SAME)
			buf_addf(&b, "%.*s", STR_ARG(of_draft));
		else
			buf_addf(&b, "[%.*s>%.*s]", STR_ARG(of_source), STR_ARG(of_draft));
	}
	struct str shown = str_dup(&a, buf_str(&b));
	buf_free(&b);
	return shown;
}

static void runs_tell_what_was_changed(void **state)
{
	(void)state;
	static const struct {
		const char *draft, *source, *runs;
	} rows[] = {
		{"The mill burned down", "The mill burned down", "The mill burned down"},
		{"The mill did not burn down", "The mill burned down", "The mill|[>did not]|burn down"},
		{"The mill fell", "The mill had fallen", "The mill|[had>]|fell"},
		{"Prices rose sharply in May", "Prices fell sharply in May",
			"Prices|[fell>rose]|sharply in May"},
		{"She isn't the owner", "She is the owner", "She is|[>n't]|the owner"},
		{"the 21-year-young rower", "the 21 - year - old rower", "the 21-year|[old>young]|rower"},
		{"On Monday the ferry sank", "The old ferry sank off Orrin",
			"[The old>On Monday the]|ferry sank|[off Orrin>]"},
		{"", "The ferry sank", "[The ferry sank>]"},
		{"The ferry sank", "", "[>The ferry sank]"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct edit e = compare(rows[i].draft, rows[i].source);
		ASSERT_STR(show(&e, rows[i].draft, rows[i].source), str_c(rows[i].runs), i);
	}
}

static void pairs_stay_together(void **state)
{
	(void)state;
	/* "the" and "bridge" stand twice in the source; the pair beside the other words is meant. */
	struct edit e =
		compare("the bridge was closed", "the bridge in Orrin and the bridge was closed");
	assert_int_equal(e.to_source[0], 5);
	assert_int_equal(e.to_source[1], 6);
	assert_true(e.share > 0.99);
}

static void long_sentences_are_compared_up_to_a_limit(void **state)
{
	(void)state;
	struct buf b = BUF(1 << 20);
	for (int i = 0; i < 20000; i++)
		buf_addf(&b, "word%d not-", i % 7);
	const char *text = arena_cstr(&a, b.p, b.n);
	buf_free(&b);
	struct edit e = compare(text, text);
	assert_int_equal(e.draft->n, EDIT_DRAFT_WORDS);
	assert_int_equal(e.source->n, EDIT_DRAFT_WORDS); /* both were read as drafts are */
	assert_int_equal(e.to_source[EDIT_DRAFT_WORDS - 1], EDIT_DRAFT_WORDS - 1);
}

static void irregular_forms_are_sorted(void **state)
{
	(void)state;
	for (size_t i = 0; i < form_count(); i++) {
		ASSERT_ROW(i == 0 || str_cmp(form_at(i - 1), form_at(i)) < 0, i);
		struct str stem = form_stem(form_at(i));
		ASSERT_ROW(stem.n > 0, i);
		/* The stem of a basic form is a fixed point of the stemmer, or all but its last letter. */
		ASSERT_ROW(!str_eq(stem, form_at(i)), i);
	}
	static const char *const same[][2] = {{"went", "go"}, {"rose", "rises"}, {"fell", "falling"},
		{"chose", "choosing"}, {"left", "leaves"}, {"undertook", "undertaking"}, {"flew", "flying"},
		{"lost", "loses"}, {"overcame", "overcome"}, {"gave", "gives"}};
	for (size_t i = 0; i < COUNT(same); i++)
		ASSERT_STR(form_stem(str_c(same[i][0])), text_stem(&a, str_c(same[i][1]), STR("en")), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(runs_tell_what_was_changed, free_arena),
		cmocka_unit_test_teardown(pairs_stay_together, free_arena),
		cmocka_unit_test_teardown(long_sentences_are_compared_up_to_a_limit, free_arena),
		cmocka_unit_test_teardown(irregular_forms_are_sorted, free_arena),
	};
	return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
