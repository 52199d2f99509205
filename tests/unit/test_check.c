#include "unit.h"

#include "check/check.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct when day(const char *text)
{
	struct when w;
	BUG_ON(!when_parse_rfc3339(str_c(text), &w));
	return w;
}

/* Three reports of two outlets about one event. */
static const char ledger[] =
	"Mayor Anna Brandt opened the new harbour bridge on Monday. It cost 35 million euros, and 335 "
	"people came to see it. “We waited nine years for this bridge,” Brandt said. The bridge is 410 "
	"metres long. Ferries will stop on 1 July.";
static const char herald[] =
	"The harbour bridge was opened on 26 May 2025. About 40 percent of the town's traffic will use "
	"it, said Tomas Reyes, who planned it. He called the work “a long road with many bends”.";
static const char echo[] = "Köprü pazartesi günü açıldı. Belediye başkanı Brandt törene katıldı.";

static struct report *reports(void)
{
	struct report *r = ARENA_ARRAY(&a, struct report, 3);
	r[0] = (struct report){.key = STR("a"),
		.title = STR("Harbour bridge opens after nine years"),
		.outlet = STR("The Quay Ledger"),
		.language = STR("en"),
		.text = str_c(ledger),
		.published = day("2025-05-27T08:00:00Z"),
		.modified = WHEN_UNKNOWN,
		.origin = 0};
	r[1] = (struct report){.key = STR("b"),
		.title = STR("Bridge opened - Herald 24"),
		.outlet = STR("Herald 24"),
		.language = STR("en"),
		.text = str_c(herald),
		.published = day("2025-05-28T08:00:00Z"),
		.modified = WHEN_UNKNOWN,
		.origin = 1};
	r[2] = (struct report){.key = STR("c"),
		.title = STR("Köprü açıldı"),
		.outlet = STR("Liman Postası"),
		.language = STR("tr"),
		.text = str_c(echo),
		.published = day("2025-05-27T09:00:00Z"),
		.modified = WHEN_UNKNOWN,
		.origin = 2};
	return r;
}

/* The sentence of a report that begins with these words, as a cite. */
static struct cite cite_of(const struct report *r, size_t report, const char *words)
{
	struct span_vec sentences = text_sentences(&a, r[report].text, r[report].language);
	for (size_t i = 0; i < sentences.n; i++)
		if (str_starts(span_text(r[report].text, sentences.items[i]), str_c(words)))
			return (struct cite){report, sentences.items[i]};
	fail_msg("no sentence begins with \"%s\"", words);
	return (struct cite){0};
}

struct row {
	enum wording wording;
	const char *text;
	size_t report;
	const char *cited; /* the beginning of the cited sentence */
	const char *speaker;
	const char *kind; /* of the worst finding; NULL: none at all */
	const char *at;   /* what it points to; NULL: anything */
	enum tier tier;
};

/* A draft of one sentence in its body. */
static struct check_result check_row(const struct report *r, const struct row *row)
{
	struct draft_sentence *s = ARENA_NEW(&a, struct draft_sentence);
	struct section *section = ARENA_NEW(&a, struct section);
	*s = (struct draft_sentence){
		.text = str_c(row->text), .wording = row->wording, .speaker = str_c(row->speaker)};
	*VEC_ADD(&a, &s->cites) = cite_of(r, row->report, row->cited);
	*section = (struct section){.kind = SECTION_HAPPENED, .sentences = s, .sentence_count = 1};
	struct draft d = {.language = STR("en"), .sections = section, .section_count = 1};
	struct check_result result;
	check_draft(&a, &d, r, 3, day("2025-05-29"), &result);
	return result;
}

static const struct finding *worst_of(const struct check_result *result)
{
	const struct finding *worst = NULL;
	for (size_t i = 0; i < result->findings.n; i++)
		if (!worst || result->findings.items[i].tier > worst->tier)
			worst = &result->findings.items[i];
	return worst;
}

static void check_rows(const struct row *rows, size_t count)
{
	const struct report *r = reports();
	for (size_t i = 0; i < count; i++) {
		struct check_result result = check_row(r, &rows[i]);
		const struct finding *worst = worst_of(&result);
		if (!rows[i].kind) {
			if (worst)
				fail_msg(
					"row %zu: found %.*s: %.*s", i, STR_ARG(worst->kind), STR_ARG(worst->explain));
			ASSERT_ROW(result.passes, i);
			assert_int_equal(result.sentences[2].verdict, VERDICT_SUPPORTED);
			continue;
		}
		if (!worst)
			fail_msg("row %zu: nothing found", i);
		ASSERT_STR(worst->kind, str_c(rows[i].kind), i);
		ASSERT_ROW(worst->tier == rows[i].tier, i);
		ASSERT_ROW(result.passes == (rows[i].tier != TIER_ERROR), i);
		ASSERT_ROW(worst->sentence == 2 && worst->explain.n > 0, i);
		if (rows[i].at)
			ASSERT_STR(span_text(str_c(rows[i].text), worst->span), str_c(rows[i].at), i);
	}
}

static void quotations_stand_word_for_word_in_what_is_cited(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{WORDING_QUOTE,
			"“We waited nine years for this bridge,” Brandt said, The Quay Ledger reports.", 0,
			"“We waited", "Brandt", NULL, NULL, TIER_OK},
		{WORDING_QUOTE, "Brandt said: “We waited … for this bridge.”", 0, "“We waited",
			"Anna Brandt", NULL, NULL, TIER_OK},
		{WORDING_QUOTE, "“We waited ten years for this bridge,” Brandt said.", 0, "“We waited",
			"Brandt", "quote", "We waited ten years for this bridge,", TIER_ERROR},
		{WORDING_QUOTE, "“For this bridge … we waited,” Brandt said.", 0, "“We waited", "Brandt",
			"quote", NULL, TIER_ERROR},
		{WORDING_QUOTE, "The Quay Ledger reports: “It cost 35 million euros.”", 0, "“We waited", "",
			"quote", "It cost 35 million euros.", TIER_ERROR},
		{WORDING_QUOTE, "Reyes said: “We waited nine years for this bridge.”", 0, "“We waited",
			"Tomas Reyes", "speaker", NULL, TIER_ERROR},
	};
	check_rows(rows, COUNT(rows));
}

static void the_desks_own_words_are_in_what_it_cites(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{WORDING_DESK, "The bridge cost 35 million euros, and 335 people came.", 0, "It cost", "",
			NULL, NULL, TIER_OK},
		{WORDING_DESK, "The bridge cost €35 million.", 0, "It cost", "", NULL, NULL, TIER_OK},
		{WORDING_DESK, "At the bridge were 355 people.", 0, "It cost", "", "number", "355",
			TIER_ERROR},
		{WORDING_DESK, "The bridge cost 53 million euros.", 0, "It cost", "", "money",
			"53 million euros", TIER_ERROR},
		{WORDING_DESK, "The traffic: 40 percent.", 1, "About 40", "", NULL, NULL, TIER_OK},
		{WORDING_DESK, "The traffic: 60 percent.", 1, "About 40", "", "percent", "60 percent",
			TIER_ERROR},
		{WORDING_DESK, "The bridge is 410 metres long.", 0, "It cost", "", "number", NULL,
			TIER_REVIEW},
		{WORDING_DESK, "Anna Brandt opened the bridge on 26 May 2025.", 0, "Mayor Anna", "", NULL,
			NULL, TIER_OK},
		{WORDING_DESK, "Anna Brandt opened the bridge on 19 May 2025.", 0, "Mayor Anna", "", "date",
			"19 May 2025", TIER_ERROR},
		{WORDING_DESK, "The mayor, Anna Keller, opened the bridge.", 0, "Mayor Anna", "", "name",
			"Keller", TIER_ERROR},
		{WORDING_DESK, "It cost Anna Brandt 35 million euros.", 0, "It cost", "", "name",
			"Anna Brandt", TIER_REVIEW},
	};
	check_rows(rows, COUNT(rows));
}

static void what_the_desk_says_about_reports_is_compared_with_them(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{WORDING_DESK, "According to Herald 24, the bridge was opened on 26 May 2025.", 1,
			"The harbour", "", NULL, NULL, TIER_OK},
		{WORDING_DESK, "According to The Quay Ledger, the bridge was opened on 26 May 2025.", 1,
			"The harbour", "", "name", "The Quay Ledger", TIER_ERROR},
		{WORDING_DESK,
			"Three outlets report on the bridge; the latest report, by Herald 24, is of 28 May "
			"2025.",
			1, "The harbour", "", NULL, NULL, TIER_OK},
		{WORDING_DESK, "Five outlets report on the bridge.", 1, "The harbour", "", "number", "Five",
			TIER_REVIEW},
		{WORDING_DESK, "25 outlets report on the bridge.", 1, "The harbour", "", "number", "25",
			TIER_ERROR},
		{WORDING_DESK, "The latest report, by Herald 24, is of 29 May 2025.", 1, "The harbour", "",
			"date", "29 May 2025", TIER_ERROR},
		{WORDING_QUOTE, "Liman Postası (in Turkish): “Köprü pazartesi günü açıldı.”", 2, "Köprü",
			"", NULL, NULL, TIER_OK},
		{WORDING_QUOTE, "Liman Postası (in Polish): “Köprü pazartesi günü açıldı.”", 2, "Köprü", "",
			"name", "Polish", TIER_ERROR},
	};
	check_rows(rows, COUNT(rows));
}

static void copies_and_leftovers_are_caught(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{WORDING_DESK,
			"The Quay Ledger says Mayor Anna Brandt opened the new harbour bridge on Monday.", 0,
			"Mayor Anna", "", "copy", "Mayor Anna Brandt opened the new harbour bridge on Monday",
			TIER_ERROR},
		{WORDING_QUOTE,
			"The Quay Ledger: “Mayor Anna Brandt opened the new harbour bridge on Monday.”", 0,
			"Mayor Anna", "", NULL, NULL, TIER_OK},
		{WORDING_DESK, "Brandt opened the harbour bridge [1].", 0, "Mayor Anna", "", "leftover",
			"[1]", TIER_ERROR},
		{WORDING_DESK, "As an AI, I say Brandt opened the bridge.", 0, "Mayor Anna", "", "leftover",
			"As an AI", TIER_ERROR},
		{WORDING_DESK, "Brandt **opened** the bridge.", 0, "Mayor Anna", "", "leftover", "**",
			TIER_ERROR},
		{WORDING_DESK, "Brandt opened the bridge: https://quay.example/b.", 0, "Mayor Anna", "",
			"leftover", "https://", TIER_ERROR},
	};
	check_rows(rows, COUNT(rows));
}

static void headlines_are_an_outlets_own(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{WORDING_HEADLINE, "Harbour bridge opens after nine years", 0, "Mayor Anna", "", NULL, NULL,
			TIER_OK},
		{WORDING_HEADLINE, "Bridge opened", 1, "The harbour", "", NULL, NULL, TIER_OK},
		{WORDING_HEADLINE, "Harbour bridge opens after ten years", 0, "Mayor Anna", "", "headline",
			NULL, TIER_ERROR},
		{WORDING_HEADLINE, "Bridge opened", 0, "Mayor Anna", "", "headline", NULL, TIER_ERROR},
	};
	check_rows(rows, COUNT(rows));
}

static void sentences_without_a_source_do_not_pass(void **state)
{
	(void)state;
	const struct report *r = reports();
	struct draft_sentence s = {.text = STR("The bridge is open.")};
	struct section section = {.sentences = &s, .sentence_count = 1};
	struct draft d = {.language = STR("en"), .sections = &section, .section_count = 1};
	static const struct cite bad[] = {
		{9, {0, 5}}, {0, {100000, 5}}, {0, {3, SIZE_MAX}}, {0, {3, 0}}};
	for (size_t i = 0; i <= COUNT(bad); i++) {
		struct check_result result;
		s.cites = (struct cite_vec){0};
		if (i < COUNT(bad))
			*VEC_ADD(&a, &s.cites) = bad[i];
		check_draft(&a, &d, r, 3, day("2025-05-29"), &result);
		ASSERT_ROW(!result.passes, i);
		ASSERT_STR(result.findings.items[0].kind, STR("unsupported"), i);
	}
}

static struct check_result check_english(const char *draft)
{
	struct check_result result;
	check_text(&a, str_c(draft), false, reports(), 2, day("2025-05-29"), &result);
	return result;
}

static void texts_find_their_sources(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum verdict verdict;
		enum tier tier;
		size_t report;
		const char *cited; /* the first cite begins so; NULL: no matter */
	} rows[] = {
		{"The mayor opened the harbour bridge on Monday.", VERDICT_SUPPORTED, TIER_OK, 0,
			"Mayor Anna"},
		{"The new bridge has a length of 410 metres.", VERDICT_SUPPORTED, TIER_OK, 0,
			"The bridge is"},
		{"Some 40% of the traffic of the town will use the bridge.", VERDICT_SUPPORTED, TIER_OK, 1,
			"About 40"},
		{"The bridge is 510 metres long.", VERDICT_CONTRADICTED, TIER_ERROR, 0, "The bridge is"},
		{"Ferries will stop on 2 July.", VERDICT_CONTRADICTED, TIER_ERROR, 0, "Ferries"},
		{"Mayor Carla Brandt opened the new harbour bridge on Monday.", VERDICT_CONTRADICTED,
			TIER_ERROR, 0, "Mayor Anna"},
		{"Reyes called the work “a short road with many bends”.", VERDICT_UNSUPPORTED, TIER_ERROR,
			1, "He called"},
		{"Economists expect rising rents along both banks.", VERDICT_UNSUPPORTED, TIER_REVIEW, 0,
			NULL},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct report *r = reports();
		struct check_result result = check_english(rows[i].text);
		assert_int_equal(result.sentence_count, 1);
		const struct checked_sentence *s = &result.sentences[0];
		if (s->verdict != rows[i].verdict || s->tier != rows[i].tier)
			fail_msg("row %zu: %s, %s: %.*s", i, verdict_names[s->verdict], tier_names[s->tier],
				STR_ARG(result.findings.n ? result.findings.items[0].explain : STR("")));
		if (!rows[i].cited)
			continue;
		ASSERT_ROW(s->cites.n > 0 && s->cites.items[0].report == rows[i].report, i);
		struct str cited = span_text(r[rows[i].report].text, s->cites.items[0].span);
		ASSERT_ROW(str_starts(cited, str_c(rows[i].cited)), i);
	}
}

static void scores_rise_with_risk(void **state)
{
	(void)state;
	static const char *const by_risk[] = {
		"Mayor Anna Brandt opened the new harbour bridge on Monday.",
		"Mayor Anna Brandt opened the harbour bridge on Monday with a speech.",
		"Mayor Carla Brandt opened the harbour bridge on Monday with a speech.",
		"Mayor Carla Brandt opened 77 harbour bridges on Monday with a speech."};
	double before = -1;
	for (size_t i = 0; i < COUNT(by_risk); i++) {
		double score = check_english(by_risk[i]).sentences[0].score;
		ASSERT_ROW(score > before && score <= 1, i);
		before = score;
	}
}

static void spans_count_in_the_whole_draft(void **state)
{
	(void)state;
	static const char draft[] =
		"Reyes – he planned the bridge – came. The bridge is 510 metres long.";
	struct check_result result = check_english(draft);
	assert_int_equal(result.sentence_count, 2);
	ASSERT_STR(span_text(str_c(draft), result.sentences[1].span),
		STR("The bridge is 510 metres long."), 0);
	const struct finding *f = &result.findings.items[result.findings.n - 1];
	assert_int_equal(f->sentence, 1);
	ASSERT_STR(str_sub(span_text(str_c(draft), f->span), 0, 3), STR("510"), 1);
	ASSERT_STR(f->kind, STR("number"), 2);
	assert_true(f->has_evidence);
}

static void nothing_gives_nothing(void **state)
{
	(void)state;
	struct check_result result;
	check_text(&a, STR(""), false, NULL, 0, WHEN_UNKNOWN, &result);
	assert_int_equal(result.sentence_count, 0);
	assert_true(result.passes);
	check_text(&a, STR("Ferries stop."), true, NULL, 0, WHEN_UNKNOWN, &result);
	assert_int_equal(result.sentence_count, 1);
	assert_int_equal(result.sentences[0].verdict, VERDICT_UNSUPPORTED);
}

static void hostile_texts_end_soon(void **state)
{
	(void)state;
	static const char *const patterns[] = {"a ", "“", "1 ", "A ", "A. ", "\"a\" ", "… ", "[",
		"2025 ", "A-", "a-a-a-a ", "**", "# a\n", "said X. "};
	for (size_t i = 0; i < COUNT(patterns); i++) {
		struct buf b = BUF(1 << 20);
		while (b.n < (20 << 10))
			buf_add_c(&b, patterns[i]);
		struct report r = {.text = buf_str(&b),
			.title = str_sub(buf_str(&b), 0, 500),
			.published = WHEN_UNKNOWN,
			.modified = WHEN_UNKNOWN};
		struct check_result result;
		clock_t start = clock();
		check_text(&a, buf_str(&b), false, &r, 1, WHEN_UNKNOWN, &result);
		ASSERT_ROW((clock() - start) / (CLOCKS_PER_SEC / 1000) < 3000, i);
		buf_free(&b);
		arena_free(&a);
	}
}

/* Sentences of made-up words up to so many bytes; each fourth has a name, a sum and a date. */
static void make_sentences(struct buf *b, size_t bytes, size_t words, uint32_t state)
{
	for (size_t sentence = 0; b->n < bytes; sentence++) {
		if (sentence % 4 == 3) {
			state = state * 1664525u + 1013904223u;
			buf_addf(b, "Mr K%xo paid $%u on %u May. ", state >> 20, state % 99991, state % 28 + 1);
			continue;
		}
		for (size_t i = 0; i < words; i++) {
			state = state * 1664525u + 1013904223u;
			buf_addf(b, "%s%x%s", i ? "m" : "B", state >> 18, i + 1 < words ? " " : ". ");
		}
	}
}

static void long_drafts_against_long_sources_take_linear_time(void **state)
{
	(void)state;
	static const struct {
		size_t source, words, draft;
	} rows[] = {
		{1 << 20, 12, 2000},      /* a short draft, a long source */
		{1 << 16, 12, 250000},    /* the other way round: 10,000 sentences */
		{1 << 18, 1 << 17, 60000} /* one sentence without an end */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf source = BUF(2 << 20), draft = BUF(1 << 20);
		make_sentences(&source, rows[i].source, rows[i].words, 1);
		make_sentences(&draft, rows[i].draft, 3, 2);
		struct report r = {.text = buf_str(&source),
			.language = STR("en"),
			.published = WHEN_UNKNOWN,
			.modified = WHEN_UNKNOWN};
		struct check_result result;
		clock_t start = clock();
		check_text(&a, buf_str(&draft), false, &r, 1, WHEN_UNKNOWN, &result);
		ASSERT_ROW((clock() - start) / (CLOCKS_PER_SEC / 1000) < 5000, i);
		ASSERT_ROW(result.sentence_count > rows[i].draft / 50, i);
		buf_free(&source);
		buf_free(&draft);
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(quotations_stand_word_for_word_in_what_is_cited, free_arena),
		cmocka_unit_test_teardown(the_desks_own_words_are_in_what_it_cites, free_arena),
		cmocka_unit_test_teardown(
			what_the_desk_says_about_reports_is_compared_with_them, free_arena),
		cmocka_unit_test_teardown(copies_and_leftovers_are_caught, free_arena),
		cmocka_unit_test_teardown(headlines_are_an_outlets_own, free_arena),
		cmocka_unit_test_teardown(sentences_without_a_source_do_not_pass, free_arena),
		cmocka_unit_test_teardown(texts_find_their_sources, free_arena),
		cmocka_unit_test_teardown(scores_rise_with_risk, free_arena),
		cmocka_unit_test_teardown(spans_count_in_the_whole_draft, free_arena),
		cmocka_unit_test_teardown(nothing_gives_nothing, free_arena),
		cmocka_unit_test_teardown(hostile_texts_end_soon, free_arena),
		cmocka_unit_test_teardown(long_drafts_against_long_sources_take_linear_time, free_arena),
	};
	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
