#include "text/text.h"

#include "text/facts.h"
#include "text/lexicon.h"
#include "text/tokens.h"

#define BEHIND_REACH 24 /* tokens behind a quotation in which its speaker stands */
#define BEFORE_REACH 32 /* tokens before it */
#define SUBJECT_REACH 9 /* tokens between a verb and its subject */
#define PHRASE_TOKENS 6 /* of "the Turkish defence minister" */

struct speech {
	struct arena *a;
	struct str text, language;
	struct token_vec tokens;
	struct name_vec names;
	struct quotation_vec quotes;
};

/* Who is found: a name or noun phrase, or that it is only "he". */
struct subject {
	struct span span;
	bool is_pronoun;
};

static const struct token *token(const struct speech *s, size_t i)
{
	static const struct token blank = {.kind = TOKEN_MARK};
	return i < s->tokens.n ? &s->tokens.items[i] : &blank;
}

/* The first token that begins at or behind the offset. */
static size_t token_at(const struct speech *s, size_t offset)
{
	size_t low = 0, high = s->tokens.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (s->tokens.items[middle].span.start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t name_at(const struct speech *s, size_t offset)
{
	size_t low = 0, high = s->names.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (s->names.items[middle].span.start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A name that can be a subject: no place, and not "Norland" in "Norland's mayor". */
static bool can_speak(const struct speech *s, const struct name *m)
{
	const struct token *behind = token(s, token_at(s, m->span.start + m->span.length));
	return m->kind != NAME_PLACE && !str_eq(behind->word, STR("'s"));
}

/* The name that begins at token i. */
static const struct name *name_from(const struct speech *s, size_t i)
{
	size_t k = name_at(s, token(s, i)->span.start);
	return k < s->names.n && s->names.items[k].span.start == token(s, i)->span.start &&
			can_speak(s, &s->names.items[k])
		? &s->names.items[k]
		: NULL;
}

/* The last name between tokens from and to, persons before others. */
static const struct name *last_name(const struct speech *s, size_t from, size_t to)
{
	const struct name *best = NULL;
	size_t start = token(s, from)->span.start, end = token(s, to)->span.start;
	for (size_t k = name_at(s, start); k < s->names.n && s->names.items[k].span.start < end; k++) {
		const struct name *m = &s->names.items[k];
		if (can_speak(s, m) && (!best || m->kind == NAME_PERSON || best->kind != NAME_PERSON))
			best = m;
	}
	return best;
}

static bool is_verb(const struct token *t)
{
	return (t->cues & CUE_SAY) && !(t->is_upper && !t->is_first);
}

static bool is_sentence_mark(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == 0x2013 || c == 0x2014;
}

/* "the Turkish defence minister", "police", "officials" right before the verb at token v. */
static struct span phrase_before(const struct speech *s, size_t from, size_t v)
{
	size_t i = v;
	while (i > from && v - i < PHRASE_TOKENS) {
		const struct token *t = token(s, i - 1);
		if (t->kind != TOKEN_WORD || (t->cues & (CUE_PRONOUN | CUE_SAY)))
			break;
		if (t->cues & CUE_ARTICLE)
			return token_range(&s->tokens, i - 1, v - 1);
		if (str_eq(t->word, STR("'s")) && i - 1 > from && token(s, i - 2)->is_upper && i < v)
			return token_range(&s->tokens, i - 2, v - 1); /* "Norland's mayor" */
		if ((t->cues & CUE_STOP) && !str_eq(t->word, STR("'s")))
			break;
		i--;
	}
	const struct token *last = token(s, v ? v - 1 : 0);
	bool is_bare = i < v && str_eq(s->language, STR("en")) &&
		(str_eq(last->word, STR("police")) || str_ends(last->word, STR("s"))) && last->word.n > 3;
	return is_bare ? token_range(&s->tokens, i, v - 1) : (struct span){0};
}

/* "der Minister" behind the verb, up to a mark, a preposition or a stop word. */
static struct span phrase_behind(const struct speech *s, size_t i, size_t to)
{
	size_t end = i;
	if (!(token(s, i)->cues & CUE_ARTICLE))
		return (struct span){0};
	while (end + 1 < to && end - i < PHRASE_TOKENS) {
		const struct token *t = token(s, end + 1);
		if (t->kind != TOKEN_WORD || t->cues & (CUE_STOP | CUE_SAY | CUE_WEEKDAY))
			break;
		end++;
	}
	return end > i ? token_range(&s->tokens, i, end) : (struct span){0};
}

/* The person whose role the phrase is, "der Minister Sergej Lawrow"; else the phrase itself. */
static struct span holder_of(const struct speech *s, struct span phrase)
{
	size_t end = phrase.start + phrase.length;
	for (size_t k = name_at(s, phrase.start), more = 0; k < s->names.n && more < 3; k++, more++) {
		const struct name *m = &s->names.items[k];
		size_t role = m->role.n ? (size_t)(m->role.p - s->text.p) : STR_NONE;
		if (m->kind == NAME_PERSON && (m->span.start < end || role < end))
			return m->span;
	}
	return phrase;
}

static bool is_pronoun(const struct speech *s, const struct token *t)
{
	/* "i" is also the Italian article; "who" goes on with a name. */
	return (t->cues & CUE_PRONOUN) && !str_eq(t->word, STR("who")) &&
		!(str_eq(s->language, STR("it")) && t->word.n == 1);
}

/* The subject before the verb at token v, not before token `from`. */
static bool subject_before(const struct speech *s, size_t from, size_t v, struct subject *out)
{
	if (v > from + SUBJECT_REACH * 2)
		from = v - SUBJECT_REACH * 2;
	size_t i = v;
	/* Auxiliaries and adverbs stand between: "Lavrov has also said". */
	while (i > from && v - i < 3 && token(s, i - 1)->kind == TOKEN_WORD &&
		!is_pronoun(s, token(s, i - 1)) && (token(s, i - 1)->cues & (CUE_AUXILIARY | CUE_STOP)))
		i--;
	if (i > from && is_pronoun(s, token(s, i - 1))) {
		out->is_pronoun = true;
		return true;
	}
	struct span phrase = phrase_before(s, from, i);
	const struct name *m = last_name(s, from, v);
	bool is_name_adjacent = m && i > 0 &&
		m->span.start + m->span.length >=
			token(s, i - 1)->span.start + token(s, i - 1)->span.length;
	if (phrase.length && !is_name_adjacent) {
		out->span = phrase;
		return true;
	}
	if (m)
		out->span = m->span;
	return m != NULL;
}

/* The subject behind the verb: "said Lavrov", "sagte der Minister". */
static bool subject_behind(const struct speech *s, size_t v, size_t to, struct subject *out)
{
	for (size_t i = v + 1; i < to && i < v + SUBJECT_REACH; i++) {
		const struct token *t = token(s, i);
		const struct name *m = name_from(s, i);
		if (m) {
			out->span = m->span;
			return true;
		}
		if (i == v + 1 && is_pronoun(s, t)) {
			out->is_pronoun = true;
			return true;
		}
		struct span phrase = phrase_behind(s, i, to);
		if (phrase.length) {
			out->span = holder_of(s, phrase);
			return true;
		}
		bool is_through = t->kind == TOKEN_WORD &&
			(t->is_upper || (t->cues & (CUE_ROLE | CUE_ROLE_PART | CUE_NATION | CUE_HONORIFIC)) ||
				!(t->cues & CUE_STOP));
		if (!is_through && !(t->mark == '.' && t->is_glued) && t->mark != '-' &&
			!str_eq(t->word, STR("'s")))
			return false;
	}
	return false;
}

/* "according to Lavrov", "laut Lawrow", "по словам Лаврова": the token behind. */
static bool subject_according(const struct speech *s, size_t i, size_t to, struct subject *out)
{
	size_t v = i;
	if (str_eq(token(s, i + 1)->word, STR("to")))
		v = i + 1;
	return subject_behind(s, v, to, out) && !out->is_pronoun;
}

/* The tokens behind quotation q that may name its speaker: up to the end of the sentence or the
 * next quotation. */
static size_t behind_end(const struct speech *s, size_t q, size_t first)
{
	size_t limit = q + 1 < s->quotes.n ? s->quotes.items[q + 1].outer.start : s->text.n;
	size_t i = first;
	for (; i < s->tokens.n && i < first + BEHIND_REACH; i++) {
		const struct token *t = token(s, i);
		bool is_end = is_sentence_mark(t->mark) &&
			(token(s, i + 1)->is_first || t->mark == ';' || i + 1 >= s->tokens.n ||
				token(s, i + 1)->sentence != t->sentence);
		if (t->span.start >= limit || t->paragraph != token(s, first)->paragraph || is_end)
			break;
	}
	return i;
}

/* Whether what stands behind the quotation goes on with its sentence: a comma, a dash, a small
 * letter, or a name right before a verb. */
static bool goes_on(const struct speech *s, size_t q, size_t first)
{
	struct str inner = span_text(s->text, s->quotes.items[q].inner);
	char last = inner.n ? inner.p[inner.n - 1] : 0;
	const struct token *t = token(s, first);
	static const char *const others[] = {"and", "but", "while", "und", "aber", "et", "mais", "y",
		"pero", "e", "ma", "mas", "en", "maar", "и", "но", "а", "і", "але", "ve", "that", "in",
		"of", "to", "for", "at", "on"};
	if (t->mark == ',' || is_dash(t->mark) || is_verb(t))
		return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_eq(t->word, str_c(others[i])))
			return false;
	if (last == ',' || last == '!' || last == '?' || last == '-')
		return true;
	const struct name *m = name_from(s, first);
	size_t behind = m ? token_at(s, m->span.start + m->span.length) : first + 1;
	return (m || is_pronoun(s, t)) && is_verb(token(s, behind)) &&
		(last != '.' || !t->is_first || m);
}

static bool find_behind(const struct speech *s, size_t q, struct subject *out)
{
	struct span outer = s->quotes.items[q].outer;
	size_t first = token_at(s, outer.start + outer.length);
	if (first >= s->tokens.n || !goes_on(s, q, first) ||
		token(s, first)->paragraph != token(s, token_at(s, outer.start))->paragraph)
		return false;
	size_t end = behind_end(s, q, first);
	while (first < end && token(s, first)->kind == TOKEN_MARK)
		first++;
	for (size_t i = first; i < end && i < first + SUBJECT_REACH * 2; i++) {
		const struct token *t = token(s, i);
		if (t->cues & CUE_ACCORDING)
			return subject_according(s, i, end, out);
		if (is_verb(t))
			return (i > first && subject_before(s, first, i, out)) ||
				subject_behind(s, i, end, out);
	}
	return false;
}

/* The first token of what stands before quotation q in its sentence. */
static size_t before_start(const struct speech *s, size_t q, size_t opening)
{
	size_t limit = 0;
	if (q > 0)
		limit = s->quotes.items[q - 1].outer.start + s->quotes.items[q - 1].outer.length;
	size_t i = opening;
	while (i > 0 && opening - i < BEFORE_REACH) {
		const struct token *t = token(s, i - 1);
		bool is_other = t->paragraph != token(s, opening)->paragraph || t->span.start < limit;
		bool is_end = is_sentence_mark(t->mark) &&
			(t->mark == ';' || token(s, i)->is_first || t->sentence != token(s, i)->sentence);
		if (is_other || is_end)
			break;
		i--;
	}
	return i;
}

static bool find_before(const struct speech *s, size_t q, struct subject *out)
{
	size_t opening = token_at(s, s->quotes.items[q].outer.start);
	size_t start = before_start(s, q, opening);
	for (size_t i = opening; i-- > start;) {
		const struct token *t = token(s, i);
		if (t->cues & CUE_ACCORDING)
			return subject_according(s, i, opening, out);
		if (!is_verb(t))
			continue;
		bool is_inverted = !str_eq(s->language, STR("en")) &&
			(name_from(s, i + 1) || (token(s, i + 1)->cues & CUE_ARTICLE));
		if (is_inverted && subject_behind(s, i, opening, out))
			return true;
		return subject_before(s, start, i, out) || subject_behind(s, i, opening, out);
	}
	/* "Lavrov: ..." */
	const struct name *m = opening > start && token(s, opening - 1)->mark == ':'
		? last_name(s, start, opening - 1)
		: NULL;
	if (m && m->span.start + m->span.length == token(s, opening - 1)->span.start) {
		out->span = m->span;
		return true;
	}
	return false;
}

/* The one person of the sentence before, when somebody speaks in it. */
static bool find_in_sentence_before(const struct speech *s, size_t q, struct subject *out)
{
	size_t i = token_at(s, s->quotes.items[q].outer.start);
	uint32_t sentence = token(s, i)->sentence;
	for (size_t steps = 0; i > 0 && token(s, i - 1)->sentence == sentence; steps++, i--)
		if (steps > 4 * BEFORE_REACH)
			return false; /* no sentence that a person wrote */
	if (i == 0)
		return false;
	size_t end = i, verbs = 0;
	sentence = token(s, i - 1)->sentence;
	while (i > 0 && token(s, i - 1)->sentence == sentence && end - i < 4 * BEFORE_REACH) {
		i--;
		verbs += is_verb(token(s, i));
	}
	const struct name *only = NULL;
	for (size_t k = name_at(s, token(s, i)->span.start);
		 k < s->names.n && s->names.items[k].span.start < token(s, end)->span.start; k++) {
		const struct name *m = &s->names.items[k];
		/* A full name of unknown kind may be a second person. */
		bool is_maybe = m->kind == NAME_UNKNOWN && str_find_char(m->text, ' ', 0) != STR_NONE;
		if (is_maybe)
			return false;
		if (m->kind != NAME_PERSON)
			continue;
		if (only && !str_eq(only->text, m->text))
			return false;
		only = m;
	}
	if (!only || !verbs)
		return false;
	out->span = only->span;
	return true;
}

/* Whether quotation q begins its own sentence. */
static bool begins_sentence(const struct speech *s, size_t q)
{
	size_t i = token_at(s, s->quotes.items[q].outer.start);
	return i == 0 || token(s, i - 1)->sentence != token(s, i)->sentence ||
		is_sentence_mark(token(s, i - 1)->mark);
}

static void find_speaker(struct speech *s, size_t q)
{
	struct quotation *quote = &s->quotes.items[q];
	const struct quotation *last = q > 0 ? quote - 1 : NULL;
	struct subject who = {0};
	bool is_found = find_behind(s, q, &who) || find_before(s, q, &who);
	if (!is_found && last && last->speaker.n) {
		uint32_t here = token(s, token_at(s, quote->outer.start))->paragraph;
		uint32_t there = token(s, token_at(s, last->outer.start))->paragraph;
		if ((last->is_open && here == there + 1) || (here == there && begins_sentence(s, q)))
			who.span = last->speaker_span;
	}
	if (!who.span.length && (who.is_pronoun || (!is_found && begins_sentence(s, q))))
		(void)find_in_sentence_before(s, q, &who); /* leaves the speaker empty */
	quote->speaker_span = who.span;
	if (who.span.length)
		quote->speaker = span_text(s->text, who.span);
}

struct quotation_vec quotations_in(struct arena *a, struct quotation_vec quotes,
	const struct token_vec *tokens, const struct name_vec *names, struct str text,
	struct str language)
{
	struct speech s = {.a = a,
		.text = text,
		.language = language,
		.tokens = *tokens,
		.names = *names,
		.quotes = quotes};
	for (size_t q = 0; q < s.quotes.n; q++)
		find_speaker(&s, q);
	return s.quotes;
}

struct quotation_vec text_quotations(struct arena *a, struct str text, struct str language)
{
	return reading_quotations(text_read(a, text, language));
}
