/* struct buf: bytes that grow, up to a ceiling given at birth. Going over the ceiling (or failing
 * to write) is remembered: later additions do nothing, and buf_check reports it once, so that code
 * that renders reads as one straight line. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf {
	char *p; /* NUL-terminated once anything was added */
	size_t n, capacity, max;
	bool is_over; /* an addition did not fit */
};

/* `struct buf b = BUF(LIMIT_BODY);` begins one; buf_free ends it. */
#define BUF(ceiling) ((struct buf){.max = (ceiling)})
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */

void buf_add(struct buf *b, struct str s);
void buf_add_c(struct buf *b, const char *c_string);
void buf_add_char(struct buf *b, char c);
void buf_addf(struct buf *b, const char *format, ...) PRINTF_LIKE(2, 3);
void buf_add_escaped(struct buf *b, struct str s); /* & < > " ' as HTML and XML want them */

struct str buf_str(const struct buf *b); /* borrowed: valid until the next addition */
MUST_CHECK bool buf_check(const struct buf *b, struct err *err);

/* Reads a stream or a file to its end; ERR_LIMIT over the ceiling, ERR_INPUT when it can't be read.
 */
MUST_CHECK bool buf_read_stream(struct buf *b, void *file, struct err *err);
MUST_CHECK bool buf_read_file(struct buf *b, const char *path, struct err *err);

/* Writes a file whole or not at all: beside it, flushed to the disk, renamed over it. ERR_STORE on
 * failure. */
MUST_CHECK bool file_write(const char *path, struct str bytes, struct err *err);

#endif
