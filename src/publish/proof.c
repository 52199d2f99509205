/* proof.json: every sentence of a story with what it rests on, so that a reader can repeat the
 * check. publish.h documents the members. */
#include "publish/render.h"

static void put_when(struct jw *w, struct arena *a, const char *key, struct when when)
{
	jw_put_str_if(w, key, when_rfc3339(a, when));
}

static void put_kinds(struct jw *w)
{
	jw_key(w, "check");
	jw_open(w, '{');
	jw_put_str(w, "version", STR(CHECK_VERSION));
	jw_key(w, "kinds");
	jw_open(w, '[');
	for (size_t i = 0; check_kinds[i]; i++)
		jw_str(w, str_c(check_kinds[i]));
	jw_close(w, ']');
	jw_close(w, '}');
}

static void put_cite(struct jw *w, struct arena *a, const struct report *report,
	const struct cite *cite, struct extract extract)
{
	struct str sentence = span_text(report->text, cite->span);
	struct str hash = hash_sha256(a, text_fold(a, sentence));
	jw_open(w, '{');
	jw_put_str(w, "url", report->url);
	jw_put_str(w, "outlet", plain_text(a, report->outlet));
	put_when(w, a, "published", report->published);
	put_when(w, a, "fetched", report->fetched);
	jw_put_str_if(w, "text_hash", report->text_hash);
	jw_put_str_if(w, "page_hash", report->page_hash);
	jw_put_int(w, "start", (int64_t)cite->span.start);
	jw_put_int(w, "length", (int64_t)cite->span.length);
	jw_put_str(w, "sentence_hash", hash);
	if (extract.span.length > 0) {
		jw_put_str(w, "extract", extract_text(report, extract));
		jw_put_bool(w, "is_whole", !extract.is_cut && !extract.is_late);
	}
	jw_close(w, '}');
}

static void put_findings(struct jw *w, const struct check_result *check, size_t index)
{
	jw_key(w, "findings");
	jw_open(w, '[');
	for (size_t i = 0; i < check->findings.n; i++) {
		const struct finding *finding = &check->findings.items[i];
		if (finding->sentence != index)
			continue;
		jw_open(w, '{');
		jw_put_str(w, "kind", finding->kind);
		jw_put_str(w, "tier", str_c(tier_names[finding->tier]));
		jw_put_str(w, "explain", finding->explain);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

/* Which part of the story a sentence belongs to. */
static const char *part_name(const struct draft *draft, size_t index)
{
	if (index < 2)
		return index == 0 ? "headline" : "standfirst";
	for (size_t i = draft->section_count; i > 0; i--)
		if (index >= section_start(draft, i - 1) &&
			index < section_start(draft, i - 1) + draft->sections[i - 1].sentence_count)
			return section_names[draft->sections[i - 1].kind];
	return "timeline";
}

static void put_sentence(struct jw *w, struct arena *a, const struct view *view, size_t index)
{
	static const char *const wordings[] = {"desk", "quote", "headline"};
	const struct note *note = &view->notes[index];
	const struct check_result *check = &view->article->check;
	jw_open(w, '{');
	jw_put_str(w, "part", str_c(part_name(&view->article->draft, index)));
	if (note->is_left_out)
		jw_put_bool(w, "left_out", true);
	else
		jw_put_str(w, "text", note->sentence->text);
	jw_put_str(w, "wording", str_c(wordings[note->sentence->wording]));
	jw_put_str_if(w, "speaker", plain_text(a, note->sentence->speaker));
	if (index < check->sentence_count) {
		jw_put_str(w, "verdict", str_c(verdict_names[check->sentences[index].verdict]));
		put_findings(w, check, index);
	}
	jw_key(w, "cites");
	jw_open(w, '[');
	for (size_t i = 0; i < note->sentence->cites.n; i++) {
		const struct cite *cite = &note->sentence->cites.items[i];
		put_cite(w, a, &view->article->reports[cite->report], cite, note->extracts[i]);
	}
	jw_close(w, ']');
	jw_close(w, '}');
}

static void put_disagreements(struct jw *w, struct arena *a, const struct view *view)
{
	const struct draft *draft = &view->article->draft;
	jw_key(w, "disagreements");
	jw_open(w, '[');
	for (size_t i = 0; i < draft->disagreement_count; i++) {
		const struct disagreement *row = &draft->disagreements[i];
		jw_open(w, '{');
		jw_put_str(w, "subject", row->subject);
		jw_key(w, "figures");
		jw_open(w, '[');
		for (size_t k = 0; k < row->figure_count; k++) {
			const struct cite *cite = &row->figures[k].cite;
			jw_open(w, '{');
			jw_put_str(w, "figure", row->figures[k].figure);
			jw_key(w, "cite");
			put_cite(w, a, &view->article->reports[cite->report], cite, view->figures[i][k]);
			jw_close(w, '}');
		}
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_body(struct jw *w, struct edition *e, const struct view *view)
{
	const struct article *article = view->article;
	jw_put_str(w, "label", label_text(e->a, view));
	jw_put_str(w, "digital_source_type", str_c(digital_source_type(article)));
	jw_put_str(w, "writer", article->draft.writer);
	jw_put_str_if(w, "reviewed_by", plain_text(e->a, article->reviewed_by));
	jw_put_str_if(w, "language", article->draft.language);
	jw_put_int(w, "extract_words", (int64_t)e->site->extract_words);
	put_kinds(w);
	jw_key(w, "sentences");
	jw_open(w, '[');
	for (size_t i = 0; i < view->note_count; i++)
		put_sentence(w, e->a, view, i);
	jw_close(w, ']');
	put_disagreements(w, e->a, view);
}

void render_proof(struct edition *e, const struct view *view)
{
	const struct article *article = view->article;
	struct jw w = {.buf = &e->buf, .indent = 4};
	bool is_withdrawn = article->state == ARTICLE_WITHDRAWN;
	jw_open(&w, '{');
	jw_put_str(&w, "format", STR("wireproof proof 1"));
	jw_put_str(&w, "story", article->story);
	jw_put_str_if(
		&w, "url", absolute_url(e, str_format(e->a, "stories/%.*s/", STR_ARG(article->story))));
	jw_put_str(&w, "state", is_withdrawn ? STR("withdrawn") : STR("published"));
	jw_put_int(&w, "version", article->version);
	put_when(&w, e->a, "published", article->published);
	put_when(&w, e->a, "updated", article->updated);
	if (is_withdrawn) {
		put_when(&w, e->a, "withdrawn", article->withdrawn);
		jw_put_str_if(&w, "reason", article->reason);
		jw_key(&w, "sentences");
		jw_open(&w, '[');
		jw_close(&w, ']');
	} else {
		put_body(&w, e, view);
	}
	jw_close(&w, '}');
	buf_add_char(&e->buf, '\n');
	edition_add(e, str_format(e->a, "stories/%.*s/proof.json", STR_ARG(article->story)));
}
