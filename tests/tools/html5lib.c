/* Runs the tokenizer and the tree builder for scripts/html5lib, which knows the format of the
 * html5lib tests and compares. Standard input holds jobs:
 *     tokens STATE LAST_START_TAG LENGTH LF bytes
 *     tree CONTEXT SCRIPTING LENGTH LF bytes
 * where "-" is an empty word. Of each it prints the length of the answer and the answer: tokens one
 * a line, their fields in hexadecimal; a tree as the tests write it. */
#include "html/lex.h"

#define MAX_WORD 64
#define MAX_JOB ((size_t)1 << 24)

static void put_hex(struct buf *out, struct str s)
{
	buf_add_char(out, ' ');
	for (size_t i = 0; i < s.n; i++)
		buf_addf(out, "%02x", (unsigned char)s.p[i]);
}

static void put_id(struct buf *out, struct str id, bool has_id)
{
	if (has_id)
		put_hex(out, id);
	else
		buf_add_c(out, " -");
}

static void put_token(struct buf *out, struct lexer *l, const struct token *t)
{
	enum lex_nul nul = t->is_raw ? LEX_NUL_REPLACE : LEX_NUL_KEEP;
	static const char *const kinds[] = {"Character", "StartTag", "EndTag", "Comment", "DOCTYPE"};
	buf_add_c(out, kinds[t->kind]);
	if (t->kind == TOKEN_TEXT)
		put_hex(out, t->is_decoded ? t->text : lex_clean(l, t->raw, nul));
	if (t->kind == TOKEN_COMMENT)
		put_hex(out, t->text);
	if (t->kind == TOKEN_DOCTYPE) {
		put_id(out, t->name, t->has_name);
		put_id(out, t->public_id, t->has_public);
		put_id(out, t->system_id, t->has_system);
		buf_add_c(out, t->is_quirky ? " quirky" : " correct");
	}
	if (t->kind == TOKEN_START || t->kind == TOKEN_END) {
		put_hex(out, t->name);
		buf_add_c(out, t->is_self_closing ? " closed" : " open");
		for (size_t i = 0; t->kind == TOKEN_START && i < t->attribute_count; i++) {
			put_hex(out, t->attributes[i].name);
			put_hex(out, t->attributes[i].value);
		}
	}
	buf_add_char(out, '\n');
}

static void run_tokens(struct arena *a, struct buf *out, struct str in, char words[2][MAX_WORD])
{
	static const char *const states[] = {
		"data", "rcdata", "rawtext", "script", "plaintext", "cdata"};
	struct lexer l = lex_new(a, in);
	while (!str_eq(str_c(states[l.state]), str_c(words[0])))
		l.state++;
	if (words[1][0] != '-')
		l.last_start = str_c(words[1]);
	struct token token;
	for (lex_next(&l, &token); token.kind != TOKEN_EOF; lex_next(&l, &token))
		put_token(out, &l, &token);
}

static void put_indent(struct buf *out, unsigned depth)
{
	buf_add_c(out, "| ");
	for (unsigned i = 0; i < depth; i++)
		buf_add_c(out, "  ");
}

/* xlink:href and its like are in a namespace of their own on SVG and MathML elements. */
static struct str attribute_name(struct arena *a, const struct html_node *n, struct str name)
{
	static const char *const prefixed[] = {"xlink:actuate", "xlink:arcrole", "xlink:href",
		"xlink:role", "xlink:show", "xlink:title", "xlink:type", "xml:lang", "xml:space",
		"xmlns:xlink"};
	for (size_t i = 0; n->space != HTML_SPACE_HTML && i < sizeof(prefixed) / sizeof(char *); i++)
		if (str_eq(name, str_c(prefixed[i])))
			return str_replace(a, name, STR(":"), STR(" "));
	if (n->space != HTML_SPACE_HTML && str_eq(name, STR("xmlns")))
		return STR("xmlns xmlns");
	return name;
}

static void put_attributes(
	struct arena *a, struct buf *out, const struct html_node *n, unsigned depth)
{
	struct str before = {0};
	for (size_t done = 0; done < n->attribute_count; done++) {
		struct str least = {0}, value = {0};
		for (size_t i = 0; i < n->attribute_count; i++) {
			struct str name = attribute_name(a, n, n->attributes[i].name);
			if ((done && str_cmp(name, before) <= 0) || (least.p && str_cmp(name, least) >= 0))
				continue;
			least = name;
			value = n->attributes[i].value;
		}
		put_indent(out, depth);
		buf_addf(out, "%.*s=\"%.*s\"\n", STR_ARG(least), STR_ARG(value));
		before = least;
	}
}

static void put_doctype(struct buf *out, const struct html_node *n)
{
	buf_addf(out, "<!DOCTYPE %.*s", STR_ARG(n->text));
	if (n->attribute_count)
		buf_addf(out, " \"%.*s\" \"%.*s\"", STR_ARG(html_attribute(n, "public")),
			STR_ARG(html_attribute(n, "system")));
	buf_add_c(out, ">\n");
}

/* The text of this node and of those that go on behind it. */
static uint32_t put_texts(struct buf *out, const struct html_tree *t, uint32_t at)
{
	buf_add_char(out, '"');
	for (;; at = t->nodes[at].next) {
		buf_add(out, t->nodes[at].text);
		uint32_t next = t->nodes[at].next;
		if (next == HTML_NONE || t->nodes[next].kind != HTML_TEXT)
			break;
	}
	buf_add_c(out, "\"\n");
	return at;
}

static void put_tree(struct arena *a, struct buf *out, const struct html_tree *t, uint32_t root)
{
	unsigned shift = t->nodes[root].depth + 1;
	uint8_t extra[LIMIT_TREE_DEPTH + 2] = {0}; /* indents for the contents of templates */
	for (uint32_t i = root + 1; i < t->nodes[root].end; i++) {
		const struct html_node *n = &t->nodes[i];
		unsigned depth = n->depth - shift + extra[n->depth];
		extra[n->depth + 1] = extra[n->depth];
		put_indent(out, depth);
		if (n->kind == HTML_TEXT) {
			i = put_texts(out, t, i);
		} else if (n->kind == HTML_COMMENT) {
			buf_addf(out, "<!-- %.*s -->\n", STR_ARG(n->text));
		} else if (n->kind == HTML_DOCTYPE) {
			put_doctype(out, n);
		} else {
			static const char *const spaces[] = {"", "svg ", "math "};
			buf_addf(out, "<%s%.*s>\n", spaces[n->space], STR_ARG(n->name));
			put_attributes(a, out, n, depth + 1);
			if (html_is(n, "template") && n->space == HTML_SPACE_HTML) {
				put_indent(out, depth + 1);
				buf_add_c(out, "content\n");
				extra[n->depth + 1]++;
			}
		}
	}
}

static void run_tree(struct arena *a, struct buf *out, struct str in, char words[2][MAX_WORD])
{
	struct html_options options = {.has_scripting = str_eq(str_c(words[1]), STR("on"))};
	struct str context = str_c(words[0]);
	if (!str_eq(context, STR("-"))) {
		options.context_space = str_starts(context, STR("svg:")) ? HTML_SPACE_SVG
			: str_starts(context, STR("math:"))                  ? HTML_SPACE_MATH
																 : HTML_SPACE_HTML;
		size_t colon = str_find_char(context, ':', 0);
		options.context = colon == STR_NONE ? context : str_from(context, colon + 1);
	}
	struct html_tree tree;
	struct err err;
	if (html_parse_with(a, in, &options, &tree, &err))
		put_tree(a, out, &tree, options.context.n ? 1 : 0);
	else
		buf_add_c(out, err.msg);
}

static bool run_job(void)
{
	char kind[MAX_WORD], words[2][MAX_WORD];
	size_t n;
	if (scanf("%63s %63s %63s %zu", kind, words[0], words[1], &n) != 4 || n > MAX_JOB)
		return false;
	(void)getchar();
	struct arena a = {0};
	struct buf out = BUF(4 * MAX_JOB);
	char *bytes = arena_alloc(&a, n + 1);
	if (fread(bytes, 1, n, stdin) == n && str_eq(str_c(kind), STR("tokens")))
		run_tokens(&a, &out, (struct str){bytes, n}, words);
	else
		run_tree(&a, &out, (struct str){bytes, n}, words);
	(void)printf("%zu\n", out.n);
	(void)fwrite(out.p ? out.p : "", 1, out.n, stdout);
	(void)fflush(stdout);
	buf_free(&out);
	arena_free(&a);
	return true;
}

int main(void)
{
	while (run_job())
		;
	return 0;
}
