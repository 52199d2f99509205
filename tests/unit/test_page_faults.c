/* The faults that readers of extractors report, one table or page each. */
#include "unit.h"

#include "page/page.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

#define FIRST \
	"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million " \
	"crowns, its chair Mara Quist said after a meeting of three hours."
#define SECOND \
	"The pier was closed in March after divers found cracks in 14 of its 60 piles, and fishing " \
	"boats have used the north quay since then, the board said."
#define THIRD \
	"Work begins in June and takes two years, according to the plan that the board published " \
	"with its decision, and the fishermen pay nothing for it."
#define LEAD \
	"For two years the boats of Quayham will land at the north quay: the board rebuilds the east " \
	"pier, and the town pays for a third of it, which not all of its councillors like."
#define BODY "<p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p>"

static struct page extract(const char *html)
{
	struct page p;
	struct err err = {0};
	struct page_input in = {.bytes = str_c(html), .url = STR("http://ledger.example/a/pier.html")};
	if (!page_extract(&a, &in, &p, &err))
		fail_msg("%s", err.msg);
	return p;
}

static bool says(struct page p, const char *text)
{
	return str_find(p.text, str_c(text), 0) != STR_NONE;
}

/* What must be in the text and what must not. */
struct row {
	const char *html, *wanted, *unwanted;
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct page p = extract(rows[i].html);
		ASSERT_ROW(says(p, SECOND), i);
		if (rows[i].wanted && !says(p, rows[i].wanted))
			fail_msg("row %zu: \"%s\" is lost", i, rows[i].wanted);
		if (rows[i].unwanted && says(p, rows[i].unwanted))
			fail_msg("row %zu: \"%s\" is in the text", i, rows[i].unwanted);
	}
}

static void a_notice_is_not_taken_for_the_article(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<div id=gdpr><p>We and our 812 partners store and read information on your device, such "
		 "as cookies, and process personal data, such as unique identifiers, for advertising, for "
		 "content, and for research about those who read us. You may accept or decline.</p><p>You "
		 "can change your choice at any time at the foot of each page, where it says settings, "
		 "and we ask again after half a year, as the law wants it.</p></div><article>" BODY
		 "</article>",
			FIRST, "partners"},
		{"<article>" BODY "<div class=paywall-offer><p>Subscribe to read the full story, with all "
		 "that the newsroom writes, for four crowns a month, and cancel when you like.</p></div>"
		 "</article>",
			THIRD, "crowns a month"},
	};
	check(rows, COUNT(rows));
}

static void first_and_last_paragraphs_stay(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* the body split over siblings */
		{"<main><h1>Pier</h1><div class=part><p>" FIRST "</p></div><div class=ad>Ad</div><div "
		 "class=part><p>" SECOND "</p></div><div class=part><p>" THIRD "</p></div></main>",
			FIRST, "Ad"},
		/* the lead in the header, named and unnamed, and as the page describes itself */
		{"<article><header><h1>Pier</h1><p class=article-lead>" LEAD "</p></header><div>" BODY
		 "</div></article>",
			LEAD, NULL},
		{"<head><meta name=description content='" LEAD "'></head><h1>Pier</h1><div "
		 "class=top><span>" LEAD "</span></div><div class=main>" BODY "</div>",
			LEAD, NULL},
		/* a short second line of the headline is none */
		{"<article><header><h1>Pier</h1><p class=subtitle>The board has voted, and the boats "
		 "move.</p></header><div>" BODY "</div></article>",
			FIRST, "the boats move"},
		/* short lines among the paragraphs: the place before them, the agency behind them */
		{"<article><div><p>QUAYHAM</p>" BODY "<p>Reuters</p></div></article>", "Reuters", NULL},
		{"<article><div><p>QUAYHAM</p>" BODY "</div></article>", "QUAYHAM", NULL},
	};
	check(rows, COUNT(rows));
}

static void a_lead_that_the_text_repeats_comes_once(void **state)
{
	(void)state;
	struct page p = extract("<article><header><h1>Pier</h1><p class=lead>" FIRST
							"</p></header><div>" BODY "</div></article>");
	size_t at = str_find(p.text, STR(FIRST), 0);
	assert_true(at != STR_NONE);
	assert_true(str_find(p.text, STR(FIRST), at + 1) == STR_NONE);
}

static void other_stories_and_captions_stay_out(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<article><p>" FIRST
		 "</p><div class=related><a href=/2>Cod is dear</a><p>The price of cod "
		 "rose by a tenth this spring, say those who sell it at the quay.</p></div><p>" SECOND
		 "</p><p>" THIRD "</p></article>",
			THIRD, "cod"},
		{"<article>" BODY "<h3>Our latest stories</h3></article>", THIRD, "latest"},
		{"<article><p>" FIRST
		 "</p><figure><img><figcaption>Divers at the pier, which is closed, in "
		 "March this year.</figcaption></figure><p>" SECOND "</p><p>" THIRD "</p></article>",
			THIRD, "Divers at"},
		{"<article><p>" FIRST "</p><div class=legend>Divers at the pier, which is closed, in March "
		 "this year.</div><p>" SECOND "</p><p>" THIRD "</p></article>",
			THIRD, "Divers at"},
		{"<article>" BODY "<p>(Reporting by Ada Lund; editing by Noel Pargeter)</p></article>",
			THIRD, "Ada Lund"},
	};
	check(rows, COUNT(rows));
}

static void questions_may_be_asked_again(void **state)
{
	(void)state;
#define QUESTION \
	"What did the closing of the pier in March mean for you and for the boats, and what do you " \
	"expect of the board and of the town now that it has voted?"
	struct page p = extract("<article><p>" QUESTION "</p><p>" FIRST "</p><p>" QUESTION
							"</p><p>" SECOND "</p></article>");
	size_t at = str_find(p.text, STR(QUESTION), 0);
	assert_true(at != STR_NONE);
	assert_true(str_find(p.text, STR(QUESTION), at + 1) != STR_NONE);
}

static void addresses_that_are_written_out_are_text(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<article><div><p>" FIRST "</p><p>The plan: <a href=/plan>https://quayham.example/plan</a>"
		 "</p><p>" SECOND "</p></div></article>",
			"https://quayham.example/plan", NULL},
		{"<article><div><p>" FIRST "</p><p>" SECOND "</p><p>The plan is at <a "
		 "href=/plan>https://quayham.example/plan</a></p></div></article>",
			"https://quayham.example/plan", NULL},
	};
	check(rows, COUNT(rows));
}

static void readings_above_characters_cut_no_words(void **state)
{
	(void)state;
	struct page p = extract("<article><p><ruby>港<rt>みなと</rt></ruby>は閉じた。" FIRST
							"</p><p>" SECOND "</p></article>");
	assert_true(says(p, "港は閉じた。"));
}

static void lists_tables_and_headings_stay_in_order(void **state)
{
	(void)state;
	struct page p = extract(
		"<article><p>" FIRST "</p><h2>What it costs</h2><table><tr><th>Year<th>Crowns<tr><td>2025"
		"<td>1.9 million</table><ul><li>piles of oak<li>a road of stone</ul><blockquote><h4>We "
		"pay for it</h4></blockquote><p>" SECOND "</p></article>");
	static const char *const parts[] = {
		FIRST, "What it costs", "1.9 million", "piles of oak", "a road of stone", "We pay", SECOND};
	size_t at = 0;
	for (size_t i = 0; i < COUNT(parts); i++) {
		at = str_find(p.text, str_c(parts[i]), at);
		ASSERT_ROW(at != STR_NONE, i);
	}
}

static void titles_are_the_headline_that_is_shown(void **state)
{
	(void)state;
	static const struct {
		const char *head, *body, *want;
	} rows[] = {
		/* the name of the site is an h1 too */
		{"<title>Quayham rebuilds its pier – Board and Boat</title>",
			"<h1>Board and Boat</h1><h1>Quayham rebuilds its pier</h1>",
			"Quayham rebuilds its pier"},
		{"<title>Board and Boat » Blog archive » Quayham rebuilds its pier</title>",
			"<h1>Board and Boat</h1><h2><a href=/a>Quayham rebuilds its pier</a></h2>",
			"Quayham rebuilds its pier"},
		/* a kicker in the headline's element */
		{"<title>Quayham rebuilds its pier</title><meta property=og:title content='Quayham "
		 "rebuilds "
		 "its pier'>",
			"<h1><span>Harbour</span> <span>Quayham rebuilds its pier</span></h1>",
			"Quayham rebuilds its pier"},
		{"<title>Quayham rebuilds its pier</title>",
			"<h1><span class=kicker>Harbour</span> <span class=headline>Quayham rebuilds its "
			"pier</span></h1>",
			"Quayham rebuilds its pier"},
		/* the page shows another headline than it gives to search engines */
		{"<title>Quayham pier: board votes for a new pier</title>",
			"<h1>Board votes for a new pier in Quayham</h1>",
			"Board votes for a new pier in Quayham"},
		/* a system that writes the headline where the site's name goes */
		{"<meta property=og:title content='Quayham rebuilds its pier for millions'><meta "
		 "property=og:site_name content='Quayham rebuilds its pier for millions'>",
			"<h1>Quayham rebuilds its pier for millions</h1>",
			"Quayham rebuilds its pier for millions"},
		/* no headline of another story */
		{"<title>Quayham rebuilds its pier | Ledger</title>",
			"<h1>Quayham rebuilds its pier</h1><article>" BODY "</article><h1>Cod is dear</h1>",
			"Quayham rebuilds its pier"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a,
			str_format(&a, "<head>%s</head><body>%s<article>" BODY "</article>", rows[i].head,
				rows[i].body));
		ASSERT_STR(extract(html).title, str_c(rows[i].want), i);
	}
}

static void authors_are_who_the_byline_names(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<span class='author vcard'><a class='url fn' href=/u>quayfan7</a></span>", "quayfan7"},
		{"<p class=byline>On Monday by <a rel=author href=/u>Ada Lund</a> in Harbour</p>",
			"Ada Lund"},
		{"<aside><span class='author vcard'><a class=fn>Some Body</a></span></aside>", ""},
		{"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":"
		 "\"Organization\",\"name\":\"Sound Wire\"}}</script><p class=byline>By Ada Lund</p>",
			"Ada Lund"},
		{"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":"
		 "\"Organization\",\"name\":\"Sound Wire\"}}</script>",
			"Sound Wire"},
		{"<meta name=author content=Ada><span class=author>Ada Lund</span>", "Ada Lund"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a, str_format(&a, "%s<article>" BODY "</article>", rows[i].html));
		ASSERT_STR(extract(html).author, str_c(rows[i].want), i);
	}
}

static void a_next_page_is_the_same_articles(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<link rel=next href='http://ledger.example/a/pier.html?page=2'>",
			"http://ledger.example/a/pier.html?page=2"},
		{"<a rel=next href='pier-2.html'>2</a>", "http://ledger.example/a/pier-2.html"},
		{"<link rel=next href='/a/cod.html'>", ""},
		{"<link rel=next href='/a/pier.html/comments/2'>", ""},
		{"<link rel=next href='http://other.example/2'>", ""},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a, str_format(&a, "%s<article>" BODY "</article>", rows[i].html));
		ASSERT_STR(extract(html).next_page, str_c(rows[i].want), i);
	}
}

static void rights_are_reported(void **state)
{
	(void)state;
	struct page p = extract("<article>" BODY "</article><a rel=license href='/by/4.0'>CC BY</a>");
	ASSERT_STR(p.license, STR("http://ledger.example/by/4.0"), 0);
	assert_false(p.is_paid || p.is_noai);
	p = extract(
		"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"license\":"
		"\"http://l.example/terms\",\"isAccessibleForFree\":\"False\"}</script><article>" BODY
		"</article>");
	ASSERT_STR(p.license, STR("http://l.example/terms"), 1);
	assert_true(p.is_paid);
	assert_int_equal(p.state, PAGE_PAYWALLED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_notice_is_not_taken_for_the_article, free_arena),
		cmocka_unit_test_teardown(first_and_last_paragraphs_stay, free_arena),
		cmocka_unit_test_teardown(a_lead_that_the_text_repeats_comes_once, free_arena),
		cmocka_unit_test_teardown(other_stories_and_captions_stay_out, free_arena),
		cmocka_unit_test_teardown(questions_may_be_asked_again, free_arena),
		cmocka_unit_test_teardown(addresses_that_are_written_out_are_text, free_arena),
		cmocka_unit_test_teardown(readings_above_characters_cut_no_words, free_arena),
		cmocka_unit_test_teardown(lists_tables_and_headings_stay_in_order, free_arena),
		cmocka_unit_test_teardown(titles_are_the_headline_that_is_shown, free_arena),
		cmocka_unit_test_teardown(authors_are_who_the_byline_names, free_arena),
		cmocka_unit_test_teardown(a_next_page_is_the_same_articles, free_arena),
		cmocka_unit_test_teardown(rights_are_reported, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
