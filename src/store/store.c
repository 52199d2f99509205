#include "store/sql.h"

#include <unistd.h>

/* Waits this long for another handle before a statement fails. */
#define BUSY_MS 5000

bool store_open(const char *path, bool makes, struct store **store, struct err *err)
{
	struct store *s = sqlite3_malloc64(sizeof(*s));
	*store = s;
	if (!s)
		return err_set(err, ERR_STORE, "store: no memory");
	*s = (struct store){0};
	if (!makes && access(path, F_OK) != 0) {
		err_set(err, ERR_CONFIG, "no desk here (%s is missing): make one with `wireproof init DIR`",
			path);
		goto fail;
	}
	int flags = SQLITE_OPEN_READWRITE | (makes ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(path, &s->db, flags, NULL) != SQLITE_OK) {
		sql_fail(s, err, "opening");
		err_wrap(err, "%s", path);
		goto fail;
	}
	(void)sqlite3_busy_timeout(s->db, BUSY_MS);
	static const char setup[] =
		"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;";
	if (sqlite3_exec(s->db, setup, NULL, NULL, NULL) != SQLITE_OK) {
		sql_fail(s, err, "opening");
		goto fail;
	}
	if (migrate(s, err))
		return true;
fail:
	store_close(s);
	*store = NULL;
	return false;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->cached; i++)
		(void)sqlite3_finalize(s->cache[i].stmt);
	(void)sqlite3_close(s->db);
	sqlite3_free(s);
}

bool store_begin(struct store *s, struct err *err)
{
	BUG_ON(s->is_open);
	if (!sql_run(s, err, "BEGIN IMMEDIATE", ""))
		return false;
	s->is_open = true;
	return true;
}

bool store_commit(struct store *s, struct err *err)
{
	BUG_ON(!s->is_open);
	if (sql_run(s, err, "COMMIT", "")) {
		s->is_open = false;
		return true;
	}
	store_rollback(s);
	return false;
}

void store_rollback(struct store *s)
{
	if (!s->is_open)
		return;
	/* SQLite may have rolled back already on a full disk; then this fails, which is what is wanted.
	 */
	struct err ignored;
	(void)!sql_run(s, &ignored, "ROLLBACK", "");
	s->is_open = false;
}

bool store_examine(struct store *s, struct arena *a, struct str *fault, struct err *err)
{
	bool found;
	*fault = STR("");
	sqlite3_stmt *stmt = sql_query(s, err, "PRAGMA quick_check(1)", "");
	if (!sql_first(s, stmt, &found, err))
		return false;
	struct str said = found ? sql_str(a, stmt, 0) : STR("it can't be read");
	sql_end(stmt);
	if (!str_eq(said, STR("ok")))
		*fault = said;
	return true;
}
