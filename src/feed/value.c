#include "feed/value.h"

#include "html/html.h"

struct str value_escaped(struct arena *a, struct str text)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	buf_add_escaped(&b, text);
	struct str escaped = str_dup(a, buf_str(&b));
	buf_free(&b);
	return escaped;
}

/* What windows-1252 has at 0x80 to 0x9F. */
static const uint16_t windows_1252[32] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020,
	0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C,
	0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

/* The character's byte in windows-1252, or -1. */
static int byte_of(uint32_t point)
{
	if (point < 0x80 || (point >= 0xA0 && point <= 0xFF))
		return (int)point;
	for (int i = 0; i < 32; i++)
		if (windows_1252[i] == point)
			return 0x80 + i;
	return -1;
}

/* UTF-8 that someone read as windows-1252 and encoded again ("donâ€™t"): chance does not make such
 * sequences, so text in which all that is not ASCII is made of them is turned back. */
static struct str without_mojibake(struct arena *a, struct str text)
{
	size_t first = 0;
	while (first < text.n && (unsigned char)text.p[first] < 0x80)
		first++;
	/* All leads of UTF-8 are U+00C2 to U+00F4, which begin so. */
	if (first == text.n || (unsigned char)text.p[first] != 0xC3)
		return text;
	char *p = arena_alloc(a, text.n + 1);
	size_t n = 0, missing = 0;
	for (size_t at = 0; at < text.n;) {
		uint32_t point;
		at += utf8_decode(text, at, &point);
		int byte = byte_of(point);
		bool is_inner = byte >= 0x80 && byte < 0xC0;
		if (byte < 0 || is_inner != (missing > 0))
			return text;
		missing = is_inner ? missing - 1 : byte < 0x80 ? 0 : utf8_length((unsigned char)byte) - 1;
		p[n++] = (char)byte;
	}
	struct str fixed = {p, n};
	return missing == 0 && text_is_utf8(fixed) ? fixed : text;
}

struct str value_html(struct arena *a, struct str html, struct str base)
{
	html = without_mojibake(a, str_trim(utf8_cut(html, FEED_HTML_MAX)));
	bool is_plain =
		str_find_char(html, '<', 0) == STR_NONE && str_find_char(html, '&', 0) == STR_NONE;
	return is_plain ? html : str_trim(html_sanitise(a, html, base));
}

struct str value_squeezed(struct arena *a, struct str text)
{
	text = utf8_cut(text, LIMIT_URL);
	char *p = arena_alloc(a, text.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++) {
		bool is_space = char_is_space(text.p[i]);
		if (!is_space || (n && p[n - 1] != ' '))
			p[n++] = is_space ? ' ' : text.p[i];
	}
	if (n && p[n - 1] == ' ')
		n--;
	p[n] = '\0';
	return (struct str){p, n};
}

struct str value_plain(struct arena *a, struct str text)
{
	text = without_mojibake(a, utf8_cut(text, LIMIT_URL));
	bool is_plain = str_find_char(text, '&', 0) == STR_NONE;
	return value_squeezed(a, is_plain ? text : html_decode_entities(a, text));
}

static bool has_scheme(struct str link)
{
	size_t i = 0;
	while (i < link.n &&
		(char_is_alpha(link.p[i]) || (i && char_is_digit(link.p[i])) ||
			(i && (link.p[i] == '+' || link.p[i] == '-' || link.p[i] == '.'))))
		i++;
	return i > 0 && i < link.n && link.p[i] == ':';
}

struct str value_link(struct arena *a, struct str base, struct str text)
{
	text = str_trim(text);
	if (text.n == 0 || text.n > LIMIT_URL)
		return STR("");
	text = str_replace(a, text, STR("&amp;"), STR("&")); /* escaped twice */
	struct str link = url_resolve(a, base, text);
	if (str_eq_nocase(link, text)) /* nothing but letters of the host: as it is written */
		return str_dup(a, text);
	if (link.n || base.n || has_scheme(text) || str_find_char(text, '<', 0) != STR_NONE)
		return link;
	return text;
}

static struct str without_brackets(struct str s, char open, char close, struct str *inside)
{
	size_t from = str_find_char(s, open, 0);
	size_t to = from == STR_NONE ? STR_NONE : str_find_char(s, close, from);
	*inside = (struct str){0};
	if (to == STR_NONE)
		return s;
	*inside = str_trim(str_sub(s, from + 1, to - from - 1));
	return str_trim(str_sub(s, 0, from));
}

static bool is_mail(struct str s)
{
	return str_find_char(s, '@', 0) != STR_NONE && str_find_char(s, ' ', 0) == STR_NONE;
}

struct str value_author(struct arena *a, struct str text)
{
	struct str name = value_plain(a, text), inside;
	static const char brackets[2][2] = {{'<', '>'}, {'(', ')'}};
	for (size_t i = 0; i < 2; i++) {
		struct str outside = without_brackets(name, brackets[i][0], brackets[i][1], &inside);
		if (is_mail(inside) || str_eq_nocase(str_sub(inside, 0, 7), STR("mailto:")))
			name = outside.n ? outside : inside;
		else if (is_mail(outside) && inside.n)
			name = inside;
	}
	if (name.n > 1 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = str_sub(name, 1, name.n - 2);
	return name;
}

static int base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (char_is_digit(c))
		return c - '0' + 52;
	return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

struct str value_base64(struct arena *a, struct str text)
{
	char *p = arena_alloc(a, text.n / 4 * 3 + 4);
	size_t n = 0;
	uint32_t bits = 0, count = 0;
	for (size_t i = 0; i < text.n && text.p[i] != '='; i++) {
		int value = base64_value(text.p[i]);
		if (value < 0)
			continue;
		bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
		if (++count % 4 != 1)
			p[n++] = (char)(bits >> ((4 - count % 4) % 4 * 2));
	}
	struct str decoded = {p, n};
	return text_is_utf8(decoded) ? decoded : STR("");
}

struct str value_language(struct arena *a, struct str tag)
{
	tag = str_trim(tag);
	for (size_t i = 0; i < tag.n; i++)
		if (!char_is_alpha(tag.p[i]) && !char_is_digit(tag.p[i]) && tag.p[i] != '-' &&
			tag.p[i] != '_')
			return STR("");
	return tag.n > 35 ? STR("") : str_replace(a, tag, STR("_"), STR("-"));
}

void value_add(struct arena *a, struct str_vec *list, struct str value)
{
	if (value.n == 0 || list->n == FEED_LIST_MAX)
		return;
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->items[i], value))
			return;
	*VEC_ADD(a, list) = value;
}
