#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_run, cmd_fetch, cmd_write, cmd_publish;

/* "90s", "15m", "2h", "1d" to seconds. */
static bool parse_interval(struct str s, int64_t *seconds)
{
	static const struct {
		char unit;
		int64_t s;
	} units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', DAY_S}};
	if (s.n < 2 || !str_to_i64(str_sub(s, 0, s.n - 1), seconds) || *seconds < 1 ||
		*seconds > 1000000)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (units[i].unit == s.p[s.n - 1]) {
			*seconds *= units[i].s;
			return true;
		}
	return false;
}

/* A site is published even when a stage before it was stopped: what is done is shown. */
static bool run_stages(struct desk *d, struct err *err)
{
	return desk_fetch(d, err) && (cli_is_stopped() || (desk_write(d, err) && desk_publish(d, err)));
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"every", required_argument, NULL, 'e'}, {0}};
	int64_t every = 0;
	int c, code;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c != 'e')
			return cli_bad_option(&cmd_run, argv);
		if (!parse_interval(str_c(optarg), &every))
			return cli_usage(
				&cmd_run, "--every wants a time such as 90s, 15m, 2h or 1d, not \"%s\"", optarg);
	}
	if (optind != argc)
		return cli_usage(&cmd_run, "unknown argument \"%s\"", argv[optind]);
	struct desk d;
	if (!cli_open_desk(cli, &cmd_run, true, &d, &code))
		return code;
	struct err err = {0};
	bool ok = run_stages(&d, &err);
	cli_tell(cli, &d);
	while (ok && every && !cli_is_stopped()) {
		cli_wait(every);
		if (cli_is_stopped())
			break;
		d.now.utc_s = cli->has_fixed_now ? d.now.utc_s : clock_now();
		d.counts = (struct desk_counts){0};
		ok = run_stages(&d, &err);
		cli_tell(cli, &d);
	}
	return cli_close_desk(&cmd_run, &d, ok, &err);
}

static int run_stage(struct cli *cli, const struct command *command, int argc,
	bool (*stage)(struct desk *d, struct err *err))
{
	struct desk d;
	struct err err = {0};
	int code;
	if (argc != 1)
		return cli_usage(command, "takes no arguments");
	if (!cli_open_desk(cli, command, true, &d, &code))
		return code;
	bool ok = stage(&d, &err);
	cli_tell(cli, &d);
	return cli_close_desk(command, &d, ok, &err);
}

static int run_fetch(struct cli *cli, int argc, char **argv)
{
	(void)argv;
	return run_stage(cli, &cmd_fetch, argc, desk_fetch);
}

static int run_replay(struct cli *cli)
{
	struct desk d;
	struct err err = {0};
	size_t same, other;
	int code;
	if (!cli_open_desk(cli, &cmd_write, true, &d, &code))
		return code;
	bool ok = desk_replay(&d, &same, &other, &err);
	if (ok)
		printf("%zu drafts came out the same, byte for byte, %zu did not\n", same, other);
	code = cli_close_desk(&cmd_write, &d, ok, &err);
	return code == CLI_OK && other ? CLI_SOME : code;
}

static int run_write(struct cli *cli, int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--replay") == 0)
		return run_replay(cli);
	if (argc > 1)
		return cli_usage(&cmd_write, "unknown argument \"%s\"", argv[1]);
	return run_stage(cli, &cmd_write, argc, desk_write);
}

static int run_publish(struct cli *cli, int argc, char **argv)
{
	(void)argv;
	return run_stage(cli, &cmd_publish, argc, desk_publish);
}

const struct command cmd_run = {"run", "[--every TIME]", "fetch, write and publish",
	"Does all of it once: fetches the feeds and the pages they link, groups the reports into "
	"stories, writes and checks\n"
	"the articles, publishes the site. What has not changed is not done again.\n\n"
	"  --every TIME   again and again, with this pause (90s, 15m, 2h), until a signal ends it",
	run};
const struct command cmd_fetch = {"fetch", "", "fetch feeds and pages, group the reports",
	"Fetches every feed with the validators of last time, then the pages of new and changed "
	"entries, extracts the reports\n"
	"and groups them into stories.",
	run_fetch};
const struct command cmd_write = {"write", "[--replay]",
	"write and check the articles of new and changed stories",
	"Writes a draft of each story that has changed, checks every sentence against its sources, and "
	"rules: publish, hold\n"
	"for a person, or wait for a rule. `wireproof list stories` tells what was ruled and why.\n\n"
	"  --replay   ask no model and change nothing: make every draft that a model had a part in "
	"again "
	"from the recorded\n"
	"             texts and answers, and tell whether it comes out the same, byte for byte",
	run_write};
const struct command cmd_publish = {"publish", "", "bring the site up to date",
	"Renders the site from what is published. Files that would not change are left alone.",
	run_publish};
