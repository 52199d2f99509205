#include "store/sql.h"

bool store_last_proof(
	struct store *s, struct arena *a, struct str story, struct str *proof, struct err *err)
{
	bool found;
	*proof = (struct str){0};
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT body FROM proof WHERE story = ?1 ORDER BY id DESC LIMIT 1", "s", story);
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (found)
		*proof = sql_str(a, stmt, 0);
	sql_end(stmt);
	return true;
}

bool store_put_proof(
	struct store *s, struct str story, struct str proof, struct when now, struct err *err)
{
	return sql_run(
		s, err, "INSERT INTO proof(story, at, body) VALUES (?1, ?2, ?3)", "sws", story, now, proof);
}
