/* What the site says beside its stories: tables, maps, feeds, labels, lists. */
#include "publish_look.h"
#include "publish_newsroom.h"

static bool has_file(const struct file_vec *files, const char *path)
{
	for (size_t i = 0; i < files->n; i++)
		if (str_eq(files->items[i].path, str_c(path)))
			return true;
	return false;
}

static void the_label_says_who_wrote_and_who_read_in_every_output(void **state)
{
	(void)state;
	static const struct {
		const char *writer, *reviewed_by;
		bool is_edited, is_indexed;
		const char *label;
	} rows[] = {
		{"extract", "", false, true, "no AI model was used."},
		{"model:x", "", false, false, "Written by an AI model from the sources below; no person"},
		{"model:x", "Mara Quill", false, true,
			"Drafted by an AI model from the sources below; "
			"reviewed by Mara Quill."},
		{"model:x", "Mara Quill", true, true,
			"Written with an AI model from the sources below; "
			"edited by Mara Quill."},
	};
	static const char *const outputs[] = {"stories/ferry7aground/index.html",
		"stories/ferry7aground/data.json", "stories/ferry7aground/statements.csv",
		"stories/ferry7aground/proof.json", "tags/lantern-rock/feed.rss",
		"tags/lantern-rock/feed.atom", "tags/lantern-rock/feed.json"};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct site site = newsroom();
		site.articles[0].draft.writer = str_c(rows[i].writer);
		site.articles[0].reviewed_by = str_c(rows[i].reviewed_by);
		site.articles[0].is_edited = rows[i].is_edited;
		struct file_vec files = render(&site);
		for (size_t k = 0; k < COUNT(outputs); k++)
			ASSERT_ROW(has(file_of(&files, outputs[k]), rows[i].label), i * 10 + k);
		ASSERT_ROW(has(file_of(&files, outputs[0]), "noindex") != rows[i].is_indexed, i);
		ASSERT_ROW(
			has(file_of(&files, "sitemap-news.xml"), "ferry7aground") == rows[i].is_indexed, i);
		ASSERT_ROW(
			has(file_of(&files, "sitemap-2026-03-1.xml"), "ferry7aground") == rows[i].is_indexed,
			i);
	}
}

static void what_search_engines_may_list_is_a_setting(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.noindex = NOINDEX_UNREVIEWED;
	site.robots = ROBOTS_NONE;
	struct file_vec files = render(&site);
	assert_true(has(file_of(&files, "stories/ferry7aground/index.html"), "noindex"));
	assert_false(has(file_of(&files, "stories/budget2skarn/index.html"), "noindex"));
	assert_true(has(file_of(&files, "robots.txt"), "Disallow: /\n"));
	site.noindex = NOINDEX_NONE;
	site.robots = ROBOTS_SEARCH;
	site.articles[0].draft.writer = STR("model:x");
	files = render(&site);
	assert_false(has(file_of(&files, "stories/ferry7aground/index.html"), "noindex"));
	assert_true(has(file_of(&files, "robots.txt"), "Sitemap: https://desk.example/sitemap.xml\n"));
	assert_true(
		has(file_of(&files, "sitemap.xml"), "<loc>https://desk.example/sitemap-2026-03-1.xml"));
	site.base_url = (struct str){0};
	files = render(&site);
	assert_false(has_file(&files, "sitemap.xml"));
	assert_false(has(file_of(&files, "robots.txt"), "Sitemap"));
}

static void a_table_row_has_who_what_when_and_where(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.articles[0].draft.sections[1].sentences[0].speaker = STR("Tilda Marrow");
	struct file_vec files = render(&site);
	struct str csv = file_of(&files, "stories/ferry7aground/statements.csv");
	assert_true(str_starts(csv,
		STR("label,story,headline,url,speaker,statement,is_quotation,outlet,reported,passage_"
			"url\r\n")));
	assert_true(has(csv, "Tilda Marrow,\"“We heard a long"));
	assert_true(has(csv, ",The Quay Ledger,2026-03-03T19:05:00Z,"));
	assert_true(has(csv, ":~:text="));
	assert_true(
		has(file_of(&files, "stories/ferry7aground/timeline.csv"), ",2019,The ferry is refitted."));
	csv = file_of(&files, "stories/ferry7aground/figures.csv");
	assert_true(has(csv, ",people hurt,Nine,9,"));
	assert_true(has(csv, ",people hurt,Twelve,12,"));
	csv = file_of(&files, "data/2026-03/statements.csv");
	assert_int_equal(count_of(csv, "label,story"), 1);
	assert_true(has(csv, ",ferry7aground,") && has(csv, ",bruecke3trauke,"));
	assert_false(has(csv, "mayor4resigns"));
	struct jv root;
	struct err err;
	assert_true(jv_parse(&a, file_of(&files, "data/2026-03/data.json"), &root, &err));
	assert_int_equal(jv_get(&root, "stories")->n, 3);
	assert_true(has(file_of(&files, "tags/tilda-marrow/index.html"), "<h2>What was said</h2>"));
	assert_true(has(file_of(&files, "tags/tilda-marrow/index.html"), "#c"));
	assert_false(has(file_of(&files, "tags/owen-pike/index.html"), "<h2>What was said</h2>"));
}

static void a_cell_is_no_formula(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.articles[0].draft.headline.text = STR("=HYPERLINK(\"https://x.example/\",1)");
	struct file_vec files = render(&site);
	struct str csv = file_of(&files, "stories/ferry7aground/figures.csv");
	assert_true(has(csv, ",\"'=HYPERLINK(\"\"https://x.example/\"\",1)\","));
	assert_false(has(csv, ",=") || has(csv, "\"="));
}

static void a_story_that_was_merged_leads_to_the_other(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.articles[3].merged_into = STR("budget2skarn");
	struct file_vec files = render(&site);
	struct str page = file_of(&files, "stories/mayor4resigns/index.html");
	assert_true(
		has(page, "<meta http-equiv=\"refresh\" content=\"0; url=../../stories/budget2skarn/\">"));
	assert_true(has(page, "rel=\"canonical\" href=\"https://desk.example/stories/budget2skarn/\""));
	assert_false(has(page, "This story was withdrawn"));
	assert_false(has(file_of(&files, "corrections/index.html"), "mayor4resigns"));
	assert_false(has(file_of(&files, "feed.atom"), "mayor4resigns"));
	assert_true(has_file(&files, "stories/mayor4resigns/proof.json"));
}

static void the_sources_are_an_opml_list(void **state)
{
	(void)state;
	static const struct source sources[] = {{.url = STR_CONST("https://a.example/feed?x=1&y=2"),
		.name = STR_CONST("The \"A\""),
		.site = STR_CONST("https://a.example/")}};
	struct site site = newsroom();
	site.sources = sources;
	site.source_count = 1;
	struct file_vec files = render(&site);
	assert_true(has(file_of(&files, "sources.opml"),
		"<outline type=\"rss\" text=\"The &quot;A&quot;\" "
		"xmlUrl=\"https://a.example/feed?x=1&amp;y=2\" htmlUrl=\"https://a.example/\"/>"));
}

/* Pages count from the oldest story: a new one changes the newest page alone. */
static void long_lists_have_pages_that_keep_their_bytes(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct article *articles = ARENA_ARRAY(&a, struct article, 451);
	for (size_t i = 0; i < 451; i++) {
		articles[i] = short_story();
		articles[i].story = str_format(&a, "s%03zu", 450 - i);
	}
	site.articles = articles + 1;
	site.article_count = 450;
	struct file_vec before = render(&site);
	site.articles = articles;
	site.article_count = 451;
	struct file_vec after = render(&site);
	static const char *const same[] = {"archive/2026-03-03/1/index.html",
		"archive/2026-03-03/2/index.html", "tags/skarn/all/1/index.html"};
	for (size_t i = 0; i < COUNT(same); i++) {
		ASSERT_STR(file_of(&before, same[i]), file_of(&after, same[i]), i);
		ASSERT_ROW(count_of(file_of(&after, same[i]), "<li><a href=\"../../../") == 200 ||
				count_of(file_of(&after, same[i]), "/stories/s") == 200,
			i);
	}
	assert_int_equal(count_of(file_of(&after, "archive/2026-03-03/index.html"), "/stories/s"), 51);
	assert_false(has(file_of(&after, "archive/2026-03/index.html"), "/stories/s"));
	assert_true(has(file_of(&after, "search/index.html"), "data-parts=\"1\""));
	for (size_t i = 0; i < after.n; i++)
		ASSERT_ROW(!is_page(after.items[i].path) || after.items[i].bytes.n <= 100 << 10, i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
			the_label_says_who_wrote_and_who_read_in_every_output, free_arena),
		cmocka_unit_test_teardown(what_search_engines_may_list_is_a_setting, free_arena),
		cmocka_unit_test_teardown(a_table_row_has_who_what_when_and_where, free_arena),
		cmocka_unit_test_teardown(a_cell_is_no_formula, free_arena),
		cmocka_unit_test_teardown(a_story_that_was_merged_leads_to_the_other, free_arena),
		cmocka_unit_test_teardown(the_sources_are_an_opml_list, free_arena),
		cmocka_unit_test_teardown(long_lists_have_pages_that_keep_their_bytes, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
