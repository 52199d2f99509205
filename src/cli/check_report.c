#include "cli/check.h"

struct str check_place(const struct check_request *q, size_t report)
{
	const struct report *r = &q->sources[report];
	return r->title.n ? r->title : r->key.n ? r->key : r->url;
}

struct printer {
	struct buf *out;
	bool is_colour;
};

static void put_style(const struct printer *p, const char *codes)
{
	if (p->is_colour)
		buf_addf(p->out, "\033[%sm", codes);
}

/* Text of strangers: nothing in it may steer the terminal. */
static void put_safe(struct buf *out, struct str text)
{
	uint32_t c;
	size_t n;
	for (size_t at = 0; (n = utf8_decode(text, at, &c)) > 0; at += n) {
		if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			buf_add_char(out, ' ');
		else
			buf_add(out, str_sub(text, at, n));
	}
}

static const char *colour_of(enum tier tier)
{
	static const char *const colours[] = {
		[TIER_OK] = "32", [TIER_STYLE] = "35", [TIER_REVIEW] = "33", [TIER_ERROR] = "1;31"};
	return colours[tier];
}

/* The sentence with what was found underlined; without colours between underscores. */
static void put_sentence(const struct printer *p, struct str draft, struct span sentence,
	const struct finding *findings, size_t n)
{
	size_t at = sentence.start, end = sentence.start + sentence.length;
	for (size_t i = 0; i < n; i++) {
		struct span s = findings[i].span;
		if (s.start < at || s.start + s.length > end || s.length == sentence.length)
			continue;
		put_safe(p->out, str_sub(draft, at, s.start - at));
		if (!p->is_colour)
			buf_add_char(p->out, '_');
		put_style(p, "4");
		put_safe(p->out, str_sub(draft, s.start, s.length));
		put_style(p, "24");
		if (!p->is_colour)
			buf_add_char(p->out, '_');
		at = s.start + s.length;
	}
	put_safe(p->out, str_sub(draft, at, end - at));
	buf_add_char(p->out, '\n');
}

static void put_source(
	const struct printer *p, const struct check_request *q, const struct cite *c, const char *lead)
{
	buf_add_c(p->out, lead);
	put_style(p, "2");
	buf_addf(p->out, "source %zu, ", c->report + 1);
	put_safe(p->out, check_place(q, c->report));
	buf_add_c(p->out, ": ");
	put_style(p, "22");
	put_safe(p->out, span_text(q->sources[c->report].text, c->span));
	buf_add_char(p->out, '\n');
}

static void put_findings(const struct printer *p, const struct check_request *q,
	const struct finding *findings, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct finding *f = &findings[i];
		buf_add_c(p->out, "          ");
		put_style(p, colour_of(f->tier));
		buf_add(p->out, f->kind);
		put_style(p, "0");
		buf_addf(p->out, "%s: ", f->tier == TIER_REVIEW ? " (review)" : "");
		put_safe(p->out, f->explain);
		buf_add_char(p->out, '\n');
		if (f->has_evidence &&
			(i == 0 || !findings[i - 1].has_evidence ||
				memcmp(&f->evidence, &findings[i - 1].evidence, sizeof(f->evidence)) != 0))
			put_source(p, q, &f->evidence, "          ");
	}
}

static void put_counts(
	struct buf *out, const struct check_request *q, const struct check_result *result)
{
	size_t count[4] = {0};
	for (size_t i = 0; i < result->sentence_count; i++)
		count[result->sentences[i].tier]++;
	put_safe(out, q->draft_name);
	buf_addf(out,
		": %zu sentences against %zu sources: %zu wrong, %zu to look at, %zu of opinion, "
		"%zu carried\n",
		result->sentence_count, q->count, count[TIER_ERROR], count[TIER_REVIEW], count[TIER_STYLE],
		count[TIER_OK]);
}

void check_put_report(struct buf *out, const struct check_request *q,
	const struct check_result *result, bool is_colour)
{
	struct printer p = {.out = out, .is_colour = is_colour};
	size_t next = 0;
	put_counts(out, q, result);
	for (size_t i = 0; i < result->sentence_count; i++) {
		const struct checked_sentence *s = &result->sentences[i];
		const struct finding *findings = result->findings.items + next;
		size_t n = 0;
		while (next + n < result->findings.n && findings[n].sentence == i)
			n++;
		next += n;
		buf_addf(out, "\n%3zu ", i + 1);
		put_style(&p, colour_of(s->tier));
		buf_addf(out, "%-7s", tier_names[s->tier]);
		put_style(&p, "0");
		put_sentence(&p, q->draft, s->span, findings, n);
		put_findings(&p, q, findings, n);
		if (s->tier == TIER_OK && s->cites.n > 0)
			put_source(&p, q, &s->cites.items[0], "          ");
	}
}
