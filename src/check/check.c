#include "check/parts.h"

#define DESK_WORDS_LEAST \
	5 /* content words from which the desk's own wording must be covered too \
	   */
#define DESK_BELOW 0.25
#define KEPT_IN_CHECK \
	2 /* words in quotation marks up to which a text's names are still looked at */

const char *const check_kinds[] = {"quote", "number", "money", "percent", "unit", "count",
	"ordinal", "date", "duration", "age", "name", "name_slot", "role", "swap", "headline",
	"speaker", "negation", "antonym", "comparison", "order", "modality", "inner_contradiction",
	"copy", "unsupported", "language", "injection", "leftover", "opinion", NULL};

struct finding *add_finding(struct subject *s, struct span span, const char *kind, enum tier tier,
	struct str explain, const struct cite *evidence)
{
	struct finding *f = VEC_ADD(s->a, s->findings);
	span.start += s->offset;
	*f = (struct finding){
		.sentence = s->index, .span = span, .kind = str_c(kind), .tier = tier, .explain = explain};
	if (evidence) {
		f->has_evidence = true;
		f->evidence = *evidence;
	}
	return f;
}

const char *kind_here(const struct subject *s, const char *kind)
{
	return s->is_headline ? "headline" : kind;
}

bool is_cited_report(const struct subject *s, size_t report)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report)
			return true;
	return false;
}

struct text_reading *read_text(struct subject *s)
{
	if (!s->reading)
		s->reading = text_read(s->a, s->text, s->language);
	return s->reading;
}

struct text_reading *read_own(struct subject *s)
{
	if (!s->own_reading)
		s->own_reading =
			str_eq(s->own, s->text) ? read_text(s) : text_read(s->a, s->own, s->language);
	return s->own_reading;
}

/* A copy of the text with blanks for the quotations, since somebody else speaks there. */
static char *blank_quotations(struct subject *s)
{
	char *own = arena_cstr(s->a, s->text.p, s->text.n);
	struct quotation_vec quotes = reading_quotations(read_text(s));
	for (size_t i = 0; i < quotes.n; i++) {
		struct span outer = quotes.items[i].outer;
		struct str inner = span_text(s->text, quotes.items[i].inner);
		if (s->is_strict || text_words(s->a, inner, s->language).n > KEPT_IN_CHECK)
			memset(own + outer.start, ' ', outer.length);
	}
	s->own = (struct str){own, s->text.n};
	return own;
}

/* ---- A draft of the desk ---- */

static void keep_good_cites(struct subject *s, const struct draft_sentence *d)
{
	for (size_t i = 0; i < d->cites.n; i++) {
		struct cite c = d->cites.items[i];
		if (c.report >= s->e->count)
			continue;
		size_t n = s->e->reports[c.report].text.n;
		if (c.span.length > 0 && c.span.start < n && c.span.length <= n - c.span.start)
			*VEC_ADD(s->a, &s->cites) = c;
	}
}

static size_t count_content(struct subject *s)
{
	struct word_vec words = reading_words(read_own(s));
	size_t n = 0;
	for (size_t i = 0; i < words.n; i++)
		n += !words.items[i].is_stop;
	return n;
}

static void check_own_words(struct subject *s)
{
	check_amounts(s);
	check_names(s);
	check_slots(s);
	check_roles(s);
	check_speakers(s);
	if (!s->is_quotation) {
		check_sense(s);
		(void)check_opinion(s);
	}
	if (!s->is_quotation && s->coverage < DESK_BELOW && count_content(s) >= DESK_WORDS_LEAST)
		(void)add_finding(s, (struct span){0, s->text.n}, "unsupported", TIER_REVIEW,
			STR("the cited sentences carry little of what this says"), &s->cites.items[0]);
}

static void check_draft_sentence(struct subject *s, const struct draft_sentence *d)
{
	s->coverage = 1;
	char *own = blank_quotations(s);
	if (s->text.n == 0)
		return;
	check_leftovers(s);
	check_injection(s);
	keep_good_cites(s, d);
	if (s->cites.n == 0) {
		(void)add_finding(s, (struct span){0, s->text.n}, "unsupported", TIER_ERROR,
			STR("cites no sentence of a report"), NULL);
		return;
	}
	const struct report *first = &s->e->reports[s->cites.items[0].report];
	if (when_is_known(first->published))
		s->anchor = first->published;
	if (d->wording == WORDING_HEADLINE) {
		check_headline(s);
		return;
	}
	desk_mask_metadata(s, own);
	s->coverage = coverage_of_cites(s);
	check_quotes(s, d->wording == WORDING_DESK);
	check_own_words(s);
	check_speaker(s);
}

void check_draft(struct arena *a, const struct draft *draft, const struct report *reports,
	size_t count, struct when now, struct check_result *result)
{
	*result = (struct check_result){0};
	struct evidence e = evidence_new(a, reports, count);
	size_t n = 0;
	while (draft_sentence_at(draft, n))
		n++;
	struct subject *subjects = ARENA_ARRAY(a, struct subject, n + 1);
	struct copies *copies = copies_new(a);
	result->sentences = ARENA_ARRAY(a, struct checked_sentence, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct draft_sentence *d = draft_sentence_at(draft, i);
		struct subject *s = &subjects[i];
		*s = (struct subject){.a = a,
			.e = &e,
			.text = d->text,
			.anchor = now,
			.index = i,
			.is_headline = i < 2,
			.is_strict = true,
			.is_quotation = d->wording == WORDING_QUOTE,
			.speaker = d->speaker,
			.findings = &result->findings};
		s->language = draft->language.n ? draft->language : text_language(d->text, STR(""));
		check_draft_sentence(s, d);
		if (d->wording != WORDING_HEADLINE)
			copies_add(copies, s);
	}
	copies_find(copies, &e, subjects);
	score(subjects, n, result);
}

/* ---- Any text ---- */

static void check_text_sentence(struct subject *s)
{
	(void)blank_quotations(s);
	align(s);
	check_leftovers(s);
	check_injection(s);
	check_language(s);
	check_quotes(s, true);
	check_amounts(s);
	check_names(s);
	check_slots(s);
	check_roles(s);
	check_speakers(s);
	check_headline_verb(s);
	check_sense(s);
	(void)check_opinion(s);
}

void check_text(struct arena *a, struct str text, bool is_headline, const struct report *sources,
	size_t count, struct when published, struct check_result *result)
{
	*result = (struct check_result){0};
	struct evidence e = evidence_new(a, sources, count);
	struct str hint = count ? sources[0].language : STR(""), language = text_language(text, hint);
	struct span_vec sentences = text_sentences(a, text, language);
	struct subject *subjects = ARENA_ARRAY(a, struct subject, sentences.n + 1);
	result->sentences = ARENA_ARRAY(a, struct checked_sentence, sentences.n + 1);
	for (size_t r = 0; r < count && !when_is_known(published); r++)
		published = sources[r].published;
	for (size_t i = 0; i < sentences.n; i++) {
		struct subject *s = &subjects[i];
		*s = (struct subject){.a = a,
			.e = &e,
			.text = span_text(text, sentences.items[i]),
			.language = language,
			.anchor = published,
			.index = i,
			.offset = sentences.items[i].start,
			.is_headline = is_headline,
			.findings = &result->findings};
		check_text_sentence(s);
	}
	check_inner_amounts(subjects, sentences.n);
	check_inner(text, subjects, sentences.n);
	score(subjects, sentences.n, result);
}
