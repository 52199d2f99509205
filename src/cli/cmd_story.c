#include "cli/cli.h"

#include "cli/story_details.h"

#include <getopt.h>

extern const struct command cmd_story;

/* A line of the input as a report; false when it has no id. */
static bool read_report(struct arena *a, struct str line, struct report *r, struct err *err)
{
	struct jv root;
	if (!jv_parse(a, line, &root, err))
		return false;
	*r = (struct report){.title = jv_str(&root, "title"),
		.text = jv_str(&root, "text"),
		.outlet = jv_str(&root, "source"),
		.published = model_get_when(&root, "date"),
		.fetched = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN};
	struct str language = jv_str(&root, "lang");
	r->language = language.n ? text_language_code(a, language) : text_language(r->text, STR(""));
	r->key = jv_str(&root, "id");
	if (!r->key.n)
		return err_set(err, ERR_INPUT, "a report without an id");
	return true;
}

/* What was answered, since a later report can show two stories to be one. */
struct answer {
	struct str key;
	size_t origin; /* index among the answers */
	size_t next;   /* answer of the same story, STR_NONE at the end */
};
struct grouping {
	struct arena a;
	struct story_window *window;
	struct {
		struct answer *items;
		size_t n, capacity;
	} answers;
	struct map first; /* answer of each story */
	struct buf out;
};

static bool put_answer(struct grouping *g, size_t index, struct str story, struct str reason)
{
	const struct answer *answer = &g->answers.items[index];
	struct jw jw = {.buf = &g->out};
	buf_clear(&g->out);
	jw_open(&jw, '{');
	jw_put_str(&jw, "id", answer->key);
	jw_put_str(&jw, "story", story);
	jw_put_str(&jw, "origin", g->answers.items[answer->origin].key);
	jw_put_str(&jw, "reason", reason);
	jw_close(&jw, '}');
	return cli_write_line(&g->out);
}

/* Puts the answer before the others of the story. */
static void file_answer(struct grouping *g, size_t index, struct str story)
{
	bool is_new;
	size_t *first = map_put(&g->first, story, &is_new);
	if (is_new)
		g->first.items[g->first.n - 1].key = str_dup(&g->a, story);
	g->answers.items[index].next = is_new ? STR_NONE : *first;
	*first = index;
}

/* Answers again for the reports whose story is part of another one now. */
static bool put_merge(struct grouping *g, const struct story_merge *merge)
{
	size_t *first = map_get(&g->first, merge->gone);
	size_t next = first ? *first : STR_NONE;
	if (first)
		*first = STR_NONE;
	for (size_t index = next; index != STR_NONE; index = next) {
		next = g->answers.items[index].next;
		file_answer(g, index, merge->kept);
		if (!put_answer(g, index, merge->kept, merge->reason))
			return false;
	}
	return true;
}

static bool answer_report(struct grouping *g, struct arena *a, const struct report *r)
{
	struct story_result result;
	size_t index = g->answers.n;
	story_add(g->window, a, r, 1, &result);
	*VEC_ADD(&g->a, &g->answers) =
		(struct answer){.key = str_dup(&g->a, r->key), .origin = result.origin};
	file_answer(g, index, result.story);
	bool ok = put_answer(g, index, result.story, result.reason);
	struct story_merge_vec merges = story_merges(g->window);
	for (size_t i = 0; ok && i < merges.n; i++)
		ok = put_merge(g, &merges.items[i]);
	return ok;
}

/* ---- Details: all reports first, then each story ---- */

struct collected {
	struct arena a;
	struct {
		struct report *items;
		size_t n, capacity;
	} reports;
};

static void keep_report(struct collected *all, const struct report *r)
{
	struct report *kept = VEC_ADD(&all->a, &all->reports);
	*kept = *r;
	kept->key = str_dup(&all->a, r->key);
	kept->title = str_dup(&all->a, r->title);
	kept->text = str_dup(&all->a, utf8_cut(r->text, LIMIT_TEXT));
	kept->outlet = str_dup(&all->a, r->outlet);
	kept->language = str_dup(&all->a, r->language);
}

static int by_time(const void *a, const void *b)
{
	const struct report *x = a, *y = b;
	int64_t tx = x->published.utc_s, ty = y->published.utc_s; /* WHEN_NONE is the first */
	return tx != ty ? (tx < ty ? -1 : 1) : str_cmp(x->key, y->key);
}

/* The reports of each story stand together, by first report. */
static bool put_all_details(struct collected *all, struct when since)
{
	struct arena a = {0};
	struct buf out = BUF(LIMIT_JSON_LINE);
	size_t count = all->reports.n;
	struct story_result *results = ARENA_ARRAY(&all->a, struct story_result, count);
	story_add(story_window_new(&all->a, NULL), &all->a, all->reports.items, count, results);
	struct report *group = ARENA_ARRAY(&all->a, struct report, count);
	struct map seen = map_new(&all->a);
	bool ok = true;
	for (size_t i = 0; ok && i < count; i++) {
		bool is_new;
		size_t n = 0;
		(void)map_put(&seen, results[i].story, &is_new);
		if (!is_new)
			continue;
		for (size_t k = i; k < count; k++)
			if (str_eq(results[k].story, results[i].story))
				group[n++] = all->reports.items[k];
		qsort(group, n, sizeof(*group), by_time);
		struct jw w = {.buf = &out};
		buf_clear(&out);
		story_put_details(&w, &a, results[i].story, group, n, since);
		ok = cli_write_line(&out);
		arena_reset(&a);
	}
	buf_free(&out);
	arena_free(&a);
	return ok;
}

struct story_flags {
	bool wants_details;
	struct when since;
};

static int read_flags(int argc, char **argv, struct story_flags *flags)
{
	static const struct option options[] = {
		{"details", no_argument, NULL, 'd'}, {"since", required_argument, NULL, 's'}, {0}};
	int c;
	*flags = (struct story_flags){.since = WHEN_UNKNOWN};
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'd')
			flags->wants_details = true;
		else if (c != 's')
			return cli_bad_option(&cmd_story, argv);
		else if (!when_parse_rfc3339(str_c(optarg), &flags->since))
			return cli_usage(&cmd_story, "--since wants a time such as 2025-05-27T12:00:00Z");
	}
	if (optind < argc)
		return cli_usage(&cmd_story, "unexpected argument \"%s\"", argv[optind]);
	return CLI_OK;
}

/* One report at a time, each line answered before the next is read; with --details at the end. */
static int run_story(struct cli *cli, int argc, char **argv)
{
	(void)cli;
	struct story_flags flags;
	struct grouping g = {.out = BUF(LIMIT_JSON_LINE)};
	struct collected all = {0};
	struct arena line_arena = {0};
	struct buf line = BUF(LIMIT_JSON_LINE);
	struct err err = {0};
	int code = read_flags(argc, argv, &flags);
	if (code != CLI_OK)
		return code;
	g.window = story_window_new(&g.a, NULL);
	g.first = map_new(&g.a);
	for (size_t number = 1; code != CLI_STORE && cli_read_line(stdin, &line, &err); number++) {
		struct report r;
		if (!str_trim(buf_str(&line)).n)
			continue;
		if (!read_report(&line_arena, buf_str(&line), &r, &err)) {
			err_wrap(&err, "line %zu", number);
			code = cli_fail(&cmd_story, &err);
			continue;
		}
		if (flags.wants_details)
			keep_report(&all, &r);
		else if (!answer_report(&g, &line_arena, &r))
			code = CLI_STORE;
		arena_reset(&line_arena);
	}
	if (err.kind != ERR_NONE)
		code = cli_fail(&cmd_story, &err);
	if (flags.wants_details && !put_all_details(&all, flags.since))
		code = CLI_STORE;
	arena_free(&all.a);
	buf_free(&line);
	buf_free(&g.out);
	arena_free(&line_arena);
	arena_free(&g.a);
	return code;
}

const struct command cmd_story = {
	.name = "story",
	.args = "[--details [--since TIME]] < REPORTS",
	.summary = "group reports by event, as they come",
	.help =
		"Reads one report a line, in order of time where they are dated:\n"
		"  {\"id\", \"title\", \"text\", \"date\", \"lang\", \"source\"}; all but id may be "
		"missing.\n"
		"Answers each with a line {\"id\", \"story\", \"origin\", \"reason\"} before it reads "
		"the next:\n"
		"origin is the id of the earliest report that this one copies, else its own.\n"
		"When it shows two stories to be one, the reports of the younger one are answered\n"
		"again: the last line of an id counts.\n"
		"A report without a date takes the time of the one before.\n\n"
		"  --details      instead, at the end, one line a story: its reports as a tree (origin,\n"
		"                 copy, rewrite, cites), timeline, claims (who says which figure, as of\n"
		"                 when), quotations in each outlet's wording, and names\n"
		"  --since TIME   with --details: also the sentences after that time that are new",
	.run = run_story,
};
