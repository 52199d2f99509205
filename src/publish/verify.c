#include "publish/verify.h"

#include <stdarg.h>

#define CHANGED_SHARE \
	0.6 /* of a sentence's words, from which another sentence counts as its change */
#define SHOWN_WORDS_BYTES 160

const char *const verify_level_names[VERIFY_LEVELS] = {"integrity", "evidence", "check"};

void verify_add(struct verification *v, struct arena *a, enum verify_level level,
	enum verify_state state, const char *format, ...)
{
	struct buf text = BUF(LIMIT_JSON_LINE);
	char line[2048];
	va_list args;
	va_start(args, format);
	int n = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	size_t length = n < 0 ? 0 : (size_t)n < sizeof(line) ? (size_t)n : sizeof(line) - 1;
	buf_add(&text, utf8_cut((struct str){line, length}, sizeof(line) - 1));
	*VEC_ADD(a, v) = (struct verify_line){level, state, str_dup(a, buf_str(&text))};
	buf_free(&text);
}

enum verify_state verify_worst(const struct verification *v, enum verify_level level)
{
	enum verify_state worst = VERIFY_HOLDS;
	for (size_t i = 0; i < v->n; i++)
		if (v->items[i].level == level && v->items[i].state > worst)
			worst = v->items[i].state;
	return worst;
}

/* ---- integrity ---- */

static void check_signature(
	struct arena *a, const struct proof *p, struct str key, struct verification *v)
{
	if (p->signature.n == 0)
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS, "the proof has no signature");
	else if (!sign_is_good(p->key, p->signed_bytes, p->signature))
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS,
			"the signature is not that of these bytes: the proof or the signature was changed");
	else if (key.n == 0)
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_HOLDS,
			"the signature holds, by the key %.*s; nothing says yet whose key that is",
			STR_ARG(p->key));
	else if (!str_eq(key, p->key))
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS,
			"signed with another key than this desk's: %.*s, known is %.*s", STR_ARG(p->key),
			STR_ARG(key));
	else
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_HOLDS,
			"the signature holds, by the desk's known key %.*s", STR_ARG(p->key));
}

static void check_chain(
	struct arena *a, const struct proof *p, struct str before, struct verification *v)
{
	const struct jv *chain = jv_get(&p->root, "chain"), *history = jv_get(chain, "history");
	struct str previous = jv_str(chain, "previous"), last = STR(""), wanted = STR("");
	size_t count = 0;
	bool is_known = false;
	if (before.n)
		wanted = hash_sha256(a, before);
	JV_EACH (item, history) {
		last = item->string;
		is_known = is_known || (before.n && str_eq(last, wanted));
		count++;
	}
	if (jv_int(chain, "sequence", 0) != (int64_t)count + 1 || !str_eq(previous, last))
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS,
			"the chain is broken: it does not end with the proof before this one");
	else if (before.n && !is_known && !str_eq(before, p->bytes))
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS,
			"the earlier proof is not in the chain of this one: the desk rewrote its past");
	else
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_HOLDS, "version %lld, proof %zu of its chain",
			(long long)jv_int(&p->root, "version", 0), count + 1);
}

static void check_claims(struct arena *a, const struct proof *p, struct verification *v)
{
	size_t index = 0;
	JV_EACH (item, jv_get(&p->root, "sentences")) {
		index++;
		if (jv_bool(item, "left_out", false))
			continue;
		struct str words = text_canonical(a, jv_str(item, "text"));
		struct str claim = hash_sha256(
			a, str_format(a, "%.*s %.*s", STR_ARG(jv_str(&p->root, "story")), STR_ARG(words)));
		claim.n = CLAIM_DIGITS;
		if (!str_eq(claim, jv_str(item, "claim")))
			verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS,
				"sentence %zu is not the one that its claim id names", index);
	}
}

void verify_integrity(struct arena *a, const struct proof *proof, struct str page, struct str key,
	struct str before, struct verification *v)
{
	check_signature(a, proof, key, v);
	check_chain(a, proof, before, v);
	check_claims(a, proof, v);
	if (page.n)
		verify_page(a, proof, page, v);
}

/* ---- evidence ---- */

struct search {
	struct arena *a;
	struct proof *proof;
	struct passages *passages; /* by report; made when needed */
	struct verification *v;
	size_t there;
};

static void report_state(struct search *s, size_t i, const struct evidence_found *found)
{
	const struct report *r = &s->proof->reports[i];
	if (found->damage.n)
		verify_add(s->v, s->a, VERIFY_EVIDENCE, VERIFY_FAILS, "%.*s: %.*s", STR_ARG(r->url),
			STR_ARG(found->damage));
	if (!found->is_reached)
		verify_add(s->v, s->a, VERIFY_EVIDENCE, VERIFY_OPEN, "%.*s: out of reach: %.*s",
			STR_ARG(r->url), STR_ARG(found->why));
	else if (found->damage.n == 0 && found->page_hash.n && r->page_hash.n &&
		!str_eq(found->page_hash, r->page_hash))
		verify_add(s->v, s->a, VERIFY_EVIDENCE, VERIFY_HOLDS,
			"%.*s: other bytes than the desk read; its sentences are looked for in them",
			STR_ARG(r->url));
}

/* "Sentence 4" as readers count, and what the proof shows of its source. */
static void miss(struct search *s, size_t number, const struct jv *cite, size_t report)
{
	struct span near = {0};
	struct str extract = jv_str(cite, "extract");
	const struct passages *p = &s->passages[report];
	double share = passage_nearest(s->a, p, extract, &near);
	const struct report *r = &s->proof->reports[report];
	if (share >= CHANGED_SHARE)
		verify_add(s->v, s->a, VERIFY_EVIDENCE, VERIFY_FAILS,
			"sentence %zu: its source changed at %.*s: was \"%.*s\", is \"%.*s\"", number,
			STR_ARG(r->url), STR_ARG(extract),
			STR_ARG(utf8_cut(span_text(p->text, near), SHOWN_WORDS_BYTES)));
	else
		verify_add(s->v, s->a, VERIFY_EVIDENCE, VERIFY_FAILS,
			"sentence %zu: its source sentence is gone from %.*s%s%.*s%s", number, STR_ARG(r->url),
			extract.n ? ": \"" : "", STR_ARG(extract), extract.n ? "\"" : "");
}

static void look_up(struct search *s, size_t number, const struct jv *from, struct cite *cite)
{
	struct passages *p = &s->passages[cite->report];
	const struct report *r = &s->proof->reports[cite->report];
	int64_t words = jv_int(from, "words", 0);
	if (r->text.n == 0)
		return;
	if (!p->text.p)
		*p = passages_of(s->a, r->text);
	if (words > 0 &&
		passage_find(p, (size_t)words, jv_str(from, "sentence_hash"), cite->span, &cite->span))
		s->there++;
	else
		miss(s, number, from, cite->report);
}

void verify_evidence(struct arena *a, struct proof *proof, const struct evidence_found *found,
	struct verification *v)
{
	struct search s = {.a = a,
		.proof = proof,
		.v = v,
		.passages = ARENA_ARRAY(a, struct passages, proof->report_count)};
	const struct jv *sentences = jv_get(&proof->root, "sentences");
	struct draft_sentence *sentence;
	for (size_t i = 0; i < proof->report_count; i++) {
		report_state(&s, i, &found[i]);
		proof->reports[i].text = found[i].text;
		proof->reports[i].title = found[i].title;
	}
	for (size_t i = 0; i < proof->sentence_count; i++) {
		sentence = draft_sentence_at(&proof->draft, i);
		const struct jv *cites = jv_get(&sentences->items[proof->numbers[i]], "cites");
		for (size_t k = 0; k < sentence->cites.n; k++)
			look_up(&s, proof->numbers[i] + 1, &cites->items[k], &sentence->cites.items[k]);
	}
	if (s.there)
		verify_add(v, a, VERIFY_EVIDENCE, VERIFY_HOLDS,
			"%zu cited sentences stand where they are said to", s.there);
}

/* ---- check ---- */

/* "number error, name review": the findings of a sentence, for comparing. */
static struct str recorded(struct arena *a, const struct jv *sentence)
{
	struct str_vec parts = {0};
	JV_EACH (item, jv_get(sentence, "findings"))
		*VEC_ADD(a, &parts) = str_format(
			a, "%.*s (%.*s)", STR_ARG(jv_str(item, "kind")), STR_ARG(jv_str(item, "tier")));
	return parts.n ? str_join(a, parts.items, parts.n, STR(", ")) : STR("nothing");
}

static struct str found_again(struct arena *a, const struct check_result *check, size_t sentence)
{
	struct str_vec parts = {0};
	for (size_t i = 0; i < check->findings.n; i++) {
		const struct finding *f = &check->findings.items[i];
		if (f->sentence == sentence)
			*VEC_ADD(a, &parts) = str_format(a, "%.*s (%s)", STR_ARG(f->kind), tier_names[f->tier]);
	}
	return parts.n ? str_join(a, parts.items, parts.n, STR(", ")) : STR("nothing");
}

static bool has_all_evidence(struct arena *a, const struct proof *proof,
	const struct evidence_found *found, struct verification *v)
{
	for (size_t i = 0; i < proof->report_count; i++) {
		struct str title = hash_sha256(a, text_canonical(a, found[i].title));
		const struct jv *report = &jv_get(&proof->root, "reports")->items[i];
		if (!found[i].is_reached)
			verify_add(v, a, VERIFY_CHECK, VERIFY_OPEN, "not run: %.*s is out of reach",
				STR_ARG(proof->reports[i].url));
		else if (!str_eq(title, jv_str(report, "title_hash")))
			verify_add(v, a, VERIFY_CHECK, VERIFY_HOLDS,
				"%.*s has another headline than the desk read", STR_ARG(proof->reports[i].url));
	}
	return verify_worst(v, VERIFY_CHECK) == VERIFY_HOLDS;
}

void verify_check(struct arena *a, const struct proof *proof, const struct evidence_found *found,
	struct verification *v)
{
	const struct jv *sentences = jv_get(&proof->root, "sentences");
	struct str version = jv_str(jv_get(&proof->root, "check"), "version");
	bool is_same_version = str_eq(version, STR(CHECK_VERSION));
	struct check_result check;
	size_t same = 0;
	if (proof->sentence_count == 0 || !has_all_evidence(a, proof, found, v))
		return;
	check_draft(a, &proof->draft, proof->reports, proof->report_count,
		model_get_when(&proof->root, "checked"), &check);
	for (size_t i = 0; i < check.sentence_count; i++) {
		const struct jv *sentence = &sentences->items[proof->numbers[i]];
		struct str was = recorded(a, sentence), is = found_again(a, &check, i);
		struct str text = draft_sentence_at(&proof->draft, i)->text;
		if (text.n == 0 || str_eq(was, is))
			same++;
		else
			verify_add(v, a, VERIFY_CHECK, is_same_version ? VERIFY_FAILS : VERIFY_OPEN,
				"sentence %zu: the proof says the check found %.*s; now it finds %.*s",
				proof->numbers[i] + 1, STR_ARG(was), STR_ARG(is));
		if (check.sentences[i].tier == TIER_ERROR && text.n)
			verify_add(v, a, VERIFY_CHECK, VERIFY_FAILS,
				"sentence %zu does not hold against its sources", proof->numbers[i] + 1);
	}
	if (!is_same_version)
		verify_add(v, a, VERIFY_CHECK, VERIFY_OPEN,
			"the proof was made with version %.*s of the check, this is version " CHECK_VERSION,
			STR_ARG(version));
	verify_add(
		v, a, VERIFY_CHECK, VERIFY_HOLDS, "%zu sentences checked again: the same findings", same);
}
