#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_rights;

static const char *words_of(int says, struct str licence)
{
	if (licence.n)
		return "allowed by the operator's entry";
	return says < 0 ? "refused" : says > 0 ? "granted" : "not refused: nothing speaks of it";
}

/* What the answer means for the desk. */
static const char *effect_of(enum use use)
{
	switch (use) {
	case USE_STORE:
		return "the page is not fetched; what its feed brings is all there is";
	case USE_QUOTE:
		return "readers see its headline and a link only";
	default:
		return "no model gets a sentence of it; the extractive writer is not bound by that";
	}
}

static void put_use(const struct rights_view *view, enum use use)
{
	printf("  %-17s %s\n", use_names[use], words_of(view->says[use], view->licence));
	for (size_t i = 0; i < view->signals.n; i++) {
		const struct signal *s = &view->signals.items[i];
		if (s->says[use] && (s->says[use] < 0) == (view->says[use] < 0))
			printf("  %-17s by %.*s \"%.*s\" in %.*s\n", "", STR_ARG(s->kind), STR_ARG(s->raw),
				STR_ARG(s->place));
	}
	if (view->says[use] < 0 && view->licence.n == 0)
		printf("  %-17s so %s\n", "", effect_of(use));
}

static bool says_anything(const struct signal *s)
{
	for (int use = 0; use < USE_COUNT; use++)
		if (s->says[use])
			return true;
	return false;
}

static void put_view(struct arena *a, const struct rights_view *view)
{
	bool has_others = false;
	printf("%.*s\n", STR_ARG(view->url));
	for (int use = 0; use < USE_COUNT; use++)
		put_use(view, (enum use)use);
	if (view->licence.n)
		printf("  %-17s %.*s, as entered with `wireproof sources set`\n", "licence",
			STR_ARG(view->licence));
	for (size_t i = 0; i < view->signals.n; i++) {
		const struct signal *s = &view->signals.items[i];
		if (says_anything(s))
			continue;
		printf("%s    %.*s \"%.*s\" in %.*s\n",
			has_others ? "" : "  also said, and taken for no answer to these:\n", STR_ARG(s->kind),
			STR_ARG(s->raw), STR_ARG(s->place));
		has_others = true;
	}
	if (when_is_known(view->at))
		printf("  %s %s\n", view->is_stored ? "kept since" : "asked", when_rfc3339(a, view->at).p);
	else
		printf("  nothing was recorded when it was fetched: --ask asks now\n");
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"ask", no_argument, NULL, 'a'}, {0}};
	bool asks = false;
	int c, code;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c != 'a')
			return cli_bad_option(&cmd_rights, argv);
		asks = true;
	}
	if (optind + 1 != argc)
		return cli_usage(&cmd_rights, "give one URL");
	struct desk d;
	struct err err = {0};
	struct rights_view view;
	if (!cli_open_desk(cli, &cmd_rights, true, &d, &code))
		return code;
	bool ok = desk_rights(&d, &d.a, str_c(argv[optind]), asks, &view, &err);
	if (ok)
		put_view(&d.a, &view);
	return cli_close_desk(&cmd_rights, &d, ok, &err);
}

const struct command cmd_rights = {"rights", "[--ask] URL", "say what a page's publisher allows",
	"Tells for each use (fetch and store, quote to readers, give to a model) whether the publisher "
	"refuses it, by what words and where they stand. A page that the desk holds is answered from "
	"its record; any other is asked, with its site's robots.txt, tdmrep.json and RSL licence.\n\n"
	"  --ask    ask the publisher anew",
	run};
