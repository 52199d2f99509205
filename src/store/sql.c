#include "store/sql.h"

#include <stdarg.h>

bool sql_fail(struct store *s, struct err *err, const char *what)
{
	int code = s->db ? sqlite3_extended_errcode(s->db) & 0xFF : SQLITE_NOMEM;
	const char *hint = "";
	if (code == SQLITE_FULL || code == SQLITE_IOERR)
		hint = ": the disk is full or failing: make room and run again, nothing is lost";
	else if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM)
		hint = ": the desk's folder and desk.db must be writable";
	else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		hint = ": another program has the store open: run again when it is done";
	else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
		hint = ": desk.db is damaged: restore it from a copy";
	return err_set(
		err, ERR_STORE, "store: %s: %s%s", what, s->db ? sqlite3_errmsg(s->db) : "no memory", hint);
}

static sqlite3_stmt *prepare(struct store *s, const char *sql, struct err *err)
{
	for (size_t i = 0; i < s->cached; i++)
		if (s->cache[i].sql == sql)
			return s->cache[i].stmt;
	BUG_ON(s->cached == sizeof(s->cache) / sizeof(s->cache[0]));
	sqlite3_stmt *stmt;
	if (sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK) {
		sql_fail(s, err, "preparing");
		return NULL;
	}
	s->cache[s->cached].sql = sql;
	s->cache[s->cached++].stmt = stmt;
	return stmt;
}

static void bind(sqlite3_stmt *stmt, const char *format, va_list args)
{
	for (int i = 1; *format; format++, i++) {
		if (*format == 'i') {
			(void)sqlite3_bind_int64(stmt, i, va_arg(args, int64_t));
		} else if (*format == 's') {
			struct str s = va_arg(args, struct str);
			(void)sqlite3_bind_text64(stmt, i, s.p ? s.p : "", s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
		} else if (*format == 'z') {
			struct str s = va_arg(args, struct str);
			(void)sqlite3_bind_blob64(stmt, i, s.p ? s.p : "", s.n, SQLITE_TRANSIENT);
		} else {
			BUG_ON(*format != 'w');
			struct arena scratch = {0};
			struct str s = when_rfc3339(&scratch, va_arg(args, struct when));
			if (s.n)
				(void)sqlite3_bind_text64(stmt, i, s.p, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
			else
				(void)sqlite3_bind_null(stmt, i);
			arena_free(&scratch);
		}
	}
}

bool sql_run(struct store *s, struct err *err, const char *sql, const char *format, ...)
{
	sqlite3_stmt *stmt = prepare(s, sql, err);
	if (!stmt)
		return false;
	va_list args;
	va_start(args, format);
	bind(stmt, format, args);
	va_end(args);
	int code = sqlite3_step(stmt);
	bool ok = code == SQLITE_DONE || code == SQLITE_ROW || sql_fail(s, err, "writing");
	(void)sqlite3_reset(stmt);
	return ok;
}

sqlite3_stmt *sql_query(struct store *s, struct err *err, const char *sql, const char *format, ...)
{
	sqlite3_stmt *stmt = prepare(s, sql, err);
	if (!stmt)
		return NULL;
	va_list args;
	va_start(args, format);
	bind(stmt, format, args);
	va_end(args);
	return stmt;
}

bool sql_next(struct store *s, sqlite3_stmt *stmt, struct err *why)
{
	int code = sqlite3_step(stmt);
	why->kind = ERR_NONE;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		sql_fail(s, why, "reading");
	(void)sqlite3_reset(stmt);
	return false;
}

bool sql_ended(const struct err *why, struct err *err)
{
	if (why->kind == ERR_NONE)
		return true;
	if (err)
		*err = *why;
	return false;
}

bool sql_first(struct store *s, sqlite3_stmt *stmt, bool *found, struct err *err)
{
	*found = false;
	if (!stmt)
		return false;
	struct err why = {0};
	*found = sql_next(s, stmt, &why);
	return sql_ended(&why, err);
}

void sql_end(sqlite3_stmt *stmt)
{
	(void)sqlite3_reset(stmt);
}

struct str sql_str(struct arena *a, sqlite3_stmt *stmt, int column)
{
	const char *p = sqlite3_column_blob(stmt, column);
	int n = sqlite3_column_bytes(stmt, column);
	return str_dup(a, (struct str){p, n > 0 ? (size_t)n : 0});
}

struct when sql_when(sqlite3_stmt *stmt, int column)
{
	struct when when = WHEN_UNKNOWN;
	const char *p = (const char *)sqlite3_column_text(stmt, column);
	if (p && when_parse_rfc3339(str_c(p), &when))
		return when;
	return WHEN_UNKNOWN;
}

int64_t sql_int(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt, column);
}
