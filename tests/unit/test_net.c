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

static struct {
	struct arena a;
	struct str folder; /* holds the site, the log and the file with the port */
	struct str port;
	pid_t pid;
} server;

static struct str in_folder(const char *name)
{
	return str_format(&server.a, "%.*s/%s", STR_ARG(server.folder), name);
}

static void put(const char *path, const char *text)
{
	struct str file = in_folder(path);
	for (size_t i = server.folder.n + 1; i < file.n; i++) {
		if (file.p[i] != '/')
			continue;
		struct str folder = str_sub(file, 0, i);
		assert_true(mkdir(str_to_c(&server.a, folder), 0755) == 0 || errno == EEXIST);
	}
	FILE *f = fopen(file.p, "we");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void put_site(void)
{
	put("site/index.html", "<p>home");
	put("site/feed.rss", "<rss/>");
	put("site/page.html", "<p>page");
	put("site/strict/robots.txt", "User-agent: *\nDisallow: /private\n");
	put("site/strict/page.html", "<p>page");
	put("site/strict/feed.rss", "<rss/>");
	put("site/strict/private.html", "<p>private");
	put("site/strict/to-private.as", "/!moved/1/private.html");
	put("site/broken/robots.txt.as", "/!status/503");
	put("site/broken/page.html", "<p>page");
	put("site/moved/robots.txt.as", "/!redirect/5/real.txt");
	put("site/moved/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("site/lost/robots.txt.as", "/!redirect/6/real.txt");
	put("site/lost/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("site/lost/page.html", "<p>page");
	put("site/cut/robots.txt.as", "/!cut/real.txt");
	put("site/cut/real.txt", "User-agent: nobody\nDisallow: /nothing\n");
	put("site/slow/robots.txt", "User-agent: *\nCrawl-delay: 0.15\n");
	put("site/slow/page.html", "<p>page");
	put("site/a/index.html", "a");
	put("site/b/index.html", "b");
	struct buf long_robots = BUF(LIMIT_ROBOTS * 2);
	buf_add_c(&long_robots, "User-agent: *\nDisallow: /early\n");
	while (long_robots.n < LIMIT_ROBOTS)
		buf_add_c(&long_robots, "# a long line of nothing that anybody needs to read\n");
	buf_add_c(&long_robots, "Disallow: /late\n");
	put("site/long/robots.txt", long_robots.p);
	put("site/long/late.html", "<p>page");
	buf_free(&long_robots);
}

/* The server's path from the environment, else beside this program. */
static struct str httpd_path(void)
{
	const char *from_env = getenv("HTTPD");
	if (from_env && *from_env)
		return str_c(from_env);
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));
	assert_true(n > 0);
	struct str path = {self, (size_t)n};
	return str_format(
		&server.a, "%.*s/httpd", STR_ARG(str_sub(path, 0, str_rfind_char(path, '/'))));
}

static int start_server(void **state)
{
	(void)state;
	server.folder = str_dup(&server.a, STR("/tmp/test_net.XXXXXX"));
	if (!mkdtemp((char *)(uintptr_t)server.folder.p))
		return -1;
	put_site();
	int ready[2];
	if (pipe(ready) != 0)
		return -1;
	struct str path = httpd_path(), site = in_folder("site"), log = in_folder("log");
	server.pid = fork();
	if (server.pid < 0)
		return -1;
	if (server.pid == 0) {
		(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
		(void)dup2(ready[1], 1);
		(void)close(ready[0]);
		(void)close(ready[1]);
		(void)execl(path.p, path.p, "--log", log.p, site.p, (char *)NULL);
		_exit(127);
	}
	(void)close(ready[1]);
	char line[64];
	ssize_t n = read(ready[0], line, sizeof(line));
	(void)close(ready[0]);
	if (n <= 0)
		return -1;
	struct str url = str_trim((struct str){line, (size_t)n});
	server.port = str_dup(&server.a, str_from(url, str_rfind_char(url, ':') + 1));
	return 0;
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static int stop_server(void **state)
{
	(void)state;
	int status = -1;
	(void)kill(server.pid, SIGTERM);
	(void)waitpid(server.pid, &status, 0);
	(void)nftw(server.folder.p, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	arena_free(&server.a);
	return status; /* not 0 when it leaked or crashed */
}

/* A URL of the server under a name of *.localhost. */
static struct str at(const char *name, const char *path)
{
	return str_format(&a, "http://%s.localhost:%.*s%s", name, STR_ARG(server.port), path);
}

static struct net *open_net(struct net_options options)
{
	struct str allowed[] = {STR("*.localhost"), STR("127.0.0.1")};
	options.user_agent = STR("wireproof/test (+https://desk.example/)");
	if (options.allow.n == 0)
		options.allow = (struct str_vec){.items = allowed, .n = COUNT(allowed)};
	if (options.timeout_ms == 0)
		options.timeout_ms = 20000;
	options.connect_timeout_ms = 10000;
	if (options.parallel == 0)
		options.parallel = 4;
	struct net *net;
	struct err err;
	assert_true(net_open(&options, &net, &err));
	return net;
}

static void submit(struct net *net, struct str url, enum net_purpose purpose)
{
	struct net_request request = {.url = url, .purpose = purpose};
	net_submit(net, &request);
}

static struct net_reply wait_one(struct net *net)
{
	struct net_reply reply;
	assert_true(net_wait(net, &a, &reply));
	return reply;
}

static struct net_reply fetch_from(struct net *net, struct str url, enum net_purpose purpose)
{
	submit(net, url, purpose);
	return wait_one(net);
}

static struct net_reply fetch(struct str url)
{
	struct net *net = open_net((struct net_options){0});
	struct net_reply reply = fetch_from(net, url, NET_FEED);
	assert_int_equal(net_pending(net), 0);
	assert_false(net_wait(net, &a, &reply));
	net_close(net);
	return reply;
}

/* The requests to a host since the log had `from` lines; their count is the answer. */
static size_t log_lines(void)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	size_t n = 0;
	if (buf_read_file(&log, in_folder("log").p, &err))
		for (size_t i = 0; i < log.n; i++)
			n += log.p[i] == '\n';
	buf_free(&log);
	return n;
}

static size_t read_log(size_t from, const char *name, struct jv *lines, size_t max)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	assert_true(buf_read_file(&log, in_folder("log").p, &err));
	struct str rest = str_dup(&a, buf_str(&log)), host = str_format(&a, "%s.localhost", name);
	buf_free(&log);
	size_t n = 0;
	for (size_t i = 0; rest.n; i++) {
		struct str line = str_cut(&rest, '\n');
		if (i < from)
			continue;
		assert_true(n < max);
		assert_true(jv_parse(&a, line, &lines[n], &err));
		n += str_eq(jv_str(&lines[n], "host"), host);
	}
	return n;
}

static void reply_tells_what_came(void **state)
{
	(void)state;
	size_t from = log_lines();
	struct net *net = open_net((struct net_options){0});
	struct net_request request = {.url = at("a",
									  "/!type/Text+HTML;%20charset=x/!header/X-Robots-Tag:noai/"
									  "!header/TDM-Reservation:1/!header/Cache-Control:max-age=60/"
									  "!header/Content-Location:%2Fc/index.html?q#f"),
		.tag = 42};
	net_submit(net, &request);
	assert_int_equal(net_pending(net), 1);
	struct net_reply reply = wait_one(net);
	assert_int_equal(reply.tag, 42);
	assert_int_equal(reply.outcome, NET_OK);
	assert_int_equal(reply.status, 200);
	ASSERT_STR(reply.body, STR("a"), 0);
	ASSERT_STR(reply.content_type, STR("text/html"), 0);
	ASSERT_STR(reply.charset, STR("x"), 0);
	ASSERT_STR(reply.robots_tag, STR("noai"), 0);
	ASSERT_STR(reply.tdm_reservation, STR("1"), 0);
	ASSERT_STR(reply.content_location, STR("/c"), 0);
	ASSERT_STR(reply.permanent_url, STR(""), 0);
	assert_true(str_ends(reply.url, STR("/index.html?q")));
	assert_int_equal(reply.max_age_s, 60);
	assert_int_equal(reply.retry_after_s, -1);
	assert_string_equal(reply.why, "");
	struct jv lines[4];
	assert_int_equal(read_log(from, "a", lines, 4), 1);
	ASSERT_STR(jv_str(&lines[0], "user_agent"), STR("wireproof/test (+https://desk.example/)"), 0);
	assert_true(str_find(jv_str(&lines[0], "accept_encoding"), STR("gzip"), 0) != STR_NONE);
	net_close(net);
}

static void validators_go_back_as_they_came(void **state)
{
	(void)state;
	static const struct {
		const char *etag, *last_modified;
	} rows[] = {
		{"W/\"a, b\"", "Tue, 27 May 2025 10:00:00 GMT"},
		{"no quotes", "yesterday"},
		{"", "0"},
		{"\"x\"", ""},
		{"\"x\"\r\nX-Injected: 1", "a\nb"},
	};
	struct net *net = open_net((struct net_options){0});
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t from = log_lines();
		struct net_request request = {.url = at("a", "/"),
			.etag = str_c(rows[i].etag),
			.last_modified = str_c(rows[i].last_modified)};
		net_submit(net, &request);
		ASSERT_ROW(wait_one(net).outcome == NET_OK, i);
		struct jv lines[2];
		ASSERT_ROW(read_log(from, "a", lines, 2) == 1, i);
		bool is_bad = str_find_char(request.etag, '\n', 0) != STR_NONE;
		ASSERT_STR(jv_str(&lines[0], "if_none_match"), is_bad ? STR("") : request.etag, i);
		ASSERT_STR(
			jv_str(&lines[0], "if_modified_since"), is_bad ? STR("") : request.last_modified, i);
	}
	net_close(net);
}

static void unchanged_page_is_not_sent_again(void **state)
{
	(void)state;
	struct net *net = open_net((struct net_options){0});
	struct net_reply first = fetch_from(net, at("a", "/"), NET_FEED);
	assert_true(first.etag.n > 0 && first.last_modified.n > 0);
	struct net_request rows[] = {
		{.url = at("a", "/"), .etag = first.etag},
		{.url = at("a", "/"), .last_modified = first.last_modified},
		{.url = at("a", "/!redirect/2/index.html"), .etag = first.etag},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		net_submit(net, &rows[i]);
		struct net_reply reply = wait_one(net);
		ASSERT_ROW(reply.outcome == NET_NOT_MODIFIED, i);
		ASSERT_ROW(reply.status == 304 && reply.body.n == 0 && reply.why[0] == '\0', i);
		ASSERT_STR(reply.etag, first.etag, i);
	}
	struct net_reply odd = fetch_from(net, at("a", "/!status/304"), NET_FEED);
	assert_int_equal(odd.outcome, NET_HTTP_ERROR);
	net_close(net);
}

static void statuses_become_outcomes_with_reasons(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		enum net_outcome outcome;
		int status;
		const char *why;
		int64_t retry_after_s;
	} rows[] = {
		{"/missing", NET_HTTP_ERROR, 404, "404 Not Found", -1},
		{"/!status/410", NET_GONE, 410, "410 Gone", -1},
		{"/!status/403", NET_HTTP_ERROR, 403, "403 Forbidden", -1},
		{"/!status/503", NET_HTTP_ERROR, 503, "503 Service Unavailable", 120},
		{"/!status/599", NET_HTTP_ERROR, 599, "599", -1},
		{"/!status/301", NET_HTTP_ERROR, 301, "301 Moved Permanently", -1},
		{"/!status/204", NET_OK, 204, "", -1},
		{"/!cut/missing", NET_HTTP_ERROR, 404, "404 Not Found", -1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct net_reply reply = fetch(at("a", rows[i].path));
		ASSERT_ROW(reply.outcome == rows[i].outcome, i);
		ASSERT_ROW(reply.status == rows[i].status, i);
		ASSERT_ROW(reply.retry_after_s == rows[i].retry_after_s, i);
		ASSERT_ROW(reply.body.n == 0, i);
		ASSERT_STR(str_c(reply.why), str_c(rows[i].why), i);
	}
}

static void redirects_are_followed_within_bounds(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		enum net_outcome outcome;
		const char *url, *permanent, *why; /* beginnings */
	} rows[] = {
		{"/!redirect/1/index.html", NET_OK, "/index.html", "", ""},
		{"/!redirect/5/index.html", NET_OK, "/index.html", "", ""},
		{"/!redirect/6/index.html", NET_REFUSED, "/!redirect/1/", "", "more than 5 redirects"},
		{"/!loop", NET_REFUSED, "/!loop", "", "more than 5 redirects"},
		{"/!moved/2/index.html", NET_OK, "/index.html", "/index.html", ""},
		{"/!moved/2/!redirect/1/index.html", NET_OK, "/index.html", "/!redirect/1/index.html", ""},
		{"/!redirect/1/!moved/1/index.html", NET_OK, "/index.html", "", ""},
		{"/!location/308/%2Findex.html", NET_OK, "/index.html", "/index.html", ""},
		{"/!location/307/%2Findex.html%23part", NET_OK, "/index.html", "", ""},
		{"/!location/307/..%2F..%2Findex.html", NET_OK, "/index.html", "", ""},
		{"/!moved/1/missing", NET_HTTP_ERROR, "/missing", "/missing", "404"},
		{"/!location/302/ftp%3A%2F%2Fx.example%2F", NET_REFUSED, "/!location", "",
			"a redirect to what is no http URL: ftp://x.example/"},
		{"/!location/302/file%3A%2F%2F%2Fetc%2Fpasswd", NET_REFUSED, "/!location", "",
			"a redirect to what is no http URL: file:"},
		{"/!location/302/http%3A%2F%2Fu:p%40x.example%2F", NET_REFUSED, "/!location", "",
			"a redirect to what is no http URL"},
		{"/!location/302/%2F%C3%A4.html", NET_HTTP_ERROR, "/%C3%A4.html", "", "404"},
	};
	struct str origin = at("a", "");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct net_reply reply = fetch(at("a", rows[i].path));
		ASSERT_ROW(reply.outcome == rows[i].outcome, i);
		ASSERT_ROW(str_starts(reply.url, origin), i);
		ASSERT_ROW(str_find_char(reply.url, '#', 0) == STR_NONE, i);
		ASSERT_ROW(str_starts(str_from(reply.url, origin.n), str_c(rows[i].url)), i);
		ASSERT_STR(str_from(reply.permanent_url, reply.permanent_url.n ? origin.n : 0),
			str_c(rows[i].permanent), i);
		ASSERT_ROW(str_starts(str_c(reply.why), str_c(rows[i].why)), i);
	}
}

static void sizes_have_ceilings_after_decoding(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		enum net_outcome outcome;
		size_t bytes;
		const char *why;
	} rows[] = {
		{"/!big/33554432", NET_OK, LIMIT_BODY, ""},
		{"/!big/33554433", NET_TOO_LARGE, 0, "the body is over 33554432 bytes"},
		{"/!bomb", NET_TOO_LARGE, 0, "the body is over 33554432 bytes"},
		{"/!fill/60000/index.html", NET_OK, 1, ""},
		{"/!fill/70000/index.html", NET_TOO_LARGE, 0, "the reply's header is over 65536 bytes"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct net_reply reply = fetch(at("a", rows[i].path));
		ASSERT_ROW(reply.outcome == rows[i].outcome, i);
		ASSERT_ROW(reply.body.n == rows[i].bytes, i);
		ASSERT_STR(str_c(reply.why), str_c(rows[i].why), i);
	}
}

/* A port of loopback where nobody listens. */
static int closed_port(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, size), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &size), 0);
	assert_int_equal(close(fd), 0);
	return ntohs(address.sin_port);
}

static void broken_exchanges_say_what_broke(void **state)
{
	(void)state;
	char long_label[80];
	memset(long_label, 'a', 70); /* over 63, so that no name server is asked */
	long_label[70] = '\0';
	int port = closed_port();
	struct str host = str_format(&a, "%s.example", long_label);
	const struct {
		struct str url;
		struct str why;
	} rows[] = {
		{at("a", "/!close"), STR("host a.localhost closed the connection without an answer")},
		{at("strict", "/!cut/robots.txt"), STR("the body ended early, after 16 bytes")},
		{at("strict", "/!header/Content-Encoding:gzip/page.html"), STR("host strict.localhost: ")},
		{str_format(&a, "http://127.0.0.1:%d/", port),
			str_format(&a, "connection refused by 127.0.0.1 port %d", port)},
		{str_format(&a, "http://%.*s/", STR_ARG(host)),
			str_format(&a, "could not resolve host %.*s", STR_ARG(host))},
		{str_format(&a, "https://a.localhost:%.*s/", STR_ARG(server.port)),
			STR("host a.localhost: ")},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct net_reply reply = fetch(rows[i].url);
		ASSERT_ROW(reply.outcome == NET_UNREACHABLE, i);
		ASSERT_ROW(reply.body.n == 0, i);
		struct str why = str_sub(str_c(reply.why), 0, rows[i].why.n);
		ASSERT_STR(why, rows[i].why, i);
	}
}

static void slow_answer_is_given_up(void **state)
{
	(void)state;
	struct net *net = open_net((struct net_options){.timeout_ms = 150});
	struct net_reply reply = fetch_from(net, at("a", "/!slow/60000/index.html"), NET_FEED);
	assert_int_equal(reply.outcome, NET_UNREACHABLE);
	assert_string_equal(reply.why, "host a.localhost did not answer within 0.15 s");
	net_close(net);
}

static void addresses_that_are_not_public_are_refused(void **state)
{
	(void)state;
	struct str only = STR("start.localhost"), network = STR("127.0.0.0/8");
	struct str jump = str_format(
		&a, "/!location/302/http%%3A%%2F%%2F127.0.0.1%%3A%.*s%%2F", STR_ARG(server.port));
	const struct {
		struct str allow, url;
		enum net_outcome outcome;
		const char *why;
		size_t requests;
	} rows[] = {
		{only, at("a", "/"), NET_REFUSED, "is loopback: add it to net.allow to let it through", 0},
		{only, str_format(&a, "http://127.0.0.1:%.*s/", STR_ARG(server.port)), NET_REFUSED,
			"address 127.0.0.1 is loopback", 0},
		{only, str_format(&a, "http://2130706433:%.*s/", STR_ARG(server.port)), NET_REFUSED,
			"address 127.0.0.1 is loopback", 0},
		{only, str_format(&a, "http://[::ffff:127.0.0.1]:%.*s/", STR_ARG(server.port)), NET_REFUSED,
			"address 127.0.0.1 is loopback", 0},
		{only, STR("http://[::1]:9/"), NET_REFUSED, "address ::1 is loopback", 0},
		{only, STR("http://10.0.0.1/"), NET_REFUSED, "address 10.0.0.1 is private", 0},
		{only, STR("http://169.254.169.254/latest/"), NET_REFUSED,
			"address 169.254.169.254 is link-local", 0},
		{only, at("start", jump.p), NET_REFUSED, "address 127.0.0.1 is loopback", 1},
		{only, at("start", "/"), NET_OK, "", 1},
		{network, at("a", "/"), NET_OK, "", 1},
		{network, at("start", jump.p), NET_OK, "", 2},
		{only, STR("ftp://x.example/"), NET_REFUSED, "not an http or https URL", 0},
		{only, STR("nonsense"), NET_REFUSED, "not an http or https URL", 0},
		{only, STR("http://us er@x/"), NET_REFUSED, "a URL with a user name is refused", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t from = log_lines();
		struct str entry = rows[i].allow;
		struct net *net =
			open_net((struct net_options){.allow = {.items = &entry, .n = 1, .capacity = 1}});
		struct net_reply reply = fetch_from(net, rows[i].url, NET_FEED);
		net_close(net);
		ASSERT_ROW(reply.outcome == rows[i].outcome, i);
		ASSERT_ROW(str_find(str_c(reply.why), str_c(rows[i].why), 0) != STR_NONE, i);
		ASSERT_ROW(log_lines() - from == rows[i].requests, i);
	}
}

static void bad_allow_entry_is_a_configuration_error(void **state)
{
	(void)state;
	struct str entries[] = {STR("localhost"), STR("10.0.0.0/99")};
	struct net_options options = {.allow = {.items = entries, .n = 2}};
	struct net *net;
	struct err err;
	assert_false(net_open(&options, &net, &err));
	assert_int_equal(err.kind, ERR_CONFIG);
	assert_non_null(strstr(err.msg, "10.0.0.0/99"));
}

static void robots_txt_decides_over_pages(void **state)
{
	(void)state;
	static const struct {
		const char *name, *path;
		enum net_purpose purpose;
		enum net_outcome outcome;
		int status;
		const char *why;
		size_t requests; /* to that host, with those for robots.txt */
	} rows[] = {
		{"strict", "/page.html", NET_PAGE, NET_OK, 200, "", 2},
		{"strict", "/private.html", NET_PAGE, NET_ROBOTS, 0,
			"robots.txt of http://strict.localhost", 1},
		{"strict", "/private.html", NET_FEED, NET_OK, 200, "", 1},
		{"strict", "/to-private", NET_PAGE, NET_ROBOTS, 0, "robots.txt of http://strict.localhost",
			2},
		{"a", "/index.html", NET_PAGE, NET_OK, 200, "", 2},
		{"broken", "/page.html", NET_PAGE, NET_ROBOTS, 503,
			"robots.txt could not be read, so pages wait: 503 Service Unavailable", 1},
		{"cut", "/page.html", NET_PAGE, NET_ROBOTS, 200,
			"robots.txt could not be read, so pages wait: the body ended early", 1},
		{"moved", "/page.html", NET_PAGE, NET_ROBOTS, 0, "robots.txt of http://moved.localhost", 6},
		{"lost", "/page.html", NET_PAGE, NET_OK, 200, "", 7},
		{"long", "/early.html", NET_PAGE, NET_ROBOTS, 0, "robots.txt of http://long.localhost", 1},
		{"long", "/late.html", NET_PAGE, NET_OK, 200, "", 2},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t from = log_lines();
		struct net *net = open_net((struct net_options){0});
		struct net_reply reply = fetch_from(net, at(rows[i].name, rows[i].path), rows[i].purpose);
		net_close(net);
		ASSERT_ROW(reply.outcome == rows[i].outcome, i);
		ASSERT_ROW(reply.status == rows[i].status, i);
		ASSERT_ROW(str_starts(str_c(reply.why), str_c(rows[i].why)), i);
		struct jv lines[16];
		ASSERT_ROW(read_log(from, rows[i].name, lines, 16) == rows[i].requests, i);
		if (rows[i].purpose == NET_PAGE)
			ASSERT_STR(jv_str(&lines[0], "path"), STR("/robots.txt"), i);
	}
}

static void robots_txt_is_asked_once(void **state)
{
	(void)state;
	size_t from = log_lines();
	struct net *net = open_net((struct net_options){0});
	for (int i = 0; i < 5; i++) {
		submit(net, at("strict", "/page.html"), NET_PAGE);
		submit(net, at("strict", "/private.html"), NET_PAGE);
		submit(net, at("broken", "/page.html"), NET_PAGE);
	}
	int counts[NET_STOPPED + 1] = {0};
	while (net_pending(net))
		counts[wait_one(net).outcome]++;
	net_close(net);
	assert_int_equal(counts[NET_OK], 5);
	assert_int_equal(counts[NET_ROBOTS], 10);
	struct jv lines[16];
	assert_int_equal(read_log(from, "strict", lines, 16), 6);
	assert_int_equal(read_log(from, "broken", lines, 16), 1);
}

static void robots_txt_that_cannot_be_reached_is_no_refusal(void **state)
{
	(void)state;
	struct net *net = open_net((struct net_options){0});
	struct str url = str_format(&a, "http://a.localhost:%d/", closed_port());
	struct net_reply reply = fetch_from(net, url, NET_PAGE);
	assert_int_equal(reply.outcome, NET_UNREACHABLE);
	assert_non_null(strstr(reply.why, "robots.txt could not be read, so pages wait: connection"));
	net_close(net);
}

static int64_t elapsed_ms(const struct timespec *begin)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - begin->tv_sec) * 1000 + (now.tv_nsec - begin->tv_nsec) / 1000000;
}

static void one_host_gets_one_request_at_a_time(void **state)
{
	(void)state;
	size_t from = log_lines();
	struct net *net = open_net((struct net_options){.parallel = 8});
	for (int i = 0; i < 4; i++)
		submit(net, at("single", str_format(&a, "/!slow/30/index.html?%d", i).p), NET_FEED);
	for (int i = 0; i < 4; i++)
		assert_int_equal(wait_one(net).outcome, NET_OK);
	net_close(net);
	struct jv lines[8];
	assert_int_equal(read_log(from, "single", lines, 8), 4);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(jv_int(&lines[i], "under_way", 0), 1);
		ASSERT_STR(jv_str(&lines[i], "path"), str_format(&a, "/!slow/30/index.html?%d", i), i);
	}
}

/* A busy machine makes it longer, never shorter. */
static void starts_are_an_interval_apart(void **state)
{
	(void)state;
	static const struct {
		const char *name, *path;
		enum net_purpose purpose;
		int interval_ms, least_ms;
	} rows[] = {
		{"a", "/", NET_FEED, 60, 120},                       /* three requests */
		{"a", "/!redirect/1/index.html", NET_FEED, 60, 300}, /* six */
		{"slow", "/page.html", NET_PAGE, 10, 450}, /* robots.txt asks for 150 ms; four requests */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct net *net = open_net((struct net_options){.interval_ms = rows[i].interval_ms});
		struct timespec begin;
		(void)clock_gettime(CLOCK_MONOTONIC, &begin);
		for (int n = 0; n < 3; n++)
			submit(net, at(rows[i].name, rows[i].path), rows[i].purpose);
		for (int n = 0; n < 3; n++)
			ASSERT_ROW(wait_one(net).outcome == NET_OK, i);
		ASSERT_ROW(elapsed_ms(&begin) >= rows[i].least_ms, i);
		net_close(net);
	}
}

static void slow_host_holds_up_no_other_and_stop_ends_it(void **state)
{
	(void)state;
	volatile int stop = 0;
	struct net *net = open_net((struct net_options){.stop = &stop, .timeout_ms = 60000});
	struct net_request slow = {.url = at("a", "/!slow/60000/index.html"), .tag = 1};
	struct net_request quick = {.url = at("b", "/"), .tag = 2};
	net_submit(net, &slow);
	net_submit(net, &slow);
	net_submit(net, &quick);
	struct net_reply reply = wait_one(net);
	assert_int_equal(reply.tag, 2);
	assert_int_equal(reply.outcome, NET_OK);
	stop = 1;
	for (int i = 0; i < 2; i++) {
		reply = wait_one(net);
		assert_int_equal(reply.tag, 1);
		assert_int_equal(reply.outcome, NET_STOPPED);
	}
	assert_int_equal(net_pending(net), 0);
	net_close(net);
}

static volatile int stop_flag;

static void raise_flag(int signal_number)
{
	(void)signal_number;
	stop_flag = 1;
}

static void stop_is_seen_while_waiting(void **state)
{
	(void)state;
	stop_flag = 0;
	struct sigaction action = {.sa_handler = raise_flag};
	assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
	struct net *net = open_net((struct net_options){.stop = &stop_flag, .timeout_ms = 60000});
	submit(net, at("a", "/!slow/60000/index.html"), NET_PAGE);
	(void)ualarm(50000, 0);
	assert_int_equal(wait_one(net).outcome, NET_STOPPED);
	net_close(net);
}

static void host_that_asks_for_a_pause_gets_it(void **state)
{
	(void)state;
	size_t from = log_lines();
	struct net *net = open_net((struct net_options){0});
	struct net_reply first = fetch_from(net, at("a", "/!status/429"), NET_FEED);
	struct net_reply second = fetch_from(net, at("a", "/"), NET_FEED);
	struct net_reply other = fetch_from(net, at("b", "/"), NET_FEED);
	net_close(net);
	assert_int_equal(first.retry_after_s, 120);
	assert_int_equal(second.outcome, NET_HTTP_ERROR);
	assert_int_equal(second.status, 429);
	assert_true(second.retry_after_s > 0 && second.retry_after_s <= 120);
	assert_int_equal(other.outcome, NET_OK);
	struct jv lines[4];
	assert_int_equal(read_log(from, "a", lines, 4), 1);
}

static void closing_gives_up_what_is_under_way(void **state)
{
	(void)state;
	struct net *net = open_net((struct net_options){0});
	submit(net, at("a", "/!slow/60000/index.html"), NET_PAGE);
	submit(net, at("a", "/"), NET_PAGE);
	submit(net, at("b", "/"), NET_FEED);
	assert_int_equal(wait_one(net).outcome, NET_OK);
	net_close(net);
}

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
		TEST(reply_tells_what_came),
		TEST(validators_go_back_as_they_came),
		TEST(unchanged_page_is_not_sent_again),
		TEST(statuses_become_outcomes_with_reasons),
		TEST(redirects_are_followed_within_bounds),
		TEST(sizes_have_ceilings_after_decoding),
		TEST(broken_exchanges_say_what_broke),
		TEST(slow_answer_is_given_up),
		TEST(addresses_that_are_not_public_are_refused),
		TEST(bad_allow_entry_is_a_configuration_error),
		TEST(robots_txt_decides_over_pages),
		TEST(robots_txt_is_asked_once),
		TEST(robots_txt_that_cannot_be_reached_is_no_refusal),
		TEST(one_host_gets_one_request_at_a_time),
		TEST(starts_are_an_interval_apart),
		TEST(slow_host_holds_up_no_other_and_stop_ends_it),
		TEST(stop_is_seen_while_waiting),
		TEST(host_that_asks_for_a_pause_gets_it),
		TEST(closing_gives_up_what_is_under_way),
	};
	return cmocka_run_group_tests(tests, start_server, stop_server);
}
