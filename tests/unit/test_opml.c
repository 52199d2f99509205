#include "unit.h"

#include "feed/feed.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void opml_keeps_feeds_and_groups(void **state)
{
	(void)state;
	static const char doc[] =
		"<opml version='1.0'><head><title>x</title></head><body><outline text='Coast'><outline "
		"title='Ports / quays'><outline type='rss' text='t' title='The Tidal &amp;amp; Post' "
		"xmlUrl='http://a.example/rss' htmlUrl='http://a.example/'/></outline><outline text='B' "
		"XMLURL='http://b.example/f?x=1&y=2'></outline></outline><outline text='C' "
		"xmlUrl='http://c.example/'/><outline text='bad' xmlUrl='javascript:1'/></body></opml>";
	static const struct opml_feed want[] = {
		{STR_CONST("http://a.example/rss"), STR_CONST("The Tidal &amp; Post"),
			STR_CONST("http://a.example/"), STR_CONST("Coast/Ports - quays")},
		{STR_CONST("http://b.example/f?x=1&y=2"), STR_CONST("B"), {0}, STR_CONST("Coast")},
		{STR_CONST("http://c.example/"), STR_CONST("C"), {0}, {0}},
	};
	struct str bytes = str_c(doc);
	struct buf written = BUF(10000);
	for (int round = 0; round < 2; round++) { /* read, then written and read again */
		struct opml_feed *feeds;
		size_t count;
		struct err err;
		assert_true(opml_parse(&a, bytes, &feeds, &count, &err));
		assert_int_equal(count, COUNT(want));
		for (size_t i = 0; i < count; i++) {
			ASSERT_STR(feeds[i].url, want[i].url, i);
			ASSERT_STR(feeds[i].title, want[i].title, i);
			ASSERT_STR(feeds[i].site, want[i].site, i);
			ASSERT_STR(feeds[i].group, want[i].group, i);
		}
		buf_clear(&written);
		opml_write(&written, STR("A & B"), feeds, count);
		bytes = buf_str(&written);
	}
	assert_true(str_find(bytes, STR("<title>A &amp; B</title>"), 0) != STR_NONE);
	buf_free(&written);

	struct opml_feed *feeds;
	size_t count;
	struct err err = {0};
	assert_false(opml_parse(&a, STR("<html></html>"), &feeds, &count, &err));
	assert_int_equal(err.kind, ERR_INPUT);
}

static void pages_name_their_feeds(void **state)
{
	(void)state;
	struct str_vec feeds = feed_discover(&a,
		STR("<!DOCTYPE html><head><base href='http://cdn.example/x/'>"
			"<link rel='stylesheet alternate' type='text/css' href='s.css'>"
			"<link rel='ALTERNATE' type='application/rss+xml; charset=utf-8' href='rss'>"
			"<link rel='alternate' type='application/atom+xml' href='//a.example/atom'>"
			"<link rel='alternate' type='application/feed+json' href='/f.json'>"
			"<link rel='alternate' type='application/rss+xml' href='rss'>"
			"<link rel='alternate' hreflang='de' href='/de'>"
			"<link rel='alternate' type='application/json' href='/wp-json/1'>"
			"<link rel='alternate' type='application/rss+xml' href='javascript:1'></head>"),
		STR("http://news.example/"));
	static const char *const want[] = {
		"http://cdn.example/x/rss", "http://a.example/atom", "http://cdn.example/f.json"};
	assert_int_equal(feeds.n, COUNT(want));
	for (size_t i = 0; i < feeds.n; i++)
		ASSERT_STR(feeds.items[i], str_c(want[i]), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(opml_keeps_feeds_and_groups, free_arena),
		cmocka_unit_test_teardown(pages_name_their_feeds, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
