#include "html/lex.h"

#include "unit.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void put_id(struct buf *out, const char *what, struct str id, bool has_id)
{
	if (has_id)
		buf_addf(out, " %s'%.*s'", what, STR_ARG(id));
}

/* A token as text: 'text', <tag name=[value]>, </tag>, {comment}, !doctype. */
static void put_token(struct buf *out, struct lexer *l, const struct token *t)
{
	struct str text = t->is_decoded ? t->text : lex_clean(l, t->raw, LEX_NUL_REPLACE);
	switch (t->kind) {
	case TOKEN_TEXT:
		buf_addf(out, "'%.*s'", STR_ARG(text));
		break;
	case TOKEN_START:
		buf_addf(out, "<%.*s", STR_ARG(t->name));
		for (size_t i = 0; i < t->attribute_count; i++)
			buf_addf(out, " %.*s=[%.*s]", STR_ARG(t->attributes[i].name),
				STR_ARG(t->attributes[i].value));
		buf_add_c(out, t->is_self_closing ? "/>" : ">");
		break;
	case TOKEN_END:
		buf_addf(out, "</%.*s>", STR_ARG(t->name));
		break;
	case TOKEN_COMMENT:
		buf_addf(out, "{%.*s}", STR_ARG(t->text));
		break;
	case TOKEN_DOCTYPE:
		buf_addf(out, "!%.*s", STR_ARG(t->name));
		put_id(out, "public", t->public_id, t->has_public);
		put_id(out, "system", t->system_id, t->has_system);
		buf_add_c(out, t->is_quirky ? " quirky" : "");
		break;
	case TOKEN_EOF:
		break;
	}
}

struct row {
	const char *html, *want;
};

static void check(enum lex_state state, const char *last_start, struct row row, size_t at)
{
	struct lexer l = lex_new(&a, str_c(row.html));
	struct buf out = BUF(1 << 16);
	l.state = state;
	l.last_start = str_c(last_start);
	struct token t = {0};
	uint32_t end = 0;
	for (lex_next(&l, &t); t.kind != TOKEN_EOF; lex_next(&l, &t)) {
		put_token(&out, &l, &t);
		ASSERT_ROW(t.raw.length > 0 && t.raw.start >= end, at);
		end = t.raw.start + t.raw.length;
	}
	ASSERT_ROW(end <= l.in.n, at);
	ASSERT_STR(buf_str(&out), str_c(row.want), at);
	buf_free(&out);
}

static void text_and_tags_are_told_apart(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a<b>c</b>d", "'a'<b>'c'</b>'d'"},
		{"1 < 2 <3 <", "'1 < 2 <3 <'"},
		{"a</", "'a</'"},
		{"a</>b", "'a''b'"},
		{"<<a>", "'<'<a>"},
		{"<A-Z:x>", "<a-z:x>"},
		{"x<div", "'x'"},
		{"x<div a='>", "'x'"},
		{"</p a=b/>", "</p>"},
		{"one\r\ntwo\rthree", "'one\ntwo\nthree'"},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check(LEX_DATA, "", rows[i], i);
}

static void attributes_are_read_as_browsers_do(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<a b c=d e='f g' h=\"i\">", "<a b=[] c=[d] e=[f g] h=[i]>"},
		{"<a B=C b=d>", "<a b=[C]>"},
		{"<a b = c>", "<a b=[c]>"},
		{"<a b=c/>", "<a b=[c/]>"},
		{"<a b=c />", "<a b=[c]/>"},
		{"<a/b/>", "<a b=[]/>"},
		{"<a =b>", "<a =b=[]>"},
		{"<a b=>", "<a b=[]>"},
		{"<a b=''c=d>", "<a b=[] c=[d]>"},
		{"<a b=\"1&amp;2&lt\">", "<a b=[1&2<]>"},
		{"<a b=?x&copy=1&notit;&not;>", "<a b=[?x&copy=1&notit;\xc2\xac]>"},
		{"<a b='1\r\n2'>", "<a b=[1\n2]>"},
		{"<a \xc3\x84=\xc3\xa4>", "<a \xc3\x84=[\xc3\xa4]>"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check(LEX_DATA, "", rows[i], i);
}

static void references_are_tokens_of_their_own(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a&amp;b", "'a''&''b'"},
		{"AT&T & co", "'AT&T & co'"},
		{"&copy2025", "'\xc2\xa9''2025'"},
		{"&notin;&notit;", "'\xe2\x88\x89''\xc2\xac''it;'"},
		{"&CounterClockwiseContourIntegral;", "'\xe2\x88\xb3'"},
		{"&nGt;", "'\xe2\x89\xab\xe2\x83\x92'"},
		{"&#65;&#x42&#X43;", "'A''B''C'"},
		{"&#;&#x;&#xg;", "'&#;&#x;&#xg;'"},
		{"&#128;&#0;&#xD800;&#99999999999;",
			"'\xe2\x82\xac''\xef\xbf\xbd''\xef\xbf\xbd''\xef\xbf\xbd'"},
		{"&zzz;&", "'&zzz;&'"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check(LEX_DATA, "", rows[i], i);
}

static void comments_and_doctypes_end_where_the_standard_says(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<!--a-->b", "{a}'b'"},
		{"<!-->b", "{}'b'"},
		{"<!--->b", "{}'b'"},
		{"<!----!>b", "{}'b'"},
		{"<!--a--b---->c", "{a--b--}'c'"},
		{"<!--a--!", "{a}"},
		{"<!--a-", "{a}"},
		{"<!--<!--->b", "{<!-}'b'"},
		{"<!x>a<?y?>b</3>c", "{x}'a'{?y?}'b'{3}'c'"},
		{"<![CDATA[a]]>", "{[CDATA[a]]}"},
		{"<!doctype html>", "!html"},
		{"<!DOCTYPE>", "! quirky"},
		{"<!DOCTYPEhtml PUBLIC \"a\" 'b'>", "!html public'a' system'b'"},
		{"<!DOCTYPE HTML SYSTEM \"a\" x>", "!html system'a'"},
		{"<!DOCTYPE html PUBLIC x>", "!html quirky"},
		{"<!DOCTYPE html PUBLIC \"a>b", "!html public'a' quirky'b'"},
		{"<!DOCTYPE html x", "!html quirky"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check(LEX_DATA, "", rows[i], i);
}

static void raw_text_ends_with_its_own_end_tag(void **state)
{
	(void)state;
	static const struct {
		enum lex_state state;
		const char *name;
		struct row row;
	} rows[] = {
		{LEX_RCDATA, "title", {"a<b>&amp;</titles></TITLE >c", "'a<b>''&''</titles>'</title>'c'"}},
		{LEX_RAWTEXT, "style", {"&amp;</p></style/>", "'&amp;</p>'</style>"}},
		{LEX_SCRIPT, "script", {"a</script>b", "'a'</script>'b'"}},
		{LEX_SCRIPT, "script", {"<!--</script>b", "'<!--'</script>'b'"}},
		{LEX_SCRIPT, "script",
			{"<!--<script></script></script>b", "'<!--<script></script>'</script>'b'"}},
		{LEX_SCRIPT, "script", {"<!--<script>--></script>b", "'<!--<script>-->'</script>'b'"}},
		{LEX_SCRIPT, "script", {"<!--<scripts></script>b", "'<!--<scripts>'</script>'b'"}},
		{LEX_SCRIPT, "script", {"<!--><script></script>b", "'<!--><script>'</script>'b'"}},
		{LEX_PLAINTEXT, "plaintext", {"a</plaintext>", "'a</plaintext>'"}},
		{LEX_CDATA, "", {"a]]b]]]>c<d>", "'a]]b]''c'<d>"}},
		{LEX_RCDATA, "title", {"a</title", "'a</title'"}},
		{LEX_RCDATA, "title", {"a</title ", "'a'"}},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check(rows[i].state, rows[i].name, rows[i].row, i);
}

static void nul_is_replaced_in_names_values_and_comments(void **state)
{
	(void)state;
	static const char page[] = "<a\0 b\0=c\0 d='\0'><!--\0-->";
	struct lexer l = lex_new(&a, (struct str){page, sizeof(page) - 1});
	struct token t = {0};
	lex_next(&l, &t);
	ASSERT_STR(t.name, STR("a\xef\xbf\xbd"), 0);
	ASSERT_STR(t.attributes[0].name, STR("b\xef\xbf\xbd"), 1);
	ASSERT_STR(t.attributes[0].value, STR("c\xef\xbf\xbd"), 2);
	ASSERT_STR(t.attributes[1].value, STR("\xef\xbf\xbd"), 3);
	lex_next(&l, &t);
	ASSERT_STR(t.text, STR("\xef\xbf\xbd"), 4);
}

static void attributes_over_the_ceiling_are_left_out(void **state)
{
	(void)state;
	struct buf b = BUF(1 << 20);
	buf_add_c(&b, "<a");
	for (int round = 0; round < 2; round++) /* the second time they are all there already */
		for (int i = 0; i < HTML_ATTRIBUTES_MAX + 50; i++)
			buf_addf(&b, " x%d=%d", i, i + 1000 * round);
	buf_add_c(&b, ">");
	struct lexer l = lex_new(&a, buf_str(&b));
	struct token t = {0};
	lex_next(&l, &t);
	assert_int_equal(t.attribute_count, HTML_ATTRIBUTES_MAX);
	ASSERT_STR(t.attributes[0].value, STR("0"), 0);
	ASSERT_STR(t.attributes[HTML_ATTRIBUTES_MAX - 1].value, STR("499"), 1);
	buf_free(&b);
}

static void names_in_the_list_have_fixed_numbers_and_others_get_one(void **state)
{
	(void)state;
	for (uint16_t tag = 1; tag < TAG_COUNT; tag++)
		ASSERT_ROW(tag_of(tag_infos[tag].name) == tag, tag);
	assert_int_equal(tag_of(STR("blockquot")), TAG_NONE);
	assert_int_equal(tag_of(STR("")), TAG_NONE);
	struct lexer l = lex_new(&a, STR("<x-y><x-z><x-y>"));
	struct token t = {0};
	uint16_t tags[3];
	for (int i = 0; i < 3; i++) {
		lex_next(&l, &t);
		tags[i] = t.tag;
	}
	assert_true(tags[0] >= TAG_COUNT && tags[0] == tags[2] && tags[0] != tags[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_and_tags_are_told_apart),
		cmocka_unit_test(attributes_are_read_as_browsers_do),
		cmocka_unit_test(references_are_tokens_of_their_own),
		cmocka_unit_test(comments_and_doctypes_end_where_the_standard_says),
		cmocka_unit_test(raw_text_ends_with_its_own_end_tag),
		cmocka_unit_test(nul_is_replaced_in_names_values_and_comments),
		cmocka_unit_test(attributes_over_the_ceiling_are_left_out),
		cmocka_unit_test(names_in_the_list_have_fixed_numbers_and_others_get_one),
	};
	return cmocka_run_group_tests_name("html_tokens", tests, NULL, free_arena);
}
