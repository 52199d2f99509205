#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_add;

static bool add_feed(
	struct desk *d, const struct source *like, struct str url, bool is_quiet, struct err *err)
{
	struct source source = *like;
	int64_t id;
	bool is_new = false;
	source.url = url;
	if (!store_add_source(d->store, &source, &id, &is_new, err))
		return false;
	if (!is_quiet)
		printf("%s %.*s\n", is_new ? "added" : "is there already:", STR_ARG(url));
	return true;
}

/* The address of a site's front page is no feed's: its feeds are looked for. */
static bool add_one(struct desk *d, const struct source *like, struct str url, bool is_quiet,
	bool finds, struct err *err)
{
	struct arena a = {0};
	struct url parsed;
	struct str_vec feeds = {0};
	bool ok = url_parse(&a, url, &parsed, err);
	if (ok) {
		finds = finds || (str_eq(parsed.path, STR("/")) && !parsed.has_query);
		url = url_format(&a, &parsed);
		ok = desk_may_follow(&a, url, err);
	}
	if (ok && finds)
		ok = desk_discover(d, &a, url, &feeds, err);
	else if (ok)
		*VEC_ADD(&a, &feeds) = url;
	for (size_t i = 0; ok && i < feeds.n; i++)
		ok = add_feed(d, like, feeds.items[i], is_quiet, err);
	arena_free(&a);
	return ok;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"name", required_argument, NULL, 'n'},
		{"topic", required_argument, NULL, 't'}, {"language", required_argument, NULL, 'l'},
		{"licence", required_argument, NULL, 'c'}, {"owner", required_argument, NULL, 'o'},
		{"note", required_argument, NULL, 'w'}, {"approver", required_argument, NULL, 'a'},
		{"find", no_argument, NULL, 'f'}, {0}};
	struct source like = {0};
	bool finds = false;
	int c;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'f') {
			finds = true;
			continue;
		}
		struct str *member = c == 'n' ? &like.name
			: c == 't'                ? &like.topic
			: c == 'l'                ? &like.language
			: c == 'c'                ? &like.licence
			: c == 'o'                ? &like.owner
			: c == 'w'                ? &like.note
			: c == 'a'                ? &like.approved_by
									  : NULL;
		if (!member)
			return cli_bad_option(&cmd_add, argv);
		*member = str_c(optarg);
	}
	if (optind == argc)
		return cli_usage(&cmd_add, "no URL given");
	struct desk d;
	int code;
	if (!cli_open_desk(cli, &cmd_add, true, &d, &code))
		return code;
	for (int i = optind; i < argc; i++) {
		struct err err = {0};
		if (add_one(&d, &like, str_c(argv[i]), cli->is_quiet, finds, &err))
			continue;
		code = cli_fail(&cmd_add, &err);
		code = code == CLI_STORE ? CLI_STORE : CLI_USAGE;
	}
	desk_close(&d);
	return code;
}

const struct command cmd_add = {"add",
	"[--name NAME] [--topic TOPIC] [--language L] [--licence L] [--owner O] [--note "
	"NOTE] [--approver WHO] [--find] URL...",
	"follow feeds",
	"Adds feeds (RSS, Atom, RDF or JSON Feed) to the desk. The outlet's name comes from the feed "
	"unless given. Of a site's front page (https://site.example/) the feeds are looked for that it "
	"names, else at the usual places.\n\n"
	"  --name NAME      the outlet, as readers see it\n"
	"  --topic TOPIC    what its reports are filed under\n"
	"  --language L     ISO 639-1 code, for feeds that do not say\n"
	"  --licence L      \"own\" or a licence's name: lifts the extract limit for this source\n"
	"  --owner O        outlets of one owner count as one voice\n"
	"  --note NOTE      what its word is worth, for the desk's people\n"
	"  --approver WHO   who took it in\n"
	"  --find           look for the feeds of any page, not of a front page alone",
	run};
