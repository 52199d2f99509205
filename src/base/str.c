#define BASE_INTERNAL
#include "base/base.h"

#include <errno.h>
#include <stdarg.h>

struct str str_dup(struct arena *a, struct str s)
{
	return (struct str){arena_cstr(a, s.p, s.n), s.n};
}

char *str_to_c(struct arena *a, struct str s)
{
	return arena_cstr(a, s.p, s.n);
}

struct str str_format(struct arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	BUG_ON(n < 0);
	char *p = arena_alloc(a, (size_t)n + 1);
	va_start(args, format);
	(void)vsnprintf(p, (size_t)n + 1, format, args);
	va_end(args);
	return (struct str){p, (size_t)n};
}

struct str str_join(struct arena *a, const struct str *parts, size_t count, struct str between)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += parts[i].n + (i ? between.n : 0);
	char *p = arena_alloc(a, n + 1), *end = p;
	for (size_t i = 0; i < count; i++) {
		if (i && between.n)
			end = (char *)memcpy(end, between.p, between.n) + between.n;
		if (parts[i].n)
			end = (char *)memcpy(end, parts[i].p, parts[i].n) + parts[i].n;
	}
	*end = '\0';
	return (struct str){p, n};
}

bool str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && str_starts_nocase(a, b);
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_starts_nocase(struct str s, struct str prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (char_lower(s.p[i]) != char_lower(prefix.p[i]))
			return false;
	return true;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	const char *hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : STR_NONE;
}

size_t str_find_nocase(struct str s, struct str needle, size_t from)
{
	if (needle.n == 0)
		return from <= s.n ? from : STR_NONE;
	char first = char_lower(needle.p[0]);
	for (; from + needle.n <= s.n; from++)
		if (char_lower(s.p[from]) == first && str_starts_nocase(str_from(s, from), needle))
			return from;
	return STR_NONE;
}

size_t str_find_char(struct str s, char c, size_t from)
{
	if (from >= s.n)
		return STR_NONE;
	const char *hit = memchr(s.p + from, c, s.n - from);
	return hit ? (size_t)(hit - s.p) : STR_NONE;
}

size_t str_rfind_char(struct str s, char c)
{
	for (size_t i = s.n; i > 0; i--)
		if (s.p[i - 1] == c)
			return i - 1;
	return STR_NONE;
}

struct str str_trim(struct str s)
{
	while (s.n && char_is_space(s.p[0]))
		s = str_from(s, 1);
	while (s.n && char_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_lower(struct arena *a, struct str s)
{
	char *p = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		p[i] = char_lower(p[i]);
	return (struct str){p, s.n};
}

struct str str_replace(struct arena *a, struct str s, struct str from, struct str to)
{
	BUG_ON(from.n == 0);
	size_t count = 0;
	for (size_t at = str_find(s, from, 0); at != STR_NONE; at = str_find(s, from, at + from.n))
		count++;
	if (count == 0)
		return s;
	size_t n = s.n - count * from.n + count * to.n, start = 0;
	char *p = arena_alloc(a, n + 1), *end = p;
	for (size_t at = str_find(s, from, 0); at != STR_NONE; at = str_find(s, from, start)) {
		end = (char *)memcpy(end, s.p + start, at - start) + (at - start);
		if (to.n)
			end = (char *)memcpy(end, to.p, to.n) + to.n;
		start = at + from.n;
	}
	if (s.n > start)
		end = (char *)memcpy(end, s.p + start, s.n - start) + (s.n - start);
	*end = '\0';
	return (struct str){p, n};
}

struct str str_cut(struct str *rest, char separator)
{
	size_t at = str_find_char(*rest, separator, 0);
	struct str part = *rest;
	if (at == STR_NONE) {
		*rest = (struct str){0};
		return part;
	}
	part.n = at;
	*rest = str_from(*rest, at + 1);
	return part;
}

bool str_to_i64(struct str s, int64_t *value)
{
	bool is_negative = s.n && s.p[0] == '-';
	size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+') ? 1 : 0;
	if (i == s.n)
		return false;
	int64_t v = 0;
	for (; i < s.n; i++) {
		if (!char_is_digit(s.p[i]))
			return false;
		int digit = s.p[i] - '0';
		if (__builtin_mul_overflow(v, 10, &v) ||
			(is_negative ? __builtin_sub_overflow(v, digit, &v)
						 : __builtin_add_overflow(v, digit, &v)))
			return false;
	}
	*value = v;
	return true;
}

bool str_to_f64(struct str s, double *value)
{
	char copy[64], *end;
	if (s.n == 0 || s.n >= sizeof(copy) || char_is_space(s.p[0]))
		return false;
	memcpy(copy, s.p, s.n);
	copy[s.n] = '\0';
	errno = 0;
	*value = strtod(copy, &end);
	return errno == 0 && end == copy + s.n;
}

size_t utf8_decode_long(struct str s, size_t at, uint32_t *point)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t n = utf8_length(p[0]);
	*point = 0xFFFD;
	if (n == 1 || at + n > s.n)
		return 1;
	uint32_t v = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 1;
		v = v << 6 | (p[i] & 0x3Fu);
	}
	*point = v;
	return n;
}

size_t utf8_encode(uint32_t point, char out[4])
{
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	size_t n = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = n - 1; i > 0; i--, point >>= 6)
		out[i] = (char)(0x80 | (point & 0x3F));
	out[0] = (char)(lead[n] | point);
	return n;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.n; i++)
		count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return count;
}

size_t utf8_offset(struct str s, size_t points)
{
	size_t at = 0;
	while (points > 0 && at < s.n) {
		at += utf8_length((unsigned char)s.p[at]);
		points--;
	}
	return at < s.n ? at : s.n;
}

struct str utf8_cut(struct str s, size_t bytes)
{
	if (s.n <= bytes)
		return s;
	while (bytes > 0 && ((unsigned char)s.p[bytes] & 0xC0) == 0x80)
		bytes--;
	return (struct str){s.p, bytes};
}
