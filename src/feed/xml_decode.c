#include "feed/xml.h"

#include "html/html.h"

#define DOCTYPE_MAX ((size_t)256 << 10)
#define ENTITY_NAME_MAX 40

/* What windows-1252 has at 0x80 to 0x9F, for references and characters that mean it (WHATWG HTML,
 * numeric character reference end state). 0: nothing there. */
static const uint16_t windows_1252[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178};

static void add_point(struct buf *out, uint32_t point)
{
	if (point >= 0x80 && point < 0xA0)
		point = windows_1252[point - 0x80];
	if (point < ' ' && point != '\t' && point != '\n' && point != '\r')
		return;
	if ((point >= 0xD800 && point < 0xE000) || point > 0x10FFFF)
		point = 0xFFFD;
	char bytes[4];
	buf_add(out, (struct str){bytes, utf8_encode(point, bytes)});
}

/* Bytes that do not stand for themselves: controls, DEL, and the lead byte of U+0080 to U+00BF. */
static bool is_special(unsigned char c)
{
	return (c < ' ' && c != '\t' && c != '\n') || c == 0x7F || c == 0xC2;
}

#define BLOCK 32

/* Without a branch inside, so that compilers look at many bytes at once. */
static bool is_plain_block(const char *p)
{
	unsigned found = 0;
	for (size_t i = 0; i < BLOCK; i++) {
		unsigned char c = (unsigned char)p[i];
		found |= (unsigned)(((c < ' ') & (c != '\n') & (c != '\t')) | (c == '&') | (c == 0x7F) |
			(c == 0xC2));
	}
	return !found;
}

/* The offset of the next byte, from `at` on, that is special or, when it counts, '&'. */
static size_t find_special(struct str s, size_t at, bool with_references)
{
	for (;;) {
		while (at + BLOCK <= s.n && is_plain_block(s.p + at))
			at += BLOCK;
		size_t end = at + BLOCK < s.n ? at + BLOCK : s.n;
		for (; at < end; at++)
			if (is_special((unsigned char)s.p[at]) || (with_references && s.p[at] == '&'))
				return at;
		if (at >= s.n)
			return s.n;
	}
}

/* Adds the special character at *at and steps over it. */
static void add_special(struct str s, size_t *at, struct buf *out)
{
	uint32_t point = 0;
	size_t n = utf8_decode(s, *at, &point);
	if (point == '\r') { /* line ends as XML 1.0 section 2.11 wants them */
		if (*at + 1 == s.n || s.p[*at + 1] != '\n')
			buf_add_char(out, '\n');
	} else if (point != 0x7F) {
		add_point(out, point);
	}
	*at += n;
}

void xml_drop_controls(struct str text, struct buf *out)
{
	for (size_t at = 0, from = 0;;) {
		at = find_special(text, at, false);
		buf_add(out, str_sub(text, from, at - from));
		if (at == text.n)
			return;
		add_special(text, &at, out);
		from = at;
	}
}

static int hex_digit(char c)
{
	c = char_lower(c);
	return char_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "&#8217;" and "&#x2019;" at s; the bytes read, 0 when it is none. The semicolon may be missing.
 */
static size_t add_numeric(struct str s, struct buf *out)
{
	bool is_hex = s.n > 2 && char_lower(s.p[2]) == 'x';
	size_t at = is_hex ? 3 : 2, first = at;
	uint32_t point = 0;
	for (; at < s.n; at++) {
		int digit = hex_digit(s.p[at]);
		if (digit < 0 || (!is_hex && digit > 9))
			break;
		point = point > 0x10FFFF ? point : point * (is_hex ? 16 : 10) + (uint32_t)digit;
	}
	if (at == first)
		return 0;
	add_point(out, point);
	return at < s.n && s.p[at] == ';' ? at + 1 : at;
}

/* XML's own, and two that HTML gave other characters after the DTD of RSS 0.91 had named them. */
static bool add_predefined(struct str name, struct buf *out)
{
	static const struct {
		struct str name, characters;
	} rows[] = {{STR_CONST("lt"), STR_CONST("<")}, {STR_CONST("gt"), STR_CONST(">")},
		{STR_CONST("amp"), STR_CONST("&")}, {STR_CONST("quot"), STR_CONST("\"")},
		{STR_CONST("apos"), STR_CONST("'")}, {STR_CONST("lang"), STR_CONST("\xE2\x8C\xA9")},
		{STR_CONST("rang"), STR_CONST("\xE2\x8C\xAA")}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (str_eq(name, rows[i].name)) {
			buf_add(out, rows[i].characters);
			return true;
		}
	return false;
}

static bool add_own(struct xml *x, struct str name, struct buf *out)
{
	for (size_t i = 0; i < x->entity_count; i++) {
		if (!str_eq(name, x->entities[i].name))
			continue;
		struct str value = x->entities[i].value;
		if (x->expanded + value.n > XML_EXPANSION)
			return false;
		x->expanded += value.n;
		buf_add(out, value);
		return true;
	}
	return false;
}

/* HTML's names, which feeds use without declaring them. Looking one up is costly, so each is asked
 * for once and only so many are. */
static bool add_html(struct xml *x, struct str reference, struct buf *out)
{
	size_t *known = map_get(&x->html_names, reference);
	if (!known) {
		if (x->html_names.n == XML_HTML_NAMES)
			return false;
		struct str key = str_dup(x->a, reference);
		bool is_new;
		known = map_put(&x->html_names, key, &is_new);
		*known = x->html_values.n;
		*VEC_ADD(x->a, &x->html_values) = html_decode_entities(x->a, key);
	}
	struct str value = x->html_values.items[*known];
	if (str_eq(value, reference))
		return false;
	buf_add(out, value);
	return true;
}

static bool is_entity_name(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '_' || c == '-' || c == '.';
}

/* Adds what the '&' at the start of s begins; the bytes read. A bare '&' stands for itself. */
static size_t add_reference(struct xml *x, struct str s, bool with_own, struct buf *out)
{
	if (s.n > 1 && s.p[1] == '#') {
		size_t n = add_numeric(s, out);
		if (n)
			return n;
	}
	size_t end = 1;
	while (end < s.n && end <= ENTITY_NAME_MAX && is_entity_name(s.p[end]))
		end++;
	struct str name = str_sub(s, 1, end - 1);
	if (name.n && end < s.n && s.p[end] == ';' &&
		(add_predefined(name, out) || (with_own && add_own(x, name, out)) ||
			add_html(x, str_sub(s, 0, end + 1), out)))
		return end + 1;
	buf_add_char(out, '&');
	return 1;
}

void xml_decode(struct xml *x, struct str raw, bool with_own_entities, struct buf *out)
{
	for (size_t at = 0, from = 0;;) {
		at = find_special(raw, at, true);
		buf_add(out, str_sub(raw, from, at - from));
		if (at == raw.n)
			return;
		if (raw.p[at] == '&')
			at += add_reference(x, str_from(raw, at), with_own_entities, out);
		else
			add_special(raw, &at, out);
		from = at;
	}
}

/* The offset behind the quoted string at `at`, or STR_NONE. */
static size_t skip_quoted(struct str s, size_t at)
{
	size_t end = str_find_char(s, s.p[at], at + 1);
	return end == STR_NONE ? STR_NONE : end + 1;
}

/* `<!ENTITY name "value">` at `at`. Parameter entities and external ones are none of ours. */
static void declare_entity(struct xml *x, struct str s, size_t at)
{
	at += sizeof("<!ENTITY") - 1;
	while (at < s.n && char_is_space(s.p[at]))
		at++;
	size_t start = at;
	while (at < s.n && is_entity_name(s.p[at]))
		at++;
	struct str name = str_sub(s, start, at - start);
	while (at < s.n && char_is_space(s.p[at]))
		at++;
	if (name.n == 0 || x->entity_count == XML_ENTITIES || at == s.n ||
		(s.p[at] != '"' && s.p[at] != '\''))
		return;
	size_t end = skip_quoted(s, at);
	if (end == STR_NONE)
		return;
	buf_clear(&x->text);
	xml_decode(x, str_sub(s, at + 1, end - at - 2), false, &x->text);
	x->entities[x->entity_count].name = name;
	x->entities[x->entity_count++].value = str_dup(x->a, buf_str(&x->text));
}

/* The end of a comment or quoted string at `at`, else the next byte. */
static size_t step(struct str s, size_t at)
{
	if (s.p[at] == '"' || s.p[at] == '\'')
		return skip_quoted(s, at);
	if (str_starts(str_from(s, at), STR("<!--"))) {
		size_t end = str_find(s, STR("-->"), at + 4);
		return end == STR_NONE ? STR_NONE : end + 3;
	}
	return at + 1;
}

void xml_read_doctype(struct xml *x)
{
	struct str s = str_sub(x->in, x->at, DOCTYPE_MAX);
	bool is_inside = false; /* of the brackets */
	for (size_t at = 1; at < s.n; at = step(s, at)) {
		if (s.p[at] == '[')
			is_inside = true;
		else if (s.p[at] == ']')
			is_inside = false;
		else if (s.p[at] == '>' && !is_inside) {
			x->at += at + 1;
			return;
		} else if (is_inside && str_starts(str_from(s, at), STR("<!ENTITY")))
			declare_entity(x, s, at);
	}
	/* Broken: only what looks like the declaration's first part goes. */
	size_t end = str_find_char(x->in, '>', x->at);
	x->at = end == STR_NONE ? x->in.n : end + 1;
}
