#include "feed/xml.h"

#define PI_MAX 256
#define ATTRIBUTE_MAX ((size_t)64 << 10) /* bytes of a value; no address is so long */

static const struct {
	struct str uri, prefix;
	enum xml_namespace space;
} known[] = {
	{STR_CONST("http://www.w3.org/2005/Atom"), STR_CONST("atom"), NS_ATOM},
	{STR_CONST("http://purl.org/atom/ns"), STR_CONST("atom03"), NS_ATOM03},
	{STR_CONST("http://www.w3.org/2005/Atom"), STR_CONST("a10"), NS_ATOM},
	{STR_CONST("http://purl.org/echo"), STR_CONST("echo"), NS_ATOM03},
	{STR_CONST("http://purl.org/pie"), STR_CONST("pie"), NS_ATOM03},
	{STR_CONST("http://purl.org/rss/1.0"), STR_CONST("rss"), NS_RSS},
	{STR_CONST("http://my.netscape.com/rdf/simple/0.9"), STR_CONST("rss09"), NS_RSS},
	{STR_CONST("http://channel.netscape.com/rdf/simple/0.9"), STR_CONST("rss09"), NS_RSS},
	{STR_CONST("http://my.netscape.com/publish/formats/rss-0.91.dtd"), STR_CONST("rss09"), NS_RSS},
	{STR_CONST("http://purl.org/net/rss1.1"), STR_CONST("rss11"), NS_RSS},
	{STR_CONST("http://backend.userland.com/rss"), STR_CONST("rss"), NS_RSS},
	{STR_CONST("http://backend.userland.com/rss2"), STR_CONST("rss2"), NS_RSS},
	{STR_CONST("http://blogs.law.harvard.edu/tech/rss"), STR_CONST("rss2"), NS_RSS},
	{STR_CONST("http://www.w3.org/1999/02/22-rdf-syntax-ns"), STR_CONST("rdf"), NS_RDF},
	{STR_CONST("http://purl.org/dc/elements/1.1"), STR_CONST("dc"), NS_DC},
	{STR_CONST("http://purl.org/dc/elements/1.0"), STR_CONST("dc"), NS_DC},
	{STR_CONST("http://purl.org/dc/terms"), STR_CONST("dcterms"), NS_DC},
	{STR_CONST("http://purl.org/rss/1.0/modules/content"), STR_CONST("content"), NS_CONTENT},
	{STR_CONST("http://search.yahoo.com/mrss"), STR_CONST("media"), NS_MEDIA},
	{STR_CONST("http://www.itunes.com/dtds/podcast-1.0.dtd"), STR_CONST("itunes"), NS_ITUNES},
	{STR_CONST("http://www.w3.org/1999/xhtml"), STR_CONST("xhtml"), NS_XHTML},
};

static const struct str void_elements[] = {STR_CONST("area"), STR_CONST("base"), STR_CONST("br"),
	STR_CONST("col"), STR_CONST("embed"), STR_CONST("hr"), STR_CONST("img"), STR_CONST("input"),
	STR_CONST("link"), STR_CONST("meta"), STR_CONST("param"), STR_CONST("source"),
	STR_CONST("track"), STR_CONST("wbr")};

/* ---- Names ---- */

static bool is_name_start(char c)
{
	return char_is_alpha(c) || c == '_' || c == ':' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
	return is_name_start(c) || char_is_digit(c) || c == '-' || c == '.';
}

static char peek(const struct xml *x, size_t at)
{
	return at < x->in.n ? x->in.p[at] : '\0';
}

static struct str read_name(struct xml *x)
{
	size_t start = x->at;
	while (x->at < x->in.n && is_name(x->in.p[x->at]))
		x->at++;
	return str_sub(x->in, start, x->at - start);
}

static enum xml_namespace space_of_prefix(struct str prefix)
{
	if (prefix.n == 0)
		return NS_NONE;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_eq_nocase(prefix, known[i].prefix))
			return known[i].space;
	return NS_OTHER;
}

/* The case of letters, "https" and a '/' or '#' at the end are often got wrong and mean nothing. */
static enum xml_namespace space_of_uri(struct str uri, struct str prefix)
{
	uri = str_trim(uri);
	while (uri.n && (uri.p[uri.n - 1] == '/' || uri.p[uri.n - 1] == '#'))
		uri.n--;
	size_t scheme = str_starts_nocase(uri, STR("https:")) ? 6 : 5;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_eq_nocase(str_from(uri, scheme), str_from(known[i].uri, 5)))
			return known[i].space;
	return space_of_prefix(prefix);
}

static enum xml_namespace space_of(const struct xml *x, struct str prefix)
{
	for (size_t i = x->binding_count; i > 0; i--)
		if (str_eq(x->bindings[i - 1].prefix, prefix))
			return x->bindings[i - 1].space;
	return space_of_prefix(prefix);
}

/* ---- Tags ---- */

static struct str decoded(struct xml *x, struct str raw)
{
	buf_clear(&x->text);
	xml_decode(x, raw, true, &x->text);
	return str_dup(x->a, buf_str(&x->text));
}

struct str xml_attribute(struct xml *x, const char *name)
{
	for (size_t i = 0; i < x->attribute_count; i++)
		if (str_eq_nocase(x->attributes[i].name, str_c(name)))
			return str_trim(decoded(x, utf8_cut(x->attributes[i].raw, ATTRIBUTE_MAX)));
	return STR("");
}

static void skip_space(struct xml *x)
{
	while (char_is_space(peek(x, x->at)))
		x->at++;
}

/* The value behind an attribute's '='. Without its closing quote the input is cut off. */
static struct str read_value(struct xml *x)
{
	skip_space(x);
	char quote = peek(x, x->at);
	size_t start = x->at, end;
	if (quote == '"' || quote == '\'') {
		end = str_find_char(x->in, quote, ++start);
		if (end == STR_NONE)
			end = x->in.n;
		x->at = end < x->in.n ? end + 1 : end;
	} else {
		for (end = start; end < x->in.n; end++)
			if (char_is_space(x->in.p[end]) || x->in.p[end] == '>' || x->in.p[end] == '<')
				break;
		x->at = end;
	}
	return str_sub(x->in, start, end - start);
}

static void read_attribute(struct xml *x)
{
	struct str name = read_name(x), value = {0};
	if (name.n == 0) { /* a stray quote, '=' or other dirt */
		x->at++;
		return;
	}
	skip_space(x);
	if (peek(x, x->at) == '=') {
		x->at++;
		value = read_value(x);
	}
	if (x->attribute_count < XML_ATTRIBUTES) {
		x->attributes[x->attribute_count].name = name;
		x->attributes[x->attribute_count++].raw = value;
	}
}

/* Reads up to the end of a start tag, which another '<' ends too. False when the input ends first.
 */
static bool read_attributes(struct xml *x, bool *is_empty)
{
	x->attribute_count = 0;
	*is_empty = false;
	while (x->at < x->in.n) {
		char c = x->in.p[x->at];
		if (c == '<')
			return true;
		if (c == '>') {
			x->at++;
			return true;
		}
		if (c == '/' && peek(x, x->at + 1) == '>') {
			*is_empty = true;
			x->at += 2;
			return true;
		}
		if (char_is_space(c) || c == '/')
			x->at++;
		else
			read_attribute(x);
	}
	return false;
}

static void bind(struct xml *x, struct str prefix, struct str raw_uri)
{
	if (x->binding_count == XML_BINDINGS || raw_uri.n > LIMIT_URL)
		return;
	size_t i = x->binding_count++;
	x->bindings[i].depth = x->depth + 1;
	x->bindings[i].prefix = prefix;
	x->bindings[i].space = space_of_uri(decoded(x, raw_uri), prefix);
}

/* Namespace declarations, xml:base and xml:lang of the start tag. */
static void inherit(struct xml *x, struct xml_element *e)
{
	for (size_t i = 0; i < x->attribute_count; i++) {
		struct str name = x->attributes[i].name, raw = x->attributes[i].raw;
		if (name.n < 5 || char_lower(name.p[0]) != 'x')
			continue;
		if (str_eq_nocase(name, STR("xmlns"))) {
			bind(x, STR(""), raw);
		} else if (str_starts_nocase(name, STR("xmlns:"))) {
			bind(x, str_from(name, 6), raw);
		} else if (str_eq_nocase(name, STR("xml:base")) && raw.n <= LIMIT_URL) {
			struct str base = url_resolve(x->a, e->base, decoded(x, raw));
			if (base.n)
				e->base = base;
		} else if (str_eq_nocase(name, STR("xml:lang")) && raw.n <= 100) {
			e->language = str_trim(decoded(x, raw));
		}
	}
}

static unsigned char key_of(struct str name)
{
	return (unsigned char)(char_lower(name.p[0]) + 31 * name.n);
}

static enum xml_event close_top(struct xml *x)
{
	x->closing--;
	x->element = x->open[--x->depth];
	while (x->binding_count && x->bindings[x->binding_count - 1].depth > x->depth)
		x->binding_count--;
	return XML_CLOSE;
}

/* XML_END: there is no event in it. */
static enum xml_event read_start_tag(struct xml *x)
{
	x->at++;
	struct xml_element e = {.name = read_name(x)};
	bool is_empty;
	if (!read_attributes(x, &is_empty) || x->depth == LIMIT_FEED_DEPTH)
		return XML_END;
	e.base = x->depth ? x->open[x->depth - 1].base : x->base;
	if (x->depth)
		e.language = x->open[x->depth - 1].language;
	inherit(x, &e);
	size_t colon = str_find_char(e.name, ':', 0);
	e.local = colon == STR_NONE ? e.name : str_from(e.name, colon + 1);
	e.space = space_of(x, str_sub(e.name, 0, colon == STR_NONE ? 0 : colon));
	x->keys[x->depth] = key_of(e.name);
	x->open[x->depth++] = e;
	x->element = e;
	x->closing = is_empty ? 1 : 0;
	return XML_OPEN;
}

static enum xml_event read_end_tag(struct xml *x)
{
	x->at += 2;
	struct str name = read_name(x);
	while (x->at < x->in.n && x->in.p[x->at] != '>' && x->in.p[x->at] != '<')
		x->at++;
	if (peek(x, x->at) == '>')
		x->at++;
	const unsigned char *key = x->keys + x->depth;
	while ((key = memrchr(x->keys, key_of(name), (size_t)(key - x->keys)))) {
		size_t i = (size_t)(key - x->keys);
		if (str_eq_nocase(x->open[i].name, name)) {
			x->closing = x->depth - i;
			return close_top(x);
		}
	}
	return XML_END;
}

/* ---- The rest of markup ---- */

/* By memchr, since a checked memmem looks at the whole rest each time. */
static size_t find_end(const struct xml *x, struct str end)
{
	size_t at = x->at;
	while ((at = str_find_char(x->in, end.p[0], at)) != STR_NONE &&
		!str_starts(str_from(x->in, at), end))
		at++;
	return at;
}

static void skip_behind(struct xml *x, struct str end)
{
	size_t at = find_end(x, end);
	x->at = at == STR_NONE ? x->in.n : at + end.n;
}

/* A processing instruction ends at "?>"; at '>' when that is nowhere near. */
static void skip_instruction(struct xml *x)
{
	size_t end = str_find(str_sub(x->in, x->at, PI_MAX), STR("?>"), 0);
	if (end == STR_NONE)
		skip_behind(x, STR(">"));
	else
		x->at += end + 2;
}

static enum xml_event read_cdata(struct xml *x)
{
	x->at += sizeof("<![CDATA[") - 1;
	size_t end = find_end(x, STR("]]>"));
	x->raw = str_sub(x->in, x->at, end == STR_NONE ? x->in.n : end - x->at);
	x->at = end == STR_NONE ? x->in.n : end + 3;
	x->is_cdata = true;
	return XML_TEXT;
}

static enum xml_event read_declaration(struct xml *x)
{
	struct str rest = str_from(x->in, x->at);
	if (str_starts_nocase(rest, STR("<![CDATA[")))
		return read_cdata(x);
	if (str_starts(rest, STR("<!--"))) {
		x->at += 4;
		skip_behind(x, STR("-->"));
	} else if (!x->has_doctype && str_starts_nocase(rest, STR("<!DOCTYPE"))) {
		x->has_doctype = true;
		xml_read_doctype(x);
	} else {
		skip_behind(x, STR(">"));
	}
	return XML_END;
}

static bool is_markup(const struct xml *x, size_t at)
{
	char c = peek(x, at + 1), after = peek(x, at + 2);
	return is_name_start(c) || c == '?' || (c == '/' && is_name_start(after)) ||
		(c == '!' && (char_is_alpha(after) || after == '-' || after == '['));
}

static enum xml_event read_text(struct xml *x)
{
	size_t start = x->at, at = x->at;
	while ((at = str_find_char(x->in, '<', at)) != STR_NONE && !is_markup(x, at))
		at++;
	x->at = at == STR_NONE ? x->in.n : at;
	x->raw = str_sub(x->in, start, x->at - start);
	x->is_cdata = false;
	return XML_TEXT;
}

static enum xml_event read_markup(struct xml *x)
{
	switch (peek(x, x->at + 1)) {
	case '/':
		return read_end_tag(x);
	case '!':
		return read_declaration(x);
	case '?':
		skip_instruction(x);
		return XML_END;
	default:
		return read_start_tag(x);
	}
}

enum xml_event xml_next(struct xml *x)
{
	if (x->closing)
		return close_top(x);
	if (x->a->used - x->arena_at_start > XML_MEMORY)
		x->at = x->in.n;
	while (x->at < x->in.n) {
		if (x->in.p[x->at] != '<' || !is_markup(x, x->at))
			return read_text(x);
		enum xml_event event = read_markup(x);
		if (event != XML_END)
			return event;
	}
	x->closing = x->depth;
	return x->depth ? close_top(x) : XML_END;
}

struct xml *xml_new(struct arena *a, struct str in, struct str base)
{
	struct xml *x = ARENA_NEW(a, struct xml);
	x->a = a;
	x->in = in;
	x->base = base;
	x->arena_at_start = a->used;
	x->html_names = map_new(a);
	x->out = BUF(LIMIT_OUTPUT);
	x->text = BUF(LIMIT_OUTPUT);
	return x;
}

void xml_free(struct xml *x)
{
	buf_free(&x->out);
	buf_free(&x->text);
}

/* ---- Reading an element whole ---- */

void xml_add_text(struct xml *x, struct buf *out)
{
	if (x->is_cdata)
		xml_drop_controls(x->raw, out);
	else
		xml_decode(x, x->raw, true, out);
}

void xml_skip(struct xml *x)
{
	for (size_t depth = x->depth; x->depth >= depth;)
		if (xml_next(x) == XML_END)
			return;
}

struct str xml_read_text(struct xml *x)
{
	size_t depth = x->depth;
	buf_clear(&x->out);
	while (x->depth >= depth) {
		enum xml_event event = xml_next(x);
		if (event == XML_END)
			break;
		if (event == XML_TEXT && x->depth == depth)
			xml_add_text(x, &x->out);
	}
	return str_trim(str_dup(x->a, buf_str(&x->out)));
}

static bool is_void(struct str local)
{
	for (size_t i = 0; i < sizeof(void_elements) / sizeof(void_elements[0]); i++)
		if (str_eq_nocase(local, void_elements[i]))
			return true;
	return false;
}

static void add_tag(struct xml *x, enum xml_event event)
{
	if (event == XML_CLOSE && is_void(x->element.local))
		return;
	buf_add_c(&x->out, event == XML_CLOSE ? "</" : "<");
	buf_add(&x->out, x->element.local);
	for (size_t i = 0; event == XML_OPEN && i < x->attribute_count; i++) {
		struct str name = x->attributes[i].name;
		bool is_prefixed = str_find_char(name, ':', 0) != STR_NONE;
		if ((is_prefixed && !str_starts(name, STR("xlink:"))) || str_starts(name, STR("xmlns")))
			continue;
		buf_clear(&x->text);
		xml_decode(x, x->attributes[i].raw, true, &x->text);
		buf_add_char(&x->out, ' ');
		buf_add(&x->out, name);
		buf_add_c(&x->out, "=\"");
		buf_add_escaped(&x->out, buf_str(&x->text));
		buf_add_char(&x->out, '"');
	}
	buf_add_char(&x->out, '>');
}

struct str xml_read_html(struct xml *x, enum xml_as as, bool skips_div)
{
	size_t depth = x->depth;
	buf_clear(&x->out);
	while (x->depth >= depth) {
		enum xml_event event = xml_next(x);
		if (event == XML_END || x->depth < depth)
			break;
		if (event == XML_TEXT && as == XML_AS_HTML) {
			xml_add_text(x, &x->out);
		} else if (event == XML_TEXT) {
			buf_clear(&x->text);
			xml_add_text(x, &x->text);
			buf_add_escaped(&x->out, buf_str(&x->text));
		} else if (!skips_div || x->depth != depth + (event == XML_OPEN) ||
			!str_eq_nocase(x->element.local, STR("div"))) {
			add_tag(x, event);
		}
	}
	return str_trim(str_dup(x->a, buf_str(&x->out)));
}
