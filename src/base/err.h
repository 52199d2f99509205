/* Errors: a kind and one line for a person, on the caller's stack. Lower case, what was tried, what
 * was found, no full stop. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_kind {
	ERR_NONE,
	ERR_INPUT,  /* the input is bad: record it, go on with the rest */
	ERR_LIMIT,  /* the input is over a ceiling: record it, go on with the rest */
	ERR_TRY,    /* may work later: back off */
	ERR_CONFIG, /* usage or configuration: exit 2 */
	ERR_STORE,  /* the store or the disk: stop, exit 3 */
};

struct err {
	enum err_kind kind;
	char msg[252];
};

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(string, first) __attribute__((format(printf, string, first)))

/* What a function that failed returns. */
static inline bool err_is_set(void)
{
	return false;
}

/* Fills err (which may be NULL) and is false, so that `return err_set(...)` fails a function. A
 * message that does not fit is cut at a character. Macros, so that whoever reads the code (a
 * compiler or an analyser too) sees that the value is false. */
#define err_set(...) (err_fill(__VA_ARGS__), err_is_set())
void err_fill(struct err *err, enum err_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

/* Puts "CONTEXT: " before the message and is false. */
#define err_wrap(...) (err_prefix(__VA_ARGS__), err_is_set())
void err_prefix(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/* For promises that only a mistake in this program can break. Aborts. */
#define BUG_ON(condition) \
	do { \
		if (condition) \
			err_bug(__FILE__, __LINE__, #condition); \
	} while (0)
_Noreturn void err_bug(const char *file, int line, const char *condition);

#endif
