/* check: the gate of the desk as a filter, for any text against any sources. */
#include "cli/cli.h"

#include "check/check.h"

/* Each sentence of a draft is compared with each of the sources, so both have a ceiling. */
#define DRAFT_MOST ((size_t)256 << 10)
#define SOURCES_MOST ((size_t)16 << 20)
#define MARK_EVERY 128 /* bytes between the places whose code points are counted beforehand */

extern const struct command cmd_check;

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

struct request {
	const struct jv *id; /* given back as it came */
	struct str draft;
	bool is_headline;
	struct when published;
	struct report *sources;
	size_t count;
};

static bool read_source(struct arena *a, const struct jv *from, size_t index, struct report *r)
{
	*r = (struct report){.published = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN,
		.fetched = WHEN_UNKNOWN,
		.state = PAGE_FULL,
		.origin = (int64_t)index};
	if (from->type == JV_STRING)
		r->text = from->string;
	else if (from->type == JV_OBJECT) {
		r->key = jv_str(from, "id");
		r->title = jv_str(from, "title");
		r->text = jv_str(from, "text");
		r->url = jv_str(from, "url");
		r->published = model_get_when(from, "date");
	} else
		return false;
	r->language = text_language(r->text, STR(""));
	if (r->key.n == 0)
		r->key = str_format(a, "%zu", index);
	return true;
}

static bool read_request(struct arena *a, struct str line, struct request *q, struct err *err)
{
	struct jv *root = ARENA_NEW(a, struct jv);
	*q = (struct request){.published = WHEN_UNKNOWN};
	if (!jv_parse(a, line, root, err))
		return false;
	const struct jv *draft = jv_get(root, "draft"), *sources = jv_get(root, "sources");
	if (!draft || draft->type != JV_STRING)
		return err_set(err, ERR_INPUT, "no string \"draft\"");
	if (!sources || sources->type != JV_ARRAY)
		return err_set(err, ERR_INPUT, "no array \"sources\"");
	q->id = jv_get(root, "id");
	q->draft = draft->string;
	q->is_headline = jv_bool(root, "headline", false);
	q->published = model_get_when(root, "published");
	if (q->draft.n > DRAFT_MOST)
		return err_set(err, ERR_LIMIT, "a draft of over %zu bytes", DRAFT_MOST);
	q->sources = ARENA_ARRAY(a, struct report, sources->n + 1);
	size_t bytes = 0;
	JV_EACH (source, sources) {
		if (!read_source(a, source, q->count, &q->sources[q->count]))
			return err_set(err, ERR_INPUT, "source %zu is neither text nor object", q->count);
		bytes += q->sources[q->count++].text.n;
		if (bytes > SOURCES_MOST)
			return err_set(err, ERR_LIMIT, "sources of over %zu bytes", SOURCES_MOST);
	}
	return true;
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

static void put_answer(struct arena *a, struct jw *w, const struct request *q, bool has_traits,
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

static bool answer(
	struct arena *a, struct str line, const void *context, struct buf *out, struct err *err)
{
	struct request q;
	struct check_result result;
	if (!read_request(a, line, &q, err))
		return false;
	check_text(a, q.draft, q.is_headline, q.sources, q.count, q.published, &result);
	struct jw w = {.buf = out};
	put_answer(a, &w, &q, *(const bool *)context, &result);
	return buf_check(out, err);
}

static int run_check(struct cli *cli, int argc, char **argv)
{
	(void)cli; /* a filter knows no desk */
	bool has_traits = argc == 2 && strcmp(argv[1], "--traits") == 0;
	if (argc > 1 && !has_traits)
		return cli_usage(&cmd_check, "unexpected argument \"%s\"", argv[1]);
	return cli_filter_lines(&cmd_check, answer, &has_traits);
}

const struct command cmd_check = {
	.name = "check",
	.args = "[--traits] < LINES",
	.summary = "check a text against sources, sentence by sentence",
	.help =
		"Reads JSON lines {id, draft, sources, published, headline} from standard input; sources\n"
		"is an array of texts or of {id, title, text, date, url}, published the day of the draft,\n"
		"headline true when the draft is one. Writes JSON lines {id, sentences:[{start, end,\n"
		"verdict, tier, score, cite:[[source, start, end]..], issues:[{kind, start, end, explain,\n"
		"evidence}]}]}: offsets count Unicode code points, score goes from 0 to 1 (surely wrong).",
	.run = run_check,
};
