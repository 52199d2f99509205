#include "text/rules.h"

#include <unicode/uchar.h>

/* Candidates for a border are Unicode's sentence terminals (the set that UAX 29 and ICU cut at);
 * this file then decides about each by what stands before it and behind it. UAX 29 alone cuts after
 * "Dr.", "Jan." and "z. B.". */

#define LONGEST_ABBREVIATION 16 /* bytes looked at before a full stop */
#define LONGEST_SENTENCE \
	((size_t)8 << 10)   /* bytes: what goes on is cut at a blank, or in the end anywhere */
#define SPEAKER_WORDS 4 /* a name of three words and its verb */
#define OPENERS_AT_MOST \
	6 /* quotation marks, brackets and dashes before a sentence's first word \
	   */

struct cutter {
	struct str text;
	const struct rules *rules;
	size_t start;       /* of the sentence that is open; behind white space */
	bool is_quote_open; /* an odd number of '"' since the paragraph began */
};

static bool is_space(uint32_t c)
{
	return c < 0x80 ? char_is_space((char)c) : u_isUWhiteSpace((UChar32)c);
}

static bool is_terminal(uint32_t c)
{
	if (c < 0x80)
		return c == '.' || c == '!' || c == '?';
	return c == 0x2026 || u_hasBinaryProperty((UChar32)c, UCHAR_S_TERM);
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == '\'' ||
		(c >= 0x80 && u_hasBinaryProperty((UChar32)c, UCHAR_QUOTATION_MARK));
}

static bool is_closer(uint32_t c)
{
	return c == ')' || c == ']' || is_quote(c) ||
		(c >= 0x80 && (U_GET_GC_MASK((UChar32)c) & U_GC_PE_MASK));
}

static bool is_opener(uint32_t c)
{
	if (c < 0x80)
		return c == '(' || c == '[' || c == '"' || c == '\'' || c == '-' || c == '*';
	return is_quote(c) || c == 0xBF || c == 0xA1 || c == 0x2022 ||
		(U_GET_GC_MASK((UChar32)c) & (U_GC_PS_MASK | U_GC_PD_MASK));
}

static size_t skip_space(struct str s, size_t at)
{
	uint32_t c;
	size_t n;
	while ((n = utf8_decode(s, at, &c)) > 0 && is_space(c))
		at += n;
	return at;
}

/* A closing mark that the typography of French, or a tokenizer, sets off by a blank: "Oui. » Il
 * part". */
static size_t skip_spaced_closer(const struct cutter *cutter, size_t at)
{
	struct str s = cutter->text;
	uint32_t c = 0, next = ' ';
	size_t mark = skip_space(s, at), n = utf8_decode(s, mark, &c);
	bool is_mark = c == 0xBB || c == 0x201D || (c == '"' && cutter->is_quote_open);
	if (mark == at || n == 0 || !is_mark || memchr(s.p + at, '\n', mark - at))
		return at;
	(void)utf8_decode(s, mark + n, &next);
	return is_space(next) || is_terminal(next) || next == ',' ? mark + n : at;
}

/* The end of the terminals at `at` and of the marks that close behind them. */
static size_t skip_terminals(struct cutter *cutter, size_t at, bool *is_closed)
{
	struct str s = cutter->text;
	uint32_t c;
	size_t n;
	*is_closed = false;
	while ((n = utf8_decode(s, at, &c)) > 0 && (is_terminal(c) || is_closer(c))) {
		*is_closed = *is_closed || is_closer(c);
		cutter->is_quote_open = cutter->is_quote_open != (c == '"');
		at += n;
	}
	size_t end = skip_spaced_closer(cutter, at);
	if (end > at) {
		*is_closed = true;
		cutter->is_quote_open = false;
	}
	return end;
}

/* The letters, digits and inner full stops before the full stop at `at`. */
static struct str word_before(const struct cutter *c, size_t at)
{
	size_t start = at;
	while (start > c->start && at - start < LONGEST_ABBREVIATION) {
		unsigned char b = (unsigned char)c->text.p[start - 1];
		if (!char_is_alpha((char)b) && !char_is_digit((char)b) && b != '.' && b != '-' && b < 0x80)
			break;
		start--;
	}
	while (start < at && ((unsigned char)c->text.p[start] & 0xC0) == 0x80)
		start++;
	struct str word = str_sub(c->text, start, at - start);
	uint32_t first;
	size_t n;
	/* Quotation marks and dashes outside ASCII are no letters. */
	while ((n = utf8_decode(word, 0, &first)) > 0 && !point_is_word(first))
		word = str_from(word, n);
	return word;
}

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_digit(s.p[i]))
			return false;
	return s.n > 0;
}

static bool is_single_letter(struct str s)
{
	uint32_t c;
	return s.n > 0 && utf8_decode(s, 0, &c) == s.n && u_isalpha((UChar32)c);
}

static bool is_upper(struct str s)
{
	uint32_t c;
	return utf8_decode(s, 0, &c) > 0 && (u_isupper((UChar32)c) || u_istitle((UChar32)c));
}

static bool is_consonants(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_alpha(s.p[i]) || strchr("aeiouy", char_lower(s.p[i])))
			return false;
	return s.n > 1 && s.n <= 4 && !(s.p[1] >= 'A' && s.p[1] <= 'Z');
}

/* The word that begins the text behind a candidate. */
static struct str word_after(struct str s, size_t at)
{
	size_t end = at, n;
	uint32_t c;
	while (end - at < 64 && (n = utf8_decode(s, end, &c)) > 0 && (point_is_word(c) || c == '\''))
		end += n;
	return str_sub(s, at, end - at);
}

static bool begins_like_a_sentence(const struct cutter *c, size_t at)
{
	struct arena scratch = {0};
	struct str word = word_after(c->text, at);
	bool is_initial = is_single_letter(word) && str_sub(c->text, at + word.n, 1).n &&
		c->text.p[at + word.n] == '.';
	bool is_function_word =
		!is_initial && is_in_list(c->rules, LIST_STOP, text_fold(&scratch, word));
	arena_free(&scratch);
	return is_function_word;
}

/* The offset behind what stands before the blanks before `at`. */
static size_t skip_blanks_back(const struct cutter *c, size_t at)
{
	while (at > c->start && c->text.p[at - 1] == ' ')
		at--;
	return at;
}

/* "z. B.", "d. h.", "т. е.": a small letter, full stop, blank, letter. */
static bool is_spaced_chain(const struct cutter *c, size_t word_start)
{
	size_t at = skip_blanks_back(c, word_start);
	if (at == word_start || at == c->start || c->text.p[at - 1] != '.')
		return false;
	struct str before = word_before(c, at - 1);
	return is_single_letter(before) && !is_upper(before);
}

/* "и т. д.", "и т. п.": the and-so-on of Russian and Ukrainian, which may end a sentence. */
static bool is_and_so_on(const struct cutter *c, struct str word, size_t word_start)
{
	struct str before = str_sub(c->text, c->start, skip_blanks_back(c, word_start) - c->start);
	return str_ends(before, STR("т.")) && (str_eq(word, STR("д")) || str_eq(word, STR("п")));
}

static bool is_behind_number(const struct cutter *c, size_t word_start)
{
	size_t at = skip_blanks_back(c, word_start);
	return at > c->start && char_is_digit(c->text.p[at - 1]);
}

enum stop_kind { STOP_ENDS, STOP_GOES_ON, STOP_MAY_END };

static enum stop_kind judge_letter(
	const struct cutter *c, struct str letter, size_t start, bool is_number_next)
{
	if (is_and_so_on(c, letter, start))
		return STOP_ENDS;
	if (is_spaced_chain(c, start))
		return STOP_GOES_ON;
	if (is_upper(letter))
		return is_number_next ? STOP_ENDS : STOP_MAY_END;
	return is_behind_number(c, start) ? STOP_ENDS : STOP_GOES_ON;
}

/* What the word before a lone full stop says. `next` is the first character behind it. */
static enum stop_kind judge_word(
	const struct cutter *c, struct str word, struct str folded, size_t start, uint32_t next)
{
	bool is_number_next = next < 0x80 && char_is_digit((char)next);
	if (is_digits(word) && start == c->start) /* the number of a list item */
		return word.n < 4 ? STOP_GOES_ON : STOP_ENDS;
	if (is_digits(word))
		return c->rules->has_dotted_ordinals && word.n <= 2 ? STOP_MAY_END : STOP_ENDS;
	if (is_number_next && is_in_list(c->rules, LIST_BEFORE_NUMBER, folded))
		return STOP_GOES_ON;
	if (is_single_letter(word))
		return judge_letter(c, word, start, is_number_next);
	if (is_in_list(c->rules, LIST_BEFORE_NAME, folded))
		return STOP_GOES_ON;
	if (memchr(word.p, '.', word.n))
		return STOP_MAY_END;
	if (is_in_list(c->rules, LIST_OTHER, folded) || is_consonants(word))
		return is_behind_number(c, start) ? STOP_ENDS : STOP_MAY_END;
	return STOP_ENDS;
}

/* Whether a sentence ends at the lone full stop at `at`; `behind` is where the text goes on. */
static bool is_full_stop_border(const struct cutter *c, size_t at, size_t behind)
{
	uint32_t next = 0;
	struct arena scratch = {0};
	struct str word = word_before(c, at);
	(void)utf8_decode(c->text, behind, &next);
	enum stop_kind kind =
		word.n ? judge_word(c, word, text_fold(&scratch, word), at - word.n, next) : STOP_ENDS;
	arena_free(&scratch);
	if (kind != STOP_MAY_END)
		return kind == STOP_ENDS;
	if (next < 0x80 && char_is_digit((char)next))
		return false;
	return !u_isalpha((UChar32)next) || begins_like_a_sentence(c, behind);
}

/* “Why?” Lavrov asked. A name and a verb of speech behind a question or a cry in quotation marks.
 */
static bool is_speech_tag(const struct cutter *c, size_t at)
{
	struct arena scratch = {0};
	bool is_tag = false;
	if (begins_like_a_sentence(c, at))
		return false;
	for (int i = 0; i < SPEAKER_WORDS && !is_tag; i++) {
		struct str word = word_after(c->text, at);
		at += word.n;
		is_tag = word.n > 0 && i > 0 &&
			text_is_reporting_verb(text_fold(&scratch, word), str_c(c->rules->code));
		if (word.n == 0 || str_sub(c->text, at, 1).n == 0 || c->text.p[at] != ' ')
			break;
		at++;
	}
	arena_free(&scratch);
	return is_tag;
}

/* A mark with a blank on both sides: text that a tokenizer has taken apart, often without capitals.
 */
static bool is_alone(const struct cutter *c, size_t at, size_t end)
{
	return end == at + 1 && at > c->start && char_is_space(c->text.p[at - 1]) && end < c->text.n &&
		char_is_space(c->text.p[end]);
}

/* Whether the terminals from `at` to `end` end a sentence. */
static bool is_border(const struct cutter *c, size_t at, size_t end, bool is_closed)
{
	struct str s = c->text;
	uint32_t first, next;
	size_t n, terminal = utf8_decode(s, at, &first), behind = skip_space(s, end);
	if (behind == s.n)
		return true;
	if (at == c->start) /* an ellipsis before the first word */
		return false;
	if (behind == end) /* No blank: scripts without them end here, "3.5" and "U.S." don't. */
		return first >= 0x3000;
	for (int i = 0; i < OPENERS_AT_MOST && (n = utf8_decode(s, behind, &next)) > 0; i++) {
		if (!is_opener(next))
			break;
		behind = skip_space(s, behind + n);
	}
	if (utf8_decode(s, behind, &next) == 0)
		return true;
	if (u_islower((UChar32)next)) /* “Why?” he asked. */
		return !is_closed && is_alone(c, at, end);
	if (next == ',' || next == ';' || next == ':')
		return false;
	if ((first == '!' || first == '?') && is_closed && is_speech_tag(c, behind))
		return false;
	if (first != '.' || end != at + terminal || is_closed)
		return true;
	return is_full_stop_border(c, at, behind);
}

static bool starts_with_capital(struct str s, size_t at)
{
	uint32_t c;
	size_t n;
	for (int i = 0; i < OPENERS_AT_MOST && (n = utf8_decode(s, at, &c)) > 0 && is_opener(c); i++)
		at += n;
	return is_upper(str_from(s, at));
}

static void add_sentence(struct arena *a, struct cutter *c, size_t end, struct span_vec *found)
{
	size_t start = c->start;
	c->start = skip_space(c->text, end);
	while (end > start) {
		uint32_t point = 0;
		size_t last = end - 1;
		while (last > start && ((unsigned char)c->text.p[last] & 0xC0) == 0x80)
			last--;
		(void)utf8_decode(c->text, last, &point);
		if (!is_space(point))
			break;
		end = last;
	}
	if (end > start && found->n < LIMIT_SENTENCES)
		*VEC_ADD(a, found) = (struct span){start, end - start};
}

/* White space with a line break in it: whether a paragraph ends here. */
static bool is_paragraph_end(struct str s, size_t at, size_t *end)
{
	*end = skip_space(s, at);
	size_t lines = 0;
	for (size_t i = at; i < *end; i++)
		lines += s.p[i] == '\n';
	return lines > 1 || starts_with_capital(s, *end);
}

static bool is_too_long(const struct cutter *c, size_t at)
{
	size_t length = at > c->start ? at - c->start : 0;
	return length >= 2 * LONGEST_SENTENCE || (length >= LONGEST_SENTENCE && c->text.p[at] == ' ');
}

/* Over letters, which end nothing; a sentence that grows too long is looked at byte by byte. */
static size_t skip_letters(const struct cutter *c, size_t at)
{
	size_t most = c->start + LONGEST_SENTENCE, end = c->text.n < most ? c->text.n : most;
	while (at < end && char_is_alpha(c->text.p[at]))
		at++;
	return at;
}

struct span_vec text_sentences(struct arena *a, struct str text, struct str language)
{
	struct span_vec found = {0};
	struct cutter c = {.text = text, .rules = rules_of(language), .start = skip_space(text, 0)};
	size_t at = 0;
	while (at < text.n && found.n < LIMIT_SENTENCES) {
		unsigned char b = (unsigned char)text.p[at];
		uint32_t point = b;
		size_t n = b < 0x80 ? 1 : utf8_decode(text, at, &point), end;
		bool is_closed;
		if (b == '\n') {
			if (is_paragraph_end(text, at, &end)) {
				add_sentence(a, &c, at, &found);
				c.is_quote_open = false;
			}
			at = end;
		} else if (is_terminal(point)) {
			end = skip_terminals(&c, at, &is_closed);
			if (is_border(&c, at, end, is_closed))
				add_sentence(a, &c, end, &found);
			at = end;
		} else if (is_too_long(&c, at)) {
			add_sentence(a, &c, at, &found);
			at = c.start;
		} else {
			c.is_quote_open = c.is_quote_open != (b == '"');
			at = skip_letters(&c, at + n);
		}
	}
	add_sentence(a, &c, text.n, &found);
	return found;
}
