#include "desk/model_parts.h"

static struct str part_of(const struct draft *draft, size_t index)
{
	if (index < 2)
		return index == 0 ? STR("headline") : STR("standfirst");
	size_t at = 2;
	for (size_t i = 0; i < draft->section_count; i++) {
		at += draft->sections[i].sentence_count;
		if (index < at)
			return str_c(section_names[draft->sections[i].kind]);
	}
	return STR("timeline");
}

void making_add_faults(struct arena *a, struct making *making, int round, const struct draft *draft,
	const struct check_result *check, const char *const *outcomes)
{
	for (size_t i = 0; i < check->findings.n; i++) {
		const struct finding *f = &check->findings.items[i];
		if (f->sentence >= check->sentence_count || !outcomes[f->sentence])
			continue;
		*VEC_ADD(a, &making->faults) = (struct fault){
			.round = round,
			.part = part_of(draft, f->sentence),
			.text = draft_sentence_at(draft, f->sentence)->text,
			.kind = f->kind,
			.explain = f->explain,
			.tier = f->tier,
			.outcome = outcomes[f->sentence],
		};
	}
}

bool making_is_poisoned(const struct model_evidence *evidence, struct cite cite)
{
	for (size_t i = 0; i < evidence->left_out.n; i++) {
		const struct left_out *left = &evidence->left_out.items[i];
		size_t start = left->cite.span.start, end = start + left->cite.span.length;
		if (left->why == LEFT_INJECTION && left->cite.report == cite.report &&
			cite.span.start < end && start < cite.span.start + cite.span.length)
			return true;
	}
	return false;
}

struct str making_tell_faults(struct arena *a, const struct draft *draft,
	const struct check_result *check, const bool *fails, const struct report_vec *reports,
	const struct model_evidence *evidence, size_t bytes_max)
{
	struct buf b = BUF(LIMIT_TEXT);
	for (size_t i = 0; i < check->findings.n; i++) {
		const struct finding *f = &check->findings.items[i];
		if (f->sentence >= check->sentence_count || !fails[f->sentence] || b.n > bytes_max)
			continue;
		struct str part = part_of(draft, f->sentence);
		buf_addf(&b, "- in %.*s, \"%.*s\": %.*s: %.*s", STR_ARG(part),
			STR_ARG(draft_sentence_at(draft, f->sentence)->text), STR_ARG(f->kind),
			STR_ARG(f->explain));
		if (f->has_evidence && f->evidence.report < reports->n &&
			!making_is_poisoned(evidence, f->evidence)) {
			struct str text = reports->items[f->evidence.report].text;
			struct str words = text_squeeze(a, span_text(text, f->evidence.span));
			if (words.n)
				buf_addf(&b, "; the source says: %.*s", STR_ARG(utf8_cut(words, 300)));
		}
		buf_add_char(&b, '\n');
	}
	struct str told = str_dup(a, str_trim(utf8_cut(buf_str(&b), bytes_max)));
	buf_free(&b);
	return told;
}

static void put_left_out(struct jw *w, const struct model_evidence *evidence)
{
	jw_put_int(w, "offered", (int64_t)evidence->cites.n);
	jw_key(w, "left_out");
	jw_open(w, '[');
	for (size_t i = 0; i < evidence->left_out.n; i++) {
		const struct left_out *left = &evidence->left_out.items[i];
		jw_open(w, '[');
		jw_int(w, (int64_t)left->cite.report);
		jw_int(w, (int64_t)left->cite.span.start);
		jw_int(w, (int64_t)left->cite.span.length);
		jw_str(w, str_c(left_why_names[left->why]));
		jw_close(w, ']');
	}
	jw_close(w, ']');
}

static void put_faults(struct jw *w, const struct making *making)
{
	jw_key(w, "faults");
	jw_open(w, '[');
	for (size_t i = 0; i < making->faults.n; i++) {
		const struct fault *f = &making->faults.items[i];
		jw_open(w, '{');
		jw_put_int(w, "round", f->round);
		jw_put_str(w, "part", f->part);
		jw_put_str(w, "text", f->text);
		jw_put_str(w, "kind", f->kind);
		jw_put_str(w, "tier", str_c(tier_names[f->tier]));
		jw_put_str(w, "explain", f->explain);
		jw_put_str(w, "outcome", str_c(f->outcome));
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_server(struct jw *w, const struct model_desk *m)
{
	jw_put_str(w, "model", m->server.name);
	jw_put_str(w, "api", str_c(model_api_names[m->server.api]));
	jw_put_str(w, "prompt", STR(MODEL_PROMPT));
	jw_put_int(w, "probe", m->probe);
}

struct str making_json(struct arena *a, const struct model_desk *m, const struct making *making,
	const struct model_evidence *evidence, const struct model_share *share)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	jw_open(&w, '{');
	jw_put_str(&w, "writer", STR("model"));
	put_server(&w, m);
	jw_key(&w, "answers");
	jw_open(&w, '[');
	for (size_t i = 0; i < making->answers.n; i++)
		jw_int(&w, making->answers.items[i]);
	jw_close(&w, ']');
	jw_put_str_if(&w, "repair_failed", making->repair_why);
	put_left_out(&w, evidence);
	jw_put_real(&w, "copied_share", share->copied);
	jw_put_real(&w, "ordered_share", share->ordered);
	put_faults(&w, making);
	jw_close(&w, '}');
	struct str json = str_dup(a, buf_str(&b));
	buf_free(&b);
	return json;
}

struct str model_fallback(struct arena *a, struct model_desk *m, struct str why)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	jw_open(&w, '{');
	jw_put_str(&w, "writer", STR("extract"));
	jw_put_str(&w, "reason", why);
	put_server(&w, m);
	jw_close(&w, '}');
	struct str json = str_dup(a, buf_str(&b));
	buf_free(&b);
	return json;
}
