#include "publish_folder.h"
#include "publish_look.h"
#include "publish_newsroom.h"

/* With PUBLISH_OUT=FOLDER the newsroom can be looked at. */
static void the_newsroom_renders(void **state)
{
	(void)state;
	struct site site = newsroom();
	const char *out = getenv("PUBLISH_OUT");
	if (out)
		site.base_url = STR("");
	struct file_vec files = render(&site);
	assert_true(files.n > 20);
	if (out) {
		struct publish_counts counts;
		struct err err = {0};
		if (!publish_write(out, &files, &counts, &err))
			fail_msg("%s", err.msg);
		(void)file_of(&files, "index.html");
	}
}

/* ---- what a reader gets ---- */

static void every_page_and_feed_is_well_formed(void **state)
{
	(void)state;
	struct site site = newsroom();
	for (int pass = 0; pass < 2; pass++) {
		struct file_vec files = render(&site);
		for (size_t i = 0; i < files.n; i++) {
			struct str path = files.items[i].path;
			if (is_page(path) || is_xml(path))
				check_markup(path, files.items[i].bytes, is_page(path));
			struct jv root;
			struct err err;
			if (str_ends(path, STR(".json")) && !jv_parse(&a, files.items[i].bytes, &root, &err))
				fail_msg("%.*s: %s", STR_ARG(path), err.msg);
		}
		site.base_url = (struct str){0};
	}
}

static void links_inside_the_site_lead_to_files(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.base_url = (struct str){0};
	struct file_vec files = render(&site);
	struct map paths = map_new(&a);
	size_t checked = 0;
	for (size_t i = 0; i < files.n; i++)
		(void)map_put(&paths, files.items[i].path, NULL);
	for (size_t i = 0; i < files.n; i++) {
		struct str path = files.items[i].path, href;
		size_t at = 0;
		if (!is_page(path) || str_eq(path, STR("404.html")))
			continue;
		while (next_attribute(files.items[i].bytes, "href", &at, &href)) {
			if (str_find_char(href, ':', 0) != STR_NONE || href.p[0] == '#')
				continue;
			struct str base = str_format(&a, "http://x.example/%.*s", STR_ARG(path));
			struct str to = str_from(url_resolve(&a, base, href), STR("http://x.example/").n);
			if (!map_get(&paths, to))
				fail_msg("%.*s links to %.*s, which is no file", STR_ARG(path), STR_ARG(href));
			checked++;
		}
	}
	assert_true(checked > 100);
}

static void pages_ask_no_other_host_and_stay_light(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	for (size_t i = 0; i < files.n; i++) {
		struct str path = files.items[i].path, bytes = files.items[i].bytes, value;
		size_t at = 0;
		if (!is_page(path))
			continue;
		ASSERT_ROW(has(bytes, "default-src 'none'; style-src 'self'"), i);
		while (next_attribute(bytes, "src", &at, &value))
			ASSERT_ROW(str_ends(value, STR("site.js")) || str_ends(value, STR("search.js")), i);
		ASSERT_ROW(!has(bytes, "<img") && !has(bytes, "<iframe") && !has(bytes, " style=") &&
				!has(bytes, " onclick"),
			i);
		ASSERT_ROW(count_of(bytes, "rel=\"stylesheet\"") == 1, i);
		ASSERT_ROW(bytes.n <= 100 << 10, i);
	}
	assert_true(file_of(&files, "style.css").n <= 12 << 10);
	assert_false(has(file_of(&files, "style.css"), "url("));
	assert_false(has(file_of(&files, "style.css"), "@import"));
}

static void the_label_stands_before_the_first_paragraph(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	struct str page = file_of(&files, "stories/ferry7aground/index.html");
	size_t label = str_find(page, STR("role=\"note\""), 0);
	assert_true(label < str_find(page, STR("<p"), 0));
	assert_true(label > str_find(page, STR("<h1"), 0));
	assert_true(
		has(page, "no AI model was used.</b> 5 reports from 4 outlets, 3 origins. Checked"));
	for (size_t i = 0; check_kinds[i]; i++)
		ASSERT_ROW(has(page, kind_name(words_for(STR("en")), check_kinds[i])), i);
	assert_false(has(page, "Reviewed by"));
	page = file_of(&files, "stories/budget2skarn/index.html");
	assert_true(has(page, "Reviewed by Mara Quill."));
	assert_false(has(page, "noindex"));
	page = file_of(&files, "stories/bruecke3trauke/index.html");
	assert_true(has(page, "<html lang=\"de\">"));
	assert_true(has(page, "kein KI-Modell war beteiligt."));
	assert_true(has(page, "<h2>Worin sich die Quellen unterscheiden</h2>"));
	assert_true(has(page, ">2. März 2026, 13:00 UTC+1</time>"));
}

static void what_a_model_wrote_never_says_no_model(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.articles[0].draft.writer = STR("model");
	struct file_vec files = render(&site);
	struct str page = file_of(&files, "stories/ferry7aground/index.html");
	assert_false(has(page, "no AI model"));
	assert_true(has(page, "Written by an AI model"));
	assert_true(has(page, "digitalsourcetype/trainedAlgorithmicMedia"));
	assert_true(has(page, "https://schema.org/TrainedAlgorithmicMediaDigitalSource"));
	assert_false(has(file_of(&files, "index.html"), "with no AI model"));
}

static void every_sentence_has_its_mark(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	struct str page = file_of(&files, "stories/ferry7aground/index.html");
	const struct draft *draft = &site.articles[0].draft;
	const struct draft_sentence *sentence;
	size_t n = 0;
	for (; (sentence = draft_sentence_at(draft, n)); n++) {
		struct buf b = BUF(LIMIT_OUTPUT);
		add_text(&b, sentence->text);
		size_t at = str_find(page, buf_str(&b), str_find(page, STR("<h1"), 0));
		ASSERT_ROW(at != STR_NONE, n);
		struct str behind = str_from(page, at + b.n);
		ASSERT_ROW(str_find(behind, STR("class=\"mark\""), 0) < 40, n);
		buf_free(&b);
	}
	assert_int_equal(count_of(page, "class=\"mark\""), n + 2); /* and two differing figures */
	assert_int_equal(count_of(page, "class=\"ev\""), n + 2);
	assert_true(has(page, "copy of The Quay Ledger · not cited"));
}

static void a_withdrawn_story_is_a_tombstone_everywhere(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	for (size_t i = 0; i < files.n; i++)
		ASSERT_ROW(!has(files.items[i].bytes, "Mayor of Westing"), i);
	struct str page = file_of(&files, "stories/mayor4resigns/index.html");
	assert_true(has(page, "<h1>This story was withdrawn</h1>"));
	assert_true(has(page, "Its only source took the report back."));
	assert_false(has(page, "Library hours"));
	assert_true(has(file_of(&files, "stories/mayor4resigns/proof.json"), "\"sentences\": []"));
	struct str atom = file_of(&files, "feed.atom");
	size_t at = str_find(atom, STR("<id>https://desk.example/stories/mayor4resigns/</id>"), 0);
	assert_true(at != STR_NONE);
	assert_true(has(str_sub(atom, at, 200), "<updated>2026-03-02T08:00:00Z</updated>"));
	assert_false(has(file_of(&files, "index.html"), "mayor4resigns"));
	assert_true(has(file_of(&files, "corrections/index.html"), "mayor4resigns"));
}

static void a_correction_stands_at_the_top_and_in_the_feeds(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	struct str page = file_of(&files, "stories/budget2skarn/index.html");
	assert_true(str_find(page, STR("17 to 13."), str_find(page, STR("<body"), 0)) <
		str_find(page, STR("<h1"), 0));
	assert_true(has(page, "\"CorrectionComment\""));
	assert_true(has(file_of(&files, "feed.rss"), "Correction:"));
	assert_true(has(file_of(&files, "corrections/index.html"), "17 to 13."));
}

#define EVIL \
	"</script><script>alert(1)</script>\"' onmouseover=\"x\" &amp; " \
	"\xE2\x80\xAE" \
	"evil\xE2\x81\xA6 \x01\x1B[0m"

static void hostile_text_stays_text(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct article *article = &site.articles[1];
	struct report *reports = ARENA_ARRAY(&a, struct report, 2);
	memcpy(reports, article->reports, 2 * sizeof(*reports));
	reports[0].outlet = STR(EVIL);
	reports[0].url = STR("javascript:alert(1)");
	reports[1].url = STR("https://x.example/\"><script>alert(1)</script>");
	reports[0].language = STR("en\"><script>alert(1)</script>");
	article->reports = reports;
	article->draft.headline.text = STR(EVIL);
	article->draft.standfirst.text = STR(EVIL);
	article->draft.sections[0].sentences[0].text = STR(EVIL);
	article->draft.tags[0].name = STR(EVIL);
	article->corrections[0].note = STR(EVIL);
	article->reviewed_by = STR(EVIL);
	site.title = STR(EVIL);
	site.contact = STR("javascript:alert(1)//\"><script>");
	struct file_vec files = render(&site);
	for (size_t i = 0; i < files.n; i++) {
		struct str path = files.items[i].path, bytes = files.items[i].bytes, href;
		size_t at = 0;
		if (!is_page(path) && !is_xml(path))
			continue;
		check_markup(path, bytes, is_page(path));
		ASSERT_ROW(
			!has(bytes, "<script>") && !has(bytes, "\xE2\x80\xAE") && !has(bytes, "\x1B"), i);
		while (next_attribute(bytes, "href", &at, &href))
			ASSERT_ROW(!str_starts_nocase(href, STR("javascript:")), i);
	}
	assert_false(has(file_of(&files, "feed.json"), "\xE2\x80\xAE"));
}

/* ---- passages ---- */

static void passages_get_a_text_fragment(void **state)
{
	(void)state;
	static const struct {
		const char *url, *text, *sentence, *want;
	} rows[] = {
		{"https://x.example/a", "Short one here.", "Short one here.",
			"https://x.example/a#:~:text=Short%20one%20here"},
		{"https://x.example/a#top", "A, b & c-d.", "A, b & c-d.",
			"https://x.example/a#top:~:text=A%2C%20b%20%26%20c%2Dd"},
		{"https://x.example/?q=1", "One two three four five six seven eight nine ten.",
			"One two three four five six seven eight nine ten.",
			"https://x.example/?q=1#:~:text=One%20two%20three,eight%20nine%20ten"},
		/* the beginning stands before the sentence too: more words until it does not */
		{"https://x.example/a",
			"On Monday the ship came. On Monday the cat sat on a mat and "
			"slept until noon.",
			"On Monday the cat sat on a mat and slept until noon.",
			"https://x.example/a#:~:text=On%20Monday%20the%20cat,slept%20until%20noon"},
		{"https://x.example/a", "“Größe – na ja”,\n sagte er.", "“Größe – na ja”,\n sagte er.",
			"https://x.example/"
			"a#:~:text=Gr%C3%B6%C3%9Fe%20%E2%80%93%20na%20ja%E2%80%9D%2C%20sagte%20er"},
		{"https://x.example/a", "…", "…", "https://x.example/a"},
		{"javascript:alert(1)", "Short one here.", "Short one here.", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct report report = {.url = str_c(rows[i].url), .text = str_c(rows[i].text)};
		size_t start = str_find(report.text, str_c(rows[i].sentence), 0);
		struct span span = {start, strlen(rows[i].sentence)};
		ASSERT_STR(passage_url(&a, &report, span), str_c(rows[i].want), i);
	}
}

/* ---- the extract limit ---- */

static void the_extract_limit_holds_over_all_files_together(void **state)
{
	(void)state;
	static const size_t limits[] = {0, 3, 5, 7, 12, 25, 40};
	for (size_t i = 0; i < COUNT(limits); i++) {
		struct site site = newsroom();
		site.articles[0] = marked_story();
		site.extract_words = limits[i];
		struct file_vec files = render(&site);
		ASSERT_ROW(words_out(&files, 0) + words_out(&files, 1) <= limits[i], i);
		ASSERT_ROW(words_out(&files, 2) <= limits[i], i);
		/* and what it allows is used */
		ASSERT_ROW(words_out(&files, 2) + 4 > (limits[i] < 30 ? limits[i] : 30), i);
		bool has_quote = has(file_of(&files, "stories/limit/index.html"), "zq1x020 zq1x021");
		ASSERT_ROW(has_quote == (limits[i] >= 10), i); /* the outlet's second quotation */
		ASSERT_ROW(has(file_of(&files, "stories/limit/index.html"),
					   "A quotation is left out here") == (limits[i] < 10),
			i);
	}
}

static void a_licence_lifts_the_limit(void **state)
{
	(void)state;
	struct site site = newsroom();
	site.articles[0] = marked_story();
	site.extract_words = 3;
	((struct report *)site.articles[0].reports)[2].licence = STR("CC BY 4.0");
	struct file_vec files = render(&site);
	assert_true(words_out(&files, 2) > 20);
	assert_true(words_out(&files, 0) + words_out(&files, 1) <= 3);
}

static void words_without_blanks_count_too(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t want;
	} rows[] = {{"", 0}, {" \n", 0}, {"one", 1}, {" one\ntwo  three ", 3}, {"港口今天关闭", 6},
		{"Der 3. März", 3},
		{"a\xC2\xA0"
		 "b",
			2},
		{"LED灯亮", 3}};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_ROW(extract_words(str_c(rows[i].text)) == rows[i].want, i);
}

/* ---- the proof ---- */

static void the_proof_can_be_repeated(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	const struct article *article = &site.articles[0];
	struct jv root;
	struct err err;
	size_t n = 0, cites = 0;
	assert_true(jv_parse(&a, file_of(&files, "stories/ferry7aground/proof.json"), &root, &err));
	ASSERT_STR(jv_str(&root, "story"), article->story, 0);
	ASSERT_STR(jv_str(jv_get(&root, "check"), "version"), STR(CHECK_VERSION), 0);
	JV_EACH (sentence, jv_get(&root, "sentences")) {
		const struct draft_sentence *drafted = draft_sentence_at(&article->draft, n++);
		ASSERT_STR(jv_str(sentence, "text"), drafted->text, n);
		ASSERT_STR(jv_str(sentence, "verdict"), STR("supported"), n);
		size_t k = 0;
		JV_EACH (cite, jv_get(sentence, "cites")) {
			const struct report *report = &article->reports[drafted->cites.items[k++].report];
			struct span span = {
				(size_t)jv_int(cite, "start", -1), (size_t)jv_int(cite, "length", -1)};
			struct str cited = span_text(report->text, span), extract = jv_str(cite, "extract");
			ASSERT_STR(jv_str(cite, "url"), report->url, n);
			ASSERT_STR(jv_str(cite, "text_hash"), report->text_hash, n);
			ASSERT_STR(jv_str(cite, "page_hash"), report->page_hash, n);
			ASSERT_STR(
				jv_str(cite, "sentence_hash"), hash_sha256(&a, text_canonical(&a, cited)), n);
			ASSERT_ROW(extract.n == 0 || str_find(cited, extract, 0) != STR_NONE, n);
			cites++;
		}
	}
	assert_null(draft_sentence_at(&article->draft, n));
	assert_true(cites > n);
}

/* ---- feeds ---- */

static void feeds_carry_label_sources_and_stable_names(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec files = render(&site);
	struct str rss = file_of(&files, "feed.rss"), atom = file_of(&files, "feed.atom");
	assert_int_equal(count_of(rss, "<item>"), 4);
	assert_int_equal(count_of(atom, "<entry"), 4);
	assert_int_equal(count_of(rss, "<description>&lt;p&gt;&lt;strong&gt;Compiled by wireproof") +
			count_of(rss, "<description>&lt;p&gt;&lt;strong&gt;Von wireproof"),
		3);
	assert_true(
		has(rss, "<guid isPermaLink=\"true\">https://desk.example/stories/ferry7aground/</guid>"));
	assert_true(has(rss, "<dc:source>Skarn Sound Radio</dc:source>"));
	assert_true(has(rss, "<category>Northline</category>"));
	assert_true(has(rss, "<pubDate>Wed, 4 Mar 2026 09:45:00 +0000</pubDate>") ||
		has(rss, "<pubDate>Wed, 04 Mar 2026 09:45:00 +0000</pubDate>"));
	assert_true(has(atom, "<link rel=\"via\" href=\"https://radio.example/news/4471?lang=en\""));
	assert_true(has(atom, "<updated>2026-03-04T11:30:00Z</updated>"));
	struct jv root;
	struct err err;
	assert_true(jv_parse(&a, file_of(&files, "feed.json"), &root, &err));
	ASSERT_STR(jv_str(&root, "version"), STR("https://jsonfeed.org/version/1.1"), 0);
	const struct jv *first = jv_first(jv_get(&root, "items")), *own = jv_get(first, "_wireproof");
	assert_true(has(jv_str(own, "label"), "no AI model was used"));
	ASSERT_STR(
		jv_str(own, "proof_url"), STR("https://desk.example/stories/ferry7aground/proof.json"), 0);
	assert_int_equal(jv_get(own, "sources")->n, 5);
	site.base_url = (struct str){0};
	files = render(&site);
	atom = file_of(&files, "tags/skarn/feed.atom");
	assert_true(
		has(atom, "<id>tag:wireproof.invalid,2026:the-skarn-desk/stories/ferry7aground/</id>"));
	assert_true(has(atom, "href=\"../../stories/ferry7aground/index.html\""));
}

/* ---- tags ---- */

static void slugs_are_ascii_and_unique(void **state)
{
	(void)state;
	static const struct tag tags[] = {{TAG_PERSON, STR_CONST("Washington")},
		{TAG_PLACE, STR_CONST("Washington")}, {TAG_PLACE, STR_CONST("Ålesund")},
		{TAG_PLACE, STR_CONST("Aalesund")}, {TAG_PLACE, STR_CONST("Київ")},
		{TAG_PLACE, STR_CONST("Харків")}, {TAG_TOPIC, STR_CONST("???")},
		{TAG_TOPIC, STR_CONST("O’Brien & Söhne")}, {TAG_TOPIC, STR_CONST("../../etc")}};
	struct site site = newsroom();
	set_tags(&site.articles[0].draft, tags, COUNT(tags));
	struct file_vec files = render(&site);
	struct map paths = map_new(&a);
	size_t n = 0;
	for (size_t i = 0; i < files.n; i++) {
		bool is_new;
		struct str path = files.items[i].path;
		(void)map_put(&paths, path, &is_new);
		if (!is_new)
			fail_msg("%.*s twice", STR_ARG(path));
		for (size_t k = 0; k < path.n; k++)
			ASSERT_ROW(char_is_alpha(path.p[k]) || char_is_digit(path.p[k]) || path.p[k] == '-' ||
					path.p[k] == '/' || path.p[k] == '.',
				i);
		n += str_starts(path, STR("tags/")) && is_page(path);
	}
	assert_int_equal(n, 1 + COUNT(tags) + 5); /* and those of the other stories */
	(void)file_of(&files, "tags/obrien-soehne/index.html");
	(void)file_of(&files, "tags/etc/index.html");
	(void)file_of(&files, "tags/washington/index.html");
}

static void tags_that_differ_in_case_are_one(void **state)
{
	(void)state;
	static const struct tag tags[] = {
		{TAG_TOPIC, STR_CONST("Shipping")}, {TAG_TOPIC, STR_CONST("SHIPPING")}};
	struct site site = newsroom();
	set_tags(&site.articles[1].draft, tags, COUNT(tags));
	struct file_vec files = render(&site);
	assert_true(has(file_of(&files, "tags/shipping/index.html"), "2 stories"));
}

/* ---- same in, same out; and what is refused ---- */

static void the_same_input_gives_the_same_bytes(void **state)
{
	(void)state;
	struct site site = newsroom();
	struct file_vec first = render(&site);
	site = newsroom();
	site.now = at("2031-01-01T00:00:00Z");
	struct file_vec second = render(&site);
	assert_int_equal(first.n, second.n);
	for (size_t i = 0; i < first.n; i++) {
		ASSERT_STR(first.items[i].path, second.items[i].path, i);
		ASSERT_ROW(str_eq(first.items[i].bytes, second.items[i].bytes), i);
	}
}

static void the_contact_may_be_an_address_of_either_kind(void **state)
{
	(void)state;
	static const struct {
		const char *contact, *href;
	} rows[] = {{"errors@desk.example", "href=\"mailto:errors@desk.example?subject="},
		{"mailto:errors@desk.example", "href=\"mailto:errors@desk.example?subject="},
		{"a&b@desk.example", "href=\"mailto:a%26b@desk.example?subject="},
		{"https://desk.example/write?to=us", "href=\"https://desk.example/write?to=us\""}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct site site = newsroom();
		site.contact = str_c(rows[i].contact);
		struct file_vec files = render(&site);
		ASSERT_ROW(has(file_of(&files, "about/index.html"), rows[i].href), i);
		ASSERT_ROW(has(file_of(&files, "stories/ferry7aground/index.html"), rows[i].href), i);
	}
}

static void an_empty_desk_has_a_site(void **state)
{
	(void)state;
	struct site site = {.title = STR("New"), .extract_words = 25};
	struct file_vec files = render(&site);
	assert_true(has(file_of(&files, "index.html"), "Nothing has been published here yet."));
	check_markup(STR("feed.atom"), file_of(&files, "feed.atom"), false);
}

static void stories_that_point_nowhere_are_refused(void **state)
{
	(void)state;
	struct file_vec files = {0};
	struct err err = {0};
	struct site site = newsroom();
	site.articles[0].draft.headline.cites.items[0].report = 99;
	assert_false(publisher_find(STR("site"))->render(&a, &site, &files, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	site = newsroom();
	site.articles[0].draft.headline.cites.items[0].span.length = 99999;
	assert_false(publisher_find(STR("site"))->render(&a, &site, &files, &err));
	site = newsroom();
	site.articles[0].story = STR("../out");
	assert_false(publisher_find(STR("site"))->render(&a, &site, &files, &err));
	assert_null(publisher_find(STR("carrier pigeon")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_newsroom_renders, free_arena),
		cmocka_unit_test_teardown(every_page_and_feed_is_well_formed, free_arena),
		cmocka_unit_test_teardown(links_inside_the_site_lead_to_files, free_arena),
		cmocka_unit_test_teardown(pages_ask_no_other_host_and_stay_light, free_arena),
		cmocka_unit_test_teardown(the_label_stands_before_the_first_paragraph, free_arena),
		cmocka_unit_test_teardown(what_a_model_wrote_never_says_no_model, free_arena),
		cmocka_unit_test_teardown(every_sentence_has_its_mark, free_arena),
		cmocka_unit_test_teardown(a_withdrawn_story_is_a_tombstone_everywhere, free_arena),
		cmocka_unit_test_teardown(a_correction_stands_at_the_top_and_in_the_feeds, free_arena),
		cmocka_unit_test_teardown(hostile_text_stays_text, free_arena),
		cmocka_unit_test_teardown(passages_get_a_text_fragment, free_arena),
		cmocka_unit_test_teardown(the_extract_limit_holds_over_all_files_together, free_arena),
		cmocka_unit_test_teardown(a_licence_lifts_the_limit, free_arena),
		cmocka_unit_test_teardown(words_without_blanks_count_too, free_arena),
		cmocka_unit_test_teardown(the_proof_can_be_repeated, free_arena),
		cmocka_unit_test_teardown(feeds_carry_label_sources_and_stable_names, free_arena),
		cmocka_unit_test_teardown(slugs_are_ascii_and_unique, free_arena),
		cmocka_unit_test_teardown(tags_that_differ_in_case_are_one, free_arena),
		cmocka_unit_test_teardown(the_same_input_gives_the_same_bytes, free_arena),
		cmocka_unit_test_teardown(the_contact_may_be_an_address_of_either_kind, free_arena),
		cmocka_unit_test_teardown(an_empty_desk_has_a_site, free_arena),
		cmocka_unit_test_teardown(stories_that_point_nowhere_are_refused, free_arena),
		cmocka_unit_test_setup_teardown(
			writing_touches_only_what_changed, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			links_do_not_lead_out_of_the_site, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			what_stands_in_the_way_is_named, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_folder_of_somebody_else_is_left_alone, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			paths_that_lead_out_are_refused, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
