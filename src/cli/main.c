#include "cli/cli.h"

#include "text/text.h"

#include <getopt.h>
#include <signal.h>
#include <stdarg.h>

extern const struct command cmd_init, cmd_add, cmd_import, cmd_export, cmd_sources, cmd_config,
	cmd_run, cmd_fetch, cmd_write, cmd_publish, cmd_list, cmd_queue, cmd_show, cmd_approve,
	cmd_reject, cmd_withdraw, cmd_correct, cmd_feed, cmd_page, cmd_story, cmd_brief, cmd_check,
	cmd_verify, cmd_archive, cmd_serve;
extern const struct command cmd_doctor, cmd_rights;

const struct command *const commands[] = {&cmd_init, &cmd_add, &cmd_import, &cmd_export,
	&cmd_sources, &cmd_config, &cmd_run, &cmd_fetch, &cmd_write, &cmd_publish, &cmd_list,
	&cmd_queue, &cmd_show, &cmd_approve, &cmd_reject, &cmd_withdraw, &cmd_correct, &cmd_feed,
	&cmd_page, &cmd_story, &cmd_brief, &cmd_check, &cmd_verify, &cmd_archive, &cmd_serve,
	&cmd_doctor, &cmd_rights, NULL};

int cli_fail(const struct command *command, const struct err *err)
{
	(void)fprintf(stderr, "wireproof %s: %s\n", command->name, err->msg);
	switch (err->kind) {
	case ERR_CONFIG:
		return CLI_USAGE;
	case ERR_STORE:
		return CLI_STORE;
	default:
		return CLI_SOME;
	}
}

int cli_usage(const struct command *command, const char *format, ...)
{
	va_list args;
	(void)fprintf(stderr, "wireproof %s: ", command->name);
	va_start(args, format);
	(void)vfprintf(stderr, format, args);
	va_end(args);
	(void)fprintf(stderr, "; see `wireproof %s --help`\n", command->name);
	return CLI_USAGE;
}

int cli_bad_option(const struct command *command, char **argv)
{
	const char *given = argv[optind - 1];
	bool lacks_value = optopt != 0 && strncmp(given, "--", 2) == 0;
	return cli_usage(command, lacks_value ? "%s wants a value" : "no option %s", given);
}

bool cli_read_line(FILE *stream, struct buf *b, struct err *err)
{
	buf_clear(b);
	*err = (struct err){0};
	char piece[4096];
	size_t n = 0;
	int c;
	while ((c = getc_unlocked(stream)) != EOF && c != '\n') {
		piece[n++] = (char)c;
		if (n == sizeof(piece)) {
			buf_add(b, (struct str){piece, n});
			n = 0;
		}
	}
	buf_add(b, (struct str){piece, n});
	if (b->is_over)
		return err_set(err, ERR_LIMIT, "a line of over %zu bytes", b->max);
	return c != EOF || b->n > 0;
}

bool cli_write_line(const struct buf *b)
{
	struct str s = buf_str(b);
	return fwrite(s.p ? s.p : "", 1, s.n, stdout) == s.n && putchar('\n') != EOF &&
		fflush(stdout) == 0;
}

static void print_help(FILE *to)
{
	(void)fprintf(to, "usage: wireproof [-C DIR] [--now TIME] [-v] [-q] COMMAND ...\n\n");
	for (const struct command *const *c = commands; *c; c++)
		(void)fprintf(to, "  %-10s %s\n", (*c)->name, (*c)->summary);
}

static void print_command_help(const struct command *c)
{
	printf("usage: wireproof %s%s%s\n\n%s\n", c->name, c->args[0] ? " " : "", c->args, c->help);
}

/* Refuses what no command takes: bytes that are no text, and options where the usage has none. */
static bool check_arguments(const struct command *c, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!text_is_utf8(str_c(argv[i]))) {
			(void)cli_usage(c, "argument %d is not UTF-8", i);
			return false;
		}
	if (argc > 1 && argv[1][0] == '-' && argv[1][1] != '\0' && !strstr(c->args, "--")) {
		(void)cli_usage(c, "no option %s", argv[1]);
		return false;
	}
	return true;
}

static int run_command(struct cli *cli, int argc, char **argv)
{
	for (const struct command *const *c = commands; *c; c++) {
		if (strcmp((*c)->name, argv[0]) != 0)
			continue;
		for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
			if (strcmp(argv[i], "--help") == 0) {
				print_command_help(*c);
				return CLI_OK;
			}
		if (!check_arguments(*c, argc, argv))
			return CLI_USAGE;
		optind = 0; /* glibc: start over, for the command's own options */
		opterr = 0; /* cli_bad_option says it */
		return (*c)->run(cli, argc, argv);
	}
	(void)fprintf(stderr, "wireproof: no command \"%s\"; see `wireproof --help`\n", argv[0]);
	return CLI_USAGE;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"now", required_argument, NULL, 'n'},
		{"help", no_argument, NULL, 'h'},
		{"version", no_argument, NULL, 'V'},
		{0},
	};
	/* A closed pipe and a file over its limit come back as errors, which are reported. */
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	struct cli cli = {.dir = ".", .log = {.level = LOG_WARN, .program = "wireproof"}};
	cli.now = (struct when){.utc_s = clock_now()};
	int c;
	while ((c = getopt_long(argc, argv, "+C:vqhV", options, NULL)) != -1) {
		switch (c) {
		case 'C':
			cli.dir = optarg;
			break;
		case 'v':
			cli.log.level = cli.log.level < LOG_DEBUG ? cli.log.level + 1 : LOG_DEBUG;
			break;
		case 'q':
			cli.is_quiet = true;
			cli.log.level = LOG_ERROR;
			break;
		case 'n':
			if (!when_parse_rfc3339(str_c(optarg), &cli.now)) {
				(void)fprintf(stderr,
					"wireproof: --now wants a time such as 2025-05-27T12:00:00Z, not \"%s\"\n",
					optarg);
				return CLI_USAGE;
			}
			cli.has_fixed_now = true;
			break;
		case 'h':
			print_help(stdout);
			return CLI_OK;
		case 'V':
			printf("wireproof %s\n", WIREPROOF_VERSION);
			return CLI_OK;
		default:
			print_help(stderr);
			return CLI_USAGE;
		}
	}
	if (optind == argc) {
		print_help(stderr);
		return CLI_USAGE;
	}
	return run_command(&cli, argc - optind, argv + optind);
}
