#include "html/html.h"

#include "html/tag.h"

/* What is kept of an element. Those that are not listed lose their tags and keep what is in them,
 * as <object> does: what it holds is for readers who can't see the object. */
enum { KEEP = 1, KEEP_VOID = 2, DROP_ALL = 4 };

static const uint8_t elements[TAG_COUNT] = {
	[TAG_A] = KEEP,
	[TAG_ABBR] = KEEP,
	[TAG_ADDRESS] = KEEP,
	[TAG_APPLET] = DROP_ALL,
	[TAG_AREA] = DROP_ALL,
	[TAG_ARTICLE] = KEEP,
	[TAG_ASIDE] = KEEP,
	[TAG_AUDIO] = DROP_ALL,
	[TAG_B] = KEEP,
	[TAG_BASE] = DROP_ALL,
	[TAG_BASEFONT] = DROP_ALL,
	[TAG_BDI] = KEEP,
	[TAG_BDO] = KEEP,
	[TAG_BGSOUND] = DROP_ALL,
	[TAG_BIG] = KEEP,
	[TAG_BLOCKQUOTE] = KEEP,
	[TAG_BR] = KEEP_VOID,
	[TAG_BUTTON] = DROP_ALL,
	[TAG_CANVAS] = DROP_ALL,
	[TAG_CAPTION] = KEEP,
	[TAG_CENTER] = KEEP,
	[TAG_CITE] = KEEP,
	[TAG_CODE] = KEEP,
	[TAG_COL] = KEEP_VOID,
	[TAG_COLGROUP] = KEEP,
	[TAG_DD] = KEEP,
	[TAG_DEL] = KEEP,
	[TAG_DETAILS] = KEEP,
	[TAG_DFN] = KEEP,
	[TAG_DIR] = KEEP,
	[TAG_DIV] = KEEP,
	[TAG_DL] = KEEP,
	[TAG_DT] = KEEP,
	[TAG_EM] = KEEP,
	[TAG_EMBED] = DROP_ALL,
	[TAG_FIGCAPTION] = KEEP,
	[TAG_FIGURE] = KEEP,
	[TAG_FOOTER] = KEEP,
	[TAG_FRAME] = DROP_ALL,
	[TAG_FRAMESET] = DROP_ALL,
	[TAG_H1] = KEEP,
	[TAG_H2] = KEEP,
	[TAG_H3] = KEEP,
	[TAG_H4] = KEEP,
	[TAG_H5] = KEEP,
	[TAG_H6] = KEEP,
	[TAG_HEADER] = KEEP,
	[TAG_HGROUP] = KEEP,
	[TAG_HR] = KEEP_VOID,
	[TAG_I] = KEEP,
	[TAG_IFRAME] = DROP_ALL,
	[TAG_IMG] = KEEP_VOID,
	[TAG_INPUT] = DROP_ALL,
	[TAG_INS] = KEEP,
	[TAG_KBD] = KEEP,
	[TAG_KEYGEN] = DROP_ALL,
	[TAG_LI] = KEEP,
	[TAG_LINK] = DROP_ALL,
	[TAG_MARK] = KEEP,
	[TAG_MATH] = DROP_ALL,
	[TAG_MENU] = KEEP,
	[TAG_MENUITEM] = DROP_ALL,
	[TAG_META] = DROP_ALL,
	[TAG_NOEMBED] = DROP_ALL,
	[TAG_NOFRAMES] = DROP_ALL,
	[TAG_NOSCRIPT] = DROP_ALL,
	[TAG_OL] = KEEP,
	[TAG_P] = KEEP,
	[TAG_PARAM] = DROP_ALL,
	[TAG_PLAINTEXT] = DROP_ALL,
	[TAG_PRE] = KEEP,
	[TAG_Q] = KEEP,
	[TAG_RP] = KEEP,
	[TAG_RT] = KEEP,
	[TAG_RUBY] = KEEP,
	[TAG_S] = KEEP,
	[TAG_SAMP] = KEEP,
	[TAG_SCRIPT] = DROP_ALL,
	[TAG_SECTION] = KEEP,
	[TAG_SELECT] = DROP_ALL,
	[TAG_SMALL] = KEEP,
	[TAG_SOURCE] = DROP_ALL,
	[TAG_SPAN] = KEEP,
	[TAG_STRIKE] = KEEP,
	[TAG_STRONG] = KEEP,
	[TAG_STYLE] = DROP_ALL,
	[TAG_SUB] = KEEP,
	[TAG_SUMMARY] = KEEP,
	[TAG_SUP] = KEEP,
	[TAG_SVG] = DROP_ALL,
	[TAG_TABLE] = KEEP,
	[TAG_TBODY] = KEEP,
	[TAG_TD] = KEEP,
	[TAG_TEMPLATE] = DROP_ALL,
	[TAG_TEXTAREA] = DROP_ALL,
	[TAG_TFOOT] = KEEP,
	[TAG_TH] = KEEP,
	[TAG_THEAD] = KEEP,
	[TAG_TIME] = KEEP,
	[TAG_TITLE] = DROP_ALL,
	[TAG_TR] = KEEP,
	[TAG_TRACK] = DROP_ALL,
	[TAG_TT] = KEEP,
	[TAG_U] = KEEP,
	[TAG_UL] = KEEP,
	[TAG_VAR] = KEEP,
	[TAG_VIDEO] = DROP_ALL,
	[TAG_WBR] = KEEP_VOID,
	[TAG_XMP] = DROP_ALL,
};

enum value_kind { VALUE_TEXT, VALUE_URL, VALUE_NUMBER, VALUE_WORD, VALUE_FLAG };

/* Attributes that are kept, of one element or (TAG_NONE) of all. What scripts or styles hang on
 * (id, class, name, style, data-) and what loads or runs is not among them. */
static const struct {
	uint16_t tag;
	uint8_t kind;
	const char *name;
} attributes[] = {
	{TAG_NONE, VALUE_WORD, "dir"},
	{TAG_NONE, VALUE_WORD, "lang"},
	{TAG_NONE, VALUE_TEXT, "title"},
	{TAG_A, VALUE_URL, "href"},
	{TAG_A, VALUE_WORD, "hreflang"},
	{TAG_BLOCKQUOTE, VALUE_URL, "cite"},
	{TAG_COL, VALUE_NUMBER, "span"},
	{TAG_COLGROUP, VALUE_NUMBER, "span"},
	{TAG_DEL, VALUE_URL, "cite"},
	{TAG_DEL, VALUE_TEXT, "datetime"},
	{TAG_DETAILS, VALUE_FLAG, "open"},
	{TAG_IMG, VALUE_URL, "src"},
	{TAG_IMG, VALUE_TEXT, "alt"},
	{TAG_IMG, VALUE_NUMBER, "width"},
	{TAG_IMG, VALUE_NUMBER, "height"},
	{TAG_INS, VALUE_URL, "cite"},
	{TAG_INS, VALUE_TEXT, "datetime"},
	{TAG_LI, VALUE_NUMBER, "value"},
	{TAG_OL, VALUE_FLAG, "reversed"},
	{TAG_OL, VALUE_NUMBER, "start"},
	{TAG_OL, VALUE_WORD, "type"},
	{TAG_Q, VALUE_URL, "cite"},
	{TAG_TD, VALUE_NUMBER, "colspan"},
	{TAG_TD, VALUE_NUMBER, "rowspan"},
	{TAG_TH, VALUE_TEXT, "abbr"},
	{TAG_TH, VALUE_NUMBER, "colspan"},
	{TAG_TH, VALUE_NUMBER, "rowspan"},
	{TAG_TH, VALUE_WORD, "scope"},
	{TAG_TIME, VALUE_TEXT, "datetime"},
};

#define MAX_OUTPUT (LIMIT_BODY * 2)

/* A URL that is safe to follow, absolute; empty for any other. Browsers drop tabs and line ends
 * anywhere in a URL and controls around it, so they go before the scheme is looked at. */
static struct str safe_url(struct arena *a, struct str base, struct str value)
{
	struct buf b = BUF(LIMIT_URL);
	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)value.p[i] > 0x20 && value.p[i] != 0x7f)
			buf_add_char(&b, value.p[i]);
		else if (value.p[i] == ' ' && b.n)
			buf_add_c(&b, "%20");
	struct str url = str_dup(a, b.is_over ? STR("") : buf_str(&b));
	while (str_ends(url, STR("%20")))
		url.n -= 3;
	buf_free(&b);
	if (str_starts_nocase(url, STR("mailto:")))
		return str_format(a, "mailto:%.*s", STR_ARG(str_from(url, 7)));
	return url.n ? url_resolve(a, base, url) : url;
}

#define WORD_MAX 35 /* characters: a language tag */

static bool is_number(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (!char_is_digit(value.p[i]))
			return false;
	return value.n > 0 && value.n <= 5;
}

static bool is_word(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (!char_is_alpha(value.p[i]) && !char_is_digit(value.p[i]) && value.p[i] != '-')
			return false;
	return value.n > 0 && value.n <= WORD_MAX;
}

/* The value as it may be shown; empty when it is better left out. */
static struct str safe_value(
	struct arena *a, const struct html_node *node, unsigned kind, struct str value, struct str base)
{
	switch (kind) {
	case VALUE_URL: {
		struct str url = safe_url(a, base, value);
		bool is_mail = str_starts(url, STR("mailto:"));
		return is_mail && node->tag != TAG_A ? STR("") : url;
	}
	case VALUE_NUMBER:
		return is_number(value) ? value : STR("");
	case VALUE_WORD:
		return is_word(value) ? value : STR("");
	default:
		return value;
	}
}

static void put_attribute(struct buf *out, const char *name, struct str value)
{
	buf_addf(out, " %s=\"", name);
	buf_add_escaped(out, value);
	buf_add_char(out, '"');
}

/* Writes the start tag; false when the element is better left out, as a link to nowhere is. */
static bool put_start(
	struct arena *a, struct buf *out, const struct html_node *node, struct str base)
{
	struct str values[sizeof(attributes) / sizeof(attributes[0])] = {0};
	bool has_url = false;
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
		if (attributes[i].tag != TAG_NONE && attributes[i].tag != node->tag)
			continue;
		struct str value = html_attribute(node, attributes[i].name);
		if (attributes[i].kind != VALUE_FLAG)
			values[i] = safe_value(a, node, attributes[i].kind, value, base);
		else if (html_has_attribute(node, attributes[i].name))
			values[i] = str_c(attributes[i].name);
		has_url |= attributes[i].kind == VALUE_URL && values[i].n;
	}
	if ((node->tag == TAG_A || node->tag == TAG_IMG) && !has_url)
		return false;
	buf_addf(out, "<%.*s", STR_ARG(node->name));
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (values[i].n)
			put_attribute(out, attributes[i].name, values[i]);
	buf_add_char(out, '>');
	return true;
}

/* Ends the kept elements that end before node `at`. */
static void put_ends(struct buf *out, const struct html_tree *t, struct span_vec *open, uint32_t at)
{
	while (open->n) {
		const struct html_node *node = &t->nodes[open->items[open->n - 1].start];
		if (node->end > at)
			break;
		buf_addf(out, "</%.*s>", STR_ARG(node->name));
		open->n--;
	}
}

static unsigned class_of(const struct html_node *node)
{
	if (node->kind == HTML_COMMENT || node->kind == HTML_DOCTYPE || node->space != HTML_SPACE_HTML)
		return DROP_ALL;
	return node->kind == HTML_ELEMENT && node->tag < TAG_COUNT ? elements[node->tag] : 0;
}

static void put_tree(
	struct arena *scratch, struct buf *out, const struct html_tree *t, struct str base)
{
	struct span_vec open = {0};
	for (uint32_t i = 0; i < t->count;) {
		const struct html_node *node = &t->nodes[i];
		unsigned class = class_of(node);
		put_ends(out, t, &open, i);
		if (class == DROP_ALL) {
			i = node->end;
			continue;
		}
		if (node->kind == HTML_TEXT)
			buf_add_escaped(out, node->text);
		if (class && put_start(scratch, out, node, base) && class == KEEP)
			*VEC_ADD(scratch, &open) = (struct span){.start = i};
		i++;
	}
	put_ends(out, t, &open, t->count);
}

struct str html_sanitise(struct arena *a, struct str fragment, struct str base_url)
{
	struct arena scratch = {0};
	struct html_tree tree;
	struct buf out = BUF(MAX_OUTPUT);
	bool has_markup =
		str_find_char(fragment, '<', 0) != STR_NONE || str_find_char(fragment, '&', 0) != STR_NONE;
	if (!has_markup)
		buf_add_escaped(&out, fragment);
	else if (html_parse_with(&scratch, fragment, &HTML_FRAGMENT, &tree, NULL))
		put_tree(&scratch, &out, &tree, base_url);
	if (out.is_over || (has_markup && !tree.count)) {
		buf_clear(&out);
		buf_add_escaped(&out, utf8_cut(fragment, MAX_OUTPUT / 8));
	}
	struct str safe = str_dup(a, buf_str(&out));
	arena_free(&scratch);
	buf_free(&out);
	return safe;
}
