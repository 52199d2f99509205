/* cli: the commands, one file each. A file cmd_NAME.c defines `const struct command cmd_NAME`;
 * main.c lists them. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "desk/desk.h"

enum exit_code {
	CLI_OK = 0,
	CLI_SOME = 1,  /* some items failed, the rest went on */
	CLI_USAGE = 2, /* usage or configuration */
	CLI_STORE = 3, /* the store or the disk */
};

/* The global flags. */
struct cli {
	const char *dir;    /* -C DIR, the desk; "." */
	struct when now;    /* --now TIME, or the clock */
	bool has_fixed_now; /* --now was given */
	bool is_quiet;      /* -q */
	struct log log;     /* level by -v */
};

struct command {
	const char *name;
	const char *args;    /* "URL...", for the usage line */
	const char *summary; /* one line for `wireproof --help` */
	const char
		*help; /* the text of `wireproof NAME --help`, after the usage line; options one a line */
	int (*run)(struct cli *cli, int argc,
		char **argv); /* argv[0] is the command's name; an enum exit_code */
};
extern const struct command *const commands[]; /* ends with NULL */

/* Prints "wireproof NAME: MESSAGE" to standard error and gives the exit code of the error's kind.
 */
int cli_fail(const struct command *command, const struct err *err);
/* The same for wrong usage, with a hint at --help; CLI_USAGE. */
int cli_usage(const struct command *command, const char *format, ...) PRINTF_LIKE(2, 3);
/* The same for what getopt_long has just refused. */
int cli_bad_option(const struct command *command, char **argv);

/* ---- For the commands of a desk (common.c) ---- */

/* Opens the desk of -C DIR; on failure *code says how to exit. The desk stops after the step at
 * hand on SIGINT and SIGTERM, and shows progress when standard error is a terminal. */
bool cli_open_desk(const struct cli *cli, const struct command *command, bool takes_lock,
	struct desk *d, int *code);
/* Closes the desk and gives the exit code: `ok` false with err, or failures counted, or none. */
int cli_close_desk(const struct command *command, struct desk *d, bool ok, const struct err *err);
/* Tells what was done, on a terminal. */
void cli_tell(const struct cli *cli, const struct desk *d);
bool cli_is_stopped(void);
void cli_wait(int64_t seconds); /* or until a signal asks to stop */

/* The width for "%-*.*s" that gives a text so many columns: printf counts bytes. */
int cli_width(struct str s, int columns);
/* A moment for tables: "2025-05-27 12:41". */
struct str cli_moment(struct arena *a, struct when when);
/* "12, 14" or several arguments to numbers; false when one is none. */
bool cli_numbers(struct arena *a, struct str list, size_t **numbers, size_t *count);

/* Reads the next line of a stream into b (cleared first), without its line end, at most
 * LIMIT_JSON_LINE bytes. False at the end or over the limit (then err says so; its kind is ERR_NONE
 * at the end). */
bool cli_read_line(FILE *stream, struct buf *b, struct err *err);
/* Writes a buffer and a line end to standard output; false when that fails (a closed pipe, a full
 * disk). */
bool cli_write_line(const struct buf *b);

/* The loop of a filter: each line of standard input that is not blank goes to `answer`, which puts
 * one line into out; a line that can't be answered is named by its number on standard error and the
 * rest goes on. Gives the exit code. */
int cli_filter_lines(const struct command *command,
	bool (*answer)(
		struct arena *a, struct str line, const void *context, struct buf *out, struct err *err),
	const void *context);

#endif
