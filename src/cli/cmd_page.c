#include "cli/cli.h"

#include "page/page.h"

#include <getopt.h>

extern const struct command cmd_page;

static bool extract_to(
	struct buf *line, struct str bytes, struct str url, bool has_spans, struct err *err)
{
	struct arena a = {0};
	struct page page;
	struct page_input input = {.bytes = bytes, .url = url};
	bool is_ok = page_extract(&a, &input, &page, err);
	if (is_ok) {
		struct jw w = {.buf = line};
		if (has_spans)
			page_put_json_spans(&w, &page);
		else
			page_put_json(&w, &page);
		is_ok = buf_check(line, err);
	}
	arena_free(&a);
	return is_ok;
}

static void put_error(struct buf *line, struct str url, const struct err *err)
{
	struct arena a = {0};
	struct str charset;
	struct jw w = {.buf = line};
	buf_clear(line);
	jw_open(&w, '{');
	jw_put_str(&w, "url", url);
	jw_put_str(&w, "state", str_c(page_state_names[PAGE_EMPTY]));
	jw_put_str(&w, "error", text_decode(&a, str_c(err->msg), STR(""), TEXT_PLAIN, &charset));
	jw_close(&w, '}');
	arena_free(&a);
}

static bool extract_file(struct buf *line, struct str path, struct str url, bool has_spans)
{
	struct arena a = {0};
	struct err err = {0};
	struct buf bytes = BUF(LIMIT_BODY);
	bool is_ok = buf_read_file(&bytes, str_to_c(&a, path), &err) &&
		extract_to(line, buf_str(&bytes), url, has_spans, &err);
	if (!is_ok)
		put_error(line, url, &err);
	buf_free(&bytes);
	arena_free(&a);
	return is_ok;
}

/* Lines PATH<TAB>URL, one answer each, so that another program can ask page by page. */
static int run_batch(bool has_spans)
{
	struct buf in = BUF(LIMIT_JSON_LINE), out = BUF(LIMIT_JSON_LINE);
	struct err err;
	int code = CLI_OK;
	while (cli_read_line(stdin, &in, &err)) {
		struct arena a = {0};
		struct str charset, rest = str_trim(buf_str(&in));
		struct str path = str_cut(&rest, '\t');
		struct str url = text_decode(&a, rest, STR(""), TEXT_PLAIN, &charset);
		buf_clear(&out);
		if (!extract_file(&out, path, url, has_spans))
			code = CLI_SOME;
		arena_free(&a);
		if (!cli_write_line(&out)) {
			code = CLI_STORE;
			break;
		}
	}
	if (err.kind != ERR_NONE)
		code = cli_fail(&cmd_page, &err);
	buf_free(&in);
	buf_free(&out);
	return code;
}

static int run_one(struct str url, bool has_spans)
{
	struct buf bytes = BUF(LIMIT_BODY), out = BUF(LIMIT_OUTPUT);
	struct err err = {0};
	int code = CLI_OK;
	if (!buf_read_stream(&bytes, stdin, &err) ||
		!extract_to(&out, buf_str(&bytes), url, has_spans, &err))
		code = cli_fail(&cmd_page, &err);
	else if (!cli_write_line(&out))
		code = CLI_STORE;
	buf_free(&bytes);
	buf_free(&out);
	return code;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {
		{"url", required_argument, NULL, 'u'},
		{"batch", no_argument, NULL, 'b'},
		{"spans", no_argument, NULL, 's'},
		{0},
	};
	(void)cli;
	struct str url = {0};
	bool is_batch = false, has_spans = false;
	int c;
	while ((c = getopt_long(argc, argv, "+", options, NULL)) != -1) {
		if (c == 'u')
			url = str_c(optarg);
		else if (c == 'b')
			is_batch = true;
		else if (c == 's')
			has_spans = true;
		else
			return cli_bad_option(&cmd_page, argv);
	}
	if (optind < argc)
		return cli_usage(&cmd_page, "unexpected argument \"%s\"", argv[optind]);
	return is_batch ? run_batch(has_spans) : run_one(url, has_spans);
}

const struct command cmd_page = {
	.name = "page",
	.args = "[--url URL] [--spans] < PAGE.html",
	.summary = "extract the article of a web page",
	.help = "Reads one HTML page on standard input and prints its article as one JSON object.\n"
			"\n"
			"  --url URL   where the page came from\n"
			"  --spans     also, by paragraph, the bytes of the page as UTF-8 that it came from\n"
			"  --batch     read lines PATH<TAB>URL, print one JSON line for each",
	.run = run,
};
