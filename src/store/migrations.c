#include "store/sql.h"

/* Step N brings version N to N + 1. A step that has been released never changes; the next one mends
 * it. */
static const char *const steps[] = {
	"CREATE TABLE source(id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, name TEXT NOT NULL, "
	"site TEXT NOT NULL,"
	" language TEXT NOT NULL, topic TEXT NOT NULL, licence TEXT NOT NULL, owner TEXT NOT NULL, "
	"is_paused INTEGER NOT NULL,"
	" is_removed INTEGER NOT NULL DEFAULT 0, etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT "
	"NULL DEFAULT '',"
	" state TEXT NOT NULL, fetched TEXT, next TEXT, failures INTEGER NOT NULL DEFAULT 0);"

	"CREATE TABLE entry(id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(id), key "
	"TEXT NOT NULL,"
	" link TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, summary TEXT NOT NULL, "
	"content TEXT NOT NULL,"
	" published TEXT, updated TEXT, hash INTEGER NOT NULL, first_seen TEXT, UNIQUE(source, key));"

	"CREATE TABLE page(url TEXT PRIMARY KEY, final_url TEXT NOT NULL, status INTEGER NOT NULL, "
	"etag TEXT NOT NULL,"
	" last_modified TEXT NOT NULL, charset TEXT NOT NULL, hash TEXT NOT NULL, size INTEGER NOT "
	"NULL, body BLOB NOT NULL,"
	" fetched TEXT) WITHOUT ROWID;"

	"CREATE TABLE body(hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE sentence(hash TEXT NOT NULL REFERENCES body(hash), number INTEGER NOT NULL, "
	"start INTEGER NOT NULL,"
	" length INTEGER NOT NULL, PRIMARY KEY(hash, number)) WITHOUT ROWID;"
	"CREATE TABLE report(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, entry INTEGER NOT NULL "
	"REFERENCES entry(id),"
	" source INTEGER NOT NULL REFERENCES source(id), url TEXT NOT NULL, title TEXT NOT NULL, "
	"author TEXT NOT NULL,"
	" language TEXT NOT NULL, image TEXT NOT NULL, text_hash TEXT NOT NULL REFERENCES body(hash), "
	"page_hash TEXT NOT NULL,"
	" correction TEXT NOT NULL, published TEXT, published_s INTEGER, modified TEXT, fetched TEXT, "
	"state INTEGER NOT NULL,"
	" is_live_blog INTEGER NOT NULL, story TEXT NOT NULL DEFAULT '');"
	"CREATE INDEX report_by_story ON report(story, published_s);"

	"CREATE TABLE story(id TEXT PRIMARY KEY, created TEXT NOT NULL, updated TEXT NOT NULL, title "
	"TEXT NOT NULL,"
	" state TEXT NOT NULL DEFAULT 'new', reason TEXT NOT NULL DEFAULT '', inputs TEXT NOT NULL "
	"DEFAULT '') WITHOUT ROWID;"
	"CREATE TABLE draft(id INTEGER PRIMARY KEY, story TEXT NOT NULL REFERENCES story(id), inputs "
	"TEXT NOT NULL,"
	" title TEXT NOT NULL, body TEXT NOT NULL, verdicts TEXT NOT NULL, state TEXT NOT NULL, reason "
	"TEXT NOT NULL,"
	" made TEXT NOT NULL);"
	"CREATE INDEX draft_by_story ON draft(story, id);"
	"CREATE TABLE draft_report(draft INTEGER NOT NULL REFERENCES draft(id), number INTEGER NOT "
	"NULL,"
	" report INTEGER NOT NULL REFERENCES report(id), title TEXT NOT NULL, text_hash TEXT NOT NULL "
	"REFERENCES body(hash),"
	" page_hash TEXT NOT NULL, published TEXT, fetched TEXT, PRIMARY KEY(draft, number)) WITHOUT "
	"ROWID;"
	"CREATE TABLE finding(draft INTEGER NOT NULL REFERENCES draft(id), sentence INTEGER NOT NULL, "
	"start INTEGER NOT NULL,"
	" length INTEGER NOT NULL, kind TEXT NOT NULL, tier TEXT NOT NULL, explain TEXT NOT NULL);"
	"CREATE INDEX finding_by_draft ON finding(draft);"

	"CREATE TABLE article(story TEXT NOT NULL REFERENCES story(id), version INTEGER NOT NULL,"
	" draft INTEGER NOT NULL REFERENCES draft(id), at TEXT NOT NULL, at_s INTEGER NOT NULL, "
	"reviewed_by TEXT NOT NULL,"
	" PRIMARY KEY(story, version)) WITHOUT ROWID;"
	"CREATE TABLE withdrawal(story TEXT PRIMARY KEY REFERENCES story(id), at TEXT NOT NULL, reason "
	"TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE correction(id INTEGER PRIMARY KEY, story TEXT NOT NULL REFERENCES story(id), at "
	"TEXT NOT NULL,"
	" note TEXT NOT NULL, who TEXT NOT NULL);"

	"CREATE TABLE job(id INTEGER PRIMARY KEY, stage TEXT NOT NULL, key TEXT NOT NULL, state TEXT "
	"NOT NULL, owner TEXT NOT NULL"
	" DEFAULT '', lease_s INTEGER NOT NULL DEFAULT 0, due_s INTEGER NOT NULL DEFAULT 0, attempts "
	"INTEGER NOT NULL DEFAULT 0,"
	" why TEXT NOT NULL DEFAULT '', UNIQUE(stage, key));"
	"CREATE INDEX job_waiting ON job(stage, state, id);"

	"CREATE TABLE log(id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT "
	"NULL, subject TEXT NOT NULL,"
	" why TEXT NOT NULL);"
	"CREATE INDEX log_by_subject ON log(subject, id);"
	"CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is "
	"only added to'); END;"
	"CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is "
	"only added to'); END;",

	/* Every proof.json that went out, so that the next one can name it. */
	"CREATE TABLE proof(id INTEGER PRIMARY KEY, story TEXT NOT NULL REFERENCES story(id), at TEXT "
	"NOT NULL, body TEXT NOT NULL);"
	"CREATE INDEX proof_by_story ON proof(story, id);"
	"CREATE INDEX page_by_hash ON page(hash);",

	/* Stories that were made one: the id that is gone leads to the one that was kept. */
	"CREATE TABLE story_merge(gone TEXT PRIMARY KEY REFERENCES story(id), kept TEXT NOT NULL "
	"REFERENCES story(id), at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE INDEX story_merge_by_kept ON story_merge(kept);",

	/* What a model server answered, what it is known to do, and how each draft was made. */
	"CREATE TABLE answer(id INTEGER PRIMARY KEY, key TEXT NOT NULL, at TEXT NOT NULL, at_s INTEGER "
	"NOT NULL, story TEXT NOT NULL, stage TEXT NOT NULL, model TEXT NOT NULL, prompt TEXT NOT NULL,"
	" is_good INTEGER NOT NULL, why TEXT NOT NULL, text TEXT NOT NULL, reply BLOB NOT NULL, status "
	"INTEGER NOT NULL, prompt_tokens INTEGER NOT NULL, answer_tokens INTEGER NOT NULL, microcents "
	"INTEGER NOT NULL, elapsed_ms INTEGER NOT NULL);"
	"CREATE INDEX answer_by_key ON answer(key, id);"
	"CREATE INDEX answer_by_time ON answer(at_s);"
	"CREATE TABLE probe(id INTEGER PRIMARY KEY, server TEXT NOT NULL, at TEXT NOT NULL, at_s "
	"INTEGER "
	"NOT NULL, passes INTEGER NOT NULL, why TEXT NOT NULL, result TEXT NOT NULL);"
	"ALTER TABLE draft ADD COLUMN making TEXT NOT NULL DEFAULT '';",

	/* What publishers allow: each signal as it was read, the files that signals came from, and what
	 * a report's signals refuse (a bit for each use). Where feeds are moving to, and how long they
	 * want to be left alone. */
	"CREATE TABLE signal(subject TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, place "
	"TEXT NOT NULL, raw TEXT NOT NULL, says_store INTEGER NOT NULL, says_quote INTEGER NOT NULL,"
	" says_model INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY(subject, number)) WITHOUT ROWID;"
	"CREATE TABLE rights_file(url TEXT PRIMARY KEY, status INTEGER NOT NULL, body TEXT NOT NULL, "
	"at "
	"TEXT NOT NULL) WITHOUT ROWID;"
	"ALTER TABLE report ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE source ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';"
	"ALTER TABLE source ADD COLUMN moved_count INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE source ADD COLUMN good TEXT;"
	"ALTER TABLE source ADD COLUMN floor_s INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE source ADD COLUMN note TEXT NOT NULL DEFAULT '';"
	"ALTER TABLE source ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';"
	"UPDATE source SET good = fetched WHERE state = 'ok';"
	/* One page is one report, whether a feed links it by http or https. */
	"UPDATE OR IGNORE report SET key = 'https' || substr(key, 5) WHERE key LIKE 'http://%';"
	"CREATE INDEX report_by_text ON report(source, text_hash);",
};
#define VERSION ((int64_t)(sizeof(steps) / sizeof(steps[0])))

static bool read_version(struct store *s, int64_t *version, struct err *err)
{
	bool found;
	sqlite3_stmt *stmt = sql_query(s, err, "PRAGMA user_version", "");
	if (!sql_first(s, stmt, &found, err))
		return false;
	*version = sql_int(stmt, 0);
	sql_end(stmt);
	return true;
}

bool migrate(struct store *s, struct err *err)
{
	int64_t version;
	if (!read_version(s, &version, err))
		return false;
	if (version > VERSION)
		return err_set(err, ERR_STORE,
			"desk.db is of version %lld, this wireproof knows up to %lld: use the newer wireproof",
			(long long)version, (long long)VERSION);
	for (; version < VERSION; version++) {
		char set_version[64];
		(void)snprintf(
			set_version, sizeof(set_version), "PRAGMA user_version = %lld", (long long)version + 1);
		if (!store_begin(s, err))
			return false;
		if (sqlite3_exec(s->db, steps[version], NULL, NULL, NULL) != SQLITE_OK ||
			sqlite3_exec(s->db, set_version, NULL, NULL, NULL) != SQLITE_OK) {
			sql_fail(s, err, "bringing the tables up to date");
			store_rollback(s);
			return false;
		}
		if (!store_commit(s, err))
			return false;
	}
	return true;
}
