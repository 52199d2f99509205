#include "cli/cli.h"
#include "feed/feed.h"

extern const struct command cmd_export;

static int run(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	int code;
	struct err err = {0};
	struct source_vec sources;
	(void)argv;
	if (argc != 1)
		return cli_usage(&cmd_export, "takes no arguments");
	if (!cli_open_desk(cli, &cmd_export, false, &d, &code))
		return code;
	bool ok = store_sources(d.store, &d.a, &sources, &err);
	if (ok) {
		struct opml_feed *feeds = ARENA_ARRAY(&d.a, struct opml_feed, sources.n);
		for (size_t i = 0; i < sources.n; i++)
			feeds[i] = (struct opml_feed){.url = sources.items[i].url,
				.title = sources.items[i].name,
				.site = sources.items[i].site,
				.group = sources.items[i].topic};
		struct buf out = BUF(LIMIT_OUTPUT);
		opml_write(&out, d.conf.title, feeds, sources.n);
		ok = cli_write_line(&out) || err_set(&err, ERR_STORE, "can't write to standard output");
		buf_free(&out);
	}
	return cli_close_desk(&cmd_export, &d, ok, &err);
}

const struct command cmd_export = {"export", "", "print the feeds as OPML",
	"Prints the desk's feeds as OPML 2.0, topics as outlines, for other readers.", run};
