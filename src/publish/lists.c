/* The front page, the months and the pages of tags: lists of stories. */
#include "publish/render.h"

#define FRONT_STORIES 30

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

static void add_card(struct sheet *p, const struct view *view, const char *class)
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
static void add_row(struct sheet *p, const struct view *view)
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

/* ---- months ---- */

struct month {
	int year, month;
	size_t *articles;
	size_t n, capacity;
};
struct months {
	struct month *items;
	size_t n, capacity;
};

static void collect_months(struct edition *e, struct months *months)
{
	struct map by_name = map_new(e->keep);
	for (size_t i = 0; i < e->site->article_count; i++) {
		const struct article *article = &e->site->articles[i];
		if (article->state != ARTICLE_PUBLISHED || !when_is_known(article->published))
			continue;
		struct civil c = when_civil(article->published);
		bool is_new;
		size_t *slot =
			map_put(&by_name, str_format(e->keep, "%04d-%02d", c.year, c.month), &is_new);
		if (is_new) {
			*slot = months->n;
			*VEC_ADD(e->keep, months) = (struct month){.year = c.year, .month = c.month};
		}
		struct month *month = &months->items[*slot];
		if (month->n == month->capacity)
			vec_grow(e->keep, (void **)(void *)&month->articles, &month->capacity, month->n,
				sizeof(*month->articles));
		month->articles[month->n++] = i;
	}
}

static struct str month_title(struct edition *e, const struct sheet *p, const struct month *month)
{
	return str_format(e->a, "%s %d", p->words->months[month->month], month->year);
}

static void render_month(struct edition *e, const struct month *month)
{
	struct str path = str_format(e->a, "archive/%04d-%02d/", month->year, month->month);
	struct sheet p = page_start(e, path, e->site->language);
	struct head head = {.title = month_title(e, &p, month)};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_text(p.b, head.title);
	buf_add_c(p.b, "</h1>\n<ul class=\"rows\">\n");
	for (size_t i = 0; i < month->n; i++)
		add_row(&p, &e->views[month->articles[i]]);
	buf_add_c(p.b, "</ul>\n");
	page_foot(&p);
}

void render_months(struct edition *e)
{
	struct months months = {0};
	collect_months(e, &months);
	for (size_t i = 0; i < months.n; i++)
		render_month(e, &months.items[i]);
	struct sheet p = page_start(e, STR("archive/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_OLDER))};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_word(p.b, p.words, W_OLDER);
	buf_add_c(p.b, "</h1>\n<ul class=\"rows\">\n");
	for (size_t i = 0; i < months.n; i++) {
		const struct month *month = &months.items[i];
		buf_add_c(p.b, "<li><a href=\"");
		add_link(&p, str_format(e->a, "archive/%04d-%02d/", month->year, month->month));
		buf_add_c(p.b, "\">");
		add_text(p.b, month_title(e, &p, month));
		buf_add_c(p.b, "</a> <small>");
		add_count(p.b, p.words, month->n, W_STORY, W_STORIES);
		buf_add_c(p.b, "</small></li>\n");
	}
	buf_add_c(p.b, "</ul>\n");
	page_foot(&p);
}

/* ---- tags ---- */

static void render_tag(struct edition *e, const struct tag_page *tag)
{
	struct str path = str_format(e->a, "tags/%.*s/", STR_ARG(tag->slug));
	struct sheet p = page_start(e, path, e->site->language);
	struct str feed = str_format(e->a, "%.*sfeed.atom", STR_ARG(path));
	struct head head = {.title = plain_text(e->a, tag->name), .feed = feed};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1 dir=\"auto\">");
	add_text(p.b, tag->name);
	buf_add_c(p.b, "</h1>\n<p class=\"dates\">");
	add_count(p.b, p.words, tag->published_count, W_STORY, W_STORIES);
	buf_add_c(p.b, " · <a href=\"feed.atom\">");
	add_word(p.b, p.words, W_FOLLOW);
	buf_add_c(p.b, "</a></p>\n<div class=\"cards\">\n");
	size_t n = 0;
	for (size_t i = 0; i < tag->article_count && n < FRONT_STORIES; i++) {
		const struct view *view = &e->views[tag->articles[i]];
		if (view->article->state == ARTICLE_PUBLISHED) {
			add_card(&p, view, "card");
			n++;
		}
	}
	buf_add_c(p.b, "</div>\n");
	page_foot(&p);
}

static int by_name(const void *a, const void *b)
{
	const struct tag_page *x = a, *y = b;
	if (x->is_hashed != y->is_hashed)
		return x->is_hashed ? 1 : -1;
	return x->is_hashed ? str_cmp(x->name, y->name) : str_cmp(x->slug, y->slug);
}

static void add_tag_list(struct sheet *p, const struct tag_page *tags, size_t n, enum tag_kind kind,
	enum ui_word heading)
{
	bool is_open = false;
	for (size_t i = 0; i < n; i++) {
		if (tags[i].kind != kind)
			continue;
		if (!is_open) {
			buf_add_c(p->b, "<section>\n<h2>");
			add_word(p->b, p->words, heading);
			buf_add_c(p->b, "</h2>\n<ul class=\"tags\">\n");
		}
		is_open = true;
		buf_addf(p->b, "<li class=\"%s\"><a href=\"", tag_kind_names[kind]);
		add_link(p, str_format(p->edition->a, "tags/%.*s/", STR_ARG(tags[i].slug)));
		buf_add_c(p->b, "\"><bdi>");
		add_text(p->b, tags[i].name);
		buf_addf(p->b, "</bdi> <small>%zu</small></a></li>\n", tags[i].published_count);
	}
	if (is_open)
		buf_add_c(p->b, "</ul>\n</section>\n");
}

void render_tags(struct edition *e)
{
	struct tag_page *tags = ARENA_ARRAY(e->keep, struct tag_page, e->tags.n);
	size_t n = 0;
	for (size_t i = 0; i < e->tags.n; i++) {
		if (e->tags.items[i].published_count == 0)
			continue;
		tags[n++] = e->tags.items[i];
		render_tag(e, &e->tags.items[i]);
	}
	if (n > 0)
		qsort(tags, n, sizeof(*tags), by_name);
	struct sheet p = page_start(e, STR("tags/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_ALL_TAGS))};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_word(p.b, p.words, W_ALL_TAGS);
	buf_add_c(p.b, "</h1>\n");
	if (n == 0) {
		buf_add_c(p.b, "<p>");
		add_word(p.b, p.words, W_NO_TAGS);
		buf_add_c(p.b, "</p>\n");
	}
	add_tag_list(&p, tags, n, TAG_PERSON, W_PEOPLE);
	add_tag_list(&p, tags, n, TAG_PLACE, W_PLACES);
	add_tag_list(&p, tags, n, TAG_ORGANISATION, W_ORGANISATIONS);
	add_tag_list(&p, tags, n, TAG_TOPIC, W_TOPICS);
	page_foot(&p);
}
