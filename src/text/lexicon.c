#include "text/lexicon.h"

#include "text/word_table.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#define LATIN_END 0x250u /* Latin letters below this lose their accents */

static uint32_t fold_point(const UNormalizer2 *nfd, uint32_t c)
{
	uint32_t low = (uint32_t)u_tolower((UChar32)c);
	if (low < 0x80)
		return low;
	if (low == 0x131)
		return 'i';
	if (low == 0x142)
		return 'l';
	if (low == 0xf8)
		return 'o';
	if (low == 0x451)
		return 0x435;
	if (low == 0x2019 || low == 0x2bc)
		return '\'';
	if (low >= LATIN_END)
		return low;
	UChar parts[8];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = unorm2_getDecomposition(nfd, (UChar32)low, parts, 8, &status);
	return U_SUCCESS(status) && n > 0 ? parts[0] : low;
}

uint64_t lexicon_cues(struct str word, uint32_t language, unsigned sets, uint64_t *all)
{
	const struct word_slot *slot = word_find(lexicon_slots, lexicon_mask, word);
	uint64_t cues = 0;
	*all = 0;
	if (!slot->length)
		return 0;
	for (const struct word_sense *s = &lexicon_senses[slot->value];; s++) {
		if (s->languages & language) {
			*all |= s->sets == LEXICON_DURATIONS ? 0 : s->cues;
			if (s->sets & sets)
				cues |= s->cues;
		}
		if (s->is_last)
			return cues;
	}
}

/* Whether the word is as its folding already; most words of most texts are. */
static bool is_folded(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if ((unsigned char)word.p[i] >= 0x80 || (word.p[i] >= 'A' && word.p[i] <= 'Z'))
			return false;
	return word.n <= LEXICON_WORD - 4;
}

static bool is_ascii(struct str word)
{
	unsigned char all = 0;
	for (size_t i = 0; i < word.n; i++)
		all |= (unsigned char)word.p[i];
	return all < 0x80;
}

struct str lexicon_fold(struct arena *a, struct str word)
{
	if (is_folded(word))
		return word;
	if (is_ascii(word))
		return str_lower(a, str_sub(word, 0, LEXICON_WORD - 4));
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
	char *out = arena_alloc(a, word.n * 2 + 4 < LEXICON_WORD ? word.n * 2 + 4 : LEXICON_WORD);
	size_t n = 0, at = 0, max = word.n * 2 + 4 < LEXICON_WORD ? word.n * 2 : LEXICON_WORD - 4;
	uint32_t c;
	for (size_t step; n < max && (step = utf8_decode(word, at, &c)) > 0; at += step) {
		if (c == 0xdf) {
			out[n++] = 's';
			out[n++] = 's';
		} else if (c < 0x300 || c > 0x36f) {
			n +=
				utf8_encode(c < 0x80 ? (uint32_t)char_lower((char)c) : fold_point(nfd, c), out + n);
		}
	}
	return (struct str){out, n};
}
