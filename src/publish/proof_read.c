#include "publish/verify.h"

#define SENTENCES_MOST 5000
#define REPORTS_MOST 1000

struct reading {
	struct arena *a;
	struct proof *proof;
	struct draft_sentence *next; /* room for the sentences of sections, which stand in a row */
	struct err *err;
};

/* The signature is the last member, and the signed bytes end before it: else something could stand
 * behind them that a reader of the JSON sees and the signature does not cover. */
static bool split_signature(struct reading *r)
{
	struct proof *p = r->proof;
	const struct str mark = STR(PROOF_SIGNATURE_MARK);
	size_t at = STR_NONE;
	for (size_t next = 0; (next = str_find(p->bytes, mark, next)) != STR_NONE; next++)
		at = next;
	if (at == STR_NONE)
		return !jv_get(&p->root, "signature") ||
			err_set(r->err, ERR_INPUT, "the signature does not stand at the proof's end");
	struct str tail = str_trim(str_from(p->bytes, at + mark.n));
	struct jv signature;
	tail.n -= tail.n > 0 && tail.p[tail.n - 1] == '}';
	if (!jv_parse(r->a, str_trim(tail), &signature, r->err))
		return err_wrap(r->err, "the signature");
	if (!str_eq(jv_str(&signature, "algorithm"), STR("Ed25519")))
		return err_set(r->err, ERR_INPUT, "a signature of another kind than Ed25519");
	p->signed_bytes = str_sub(p->bytes, 0, at);
	p->key = jv_str(&signature, "key");
	p->signature = jv_str(&signature, "value");
	return true;
}

static bool read_reports(struct reading *r)
{
	const struct jv *from = jv_get(&r->proof->root, "reports");
	size_t count = from ? from->n : 0;
	if (count > REPORTS_MOST)
		return err_set(r->err, ERR_LIMIT, "over %d reports", REPORTS_MOST);
	r->proof->reports = ARENA_ARRAY(r->a, struct report, count);
	JV_EACH (item, from) {
		int64_t origin = jv_int(item, "origin", -1);
		r->proof->reports[r->proof->report_count++] = (struct report){
			.url = jv_str(item, "url"),
			.key = jv_str(item, "url"),
			.outlet = jv_str(item, "outlet"),
			.language = jv_str(item, "language"),
			.owner = jv_str(item, "owner"),
			.licence = jv_str(item, "licence"),
			.text_hash = jv_str(item, "text_hash"),
			.page_hash = jv_str(item, "page_hash"),
			.published = model_get_when(item, "published"),
			.fetched = model_get_when(item, "fetched"),
			.origin = origin >= 0 && (size_t)origin < count ? origin : -1,
			.state = PAGE_FULL,
		};
	}
	return true;
}

static bool read_sentence(struct reading *r, const struct jv *from, struct draft_sentence *s)
{
	static const char *const wordings[] = {"desk", "quote", "headline"};
	struct str wording = jv_str(from, "wording");
	*s = (struct draft_sentence){.text = jv_str(from, "text"), .speaker = jv_str(from, "speaker")};
	for (int i = WORDING_DESK; i <= WORDING_HEADLINE; i++)
		if (str_eq(wording, str_c(wordings[i])))
			s->wording = (enum wording)i;
	JV_EACH (cite, jv_get(from, "cites")) {
		int64_t report = jv_int(cite, "report", -1), start = jv_int(cite, "start", -1);
		int64_t length = jv_int(cite, "length", -1);
		if (report < 0 || (size_t)report >= r->proof->report_count || start < 0 || length <= 0)
			return err_set(r->err, ERR_INPUT, "a sentence cites a report that is not in the proof");
		*VEC_ADD(r->a, &s->cites) = (struct cite){(size_t)report, {(size_t)start, (size_t)length}};
	}
	return true;
}

/* Puts a sentence where its part says; sections come as they come in the proof. */
static bool place(struct reading *r, const struct jv *from, const struct draft_sentence *s)
{
	struct draft *d = &r->proof->draft;
	struct str part = jv_str(from, "part");
	if (str_eq(part, STR("headline"))) {
		d->headline = *s;
		return true;
	}
	if (str_eq(part, STR("standfirst"))) {
		d->standfirst = *s;
		return true;
	}
	if (str_eq(part, STR("timeline"))) {
		d->moments[d->moment_count++] = (struct moment){model_get_when(from, "when"), *s};
		return true;
	}
	for (int kind = 0; kind < SECTION_COUNT; kind++) {
		if (!str_eq(part, str_c(section_names[kind])))
			continue;
		struct section *last = d->section_count ? &d->sections[d->section_count - 1] : NULL;
		if (!last || last->kind != (enum section_kind)kind) {
			last = &d->sections[d->section_count++];
			*last = (struct section){.kind = (enum section_kind)kind, .sentences = r->next};
		}
		*r->next++ = *s;
		last->sentence_count++;
		return true;
	}
	return err_set(
		r->err, ERR_INPUT, "a sentence stands in a part that this program does not know");
}

/* Headline and standfirst come first and the timeline last, as draft_sentence_at counts. */
static bool is_in_order(const struct jv *from, size_t index, bool *is_timeline)
{
	struct str part = jv_str(from, "part");
	bool was_timeline = *is_timeline;
	*is_timeline = str_eq(part, STR("timeline"));
	if (index < 2)
		return str_eq(part, index == 0 ? STR("headline") : STR("standfirst"));
	return !str_eq(part, STR("headline")) && !str_eq(part, STR("standfirst")) &&
		(*is_timeline || !was_timeline);
}

static bool read_sentences(struct reading *r)
{
	const struct jv *from = jv_get(&r->proof->root, "sentences");
	struct draft *d = &r->proof->draft;
	size_t count = from && from->type == JV_ARRAY ? from->n : 0, index = 0, kept = 0;
	bool is_withdrawn = str_eq(jv_str(&r->proof->root, "state"), STR("withdrawn"));
	bool is_timeline = false;
	if (count > SENTENCES_MOST)
		return err_set(r->err, ERR_LIMIT, "over %d sentences", SENTENCES_MOST);
	if (is_withdrawn ? count > 0 : count < 2)
		return err_set(r->err, ERR_INPUT, "%zu sentences do not make a story that is %s", count,
			is_withdrawn ? "withdrawn" : "published");
	*d = (struct draft){.language = jv_str(&r->proof->root, "language"),
		.writer = jv_str(&r->proof->root, "writer"),
		.sections = ARENA_ARRAY(r->a, struct section, count + 1),
		.moments = ARENA_ARRAY(r->a, struct moment, count + 1)};
	r->next = ARENA_ARRAY(r->a, struct draft_sentence, count + 1);
	r->proof->numbers = ARENA_ARRAY(r->a, size_t, count + 2);
	JV_EACH (item, from) {
		struct draft_sentence s;
		bool is_left_out = jv_bool(item, "left_out", false);
		if (!is_in_order(item, index, &is_timeline))
			return err_set(r->err, ERR_INPUT, "sentence %zu stands in the wrong part", index + 1);
		if (!read_sentence(r, item, &s) || (!is_left_out && !place(r, item, &s)))
			return false;
		/* Headline and standfirst keep their place in the draft though they be left out. */
		if (!is_left_out || index < 2)
			r->proof->numbers[kept++] = index;
		index++;
	}
	r->proof->sentence_count = kept;
	return true;
}

bool proof_read(struct arena *a, struct str bytes, struct proof *proof, struct err *err)
{
	struct reading r = {.a = a, .proof = proof, .err = err};
	*proof = (struct proof){.bytes = bytes};
	if (!jv_parse(a, bytes, &proof->root, err))
		return err_wrap(err, "this is no proof");
	struct str format = jv_str(&proof->root, "format");
	if (!str_eq(format, STR(PROOF_FORMAT)))
		return err_set(err, ERR_INPUT,
			"this is no proof that this wireproof can read: its format is \"%.*s\", not "
			"\"" PROOF_FORMAT "\"",
			STR_ARG(format));
	return split_signature(&r) && read_reports(&r) && read_sentences(&r);
}
