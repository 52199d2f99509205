#include "unit.h"

#include "conf/conf.h"

#include <unistd.h>

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void values_come_from_the_file_over_the_fallbacks(void **state)
{
	(void)state;
	struct conf conf;
	struct err err;
	conf_defaults(&a, &conf);
	assert_int_equal(conf.interval_ms, 1000);
	ASSERT_STR(conf.writer, STR("extract"), 0);
	assert_true(conf_parse(&a,
		STR("# note\n[desk]\n\ttitle = \"  The Desk \"\n; note\n[net]\nallow = a.example "
			"10.0.0.0/8\nallow=\t::1/128\n"
			"interval_ms = 0\n"),
		"x.conf", &conf, &err));
	ASSERT_STR(conf.title, STR("  The Desk "), 0);
	assert_int_equal(conf.interval_ms, 0);
	assert_int_equal(conf.allow.n, 3);
	ASSERT_STR(conf.allow.items[2], STR("::1/128"), 0);
}

/* A law's defaults give way to what the file says, wherever it says it. */
static void a_law_changes_defaults_only(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t words;
		const char *noindex;
	} rows[] = {
		{"", 60, "model"},
		{"[desk]\nlaw = eu\n", 25, "model"},
		{"[write]\nextract_words = 40\n[desk]\nlaw = eu\n", 40, "model"},
		{"[desk]\nlaw = us-ny\n", 60, "unreviewed"},
	};
	char path[] = "/tmp/test_conf.XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	(void)close(fd);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct conf conf;
		struct err err;
		assert_true(file_write(path, str_c(rows[i].text), &err));
		assert_true(conf_load(&a, path, &conf, &err));
		ASSERT_ROW(conf.extract_words == rows[i].words, i);
		ASSERT_STR(conf.noindex, str_c(rows[i].noindex), i);
	}
	(void)unlink(path);
}

static void mistakes_name_their_line_and_what_to_do(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"[net]\nalow = x\n", "x.conf:2: no option \"net.alow\": did you mean net.allow?"},
		{"\n\ntitle = x\n", "x.conf:3: no option \".title\": did you mean desk.title?"},
		{"[net]\ninterval_ms = fast\n",
			"x.conf:2: net.interval_ms wants a whole number from 0 to 3600000, not \"fast\""},
		{"[net]\nparallel = 0\n",
			"x.conf:2: net.parallel wants a whole number from 1 to 100, not \"0\""},
		{"[net]\nwhat\n", "x.conf:2: neither [section] nor key = value: what"},
		{"[rules]\nhold = crime gossip\n",
			"x.conf:2: rules.hold can't be \"gossip\": it is one of none crime courts health "
			"elections private"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct conf conf;
		struct err err = {0};
		conf_defaults(&a, &conf);
		ASSERT_ROW(!conf_parse(&a, str_c(rows[i].text), "x.conf", &conf, &err), i);
		ASSERT_ROW(err.kind == ERR_CONFIG, i);
		ASSERT_STR(str_c(err.msg), str_c(rows[i].want), i);
	}
}

static void editing_keeps_comments_and_order(void **state)
{
	(void)state;
	static const struct {
		const char *before, *key, *value, *after;
	} rows[] = {
		{"# head\n[desk]\n\ttitle = A\n# tail\n", "desk.title", "B",
			"# head\n[desk]\n\ttitle = B\n# tail\n"},
		{"[desk]\n\t# title =\n\n[net]\n", "desk.title", "B",
			"[desk]\n\t# title =\n\ttitle = B\n\n[net]\n"},
		{"[desk]\ntitle = A", "net.interval_ms", "5",
			"[desk]\ntitle = A\n\n[net]\n\tinterval_ms = 5\n"},
		{"", "net.interval_ms", "5", "[net]\n\tinterval_ms = 5\n"},
		{"[net]\nallow = a\nallow = b\n", "net.allow", "c d", "[net]\n\tallow = c d\n"},
		{"[net]\nallow = a\n[desk]\n[net]\nallow = b", "net.allow", "c",
			"[net]\n[desk]\n[net]\n\tallow = c\n"},
		{"[net]\n[desk]\ntitle = a\n[net]\n\n", "net.allow", "c",
			"[net]\n[desk]\ntitle = a\n[net]\n\tallow = c\n\n"},
		{"", "desk.title", "\"A\"", "[desk]\n\ttitle = \"\"A\"\"\n"},
		{"", "desk.title", " A", "[desk]\n\ttitle = \" A\"\n"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str edited;
		struct err err;
		ASSERT_ROW(conf_edit(&a, str_c(rows[i].before), str_c(rows[i].key), str_c(rows[i].value),
					   &edited, &err),
			i);
		ASSERT_STR(edited, str_c(rows[i].after), i);
	}
	struct str edited;
	struct err err;
	assert_false(conf_edit(&a, STR(""), STR("net.interval_ms"), STR("-1"), &edited, &err));
	assert_false(conf_edit(&a, STR(""), STR("net.nothing"), STR("1"), &edited, &err));
	assert_false(conf_edit(&a, STR(""), STR("desk.title"), STR("x\n[net]"), &edited, &err));
	assert_false(conf_edit(&a, STR(""), STR("desk.title"), STR("x\0y"), &edited, &err));
	assert_false(conf_edit(&a, STR(""), STR("desk.title"), STR("x\x1by"), &edited, &err));
	assert_false(conf_edit(&a, STR(""), STR("desk.title"), STR("caf\xe9"), &edited, &err));
}

static void the_template_is_a_configuration_without_effect(void **state)
{
	(void)state;
	struct conf plain, read;
	struct err err;
	conf_defaults(&a, &plain);
	conf_defaults(&a, &read);
	struct str text = conf_template(&a);
	assert_true(conf_parse(&a, text, "template", &read, &err));
	for (const struct conf_option *o = conf_options; o->key; o++) {
		ASSERT_STR(conf_value(&a, &read, o), conf_value(&a, &plain, o), o - conf_options);
		ASSERT_ROW(str_find(text, str_c(o->help), 0) != STR_NONE, o - conf_options);
	}
}

static void long_and_odd_files_end_soon(void **state)
{
	(void)state;
	struct buf text = BUF(LIMIT_CONF);
	struct conf conf;
	struct err err;
	buf_add_c(&text, "[net]\n");
	for (int i = 0; i < 20000; i++)
		buf_add_c(&text, "allow = a.example b.example\n");
	conf_defaults(&a, &conf);
	assert_true(conf_parse(&a, buf_str(&text), "long", &conf, &err));
	assert_int_equal(conf.allow.n, 40000);
	struct str edited;
	assert_true(conf_edit(&a, buf_str(&text), STR("net.allow"), STR("c"), &edited, &err));
	ASSERT_STR(edited, STR("[net]\n\tallow = c\n"), 0);
	buf_clear(&text);
	for (int i = 0; i < 100000; i++)
		buf_add_char(&text, (char)(i % 256));
	conf_defaults(&a, &conf);
	assert_false(conf_parse(&a, buf_str(&text), "noise", &conf, &err));
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(values_come_from_the_file_over_the_fallbacks, free_arena),
		cmocka_unit_test_teardown(a_law_changes_defaults_only, free_arena),
		cmocka_unit_test_teardown(mistakes_name_their_line_and_what_to_do, free_arena),
		cmocka_unit_test_teardown(editing_keeps_comments_and_order, free_arena),
		cmocka_unit_test_teardown(the_template_is_a_configuration_without_effect, free_arena),
		cmocka_unit_test_teardown(long_and_odd_files_end_soon, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
