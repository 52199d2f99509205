/* Parts of a story that its page, the lists and the feeds share. */
#include "publish/render.h"

#define MARK_SOURCES 4 /* sources that one mark shows; the proof has all */

/* ---- what it is ---- */

bool is_modelled(const struct article *article)
{
	return !str_eq(article->draft.writer, STR("extract"));
}

void add_label_writer(struct buf *b, const struct view *view)
{
	const struct article *article = view->article;
	if (!is_modelled(article))
		add_word(b, view->words, W_NO_MODEL);
	else if (article->reviewed_by.n == 0)
		add_word(b, view->words, W_MODEL);
	else {
		add_word(b, view->words, article->is_edited ? W_MODEL_EDITED : W_MODEL_REVIEWED);
		add_text(b, article->reviewed_by);
		buf_add_char(b, '.');
	}
}

static void add_kinds(struct buf *b, const struct words *words)
{
	size_t n = 0;
	while (check_kinds[n])
		n++;
	for (size_t i = 0; i < n; i++) {
		const char *name = kind_name(words, check_kinds[i]);
		if (i > 0 && i + 1 == n)
			add_word(b, words, W_AND);
		else if (i > 0)
			buf_add_c(b, ", ");
		add_text(b, str_c(name ? name : check_kinds[i]));
	}
}

void add_label_sources(struct buf *b, const struct view *view)
{
	const struct words *words = view->words;
	add_count(b, words, view->article->report_count, W_REPORT, W_REPORTS);
	add_word(b, words, W_FROM);
	add_count(b, words, view->outlet_count, W_OUTLET, W_OUTLETS);
	buf_add_c(b, ", ");
	add_count(b, words, view->article->origin_count, W_ORIGIN, W_ORIGINS);
	buf_add_c(b, ". ");
	add_word(b, words, W_CHECKED_FOR);
	add_kinds(b, words);
	buf_add_c(b, ".");
	if (view->article->reviewed_by.n && !is_modelled(view->article)) {
		buf_add_char(b, ' ');
		add_word(b, words, W_REVIEWED_BY);
		add_text(b, view->article->reviewed_by);
		buf_add_c(b, ".");
	}
}

const char *digital_source_type(const struct article *article)
{
	if (!is_modelled(article))
		return "dataDrivenMedia";
	return article->reviewed_by.n ? "compositeWithTrainedAlgorithmicMedia"
								  : "trainedAlgorithmicMedia";
}

/* Escaped text back to plain, for where HTML does not reach. */
static struct str unescape(struct arena *a, struct str s)
{
	static const struct str pairs[][2] = {{STR_CONST("&lt;"), STR_CONST("<")},
		{STR_CONST("&gt;"), STR_CONST(">")}, {STR_CONST("&quot;"), STR_CONST("\"")},
		{STR_CONST("&#39;"), STR_CONST("'")}, {STR_CONST("&amp;"), STR_CONST("&")}};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		s = str_replace(a, s, pairs[i][0], pairs[i][1]);
	return s;
}

struct str label_writer(struct arena *a, const struct view *view)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	add_label_writer(&b, view);
	struct str text = str_dup(a, unescape(a, buf_str(&b)));
	buf_free(&b);
	return text;
}

struct str label_text(struct arena *a, const struct view *view)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	add_label_writer(&b, view);
	buf_add_char(&b, ' ');
	add_label_sources(&b, view);
	struct str text = unescape(a, buf_str(&b));
	text = str_dup(a, text);
	buf_free(&b);
	return text;
}

struct str headline_text(struct arena *a, const struct view *view)
{
	if (view->article->state == ARTICLE_WITHDRAWN)
		return str_c(word(view->words, W_WITHDRAWN_TITLE));
	return plain_text(a, view->article->draft.headline.text);
}

struct str standfirst_text(struct arena *a, const struct view *view)
{
	if (view->article->state == ARTICLE_WITHDRAWN)
		return plain_text(a, view->article->reason);
	if (view->notes[1].is_left_out)
		return (struct str){0};
	return plain_text(a, view->article->draft.standfirst.text);
}

/* ---- sections ---- */

bool has_section(const struct view *view, enum section_kind kind)
{
	const struct draft *draft = &view->article->draft;
	for (size_t i = 0; i < draft->section_count; i++)
		if (draft->sections[i].kind == kind && draft->sections[i].sentence_count > 0)
			return true;
	return kind == SECTION_DIFFER && draft->disagreement_count > 0;
}

size_t section_start(const struct draft *draft, size_t section)
{
	size_t start = 2; /* headline and standfirst */
	for (size_t i = 0; i < section; i++)
		start += draft->sections[i].sentence_count;
	return start;
}

/* ---- the mark after a sentence ---- */

/* Numbers of the source list, each once, rising: "1 3". */
static void add_numbers(struct buf *b, const struct cite *cites, size_t n, const char *between)
{
	for (size_t shown = 0;;) {
		size_t next = SIZE_MAX;
		for (size_t i = 0; i < n; i++)
			if (cites[i].report + 1 > shown && cites[i].report + 1 < next)
				next = cites[i].report + 1;
		if (next == SIZE_MAX)
			return;
		buf_addf(b, "%s%zu", shown > 0 ? between : "", next);
		shown = next;
	}
}

static void add_read_times(struct sheet *p, const struct report *report)
{
	struct buf *b = p->b;
	buf_add_c(b, "<span class=\"at\">");
	if (when_is_known(report->published)) {
		add_word(b, p->words, W_SOURCE_PUBLISHED);
		add_time(b, p->words, report->published);
	}
	if (when_is_known(report->fetched)) {
		buf_add_c(b, when_is_known(report->published) ? " · " : "");
		add_word(b, p->words, W_SOURCE_READ);
		add_time(b, p->words, report->fetched);
	}
	buf_add_c(b, "</span>");
}

static void add_source(
	struct sheet *p, const struct view *view, struct cite cite, struct extract extract)
{
	const struct report *report = &view->article->reports[cite.report];
	struct arena *a = p->edition->a;
	struct buf *b = p->b;
	struct str url = passage_url(a, report, cite.span);
	buf_addf(b, "<span class=\"src\"><b><i>%zu</i> ", cite.report + 1);
	add_text(b, report->outlet);
	buf_add_c(b, "</b> ");
	if (extract.span.length > 0) {
		buf_add_c(b, "<q");
		add_language(b, report->language);
		buf_add_c(b, extract.is_late ? ">… " : ">");
		add_text(b, extract_text(report, extract));
		buf_add_c(b, extract.is_cut ? " …</q> " : "</q> ");
	} else {
		buf_add_c(b, "<em>");
		add_word(b, p->words, W_ONLY_LINK);
		buf_add_c(b, "</em> ");
	}
	add_read_times(p, report);
	if (url.n) {
		buf_add_c(b, " <a href=\"");
		add_text(b, url);
		buf_add_c(b, "\">");
		add_word(b, p->words, W_SEE_PASSAGE);
		buf_add_c(b, "</a>");
	}
	buf_add_c(b, "</span>");
}

static void add_verdict(struct sheet *p, const struct view *view, size_t index)
{
	const struct check_result *check = &view->article->check;
	if (index >= check->sentence_count)
		return;
	const struct checked_sentence *checked = &check->sentences[index];
	if (checked->verdict == VERDICT_SUPPORTED && checked->tier == TIER_OK) {
		buf_add_c(p->b, "<span class=\"ok\">✓ ");
		add_word(p->b, p->words, W_SUPPORTED);
		buf_add_c(p->b, "</span>");
	}
	for (size_t i = 0; i < check->findings.n; i++)
		if (check->findings.items[i].sentence == index) {
			buf_add_c(p->b, "<span class=\"ok\" lang=\"en\">");
			add_text(p->b, check->findings.items[i].explain);
			buf_add_c(p->b, "</span>");
		}
}

/* A button whose evidence stands right behind it. It opens on hover and focus by style alone; the
 * explicit tabindex makes Safari focus a button that is clicked. */
static void open_mark(struct sheet *p, const struct cite *cites, size_t n, const char *id)
{
	struct buf *b = p->b;
	/* A word joiner keeps the number on the line of the sentence's last word. */
	buf_add_c(b, "<span class=\"mark\">\u2060<button type=\"button\" tabindex=\"0\" aria-label=\"");
	add_word(b, p->words, W_EVIDENCE);
	add_numbers(b, cites, n, ", ");
	buf_addf(b, "\" aria-details=\"%s\">", id);
	add_numbers(b, cites, n, " ");
	buf_addf(b, "</button><span class=\"ev\" id=\"%s\" role=\"group\">", id);
}

void add_mark(struct sheet *p, const struct view *view, size_t index)
{
	const struct note *note = &view->notes[index];
	const struct cite_vec *cites = &note->sentence->cites;
	size_t n = cites->n < MARK_SOURCES ? cites->n : MARK_SOURCES;
	if (n == 0)
		return;
	open_mark(p, cites->items, n, str_format(p->edition->a, "e%zu", index).p);
	for (size_t i = 0; i < n; i++)
		add_source(p, view, cites->items[i], note->extracts[i]);
	add_verdict(p, view, index);
	buf_add_c(p->b, "</span></span>");
}

void add_figure_mark(struct sheet *p, const struct view *view, size_t row, size_t figure)
{
	const struct cite *cite = &view->article->draft.disagreements[row].figures[figure].cite;
	open_mark(p, cite, 1, str_format(p->edition->a, "d%zu-%zu", row, figure).p);
	add_source(p, view, *cite, view->figures[row][figure]);
	buf_add_c(p->b, "</span></span>");
}

/* ---- tags ---- */

void add_tags(struct sheet *p, const struct draft *draft)
{
	struct edition *e = p->edition;
	if (draft->tag_count == 0)
		return;
	buf_add_c(p->b, "<ul class=\"tags\">");
	for (size_t i = 0; i < draft->tag_count; i++) {
		const struct tag_page *tag = tag_find(e->a, &e->tags, &draft->tags[i]);
		if (!tag)
			continue;
		buf_addf(p->b, "<li class=\"%s\"><a href=\"", tag_kind_names[tag->kind]);
		add_link(p, str_format(e->a, "tags/%.*s/", STR_ARG(tag->slug)));
		buf_add_c(p->b, "\">");
		add_text(p->b, draft->tags[i].name);
		buf_add_c(p->b, "</a></li>");
	}
	buf_add_c(p->b, "</ul>\n");
}

void add_headline_credit(struct sheet *p, const struct article *article)
{
	const struct draft_sentence *headline = &article->draft.headline;
	if (headline->wording != WORDING_HEADLINE || headline->cites.n == 0)
		return;
	buf_add_c(p->b, " · ");
	add_word(p->b, p->words, W_HEADLINE_BY);
	add_text(p->b, article->reports[headline->cites.items[0].report].outlet);
}
