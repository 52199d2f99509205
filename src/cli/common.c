#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

static volatile int stop_asked;

static void on_signal(int number)
{
	(void)number;
	stop_asked = 1;
}

static void listen_to_signals(void)
{
	struct sigaction action = {.sa_handler = on_signal};
	(void)sigemptyset(&action.sa_mask);
	(void)sigaction(SIGINT, &action, NULL);
	(void)sigaction(SIGTERM, &action, NULL);
}

static void show_progress(const char *stage, size_t done, size_t total)
{
	(void)fprintf(stderr, "\r\033[K%s %zu/%zu%s", stage, done, total, done == total ? "\n" : "");
}

bool cli_open_desk(const struct cli *cli, const struct command *command, bool takes_lock,
	struct desk *d, int *code)
{
	struct err err = {0};
	if (!desk_open(d, cli->dir, takes_lock, cli->now, &cli->log, &err)) {
		*code = cli_fail(command, &err);
		return false;
	}
	listen_to_signals();
	d->stop = &stop_asked;
	d->progress = !cli->is_quiet && isatty(STDERR_FILENO) ? show_progress : NULL;
	*code = CLI_OK;
	return true;
}

int cli_close_desk(const struct command *command, struct desk *d, bool ok, const struct err *err)
{
	int code = CLI_OK;
	if (!ok)
		code = cli_fail(command, err);
	else if (desk_had_failures(&d->counts))
		code = CLI_SOME;
	desk_close(d);
	return code;
}

void cli_tell(const struct cli *cli, const struct desk *d)
{
	const struct desk_counts *c = &d->counts;
	if (cli->is_quiet || !isatty(STDERR_FILENO))
		return;
	(void)fprintf(stderr,
		"%zu feeds (%zu unchanged, %zu failed), %zu pages (%zu failed), %zu new or changed "
		"reports, %zu new stories\n"
		"%zu drafts: %zu published, %zu updated, %zu held, %zu waiting, %zu without enough text\n"
		"site: %zu files written, %zu unchanged, %zu removed\n",
		c->feeds, c->feeds_unchanged, c->feeds_failed, c->pages, c->pages_failed, c->reports,
		c->stories, c->drafts, c->published, c->updated, c->held, c->waiting, c->failed,
		c->files.written, c->files.unchanged, c->files.removed);
	if (c->held)
		(void)fprintf(stderr, "`wireproof queue` shows what is held, and why\n");
}

bool cli_is_stopped(void)
{
	return stop_asked != 0;
}

void cli_wait(int64_t seconds)
{
	struct timespec rest = {.tv_sec = seconds};
	while (!stop_asked && nanosleep(&rest, &rest) != 0 && errno == EINTR)
		;
}

int cli_width(struct str s, int columns)
{
	return columns + (int)(s.n - utf8_count(s));
}

struct str cli_moment(struct arena *a, struct when when)
{
	if (!when_is_known(when))
		return STR("-");
	struct civil c = when_civil(when);
	return str_format(a, "%04d-%02d-%02d %02d:%02d", c.year, c.month, c.day, c.hour, c.minute);
}

bool cli_numbers(struct arena *a, struct str list, size_t **numbers, size_t *count)
{
	struct {
		size_t *items;
		size_t n, capacity;
	} found = {*numbers, *count, *count};
	while (list.p) {
		int64_t number;
		struct str word = str_trim(str_cut(&list, ','));
		if (!str_to_i64(word, &number) || number < 0)
			return false;
		*VEC_ADD(a, &found) = (size_t)number;
	}
	*numbers = found.items;
	*count = found.n;
	return true;
}

int cli_filter_lines(const struct command *command,
	bool (*answer)(
		struct arena *a, struct str line, const void *context, struct buf *out, struct err *err),
	const void *context)
{
	int code = CLI_OK;
	struct err err = {0};
	struct arena a = {0};
	struct buf line = BUF(LIMIT_JSON_LINE), out = BUF(LIMIT_OUTPUT);
	for (size_t number = 1; cli_read_line(stdin, &line, &err); number++) {
		if (str_trim(buf_str(&line)).n == 0)
			continue;
		buf_clear(&out);
		if (!answer(&a, buf_str(&line), context, &out, &err)) {
			err_wrap(&err, "line %zu", number);
			code = cli_fail(command, &err);
		} else if (!cli_write_line(&out)) {
			code = CLI_STORE;
			break;
		}
		arena_reset(&a);
	}
	if (err.kind != ERR_NONE && code != CLI_STORE)
		code = cli_fail(command, &err);
	arena_free(&a);
	buf_free(&line);
	buf_free(&out);
	return code;
}
