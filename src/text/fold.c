#include "text/rules.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* A character and the marks on it are normalised together, at most so many of them: ICU sorts marks
 * by insertion, which on a million marks would take quadratic time. */
#define CLUSTER_POINTS 32
#define FOLDED_UNITS (CLUSTER_POINTS * 18 + 1) /* the longest NFKC mapping is 18 code units */

struct folder {
	const UNormalizer2 *form;
	struct arena *a;
	struct str text;
	char *out;
	uint32_t *starts; /* may be NULL */
	size_t n, capacity;
	bool is_blank_last;
};

static void reserve(struct folder *f, size_t more)
{
	if (f->n + more + 1 <= f->capacity)
		return;
	size_t capacity = (f->capacity + more) * 2;
	char *out = arena_alloc(f->a, capacity);
	memcpy(out, f->out, f->n);
	f->out = out;
	if (f->starts) {
		uint32_t *starts = arena_alloc(f->a, capacity * sizeof(*starts));
		memcpy(starts, f->starts, f->n * sizeof(*starts));
		f->starts = starts;
	}
	f->capacity = capacity;
}

static void put(struct folder *f, uint32_t point, size_t start)
{
	reserve(f, 4);
	size_t n = point < 0x80 ? (f->out[f->n] = (char)point, 1) : utf8_encode(point, f->out + f->n);
	if (f->starts)
		for (size_t i = 0; i < n; i++)
			f->starts[f->n + i] = (uint32_t)start;
	f->n += n;
	f->is_blank_last = false;
}

static void put_blank(struct folder *f, size_t start)
{
	if (f->is_blank_last)
		return;
	put(f, ' ', start);
	f->is_blank_last = true;
}

/* What marks of punctuation become; 0 for all else. */
static uint32_t plain_mark(uint32_t c)
{
	switch (c) {
	case 0x2018: /* single quotation marks, primes and modifier apostrophes */
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032:
	case 0x2039:
	case 0x203A:
	case 0x02BC:
	case 0x00B4:
	case '`':
		return '\'';
	case 0x201C: /* double ones */
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033:
	case 0x00AB:
	case 0x00BB:
		return '"';
	case 0x2010: /* hyphens, dashes, minus */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return '-';
	case 0x0130: /* its full folding is i and a dot above, which no other spelling of a name has */
		return 'i';
	default:
		return 0;
	}
}

/* Letters of Latin and Cyrillic whose folding is one letter, and that no letter before changes. */
static bool is_simple_letter(uint32_t c)
{
	if (c >= 0x400 && c < 0x460)
		return true;
	return c >= 0xC0 && c < 0x17F && c != 0xDF && c != 0x132 && c != 0x133 && c != 0x13F &&
		c != 0x140 && c != 0x149;
}

static void put_folded(struct folder *f, uint32_t c, size_t start)
{
	uint32_t mark = plain_mark(c);
	if (mark)
		put(f, mark, start);
	else if (c == 0x307) /* a dot above that found no letter to join: see U+0130 */
		return;
	else if (u_isUWhiteSpace((UChar32)c))
		put_blank(f, start);
	else
		put(f, c, start);
}

/* Most texts do without. */
static const UNormalizer2 *form_of(struct folder *f)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!f->form)
		f->form = unorm2_getNFKCCasefoldInstance(&status);
	BUG_ON(U_FAILURE(status));
	return f->form;
}

/* Folds the character at `at` and the marks on it; gives the bytes they take. */
static size_t fold_cluster(struct folder *f, size_t at)
{
	UChar in[CLUSTER_POINTS * 2], out[FOLDED_UNITS];
	int32_t in_n = 0, out_n, i = 0;
	size_t end = at;
	uint32_t c;
	for (int count = 0; count < CLUSTER_POINTS; count++) {
		size_t n = utf8_decode(f->text, end, &c);
		if (n == 0 || (count > 0 && unorm2_hasBoundaryBefore(form_of(f), (UChar32)c)))
			break;
		U16_APPEND_UNSAFE(in, in_n, c);
		end += n;
	}
	UErrorCode status = U_ZERO_ERROR;
	out_n = unorm2_normalize(form_of(f), in, in_n, out, FOLDED_UNITS, &status);
	BUG_ON(U_FAILURE(status));
	while (i < out_n) {
		UChar32 point;
		U16_NEXT(out, i, out_n, point);
		put_folded(f, (uint32_t)point, at);
	}
	return end - at;
}

static size_t fold_one(struct folder *f, size_t at)
{
	uint32_t c = 0, next = 0;
	size_t n = utf8_decode(f->text, at, &c);
	(void)utf8_decode(f->text, at + n, &next);
	bool is_alone = next < 0x80 || is_simple_letter(next);
	if (plain_mark(c))
		put(f, plain_mark(c), at);
	else if (c < 0x80 && is_alone) {
		if (char_is_space((char)c))
			put_blank(f, at);
		else
			put(f, (unsigned char)char_lower((char)c), at);
	} else if (is_alone && is_simple_letter(c))
		put(f, (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT), at);
	else if (unorm2_isInert(form_of(f), (UChar32)c))
		put_folded(f, c, at);
	else
		return fold_cluster(f, at);
	return n;
}

/* Folds the ASCII from `at` on, but for a last one that marks may stand on. */
static size_t fold_ascii(struct folder *f, size_t at)
{
	const char *p = f->text.p;
	size_t end = at;
	while (end < f->text.n && (unsigned char)p[end] < 0x80)
		end++;
	if (end < f->text.n && end > at)
		end--;
	if (end == at)
		return fold_one(f, at);
	reserve(f, end - at);
	char *out = f->out;
	size_t n = f->n;
	bool is_blank_last = f->is_blank_last;
	for (size_t i = at; i < end; i++) {
		if (char_is_alpha(p[i]) && !f->starts) {
			out[n++] = p[i] | 0x20;
			is_blank_last = false;
			continue;
		}
		bool is_blank = char_is_space(p[i]);
		if (is_blank && is_blank_last)
			continue;
		is_blank_last = is_blank;
		if (f->starts)
			f->starts[n] = (uint32_t)i;
		out[n++] = is_blank ? ' ' : p[i] == '`' ? '\'' : char_lower(p[i]);
	}
	f->n = n;
	f->is_blank_last = is_blank_last;
	return end - at;
}

static struct folder fold(struct arena *a, struct str text, bool has_starts)
{
	struct folder f = {.a = a, .text = text, .capacity = text.n + 16};
	f.out = arena_alloc(a, f.capacity);
	if (has_starts)
		f.starts = arena_alloc(a, f.capacity * sizeof(*f.starts));
	for (size_t at = 0; at < text.n;)
		at += fold_ascii(&f, at);
	f.out[f.n] = '\0';
	if (has_starts)
		f.starts[f.n] = (uint32_t)text.n;
	return f;
}

/* Whether no word goes on across `at`. */
static bool is_word_border(struct str folded, size_t at)
{
	uint32_t before = 0, after = 0;
	size_t start = at;
	if (at == 0 || at == folded.n)
		return true;
	do
		start--;
	while (start > 0 && ((unsigned char)folded.p[start] & 0xC0) == 0x80);
	(void)utf8_decode(folded, start, &before);
	(void)utf8_decode(folded, at, &after);
	return !point_is_word(before) || !point_is_word(after) || point_is_unspaced(before) ||
		point_is_unspaced(after);
}

/* For each prefix of the needle the length of its longest border (Knuth, Morris, Pratt 1977). */
static size_t *borders_of(struct arena *a, struct str needle)
{
	size_t *border = ARENA_ARRAY(a, size_t, needle.n + 1), k = 0;
	for (size_t i = 1; i < needle.n; i++) {
		while (k > 0 && needle.p[i] != needle.p[k])
			k = border[k];
		if (needle.p[i] == needle.p[k])
			k++;
		border[i + 1] = k;
	}
	return border;
}

static struct span unfold_span(const struct text_folded *f, size_t start, size_t end)
{
	/* The end is where the next character begins that came from another one. */
	size_t last = f->starts[end - 1];
	while (end < f->text.n && f->starts[end] == last)
		end++;
	return (struct span){f->starts[start], f->starts[end] - f->starts[start]};
}

struct text_folded text_fold_map(struct arena *a, struct str text)
{
	struct folder f = fold(a, text, true);
	return (struct text_folded){.text = {f.out, f.n}, .starts = f.starts};
}

bool text_folded_find(
	const struct text_folded *in, struct str folded_needle, size_t from, struct span *found)
{
	struct str text = in->text, needle = folded_needle;
	if (needle.n == 0 || needle.n > text.n || from > text.n - needle.n)
		return false;
	from = str_find(text, needle, from); /* nearly always the only one, or none */
	if (from == STR_NONE)
		return false;
	if (is_word_border(text, from) && is_word_border(text, from + needle.n)) {
		*found = (struct span){from, needle.n};
		return true;
	}
	struct arena scratch = {0};
	size_t *border = borders_of(&scratch, needle), k = 0, end = 0;
	for (size_t i = from; i < text.n && end == 0; i++) {
		while (k > 0 && text.p[i] != needle.p[k])
			k = border[k];
		if (text.p[i] == needle.p[k])
			k++;
		if (k < needle.n)
			continue;
		k = border[k];
		if (is_word_border(text, i + 1 - needle.n) && is_word_border(text, i + 1))
			end = i + 1;
	}
	if (end)
		*found = (struct span){end - needle.n, needle.n};
	arena_free(&scratch);
	return end > 0;
}

struct span text_unfold(const struct text_folded *in, struct span folded)
{
	if (folded.length == 0)
		return (struct span){in->starts[folded.start], 0};
	return unfold_span(in, folded.start, folded.start + folded.length);
}

struct str text_fold(struct arena *a, struct str text)
{
	struct folder f = fold(a, text, false);
	return (struct str){f.out, f.n};
}

bool text_find_folded(struct arena *a, struct str text, struct str needle, struct span *found)
{
	(void)a;
	struct arena scratch = {0};
	struct text_folded in = text_fold_map(&scratch, text);
	struct span hit;
	bool is_found = text_folded_find(&in, str_trim(text_fold(&scratch, needle)), 0, &hit);
	if (is_found) {
		*found = text_unfold(&in, hit);
		struct str whole = str_from(text, found->start);
		whole.n = found->length;
		while (found->length && char_is_space(whole.p[found->length - 1]))
			found->length--;
	}
	arena_free(&scratch);
	return is_found;
}

struct str text_squeeze(struct arena *a, struct str text)
{
	char *out = arena_alloc(a, text.n + 1);
	size_t n = 0;
	for (size_t at = 0, length; at < text.n; at += length) {
		uint32_t c;
		length = utf8_decode(text, at, &c);
		if (c < 0x80 ? char_is_space((char)c) : u_isUWhiteSpace((UChar32)c)) {
			if (n > 0 && out[n - 1] != ' ')
				out[n++] = ' ';
			continue;
		}
		memcpy(out + n, text.p + at, length);
		n += length;
	}
	if (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return (struct str){out, n};
}
