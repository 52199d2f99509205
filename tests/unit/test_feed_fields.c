#include "unit.h"

#include "feed/feed.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct feed parse(const char *bytes)
{
	struct feed_input in = {.bytes = str_c(bytes), .url = STR("http://news.example/dir/feed.xml")};
	struct feed feed;
	struct err err = {0};
	if (!feed_parse(&a, &in, &feed, &err))
		fail_msg("%.60s: %s", bytes, err.msg);
	return feed;
}

static struct entry item(const char *inside)
{
	struct feed feed = parse(str_format(&a,
		"<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
		"xmlns:media='http://search.yahoo.com/mrss/'><channel><item>%s</item></channel></rss>",
		inside)
								 .p);
	assert_int_equal(feed.entry_count, 1);
	return feed.entries[0];
}

static struct entry atom(const char *inside)
{
	struct feed feed = parse(
		str_format(&a, "<feed xmlns='http://www.w3.org/2005/Atom'><entry>%s</entry></feed>", inside)
			.p);
	assert_int_equal(feed.entry_count, 1);
	return feed.entries[0];
}

static void a_feed_says_how_it_wants_to_be_fetched(void **state)
{
	(void)state;
	struct feed f = parse(
		"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>T</title>"
		"<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='/me.xml'/>"
		"<ttl> 90 </ttl><skipDays><day>Saturday</day><day>Sunday</day></skipDays>"
		"<skipHours><hour>0</hour><hour>23</hour></skipHours></channel></rss>");
	ASSERT_STR(f.hub, STR("https://hub.example/"), 0);
	ASSERT_STR(f.self, STR("http://news.example/me.xml"), 0);
	assert_int_equal(f.ttl_min, 90);
	ASSERT_STR(str_join(&a, f.skip_days.items, f.skip_days.n, STR(" ")), STR("Saturday Sunday"), 0);
	ASSERT_STR(str_join(&a, f.skip_hours.items, f.skip_hours.n, STR(" ")), STR("0 23"), 0);
}

static void a_ttl_is_a_number_of_minutes_up_to_a_year(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int want;
	} rows[] = {
		{"60", 60}, {"0", 0}, {"-5", 0}, {"an hour", 0}, {"", 0}, {"999999999999", 60 * 24 * 366}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str doc = str_format(
			&a, "<rss version='2.0'><channel><ttl>%s</ttl></channel></rss>", rows[i].text);
		ASSERT_ROW(parse(doc.p).ttl_min == rows[i].want, i);
	}
}

static void pictures_are_found_where_formats_have_them(void **state)
{
	(void)state;
	static const struct {
		const char *inside, *want;
	} rows[] = {
		{"<image><title>t</title><url>/i.png</url><link>/</link></image>",
			"http://news.example/i.png"},
		{"<itunes:image href='http://h.example/i.png'/>", "http://h.example/i.png"},
		{"<media:thumbnail url='i.png'/>", "http://news.example/dir/i.png"},
		{"<image href='javascript:x'/>", ""},
		{"<media:thumbnail url='/a.png'/><itunes:image href='/b.png'/>",
			"http://news.example/b.png"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(item(rows[i].inside).image, str_c(rows[i].want), i);
	ASSERT_STR(parse("<feed xmlns='http://www.w3.org/2005/Atom'><icon>/i.ico</icon>"
					 "<logo>/l.png</logo></feed>")
				   .image,
		STR("http://news.example/l.png"), 0);
}

static void an_image_without_its_end_loses_no_entry(void **state)
{
	(void)state;
	struct feed f =
		parse("<rss version='2.0'><channel><title>T</title><image><url>/i.png</url>"
			  "<item><title>a</title></item><item><title>b</title></item></channel></rss>");
	assert_int_equal(f.entry_count, 2);
	ASSERT_STR(f.entries[0].title, STR("a"), 0);
	ASSERT_STR(f.image, STR("http://news.example/i.png"), 0);
}

static void an_entry_says_whose_it_is(void **state)
{
	(void)state;
	struct entry e =
		atom("<source><id>tag:2</id><title>The Quay</title><link href='http://quay.example/'/>"
			 "</source><contributor><name>Ann Oar</name></contributor><contributor>"
			 "<name>Bo Hull</name></contributor><rights>(c) &lt;Quay&gt;</rights>");
	ASSERT_STR(e.source, STR("The Quay"), 0);
	ASSERT_STR(e.source_link, STR("http://quay.example/"), 0);
	ASSERT_STR(e.rights, STR("(c) &lt;Quay&gt;"), 0);
	ASSERT_STR(str_join(&a, e.contributors.items, e.contributors.n, STR("; ")),
		STR("Ann Oar; Bo Hull"), 0);
	e = item("<source url='http://quay.example/feed'>The Quay</source>");
	ASSERT_STR(e.source, STR("The Quay"), 1);
	ASSERT_STR(e.source_link, STR("http://quay.example/feed"), 1);
	ASSERT_STR(
		parse("<rss version='2.0'><channel><copyright>(c) Us</copyright></channel></rss>").rights,
		STR("(c) Us"), 0);
}

static void the_other_fields_of_json_feed_are_read(void **state)
{
	(void)state;
	struct feed f = parse("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\","
						  "\"icon\":\"/i.png\",\"feed_url\":\"http://news.example/feed.json\","
						  "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],"
						  "\"items\":[{\"id\":1,\"banner_image\":\"/b.png\"}]}");
	ASSERT_STR(f.image, STR("http://news.example/i.png"), 0);
	ASSERT_STR(f.self, STR("http://news.example/feed.json"), 0);
	ASSERT_STR(f.hub, STR("https://hub.example/"), 0);
	ASSERT_STR(f.entries[0].image, STR("http://news.example/b.png"), 0);
}

static void the_feed_command_prints_the_fields_that_are_there(void **state)
{
	(void)state;
	struct feed f =
		parse("<rss version='2.0'><channel><ttl>5</ttl><skipDays><day>Monday</day></skipDays>"
			  "<item><source url='/s'>S</source></item></channel></rss>");
	struct buf out = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &out};
	feed_put_json(&w, &f);
	struct str json = str_dup(&a, buf_str(&out));
	buf_free(&out);
	ASSERT_STR(json,
		STR("{\"skipDays\":[\"Monday\"],\"ttl\":5,\"entries\":[{\"categories\":[],\"enclosures\":[]"
			","
			"\"source\":{\"title\":\"S\",\"link\":\"http://news.example/s\"}}]}"),
		0);
}

static void text_that_was_encoded_twice_is_turned_back(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"donâ€™t", "don’t"},
		{"cafÃ© au lait", "café au lait"},
		{"&acirc;&#128;&brvbar;", "…"},
		{"Ð”Ð¾Ð¼", "Дом"},
		{"café", "café"},
		{"Ã", "Ã"},
		{"Ã©té", "Ã©té"}, /* not all of it */
		{"â€", "â€"},
		{"Ελλάδα", "Ελλάδα"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str title = str_format(&a, "<title>%s</title>", rows[i].text);
		ASSERT_STR(item(title.p).title, str_c(rows[i].want), i);
	}
}

static void a_second_text_and_loose_keywords_are_kept(void **state)
{
	(void)state;
	struct entry e = item("<description>short</description><summary>the longer text</summary>"
						  "<tags>sea, ferry,,</tags><itunes:keywords>quay</itunes:keywords>");
	ASSERT_STR(e.summary, STR("short"), 0);
	ASSERT_STR(e.content, STR("the longer text"), 0);
	ASSERT_STR(
		str_join(&a, e.categories.items, e.categories.n, STR("|")), STR("sea|ferry|quay"), 0);
}

static void an_atom_id_that_is_a_path_becomes_absolute(void **state)
{
	(void)state;
	ASSERT_STR(atom("<id>/2025/1</id>").id, STR("http://news.example/2025/1"), 0);
	ASSERT_STR(atom("<id>tag:x,2025:1</id>").id, STR("tag:x,2025:1"), 1);
	ASSERT_STR(item("<guid>/2025/1</guid>").id, STR("/2025/1"), 2);
}

static void addresses_and_brackets_stay_as_they_are_written(void **state)
{
	(void)state;
	ASSERT_STR(item("<link>http://News.Example/a</link>").link, STR("http://News.Example/a"), 0);
	ASSERT_STR(
		item("<link>http://News.Example/a b</link>").link, STR("http://news.example/a%20b"), 1);
	ASSERT_STR(item("<title>&lang;x&rang;</title>").title, STR("\xE2\x8C\xA9x\xE2\x8C\xAA"), 2);
}

static void a_huge_attribute_costs_one_copy_of_the_feed(void **state)
{
	(void)state;
	struct buf b = BUF(LIMIT_BODY);
	buf_add_c(&b, "<rss version='2.0'><channel><item><enclosure url='http://h.example/");
	for (size_t i = 0; i < (size_t)8 << 20; i++)
		buf_add_char(&b, 'a');
	buf_add_c(&b, "'/><title>t</title></item></channel></rss>");
	size_t before = a.used;
	struct feed_input in = {.bytes = buf_str(&b)};
	struct feed feed;
	assert_true(feed_parse(&a, &in, &feed, NULL));
	buf_free(&b);
	assert_int_equal(feed.entries[0].enclosure_count, 0);
	assert_true(a.used - before < (size_t)10 << 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_feed_says_how_it_wants_to_be_fetched),
		cmocka_unit_test(a_ttl_is_a_number_of_minutes_up_to_a_year),
		cmocka_unit_test(pictures_are_found_where_formats_have_them),
		cmocka_unit_test(an_image_without_its_end_loses_no_entry),
		cmocka_unit_test(an_entry_says_whose_it_is),
		cmocka_unit_test(the_other_fields_of_json_feed_are_read),
		cmocka_unit_test(the_feed_command_prints_the_fields_that_are_there),
		cmocka_unit_test(text_that_was_encoded_twice_is_turned_back),
		cmocka_unit_test(a_second_text_and_loose_keywords_are_kept),
		cmocka_unit_test(an_atom_id_that_is_a_path_becomes_absolute),
		cmocka_unit_test(addresses_and_brackets_stay_as_they_are_written),
		cmocka_unit_test(a_huge_attribute_costs_one_copy_of_the_feed),
	};
	return cmocka_run_group_tests(tests, NULL, free_arena);
}
