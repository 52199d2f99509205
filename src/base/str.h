/* struct str: borrowed bytes with a length. Passed by value; may hold any bytes; {NULL, 0} is the
 * empty string. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/err.h"

struct arena;

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_CONST(literal) \
	{ \
		"" literal, sizeof(literal) - 1 \
	} /* for initialisers of const tables */
#define STR_ARG(s) (int)((s).n > 0x7fffffff ? 0x7fffffff : (s).n), ((s).p ? (s).p : "")

/* A part of a text, in bytes. */
struct span {
	size_t start, length;
};

/* What runs for every character or word is inline. */

static inline struct str str_c(const char *c_string) /* NULL gives the empty string */
{
	return c_string ? (struct str){c_string, strlen(c_string)} : (struct str){0};
}

static inline struct str str_from(struct str s, size_t start) /* from start (clamped) to the end */
{
	if (start >= s.n)
		return (struct str){s.p ? s.p + s.n : NULL, 0};
	return (struct str){s.p + start, s.n - start};
}

static inline struct str str_sub(struct str s, size_t start, size_t length) /* clamped */
{
	struct str rest = str_from(s, start);
	if (rest.n > length)
		rest.n = length;
	return rest;
}

static inline struct str span_text(struct str text, struct span span) /* clamped to the text */
{
	return str_sub(text, span.start, span.length);
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_from(s, s.n - suffix.n), suffix);
}

/* ASCII. */
static inline char char_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool char_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool char_is_alpha(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* UTF-8 walking on text that is already valid (text_decode is the only door). */
static inline size_t utf8_length(
	unsigned char lead) /* bytes of the character that begins so; at least 1 */
{
	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t utf8_decode_long(struct str s, size_t at, uint32_t *point); /* of a byte beyond ASCII */

/* Bytes read, 0 at the end; U+FFFD for a bad byte. */
static inline size_t utf8_decode(struct str s, size_t at, uint32_t *point)
{
	if (at >= s.n)
		return 0;
	if ((unsigned char)s.p[at] >= 0x80)
		return utf8_decode_long(s, at, point);
	*point = (unsigned char)s.p[at];
	return 1;
}

struct str str_dup(struct arena *a, struct str s); /* the copy is NUL-terminated too */
char *str_to_c(struct arena *a, struct str s);
struct str str_format(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);
struct str str_join(struct arena *a, const struct str *parts, size_t count, struct str between);

bool str_eq_nocase(struct str a, struct str b); /* ASCII letters only; text_fold is for words */
int str_cmp(struct str a, struct str b);        /* by bytes: for stable orders */
bool str_starts_nocase(struct str s, struct str prefix);
#define STR_NONE ((size_t)-1)
size_t str_find(struct str s, struct str needle, size_t from); /* offset or STR_NONE */
size_t str_find_nocase(struct str s, struct str needle, size_t from);
size_t str_find_char(struct str s, char c, size_t from);
size_t str_rfind_char(struct str s, char c);
struct str str_trim(struct str s);                   /* without ASCII white space at both ends */
struct str str_lower(struct arena *a, struct str s); /* ASCII only */
struct str str_replace(struct arena *a, struct str s, struct str from, struct str to);

/* Takes the part before the first separator off *rest and returns it; at the end *rest becomes
 * {NULL, 0}. Loop: `while (rest.p) { struct str line = str_cut(&rest, '\n'); ... }` */
struct str str_cut(struct str *rest, char separator);

bool str_to_i64(struct str s,
	int64_t *value); /* the whole string, decimal, with sign; false when it is anything else */
bool str_to_f64(struct str s, double *value);

size_t utf8_encode(uint32_t point, char out[4]);
size_t utf8_count(struct str s);                 /* code points */
size_t utf8_offset(struct str s, size_t points); /* byte offset of the code point with this index */
struct str utf8_cut(struct str s, size_t bytes); /* at most so many bytes, never half a character */

#endif
