#define BASE_INTERNAL
#include "base/base.h"

#include <errno.h>

/* A reader without recursion: values that are done wait in one row until their container closes. */

#define DEPTH_LIMIT 512
#define FEW_MEMBERS 16 /* of an object: so many are compared without a map */

struct frame {
	struct jv container;
	size_t first; /* of its items among those that are done */
};

struct parser {
	struct arena *a;
	struct str text;
	size_t at;
	struct str key; /* of the value that comes next */
	struct {
		struct jv *items;
		size_t n, capacity;
	} done;
	struct frame frames[DEPTH_LIMIT + 1];
	size_t depth;
	struct err *err;
};

static bool fail(const struct parser *p, const char *why)
{
	struct str before = str_sub(p->text, 0, p->at);
	size_t line = 1, start = 0;
	for (size_t i = 0; i < before.n; i++)
		if (before.p[i] == '\n') {
			line++;
			start = i + 1;
		}
	return err_set(p->err, ERR_INPUT, "bad JSON at line %zu, column %zu: %s", line,
		utf8_count(str_from(before, start)) + 1, why);
}

static char peek(const struct parser *p)
{
	return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

static void skip_blank(struct parser *p)
{
	while (p->at < p->text.n && strchr(" \t\n\r", p->text.p[p->at]) && p->text.p[p->at])
		p->at++;
}

static bool is_continuation(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* The bytes of the well-formed character at `at` (Unicode, table 3-7); 0 when there is none. */
static size_t well_formed(struct str s, size_t at)
{
	const unsigned char *c = (const unsigned char *)s.p + at;
	size_t n = c[0] < 0xC2 ? 0 : c[0] < 0xE0 ? 2 : c[0] < 0xF0 ? 3 : c[0] < 0xF5 ? 4 : 0;
	if (n == 0 || n > s.n - at)
		return 0;
	for (size_t i = 1; i < n; i++)
		if (!is_continuation(c[i]))
			return 0;
	bool is_bad = (c[0] == 0xE0 && c[1] < 0xA0) || (c[0] == 0xED && c[1] > 0x9F) ||
		(c[0] == 0xF0 && c[1] < 0x90) || (c[0] == 0xF4 && c[1] > 0x8F);
	return is_bad ? 0 : n;
}

/* Four hexadecimal digits at `at`; above 0xFFFF when they are none. */
static uint32_t hex_at(struct str s, size_t at)
{
	uint32_t v = 0;
	for (size_t i = at; i < at + 4; i++) {
		char c = i < s.n ? char_lower(s.p[i]) : '\0';
		if (!char_is_digit(c) && !(c >= 'a' && c <= 'f'))
			return UINT32_MAX;
		v = v << 4 | (uint32_t)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return v;
}

/* What stands behind a backslash, "u" and a pair of surrogates among it. */
static bool read_escape(struct parser *p, char *out, size_t *n)
{
	static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	char c = peek(p);
	const char *name = c ? strchr(names, c) : NULL;
	p->at++;
	if (name) {
		out[(*n)++] = meant[name - names];
		return true;
	}
	uint32_t point = c == 'u' ? hex_at(p->text, p->at) : UINT32_MAX;
	if (point > 0xFFFF || (point >= 0xDC00 && point < 0xE000))
		return fail(p, "invalid escape");
	p->at += 4;
	if (point >= 0xD800 && point < 0xDC00) {
		bool has_more = str_starts(str_from(p->text, p->at), STR("\\u"));
		uint32_t low = has_more ? hex_at(p->text, p->at + 2) : UINT32_MAX;
		if (low < 0xDC00 || low > 0xDFFF)
			return fail(p, "half a surrogate pair");
		p->at += 6;
		point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
	}
	*n += utf8_encode(point, out + *n);
	return true;
}

/* Bytes of a string up to what is not plain ASCII. */
static size_t plain_end(struct str s, size_t at)
{
	while (at < s.n && (unsigned char)s.p[at] >= 0x20 && (unsigned char)s.p[at] < 0x80 &&
		s.p[at] != '"' && s.p[at] != '\\')
		at++;
	return at;
}

/* Where the string ends that begins behind the quotation mark at at - 1; its copy takes no more. */
static size_t string_end(struct str s, size_t at)
{
	while (at < s.n && s.p[at] != '"')
		at += s.p[at] == '\\' ? 2 : 1;
	return at < s.n ? at : s.n;
}

static bool read_string(struct parser *p, struct str *string)
{
	p->at++;
	char *out = arena_alloc(p->a, string_end(p->text, p->at) - p->at + 1);
	for (size_t n = 0;;) {
		size_t end = plain_end(p->text, p->at);
		memcpy(out + n, p->text.p + p->at, end - p->at);
		n += end - p->at;
		p->at = end;
		if (p->at >= p->text.n)
			return fail(p, "a string does not end");
		unsigned char c = (unsigned char)p->text.p[p->at];
		size_t length = c >= 0x80 ? well_formed(p->text, p->at) : 0;
		if (c == '"') {
			p->at++;
			out[n] = '\0';
			*string = (struct str){out, n};
			return true;
		}
		if (c < 0x20)
			return fail(p, "a control character in a string");
		if (c >= 0x80 && length == 0)
			return fail(p, "bytes that are not UTF-8");
		if (c == '\\') {
			p->at++;
			if (!read_escape(p, out, &n))
				return false;
			continue;
		}
		memcpy(out + n, p->text.p + p->at, length);
		n += length;
		p->at += length;
	}
}

static bool skip_digits(struct parser *p)
{
	size_t start = p->at;
	while (char_is_digit(peek(p)))
		p->at++;
	return p->at > start;
}

static bool read_number(struct parser *p, struct jv *v)
{
	size_t start = p->at;
	bool is_real = false;
	p->at += peek(p) == '-';
	if (peek(p) == '0')
		p->at++;
	else if (!skip_digits(p))
		return fail(p, "invalid token");
	if (peek(p) == '.') {
		is_real = true;
		p->at++;
		if (!skip_digits(p))
			return fail(p, "invalid token");
	}
	if (char_lower(peek(p)) == 'e') {
		is_real = true;
		p->at++;
		p->at += peek(p) == '+' || peek(p) == '-';
		if (!skip_digits(p))
			return fail(p, "invalid token");
	}
	struct str digits = str_sub(p->text, start, p->at - start);
	if (!is_real) {
		v->type = JV_INTEGER;
		if (!str_to_i64(digits, &v->integer))
			return fail(p, "too big an integer");
		v->real = (double)v->integer;
		return true;
	}
	v->type = JV_REAL;
	errno = 0;
	v->real = strtod(str_to_c(p->a, digits), NULL);
	if (errno == ERANGE && (v->real > 1 || v->real < -1))
		return fail(p, "too big a number");
	if (v->real > -9e15 && v->real < 9e15)
		v->integer = (int64_t)v->real;
	return true;
}

static bool read_scalar(struct parser *p, struct jv *v)
{
	static const struct {
		struct str word;
		enum jv_type type;
	} words[] = {
		{STR_CONST("true"), JV_TRUE}, {STR_CONST("false"), JV_FALSE}, {STR_CONST("null"), JV_NULL}};
	char c = peek(p);
	if (c == '"') {
		v->type = JV_STRING;
		return read_string(p, &v->string);
	}
	if (c == '-' || char_is_digit(c))
		return read_number(p, v);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t end = p->at + words[i].word.n;
		if (!str_starts(str_from(p->text, p->at), words[i].word) ||
			(end < p->text.n && char_is_alpha(p->text.p[end])))
			continue;
		p->at = end;
		v->type = words[i].type;
		return true;
	}
	return fail(p, p->at < p->text.n ? "invalid token" : "the end where a value was expected");
}

/* The key of the next member and its colon. */
static bool read_key(struct parser *p)
{
	skip_blank(p);
	if (peek(p) != '"')
		return fail(p, "no string where a key was expected");
	if (!read_string(p, &p->key))
		return false;
	if (memchr(p->key.p, '\0', p->key.n))
		return fail(p, "a NUL in a key");
	skip_blank(p);
	if (peek(p) != ':')
		return fail(p, "no colon behind a key");
	p->at++;
	return true;
}

static bool has_repeated(const struct jv *object)
{
	for (size_t i = 1; i < object->n; i++)
		for (size_t k = 0; k < i; k++)
			if (str_eq(object->items[i].key, object->items[k].key))
				return true;
	return false;
}

/* Of members with equal keys the first keeps its place and gets the value of the last. */
static void drop_repeated(struct arena *a, struct jv *object)
{
	if (object->n <= FEW_MEMBERS && !has_repeated(object))
		return;
	struct map places = map_for(a, object->n);
	size_t n = 0;
	for (size_t i = 0; i < object->n; i++) {
		bool is_new;
		size_t *place = map_put(&places, object->items[i].key, &is_new);
		if (is_new)
			*place = n++;
		object->items[*place] = object->items[i];
	}
	object->n = n;
}

static struct jv close_container(struct parser *p)
{
	struct frame *f = &p->frames[--p->depth];
	struct jv v = f->container;
	v.n = p->done.n - f->first;
	v.items = ARENA_ARRAY(p->a, struct jv, v.n);
	if (v.n)
		memcpy(v.items, p->done.items + f->first, v.n * sizeof(*v.items));
	p->done.n = f->first;
	if (v.type == JV_OBJECT && v.n > 1)
		drop_repeated(p->a, &v);
	p->at++;
	return v;
}

static char closer_of(const struct parser *p)
{
	return p->frames[p->depth - 1].container.type == JV_OBJECT ? '}' : ']';
}

/* Reads what begins here: a scalar or an empty container is done, else a container is open. */
static bool read_value(struct parser *p, struct jv *v, bool *is_open)
{
	skip_blank(p);
	*is_open = false;
	*v = (struct jv){.key = p->key};
	if (p->depth > DEPTH_LIMIT)
		return err_set(p->err, ERR_LIMIT, "JSON nested over %d deep", DEPTH_LIMIT);
	char c = peek(p);
	if (c != '{' && c != '[')
		return read_scalar(p, v);
	v->type = c == '{' ? JV_OBJECT : JV_ARRAY;
	p->frames[p->depth++] = (struct frame){*v, p->done.n};
	p->at++;
	skip_blank(p);
	if (peek(p) == closer_of(p)) {
		*v = close_container(p);
		return true;
	}
	*is_open = true;
	p->key = (struct str){0};
	return v->type == JV_ARRAY || read_key(p);
}

/* Puts a value that is done where it belongs and closes what ends behind it; `is_next`: another
 * value comes. */
static bool place_value(struct parser *p, struct jv v, struct jv *root, bool *is_next)
{
	while (p->depth > 0) {
		*VEC_ADD(p->a, &p->done) = v;
		skip_blank(p);
		if (peek(p) == ',') {
			p->at++;
			p->key = (struct str){0};
			*is_next = true;
			return closer_of(p) == ']' || read_key(p);
		}
		if (peek(p) != closer_of(p))
			return fail(p, "no comma and no end of the container");
		v = close_container(p);
	}
	*root = v;
	*is_next = false;
	skip_blank(p);
	return p->at == p->text.n || fail(p, "more behind the end");
}

bool jv_parse(struct arena *a, struct str bytes, struct jv *root, struct err *err)
{
	struct parser p;
	struct jv v;
	bool is_open, is_next = true;
	p.a = a;
	p.text = bytes;
	p.at = p.depth = 0;
	p.key = (struct str){0};
	p.done.items = NULL;
	p.done.n = p.done.capacity = 0;
	p.err = err;
	*root = (struct jv){0};
	while (is_next)
		if (!read_value(&p, &v, &is_open) || (!is_open && !place_value(&p, v, root, &is_next)))
			return false;
	return true;
}
