#include "html/lex.h"

#include "html/entity.h"

#define ROOM 64                   /* attributes that memory is taken for at once */
#define FEW 12                    /* so many names are compared one by one */
#define SEEN_SLOTS ((size_t)1024) /* a power of 2, over twice HTML_ATTRIBUTES_MAX */

enum { ENDS_NAME = 1, ENDS_ATTRIBUTE = 2, IS_ODD = 4, ENDS_VALUE = 8 };

/* White space and '>' end all; '/' ends names; '=' ends the name of an attribute. Capitals and NUL
 * make a name that must be copied. */
static const uint8_t classes[256] = {
	['\0'] = IS_ODD,
	['\t'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	['\n'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	['\f'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	['\r'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	[' '] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	['/'] = ENDS_NAME | ENDS_ATTRIBUTE,
	['='] = ENDS_ATTRIBUTE,
	['>'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
	['A'] = IS_ODD,
	['B'] = IS_ODD,
	['C'] = IS_ODD,
	['D'] = IS_ODD,
	['E'] = IS_ODD,
	['F'] = IS_ODD,
	['G'] = IS_ODD,
	['H'] = IS_ODD,
	['I'] = IS_ODD,
	['J'] = IS_ODD,
	['K'] = IS_ODD,
	['L'] = IS_ODD,
	['M'] = IS_ODD,
	['N'] = IS_ODD,
	['O'] = IS_ODD,
	['P'] = IS_ODD,
	['Q'] = IS_ODD,
	['R'] = IS_ODD,
	['S'] = IS_ODD,
	['T'] = IS_ODD,
	['U'] = IS_ODD,
	['V'] = IS_ODD,
	['W'] = IS_ODD,
	['X'] = IS_ODD,
	['Y'] = IS_ODD,
	['Z'] = IS_ODD,
};

static unsigned class_at(const struct lexer *l, size_t at)
{
	return classes[(unsigned char)l->in.p[at]];
}

static void skip_space(struct lexer *l)
{
	while (l->at < l->in.n && lex_is_space(l->in.p[l->at]))
		l->at++;
}

/* In lower case, NUL as U+FFFD. */
static struct str lower_name(struct lexer *l, struct str raw)
{
	char *out = arena_alloc(l->a, raw.n * (l->has_nul ? 3 : 1));
	size_t n = 0;
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i])
			out[n++] = char_lower(raw.p[i]);
		else
			n += utf8_encode(0xfffd, out + n);
	}
	return (struct str){out, n};
}

static uint16_t number_of(struct lexer *l, struct str name)
{
	if (l->names.n >= TAG_LAST - TAG_COUNT)
		return TAG_LAST;
	bool is_new;
	size_t *number = map_put(&l->names, name, &is_new);
	if (is_new)
		*number = TAG_COUNT + l->names.n - 1;
	return (uint16_t)*number;
}

static void take_name(struct lexer *l, struct token *token)
{
	size_t start = l->at;
	unsigned odd = 0;
	uint64_t key = 0;
	for (; l->at < l->in.n && !(class_at(l, l->at) & ENDS_NAME); l->at++) {
		odd |= class_at(l, l->at);
		if (l->at < start + 8)
			key = key << 8 | (unsigned char)l->in.p[l->at];
	}
	token->name = lex_slice(l, start, l->at);
	if (odd & IS_ODD) {
		token->name = lower_name(l, token->name);
		token->tag = tag_of(token->name);
	} else {
		token->tag = tag_by_key(token->name, key);
	}
	if (token->tag)
		token->name = tag_infos[token->tag].name;
	else
		token->tag = number_of(l, token->name);
}

static struct str decode(struct lexer *l, struct str raw)
{
	/* A reference of five bytes gives at most six. */
	char *out = arena_alloc(l->a, raw.n * (l->has_nul ? 3 : 1) + raw.n / 4 + ENTITY_MOST);
	size_t n = 0;
	for (size_t i = 0, length, more; i < raw.n; i += length) {
		char c = raw.p[i];
		length = c == '&' ? entity_read(raw, i, true, out + n, &more) : 0;
		if (length) {
			n += more;
			continue;
		}
		length = 1;
		if (c == '\0') {
			n += utf8_encode(0xfffd, out + n);
		} else if (c == '\r') {
			out[n++] = '\n';
			length += i + 1 < raw.n && raw.p[i + 1] == '\n';
		} else {
			out[n++] = c;
		}
	}
	return (struct str){out, n};
}

static struct str value_of(struct lexer *l, size_t start, size_t end)
{
	struct str raw = lex_slice(l, start, end);
	if (!raw.n)
		return STR("");
	bool is_odd = memchr(raw.p, '&', raw.n) || (l->has_return && memchr(raw.p, '\r', raw.n)) ||
		(l->has_nul && memchr(raw.p, '\0', raw.n));
	return is_odd ? decode(l, raw) : raw;
}

/* False at the end of the input. */
static bool take_value(struct lexer *l, struct str *value)
{
	l->at++;
	skip_space(l);
	if (l->at >= l->in.n)
		return false;
	char quote = l->in.p[l->at];
	size_t start = l->at;
	if (quote == '"' || quote == '\'') {
		start++;
		const char *end = memchr(l->in.p + start, quote, l->in.n - start);
		l->at = end ? (size_t)(end - l->in.p) : l->in.n;
		if (end)
			*value = value_of(l, start, l->at++);
		return end != NULL;
	}
	while (l->at < l->in.n && !(class_at(l, l->at) & ENDS_VALUE))
		l->at++;
	*value = value_of(l, start, l->at);
	return l->at < l->in.n;
}

static uint16_t *seen_slot(struct lexer *l, const struct token *token, struct str name)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < name.n; i++)
		hash = (hash ^ (unsigned char)name.p[i]) * UINT64_C(0x100000001b3);
	size_t slot = (hash ^ hash >> 32) & (SEEN_SLOTS - 1);
	while (l->seen[slot] && !str_eq(token->attributes[l->seen[slot] - 1].name, name))
		slot = (slot + 1) & (SEEN_SLOTS - 1);
	return &l->seen[slot];
}

static void begin_seen(struct lexer *l, const struct token *token)
{
	if (!l->seen)
		l->seen = ARENA_ARRAY(l->a, uint16_t, SEEN_SLOTS);
	memset(l->seen, 0, SEEN_SLOTS * sizeof(*l->seen));
	for (uint16_t i = 0; i < token->attribute_count; i++)
		*seen_slot(l, token, token->attributes[i].name) = (uint16_t)(i + 1);
}

static bool has_attribute(struct lexer *l, const struct token *token, struct str name)
{
	if (token->attribute_count > FEW)
		return *seen_slot(l, token, name) != 0;
	for (size_t i = 0; i < token->attribute_count; i++)
		if (str_eq(token->attributes[i].name, name))
			return true;
	return false;
}

/* The first of two with the same name counts, and those over the ceiling are left out. */
static void add_attribute(struct lexer *l, struct token *token, struct str name, struct str value)
{
	uint16_t count = token->attribute_count;
	if (count == HTML_ATTRIBUTES_MAX || has_attribute(l, token, name))
		return;
	if (count == l->room_n) {
		size_t more = ROOM > 2 * (size_t)count ? ROOM : 2 * (size_t)count;
		struct html_attribute *room = arena_alloc(l->a, more * sizeof(*room));
		if (count)
			memcpy(room, l->room, count * sizeof(*room));
		l->room = token->attributes = room;
		l->room_n = more;
	}
	l->room[count] = (struct html_attribute){.name = name, .value = value};
	token->attribute_count = (uint16_t)(count + 1);
	if (count == FEW)
		begin_seen(l, token);
	else if (count > FEW)
		*seen_slot(l, token, name) = token->attribute_count;
}

/* False at the end of the input. */
static bool take_attribute(struct lexer *l, struct token *token)
{
	size_t start = l->at++;
	unsigned odd = class_at(l, start);
	for (; l->at < l->in.n && !(class_at(l, l->at) & ENDS_ATTRIBUTE); l->at++)
		odd |= class_at(l, l->at);
	struct str name = lex_slice(l, start, l->at), value = STR("");
	if (odd & IS_ODD)
		name = lower_name(l, name);
	skip_space(l);
	if (l->at >= l->in.n)
		return false;
	if (l->in.p[l->at] == '=' && !take_value(l, &value))
		return false;
	add_attribute(l, token, name, value);
	return true;
}

bool lex_tag(struct lexer *l, struct token *token, bool is_end)
{
	token->kind = is_end ? TOKEN_END : TOKEN_START;
	token->attributes = l->room;
	take_name(l, token);
	while (l->at < l->in.n) {
		char c = l->in.p[l->at];
		if (c == '>') {
			l->at++;
			if (is_end)
				return true;
			l->last_start = token->name;
			l->room += token->attribute_count;
			l->room_n -= token->attribute_count;
			return true;
		}
		token->is_self_closing = c == '/' && l->at + 1 < l->in.n && l->in.p[l->at + 1] == '>';
		if (c == '/' || lex_is_space(c))
			l->at++;
		else if (!take_attribute(l, token))
			break;
	}
	l->at = l->in.n;
	return false; /* a tag that the end of the input cuts off is dropped */
}
