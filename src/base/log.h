/* The log: logfmt lines on standard error, for the desk and the commands. Pure stages do not log;
 * they return findings. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/err.h"

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG };

struct log {
	enum log_level level; /* lines above it are dropped */
	const char *program;  /* begins each line */
};

/* "event key=value ..." in format; values with blanks in double quotes. */
void log_line(const struct log *log, enum log_level level, const char *format, ...)
	PRINTF_LIKE(3, 4);
#define LOG_E(log, ...) log_line((log), LOG_ERROR, __VA_ARGS__)
#define LOG_W(log, ...) log_line((log), LOG_WARN, __VA_ARGS__)
#define LOG_I(log, ...) log_line((log), LOG_INFO, __VA_ARGS__)
#define LOG_D(log, ...) log_line((log), LOG_DEBUG, __VA_ARGS__)

#endif
