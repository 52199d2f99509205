#include "write/model_parts.h"

#include "text/text.h"

/* An answer that is over one of these was not written by the rules. */
#define SECTIONS_MAX 20
#define SENTENCES_MAX 60
#define SENTENCE_BYTES_MAX 1000
#define CITES_MAX 8

struct answer {
	struct arena *a;
	const struct model_evidence *evidence;
	struct err *err;
	struct {
		struct draft_sentence *items;
		size_t n, capacity;
	} sections[SECTION_COUNT];
	size_t sentences;
};

/* "[12]" and "(12, 13)": the numbers of our sentences, which models like to write into the text
 * too. The length of such a reference, or 0. */
static size_t reference_at(struct str s, size_t at)
{
	if (s.p[at] != '[')
		return 0;
	size_t end = at + 1;
	while (end < s.n && (char_is_digit(s.p[end]) || s.p[end] == ',' || s.p[end] == ' '))
		end++;
	return end > at + 1 && end < s.n && s.p[end] == ']' ? end + 1 - at : 0;
}

static struct str clean(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n;) {
		size_t reference = reference_at(s, i);
		if (reference) {
			while (n > 0 && out[n - 1] == ' ')
				n--;
			i += reference;
			continue;
		}
		out[n++] = (unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f ? ' ' : s.p[i];
		i++;
	}
	return text_squeeze(a, (struct str){out, n});
}

static void take_cites(struct answer *in, const struct jv *from, struct cite_vec *cites)
{
	bool *has = ARENA_ARRAY(in->a, bool, in->evidence->cites.n + 1);
	JV_EACH (item, from && from->type == JV_ARRAY ? from : NULL) {
		int64_t number = item->type == JV_INTEGER ? item->integer : 0;
		if (item->type == JV_STRING && !str_to_i64(str_trim(item->string), &number))
			number = 0;
		if (number < 1 || (uint64_t)number > in->evidence->cites.n || has[number] ||
			cites->n == CITES_MAX)
			continue;
		has[number] = true;
		*VEC_ADD(in->a, cites) = in->evidence->cites.items[number - 1];
	}
}

/* The text of a headline, standfirst or sentence: an object, or from a server that does not hold to
 * the schema the bare text. */
static bool take_sentence(
	struct answer *in, const struct jv *from, const char *what, struct draft_sentence *out)
{
	*out = (struct draft_sentence){.wording = WORDING_DESK};
	if (!from || (from->type != JV_OBJECT && from->type != JV_STRING))
		return err_set(in->err, ERR_INPUT, "the answer has no %s", what);
	out->text = clean(in->a, from->type == JV_STRING ? from->string : jv_str(from, "text"));
	if (out->text.n == 0)
		return err_set(in->err, ERR_INPUT, "a %s of the answer has no text", what);
	if (out->text.n > SENTENCE_BYTES_MAX)
		return err_set(in->err, ERR_INPUT, "a %s of the answer has %zu bytes", what, out->text.n);
	take_cites(in, jv_get(from, "cites"), &out->cites);
	return true;
}

/* Who speaks, when the sentence names somebody for its one quotation: the check then asks whether
 * the source does. */
static struct str speaker_of(struct answer *in, struct str text)
{
	struct quotation_vec quotes = text_quotations(in->a, text, in->evidence->language);
	struct str speaker = quotes.n == 1 ? quotes.items[0].speaker : STR("");
	bool is_name = speaker.n && !(speaker.p[0] >= 'a' && speaker.p[0] <= 'z');
	return is_name ? speaker : STR("");
}

/* Whether a quotation goes on over this place of the text. */
static bool is_quoted_over(const struct quotation_vec *quotes, size_t at)
{
	for (size_t i = 0; i < quotes->n; i++) {
		struct span outer = quotes->items[i].outer;
		if (outer.start < at && at < outer.start + outer.length)
			return true;
	}
	return false;
}

/* One statement is one sentence of a draft, whatever the model put into one; a quotation of several
 * sentences stays whole. */
static bool add_sentences(struct answer *in, enum section_kind kind, struct draft_sentence s)
{
	struct span_vec spans = text_sentences(in->a, s.text, in->evidence->language);
	struct quotation_vec quotes = text_quotations(in->a, s.text, in->evidence->language);
	for (size_t i = 0; i < spans.n; i++) {
		struct draft_sentence one = s;
		size_t start = spans.items[i].start;
		while (i + 1 < spans.n && is_quoted_over(&quotes, spans.items[i + 1].start))
			i++;
		one.text = str_sub(s.text, start, spans.items[i].start + spans.items[i].length - start);
		one.speaker = speaker_of(in, one.text);
		if (++in->sentences > SENTENCES_MAX)
			return err_set(in->err, ERR_INPUT, "the answer has over %d sentences", SENTENCES_MAX);
		*VEC_ADD(in->a, &in->sections[kind]) = one;
	}
	return true;
}

static enum section_kind kind_of(struct str name)
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (i != SECTION_DIFFER && str_eq_nocase(name, str_c(section_names[i])))
			return (enum section_kind)i;
	return SECTION_HAPPENED;
}

static bool take_sections(struct answer *in, const struct jv *from)
{
	if (!from || from->type != JV_ARRAY || from->n == 0)
		return err_set(in->err, ERR_INPUT, "the answer has no sections");
	if (from->n > SECTIONS_MAX)
		return err_set(in->err, ERR_INPUT, "the answer has %zu sections", from->n);
	JV_EACH (section, from) {
		const struct jv *sentences = jv_get(section, "sentences");
		enum section_kind kind = kind_of(jv_str(section, "kind"));
		if (!sentences || sentences->type != JV_ARRAY)
			return err_set(in->err, ERR_INPUT, "a section of the answer has no sentences");
		JV_EACH (item, sentences) {
			struct draft_sentence s;
			if (!take_sentence(in, item, "sentence", &s) || !add_sentences(in, kind, s))
				return false;
		}
	}
	return true;
}

static void collect(struct answer *in, struct draft *draft)
{
	draft->sections = ARENA_ARRAY(in->a, struct section, SECTION_COUNT);
	for (int i = 0; i < SECTION_COUNT; i++)
		if (in->sections[i].n)
			draft->sections[draft->section_count++] = (struct section){.kind = (enum section_kind)i,
				.sentences = in->sections[i].items,
				.sentence_count = in->sections[i].n};
}

/* All that the model says itself: quotations keep their sources' language. */
static struct str own_text(struct arena *a, const struct draft *draft)
{
	struct buf b = BUF(LIMIT_TEXT);
	const struct draft_sentence *s;
	for (size_t i = 0; (s = draft_sentence_at(draft, i)); i++) {
		struct quotation_vec quotes = text_quotations(a, s->text, draft->language);
		size_t at = 0;
		for (size_t k = 0; k < quotes.n; k++) {
			struct span outer = quotes.items[k].outer;
			buf_add(&b, str_sub(s->text, at, outer.start - at));
			at = outer.start + outer.length;
		}
		buf_add(&b, str_from(s->text, at));
		buf_add_char(&b, '\n');
	}
	struct str text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

bool write_model_draft(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct str text, struct draft *draft, struct err *err)
{
	struct answer in = {.a = a, .evidence = evidence, .err = err};
	struct jv root;
	*draft = (struct draft){.language = evidence->language,
		.writer = str_format(a, "model:%.*s", STR_ARG(server->name))};
	if (!jv_parse(a, text, &root, err))
		return err_wrap(err, "the answer");
	if (root.type != JV_OBJECT)
		return err_set(err, ERR_INPUT, "the answer is no object");
	if (!take_sentence(&in, jv_get(&root, "headline"), "headline", &draft->headline) ||
		!take_sentence(&in, jv_get(&root, "standfirst"), "standfirst", &draft->standfirst) ||
		!take_sections(&in, jv_get(&root, "sections")))
		return false;
	collect(&in, draft);
	if (draft->section_count == 0)
		return err_set(err, ERR_INPUT, "the answer has no sentence");
	struct str language = text_language(own_text(a, draft), evidence->language);
	if (language.n && !str_eq(language, evidence->language))
		return err_set(err, ERR_INPUT,
			"the answer is written in \"%.*s\", the desk's language is \"%.*s\"", STR_ARG(language),
			STR_ARG(evidence->language));
	return true;
}

/* ---- Faults ---- */

static bool is_host_char(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '-';
}

/* A dot between at least two letters or digits and at least two small letters: "evil.example", but
 * neither "p.m." nor "The end.Next". The length of such an address around the dot, or 0. */
static bool find_address(struct str s, struct span *found)
{
	for (size_t dot = 1; dot + 2 < s.n; dot++) {
		if (s.p[dot] != '.' && s.p[dot] != '@')
			continue;
		size_t start = dot, end = dot + 1;
		while (start > 0 && (is_host_char(s.p[start - 1]) || s.p[start - 1] == '.'))
			start--;
		while (end < s.n && (is_host_char(s.p[end]) || s.p[end] == '.'))
			end++;
		size_t top = end;
		while (top > dot + 1 && s.p[top - 1] >= 'a' && s.p[top - 1] <= 'z')
			top--;
		bool is_host = dot - start >= 2 && end - dot > 2 && top == dot + 1;
		if (is_host || (s.p[dot] == '@' && end - dot > 2 && dot > start)) {
			*found = (struct span){start, end - start};
			return true;
		}
	}
	return false;
}

void write_model_faults(struct arena *a, const struct draft *draft, struct finding_vec *findings)
{
	const struct draft_sentence *s;
	for (size_t i = 0; (s = draft_sentence_at(draft, i)); i++) {
		struct span span;
		if (find_address(s->text, &span))
			*VEC_ADD(a, findings) = (struct finding){.sentence = i,
				.span = span,
				.kind = STR("leftover"),
				.tier = TIER_ERROR,
				.explain = str_format(a, "\"%.*s\" is an address, which an article never gives",
					STR_ARG(span_text(s->text, span)))};
		if (write_is_instruction(s->text))
			*VEC_ADD(a, findings) = (struct finding){.sentence = i,
				.span = {0, s->text.n},
				.kind = STR("injection"),
				.tier = TIER_ERROR,
				.explain = STR("it speaks to a machine, not to a reader")};
	}
}
