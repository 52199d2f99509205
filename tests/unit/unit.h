/* What every unit test includes: cmocka, and short words for tables. Names of tests say the
 * behaviour. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#undef malloc
#undef calloc
#undef realloc
#undef free
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Compares strings and shows both, and which row of a table failed. */
#define ASSERT_STR(got, want, row) \
	do { \
		struct str got_ = (got), want_ = (want); \
		if (!str_eq(got_, want_)) \
			fail_msg( \
				"row %d: got \"%.*s\", want \"%.*s\"", (int)(row), STR_ARG(got_), STR_ARG(want_)); \
	} while (0)

#define ASSERT_ROW(condition, row) \
	do { \
		if (!(condition)) \
			fail_msg("row %d: %s does not hold", (int)(row), #condition); \
	} while (0)

#endif
