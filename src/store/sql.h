/* sql: statements with their values, for the files of store alone.
 *
 * A format string says what the values are: s struct str, i int64_t, w struct when (as RFC 3339
 * text; NULL when not known), z struct str as a BLOB. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "store/store.h"

#include <sqlite3.h>

struct store {
	sqlite3 *db;
	struct {
		const char *sql; /* by address: each statement stands once in the source */
		sqlite3_stmt *stmt;
	} cache[96];
	size_t cached;
	bool is_open; /* a transaction */
};

/* Runs a statement that gives no rows. */
MUST_CHECK bool sql_run(struct store *s, struct err *err, const char *sql, const char *format, ...);

/* Begins a query; NULL on failure. Then: while (sql_next(...)) { ... }. A query is over when
 * sql_next gives false; sql_ended tells how. */
sqlite3_stmt *sql_query(struct store *s, struct err *err, const char *sql, const char *format, ...);
bool sql_next(struct store *s, sqlite3_stmt *stmt, struct err *why);
/* After the loop: whether it ended well; else passes the reason on. */
MUST_CHECK bool sql_ended(const struct err *why, struct err *err);

/* Columns, copied into the arena. */
struct str sql_str(struct arena *a, sqlite3_stmt *stmt, int column);
struct when sql_when(sqlite3_stmt *stmt, int column);
int64_t sql_int(sqlite3_stmt *stmt, int column);

/* For the one row of a query: false when it failed; *found tells whether there was one. The caller
 * reads the columns, then calls sql_end. */
MUST_CHECK bool sql_first(struct store *s, sqlite3_stmt *stmt, bool *found, struct err *err);
void sql_end(sqlite3_stmt *stmt);

bool sql_fail(struct store *s, struct err *err, const char *what);

/* Brings the tables up to date. */
MUST_CHECK bool migrate(struct store *s, struct err *err);

#endif
