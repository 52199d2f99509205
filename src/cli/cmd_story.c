#include "cli/cli.h"

#include "story/story.h"

extern const struct command cmd_story;

/* A line of the input as a report; false when it has no id. */
static bool read_report(
	struct arena *a, struct str line, struct report *r, struct str *key, struct err *err)
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
	*key = r->key = jv_str(&root, "id");
	if (!r->key.n)
		return err_set(err, ERR_INPUT, "a report without an id");
	return true;
}

/* One report at a time, each line answered before the next is read: what comes later decides
 * nothing. */
static int run_story(struct cli *cli, int argc, char **argv)
{
	(void)cli;
	if (argc > 1)
		return cli_usage(&cmd_story, "unexpected argument \"%s\"", argv[1]);
	struct arena own = {0}, line_arena = {0};
	struct story_window *w = story_window_new(&own, NULL);
	struct str_vec keys = {0};
	struct buf line = BUF(LIMIT_JSON_LINE), out = BUF(LIMIT_JSON_LINE);
	struct err err = {0};
	int code = CLI_OK;
	for (size_t number = 1; code != CLI_STORE && cli_read_line(stdin, &line, &err); number++) {
		struct report r;
		struct story_result result;
		struct str key;
		if (!str_trim(buf_str(&line)).n)
			continue;
		if (!read_report(&line_arena, buf_str(&line), &r, &key, &err)) {
			err_wrap(&err, "line %zu", number);
			code = cli_fail(&cmd_story, &err);
			continue;
		}
		*VEC_ADD(&own, &keys) = str_dup(&own, key);
		story_add(w, &line_arena, &r, 1, &result);
		struct jw jw = {.buf = &out};
		buf_clear(&out);
		jw_open(&jw, '{');
		jw_put_str(&jw, "id", key);
		jw_put_str(&jw, "story", result.story);
		jw_put_str(&jw, "origin", keys.items[result.origin]);
		jw_put_str(&jw, "reason", result.reason);
		jw_close(&jw, '}');
		if (!cli_write_line(&out))
			code = CLI_STORE;
		arena_reset(&line_arena);
	}
	if (err.kind != ERR_NONE)
		code = cli_fail(&cmd_story, &err);
	buf_free(&line);
	buf_free(&out);
	arena_free(&line_arena);
	arena_free(&own);
	return code;
}

const struct command cmd_story = {
	.name = "story",
	.args = "< REPORTS",
	.summary = "group reports by event, as they come",
	.help = "Reads one report a line, in order of time where they are dated:\n"
			"  {\"id\", \"title\", \"text\", \"date\", \"lang\", \"source\"}; all but id may be "
			"missing.\n"
			"Answers each with a line {\"id\", \"story\", \"origin\", \"reason\"} before it reads "
			"the next:\n"
			"origin is the id of the earliest report that this one copies, else its own.\n"
			"A report without a date takes the time of the one before.",
	.run = run_story,
};
