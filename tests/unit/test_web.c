#include "unit.h"

#include "web/web.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void a_path_names_a_file_of_the_site_or_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *path, *file; /* NULL: none */
	} rows[] = {
		{"/", "index.html"},
		{"/stories/k3/", "stories/k3/index.html"},
		{"/stories/k3", "stories/k3"},
		{"/style.css", "style.css"},
		{"/tags/a%20b/index.html", "tags/a b/index.html"},
		{"/%C3%A9", "é"},
		{"/.well-known/wireproof-key.pem", ".well-known/wireproof-key.pem"},
		{"", NULL},
		{"index.html", NULL},
		{"//etc/passwd", NULL},
		{"/a//b", NULL},
		{"/../key.pem", NULL},
		{"/%2e%2e/key.pem", NULL},
		{"/a/%2E%2E/%2E%2E/key.pem", NULL},
		{"/a/..%2fkey.pem", NULL},
		{"/.", NULL},
		{"/.wireproof-site", NULL},
		{"/a/.hidden", NULL},
		{"/%", NULL},
		{"/%4", NULL},
		{"/%zz", NULL},
		{"/a%00.html", NULL},
		{"http://other.example/", NULL},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str file = STR("");
		bool is_file = web_file_path(&a, str_c(rows[i].path), &file);
		ASSERT_ROW(is_file == (rows[i].file != NULL), i);
		if (is_file)
			ASSERT_STR(file, str_c(rows[i].file), i);
	}
	struct buf longest = BUF(LIMIT_URL * 2);
	for (size_t i = 0; i <= LIMIT_URL; i++)
		buf_add_char(&longest, '/');
	struct str file;
	assert_false(web_file_path(&a, buf_str(&longest), &file));
	buf_free(&longest);
}

static void types_go_by_the_ending(void **state)
{
	(void)state;
	static const struct {
		const char *file, *type;
	} rows[] = {
		{"index.html", "text/html; charset=utf-8"},
		{"feed.json", "application/feed+json"},
		{"stories/x/proof.json", "application/json"},
		{"feed.rss", "application/rss+xml; charset=utf-8"},
		{"icon.svg", "image/svg+xml"},
		{"html", "application/octet-stream"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(str_c(web_type(str_c(rows[i].file))), str_c(rows[i].type), i);
}

static void what_cannot_be_served_is_said(void **state)
{
	(void)state;
	static const struct {
		struct web_options options;
		const char *says;
	} rows[] = {
		{{"/nowhere/at/all", "127.0.0.1", 0}, "wireproof publish"},
		{{"/", "localhost", 0}, "is no address"},
		{{"/", "203.0.113.7", 0}, "can't listen"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct web *web;
		struct err err = {0};
		ASSERT_ROW(!web_start(&rows[i].options, &web, &err), i);
		ASSERT_ROW(err.kind == ERR_CONFIG, i);
		ASSERT_ROW(str_find(str_c(err.msg), str_c(rows[i].says), 0) != STR_NONE, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_path_names_a_file_of_the_site_or_nothing, free_arena),
		cmocka_unit_test_teardown(types_go_by_the_ending, free_arena),
		cmocka_unit_test_teardown(what_cannot_be_served_is_said, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
