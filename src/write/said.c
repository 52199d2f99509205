#include "write/said.h"

#include "write/judge.h"
#include "write/cues.h"
#include "write/statement.h"

#define SAID_WORDS_MIN 4
#define SAID_WORDS_MAX 30
#define SAID_SENTENCES_MAX 2

/* A quotation that may be taken. */
struct saying {
	size_t report;
	struct span inner;   /* in the report's text; ends with a sentence */
	struct span speaker; /* as the source names it there */
	struct str name;     /* the full name when the report gives one */
	struct str role;
	bool is_role_first;
	struct cite named_at; /* length 0, or the sentence that gives the full name and the role */
	size_t words;
	double score;
	struct stems stems;
};
struct saying_vec {
	struct saying *items;
	size_t n, capacity;
};

/* ---- The words ---- */

/* Cuts the span to its first `most` sentences of at most SAID_WORDS_MAX words; length 0 when the
 * first one is longer already. */
static struct span shorten(
	const struct material *m, size_t report, struct span inner, size_t most, size_t *words)
{
	const struct witness *w = &m->witnesses[report];
	struct span kept = {inner.start, 0};
	size_t n = 0, sentences = 0, end = inner.start + inner.length;
	*words = 0;
	for (size_t i = 0; i < w->words.n; i++) {
		struct span s = w->words.items[i].span;
		if (s.start < inner.start || s.start >= end)
			continue;
		n++;
		size_t after = s.start + s.length;
		bool is_last = i + 1 >= w->words.n || w->words.items[i + 1].span.start >= end;
		char mark = after < end ? w->report->text.p[after] : 0;
		bool is_stop = (mark == '.' || mark == '!' || mark == '?') && after + 1 < end &&
			char_is_space(w->report->text.p[after + 1]);
		if (n > SAID_WORDS_MAX || sentences == most)
			break;
		if (is_last || is_stop) {
			sentences++;
			kept.length = is_last ? inner.length : after + 1 - inner.start;
			*words = n;
		}
	}
	return kept;
}

static bool is_whole(struct str words)
{
	uint32_t c;
	if (utf8_decode(words, 0, &c) == 0 || words.n < 2)
		return false;
	char end = words.p[words.n - 1];
	return !(c >= 'a' && c <= 'z') && c != '.' && c != 0x2026 &&
		(end == '.' || end == ',' || end == '!');
}

/* ---- The speaker ---- */

static bool is_name(struct str s)
{
	uint32_t c;
	if (s.n < 3 || utf8_decode(s, 0, &c) == 0)
		return false;
	bool is_capital = (c >= 'A' && c <= 'Z') || c >= 0xc0;
	return is_capital && str_find_char(s, '\n', 0) == STR_NONE;
}

static struct str last_word(struct str s)
{
	size_t at = str_rfind_char(s, ' ');
	return at == STR_NONE ? s : str_from(s, at + 1);
}

/* A role that can stand before or behind its name as it is; none is one. */
static bool is_role(const struct material *m, size_t report, struct str role)
{
	struct str rest = role, first = str_lower(m->a, str_cut(&rest, ' '));
	if (role.n == 0 || !(char_is_alpha(role.p[0]) || (unsigned char)role.p[0] >= 0xc0) ||
		text_is_reporting_verb(first, m->witnesses[report].language))
		return false;
	/* "controversial Gov." is the outlet's view of him. */
	if (str_eq(m->witnesses[report].language, STR("en")) &&
		!statement_is_plain_role(m->a, m->witnesses[report].language, role))
		return false;
	/* "group's executive director" wants its article. */
	return str_find(role, STR("'s "), 0) == STR_NONE && str_find(role, STR("’s "), 0) == STR_NONE;
}

/* Finds the speaker among the report's names: the full one, first mention first, with its role. */
static void find_full_name(const struct material *m, const struct name_vec *names, struct saying *s)
{
	struct str as_given = s->name, surname = last_word(s->name);
	for (size_t i = 0; i < names->n; i++) {
		const struct name *n = &names->items[i];
		if (!str_eq(last_word(n->text), surname) || n->kind == NAME_PLACE ||
			(str_find_char(as_given, ' ', 0) != STR_NONE && !str_eq(n->text, as_given)))
			continue;
		bool is_fuller = n->text.n > s->name.n;
		if (!is_fuller && (n->role.n == 0 || s->role.n > 0))
			continue;
		const struct passage *p = material_passage_at(m, s->report, n->span.start);
		if (!p)
			continue;
		s->name = n->text;
		s->named_at = p->cite;
		s->role = STR("");
		size_t role_at = str_find(p->text, n->role, 0);
		if (is_role(m, s->report, n->role) && role_at != STR_NONE) {
			s->role = n->role;
			s->is_role_first = role_at + p->cite.span.start < n->span.start;
		}
		if (s->role.n > 0)
			return;
	}
}

static bool is_said_of_nobody(const struct material *m, size_t report, struct str speaker)
{
	struct str flat = cues_flatten(m->a, speaker);
	struct str language = m->witnesses[report].language;
	return cues_has(WORDS_PRONOUNS, language, flat) || cues_starts(WORDS_OPENERS, language, flat) ||
		str_starts(flat, STR(" the ")) || str_starts(flat, STR(" a ")) ||
		cues_has(WORDS_FIRST, language, flat);
}

/* ---- Gathering ---- */

static bool weigh(const struct material *m, const struct name_vec *names, const struct quotation *q,
	struct saying *s)
{
	const struct witness *w = &m->witnesses[s->report];
	s->inner = shorten(m, s->report, q->inner, SAID_SENTENCES_MAX, &s->words);
	struct str words = span_text(w->report->text, s->inner);
	const struct passage *p = material_passage_at(m, s->report, s->inner.start);
	if (!p || s->words < SAID_WORDS_MIN || !is_whole(words) || !judge_is_balanced(words) ||
		str_find_char(words, '\n', 0) != STR_NONE)
		return false;
	for (size_t i = 0; i < w->dates.n; i++) /* "tomorrow's hearing" is stale tomorrow */
		if (w->dates.items[i].is_relative && w->dates.items[i].span.start >= s->inner.start &&
			w->dates.items[i].span.start < s->inner.start + s->inner.length)
			return false;
	s->speaker = q->speaker_span;
	s->name = q->speaker;
	if (!is_name(q->speaker) || is_said_of_nobody(m, s->report, q->speaker))
		return false;
	/* "I" is no assembly's word: whoever that was found for said something else. */
	const struct name *speaker = witness_name_at(w, q->speaker_span.start);
	if (speaker && (speaker->kind == NAME_ORGANISATION || speaker->kind == NAME_PLACE) &&
		cues_has(WORDS_FIRST, w->language, cues_flatten(m->a, words)))
		return false;
	find_full_name(m, names, s);
	/* A cite each for the words, for who says them and for the full name: three. */
	const struct passage *at = material_passage_at(m, s->report, s->speaker.start);
	if (s->named_at.span.length > 0 && at && at->cite.span.start != s->named_at.span.start)
		s->inner = shorten(m, s->report, q->inner, 1, &s->words);
	s->stems = material_stems(m->a, p, s->inner);
	s->score = p->score + (w->is_native ? 1 : 0) + (s->words >= 8 ? 0.3 : 0) +
		(str_find_char(s->name, ' ', 0) != STR_NONE ? 0.3 : 0) + (s->role.n > 0 ? 0.1 : 0);
	struct str flat = cues_flatten(m->a, words);
	if (cues_starts(WORDS_OPENERS, w->language, flat))
		s->score -= 0.5;
	return s->stems.n >= 3 && judge_has_verb(w, p, s->inner);
}

static struct saying_vec gather(const struct material *m)
{
	struct saying_vec all = {0};
	for (size_t i = 0; i < m->count; i++) {
		const struct witness *w = &m->witnesses[i];
		if (!material_may_quote(m, i) || w->count == 0)
			continue;
		for (size_t k = 0; k < w->quotations.n; k++) {
			struct saying s = {.report = i};
			const struct quotation *q = &w->quotations.items[k];
			if (!q->is_open && q->speaker.n > 0 && weigh(m, &w->names, q, &s))
				*VEC_ADD(m->a, &all) = s;
		}
	}
	return all;
}

/* ---- Writing ---- */

static bool is_cited(const struct witness *w, const struct cite_vec *cites, struct str words)
{
	for (size_t i = 0; i < cites->n; i++)
		if (str_find(span_text(w->report->text, cites->items[i].span), words, 0) != STR_NONE)
			return true;
	return false;
}

static void cite_saying(
	const struct material *m, const struct saying *s, bool has_role, struct cite_vec *cites)
{
	size_t end = s->inner.start + s->inner.length;
	const struct witness *w = &m->witnesses[s->report];
	for (size_t k = w->first; k < w->first + w->count; k++) {
		struct span p = m->passages[k].cite.span;
		bool holds_words = p.start < end && p.start + p.length > s->inner.start;
		bool holds_name = s->speaker.length > 0 && s->speaker.start >= p.start &&
			s->speaker.start < p.start + p.length;
		if (holds_words || holds_name)
			material_cite(m, cites, m->passages[k].cite, true);
	}
	if (s->named_at.span.length > 0 && (has_role || !is_cited(w, cites, s->name)))
		material_cite(m, cites, s->named_at, true);
}

/* The full name, and at first mention the role, as far as the cited sentences give them. */
static struct str speaker_phrase(
	const struct material *m, const struct saying *s, const struct cite_vec *cites, bool is_first)
{
	const struct witness *w = &m->witnesses[s->report];
	if (!is_cited(w, cites, s->name))
		return span_text(w->report->text, s->speaker);
	if (!is_first || s->role.n == 0 || !w->is_native || !is_cited(w, cites, s->role))
		return s->name;
	if (s->is_role_first)
		return str_format(m->a, "%.*s %.*s", STR_ARG(s->role), STR_ARG(s->name));
	return str_format(m->a, "%.*s, %.*s,", STR_ARG(s->name), STR_ARG(s->role));
}

static struct draft_sentence write_saying(
	const struct material *m, const struct saying *s, bool is_first, size_t turn)
{
	struct draft_sentence out = {.wording = WORDING_QUOTE, .speaker = s->name};
	const struct witness *w = &m->witnesses[s->report];
	struct str words = span_text(w->report->text, s->inner);
	cite_saying(m, s, is_first && s->role.n > 0, &out.cites);
	struct str who = speaker_phrase(m, s, &out.cites, is_first);
	enum phrase which = turn % 3 == 0 ? PHRASE_SAID_LAST
		: turn % 3 == 1               ? PHRASE_SAID_FIRST
									  : PHRASE_SAID_LAST_ACCORDING;
	if (!w->is_native)
		which = PHRASE_SAID_FOREIGN;
	bool is_last = which == PHRASE_SAID_FIRST || which == PHRASE_SAID_FOREIGN;
	struct slot slots[] = {{"speaker", who}, {"outlet", w->outlet},
		{"quote", phrases_quote(m->a, m->phrases, words, false, is_last)},
		{"language", phrases_language(m->phrases, w->language)}};
	out.text = phrases_fill(m->a, m->phrases, which, slots, sizeof(slots) / sizeof(slots[0]));
	if (!is_cited(w, &out.cites, s->name))
		out.speaker = who;
	return out;
}

static bool is_told_already(
	const struct material *m, const struct saying *s, const struct saying_vec *taken)
{
	for (size_t i = 0; i < taken->n; i++)
		if (stems_overlap(s->stems, taken->items[i].stems) > 0.4)
			return true;
	for (size_t k = 0; k < m->passage_count; k++)
		if (m->passages[k].is_used && stems_overlap(s->stems, m->passages[k].stems) > 0.6)
			return true;
	return false;
}

static size_t taken_from(const struct saying_vec *taken, struct str name)
{
	size_t n = 0;
	for (size_t i = 0; i < taken->n; i++)
		n += str_eq(taken->items[i].name, name);
	return n;
}

static struct saying *best_of(
	const struct material *m, const struct saying_vec *all, const struct saying_vec *taken)
{
	struct saying *best = NULL;
	double most = 0;
	for (size_t i = 0; i < all->n; i++) {
		struct saying *s = &all->items[i];
		size_t before = taken_from(taken, s->name);
		double score = s->score - 0.6 * (double)before;
		if (s->words == 0 || before >= 2 || is_told_already(m, s, taken) || (best && score <= most))
			continue;
		best = s;
		most = score;
	}
	return best;
}

void said_write(struct material *m, size_t most, struct sentence_vec *out)
{
	struct saying_vec all = gather(m), taken = {0};
	while (taken.n < most) {
		struct saying *s = best_of(m, &all, &taken);
		if (!s)
			break;
		if (material_spend(m, s->report, s->words)) {
			*VEC_ADD(m->a, out) = write_saying(m, s, taken_from(&taken, s->name) == 0, taken.n);
			*VEC_ADD(m->a, &taken) = *s;
		}
		s->words = 0;
	}
}
