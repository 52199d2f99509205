#include "unit.h"

#include "store/store.h"

#include <sys/stat.h>
#include <unistd.h>

static struct arena a;
static struct store *store;
static char folder[64], path[80];
static struct err err;
static const struct when now = {.utc_s = 1748340000};

static int open_store(void **state)
{
	(void)state;
	(void)snprintf(folder, sizeof(folder), "/tmp/wireproof-store-XXXXXX");
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/desk.db", folder);
	err = (struct err){0};
	assert_true(store_open(path, true, &store, &err));
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	static const char *const names[] = {"desk.db", "desk.db-wal", "desk.db-shm"};
	store_close(store);
	for (size_t i = 0; i < COUNT(names); i++)
		(void)unlink(str_format(&a, "%s/%s", folder, names[i]).p);
	(void)rmdir(folder);
	arena_free(&a);
	return 0;
}

static int64_t add_source(const char *url)
{
	struct source source = {
		.url = str_c(url), .name = STR("The Quay Ledger"), .topic = STR("harbour")};
	int64_t id;
	bool is_new;
	assert_true(store_add_source(store, &source, &id, &is_new, &err));
	return id;
}

static int64_t add_report(int64_t source, const char *key, const char *text, struct when published)
{
	struct entry entry = {.link = str_c(key), .title = STR("t")};
	struct report report = {.key = str_c(key),
		.url = str_c(key),
		.title = STR("Ferry hits pier"),
		.text = str_c(text),
		.text_hash = hash_sha256(&a, str_c(text)),
		.published = published,
		.fetched = now,
		.modified = WHEN_UNKNOWN,
		.state = PAGE_FULL};
	struct span_vec sentences = {0};
	int64_t entry_id, id;
	enum entry_change change;
	bool changed;
	*VEC_ADD(&a, &sentences) = (struct span){0, report.text.n};
	assert_true(store_put_entry(store, source, &entry, str_c(key), now, &entry_id, &change, &err));
	assert_true(
		store_put_report(store, entry_id, source, &report, &sentences, &changed, &id, &err));
	return id;
}

static void sources_come_back_as_they_were(void **state)
{
	(void)state;
	int64_t id = add_source("http://x.example/feed"), again;
	bool is_new;
	struct source_vec all;
	assert_true(store_add_source(
		store, &(struct source){.url = STR("http://x.example/feed")}, &again, &is_new, &err));
	assert_int_equal(again, id);
	assert_false(is_new);
	assert_true(store_sources(store, &a, &all, &err));
	all.items[0].etag = STR("W/\"a b\"");
	all.items[0].fetched = now;
	all.items[0].is_paused = true;
	assert_true(store_save_source(store, &all.items[0], &err));
	assert_true(store_sources(store, &a, &all, &err));
	assert_int_equal(all.n, 1);
	ASSERT_STR(all.items[0].etag, STR("W/\"a b\""), 0);
	ASSERT_STR(all.items[0].name, STR("The Quay Ledger"), 0);
	assert_true(all.items[0].is_paused);
	assert_int_equal(all.items[0].fetched.utc_s, now.utc_s);
	assert_false(when_is_known(all.items[0].next));
	assert_true(store_remove_source(store, id, &err));
	assert_true(store_sources(store, &a, &all, &err));
	assert_int_equal(all.n, 0);
	assert_true(store_add_source(
		store, &(struct source){.url = STR("http://x.example/feed")}, &again, &is_new, &err));
	assert_true(is_new && again == id);
}

static void an_entry_is_new_then_same_then_changed(void **state)
{
	(void)state;
	int64_t source = add_source("http://x.example/feed"), id, again;
	struct entry entry = {.title = STR("a"), .link = STR("http://x.example/1"), .published = now};
	enum entry_change change;
	assert_true(store_put_entry(store, source, &entry, STR("k"), now, &id, &change, &err));
	assert_int_equal(change, ENTRY_NEW);
	assert_true(store_put_entry(store, source, &entry, STR("k"), now, &again, &change, &err));
	assert_int_equal(change, ENTRY_SAME);
	entry.title = STR("b");
	assert_true(store_put_entry(store, source, &entry, STR("k"), now, &again, &change, &err));
	assert_int_equal(change, ENTRY_CHANGED);
	assert_int_equal(again, id);
	struct entry back;
	int64_t of;
	assert_true(store_entry(store, &a, id, &back, &of, &err));
	ASSERT_STR(back.title, STR("b"), 0);
	assert_int_equal(of, source);
}

static void pages_are_kept_byte_for_byte(void **state)
{
	(void)state;
	static const char bytes[] = "<p>\0\xFF\xE9 bytes";
	struct stored_page page = {.url = STR("http://x.example/1"),
						   .body = {bytes, sizeof(bytes)},
						   .etag = STR("\"e\""),
						   .status = 200,
						   .fetched = now},
					   back;
	bool found;
	assert_true(store_page(store, &a, page.url, true, &back, &found, &err));
	assert_false(found);
	assert_true(store_put_page(store, &page, &err));
	assert_true(store_page(store, &a, page.url, true, &back, &found, &err));
	assert_true(found);
	ASSERT_STR(back.body, page.body, 0);
	ASSERT_STR(back.etag, STR("\"e\""), 0);
	page.body = STR("");
	assert_true(store_put_page(store, &page, &err));
	assert_true(store_page(store, &a, page.url, true, &back, &found, &err));
	assert_int_equal(back.body.n, 0);
}

static void a_draft_keeps_the_text_it_was_made_from(void **state)
{
	(void)state;
	int64_t source = add_source("http://x.example/feed");
	int64_t report = add_report(source, "http://x.example/1", "The first text.", now), draft;
	struct report_vec reports;
	assert_true(store_set_story(store, report, STR("s1"), true, now, &err));
	assert_true(store_story_reports(store, &a, STR("s1"), &reports, &err));
	assert_int_equal(reports.n, 1);
	struct draft_row row = {
		.story = STR("s1"), .inputs = STR("h"), .state = STR("held"), .made = now};
	assert_true(store_put_draft(store, &row, reports.items, reports.n, &draft, &err));
	assert_int_equal(add_report(source, "http://x.example/1", "Another text.", now), report);
	assert_true(store_story_reports(store, &a, STR("s1"), &reports, &err));
	ASSERT_STR(reports.items[0].text, STR("Another text."), 0);
	assert_true(store_draft_reports(store, &a, draft, &reports, &err));
	ASSERT_STR(reports.items[0].text, STR("The first text."), 0);
	ASSERT_STR(reports.items[0].topic, STR("harbour"), 0);
}

static void a_new_draft_replaces_one_that_waits_but_not_a_published_one(void **state)
{
	(void)state;
	static const struct {
		const char *state, *want;
	} rows[] = {{"held", "replaced"}, {"waiting", "replaced"}, {"published", "published"},
		{"rejected", "rejected"}};
	int64_t source = add_source("http://x.example/feed");
	assert_true(
		store_set_story(store, add_report(source, "k", "Text.", now), STR("s"), true, now, &err));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct draft_row row = {.story = STR("s"), .state = str_c(rows[i].state), .made = now},
						 back;
		int64_t first, second;
		assert_true(store_put_draft(store, &row, NULL, 0, &first, &err));
		row.state = STR("held");
		assert_true(store_put_draft(store, &row, NULL, 0, &second, &err));
		assert_true(store_draft(store, &a, first, &back, &err));
		ASSERT_STR(back.state, str_c(rows[i].want), i);
	}
}

static void reports_come_in_order_of_time_then_key(void **state)
{
	(void)state;
	int64_t source = add_source("http://x.example/feed");
	struct when later = now, unknown = WHEN_UNKNOWN;
	later.utc_s += 60;
	(void)add_report(source, "http://x.example/c", "Text c.", later);
	(void)add_report(source, "http://x.example/b", "Text b.", now);
	(void)add_report(source, "http://x.example/a", "Text a.", unknown);
	struct report_vec reports;
	assert_true(store_reports(store, &a, REPORTS_WITHOUT_STORY, unknown, false, &reports, &err));
	assert_int_equal(reports.n, 3);
	ASSERT_STR(reports.items[0].key, STR("http://x.example/a"), 0);
	ASSERT_STR(reports.items[2].key, STR("http://x.example/c"), 2);
	ASSERT_STR(reports.items[0].text, STR(""), 0);
	assert_int_equal(reports.items[0].published.utc_s, now.utc_s);
	assert_true(store_set_story(store, reports.items[2].id, STR("s"), true, now, &err));
	assert_true(store_reports(store, &a, REPORTS_SINCE, later, true, &reports, &err));
	assert_int_equal(reports.n, 1);
	ASSERT_STR(reports.items[0].text, STR("Text c."), 0);
}

static void a_job_is_taken_once_and_given_back(void **state)
{
	(void)state;
	struct job job;
	struct when later = now;
	bool found;
	later.utc_s += 100;
	assert_true(store_ask(store, STR("page"), STR("7"), &err));
	assert_true(store_ask(store, STR("page"), STR("7"), &err));
	assert_true(store_take(store, &a, STR("page"), STR("x"), now, later, &job, &found, &err));
	assert_true(found);
	ASSERT_STR(job.key, STR("7"), 0);
	assert_true(store_take(store, &a, STR("page"), STR("y"), now, later, &job, &found, &err));
	assert_false(found);
	assert_true(store_take(store, &a, STR("page"), STR("y"), later, later, &job, &found, &err));
	assert_true(found); /* the lease ran out */
	assert_true(store_free_leases(store, &err));
	assert_true(store_take(store, &a, STR("page"), STR("z"), now, later, &job, &found, &err));
	assert_true(found); /* its holder is dead */
	assert_true(store_job_failed(store, job.id, STR("refused"), later, false, &err));
	assert_true(store_take(store, &a, STR("page"), STR("z"), now, later, &job, &found, &err));
	assert_false(found); /* not due yet */
	assert_true(store_take(store, &a, STR("page"), STR("z"), later, later, &job, &found, &err));
	assert_true(found && job.attempts == 1);
	assert_true(store_job_done(store, job.id, &err));
	int64_t waiting;
	assert_true(store_waiting(store, STR("page"), &waiting, &err));
	assert_int_equal(waiting, 0);
	assert_true(store_ask(store, STR("page"), STR("7"), &err));
	assert_true(store_waiting(store, STR("page"), &waiting, &err));
	assert_int_equal(waiting, 1);
}

static void articles_have_versions_and_can_be_withdrawn(void **state)
{
	(void)state;
	int64_t source = add_source("http://x.example/feed"), draft, version, count;
	struct when later = now;
	struct article_row article;
	bool found;
	later.utc_s += DAY_S;
	assert_true(
		store_set_story(store, add_report(source, "k", "Text.", now), STR("s"), true, now, &err));
	struct draft_row row = {.story = STR("s"), .state = STR("published"), .made = now};
	assert_true(store_put_draft(store, &row, NULL, 0, &draft, &err));
	assert_true(store_put_article(store, STR("s"), draft, STR(""), now, &version, &err));
	assert_true(store_put_article(store, STR("s"), draft, STR("Ines Roth"), later, &version, &err));
	assert_int_equal(version, 2);
	assert_true(store_article(store, &a, STR("s"), &article, &found, &err));
	assert_true(found && article.version == 2);
	assert_int_equal(article.published.utc_s, now.utc_s);
	assert_int_equal(article.updated.utc_s, later.utc_s);
	ASSERT_STR(article.reviewed_by, STR("Ines Roth"), 0);
	assert_true(store_published_since(store, later, &count, &err));
	assert_int_equal(count, 0); /* a second version is no new article */
	assert_true(store_withdraw(store, STR("s"), STR("wrong town"), later, &err));
	assert_true(store_article(store, &a, STR("s"), &article, &found, &err));
	ASSERT_STR(article.state, STR("withdrawn"), 0);
	ASSERT_STR(article.reason, STR("wrong town"), 0);
}

static void a_merged_story_leads_to_the_one_that_was_kept(void **state)
{
	(void)state;
	int64_t source = add_source("http://x.example/feed"), draft, version;
	struct merge_vec merges;
	struct article_row article;
	struct story_row story;
	struct report_vec reports;
	bool found;
	const char *keys[] = {"k1", "k2", "k3"}, *ids[] = {"one", "two", "three"};
	for (size_t i = 0; i < 3; i++)
		assert_true(store_set_story(
			store, add_report(source, keys[i], "Text.", now), str_c(ids[i]), true, now, &err));
	struct draft_row row = {.story = STR("three"), .state = STR("published"), .made = now};
	assert_true(store_put_draft(store, &row, NULL, 0, &draft, &err));
	assert_true(store_put_article(store, STR("three"), draft, STR(""), now, &version, &err));
	assert_true(store_merge_story(store, STR("two"), STR("three"), STR("alike"), now, &err));
	assert_true(store_merge_story(store, STR("one"), STR("two"), STR("alike too"), now, &err));
	assert_true(store_merge_story(store, STR("one"), STR("unheard of"), STR("?"), now, &err));
	assert_true(store_merges(store, &a, &merges, &err));
	assert_int_equal(merges.n, 2);
	for (size_t i = 0; i < merges.n; i++)
		ASSERT_STR(merges.items[i].kept, STR("one"), i);
	assert_true(store_story(store, &a, STR("three"), &story, &found, &err));
	ASSERT_STR(story.state, STR("merged"), 0);
	assert_int_equal(story.reports, 0);
	assert_true(store_story_reports(store, &a, STR("one"), &reports, &err));
	assert_int_equal(reports.n, 3);
	assert_true(store_article(store, &a, STR("three"), &article, &found, &err));
	ASSERT_STR(article.state, STR("withdrawn"), 0);
	assert_true(store_article(store, &a, STR("one"), &article, &found, &err));
	assert_false(found); /* it had none, and none was withdrawn */
}

static void the_log_can_only_grow(void **state)
{
	(void)state;
	struct log_row row = {.at = now,
		.who = STR("Ines Roth"),
		.what = STR("approve"),
		.subject = STR("s"),
		.why = STR("ok")};
	struct log_vec rows;
	assert_true(store_log(store, &row, &err));
	store_close(store);
	const char *try_update =
		str_format(&a, "sqlite3 %s \"UPDATE log SET who = 'x'\" 2>/dev/null", path).p;
	const char *try_delete = str_format(&a, "sqlite3 %s \"DELETE FROM log\" 2>/dev/null", path).p;
	assert_int_not_equal(system(try_update), 0);
	assert_int_not_equal(system(try_delete), 0);
	assert_true(store_open(path, false, &store, &err));
	assert_true(store_log_of(store, &a, STR("s"), &rows, &err));
	assert_int_equal(rows.n, 1);
	ASSERT_STR(rows.items[0].who, STR("Ines Roth"), 0);
}

static void what_is_rolled_back_never_was(void **state)
{
	(void)state;
	struct source_vec all;
	assert_true(store_begin(store, &err));
	(void)add_source("http://x.example/feed");
	store_rollback(store);
	assert_true(store_sources(store, &a, &all, &err));
	assert_int_equal(all.n, 0);
}

static void a_missing_or_damaged_store_says_what_to_do(void **state)
{
	(void)state;
	struct store *other = NULL;
	const char *missing = str_format(&a, "%s/none.db", folder).p,
			   *damaged = str_format(&a, "%s/damaged.db", folder).p;
	assert_false(store_open(missing, false, &other, &err));
	assert_int_equal(err.kind, ERR_CONFIG);
	assert_non_null(strstr(err.msg, "wireproof init"));
	struct buf noise = BUF(10000);
	for (int i = 0; i < 5000; i++)
		buf_add_char(&noise, 'x');
	assert_true(file_write(damaged, buf_str(&noise), &err));
	buf_free(&noise);
	assert_false(store_open(damaged, false, &other, &err));
	assert_int_equal(err.kind, ERR_STORE);
	assert_non_null(strstr(err.msg, "damaged"));
	(void)unlink(damaged);
}

#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, open_store, close_store)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(sources_come_back_as_they_were),
		STORE_TEST(an_entry_is_new_then_same_then_changed),
		STORE_TEST(pages_are_kept_byte_for_byte),
		STORE_TEST(a_draft_keeps_the_text_it_was_made_from),
		STORE_TEST(a_new_draft_replaces_one_that_waits_but_not_a_published_one),
		STORE_TEST(reports_come_in_order_of_time_then_key),
		STORE_TEST(a_job_is_taken_once_and_given_back),
		STORE_TEST(articles_have_versions_and_can_be_withdrawn),
		STORE_TEST(a_merged_story_leads_to_the_one_that_was_kept),
		STORE_TEST(the_log_can_only_grow),
		STORE_TEST(what_is_rolled_back_never_was),
		STORE_TEST(a_missing_or_damaged_store_says_what_to_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
