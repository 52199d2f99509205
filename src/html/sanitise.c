#include "html/allow.h"
#include "html/lex.h"

/* A walk over the tokens, not the tree: the tags that are kept come out as they stood, each closed.
 *
 * Why that is safe however a browser reads the result: every tag in it is one that was let through,
 * every '<' and '>' of text and values is escaped, and there are no comments, raw text, scripts or
 * styles in it. So a browser that sees other nesting sees the same harmless tags in another order,
 * or text. */

#define MAX_OUTPUT (LIMIT_BODY * 2)

/* An open element that was kept. Places in the stack are counted from 1, with 0 for none. */
struct opened {
	struct str name;
	uint16_t slot;
	uint32_t same; /* the nearest place below with the same slot */
	uint32_t cell,
		table; /* the nearest place, from here down, that no end tag from inside closes */
};

struct walk {
	struct arena *a;
	struct buf out;
	struct str base;
	struct lexer lexer;
	struct token token;
	uint16_t slot; /* of the token's element */
	unsigned class;
	struct opened open[LIMIT_TREE_DEPTH + 1];
	uint32_t depth;
	uint32_t top[ALLOW_SLOTS]; /* the topmost place of a slot */
	uint16_t skipped;          /* tag of the element that is dropped with its content, or none */
	size_t skipped_depth;
	bool is_never_ended[TAG_COUNT];
	size_t last_end; /* offset of the last '>' */
};

/* ---- Values ---- */

/* Browsers drop tabs and line ends anywhere in a URL and controls around it, so they go before the
 * scheme is looked at. */
static struct str clean_url(struct arena *a, struct str value)
{
	value = str_trim(value);
	char *p = arena_alloc(a, value.n * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];
		if (c > 0x20 && c != 0x7f)
			p[n++] = (char)c;
		else if (c == ' ' && n) {
			memcpy(p + n, "%20", 3);
			n += 3;
		}
	}
	while (n >= 3 && memcmp(p + n - 3, "%20", 3) == 0)
		n -= 3;
	return (struct str){p, n};
}

/* Whether a ':' stands where it ends a scheme. */
static bool has_scheme(struct str url)
{
	for (size_t i = 0; i < url.n && url.p[i] != '/' && url.p[i] != '?' && url.p[i] != '#'; i++)
		if (url.p[i] == ':')
			return true;
	return false;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

static int hex_value(char c)
{
	c = char_lower(c);
	return char_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The characters beyond ASCII of an address as themselves, as they were written. */
static struct str with_characters(struct arena *a, struct str url)
{
	char *p = arena_alloc(a, url.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < url.n; i++) {
		int high = url.p[i] == '%' && i + 2 < url.n ? hex_value(url.p[i + 1]) : -1;
		int low = high >= 8 ? hex_value(url.p[i + 2]) : -1;
		p[n++] = low >= 0 ? (char)(high * 16 + low) : url.p[i];
		i += low >= 0 ? 2 : 0;
	}
	struct str plain = {p, n};
	return text_is_utf8(plain) ? plain : url;
}

/* A URL that is safe to follow; false when it is not. Absolute when there is a base; an address
 * that is whole already stays as it is written. */
static bool safe_url(struct walk *w, bool is_link, struct str *value)
{
	struct str url = value->n > LIMIT_URL ? STR("") : clean_url(w->a, *value);
	if (!str_trim(*value).n) {
		*value = STR("");
		return true;
	}
	*value = url;
	if (str_starts_nocase(url, STR("mailto:"))) {
		*value = str_format(w->a, "mailto:%.*s", STR_ARG(str_from(url, 7)));
		return is_link;
	}
	if (!url.n || (!w->base.n && !has_scheme(url)))
		return url.n > 0;
	struct str whole = url_resolve(w->a, w->base, url);
	if (!str_starts_nocase(url, STR("http://")) && !str_starts_nocase(url, STR("https://")))
		*value = is_ascii(url) ? whole : with_characters(w->a, whole);
	return whole.n > 0;
}

/* References into the same drawing are all that SVG may fetch. */
static bool is_safe_paint(struct str value)
{
	for (size_t at = 0; (at = str_find_nocase(value, STR("url"), at)) != STR_NONE; at++) {
		struct str rest = str_trim(str_from(value, at + 3));
		rest = str_starts(rest, STR("(")) ? str_trim(str_from(rest, 1)) : rest;
		if (!str_starts(rest, STR("#")))
			return false;
	}
	return str_find_char(value, '\\', 0) == STR_NONE;
}

static bool safe_value(struct walk *w, enum allow_value kind, struct str *value)
{
	switch (kind) {
	case ALLOW_NONE:
		return false;
	case ALLOW_URL:
		return safe_url(w, w->token.tag == TAG_A || w->token.tag == TAG_AREA, value);
	case ALLOW_PAINT:
		return is_safe_paint(*value);
	case ALLOW_STYLE:
		*value = allow_style(w->a, *value);
		return value->n > 0;
	default:
		return true;
	}
}

/* ---- Tags ---- */

static void put_attribute(struct buf *out, struct str name, struct str value)
{
	buf_add_char(out, ' ');
	buf_add(out, name);
	buf_add_c(out, "=\"");
	buf_add_escaped(out, value);
	buf_add_char(out, '"');
}

static void put_namespace(struct walk *w, bool has_links)
{
	static const struct str name = STR_CONST("xmlns");
	if (w->token.tag == TAG_SVG)
		put_attribute(&w->out, name, STR("http://www.w3.org/2000/svg"));
	else if (w->token.tag == TAG_MATH)
		put_attribute(&w->out, name, STR("http://www.w3.org/1998/Math/MathML"));
	if (has_links)
		put_attribute(&w->out, STR("xmlns:xlink"), STR("http://www.w3.org/1999/xlink"));
}

/* Writes the start tag. False, and nothing written, for a link or picture whose address is not
 * safe: it is better left out than shown as a link to nowhere. */
static bool put_start(struct walk *w)
{
	size_t start = w->out.n;
	bool has_links = false;
	buf_add_char(&w->out, '<');
	buf_add(&w->out, w->token.name);
	for (size_t i = 0; i < w->token.attribute_count; i++) {
		struct str name = w->token.attributes[i].name, value = w->token.attributes[i].value;
		enum allow_value kind = allow_attribute(name);
		if (safe_value(w, kind, &value)) {
			put_attribute(&w->out, name, value);
			has_links |= str_starts(name, STR("xlink:"));
		} else if (kind == ALLOW_URL && (w->token.tag == TAG_A || w->token.tag == TAG_IMG)) {
			w->out.n = start;
			return false;
		}
	}
	put_namespace(w, has_links);
	/* Only SVG and MathML have elements that end in their start tag. */
	if (w->token.is_self_closing && (w->top[TAG_SVG] || w->top[TAG_MATH]))
		buf_add_c(&w->out, " /");
	buf_add_char(&w->out, '>');
	return true;
}

/* ---- Open elements ---- */

static void push(struct walk *w)
{
	struct opened *below = &w->open[w->depth], *o = &w->open[++w->depth];
	*o = (struct opened){.name = w->token.name,
		.slot = w->slot,
		.same = w->top[w->slot],
		.cell = below->cell,
		.table = below->table};
	if (w->slot == TAG_TABLE)
		o->table = w->depth;
	if (w->slot == TAG_TABLE || w->slot == TAG_TD || w->slot == TAG_TH || w->slot == TAG_CAPTION)
		o->cell = w->depth;
	w->top[w->slot] = w->depth;
}

static void pop_to(struct walk *w, uint32_t place) /* with the element there */
{
	for (; w->depth >= place; w->depth--) {
		const struct opened *o = &w->open[w->depth];
		buf_add_c(&w->out, "</");
		buf_add(&w->out, o->name);
		buf_add_char(&w->out, '>');
		w->top[o->slot] = o->same;
	}
}

static bool is_table_part(uint16_t slot)
{
	return slot == TAG_TD || slot == TAG_TH || slot == TAG_TR || slot == TAG_TBODY ||
		slot == TAG_THEAD || slot == TAG_TFOOT || slot == TAG_CAPTION || slot == TAG_COLGROUP;
}

/* Whether the start of an element ends the one that is open, whose own end was left out. */
static bool ends_open(uint16_t slot, unsigned class, uint16_t open)
{
	bool is_group = slot == TAG_TBODY || slot == TAG_THEAD || slot == TAG_TFOOT;
	bool is_cell = open == TAG_TD || open == TAG_TH;
	switch (open) {
	case TAG_P:
		return (class & ALLOW_ENDS_P) || is_table_part(slot);
	case TAG_LI:
	case TAG_OPTION:
		return slot == open;
	case TAG_DD:
	case TAG_DT:
		return slot == TAG_DD || slot == TAG_DT;
	case TAG_TD:
	case TAG_TH:
	case TAG_TR:
		return is_group || slot == TAG_TR || (is_cell && (slot == TAG_TD || slot == TAG_TH));
	case TAG_TBODY:
	case TAG_THEAD:
	case TAG_TFOOT:
		return is_group;
	default:
		return false;
	}
}

static void end_implied(struct walk *w)
{
	while (w->depth && ends_open(w->slot, w->class, w->open[w->depth].slot))
		pop_to(w, w->depth);
}

/* ---- Tokens ---- */

/* Whether nothing closes the element, which would swallow all that follows: one closed as in XML,
 * or a frame. A script or style without an end is better not shown as text. */
static bool is_closed_alone(struct walk *w)
{
	const struct token *t = &w->token;
	if (!t->is_self_closing && t->tag != TAG_IFRAME)
		return false;
	if (!w->is_never_ended[t->tag]) {
		struct str end = str_format(w->a, "</%.*s", STR_ARG(t->name));
		w->is_never_ended[t->tag] = str_find_nocase(w->lexer.in, end, w->lexer.at) == STR_NONE;
	}
	return w->is_never_ended[t->tag];
}

static void take_start(struct walk *w)
{
	bool is_drawing =
		w->top[TAG_SVG] && w->slot == TAG_TITLE; /* there it is a name, not raw text */
	unsigned class = is_drawing ? ALLOW_KEEP : w->class;
	if (class & ALLOW_RAW) {
		if (!is_closed_alone(w))
			w->lexer.state = w->slot == TAG_SCRIPT ? LEX_SCRIPT : LEX_RAWTEXT;
	} else if (class & ALLOW_SKIP) {
		if (!w->token.is_self_closing) {
			w->skipped = w->slot;
			w->skipped_depth = 1;
		}
	} else if (class && w->depth < LIMIT_TREE_DEPTH) {
		end_implied(w);
		bool is_ended = w->token.is_self_closing && (w->top[TAG_SVG] || w->top[TAG_MATH]);
		if (put_start(w) && !(class & ALLOW_VOID) && !is_ended)
			push(w);
	}
}

static void take_end(struct walk *w)
{
	uint32_t place = w->top[w->slot];
	const struct opened *current = &w->open[w->depth];
	if (!place)
		return;
	bool is_inside = w->slot == TAG_TABLE ? place >= current->table
		: is_table_part(w->slot)          ? place > current->table
										  : place > current->cell;
	if (is_inside)
		pop_to(w, place);
}

static void take_skipped(struct walk *w)
{
	if (w->token.tag != w->skipped)
		return;
	w->skipped_depth += w->token.kind == TOKEN_START ? 1 : 0;
	w->skipped_depth -= w->token.kind == TOKEN_END ? 1 : 0;
	if (!w->skipped_depth)
		w->skipped = TAG_NONE;
}

static void take(struct walk *w)
{
	struct token *t = &w->token;
	bool is_tag = t->kind == TOKEN_START || t->kind == TOKEN_END;
	if (w->skipped && is_tag) {
		take_skipped(w);
	} else if (is_tag) {
		w->class = allow_element(t->tag, t->name, &w->slot);
		if (t->kind == TOKEN_START)
			take_start(w);
		else
			take_end(w);
	} else if (t->kind == TOKEN_TEXT && !t->is_raw && !w->skipped) {
		struct str text = t->is_decoded ? t->text : lex_clean(&w->lexer, t->raw, LEX_NUL_DROP);
		buf_add_escaped(&w->out, text);
	}
}

/* "<!" that begins neither a comment nor a declaration is text that someone wrote. So is a CDATA
 * section's begin, when the feed had one inside another. */
static bool is_text(const struct walk *w)
{
	struct str rest = str_from(w->lexer.in, w->lexer.at);
	if (w->lexer.state != LEX_DATA || !str_starts(rest, STR("<!")) || str_starts(rest, STR("<!--")))
		return false;
	char c = rest.n > 2 ? rest.p[2] : '\0';
	return w->last_end <= w->lexer.at || !(char_is_alpha(c) || c == '[' || c == '-') ||
		str_starts(rest, STR("<![CDATA["));
}

static void walk(struct walk *w)
{
	do {
		if (is_text(w)) {
			w->lexer.at += 2;
			if (!w->skipped)
				buf_add_c(&w->out, "&lt;!");
		}
		lex_next(&w->lexer, &w->token);
		take(w);
	} while (w->token.kind != TOKEN_EOF);
	pop_to(w, 1);
}

struct str html_sanitise(struct arena *a, struct str fragment, struct str base_url)
{
	struct arena scratch = {0};
	struct buf plain = BUF(MAX_OUTPUT);
	struct walk *w = ARENA_NEW(&scratch, struct walk);
	*w = (struct walk){.a = &scratch, .out = BUF(MAX_OUTPUT), .base = base_url};
	size_t last = str_rfind_char(fragment, '>');
	w->last_end = last == STR_NONE ? 0 : last;
	if (fragment.n > LIMIT_BODY)
		w->out.is_over = true;
	w->lexer = lex_new(&scratch, fragment);
	if (!w->out.is_over)
		walk(w);
	if (w->out.is_over)
		buf_add_escaped(&plain, utf8_cut(fragment, MAX_OUTPUT / 8));
	struct str safe = str_dup(a, buf_str(w->out.is_over ? &plain : &w->out));
	buf_free(&w->out);
	buf_free(&plain);
	arena_free(&scratch);
	return safe;
}
