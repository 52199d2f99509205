#include "text/rules.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "text/stem.h"

/* Scripts without blanks between words are cut in pieces of at most so many code units, since
 * ICU's dictionaries look at a piece as a whole. */
#define PIECE_UNITS 1024

#define BYTES_PER_WORD 5  /* for their first array; it grows for more */
#define BYTES_PER_FORM 12 /* of a report; a map for more has to grow */

struct reader {
	struct arena *a;
	struct arena scratch;
	struct str text;
	const struct rules *rules;
	struct stemmer stemmer;
	struct map seen; /* word as written -> index of its first occurrence in words */
	UBreakIterator *breaks;
	struct word_vec words;
};

bool point_is_word_beyond_ascii(uint32_t c)
{
	return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool point_is_unspaced(uint32_t c)
{
	if (c < 0xE00)
		return false;
	switch (u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK)) {
	case U_LB_IDEOGRAPHIC:
	case U_LB_COMPLEX_CONTEXT:
	case U_LB_NONSTARTER:
	case U_LB_CONDITIONAL_JAPANESE_STARTER:
		return true;
	default:
		return false;
	}
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_number_point(uint32_t c)
{
	return c < 0x80 ? char_is_digit((char)c) : (U_GET_GC_MASK((UChar32)c) & U_GC_N_MASK) != 0;
}

static bool has_three_digits(struct str s, size_t at)
{
	return at + 3 <= s.n && char_is_digit(s.p[at]) && char_is_digit(s.p[at + 1]) &&
		char_is_digit(s.p[at + 2]) && (at + 3 == s.n || !char_is_digit(s.p[at + 3]));
}

/* Whether a character that is no letter stands inside a word: between two characters that are. */
static bool joins(const struct reader *r, size_t start, size_t at, size_t length, uint32_t c,
	uint32_t before, uint32_t after)
{
	if (!point_is_word(after) || point_is_unspaced(after))
		return false;
	if (is_number_point(before) && is_number_point(after)) {
		if (c == 0xA0 || c == 0x202F || c == 0x2009) /* 1 000 000 */
			return has_three_digits(r->text, at + length);
		if (c == '.' || c == ',' || c == ':')
			return true;
	}
	if (is_apostrophe(c))
		return true;
	if (is_hyphen(c))
		return true;
	/* "U.S.", but not "end.The" */
	if (c == '.' && !is_number_point(before) && !is_number_point(after)) {
		uint32_t last;
		size_t n = utf8_decode(r->text, at + 1, &last);
		size_t letter = utf8_length((unsigned char)r->text.p[start]);
		bool is_single = at - start == letter ||
			(at - start > letter && str_sub(r->text, at - letter - 1, 1).p[0] == '.');
		(void)utf8_decode(r->text, at + 1 + n, &last);
		return is_single && !point_is_word(last);
	}
	return false;
}

static bool is_elided(const struct reader *r, struct str word)
{
	char lower[16];
	if (!r->rules->elided || word.n >= sizeof(lower))
		return false;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = char_lower(word.p[i]);
	return is_in_list(r->rules, LIST_ELIDED, (struct str){lower, word.n});
}

/* The end of the word that begins at start. */
static size_t word_end(const struct reader *r, size_t start)
{
	struct str s = r->text;
	size_t at = start;
	uint32_t c, before = 0, after = 0;
	while (at < s.n) {
		for (; at < s.n && (char_is_alpha(s.p[at]) || char_is_digit(s.p[at])); at++)
			before = (unsigned char)s.p[at];
		size_t n = utf8_decode(s, at, &c);
		if (n == 0)
			break;
		if (!point_is_word(c)) {
			if (c < 0x80 && c != '\'' && c != '-' && c != '.' && c != ',' && c != ':')
				break;
			(void)utf8_decode(s, at + n, &after);
			if (at + n >= s.n || !joins(r, start, at, n, c, before, after))
				break;
			if (is_apostrophe(c) && is_elided(r, str_sub(s, start, at - start)))
				break;
		} else if (c >= 0xE00 && point_is_unspaced(c))
			break;
		before = c;
		at += n;
	}
	return at;
}

/* Whether a word is as its folding already; most are. */
static bool is_folded(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!(word.p[i] >= 'a' && word.p[i] <= 'z') && !char_is_digit(word.p[i]))
			return false;
	return true;
}

static void describe(struct reader *r, struct word *w, struct str written)
{
	uint32_t c = 0;
	size_t n;
	struct str folded = is_folded(written) ? written : text_fold(r->a, written);
	w->folded = folded;
	w->is_stop = is_in_list(r->rules, LIST_STOP, folded);
	for (size_t at = 0; (n = utf8_decode(written, at, &c)) > 0; at += n)
		w->is_number = w->is_number || is_number_point(c);
	(void)utf8_decode(written, 0, &c);
	w->is_upper = c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper((UChar32)c) || u_istitle((UChar32)c);
	w->stem = w->is_number ? str_dup(r->a, folded) : stemmer_stem(&r->stemmer, r->a, folded);
}

static void add_word(struct reader *r, size_t start, size_t end)
{
	bool is_new;
	struct str written = str_sub(r->text, start, end - start);
	size_t *first = map_put(&r->seen, written, &is_new);
	struct word *w = VEC_ADD(r->a, &r->words);
	if (is_new) {
		*first = r->words.n - 1;
		w->form = (uint32_t)r->seen.n - 1;
		describe(r, w, written);
	} else
		*w = r->words.items[*first];
	w->span = (struct span){start, end - start};
}

/* Words of a run without blanks: ICU's word breaks decide. Gives its end. */
static size_t read_unspaced(struct reader *r, size_t start)
{
	UChar units[PIECE_UNITS + 2];
	int32_t n = 0, from = 0, to;
	size_t end = start, length;
	uint32_t c;
	UErrorCode status = U_ZERO_ERROR;
	while (
		n < PIECE_UNITS && (length = utf8_decode(r->text, end, &c)) > 0 && point_is_unspaced(c)) {
		U16_APPEND_UNSAFE(units, n, c);
		end += length;
	}
	if (!r->breaks)
		r->breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
	BUG_ON(U_FAILURE(status));
	ubrk_setText(r->breaks, units, n, &status);
	BUG_ON(U_FAILURE(status));
	while ((to = ubrk_next(r->breaks)) != UBRK_DONE) {
		size_t bytes = 0;
		bool is_word = false;
		for (int32_t i = from; i < to;) {
			UChar32 point;
			U16_NEXT(units, i, to, point);
			bytes += U8_LENGTH(point);
			is_word = is_word || point_is_word((uint32_t)point);
		}
		if (is_word)
			add_word(r, start, start + bytes);
		start += bytes;
		from = to;
	}
	return end;
}

struct word_vec text_words(struct arena *a, struct str text, struct str language)
{
	struct reader r = {.a = a, .text = text, .rules = rules_of(language)};
	r.seen = map_for(&r.scratch, text.n / BYTES_PER_FORM);
	r.words.capacity = text.n / BYTES_PER_WORD + 1;
	r.words.items = arena_alloc(a, r.words.capacity * sizeof(*r.words.items));
	r.stemmer = stemmer_open(r.rules);
	for (size_t at = 0; at < text.n;) {
		uint32_t c;
		size_t n = utf8_decode(text, at, &c), end;
		if (!point_is_word(c))
			at += n;
		else if (point_is_unspaced(c))
			at = read_unspaced(&r, at);
		else {
			end = word_end(&r, at);
			add_word(&r, at, end);
			at = end;
		}
	}
	stemmer_close(&r.stemmer);
	if (r.breaks)
		ubrk_close(r.breaks);
	arena_free(&r.scratch);
	return r.words;
}
