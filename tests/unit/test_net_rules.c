#include "unit.h"
#include "net/address.h"
#include "net/header.h"
#include "net/net.h"

#include <arpa/inet.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena a;

/* ---- Pure parts ---- */

static void addresses_outside_the_public_internet_are_known(void **state)
{
	(void)state;
	static const struct {
		const char *address, *kind;
	} rows[] = {
		{"93.184.216.34", NULL},
		{"1.1.1.1", NULL},
		{"172.15.255.255", NULL},
		{"172.32.0.0", NULL},
		{"100.63.255.255", NULL},
		{"100.128.0.0", NULL},
		{"2606:2800:220:1:248:1893:25c8:1946", NULL},
		{"0.0.0.0", "unspecified"},
		{"0.1.2.3", "reserved"},
		{"10.0.0.1", "private"},
		{"172.16.0.1", "private"},
		{"172.31.255.255", "private"},
		{"192.168.1.1", "private"},
		{"127.0.0.1", "loopback"},
		{"127.255.0.9", "loopback"},
		{"169.254.169.254", "link-local"},
		{"100.64.0.1", "shared behind a carrier's NAT"},
		{"192.0.2.1", "for documentation"},
		{"198.51.100.9", "for documentation"},
		{"203.0.113.9", "for documentation"},
		{"198.19.0.1", "for benchmarks"},
		{"224.0.0.1", "multicast"},
		{"240.0.0.1", "reserved"},
		{"255.255.255.255", "broadcast"},
		{"::", "unspecified"},
		{"::1", "loopback"},
		{"::ffff:127.0.0.1", "loopback"},
		{"::ffff:93.184.216.34", NULL},
		{"::ffff:0:127.0.0.1", "reserved"},
		{"::127.0.0.1", "reserved"},
		{"64:ff9b::10.0.0.1", "private"},
		{"64:ff9b::93.184.216.34", NULL},
		{"64:ff9b:1::1", "reserved"},
		{"2002:0a00:0001::1", "private"},
		{"2002:5db8:d822::1", NULL},
		{"2001::1", "reserved"},
		{"2001:db8::1", "for documentation"},
		{"3fff::1", "for documentation"},
		{"fc00::1", "private"},
		{"fdff::1", "private"},
		{"fe80::1", "link-local"},
		{"fec0::1", "private"},
		{"ff02::1", "multicast"},
		{"100::1", "reserved"},
		{"4000::1", "reserved"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct address address;
		ASSERT_ROW(address_parse(str_c(rows[i].address), &address), i);
		ASSERT_STR(str_c(address_kind(&address)), str_c(rows[i].kind), i);
		ASSERT_ROW(net_is_public_address(str_c(rows[i].address)) == !rows[i].kind, i);
	}
	static const char *const bad[] = {"", "localhost", "1.2.3", "1.2.3.4.5", "127.1",
		"fe80::1%eth0", "[::1]", "0x7f000001", "2130706433", "::1 "};
	for (size_t i = 0; i < COUNT(bad); i++)
		ASSERT_ROW(!net_is_public_address(str_c(bad[i])), i);
}

static void allow_list_names_hosts_and_networks(void **state)
{
	(void)state;
	static const char *const entries[] = {
		"localhost", "*.News.Localhost", "127.0.0.0/8", "::1", "10.1.2.3", "fd00::/13"};
	struct allow allow = {0};
	struct err err;
	for (size_t i = 0; i < COUNT(entries); i++)
		ASSERT_ROW(allow_add(&a, &allow, str_c(entries[i]), &err), i);
	static const struct {
		const char *text;
		bool is_host, want;
	} rows[] = {
		{"localhost", true, true},
		{"a.localhost", true, false},
		{"notlocalhost", true, false},
		{"a.news.localhost", true, true},
		{"a.b.news.localhost", true, true},
		{"news.localhost", true, false},
		{"fakenews.localhost", true, false},
		{"127.9.9.9", false, true},
		{"::ffff:127.0.0.1", false, true},
		{"128.0.0.1", false, false},
		{"::1", false, true},
		{"::2", false, false},
		{"10.1.2.3", false, true},
		{"10.1.2.4", false, false},
		{"fd07:ffff::1", false, true},
		{"fd08::1", false, false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct address address;
		if (rows[i].is_host) {
			ASSERT_ROW(allow_has_host(&allow, str_c(rows[i].text)) == rows[i].want, i);
			continue;
		}
		ASSERT_ROW(address_parse(str_c(rows[i].text), &address), i);
		ASSERT_ROW(allow_has_address(&allow, &address) == rows[i].want, i);
	}
	static const char *const bad[] = {"", "*", "*.", "a/b", "127.0.0.0/33", "127.0.0.0/-1",
		"127.0.0.0/", "::1/129", "http://x", "a b", "x:80", "a.*.b", ".x"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		ASSERT_ROW(!allow_add(&a, &allow, str_c(bad[i]), &err), i);
		ASSERT_ROW(err.kind == ERR_CONFIG, i);
	}
}

/* RFC 9309 section 5.1 and 5.2. */
static const char simple[] = "User-Agent: *\n"
							 "Disallow: *.gif$\n"
							 "Disallow: /example/\n"
							 "Allow: /publications/\n"
							 "\n"
							 "User-Agent: foobot\n"
							 "Disallow:/\n"
							 "Allow:/example/page.html\n"
							 "Allow:/example/allowed.gif\n"
							 "\n"
							 "User-Agent: barbot\n"
							 "User-Agent: bazbot\n"
							 "Disallow: /example/page.html\n"
							 "\n"
							 "User-Agent: quxbot\n";
static const char longest[] = "User-Agent: foobot\n"
							  "Allow: /example/page/\n"
							  "Disallow: /example/page/disallowed.gif\n";

static void robots_txt_decides_as_rfc9309_says(void **state)
{
	(void)state;
	static const struct {
		const char *text, *product, *path;
		bool want;
	} rows[] = {
		{simple, "other", "/a.gif", false},
		{simple, "other", "/a.gif?x", true},
		{simple, "other", "/example/", false},
		{simple, "other", "/publications/a.html", true},
		{simple, "foobot", "/publications/", false},
		{simple, "foobot", "/example/page.html", true},
		{simple, "FooBot", "/example/allowed.gif", true},
		{simple, "bazbot", "/example/page.html", false},
		{simple, "barbot", "/a.gif", true},
		{simple, "quxbot", "/example/", true},
		{longest, "foobot", "/example/page/disallowed.gif", false},
		{longest, "foobot", "/example/page/a.gif", true},
		{longest, "wireproof", "/example/page/disallowed.gif", true},
		/* Nothing, and what is no rule. */
		{"", "x", "/", true},
		{"Disallow: /", "x", "/a", true},
		{"User-agent: *\nDisallow:", "x", "/a", true},
		{"User-agent: *\nDisallow: /", "x", "/robots.txt", true},
		{"<html>not found: sorry</html>", "x", "/", true},
		/* Ties, and the most octets. */
		{"user-agent: x\nallow: /p\ndisallow: /p", "x", "/page", true},
		{"user-agent: x\ndisallow: /p\nallow: /p", "x", "/page", true},
		{"user-agent: x\ndisallow: /*.html\nallow: /a", "x", "/a/b.html", false},
		/* Groups of the same agent are one; a group for us hides the one for all. */
		{"user-agent: x\ndisallow: /a\nuser-agent: y\ndisallow: /b\nuser-agent: x\ndisallow: /c",
			"x", "/a", false},
		{"user-agent: x\ndisallow: /a\nuser-agent: y\ndisallow: /b\nuser-agent: x\ndisallow: /c",
			"x", "/c", false},
		{"user-agent: x\ndisallow: /a\nuser-agent: y\ndisallow: /b\nuser-agent: x\ndisallow: /c",
			"x", "/b", true},
		{"user-agent: *\ndisallow: /\nuser-agent: x\ndisallow: /a", "x", "/b", true},
		{"user-agent: x\nuser-agent: *\ndisallow: /a", "y", "/a", false},
		{"user-agent: x\ncrawl-delay: 1\nuser-agent: y\ndisallow: /a", "x", "/a", false},
		{"user-agent: x\nsitemap: http://x/\nuser-agent: y\ndisallow: /a", "x", "/a", false},
		{"user-agent: x/1.0 (bot)\ndisallow: /a", "x", "/a", false},
		{"user-agent: xy\ndisallow: /a", "x", "/a", true},
		/* Lines. */
		{"\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a # why\r\n", "x", "/a", false},
		{"User-agent: *\rDisallow: /a", "x", "/a", false},
		{"  USER-AGENT  :  *  \n\n#\n\tDISALLOW\t:\t/a\t", "x", "/a", false},
		{"user-agent: *\ndisallow: /a#b", "x", "/a", false},
		/* Wild cards. */
		{"user-agent: *\ndisallow: /*/b", "x", "/a/c/b", false},
		{"user-agent: *\ndisallow: /a$", "x", "/a", false},
		{"user-agent: *\ndisallow: /a$", "x", "/ab", true},
		{"user-agent: *\ndisallow: /*a$", "x", "/aab", true},
		{"user-agent: *\ndisallow: /*ab$", "x", "/abcab", false},
		{"user-agent: *\ndisallow: /a*a$", "x", "/a", true},
		{"user-agent: *\ndisallow: /a**b*", "x", "/acb", false},
		{"user-agent: *\ndisallow: /a$b", "x", "/a", true},
		{"user-agent: *\ndisallow: *", "x", "/", false},
		{"user-agent: *\ndisallow: a", "x", "/a", true},
		/* Section 2.2.3: codes of the wild cards mean the characters. */
		{"user-agent: *\ndisallow: /path/file-with-a-%2A.html", "x", "/path/file-with-a-*.html",
			false},
		{"user-agent: *\ndisallow: /path/file-with-a-%2a.html", "x", "/path/file-with-a-b.html",
			true},
		{"user-agent: *\ndisallow: /path/foo-%24", "x", "/path/foo-$", false},
		/* Section 2.2.2: codes. */
		{"user-agent: *\ndisallow: /foo/bar?baz=quz", "x", "/foo/bar?baz=quz&a", false},
		{"user-agent: *\ndisallow: /foo/bar/\xE3\x83\x84", "x", "/foo/bar/%E3%83%84", false},
		{"user-agent: *\ndisallow: /foo/bar/%e3%83%84", "x", "/foo/bar/\xE3\x83\x84", false},
		{"user-agent: *\ndisallow: /foo/bar/%62%61%7A", "x", "/foo/bar/baz", false},
		{"user-agent: *\ndisallow: /foo/bar/baz", "x", "/foo/bar/%62%61%7a", false},
		{"user-agent: *\ndisallow: /a%2fb", "x", "/a%2Fb", false},
		{"user-agent: *\ndisallow: /a%2fb", "x", "/a/b", true},
		{"user-agent: *\ndisallow: /100%", "x", "/100%", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		double delay_s;
		bool got = robots_allows(
			str_c(rows[i].text), str_c(rows[i].product), str_c(rows[i].path), &delay_s);
		ASSERT_ROW(got == rows[i].want, i);
	}
}

static void crawl_delay_is_reported(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		double want;
	} rows[] = {
		{"user-agent: x\ncrawl-delay: 2.5", 2.5},
		{"user-agent: *\ncrawl-delay: 9\nuser-agent: x\ndisallow: /", -1},
		{"user-agent: *\ncrawl-delay: 9", 9},
		{"user-agent: x\ncrawl-delay: -3", -1},
		{"user-agent: x\ncrawl-delay: soon", -1},
		{"crawl-delay: 3", -1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		double delay_s;
		(void)robots_allows(str_c(rows[i].text), STR("x"), STR("/"), &delay_s);
		ASSERT_ROW(delay_s == rows[i].want, i);
	}
}

/* Each grows to the ceiling by repeating `unit` after `head`. */
static void hostile_robots_txt_ends_soon(void **state)
{
	(void)state;
	static const struct {
		const char *head, *unit;
	} rows[] = {
		{"user-agent: *\ndisallow: /", "*a"},
		{"user-agent: *\ndisallow: /", "*"},
		{"user-agent: *\ndisallow: ", "%"},
		{"user-agent: *\n", "disallow: /*a*a*a*a*b\n"},
		{"user-agent: *\n", "allow:*aab\n"},
		{"user-agent: *\n", "\r"},
		{"", "user-agent: *\n"},
		{"", "user-agent: *\ndisallow: /*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab$\n"},
		{"", "#"},
		{"", ":"},
	};
	char *path = memset(arena_alloc(&a, 8000), 'a', 8000);
	path[0] = '/';
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf text = BUF(LIMIT_ROBOTS * 2);
		buf_add_c(&text, rows[i].head);
		while (text.n < LIMIT_ROBOTS + 1000)
			buf_add_c(&text, rows[i].unit);
		clock_t begin = clock();
		double delay_s;
		(void)robots_allows(buf_str(&text), STR("x"), (struct str){path, 8000}, &delay_s);
		buf_free(&text);
		ASSERT_ROW((clock() - begin) / CLOCKS_PER_SEC < 2, i);
	}
}

static void headers_become_what_they_mean(void **state)
{
	(void)state;
	static const struct {
		const char *lines; /* parted by '|' */
		const char *type, *charset, *etag, *robots_tag;
		int64_t retry_after_s, max_age_s;
	} rows[] = {
		{"", "", "", "", "", -1, -1},
		{"Content-Type: Text/HTML ; a=b; CharSet=\"ISO-8859-1\"\r\n", "text/html", "ISO-8859-1", "",
			"", -1, -1},
		{"content-type:text/plain;charset=x", "text/plain", "x", "", "", -1, -1},
		{"ETag: W/\"a, b\" |etag: \"second\"", "", "", "W/\"a, b\"", "", -1, -1},
		{"ETag: \"\x01\"", "", "", "", "", -1, -1},
		{"X-Robots-Tag: noai|x-robots-tag: otherbot: noindex", "", "", "",
			"noai, otherbot: noindex", -1, -1},
		{"X-Robots-Tag: \xC3\xA4", "", "", "", "??", -1, -1},
		{"Retry-After: 120", "", "", "", "", 120, -1},
		{"Retry-After: -5", "", "", "", "", -1, -1},
		{"Retry-After: soon", "", "", "", "", -1, -1},
		{"Date: Tue, 27 May 2025 10:00:00 GMT|Retry-After: Tue, 27 May 2025 10:01:40 GMT", "", "",
			"", "", 100, -1},
		{"Date: Tue, 27 May 2025 10:00:00 GMT|Retry-After: Tue, 27 May 2025 09:00:00 GMT", "", "",
			"", "", 0, -1},
		{"Retry-After: Tue, 27 May 2025 10:01:40 GMT", "", "", "", "", -1, -1},
		{"Cache-Control: public, MAX-AGE=300", "", "", "", "", -1, 300},
		{"Cache-Control: max-age=300|Cache-Control: no-cache", "", "", "", "", -1, 0},
		{"Cache-Control: max-age=x", "", "", "", "", -1, -1},
		{"Cache-Control: max-age=99999999999999999999", "", "", "", "", -1, -1},
		{"Cache-Control: max-age=\"60\"|Expires: 0", "", "", "", "", -1, 60},
		{"Expires: 0", "", "", "", "", -1, 0},
		{"Date: Tue, 27 May 2025 10:00:00 GMT|Expires: Tuesday, 27-May-25 10:10:00 GMT", "", "", "",
			"", -1, 600},
		{"no colon|: no name|X: y", "", "", "", "", -1, -1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct headers headers = {0};
		struct str rest = str_c(rows[i].lines);
		while (rest.p)
			headers_read(&a, &headers, str_cut(&rest, '|'));
		struct net_reply reply = {0};
		headers_tell(&a, &headers, &reply);
		ASSERT_STR(reply.content_type, str_c(rows[i].type), i);
		ASSERT_STR(reply.charset, str_c(rows[i].charset), i);
		ASSERT_STR(reply.etag, str_c(rows[i].etag), i);
		ASSERT_STR(reply.robots_tag, str_c(rows[i].robots_tag), i);
		ASSERT_ROW(reply.retry_after_s == rows[i].retry_after_s, i);
		ASSERT_ROW(reply.max_age_s == rows[i].max_age_s, i);
	}
}

/* ---- Transfers, against our own server ---- */

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, free_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(addresses_outside_the_public_internet_are_known),
		TEST(allow_list_names_hosts_and_networks),
		TEST(robots_txt_decides_as_rfc9309_says),
		TEST(crawl_delay_is_reported),
		TEST(hostile_robots_txt_ends_soon),
		TEST(headers_become_what_they_mean),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
