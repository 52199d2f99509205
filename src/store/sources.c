#include "store/sql.h"

bool store_add_source(
	struct store *s, const struct source *source, int64_t *id, bool *is_new, struct err *err)
{
	sqlite3_stmt *stmt =
		sql_query(s, err, "SELECT id, is_removed FROM source WHERE url = ?1", "s", source->url);
	bool found;
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (found) {
		*id = sql_int(stmt, 0);
		*is_new = sql_int(stmt, 1) != 0;
		sql_end(stmt);
		return !*is_new ||
			sql_run(
				s, err, "UPDATE source SET is_removed = 0, is_paused = 0 WHERE id = ?1", "i", *id);
	}
	*is_new = true;
	struct when next = source->next.utc_s ? source->next : WHEN_UNKNOWN; /* zeroed: not known */
	if (!sql_run(s, err,
			"INSERT INTO source(url, name, site, language, topic, licence, owner, is_paused, "
			"state, "
			"next, note, approved_by)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 'new', ?8, ?9, ?10)",
			"ssssssswss", source->url, source->name, source->site, source->language, source->topic,
			source->licence, source->owner, next, source->note, source->approved_by))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool store_save_source(struct store *s, const struct source *source, struct err *err)
{
	return sql_run(s, err,
		"UPDATE source SET name = ?1, site = ?2, language = ?3, topic = ?4, licence = ?5, owner = "
		"?6, is_paused = ?7,"
		" etag = ?8, last_modified = ?9, state = ?10, fetched = ?11, next = ?12, failures = ?13, "
		"url = ?14, moved_to = ?15, moved_count = ?16, good = ?17, floor_s = ?18, note = ?19, "
		"approved_by = ?20 WHERE id = ?21",
		"ssssssissswwissiwissi", source->name, source->site, source->language, source->topic,
		source->licence, source->owner, (int64_t)source->is_paused, source->etag,
		source->last_modified, source->state, source->fetched, source->next, source->failures,
		source->url, source->moved_to, source->moved_count, source->good, source->floor_s,
		source->note, source->approved_by, source->id);
}

bool store_has_source(struct store *s, struct str url, bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, "SELECT 1 FROM source WHERE url = ?1", "s", url);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		sql_end(stmt);
	return true;
}

bool store_remove_source(struct store *s, int64_t id, struct err *err)
{
	return sql_run(s, err, "UPDATE source SET is_removed = 1 WHERE id = ?1", "i", id);
}

bool store_sources(struct store *s, struct arena *a, struct source_vec *sources, struct err *err)
{
	*sources = (struct source_vec){0};
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT id, url, name, site, language, topic, licence, owner, is_paused, etag, "
		"last_modified, state, fetched, next,"
		" failures, moved_to, moved_count, good, floor_s, note, approved_by FROM source WHERE "
		"is_removed = 0 ORDER BY id",
		"");
	if (!stmt)
		return false;
	struct err why;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, sources) = (struct source){
			.id = sql_int(stmt, 0),
			.url = sql_str(a, stmt, 1),
			.name = sql_str(a, stmt, 2),
			.site = sql_str(a, stmt, 3),
			.language = sql_str(a, stmt, 4),
			.topic = sql_str(a, stmt, 5),
			.licence = sql_str(a, stmt, 6),
			.owner = sql_str(a, stmt, 7),
			.is_paused = sql_int(stmt, 8) != 0,
			.etag = sql_str(a, stmt, 9),
			.last_modified = sql_str(a, stmt, 10),
			.state = sql_str(a, stmt, 11),
			.fetched = sql_when(stmt, 12),
			.next = sql_when(stmt, 13),
			.failures = sql_int(stmt, 14),
			.moved_to = sql_str(a, stmt, 15),
			.moved_count = sql_int(stmt, 16),
			.good = sql_when(stmt, 17),
			.floor_s = sql_int(stmt, 18),
			.note = sql_str(a, stmt, 19),
			.approved_by = sql_str(a, stmt, 20),
		};
	return sql_ended(&why, err);
}
