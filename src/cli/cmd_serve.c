#include "cli/cli.h"
#include "web/web.h"

#include <getopt.h>

extern const struct command cmd_serve;

/* The address goes where a script finds it: standard output, or a file that is whole once it is
 * there. */
static bool tell_port(int port, const char *address, const char *file, struct err *err)
{
	char line[32];
	if (strchr(address, ':'))
		printf("http://[%s]:%d/\n", address, port);
	else
		printf("http://%s:%d/\n", address, port);
	if (fflush(stdout) != 0)
		return err_set(err, ERR_STORE, "can't write to standard output");
	(void)snprintf(line, sizeof(line), "%d\n", port);
	return !file || file_write(file, str_c(line), err);
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"port", required_argument, NULL, 'p'},
		{"address", required_argument, NULL, 'a'}, {"port-file", required_argument, NULL, 'f'},
		{0}};
	struct web_options how = {.address = "127.0.0.1", .port = 8080};
	const char *port_file = NULL;
	struct web *web = NULL;
	struct desk d;
	struct err err = {0};
	int64_t port = how.port;
	int c, code;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'a')
			how.address = optarg;
		else if (c == 'f')
			port_file = optarg;
		else if (c != 'p')
			return cli_bad_option(&cmd_serve, argv);
		else if (!str_to_i64(str_c(optarg), &port) || port < 0 || port > 65535)
			return cli_usage(&cmd_serve, "--port wants a number up to 65535, not \"%s\"", optarg);
	}
	if (optind < argc)
		return cli_usage(&cmd_serve, "unexpected argument \"%s\"", argv[optind]);
	if (!cli_open_desk(cli, &cmd_serve, false, &d, &code))
		return code;
	how.port = (int)port;
	how.folder = desk_site_folder(&d);
	bool ok = web_start(&how, &web, &err);
	if (ok) {
		ok = tell_port(web_port(web), how.address, port_file, &err);
		while (ok && !cli_is_stopped())
			cli_wait(3600);
		web_stop(web);
	}
	return cli_close_desk(&cmd_serve, &d, ok, &err);
}

const struct command cmd_serve = {
	.name = "serve",
	.args = "[--address ADDR] [--port N]",
	.summary = "show the site in a browser",
	.help = "Serves the published site over HTTP until it is stopped, and prints its address.\n"
			"\n"
			"  --address ADDR    where to listen: 127.0.0.1 unless given\n"
			"  --port N          8080 unless given; 0: any free one\n"
			"  --port-file FILE  the port goes there once it listens\n"
			"\n"
			"For the public put nginx or another server with TLS in front of it, or let that serve "
			"the\n"
			"folder itself: docs/serving.md.",
	.run = run,
};
