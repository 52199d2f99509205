#include "cli/cli.h"

extern const struct command cmd_init;

static int run(struct cli *cli, int argc, char **argv)
{
	struct err err;
	if (argc > 2)
		return cli_usage(&cmd_init, "one folder at most");
	const char *dir = argc == 2 ? argv[1] : cli->dir;
	if (!desk_init(dir, cli->now, &err))
		return cli_fail(&cmd_init, &err);
	if (!cli->is_quiet)
		printf("made a desk in %s: add feeds with `wireproof -C %s add URL`, then `wireproof -C %s "
			   "run`\n",
			dir, dir, dir);
	return CLI_OK;
}

const struct command cmd_init = {"init", "[DIR]", "make a desk in a folder",
	"Makes wireproof.conf (every option with its meaning) and desk.db in DIR, or in the current "
	"folder.",
	run};
