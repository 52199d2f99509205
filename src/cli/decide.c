/* approve, reject, withdraw and correct: what an editor decides. All log who, when and why. */
#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_approve, cmd_reject, cmd_withdraw, cmd_correct;

struct choice {
	struct decision decision;
	struct str headline;
	size_t *drop;
	size_t drop_count;
};

static bool parse(const struct cli *cli, const struct command *command, struct arena *a, int argc,
	char **argv, struct choice *choice)
{
	static const struct option options[] = {{"by", required_argument, NULL, 'b'},
		{"why", required_argument, NULL, 'w'}, {"drop", required_argument, NULL, 'd'},
		{"headline", required_argument, NULL, 'h'}, {0}};
	const char *user = getenv("USER");
	int c;
	*choice = (struct choice){.decision = {.who = str_c(user), .at = cli->now}};
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'b') {
			choice->decision.who = str_c(optarg);
		} else if (c == 'w') {
			choice->decision.why = str_c(optarg);
		} else if (c == 'h' && command == &cmd_approve) {
			choice->headline = str_c(optarg);
		} else if (c == 'd' && (command == &cmd_approve || command == &cmd_correct)) {
			if (!cli_numbers(a, str_c(optarg), &choice->drop, &choice->drop_count)) {
				(void)cli_usage(command, "--drop wants numbers such as 3,7, not \"%s\"", optarg);
				return false;
			}
		} else if (c == '?') {
			(void)cli_bad_option(command, argv);
			return false;
		} else {
			(void)cli_usage(command, "that option is not for it");
			return false;
		}
	}
	if (argc - optind != 1) {
		(void)cli_usage(command, "give the id of one story");
		return false;
	}
	choice->decision.story = str_c(argv[optind]);
	return true;
}

static bool decide(
	struct desk *d, const struct command *command, const struct choice *c, struct err *err)
{
	if (command == &cmd_approve)
		return desk_approve(d, &c->decision, c->drop, c->drop_count, c->headline, err);
	if (command == &cmd_reject)
		return desk_reject(d, &c->decision, err);
	if (command == &cmd_withdraw)
		return desk_withdraw(d, &c->decision, err);
	return desk_correct(d, &c->decision, c->drop, c->drop_count, err);
}

/* Decides, then brings the site up to date, so that readers see what the desk knows. */
static int run(struct cli *cli, const struct command *command, int argc, char **argv)
{
	struct arena a = {0};
	struct choice choice;
	struct desk d;
	struct err err = {0};
	int code = CLI_USAGE;
	if (parse(cli, command, &a, argc, argv, &choice) &&
		cli_open_desk(cli, command, true, &d, &code)) {
		bool ok = decide(&d, command, &choice, &err) &&
			(command == &cmd_reject || desk_publish(&d, &err));
		if (ok && !cli->is_quiet)
			printf("%s: done%s\n", command->name,
				command == &cmd_reject ? "" : ", the site is up to date");
		code = cli_close_desk(command, &d, ok, &err);
	}
	arena_free(&a);
	return code;
}

static int run_approve(struct cli *cli, int argc, char **argv)
{
	return run(cli, &cmd_approve, argc, argv);
}

static int run_reject(struct cli *cli, int argc, char **argv)
{
	return run(cli, &cmd_reject, argc, argv);
}

static int run_withdraw(struct cli *cli, int argc, char **argv)
{
	return run(cli, &cmd_withdraw, argc, argv);
}

static int run_correct(struct cli *cli, int argc, char **argv)
{
	return run(cli, &cmd_correct, argc, argv);
}

#define BY "  --by NAME        who decides; $USER unless given\n"

const struct command cmd_approve = {"approve",
	"[--by NAME] [--why TEXT] [--drop N,...] [--headline TEXT] STORY", "publish a held draft",
	"Publishes the held draft of a story; the page says who reviewed it. Puts back what was "
	"withdrawn, too.\nSTORY is an id, or its unique beginning.\n\n" BY
	"  --why TEXT       for the log\n"
	"  --drop N,...     without these sentences, as `wireproof show STORY` numbers them\n"
	"  --headline TEXT  under another headline; it is checked against the sources, and show tells "
	"what was found",
	run_approve};
const struct command cmd_reject = {"reject", "[--by NAME] [--why TEXT] STORY",
	"turn down a held draft",
	"Turns down the held draft of a story. New reports of it make a new draft, which waits for a "
	"person again.\n\n" BY "  --why TEXT       for the log",
	run_reject};
const struct command cmd_withdraw = {"withdraw", "[--by NAME] --why TEXT STORY",
	"take a published article back",
	"Takes an article back: its page says that it was withdrawn, when and why, and so do the "
	"feeds.\n\n" BY "  --why TEXT       for readers and the log",
	run_withdraw};
const struct command cmd_correct = {"correct", "[--by NAME] --why TEXT [--drop N,...] STORY",
	"correct a published article",
	"Publishes a new version of an article with a note that says what was wrong.\n\n" BY
	"  --why TEXT       the note for readers: what was wrong, and what is right\n"
	"  --drop N,...     without these sentences, as `wireproof show STORY` numbers them",
	run_correct};
