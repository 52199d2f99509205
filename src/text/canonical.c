#include "text/rules.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* A word and the marks on it are normalised together, at most so many code points: what is longer
 * is cut into two words by both sides alike. */
#define WORD_POINTS 64
#define WORD_UNITS (WORD_POINTS * 18) /* the longest NFKC mapping is 18 code units */
#define FOLDED_UNITS (WORD_UNITS * 3)

/* Invisible characters that editors, fonts and copy protection put inside words. */
static bool is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* Letters and numbers by general category (L and N) of what NFKC makes of a text. */
static bool is_word_point(UChar32 c)
{
	return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

struct canonical {
	struct arena *a;
	const UNormalizer2 *form;
	struct {
		char *items;
		size_t n, capacity;
	} out;
	bool is_in_word;
};

static void put_bytes(struct canonical *c, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*VEC_ADD(c->a, &c->out) = bytes[i];
}

static void put_point(struct canonical *c, UChar32 point)
{
	char bytes[4];
	if (!is_word_point(point)) {
		c->is_in_word = false;
		return;
	}
	if (!c->is_in_word && c->out.n)
		put_bytes(c, " ", 1);
	c->is_in_word = true;
	put_bytes(c, bytes, utf8_encode((uint32_t)point, bytes));
}

/* NFKC, case folding, NFKC again, of a piece without white space. */
static void put_piece(struct canonical *c, const UChar *in, int32_t n)
{
	UChar composed[WORD_UNITS + 1], folded[FOLDED_UNITS + 1], out[FOLDED_UNITS * 2];
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = unorm2_normalize(c->form, in, n, composed, WORD_UNITS + 1, &status);
	length =
		u_strFoldCase(folded, FOLDED_UNITS + 1, composed, length, U_FOLD_CASE_DEFAULT, &status);
	length = unorm2_normalize(c->form, folded, length, out, FOLDED_UNITS * 2, &status);
	BUG_ON(U_FAILURE(status)); /* the buffers hold the longest there is */
	for (int32_t at = 0; at < length;) {
		UChar32 point;
		U16_NEXT(out, at, length, point);
		put_point(c, point);
	}
}

struct str text_canonical(struct arena *a, struct str text)
{
	UErrorCode status = U_ZERO_ERROR;
	struct canonical c = {.a = a, .form = unorm2_getNFKCInstance(&status)};
	BUG_ON(U_FAILURE(status));
	UChar piece[WORD_POINTS * 2];
	int32_t n = 0;
	size_t points = 0, length;
	uint32_t point;
	for (size_t at = 0; (length = utf8_decode(text, at, &point)) > 0; at += length) {
		if (is_invisible(point))
			continue;
		bool is_space = u_isUWhiteSpace((UChar32)point);
		if (is_space || points == WORD_POINTS) {
			put_piece(&c, piece, n);
			n = 0;
			points = 0;
			c.is_in_word = false;
		}
		if (is_space)
			continue;
		U16_APPEND_UNSAFE(piece, n, point);
		points++;
	}
	put_piece(&c, piece, n);
	return (struct str){c.out.n ? c.out.items : "", c.out.n};
}
