#include "cli/check.h"

/* A part of a text with a place in the page of its own. */
struct mark {
	struct span span;
	struct str links; /* HTML that stands before it: its anchors, and the way back */
	enum tier tier;
	size_t order;
};
struct mark_vec {
	struct mark *items;
	size_t n, capacity;
};

static const char style[] =
	":root{color-scheme:light dark;--ok:#2a7d4f;--style:#7a4fa3;--review:#a86a00;--error:#c0262d}"
	"*{box-sizing:border-box}body{font:16px/1.6 Georgia,serif;margin:0 auto;max-width:86rem;"
	"padding:1rem 1.5rem}h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1rem;margin:1.5rem 0 "
	".5rem;"
	"border-bottom:1px solid #8886}main{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem}"
	"@media(max-width:55rem){main{display:block}}p{margin:0 0 .8rem;overflow-wrap:anywhere}"
	"mark{background:#8882;color:inherit;padding:.05em 0}mark.error{background:#c0262d33;"
	"box-shadow:inset 0 -2px var(--error)}mark.review{background:#e09b0030;box-shadow:inset 0 -2px "
	"var(--review)}mark.style{background:#7a4fa330;box-shadow:inset 0 -2px var(--style)}"
	".error>b{color:var(--error)}.review>b{color:var(--review)}.style>b{color:var(--style)}"
	"sup{font:600 .7rem/1 system-ui,sans-serif}sup a{text-decoration:none;padding:0 .15em}"
	":target{outline:2px solid #3b82f6;"
	"outline-offset:2px;scroll-margin:4rem}.s{padding-left:.6rem;margin:0 0 "
	".9rem;overflow-wrap:anywhere;border-left:4px solid "
	"var(--ok)}.s.review{border-color:var(--review)}.s.error{border-color:var(--error)}"
	".s.style{border-color:var(--style)}.n{font:.8rem "
	"system-ui,sans-serif;opacity:.75}.f{font:.85rem/1.45 system-ui,sans-serif;margin:.25rem 0 0 "
	"1rem}q{opacity:.8}";

static int compare_marks(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

struct writer {
	struct buf *out;
	struct str text;
	size_t at;
	bool is_open;
	size_t until; /* where the open mark ends */
};

static void put_text(struct writer *w, size_t to)
{
	struct str part = str_sub(w->text, w->at, to - w->at);
	while (part.p) {
		buf_add_escaped(w->out, str_cut(&part, '\n'));
		if (part.p)
			buf_add_c(w->out, "<br>");
	}
	w->at = to;
}

static void close_mark(struct writer *w)
{
	if (w->is_open)
		buf_add_c(w->out, "</mark>");
	w->is_open = false;
}

static void advance(struct writer *w, size_t to)
{
	if (w->is_open && w->until <= to) {
		put_text(w, w->until > w->at ? w->until : w->at);
		close_mark(w);
	}
	if (to > w->at)
		put_text(w, to);
}

/* The part of a text with its marks; where they overlap, a mark goes on to the end of both. */
static void put_marked(
	struct buf *out, struct str text, struct span part, const struct mark *marks, size_t n)
{
	struct writer w = {.out = out, .text = text, .at = part.start};
	for (size_t i = 0; i < n; i++) {
		advance(&w, marks[i].span.start);
		close_mark(&w);
		buf_add(out, marks[i].links);
		buf_addf(out, "<mark class=\"%s\">", tier_names[marks[i].tier]);
		size_t end = marks[i].span.start + marks[i].span.length;
		w.until = end > w.until ? end : w.until;
		w.is_open = true;
	}
	advance(&w, part.start + part.length);
	close_mark(&w);
}

/* What was found in a sentence, below it. */
static void put_finding(
	struct buf *out, const struct check_request *q, const struct finding *f, size_t number)
{
	buf_addf(out, "<div class=\"f %s\" id=\"f%zu\"><a href=\"#d%zu\">&#9873;%zu</a> <b>%.*s</b>: ",
		tier_names[f->tier], number, number, number + 1, STR_ARG(f->kind));
	buf_add_escaped(out, f->explain);
	if (f->has_evidence) {
		buf_addf(
			out, "; see <a href=\"#e%zu\">source %zu</a>: <q>", number, f->evidence.report + 1);
		buf_add_escaped(out, span_text(q->sources[f->evidence.report].text, f->evidence.span));
		buf_add_c(out, "</q>");
	}
	buf_add_c(out, "</div>\n");
}

static void put_sentence(struct arena *a, struct buf *out, const struct check_request *q,
	const struct check_result *result, size_t index, size_t *next)
{
	const struct checked_sentence *s = &result->sentences[index];
	struct mark_vec marks = {0};
	size_t first = *next;
	for (; *next < result->findings.n && result->findings.items[*next].sentence == index; ++*next) {
		const struct finding *f = &result->findings.items[*next];
		*VEC_ADD(a, &marks) = (struct mark){.span = f->span,
			.tier = f->tier,
			.links = str_format(a, "<sup><a id=\"d%zu\" href=\"#f%zu\">&#9873;%zu</a></sup>", *next,
				*next, *next + 1)};
	}
	buf_addf(out, "<div class=\"s %s\" id=\"s%zu\"><span class=\"n\">%zu</span> ",
		tier_names[s->tier], index, index + 1);
	put_marked(out, q->draft, s->span, marks.items, marks.n);
	for (size_t k = 0; k < s->cites.n; k++)
		buf_addf(out, " <sup><a href=\"#c%zu-%zu\">&rarr;%zu</a></sup>", s->cites.items[k].report,
			s->cites.items[k].span.start, s->cites.items[k].report + 1);
	buf_add_c(out, "\n");
	for (size_t i = first; i < *next; i++)
		put_finding(out, q, &result->findings.items[i], i);
	buf_add_c(out, "</div>\n");
}

/* The cites of one source, each with the sentences that rest on it: one anchor for each place. */
static struct mark_vec marks_of_source(
	struct arena *a, const struct check_result *result, size_t report)
{
	struct mark_vec marks = {0};
	struct map seen = map_new(a);
	for (size_t i = 0; i < result->findings.n; i++) {
		const struct finding *f = &result->findings.items[i];
		if (f->has_evidence && f->evidence.report == report)
			*VEC_ADD(a, &marks) = (struct mark){f->evidence.span,
				str_format(
					a, "<sup><a id=\"e%zu\" href=\"#f%zu\">&#9873;%zu</a></sup>", i, i, i + 1),
				f->tier, marks.n};
	}
	for (size_t i = 0; i < result->sentence_count; i++)
		for (size_t k = 0; k < result->sentences[i].cites.n; k++) {
			struct cite c = result->sentences[i].cites.items[k];
			if (c.report != report)
				continue;
			bool is_new;
			struct str id = str_format(a, "c%zu-%zu", report, c.span.start);
			(void)map_put(&seen, id, &is_new);
			*VEC_ADD(a, &marks) = (struct mark){c.span,
				str_format(a, "<sup><a %s%.*s%s href=\"#s%zu\">&larr;%zu</a></sup>",
					is_new ? "id=\"" : "", is_new ? (int)id.n : 0, id.p, is_new ? "\"" : "", i,
					i + 1),
				TIER_OK, marks.n};
		}
	if (marks.n)
		qsort(marks.items, marks.n, sizeof(*marks.items), compare_marks);
	return marks;
}

static void put_sources(struct arena *a, struct buf *out, const struct check_request *q,
	const struct check_result *result)
{
	for (size_t r = 0; r < q->count; r++) {
		const struct report *report = &q->sources[r];
		struct mark_vec marks = marks_of_source(a, result, r);
		buf_addf(out, "<h2>Source %zu: ", r + 1);
		buf_add_escaped(out, check_place(q, r));
		buf_add_c(out, "</h2>\n<p>");
		put_marked(out, report->text, (struct span){0, report->text.n}, marks.items, marks.n);
		buf_add_c(out, "</p>\n");
	}
}

void check_put_page(struct arena *a, struct buf *out, const struct check_request *q,
	const struct check_result *result)
{
	size_t count[4] = {0};
	for (size_t i = 0; i < result->sentence_count; i++)
		count[result->sentences[i].tier]++;
	buf_add_c(out,
		"<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n<title>Check of ");
	buf_add_escaped(out, q->draft_name);
	buf_addf(out, "</title>\n<style>%s</style>\n<h1>", style);
	buf_add_escaped(out, q->draft_name);
	buf_addf(out,
		"</h1>\n<p>%zu sentences against %zu sources: %zu wrong, %zu to look at, %zu of "
		"opinion, %zu carried. The check asks whether the sources say it, not whether they "
		"are right.</p>\n<main>\n<section>\n<h2>The draft</h2>\n",
		result->sentence_count, q->count, count[TIER_ERROR], count[TIER_REVIEW], count[TIER_STYLE],
		count[TIER_OK]);
	for (size_t i = 0, next = 0; i < result->sentence_count; i++)
		put_sentence(a, out, q, result, i, &next);
	buf_add_c(out, "</section>\n<section>\n");
	put_sources(a, out, q, result);
	buf_add_c(out, "</section>\n</main>\n");
}
