#include "store/sql.h"

/* ---- drafts ---- */

bool store_put_draft(struct store *s, const struct draft_row *draft, const struct report *reports,
	size_t count, int64_t *id, struct err *err)
{
	if (!sql_run(s, err,
			"UPDATE draft SET state = 'replaced' WHERE story = ?1 AND state IN ('held', 'waiting', "
			"'failed')",
			"s", draft->story) ||
		!sql_run(s, err,
			"INSERT INTO draft(story, inputs, title, body, verdicts, state, reason, made, making)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
			"sssssssws", draft->story, draft->inputs, draft->title, draft->body, draft->verdicts,
			draft->state, draft->reason, draft->made, draft->making))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	for (size_t i = 0; i < count; i++)
		if (!sql_run(s, err,
				"INSERT INTO draft_report(draft, number, report, title, text_hash, page_hash, "
				"published, fetched)"
				" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
				"iiisssww", *id, (int64_t)i, reports[i].id, reports[i].title, reports[i].text_hash,
				reports[i].page_hash, reports[i].published, reports[i].fetched))
			return false;
	return true;
}

bool store_set_draft_state(
	struct store *s, int64_t id, struct str state, struct str reason, struct err *err)
{
	return sql_run(
		s, err, "UPDATE draft SET state = ?1, reason = ?2 WHERE id = ?3", "ssi", state, reason, id);
}

#define DRAFT_COLUMNS \
	"SELECT id, story, inputs, title, body, verdicts, state, reason, made, making FROM draft"

static struct draft_row read_draft(struct arena *a, sqlite3_stmt *stmt)
{
	return (struct draft_row){
		.id = sql_int(stmt, 0),
		.story = sql_str(a, stmt, 1),
		.inputs = sql_str(a, stmt, 2),
		.title = sql_str(a, stmt, 3),
		.body = sql_str(a, stmt, 4),
		.verdicts = sql_str(a, stmt, 5),
		.state = sql_str(a, stmt, 6),
		.reason = sql_str(a, stmt, 7),
		.made = sql_when(stmt, 8),
		.making = sql_str(a, stmt, 9),
	};
}

bool store_latest_draft(struct store *s, struct arena *a, struct str story, struct draft_row *draft,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		DRAFT_COLUMNS " WHERE story = ?1 AND state <> 'replaced' ORDER BY id DESC LIMIT 1", "s",
		story);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*draft = read_draft(a, stmt);
	sql_end(stmt);
	return true;
}

bool store_draft(
	struct store *s, struct arena *a, int64_t id, struct draft_row *draft, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(s, err, DRAFT_COLUMNS " WHERE id = ?1", "i", id);
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (!found)
		return err_set(err, ERR_STORE, "store: there is no draft %lld", (long long)id);
	*draft = read_draft(a, stmt);
	sql_end(stmt);
	return true;
}

bool store_made_drafts(struct store *s, struct arena *a, struct draft_vec *drafts, struct err *err)
{
	struct err why;
	*drafts = (struct draft_vec){0};
	sqlite3_stmt *stmt = sql_query(s, err, DRAFT_COLUMNS " WHERE making <> '' ORDER BY id", "");
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, drafts) = read_draft(a, stmt);
	return sql_ended(&why, err);
}

bool store_put_finding(struct store *s, int64_t draft, const struct finding *f, struct err *err)
{
	return sql_run(s, err,
		"INSERT INTO finding(draft, sentence, start, length, kind, tier, explain) VALUES (?1, ?2, "
		"?3, ?4, ?5, ?6, ?7)",
		"iiiisss", draft, (int64_t)f->sentence, (int64_t)f->span.start, (int64_t)f->span.length,
		f->kind, str_c(tier_names[f->tier]), f->explain);
}

/* ---- articles ---- */

bool store_put_article(struct store *s, struct str story, int64_t draft, struct str reviewed_by,
	struct when now, int64_t *version, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT coalesce(max(version), 0) + 1 FROM article WHERE story = ?1", "s", story);
	if (!sql_first(s, stmt, &found, err))
		return false;
	*version = sql_int(stmt, 0);
	sql_end(stmt);
	return sql_run(s, err,
			   "INSERT INTO article(story, version, draft, at, at_s, reviewed_by) VALUES (?1, ?2, "
			   "?3, ?4, ?5, ?6)",
			   "siiwis", story, *version, draft, now, now.utc_s, reviewed_by) &&
		sql_run(s, err, "DELETE FROM withdrawal WHERE story = ?1", "s", story);
}

bool store_withdraw(
	struct store *s, struct str story, struct str reason, struct when now, struct err *err)
{
	return sql_run(s, err,
		"INSERT INTO withdrawal(story, at, reason) VALUES (?1, ?2, ?3)"
		" ON CONFLICT(story) DO UPDATE SET reason = excluded.reason",
		"sws", story, now, reason);
}

#define ARTICLE_COLUMNS \
	"SELECT a.story, a.version, a.draft, first.at, a.at, a.reviewed_by, w.reason, w.at FROM " \
	"article a" \
	" JOIN article first ON first.story = a.story AND first.version = 1" \
	" LEFT JOIN withdrawal w ON w.story = a.story" \
	" WHERE a.version = (SELECT max(version) FROM article l WHERE l.story = a.story)"

static struct article_row read_article(struct arena *a, sqlite3_stmt *stmt)
{
	struct when withdrawn = sql_when(stmt, 7);
	return (struct article_row){
		.story = sql_str(a, stmt, 0),
		.version = sql_int(stmt, 1),
		.draft = sql_int(stmt, 2),
		.published = sql_when(stmt, 3),
		.updated = sql_when(stmt, 4),
		.reviewed_by = sql_str(a, stmt, 5),
		.reason = sql_str(a, stmt, 6),
		.withdrawn = withdrawn,
		.state = when_is_known(withdrawn) ? STR("withdrawn") : STR("published"),
	};
}

bool store_articles(struct store *s, struct arena *a, struct article_vec *articles, struct err *err)
{
	struct err why;
	*articles = (struct article_vec){0};
	sqlite3_stmt *stmt =
		sql_query(s, err, ARTICLE_COLUMNS " ORDER BY first.at_s DESC, a.story", "");
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, articles) = read_article(a, stmt);
	return sql_ended(&why, err);
}

bool store_article(struct store *s, struct arena *a, struct str story, struct article_row *article,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, ARTICLE_COLUMNS " AND a.story = ?1", "s", story);
	if (!sql_first(s, stmt, found, err))
		return false;
	if (*found)
		*article = read_article(a, stmt);
	sql_end(stmt);
	return true;
}

bool store_published_since(struct store *s, struct when since, int64_t *count, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT count(*) FROM article WHERE version = 1 AND at_s >= ?1", "i", since.utc_s);
	if (!sql_first(s, stmt, &found, err))
		return false;
	*count = sql_int(stmt, 0);
	sql_end(stmt);
	return true;
}

/* ---- corrections ---- */

bool store_put_correction(struct store *s, const struct correction_row *c, struct err *err)
{
	return sql_run(s, err, "INSERT INTO correction(story, at, note, who) VALUES (?1, ?2, ?3, ?4)",
		"swss", c->story, c->at, c->note, c->who);
}

bool store_corrections(struct store *s, struct arena *a, struct str story,
	struct correction_vec *corrections, struct err *err)
{
	struct err why;
	*corrections = (struct correction_vec){0};
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT note, who, at FROM correction WHERE story = ?1 ORDER BY id", "s", story);
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, corrections) = (struct correction_row){
			.story = story,
			.note = sql_str(a, stmt, 0),
			.who = sql_str(a, stmt, 1),
			.at = sql_when(stmt, 2),
		};
	return sql_ended(&why, err);
}
