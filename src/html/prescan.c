#include "html/prescan.h"

#include "html/names.h"

#define MAX_OPEN \
	256 /* open elements that are counted; gumbo's depth is then under 8 times that \
		 */
#define MAX_FORMATTING \
	64 /* of them open formatting elements, which gumbo copies into every block */
#define MAX_ATTRIBUTES 128
#define MAX_FORMATTING_ATTRIBUTES 8 /* gumbo compares all of them between formatting elements */
#define MAX_ROOT_TAGS 8             /* <html> and <body> */

/* What the tree builder of the HTML standard does with an element. */
enum {
	VOID = 1,    /* has no content */
	LOOSE = 2,   /* closed by its own kind, so it can't nest but inside a counted element */
	RAW = 4,     /* its content is text up to the end tag */
	SPECIAL = 8, /* "special" of the standard: end tags of other elements do not reach past it */
	SCOPE = 16,  /* no end tag reaches past it */
	FORMATTING = 32, /* copied into what follows when it is not closed */
	ITEM = 64,       /* closed by the next one of its kind in the same list */
	ROOT = 128,
	FOREIGN = 256, /* svg and math */
	SELECT = 512,
	LEAF = 1024, /* may be self-closing inside svg and math */
	ENDS_FOREIGN = 2048,
};

/* In alphabetical order. Elements that are not listed nest without limit and are not special. */
static const struct name_class elements[] = {
	{"a", LOOSE},
	{"address", SPECIAL},
	{"annotation-xml", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"applet", SPECIAL | SCOPE},
	{"area", VOID},
	{"article", SPECIAL},
	{"aside", SPECIAL},
	{"b", FORMATTING | ENDS_FOREIGN},
	{"base", VOID},
	{"basefont", VOID},
	{"bgsound", VOID},
	{"big", FORMATTING | ENDS_FOREIGN},
	{"blockquote", SPECIAL | ENDS_FOREIGN},
	{"body", LOOSE | ROOT | ENDS_FOREIGN},
	{"br", VOID | ENDS_FOREIGN},
	{"button", LOOSE},
	{"caption", LOOSE},
	{"center", SPECIAL | ENDS_FOREIGN},
	{"circle", LEAF},
	{"code", FORMATTING | ENDS_FOREIGN},
	{"col", LOOSE},
	{"colgroup", LOOSE},
	{"dd", ITEM | SPECIAL | ENDS_FOREIGN},
	{"desc", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"details", SPECIAL},
	{"dir", SPECIAL},
	{"div", SPECIAL | ENDS_FOREIGN},
	{"dl", SPECIAL | ENDS_FOREIGN},
	{"dt", ITEM | SPECIAL | ENDS_FOREIGN},
	{"ellipse", LEAF},
	{"em", FORMATTING | ENDS_FOREIGN},
	{"embed", VOID | ENDS_FOREIGN},
	{"fieldset", SPECIAL},
	{"figcaption", SPECIAL},
	{"figure", SPECIAL},
	{"font", FORMATTING | ENDS_FOREIGN},
	{"footer", SPECIAL},
	{"foreignobject", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"form", LOOSE},
	{"frame", LOOSE},
	{"frameset", SPECIAL | SELECT},
	{"g", LEAF},
	{"h1", SPECIAL | ENDS_FOREIGN},
	{"h2", SPECIAL | ENDS_FOREIGN},
	{"h3", SPECIAL | ENDS_FOREIGN},
	{"h4", SPECIAL | ENDS_FOREIGN},
	{"h5", SPECIAL | ENDS_FOREIGN},
	{"h6", SPECIAL | ENDS_FOREIGN},
	{"head", LOOSE | ENDS_FOREIGN},
	{"header", SPECIAL},
	{"hgroup", SPECIAL},
	{"hr", VOID | ENDS_FOREIGN},
	{"html", LOOSE | ROOT},
	{"i", FORMATTING | ENDS_FOREIGN},
	{"iframe", RAW},
	{"image", VOID | LEAF},
	{"img", VOID | ENDS_FOREIGN},
	{"input", VOID},
	{"keygen", VOID},
	{"li", ITEM | SPECIAL | ENDS_FOREIGN},
	{"line", LEAF},
	{"link", VOID},
	{"listing", SPECIAL | ENDS_FOREIGN},
	{"main", SPECIAL},
	{"marquee", SPECIAL | SCOPE},
	{"math", FOREIGN},
	{"menu", SPECIAL | ENDS_FOREIGN},
	{"meta", VOID | ENDS_FOREIGN},
	{"mi", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"mn", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"mo", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"ms", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"mtext", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"nav", SPECIAL},
	{"nobr", LOOSE | ENDS_FOREIGN},
	{"noembed", RAW},
	{"noframes", RAW},
	{"noscript", SPECIAL},
	{"object", SPECIAL | SCOPE},
	{"ol", SPECIAL | ENDS_FOREIGN},
	{"option", LOOSE},
	{"p", LOOSE | ENDS_FOREIGN},
	{"param", VOID},
	{"path", LEAF},
	{"polygon", LEAF},
	{"polyline", LEAF},
	{"pre", SPECIAL | ENDS_FOREIGN},
	{"rect", LEAF},
	{"s", FORMATTING | ENDS_FOREIGN},
	{"script", RAW},
	{"section", SPECIAL},
	{"select", SPECIAL | SELECT},
	{"small", FORMATTING | ENDS_FOREIGN},
	{"source", VOID},
	{"span", ENDS_FOREIGN},
	{"stop", LEAF},
	{"strike", FORMATTING | ENDS_FOREIGN},
	{"strong", FORMATTING | ENDS_FOREIGN},
	{"style", RAW},
	{"sub", ENDS_FOREIGN},
	{"summary", SPECIAL},
	{"sup", ENDS_FOREIGN},
	{"svg", FOREIGN},
	{"table", SPECIAL | SCOPE | ENDS_FOREIGN},
	{"tbody", LOOSE},
	{"td", LOOSE},
	{"template", SPECIAL | SCOPE},
	{"textarea", RAW},
	{"tfoot", LOOSE},
	{"th", LOOSE},
	{"thead", LOOSE},
	{"title", RAW | ENDS_FOREIGN},
	{"tr", LOOSE},
	{"track", VOID},
	{"tt", FORMATTING | ENDS_FOREIGN},
	{"u", FORMATTING | ENDS_FOREIGN},
	{"ul", SPECIAL | ENDS_FOREIGN},
	{"use", LEAF},
	{"var", ENDS_FOREIGN},
	{"wbr", VOID},
	{"xmp", RAW},
};

struct open {
	uint64_t name; /* hash of the lower-case name */
	unsigned flags;
};

struct scan {
	struct arena *a;
	char *html;
	size_t n, at;
	struct {
		struct open *items;
		size_t n, capacity;
	} open;
	size_t formatting; /* open formatting elements */
	size_t opaque;     /* open svg, math, select and frameset: in those, raw text is none */
	bool is_foreign;   /* surely directly inside svg or math */
	size_t roots;
};

struct tag {
	size_t start, end; /* from '<' to behind '>' */
	bool is_end, is_self_closing;
	struct open element;
};

static struct open look_up(struct str name)
{
	char lower[NAME_MAX_LENGTH + 1];
	if (name.n > NAME_MAX_LENGTH) {
		uint64_t hash = 0;
		for (size_t i = 0; i < name.n; i++)
			hash = (hash ^ (unsigned char)char_lower(name.p[i])) * 1099511628211u;
		return (struct open){.name = hash};
	}
	for (size_t i = 0; i < name.n; i++)
		lower[i] = char_lower(name.p[i]);
	struct str folded = {lower, name.n};
	return (struct open){.name = hash_fast(folded), .flags = NAME_CLASS(elements, folded)};
}

static void blank(struct scan *s, size_t start, size_t end)
{
	memset(s->html + start, ' ', end - start);
}

static bool is_space_or(char c, char other)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == other;
}

/* Behind the attribute that begins at `at`, as the tokenizer of the standard reads it. */
static size_t skip_attribute(const struct scan *s, size_t at)
{
	const char *h = s->html;
	size_t n = s->n;
	at++; /* a leading '=' belongs to the name */
	while (at < n && !is_space_or(h[at], '/') && h[at] != '>' && h[at] != '=')
		at++;
	size_t after = at;
	while (after < n && is_space_or(h[after], ' '))
		after++;
	if (after >= n || h[after] != '=')
		return at;
	at = after + 1;
	while (at < n && is_space_or(h[at], ' '))
		at++;
	if (at < n && (h[at] == '"' || h[at] == '\'')) {
		const char *close = memchr(h + at + 1, h[at], n - at - 1);
		return close ? (size_t)(close - h) + 1 : n;
	}
	while (at < n && !is_space_or(h[at], '>') && h[at] != '>')
		at++;
	return at;
}

/* Reads the tag at s->at (`<` and a letter, or `</` and a letter) and blanks surplus attributes. */
static struct tag read_tag(struct scan *s)
{
	struct tag tag = {.start = s->at, .is_end = s->html[s->at + 1] == '/'};
	size_t at = s->at + 1 + tag.is_end, name = at;
	while (at < s->n && !is_space_or(s->html[at], '/') && s->html[at] != '>')
		at++;
	tag.element = look_up((struct str){s->html + name, at - name});
	size_t allowed = tag.element.flags & FORMATTING ? MAX_FORMATTING_ATTRIBUTES : MAX_ATTRIBUTES;
	size_t count = 0, surplus = 0;
	while (at < s->n && s->html[at] != '>') {
		if (is_space_or(s->html[at], '/')) {
			tag.is_self_closing = s->html[at] == '/';
			at++;
			continue;
		}
		tag.is_self_closing = false;
		if (++count == allowed + 1)
			surplus = at;
		at = skip_attribute(s, at);
	}
	tag.end = at < s->n ? at + 1 : s->n;
	if (surplus)
		blank(s, surplus, at);
	return tag;
}

/* Behind a comment whose text begins at `from`. */
static size_t skip_comment(const struct scan *s, size_t from)
{
	struct str all = {s->html, s->n};
	for (size_t at = from; (at = str_find_char(all, '>', at)) != STR_NONE; at++) {
		struct str before = str_sub(all, from, at - from);
		if (str_eq(before, STR("")) || str_eq(before, STR("-")) || str_ends(before, STR("--")) ||
			str_ends(before, STR("--!")))
			return at + 1;
	}
	return s->n;
}

/* Behind a comment, doctype or other `<` construct that is no tag; just the `<` when it is text. */
static size_t skip_other(const struct scan *s)
{
	struct str all = {s->html, s->n};
	struct str rest = str_from(all, s->at);
	if (str_starts(rest, STR("<!--")))
		return skip_comment(s, s->at + 4);
	if (rest.n > 1 && (rest.p[1] == '!' || rest.p[1] == '?' || rest.p[1] == '/')) {
		size_t close = str_find_char(all, '>', s->at + 1);
		return close == STR_NONE ? s->n : close + 1;
	}
	return s->at + 1;
}

/* Behind the text of a raw element: at its end tag. */
static size_t skip_raw(const struct scan *s, struct str name, size_t from)
{
	struct str all = {s->html, s->n};
	for (size_t at = from; (at = str_find_char(all, '<', at)) != STR_NONE; at++) {
		struct str rest = str_from(all, at + 2);
		if (str_starts(str_from(all, at), STR("</")) && str_starts_nocase(rest, name) &&
			rest.n > name.n && (is_space_or(rest.p[name.n], '/') || rest.p[name.n] == '>'))
			return at;
	}
	return s->n;
}

static void pop_to(struct scan *s, size_t depth)
{
	while (s->open.n > depth) {
		unsigned flags = s->open.items[--s->open.n].flags;
		s->formatting -= (flags & FORMATTING) != 0;
		s->opaque -= (flags & (FOREIGN | SELECT)) != 0;
	}
}

/* The index of the open element that the tag closes, or STR_NONE. Not looking deeper than MAX_OPEN
 * leaves elements open, which is the safe side. */
static size_t find_open(const struct scan *s, struct open wanted, unsigned stop)
{
	size_t lowest = s->open.n > MAX_OPEN ? s->open.n - MAX_OPEN : 0;
	for (size_t i = s->open.n; i-- > lowest;) {
		if (s->open.items[i].name == wanted.name)
			return i;
		if (s->open.items[i].flags & stop)
			return STR_NONE;
	}
	return STR_NONE;
}

static void take_end(struct scan *s, const struct tag *tag)
{
	unsigned flags = tag->element.flags;
	if (flags & (VOID | LOOSE)) {
		if (flags & ENDS_FOREIGN)
			s->is_foreign = false;
		return;
	}
	unsigned stop = flags & SPECIAL ? SCOPE | SELECT : SPECIAL | SCOPE | SELECT;
	size_t found = find_open(s, tag->element, stop);
	if (found == STR_NONE)
		return;
	pop_to(s, found);
	if (flags & FOREIGN)
		s->is_foreign = false;
	if (found >= MAX_OPEN) /* its start tag was blanked */
		blank(s, tag->start, tag->end);
}

static void take_start(struct scan *s, const struct tag *tag)
{
	unsigned flags = tag->element.flags;
	if (flags & ENDS_FOREIGN)
		s->is_foreign = false;
	if (flags & ROOT && ++s->roots > MAX_ROOT_TAGS)
		blank(s, tag->start, tag->end);
	if (flags & (VOID | LOOSE) || (flags & LEAF && s->is_foreign && tag->is_self_closing))
		return;
	if (flags & ITEM) {
		size_t found = find_open(s, tag->element, SPECIAL | SCOPE);
		if (found != STR_NONE)
			pop_to(s, found);
	}
	if (s->open.n >= MAX_OPEN || (flags & FORMATTING && s->formatting >= MAX_FORMATTING))
		blank(s, tag->start, tag->end);
	*VEC_ADD(s->a, &s->open) = tag->element;
	s->formatting += (flags & FORMATTING) != 0;
	s->opaque += (flags & (FOREIGN | SELECT)) != 0;
	if (flags & FOREIGN)
		s->is_foreign = true;
}

void prescan(struct arena *a, char *html, size_t n)
{
	struct scan s = {.a = a, .html = html, .n = n};
	while (s.at < n) {
		const char *next = memchr(html + s.at, '<', n - s.at);
		if (!next)
			break;
		s.at = (size_t)(next - html);
		size_t letter = s.at + 1 < n && html[s.at + 1] == '/' ? s.at + 2 : s.at + 1;
		if (letter >= n || !char_is_alpha(html[letter])) {
			s.at = skip_other(&s);
			continue;
		}
		struct tag tag = read_tag(&s);
		size_t name_end = letter;
		while (name_end < tag.end && char_is_alpha(html[name_end]))
			name_end++;
		struct str name = {html + letter, name_end - letter};
		s.at = tag.end;
		if (tag.is_end)
			take_end(&s, &tag);
		else if (tag.element.flags & RAW && s.opaque == 0)
			s.at = skip_raw(&s, name, tag.end);
		else
			take_start(&s, &tag);
	}
}
