#include "cli/cli.h"

extern const struct command cmd_config;

static int show_all(const struct conf *conf)
{
	struct arena a = {0};
	for (const struct conf_option *o = conf_options; o->key; o++)
		printf("%-24s %-28.*s %s\n", o->key, STR_ARG(conf_value(&a, conf, o)), o->help);
	arena_free(&a);
	return CLI_OK;
}

/* The table itself, with its fallbacks: what the man page is made from. */
static int show_table(void)
{
	for (const struct conf_option *o = conf_options; o->key; o++)
		printf("%s\t%s\t%s\n", o->key, o->fallback, o->help);
	return CLI_OK;
}

static bool set_value(
	struct arena *a, const char *path, struct str key, struct str value, struct err *err)
{
	struct buf text = BUF(LIMIT_CONF);
	struct str edited;
	bool ok = buf_read_file(&text, path, err) &&
		conf_edit(a, buf_str(&text), key, value, &edited, err) && file_write(path, edited, err);
	buf_free(&text);
	return ok;
}

static int run(struct cli *cli, int argc, char **argv)
{
	struct arena a = {0};
	struct conf conf;
	struct err err = {0};
	const char *path = str_format(&a, "%s/wireproof.conf", cli->dir).p;
	int code = CLI_OK;
	if (argc == 2 && strcmp(argv[1], "--table") == 0) {
		code = show_table();
	} else if (argc > 3) {
		code = cli_usage(&cmd_config, "a value with blanks goes into quotation marks");
	} else if (argc == 3) {
		if (!set_value(&a, path, str_c(argv[1]), str_c(argv[2]), &err)) {
			code = cli_fail(&cmd_config, &err);
			code = code == CLI_STORE ? code : CLI_USAGE;
		}
	} else if (!conf_load(&a, path, &conf, &err)) {
		code = cli_fail(&cmd_config, &err);
	} else if (argc == 1) {
		code = show_all(&conf);
	} else {
		const struct conf_option *option = conf_find(str_c(argv[1]), &err);
		if (option)
			printf("%.*s\n", STR_ARG(conf_value(&a, &conf, option)));
		else
			code = cli_fail(&cmd_config, &err);
	}
	arena_free(&a);
	return code;
}

const struct command cmd_config = {"config", "[KEY [VALUE]] | --table", "read and set options",
	"Without arguments: every option, its value and what it means. With a key: its value. With a "
	"value: sets it in\n"
	"wireproof.conf, whose comments stay. A list is one argument, its items separated by blanks.\n"
	"WIREPROOF_SECTION_KEY in the environment overrides the file.\n\n"
	"  --table   every option, its default and its meaning, for programs",
	run};
