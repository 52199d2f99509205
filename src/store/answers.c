#include "store/sql.h"

bool store_put_answer(struct store *s, const struct answer_row *row, int64_t *id, struct err *err)
{
	if (!sql_run(s, err,
			"INSERT INTO answer(key, at, at_s, story, stage, model, prompt, is_good, why, text, "
			"reply, "
			"status, prompt_tokens, answer_tokens, microcents, elapsed_ms)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
			"swissssisszi"
			"iiii",
			row->key, row->at, row->at.utc_s, row->story, row->stage, row->model, row->prompt,
			(int64_t)row->is_good, row->why, row->text, str_sub(row->reply, 0, REPLY_KEPT),
			row->status, row->prompt_tokens, row->answer_tokens, row->microcents, row->elapsed_ms))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool store_find_answer(struct store *s, struct arena *a, struct str key, struct when until,
	bool good_only, struct answer_row *row, bool *found, struct err *err)
{
	int64_t until_s = when_is_known(until) ? until.utc_s : INT64_MAX;
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT id, story, stage, model, prompt, is_good, why, text, status, prompt_tokens, "
		"answer_tokens, microcents, elapsed_ms, at FROM answer"
		" WHERE key = ?1 AND at_s <= ?2 AND is_good >= ?3 ORDER BY id DESC LIMIT 1",
		"sii", key, until_s, (int64_t)good_only);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*row = (struct answer_row){
			.id = sql_int(stmt, 0),
			.key = key,
			.story = sql_str(a, stmt, 1),
			.stage = sql_str(a, stmt, 2),
			.model = sql_str(a, stmt, 3),
			.prompt = sql_str(a, stmt, 4),
			.is_good = sql_int(stmt, 5) != 0,
			.why = sql_str(a, stmt, 6),
			.text = sql_str(a, stmt, 7),
			.status = sql_int(stmt, 8),
			.prompt_tokens = sql_int(stmt, 9),
			.answer_tokens = sql_int(stmt, 10),
			.microcents = sql_int(stmt, 11),
			.elapsed_ms = sql_int(stmt, 12),
			.at = sql_when(stmt, 13),
		};
	sql_end(stmt);
	return true;
}

bool store_usage(struct store *s, struct when since, struct usage *usage, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT count(*), coalesce(sum(max(prompt_tokens, 0) + max(answer_tokens, 0)), 0), "
		"coalesce(sum(microcents), 0) FROM answer WHERE at_s >= ?1",
		"i", since.utc_s);
	if (!sql_first(s, stmt, &found, err))
		return false;
	*usage = (struct usage){sql_int(stmt, 0), sql_int(stmt, 1), sql_int(stmt, 2)};
	sql_end(stmt);
	return true;
}

bool store_put_probe(struct store *s, const struct probe_row *row, int64_t *id, struct err *err)
{
	if (!sql_run(s, err,
			"INSERT INTO probe(server, at, at_s, passes, why, result) VALUES (?1, ?2, ?3, ?4, ?5, "
			"?6)",
			"swiiss", row->server, row->at, row->at.utc_s, (int64_t)row->passes, row->why,
			row->result))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool store_latest_probe(struct store *s, struct arena *a, struct str server, struct probe_row *row,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT id, at, passes, why, result FROM probe WHERE server = ?1 ORDER BY id DESC LIMIT 1",
		"s", server);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*row = (struct probe_row){
			.id = sql_int(stmt, 0),
			.server = server,
			.at = sql_when(stmt, 1),
			.passes = sql_int(stmt, 2) != 0,
			.why = sql_str(a, stmt, 3),
			.result = sql_str(a, stmt, 4),
		};
	sql_end(stmt);
	return true;
}
