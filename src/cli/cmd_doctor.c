/* doctor: is the desk well, and does its model server keep what it promises? */
#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_doctor;

static void print_json(const struct diagnosis_vec *all)
{
	static const char *const names[] = {"ok", "note", "fault"};
	struct buf b = BUF(LIMIT_OUTPUT);
	for (size_t i = 0; i < all->n; i++) {
		const struct diagnosis *d = &all->items[i];
		struct jw w = {.buf = &b};
		buf_clear(&b);
		jw_open(&w, '{');
		jw_put_str(&w, "subject", str_c(d->subject));
		jw_put_str(&w, "health", str_c(names[d->health]));
		jw_put_str(&w, "words", d->words);
		jw_close(&w, '}');
		(void)cli_write_line(&b);
	}
	buf_free(&b);
}

static void print_table(const struct diagnosis_vec *all)
{
	static const char *const names[] = {"ok", "note", "FAULT"};
	for (size_t i = 0; i < all->n; i++)
		printf("%-5s  %-11s  %.*s\n", names[all->items[i].health], all->items[i].subject,
			STR_ARG(all->items[i].words));
}

static int run_doctor(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	bool is_json = false;
	struct desk d;
	struct err err = {0};
	struct diagnosis_vec all = {0};
	int c, code;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c != 'j')
			return cli_bad_option(&cmd_doctor, argv);
		is_json = true;
	}
	if (optind != argc)
		return cli_usage(&cmd_doctor, "unknown argument \"%s\"", argv[optind]);
	if (!cli_open_desk(cli, &cmd_doctor, true, &d, &code))
		return code;
	bool ok = desk_examine(&d, &d.a, &all, &err);
	if (is_json)
		print_json(&all);
	else
		print_table(&all);
	bool has_fault = false;
	for (size_t i = 0; i < all.n; i++)
		has_fault = has_fault || all.items[i].health == HEALTH_FAULT;
	code = cli_close_desk(&cmd_doctor, &d, ok, &err);
	return code == CLI_OK && has_fault ? CLI_SOME : code;
}

const struct command cmd_doctor = {"doctor", "[--json]",
	"examine the desk and probe its model server",
	"Tells whether disk, permissions, store, feeds and clock are well and, when model.base_url is "
	"set, what the model\n"
	"server does: whether a schema binds its answers, whether it reads all that it is given, "
	"whether "
	"equal calls with a\n"
	"seed are equal, how fast it is, whether it streams, what a story of 40 sentences costs. A "
	"desk "
	"whose server fails\n"
	"writes with the extractive writer and says why. Ends with 1 when something is a fault.\n\n"
	"  --json   one JSON object a line: {subject, health (ok, note, fault), words}",
	run_doctor};
