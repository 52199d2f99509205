#include "desk/parts.h"

struct str record_verdicts(struct arena *a, const struct check_result *check)
{
	struct buf out = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &out};
	jw_open(&w, '{');
	jw_key(&w, "sentences");
	jw_open(&w, '[');
	for (size_t i = 0; i < check->sentence_count; i++) {
		jw_open(&w, '[');
		jw_int(&w, check->sentences[i].verdict);
		jw_int(&w, check->sentences[i].tier);
		jw_real(&w, check->sentences[i].score);
		jw_close(&w, ']');
	}
	jw_close(&w, ']');
	jw_key(&w, "findings");
	jw_open(&w, '[');
	for (size_t i = 0; i < check->findings.n; i++)
		model_put_finding(&w, &check->findings.items[i]);
	jw_close(&w, ']');
	jw_put_bool(&w, "passes", check->passes);
	jw_close(&w, '}');
	struct str json = str_dup(a, buf_str(&out));
	buf_free(&out);
	return json;
}

static void read_finding(
	struct arena *a, const struct jv *from, size_t report_count, struct finding_vec *findings)
{
	struct finding f = {
		.sentence = (size_t)jv_int(from, "sentence", 0),
		.span = {(size_t)jv_int(from, "start", 0), (size_t)jv_int(from, "length", 0)},
		.kind = jv_str(from, "kind"),
		.explain = jv_str(from, "explain"),
	};
	struct str tier = jv_str(from, "tier");
	for (int i = TIER_OK; i <= TIER_ERROR; i++)
		if (str_eq(tier, str_c(tier_names[i])))
			f.tier = (enum tier)i;
	const struct jv *evidence = jv_get(from, "evidence");
	if (evidence && evidence->type == JV_ARRAY && evidence->n == 3) {
		f.evidence = (struct cite){.report = (size_t)evidence->items[0].integer,
			.span = {(size_t)evidence->items[1].integer, (size_t)evidence->items[2].integer}};
		f.has_evidence = f.evidence.report < report_count;
	}
	*VEC_ADD(a, findings) = f;
}

bool read_verdicts(struct arena *a, struct str json, const struct draft *draft, size_t report_count,
	struct check_result *check, struct err *err)
{
	struct jv root;
	if (!jv_parse(a, json, &root, err))
		return err_wrap(err, "verdicts of a draft");
	const struct jv *sentences = jv_get(&root, "sentences");
	*check = (struct check_result){.passes = jv_bool(&root, "passes", false)};
	check->sentences = ARENA_ARRAY(a, struct checked_sentence, sentences ? sentences->n : 0);
	JV_EACH (item, sentences) {
		const struct draft_sentence *s = draft_sentence_at(draft, check->sentence_count);
		if (!s || item->type != JV_ARRAY || item->n != 3)
			return err_set(err, ERR_STORE, "store: the verdicts of a draft do not fit it");
		check->sentences[check->sentence_count++] = (struct checked_sentence){
			.text = s->text,
			.cites = s->cites,
			.verdict = (enum verdict)(item->items[0].integer & 3),
			.tier = (enum tier)(item->items[1].integer & 3),
			.score = item->items[2].real,
		};
	}
	JV_EACH (item, jv_get(&root, "findings"))
		read_finding(a, item, report_count, &check->findings);
	return true;
}

bool save_draft(struct desk *d, struct arena *a, struct draft_row *row, const struct draft *draft,
	const struct check_result *check, const struct report_vec *reports, struct err *err)
{
	struct buf body = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &body};
	model_put_draft(&w, draft);
	row->body = str_dup(a, buf_str(&body));
	buf_free(&body);
	row->verdicts = record_verdicts(a, check);
	row->title = draft->headline.text;
	row->made = d->now;
	if (!store_put_draft(d->store, row, reports->items, reports->n, &row->id, err))
		return false;
	for (size_t i = 0; i < check->findings.n; i++)
		if (!store_put_finding(d->store, row->id, &check->findings.items[i], err))
			return false;
	return true;
}

bool desk_load_draft(struct desk *d, struct arena *a, const struct draft_row *row,
	struct saved_draft *saved, struct err *err)
{
	struct jv root;
	*saved = (struct saved_draft){.row = *row};
	if (!store_draft_reports(d->store, a, row->id, &saved->reports, err))
		return false;
	story_origins(saved->reports.items, saved->reports.n);
	if (!jv_parse(a, row->body, &root, err) ||
		!model_get_draft(a, &root, saved->reports.n, &saved->draft, err))
		return err_wrap(err, "draft %lld", (long long)row->id);
	return read_verdicts(a, row->verdicts, &saved->draft, saved->reports.n, &saved->check, err);
}
