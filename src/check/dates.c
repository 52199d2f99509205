#include "check/parts.h"

/* Whether a source's date bears out the draft's: the same as far as the draft goes. */
static bool is_borne_out(const struct date_mention *draft, const struct date_mention *source)
{
	if (!when_is_known(draft->when) || !when_is_known(source->when))
		return false;
	struct civil a = when_civil(draft->when), b = when_civil(source->when);
	if (draft->has_day)
		return source->has_day && a.year == b.year && a.month == b.month && a.day == b.day;
	if (draft->has_month)
		return source->has_month && a.year == b.year && a.month == b.month;
	return a.year == b.year;
}

static bool is_as_exact(const struct date_mention *a, const struct date_mention *b)
{
	return a->has_day == b->has_day && a->has_month == b->has_month;
}

static bool is_written_in(struct subject *s, struct str text, struct span mention)
{
	struct span hit;
	return text_find_folded(s->a, text, span_text(s->text, mention), &hit);
}

static struct str day_name(struct arena *a, const struct date_mention *d)
{
	struct civil c = when_civil(d->when);
	if (d->has_day)
		return str_format(a, "%d %s %d", c.day, month_names[c.month], c.year);
	return d->has_month ? str_format(a, "%s %d", month_names[c.month], c.year)
						: str_format(a, "%d", c.year);
}

/* Looks through the dates of one report; true when it bears the draft's date out in what is cited.
 */
static bool look_in(struct subject *s, size_t report, const struct date_mention *draft,
	bool *is_elsewhere, const struct date_mention **counter, struct cite *where)
{
	const struct witness *source = evidence_source(s->e, report);
	for (size_t i = 0; i < source->dates.n; i++) {
		const struct date_mention *d = &source->dates.items[i];
		bool is_cited = false;
		size_t cite = 0;
		for (; cite < s->cites.n && !is_cited; cite++)
			is_cited = s->cites.items[cite].report == report &&
				span_has(s->cites.items[cite].span, d->span.start);
		if (is_borne_out(draft, d)) {
			if (is_cited)
				return true;
			*is_elsewhere = true;
		} else if (is_cited && !*counter && is_as_exact(draft, d) && when_is_known(d->when)) {
			*counter = d;
			*where = s->cites.items[cite - 1];
		}
	}
	return false;
}

static void report_date(struct subject *s, const struct date_mention *d, bool is_elsewhere,
	const struct date_mention *counter, const struct cite *where)
{
	struct str written = span_text(s->text, d->span), explain;
	bool is_known = when_is_known(d->when);
	/* A relative date hangs on an anchor that may be wrong. */
	enum tier tier =
		is_elsewhere || !is_known || (d->is_relative && !s->is_strict) ? TIER_REVIEW : TIER_ERROR;
	if (is_elsewhere)
		explain = str_format(
			s->a, "the cited sentences do not have the date %.*s; another does", STR_ARG(written));
	else if (counter && is_known) {
		explain = str_format(s->a, "the draft says %.*s (%.*s); the cited sentence says %.*s",
			STR_ARG(written), STR_ARG(day_name(s->a, d)), STR_ARG(day_name(s->a, counter)));
		s->is_contradicted = s->is_contradicted || tier == TIER_ERROR;
	} else
		explain = str_format(s->a, "no cited source has the date %.*s", STR_ARG(written));
	(void)add_finding(
		s, d->span, kind_here(s, "date"), tier, explain, counter && !is_elsewhere ? where : NULL);
}

void check_dates(struct subject *s)
{
	struct date_vec dates = text_dates(s->a, s->own, s->language, s->anchor);
	for (size_t i = 0; i < dates.n; i++) {
		const struct date_mention *d = &dates.items[i], *counter = NULL;
		bool is_ok = desk_is_published_day(s, d), is_elsewhere = false;
		struct cite where = {0};
		for (size_t k = 0; k < s->cites.n && !is_ok; k++) {
			const struct cite *c = &s->cites.items[k];
			is_ok = is_written_in(s, span_text(s->e->reports[c->report].text, c->span), d->span);
		}
		for (size_t r = 0; r < s->e->count && !is_ok; r++)
			if (!s->is_strict || is_cited_report(s, r))
				is_ok = look_in(s, r, d, &is_elsewhere, &counter, &where);
		for (size_t r = 0; r < s->e->count && !is_ok && !s->is_strict; r++)
			is_elsewhere = is_elsewhere || is_written_in(s, s->e->reports[r].text, d->span);
		if (!is_ok)
			report_date(s, d, is_elsewhere, counter, &where);
	}
}
