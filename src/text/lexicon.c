#include "text/lexicon.h"

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

static bool row_fits(const struct lexicon_row *row, struct str language)
{
	return !row->language[0] || str_eq(str_c(row->language), language);
}

static void add_table(struct map *words, const struct lexicon_table *table, struct str language)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct lexicon_row *row = &table->rows[i];
		if (!row_fits(row, language))
			continue;
		struct str rest = str_c(row->words);
		while (rest.p) {
			struct str word = str_cut(&rest, ' ');
			bool is_new;
			if (word.n)
				*map_put(words, word, &is_new) |= row->cues;
		}
	}
}

struct map lexicon_of(struct arena *a, struct str language, unsigned sets)
{
	struct map words = map_new(a);
	if (sets & LEXICON_DATES)
		add_table(&words, &lexicon_dates, language);
	if (sets & LEXICON_NUMBERS) {
		add_table(&words, &lexicon_numbers, language);
		add_table(&words, &lexicon_ordinals, language);
		add_table(&words, &lexicon_amounts, language);
	}
	if (sets & LEXICON_NAMES)
		add_table(&words, &lexicon_names, language);
	if (sets & LEXICON_SPEECH)
		add_table(&words, &lexicon_speech, language);
	return words;
}

bool lexicon_has(
	const struct lexicon_table *table, struct str word, struct str language, uint64_t cue)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct lexicon_row *row = &table->rows[i];
		if (!(row->cues & cue) || !row_fits(row, language))
			continue;
		struct str rest = str_c(row->words);
		while (rest.p)
			if (str_eq(str_cut(&rest, ' '), word))
				return true;
	}
	return false;
}

struct str lexicon_fold(struct arena *a, struct str word)
{
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
