#include "store/sql.h"

bool store_put_signals(struct store *s, struct str subject, const struct signal_vec *signals,
	struct when at, struct err *err)
{
	bool ok = sql_run(s, err, "DELETE FROM signal WHERE subject = ?1", "s", subject);
	for (size_t i = 0; ok && i < signals->n; i++) {
		const struct signal *g = &signals->items[i];
		ok = sql_run(s, err,
			"INSERT INTO signal(subject, number, kind, place, raw, says_store, says_quote, "
			"says_model, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
			"sisssiiiw", subject, (int64_t)i, g->kind, g->place, g->raw,
			(int64_t)g->says[USE_STORE], (int64_t)g->says[USE_QUOTE], (int64_t)g->says[USE_MODEL],
			at);
	}
	return ok;
}

bool store_signals(struct store *s, struct arena *a, struct str subject, struct signal_vec *signals,
	struct when *at, struct err *err)
{
	*signals = (struct signal_vec){0};
	*at = WHEN_UNKNOWN;
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT kind, place, raw, says_store, says_quote, says_model, at FROM signal WHERE subject "
		"= ?1 ORDER BY number",
		"s", subject);
	if (!stmt)
		return false;
	struct err why;
	while (sql_next(s, stmt, &why)) {
		*VEC_ADD(a, signals) = (struct signal){
			.kind = sql_str(a, stmt, 0),
			.place = sql_str(a, stmt, 1),
			.raw = sql_str(a, stmt, 2),
			.says = {[USE_STORE] = (int8_t)sql_int(stmt, 3),
				[USE_QUOTE] = (int8_t)sql_int(stmt, 4),
				[USE_MODEL] = (int8_t)sql_int(stmt, 5)},
		};
		*at = sql_when(stmt, 6);
	}
	return sql_ended(&why, err);
}

bool store_set_refused(struct store *s, struct str key, int64_t refused, struct err *err)
{
	return sql_run(s, err, "UPDATE report SET refused = ?1 WHERE key = ?2", "is", refused, key);
}

bool store_licence_of(struct store *s, struct arena *a, struct str url, struct str *key,
	struct str *licence, bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT r.key, s.licence FROM report r JOIN source s ON s.id = r.source WHERE r.key = ?1 "
		"OR "
		"r.url = ?1 ORDER BY r.id LIMIT 1",
		"s", url);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (!*found)
		return true;
	*key = sql_str(a, stmt, 0);
	*licence = sql_str(a, stmt, 1);
	sql_end(stmt);
	return true;
}

bool store_put_rights_file(struct store *s, const struct rights_file *file, struct err *err)
{
	return sql_run(s, err,
		"INSERT INTO rights_file(url, status, body, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT(url) "
		"DO "
		"UPDATE SET status = excluded.status, body = excluded.body, at = excluded.at",
		"sisw", file->url, (int64_t)file->status, file->body, file->at);
}

bool store_rights_file(struct store *s, struct arena *a, struct str url, struct rights_file *file,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt =
		sql_query(s, err, "SELECT url, status, body, at FROM rights_file WHERE url = ?1", "s", url);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (!*found)
		return true;
	*file = (struct rights_file){.url = sql_str(a, stmt, 0),
		.status = (int)sql_int(stmt, 1),
		.body = sql_str(a, stmt, 2),
		.at = sql_when(stmt, 3)};
	sql_end(stmt);
	return true;
}
