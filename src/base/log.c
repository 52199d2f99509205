#define BASE_INTERNAL
#include "base/base.h"

#include <stdarg.h>

void log_line(const struct log *log, enum log_level level, const char *format, ...)
{
	static const char *const names[] = {"error", "warn", "info", "debug"};
	if (!log || level > log->level)
		return;
	struct buf line = BUF(LIMIT_HEADER);
	char text[4096];
	va_list args;
	va_start(args, format);
	(void)vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	buf_addf(&line, "%s: level=%s ", log->program ? log->program : "wireproof", names[level]);
	/* A stranger's text must not forge a second line. */
	for (const char *c = text; *c; c++)
		buf_add_char(&line, (unsigned char)*c < ' ' ? ' ' : *c);
	buf_add_char(&line, '\n');
	(void)fwrite(line.p, 1, line.n, stderr);
	buf_free(&line);
}
