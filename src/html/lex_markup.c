#include "html/lex.h"

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

static struct str clean(struct lexer *l, size_t start, size_t end)
{
	return lex_clean(l, html_range(start, end), LEX_NUL_REPLACE);
}

static void comment(struct lexer *l, struct token *token, size_t start, size_t end, size_t next)
{
	token->kind = TOKEN_COMMENT;
	token->text = clean(l, start, end);
	l->at = min_size(next, l->in.n);
}

/* Up to '>', whatever comes. */
static void bogus_comment(struct lexer *l, struct token *token, size_t start)
{
	struct lex_find find = {0};
	size_t end = lex_find_char(l, &find, '>', start);
	comment(l, token, start, end, end + 1);
}

/* Bytes of the mark that ends a comment, where there is "--"; 0 when it goes on. */
static size_t end_mark(const struct lexer *l, size_t at)
{
	if (at + 2 < l->in.n && l->in.p[at + 2] == '>')
		return 3;
	return at + 3 < l->in.n && l->in.p[at + 2] == '!' && l->in.p[at + 3] == '>' ? 4 : 0;
}

/* From "<!--" on. */
static void real_comment(struct lexer *l, struct token *token)
{
	size_t start = l->at + 4;
	struct str rest = str_from(l->in, start);
	if (str_starts(rest, STR(">")) || str_starts(rest, STR("->"))) {
		comment(l, token, start, start, start + (rest.p[0] == '>' ? 1 : 2));
		return;
	}
	size_t end = start;
	for (; (end = str_find(l->in, STR("--"), end)) != STR_NONE; end++) {
		size_t mark = end_mark(l, end);
		if (mark) {
			comment(l, token, start, end, end + mark);
			return;
		}
	}
	/* Cut off by the end of the input: what looks like the begin of its end is not in it. */
	static const struct str tails[] = {STR_CONST("--!"), STR_CONST("--"), STR_CONST("-")};
	size_t n = l->in.n;
	for (size_t i = 0; i < 3; i++)
		if (str_ends(rest, tails[i])) {
			n -= tails[i].n;
			break;
		}
	comment(l, token, start, n, l->in.n);
}

static void skip_space(struct lexer *l)
{
	while (l->at < l->in.n && lex_is_space(l->in.p[l->at]))
		l->at++;
}

static struct str lower(struct lexer *l, size_t start, size_t end)
{
	return str_lower(l->a, clean(l, start, end));
}

/* A quoted identifier. False when there is none or it does not end as it should: then the doctype
 * is broken, and what is left of it is skipped. */
static bool take_quoted(struct lexer *l, struct str *id, bool *has_id)
{
	skip_space(l);
	char quote = l->at < l->in.n ? l->in.p[l->at] : '\0';
	if (quote != '"' && quote != '\'')
		return false;
	size_t start = ++l->at;
	while (l->at < l->in.n && l->in.p[l->at] != quote && l->in.p[l->at] != '>')
		l->at++;
	*id = clean(l, start, l->at);
	*has_id = true;
	if (l->at >= l->in.n || l->in.p[l->at] != quote)
		return false;
	l->at++;
	return true;
}

/* What may follow the name; false when the doctype is broken. */
static bool take_ids(struct lexer *l, struct token *token)
{
	skip_space(l);
	struct str rest = str_from(l->in, l->at);
	if (str_starts(rest, STR(">")))
		return true;
	bool is_public = str_starts_nocase(rest, STR("public"));
	if (!is_public && !str_starts_nocase(rest, STR("system")))
		return false;
	l->at += 6;
	if (is_public) {
		if (!take_quoted(l, &token->public_id, &token->has_public))
			return false;
		skip_space(l);
		if (l->at < l->in.n && l->in.p[l->at] == '>')
			return true;
	}
	if (!take_quoted(l, &token->system_id, &token->has_system))
		return false;
	skip_space(l);
	return l->at < l->in.n; /* what follows the last identifier is skipped */
}

static void doctype(struct lexer *l, struct token *token)
{
	token->kind = TOKEN_DOCTYPE;
	token->name = token->public_id = token->system_id = STR("");
	token->has_name = token->has_public = token->has_system = false;
	l->at += 9;
	skip_space(l);
	size_t start = l->at;
	while (l->at < l->in.n && !lex_is_space(l->in.p[l->at]) && l->in.p[l->at] != '>')
		l->at++;
	token->has_name = l->at > start;
	if (token->has_name)
		token->name = lower(l, start, l->at);
	token->is_quirky = !token->has_name || !take_ids(l, token);
	struct lex_find find = {0};
	l->at = min_size(lex_find_char(l, &find, '>', l->at) + 1, l->in.n);
}

bool lex_declaration(struct lexer *l, struct token *token)
{
	struct str rest = str_from(l->in, l->at);
	if (str_starts(rest, STR("<!--"))) {
		real_comment(l, token);
	} else if (str_starts_nocase(rest, STR("<!doctype"))) {
		doctype(l, token);
	} else if (l->allows_cdata && str_starts(rest, STR("<![CDATA["))) {
		l->at += 9;
		l->state = LEX_CDATA;
		return false;
	} else {
		bogus_comment(l, token, l->at + (rest.p[1] == '?' ? 1 : 2));
	}
	return true;
}
