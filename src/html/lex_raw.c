#include "html/lex.h"

/* Whether the end tag at "</" is that of the element which the raw text is in. */
static bool is_own_end(const struct lexer *l, size_t at)
{
	struct str rest = str_from(l->in, at + 2);
	return l->last_start.n && str_starts_nocase(rest, l->last_start) &&
		lex_is_tag_end(l, at + 2 + l->last_start.n);
}

static bool is_tag(const struct lexer *l, size_t at, struct str with_name)
{
	return str_starts_nocase(str_from(l->in, at), with_name) && lex_is_tag_end(l, at + with_name.n);
}

/* Where the end tag of the element begins, or the end of the input. */
static size_t find_end(struct lexer *l, size_t at)
{
	for (; (at = lex_find_char(l, &l->less, '<', at)) < l->in.n; at++)
		if (at + 1 < l->in.n && l->in.p[at + 1] == '/' && is_own_end(l, at))
			return at;
	return at;
}

/* The same for a script, which may hold "<!--", and in that "<script>" with its end tag, up to
 * "-->" (13.2.5.4, 13.2.5.15 to 13.2.5.31). */
static size_t find_script_end(struct lexer *l, size_t at)
{
	bool is_escaped = false, is_double = false;
	size_t escape_end = 0;
	for (; (at = lex_find_char(l, &l->less, '<', at)) < l->in.n; at++) {
		if (is_escaped && at >= escape_end)
			is_escaped = is_double = false;
		if (!is_double && at + 1 < l->in.n && l->in.p[at + 1] == '/' && is_own_end(l, at))
			return at;
		if (!is_escaped && str_starts(str_from(l->in, at), STR("<!--"))) {
			is_escaped = true;
			escape_end = lex_find_string(l, &l->dashes, STR("-->"), at + 2);
		} else if (is_escaped && !is_double && is_tag(l, at, STR("<script"))) {
			is_double = true;
		} else if (is_double && is_tag(l, at, STR("</script"))) {
			is_double = false;
		}
	}
	return at;
}

static size_t find_raw_end(struct lexer *l)
{
	if (l->state == LEX_PLAINTEXT)
		return l->in.n;
	if (l->state == LEX_CDATA) {
		size_t end = str_find(l->in, STR("]]>"), l->at);
		return end == STR_NONE ? l->in.n : end;
	}
	return l->state == LEX_SCRIPT ? find_script_end(l, l->at) : find_end(l, l->at);
}

/* What ends the raw text. */
static bool take_end(struct lexer *l, struct token *token)
{
	bool is_cdata = l->state == LEX_CDATA;
	size_t start = l->at;
	l->state = LEX_DATA;
	l->raw_end = 0;
	l->at += is_cdata ? 3 : 2;
	if (is_cdata || !lex_tag(l, token, true))
		return false;
	token->raw = html_range(start, l->at);
	return true;
}

bool lex_raw(struct lexer *l, struct token *token)
{
	if (!l->raw_end)
		l->raw_end = find_raw_end(l);
	if (l->at == l->raw_end)
		return take_end(l, token);
	if (l->state == LEX_RCDATA) {
		lex_text(l, token, l->raw_end);
		return true;
	}
	token->kind = TOKEN_TEXT;
	token->raw = html_range(l->at, l->raw_end);
	l->at = l->raw_end;
	return true;
}
