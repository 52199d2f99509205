#include "text/tokens.h"

#include "text/lexicon.h"
#include "text/rules.h"

#include <unicode/uchar.h>

#define APOSTROPHE(c) ((c) == '\'' || (c) == 0x2019 || (c) == 0x2bc)
#define NO_BREAK(c) ((c) == 0xa0 || (c) == 0x202f || (c) == 0x2009)

#define BYTES_PER_TOKEN 5 /* for their first array; it grows for more */

struct reader {
	struct arena *a;
	struct str text, language;
	size_t at;
	bool is_space_grouping; /* the language writes 3 800 */
	uint32_t language_bit;
	struct token_vec out;
};

static uint32_t peek(const struct reader *r, size_t at, size_t *step)
{
	uint32_t c = 0;
	size_t n = 1;
	if (at < r->text.n && (unsigned char)r->text.p[at] < 0x80)
		c = (unsigned char)r->text.p[at]; /* most text */
	else
		n = utf8_decode(r->text, at, &c);
	if (step)
		*step = n;
	return n ? c : 0;
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return char_is_alpha((char)c);
	return u_isalpha((UChar32)c) || (c >= 0x300 && c <= 0x36f);
}

static bool is_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper((UChar32)c);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_blank(uint32_t c)
{
	return c < 0x80 ? c <= ' ' : u_isUWhiteSpace((UChar32)c) || c == 0x200b || c == 0xfeff;
}

static bool is_all_upper(struct str word)
{
	size_t upper = 0, at = 0;
	uint32_t c;
	for (size_t step; (step = utf8_decode(word, at, &c)) > 0; at += step) {
		if (is_upper(c))
			upper++;
		else if (is_letter(c))
			return false;
	}
	return upper > 1;
}

static void add(struct reader *r, enum token_kind kind, size_t end, bool is_glued)
{
	struct token *t = VEC_ADD(r->a, &r->out);
	*t = (struct token){.span = {r->at, end - r->at}, .kind = kind, .is_glued = is_glued};
	if (kind == TOKEN_MARK)
		t->mark = peek(r, r->at, NULL);
	if (kind == TOKEN_WORD) {
		struct str written = span_text(r->text, t->span);
		t->word = lexicon_fold(r->a, written);
		t->cues = lexicon_cues(t->word, r->language_bit, LEXICON_FACTS, &t->all_cues);
		t->is_upper = is_upper(peek(r, r->at, NULL));
		t->is_all_upper = t->word.p != written.p && is_all_upper(written);
	}
	r->at = end;
}

/* The end of digits and their separators: groups of three behind a blank or an apostrophe, any
 * number of digits behind a point or a comma. */
static size_t number_end(const struct reader *r)
{
	size_t at = r->at, first = 0;
	while (is_digit(peek(r, at, NULL)))
		at++, first++;
	for (;;) {
		size_t step, digits = 0;
		uint32_t c = peek(r, at, &step);
		while (digits < 16 && is_digit(peek(r, at + step + digits, NULL)))
			digits++;
		bool is_group = digits == 3 && first <= 3 &&
			(NO_BREAK(c) || APOSTROPHE(c) || (c == ' ' && r->is_space_grouping));
		bool is_point = (c == '.' || c == ',') && digits > 0;
		if (!is_group && !is_point)
			return at;
		at += step;
		while (is_digit(peek(r, at, NULL)))
			at++;
	}
}

/* "U.S.", "a.m.", "z.B.": single letters with a point each. */
static size_t dotted_end(const struct reader *r)
{
	size_t at = r->at, letters = 0, step;
	for (;;) {
		uint32_t c = peek(r, at, &step);
		if (!is_letter(c) || peek(r, at + step, NULL) != '.')
			break;
		at += step + 1;
		letters++;
	}
	size_t ignored;
	return letters >= 2 && !is_letter(peek(r, at, &ignored)) ? at : r->at;
}

static bool is_elision(struct str language, struct str before, bool is_next_upper)
{
	static const char *const small[] = {"d", "l", "dell", "all", "nell", "dall", "sull"};
	bool is_romance = str_eq(language, STR("fr")) || str_eq(language, STR("it"));
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (str_eq_nocase(before, str_c(small[i])))
			return is_romance || (is_next_upper && char_lower(before.p[0]) == before.p[0]);
	static const char *const french[] = {"c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu",
		"puisqu", "un", "quell", "quest", "dov"};
	for (size_t i = 0; is_romance && i < sizeof french / sizeof *french; i++)
		if (str_eq_nocase(before, str_c(french[i])))
			return true;
	return false;
}

/* The end of a word. An apostrophe inside stays, but for endings and elided articles. */
static size_t word_end(const struct reader *r)
{
	size_t at = r->at, step, next;
	for (;;) {
		while (at < r->text.n && char_is_alpha(r->text.p[at]))
			at++;
		uint32_t c = peek(r, at, &step);
		if (is_letter(c) || (at > r->at && is_digit(c))) {
			at += step;
			continue;
		}
		if (!APOSTROPHE(c) || at == r->at || !is_letter(peek(r, at + step, &next)))
			return at;
		uint32_t after = peek(r, at + step, NULL);
		if (is_elision(r->language, str_sub(r->text, r->at, at - r->at), is_upper(after)))
			return at + step;
		bool is_ending = (after == 's' || after == 'S') && !is_letter(peek(r, at + step + 1, NULL));
		if (is_ending || (str_eq(r->language, STR("tr")) && !is_upper(after)))
			return at;
		at += step + next;
	}
}

static size_t blank_end(const struct reader *r, size_t at)
{
	size_t step;
	while (at < r->text.n && !is_blank(peek(r, at, &step)))
		at += step;
	return at;
}

static bool is_address(const struct reader *r)
{
	char first = r->text.p[r->at];
	if (first != 'h' && first != 'w')
		return false;
	struct str rest = str_from(r->text, r->at);
	return str_starts(rest, STR("http://")) || str_starts(rest, STR("https://")) ||
		str_starts(rest, STR("www."));
}

static void read_token(struct reader *r, bool is_glued)
{
	size_t step;
	uint32_t c = peek(r, r->at, &step);
	if (is_digit(c)) {
		add(r, TOKEN_NUMBER, number_end(r), is_glued);
	} else if (((c == '@' || c == '#') && is_letter(peek(r, r->at + 1, NULL))) || is_address(r)) {
		add(r, TOKEN_MARK, blank_end(r, r->at), is_glued);
	} else if (is_letter(c)) {
		size_t dotted = dotted_end(r);
		add(r, TOKEN_WORD, dotted > r->at ? dotted : word_end(r), is_glued);
	} else if (APOSTROPHE(c) && is_glued && r->out.n &&
		r->out.items[r->out.n - 1].kind != TOKEN_MARK && is_letter(peek(r, r->at + step, NULL))) {
		/* An ending that was cut off: 's, 'da. */
		size_t start = r->at;
		r->at += step;
		size_t end = word_end(r);
		r->at = start;
		add(r, TOKEN_WORD, end, true);
	} else {
		add(r, TOKEN_MARK, r->at + step, is_glued);
	}
}

/* A mark that opens a quotation stands free; what it quotes begins a sentence of its own. */
static bool is_opening_quote(const struct token *t)
{
	uint32_t c = t->mark;
	bool is_quote = c == '"' || c == '\'' || c == 0x2018 || (c >= 0x201c && c <= 0x201e) ||
		c == 0xab || c == 0xbb || c == 0x2039;
	return is_quote && !t->is_glued;
}

/* "KYIV (Agency) — Rescuers": the text begins behind the dash. */
static bool is_behind_dateline(const struct token_vec *tokens, size_t first, size_t i)
{
	const struct token *dash = &tokens->items[i - 1];
	bool is_dash = dash->mark == 0x2014 || dash->mark == 0x2013 || dash->mark == '-';
	return i > first + 1 && i < first + 10 && is_dash && !tokens->items[i].is_glued &&
		tokens->items[first].is_all_upper;
}

static void mark_sentences(struct token_vec *tokens, struct span_vec sentences, struct str text)
{
	size_t s = 0;
	uint32_t paragraph = 0;
	bool is_open = false; /* no word of this sentence yet */
	for (size_t i = 0, was = 0, first = 0; i < tokens->n; i++) {
		struct token *t = &tokens->items[i];
		while (s + 1 < sentences.n && sentences.items[s + 1].start <= t->span.start) {
			s++;
			is_open = true;
		}
		if (i == 0)
			is_open = true;
		struct str gap = str_sub(text, was, t->span.start - was);
		size_t line =
			gap.n == 0 || (gap.n == 1 && gap.p[0] == ' ') ? STR_NONE : str_find_char(gap, '\n', 0);
		if (line != STR_NONE && (is_open || str_find_char(gap, '\n', line + 1) != STR_NONE))
			paragraph++, first = i;
		was = t->span.start + t->span.length;
		t->sentence = (uint32_t)s;
		t->paragraph = paragraph;
		bool is_quoted = i > 0 &&
			(is_opening_quote(t - 1) || (t - 1)->mark == ':' ||
				is_behind_dateline(tokens, first, i));
		if (t->kind != TOKEN_MARK && (is_open || is_quoted)) {
			t->is_first = true;
			is_open = false;
		}
	}
}

struct token_vec tokens_of(
	struct arena *a, struct str text, struct str language, const struct span_vec *sentences)
{
	struct reader r = {.a = a, .text = text, .language = language};
	static const char *const grouping[] = {"fr", "ru", "uk", "pl", "es", "pt", "it", "de"};
	for (size_t i = 0; i < sizeof grouping / sizeof *grouping; i++)
		r.is_space_grouping |= str_eq(language, str_c(grouping[i]));
	r.language_bit = rules_bit(rules_of(language));
	r.out.capacity = text.n / BYTES_PER_TOKEN + 1;
	r.out.items = arena_alloc(a, r.out.capacity * sizeof(*r.out.items));
	bool is_glued = false;
	while (r.at < text.n) {
		size_t step;
		if (is_blank(peek(&r, r.at, &step))) {
			r.at += step;
			is_glued = false;
			continue;
		}
		read_token(&r, is_glued);
		is_glued = true;
	}
	mark_sentences(&r.out, *sentences, text);
	return r.out;
}

struct token_vec tokens_with_all(struct arena *a, const struct token_vec *tokens)
{
	struct token_vec all = {.n = tokens->n, .capacity = tokens->n};
	all.items = arena_alloc(a, tokens->n * sizeof(*all.items));
	for (size_t i = 0; i < all.n; i++) {
		all.items[i] = tokens->items[i];
		all.items[i].cues = all.items[i].all_cues;
	}
	return all;
}

const struct token token_blank = {.kind = TOKEN_MARK};

struct span token_range(const struct token_vec *tokens, size_t first, size_t last)
{
	size_t start = tokens->items[first].span.start;
	struct span end = tokens->items[last].span;
	return (struct span){start, end.start + end.length - start};
}
