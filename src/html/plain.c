#include "html/html.h"

#include "html/names.h"

static const struct name_class classes[] = {
	{"address", HTML_LINE},
	{"article", HTML_LINE},
	{"aside", HTML_LINE},
	{"blockquote", HTML_LINE},
	{"body", HTML_LINE},
	{"br", HTML_LINE},
	{"caption", HTML_LINE},
	{"center", HTML_LINE},
	{"dd", HTML_LINE},
	{"details", HTML_LINE},
	{"dir", HTML_LINE},
	{"div", HTML_LINE},
	{"dl", HTML_LINE},
	{"dt", HTML_LINE},
	{"fieldset", HTML_LINE},
	{"figcaption", HTML_LINE},
	{"figure", HTML_LINE},
	{"footer", HTML_LINE},
	{"form", HTML_LINE},
	{"h1", HTML_LINE},
	{"h2", HTML_LINE},
	{"h3", HTML_LINE},
	{"h4", HTML_LINE},
	{"h5", HTML_LINE},
	{"h6", HTML_LINE},
	{"header", HTML_LINE},
	{"hgroup", HTML_LINE},
	{"hr", HTML_LINE},
	{"iframe", HTML_HIDDEN},
	{"li", HTML_LINE},
	{"listing", HTML_LINE},
	{"main", HTML_LINE},
	{"menu", HTML_LINE},
	{"nav", HTML_LINE},
	{"noembed", HTML_HIDDEN},
	{"noframes", HTML_HIDDEN},
	{"object", HTML_HIDDEN},
	{"ol", HTML_LINE},
	{"option", HTML_LINE},
	{"p", HTML_LINE},
	{"pre", HTML_LINE},
	{"script", HTML_HIDDEN},
	{"section", HTML_LINE},
	{"select", HTML_HIDDEN},
	{"style", HTML_HIDDEN},
	{"summary", HTML_LINE},
	{"svg", HTML_HIDDEN},
	{"table", HTML_LINE},
	{"td", HTML_CELL},
	{"template", HTML_HIDDEN},
	{"th", HTML_CELL},
	{"title", HTML_HIDDEN},
	{"tr", HTML_LINE},
	{"ul", HTML_LINE},
};

enum html_flow html_flow(const struct html_node *node)
{
	return node->kind == HTML_ELEMENT ? (enum html_flow)NAME_CLASS(classes, node->name)
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
	bool is_parsed = html_parse(&scratch, fragment, &tree, NULL);
	struct str text = is_parsed ? html_text(a, &tree, 0) : squeeze(a, fragment);
	arena_free(&scratch);
	return text;
}

/* gumbo has the table of entities, so the text goes through it as the text of a <title>, in which
 * there are entities but no tags. */
struct str html_decode_entities(struct arena *a, struct str text)
{
	if (str_find_char(text, '&', 0) == STR_NONE)
		return text;
	struct arena scratch = {0};
	struct str escaped = str_replace(&scratch, text, STR("<"), STR("&lt;"));
	struct str page = str_format(&scratch, "<title>%.*s", STR_ARG(escaped));
	struct html_tree tree;
	struct str decoded = text;
	if (html_parse(&scratch, page, &tree, NULL)) {
		uint32_t title = html_find(&tree, 0, tree.count, "title");
		if (title != HTML_NONE && title + 1 < tree.nodes[title].end)
			decoded = str_dup(a, tree.nodes[title + 1].text);
	}
	arena_free(&scratch);
	return decoded;
}
