/* Pages about the desk: how it works, what it corrected, and the page for addresses that are none.
 */
#include "publish/render.h"

static void add_paragraph(struct sheet *p, enum ui_word text)
{
	buf_add_c(p->b, "<p>");
	add_word(p->b, p->words, text);
	buf_add_c(p->b, "</p>\n");
}

static void add_heading(struct sheet *p, enum ui_word text)
{
	buf_add_c(p->b, "<h2>");
	add_word(p->b, p->words, text);
	buf_add_c(p->b, "</h2>\n");
}

static void open_page(struct sheet *p, struct edition *e, struct str path, enum ui_word title)
{
	*p = page_start(e, path, e->site->language);
	struct head head = {.title = str_c(word(p->words, title))};
	page_head(p, &head);
	page_body(p);
	buf_add_c(p->b, "<div class=\"prose\">\n<h1>");
	add_word(p->b, p->words, title);
	buf_add_c(p->b, "</h1>\n");
}

static void close_page(struct sheet *p)
{
	buf_add_c(p->b, "</div>\n");
	page_foot(p);
}

/* ---- how this desk works ---- */

static void add_kinds(struct sheet *p)
{
	buf_add_c(p->b, "<dl>\n");
	for (size_t i = 0; check_kinds[i]; i++) {
		const char *name = kind_name(p->words, check_kinds[i]);
		const char *promise = kind_promise(p->words, check_kinds[i]);
		buf_add_c(p->b, "<dt>");
		add_text(p->b, str_c(name ? name : check_kinds[i]));
		buf_add_c(p->b, "</dt><dd>");
		add_text(p->b, str_c(promise));
		buf_addf(p->b, " <code>%s</code></dd>\n", check_kinds[i]);
	}
	buf_add_c(p->b, "</dl>\n");
}

static void add_number(struct sheet *p, enum ui_word name, size_t n)
{
	buf_add_c(p->b, "<tr><th scope=\"row\">");
	add_word(p->b, p->words, name);
	buf_addf(p->b, "</th><td>%zu</td></tr>\n", n);
}

static void add_numbers(struct sheet *p)
{
	const struct site *site = p->edition->site;
	size_t published = 0, withdrawn = 0, corrected = 0, sentences = 0;
	for (size_t i = 0; i < site->article_count; i++) {
		const struct article *article = &site->articles[i];
		withdrawn += article->state == ARTICLE_WITHDRAWN && article->merged_into.n == 0 ? 1 : 0;
		corrected += article->correction_count;
		if (article->state != ARTICLE_PUBLISHED)
			continue;
		published++;
		for (size_t k = 0; k < p->edition->views[i].note_count; k++)
			sentences += p->edition->views[i].notes[k].is_left_out ? 0 : 1;
	}
	buf_add_c(p->b, "<table class=\"numbers\">\n");
	add_number(p, W_ABOUT_SOURCES, site->source_count);
	add_number(p, W_ABOUT_PUBLISHED, published);
	add_number(p, W_ABOUT_SENTENCES, sentences);
	add_number(p, W_ABOUT_HELD, site->held_count);
	add_number(p, W_ABOUT_SENTENCES_HELD, site->held_sentences);
	add_number(p, W_ABOUT_WITHDRAWN, withdrawn);
	add_number(p, W_ABOUT_CORRECTED, corrected);
	buf_add_c(p->b, "</table>\n");
}

static void add_contact(struct sheet *p)
{
	const struct site *site = p->edition->site;
	add_heading(p, W_ABOUT_CONTACT);
	if (site->publisher.n) {
		buf_add_c(p->b, "<p>");
		add_word(p->b, p->words, W_ABOUT_PUBLISHER);
		add_text(p->b, site->publisher);
		buf_add_c(p->b, "</p>\n");
	}
	if (site->contact.n == 0) {
		add_paragraph(p, W_ABOUT_NO_CONTACT);
		return;
	}
	buf_add_c(p->b, "<p>");
	add_word(p->b, p->words, W_ABOUT_CONTACT_TEXT);
	buf_add_c(p->b, "<a href=\"");
	add_contact_link(p, site->title);
	buf_add_c(p->b, "\">");
	add_text(p->b, contact_address(site));
	buf_add_c(p->b, "</a></p>\n");
}

void render_about(struct edition *e)
{
	struct sheet p;
	open_page(&p, e, STR("about/"), W_ABOUT);
	add_paragraph(&p, W_ABOUT_LEAD);
	add_heading(&p, W_ABOUT_CHECKED);
	add_paragraph(&p, W_ABOUT_CHECKED_TEXT);
	add_kinds(&p);
	add_paragraph(&p, W_ABOUT_NOT);
	add_heading(&p, W_ABOUT_EXTRACTS);
	buf_add_c(p.b, "<p>");
	add_word(p.b, p.words, W_ABOUT_EXTRACTS_TEXT);
	buf_addf(p.b, "%zu.</p>\n", e->site->extract_words);
	add_heading(&p, W_ABOUT_NUMBERS);
	add_numbers(&p);
	add_contact(&p);
	close_page(&p);
}

/* ---- who is responsible ---- */

void render_imprint(struct edition *e)
{
	struct sheet p;
	open_page(&p, e, STR("imprint/"), W_IMPRINT);
	struct str rest = e->site->address;
	add_contact(&p);
	if (rest.n)
		buf_add_c(p.b, "<address>");
	while (rest.n) {
		add_text(p.b, str_trim(str_cut(&rest, ';')));
		buf_add_c(p.b, rest.n ? "<br>" : "</address>\n");
	}
	close_page(&p);
}

/* ---- corrections ---- */

struct change {
	struct when at;
	const struct view *view;
	struct str note;
	bool is_withdrawal;
	size_t order; /* of arrival: equal times keep it */
};
struct changes {
	struct change *items;
	size_t n, capacity;
};

static int newest_first(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	if (x->at.utc_s != y->at.utc_s)
		return x->at.utc_s < y->at.utc_s ? 1 : -1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void collect_changes(struct edition *e, struct changes *changes)
{
	for (size_t i = 0; i < e->site->article_count; i++) {
		const struct view *view = &e->views[i];
		const struct article *article = view->article;
		if (article->state == ARTICLE_WITHDRAWN && article->merged_into.n == 0)
			*VEC_ADD(e->a, changes) =
				(struct change){article->withdrawn, view, article->reason, true, changes->n};
		for (size_t k = 0; k < article->correction_count; k++)
			*VEC_ADD(e->a, changes) = (struct change){
				article->corrections[k].at, view, article->corrections[k].note, false, changes->n};
	}
	if (changes->n > 0)
		qsort(changes->items, changes->n, sizeof(*changes->items), newest_first);
}

static void add_change(struct sheet *p, const struct change *change)
{
	struct edition *e = p->edition;
	struct buf *b = p->b;
	buf_add_c(b, "<li><small>");
	add_time(b, p->words, change->at);
	buf_add_c(b, " · ");
	add_word(b, p->words, change->is_withdrawal ? W_WITHDRAWAL : W_CORRECTION);
	buf_add_c(b, "</small> <a href=\"");
	add_link(p, str_format(e->a, "stories/%.*s/", STR_ARG(change->view->article->story)));
	buf_add_c(b, "\"");
	if (!str_eq(change->view->article->draft.language, p->language))
		add_language(b, change->view->article->draft.language);
	buf_add_c(b, ">");
	add_text(b, headline_text(e->a, change->view));
	buf_add_c(b, "</a><br>");
	add_text(b, change->note);
	buf_add_c(b, "</li>\n");
}

void render_corrections(struct edition *e)
{
	struct changes changes = {0};
	struct sheet p;
	collect_changes(e, &changes);
	open_page(&p, e, STR("corrections/"), W_CORRECTIONS);
	add_paragraph(&p, W_CORRECTIONS_LEAD);
	if (changes.n == 0)
		add_paragraph(&p, W_NO_CORRECTIONS);
	else
		buf_add_c(p.b, "<ul class=\"rows changes\">\n");
	for (size_t i = 0; i < changes.n; i++)
		add_change(&p, &changes.items[i]);
	buf_add_c(p.b, changes.n ? "</ul>\n" : "");
	close_page(&p);
}

/* ---- no such page ---- */

void render_not_found(struct edition *e)
{
	struct sheet p = page_start(e, STR("404.html"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_NOT_FOUND)), .is_unindexed = true};
	/* It answers for addresses at any depth, so its own links start at the top. */
	p.up = e->site->base_url.n ? e->site->base_url : STR("/");
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<div class=\"prose\">\n<h1>");
	add_word(p.b, p.words, W_NOT_FOUND);
	buf_add_c(p.b, "</h1>\n");
	add_paragraph(&p, W_NOT_FOUND_TEXT);
	close_page(&p);
}
