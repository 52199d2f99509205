#include "html/html.h"

#include "html/names.h"

/* What is kept of an element. Those that are not listed lose their tags and keep what is in them.
 */
enum { KEEP = 1, KEEP_VOID = 2, DROP_ALL = 4 };

static const struct name_class elements[] = {
	{"a", KEEP},
	{"abbr", KEEP},
	{"applet", DROP_ALL},
	{"audio", DROP_ALL},
	{"b", KEEP},
	{"blockquote", KEEP},
	{"br", KEEP_VOID},
	{"button", DROP_ALL},
	{"canvas", DROP_ALL},
	{"caption", KEEP},
	{"cite", KEEP},
	{"code", KEEP},
	{"dd", KEEP},
	{"div", KEEP},
	{"dl", KEEP},
	{"dt", KEEP},
	{"em", KEEP},
	{"embed", DROP_ALL},
	{"figcaption", KEEP},
	{"figure", KEEP},
	{"frame", DROP_ALL},
	{"frameset", DROP_ALL},
	{"h1", KEEP},
	{"h2", KEEP},
	{"h3", KEEP},
	{"h4", KEEP},
	{"h5", KEEP},
	{"h6", KEEP},
	{"hr", KEEP_VOID},
	{"i", KEEP},
	{"iframe", DROP_ALL},
	{"img", KEEP_VOID},
	{"input", DROP_ALL},
	{"li", KEEP},
	{"link", DROP_ALL},
	{"math", DROP_ALL},
	{"meta", DROP_ALL},
	{"noembed", DROP_ALL},
	{"noframes", DROP_ALL},
	{"noscript", DROP_ALL},
	{"object", DROP_ALL},
	{"ol", KEEP},
	{"p", KEEP},
	{"plaintext", DROP_ALL},
	{"pre", KEEP},
	{"q", KEEP},
	{"s", KEEP},
	{"script", DROP_ALL},
	{"select", DROP_ALL},
	{"span", KEEP},
	{"strong", KEEP},
	{"style", DROP_ALL},
	{"sub", KEEP},
	{"sup", KEEP},
	{"svg", DROP_ALL},
	{"table", KEEP},
	{"tbody", KEEP},
	{"td", KEEP},
	{"template", DROP_ALL},
	{"textarea", DROP_ALL},
	{"th", KEEP},
	{"thead", KEEP},
	{"time", KEEP},
	{"title", DROP_ALL},
	{"tr", KEEP},
	{"u", KEEP},
	{"ul", KEEP},
	{"video", DROP_ALL},
	{"xmp", DROP_ALL},
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

static bool is_size(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (!char_is_digit(value.p[i]))
			return false;
	return value.n > 0 && value.n <= 5;
}

static void put_attribute(struct buf *out, const char *name, struct str value)
{
	if (!value.n)
		return;
	buf_addf(out, " %s=\"", name);
	buf_add_escaped(out, value);
	buf_add_char(out, '"');
}

/* Writes the start tag; false when the element is better left out, as a link to nowhere is. */
static bool put_start(
	struct arena *a, struct buf *out, const struct html_node *node, struct str base)
{
	struct str url = {0};
	bool is_link = html_is(node, "a"), is_image = html_is(node, "img");
	if (is_link)
		url = safe_url(a, base, html_attribute(node, "href"));
	if (is_image) {
		url = safe_url(a, base, html_attribute(node, "src"));
		if (str_starts(url, STR("mailto:")))
			url = STR("");
	}
	if ((is_link || is_image) && !url.n)
		return false;
	buf_addf(out, "<%.*s", STR_ARG(node->name));
	put_attribute(out, is_link ? "href" : "src", url);
	if (is_image) {
		static const char *const sizes[] = {"width", "height"};
		put_attribute(out, "alt", html_attribute(node, "alt"));
		for (size_t i = 0; i < 2; i++)
			if (is_size(html_attribute(node, sizes[i])))
				put_attribute(out, sizes[i], html_attribute(node, sizes[i]));
	}
	if (html_is(node, "time"))
		put_attribute(out, "datetime", html_attribute(node, "datetime"));
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

static void put_tree(
	struct arena *scratch, struct buf *out, const struct html_tree *t, struct str base)
{
	struct span_vec open = {0};
	for (uint32_t i = 0; i < t->count;) {
		const struct html_node *node = &t->nodes[i];
		unsigned class = node->kind == HTML_ELEMENT ? NAME_CLASS(elements, node->name) : 0;
		put_ends(out, t, &open, i);
		if (class == DROP_ALL || node->kind == HTML_COMMENT) {
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
	else if (html_parse(&scratch, fragment, &tree, NULL))
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
