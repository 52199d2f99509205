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
	const char *html =
		"<body><article><p>" FIRST "</p><p>" SECOND
		" It said <b>&lsquo;no&rsquo;</b><!-- x --> twice.</p><p>" THIRD "</p></article>";
	static const struct {
		size_t count;
		const char *last;
	} rows[] = {{1, FIRST}, {3, " twice."}, {1, THIRD}};
	struct page p = extract(html);
	assert_int_equal(p.paragraph_count, 3);
	for (size_t i = 0; i < 3; i++) {
		ASSERT_ROW(p.paragraphs[i].range_count == rows[i].count, i);
		struct span last = p.paragraphs[i].ranges[rows[i].count - 1];
		ASSERT_STR(span_text(str_c(html), last), str_c(rows[i].last), i);
	}
	ASSERT_STR(span_text(str_c(html), p.paragraphs[1].ranges[1]), STR("&lsquo;no&rsquo;"), 3);
}

static void spans_print_in_code_points_and_bytes(void **state)
{
	(void)state;
	struct span ranges[] = {{10, 7}, {30, 4}};
	struct paragraph paragraphs[] = {
		{.text = {0, 3}, .ranges = ranges, .range_count = 2}, {.text = {5, 2}}};
	struct page p = {.text = STR("\xc3\xa4x\n\nyz"),
		.paragraphs = paragraphs,
		.paragraph_count = 2,
		.published = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN};
	struct buf b = BUF(4096);
	struct jw w = {.buf = &b};
	page_put_json_spans(&w, &p);
	struct str want = STR("\"paragraphs\":[{\"start\":0,\"end\":2,\"ranges\":[[10,17],[30,34]]},"
						  "{\"start\":4,\"end\":6,\"ranges\":[]}]}");
	assert_true(str_ends(buf_str(&b), want));
	buf_free(&b);
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
		{"<body><article><p>" FIRST "</p><p>" SECOND "</p></article><div class=offer><p>Already a "
		 "subscriber? Log in.</p></div>",
			PAGE_PAYWALLED},
		{"<body><article><p>" FIRST
		 "</p><p>The pier was closed in March, and the divers who looked "
		 "at its piles in the weeks after that found cracks in many of…</p></article>",
			PAGE_PARTIAL},
		/* a page that is nothing but a consent banner */
		{"<body><div class=cookie-consent><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD
		 "</p></div></body>",
			PAGE_EMPTY},
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

#define BODY "<p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p>"

/* What stands beside the three paragraphs: kept (in the text) or not. */
static void what_belongs_to_the_text_stays_and_the_rest_goes(void **state)
{
	(void)state;
	static const struct {
		const char *html, *marker;
		bool is_kept;
	} rows[] = {
		/* inside the article */
		{"<article><p>" FIRST "</p><h2>What marker comes next</h2><p>" SECOND "</p><p>" THIRD
		 "</p></article>",
			"marker", true},
		{"<article><p>" FIRST "</p><ul><li>a marker point of the plan</ul><p>" SECOND
		 "</p><p>" THIRD "</p></article>",
			"marker", true},
		{"<article><p>" FIRST "</p><blockquote><p>A marker, she wrote.</p></blockquote><p>" SECOND
		 "</p><p>" THIRD "</p></article>",
			"marker", true},
		{"<div class=entry-content><p>" FIRST
		 "</p><div class=social-embed><blockquote>The marker is "
		 "rebuilt, at last! <a href=x>27 May</a></blockquote></div><p>" SECOND "</p><p>" THIRD
		 "</p></div>",
			"marker", true},
		{"<article>" BODY "<p>Lea Brandt of the marker desk is a reporter. Follow her at @lea.</p>"
		 "</article>",
			"marker", true},
		/* around it */
		{"<article><h1>A marker</h1>" BODY "</article>", "marker", false},
		{"<article><h1>Pier</h1><div class=byline>By Marker Quist</div>" BODY "</article>",
			"Marker", false},
		{"<article>" BODY "<h3>More marker stories</h3><ul><li><a href=/1>One two three</a></ul>"
		 "</article>",
			"marker", false},
		{"<article>" BODY "<p>Follow the marker desk on @markers.</p></article>", "marker", false},
		{"<article><p>" FIRST
		 "</p><p>Read more: the marker and other piers, a history.</p><p>" SECOND "</p><p>" THIRD
		 "</p></article>",
			"marker", false},
		{"<article><h1>Pier</h1>" BODY
		 "</article><section><article><h2><a href=/2>B</a></h2><p>The "
		 "marker of a teaser, which is a full sentence about another matter.</p></article><article>"
		 "<h2><a href=/3>C</a></h2><p>Another teaser follows here, and it is also a whole sentence."
		 "</p></article></section>",
			"marker", false},
		{"<article>" BODY
		 "</article><div id=comments><p>A marker of a comment, long enough to look "
		 "like text, said a reader, and another reader agreed with it.</p></div>",
			"marker", false},
		{"<article>" BODY
		 "<p style='display:none'>A hidden marker for machines, with a full sentence "
		 "in it that nobody sees.</p></article>",
			"marker", false},
		{"<form><div class=gdpr><p>Accept the marker cookies, which we use for all that we do on "
		 "this "
		 "site, or manage them.</p></div><article>" BODY "</article></form>",
			"marker", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct page p = extract(rows[i].html);
		ASSERT_ROW(str_find(p.text, STR(FIRST), 0) != STR_NONE, i);
		ASSERT_ROW(str_find(p.text, STR(SECOND), 0) != STR_NONE, i);
		ASSERT_ROW(str_find(p.text, STR(THIRD), 0) != STR_NONE, i);
		ASSERT_ROW((str_find(p.text, str_c(rows[i].marker), 0) != STR_NONE) == rows[i].is_kept, i);
	}
}

static void nothing_is_said_twice_and_no_words_are_glued(void **state)
{
	(void)state;
	struct page p =
		extract("<article><p>" FIRST "</p><p>" FIRST "</p><p>One<br>two <b>three</b>four "
				"and five<span> six</span>, the board said.</p><p>" SECOND "</p></article>");
	size_t at = str_find(p.text, STR(FIRST), 0);
	assert_true(at != STR_NONE);
	assert_true(str_find(p.text, STR(FIRST), at + 1) == STR_NONE);
	assert_true(str_find(p.text, STR("One two threefour and five six, the"), 0) != STR_NONE);
}

static void titles_lose_the_name_of_the_site(void **state)
{
	(void)state;
	static const struct {
		const char *head, *body, *want;
	} rows[] = {
		{"<title>Pier falls at Quayham | Ledger</title>", "<h1>Pier falls at Quayham</h1>",
			"Pier falls at Quayham"},
		{"<title>Ledger - Pier falls at Quayham</title>", "", "Pier falls at Quayham"},
		{"<title>Pier falls at Quayham - The Quay Post</title><meta property=og:site_name "
		 "content='The Quay Post'>",
			"<h1>The Quay Post</h1>", "Pier falls at Quayham"},
		{"<title>Pier falls - a view | Opinion</title><meta property=og:title content='Pier falls "
		 "- a "
		 "view'>",
			"", "Pier falls - a view"},
		{"<title>Ledger</title>", "<h1>Pier &amp; quay</h1>", "Pier & quay"},
		{"<title>Quay Post: Pier falls at Quayham</title><meta property=og:site_name content='Quay "
		 "Post'>",
			"<h1>Quay Post</h1><h2>Pier falls at Quayham</h2>", "Pier falls at Quayham"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a,
			str_format(&a, "<head>%s</head><body>%s%s", rows[i].head, rows[i].body,
				"<article>" BODY "</article>"));
		ASSERT_STR(extract(html).title, str_c(rows[i].want), i);
	}
}

static void authors_are_people(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<meta name=author content='By Ada Lund and Noel Pargeter'>", "Ada Lund; Noel Pargeter"},
		{"<meta name=author content='Ledger Staff'>", ""},
		{"<meta name=author content='https://ledger.example/ada'>", ""},
		{"<meta property=og:site_name content='Quay Post'><meta name=author content='Quay Post'>",
			""},
		{"<body><span class=byline>Von Ines Roth, Redaktion</span>", "Ines Roth"},
		{"<body><a rel=author href=/x>Ada Lund</a>", "Ada Lund"},
		{"<body><p>By Ada Lund</p>", "Ada Lund"},
		{"<body><div id=comments><span class=comment-author>Some Body</span></div>", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html =
			str_to_c(&a, str_format(&a, "%s%s", rows[i].html, "<article>" BODY "</article>"));
		ASSERT_STR(extract(html).author, str_c(rows[i].want), i);
	}
}

static void dates_are_read_as_pages_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"27 May 2025", "2025-05-27"},
		{"Published: Tuesday, May 27th, 2025 3:05 pm", "2025-05-27T15:05:00Z"},
		{"27. Mai 2025, 15.05 Uhr", "2025-05-27T15:05:00Z"},
		{"27.05.2025", "2025-05-27"},
		{"05/27/2025", "2025-05-27"},
		{"27 de mayo de 2025", "2025-05-27"},
		{"le 27 mai 2025 \xc3\xa0 15h05", "2025-05-27T15:05:00Z"},
		{"27 maggio 2025", "2025-05-27"},
		{"27 maart 2025", "2025-03-27"},
		{"27 maja 2025", "2025-05-27"},
		{"27 \xd0\xbc\xd0\xb0\xd1\x8f 2025", "2025-05-27"},
		{"27 \xd1\x82\xd1\x80\xd0\xb0\xd0\xb2\xd0\xbd\xd1\x8f 2025", "2025-05-27"},
		{"27 May\xc4\xb1s 2025", "2025-05-27"},
		{"2025-05-27T12:41:00.000+0300", "2025-05-27T12:41:00+03:00"},
		{"Tue, 27 May 2025 12:41:07 -0500", "2025-05-27T12:41:07-05:00"},
		{"20250527", "2025-05-27"},
		{"31 February 2025", ""},
		{"12 market 2025", ""},
		{"May 2025", ""},
		{"99999999999999999999", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a,
			str_format(&a, "<meta name=pubdate content='%s'>%s", rows[i].text,
				"<article>" BODY "</article>"));
		ASSERT_STR(when_rfc3339(&a, extract(html).published), str_c(rows[i].want), i);
	}
}

/* Of several witnesses of the date the better one is believed. */
static void dates_come_from_where_they_are_surest(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<meta property=article:published_time content=2025-05-27T01:00:00Z><time "
		 "datetime=2024-01-01>",
			"2025-05-27T01:00:00Z"},
		{"<aside><time datetime=2024-01-01>1 Jan</time></aside><article><time "
		 "datetime=2025-05-27>x</time></article>",
			"2025-05-27"},
		{"<span class=post-date>27 May 2025</span>", "2025-05-27"},
		{"<p>Quayham, 27 May 2025</p>", "2025-05-27"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html =
			str_to_c(&a, str_format(&a, "%s%s", rows[i].html, "<article>" BODY "</article>"));
		ASSERT_STR(when_rfc3339(&a, extract(html).published), str_c(rows[i].want), i);
	}
	struct page p;
	struct page_input in = {
		.bytes = STR("<article>" BODY "</article>"), .url = STR("http://l.example/2025/05/27/x")};
	assert_true(page_extract(&a, &in, &p, NULL));
	ASSERT_STR(when_rfc3339(&a, p.published), STR("2025-05-27"), 99);
}

static void a_canonical_url_elsewhere_is_not_believed(void **state)
{
	(void)state;
	static const struct {
		const char *href, *want;
	} rows[] = {
		{"/a/pier", "http://ledger.example/a/pier"},
		{"https://www.ledger.example/pier", "https://www.ledger.example/pier"},
		{"http://other.example/pier", "http://ledger.example/a/pier.html"},
		{"http://ledger.example/", "http://ledger.example/a/pier.html"},
		{"javascript:x", "http://ledger.example/a/pier.html"},
		{"", "http://ledger.example/a/pier.html"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *html = str_to_c(&a,
			str_format(&a, "<link rel=canonical href='%s'>%s", rows[i].href,
				"<article>" BODY "</article>"));
		ASSERT_STR(extract(html).canonical, str_c(rows[i].want), i);
	}
}

static void live_blogs_and_reserved_pages_are_known(void **state)
{
	(void)state;
	struct page p =
		extract("<article><h1>Live</h1><p><time datetime=2025-05-27T10:00Z>10:00</time></p>"
				"<p>" FIRST "</p><time datetime=2025-05-27T10:10Z>10:10</time><p>" SECOND
				"</p><time datetime=2025-05-27T10:20Z>10:20</time><p>" THIRD
				"</p><time datetime=2025-05-27T10:30Z>10:30</time><p>Work on the pier "
				"ends for today, and the board goes home, a spokesman said.</p>"
				"<time datetime=2025-05-27T10:40Z>10:40</time><p>The harbour is closed "
				"until Tuesday morning, the coast guard said.</p></article>");
	assert_true(p.is_live_blog);
	p = extract("<meta name=robots content='index, noai'><article>" BODY "</article>");
	assert_true(p.is_noai);
	assert_false(p.is_live_blog);
	p = extract("<meta name=tdm-reservation content=1><article>" BODY "</article>");
	assert_true(p.is_noai);
	assert_false(extract("<article>" BODY "</article>").is_noai);
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
		{"<body>", "<div>", "", 100000},
		{"<body>", "<p>word ", "", 100000},
		{"<body><article>", "<p>A paragraph, with commas, and words.</p>", "", 20000},
		{"<body>", "<table><tr><td>", "", 20000},
		{"<head>", "<meta property=og:title content=x>", "", 50000},
		{"<script type=application/ld+json>", "[", "</script>", 100000},
		{"<script type=application/ld+json>[", "{\"@type\":\"NewsArticle\",\"headline\":\"x\"},",
			"{}]</script>", 20000},
		{"<body><p>", "1 May 2025 ", "", 100000},
		{"<body>", "<", "", 300000},
		{"<title>quayham pier</title><body>", "<h2>quayham pier</h2>", "", 20000},
		{"<meta name=author content='", "A b, ", "'>", 100000},
		{"<body>", "<div itemprop=author>x", "", 20000},
		{"<body>", "<h1><div>x", "", 20000},
		{"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[",
			"{\"@id\":\"#x\"},", "{}]}</script>", 50000},
		{"<body>", "<div class='cookie related'><p>One, two and three, a sentence.", "", 20000},
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
		cmocka_unit_test(spans_print_in_code_points_and_bytes),
		cmocka_unit_test_teardown(the_head_says_who_and_when, free_arena),
		cmocka_unit_test_teardown(linked_data_stands_in_for_a_page_without_text, free_arena),
		cmocka_unit_test_teardown(states_say_what_was_got, free_arena),
		cmocka_unit_test_teardown(a_correction_note_is_no_text, free_arena),
		cmocka_unit_test_teardown(what_belongs_to_the_text_stays_and_the_rest_goes, free_arena),
		cmocka_unit_test_teardown(nothing_is_said_twice_and_no_words_are_glued, free_arena),
		cmocka_unit_test_teardown(titles_lose_the_name_of_the_site, free_arena),
		cmocka_unit_test_teardown(authors_are_people, free_arena),
		cmocka_unit_test_teardown(dates_are_read_as_pages_write_them, free_arena),
		cmocka_unit_test_teardown(dates_come_from_where_they_are_surest, free_arena),
		cmocka_unit_test_teardown(a_canonical_url_elsewhere_is_not_believed, free_arena),
		cmocka_unit_test_teardown(live_blogs_and_reserved_pages_are_known, free_arena),
		cmocka_unit_test_teardown(legacy_charsets_are_read, free_arena),
		cmocka_unit_test_teardown(hostile_pages_end_soon, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
