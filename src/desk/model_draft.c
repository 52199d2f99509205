#include "desk/model_parts.h"

/* Where the sentences of the body begin in draft_sentence_at's counting. */
#define BODY 2

struct loop {
	struct model_desk *m;
	struct arena *a;
	const struct report_vec *reports;
	struct when now;
	struct model_evidence evidence;
	const struct draft *extract;
	struct model_result *result;
	struct making making;
};

/* A draft with what the check and the rules of an article say of it. */
struct judged {
	struct draft draft;
	struct check_result check;
	bool *fails; /* by sentence */
	size_t failing;
};

/* ---- Judging ---- */

/* Nothing that a model writes is let through on trust: every finding counts, but for figures that
 * differ between sources, which readers are told of. */
static void mark_failing(struct loop *l, struct judged *j)
{
	j->fails = ARENA_ARRAY(l->a, bool, j->check.sentence_count + 1);
	j->failing = 0;
	for (size_t i = 0; i < j->check.findings.n; i++) {
		const struct finding *f = &j->check.findings.items[i];
		bool counts = f->tier != TIER_OK && !str_eq(f->kind, STR("disagreement"));
		if (f->sentence < j->check.sentence_count && counts)
			j->fails[f->sentence] = true;
	}
	for (size_t i = 0; i < j->check.sentence_count; i++) {
		j->fails[i] = j->fails[i] || j->check.sentences[i].verdict != VERDICT_SUPPORTED;
		j->failing += j->fails[i];
	}
}

/* The reports cut down to the sentences that one sentence of the draft cites. */
static struct report *cited_alone(struct loop *l, const struct draft_sentence *s, size_t *count)
{
	struct report *cited = ARENA_ARRAY(l->a, struct report, s->cites.n);
	*count = 0;
	for (size_t i = 0; i < s->cites.n; i++) {
		struct cite cite = s->cites.items[i];
		struct report *r = &cited[(*count)++];
		*r = l->reports->items[cite.report];
		r->text = span_text(r->text, cite.span);
		r->title = STR("");
	}
	return cited;
}

static bool has_finding(const struct check_result *check, size_t sentence, struct str kind)
{
	for (size_t i = 0; i < check->findings.n; i++)
		if (check->findings.items[i].sentence == sentence &&
			str_eq(check->findings.items[i].kind, kind))
			return true;
	return false;
}

/* The check of a draft is lenient with short sentences, since the desk's own templates are short. A
 * model's are held against what they cite as a stranger's text would be. */
static void add_unsupported(struct loop *l, struct judged *j)
{
	const struct draft_sentence *s;
	for (size_t i = 0; (s = draft_sentence_at(&j->draft, i)); i++) {
		struct check_result alone;
		size_t count;
		if (s->cites.n == 0 || has_finding(&j->check, i, STR("unsupported")))
			continue;
		struct report *cited = cited_alone(l, s, &count);
		check_text(l->a, s->text, i == 0, cited, count, l->now, &alone);
		for (size_t k = 0; k < alone.findings.n; k++) {
			struct finding f = alone.findings.items[k];
			if (!str_eq(f.kind, STR("unsupported")))
				continue;
			f.sentence = i;
			f.has_evidence = false; /* its offsets count in what was cut down */
			*VEC_ADD(l->a, &j->check.findings) = f;
			break;
		}
	}
}

static void check_once(struct loop *l, struct judged *j)
{
	check_draft(l->a, &j->draft, l->reports->items, l->reports->n, l->now, &j->check);
	write_model_faults(l->a, &j->draft, &j->check.findings);
	add_unsupported(l, j);
	mark_failing(l, j);
}

static struct draft copy_draft(struct arena *a, const struct draft *from)
{
	struct draft to = *from;
	to.sections = ARENA_ARRAY(a, struct section, from->section_count);
	for (size_t i = 0; i < from->section_count; i++) {
		size_t n = from->sections[i].sentence_count;
		to.sections[i] = from->sections[i];
		to.sections[i].sentences = ARENA_ARRAY(a, struct draft_sentence, n);
		for (size_t k = 0; k < n; k++)
			to.sections[i].sentences[k] = from->sections[i].sentences[k];
	}
	return to;
}

/* The sentences of all the story's reports that carry a text best, but for poisoned ones. Words in
 * quotation marks stand in one place and so do who says them; a second place would only lend the
 * speaker's name. */
static struct cite_vec find_support(struct loop *l, struct str text, bool is_headline)
{
	struct check_result found;
	struct cite_vec cites = {0};
	size_t most = text_quotations(l->a, text, l->evidence.language).n ? 1 : SIZE_MAX;
	check_text(l->a, text, is_headline, l->reports->items, l->reports->n, l->now, &found);
	for (size_t i = 0; i < found.sentence_count; i++)
		for (size_t k = 0; k < found.sentences[i].cites.n; k++) {
			struct cite cite = found.sentences[i].cites.items[k];
			if (cites.n < most && !making_is_poisoned(&l->evidence, cite))
				*VEC_ADD(l->a, &cites) = cite;
		}
	return cites;
}

/* Checks a draft; what does not hold against the sentences it cites is held against all of the
 * story, since a model often says the right thing and cites its neighbour. */
static void judge(struct loop *l, struct judged *j)
{
	check_once(l, j);
	if (j->failing == 0)
		return;
	struct judged trial = {.draft = copy_draft(l->a, &j->draft)};
	bool has_other = false;
	for (size_t i = 0; i < j->check.sentence_count; i++) {
		struct draft_sentence *s = draft_sentence_at(&trial.draft, i);
		struct cite_vec cites = {0};
		if (j->fails[i])
			cites = find_support(l, s->text, i == 0);
		if (cites.n) {
			s->cites = cites;
			has_other = true;
		}
	}
	if (!has_other)
		return;
	check_once(l, &trial);
	bool is_better = false;
	for (size_t i = 0; i < j->check.sentence_count; i++)
		if (j->fails[i] && !trial.fails[i]) {
			*draft_sentence_at(&j->draft, i) = *draft_sentence_at(&trial.draft, i);
			is_better = true;
		}
	if (is_better)
		check_once(l, j);
}

/* ---- Asking ---- */

/* The answer of a call, as a judged draft; or result->state says ASKS or FAILED. False when the
 * store fails. */
static bool read_answer(struct loop *l, const struct model_call *call, const char *stage,
	struct judged *j, struct str *text, struct err *err)
{
	struct model_found found;
	struct err why;
	struct model_result *r = l->result;
	if (!model_find(l->m, l->a, call->key, &found, err))
		return false;
	r->state = MODEL_DRAFT;
	if (!found.is_known) {
		r->state = MODEL_ASKS;
		r->call = *call;
		r->stage = stage;
		return true;
	}
	if (found.why.n == 0) {
		*VEC_ADD(l->a, &l->making.answers) = found.row.id;
		*text = found.row.text;
		if (write_model_draft(l->a, &l->m->server, &l->evidence, found.row.text, &j->draft, &why)) {
			judge(l, j);
			return true;
		}
		found.why = str_dup(l->a, str_c(why.msg));
	}
	r->state = MODEL_FAILED;
	r->why = found.why;
	return true;
}

/* ---- Settling what failed twice ---- */

static bool is_same_place(struct cite x, struct cite y)
{
	return x.report == y.report && x.span.start < y.span.start + y.span.length &&
		y.span.start < x.span.start + x.span.length;
}

static bool shares_cite(const struct draft_sentence *x, const struct draft_sentence *y)
{
	for (size_t i = 0; i < x->cites.n; i++)
		for (size_t k = 0; k < y->cites.n; k++)
			if (is_same_place(x->cites.items[i], y->cites.items[k]))
				return true;
	return false;
}

static bool rests_on_poison(const struct loop *l, const struct draft_sentence *s)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (making_is_poisoned(&l->evidence, s->cites.items[i]))
			return true;
	return false;
}

/* The extractive writer's sentence about the same source sentence, which is the source's own words;
 * each is taken once. NULL when there is none. */
static const struct draft_sentence *own_words_for(
	struct loop *l, const struct draft_sentence *s, bool *is_taken)
{
	size_t at = BODY;
	for (size_t i = 0; l->extract && i < l->extract->section_count; i++)
		for (size_t k = 0; k < l->extract->sections[i].sentence_count; k++, at++) {
			const struct draft_sentence *own = &l->extract->sections[i].sentences[k];
			if (is_taken[at] || l->extract->sections[i].kind == SECTION_DIFFER ||
				!shares_cite(own, s) || rests_on_poison(l, own))
				continue;
			is_taken[at] = true;
			return own;
		}
	return NULL;
}

static size_t count_sentences(const struct draft *d)
{
	size_t n = 0;
	while (d && draft_sentence_at(d, n))
		n++;
	return n;
}

/* Replaces or drops the sentences of the body that fail, and records what became of every fault.
 * Headline and standfirst stay: they hold the draft. */
static void settle(struct loop *l, struct judged *j)
{
	size_t n = j->check.sentence_count;
	bool *is_dropped = ARENA_ARRAY(l->a, bool, n + 1);
	bool *is_taken = ARENA_ARRAY(l->a, bool, count_sentences(l->extract) + 1);
	const char **outcomes = ARENA_ARRAY(l->a, const char *, n + 1);
	const struct draft_sentence **own = ARENA_ARRAY(l->a, const struct draft_sentence *, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (!j->fails[i])
			continue;
		if (i >= BODY)
			own[i] = own_words_for(l, draft_sentence_at(&j->draft, i), is_taken);
		is_dropped[i] = i >= BODY && !own[i];
		outcomes[i] = i < BODY ? "held" : own[i] ? "replaced" : "dropped";
		l->result->dropped += i >= BODY;
	}
	making_add_faults(l->a, &l->making, 2, &j->draft, &j->check, outcomes);
	for (size_t i = BODY; i < n; i++)
		if (own[i])
			*draft_sentence_at(&j->draft, i) = *own[i];
	draft_drop(&j->draft, is_dropped);
}

/* ---- What the desk adds from its own knowledge of the story ---- */

static void add_moments(struct loop *l, struct draft *d)
{
	d->moments = ARENA_ARRAY(l->a, struct moment, l->extract->moment_count);
	for (size_t i = 0; i < l->extract->moment_count; i++)
		if (!rests_on_poison(l, &l->extract->moments[i].what))
			d->moments[d->moment_count++] = l->extract->moments[i];
}

static bool is_poisoned_row(const struct loop *l, const struct disagreement *row)
{
	for (size_t i = 0; i < row->figure_count; i++)
		if (making_is_poisoned(&l->evidence, row->figures[i].cite))
			return true;
	return false;
}

/* Where the sources differ: the desk counts that itself. */
static void add_differences(struct loop *l, struct draft *d)
{
	d->disagreements = ARENA_ARRAY(l->a, struct disagreement, l->extract->disagreement_count);
	for (size_t i = 0; i < l->extract->disagreement_count; i++)
		if (!is_poisoned_row(l, &l->extract->disagreements[i]))
			d->disagreements[d->disagreement_count++] = l->extract->disagreements[i];
	if (d->disagreement_count < l->extract->disagreement_count)
		return; /* its sentences may speak of the row that is gone */
	struct section *all = ARENA_ARRAY(l->a, struct section, SECTION_COUNT + 1);
	size_t n = 0;
	for (int kind = 0; kind < SECTION_COUNT; kind++) {
		const struct draft *from = kind == SECTION_DIFFER ? l->extract : d;
		for (size_t i = 0; i < from->section_count; i++)
			if (from->sections[i].kind == (enum section_kind)kind)
				all[n++] = from->sections[i];
	}
	d->sections = all;
	d->section_count = n;
}

/* Names that stand in what the model was offered. */
static void add_tags(struct loop *l, struct draft *d)
{
	d->tags = ARENA_ARRAY(l->a, struct tag, l->extract->tag_count);
	for (size_t i = 0; i < l->extract->tag_count; i++) {
		struct span found;
		if (text_find_folded(l->a, l->evidence.text, l->extract->tags[i].name, &found))
			d->tags[d->tag_count++] = l->extract->tags[i];
	}
}

/* A finding against headline or standfirst holds the draft, of whatever tier it is. */
static void hold_heads(struct check_result *check, const bool *fails)
{
	for (size_t i = 0; i < BODY && i < check->sentence_count; i++) {
		if (!fails[i])
			continue;
		check->passes = false;
		check->sentences[i].tier = TIER_ERROR;
		for (size_t k = 0; k < check->findings.n; k++)
			if (check->findings.items[k].sentence == i)
				check->findings.items[k].tier = TIER_ERROR;
	}
}

static void finish(struct loop *l, struct judged *j)
{
	struct model_result *r = l->result;
	bool has_body = j->draft.section_count > 0;
	r->draft = copy_draft(l->a, &j->draft);
	if (l->extract) {
		add_moments(l, &r->draft);
		add_differences(l, &r->draft);
		add_tags(l, &r->draft);
	}
	size_t dropped;
	desk_gate(l->a, &r->draft, l->reports, l->now, &r->check, &dropped);
	r->dropped += dropped;
	bool fails[BODY] = {j->fails[0], j->fails[1]};
	hold_heads(&r->check, fails);
	if (!has_body) {
		r->check.passes = false;
		*VEC_ADD(l->a, &r->check.findings) = (struct finding){.sentence = 1,
			.kind = STR("unsupported"),
			.tier = TIER_ERROR,
			.explain = STR("no sentence of the model's article held")};
	}
	struct model_share share = write_model_share(l->a, &r->draft, l->reports->items, l->reports->n);
	r->making = making_json(l->a, l->m, &l->making, &l->evidence, &share);
	r->state = MODEL_DRAFT;
}

/* ---- The loop ---- */

static void note_sent_back(struct loop *l, const struct judged *j)
{
	const char **outcomes = ARENA_ARRAY(l->a, const char *, j->check.sentence_count + 1);
	for (size_t i = 0; i < j->check.sentence_count; i++)
		outcomes[i] = j->fails[i] ? "sent back" : NULL;
	making_add_faults(l->a, &l->making, 1, &j->draft, &j->check, outcomes);
}

bool model_draft(struct model_desk *m, struct arena *a, const struct report_vec *reports,
	struct when now, const struct draft *extract, struct model_result *result, struct err *err)
{
	struct loop l = {
		.m = m, .a = a, .reports = reports, .now = now, .extract = extract, .result = result};
	struct write_options options = write_options_of(m->d);
	struct judged first = {0}, second = {0}, *last = &first;
	struct str text, text_again;
	struct err why;
	*result = (struct model_result){.state = MODEL_FAILED};
	options.now = now;
	if (!write_model_evidence(
			a, reports->items, reports->n, &options, &m->server, &l.evidence, &why)) {
		result->why = str_dup(a, str_c(why.msg));
		return true;
	}
	struct model_call call = write_model_call(a, &m->server, &l.evidence, day_of(now));
	if (!read_answer(&l, &call, "write", &first, &text, err))
		return false;
	if (result->state != MODEL_DRAFT)
		return true;
	if (first.failing) {
		note_sent_back(&l, &first);
		struct str told = making_tell_faults(a, &first.draft, &first.check, first.fails, reports,
			&l.evidence, (size_t)m->server.max_tokens * 3);
		call = write_model_repair(a, &m->server, &l.evidence, day_of(now), text, told);
		if (!read_answer(&l, &call, "repair", &second, &text_again, err))
			return false;
		if (result->state == MODEL_ASKS)
			return true;
		/* Without a second answer the first one is all there is. */
		if (result->state == MODEL_DRAFT && second.failing <= first.failing)
			last = &second;
		else
			l.making.repair_why = result->why.n ? result->why : STR("it was worse");
		result->why = STR("");
	}
	settle(&l, last);
	finish(&l, last);
	return true;
}
