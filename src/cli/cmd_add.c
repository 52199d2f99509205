#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_add;

static bool add_one(
	struct desk *d, const struct source *like, struct str url, bool is_quiet, struct err *err)
{
	struct arena a = {0};
	struct url parsed;
	struct source source = *like;
	int64_t id;
	bool is_new = false;
	bool ok = url_parse(&a, url, &parsed, err);
	if (ok) {
		source.url = url_format(&a, &parsed);
		ok = store_add_source(d->store, &source, &id, &is_new, err);
	}
	if (ok && !is_quiet)
		printf("%s %.*s\n", is_new ? "added" : "is there already:", STR_ARG(source.url));
	arena_free(&a);
	return ok;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"name", required_argument, NULL, 'n'},
		{"topic", required_argument, NULL, 't'}, {"language", required_argument, NULL, 'l'},
		{"licence", required_argument, NULL, 'c'}, {"owner", required_argument, NULL, 'o'}, {0}};
	struct source like = {0};
	int c;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		struct str *member = c == 'n' ? &like.name
			: c == 't'                ? &like.topic
			: c == 'l'                ? &like.language
			: c == 'c'                ? &like.licence
			: c == 'o'                ? &like.owner
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
		if (add_one(&d, &like, str_c(argv[i]), cli->is_quiet, &err))
			continue;
		code = cli_fail(&cmd_add, &err);
		code = code == CLI_STORE ? CLI_STORE : CLI_USAGE;
	}
	desk_close(&d);
	return code;
}

const struct command cmd_add = {"add",
	"[--name NAME] [--topic TOPIC] [--language L] [--licence L] [--owner O] URL...", "follow feeds",
	"Adds feeds (RSS, Atom, RDF or JSON Feed) to the desk. The outlet's name comes from the feed "
	"unless given.\n\n"
	"  --name NAME      the outlet, as readers see it\n"
	"  --topic TOPIC    what its reports are filed under\n"
	"  --language L     ISO 639-1 code, for feeds that do not say\n"
	"  --licence L      \"own\" or a licence's name: lifts the extract limit for this source\n"
	"  --owner O        outlets of one owner count as one voice",
	run};
