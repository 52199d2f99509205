#include "unit.h"

#include "desk/parts.h"

static struct arena a;
static const struct when now = {.utc_s = 1748462400}; /* 2025-05-28T20:00:00Z */

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct when at(const char *text)
{
	struct when w;
	BUG_ON(!when_parse_rfc3339(str_c(text), &w));
	return w;
}

/* ---- a small draft ---- */

static const char quay[] =
	"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns. "
	"Divers found cracks in 14 of its 60 piles. Fishing boats have used the north quay since then.";
static const char tide[] =
	"Quayham will rebuild its east pier. The works take two years, its chair Mara Quist said.";

static struct report_vec make_reports(void)
{
	static const struct {
		const char *outlet, *title, *text, *topic;
	} rows[] = {{"The Quay Ledger", "Quayham to rebuild its east pier", quay, "harbour"},
		{"Tide Radio", "Two years of works at the east pier", tide, ""}};
	struct report_vec reports = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		*VEC_ADD(&a, &reports) = (struct report){.key = str_c(rows[i].title),
			.title = str_c(rows[i].title),
			.outlet = str_c(rows[i].outlet),
			.text = str_c(rows[i].text),
			.topic = str_c(rows[i].topic),
			.language = STR("en"),
			.published = at("2025-05-27T10:00:00Z"),
			.modified = WHEN_UNKNOWN,
			.fetched = now,
			.state = PAGE_FULL,
			.origin = (int64_t)i};
	return reports;
}

/* A sentence that cites the n-th sentence of a report. */
static struct draft_sentence sentence(
	const struct report_vec *reports, const char *text, size_t report, size_t n)
{
	const struct report *r = &reports->items[report];
	struct span_vec spans = text_sentences(&a, r->text, r->language);
	struct draft_sentence s = {.text = str_c(text), .wording = WORDING_DESK};
	BUG_ON(n >= spans.n);
	*VEC_ADD(&a, &s.cites) = (struct cite){report, spans.items[n]};
	return s;
}

/* Headline, standfirst, two sections of two and one, a moment: sentences 0 to 5. */
static struct draft make_draft(const struct report_vec *reports, const char *const texts[6])
{
	struct draft d = {.language = STR("en"),
		.writer = STR("extract"),
		.section_count = 2,
		.moment_count = 1,
		.headline = sentence(reports, texts[0], 0, 0),
		.standfirst = sentence(reports, texts[1], 0, 0)};
	d.sections = ARENA_ARRAY(&a, struct section, 2);
	d.moments = ARENA_ARRAY(&a, struct moment, 1);
	d.sections[0] =
		(struct section){SECTION_HAPPENED, ARENA_ARRAY(&a, struct draft_sentence, 2), 2};
	d.sections[1] = (struct section){SECTION_NEXT, ARENA_ARRAY(&a, struct draft_sentence, 1), 1};
	d.sections[0].sentences[0] = sentence(reports, texts[2], 0, 1);
	d.sections[0].sentences[1] = sentence(reports, texts[3], 0, 2);
	d.sections[1].sentences[0] = sentence(reports, texts[4], 1, 1);
	d.moments[0] =
		(struct moment){.when = at("2025-05-26"), .what = sentence(reports, texts[5], 0, 0)};
	return d;
}

static const char *const right[6] = {"Quayham rebuilds its east pier",
	"It costs 4.2 million crowns.", "Of the 60 piles, 14 had cracks.",
	"The boats went to the north quay.", "That takes two years.", "The board votes."};

static size_t count_sentences(const struct draft *d)
{
	size_t n = 0;
	while (draft_sentence_at(d, n))
		n++;
	return n;
}

static void dropping_keeps_the_rest_in_order(void **state)
{
	(void)state;
	static const struct {
		const char *drop; /* an x for each sentence that goes */
		const char *want; /* the numbers of those that stay */
		size_t sections, moments;
	} rows[] = {
		{"------", "012345", 2, 1}, {"--x---", "01345", 2, 1}, {"---x-x", "0124", 2, 0},
		{"----x-", "01235", 1, 1}, {"--xx--", "0145", 1, 1}, {"--xxxx", "01", 0, 0},
		{"xx----", "012345", 2, 1}, /* headline and standfirst can't go */
	};
	struct report_vec reports = make_reports();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct draft d = make_draft(&reports, right);
		bool is_dropped[6];
		for (size_t k = 0; k < 6; k++)
			is_dropped[k] = rows[i].drop[k] == 'x';
		draft_drop(&d, is_dropped);
		size_t n = strlen(rows[i].want);
		ASSERT_ROW(count_sentences(&d) == n, i);
		for (size_t k = 0; k < n; k++)
			ASSERT_STR(draft_sentence_at(&d, k)->text, str_c(right[rows[i].want[k] - '0']), i);
		ASSERT_ROW(d.section_count == rows[i].sections && d.moment_count == rows[i].moments, i);
	}
}

static void a_section_with_a_table_stays_without_sentences(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	static struct disagreement row;
	static const bool is_dropped[6] = {false, false, false, false, true, false};
	d.sections[1].kind = SECTION_DIFFER;
	d.disagreements = &row;
	d.disagreement_count = 1;
	draft_drop(&d, is_dropped);
	assert_int_equal(d.section_count, 2);
	assert_int_equal(d.sections[1].sentence_count, 0);
}

static void the_gate_lets_a_right_draft_be(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	struct check_result check;
	size_t dropped;
	desk_gate(&a, &d, &reports, now, &check, &dropped);
	assert_int_equal(dropped, 0);
	assert_true(check.passes);
	assert_int_equal(check.sentence_count, 6);
}

static void the_gate_drops_what_is_wrong_and_no_more(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	const char *texts[6];
	memcpy(texts, right, sizeof(texts));
	texts[2] = "Of the 60 piles, 41 had cracks.";
	texts[4] = "That takes three years, Mara Quist says.";
	struct draft d = make_draft(&reports, texts);
	struct check_result check;
	size_t dropped;
	desk_gate(&a, &d, &reports, now, &check, &dropped);
	assert_int_equal(dropped, 2);
	assert_true(check.passes);
	assert_int_equal(check.sentence_count, 4);
	ASSERT_STR(draft_sentence_at(&d, 2)->text, str_c(right[3]), 0);
	ASSERT_STR(draft_sentence_at(&d, 3)->text, str_c(right[5]), 0);
	assert_int_equal(d.section_count, 1);
}

static void the_gate_can_not_mend_a_headline(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	const char *texts[6];
	memcpy(texts, right, sizeof(texts));
	texts[0] = "Quayham rebuilds 17 piers";
	struct draft d = make_draft(&reports, texts);
	struct check_result check;
	size_t dropped;
	desk_gate(&a, &d, &reports, now, &check, &dropped);
	assert_int_equal(dropped, 0);
	assert_false(check.passes);
	assert_int_equal(count_sentences(&d), 6);
}

/* ---- rules ---- */

static struct str_vec words(const char *list)
{
	struct str_vec v = {0};
	struct str rest = str_c(list);
	while (rest.n)
		*VEC_ADD(&a, &v) = str_cut(&rest, ' ');
	return v;
}

static void rules_rule_and_say_why(void **state)
{
	(void)state;
	static const struct {
		const char *key, *value;
		int64_t published_today;
		bool passes;
		enum ruling want;
		const char *reason;
	} rows[] = {
		{"rules.pin", "", 0, true, RULING_PUBLISH, ""},
		{"rules.min_origins", "2", 0, true, RULING_PUBLISH, ""},
		{"rules.min_origins", "3", 0, true, RULING_WAIT,
			"has 2 origins, 3 are wanted (rules.min_origins)"},
		{"rules.min_origins", "3\n[rules]\npin = s2 s1", 0, true, RULING_PUBLISH, ""},
		{"rules.topics", "sport HARBOUR", 0, true, RULING_PUBLISH, ""},
		{"rules.topics", "sport", 0, true, RULING_WAIT,
			"none of its sources has a topic that is published (rules.topics)"},
		{"rules.topics", "sport\n[rules]\npin = s1", 0, true, RULING_WAIT,
			"none of its sources has a topic that is published (rules.topics)"},
		{"rules.mute", "pie", 0, true, RULING_PUBLISH, ""},
		{"rules.mute", "tram PIER", 0, true, RULING_WAIT,
			"has the muted word \"PIER\" (rules.mute)"},
		{"rules.mute", "seaport", 0, true, RULING_WAIT,
			"has the muted word \"seaport\" (rules.mute)"},
		{"rules.mute", "cracks", 0, true, RULING_PUBLISH, ""}, /* only headline and tags count */
		{"rules.daily_cap", "3", 2, true, RULING_PUBLISH, ""},
		{"rules.daily_cap", "3", 3, true, RULING_WAIT,
			"3 articles were published today already (rules.daily_cap)"},
		{"rules.daily_cap", "1", 1, true, RULING_WAIT,
			"1 article was published today already (rules.daily_cap)"},
		{"rules.daily_cap", "3\n[rules]\npin = s1", 3, true, RULING_PUBLISH, ""},
		{"rules.hold_words", "quist", 0, true, RULING_HOLD,
			"has the word \"quist\" (rules.hold_words): a person decides"},
		{"rules.hold_words", "quis", 0, true, RULING_PUBLISH, ""},
		/* A fault is no matter of rules: nothing lets it pass. */
		{"rules.pin", "s1", 0, false, RULING_HOLD, "the check found a fault"},
		/* What is held takes no place under the cap, and waits for no day. */
		{"rules.daily_cap", "1\n[rules]\nhold_words = quist", 1, true, RULING_HOLD,
			"has the word \"quist\" (rules.hold_words): a person decides"},
	};
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	static struct tag tag = {TAG_PLACE, STR_CONST("Seaport of Quayham")};
	d.tags = &tag;
	d.tag_count = 1;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct conf conf;
		struct err err = {0};
		struct check_result check = {.passes = rows[i].passes};
		conf_defaults(&a, &conf);
		struct str key = str_c(rows[i].key);
		struct str text = str_format(
			&a, "[rules]\n%.*s = %s\n", STR_ARG(str_from(key, strlen("rules."))), rows[i].value);
		ASSERT_ROW(conf_parse(&a, text, "t", &conf, &err), i);
		struct ruling_of got =
			desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, rows[i].published_today);
		ASSERT_STR(got.reason, str_c(rows[i].reason), i);
		ASSERT_ROW(got.ruling == rows[i].want, i);
	}
}

static void the_fault_of_the_check_is_the_reason(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	struct check_result check = {0};
	struct conf conf;
	conf_defaults(&a, &conf);
	*VEC_ADD(&a, &check.findings) =
		(struct finding){.kind = STR("copy"), .tier = TIER_REVIEW, .explain = STR("no")};
	*VEC_ADD(&a, &check.findings) = (struct finding){
		.kind = STR("number"), .tier = TIER_ERROR, .explain = STR("17 is nowhere")};
	struct ruling_of got = desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0);
	assert_int_equal(got.ruling, RULING_HOLD);
	ASSERT_STR(got.reason, STR("the check found a fault (number): 17 is nowhere"), 0);
}

static void kinds_that_are_held_are_named_with_word_and_outlet(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	struct check_result check = {.passes = true};
	struct conf conf;
	conf_defaults(&a, &conf);
	reports.items[1].text = STR("The jury found the harbour master guilty. The judge was brief.");
	struct ruling_of got = desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0);
	assert_int_equal(got.ruling, RULING_HOLD);
	ASSERT_STR(got.reason, STR("about courts (\"jury\" at Tide Radio): a person decides"), 0);
	conf.hold = words("none");
	assert_int_equal(
		desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0).ruling, RULING_PUBLISH);
	conf.hold = words("crime health");
	assert_int_equal(
		desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0).ruling, RULING_PUBLISH);
}

static void a_language_without_words_waits_for_a_person(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	struct check_result check = {.passes = true};
	struct conf conf;
	conf_defaults(&a, &conf);
	reports.items[1].language = STR("sv");
	struct ruling_of got = desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0);
	assert_int_equal(got.ruling, RULING_HOLD);
	ASSERT_STR(got.reason,
		STR("Tide Radio writes in a language whose sensitive words are not known: a person "
			"decides"),
		0);
	conf.hold = words("none");
	assert_int_equal(
		desk_rule(&a, &conf, STR("s1"), &d, &check, &reports, 0).ruling, RULING_PUBLISH);
}

/* ---- reports from pages and feeds ---- */

#define BODY \
	"<p>The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million " \
	"crowns, its chair Mara Quist said. Work begins in June and takes two years, the board said " \
	"in a statement after the meeting.</p><p>The pier was closed in March after divers found " \
	"cracks in 14 of its 60 piles. Fishing boats have used the north quay since then.</p>"
#define PAGE(head) \
	"<!doctype html><html lang=\"en\"><head><title>Quayham to rebuild its east pier</title>" head \
	"</head><body><article><h1>Quayham to rebuild its east pier</h1>" BODY \
	"</article></body></html>"
#define DATED(date) "<meta property=\"article:published_time\" content=\"" date "\">"

static struct report report_of(const char *html, const struct entry *entry, const char *refusal)
{
	struct fetched_page page = {.body = str_c(html),
		.url = STR("http://quay.example/pier?utm_source=feed"),
		.hash = STR("h"),
		.refusal = str_c(refusal)};
	struct source source = {.name = STR("The Quay Ledger"), .language = STR("en")};
	struct report r;
	struct span_vec sentences;
	desk_make_report(&a, &page, entry, &source, now, &r, &sentences);
	if (r.text.n)
		assert_true(sentences.n > 0);
	return r;
}

static void the_date_is_the_most_exact_that_can_be_believed(void **state)
{
	(void)state;
	static const struct {
		const char *html, *published, *updated, *want;
	} rows[] = {
		{PAGE(DATED("2025-05-27T08:30:00+02:00")), "2025-05-27T12:41:00Z", NULL,
			"2025-05-27T08:30:00+02:00"},
		{PAGE(DATED("2025-05-27")), "2025-05-27T12:41:00+03:00", NULL, "2025-05-27T12:41:00+03:00"},
		{PAGE(DATED("2025-05-20")), "2025-05-27T12:41:00+03:00", NULL, "2025-05-20"},
		{PAGE(DATED("2026-05-20T10:00:00Z")), "2025-05-27T12:41:00Z", NULL, "2025-05-27T12:41:00Z"},
		{PAGE(DATED("2026-05-20T10:00:00Z")), "2026-05-27T12:41:00Z", NULL, ""},
		{PAGE(""), "2025-05-27T12:41:00Z", NULL, "2025-05-27T12:41:00Z"},
		{PAGE(""), NULL, "2025-05-26T12:41:00Z", "2025-05-26T12:41:00Z"},
		{PAGE(""), NULL, NULL, ""},
		{PAGE(DATED("2025-05-29T01:00:00Z")), NULL, NULL,
			"2025-05-29T01:00:00Z"}, /* a clock ahead */
		{"", "2025-05-27T12:41:00Z", NULL, "2025-05-27T12:41:00Z"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct entry entry = {.link = STR("http://quay.example/pier"),
			.published = rows[i].published ? at(rows[i].published) : WHEN_UNKNOWN,
			.updated = rows[i].updated ? at(rows[i].updated) : WHEN_UNKNOWN};
		struct report r = report_of(rows[i].html, &entry, NULL);
		ASSERT_STR(when_rfc3339(&a, r.published), str_c(rows[i].want), i);
	}
}

static void a_page_can_not_take_the_name_of_another_host(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{PAGE(""), "https://quay.example/pier"},
		{PAGE("<link rel=canonical href=\"/2025/pier\">"), "https://quay.example/2025/pier"},
		{PAGE("<link rel=canonical href=\"http://tide.example/pier\">"),
			"https://quay.example/pier"},
		{PAGE("<link rel=canonical href=\"http://quay.example.tide.example/\">"),
			"https://quay.example/pier"},
		{"", "https://quay.example/pier"},
	};
	struct entry entry = {.link = STR("http://quay.example/pier"),
		.published = WHEN_UNKNOWN,
		.updated = WHEN_UNKNOWN};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(report_of(rows[i].html, &entry, NULL).key, str_c(rows[i].want), i);
}

static void without_a_page_the_feed_has_the_word(void **state)
{
	(void)state;
	static const struct {
		const char *html, *content, *refusal;
		enum page_state want;
		const char *begins;
	} rows[] = {
		{PAGE(""), "<p>Something else.</p>", NULL, PAGE_FULL, "The harbour board"},
		{"", BODY, NULL, PAGE_PARTIAL, "The harbour board"},
		{"", BODY, "robots.txt", PAGE_REFUSED, "The harbour board"},
		{"", "<p>Short.</p>", "robots.txt", PAGE_EMPTY, "Short."},
		{"", "", NULL, PAGE_EMPTY, ""},
		{"<html><body></body></html>", BODY, NULL, PAGE_PARTIAL, "The harbour board"},
		{"<html><body></body></html>", "<p>Short.</p>", NULL, PAGE_EMPTY, "Short."},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct entry entry = {.link = STR("http://quay.example/pier"),
			.title = STR("The <b>pier</b> &amp; the quay"),
			.summary = STR("<p>Pier.</p>"),
			.content = str_c(rows[i].content),
			.published = WHEN_UNKNOWN,
			.updated = WHEN_UNKNOWN};
		if (entry.content.n == 0)
			entry.summary = STR("");
		struct report r = report_of(rows[i].html, &entry, rows[i].refusal);
		ASSERT_ROW(r.state == rows[i].want, i);
		ASSERT_ROW(str_starts(r.text, str_c(rows[i].begins)), i);
		ASSERT_STR(r.text_hash, hash_sha256(&a, r.text), i);
		ASSERT_STR(r.title,
			rows[i].html[0] == '<' && rows[i].html[1] == '!'
				? STR("Quayham to rebuild its east pier")
				: STR("The pier & the quay"),
			i);
	}
}

/* ---- verdicts in the store ---- */

static void verdicts_survive_the_store(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	const char *texts[6];
	memcpy(texts, right, sizeof(texts));
	texts[4] = "That takes three years, “Mara” says.";
	struct draft d = make_draft(&reports, texts);
	struct check_result before, after;
	struct err err;
	check_draft(&a, &d, reports.items, reports.n, now, &before);
	assert_true(before.findings.n > 0);
	struct str json = record_verdicts(&a, &before);
	assert_true(read_verdicts(&a, json, &d, reports.n, &after, &err));
	ASSERT_STR(record_verdicts(&a, &after), json, 0);
	assert_int_equal(after.sentence_count, before.sentence_count);
	assert_int_equal(after.passes, before.passes);
	for (size_t i = 0; i < after.sentence_count; i++) {
		ASSERT_STR(after.sentences[i].text, str_c(texts[i]), i);
		ASSERT_ROW(after.sentences[i].verdict == before.sentences[i].verdict, i);
		ASSERT_ROW(after.sentences[i].tier == before.sentences[i].tier, i);
	}
	assert_int_equal(after.findings.n, before.findings.n);
	for (size_t i = 0; i < after.findings.n; i++) {
		const struct finding *x = &before.findings.items[i], *y = &after.findings.items[i];
		ASSERT_STR(y->kind, x->kind, i);
		ASSERT_STR(y->explain, x->explain, i);
		ASSERT_ROW(x->tier == y->tier && x->sentence == y->sentence, i);
		ASSERT_ROW(x->span.start == y->span.start && x->span.length == y->span.length, i);
		ASSERT_ROW(x->has_evidence == y->has_evidence, i);
		ASSERT_ROW(x->evidence.report == y->evidence.report, i);
	}
}

static void verdicts_of_another_draft_are_refused(void **state)
{
	(void)state;
	struct report_vec reports = make_reports();
	struct draft d = make_draft(&reports, right);
	static const char *const rows[] = {"", "{", "{\"sentences\":[1]}", "{\"sentences\":[[0,0]]}",
		"{\"sentences\":[[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0]]}"};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct check_result check;
		struct err err = {0};
		ASSERT_ROW(!read_verdicts(&a, str_c(rows[i]), &d, reports.n, &check, &err), i);
		ASSERT_ROW(err.msg[0] != '\0', i);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(dropping_keeps_the_rest_in_order, free_arena),
		cmocka_unit_test_teardown(a_section_with_a_table_stays_without_sentences, free_arena),
		cmocka_unit_test_teardown(the_gate_lets_a_right_draft_be, free_arena),
		cmocka_unit_test_teardown(the_gate_drops_what_is_wrong_and_no_more, free_arena),
		cmocka_unit_test_teardown(the_gate_can_not_mend_a_headline, free_arena),
		cmocka_unit_test_teardown(rules_rule_and_say_why, free_arena),
		cmocka_unit_test_teardown(the_fault_of_the_check_is_the_reason, free_arena),
		cmocka_unit_test_teardown(kinds_that_are_held_are_named_with_word_and_outlet, free_arena),
		cmocka_unit_test_teardown(a_language_without_words_waits_for_a_person, free_arena),
		cmocka_unit_test_teardown(the_date_is_the_most_exact_that_can_be_believed, free_arena),
		cmocka_unit_test_teardown(a_page_can_not_take_the_name_of_another_host, free_arena),
		cmocka_unit_test_teardown(without_a_page_the_feed_has_the_word, free_arena),
		cmocka_unit_test_teardown(verdicts_survive_the_store, free_arena),
		cmocka_unit_test_teardown(verdicts_of_another_draft_are_refused, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
