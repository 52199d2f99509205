/* check: the gate of the desk as a filter, for any text against any sources. */
#include "cli/check.h"

#include "net/net.h"

#include <getopt.h>
#include <unistd.h>

extern const struct command cmd_check;

static bool read_source(struct arena *a, const struct jv *from, size_t index, struct report *r)
{
	*r = check_source(index);
	if (from->type == JV_STRING)
		r->text = from->string;
	else if (from->type == JV_OBJECT) {
		r->key = jv_str(from, "id");
		r->title = jv_str(from, "title");
		r->text = jv_str(from, "text");
		r->url = jv_str(from, "url");
		r->published = model_get_when(from, "date");
	} else
		return false;
	r->language = text_language(r->text, STR(""));
	if (r->key.n == 0)
		r->key = str_format(a, "%zu", index);
	return true;
}

static bool read_request(struct arena *a, struct str line, struct check_request *q, struct err *err)
{
	struct jv *root = ARENA_NEW(a, struct jv);
	*q = (struct check_request){.published = WHEN_UNKNOWN};
	if (!jv_parse(a, line, root, err))
		return false;
	const struct jv *draft = jv_get(root, "draft"), *sources = jv_get(root, "sources");
	if (!draft || draft->type != JV_STRING)
		return err_set(err, ERR_INPUT, "no string \"draft\"");
	if (!sources || sources->type != JV_ARRAY)
		return err_set(err, ERR_INPUT, "no array \"sources\"");
	q->id = jv_get(root, "id");
	q->draft = draft->string;
	q->is_headline = jv_bool(root, "headline", false);
	q->published = model_get_when(root, "published");
	if (q->draft.n > CHECK_DRAFT_MOST)
		return err_set(err, ERR_LIMIT, "a draft of over %zu bytes", CHECK_DRAFT_MOST);
	q->sources = ARENA_ARRAY(a, struct report, sources->n + 1);
	size_t bytes = 0;
	JV_EACH (source, sources) {
		if (!read_source(a, source, q->count, &q->sources[q->count]))
			return err_set(err, ERR_INPUT, "source %zu is neither text nor object", q->count);
		bytes += q->sources[q->count++].text.n;
		if (bytes > CHECK_SOURCES_MOST)
			return err_set(err, ERR_LIMIT, "sources of over %zu bytes", CHECK_SOURCES_MOST);
	}
	return true;
}

static bool answer(
	struct arena *a, struct str line, const void *context, struct buf *out, struct err *err)
{
	struct check_request q;
	struct check_result result;
	if (!read_request(a, line, &q, err))
		return false;
	check_text(a, q.draft, q.is_headline, q.sources, q.count, q.published, &result);
	struct jw w = {.buf = out};
	check_put_json(a, &w, &q, *(const bool *)context, &result);
	return buf_check(out, err);
}

struct people {
	const char *draft, *html;
	const char **sources;
	size_t count;
	struct when date;
	bool is_json, is_colour, is_headline, has_traits, is_quality;
};

static bool parse(struct arena *a, int argc, char **argv, struct people *p)
{
	static const struct option options[] = {{"draft", required_argument, NULL, 'd'},
		{"source", required_argument, NULL, 's'}, {"date", required_argument, NULL, 't'},
		{"html", required_argument, NULL, 'h'}, {"json", no_argument, NULL, 'j'},
		{"color", no_argument, NULL, 'c'}, {"headline", no_argument, NULL, 'l'},
		{"traits", no_argument, NULL, 'x'}, {"quality", no_argument, NULL, 'q'}, {0}};
	int c;
	*p = (struct people){.date = WHEN_UNKNOWN, .is_colour = isatty(STDOUT_FILENO) == 1};
	p->sources = ARENA_ARRAY(a, const char *, (size_t)argc + 1);
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		struct str day = str_c(optarg);
		if (c == 'd')
			p->draft = optarg;
		else if (c == 's')
			p->sources[p->count++] = optarg;
		else if (c == 'h')
			p->html = optarg;
		else if (c == 't' &&
			!when_parse_rfc3339(
				day.n == 10 ? str_format(a, "%sT12:00:00Z", optarg) : day, &p->date))
			return cli_usage(&cmd_check, "--date wants a day such as 2025-05-27, not \"%s\"",
					   optarg) == CLI_OK;
		else if (c == '?')
			return cli_bad_option(&cmd_check, argv) == CLI_OK;
		p->is_json = p->is_json || c == 'j';
		p->is_colour = p->is_colour || c == 'c';
		p->is_headline = p->is_headline || c == 'l';
		p->has_traits = p->has_traits || c == 'x';
		p->is_quality = p->is_quality || c == 'q';
	}
	/* `--source A B C` names three. */
	for (; optind < argc && (p->count > 0 || p->is_quality); optind++)
		p->sources[p->count++] = argv[optind];
	if (optind < argc)
		return cli_usage(&cmd_check, "unexpected argument \"%s\"", argv[optind]) == CLI_OK;
	bool has_any = p->draft || p->count || p->html || p->is_json || p->is_headline;
	if (!p->is_quality && has_any && !(p->draft && p->count))
		return cli_usage(&cmd_check, "give --draft FILE and --source FILE-or-URL") == CLI_OK;
	return true;
}

static bool open_net(struct arena *a, const struct cli *cli, const struct people *p,
	struct net **net, struct err *err)
{
	struct conf conf;
	bool has_url = check_is_url(p->draft);
	for (size_t i = 0; i < p->count; i++)
		has_url = has_url || check_is_url(p->sources[i]);
	if (!has_url)
		return true;
	char *path = str_to_c(a, str_format(a, "%s/wireproof.conf", cli->dir));
	/* Outside a desk the environment still counts. */
	if (!conf_load(a, access(path, R_OK) == 0 ? path : "/dev/null", &conf, err))
		return false;
	struct str contact = conf.contact.n ? conf.contact : conf.base_url;
	struct net_options options = {
		.user_agent = str_format(a, "wireproof/%s (%s%.*s)", WIREPROOF_VERSION,
			contact.n ? "+" : "no contact set", STR_ARG(contact)),
		.allow = conf.allow,
		.interval_ms = (int)conf.interval_ms,
		.timeout_ms = (int)conf.timeout_s * 1000,
		.connect_timeout_ms = 10000,
		.parallel = 1};
	return net_open(&options, net, err);
}

/* The day on which the draft was published, else that of its newest source. */
static struct when day_of(const struct people *p, struct when draft, const struct check_request *q)
{
	struct when newest = WHEN_UNKNOWN;
	if (when_is_known(p->date) || when_is_known(draft))
		return when_is_known(p->date) ? p->date : draft;
	for (size_t i = 0; i < q->count; i++)
		if (when_is_known(q->sources[i].published) &&
			(!when_is_known(newest) || q->sources[i].published.utc_s > newest.utc_s))
			newest = q->sources[i].published;
	return newest;
}

static bool read_all(struct arena *a, struct net *net, const struct people *p,
	struct check_request *q, struct err *err)
{
	struct report draft = check_source(0);
	size_t bytes = 0;
	if (!check_read(a, net, p->draft, &draft, err))
		return false;
	if (draft.text.n > CHECK_DRAFT_MOST)
		return err_set(err, ERR_LIMIT, "%s: a draft of over %zu bytes", p->draft, CHECK_DRAFT_MOST);
	*q = (struct check_request){
		.draft = draft.text, .draft_name = str_c(p->draft), .is_headline = p->is_headline};
	q->sources = ARENA_ARRAY(a, struct report, p->count);
	for (size_t i = 0; i < p->count; i++) {
		struct report *r = &q->sources[q->count];
		*r = check_source(q->count++);
		if (!check_read(a, net, p->sources[i], r, err))
			return false;
		bytes += r->text.n;
		if (r->language.n && draft.language.n && !str_eq(r->language, draft.language))
			(void)fprintf(stderr,
				"wireproof check: %s is in another language (%.*s) than the draft (%.*s): only "
				"names, numbers and dates can meet\n",
				p->sources[i], STR_ARG(r->language), STR_ARG(draft.language));
	}
	if (bytes > CHECK_SOURCES_MOST)
		return err_set(err, ERR_LIMIT, "sources of over %zu bytes", CHECK_SOURCES_MOST);
	q->published = day_of(p, draft.published, q);
	return true;
}

static int tell(struct arena *a, const struct people *p, const struct check_request *q,
	const struct check_result *result, struct err *err)
{
	struct buf out = BUF(LIMIT_OUTPUT), page = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &out};
	if (p->is_json)
		check_put_json(a, &w, q, p->has_traits, result);
	else
		check_put_report(&out, q, result, p->is_colour && !p->is_json);
	if (p->html)
		check_put_page(a, &page, q, result);
	int code = result->passes ? CLI_OK : CLI_SOME;
	if (!buf_check(&out, err) || !buf_check(&page, err) ||
		(p->html && !file_write(p->html, buf_str(&page), err)))
		code = cli_fail(&cmd_check, err);
	else if (!cli_write_line(&out))
		code = CLI_STORE;
	buf_free(&out);
	buf_free(&page);
	return code;
}

static int run_people(struct arena *a, const struct cli *cli, const struct people *p)
{
	struct err err = {0};
	struct net *net = NULL;
	struct check_request q;
	struct check_result result;
	if (!open_net(a, cli, p, &net, &err) || !read_all(a, net, p, &q, &err)) {
		if (net)
			net_close(net);
		int code = cli_fail(&cmd_check, &err);
		return code == CLI_SOME ? CLI_USAGE : code; /* 1 is for what the check found */
	}
	if (net)
		net_close(net);
	check_text(a, q.draft, q.is_headline, q.sources, q.count, q.published, &result);
	return tell(a, p, &q, &result, &err);
}

static int run_quality(struct arena *a, const struct people *p)
{
	struct err err = {0};
	struct buf out = BUF(LIMIT_OUTPUT);
	struct report *reports = ARENA_ARRAY(a, struct report, p->count + 1);
	int code = CLI_OK;
	for (size_t i = 0; i < p->count && code == CLI_OK; i++) {
		reports[i] = check_source(i);
		if (check_is_url(p->sources[i]))
			code = cli_usage(&cmd_check, "--quality reads files only");
		else if (!check_read(a, NULL, p->sources[i], &reports[i], &err))
			code = cli_fail(&cmd_check, &err);
	}
	if (code == CLI_OK) {
		check_put_quality(&out, reports, p->count);
		out.n -= out.n > 0; /* the last line end comes with the line */
		code = cli_write_line(&out) ? CLI_OK : CLI_STORE;
	}
	buf_free(&out);
	return code;
}

static int run_check(struct cli *cli, int argc, char **argv)
{
	struct arena a = {0};
	struct people p;
	int code = CLI_USAGE;
	if (parse(&a, argc, argv, &p)) {
		if (p.is_quality)
			code = run_quality(&a, &p);
		else if (p.draft)
			code = run_people(&a, cli, &p);
		else
			code = cli_filter_lines(&cmd_check, answer, &p.has_traits);
	}
	arena_free(&a);
	return code;
}

const struct command cmd_check = {
	.name = "check",
	.args = "--draft FILE --source FILE-or-URL... [--date DAY] [--html OUT] [--json] | < LINES",
	.summary = "check a text against sources, sentence by sentence",
	.help =
		"Tells of every sentence of a draft which sentences of the sources carry it, and what in "
		"it\n"
		"they do not carry. Reads plain text, Markdown, HTML pages, URLs and saved JSON (what\n"
		"`wireproof page` prints, a proof.json). Exit 1 when something is surely wrong, 2 when it\n"
		"can't be read.\n"
		"\n"
		"  --draft FILE   the text that is checked; a URL works too\n"
		"  --source FILE  what it is checked against; several may follow, URLs too\n"
		"  --date DAY     when the draft was published, for \"on Monday\" and ages\n"
		"  --headline     the draft is a headline\n"
		"  --html OUT     writes a page with both texts side by side\n"
		"  --json         prints the answer of the filter instead of a report\n"
		"  --quality      puts faults into the sentences of reports (files, or samples of its own) "
		"and\n"
		"                 prints how many of each kind the check finds, and how often it cries "
		"wolf\n"
		"  --color        colours also when it is no terminal\n"
		"\n"
		"Without options it is a filter: JSON lines {id, draft, sources, published, headline} "
		"from\n"
		"standard input; sources is an array of texts or of {id, title, text, date, url}, "
		"published\n"
		"the day of the draft, headline true when the draft is one. Writes JSON lines {id,\n"
		"sentences:[{start, end, verdict, tier, score, cite:[[source, start, end]..],\n"
		"issues:[{kind, start, end, explain, evidence}]}]}: offsets count Unicode code points,\n"
		"score goes from 0 to 1 (surely wrong).",
	.run = run_check,
};
