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

static void put_token(struct buf *out, struct lexer *l, enum lex_nul nul, const struct token *t)
{
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
	for (;;) {
		bool is_raw = l.state != LEX_DATA && l.state != LEX_CDATA;
		lex_next(&l, &token);
		if (token.kind == TOKEN_EOF)
			break;
		put_token(out, &l, is_raw ? LEX_NUL_REPLACE : LEX_NUL_KEEP, &token);
	}
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
