#include "store/sql.h"

#include <zstd.h>

#define ZSTD_LEVEL 3

/* ---- entries ---- */

static int64_t entry_hash(const struct entry *e)
{
	const struct str parts[] = {e->link, e->title, e->author, e->summary, e->content};
	uint64_t h = 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		h = hash_fast_seed(parts[i], h + 1);
	h ^= (uint64_t)e->published.utc_s * 31 + (uint64_t)e->updated.utc_s;
	return (int64_t)(h >> 1);
}

bool store_put_entry(struct store *s, int64_t source, const struct entry *entry, struct str key,
	struct when now, int64_t *id, enum entry_change *change, struct err *err)
{
	int64_t hash = entry_hash(entry);
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT id, hash FROM entry WHERE source = ?1 AND key = ?2", "is", source, key);
	bool found;
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (found) {
		*id = sql_int(stmt, 0);
		*change = sql_int(stmt, 1) == hash ? ENTRY_SAME : ENTRY_CHANGED;
		sql_end(stmt);
		if (*change == ENTRY_SAME)
			return true;
		return sql_run(s, err,
			"UPDATE entry SET link = ?1, title = ?2, author = ?3, summary = ?4, content = ?5, "
			"published = ?6, updated = ?7,"
			" hash = ?8 WHERE id = ?9",
			"ssssswwii", entry->link, entry->title, entry->author, entry->summary, entry->content,
			entry->published, entry->updated, hash, *id);
	}
	*change = ENTRY_NEW;
	if (!sql_run(s, err,
			"INSERT INTO entry(source, key, link, title, author, summary, content, published, "
			"updated, hash, first_seen)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
			"isssssswwiw", source, key, entry->link, entry->title, entry->author, entry->summary,
			entry->content, entry->published, entry->updated, hash, now))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool store_entry(struct store *s, struct arena *a, int64_t id, struct entry *entry, int64_t *source,
	struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT key, link, title, author, summary, content, published, updated, source FROM entry "
		"WHERE id = ?1",
		"i", id);
	bool found;
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (!found)
		return err_set(err, ERR_STORE, "store: there is no entry %lld", (long long)id);
	*entry = (struct entry){
		.id = sql_str(a, stmt, 0),
		.link = sql_str(a, stmt, 1),
		.title = sql_str(a, stmt, 2),
		.author = sql_str(a, stmt, 3),
		.summary = sql_str(a, stmt, 4),
		.content = sql_str(a, stmt, 5),
		.published = sql_when(stmt, 6),
		.updated = sql_when(stmt, 7),
	};
	*source = sql_int(stmt, 8);
	sql_end(stmt);
	return true;
}

/* ---- pages ---- */

bool store_put_page(struct store *s, const struct stored_page *page, struct err *err)
{
	struct arena scratch = {0};
	size_t room = ZSTD_compressBound(page->body.n);
	char *packed = arena_alloc(&scratch, room);
	size_t n =
		ZSTD_compress(packed, room, page->body.p ? page->body.p : "", page->body.n, ZSTD_LEVEL);
	BUG_ON(ZSTD_isError(n));
	bool ok = sql_run(s, err,
		"INSERT INTO page(url, final_url, status, etag, last_modified, charset, hash, size, body, "
		"fetched)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT(url) DO UPDATE SET "
		"final_url = excluded.final_url,"
		" status = excluded.status, etag = excluded.etag, last_modified = excluded.last_modified,"
		" charset = excluded.charset, hash = excluded.hash, size = excluded.size, body = "
		"excluded.body,"
		" fetched = excluded.fetched",
		"ssissssizw", page->url, page->final_url, (int64_t)page->status, page->etag,
		page->last_modified, page->charset, page->hash, (int64_t)page->body.n,
		(struct str){packed, n}, page->fetched);
	arena_free(&scratch);
	return ok;
}

static bool unpack(
	struct arena *a, sqlite3_stmt *stmt, int column, size_t size, struct str *body, struct err *err)
{
	if (size > LIMIT_BODY)
		return err_set(err, ERR_STORE, "store: a page of %zu bytes is over the ceiling", size);
	char *p = arena_alloc(a, size + 1);
	size_t n = ZSTD_decompress(
		p, size, sqlite3_column_blob(stmt, column), (size_t)sqlite3_column_bytes(stmt, column));
	if (ZSTD_isError(n) || n != size)
		return err_set(err, ERR_STORE, "store: a stored page is damaged");
	p[n] = '\0';
	*body = (struct str){p, n};
	return true;
}

#define PAGE_COLUMNS \
	"SELECT url, final_url, status, etag, last_modified, charset, hash, size, fetched, body FROM " \
	"page"

static bool read_page(struct store *s, struct arena *a, sqlite3_stmt *stmt, bool with_body,
	struct stored_page *page, bool *found, struct err *err)
{
	if (!sql_first(s, stmt, found, err))
		return false;
	if (!*found)
		return true;
	*page = (struct stored_page){
		.url = sql_str(a, stmt, 0),
		.final_url = sql_str(a, stmt, 1),
		.status = (int)sql_int(stmt, 2),
		.etag = sql_str(a, stmt, 3),
		.last_modified = sql_str(a, stmt, 4),
		.charset = sql_str(a, stmt, 5),
		.hash = sql_str(a, stmt, 6),
		.fetched = sql_when(stmt, 8),
	};
	bool ok = !with_body || unpack(a, stmt, 9, (size_t)sql_int(stmt, 7), &page->body, err);
	sql_end(stmt);
	return ok;
}

bool store_page(struct store *s, struct arena *a, struct str url, bool with_body,
	struct stored_page *page, bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, PAGE_COLUMNS " WHERE url = ?1", "s", url);
	return read_page(s, a, stmt, with_body, page, found, err);
}

bool store_page_of_hash(struct store *s, struct arena *a, struct str hash, struct stored_page *page,
	bool *found, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, PAGE_COLUMNS " WHERE hash = ?1 LIMIT 1", "s", hash);
	return read_page(s, a, stmt, true, page, found, err);
}

/* ---- reports ---- */

static bool put_body(
	struct store *s, const struct report *r, const struct span_vec *sentences, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err, "SELECT 1 FROM body WHERE hash = ?1", "s", r->text_hash);
	bool found;
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (found) {
		sql_end(stmt);
		return true;
	}
	if (!sql_run(
			s, err, "INSERT INTO body(hash, text) VALUES (?1, ?2)", "ss", r->text_hash, r->text))
		return false;
	for (size_t i = 0; i < sentences->n; i++)
		if (!sql_run(s, err,
				"INSERT INTO sentence(hash, number, start, length) VALUES (?1, ?2, ?3, ?4)", "siii",
				r->text_hash, (int64_t)i, (int64_t)sentences->items[i].start,
				(int64_t)sentences->items[i].length))
			return false;
	return true;
}

static bool find_report(struct store *s, const struct report *r, int64_t *id, bool *found,
	bool *changed, struct err *err)
{
	sqlite3_stmt *stmt =
		sql_query(s, err, "SELECT id, text_hash, title FROM report WHERE key = ?1", "s", r->key);
	if (!sql_first(s, stmt, found, err))
		return false;
	*changed = true;
	if (*found) {
		struct arena scratch = {0};
		*id = sql_int(stmt, 0);
		*changed = !str_eq(sql_str(&scratch, stmt, 1), r->text_hash) ||
			!str_eq(sql_str(&scratch, stmt, 2), r->title);
		sql_end(stmt);
		arena_free(&scratch);
	}
	return true;
}

/* What windows are measured by: a report without a date counts from when it was fetched. */
static int64_t time_of(const struct report *r)
{
	return when_is_known(r->published) ? r->published.utc_s : r->fetched.utc_s;
}

bool store_put_report(struct store *s, int64_t entry, int64_t source, const struct report *r,
	const struct span_vec *sentences, bool *changed, int64_t *id, struct err *err)
{
	bool found;
	if (!put_body(s, r, sentences, err) || !find_report(s, r, id, &found, changed, err))
		return false;
	if (found)
		return sql_run(s, err,
			"UPDATE report SET url = ?1, title = ?2, author = ?3, language = ?4, image = ?5, "
			"text_hash = ?6,"
			" page_hash = ?7, correction = ?8, published = ?9, published_s = ?10, modified = ?11, "
			"fetched = ?12,"
			" state = ?13, is_live_blog = ?14 WHERE id = ?15",
			"sssssssswiwwiii", r->url, r->title, r->author, r->language, r->image, r->text_hash,
			r->page_hash, r->correction, r->published, time_of(r), r->modified, r->fetched,
			(int64_t)r->state, (int64_t)r->is_live_blog, *id);
	if (!sql_run(s, err,
			"INSERT INTO report(key, entry, source, url, title, author, language, image, "
			"text_hash, page_hash, correction,"
			" published, published_s, modified, fetched, state, is_live_blog)"
			" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
			"siisssssssswiwwii", r->key, entry, source, r->url, r->title, r->author, r->language,
			r->image, r->text_hash, r->page_hash, r->correction, r->published, time_of(r),
			r->modified, r->fetched, (int64_t)r->state, (int64_t)r->is_live_blog))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool store_has_better_report(
	struct store *s, struct str key, enum page_state than, bool *is_better, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(
		s, err, "SELECT 1 FROM report WHERE key = ?1 AND state > ?2", "si", key, (int64_t)than);
	if (!sql_first(s, stmt, is_better, err))
		return false;
	if (*is_better)
		sql_end(stmt);
	return true;
}

bool store_key_of_text(struct store *s, struct arena *a, int64_t source, struct str text_hash,
	struct str *key, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT key FROM report WHERE source = ?1 AND text_hash = ?2 AND key LIKE 'urn:%' ORDER BY "
		"id LIMIT 1",
		"is", source, text_hash);
	bool found;
	if (!sql_first(s, stmt, &found, err))
		return false;
	if (found) {
		*key = sql_str(a, stmt, 0);
		sql_end(stmt);
	}
	return true;
}

#define REPORT_COLUMNS \
	"SELECT r.id, r.key, r.url, r.title, r.author, r.language, r.image, r.text_hash, r.page_hash," \
	" r.correction, r.published, r.modified, r.fetched, r.state, r.is_live_blog, r.story, " \
	"s.name, s.topic," \
	" s.licence, s.owner, r.refused"
#define REPORT_FROM \
	" FROM report r JOIN source s ON s.id = r.source JOIN body b ON b.hash = r.text_hash"
#define REPORT_ORDER " ORDER BY r.published_s, r.key"
#define TEXT_COLUMN 21

static struct report read_report(struct arena *a, sqlite3_stmt *stmt)
{
	struct report r = {
		.id = sql_int(stmt, 0),
		.key = sql_str(a, stmt, 1),
		.url = sql_str(a, stmt, 2),
		.title = sql_str(a, stmt, 3),
		.author = sql_str(a, stmt, 4),
		.language = sql_str(a, stmt, 5),
		.image = sql_str(a, stmt, 6),
		.text_hash = sql_str(a, stmt, 7),
		.page_hash = sql_str(a, stmt, 8),
		.correction = sql_str(a, stmt, 9),
		.published = sql_when(stmt, 10),
		.modified = sql_when(stmt, 11),
		.fetched = sql_when(stmt, 12),
		.state = (enum page_state)sql_int(stmt, 13),
		.is_live_blog = sql_int(stmt, 14) != 0,
		.story = sql_str(a, stmt, 15),
		.outlet = sql_str(a, stmt, 16),
		.topic = sql_str(a, stmt, 17),
		.licence = sql_str(a, stmt, 18),
		.owner = sql_str(a, stmt, 19),
		.text = sql_str(a, stmt, TEXT_COLUMN),
	};
	if (!when_is_known(r.published))
		r.published = r.fetched;
	/* What the operator has a licence for, nobody refuses. */
	int64_t refused = r.licence.n ? 0 : sql_int(stmt, 20);
	r.refuses_quote = (refused >> USE_QUOTE) & 1;
	r.refuses_model = (refused >> USE_MODEL) & 1;
	return r;
}

static bool read_reports(struct store *s, struct arena *a, sqlite3_stmt *stmt,
	struct report_vec *reports, struct err *err)
{
	struct err why;
	*reports = (struct report_vec){0};
	if (!stmt)
		return false;
	while (sql_next(s, stmt, &why))
		*VEC_ADD(a, reports) = read_report(a, stmt);
	return sql_ended(&why, err);
}

bool store_reports(struct store *s, struct arena *a, enum report_choice choice, struct when since,
	bool with_text, struct report_vec *reports, struct err *err)
{
	int64_t text = with_text;
	sqlite3_stmt *stmt = NULL;
	switch (choice) {
	case REPORTS_ALL:
		stmt = sql_query(s, err,
			REPORT_COLUMNS ", CASE WHEN ?1 THEN b.text ELSE '' END" REPORT_FROM REPORT_ORDER, "i",
			text);
		break;
	case REPORTS_WITHOUT_STORY:
		stmt = sql_query(s, err,
			REPORT_COLUMNS ", CASE WHEN ?1 THEN b.text ELSE '' END" REPORT_FROM
						   " WHERE r.story = '' AND r.state <> 0" REPORT_ORDER,
			"i", text);
		break;
	case REPORTS_SINCE:
		stmt = sql_query(s, err,
			REPORT_COLUMNS ", CASE WHEN ?1 THEN b.text ELSE '' END" REPORT_FROM
						   " WHERE r.story <> '' AND r.published_s >= ?2" REPORT_ORDER,
			"ii", text, since.utc_s);
		break;
	}
	return read_reports(s, a, stmt, reports, err);
}

bool store_story_reports(
	struct store *s, struct arena *a, struct str story, struct report_vec *reports, struct err *err)
{
	sqlite3_stmt *stmt = sql_query(s, err,
		REPORT_COLUMNS ", b.text" REPORT_FROM " WHERE r.story = ?1" REPORT_ORDER, "s", story);
	return read_reports(s, a, stmt, reports, err);
}

bool store_draft_reports(
	struct store *s, struct arena *a, int64_t draft, struct report_vec *reports, struct err *err)
{
	/* Title, times and text are those of the time the draft was made; the rest is of today. */
	sqlite3_stmt *stmt = sql_query(s, err,
		"SELECT r.id, r.key, r.url, d.title, r.author, r.language, r.image, d.text_hash, "
		"d.page_hash,"
		" r.correction, d.published, r.modified, d.fetched, r.state, r.is_live_blog, r.story, "
		"s.name, s.topic,"
		" s.licence, s.owner, r.refused, b.text FROM draft_report d JOIN report r ON r.id = "
		"d.report"
		" JOIN source s ON s.id = r.source JOIN body b ON b.hash = d.text_hash WHERE d.draft = ?1 "
		"ORDER BY d.number",
		"i", draft);
	return read_reports(s, a, stmt, reports, err);
}
