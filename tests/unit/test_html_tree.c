#include "html_dump.h"

#include "unit.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

struct row {
	const char *html, *want;
};

static void check(const struct html_options *options, struct row row, size_t at)
{
	struct html_tree t;
	struct err err;
	struct buf out = BUF(1 << 16);
	ASSERT_ROW(html_parse_with(&a, str_c(row.html), options, &t, &err), at);
	dump_tree(&out, &t, options->context.n ? 1 : 0);
	ASSERT_STR(buf_str(&out), str_c(row.want), at);
	buf_free(&out);
}

static void check_pages(const struct row *rows, size_t count)
{
	struct html_options options = {0};
	for (size_t i = 0; i < count; i++)
		check(&options, rows[i], i);
}

static void pages_begin_and_end_as_the_standard_says(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{" <!--a--> <!doctype html> <html lang=en>x", "{a}!htmlhtml[lang=en](headbody('x'))"},
		{"<meta><p>a<meta>", "html(head(meta)body(p('a'meta)))"},
		{"<head></head> <title>a</title><p>", "html(head(title('a'))' 'body(p))"},
		{"<body a=1><body a=2 b=3>", "html(headbody[a=1][b=3])"},
		{"<p>a</body> <!--b--></html><!--c-->d", "html(headbody(p('a'' ''d')){b}){c}"},
		{"</p></br>x</div>", "html(headbody(br'x'))"},
		{"<noscript><meta></noscript>", "html(head(noscript(meta))body)"},
		{"<noscript><p>a</noscript>", "html(head(noscript)body(p('a')))"},
		{"<frameset><frame>x <frame></frameset>", "html(headframeset(frame' 'frame))"},
		{"<p><!--a--></p><frameset>", "html(headframeset)"},
		{"<p>a</p><frameset>", "html(headbody(p('a')))"},
	};
	check_pages(rows, COUNT(rows));
}

static void blocks_and_items_close_each_other(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<p>a<div>b", "html(headbody(p('a')div('b')))"},
		{"<p><span>a<p>b", "html(headbody(p(span('a'))p('b')))"},
		{"<p><button><p>a", "html(headbody(p(button(p('a')))))"},
		{"<ul><li>a<div><li>b", "html(headbody(ul(li('a'div)li('b'))))"},
		{"<ul><li>a<ul><li>b</ul><li>c", "html(headbody(ul(li('a'ul(li('b')))li('c'))))"},
		{"<dl><dt>a<dd>b<dt>c", "html(headbody(dl(dt('a')dd('b')dt('c'))))"},
		{"<h1>a<h2>b</h3>c", "html(headbody(h1('a')h2('b')'c'))"},
		{"<pre>\n\na</pre>", "html(headbody(pre('\na')))"},
		{"<textarea>\n<p></textarea>", "html(headbody(textarea('<p>')))"},
		{"<form>a<form>b</form>c", "html(headbody(form('a''b')'c'))"},
		{"<ruby>a<rt>b<rp>c", "html(headbody(ruby('a'rt('b')rp('c'))))"},
		{"<image src=x>", "html(headbody(img[src=x]))"},
		{"<plaintext><p>a", "html(headbody(plaintext('<p>a')))"},
		{"<!doctype html><p><table>", "!htmlhtml(headbody(ptable))"},
		{"<p><table>", "html(headbody(p(table)))"},
	};
	check_pages(rows, COUNT(rows));
}

static void formatting_goes_on_in_the_next_block(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<p><b>a<p>b</b>c", "html(headbody(p(b('a'))p(b('b')'c')))"},
		{"<b>1<p>2</b>3", "html(headbody(b('1')p(b('2')'3')))"},
		{"<b><i>a</b>b</i>", "html(headbody(b(i('a'))i('b')))"},
		{"<a>1<div>2<a>3", "html(headbody(a('1')div(a('2')a('3'))))"},
		{"<b><b><b><b><p>a", "html(headbody(b(b(b(b(p('a')))))))"},
		{"<p><b><b><b><b></p>a", "html(headbody(p(b(b(b(b))))b(b(b('a')))))"},
		{"<nobr>a<nobr>b", "html(headbody(nobr('a')nobr('b')))"},
		{"<table><td><b>a</table>b", "html(headbody(table(tbody(tr(td(b('a')))))'b'))"},
		{"<i><object>a</object>b", "html(headbody(i(object('a')'b')))"},
	};
	check_pages(rows, COUNT(rows));
}

static void tables_get_their_parts_and_give_up_what_is_not_theirs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<table><caption>a<col><td>b",
			"html(headbody(table(caption('a')colgroup(col)tbody(tr(td('b'))))))"},
		{"<table>a<tr>b<td>c", "html(headbody('a''b'table(tbody(tr(td('c'))))))"},
		{"<table> <tr> </table>", "html(headbody(table(' 'tbody(tr(' ')))))"},
		{"<table>a b<p>c", "html(headbody('a b'p('c')table))"},
		{"<table>&amp;<tr>", "html(headbody('&'table(tbody(tr))))"},
		{"<table><table>a", "html(headbody(table'a'table))"},
		{"<table><td><table></td>a", "html(headbody(table(tbody(tr(td('a'table))))))"},
		{"<table><input type=hidden><input>", "html(headbody(inputtable(input[type=hidden])))"},
		{"<table><tbody><tr><td></tbody><th>", "html(headbody(table(tbody(tr(td))tbody(tr(th)))))"},
		{"<td>a<tr>b", "html(headbody('a''b'))"},
	};
	check_pages(rows, COUNT(rows));
}

static void selects_and_templates_hold_what_is_theirs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<select><option>a<option>b</select>c",
			"html(headbody(select(option('a')option('b'))'c'))"},
		{"<select><optgroup><option>a<optgroup>b",
			"html(headbody(select(optgroup(option('a'))optgroup('b'))))"},
		{"<select><select>a", "html(headbody(select'a'))"},
		{"<select><input>a", "html(headbody(selectinput'a'))"},
		{"<template><td>a</template>b", "html(head(template(td('a')))body('b'))"},
		{"<template><tr><td>a<div></template>b", "html(head(template(tr(td('a'div))))body('b'))"},
		{"<table><template><td></template><tr>", "html(headbody(table(template(td)tbody(tr))))"},
		{"<template><p>", "html(head(template(p))body)"},
	};
	check_pages(rows, COUNT(rows));
}

static void foreign_content_keeps_its_own_rules(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<svg viewbox=1><LinearGradient/><a/>b</svg>c",
			"html(headbody(svg:svg[viewBox=1](svg:linearGradientsvg:a'b')'c'))"},
		{"<svg><p>a", "html(headbody(svg:svgp('a')))"},
		{"<svg><desc><p>a</p></desc><g>", "html(headbody(svg:svg(svg:desc(p('a'))svg:g)))"},
		{"<svg><![CDATA[<p>]]>a", "html(headbody(svg:svg('<p>''a')))"},
		{"<svg><style><b>a", "html(headbody(svg:svg(svg:style)b('a')))"},
		{"<svg><font size=1>", "html(headbody(svg:svgfont[size=1]))"},
		{"<svg><font>", "html(headbody(svg:svg(svg:font)))"},
		{"<math><mi><b>a</math>", "html(headbody(math:math(math:mi(b('a')))))"},
		{"<math><annotation-xml encoding=text/html><p>",
			"html(headbody(math:math(math:annotation-xml[encoding=text/html](p))))"},
		{"<math definitionurl=x>", "html(headbody(math:math[definitionURL=x]))"},
		{"<svg><g></svg>a", "html(headbody(svg:svg(svg:g)'a'))"},
	};
	check_pages(rows, COUNT(rows));
}

static void fragments_obey_the_element_around_them(void **state)
{
	(void)state;
	static const struct {
		const char *context;
		enum html_space space;
		struct row row;
	} rows[] = {
		{"div", HTML_SPACE_HTML, {"<body><td>a<p>b", "'a'p('b')"}},
		{"tr", HTML_SPACE_HTML, {"<td>a<td>b", "td('a')td('b')"}},
		{"table", HTML_SPACE_HTML, {"<td>a", "tbody(tr(td('a')))"}},
		{"title", HTML_SPACE_HTML, {"<b>&amp;", "'<b>&'"}},
		{"style", HTML_SPACE_HTML, {"<b>&amp;", "'<b>&amp;'"}},
		{"template", HTML_SPACE_HTML, {"<tr><td>", "tr(td)"}},
		{"select", HTML_SPACE_HTML, {"<option>a<input>", "option('a')"}},
		{"svg", HTML_SPACE_SVG, {"<g/><b>", "svg:gb"}},
		{"foreignobject", HTML_SPACE_SVG, {"<g/><b>", "g(b)"}},
		{"html", HTML_SPACE_HTML, {"<p>a", "headbody(p('a'))"}},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct html_options options = {
			.context = str_c(rows[i].context), .context_space = rows[i].space};
		check(&options, rows[i].row, i);
	}
}

static void scripting_decides_what_noscript_holds(void **state)
{
	(void)state;
	struct html_options options = {.has_scripting = true};
	check(&options,
		(struct row){"<p><noscript><b></noscript>", "html(headbody(p(noscript('<b>'))))"}, 0);
	options.has_scripting = false;
	check(
		&options, (struct row){"<p><noscript><b></noscript>", "html(headbody(p(noscript(b))))"}, 1);
}

static void ends_as_in_xml_count_in_feeds_only(void **state)
{
	(void)state;
	struct html_options options = HTML_FRAGMENT;
	check(&options, (struct row){"<iframe/>a<script/>b", "iframe'a'script'b'"}, 0);
	check(&options, (struct row){"<iframe>a", "iframe'a'"}, 1);
	check(&options, (struct row){"<iframe/>a</iframe>b", "iframe('a')'b'"}, 2);
	check(&options, (struct row){"<script>a", "script('a')"}, 3);
	options.has_xml_ends = false;
	check(&options, (struct row){"<iframe/>a", "iframe('a')"}, 4);
}

/* What a text node says, made again from its bytes. */
static struct str decode(struct str raw)
{
	struct str text =
		str_replace(&a, str_replace(&a, raw, STR("\r\n"), STR("\n")), STR("\r"), STR("\n"));
	return html_decode_entities(&a, text);
}

static void every_text_node_is_its_bytes_decoded(void **state)
{
	(void)state;
	static const char *const pages[] = {
		"<p>caf&eacute; &amp; bar\r\nline\rend<b>bold</b>",
		"<table>a&lt;b<tr>c<td>d</table>e",
		"<b>1<p>2</b>3</x>4<!--5-->6",
		"<pre>\r\n x&nbsp;</pre><textarea>\n&#10;y</textarea>",
		"<title>A &ndash; B</title> \n <body> x&#x1F600; y</body> z</html> w",
		"<select><option>a&copy<option>b</select>",
		"<svg><text>a&amp;b</text><desc>c</desc></svg>d",
		"<ul><li>&lsquo;q&rsquo;<li>AT&T &nosuch;</ul>",
	};
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct html_tree t;
		struct str page = str_c(pages[i]);
		size_t texts = 0;
		assert_true(html_parse(&a, page, &t, NULL));
		for (uint32_t k = 0; k < t.count; k++) {
			const struct html_node *n = &t.nodes[k];
			if (n->kind != HTML_TEXT)
				continue;
			ASSERT_STR(decode(str_sub(page, n->raw.start, n->raw.length)), n->text, i);
			texts++;
		}
		ASSERT_ROW(texts >= 2, i);
	}
}

static void elements_know_their_tags(void **state)
{
	(void)state;
	struct str page = STR("<div a=1>x<P>y<b>z</B ></div><ul><li>w</ul><br>v</p>");
	static const struct {
		const char *name, *start, *end;
	} rows[] = {
		{"html", "", ""},
		{"body", "", ""},
		{"div", "<div a=1>", "</div>"},
		{"p", "<P>", ""},
		{"b", "<b>", "</B >"},
		{"ul", "<ul>", "</ul>"},
		{"li", "<li>", ""},
		{"br", "<br>", ""},
	};
	struct html_tree t;
	assert_true(html_parse(&a, page, &t, NULL));
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct html_node *n = &t.nodes[html_find(&t, 0, t.count, rows[i].name)];
		ASSERT_STR(str_sub(page, n->raw.start, n->raw.length), str_c(rows[i].start), i);
		ASSERT_STR(str_sub(page, n->close.start, n->close.length), str_c(rows[i].end), i);
	}
}

static void nodes_too_deep_stand_at_the_limit(void **state)
{
	(void)state;
	struct buf b = BUF(1 << 20);
	for (int i = 0; i < 2 * LIMIT_TREE_DEPTH; i++)
		buf_addf(&b, "<div>%d", i);
	struct html_tree t;
	assert_true(html_parse(&a, buf_str(&b), &t, NULL));
	assert_int_equal(t.count, 4 * LIMIT_TREE_DEPTH + 4);
	int next = 0;
	for (uint32_t i = 1; i < t.count; i++) {
		const struct html_node *n = &t.nodes[i], *parent = &t.nodes[n->parent];
		ASSERT_ROW(n->depth <= LIMIT_TREE_DEPTH && n->depth == parent->depth + 1, i);
		ASSERT_ROW(n->parent < i && n->end <= parent->end, i);
		if (n->kind == HTML_TEXT)
			ASSERT_STR(n->text, str_format(&a, "%d", next++), i);
	}
	assert_int_equal(next, 2 * LIMIT_TREE_DEPTH);
	buf_free(&b);
}

static void a_page_over_the_ceiling_is_refused(void **state)
{
	(void)state;
	struct html_tree t;
	struct err err = {0};
	assert_false(html_parse(&a, (struct str){"", LIMIT_BODY + 1}, &t, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	assert_int_equal(t.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_begin_and_end_as_the_standard_says),
		cmocka_unit_test(blocks_and_items_close_each_other),
		cmocka_unit_test(formatting_goes_on_in_the_next_block),
		cmocka_unit_test(tables_get_their_parts_and_give_up_what_is_not_theirs),
		cmocka_unit_test(selects_and_templates_hold_what_is_theirs),
		cmocka_unit_test(foreign_content_keeps_its_own_rules),
		cmocka_unit_test(fragments_obey_the_element_around_them),
		cmocka_unit_test(scripting_decides_what_noscript_holds),
		cmocka_unit_test(ends_as_in_xml_count_in_feeds_only),
		cmocka_unit_test(every_text_node_is_its_bytes_decoded),
		cmocka_unit_test(elements_know_their_tags),
		cmocka_unit_test(nodes_too_deep_stand_at_the_limit),
		cmocka_unit_test(a_page_over_the_ceiling_is_refused),
	};
	return cmocka_run_group_tests_name("html_tree", tests, NULL, free_arena);
}
