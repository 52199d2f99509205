#include "cli/cli.h"
#include "feed/feed.h"

extern const struct command cmd_import;

static bool add_all(
	struct desk *d, const struct opml_feed *feeds, size_t count, size_t *added, struct err *err)
{
	struct arena a = {0};
	bool ok = store_begin(d->store, err);
	for (size_t i = 0; ok && i < count; i++) {
		struct url parsed;
		int64_t id;
		bool is_new = false;
		if (!url_parse(&a, feeds[i].url, &parsed, err)) {
			(void)fprintf(stderr, "wireproof import: left out \"%.*s\": %s\n",
				STR_ARG(utf8_cut(feeds[i].url, 120)), err->msg);
			d->counts.failed++;
			continue;
		}
		struct source source = {.url = url_format(&a, &parsed),
			.name = feeds[i].title,
			.site = feeds[i].site,
			.topic = feeds[i].group};
		ok = store_add_source(d->store, &source, &id, &is_new, err);
		*added += is_new;
	}
	ok = ok && store_commit(d->store, err);
	store_rollback(d->store);
	arena_free(&a);
	return ok;
}

static int run(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	int code;
	struct err err = {0};
	struct buf bytes = BUF(LIMIT_BODY);
	struct opml_feed *feeds = NULL;
	size_t count = 0, added = 0;
	if (argc != 2)
		return cli_usage(&cmd_import, "give one OPML file");
	if (!cli_open_desk(cli, &cmd_import, true, &d, &code))
		return code;
	bool ok = buf_read_file(&bytes, argv[1], &err);
	if (!ok)
		err.kind = ERR_CONFIG;
	if (ok && !opml_parse(&d.a, buf_str(&bytes), &feeds, &count, &err)) {
		err_wrap(&err, "%s", argv[1]);
		err.kind = ERR_CONFIG;
		ok = false;
	}
	ok = ok && add_all(&d, feeds, count, &added, &err);
	if (ok && !cli->is_quiet)
		printf("%zu feeds in %s, %zu of them new\n", count, argv[1], added);
	buf_free(&bytes);
	return cli_close_desk(&cmd_import, &d, ok, &err);
}

const struct command cmd_import = {"import", "FILE.opml", "follow the feeds of an OPML file",
	"Adds every feed of an OPML file. The titles of the outlines around a feed become its topic.",
	run};
