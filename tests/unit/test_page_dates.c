/* Which of a page's dates is the day of its publication. */
#include "unit.h"

#include "page/page.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

#define BODY \
	"<article><p>The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 " \
	"million crowns, its chair Mara Quist said after a meeting of three hours.</p><p>The pier " \
	"was " \
	"closed in March after divers found cracks in 14 of its 60 piles, and fishing boats have " \
	"used " \
	"the north quay since then, the board said.</p></article>"

static struct str published(const char *url, const char *before, const char *after)
{
	struct page p;
	struct err err = {0};
	struct page_input in = {
		.bytes = str_format(&a, "%s" BODY "%s", before, after), .url = str_c(url)};
	if (!page_extract(&a, &in, &p, &err))
		fail_msg("%s", err.msg);
	return when_rfc3339(&a, p.published);
}

static void the_better_witness_is_believed(void **state)
{
	(void)state;
	static const struct {
		const char *before, *after, *want;
	} rows[] = {
		/* what the page shows beside its headline, not when it was made */
		{"<meta name=date content=2025-05-20T10:00:00Z><h1>Pier</h1><span class=date>27 May "
		 "2025</span>",
			"", "2025-05-27"},
		/* a page that was moved says that it is new */
		{"<meta property=article:published_time content=2025-09-01T10:00:00Z><h1>Pier</h1><time "
		 "datetime=2025-05-27>27 May</time>",
			"", "2025-05-27"},
		/* the article's, not another's */
		{"<ul><li><span class=post-date>9 September 2025</span> Cod is dear</ul><div><div><p>a<p>b"
		 "<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j<p>k<p>l</div></div><h1>Pier</h1><div>27 May 2025</div>",
			"", "2025-05-27"},
		/* modified is not published */
		{"<span class=modified>9 September 2025</span>", "<p>Published on 27 May 2025</p>",
			"2025-05-27"},
		{"", "<p class=note>Erschienen am: 27.05.2025</p>", "2025-05-27"},
		{"<h1>Pier</h1><span property=schema:dateCreated content=2025-05-27></span>", "",
			"2025-05-27"},
		{"<script>var page = {\"publishedDate\": \"2025-05-27\"}</script>", "", "2025-05-27"},
		/* what is no date */
		{"<h1>Pier</h1><span class=time>2 hours ago</span>", "", ""},
		{"<h1>Pier</h1><span class=meta>Version 1.10.25, call 555 2025</span>", "", ""},
		{"<h1>Pier</h1><span class=date>30 February 2025</span>", "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(published("http://l.example/pier", rows[i].before, rows[i].after),
			str_c(rows[i].want), i);
}

static void days_in_urls_end_where_they_end(void **state)
{
	(void)state;
	static const struct {
		const char *url, *want;
	} rows[] = {
		{"http://l.example/2025/05/27/pier", "2025-05-27"},
		{"http://l.example/2025/may/27/pier", "2025-05-27"},
		{"http://l.example/2025-05-27-pier", "2025-05-27"},
		{"http://l.example/20250527/pier", "2025-05-27"},
		{"http://l.example/2025/5/27", "2025-05-27"},
		{"http://l.example/2025/10/3-questions", ""},
		{"http://l.example/2025/10/40-piles", ""},
		{"http://l.example/a/20250527", ""},
		{"http://l.example/12025/05/27/pier", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(published(rows[i].url, "", ""), str_c(rows[i].want), i);
}

/* The time stays; its day becomes the reader's. */
static void times_in_utc_get_the_day_of_the_place(void **state)
{
	(void)state;
	static const struct {
		const char *url, *html, *want;
	} rows[] = {
		{"http://l.example/2025/05/27/pier",
			"<meta property=article:published_time content=2025-05-28T02:18:29Z>",
			"2025-05-27T23:18:29-03:00"},
		{"http://l.example/pier",
			"<meta property=article:published_time content=2025-05-26T23:00:00Z><h1>Pier</h1><span "
			"class=date>27 May 2025</span>",
			"2025-05-27T00:00:00+01:00"},
		/* with an offset of its own, or on the same day, it stays as it is */
		{"http://l.example/2025/05/27/pier",
			"<meta property=article:published_time content=2025-05-28T02:18:29+02:00>",
			"2025-05-28T02:18:29+02:00"},
		{"http://l.example/2025/05/27/pier",
			"<meta property=article:published_time content=2025-05-27T02:18:29Z>",
			"2025-05-27T02:18:29Z"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(published(rows[i].url, rows[i].html, ""), str_c(rows[i].want), i);
}

static void dates_of_other_scripts_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"2025年5月27日", "2025-05-27"},
		{"2025년 5월 27일", "2025-05-27"},
		{"الثلاثاء، 27 مايو 2025", "2025-05-27"},
		{"27.05.25", "2025-05-27"},
		{"27.13.25", ""},
		{"7.5.25", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str html = str_format(&a, "<meta name=pubdate content='%s'>", rows[i].text);
		ASSERT_STR(
			published("http://l.example/pier", str_to_c(&a, html), ""), str_c(rows[i].want), i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_better_witness_is_believed, free_arena),
		cmocka_unit_test_teardown(days_in_urls_end_where_they_end, free_arena),
		cmocka_unit_test_teardown(times_in_utc_get_the_day_of_the_place, free_arena),
		cmocka_unit_test_teardown(dates_of_other_scripts_are_read, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
