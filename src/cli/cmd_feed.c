#include "cli/cli.h"

#include "feed/feed.h"

#include <getopt.h>

extern const struct command cmd_feed;

/* Reads what a feed is served with from response headers, lower-case names in a JSON object. */
static void take_headers(struct feed_input *in, const struct jv *headers)
{
	in->content_type = jv_str(headers, "content-type");
	in->content_location = jv_str(headers, "content-location");
	in->content_language = jv_str(headers, "content-language");
	size_t at = str_find_nocase(in->content_type, STR("charset="), 0);
	if (at == STR_NONE)
		return;
	struct str rest = str_from(in->content_type, at + 8);
	struct str charset = str_trim(str_cut(&rest, ';'));
	if (charset.n > 1 && (charset.p[0] == '"' || charset.p[0] == '\''))
		charset = str_sub(charset, 1, charset.n - 2);
	in->charset = charset;
}

/* One feed in, one line of JSON out; false when the input is none. */
static bool convert(struct arena *a, const struct feed_input *in, struct buf *out, struct err *err)
{
	struct feed feed;
	buf_clear(out);
	if (!feed_parse(a, in, &feed, err))
		return false;
	struct jw w = {.buf = out};
	feed_put_json(&w, &feed);
	return buf_check(out, err);
}

static int run_one(void)
{
	struct arena a = {0};
	struct err err = {0};
	struct buf bytes = BUF(LIMIT_BODY), out = BUF(LIMIT_OUTPUT);
	struct feed_input in = {.url = str_c(getenv("FEED_URL"))};
	struct str headers = str_c(getenv("FEED_HEADERS"));
	struct jv root;
	int code = CLI_OK;
	if (headers.n && !jv_parse(&a, headers, &root, &err)) {
		err_wrap(&err, "FEED_HEADERS");
		err.kind = ERR_CONFIG;
		code = cli_fail(&cmd_feed, &err);
	} else {
		if (headers.n)
			take_headers(&in, &root);
		bool is_read = buf_read_stream(&bytes, stdin, &err);
		in.bytes = buf_str(&bytes);
		if (!is_read || !convert(&a, &in, &out, &err))
			code = cli_fail(&cmd_feed, &err);
		else if (!cli_write_line(&out))
			code = CLI_STORE;
	}
	buf_free(&bytes);
	buf_free(&out);
	arena_free(&a);
	return code;
}

/* Reads exactly n bytes; more than a feed may have are read and dropped. */
static bool read_bytes(struct buf *bytes, size_t n)
{
	char chunk[65536];
	buf_clear(bytes);
	bytes->is_over = false;
	while (n > 0) {
		size_t got = fread(chunk, 1, n < sizeof(chunk) ? n : sizeof(chunk), stdin);
		if (got == 0)
			return false;
		buf_add(bytes, (struct str){chunk, got});
		n -= got;
	}
	return true;
}

/* The bytes and headers of the next feed: a line {"len", "url", "headers"}, then len bytes. */
static bool read_request(
	struct arena *a, struct buf *line, struct buf *bytes, struct feed_input *in, struct err *err)
{
	struct jv root;
	if (!cli_read_line(stdin, line, err) || !jv_parse(a, str_dup(a, buf_str(line)), &root, err))
		return false;
	int64_t n = jv_int(&root, "len", -1);
	if (n < 0)
		return err_set(err, ERR_INPUT, "a line without \"len\"");
	*in = (struct feed_input){.url = jv_str(&root, "url")};
	take_headers(in, jv_get(&root, "headers"));
	if (!read_bytes(bytes, (size_t)n))
		return err_set(err, ERR_INPUT, "the input ends inside a feed");
	in->bytes = buf_str(bytes);
	return true;
}

static void put_error(struct buf *out, const struct err *err)
{
	buf_clear(out);
	struct jw w = {.buf = out};
	jw_open(&w, '{');
	jw_put_str(&w, "error", str_c(err->msg));
	jw_close(&w, '}');
}

static int run_batch(void)
{
	struct arena a = {0};
	struct err err = {0};
	struct buf line = BUF(LIMIT_JSON_LINE), bytes = BUF(LIMIT_BODY), out = BUF(LIMIT_OUTPUT);
	struct feed_input in;
	int code = CLI_OK;
	size_t number = 1;
	for (; read_request(&a, &line, &bytes, &in, &err); number++) {
		if (!buf_check(&bytes, &err) || !convert(&a, &in, &out, &err)) {
			put_error(&out, &err);
			code = CLI_SOME;
		}
		if (!cli_write_line(&out)) {
			code = CLI_STORE;
			break;
		}
		arena_reset(&a);
	}
	if (err.kind != ERR_NONE && code != CLI_STORE) {
		err_wrap(&err, "feed %zu", number);
		code = cli_fail(&cmd_feed, &err);
	}
	buf_free(&line);
	buf_free(&bytes);
	buf_free(&out);
	arena_free(&a);
	return code;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"batch", no_argument, NULL, 'b'}, {0}};
	bool is_batch = false;
	int c;
	(void)cli;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c != 'b')
			return cli_bad_option(&cmd_feed, argv);
		is_batch = true;
	}
	if (optind < argc)
		return cli_usage(&cmd_feed, "it reads standard input and takes no arguments");
	return is_batch ? run_batch() : run_one();
}

const struct command cmd_feed = {
	.name = "feed",
	.args = "[--batch] <FEED",
	.summary = "turn one feed (RSS, Atom, RDF, JSON Feed) into JSON",
	.help =
		"Reads a feed on standard input and prints one JSON object: title, link, description,\n"
		"language, updated, rights, image, hub, self, ttl, skipDays and entries. HTML in it is\n"
		"sanitised, links are absolute, times are RFC 3339. Broken XML gives what came before the\n"
		"break. docs/feeds.md lists the keys.\n\n"
		"  --batch       many feeds: for each a line {\"len\": BYTES, \"url\": URL, \"headers\": "
		"{}}\n"
		"                and then the bytes; one line of JSON each, {\"error\": WHY} for what is "
		"no feed\n\n"
		"  FEED_URL      (environment) the feed's address, for relative links\n"
		"  FEED_HEADERS  (environment) the reply's headers, a JSON object with lower-case names",
	.run = run,
};
