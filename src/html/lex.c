#include "html/lex.h"

#include "html/entity.h"

struct lexer lex_new(struct arena *a, struct str in)
{
	struct lexer l = {.a = a, .in = in, .names = map_new(a)};
	l.has_return = in.n && memchr(in.p, '\r', in.n);
	l.has_nul = in.n && memchr(in.p, '\0', in.n);
	return l;
}

struct str lex_slice(const struct lexer *l, size_t start, size_t end)
{
	return (struct str){l->in.p + start, end - start};
}

size_t lex_find_char(const struct lexer *l, struct lex_find *f, char c, size_t from)
{
	if (from >= f->from && from <= f->at && f->at)
		return f->at;
	const char *found = from < l->in.n ? memchr(l->in.p + from, c, l->in.n - from) : NULL;
	f->from = from;
	f->at = found ? (size_t)(found - l->in.p) : l->in.n;
	return f->at;
}

size_t lex_find_string(const struct lexer *l, struct lex_find *f, struct str s, size_t from)
{
	if (from >= f->from && from <= f->at && f->at)
		return f->at;
	size_t found = str_find(l->in, s, from);
	f->from = from;
	f->at = found == STR_NONE ? l->in.n : found;
	return f->at;
}

bool lex_is_tag_end(const struct lexer *l, size_t at)
{
	return at < l->in.n && (lex_is_space(l->in.p[at]) || l->in.p[at] == '/' || l->in.p[at] == '>');
}

struct str lex_clean(struct lexer *l, struct html_range raw, enum lex_nul nul)
{
	struct str s = lex_slice(l, raw.start, raw.start + raw.length);
	bool is_clean = (!l->has_return || !memchr(s.p, '\r', s.n)) &&
		(!l->has_nul || nul == LEX_NUL_KEEP || !memchr(s.p, '\0', s.n));
	if (!s.n || is_clean)
		return s;
	char *out = arena_alloc(l->a, s.n * (l->has_nul ? 3 : 1));
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\r') {
			out[n++] = '\n';
			i += i + 1 < s.n && s.p[i + 1] == '\n';
		} else if (s.p[i] == '\0' && nul == LEX_NUL_REPLACE) {
			n += utf8_encode(0xfffd, out + n);
		} else if (s.p[i] != '\0' || nul == LEX_NUL_KEEP) {
			out[n++] = s.p[i];
		}
	}
	return (struct str){out, n};
}

/* Whether '<' begins something other than text. */
static bool is_markup(const struct lexer *l, size_t at)
{
	if (at + 1 >= l->in.n)
		return false;
	char c = l->in.p[at + 1];
	return char_is_alpha(c) || c == '!' || c == '?' || (c == '/' && at + 2 < l->in.n);
}

/* A reference at l->at becomes the token. */
static bool take_reference(struct lexer *l, struct token *token)
{
	size_t n, length = entity_read(l->in, l->at, false, token->reference, &n);
	if (!length)
		return false;
	token->is_decoded = true;
	token->text = (struct str){token->reference, n};
	token->raw = html_range(l->at, l->at + length);
	l->at += length;
	return true;
}

static bool is_reference(const struct lexer *l, size_t at)
{
	char out[ENTITY_MOST];
	size_t n;
	return entity_read(l->in, at, false, out, &n) > 0;
}

void lex_text(struct lexer *l, struct token *token, size_t stop)
{
	bool is_data = l->state == LEX_DATA;
	size_t start = l->at, end = start;
	token->kind = TOKEN_TEXT;
	if (l->in.p[start] == '&' && take_reference(l, token))
		return;
	for (;; end++) {
		size_t less = is_data ? lex_find_char(l, &l->less, '<', end) : stop;
		end = lex_find_char(l, &l->amp, '&', end);
		if (end < less && !is_reference(l, end))
			continue;
		end = end < less ? end : less;
		if (end == less && is_data && end < l->in.n && !is_markup(l, end))
			continue;
		break;
	}
	token->raw = html_range(start, end);
	l->at = end;
}

/* From '<' on; false when it gives no token. */
static bool take_markup(struct lexer *l, struct token *token)
{
	char c = l->in.p[l->at + 1];
	if (char_is_alpha(c)) {
		l->at += 1;
		return lex_tag(l, token, false);
	}
	if (c == '/' && char_is_alpha(l->in.p[l->at + 2])) {
		l->at += 2;
		return lex_tag(l, token, true);
	}
	if (c == '/' && l->in.p[l->at + 2] == '>') {
		l->at += 3;
		return false;
	}
	return lex_declaration(l, token);
}

void lex_next(struct lexer *l, struct token *token)
{
	while (l->at < l->in.n) {
		size_t start = l->at;
		token->is_decoded = token->is_self_closing = false;
		token->is_raw = l->state != LEX_DATA && l->state != LEX_CDATA;
		token->attribute_count = 0;
		if (l->state != LEX_DATA) {
			if (lex_raw(l, token))
				return;
		} else if (l->in.p[start] != '<' || !is_markup(l, start)) {
			lex_text(l, token, 0);
			return;
		} else if (take_markup(l, token)) {
			token->raw = html_range(start, l->at);
			return;
		}
	}
	token->kind = TOKEN_EOF;
	token->raw = html_range(l->in.n, l->in.n);
}
