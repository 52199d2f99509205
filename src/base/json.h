/* JSON (RFC 8259): a reader into an arena tree (jv_) and a writer into a buffer (jw_). */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"
#include "base/str.h"

enum jv_type { JV_NULL, JV_FALSE, JV_TRUE, JV_INTEGER, JV_REAL, JV_STRING, JV_ARRAY, JV_OBJECT };

struct jv {
	enum jv_type type;
	struct str key;    /* when it is a member of an object */
	struct str string; /* JV_STRING: valid UTF-8 */
	int64_t integer;   /* JV_INTEGER; of JV_REAL the value cut to a whole number */
	double real;       /* JV_INTEGER and JV_REAL */
	struct jv *items;  /* JV_ARRAY and JV_OBJECT, in the order of the document */
	size_t n;
};

/* ERR_INPUT with line and column on bad JSON; ERR_LIMIT when nested over 512 deep. Of equal keys
 * the last wins. */
MUST_CHECK bool jv_parse(struct arena *a, struct str bytes, struct jv *root, struct err *err);

/* Each takes NULL and the wrong type, and then answers NULL, the empty string or the fallback. */
const struct jv *jv_get(const struct jv *object, const char *key);
struct str jv_str(const struct jv *object, const char *key);
int64_t jv_int(const struct jv *object, const char *key, int64_t fallback);
bool jv_bool(const struct jv *object, const char *key, bool fallback);

/* The items of an array or object, none of anything else: `JV_EACH(item, jv_get(o, "entries")) {
 * ... }` */
#define JV_EACH(item, array) \
	for (const struct jv *item = jv_first(array), *item##_end = jv_end(array); item != item##_end; \
		 item++)
const struct jv *jv_first(const struct jv *array);
const struct jv *jv_end(const struct jv *array);

/* The writer puts commas itself; in an object, jw_key stands before each value. Strings must be
 * valid UTF-8. struct jw w = {.buf = &b}; jw_open(&w, '{'); jw_put_str(&w, "title", title);
 * jw_close(&w, '}'); */
struct jw {
	struct buf *buf;
	int indent; /* members of so many outer levels get a line of their own */
	int depth;
	bool needs_comma, is_after_key;
};
void jw_open(struct jw *w, char bracket); /* '{' or '[' */
void jw_close(struct jw *w, char bracket);
void jw_key(struct jw *w, const char *key);
void jw_str(struct jw *w, struct str s);
void jw_int(struct jw *w, int64_t v);
void jw_real(struct jw *w, double v); /* at most 6 digits after the point */
void jw_bool(struct jw *w, bool v);
void jw_null(struct jw *w);
void jw_put_str(struct jw *w, const char *key, struct str s);
void jw_put_str_if(struct jw *w, const char *key, struct str s); /* left out when empty */
void jw_put_int(struct jw *w, const char *key, int64_t v);
void jw_put_real(struct jw *w, const char *key, double v);
void jw_put_bool(struct jw *w, const char *key, bool v);

#endif
