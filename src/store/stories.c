#include "store/sql.h"

bool store_set_story(struct store *s, int64_t report, struct str story, bool is_new,
	struct when now, struct err *err)
{
	if (is_new &&
		!sql_run(s, err,
			"INSERT INTO story(id, created, updated, title) VALUES (?1, ?2, ?2, (SELECT title FROM "
			"report WHERE id = ?3))"
			" ON CONFLICT(id) DO NOTHING",
			"swi", story, now, report))
		return false;
	return sql_run(s, err, "UPDATE report SET story = ?1 WHERE id = ?2", "si", story, report) &&
		sql_run(s, err, "UPDATE story SET updated = ?1 WHERE id = ?2", "ws", now, story);
}

#define STORY_COLUMNS \
	"SELECT s.id, s.created, s.updated, s.title, s.state, s.reason, s.inputs," \
	" (SELECT count(*) FROM report r WHERE r.story = s.id) FROM story s"

static struct story_row read_story(struct arena *a, sqlite3_stmt *stmt)
{
	return (struct story_row){
		.id = sql_str(a, stmt, 0),
		.created = sql_when(stmt, 1),
		.updated = sql_when(stmt, 2),
		.title = sql_str(a, stmt, 3),
		.state = sql_str(a, stmt, 4),
		.reason = sql_str(a, stmt, 5),
		.inputs = sql_str(a, stmt, 6),
		.reports = sql_int(stmt, 7),
	};
}

bool store_stories(struct store *s, struct arena *a, struct story_vec *stories, struct err *err)
{
	struct err why;
	*stories = (struct story_vec){0};
	sqlite3_stmt *stmt = sql_query(s, err,
		STORY_COLUMNS
		" ORDER BY (SELECT max(published_s) FROM report r WHERE r.story = s.id) DESC, s.id",
		"");
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, stories) = read_story(a, stmt);
	return sql_ended(&why, err);
}

bool store_story(struct store *s, struct arena *a, struct str id, struct story_row *story,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, STORY_COLUMNS " WHERE s.id = ?1", "s", id);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*story = read_story(a, stmt);
	sql_end(stmt);
	return true;
}

bool store_save_story(struct store *s, const struct story_row *story, struct err *err)
{
	return sql_run(s, err,
		"UPDATE story SET title = ?1, state = ?2, reason = ?3, inputs = ?4 WHERE id = ?5", "sssss",
		story->title, story->state, story->reason, story->inputs, story->id);
}

bool store_merge_story(struct store *s, struct str kept, struct str gone, struct str reason,
	struct when now, struct err *err)
{
	struct story_row row;
	struct arena a = {0};
	bool is_there = false;
	bool ok = store_story(s, &a, gone, &row, &is_there, err);
	arena_free(&a);
	if (!ok || !is_there)
		return ok;
	return sql_run(s, err, "UPDATE story_merge SET kept = ?1 WHERE kept = ?2", "ss", kept, gone) &&
		sql_run(s, err,
			"INSERT INTO story_merge(gone, kept, at, reason) VALUES (?1, ?2, ?3, ?4)"
			" ON CONFLICT(gone) DO UPDATE SET kept = excluded.kept, reason = excluded.reason",
			"ssws", gone, kept, now, reason) &&
		sql_run(s, err, "UPDATE report SET story = ?1 WHERE story = ?2", "ss", kept, gone) &&
		sql_run(s, err, "UPDATE story SET updated = ?1 WHERE id = ?2", "ws", now, kept) &&
		sql_run(s, err,
			"UPDATE draft SET state = 'replaced' WHERE story = ?1 AND state IN ('held', 'waiting')",
			"s", gone) &&
		sql_run(s, err,
			"INSERT INTO withdrawal(story, at, reason) SELECT ?1, ?2, ?3 WHERE EXISTS"
			" (SELECT 1 FROM article WHERE story = ?1) ON CONFLICT(story) DO NOTHING",
			"sws", gone, now, reason) &&
		sql_run(s, err, "UPDATE story SET state = 'merged', reason = ?1 WHERE id = ?2", "ss",
			reason, gone);
}

bool store_merges(struct store *s, struct arena *a, struct merge_vec *merges, struct err *err)
{
	struct err why;
	*merges = (struct merge_vec){0};
	sqlite3_stmt *stmt =
		sql_query(s, err, "SELECT gone, kept, reason, at FROM story_merge ORDER BY gone", "");
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, merges) = (struct merge_row){.gone = sql_str(a, stmt, 0),
			.kept = sql_str(a, stmt, 1),
			.reason = sql_str(a, stmt, 2),
			.at = sql_when(stmt, 3)};
	return sql_ended(&why, err);
}
