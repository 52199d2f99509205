/* The timeline of a story: a strip drawn to scale, and the list under it. */
#include "publish/render.h"

#define STRIP_WIDTH 240
#define STRIP_EDGE 8
#define STRIP_LEAST 3 /* days; with fewer the list says as much */

/* How exactly a text names the day; false when it does not. */
static bool find_precision(struct str text, struct str language, struct when anchor,
	struct when day, enum precision *precision)
{
	struct arena scratch = {0};
	struct civil wanted = when_civil(day);
	struct date_vec dates = text_dates(&scratch, text, language, anchor);
	bool is_found = false;
	for (size_t i = 0; i < dates.n; i++) {
		const struct date_mention *d = &dates.items[i];
		struct civil c = when_civil(d->when);
		if (c.year != wanted.year || c.month != wanted.month || c.day != wanted.day)
			continue;
		enum precision found = d->has_day ? PRECISION_DAY
			: d->has_month                ? PRECISION_MONTH
										  : PRECISION_YEAR;
		if (!is_found || found > *precision)
			*precision = found;
		is_found = true;
	}
	arena_free(&scratch);
	return is_found;
}

/* A draft keeps a month or a year as its first day. What the sentence says decides, else what its
 * source says. */
enum precision moment_precision(const struct article *article, const struct moment *moment)
{
	enum precision precision = PRECISION_DAY;
	struct str language = article->draft.language;
	if (when_civil(moment->when).day != 1 ||
		find_precision(moment->what.text, language, moment->when, moment->when, &precision))
		return precision;
	for (size_t i = 0; i < moment->what.cites.n; i++) {
		const struct cite *cite = &moment->what.cites.items[i];
		const struct report *report = &article->reports[cite->report];
		if (find_precision(span_text(report->text, cite->span), report->language, report->published,
				moment->when, &precision))
			return precision;
	}
	return precision;
}

static void add_moment_time(
	struct buf *b, const struct words *words, struct when when, enum precision precision)
{
	struct civil c = when_civil(when);
	if (precision == PRECISION_DAY)
		add_time(b, words, when);
	else if (precision == PRECISION_MONTH)
		buf_addf(b, "<time datetime=\"%04d-%02d\">%s %d</time>", c.year, c.month,
			words->months[c.month], c.year);
	else
		buf_addf(b, "<time datetime=\"%04d\">%d</time>", c.year, c.year);
}

static size_t count_days(const struct draft *draft)
{
	size_t n = 0;
	for (size_t i = 0; i < draft->moment_count; i++)
		n += i == 0 || draft->moments[i].when.utc_s != draft->moments[i - 1].when.utc_s;
	return n;
}

/* A picture for the eye alone: the list says the same in words. */
static void add_strip(struct sheet *p, const struct draft *draft)
{
	struct buf *b = p->b;
	if (count_days(draft) < STRIP_LEAST)
		return;
	double first = (double)draft->moments[0].when.utc_s;
	double length = (double)draft->moments[draft->moment_count - 1].when.utc_s - first;
	buf_addf(b,
		"<svg class=\"strip\" viewBox=\"0 0 %d 24\" aria-hidden=\"true\">"
		"<path d=\"M%d 12H%d\"/>",
		STRIP_WIDTH, STRIP_EDGE, STRIP_WIDTH - STRIP_EDGE);
	for (size_t i = 0; i < draft->moment_count; i++) {
		double share = ((double)draft->moments[i].when.utc_s - first) / length;
		buf_addf(b, "<circle cx=\"%.1f\" cy=\"12\" r=\"5\"/>",
			STRIP_EDGE + share * (STRIP_WIDTH - 2 * STRIP_EDGE));
	}
	buf_add_c(b, "</svg>\n");
}

void add_timeline(struct sheet *p, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	size_t first = section_start(draft, draft->section_count);
	if (draft->moment_count == 0)
		return;
	open_section(p, W_TIMELINE);
	add_strip(p, draft);
	buf_add_c(p->b, "<ol class=\"timeline\">\n");
	for (size_t i = 0; i < draft->moment_count; i++) {
		enum precision precision = moment_precision(view->article, &draft->moments[i]);
		buf_add_c(p->b, "<li>");
		add_moment_time(p->b, p->words, draft->moments[i].when, precision);
		buf_add_char(p->b, ' ');
		add_sentence(p, view, first + i);
		buf_add_c(p->b, "</li>\n");
	}
	buf_add_c(p->b, "</ol>\n</section>\n");
}
