#include "cli/cli.h"

extern const struct command cmd_archive;

static int run(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	struct err err = {0};
	size_t count = 0;
	int code;
	if (argc != 2)
		return cli_usage(&cmd_archive, "wants one folder");
	if (!cli_open_desk(cli, &cmd_archive, false, &d, &code))
		return code;
	bool ok = desk_archive(&d, argv[1], &count, &err);
	if (ok && !cli->is_quiet)
		printf("%zu reports\n", count);
	return cli_close_desk(&cmd_archive, &d, ok, &err);
}

const struct command cmd_archive = {"archive", "FOLDER", "save the evidence of what is published",
	"Writes the texts that the published stories rest on, and the pages they came from, into a "
	"folder, each\nunder its SHA-256. `wireproof verify --archive FOLDER` checks proofs against "
	"it with no network.\nThe texts are their outlets': keep the folder for yourself and for those "
	"who have a right to it.",
	run};
