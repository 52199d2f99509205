#include "html/html.h"

#include "unit.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

/* A tree as one line: elements as NAME[attributes](children), text in quotes. */
static void dump(struct buf *out, const struct html_tree *t, uint32_t at)
{
	for (uint32_t i = t->nodes[at].first_child; i != HTML_NONE; i = t->nodes[i].next) {
		const struct html_node *n = &t->nodes[i];
		if (n->kind == HTML_TEXT)
			buf_addf(out, "'%.*s'", STR_ARG(n->text));
		if (n->kind != HTML_ELEMENT)
			continue;
		buf_add(out, n->name);
		for (size_t k = 0; k < n->attribute_count; k++)
			buf_addf(out, "[%.*s=%.*s]", STR_ARG(n->attributes[k].name),
				STR_ARG(n->attributes[k].value));
		if (n->first_child != HTML_NONE) {
			buf_add_char(out, '(');
			dump(out, t, i);
			buf_add_char(out, ')');
		}
	}
}

static void trees_are_what_the_standard_says(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<p>a<p>b", "html(headbody(p('a')p('b')))"},
		{"<title>A &amp; B</title>x", "html(head(title('A & B'))body('x'))"},
		{"<P Class='x' class=y ID=\"&lt;\">", "html(headbody(p[class=x][id=<]))"},
		{"<table><td>1<tr><td>2", "html(headbody(table(tbody(tr(td('1'))tr(td('2'))))))"},
		{"<table>x<td>y", "html(headbody('x'table(tbody(tr(td('y'))))))"},
		{"<b>1<p>2</b>3", "html(headbody(b('1')p(b('2')'3')))"},
		{"<script>a<b</script><x-y>c", "html(head(script('a<b'))body(x-y('c')))"},
		{"<svg><linearGradient/></svg>t", "html(headbody(svg(linearGradient)'t'))"},
		{"", "html(headbody)"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct html_tree tree;
		struct err err;
		struct buf out = BUF(4096);
		assert_true(html_parse(&a, str_c(rows[i].html), &tree, &err));
		dump(&out, &tree, 0);
		ASSERT_STR(buf_str(&out), str_c(rows[i].want), i);
		buf_free(&out);
	}
}

static void nodes_stand_in_document_order_and_know_their_end(void **state)
{
	(void)state;
	struct html_tree t;
	assert_true(html_parse(&a, STR("<div><p>a<b>c</b></p></div><ul><li>x<li>y</ul>"), &t, NULL));
	for (uint32_t i = 1; i < t.count; i++) {
		const struct html_node *n = &t.nodes[i], *parent = &t.nodes[n->parent];
		ASSERT_ROW(n->parent < i && n->end > i && n->end <= parent->end, i);
		ASSERT_ROW(n->depth == parent->depth + 1, i);
		ASSERT_ROW(n->first_child == HTML_NONE ? n->end == i + 1 : n->first_child == i + 1, i);
		ASSERT_ROW(n->next == HTML_NONE ? n->end == parent->end : n->next == n->end, i);
	}
	uint32_t list = html_find(&t, 0, t.count, "ul");
	assert_true(html_is(&t.nodes[list], "ul"));
	assert_true(html_find(&t, list, t.nodes[list].end, "p") == HTML_NONE);
}

static struct str bytes_of(struct str page, struct html_range range)
{
	return str_sub(page, range.start, range.length);
}

static void nodes_know_the_bytes_they_came_from(void **state)
{
	(void)state;
	struct str page = STR("<!-- \xc3\xa4 --><div\n id=x>caf&eacute; <b>bold</b></div>");
	struct html_tree t;
	assert_true(html_parse(&a, page, &t, NULL));
	uint32_t div = html_find(&t, 0, t.count, "div");
	ASSERT_STR(bytes_of(page, t.nodes[div].raw), STR("<div\n id=x>"), 0);
	ASSERT_STR(bytes_of(page, t.nodes[div + 1].raw), STR("caf&eacute; "), 1);
	ASSERT_STR(t.nodes[div + 1].text, STR("caf\xc3\xa9 "), 2);
	ASSERT_STR(bytes_of(page, t.nodes[div + 3].raw), STR("bold"), 3);
	assert_int_equal(t.nodes[html_find(&t, 0, t.count, "html")].raw.length, 0);
	ASSERT_STR(html_attribute(&t.nodes[div], "id"), STR("x"), 4);
	ASSERT_STR(html_attribute(&t.nodes[div], "class"), STR(""), 5);
	assert_true(html_has_attribute(&t.nodes[div], "id"));
	assert_false(html_has_attribute(&t.nodes[div], "class"));
}

static void fragments_become_text(void **state)
{
	(void)state;
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"  plain \n text ", "plain text"},
		{"AT&amp;T &#8217;quoted&#8217; &eacute;", "AT&T \xe2\x80\x99quoted\xe2\x80\x99 \xc3\xa9"},
		{"<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"},
		{"<p>a <b> b</b>c</p>", "a bc"},
		{"a<script>x()</script><style>y{}</style>b", "ab"},
		{"<div>a</div>b<div>c</div>", "a\nb\nc"},
		{"<ul><li>x<li>y</ul>z", "x\ny\nz"},
		{"<table><tr><td>1<td>2<tr><td>3</table>", "1 2\n3"},
		{"a<span hidden>b</span><span style='color:red; DISPLAY : none'>c</span>d", "ad"},
		{"word\xc2\xadjoint a\xc2\xa0 b<br>", "wordjoint a b"},
		{"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
		{"<!-- gone -->", ""},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(html_to_text(&a, str_c(rows[i].html)), str_c(rows[i].want), i);
}

static void entities_are_decoded_by_the_rules_of_the_standard(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"no entity", "no entity"},
		{"a &amp; b &lt;p&gt; <b>", "a & b <p> <b>"},
		{"&copy 2025 &notit; &nosuch; &", "\xc2\xa9 2025 \xc2\xacit; &nosuch; &"},
		{"&#x41;&#66;&#128;&#0;", "AB\xe2\x82\xac\xef\xbf\xbd"},
		{" &lt;/title&gt; </title> ", " </title> </title> "},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(html_decode_entities(&a, str_c(rows[i].text)), str_c(rows[i].want), i);
}

/* A page of `count` times `unit` between head and tail; %zu in the unit is the count so far. */
static struct str repeat(const char *head, const char *unit, size_t count, const char *tail)
{
	struct buf b = BUF(LIMIT_BODY);
	buf_add_c(&b, head);
	for (size_t i = 0; i < count; i++)
		buf_addf(&b, unit, i);
	buf_add_c(&b, tail);
	struct str page = str_dup(&a, buf_str(&b));
	buf_free(&b);
	return page;
}

static void hostile_pages_end_soon(void **state)
{
	(void)state;
	static const struct {
		const char *head, *unit;
		size_t count;
		const char *tail;
	} rows[] = {
		{"", "<div>", 200000, "end"},
		{"", "<div><p>", 10000, "end"},
		{"", "<span>", 50000, "</x>"},
		{"<p ", "a%zu=1 ", 50000, ">end"},
		{"</p ", "a%zu=1 ", 50000, ">end"},
		{"<b ", "a%zu=1 ", 50000, ">end"},
		{"", "<body a%zu=1>", 25000, "end"},
		{"<svg><style>", "<body a%zu=1>", 25000, "end"},
		{"<select><style>", "<div>", 50000, "end"},
		{"", "<", 5000000, ""},
		{"", "<a", 250000, ""},
		{"", "&", 500000, ""},
		{"", "</", 250000, ""},
		{"", "</x>", 125000, ""},
		{"", "<b>", 50000, "end"},
		{"", "<b x=%zu>", 50000, "end"},
		{"", "<font size=%zu><p>", 25000, "end"},
		{"", "<div><b x=%zu></div>", 25000, "end"},
		{"", "<b a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=%zu><p>", 10000, "end"},
		{"", "<a><div>", 25000, "end"},
		{"", "<select>", 50000, "end"},
		{"", "<option><optgroup>", 50000, "end"},
		{"", "<table>", 50000, "end"},
		{"", "<table><td>", 25000, "end"},
		{"", "<table>x", 50000, "end"},
		{"<table>", "<b>x", 50000, "end"},
		{"", "<li><dd>", 50000, "end"},
		{"", "<button><p>", 50000, "end"},
		{"", "<template>", 50000, "end"},
		{"", "<rt>", 50000, "end"},
		{"", "<svg><p><path/>", 50000, "end"},
		{"<svg>", "<desc><svg>", 50000, "end"},
		{"<svg>", "<path/>", 75000, "end"},
		{"", "<span><div></span>", 50000, "end"},
		{"", "<b><div></b>", 25000, "end"},
		{"", "<!--", 250000, ""},
		{"<script>", "<!--<script>", 50000, ""},
		{"", "<x y='", 125000, ""},
		{"", "<object></p>", 50000, ""},
		{"", "<frameset>", 50000, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str page = repeat(rows[i].head, rows[i].unit, rows[i].count, rows[i].tail);
		struct html_tree tree;
		struct err err = {0};
		size_t before = a.used;
		clock_t start = clock();
		bool is_parsed = html_parse(&a, page, &tree, &err);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		/* Sanitizers make it ten times slower than it is. */
		ASSERT_ROW(seconds < 2, i);
		ASSERT_ROW(is_parsed && a.used - before < (size_t)64 << 20, i);
		for (uint32_t k = 0; k < tree.count; k++)
			ASSERT_ROW(tree.nodes[k].depth <= LIMIT_TREE_DEPTH, i);
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees_are_what_the_standard_says),
		cmocka_unit_test(nodes_stand_in_document_order_and_know_their_end),
		cmocka_unit_test(nodes_know_the_bytes_they_came_from),
		cmocka_unit_test(fragments_become_text),
		cmocka_unit_test(entities_are_decoded_by_the_rules_of_the_standard),
		cmocka_unit_test(hostile_pages_end_soon),
	};
	return cmocka_run_group_tests_name("html", tests, NULL, free_arena);
}
