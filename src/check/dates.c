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

/* What the sources' dates say about one of the draft. */
struct sighting {
	bool is_cited, is_elsewhere;
	bool is_open; /* a cited date is too vague to tell: "last year" of a report without a date */
	const struct date_mention *counter;
	struct cite where; /* of the counter */
};

/* A cited date that is coarser than the draft's without contradicting it. */
static bool is_vague(const struct date_mention *draft, const struct date_mention *source)
{
	if (!when_is_known(source->when))
		return true;
	if (!when_is_known(draft->when) || source->has_day)
		return false;
	struct civil a = when_civil(draft->when), b = when_civil(source->when);
	return a.year == b.year && (!source->has_month || (draft->has_month && a.month == b.month));
}

static const struct cite *cite_with(const struct subject *s, size_t report, size_t offset)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report && span_has(s->cites.items[i].span, offset))
			return &s->cites.items[i];
	return NULL;
}

static void look_in(
	struct subject *s, size_t report, const struct date_mention *draft, struct sighting *seen)
{
	const struct witness *source = evidence_source(s->e, report);
	for (size_t i = 0; i < source->dates.n; i++) {
		const struct date_mention *d = &source->dates.items[i];
		const struct cite *cite = cite_with(s, report, d->span.start);
		if (is_borne_out(draft, d)) {
			seen->is_cited = seen->is_cited || cite;
			seen->is_elsewhere = true;
		} else if (cite && is_vague(draft, d)) {
			seen->is_open = true;
		} else if (cite && !seen->counter && is_as_exact(draft, d)) {
			seen->counter = d;
			seen->where = *cite;
		}
	}
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (char_is_digit(s.p[i]))
			return true;
	return false;
}

static void report_date(
	struct subject *s, const struct date_mention *d, const struct sighting *seen)
{
	struct str written = span_text(s->text, d->span), explain;
	/* "Monday" and "last week" hang on an anchor that may be wrong; "2 July" hardly does. */
	bool is_weak = seen->is_elsewhere || seen->is_open || !when_is_known(d->when) ||
		(d->is_relative && !has_digit(written) && !s->is_strict);
	const struct cite *evidence = NULL;
	if (seen->is_elsewhere)
		explain = str_format(
			s->a, "the cited sentences do not have the date %.*s; another does", STR_ARG(written));
	else if (seen->counter && when_is_known(d->when)) {
		explain = str_format(s->a, "the draft says %.*s (%.*s); the cited sentence says %.*s",
			STR_ARG(written), STR_ARG(day_name(s->a, d)), STR_ARG(day_name(s->a, seen->counter)));
		s->is_contradicted = s->is_contradicted || !is_weak;
		evidence = &seen->where;
	} else
		explain = str_format(s->a, "no cited source has the date %.*s", STR_ARG(written));
	(void)add_finding(
		s, d->span, kind_here(s, "date"), is_weak ? TIER_REVIEW : TIER_ERROR, explain, evidence);
}

static bool is_written_in_cites(struct subject *s, struct span mention)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		if (is_written_in(s, span_text(s->e->reports[c->report].text, c->span), mention))
			return true;
	}
	return false;
}

void check_dates(struct subject *s)
{
	struct date_vec dates = reading_dates(read_own(s), s->anchor);
	for (size_t i = 0; i < dates.n; i++) {
		const struct date_mention *d = &dates.items[i];
		struct sighting seen = {0};
		if (desk_is_published_day(s, d) || is_written_in_cites(s, d->span))
			continue;
		for (size_t r = 0; r < s->e->count; r++) {
			if (s->is_strict && !is_cited_report(s, r))
				continue;
			look_in(s, r, d, &seen);
			seen.is_elsewhere = seen.is_elsewhere ||
				(!s->is_strict &&
					source_has(s->e, evidence_source(s->e, r), span_text(s->text, d->span)));
		}
		if (!seen.is_cited)
			report_date(s, d, &seen);
	}
}
