/* Search in the browser: a page, and an index in parts that search.js reads. */
#include "publish/render.h"

#define PART_STORIES 500

/* Parts are scripts, not JSON, so that a site that is read from the disk can be searched too. They
 * are counted from the oldest story: what is full never changes again. */
static void render_part(struct edition *e, const size_t *oldest_first, size_t n, size_t part)
{
	struct jw w = {.buf = &e->buf};
	buf_add_c(&e->buf, "searchPart(");
	jw_open(&w, '[');
	for (size_t i = 0; i < n; i++) {
		const struct view *view = &e->views[oldest_first[i]];
		const struct article *article = view->article;
		jw_open(&w, '[');
		jw_str(&w, article->story);
		jw_str(&w, str_sub(when_rfc3339(e->a, article->published), 0, 10));
		jw_str(&w, headline_text(e->a, view));
		jw_str(&w, standfirst_text(e->a, view));
		struct str_vec names = {0};
		for (size_t k = 0; k < article->draft.tag_count; k++)
			*VEC_ADD(e->a, &names) = plain_text(e->a, article->draft.tags[k].name);
		jw_str(&w, str_join(e->a, names.items, names.n, STR(", ")));
		jw_close(&w, ']');
	}
	jw_close(&w, ']');
	buf_add_c(&e->buf, ");\n");
	edition_add(e, str_format(e->a, "search/%zu.js", part));
}

static void render_page(struct edition *e, size_t parts)
{
	struct sheet p = page_start(e, STR("search/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_SEARCH)), .is_unindexed = true};
	struct buf *b = p.b;
	page_head(&p, &head);
	buf_addf(b, "<script src=\"%.*ssearch.js\" defer></script>\n", STR_ARG(p.up));
	page_body(&p);
	buf_add_c(b, "<div class=\"prose\">\n<h1>");
	add_word(b, p.words, W_SEARCH);
	buf_addf(
		b, "</h1>\n<div id=\"search\" role=\"search\" data-parts=\"%zu\" hidden>\n<label>", parts);
	add_word(b, p.words, W_SEARCH_LABEL);
	buf_add_c(b,
		" <input type=\"search\" autocomplete=\"off\"></label>\n</div>\n"
		"<p id=\"none\" hidden>");
	add_word(b, p.words, W_SEARCH_NONE);
	buf_add_c(b,
		"</p>\n<ul class=\"rows\" id=\"found\" aria-live=\"polite\" hidden></ul>\n"
		"<noscript><p>");
	add_word(b, p.words, W_SEARCH_WITHOUT);
	buf_add_c(b, "<a href=\"");
	add_link(&p, STR("archive/"));
	buf_add_c(b, "\">");
	add_word(b, p.words, W_OLDER);
	buf_add_c(b, "</a></p></noscript>\n</div>\n");
	page_foot(&p);
}

void render_search(struct edition *e)
{
	size_t *oldest_first = ARENA_ARRAY(e->keep, size_t, e->site->article_count), n = 0, parts = 0;
	for (size_t i = e->site->article_count; i-- > 0;)
		if (e->site->articles[i].state == ARTICLE_PUBLISHED)
			oldest_first[n++] = i;
	for (size_t at = 0; at < n; at += PART_STORIES)
		render_part(e, oldest_first + at, n - at < PART_STORIES ? n - at : PART_STORIES, ++parts);
	render_page(e, parts);
}
