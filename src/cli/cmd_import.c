#include "cli/cli.h"
#include "feed/feed.h"

extern const struct command cmd_import;

/* So many feeds are fetched at once at first, the next so many a while later: an import of a
 * thousand does not ask a thousand servers, and keep the desk, in one run. */
#define WAVE 200
#define WAVE_S 300

static struct when first_fetch(const struct desk *d, size_t added)
{
	struct when next = d->now;
	if (added < WAVE)
		return WHEN_UNKNOWN;
	next.utc_s += (int64_t)(added / WAVE) * WAVE_S;
	return next;
}

/* OPML, or JSON as Kite has it. */
static bool parse(
	struct arena *a, struct str bytes, struct opml_feed **feeds, size_t *count, struct err *err)
{
	return str_starts(str_trim(bytes), STR("{")) ? kite_parse(a, bytes, feeds, count, err)
												 : opml_parse(a, bytes, feeds, count, err);
}

static bool add_all(
	struct desk *d, const struct opml_feed *feeds, size_t count, size_t *added, struct err *err)
{
	struct arena a = {0};
	bool ok = store_begin(d->store, err);
	for (size_t i = 0; ok && i < count; i++) {
		struct url parsed;
		int64_t id;
		bool is_new = false;
		if (!url_parse(&a, feeds[i].url, &parsed, err) || !desk_may_follow(&a, feeds[i].url, err)) {
			(void)fprintf(stderr, "wireproof import: left out \"%.*s\": %s\n",
				STR_ARG(utf8_cut(feeds[i].url, 120)), err->msg);
			d->counts.failed++;
			continue;
		}
		struct source source = {.url = url_format(&a, &parsed),
			.name = feeds[i].title,
			.site = feeds[i].site,
			.topic = feeds[i].group,
			.next = first_fetch(d, *added)};
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
		return cli_usage(&cmd_import, "give one file");
	if (!cli_open_desk(cli, &cmd_import, true, &d, &code))
		return code;
	bool ok = buf_read_file(&bytes, argv[1], &err);
	if (!ok)
		err.kind = ERR_CONFIG;
	if (ok && !parse(&d.a, buf_str(&bytes), &feeds, &count, &err)) {
		err_wrap(&err, "%s", argv[1]);
		err.kind = ERR_CONFIG;
		ok = false;
	}
	ok = ok && add_all(&d, feeds, count, &added, &err);
	if (ok && !cli->is_quiet)
		printf("%zu feeds in %s, %zu of them new%s\n", count, argv[1], added,
			added > WAVE ? "; their first fetches are spread out, 200 every 5 minutes" : "");
	buf_free(&bytes);
	return cli_close_desk(&cmd_import, &d, ok, &err);
}

const struct command cmd_import = {"import", "FILE",
	"follow the feeds of an OPML file or of kite_feeds.json",
	"Adds every feed of an OPML file, or of a JSON file of the shape that Kite publishes, "
	"{\"Category\": {\"feeds\": [\"URL\", ...]}}. The titles of the outlines around a feed, or its "
	"category, become its topic.",
	run};
