#include "unit.h"

#include "write/write.h"
#include "write_stories.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct report *reports_of(const struct story *s, size_t *count)
{
	size_t n = 0;
	while (n < COUNT(s->rows) && s->rows[n].text)
		n++;
	struct report *reports = ARENA_ARRAY(&a, struct report, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct row *row = &s->rows[i];
		reports[i] = (struct report){.key = str_format(&a, "%zu", i),
			.outlet = str_c(row->outlet),
			.language = str_c(row->language),
			.title = str_c(row->title),
			.text = str_c(row->text),
			.licence = str_c(row->licence),
			.state = PAGE_FULL,
			.origin = row->origin < 0 ? (int64_t)i : row->origin};
		assert_true(when_parse_rfc3339(str_c(row->published), &reports[i].published));
	}
	*count = n;
	return reports;
}

static bool write_story(const struct story *s, size_t words, size_t sentences, struct draft *draft,
	struct report **reports, size_t *count, struct err *err)
{
	*reports = reports_of(s, count);
	struct write_options options = {.language = str_c(s->language),
		.now = (*count > 0 ? (*reports)[*count - 1].published : WHEN_UNKNOWN),
		.extract_words = words,
		.extract_sentences = sentences};
	return writer_find(STR("extract"))->write(&a, *reports, *count, &options, draft, err);
}

static void must_write(
	const struct story *s, struct draft *draft, struct report **reports, size_t *count)
{
	struct err err = {0};
	if (!write_story(s, 60, 3, draft, reports, count, &err))
		fail_msg("%s: %s", s->name, err.msg);
}

/* Folded words with one blank around each. */
static struct str flatten(struct str text)
{
	struct str folded = text_fold(&a, text);
	char *out = arena_alloc(&a, folded.n + 2);
	size_t n = 0;
	out[n++] = ' ';
	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.p[i];
		if (char_is_alpha(c) || char_is_digit(c) || (unsigned char)c >= 0x80)
			out[n++] = c;
		else if (out[n - 1] != ' ')
			out[n++] = ' ';
	}
	if (out[n - 1] != ' ')
		out[n++] = ' ';
	return (struct str){out, n};
}

/* The words between the desk's marks; empty when there are none. */
static struct str quoted(struct str text, struct str language)
{
	bool is_german = str_eq(language, STR("de"));
	struct str open = is_german ? STR("„") : STR("“"), close = is_german ? STR("“") : STR("”");
	size_t start = str_find(text, open, 0);
	if (start == STR_NONE)
		return STR("");
	size_t end = str_find(text, close, start + open.n);
	assert_true(end != STR_NONE);
	return str_sub(text, start + open.n, end - start - open.n);
}

static struct str unquoted(struct str text, struct str language)
{
	struct str q = quoted(text, language);
	if (q.n == 0)
		return text;
	return str_format(&a, "%.*s / %.*s", (int)(q.p - text.p), text.p,
		STR_ARG(str_from(text, (size_t)(q.p - text.p) + q.n)));
}

static size_t word_count(struct str flat)
{
	size_t n = 0;
	for (size_t i = 1; i < flat.n; i++)
		n += flat.p[i] == ' ';
	return n;
}

/* What the sentence cites, from the first cited byte of a report to the last. */
static struct str cited_text(
	const struct draft_sentence *s, const struct report *reports, size_t report)
{
	size_t start = STR_NONE, end = 0;
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		if (c->report != report)
			continue;
		start = c->span.start < start ? c->span.start : start;
		end = c->span.start + c->span.length > end ? c->span.start + c->span.length : end;
	}
	return str_sub(reports[report].text, start, end - start);
}

static size_t longest_run(struct str text, struct str source)
{
	size_t best = 0;
	struct str flat = flatten(text), in = flatten(source);
	for (size_t i = 0; i + 1 < flat.n; i++) {
		if (flat.p[i] != ' ')
			continue;
		size_t words = 0;
		for (size_t k = i + 1; k < flat.n; k++) {
			if (flat.p[k] != ' ')
				continue;
			if (str_find(in, str_sub(flat, i, k - i + 1), 0) == STR_NONE)
				break;
			words++;
		}
		best = words > best ? words : best;
	}
	return best;
}

#define EACH_STORY(s, row) \
	for (size_t row = 0; row < COUNT(stories); row++) \
		for (const struct story *s = &stories[row]; s; s = NULL)

static void every_sentence_cites_what_is_there(void **state)
{
	(void)state;
	EACH_STORY(s, row)
	{
		struct draft draft;
		struct report *reports;
		size_t count;
		must_write(s, &draft, &reports, &count);
		ASSERT_ROW(draft.section_count > 0, row);
		const struct draft_sentence *sentence;
		for (size_t i = 0; (sentence = draft_sentence_at(&draft, i)) != NULL; i++) {
			ASSERT_ROW(sentence->text.n > 0, row);
			ASSERT_ROW(sentence->cites.n >= 1 && sentence->cites.n <= 3, row);
			for (size_t k = 0; k < sentence->cites.n; k++) {
				const struct cite *c = &sentence->cites.items[k];
				ASSERT_ROW(c->report < count, row);
				ASSERT_ROW(c->span.length > 0 &&
						c->span.start + c->span.length <= reports[c->report].text.n,
					row);
			}
		}
	}
}

static void quoted_words_stand_in_the_cited_sentences(void **state)
{
	(void)state;
	size_t quotations = 0;
	EACH_STORY(s, row)
	{
		struct draft draft;
		struct report *reports;
		size_t count;
		must_write(s, &draft, &reports, &count);
		const struct draft_sentence *sentence;
		for (size_t i = 0; (sentence = draft_sentence_at(&draft, i)) != NULL; i++) {
			if (sentence->wording != WORDING_QUOTE)
				continue;
			struct str words = quoted(sentence->text, draft.language);
			ASSERT_ROW(words.n > 0, row);
			struct str source = cited_text(sentence, reports, sentence->cites.items[0].report);
			if (str_find(flatten(source), flatten(words), 0) == STR_NONE)
				fail_msg(
					"%s: \"%.*s\" is not in \"%.*s\"", s->name, STR_ARG(words), STR_ARG(source));
			quotations++;
		}
	}
	assert_true(quotations > 12);
}

static void outside_quotation_marks_nothing_is_copied(void **state)
{
	(void)state;
	EACH_STORY(s, row)
	{
		struct draft draft;
		struct report *reports;
		size_t count;
		must_write(s, &draft, &reports, &count);
		const struct draft_sentence *sentence;
		for (size_t i = 1; (sentence = draft_sentence_at(&draft, i)) != NULL; i++)
			for (size_t k = 0; k < count; k++)
				if (longest_run(unquoted(sentence->text, draft.language), reports[k].text) > 8)
					fail_msg("%s copies: %.*s", s->name, STR_ARG(sentence->text));
	}
}

/* Words of each origin inside quotation marks, and its headline. */
static void extracts_stay_within_the_budget(void **state)
{
	(void)state;
	static const size_t budgets[] = {60, 40, 25};
	for (size_t b = 0; b < COUNT(budgets); b++)
		EACH_STORY(s, row)
		{
			struct draft draft;
			struct report *reports;
			size_t count, words[6] = {0}, sentences[6] = {0};
			struct err err = {0};
			if (!write_story(s, budgets[b], 2, &draft, &reports, &count, &err))
				continue;
			const struct draft_sentence *sentence;
			for (size_t i = 0; (sentence = draft_sentence_at(&draft, i)) != NULL; i++) {
				size_t origin = (size_t)reports[sentence->cites.items[0].report].origin;
				bool is_headline = sentence->wording == WORDING_HEADLINE;
				if (sentence->wording == WORDING_DESK)
					continue;
				words[origin] += word_count(
					flatten(is_headline ? sentence->text : quoted(sentence->text, draft.language)));
				sentences[origin] += !is_headline;
			}
			for (size_t i = 0; i < count; i++) {
				/* Numbers such as 21,000 are one word for the writer and two here. */
				ASSERT_ROW(reports[i].licence.n > 0 || words[i] <= budgets[b] + 4, row);
				ASSERT_ROW(reports[i].licence.n > 0 || sentences[i] <= 2, row);
			}
		}
}

static void a_licensed_report_is_told_at_length(void **state)
{
	(void)state;
	struct draft draft;
	struct report *reports;
	size_t count, sentences = 0;
	struct err err = {0};
	assert_true(write_story(&stories[3], 10, 1, &draft, &reports, &count, &err));
	for (size_t i = 0; i < draft.section_count; i++)
		sentences += draft.sections[i].sentence_count;
	assert_true(sentences >= 2);
}

static void a_story_of_one_report_is_three_sentences(void **state)
{
	(void)state;
	struct draft draft;
	struct report *reports;
	size_t count, n = 0;
	must_write(&stories[2], &draft, &reports, &count);
	while (draft_sentence_at(&draft, n))
		n++;
	assert_int_equal(n, 4); /* headline, standfirst, two quotations */
}

static void no_sentence_comes_twice_and_none_dangles(void **state)
{
	(void)state;
	static const char *const openers[] = {"He ", "She ", "But ", "Er ", "Sie "};
	EACH_STORY(s, row)
	{
		struct draft draft;
		struct report *reports;
		size_t count;
		must_write(s, &draft, &reports, &count);
		const struct draft_sentence *x, *y;
		for (size_t i = 0; (x = draft_sentence_at(&draft, i)) != NULL; i++) {
			for (size_t k = 0; k < i && (y = draft_sentence_at(&draft, k)) != NULL; k++)
				ASSERT_ROW(!str_eq(x->text, y->text), row);
			struct str words = quoted(x->text, draft.language);
			for (size_t k = 0; x->speaker.n == 0 && k < COUNT(openers); k++)
				ASSERT_ROW(!str_starts(words, str_c(openers[k])), row);
			ASSERT_ROW(str_find_nocase(x->text, STR("newsletter"), 0) == STR_NONE, row);
		}
	}
}

static struct str json_of(const struct draft *draft)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	model_put_draft(&w, draft);
	struct str s = str_dup(&a, buf_str(&b));
	buf_free(&b);
	return s;
}

static void the_same_story_gives_the_same_bytes(void **state)
{
	(void)state;
	EACH_STORY(s, row)
	{
		struct draft first, second;
		struct report *reports;
		size_t count;
		must_write(s, &first, &reports, &count);
		must_write(s, &second, &reports, &count);
		ASSERT_STR(json_of(&second), json_of(&first), row);
	}
}

static void the_headline_is_a_plain_one_of_the_desks_language(void **state)
{
	(void)state;
	static const struct {
		size_t story;
		const char * not ;
	} table[] = {{0, "Barge hits Orlow bridge: what you need to know"},
		{4, "Barge strikes bridge at Orlow"}, {1, "Landslide at Mirnov buries nine houses"}};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct draft draft;
		struct report *reports;
		size_t count, named = 0;
		must_write(&stories[table[i].story], &draft, &reports, &count);
		ASSERT_ROW(!str_eq(draft.headline.text, str_c(table[i].not )), i);
		for (size_t k = 0; k < count; k++)
			named += str_eq(draft.headline.text, reports[k].title) &&
				draft.headline.cites.items[0].report == k;
		/* An outlet's own headline is credited to it; any other is the desk's. */
		ASSERT_ROW(named == (draft.headline.wording == WORDING_HEADLINE), i);
	}
}

static const struct section *section_of(const struct draft *draft, enum section_kind kind)
{
	for (size_t i = 0; i < draft->section_count; i++)
		if (draft->sections[i].kind == kind)
			return &draft->sections[i];
	return NULL;
}

static bool has_text(const struct section *s, const char *text)
{
	for (size_t i = 0; s && i < s->sentence_count; i++)
		if (str_find(s->sentences[i].text, str_c(text), 0) != STR_NONE)
			return true;
	return false;
}

static void sections_hold_what_belongs_there(void **state)
{
	(void)state;
	static const struct {
		size_t story;
		enum section_kind kind;
		const char *text;
	} table[] = {
		{0, SECTION_SAID, "Livia Brandt said"},
		{0, SECTION_SAID, "spokesman Piet Harloff said"},
		{0, SECTION_SAID, "“People should expect long queues at the ferry for the whole week"},
		{0, SECTION_UNKNOWN, "It was unclear"},
		{1, SECTION_SAID, "“Anybody could see that this slope was moving,”"},
		{2, SECTION_HAPPENED, "“The old mill at Sarn will become a school for glass makers"},
		{4, SECTION_UNKNOWN, "ist noch unklar"},
		{5, SECTION_HAPPENED, "Kıyı Sesi (in Turkish): “Liman müdürü Livia Brandt"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct draft draft;
		struct report *reports;
		size_t count;
		must_write(&stories[table[i].story], &draft, &reports, &count);
		if (!has_text(section_of(&draft, table[i].kind), table[i].text))
			fail_msg("row %zu: no \"%s\" in %.*s", i, table[i].text, STR_ARG(json_of(&draft)));
	}
}

static void a_copy_is_no_second_voice(void **state)
{
	(void)state;
	struct draft draft;
	struct report *reports;
	size_t count;
	must_write(&stories[1], &draft, &reports, &count);
	const struct draft_sentence *s;
	for (size_t i = 2; (s = draft_sentence_at(&draft, i)) != NULL; i++)
		for (size_t k = 0; k < s->cites.n; k++)
			assert_true(s->wording != WORDING_QUOTE || s->cites.items[k].report != 1);
}

static void figures_of_different_days_are_told_with_their_days(void **state)
{
	(void)state;
	struct draft draft;
	struct report *reports;
	size_t count;
	must_write(&stories[1], &draft, &reports, &count);
	const struct section *s = section_of(&draft, SECTION_DIFFER);
	if (draft.disagreement_count == 0)
		fail_msg("no disagreement is found: %.*s", STR_ARG(json_of(&draft)));
	assert_non_null(s);
	ASSERT_STR(s->sentences[0].text,
		STR("The sources differ on the number of houses: 9 (Gannet Courier, 3 February), 14 "
			"(The Orlow Mirror, 5 February)."),
		0);
	assert_int_equal(s->sentences[0].wording, WORDING_DESK);
	assert_int_equal(s->sentences[0].cites.n, 2);
}

static void stories_that_cannot_carry_an_article_say_why(void **state)
{
	(void)state;
	static const struct {
		struct story story;
		size_t words;
		const char *why;
	} table[] = {
		{{"nothing", "en", {{0}}}, 60, "none of the story's 0 reports has a sentence"},
		{{"no text", "en",
			 {{"Radio Veld", "2031-06-10T15:00:00Z", "en", "Bridge closed", "", "", -1}}},
			60, "none of the story's 1 reports has a sentence"},
		{{"no title", "en",
			 {{"Radio Veld", "2031-06-10T15:00:00Z", "en", "",
				 "The bridge at Orlow was closed on Tuesday after a barge struck it.", "", -1}}},
			60, "none of the story's 1 reports has a title"},
		{{"fragments", "en",
			 {{"Radio Veld", "2031-06-10T15:00:00Z", "en", "Bridge closed",
				 "He said so. But she did not.", "", -1}}},
			60, "no sentence of the story's 1 reports stands alone within the extract budget"},
		{{"no budget", "en",
			 {{"Radio Veld", "2031-06-10T15:00:00Z", "en", "Bridge closed",
				 "The bridge at Orlow was closed on Tuesday after a barge struck it.", "", -1}}},
			0, "no sentence of the story's 1 reports stands alone within the extract budget"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct draft draft;
		struct report *reports;
		size_t count;
		struct err err = {0};
		ASSERT_ROW(
			!write_story(&table[i].story, table[i].words, 3, &draft, &reports, &count, &err), i);
		ASSERT_ROW(err.kind == ERR_INPUT, i);
		ASSERT_STR(str_c(err.msg), str_c(table[i].why), i);
	}
}

/* Words from the middle of a person's quotation carry no marks of their own. */
static void a_persons_words_are_never_given_as_the_outlets(void **state)
{
	(void)state;
	static const struct story story = {"a long quotation", "en",
		{
			{"Gannet Courier", "2031-06-10T09:00:00Z", "en", "Mayor attacks bridge plan of Orlow",
				"Mayor Tilda Kron attacked the plan for a new bridge at Orlow in a speech on "
				"Monday. \"We have seen three plans. The planners of Orlow have wasted nine "
				"years and forty million crowns on drawings. I am tired of it,\" Tilda Kron said.",
				"", -1},
			{"Radio Veld", "2031-06-10T15:00:00Z", "en", "Mayor of Orlow rejects new bridge",
				"The mayor of Orlow, Tilda Kron, rejected the plan for a new bridge on Monday. Her "
				"party wants a ferry.",
				"", -1},
		}};
	struct draft draft;
	struct report *reports;
	size_t count;
	must_write(&story, &draft, &reports, &count);
	const struct draft_sentence *s;
	for (size_t i = 0; (s = draft_sentence_at(&draft, i)) != NULL; i++)
		assert_true(s->speaker.n > 0 || str_find(s->text, STR("wasted"), 0) == STR_NONE);
	assert_true(has_text(section_of(&draft, SECTION_SAID), "Kron"));
}

static void hostile_text_ends_soon(void **state)
{
	(void)state;
	static const struct {
		const char *piece;
		size_t times;
	} table[] = {{"\"", 15000}, {"a, ", 15000}, {"He said, \"Yes.\" ", 5000}, {"„«“", 5000},
		{"One said two said three, and the four, which five. ", 4000}, {"A B C 12 d. ", 5000}};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct buf b = BUF(LIMIT_TEXT);
		for (size_t k = 0; k < table[i].times; k++)
			buf_add_c(&b, table[i].piece);
		struct story story = {"hostile", "en",
			{{"Radio Veld", "2031-06-10T15:00:00Z", "en", "Bridge closed", b.p, "", -1},
				{"Gannet Courier", "2031-06-10T16:00:00Z", "en", b.p, b.p, "", -1}}};
		struct draft draft;
		struct report *reports;
		size_t count;
		struct err err = {0};
		clock_t start = clock();
		(void)write_story(&story, 60, 3, &draft, &reports, &count, &err);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		buf_free(&b);
		ASSERT_ROW(seconds < 4, i);
		arena_reset(&a);
	}
}

static void a_brief_is_verbatim_in_order_and_short(void **state)
{
	(void)state;
	static const size_t limits[] = {12, 40, 100};
	for (size_t row = 0; row < COUNT(stories); row++)
		for (size_t i = 0; i < COUNT(limits); i++) {
			size_t count, words = 0;
			struct report *reports = reports_of(&stories[row], &count);
			struct cite_vec brief = write_brief(&a, reports, count, limits[i]);
			for (size_t k = 0; k < brief.n; k++) {
				const struct cite *c = &brief.items[k];
				ASSERT_ROW(c->report < count, row);
				ASSERT_ROW(c->span.start + c->span.length <= reports[c->report].text.n, row);
				ASSERT_ROW(k == 0 || brief.items[k - 1].report < c->report ||
						brief.items[k - 1].span.start < c->span.start,
					row);
				words += text_words(
					&a, span_text(reports[c->report].text, c->span), reports[c->report].language)
							 .n;
			}
			ASSERT_ROW(words <= limits[i], row);
			ASSERT_ROW(brief.n > 0 || limits[i] < 40, row);
		}
	/* The copy of a report adds nothing. */
	size_t count;
	struct report *reports = reports_of(&stories[1], &count);
	struct cite_vec brief = write_brief(&a, reports, 2, 200);
	for (size_t k = 0; k < brief.n; k++)
		assert_int_equal(brief.items[k].report, brief.items[0].report);
}

static void writers_are_found_by_name(void **state)
{
	(void)state;
	assert_ptr_equal(writer_find(STR("extract")), writers[0]);
	assert_null(writer_find(STR("poet")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_sentence_cites_what_is_there, free_arena),
		cmocka_unit_test_teardown(quoted_words_stand_in_the_cited_sentences, free_arena),
		cmocka_unit_test_teardown(outside_quotation_marks_nothing_is_copied, free_arena),
		cmocka_unit_test_teardown(extracts_stay_within_the_budget, free_arena),
		cmocka_unit_test_teardown(a_licensed_report_is_told_at_length, free_arena),
		cmocka_unit_test_teardown(a_story_of_one_report_is_three_sentences, free_arena),
		cmocka_unit_test_teardown(no_sentence_comes_twice_and_none_dangles, free_arena),
		cmocka_unit_test_teardown(the_same_story_gives_the_same_bytes, free_arena),
		cmocka_unit_test_teardown(the_headline_is_a_plain_one_of_the_desks_language, free_arena),
		cmocka_unit_test_teardown(sections_hold_what_belongs_there, free_arena),
		cmocka_unit_test_teardown(a_copy_is_no_second_voice, free_arena),
		cmocka_unit_test_teardown(figures_of_different_days_are_told_with_their_days, free_arena),
		cmocka_unit_test_teardown(stories_that_cannot_carry_an_article_say_why, free_arena),
		cmocka_unit_test_teardown(a_persons_words_are_never_given_as_the_outlets, free_arena),
		cmocka_unit_test_teardown(hostile_text_ends_soon, free_arena),
		cmocka_unit_test_teardown(a_brief_is_verbatim_in_order_and_short, free_arena),
		cmocka_unit_test_teardown(writers_are_found_by_name, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
