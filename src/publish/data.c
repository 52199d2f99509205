/* What was said, when things happened and how much, as tables: CSV (RFC 4180) and JSON for each
 * story, and for all stories of a month. Each row carries its citation, and first of all the label.
 */
#include "publish/render.h"

enum format { FORMAT_CSV, FORMAT_JSON };

/* A table in the making: the same code gives the cells of both formats. */
struct table {
	struct edition *e;
	struct arena *a; /* for one row */
	enum format format;
	struct jw w;
	size_t column;
};

struct kind_of_table {
	const char *name;
	const char *const *columns; /* ends with NULL */
	void (*add)(struct table *t, const struct view *view);
};

/* ---- cells ---- */

/* A spreadsheet takes a cell that begins so for a formula, and the words are a stranger's. */
static bool is_formula(struct str s)
{
	return s.n > 0 && s.p[0] != '\0' && strchr("=+-@\t\r", s.p[0]);
}

static void add_csv(struct buf *b, struct str s)
{
	bool is_quoted = false;
	for (size_t i = 0; i < s.n; i++)
		is_quoted = is_quoted || s.p[i] == '"' || s.p[i] == ',' || s.p[i] == '\n' || s.p[i] == '\r';
	buf_add_c(b, is_quoted ? "\"" : "");
	buf_add_c(b, is_formula(s) ? "'" : "");
	for (size_t start = 0; start <= s.n;) {
		size_t end = str_find_char(s, '"', start);
		if (end == STR_NONE) {
			buf_add(b, str_from(s, start));
			break;
		}
		buf_add(b, str_sub(s, start, end + 1 - start));
		buf_add_char(b, '"');
		start = end + 1;
	}
	buf_add_c(b, is_quoted ? "\"" : "");
}

static void cell(struct table *t, const char *name, struct str value)
{
	if (t->format == FORMAT_JSON) {
		jw_put_str_if(&t->w, name, plain_text(t->a, value));
		return;
	}
	buf_add_c(t->w.buf, t->column++ > 0 ? "," : "");
	add_csv(t->w.buf, plain_text(t->a, value));
}

static void cell_number(struct table *t, const char *name, double value)
{
	if (t->format == FORMAT_JSON) {
		jw_put_real(&t->w, name, value);
		return;
	}
	buf_addf(t->w.buf, "%s%.12g", t->column++ > 0 ? "," : "", value);
}

static void open_row(struct table *t)
{
	t->column = 0;
	if (t->format == FORMAT_JSON)
		jw_open(&t->w, '{');
}

static void close_row(struct table *t)
{
	if (t->format == FORMAT_JSON)
		jw_close(&t->w, '}');
	else
		buf_add_c(t->w.buf, "\r\n");
	arena_reset(t->a);
}

/* ---- columns that all tables have ---- */

static void add_story_cells(struct table *t, const struct view *view, const char *claim)
{
	struct str url =
		absolute_url(t->e, str_format(t->a, "stories/%.*s/", STR_ARG(view->article->story)));
	if (t->format == FORMAT_JSON) {
		jw_put_str_if(&t->w, "claim", str_c(claim));
		return; /* the rest stands once, above all rows */
	}
	cell(t, "label", label_writer(t->a, view));
	cell(t, "story", view->article->story);
	cell(t, "headline", headline_text(t->a, view));
	cell(t, "url",
		url.n ? str_format(t->a, "%.*s%s%s", STR_ARG(url), claim[0] ? "#" : "", claim)
			  : (struct str){0});
}

/* Where a row comes from: the outlet, when it wrote so, and the place in its text. */
static void add_citation(struct table *t, const struct view *view, const struct cite *cite)
{
	const struct report *report = &view->article->reports[cite->report];
	cell(t, "outlet", report->outlet);
	cell(t, "reported", when_rfc3339(t->a, report->published));
	cell(t, "passage_url", passage_url(t->a, report, cite->span));
}

#define STORY_COLUMNS "label", "story", "headline", "url"
#define CITATION_COLUMNS "outlet", "reported", "passage_url"

static const struct cite *first_cite(const struct draft_sentence *sentence)
{
	return sentence->cites.n ? &sentence->cites.items[0] : NULL;
}

/* ---- who said what ---- */

bool is_statement(const struct view *view, size_t index, enum section_kind kind)
{
	const struct note *note = &view->notes[index];
	return !note->is_left_out && note->sentence->cites.n > 0 &&
		(note->sentence->speaker.n > 0 || note->sentence->wording == WORDING_QUOTE ||
			kind == SECTION_SAID);
}

static const char *const statement_columns[] = {
	STORY_COLUMNS, "speaker", "statement", "is_quotation", CITATION_COLUMNS, NULL};

static void add_statement(struct table *t, const struct view *view, size_t index)
{
	const struct draft_sentence *sentence = view->notes[index].sentence;
	open_row(t);
	add_story_cells(t, view, str_format(t->a, "c%zu", index).p);
	cell(t, "speaker", sentence->speaker);
	cell(t, "statement", sentence->text);
	cell(t, "is_quotation", sentence->wording == WORDING_QUOTE ? STR("yes") : STR("no"));
	add_citation(t, view, first_cite(sentence));
	close_row(t);
}

static void add_statements(struct table *t, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	for (size_t i = 0; i < draft->section_count; i++) {
		size_t first = section_start(draft, i);
		for (size_t k = 0; k < draft->sections[i].sentence_count; k++)
			if (is_statement(view, first + k, draft->sections[i].kind))
				add_statement(t, view, first + k);
	}
}

/* ---- when ---- */

static const char *const moment_columns[] = {STORY_COLUMNS, "when", "what", CITATION_COLUMNS, NULL};

static void add_moments(struct table *t, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	size_t first = section_start(draft, draft->section_count);
	for (size_t i = 0; i < draft->moment_count; i++) {
		const struct note *note = &view->notes[first + i];
		if (note->is_left_out || note->sentence->cites.n == 0)
			continue;
		struct str day = when_rfc3339(t->a, draft->moments[i].when);
		enum precision precision = moment_precision(view->article, &draft->moments[i]);
		open_row(t);
		add_story_cells(t, view, str_format(t->a, "c%zu", first + i).p);
		cell(t, "when",
			precision == PRECISION_YEAR        ? str_sub(day, 0, 4)
				: precision == PRECISION_MONTH ? str_sub(day, 0, 7)
											   : day);
		cell(t, "what", note->sentence->text);
		add_citation(t, view, first_cite(note->sentence));
		close_row(t);
	}
}

/* ---- how much ---- */

static const char *const figure_columns[] = {STORY_COLUMNS, "subject", "figure", "value", "unit",
	"is_disputed", "sentence", CITATION_COLUMNS, NULL};

static void add_figure(struct table *t, const struct view *view, const char *claim,
	struct str subject, struct str text, const struct number *number, struct str sentence,
	const struct cite *cite)
{
	open_row(t);
	add_story_cells(t, view, claim);
	cell(t, "subject", subject);
	cell(t, "figure", number ? span_text(text, number->span) : text);
	if (number)
		cell_number(t, "value", number->value);
	else
		cell(t, "value", (struct str){0});
	cell(t, "unit", number ? number->unit : (struct str){0});
	cell(t, "is_disputed", sentence.n ? STR("no") : STR("yes"));
	cell(t, "sentence", sentence);
	add_citation(t, view, cite);
	close_row(t);
}

static void add_sentence_figures(struct table *t, const struct view *view, size_t index)
{
	const struct note *note = &view->notes[index];
	struct arena numbers_arena = {0};
	if (note->is_left_out || note->sentence->cites.n == 0)
		return;
	struct str text = note->sentence->text;
	struct number_vec numbers = text_numbers(&numbers_arena, text, view->article->draft.language);
	for (size_t i = 0; i < numbers.n; i++) {
		char claim[24];
		(void)snprintf(claim, sizeof(claim), "c%zu", index);
		add_figure(t, view, claim, span_text(text, numbers.items[i].counted), text,
			&numbers.items[i], text, first_cite(note->sentence));
	}
	arena_free(&numbers_arena);
}

static void add_disputed(struct table *t, const struct view *view, const struct disagreement *row)
{
	for (size_t i = 0; i < row->figure_count; i++) {
		const struct differing_figure *figure = &row->figures[i];
		struct arena numbers_arena = {0};
		struct number_vec numbers =
			text_numbers(&numbers_arena, figure->figure, view->article->draft.language);
		struct number whole = {0};
		if (numbers.n == 1) {
			whole = numbers.items[0];
			whole.span = (struct span){0, figure->figure.n};
		}
		add_figure(t, view, "", row->subject, figure->figure, numbers.n == 1 ? &whole : NULL,
			(struct str){0}, &figure->cite);
		arena_free(&numbers_arena);
	}
}

static void add_figures(struct table *t, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	for (size_t i = 0; i < draft->section_count; i++) {
		size_t first = section_start(draft, i);
		for (size_t k = 0; k < draft->sections[i].sentence_count; k++)
			if (draft->sections[i].kind != SECTION_SAID)
				add_sentence_figures(t, view, first + k);
	}
	for (size_t i = 0; i < draft->disagreement_count; i++)
		add_disputed(t, view, &draft->disagreements[i]);
}

/* ---- files ---- */

static const struct kind_of_table tables[] = {
	{"statements", statement_columns, add_statements},
	{"timeline", moment_columns, add_moments},
	{"figures", figure_columns, add_figures},
};
#define TABLES (sizeof(tables) / sizeof(tables[0]))

static void add_header(struct buf *b, const struct kind_of_table *kind)
{
	for (size_t i = 0; kind->columns[i]; i++)
		buf_addf(b, "%s%s", i > 0 ? "," : "", kind->columns[i]);
	buf_add_c(b, "\r\n");
}

static void render_csv(
	struct edition *e, const struct kind_of_table *kind, struct str folder, const struct view *view)
{
	struct arena row = {0};
	struct table t = {.e = e, .a = &row, .format = FORMAT_CSV, .w = {.buf = &e->buf}};
	add_header(&e->buf, kind);
	kind->add(&t, view);
	arena_free(&row);
	edition_add(e, str_format(e->a, "%.*s%s.csv", STR_ARG(folder), kind->name));
}

/* All tables of a story in one object. */
static void render_json(struct edition *e, struct str folder, const struct view *view)
{
	struct arena row = {0};
	struct table t = {.e = e, .a = &row, .format = FORMAT_JSON, .w = {.buf = &e->buf, .indent = 2}};
	jw_open(&t.w, '{');
	jw_put_str(&t.w, "label", label_text(e->a, view));
	jw_put_str(&t.w, "story", view->article->story);
	jw_put_str(&t.w, "headline", headline_text(e->a, view));
	jw_put_str_if(&t.w, "url",
		absolute_url(e, str_format(e->a, "stories/%.*s/", STR_ARG(view->article->story))));
	for (size_t k = 0; k < TABLES; k++) {
		jw_key(&t.w, tables[k].name);
		jw_open(&t.w, '[');
		tables[k].add(&t, view);
		jw_close(&t.w, ']');
	}
	jw_close(&t.w, '}');
	buf_add_char(&e->buf, '\n');
	arena_free(&row);
	edition_add(e, str_format(e->a, "%.*sdata.json", STR_ARG(folder)));
}

void render_story_data(struct edition *e, struct view *view)
{
	struct str folder = str_format(e->keep, "stories/%.*s/", STR_ARG(view->article->story));
	if (view->article->state != ARTICLE_PUBLISHED)
		return;
	view->data = e->files->n;
	for (size_t k = 0; k < TABLES; k++)
		render_csv(e, &tables[k], folder, view);
	render_json(e, folder, view);
}

/* A month's files are those of its stories, one behind the other: a table without its header, an
 * object in an array. */
static void render_month(struct edition *e, const struct shelf *month)
{
	struct buf *b = &e->buf;
	for (size_t k = 0; k < TABLES && !e->is_failed; k++) {
		add_header(b, &tables[k]);
		for (size_t i = 0; i < month->n; i++) {
			struct str csv = e->files->items[e->views[month->articles[i]].data + k].bytes;
			buf_add(b, str_from(csv, str_find_char(csv, '\n', 0) + 1));
		}
		edition_add(e, str_format(e->a, "data/%.*s/%s.csv", STR_ARG(month->name), tables[k].name));
	}
	buf_add_c(b, "{\"stories\": [\n");
	for (size_t i = 0; i < month->n && !e->is_failed; i++) {
		buf_add_c(b, i > 0 ? "," : "");
		buf_add(b, e->files->items[e->views[month->articles[i]].data + TABLES].bytes);
	}
	buf_add_c(b, "]}\n");
	edition_add(e, str_format(e->a, "data/%.*s/data.json", STR_ARG(month->name)));
}

static void add_file_link(struct sheet *p, struct str folder, const char *name, const char *format)
{
	buf_add_c(p->b, "<a href=\"");
	add_link(p, str_format(p->edition->a, "%.*s%s.%s", STR_ARG(folder), name, format));
	buf_addf(p->b, "\">%s.%s</a> ", name, format);
}

static void add_month_row(struct sheet *p, const struct shelf *month)
{
	struct str folder = str_format(p->edition->a, "data/%.*s/", STR_ARG(month->name));
	buf_addf(p->b, "<tr><th scope=\"row\">%s %d</th><td>", p->words->months[month->civil.month],
		month->civil.year);
	for (size_t k = 0; k < TABLES; k++)
		add_file_link(p, folder, tables[k].name, "csv");
	add_file_link(p, folder, "data", "json");
	buf_add_c(p->b, "</td></tr>\n");
}

static void render_index(struct edition *e, const struct shelves *months)
{
	struct sheet p = page_start(e, STR("data/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_DATA))};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<div class=\"prose\">\n<h1>");
	add_word(p.b, p.words, W_DATA);
	buf_add_c(p.b, "</h1>\n<p>");
	add_word(p.b, p.words, W_DATA_LEAD);
	buf_add_c(p.b, "</p>\n<p>");
	add_file_link(&p, STR(""), "sources", "opml");
	buf_add_c(p.b, "</p>\n");
	if (months->n > 0)
		buf_add_c(p.b, "<table class=\"files\">\n");
	for (size_t i = 0; i < months->n; i++)
		add_month_row(&p, &months->items[i]);
	buf_add_c(p.b, months->n ? "</table>\n</div>\n" : "</div>\n");
	page_foot(&p);
}

void render_data(struct edition *e)
{
	struct shelves months = {0};
	shelves_collect(e, sizeof("2025-05") - 1, &months);
	for (size_t i = 0; i < months.n; i++)
		render_month(e, &months.items[i]);
	render_index(e, &months);
}
