#define BASE_INTERNAL
#include "base/base.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <unistd.h>

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){.max = b->max};
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->is_over = false;
	if (b->p)
		b->p[0] = '\0';
}

/* Makes room for n more bytes and the NUL; false when that passes the ceiling. */
static bool reserve(struct buf *b, size_t n)
{
	if (b->is_over || n > b->max || b->n > b->max - n) {
		b->is_over = true;
		return false;
	}
	size_t need = b->n + n + 1;
	if (need <= b->capacity)
		return true;
	size_t capacity = b->capacity ? b->capacity : 64;
	while (capacity < need)
		capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
	char *p = realloc(b->p, capacity);
	if (!p) {
		(void)fprintf(stderr, "wireproof: out of memory asking for %zu bytes\n", capacity);
		abort();
	}
	b->p = p;
	b->capacity = capacity;
	return true;
}

void buf_add(struct buf *b, struct str s)
{
	if (s.n == 0 || !reserve(b, s.n))
		return;
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void buf_add_c(struct buf *b, const char *c_string)
{
	buf_add(b, str_c(c_string));
}

void buf_add_char(struct buf *b, char c)
{
	if (b->n + 2 > b->capacity && !reserve(b, 1))
		return;
	if (b->is_over || b->n >= b->max) {
		b->is_over = true;
		return;
	}
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_addf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	BUG_ON(n < 0);
	if (reserve(b, (size_t)n)) {
		(void)vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

#define BLOCK 32

/* Without a branch inside, so that compilers look at many bytes at once. */
static bool needs_escape(const char *p)
{
	unsigned found = 0;
	for (size_t i = 0; i < BLOCK; i++)
		found |= (unsigned)((p[i] == '&') | (p[i] == '<') | (p[i] == '>') | (p[i] == '"') |
			(p[i] == '\''));
	return found;
}

void buf_add_escaped(struct buf *b, struct str s)
{
	size_t start = 0, looked = 0;
	for (size_t i = 0; i < s.n; i++) {
		while (i >= looked && i + BLOCK <= s.n && !needs_escape(s.p + i))
			i += BLOCK;
		looked = i >= looked ? i + BLOCK : looked;
		if (i >= s.n)
			break;
		const char *as = NULL;
		switch (s.p[i]) {
		case '&':
			as = "&amp;";
			break;
		case '<':
			as = "&lt;";
			break;
		case '>':
			as = "&gt;";
			break;
		case '"':
			as = "&quot;";
			break;
		case '\'':
			as = "&#39;";
			break;
		default:
			continue;
		}
		buf_add(b, str_sub(s, start, i - start));
		buf_add_c(b, as);
		start = i + 1;
	}
	buf_add(b, str_from(s, start));
}

struct str buf_str(const struct buf *b)
{
	return (struct str){b->p, b->n};
}

bool buf_check(const struct buf *b, struct err *err)
{
	if (b->is_over)
		return err_set(err, ERR_LIMIT, "over the ceiling of %zu bytes", b->max);
	return true;
}

bool buf_read_stream(struct buf *b, void *file, struct err *err)
{
	char chunk[1 << 16];
	size_t n;
	while ((n = fread(chunk, 1, sizeof(chunk), file)) > 0) {
		buf_add(b, (struct str){chunk, n});
		if (b->is_over)
			return buf_check(b, err);
	}
	if (ferror((FILE *)file))
		return err_set(err, ERR_INPUT, "reading failed: %s", strerror(errno));
	return true;
}

bool buf_read_file(struct buf *b, const char *path, struct err *err)
{
	FILE *file = fopen(path, "rbe");
	if (!file)
		return err_set(err, ERR_INPUT, "can't open %s: %s", path, strerror(errno));
	bool ok = buf_read_stream(b, file, err);
	(void)fclose(file);
	return ok || err_wrap(err, "%s", path);
}

static bool write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

bool file_write(const char *path, struct str bytes, struct err *err)
{
	struct arena scratch = {0};
	const char *beside = str_format(&scratch, "%s.new", path).p;
	bool ok = false;
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (fd < 0) {
		err_set(err, ERR_STORE, "can't write %s: %s", path, strerror(errno));
		goto out;
	}
	ok = write_all(fd, bytes) && fsync(fd) == 0;
	int why = errno;
	if (close(fd) != 0 && ok) {
		ok = false;
		why = errno;
	}
	if (ok && rename(beside, path) != 0) {
		ok = false;
		why = errno;
	}
	if (!ok) {
		(void)unlink(beside);
		err_set(err, ERR_STORE, "can't write %s: %s", path, strerror(why));
	}
out:
	arena_free(&scratch);
	return ok;
}
