/* What publishers say about the use of their pages, in all its forms; RSL licences, which feed
 * reads. */
#include "unit.h"

#include "feed/feed.h"
#include "net/net.h"

#include <time.h>

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

/* "-" refused, "0" nothing said, "+" granted: store, quote, model. */
static struct str verdict(const struct signal_vec *signals)
{
	static const char marks[] = "-0+";
	char *out = arena_alloc(&a, USE_COUNT + 1);
	for (int use = 0; use < USE_COUNT; use++)
		out[use] = marks[rights_of(signals, (enum use)use) + 1];
	return (struct str){out, USE_COUNT};
}

static struct str joined(const struct signal_vec *signals)
{
	struct str all = {0};
	for (size_t i = 0; i < signals->n; i++)
		all = str_format(
			&a, "%.*s%s%.*s", STR_ARG(all), i ? " | " : "", STR_ARG(signals->items[i].raw));
	return all;
}

static void robots_txt_says_who_may_use_a_page(void **state)
{
	(void)state;
	static const struct {
		const char *text, *path, *verdict, *raw;
	} rows[] = {
		{"", "/a", "000", ""},
		{"User-agent: *\nDisallow: /p\n", "/a", "000", ""},
		{"User-agent: *\nDisallow: /p\n", "/p/1", "-00", "Disallow, for wireproof"},
		{"User-agent: GPTBot\nDisallow: /\n", "/a", "00-", "Disallow, for User-agent: GPTBot"},
		{"user-agent: gptbot\nuser-agent: ccbot\ndisallow: /p\n", "/a", "000", ""},
		{"User-agent: CCBot\nUser-agent: GPTBot\nDisallow: /p\n", "/p", "00-",
			"Disallow, for User-agent: CCBot"},
		/* Crawlers that nobody names fall under `*`, and that is about us all. */
		{"User-agent: SomeBot\nDisallow: /\n", "/a", "000", ""},
		{"User-agent: ClaudeBot\nAllow: /a\nDisallow: /\n", "/a", "000", ""},
		/* Content-Signal, as 3.8 million sites send it. */
		{"User-agent: *\nContent-Signal: search=yes,ai-train=no\nAllow: /\n", "/a", "0+0",
			"search=yes | ai-train=no"},
		{"User-Agent: *\nContent-signal: search=yes, ai-input=no, ai-train=no\nAllow: /\n", "/a",
			"0+-", "search=yes | ai-input=no | ai-train=no"},
		{"User-agent: *\r\nContent-Signal: ai-input=yes\r\n", "/a", "00+", "ai-input=yes"},
		{"User-agent: *\nContent-Signal: search=no\n", "/a", "0-0", "search=no"},
		{"Content-Signal: ai-input=no\nUser-agent: *\nAllow: /\n", "/a", "00-", "ai-input=no"},
		/* Of another's group only its own is meant; ours outweighs that of all. */
		{"User-agent: Otherbot\nContent-Signal: ai-input=no\n", "/a", "000", ""},
		{"User-agent: *\nContent-Signal: ai-input=no\n\nUser-agent: wireproof\nContent-Signal: "
		 "ai-input=yes\n",
			"/a", "00+", "ai-input=yes"},
		/* AIPREF: a path may come first, the longest counts. */
		{"User-agent: *\nContent-Usage: train-ai=n\n", "/a", "000", "train-ai=n"},
		{"User-agent: *\nContent-Usage: bots=n\nContent-Usage: /free/ bots=y\n", "/free/a", "+++",
			"bots=y"},
		{"User-agent: *\nContent-Usage: bots=n\nContent-Usage: /free/ bots=y\n", "/a", "---",
			"bots=n"},
		{"User-agent: *\nContent-Usage: sparkle=n, ai=n;why=\"x\"\n", "/a", "00-",
			"sparkle=n | ai=n;why=\"x\""},
		{"User-agent: *\nContent-Usage: search=maybe\n", "/a", "000", "search=maybe"},
		/* A licence is named for the whole site. */
		{"License: https://x.example/l.xml # ours\nUser-agent: *\nAllow: /\n", "/a", "000",
			"https://x.example/l.xml"},
		{"\xEF\xBB\xBFUser-agent: GPTBot\nDisallow: /", "/a", "00-",
			"Disallow, for User-agent: GPTBot"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct signal_vec signals = {0};
		rights_read_robots(
			&a, str_c(rows[i].text), str_c(rows[i].path), STR("http://x/robots.txt"), &signals);
		ASSERT_STR(verdict(&signals), str_c(rows[i].verdict), i);
		ASSERT_STR(joined(&signals), str_c(rows[i].raw), i);
	}
}

static void headers_say_it_too(void **state)
{
	(void)state;
	static const struct {
		struct net_reply reply;
		const char *verdict;
		size_t count;
	} rows[] = {
		{{0}, "000", 0},
		{{.robots_tag = STR_CONST("noai, noimageai")}, "00-", 2},
		{{.robots_tag = STR_CONST("noimageai")}, "000", 1},
		{{.robots_tag = STR_CONST("NoSnippet")}, "0-0", 1},
		{{.robots_tag = STR_CONST("max-snippet: 0")}, "0-0", 1},
		{{.robots_tag = STR_CONST("max-snippet: 200, max-image-preview:large")}, "000", 2},
		{{.robots_tag = STR_CONST("otherbot: noai")}, "000", 1},
		{{.robots_tag = STR_CONST("wireproof: noai")}, "00-", 1},
		{{.robots_tag = STR_CONST("unavailable_after: 25 Jun 2030 15:00:00 PST, noai")}, "00-", 2},
		{{.content_signal = STR_CONST("ai-input=no")}, "00-", 1},
		{{.content_usage = STR_CONST("train-ai=n, bots=y")}, "+++", 2},
		{{.tdm_reservation = STR_CONST("1"), .tdm_policy = STR_CONST("https://x.example/p.json")},
			"00-", 1},
		{{.tdm_reservation = STR_CONST("0")}, "000", 1},
		{{.link = STR_CONST("</l.xml>; rel=\"license\"; type=\"application/rsl+xml\", </hub>; "
							"rel=hub")},
			"000", 1},
		{{.link = STR_CONST("</cc>; rel=license, </next>; rel=next")}, "000", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct signal_vec signals = {0};
		struct net_reply reply = rows[i].reply;
		reply.url = STR("http://x.example/a/b");
		rights_read_header(&a, &reply, &signals);
		ASSERT_STR(verdict(&signals), str_c(rows[i].verdict), i);
		ASSERT_ROW(signals.n == rows[i].count, i);
		if (rows[i].reply.link.n && signals.n)
			ASSERT_STR(signals.items[0].raw, STR("http://x.example/l.xml"), i);
	}
}

static void the_head_of_a_page_says_it_too(void **state)
{
	(void)state;
	static const struct {
		const char *html, *verdict, *raw;
	} rows[] = {
		{"<p>noai", "000", ""},
		{"<meta name=robots content='index, noai'>", "00-", "index | noai"},
		{"<META NAME='Robots' CONTENT='nosnippet'>", "0-0", "nosnippet"},
		{"<meta name=googlebot content=nosnippet>", "000", ""},
		{"<meta name='tdm-reservation' content='1'><meta name='tdm-policy' content='/p'>", "00-",
			"tdm-reservation: 1, tdm-policy: /p"},
		{"<meta name='tdm-reservation' content='0'>", "000", "tdm-reservation: 0"},
		{"<link rel='license' type='application/rsl+xml' href='/l.xml'>", "000",
			"http://x.example/l.xml"},
		{"<link rel='license' href='/cc'>", "000", ""},
		/* What stands in the text says nothing. */
		{"<title>t</title></head><body><p>&lt;meta name=robots content=noai&gt;</p>"
		 "<meta name=robots content=noai>",
			"000", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct signal_vec signals = {0};
		rights_read_page(&a, str_c(rows[i].html), STR("http://x.example/a/b"), &signals);
		ASSERT_STR(verdict(&signals), str_c(rows[i].verdict), i);
		ASSERT_STR(joined(&signals), str_c(rows[i].raw), i);
	}
}

static void tdmrep_json_reserves_by_path(void **state)
{
	(void)state;
	static const struct {
		const char *json, *path, *verdict;
		size_t count;
	} rows[] = {
		{"[]", "/a", "000", 0},
		{"[{\"location\":\"/\",\"tdm-reservation\":1}]", "/a", "00-", 1},
		{"[{\"location\":\"/p/*\",\"tdm-reservation\":1}]", "/a", "000", 0},
		{"[{\"location\":\"*.html$\",\"tdm-reservation\":1}]", "/a.html", "00-", 1},
		{"[{\"location\":\"/\",\"tdm-reservation\":0}]", "/a", "000", 1},
		{"[{\"location\":\"/\",\"tdm-reservation\":0},{\"location\":\"/a\",\"tdm-reservation\":"
		 "\"1\",\"tdm-policy\":\"http://x/p\"}]",
			"/a", "00-", 2},
		{"[{\"location\":\"/\"},4,null]", "/a", "000", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct signal_vec signals = {0};
		struct err err;
		ASSERT_ROW(rights_read_tdmrep(&a, str_c(rows[i].json), str_c(rows[i].path),
					   STR("http://x/t"), &signals, &err),
			i);
		ASSERT_STR(verdict(&signals), str_c(rows[i].verdict), i);
		ASSERT_ROW(signals.n == rows[i].count, i);
	}
	static const char *const bad[] = {"", "<html>", "{}", "[{"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct signal_vec signals = {0};
		struct err err;
		ASSERT_ROW(
			!rights_read_tdmrep(&a, str_c(bad[i]), STR("/"), STR("http://x/t"), &signals, &err) &&
				signals.n == 0,
			i);
	}
}

#define RSL(inside) "<rsl xmlns='https://rslstandard.org/rsl'>" inside "</rsl>"
#define ALL(inside) RSL("<content url='/'><license>" inside "</license></content>")

static void rsl_licences_permit_and_prohibit(void **state)
{
	(void)state;
	static const struct {
		const char *xml, *verdict;
	} rows[] = {
		{RSL(""), "000"},
		{ALL("<permits type='usage'>all</permits>"), "+++"},
		{ALL("<permits type='usage'>search</permits>"), "0+-"},
		{ALL("<permits type='usage'>search ai-input</permits>"), "0++"},
		{ALL("<prohibits type='usage'>ai-all</prohibits>"), "00-"},
		{ALL("<prohibits type='usage'>ai-input,ai-train</prohibits>"), "00-"},
		{ALL("<prohibits type='usage'>ai-train</prohibits>"), "000"},
		{ALL("<prohibits type='usage'>search</prohibits>"), "0-0"},
		{ALL("<prohibits type='usage'>all</prohibits>"), "---"},
		{ALL("<prohibits type='geo'>all</prohibits>"), "000"},
		{ALL("<permits type='usage'>all</permits><payment type='subscription'/>"), "00-"},
		{ALL("<permits type='usage'>all</permits><payment type='free'/>"), "+++"},
		{ALL("<permits type='usage'>all</permits><payment type='attribution'><standard>u"
			 "</standard></payment>"),
			"+++"},
		{ALL("<payment type='crawl'><amount currency='USD'>0.01</amount></payment>"), "00-"},
		/* The content that covers the page best counts, and of several licences any will do. */
		{RSL("<content url='/'><license><prohibits type='usage'>all</prohibits></license>"
			 "</content><content url='/news/*'><license><permits "
			 "type='usage'>all</permits></license></content>"),
			"+++"},
		{RSL("<content url='http://x.example/news/*'><license><prohibits "
			 "type='usage'>ai-all</prohibits></license></content>"),
			"00-"},
		{RSL("<content url='/other/*'><license><prohibits "
			 "type='usage'>all</prohibits></license></content>"),
			"000"},
		{RSL("<content url='/'><license><payment type='use'/></license><license><permits "
			 "type='usage'>ai-input</permits></license></content>"),
			"00+"},
		/* Broken off: what came counts. */
		{"<rsl><content url='/'><license><prohibits type='usage'>ai-all</prohibits>", "00-"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct signal_vec signals = {0};
		struct err err;
		ASSERT_ROW(rsl_read(&a, str_c(rows[i].xml), STR("http://x.example/news/1"),
					   STR("http://x.example/l.xml"), &signals, &err),
			i);
		ASSERT_STR(verdict(&signals), str_c(rows[i].verdict), i);
	}
	static const char *const bad[] = {"", "<html><p>404", "<rss/>"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct signal_vec signals = {0};
		struct err err;
		ASSERT_ROW(!rsl_read(&a, str_c(bad[i]), STR("http://x/"), STR("p"), &signals, &err) &&
				err.kind == ERR_INPUT,
			i);
	}
}

static void what_is_kept_has_ceilings(void **state)
{
	(void)state;
	struct buf b = BUF(LIMIT_OUTPUT);
	struct signal_vec signals = {0};
	buf_add_c(&b, "User-agent: *\n");
	for (int i = 0; i < 20000; i++)
		buf_addf(&b, "Content-Usage: /%d*a*a*a*a$ k%d=n\nLicense: http://x/%d\n", i, i, i);
	struct timespec before, after;
	assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &before), 0);
	rights_read_robots(&a, buf_str(&b), STR("/1aaaaaaaaaaaaaaa"), STR("r"), &signals);
	assert_int_equal(signals.n, RIGHTS_SIGNALS);
	buf_clear(&b);
	for (int i = 0; i < 200000; i++)
		buf_add_c(&b, "noai\x01,");
	signals.n = 0;
	rights_read_tags(&a, STR("X-Robots-Tag"), buf_str(&b), STR("h"), &signals);
	assert_int_equal(signals.n, RIGHTS_SIGNALS);
	buf_clear(&b);
	buf_add_c(&b, "<rsl>");
	for (int i = 0; i < 100000; i++)
		buf_add_c(&b, "<content url='/*'><license><permits>");
	struct err err;
	assert_true(rsl_read(&a, buf_str(&b), STR("http://x/"), STR("p"), &signals, &err));
	buf_clear(&b);
	for (int i = 0; i < 1000; i++)
		buf_add_char(&b, (char)('\x01' + i % 255));
	signals.n = 0;
	struct signal *s = rights_add(&a, &signals, STR("k"), STR("p"), buf_str(&b));
	assert_true(s->raw.n <= RIGHTS_RAW);
	for (size_t i = 0; i < s->raw.n; i++)
		assert_true(s->raw.p[i] >= ' ' && s->raw.p[i] <= '~');
	assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &after), 0);
	assert_true(after.tv_sec - before.tv_sec < 3);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(robots_txt_says_who_may_use_a_page, free_arena),
		cmocka_unit_test_teardown(headers_say_it_too, free_arena),
		cmocka_unit_test_teardown(the_head_of_a_page_says_it_too, free_arena),
		cmocka_unit_test_teardown(tdmrep_json_reserves_by_path, free_arena),
		cmocka_unit_test_teardown(rsl_licences_permit_and_prohibit, free_arena),
		cmocka_unit_test_teardown(what_is_kept_has_ceilings, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
