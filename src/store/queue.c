#include "store/sql.h"

bool store_ask(struct store *s, struct str stage, struct str key, struct err *err)
{
	return sql_run(s, err,
		"INSERT INTO job(stage, key, state) VALUES (?1, ?2, 'waiting') ON CONFLICT(stage, key) DO "
		"UPDATE SET"
		" state = 'waiting', attempts = 0, due_s = 0, why = '' WHERE job.state <> 'waiting'",
		"ss", stage, key);
}

bool store_take(struct store *s, struct arena *a, struct str stage, struct str owner,
	struct when now, struct when lease_until, struct job *job, bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		"UPDATE job SET owner = ?1, lease_s = ?2 WHERE id = (SELECT id FROM job WHERE stage = ?3 "
		"AND state = 'waiting'"
		" AND due_s <= ?4 AND lease_s <= ?4 ORDER BY id LIMIT 1) RETURNING id, key, attempts",
		"sisi", owner, lease_until.utc_s, stage, now.utc_s);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*job = (struct job){
			.id = sql_int(stmt, 0),
			.stage = stage,
			.key = sql_str(a, stmt, 1),
			.attempts = sql_int(stmt, 2),
		};
	sql_end(stmt);
	return true;
}

bool store_job_done(struct store *s, int64_t id, struct err *err)
{
	return sql_run(s, err,
		"UPDATE job SET state = 'done', owner = '', lease_s = 0, why = '' WHERE id = ?1", "i", id);
}

bool store_job_failed(
	struct store *s, int64_t id, struct str why, struct when due, bool gives_up, struct err *err)
{
	return sql_run(s, err,
		"UPDATE job SET state = ?1, owner = '', lease_s = 0, due_s = ?2, attempts = attempts + 1, "
		"why = ?3 WHERE id = ?4",
		"sisi", gives_up ? STR("failed") : STR("waiting"), due.utc_s, why, id);
}

bool store_free_leases(struct store *s, struct err *err)
{
	return sql_run(s, err, "UPDATE job SET owner = '', lease_s = 0 WHERE lease_s <> 0", "");
}

bool store_waiting(struct store *s, struct str stage, int64_t *count, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT count(*) FROM job WHERE stage = ?1 AND state = 'waiting'", "s", stage);
	if (!sql_first(s, stmt, &found, err))
		return false;
	*count = sql_int(stmt, 0);
	sql_end(stmt);
	return true;
}

bool store_waiting_keys(struct store *s, struct arena *a, struct str stage, struct when now,
	struct str_vec *keys, struct err *err)
{
	struct err why;
	*keys = (struct str_vec){0};
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT key FROM job WHERE stage = ?1 AND state = 'waiting' AND due_s <= ?2 ORDER BY id",
		"si", stage, now.utc_s);
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, keys) = sql_str(a, stmt, 0);
	return sql_ended(&why, err);
}

/* ---- the log ---- */

bool store_log(struct store *s, const struct log_row *row, struct err *err)
{
	return sql_run(s, err,
		"INSERT INTO log(at, who, what, subject, why) VALUES (?1, ?2, ?3, ?4, ?5)", "wssss",
		row->at, row->who, row->what, row->subject, row->why);
}

bool store_log_of(
	struct store *s, struct arena *a, struct str subject, struct log_vec *rows, struct err *err)
{
	struct err why;
	*rows = (struct log_vec){0};
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT at, who, what, why FROM log WHERE subject = ?1 ORDER BY id", "s", subject);
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, rows) = (struct log_row){
			.at = sql_when(stmt, 0),
			.who = sql_str(a, stmt, 1),
			.what = sql_str(a, stmt, 2),
			.subject = subject,
			.why = sql_str(a, stmt, 3),
		};
	return sql_ended(&why, err);
}
