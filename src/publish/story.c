/* The page of one story. */
#include "publish/render.h"

#define PARAGRAPH_SENTENCES 3

void open_section(struct sheet *p, enum ui_word name)
{
	buf_add_c(p->b, "<section>\n<h2>");
	add_word(p->b, p->words, name);
	buf_add_c(p->b, "</h2>\n");
}

/* A sentence of the proof, under its number there: what `verify` compares. */
static void add_claim(struct sheet *p, const struct view *view, size_t index)
{
	buf_addf(p->b, "<span class=\"claim\" id=\"c%zu\">", index);
	add_text(p->b, view->notes[index].sentence->text);
	buf_add_c(p->b, "</span>");
}

/* ---- head of the story ---- */

static void add_corrections(struct sheet *p, const struct article *article)
{
	struct buf *b = p->b;
	for (size_t i = 0; i < article->correction_count; i++) {
		const struct correction *correction = &article->corrections[i];
		buf_add_c(b, "<aside class=\"correction\"><p><b>");
		add_word(b, p->words, W_CORRECTION);
		buf_add_c(b, "</b> · ");
		add_time(b, p->words, correction->at);
		if (correction->who.n) {
			buf_add_c(b, " · ");
			add_text(b, correction->who);
		}
		buf_add_c(b, "</p><p>");
		add_text(b, correction->note);
		buf_add_c(b, "</p></aside>\n");
	}
}

static void add_label(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	buf_add_c(b, "<div class=\"label\" role=\"note\"><b>");
	add_label_writer(b, view);
	buf_add_c(b, "</b> ");
	add_label_sources(b, view);
	buf_add_c(b, " <a href=\"proof.json\">");
	add_word(b, p->words, W_SEE_PROOF);
	buf_add_c(b, "</a></div>\n");
}

static void add_dates(struct sheet *p, const struct article *article)
{
	struct buf *b = p->b;
	buf_add_c(b, "<p class=\"dates\">");
	add_word(b, p->words, W_PUBLISHED);
	add_time(b, p->words, article->published);
	if (when_is_known(article->updated)) {
		buf_add_c(b, " · ");
		add_word(b, p->words, W_UPDATED);
		add_time(b, p->words, article->updated);
	}
	buf_add_c(b, " · ");
	add_word(b, p->words, W_VERSION);
	buf_addf(b, "%d", article->version);
	add_headline_credit(p, article);
	buf_add_c(b, "</p>\n");
}

static void add_head(struct sheet *p, const struct view *view)
{
	const struct article *article = view->article;
	struct buf *b = p->b;
	buf_add_c(b, "<header class=\"head\">\n");
	add_corrections(p, article);
	buf_add_c(b, "<div class=\"headline\"><h1>");
	add_claim(p, view, 0);
	buf_add_c(b, "</h1>");
	add_mark(p, view, 0);
	buf_add_c(b, "</div>\n");
	add_label(p, view);
	if (standfirst_text(p->edition->a, view).n) {
		buf_add_c(b, "<p class=\"standfirst\">");
		add_claim(p, view, 1);
		add_mark(p, view, 1);
		buf_add_c(b, "</p>\n");
	}
	add_dates(p, article);
	buf_add_c(b, "</header>\n");
}

/* ---- body ---- */

/* A sentence, or a line that says that its quotation is left out. */
void add_sentence(struct sheet *p, const struct view *view, size_t index)
{
	const struct note *note = &view->notes[index];
	if (!note->is_left_out) {
		add_claim(p, view, index);
	} else {
		size_t report = note->sentence->cites.items[0].report;
		buf_add_c(p->b, "<em class=\"left-out\">");
		add_word(p->b, p->words, W_LEFT_OUT);
		add_text(p->b, view->article->reports[report].outlet);
		buf_add_c(p->b, ".</em>");
	}
	add_mark(p, view, index);
}

static void add_list(struct sheet *p, const struct view *view, size_t first, size_t n)
{
	buf_add_c(p->b, "<ul>\n");
	for (size_t i = 0; i < n; i++) {
		buf_add_c(p->b, "<li>");
		add_sentence(p, view, first + i);
		buf_add_c(p->b, "</li>\n");
	}
	buf_add_c(p->b, "</ul>\n");
}

/* Sentences in the desk's words make paragraphs; a quotation stands by itself. */
static void add_paragraphs(struct sheet *p, const struct view *view, size_t first, size_t n)
{
	size_t in_paragraph = 0;
	for (size_t i = 0; i < n; i++) {
		const struct note *note = &view->notes[first + i];
		bool is_quote = note->sentence->wording == WORDING_QUOTE && !note->is_left_out;
		if (in_paragraph > 0 && (is_quote || in_paragraph == PARAGRAPH_SENTENCES)) {
			buf_add_c(p->b, "</p>\n");
			in_paragraph = 0;
		}
		if (is_quote) {
			buf_add_c(p->b, "<blockquote><p>");
			add_sentence(p, view, first + i);
			buf_add_c(p->b, "</p></blockquote>\n");
			continue;
		}
		buf_add_c(p->b, in_paragraph++ > 0 ? " " : "<p>");
		add_sentence(p, view, first + i);
	}
	if (in_paragraph > 0)
		buf_add_c(p->b, "</p>\n");
}

static void add_figure(struct sheet *p, const struct view *view, size_t row, size_t figure)
{
	const struct differing_figure *f = &view->article->draft.disagreements[row].figures[figure];
	buf_add_c(p->b, "<td>");
	add_text(p->b, f->figure);
	buf_add_c(p->b, "</td><td>");
	add_text(p->b, view->article->reports[f->cite.report].outlet);
	add_figure_mark(p, view, row, figure);
	buf_add_c(p->b, "</td></tr>\n");
}

static void add_disagreements(struct sheet *p, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	static const enum ui_word columns[] = {W_SUBJECT, W_FIGURE, W_WHO_SAYS};
	if (draft->disagreement_count == 0)
		return;
	buf_add_c(p->b, "<div class=\"differ\"><table>\n<thead><tr>");
	for (size_t i = 0; i < 3; i++) {
		buf_add_c(p->b, "<th scope=\"col\">");
		add_word(p->b, p->words, columns[i]);
		buf_add_c(p->b, "</th>");
	}
	buf_add_c(p->b, "</tr></thead>\n");
	for (size_t i = 0; i < draft->disagreement_count; i++) {
		const struct disagreement *row = &draft->disagreements[i];
		buf_add_c(p->b, "<tbody>\n");
		for (size_t k = 0; k < row->figure_count; k++) {
			buf_add_c(p->b, "<tr>");
			if (k == 0) {
				buf_addf(p->b, "<th scope=\"rowgroup\" rowspan=\"%zu\">", row->figure_count);
				add_text(p->b, row->subject);
				buf_add_c(p->b, "</th>");
			}
			add_figure(p, view, i, k);
		}
		buf_add_c(p->b, "</tbody>\n");
	}
	buf_add_c(p->b, "</table></div>\n");
}

static void add_section(struct sheet *p, const struct view *view, enum section_kind kind)
{
	const struct draft *draft = &view->article->draft;
	if (!has_section(view, kind))
		return;
	open_section(p, (enum ui_word)kind);
	for (size_t i = 0; i < draft->section_count; i++) {
		if (draft->sections[i].kind != kind || draft->sections[i].sentence_count == 0)
			continue;
		size_t first = section_start(draft, i), n = draft->sections[i].sentence_count;
		if (kind == SECTION_FIGURES || kind == SECTION_UNKNOWN)
			add_list(p, view, first, n);
		else
			add_paragraphs(p, view, first, n);
	}
	if (kind == SECTION_DIFFER)
		add_disagreements(p, view);
	buf_add_c(p->b, "</section>\n");
}

/* ---- beside and below ---- */

static void add_role(struct sheet *p, const struct view *view, size_t index)
{
	const struct article *article = view->article;
	const struct report *report = &article->reports[index];
	bool is_copy = report->origin >= 0 && (size_t)report->origin != index &&
		(size_t)report->origin < article->report_count;
	add_word(p->b, p->words, is_copy ? W_ROLE_COPY : W_ROLE_ORIGIN);
	if (is_copy)
		add_text(p->b, article->reports[report->origin].outlet);
	buf_add_c(p->b, " · ");
	if (view->cited[index] == 0)
		add_word(p->b, p->words, W_CITED_NONE);
	else
		add_count(p->b, p->words, view->cited[index], W_CITED_ONE, W_CITED_MANY);
}

static void add_sources(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	open_section(p, W_SOURCES);
	buf_add_c(b, "<ol class=\"sources\">\n");
	for (size_t i = 0; i < view->article->report_count; i++) {
		const struct report *report = &view->article->reports[i];
		struct str url = report_url(p->edition->a, report);
		buf_addf(b, "<li id=\"s%zu\">", i + 1);
		if (url.n) {
			buf_add_c(b, "<a href=\"");
			add_text(b, url);
			buf_add_c(b, "\">");
		}
		add_word(b, p->words, W_READ_MORE_AT);
		add_text(b, report->outlet);
		buf_add_c(b, url.n ? "</a> <small>" : " <small>");
		if (when_is_known(report->published)) {
			add_time(b, p->words, report->published);
			buf_add_c(b, " · ");
		}
		add_role(p, view, i);
		buf_add_c(b, "</small></li>\n");
	}
	buf_add_c(b, "</ol>\n</section>\n");
}

/* ---- sharing ---- */

/* Plain links that end in the story's address; where the site does not know it, site.js adds it. */
static void add_share_link(struct sheet *p, const struct view *view, const char *before,
	const char *between, const char *name)
{
	struct str url = absolute_url(p->edition, p->path);
	struct buf *b = p->b;
	struct buf href = BUF(LIMIT_URL * 4);
	buf_add_c(&href, before);
	url_encode(&href, headline_text(p->edition->a, view));
	buf_add_c(&href, between);
	url_encode(&href, url);
	buf_add_c(b, "<li><a href=\"");
	buf_add_escaped(b, buf_str(&href));
	buf_addf(b, "\"%s>%s</a></li>\n", url.n ? "" : " data-unknown", name);
	buf_free(&href);
}

static void add_share(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	buf_add_c(b,
		"<footer class=\"share\">\n<ul>\n<li hidden><button type=\"button\" class=\"copy\" "
		"data-done=\"");
	add_word(b, p->words, W_COPIED);
	buf_add_c(b, "\">");
	add_word(b, p->words, W_COPY_LINK);
	buf_add_c(b, "</button></li>\n<li hidden><button type=\"button\" class=\"device\">");
	add_word(b, p->words, W_SHARE_DEVICE);
	buf_add_c(b, "</button></li>\n");
	add_share_link(p, view, "mailto:?subject=", "&body=", word(p->words, W_MAIL));
	add_share_link(p, view, "https://share.joinmastodon.org/#text=", "%20", "Mastodon");
	add_share_link(p, view, "https://bsky.app/intent/compose?text=", "%20", "Bluesky");
	add_share_link(p, view, "https://t.me/share/url?text=", "&url=", "Telegram");
	add_share_link(p, view, "https://x.com/intent/post?text=", "&url=", "X");
	buf_add_c(b, "</ul>\n<ul>\n<li><a href=\"proof.json\">");
	add_word(b, p->words, W_PROOF);
	buf_add_c(b, "</a></li>\n<li>");
	add_word(b, p->words, W_DATA);
	buf_add_c(b,
		": <a href=\"statements.csv\">statements</a>, <a href=\"timeline.csv\">timeline</a>, "
		"<a href=\"figures.csv\">figures</a>, <a href=\"data.json\">JSON</a></li>\n");
	if (p->edition->site->contact.n) {
		buf_add_c(b, "<li><a href=\"");
		add_contact_link(p, headline_text(p->edition->a, view));
		buf_add_c(b, "\">");
		add_word(b, p->words, W_REPORT_ERROR);
		buf_add_c(b, "</a></li>\n");
	}
	buf_add_c(b, "</ul>\n</footer>\n");
}

/* ---- the page ---- */

/* The page of the story that this one was merged into; empty when there is none. */
static struct str moved_path(struct edition *e, const struct article *article)
{
	return article->state == ARTICLE_WITHDRAWN && article->merged_into.n
		? str_format(e->a, "stories/%.*s/", STR_ARG(article->merged_into))
		: (struct str){0};
}

static void add_moved(struct sheet *p, struct str path)
{
	struct buf *b = p->b;
	buf_add_c(b, "<article class=\"tombstone\">\n<h1>");
	add_word(b, p->words, W_MOVED_TITLE);
	buf_add_c(b, "</h1>\n<p><a href=\"");
	add_link(p, path);
	buf_add_c(b, "\">");
	add_word(b, p->words, W_MOVED_TEXT);
	buf_add_c(b, "</a></p>\n</article>\n");
}

static void add_tombstone(struct sheet *p, const struct article *article)
{
	struct buf *b = p->b;
	buf_add_c(b, "<article class=\"tombstone\">\n<h1>");
	add_word(b, p->words, W_WITHDRAWN_TITLE);
	buf_add_c(b, "</h1>\n<p>");
	add_word(b, p->words, W_WITHDRAWN_ON);
	add_time(b, p->words, article->withdrawn);
	buf_add_c(b, "</p>\n");
	if (article->reason.n) {
		buf_add_c(b, "<p>");
		add_word(b, p->words, W_REASON);
		add_text(b, article->reason);
		buf_add_c(b, "</p>\n");
	}
	buf_add_c(b, "<p><a href=\"");
	add_link(p, STR("corrections/"));
	buf_add_c(b, "\">");
	add_word(b, p->words, W_CORRECTIONS);
	buf_add_c(b, "</a></p>\n</article>\n");
}

static void add_article(struct sheet *p, const struct view *view)
{
	struct buf *b = p->b;
	buf_add_c(b, "<article class=\"story\">\n");
	add_head(p, view);
	buf_add_c(b, "<div class=\"columns\">\n<div class=\"body\">\n");
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		add_section(p, view, (enum section_kind)kind);
	buf_add_c(b, "</div>\n<aside class=\"beside\">\n");
	add_timeline(p, view);
	add_sources(p, view);
	if (view->article->draft.tag_count) {
		open_section(p, W_TAGS);
		add_tags(p, &view->article->draft);
		buf_add_c(b, "</section>\n");
	}
	buf_add_c(b, "</aside>\n</div>\n");
	add_share(p, view);
	buf_add_c(b, "</article>\n");
}

void render_story(struct edition *e, struct view *view)
{
	const struct article *article = view->article;
	struct str path = str_format(e->a, "stories/%.*s/", STR_ARG(article->story));
	struct sheet p = page_start(e, path, article->draft.language);
	bool is_withdrawn = article->state == ARTICLE_WITHDRAWN;
	struct head head = {.title = headline_text(e->a, view),
		.description = standfirst_text(e->a, view),
		.og_type = "article",
		.is_unindexed = is_unindexed(e, view),
		.moved_to = moved_path(e, article)};
	page_head(&p, &head);
	add_story_meta(&p, view);
	page_body(&p);
	if (head.moved_to.n)
		add_moved(&p, head.moved_to);
	else if (is_withdrawn)
		add_tombstone(&p, article);
	else
		add_article(&p, view);
	page_foot(&p);
	view->page = e->files->n - 1;
}
