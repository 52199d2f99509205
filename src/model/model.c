#include "model/model.h"

const char *const page_state_names[] = {"empty", "partial", "paywalled", "refused", "full"};
const char *const use_names[USE_COUNT] = {"fetch and store", "quote to readers", "give to a model"};

const char *const section_names[SECTION_COUNT] = {
	"happened", "said", "figures", "background", "differ", "unknown", "next"};
const char *const tag_kind_names[] = {"person", "place", "organisation", "topic"};
const char *const verdict_names[] = {"supported", "unsupported", "contradicted", "opinion"};
const char *const tier_names[] = {"ok", "style", "review", "error"};
static const char *const wording_names[] = {"desk", "quote", "headline"};

struct draft_sentence *draft_sentence_at(const struct draft *d, size_t index)
{
	/* The draft is the caller's; const here only says that this function leaves it alone. */
	struct draft *own = (struct draft *)d;
	if (index == 0)
		return &own->headline;
	if (index == 1)
		return &own->standfirst;
	index -= 2;
	for (size_t i = 0; i < d->section_count; i++) {
		if (index < d->sections[i].sentence_count)
			return &d->sections[i].sentences[index];
		index -= d->sections[i].sentence_count;
	}
	return index < d->moment_count ? &d->moments[index].what : NULL;
}

/* ---- writing ---- */

static void put_when(struct jw *w, const char *key, struct when when)
{
	struct arena scratch = {0};
	jw_put_str_if(w, key, when_rfc3339(&scratch, when));
	arena_free(&scratch);
}

void model_put_report(struct jw *w, const struct report *r)
{
	jw_open(w, '{');
	jw_put_str(w, "url", r->url);
	jw_put_str(w, "title", r->title);
	jw_put_str_if(w, "author", r->author);
	jw_put_str_if(w, "language", r->language);
	jw_put_str_if(w, "source", r->outlet);
	jw_put_str_if(w, "topic", r->topic);
	put_when(w, "published", r->published);
	put_when(w, "modified", r->modified);
	put_when(w, "fetched", r->fetched);
	jw_put_str(w, "state", str_c(page_state_names[r->state]));
	jw_put_str_if(w, "text_hash", r->text_hash);
	jw_put_str_if(w, "story", r->story);
	jw_close(w, '}');
}

static void put_cite(struct jw *w, struct cite c)
{
	jw_open(w, '[');
	jw_int(w, (int64_t)c.report);
	jw_int(w, (int64_t)c.span.start);
	jw_int(w, (int64_t)c.span.length);
	jw_close(w, ']');
}

static void put_sentence(struct jw *w, const struct draft_sentence *s)
{
	jw_open(w, '{');
	jw_put_str(w, "text", s->text);
	jw_put_str(w, "wording", str_c(wording_names[s->wording]));
	jw_put_str_if(w, "speaker", s->speaker);
	jw_key(w, "cites");
	jw_open(w, '[');
	for (size_t i = 0; i < s->cites.n; i++)
		put_cite(w, s->cites.items[i]);
	jw_close(w, ']');
	jw_close(w, '}');
}

static void put_sections(struct jw *w, const struct draft *d)
{
	jw_key(w, "sections");
	jw_open(w, '[');
	for (size_t i = 0; i < d->section_count; i++) {
		const struct section *section = &d->sections[i];
		jw_open(w, '{');
		jw_put_str(w, "kind", str_c(section_names[section->kind]));
		jw_key(w, "sentences");
		jw_open(w, '[');
		for (size_t k = 0; k < section->sentence_count; k++)
			put_sentence(w, &section->sentences[k]);
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_disagreements(struct jw *w, const struct draft *d)
{
	jw_key(w, "disagreements");
	jw_open(w, '[');
	for (size_t i = 0; i < d->disagreement_count; i++) {
		const struct disagreement *row = &d->disagreements[i];
		jw_open(w, '{');
		jw_put_str(w, "subject", row->subject);
		jw_key(w, "figures");
		jw_open(w, '[');
		for (size_t k = 0; k < row->figure_count; k++) {
			jw_open(w, '{');
			jw_put_str(w, "figure", row->figures[k].figure);
			jw_key(w, "cite");
			put_cite(w, row->figures[k].cite);
			jw_close(w, '}');
		}
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

void model_put_draft(struct jw *w, const struct draft *d)
{
	jw_open(w, '{');
	jw_put_str(w, "language", d->language);
	jw_put_str(w, "writer", d->writer);
	jw_key(w, "headline");
	put_sentence(w, &d->headline);
	jw_key(w, "standfirst");
	put_sentence(w, &d->standfirst);
	put_sections(w, d);
	jw_key(w, "moments");
	jw_open(w, '[');
	for (size_t i = 0; i < d->moment_count; i++) {
		jw_open(w, '{');
		put_when(w, "when", d->moments[i].when);
		jw_key(w, "what");
		put_sentence(w, &d->moments[i].what);
		jw_close(w, '}');
	}
	jw_close(w, ']');
	put_disagreements(w, d);
	jw_key(w, "tags");
	jw_open(w, '[');
	for (size_t i = 0; i < d->tag_count; i++) {
		jw_open(w, '{');
		jw_put_str(w, "kind", str_c(tag_kind_names[d->tags[i].kind]));
		jw_put_str(w, "name", d->tags[i].name);
		jw_close(w, '}');
	}
	jw_close(w, ']');
	jw_close(w, '}');
}

void model_put_finding(struct jw *w, const struct finding *f)
{
	jw_open(w, '{');
	jw_put_int(w, "sentence", (int64_t)f->sentence);
	jw_put_int(w, "start", (int64_t)f->span.start);
	jw_put_int(w, "length", (int64_t)f->span.length);
	jw_put_str(w, "kind", f->kind);
	jw_put_str(w, "tier", str_c(tier_names[f->tier]));
	jw_put_str(w, "explain", f->explain);
	if (f->has_evidence) {
		jw_key(w, "evidence");
		put_cite(w, f->evidence);
	}
	jw_close(w, '}');
}

/* ---- reading ---- */

struct reading {
	struct arena *a;
	size_t report_count;
	struct err *err;
};

struct when model_get_when(const struct jv *object, const char *key)
{
	struct when when = WHEN_UNKNOWN;
	if (!when_parse_rfc3339(jv_str(object, key), &when))
		return WHEN_UNKNOWN;
	return when;
}

static bool find_name(struct str name, const char *const *names, size_t count, size_t *index)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(name, str_c(names[i]))) {
			*index = i;
			return true;
		}
	return false;
}

static bool get_cite(struct reading *r, const struct jv *from, struct cite *cite)
{
	if (!from || from->type != JV_ARRAY || from->n != 3)
		return err_set(r->err, ERR_INPUT, "a cite is not [report, start, length]");
	for (size_t i = 0; i < 3; i++)
		if (from->items[i].type != JV_INTEGER || from->items[i].integer < 0)
			return err_set(r->err, ERR_INPUT, "a cite holds something else than whole numbers");
	*cite = (struct cite){.report = (size_t)from->items[0].integer,
		.span = {(size_t)from->items[1].integer, (size_t)from->items[2].integer}};
	if (cite->report >= r->report_count)
		return err_set(
			r->err, ERR_INPUT, "a cite names report %zu of %zu", cite->report, r->report_count);
	return true;
}

static bool get_sentence(struct reading *r, const struct jv *from, struct draft_sentence *s)
{
	size_t wording = 0;
	s->text = jv_str(from, "text");
	s->speaker = jv_str(from, "speaker");
	if (!find_name(jv_str(from, "wording"), wording_names, 3, &wording))
		return err_set(r->err, ERR_INPUT, "a sentence of a draft without a known wording");
	s->wording = (enum wording)wording;
	JV_EACH (item, jv_get(from, "cites"))
		if (!get_cite(r, item, VEC_ADD(r->a, &s->cites)))
			return false;
	return true;
}

static bool get_sections(struct reading *r, const struct jv *from, struct draft *d)
{
	d->sections = ARENA_ARRAY(r->a, struct section, from ? from->n : 0);
	JV_EACH (item, from) {
		struct section *section = &d->sections[d->section_count++];
		const struct jv *sentences = jv_get(item, "sentences");
		size_t kind = 0;
		if (!find_name(jv_str(item, "kind"), section_names, SECTION_COUNT, &kind))
			return err_set(r->err, ERR_INPUT, "a section of unknown kind");
		section->kind = (enum section_kind)kind;
		section->sentences = ARENA_ARRAY(r->a, struct draft_sentence, sentences ? sentences->n : 0);
		JV_EACH (sentence, sentences)
			if (!get_sentence(r, sentence, &section->sentences[section->sentence_count++]))
				return false;
	}
	return true;
}

static bool get_disagreements(struct reading *r, const struct jv *from, struct draft *d)
{
	d->disagreements = ARENA_ARRAY(r->a, struct disagreement, from ? from->n : 0);
	JV_EACH (item, from) {
		struct disagreement *row = &d->disagreements[d->disagreement_count++];
		const struct jv *figures = jv_get(item, "figures");
		row->subject = jv_str(item, "subject");
		row->figures = ARENA_ARRAY(r->a, struct differing_figure, figures ? figures->n : 0);
		JV_EACH (figure, figures) {
			struct differing_figure *to = &row->figures[row->figure_count++];
			to->figure = jv_str(figure, "figure");
			if (!get_cite(r, jv_get(figure, "cite"), &to->cite))
				return false;
		}
	}
	return true;
}

bool model_get_draft(
	struct arena *a, const struct jv *from, size_t report_count, struct draft *d, struct err *err)
{
	struct reading r = {a, report_count, err};
	const struct jv *moments = jv_get(from, "moments"), *tags = jv_get(from, "tags");
	*d = (struct draft){.language = jv_str(from, "language"), .writer = jv_str(from, "writer")};
	if (!get_sentence(&r, jv_get(from, "headline"), &d->headline) ||
		!get_sentence(&r, jv_get(from, "standfirst"), &d->standfirst) ||
		!get_sections(&r, jv_get(from, "sections"), d) ||
		!get_disagreements(&r, jv_get(from, "disagreements"), d))
		return false;
	d->moments = ARENA_ARRAY(a, struct moment, moments ? moments->n : 0);
	JV_EACH (item, moments) {
		struct moment *moment = &d->moments[d->moment_count++];
		moment->when = model_get_when(item, "when");
		if (!get_sentence(&r, jv_get(item, "what"), &moment->what))
			return false;
	}
	d->tags = ARENA_ARRAY(a, struct tag, tags ? tags->n : 0);
	JV_EACH (item, tags) {
		size_t kind = 0;
		if (!find_name(jv_str(item, "kind"), tag_kind_names, 4, &kind))
			return err_set(err, ERR_INPUT, "a tag of unknown kind");
		d->tags[d->tag_count++] = (struct tag){(enum tag_kind)kind, jv_str(item, "name")};
	}
	return true;
}
