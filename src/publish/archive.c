/* The archive: a page for each day and each month. */
#include "publish/render.h"

#define MONTH_ROWS 150 /* a month with more stories lists its days alone */

static struct str day_title(struct edition *e, const struct shelf *day)
{
	const struct words *words = words_for(e->site->language);
	return str_format(e->keep, "%d%s %s %d", day->civil.day, words->has_day_dot ? "." : "",
		words->months[day->civil.month], day->civil.year);
}

static struct str shelf_path(struct edition *e, const struct shelf *shelf)
{
	return str_format(e->keep, "archive/%.*s/", STR_ARG(shelf->name));
}

static struct str month_title(const struct sheet *p, const struct shelf *month)
{
	return str_format(
		p->edition->a, "%s %d", p->words->months[month->civil.month], month->civil.year);
}

static void render_day(struct edition *e, const struct shelf *day)
{
	struct listing listing = {.path = shelf_path(e, day),
		.up = str_format(e->keep, "archive/%.*s/", STR_ARG(str_sub(day->name, 0, 7))),
		.title = day_title(e, day),
		.articles = day->articles,
		.n = day->n};
	render_listing(e, &listing);
}

static void add_day(struct sheet *p, const struct shelf *day, bool has_rows)
{
	buf_add_c(p->b, "<section class=\"day\">\n<h2><a href=\"");
	add_link(p, shelf_path(p->edition, day));
	buf_add_c(p->b, "\">");
	add_text(p->b, day_title(p->edition, day));
	buf_add_c(p->b, "</a> <small>");
	add_count(p->b, p->words, day->n, W_STORY, W_STORIES);
	buf_add_c(p->b, "</small></h2>\n");
	if (has_rows) {
		buf_add_c(p->b, "<ul class=\"rows\">\n");
		for (size_t i = 0; i < day->n; i++)
			add_row(p, &p->edition->views[day->articles[i]]);
		buf_add_c(p->b, "</ul>\n");
	}
	buf_add_c(p->b, "</section>\n");
}

static void render_month(struct edition *e, const struct shelf *month, const struct shelves *days)
{
	struct sheet p = page_start(e, shelf_path(e, month), e->site->language);
	struct head head = {.title = month_title(&p, month)};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_text(p.b, head.title);
	buf_add_c(p.b, "</h1>\n");
	for (size_t i = 0; i < days->n; i++)
		if (str_starts(days->items[i].name, month->name))
			add_day(&p, &days->items[i], month->n <= MONTH_ROWS);
	page_foot(&p);
}

static void render_index(struct edition *e, const struct shelves *months)
{
	struct sheet p = page_start(e, STR("archive/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_OLDER))};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_word(p.b, p.words, W_OLDER);
	buf_add_c(p.b, months->n ? "</h1>\n<ul class=\"rows\">\n" : "</h1>\n<p>");
	for (size_t i = 0; i < months->n; i++) {
		const struct shelf *month = &months->items[i];
		buf_add_c(p.b, "<li><a href=\"");
		add_link(&p, shelf_path(e, month));
		buf_add_c(p.b, "\">");
		add_text(p.b, month_title(&p, month));
		buf_add_c(p.b, "</a> <small>");
		add_count(p.b, p.words, month->n, W_STORY, W_STORIES);
		buf_add_c(p.b, "</small></li>\n");
	}
	if (months->n == 0)
		add_word(p.b, p.words, W_NO_STORIES);
	buf_add_c(p.b, months->n ? "</ul>\n" : "</p>\n");
	page_foot(&p);
}

void render_archive(struct edition *e)
{
	struct shelves months = {0}, days = {0};
	shelves_collect(e, sizeof("2025-05") - 1, &months);
	shelves_collect(e, sizeof("2025-05-27") - 1, &days);
	for (size_t i = 0; i < days.n; i++)
		render_day(e, &days.items[i]);
	for (size_t i = 0; i < months.n; i++)
		render_month(e, &months.items[i], &days);
	render_index(e, &months);
}
