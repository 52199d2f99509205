#include "cli/check.h"

#define MARK_EVERY 128 /* bytes between the places whose code points are counted beforehand */

/* Turns byte offsets of a text into code points without counting from the start each time. */
struct ruler {
	struct str text;
	size_t *points; /* before each MARK_EVERY bytes */
};

static struct ruler ruler_new(struct arena *a, struct str text)
{
	struct ruler r = {.text = text};
	r.points = ARENA_ARRAY(a, size_t, text.n / MARK_EVERY + 1);
	for (size_t i = 1; i <= text.n / MARK_EVERY; i++)
		r.points[i] = r.points[i - 1] + utf8_count(str_sub(text, (i - 1) * MARK_EVERY, MARK_EVERY));
	return r;
}

static int64_t ruler_points(const struct ruler *r, size_t offset)
{
	size_t mark = offset / MARK_EVERY;
	return (int64_t)(r->points[mark] +
		utf8_count(str_sub(r->text, mark * MARK_EVERY, offset % MARK_EVERY)));
}

static void put_cite(struct jw *w, const struct ruler *sources, const struct cite *c)
{
	const struct ruler *r = &sources[c->report];
	jw_open(w, '[');
	jw_int(w, (int64_t)c->report);
	jw_int(w, ruler_points(r, c->span.start));
	jw_int(w, ruler_points(r, c->span.start + c->span.length));
	jw_close(w, ']');
}

static void put_span(struct jw *w, const struct ruler *draft, struct span span)
{
	jw_put_int(w, "start", ruler_points(draft, span.start));
	jw_put_int(w, "end", ruler_points(draft, span.start + span.length));
}

static void put_issues(struct jw *w, const struct ruler *draft, const struct ruler *sources,
	const struct finding_vec *findings, size_t *next, size_t sentence)
{
	jw_key(w, "issues");
	jw_open(w, '[');
	for (; *next < findings->n && findings->items[*next].sentence == sentence; ++*next) {
		const struct finding *f = &findings->items[*next];
		jw_open(w, '{');
		jw_put_str(w, "kind", f->kind);
		put_span(w, draft, f->span);
		jw_put_str(w, "explain", f->explain);
		jw_key(w, "evidence");
		if (f->has_evidence)
			put_cite(w, sources, &f->evidence);
		else
			jw_null(w);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_id(struct jw *w, const struct jv *id)
{
	jw_key(w, "id");
	if (id && id->type == JV_STRING)
		jw_str(w, id->string);
	else if (id && id->type == JV_INTEGER)
		jw_int(w, id->integer);
	else
		jw_null(w);
}

/* For scripts/train-score. */
static void put_traits(struct jw *w, const struct checked_sentence *s)
{
	jw_put_int(w, "table", s->table);
	jw_key(w, "traits");
	jw_open(w, '[');
	for (size_t i = 0; i < s->trait_count; i++)
		jw_real(w, s->traits[i]);
	jw_close(w, ']');
}

void check_put_json(struct arena *a, struct jw *w, const struct check_request *q, bool has_traits,
	const struct check_result *result)
{
	struct ruler draft = ruler_new(a, q->draft);
	struct ruler *sources = ARENA_ARRAY(a, struct ruler, q->count + 1);
	for (size_t i = 0; i < q->count; i++)
		sources[i] = ruler_new(a, q->sources[i].text);
	size_t next = 0;
	jw_open(w, '{');
	put_id(w, q->id);
	jw_key(w, "sentences");
	jw_open(w, '[');
	for (size_t i = 0; i < result->sentence_count; i++) {
		const struct checked_sentence *s = &result->sentences[i];
		jw_open(w, '{');
		put_span(w, &draft, s->span);
		jw_put_str(w, "verdict", str_c(verdict_names[s->verdict]));
		jw_put_str(w, "tier", str_c(tier_names[s->tier]));
		jw_put_real(w, "score", s->score);
		jw_key(w, "cite");
		jw_open(w, '[');
		for (size_t k = 0; k < s->cites.n; k++)
			put_cite(w, sources, &s->cites.items[k]);
		jw_close(w, ']');
		put_issues(w, &draft, sources, &result->findings, &next, i);
		if (has_traits)
			put_traits(w, s);
		jw_close(w, '}');
	}
	jw_close(w, ']');
	jw_close(w, '}');
}
