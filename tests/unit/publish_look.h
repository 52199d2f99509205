/* Ways to look at the files of a rendered site, for the tests of publish. */
#ifndef TESTS_PUBLISH_LOOK_H
#define TESTS_PUBLISH_LOOK_H

#include "publish_newsroom.h"

#pragma GCC diagnostic ignored "-Wunused-function" /* a test uses what it needs */

static struct file_vec render(const struct site *site)
{
	struct file_vec files = {0};
	struct err err = {0};
	if (!publisher_find(STR("site"))->render(&a, site, &files, &err))
		fail_msg("rendering failed: %s", err.msg);
	return files;
}

static struct str file_of(const struct file_vec *files, const char *path)
{
	for (size_t i = 0; i < files->n; i++)
		if (str_eq(files->items[i].path, str_c(path)))
			return files->items[i].bytes;
	fail_msg("there is no %s", path);
	return (struct str){0};
}

static bool is_page(struct str path)
{
	return str_ends(path, STR(".html"));
}

static bool is_xml(struct str path)
{
	return str_ends(path, STR(".rss")) || str_ends(path, STR(".atom")) ||
		str_ends(path, STR(".xml")) || str_ends(path, STR(".opml"));
}

static bool has(struct str bytes, const char *part)
{
	return str_find(bytes, str_c(part), 0) != STR_NONE;
}

static size_t count_of(struct str bytes, const char *part)
{
	size_t n = 0;
	for (size_t i = str_find(bytes, str_c(part), 0); i != STR_NONE;
		 i = str_find(bytes, str_c(part), i + 1))
		n++;
	return n;
}

static bool is_void(struct str name)
{
	static const char *const names[] = {"meta", "link", "br", "input", "!doctype"};
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq(name, str_c(names[i])))
			return true;
	return false;
}

/* Every element closed in order, every attribute in double quotes, every '&' an entity. */
static void check_markup(struct str path, struct str s, bool is_html)
{
	struct str open[64];
	size_t depth = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '&') {
			size_t end = str_find_char(s, ';', i);
			if (end == STR_NONE || end - i > 6)
				fail_msg("%.*s: a bare & at %zu", STR_ARG(path), i);
		}
		if (s.p[i] != '<')
			continue;
		size_t end = i + 1;
		for (bool is_quoted = false; end < s.n && (is_quoted || s.p[end] != '>'); end++) {
			is_quoted = is_quoted != (s.p[end] == '"');
			if (s.p[end] == '<')
				fail_msg("%.*s: '<' inside a tag at %zu", STR_ARG(path), end);
		}
		struct str tag = str_sub(s, i + 1, end - i - 1);
		i = end;
		if (tag.p[0] == '?')
			continue;
		bool is_close = tag.p[0] == '/', is_single = str_ends(tag, STR("/"));
		struct str rest = is_close ? str_from(tag, 1) : tag, name = str_cut(&rest, ' ');
		if (is_close) {
			if (depth == 0 || !str_eq(open[depth - 1], name))
				fail_msg("%.*s: </%.*s> closes %.*s", STR_ARG(path), STR_ARG(name),
					STR_ARG(depth ? open[depth - 1] : STR("nothing")));
			depth--;
		} else if (!is_single && !(is_html && is_void(name))) {
			BUG_ON(depth == COUNT(open));
			open[depth++] = name;
		}
	}
	if (depth > 0)
		fail_msg("%.*s: <%.*s> is not closed", STR_ARG(path), STR_ARG(open[depth - 1]));
}

/* Calls for each attribute value of that name in a page. */
static bool next_attribute(struct str page, const char *name, size_t *at, struct str *value)
{
	struct str before = str_format(&a, " %s=\"", name);
	size_t start = str_find(page, before, *at);
	if (start == STR_NONE)
		return false;
	start += before.n;
	*at = str_find_char(page, '"', start);
	*value = str_sub(page, start, *at - start);
	return true;
}

/* A report of sentences whose words stand nowhere else: "Zq0x000 zq0x001 ..." */
static struct report marked_report(const char *outlet, int number)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	for (int i = 0; i < 60; i++)
		buf_addf(&b, "%czq%dx%03d%s", i % 10 ? ' ' : '\n', number, i, i % 10 == 9 ? "." : "");
	struct report r = report_of(outlet, "https://x.example/", "2026-03-03T19:05:00Z", "en", "");
	r.url = str_format(&a, "https://x.example/%d", number);
	r.text = str_dup(&a, str_trim(buf_str(&b)));
	buf_free(&b);
	return r;
}

static struct cite marked_cite(const struct report *reports, size_t report, int sentence)
{
	char begins[16];
	(void)snprintf(begins, sizeof(begins), "zq%dx%03d", (int)report, sentence * 10);
	return cite_of(reports, report, begins);
}

/* How many different words of a report stand anywhere in what goes out, addresses apart. */
static size_t words_out(const struct file_vec *files, int number)
{
	size_t n = 0;
	for (int i = 0; i < 60; i++) {
		struct str token = str_format(&a, "zq%dx%03d", number, i);
		bool is_out = false;
		for (size_t k = 0; k < files->n && !is_out; k++) {
			struct str s = files->items[k].bytes;
			for (size_t at = str_find(s, token, 0); at != STR_NONE;
				 at = str_find(s, token, at + 1)) {
				/* In an address a word has "%20", '=' or ',' before it. */
				char before = at > 0 ? s.p[at - 1] : ' ';
				is_out = is_out ||
					!(before == '=' || before == ',' ||
						(before == '0' && at > 2 && s.p[at - 2] == '2'));
			}
		}
		n += is_out;
	}
	return n;
}

static struct article marked_story(void)
{
	struct report *r = ARENA_ARRAY(&a, struct report, 3);
	r[0] = marked_report("One Outlet", 0);
	r[1] = marked_report("One Outlet", 1);
	r[2] = marked_report("Other Outlet", 2);
	r[1].origin = 1, r[2].origin = 2;
	struct article s = short_story();
	s.story = STR("limit");
	s.reports = r;
	s.report_count = 3;
	struct draft *d = &s.draft;
	d->sections = NULL;
	d->section_count = d->tag_count = 0;
	d->headline.cites.items[0] = marked_cite(r, 0, 0);
	d->standfirst.cites.items[0] = marked_cite(r, 2, 0);
	struct section *section = d->sections = ARENA_ARRAY(&a, struct section, 1);
	d->section_count = 1;
	section->kind = SECTION_SAID;
	section->sentences = ARENA_ARRAY(&a, struct draft_sentence, 8);
	section->sentence_count = 8;
	for (int i = 0; i < 8; i++) {
		struct draft_sentence *sentence = &section->sentences[i];
		size_t report = (size_t)i % 3;
		bool is_quote = i < 3;
		sentence->text = is_quote
			? str_format(&a, "“zq%zux020 zq%zux021 zq%zux022 zq%zux023 zq%zux024”, it said.",
				  report, report, report, report, report)
			: STR("In the desk’s own words.");
		sentence->wording = is_quote ? WORDING_QUOTE : WORDING_DESK;
		*VEC_ADD(&a, &sentence->cites) = marked_cite(r, report, is_quote ? 2 : i % 6);
		*VEC_ADD(&a, &sentence->cites) = marked_cite(r, (report + 1) % 3, 4);
	}
	set_check(&s);
	return s;
}

#endif
