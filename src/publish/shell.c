/* The shell of a page: head, masthead, foot, and how text, times and links are written. */
#include "publish/render.h"

/* ---- text ---- */

/* Control characters are no text, and embeddings and overrides of direction (Unicode UAX 9: LRE to
 * RLO, LRI to PDI) would turn round what follows them. U+FFFE and U+FFFF are not allowed in XML. */
static bool is_dropped(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
		(c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFFFE || c == 0xFFFF;
}

struct str plain_text(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0, length;
	uint32_t c;
	for (size_t at = 0; (length = utf8_decode(s, at, &c)) > 0; at += length)
		if (!is_dropped(c)) {
			memcpy(out + n, s.p + at, length);
			n += length;
		}
	out[n] = '\0';
	return (struct str){out, n};
}

void add_text(struct buf *b, struct str s)
{
	size_t start = 0, length;
	uint32_t c;
	for (size_t at = 0; (length = utf8_decode(s, at, &c)) > 0; at += length)
		if (is_dropped(c)) {
			buf_add_escaped(b, str_sub(s, start, at - start));
			start = at + length;
		}
	buf_add_escaped(b, str_from(s, start));
}

void add_word(struct buf *b, const struct words *words, enum ui_word which)
{
	add_text(b, str_c(word(words, which)));
}

void add_count(
	struct buf *b, const struct words *words, size_t n, enum ui_word one, enum ui_word many)
{
	buf_addf(b, "%zu ", n);
	add_word(b, words, n == 1 ? one : many);
}

/* ---- times ---- */

static void add_zone(struct buf *b, int minutes)
{
	buf_add_c(b, " UTC");
	if (minutes == 0)
		return;
	int away = minutes < 0 ? -minutes : minutes;
	buf_addf(b, "%s%d", minutes < 0 ? "−" : "+", away / 60);
	if (away % 60)
		buf_addf(b, ":%02d", away % 60);
}

void add_time(struct buf *b, const struct words *words, struct when when)
{
	if (!when_is_known(when))
		return;
	struct arena scratch = {0};
	struct civil c = when_civil(when);
	buf_add_c(b, "<time datetime=\"");
	buf_add_escaped(b, when_rfc3339(&scratch, when));
	buf_addf(
		b, "\">%d%s %s %d", c.day, words->has_day_dot ? "." : "", words->months[c.month], c.year);
	if (!when.is_day_only) {
		buf_addf(b, ", %02d:%02d", c.hour, c.minute);
		add_zone(b, when.offset_min);
	}
	buf_add_c(b, "</time>");
	arena_free(&scratch);
}

/* ---- language ---- */

static bool is_language_tag(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_alpha(s.p[i]) && !char_is_digit(s.p[i]) && s.p[i] != '-')
			return false;
	return s.n > 1 && s.n < 36;
}

void add_language(struct buf *b, struct str language)
{
	static const struct str right_to_left[] = {STR_CONST("ar"), STR_CONST("he"), STR_CONST("fa"),
		STR_CONST("ur"), STR_CONST("yi"), STR_CONST("ps"), STR_CONST("ckb"), STR_CONST("dv")};
	if (!is_language_tag(language)) {
		buf_add_c(b, " dir=\"auto\"");
		return;
	}
	buf_addf(b, " lang=\"%.*s\"", STR_ARG(language));
	struct str rest = language, code = str_cut(&rest, '-');
	for (size_t i = 0; i < sizeof(right_to_left) / sizeof(right_to_left[0]); i++)
		if (str_eq_nocase(code, right_to_left[i]))
			buf_add_c(b, " dir=\"rtl\"");
}

/* ---- links ---- */

struct sheet page_start(struct edition *e, struct str path, struct str language)
{
	struct sheet p = {.edition = e,
		.b = &e->buf,
		.words = words_for(language),
		.path = path,
		.language = language};
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			p.up = str_format(e->a, "../%.*s", STR_ARG(p.up));
	return p;
}

void add_link(const struct sheet *p, struct str path)
{
	bool is_folder = path.n == 0 || str_ends(path, STR("/"));
	add_text(p->b, p->up);
	add_text(p->b, path);
	/* A site that does not know its address is read from the disk as well. */
	if (is_folder && p->edition->site->base_url.n == 0)
		buf_add_c(p->b, "index.html");
	else if (is_folder && path.n == 0 && p->up.n == 0)
		buf_add_c(p->b, "./");
}

struct str absolute_url(struct edition *e, struct str path)
{
	struct str base = e->site->base_url;
	return base.n ? str_format(e->a, "%.*s%.*s", STR_ARG(base), STR_ARG(path)) : base;
}

struct str contact_address(const struct site *site)
{
	struct str mailto = STR("mailto:");
	bool is_mail = str_starts_nocase(site->contact, mailto);
	return is_mail ? str_from(site->contact, mailto.n) : site->contact;
}

void add_contact_link(const struct sheet *p, struct str subject)
{
	struct arena *a = p->edition->a;
	struct str contact = contact_address(p->edition->site);
	struct url url;
	struct err err;
	if (url_parse(a, contact, &url, &err)) {
		add_text(p->b, url_format(a, &url));
		return;
	}
	/* A mail address: what it holds beside letters goes percent-encoded, '@' back again. */
	struct buf address = BUF(LIMIT_URL * 4);
	url_encode(&address, contact);
	buf_add_c(p->b, "mailto:");
	buf_add(p->b, str_replace(a, buf_str(&address), STR("%40"), STR("@")));
	buf_add_c(p->b, "?subject=");
	url_encode(p->b, plain_text(a, subject));
	buf_free(&address);
}

/* ---- head and foot ---- */

static void add_meta(struct buf *b, const char *attribute, const char *name, struct str content)
{
	if (content.n == 0)
		return;
	buf_addf(b, "<meta %s=\"%s\" content=\"", attribute, name);
	add_text(b, content);
	buf_add_c(b, "\">\n");
}

static void add_feed_link(
	const struct sheet *p, const char *type, struct str path, struct str title)
{
	buf_addf(p->b, "<link rel=\"alternate\" type=\"%s\" href=\"", type);
	add_text(p->b, p->up);
	add_text(p->b, path);
	buf_add_c(p->b, "\" title=\"");
	add_text(p->b, title);
	buf_add_c(p->b, "\">\n");
}

static void add_head_links(const struct sheet *p, const struct head *head)
{
	const struct site *site = p->edition->site;
	struct str canonical = absolute_url(p->edition, head->moved_to.n ? head->moved_to : p->path);
	if (head->moved_to.n) {
		buf_add_c(p->b, "<meta http-equiv=\"refresh\" content=\"0; url=");
		add_link(p, head->moved_to);
		buf_add_c(p->b, "\">\n");
	}
	if (canonical.n) {
		buf_add_c(p->b, "<link rel=\"canonical\" href=\"");
		add_text(p->b, canonical);
		buf_add_c(p->b, "\">\n");
		add_meta(p->b, "property", "og:url", canonical);
	}
	buf_add_c(p->b, "<link rel=\"stylesheet\" href=\"");
	add_text(p->b, p->up);
	buf_add_c(p->b, "style.css\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
	add_text(p->b, p->up);
	buf_add_c(p->b, "icon.svg\">\n<script src=\"");
	add_text(p->b, p->up);
	buf_add_c(p->b, "site.js\" defer></script>\n");
	if (head->feed.n)
		add_feed_link(p, "application/atom+xml", head->feed, head->title);
	add_feed_link(p, "application/atom+xml", STR("feed.atom"), site->title);
	add_feed_link(p, "application/rss+xml", STR("feed.rss"), site->title);
	add_feed_link(p, "application/feed+json", STR("feed.json"), site->title);
}

void page_head(const struct sheet *p, const struct head *head)
{
	const struct site *site = p->edition->site;
	struct buf *b = p->b;
	buf_add_c(b, "<!doctype html>\n<html");
	add_language(b, p->language.n ? p->language : str_c(p->words->code));
	buf_add_c(b,
		">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; "
		"form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n"
		"<meta name=\"generator\" content=\"wireproof " WIREPROOF_VERSION "\">\n<title>");
	add_text(b, head->title);
	if (!str_eq(head->title, site->title)) {
		buf_add_c(b, " · ");
		add_text(b, site->title);
	}
	buf_add_c(b, "</title>\n");
	if (head->is_unindexed)
		buf_add_c(b, "<meta name=\"robots\" content=\"noindex\">\n");
	add_meta(b, "name", "description", head->description);
	add_meta(b, "property", "og:site_name", site->title);
	add_meta(b, "property", "og:type", str_c(head->og_type ? head->og_type : "website"));
	add_meta(b, "property", "og:title", head->title);
	add_meta(b, "property", "og:description", head->description);
	add_head_links(p, head);
}

static void add_nav(const struct sheet *p, struct str path, enum ui_word name)
{
	buf_add_c(p->b, "<li><a href=\"");
	add_link(p, path);
	buf_add_c(p->b, str_eq(path, p->path) ? "\" aria-current=\"page\">" : "\">");
	add_word(p->b, p->words, name);
	buf_add_c(p->b, "</a></li>\n");
}

void page_body(const struct sheet *p)
{
	struct buf *b = p->b;
	buf_add_c(b, "</head>\n<body>\n<a class=\"skip\" href=\"#text\">");
	add_word(b, p->words, W_SKIP);
	buf_add_c(b, "</a>\n<header class=\"masthead\">\n<a class=\"name\" href=\"");
	add_link(p, STR(""));
	buf_add_c(b, "\">");
	add_text(b, p->edition->site->title);
	buf_add_c(b, "</a>\n<nav><ul>\n");
	add_nav(p, STR(""), W_FRONT);
	add_nav(p, STR("tags/"), W_ALL_TAGS);
	add_nav(p, STR("archive/"), W_OLDER);
	add_nav(p, STR("search/"), W_SEARCH);
	add_nav(p, STR("corrections/"), W_CORRECTIONS);
	add_nav(p, STR("about/"), W_ABOUT);
	buf_add_c(b, "</ul></nav>\n</header>\n<main id=\"text\" tabindex=\"-1\">\n");
}

static void add_foot_feed(const struct sheet *p, const char *path, const char *name)
{
	buf_add_c(p->b, "<a href=\"");
	add_text(p->b, p->up);
	buf_addf(p->b, "%s\">%s</a>\n", path, name);
}

static void add_foot_link(const struct sheet *p, struct str path, enum ui_word name)
{
	buf_add_c(p->b, "<a href=\"");
	add_link(p, path);
	buf_add_c(p->b, "\">");
	add_word(p->b, p->words, name);
	buf_add_c(p->b, "</a>\n");
}

void page_foot(struct sheet *p)
{
	const struct site *site = p->edition->site;
	struct buf *b = p->b;
	buf_add_c(b, "</main>\n<footer class=\"foot\">\n<p>");
	if (site->publisher.n) {
		add_text(b, site->publisher);
		buf_add_c(b, " · ");
	}
	buf_add_c(b, "wireproof</p>\n<p class=\"links\">");
	add_foot_feed(p, "feed.rss", "RSS");
	add_foot_feed(p, "feed.atom", "Atom");
	add_foot_feed(p, "feed.json", "JSON Feed");
	add_foot_link(p, STR("data/"), W_DATA);
	add_foot_link(p, STR("imprint/"), W_IMPRINT);
	if (site->contact.n) {
		buf_add_c(b, "<a href=\"");
		add_contact_link(p, site->title);
		buf_add_c(b, "\">");
		add_word(b, p->words, W_REPORT_ERROR);
		buf_add_c(b, "</a>");
	}
	buf_add_c(b, "</p>\n</footer>\n</body>\n</html>\n");
	edition_add(p->edition,
		str_ends(p->path, STR("/")) || p->path.n == 0
			? str_format(p->edition->a, "%.*sindex.html", STR_ARG(p->path))
			: p->path);
}
