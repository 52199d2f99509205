#define BASE_INTERNAL
#include "base/base.h"

#include <stdarg.h>

/* Takes away a character that vsnprintf cut in the middle. */
static void cut_at_character(char *msg, size_t size)
{
	size_t n = strlen(msg);
	if (n + 1 < size)
		return;
	size_t start = n;
	while (start > 0 && ((unsigned char)msg[start - 1] & 0xC0) == 0x80)
		start--;
	if (start > 0 && (unsigned char)msg[start - 1] >= 0xC0) {
		unsigned char lead = (unsigned char)msg[start - 1];
		size_t want = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
		if (n - start < want)
			msg[start - 1] = '\0';
	}
}

void err_fill(struct err *err, enum err_kind kind, const char *format, ...)
{
	if (!err)
		return;
	va_list args;
	va_start(args, format);
	err->kind = kind;
	(void)vsnprintf(err->msg, sizeof(err->msg), format, args);
	va_end(args);
	cut_at_character(err->msg, sizeof(err->msg));
}

void err_prefix(struct err *err, const char *format, ...)
{
	if (!err)
		return;
	char context[sizeof(err->msg)];
	char joined[2 * sizeof(err->msg) + 3];
	va_list args;
	va_start(args, format);
	(void)vsnprintf(context, sizeof(context), format, args);
	va_end(args);
	(void)snprintf(joined, sizeof(joined), "%s: %s", context, err->msg);
	(void)snprintf(err->msg, sizeof(err->msg), "%.*s", (int)sizeof(err->msg) - 1, joined);
	cut_at_character(err->msg, sizeof(err->msg));
}

void err_bug(const char *file, int line, const char *condition)
{
	(void)fprintf(stderr, "wireproof: bug at %s:%d: %s\n", file, line, condition);
	abort();
}
