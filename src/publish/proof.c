/* proof.json: every sentence of a story with what it rests on, chained to the version before and
 * signed, so that a stranger can repeat the check. docs/proof.md documents the members. */
#include "publish/render.h"
#include "publish/verify.h"

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

static size_t count_words(struct str canonical)
{
	size_t n = canonical.n > 0;
	for (size_t i = 0; i < canonical.n; i++)
		n += canonical.p[i] == ' ';
	return n;
}

static void put_cite(struct jw *w, struct arena *a, const struct article *article,
	const struct cite *cite, struct extract extract)
{
	const struct report *report = &article->reports[cite->report];
	struct str words = text_canonical(a, span_text(report->text, cite->span));
	jw_open(w, '{');
	jw_put_int(w, "report", (int64_t)cite->report);
	jw_put_str(w, "url", report->url);
	put_when(w, a, "fetched", report->fetched);
	jw_put_str_if(w, "text_hash", report->text_hash);
	jw_put_str_if(w, "page_hash", report->page_hash);
	jw_put_int(w, "start", (int64_t)cite->span.start);
	jw_put_int(w, "length", (int64_t)cite->span.length);
	jw_put_int(w, "words", (int64_t)count_words(words));
	jw_put_str(w, "sentence_hash", hash_sha256(a, words));
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
		jw_put_int(w, "start", (int64_t)finding->span.start);
		jw_put_int(w, "length", (int64_t)finding->span.length);
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

/* The moment that a sentence of the timeline stands at. */
static struct when moment_of(const struct draft *draft, size_t index)
{
	size_t first = section_start(draft, draft->section_count);
	return index >= first && index - first < draft->moment_count
		? draft->moments[index - first].when
		: WHEN_UNKNOWN;
}

static void put_said(
	struct jw *w, struct arena *a, const struct article *article, const struct note *note)
{
	const struct draft_sentence *s = note->sentence;
	struct str claim =
		str_format(a, "%.*s %.*s", STR_ARG(article->story), STR_ARG(text_canonical(a, s->text)));
	jw_put_str(w, "claim", str_sub(hash_sha256(a, claim), 0, CLAIM_DIGITS));
	if (note->is_left_out) {
		jw_put_bool(w, "left_out", true);
		return;
	}
	jw_put_str(w, "text", plain_text(a, s->text));
	struct when anchor =
		s->cites.n ? article->reports[s->cites.items[0].report].published : article->published;
	slots_put(w, a, s, article->draft.language, anchor);
}

static void put_sentence(struct jw *w, struct arena *a, const struct view *view, size_t index)
{
	static const char *const wordings[] = {"desk", "quote", "headline"};
	const struct note *note = &view->notes[index];
	const struct check_result *check = &view->article->check;
	jw_open(w, '{');
	jw_put_str(w, "part", str_c(part_name(&view->article->draft, index)));
	put_when(w, a, "when", moment_of(&view->article->draft, index));
	put_said(w, a, view->article, note);
	jw_put_str(w, "wording", str_c(wordings[note->sentence->wording]));
	jw_put_str_if(w, "speaker", plain_text(a, note->sentence->speaker));
	if (index < check->sentence_count) {
		jw_put_str(w, "verdict", str_c(verdict_names[check->sentences[index].verdict]));
		put_findings(w, check, index);
	}
	jw_key(w, "cites");
	jw_open(w, '[');
	for (size_t i = 0; i < note->sentence->cites.n; i++)
		put_cite(w, a, view->article, &note->sentence->cites.items[i], note->extracts[i]);
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
			put_cite(w, a, view->article, cite, view->figures[i][k]);
			jw_close(w, '}');
		}
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_reports(struct jw *w, struct arena *a, const struct article *article)
{
	jw_key(w, "reports");
	jw_open(w, '[');
	for (size_t i = 0; i < article->report_count; i++) {
		const struct report *report = &article->reports[i];
		jw_open(w, '{');
		jw_put_str(w, "outlet", plain_text(a, report->outlet));
		jw_put_str(w, "url", report->url);
		jw_put_str_if(w, "language", report->language);
		jw_put_str_if(w, "owner", report->owner);
		jw_put_str_if(w, "licence", report->licence);
		put_when(w, a, "published", report->published);
		put_when(w, a, "fetched", report->fetched);
		jw_put_str_if(w, "text_hash", report->text_hash);
		jw_put_str_if(w, "page_hash", report->page_hash);
		jw_put_str(w, "title_hash", hash_sha256(a, text_canonical(a, report->title)));
		jw_put_int(w, "origin", report->origin);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_corrections(struct jw *w, struct arena *a, const struct article *article)
{
	jw_key(w, "corrections");
	jw_open(w, '[');
	for (size_t i = 0; i < article->correction_count; i++) {
		const struct correction *correction = &article->corrections[i];
		jw_open(w, '{');
		put_when(w, a, "at", correction->at);
		jw_put_str_if(w, "who", plain_text(a, correction->who));
		jw_put_str(w, "note", plain_text(a, correction->note));
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
	put_when(w, e->a, "checked", article->checked);
	put_kinds(w);
	jw_put_str(w, "extractor", STR(PAGE_VERSION));
	put_corrections(w, e->a, article);
	put_reports(w, e->a, article);
	jw_key(w, "sentences");
	jw_open(w, '[');
	for (size_t i = 0; i < view->note_count; i++)
		put_sentence(w, e->a, view, i);
	jw_close(w, ']');
	put_disagreements(w, e->a, view);
}

static void put_withdrawal(struct jw *w, struct arena *a, const struct article *article)
{
	put_when(w, a, "withdrawn", article->withdrawn);
	jw_put_str_if(w, "reason", plain_text(a, article->reason));
	jw_key(w, "sentences");
	jw_open(w, '[');
	jw_close(w, ']');
}

/* ---- the chain ---- */

/* The proofs before this one: the hash of each, oldest first. */
struct chain {
	struct str_vec history;
};

/* The chain that the last proof stands in, and when `goes_on` that proof itself too. */
static struct chain read_chain(struct arena *a, struct str last, bool goes_on)
{
	struct chain chain = {0};
	struct jv root;
	struct err ignored;
	if (last.n == 0 || !jv_parse(a, last, &root, &ignored))
		return chain;
	JV_EACH (item, jv_get(jv_get(&root, "chain"), "history"))
		*VEC_ADD(a, &chain.history) = item->string;
	if (goes_on)
		*VEC_ADD(a, &chain.history) = hash_sha256(a, last);
	return chain;
}

static void put_chain(struct jw *w, const struct chain *chain)
{
	size_t n = chain->history.n;
	jw_key(w, "chain");
	jw_open(w, '{');
	jw_put_int(w, "sequence", (int64_t)n + 1);
	if (n)
		jw_put_str(w, "previous", chain->history.items[n - 1]);
	jw_key(w, "history");
	jw_open(w, '[');
	for (size_t i = 0; i < n; i++)
		jw_str(w, chain->history.items[i]);
	jw_close(w, ']');
	jw_close(w, '}');
}

/* ---- the file ---- */

static void put_desk(struct jw *w, struct edition *e)
{
	jw_key(w, "desk");
	jw_open(w, '{');
	jw_put_str(w, "title", plain_text(e->a, e->site->title));
	jw_put_str_if(w, "url", e->site->base_url);
	jw_close(w, '}');
}

/* The signature covers every byte before it: docs/proof.md says where those end. */
static void add_signature(struct edition *e)
{
	const struct signing_key *key = e->site->key;
	if (key) {
		struct str signature = sign(e->a, key, buf_str(&e->buf));
		buf_addf(&e->buf,
			PROOF_SIGNATURE_MARK "{\"algorithm\": \"Ed25519\", \"key\": \"%.*s\", "
								 "\"value\": \"%.*s\"}",
			STR_ARG(signing_key_name(e->a, key)), STR_ARG(signature));
	}
	buf_add_c(&e->buf, "\n}\n");
}

static void write_proof(struct edition *e, const struct view *view, const struct chain *chain)
{
	const struct article *article = view->article;
	struct jw w = {.buf = &e->buf, .indent = 4};
	bool is_withdrawn = article->state == ARTICLE_WITHDRAWN;
	buf_clear(&e->buf);
	jw_open(&w, '{');
	jw_put_str(&w, "format", STR(PROOF_FORMAT));
	put_desk(&w, e);
	jw_put_str(&w, "story", article->story);
	jw_put_str_if(
		&w, "url", absolute_url(e, str_format(e->a, "stories/%.*s/", STR_ARG(article->story))));
	jw_put_str(&w, "state", is_withdrawn ? STR("withdrawn") : STR("published"));
	jw_put_int(&w, "version", article->version);
	put_when(&w, e->a, "published", article->published);
	put_when(&w, e->a, "updated", article->updated);
	put_chain(&w, chain);
	if (!e->is_failed)
		jw_put_str(
			&w, "page_words_hash", article_words_hash(e->a, e->files->items[view->page].bytes));
	if (is_withdrawn)
		put_withdrawal(&w, e->a, article);
	else
		put_body(&w, e, view);
	add_signature(e);
}

/* The page was rendered first, since the proof says what words it has; now it learns the proof's
 * hash. */
static void tell_page(struct edition *e, const struct view *view, struct str hash)
{
	struct str page = e->files->items[view->page].bytes;
	size_t at = str_find(page, STR(PROOF_META PROOF_META_EMPTY), 0);
	BUG_ON(at == STR_NONE);
	memcpy(
		(char *)page.p + at + STR(PROOF_META).n, hash.p, hash.n); /* edition_add made the bytes */
}

void render_proof(struct edition *e, const struct view *view)
{
	struct str last = view->article->last_proof;
	struct chain chain = read_chain(e->a, last, false);
	write_proof(e, view, &chain);
	/* Another proof than the last one is its successor. */
	if (last.n && !str_eq(buf_str(&e->buf), last)) {
		chain = read_chain(e->a, last, true);
		write_proof(e, view, &chain);
	}
	if (!e->is_failed)
		tell_page(e, view, hash_sha256(e->a, buf_str(&e->buf)));
	edition_add(e, str_format(e->a, "stories/%.*s/proof.json", STR_ARG(view->article->story)));
}
