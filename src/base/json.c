#define BASE_INTERNAL
#include "base/base.h"

const struct jv *jv_get(const struct jv *object, const char *key)
{
	if (!object || object->type != JV_OBJECT)
		return NULL;
	for (size_t i = 0; i < object->n; i++)
		if (str_eq(object->items[i].key, str_c(key)))
			return &object->items[i];
	return NULL;
}

struct str jv_str(const struct jv *object, const char *key)
{
	const struct jv *v = jv_get(object, key);
	return v && v->type == JV_STRING ? v->string : (struct str){0};
}

int64_t jv_int(const struct jv *object, const char *key, int64_t fallback)
{
	const struct jv *v = jv_get(object, key);
	return v && (v->type == JV_INTEGER || v->type == JV_REAL) ? v->integer : fallback;
}

bool jv_bool(const struct jv *object, const char *key, bool fallback)
{
	const struct jv *v = jv_get(object, key);
	return v && (v->type == JV_TRUE || v->type == JV_FALSE) ? v->type == JV_TRUE : fallback;
}

const struct jv *jv_first(const struct jv *array)
{
	return array ? array->items : NULL;
}

const struct jv *jv_end(const struct jv *array)
{
	return array && array->n ? array->items + array->n : jv_first(array);
}

/* Members of the outermost `indent` levels get a line of their own. */
static void new_line(struct jw *w)
{
	if (w->depth == 0 || w->depth > w->indent)
		return;
	buf_add_char(w->buf, '\n');
	for (int i = 0; i < w->depth; i++)
		buf_add_char(w->buf, '\t');
}

static void before_item(struct jw *w)
{
	if (w->is_after_key) {
		w->is_after_key = false;
		return;
	}
	if (w->needs_comma)
		buf_add_char(w->buf, ',');
	new_line(w);
	w->needs_comma = true;
}

void jw_open(struct jw *w, char bracket)
{
	before_item(w);
	buf_add_char(w->buf, bracket);
	w->depth++;
	w->needs_comma = false;
}

void jw_close(struct jw *w, char bracket)
{
	bool is_on_own_line = w->needs_comma && w->depth <= w->indent;
	w->depth--;
	if (is_on_own_line) {
		buf_add_char(w->buf, '\n');
		for (int i = 0; i < w->depth; i++)
			buf_add_char(w->buf, '\t');
	}
	buf_add_char(w->buf, bracket);
	w->needs_comma = true;
}

static void add_string(struct buf *b, struct str s)
{
	size_t start = 0;
	buf_add_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buf_add(b, str_sub(s, start, i - start));
		start = i + 1;
		if (c == '"' || c == '\\')
			buf_addf(b, "\\%c", c);
		else if (c == '\n')
			buf_add_c(b, "\\n");
		else if (c == '\t')
			buf_add_c(b, "\\t");
		else
			buf_addf(b, "\\u%04x", c);
	}
	buf_add(b, str_from(s, start));
	buf_add_char(b, '"');
}

void jw_key(struct jw *w, const char *key)
{
	before_item(w);
	add_string(w->buf, str_c(key));
	buf_add_c(w->buf, w->indent ? ": " : ":");
	w->is_after_key = true;
}

void jw_str(struct jw *w, struct str s)
{
	before_item(w);
	add_string(w->buf, s);
}

void jw_int(struct jw *w, int64_t v)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (v < 0)
		digits[--at] = '-';
	before_item(w);
	buf_add(w->buf, (struct str){digits + at, sizeof(digits) - at});
}

void jw_real(struct jw *w, double v)
{
	char digits[64];
	before_item(w);
	(void)snprintf(digits, sizeof(digits), "%.6f", v);
	size_t n = strlen(digits);
	while (n > 1 && digits[n - 1] == '0')
		n--;
	if (digits[n - 1] == '.')
		n--;
	buf_add(w->buf, (struct str){digits, n});
}

void jw_bool(struct jw *w, bool v)
{
	before_item(w);
	buf_add_c(w->buf, v ? "true" : "false");
}

void jw_null(struct jw *w)
{
	before_item(w);
	buf_add_c(w->buf, "null");
}

void jw_put_str(struct jw *w, const char *key, struct str s)
{
	jw_key(w, key);
	jw_str(w, s);
}

void jw_put_str_if(struct jw *w, const char *key, struct str s)
{
	if (s.n)
		jw_put_str(w, key, s);
}

void jw_put_int(struct jw *w, const char *key, int64_t v)
{
	jw_key(w, key);
	jw_int(w, v);
}

void jw_put_real(struct jw *w, const char *key, double v)
{
	jw_key(w, key);
	jw_real(w, v);
}

void jw_put_bool(struct jw *w, const char *key, bool v)
{
	jw_key(w, key);
	jw_bool(w, v);
}
