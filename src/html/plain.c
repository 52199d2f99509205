#include "html/html.h"

#include "html/entity.h"
#include "html/tag.h"

static const uint8_t flows[TAG_COUNT] = {
	[TAG_ADDRESS] = HTML_LINE,
	[TAG_ARTICLE] = HTML_LINE,
	[TAG_ASIDE] = HTML_LINE,
	[TAG_BLOCKQUOTE] = HTML_LINE,
	[TAG_BODY] = HTML_LINE,
	[TAG_BR] = HTML_LINE,
	[TAG_CAPTION] = HTML_LINE,
	[TAG_CENTER] = HTML_LINE,
	[TAG_DD] = HTML_LINE,
	[TAG_DETAILS] = HTML_LINE,
	[TAG_DIR] = HTML_LINE,
	[TAG_DIV] = HTML_LINE,
	[TAG_DL] = HTML_LINE,
	[TAG_DT] = HTML_LINE,
	[TAG_FIELDSET] = HTML_LINE,
	[TAG_FIGCAPTION] = HTML_LINE,
	[TAG_FIGURE] = HTML_LINE,
	[TAG_FOOTER] = HTML_LINE,
	[TAG_FORM] = HTML_LINE,
	[TAG_H1] = HTML_LINE,
	[TAG_H2] = HTML_LINE,
	[TAG_H3] = HTML_LINE,
	[TAG_H4] = HTML_LINE,
	[TAG_H5] = HTML_LINE,
	[TAG_H6] = HTML_LINE,
	[TAG_HEADER] = HTML_LINE,
	[TAG_HGROUP] = HTML_LINE,
	[TAG_HR] = HTML_LINE,
	[TAG_IFRAME] = HTML_HIDDEN,
	[TAG_LI] = HTML_LINE,
	[TAG_LISTING] = HTML_LINE,
	[TAG_MAIN] = HTML_LINE,
	[TAG_MENU] = HTML_LINE,
	[TAG_NAV] = HTML_LINE,
	[TAG_NOEMBED] = HTML_HIDDEN,
	[TAG_NOFRAMES] = HTML_HIDDEN,
	[TAG_OBJECT] = HTML_HIDDEN,
	[TAG_OL] = HTML_LINE,
	[TAG_OPTION] = HTML_LINE,
	[TAG_P] = HTML_LINE,
	[TAG_PRE] = HTML_LINE,
	[TAG_SCRIPT] = HTML_HIDDEN,
	[TAG_SECTION] = HTML_LINE,
	[TAG_SELECT] = HTML_HIDDEN,
	[TAG_STYLE] = HTML_HIDDEN,
	[TAG_SUMMARY] = HTML_LINE,
	[TAG_SVG] = HTML_HIDDEN,
	[TAG_TABLE] = HTML_LINE,
	[TAG_TD] = HTML_CELL,
	[TAG_TEMPLATE] = HTML_HIDDEN,
	[TAG_TH] = HTML_CELL,
	[TAG_TITLE] = HTML_HIDDEN,
	[TAG_TR] = HTML_LINE,
	[TAG_UL] = HTML_LINE,
};

enum html_flow html_flow(const struct html_node *node)
{
	return node->kind == HTML_ELEMENT && node->tag < TAG_COUNT ? (enum html_flow)flows[node->tag]
															   : HTML_INLINE;
}

bool html_is_hidden(const struct html_node *node)
{
	if (node->kind != HTML_ELEMENT)
		return node->kind == HTML_COMMENT;
	if (html_flow(node) == HTML_HIDDEN || html_has_attribute(node, "hidden"))
		return true;
	struct str style = html_attribute(node, "style");
	size_t at = str_find_nocase(style, STR("display"), 0);
	if (at == STR_NONE)
		return false;
	struct str value = str_trim(str_from(style, at + 7));
	return str_starts(value, STR(":")) &&
		str_starts_nocase(str_trim(str_from(value, 1)), STR("none"));
}

size_t html_blank(struct str text, size_t at, bool *is_invisible)
{
	*is_invisible = false;
	if (at >= text.n)
		return 0;
	if ((unsigned char)text.p[at] < 0x80)
		return (unsigned char)text.p[at] <= 0x20 || text.p[at] == 0x7f;
	uint32_t c;
	size_t n = utf8_decode(text, at, &c);
	*is_invisible = c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
	bool is_blank = c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
		c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
	return is_blank || *is_invisible ? n : 0;
}

/* Text that grows with its white space squeezed: a gap is remembered, and written before the next
 * character. */
struct squeezer {
	struct buf *out;
	char gap; /* '\0', ' ' or '\n' */
};

static void add_gap(struct squeezer *s, char gap)
{
	if (s->gap != '\n')
		s->gap = gap;
}

static void add_text(struct squeezer *s, struct str text)
{
	for (size_t i = 0, start; i < text.n;) {
		bool is_invisible;
		size_t blank = html_blank(text, i, &is_invisible);
		if (blank) {
			if (!is_invisible)
				add_gap(s, ' ');
			i += blank;
			continue;
		}
		for (start = i; i < text.n && !html_blank(text, i, &is_invisible);)
			i += utf8_length((unsigned char)text.p[i]);
		if (s->gap && s->out->n)
			buf_add_char(s->out, s->gap);
		s->gap = '\0';
		buf_add(s->out, str_sub(text, start, i - start));
	}
}

/* Puts the gaps of the elements that end before node `at`. */
static void leave(struct squeezer *s, const struct html_tree *t, uint32_t at, uint32_t *open)
{
	while (*open != HTML_NONE && t->nodes[*open].end <= at) {
		enum html_flow flow = html_flow(&t->nodes[*open]);
		if (flow != HTML_INLINE)
			add_gap(s, flow == HTML_CELL ? ' ' : '\n');
		*open = t->nodes[*open].parent;
	}
}

static struct str finish(struct arena *a, struct buf *b)
{
	struct str text = str_dup(a, buf_str(b));
	buf_free(b);
	return text;
}

struct str html_text(struct arena *a, const struct html_tree *t, uint32_t node)
{
	struct buf out = BUF(LIMIT_BODY * 2);
	struct squeezer s = {.out = &out};
	uint32_t open = HTML_NONE, end = node < t->count ? t->nodes[node].end : 0;
	for (uint32_t i = node; i < end;) {
		const struct html_node *n = &t->nodes[i];
		leave(&s, t, i, &open);
		if (html_is_hidden(n) && i != node) {
			i = n->end;
			continue;
		}
		if (n->kind == HTML_TEXT)
			add_text(&s, n->text);
		enum html_flow flow = html_flow(n);
		if (flow != HTML_INLINE)
			add_gap(&s, flow == HTML_CELL ? ' ' : '\n');
		if (n->end > i + 1)
			open = i;
		i++;
	}
	return finish(a, &out);
}

static struct str squeeze(struct arena *a, struct str text)
{
	struct buf out = BUF(LIMIT_BODY * 2);
	struct squeezer s = {.out = &out};
	add_text(&s, text);
	return finish(a, &out);
}

struct str html_to_text(struct arena *a, struct str fragment)
{
	if (str_find_char(fragment, '<', 0) == STR_NONE)
		return squeeze(a, html_decode_entities(a, fragment));
	struct arena scratch = {0};
	struct html_tree tree;
	bool is_parsed = html_parse_with(&scratch, fragment, &HTML_FRAGMENT, &tree, NULL);
	struct str text = is_parsed ? html_text(a, &tree, 0) : squeeze(a, fragment);
	arena_free(&scratch);
	return text;
}

struct str html_decode_entities(struct arena *a, struct str text)
{
	size_t at = str_find_char(text, '&', 0);
	if (at == STR_NONE)
		return text;
	/* A reference of five bytes gives at most six. */
	char *out = arena_alloc(a, text.n + text.n / 4 + ENTITY_MOST);
	size_t n = 0, from = 0;
	while (at != STR_NONE) {
		memcpy(out + n, text.p + from, at - from);
		n += at - from;
		size_t more, length = entity_read(text, at, false, out + n, &more);
		n += length ? more : 0;
		from = at + length;
		at = str_find_char(text, '&', at + (length ? length : 1));
	}
	memcpy(out + n, text.p + from, text.n - from);
	return (struct str){out, n + text.n - from};
}
