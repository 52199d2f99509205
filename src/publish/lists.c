/* Stories as cards and rows, the front page, and long lists in pages. */
#include "publish/render.h"

#define FRONT_STORIES 30
#define PAGE_ROWS 200 /* keeps a page under 100 KiB */

static struct str story_path(struct edition *e, const struct article *article)
{
	return str_format(e->a, "stories/%.*s/", STR_ARG(article->story));
}

/* "6 outlets, 2 origins · 27 May 2025, 15:20 UTC" */
static void add_line(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	buf_add_c(b, "<p class=\"dates\">");
	add_count(b, p->words, view->outlet_count, W_OUTLET, W_OUTLETS);
	buf_add_c(b, ", ");
	add_count(b, p->words, view->article->origin_count, W_ORIGIN, W_ORIGINS);
	buf_add_c(b, " · ");
	if (when_is_known(view->article->updated)) {
		add_word(b, p->words, W_UPDATED);
		add_time(b, p->words, view->article->updated);
	} else {
		add_time(b, p->words, view->article->published);
	}
	add_headline_credit(p, view->article);
	buf_add_c(b, "</p>\n");
}

void add_card(struct sheet *p, const struct view *view, const char *class)
{
	const struct article *article = view->article;
	struct buf *b = p->b;
	buf_addf(b, "<article class=\"%s\">\n<h2", class);
	if (!str_eq(article->draft.language, p->language))
		add_language(b, article->draft.language);
	buf_add_c(b, "><a href=\"");
	add_link(p, story_path(p->edition, article));
	buf_add_c(b, "\">");
	add_text(b, headline_text(p->edition->a, view));
	buf_add_c(b, "</a></h2>\n<p class=\"standfirst\"");
	if (!str_eq(article->draft.language, p->language))
		add_language(b, article->draft.language);
	buf_add_c(b, ">");
	add_text(b, standfirst_text(p->edition->a, view));
	buf_add_c(b, "</p>\n");
	add_line(p, view);
	add_tags(p, &article->draft);
	buf_add_c(b, "</article>\n");
}

/* A story in one line of a longer list. */
void add_row(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	buf_add_c(b, "<li");
	if (!str_eq(view->article->draft.language, p->language))
		add_language(b, view->article->draft.language);
	buf_add_c(b, "><a href=\"");
	add_link(p, story_path(p->edition, view->article));
	buf_add_c(b, "\">");
	add_text(b, headline_text(p->edition->a, view));
	buf_add_c(b, "</a> <small>");
	add_time(b, p->words, view->article->published);
	buf_add_c(b, "</small></li>\n");
}

/* ---- front page ---- */

static void add_front_label(struct sheet *p)
{
	bool has_model = false, has_story = false;
	for (size_t i = 0; i < p->edition->site->article_count; i++) {
		const struct article *article = &p->edition->site->articles[i];
		has_story = true;
		has_model = has_model || !str_eq(article->draft.writer, STR("extract"));
	}
	if (!has_story)
		return;
	buf_add_c(p->b, "<p class=\"label\" role=\"note\">");
	add_word(p->b, p->words, has_model ? W_LABEL_SOME : W_LABEL_ALL);
	buf_add_c(p->b, "</p>\n");
}

void render_front(struct edition *e)
{
	struct sheet p = page_start(e, STR(""), e->site->language);
	struct head head = {.title = e->site->title, .description = e->site->description};
	size_t n = 0;
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1 class=\"lead-in\">");
	add_text(p.b, e->site->description.n ? e->site->description : e->site->title);
	buf_add_c(p.b, "</h1>\n");
	add_front_label(&p);
	buf_add_c(p.b, "<div class=\"cards\">\n");
	for (size_t i = 0; i < e->site->article_count && n < FRONT_STORIES; i++)
		if (e->site->articles[i].state == ARTICLE_PUBLISHED)
			add_card(&p, &e->views[i], n++ == 0 ? "card first" : "card");
	buf_add_c(p.b, "</div>\n<p>");
	if (n == 0) {
		add_word(p.b, p.words, W_NO_STORIES);
	} else {
		buf_add_c(p.b, "<a href=\"");
		add_link(&p, STR("archive/"));
		buf_add_c(p.b, "\">");
		add_word(p.b, p.words, W_OLDER);
		buf_add_c(p.b, "</a>");
	}
	buf_add_c(p.b, "</p>\n");
	page_foot(&p);
}

/* ---- long lists ---- */

/* Pages are counted from the oldest story, so that a new one changes the newest page alone. */
static struct str page_path(const struct listing *l, struct edition *e, size_t page, size_t pages)
{
	return page + 1 == pages ? l->path : str_format(e->a, "%.*s%zu/", STR_ARG(l->path), page + 1);
}

static void add_step(struct sheet *p, struct str path, enum ui_word name)
{
	buf_add_c(p->b, "<a href=\"");
	add_link(p, path);
	buf_add_c(p->b, "\">");
	add_word(p->b, p->words, name);
	buf_add_c(p->b, "</a> ");
}

static void render_listing_page(
	struct edition *e, const struct listing *l, size_t page, size_t pages)
{
	struct sheet p = page_start(e, page_path(l, e, page, pages), e->site->language);
	struct head head = {.title = plain_text(e->a, l->title)};
	size_t end = l->n - page * PAGE_ROWS;
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1 dir=\"auto\">");
	add_text(p.b, l->title);
	buf_add_c(p.b, "</h1>\n<ul class=\"rows\">\n");
	for (size_t i = end > PAGE_ROWS ? end - PAGE_ROWS : 0; i < end; i++)
		add_row(&p, &e->views[l->articles[i]]);
	buf_add_c(p.b, "</ul>\n<p class=\"steps\">");
	if (page + 1 < pages)
		add_step(&p, page_path(l, e, page + 1, pages), W_NEWER);
	if (page > 0)
		add_step(&p, page_path(l, e, page - 1, pages), W_MORE);
	if (l->up.n)
		add_step(&p, l->up, W_OLDER);
	buf_add_c(p.b, "</p>\n");
	page_foot(&p);
}

void render_listing(struct edition *e, const struct listing *l)
{
	size_t pages = (l->n + PAGE_ROWS - 1) / PAGE_ROWS;
	for (size_t page = 0; page < pages; page++)
		render_listing_page(e, l, page, pages);
}
