#include "unit.h"

#include "page/page.h"

#include <time.h>

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

#define FIRST \
	"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million " \
	"crowns, " \
	"its chair Mara Quist said after a meeting of three hours."
#define SECOND \
	"The pier was closed in March after divers found cracks in 14 of its 60 piles, and fishing " \
	"boats have used the north quay since then, the board said."
#define THIRD \
	"“We had no choice,” Quist told reporters. Work begins in June and takes two years, " \
	"according " \
	"to the plan that the board published with its decision."

static struct page extract(const char *html)
{
	struct page p;
	struct err err = {0};
	struct page_input in = {.bytes = str_c(html), .url = STR("http://ledger.example/a/pier.html")};
	if (!page_extract(&a, &in, &p, &err))
		fail_msg("%s", err.msg);
	return p;
}

/* Bodies of pages: whatever surrounds them, the text is the three paragraphs. */
static void the_text_comes_out_without_the_furniture(void **state)
{
	(void)state;
	static const char *const rows[] = {
		/* semantic mark-up with all that pages have */
		"<body><div class='cookie-banner'><p>We use cookies to improve your experience on this "
		"site and "
		"to show you advertising. Accept all or manage your "
		"choices.</p></div><header><nav><ul><li><a "
		"href=/>Home</a><li><a href=/news>News</a></ul></nav></header><main><article><h1>Quayham "
		"to rebuild "
		"its east pier</h1><p class=byline>By Noel Pargeter</p><figure><img "
		"src=a.jpg><figcaption>The east "
		"pier in March. Photo: Ada Lund</figcaption></figure><p>" FIRST
		"</p><aside class=related><h3>Read "
		"more</h3><ul><li><a href=/b>Divers find cracks in Quayham pier</a></ul></aside><p>" SECOND
		"</p><div class=newsletter><p>Sign up for our newsletter and get the news of the harbour "
		"every "
		"morning.</p></div><p>" THIRD
		"</p></article></main><section id=comments><p>I have said so for "
		"years, and nobody listened to me or to my neighbours.</p></section><footer><p>Copyright "
		"The Quay "
		"Ledger. All rights reserved.</p></footer>",
		/* div soup */
		"<body><div id=top><a href=/>Home</a> <a href=/x>Sport</a></div><div class=col><div "
		"class=headline>Quayham to rebuild its east pier</div><div class=txt><div>" FIRST
		"</div><div>" SECOND "</div><div>" THIRD
		"</div></div></div><div class=most-read><a href=/1>One</a><a href=/2>Two</a></div>",
		/* a layout table with paragraphs cut by <br> */
		"<body><table><tr><td width=120><a href=/>Home</a><br><a "
		"href=/n>News</a></td><td><b>Quayham to "
		"rebuild its east pier</b><br><br>" FIRST "<br><br>" SECOND "<br><br>" THIRD
		"<br><br></td></tr></table>",
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct page p = extract(rows[i]);
		ASSERT_ROW(p.state == PAGE_FULL, i);
		ASSERT_ROW(str_find(p.text, STR(FIRST), 0) != STR_NONE, i);
		ASSERT_ROW(str_find(p.text, STR(SECOND), 0) != STR_NONE, i);
		ASSERT_ROW(str_find(p.text, STR(THIRD), 0) != STR_NONE, i);
		static const char *const furniture[] = {"cookies", "Sign up", "Photo", "Read more",
			"for years", "Copyright", "Home", "Sport", "One"};
		for (size_t k = 0; k < COUNT(furniture); k++)
			if (str_find(p.text, str_c(furniture[k]), 0) != STR_NONE)
				fail_msg("row %zu: \"%s\" is in the text", i, furniture[k]);
	}
}

static void paragraphs_know_their_bytes(void **state)
{
	(void)state;
	const char *html = "<body><article><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p></article>";
	struct page p = extract(html);
	assert_int_equal(p.paragraph_count, 3);
	for (size_t i = 0; i < 3; i++) {
		struct str text = span_text(p.text, p.paragraphs[i].text);
		ASSERT_ROW(str_find(span_text(str_c(html), p.paragraphs[i].raw), text, 0) != STR_NONE, i);
	}
}

static void the_head_says_who_and_when(void **state)
{
	(void)state;
	struct page p = extract(
		"<html lang=en-GB><head><title>Quayham to rebuild its east pier | The Quay "
		"Ledger</title><meta "
		"property=og:site_name content='The Quay Ledger'><link rel=canonical href=/a/pier><meta "
		"property=og:image content=/img/pier.jpg><script "
		"type=application/ld+json>{\"@graph\":[{\"@type\":"
		"\"NewsArticle\",\"headline\":\"Quayham to rebuild its east pier\",\"datePublished\":"
		"\"2025-05-27T10:00:00+02:00\",\"author\":[{\"name\":\"Noel Pargeter\"},{\"name\":\"Ada "
		"Lund\"}]}]}</script></head><body><article><h1>Quayham to rebuild its east "
		"pier</h1><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p></article>");
	ASSERT_STR(p.title, STR("Quayham to rebuild its east pier"), 0);
	ASSERT_STR(p.author, STR("Noel Pargeter; Ada Lund"), 0);
	ASSERT_STR(p.site, STR("The Quay Ledger"), 0);
	ASSERT_STR(p.language, STR("en"), 0);
	ASSERT_STR(p.canonical, STR("http://ledger.example/a/pier"), 0);
	ASSERT_STR(p.image, STR("http://ledger.example/img/pier.jpg"), 0);
	ASSERT_STR(when_rfc3339(&a, p.published), STR("2025-05-27T10:00:00+02:00"), 0);
}

static void linked_data_stands_in_for_a_page_without_text(void **state)
{
	(void)state;
	struct page p =
		extract("<head><title>Pier</title><script "
				"type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":"
				"\"Pier\",\"articleBody\":\"" FIRST "\\n\\n" SECOND "\\n\\n" THIRD
				"\"}</script></head><body><div id=app></div><p>Please enable JavaScript.</p>");
	assert_int_equal(p.state, PAGE_FULL);
	assert_true(str_find(p.text, STR(SECOND), 0) != STR_NONE);
	assert_true(str_find(p.text, STR("JavaScript"), 0) == STR_NONE);
}

static void states_say_what_was_got(void **state)
{
	(void)state;
	static const struct {
		const char *html;
		enum page_state want;
	} rows[] = {
		{"", PAGE_EMPTY},
		{"<body><article><p>Too little.</p></article>", PAGE_EMPTY},
		{"<head><script "
		 "type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</"
		 "script></head>"
		 "<body><article><h1>Pier</h1><p>" FIRST "</p><p>" SECOND
		 "</p><div class=paywall><p>Subscribe to read "
		 "on.</p></div></article>",
			PAGE_PAYWALLED},
		{"<body><article><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p></article>", PAGE_FULL},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_ROW(extract(rows[i].html).state == rows[i].want, i);
}

static void a_correction_note_is_no_text(void **state)
{
	(void)state;
	struct page p = extract(
		"<body><article><h1>Pier</h1><div class=correction><p>Correction: an earlier version of "
		"this article gave the cost as 4.4 million crowns.</p></div><p>" FIRST "</p><p>" SECOND
		"</p><p>" THIRD "</p></article>");
	assert_true(str_find(p.correction, STR("4.4 million"), 0) != STR_NONE);
	assert_true(str_find(p.text, STR("4.4 million"), 0) == STR_NONE);
}

static void legacy_charsets_are_read(void **state)
{
	(void)state;
	struct page p =
		extract("<head><meta charset=windows-1252></head><body><article><p>Der Gemeinderat von "
				"M\xFChlau hat am "
				"Montag \xFC"
				"ber die neue Br\xFC"
				"cke beraten, sagte B\xFCrgermeisterin Ines Roth. Der Bau "
				"kostet vier Millionen Euro und soll im Juni beginnen, hie\xDF es nach der "
				"Sitzung.</p><p>Die alte Br\xFC"
				"cke ist seit M\xE4rz gesperrt, weil Taucher Risse in "
				"mehreren Pfeilern gefunden hatten. Seitdem f\xE4hrt der Bus eine "
				"Umleitung.</p></article>");
	assert_true(str_find(p.text, STR("Mühlau"), 0) != STR_NONE);
	assert_true(str_find(p.text, STR("hieß es"), 0) != STR_NONE);
	ASSERT_STR(p.language, STR("de"), 0);
}

static double seconds(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void hostile_pages_end_soon(void **state)
{
	(void)state;
	static const struct {
		const char *before, *each, *after;
		int times;
	} rows[] = {
		{"<body>", "<div>", "", 200000},
		{"<body>", "<p>word ", "", 100000},
		{"<body><article>", "<p>A paragraph, with commas, and words.</p>", "", 20000},
		{"<body>", "<table><tr><td>", "", 20000},
		{"<head>", "<meta property=og:title content=x>", "", 50000},
		{"<script type=application/ld+json>", "[", "</script>", 100000},
		{"<script type=application/ld+json>[", "{\"@type\":\"NewsArticle\",\"headline\":\"x\"},",
			"{}]</script>", 20000},
		{"<body><p>", "1 May 2025 ", "", 100000},
		{"<body>", "<", "", 1000000},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf html = BUF(LIMIT_BODY);
		struct arena page = {0};
		struct page p;
		struct err err;
		buf_add_c(&html, rows[i].before);
		for (int k = 0; k < rows[i].times; k++)
			buf_add_c(&html, rows[i].each);
		buf_add_c(&html, rows[i].after);
		double start = seconds();
		struct page_input in = {.bytes = buf_str(&html), .url = STR("http://x.example/")};
		(void)!page_extract(&page, &in, &p, &err);
		/* Sanitizers make it ten times slower than it is; a page that is quadratic takes minutes.
		 */
		ASSERT_ROW(seconds() - start < 15, i);
		arena_free(&page);
		buf_free(&html);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_text_comes_out_without_the_furniture, free_arena),
		cmocka_unit_test_teardown(paragraphs_know_their_bytes, free_arena),
		cmocka_unit_test_teardown(the_head_says_who_and_when, free_arena),
		cmocka_unit_test_teardown(linked_data_stands_in_for_a_page_without_text, free_arena),
		cmocka_unit_test_teardown(states_say_what_was_got, free_arena),
		cmocka_unit_test_teardown(a_correction_note_is_no_text, free_arena),
		cmocka_unit_test_teardown(legacy_charsets_are_read, free_arena),
		cmocka_unit_test_teardown(hostile_pages_end_soon, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
