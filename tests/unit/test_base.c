#include "unit.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void urls_resolve_as_rfc3986_says(void **state)
{
	(void)state;
	/* RFC 3986 section 5.4, as far as the result is http. */
	static const struct {
		const char *reference, *want;
	} rows[] = {
		{"g", "http://a/b/c/g"},
		{"./g", "http://a/b/c/g"},
		{"g/", "http://a/b/c/g/"},
		{"/g", "http://a/g"},
		{"//g", "http://g/"},
		{"?y", "http://a/b/c/d;p?y"},
		{"g?y", "http://a/b/c/g?y"},
		{"#s", "http://a/b/c/d;p?q#s"},
		{"g#s", "http://a/b/c/g#s"},
		{"", "http://a/b/c/d;p?q"},
		{".", "http://a/b/c/"},
		{"..", "http://a/b/"},
		{"../g", "http://a/b/g"},
		{"../..", "http://a/"},
		{"../../../g", "http://a/g"},
		{"g..", "http://a/b/c/g.."},
		{"g;x=1/../y", "http://a/b/c/y"},
		{"https://x.example:443/%7Eu", "https://x.example/%7Eu"},
		{"HTTP://X.example", "http://x.example/"},
		{" a b ", "http://a/b/c/a%20b"},
		{"mailto:x@y.example", ""},
		{"javascript:alert(1)", ""},
		{"http://user:pw@host/", ""},
		{"http://host:99999/", ""},
		{"http://a:b:/", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(url_resolve(&a, STR("http://a/b/c/d;p?q"), str_c(rows[i].reference)),
			str_c(rows[i].want), i);
}

static void tracking_parameters_do_not_make_another_page(void **state)
{
	(void)state;
	static const struct {
		const char *url, *want;
	} rows[] = {
		{"https://x.example/a?utm_source=rss&id=7&fbclid=q#top", "https://x.example/a?id=7"},
		{"https://x.example/a?utm_source=rss", "https://x.example/a"},
		{"https://X.example:443", "https://x.example/"},
		{"not a url", "not a url"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(url_canonical(&a, str_c(rows[i].url)), str_c(rows[i].want), i);
}

static void times_keep_their_offset_and_day(void **state)
{
	(void)state;
	static const struct {
		const char *in, *rfc3339, *rfc5322;
		int weekday;
	} rows[] = {
		{"2025-05-27T12:41:00+03:00", "2025-05-27T12:41:00+03:00",
			"Tue, 27 May 2025 12:41:00 +0300", 2},
		{"2025-05-27 23:59:59.123 -0430", "2025-05-27T23:59:59-04:30",
			"Tue, 27 May 2025 23:59:59 -0430", 2},
		{"2024-02-29", "2024-02-29", "Thu, 29 Feb 2024 00:00:00 +0000", 4},
		{"1969-12-31T23:59Z", "1969-12-31T23:59:00Z", "Wed, 31 Dec 1969 23:59:00 +0000", 3},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct when w;
		ASSERT_ROW(when_parse_rfc3339(str_c(rows[i].in), &w), i);
		ASSERT_STR(when_rfc3339(&a, w), str_c(rows[i].rfc3339), i);
		ASSERT_STR(when_rfc5322(&a, w), str_c(rows[i].rfc5322), i);
		ASSERT_ROW(when_civil(w).weekday == rows[i].weekday, i);
	}
	static const char *const bad[] = {"", "2025", "2025-13-01", "2025-02-29", "2025-05-27T25:00Z",
		"2025-05-27T12:00+", "2025-05-27T12:00Zx"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct when w;
		ASSERT_ROW(!when_parse_rfc3339(str_c(bad[i]), &w), i);
	}
}

static void json_survives_a_round_trip(void **state)
{
	(void)state;
	static const char text[] = "{\"a\":[1,-2.5,true,null,\"x\\n\\\"\\u00e9\"],\"b\":{},\"c\":[]}";
	struct jv root;
	struct err err;
	assert_true(jv_parse(&a, str_c(text), &root, &err));
	assert_int_equal(jv_get(&root, "a")->n, 5);
	ASSERT_STR(jv_get(&root, "a")->items[4].string, STR("x\n\"\xC3\xA9"), 0);
	assert_int_equal(jv_int(&root, "zz", 7), 7);

	struct buf b = BUF(1000);
	struct jw w = {.buf = &b};
	jw_open(&w, '{');
	jw_key(&w, "a");
	jw_open(&w, '[');
	jw_int(&w, 1);
	jw_real(&w, -2.5);
	jw_bool(&w, true);
	jw_null(&w);
	jw_str(&w, STR("x\n\"\xC3\xA9"));
	jw_close(&w, ']');
	jw_key(&w, "b");
	jw_open(&w, '{');
	jw_close(&w, '}');
	jw_key(&w, "c");
	jw_open(&w, '[');
	jw_close(&w, ']');
	jw_close(&w, '}');
	ASSERT_STR(
		buf_str(&b), STR("{\"a\":[1,-2.5,true,null,\"x\\n\\\"\xC3\xA9\"],\"b\":{},\"c\":[]}"), 0);
	buf_free(&b);
}

static void json_is_read_to_the_letter(void **state)
{
	(void)state;
	static const struct {
		struct str text, string;
		enum jv_type type;
		int64_t integer;
	} rows[] = {
		{STR_CONST(" \"a\\u00e9\\/\\b\" "), STR_CONST("a\xC3\xA9/\b"), JV_STRING, 0},
		{STR_CONST("\"\\uD83D\\uDE00\\u0000x\""), STR_CONST("\xF0\x9F\x98\x80\0x"), JV_STRING, 0},
		{STR_CONST("\"\xF0\x9F\x98\x80\""), STR_CONST("\xF0\x9F\x98\x80"), JV_STRING, 0},
		{STR_CONST("-0"), {NULL, 0}, JV_INTEGER, 0},
		{STR_CONST("-9223372036854775808"), {NULL, 0}, JV_INTEGER, INT64_MIN},
		{STR_CONST("12e2"), {NULL, 0}, JV_REAL, 1200},
		{STR_CONST("1e400000"), {NULL, 0}, JV_NULL, 0}, /* refused */
		{STR_CONST("0.5"), {NULL, 0}, JV_REAL, 0},
		{STR_CONST("1e-400"), {NULL, 0}, JV_REAL, 0},
		{STR_CONST("false"), {NULL, 0}, JV_FALSE, 0},
		{STR_CONST("\n[]\r"), {NULL, 0}, JV_ARRAY, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct jv root;
		struct err err = {0};
		ASSERT_ROW(jv_parse(&a, rows[i].text, &root, &err) == (rows[i].type != JV_NULL), i);
		ASSERT_ROW(root.type == rows[i].type, i);
		ASSERT_ROW(root.integer == rows[i].integer, i);
		ASSERT_STR(root.string, rows[i].string, i);
	}
}

static void of_equal_keys_the_last_wins(void **state)
{
	(void)state;
	struct jv root;
	struct err err = {0};
	struct buf b = BUF(10000);
	assert_true(jv_parse(&a, STR("{\"a\":1,\"b\":[{}],\"a\":{\"c\":2}}"), &root, &err));
	assert_int_equal(root.n, 2);
	ASSERT_STR(root.items[0].key, STR("a"), 0);
	assert_int_equal(jv_int(jv_get(&root, "a"), "c", 0), 2);
	assert_int_equal(jv_get(&root, "b")->items[0].key.n, 0);
	buf_add_char(&b, '{');
	for (int i = 0; i < 100; i++)
		buf_addf(&b, "\"k%d\":%d,", i % 50, i);
	buf_add_c(&b, "\"z\":0}");
	assert_true(jv_parse(&a, buf_str(&b), &root, &err));
	assert_int_equal(root.n, 51);
	assert_int_equal(jv_int(&root, "k7", 0), 57);
	buf_free(&b);
}

static void hostile_json_is_refused_with_a_reason(void **state)
{
	(void)state;
	struct buf deep = BUF(100000);
	for (int i = 0; i < 5000; i++)
		buf_add_char(&deep, '[');
	const struct str rows[] = {STR("{"), STR(""), STR("{\"a\":}"), STR("\"\xFF\""), buf_str(&deep),
		STR("01"), STR("-"), STR("1."), STR("1e"), STR("+1"), STR(".5"), STR("9223372036854775808"),
		STR("nul"), STR("nulls"), STR("[1,]"), STR("[1 2]"), STR("[1}"), STR("{\"a\" 1}"),
		STR("{\"a\":1,}"), STR("{a:1}"), STR("{\"a\\u0000\":1}"), STR("\"a"), STR("\"a\nb\""),
		STR("\"\\x\""), STR("\"\\u12\""), STR("\"\\uD800\""), STR("\"\\uD800\\u0041\""),
		STR("\"\\uDC00\""), STR("\"\xC0\x80\""), STR("\"\xED\xA0\x80\""), STR("\"\xE2\x82\""),
		STR("\"\xF4\x90\x80\x80\""), STR("\"\\"), STR("1 2"), STR("[]]"), STR("\0")};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct jv root;
		struct err err = {0};
		ASSERT_ROW(!jv_parse(&a, rows[i], &root, &err), i);
		ASSERT_ROW(err.msg[0], i);
	}
	buf_free(&deep);
}

static void buffers_stop_at_their_ceiling(void **state)
{
	(void)state;
	struct err err;
	struct buf b = BUF(8);
	buf_add(&b, STR("12345678"));
	assert_true(buf_check(&b, &err));
	buf_add_char(&b, '9');
	buf_add(&b, STR("0"));
	ASSERT_STR(buf_str(&b), STR("12345678"), 0);
	assert_false(buf_check(&b, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	buf_free(&b);
}

static void messages_are_cut_at_a_character(void **state)
{
	(void)state;
	struct buf long_one = BUF(2000);
	for (int i = 0; i < 300; i++)
		buf_add_c(&long_one, "\xC3\xA9");
	struct err err;
	err_set(&err, ERR_INPUT, "x%s", long_one.p);
	err_wrap(&err, "yy");
	struct str msg = str_c(err.msg);
	assert_int_equal((unsigned char)msg.p[msg.n - 1], 0xA9);
	assert_true(msg.n >= sizeof(err.msg) - 3);
	buf_free(&long_one);
}

static void maps_keep_the_order_of_arrival(void **state)
{
	(void)state;
	struct map m = map_new(&a);
	for (size_t i = 0; i < 1000; i++) {
		bool is_new;
		*map_put(&m, str_format(&a, "key %zu", i), &is_new) = i;
		assert_true(is_new);
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(*map_get(&m, str_format(&a, "key %zu", i)), i);
	assert_null(map_get(&m, STR("key 1000")));
	ASSERT_STR(m.items[41].key, STR("key 41"), 41);
}

static void numbers_are_whole_strings_in_range(void **state)
{
	(void)state;
	static const struct {
		const char *in;
		bool ok;
		int64_t want;
	} rows[] = {{"0", true, 0}, {"-9223372036854775808", true, INT64_MIN},
		{"9223372036854775808", false, 0}, {"12x", false, 0}, {"", false, 0}, {"-", false, 0}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t v = 0;
		ASSERT_ROW(str_to_i64(str_c(rows[i].in), &v) == rows[i].ok, i);
		ASSERT_ROW(v == rows[i].want, i);
	}
}

static void hashes_are_those_of_the_standard(void **state)
{
	(void)state;
	/* FIPS 180-4 example. */
	ASSERT_STR(hash_sha256(&a, STR("abc")),
		STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(urls_resolve_as_rfc3986_says, free_arena),
		cmocka_unit_test_teardown(tracking_parameters_do_not_make_another_page, free_arena),
		cmocka_unit_test_teardown(times_keep_their_offset_and_day, free_arena),
		cmocka_unit_test_teardown(json_survives_a_round_trip, free_arena),
		cmocka_unit_test_teardown(json_is_read_to_the_letter, free_arena),
		cmocka_unit_test_teardown(of_equal_keys_the_last_wins, free_arena),
		cmocka_unit_test_teardown(hostile_json_is_refused_with_a_reason, free_arena),
		cmocka_unit_test_teardown(buffers_stop_at_their_ceiling, free_arena),
		cmocka_unit_test_teardown(messages_are_cut_at_a_character, free_arena),
		cmocka_unit_test_teardown(maps_keep_the_order_of_arrival, free_arena),
		cmocka_unit_test_teardown(numbers_are_whole_strings_in_range, free_arena),
		cmocka_unit_test_teardown(hashes_are_those_of_the_standard, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
