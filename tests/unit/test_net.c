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

#include "net_server.h"

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
		{"/!bomb", NET_TOO_LARGE, 0, "the body unpacks to over 100 times its size"},
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
		{"cut", "/page.html", NET_PAGE, NET_UNREACHABLE, 0,
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

/* Rounded as net rounds, so that a lower bound on a difference holds exactly. */
static int64_t now_ms(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
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
		int64_t begin_ms = now_ms();
		for (int n = 0; n < 3; n++)
			submit(net, at(rows[i].name, rows[i].path), rows[i].purpose);
		for (int n = 0; n < 3; n++)
			ASSERT_ROW(wait_one(net).outcome == NET_OK, i);
		ASSERT_ROW(now_ms() - begin_ms >= rows[i].least_ms, i);
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

static void server_itself_ends_without_a_fault(void **state)
{
	assert_int_equal(stop_server(state), 0);
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
		TEST(server_itself_ends_without_a_fault),
	};
	return cmocka_run_group_tests(tests, start_server, stop_server);
}
