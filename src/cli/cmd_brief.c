#include "cli/cli.h"

#include "write/write.h"

#include <getopt.h>

#define WORDS_DEFAULT 65

extern const struct command cmd_brief;

static void read_docs(
	struct arena *a, const struct jv *docs, struct report **reports, size_t *count)
{
	struct {
		struct report *items;
		size_t n, capacity;
	} all = {0};
	JV_EACH (doc, docs) {
		if (all.n >= LIMIT_STORY_REPORTS)
			break;
		struct report *r = VEC_ADD(a, &all);
		r->title = jv_str(doc, "title");
		r->text = utf8_cut(jv_str(doc, "text"), LIMIT_TEXT);
		r->outlet = jv_str(doc, "source");
		r->language = text_language(r->text, jv_str(doc, "lang"));
		r->published = model_get_when(doc, "date");
		r->key = str_format(a, "%zu", all.n - 1);
		r->origin = (int64_t)all.n - 1;
	}
	*reports = all.items;
	*count = all.n;
}

static void put_sentence(struct jw *w, struct str text, struct cite cite)
{
	size_t start = utf8_count(str_sub(text, 0, cite.span.start));
	struct str sentence = span_text(text, cite.span);
	jw_open(w, '{');
	jw_put_str(w, "text", sentence);
	jw_put_int(w, "doc", (int64_t)cite.report);
	jw_put_int(w, "start", (int64_t)start);
	jw_put_int(w, "end", (int64_t)(start + utf8_count(sentence)));
	jw_close(w, '}');
}

static void put_brief(struct arena *a, struct jw *w, struct str id, const struct report *reports,
	const struct cite_vec *cites)
{
	struct str *texts = ARENA_ARRAY(a, struct str, cites->n + 1);
	for (size_t i = 0; i < cites->n; i++)
		texts[i] = span_text(reports[cites->items[i].report].text, cites->items[i].span);
	jw_open(w, '{');
	jw_put_str(w, "id", id);
	jw_put_str(w, "summary", str_join(a, texts, cites->n, STR("\n")));
	jw_key(w, "sentences");
	jw_open(w, '[');
	for (size_t i = 0; i < cites->n; i++)
		put_sentence(w, reports[cites->items[i].report].text, cites->items[i]);
	jw_close(w, ']');
	jw_close(w, '}');
}

/* One line in, one line out; false when the line is no set of documents. */
static bool convert(
	struct arena *a, struct str line, const void *context, struct buf *out, struct err *err)
{
	struct jv root;
	if (!jv_parse(a, line, &root, err))
		return false;
	const struct jv *docs = jv_get(&root, "docs");
	if (!docs || docs->type != JV_ARRAY)
		return err_set(err, ERR_INPUT, "no array \"docs\"");
	struct report *reports;
	size_t count;
	read_docs(a, docs, &reports, &count);
	story_origins(reports, count);
	struct cite_vec cites = write_brief(a, reports, count, *(const size_t *)context);
	struct jw w = {.buf = out};
	put_brief(a, &w, jv_str(&root, "id"), reports, &cites);
	return buf_check(out, err);
}

static int run_brief(struct cli *cli, int argc, char **argv)
{
	(void)cli; /* a filter knows no desk */
	static const struct option options[] = {{"words", required_argument, NULL, 'w'}, {0}};
	int64_t words = WORDS_DEFAULT;
	int c;
	while ((c = getopt_long(argc, argv, "w:", options, NULL)) != -1) {
		if (c != 'w')
			return cli_bad_option(&cmd_brief, argv);
		if (!str_to_i64(str_c(optarg), &words) || words < 1 || words > 100000)
			return cli_usage(&cmd_brief, "--words wants a number from 1 to 100000");
	}
	if (optind < argc)
		return cli_usage(&cmd_brief, "\"%s\" is too much", argv[optind]);
	const size_t budget = (size_t)words;
	return cli_filter_lines(&cmd_brief, convert, &budget);
}

const struct command cmd_brief = {
	.name = "brief",
	.args = "[--words N] < LINES",
	.summary = "choose the sentences that tell a set of documents",
	.help =
		"Reads JSON lines {id, docs:[{title, text, date, source, lang}]} from standard input and\n"
		"writes JSON lines {id, summary, sentences:[{text, doc, start, end}]}: sentences of the\n"
		"documents, word for word, no two that say the same. start and end count Unicode code\n"
		"points of the document's text.\n\n"
		"  -w, --words N  at most so many words together (default 65)",
	.run = run_brief,
};
