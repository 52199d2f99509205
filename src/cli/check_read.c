#include "cli/check.h"

#include "net/net.h"
#include "page/page.h"
#include "text/text.h"

struct report check_source(size_t index)
{
	return (struct report){.published = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN,
		.fetched = WHEN_UNKNOWN,
		.state = PAGE_FULL,
		.origin = (int64_t)index};
}

bool check_is_url(const char *where)
{
	return str_starts_nocase(str_c(where), STR("http://")) ||
		str_starts_nocase(str_c(where), STR("https://"));
}

/* ---- Markdown to plain text: marks go, words stay ---- */

/* "[words](address)" to its words, "![words](address)" to nothing; `at` stands on the bracket. */
static size_t put_link(struct buf *out, struct str line, size_t at, bool is_image)
{
	size_t close = str_find(line, STR("]("), at);
	size_t end = close == STR_NONE ? STR_NONE : str_find_char(line, ')', close);
	if (end == STR_NONE) {
		buf_add_char(out, '[');
		return at + 1;
	}
	if (!is_image)
		buf_add(out, str_sub(line, at + 1, close - at - 1));
	return end + 1;
}

static void put_markdown_line(struct buf *out, struct str line)
{
	line = str_trim(line);
	size_t at = 0;
	while (at < line.n && (line.p[at] == '#' || line.p[at] == '>'))
		at++;
	if (at == 0 && line.n > 1 && strchr("-*+", line.p[0]) && line.p[1] == ' ')
		at = 2;
	while (at < line.n) {
		char c = line.p[at];
		bool is_image = c == '!' && at + 1 < line.n && line.p[at + 1] == '[';
		if (c == '[' || is_image)
			at = put_link(out, line, at + is_image, is_image);
		else {
			if (c != '*' && c != '`' && !(c == '_' && (at == 0 || line.p[at - 1] == ' ')))
				buf_add_char(out, c);
			at++;
		}
	}
}

static struct str from_markdown(struct arena *a, struct str text)
{
	struct buf out = BUF(text.n + 16);
	bool is_code = false;
	while (text.p) {
		struct str line = str_cut(&text, '\n');
		bool is_fence = str_starts(str_trim(line), STR("```"));
		bool is_heading = str_starts(str_trim(line), STR("#"));
		is_code = is_code != is_fence;
		if (is_code || is_fence)
			continue;
		put_markdown_line(&out, line);
		buf_add_c(&out, is_heading ? "\n\n" : "\n");
	}
	struct str plain = str_dup(a, buf_str(&out));
	buf_free(&out);
	return plain;
}

/* ---- Saved JSON: an article of `wireproof page`, a source of a request, a story's proof ---- */

static struct str text_of_proof(struct arena *a, const struct jv *root)
{
	struct str_vec parts = {0};
	JV_EACH (sentence, jv_get(root, "sentences"))
		if (jv_str(sentence, "text").n)
			*VEC_ADD(a, &parts) = jv_str(sentence, "text");
	return str_join(a, parts.items, parts.n, STR("\n\n"));
}

static bool read_json(struct arena *a, struct str bytes, struct report *r)
{
	static const char *const members[] = {"articleBody", "text", "draft"};
	struct jv root;
	if (!jv_parse(a, bytes, &root, NULL) || root.type != JV_OBJECT)
		return false;
	for (size_t i = 0; i < sizeof(members) / sizeof(*members) && r->text.n == 0; i++)
		r->text = jv_str(&root, members[i]);
	if (r->text.n == 0)
		r->text = text_of_proof(a, &root);
	r->title = jv_str(&root, "title");
	r->url = jv_str(&root, "url");
	r->published = model_get_when(&root, jv_get(&root, "date") ? "date" : "published");
	return r->text.n > 0;
}

/* ---- What it is ---- */

static bool is_page(struct str bytes)
{
	struct str head = str_sub(str_trim(bytes), 0, 1024);
	return str_starts(head, STR("<")) &&
		(str_find_nocase(head, STR("<html"), 0) != STR_NONE ||
			str_starts_nocase(head, STR("<!doctype")) ||
			str_find_nocase(head, STR("<head"), 0) != STR_NONE);
}

static bool read_page(
	struct arena *a, struct str bytes, struct str url, struct report *r, struct err *err)
{
	struct page page;
	struct page_input input = {.bytes = bytes, .url = url};
	if (!page_extract(a, &input, &page, err))
		return false;
	r->text = page.text;
	r->title = page.title;
	r->url = page.canonical.n ? page.canonical : url;
	r->published = page.published;
	r->language = page.language;
	return true;
}

static bool read_bytes(
	struct arena *a, struct str bytes, const char *where, struct report *r, struct err *err)
{
	struct str name = str_c(where), charset;
	bool is_url = check_is_url(where);
	if (is_page(bytes)) {
		if (!read_page(a, bytes, is_url ? name : STR(""), r, err))
			return false;
	} else {
		struct str text = text_decode(a, bytes, STR(""), TEXT_PLAIN, &charset);
		if (!text_is_utf8(bytes))
			(void)fprintf(stderr, "wireproof check: %s is not UTF-8: read as %.*s\n", where,
				STR_ARG(charset));
		char first = str_trim(text).n ? str_trim(text).p[0] : ' ';
		if (first != '{' || !read_json(a, text, r))
			r->text = str_ends(name, STR(".md")) || str_ends(name, STR(".markdown"))
				? from_markdown(a, text)
				: text;
	}
	if (str_trim(r->text).n == 0)
		return err_set(err, ERR_INPUT, "%s holds no text", where);
	r->key = name;
	if (r->language.n == 0)
		r->language = text_language(r->text, STR(""));
	return true;
}

static bool fetch(
	struct arena *a, struct net *net, const char *url, struct report *r, struct err *err)
{
	struct net_reply reply;
	net_submit(net, &(struct net_request){.url = str_c(url), .purpose = NET_PAGE});
	if (!net_wait(net, a, &reply) || reply.outcome != NET_OK)
		return err_set(err, ERR_TRY, "%s: %s", url, reply.why);
	return read_bytes(a, reply.body, url, r, err);
}

bool check_read(
	struct arena *a, struct net *net, const char *where, struct report *report, struct err *err)
{
	if (check_is_url(where))
		return fetch(a, net, where, report, err);
	struct buf bytes = BUF(LIMIT_BODY);
	bool is_ok = buf_read_file(&bytes, where, err) &&
		read_bytes(a, str_dup(a, buf_str(&bytes)), where, report, err);
	buf_free(&bytes);
	return is_ok;
}
