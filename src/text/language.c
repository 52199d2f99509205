#include "text/rules.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define SAMPLE_BYTES ((size_t)16 << 10)
#define SAMPLE_WORDS 400
#define PIECE_BYTES 1024     /* folded at once */
#define LANGUAGES_AT_MOST 32 /* rows of rules_all: one bit each */

/* A script that (nearly) one language alone is written in. */
static const struct {
	UScriptCode script;
	const char *code;
} own_scripts[] = {
	{USCRIPT_HIRAGANA, "ja"},
	{USCRIPT_KATAKANA, "ja"},
	{USCRIPT_HANGUL, "ko"},
	{USCRIPT_HAN, "zh"},
	{USCRIPT_GREEK, "el"},
	{USCRIPT_HEBREW, "he"},
	{USCRIPT_ARABIC, "ar"},
	{USCRIPT_THAI, "th"},
	{USCRIPT_DEVANAGARI, "hi"},
	{USCRIPT_BENGALI, "bn"},
	{USCRIPT_TAMIL, "ta"},
	{USCRIPT_TELUGU, "te"},
	{USCRIPT_GEORGIAN, "ka"},
	{USCRIPT_ARMENIAN, "hy"},
	{USCRIPT_ETHIOPIC, "am"},
};

/* Letters that few languages use; each occurrence speaks for the languages named. */
static const struct {
	const char *letters, *codes;
} telling[] = {
	{"ß", " de "},
	{"äö", " de sv fi "},
	{"ü", " de tr hu "},
	{"åø", " da no "},
	{"å", " sv da no "},
	{"ñ¿¡", " es "},
	{"ãõ", " pt "},
	{"łąęśżźń", " pl "},
	{"ğış", " tr "},
	{"œèêàùç", " fr "},
	{"èàìò", " it "},
	{"ěřůď", " cs "},
	{"ľĺŕô", " sk "},
	{"őű", " hu "},
	{"țșăî", " ro "},
	{"ыэё", " ru be "},
	{"іїєґ", " uk "},
	{"ў", " be "},
	{"ђјљњћџ", " sr "},
	{"ъщ", " bg "},
};

struct tally {
	double score[LANGUAGES_AT_MOST];
	size_t script[sizeof(own_scripts) / sizeof(own_scripts[0])];
	size_t letters, other_letters; /* other: Latin and Cyrillic, which many share */
	size_t words;
};

static bool is_named(const char *codes, const char *code)
{
	struct str rest = str_c(codes);
	while (rest.p)
		if (str_eq(str_cut(&rest, ' '), str_c(code)))
			return true;
	return false;
}

static void add_letter(struct tally *t, struct str letter)
{
	const struct rules *rows = rules_all();
	for (size_t i = 0; i < sizeof(telling) / sizeof(telling[0]); i++) {
		if (str_find(str_c(telling[i].letters), letter, 0) == STR_NONE)
			continue;
		for (size_t row = 0; rows[row].code; row++)
			if (is_named(telling[i].codes, rows[row].code))
				t->score[row] += 0.3;
	}
}

static void count_letters(struct tally *t, struct str text)
{
	uint32_t c;
	size_t n;
	for (size_t at = 0; at < text.n; at += n) {
		size_t ascii = 0;
		for (; at < text.n && (unsigned char)text.p[at] < 0x80; at++)
			ascii += char_is_alpha(text.p[at]);
		t->letters += ascii;
		t->other_letters += ascii;
		n = utf8_decode(text, at, &c);
		if (n == 0)
			break;
		if (!u_isalpha((UChar32)c) && c != 0xBF && c != 0xA1)
			continue;
		UErrorCode status = U_ZERO_ERROR;
		UScriptCode script = uscript_getScript((UChar32)c, &status);
		t->letters++;
		bool is_shared = script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC;
		t->other_letters += is_shared;
		for (size_t i = 0; !is_shared && i < sizeof(own_scripts) / sizeof(own_scripts[0]); i++)
			t->script[i] += own_scripts[i].script == script;
		if (c < 0x530) {
			char lower[4];
			size_t bytes = utf8_encode((uint32_t)u_tolower((UChar32)c), lower);
			add_letter(t, (struct str){lower, bytes});
		}
	}
}

/* A word that one language alone has says more than one that five share. */
static void count_word(struct tally *t, struct str folded)
{
	uint32_t languages = lists_with(folded)->languages[LIST_STOP];
	double weight = 1.0 / (languages ? __builtin_popcount(languages) : 1);
	t->words++;
	for (; languages; languages &= languages - 1)
		t->score[__builtin_ctz(languages)] += weight;
}

static void count_folded(struct tally *t, struct str folded)
{
	for (size_t at = 0; at < folded.n && t->words < SAMPLE_WORDS;) {
		uint32_t c;
		size_t n = utf8_decode(folded, at, &c), end = at + n;
		if (!point_is_word(c)) {
			at = end;
			continue;
		}
		do {
			while (end < folded.n && char_is_alpha(folded.p[end]))
				end++;
			n = utf8_decode(folded, end, &c);
			n = n > 0 && point_is_word(c) ? n : 0;
			end += n;
		} while (n > 0);
		count_word(t, str_sub(folded, at, end - at));
		at = end;
	}
}

/* Folds no more of the text than it counts; a piece ends at a blank. */
static void count_words(struct tally *t, struct str text)
{
	struct arena scratch = {0};
	while (text.n && t->words < SAMPLE_WORDS) {
		size_t blank = str_find_char(text, ' ', PIECE_BYTES);
		struct str piece = str_sub(text, 0, blank);
		text = str_from(text, piece.n);
		count_folded(t, text_fold(&scratch, piece));
	}
	arena_free(&scratch);
}

/* The language of a script of its own, when most letters are of it. */
static const char *by_script(const struct tally *t)
{
	if (t->letters == 0 || t->other_letters * 2 > t->letters)
		return NULL;
	size_t best = 0, count = sizeof(own_scripts) / sizeof(own_scripts[0]);
	if ((t->script[0] + t->script[1]) * 20 > t->letters) /* Japanese mixes kana with Han */
		return "ja";
	for (size_t i = 1; i < count; i++)
		if (t->script[i] > t->script[best])
			best = i;
	return t->script[best] ? own_scripts[best].code : NULL;
}

struct str text_language(struct str text, struct str hint)
{
	struct tally t = {0};
	const struct rules *rows = rules_all();
	text = utf8_cut(text, SAMPLE_BYTES);
	hint = str_sub(hint, 0, str_find_char(hint, '-', 0) == 2 ? 2 : hint.n);
	count_letters(&t, text);
	const char *script = by_script(&t);
	if (script) /* Arabic and Devanagari write other languages too: the hint may know better. */
		return hint.n && (strcmp(script, "ar") == 0 || strcmp(script, "hi") == 0) ? hint
																				  : str_c(script);
	count_words(&t, text);
	size_t best = 0, hinted = LANGUAGES_AT_MOST;
	double second = 0;
	for (size_t i = 0; rows[i].code; i++) {
		if (str_eq(hint, str_c(rows[i].code)))
			hinted = i;
		if (t.score[i] > t.score[best])
			best = i;
	}
	for (size_t i = 0; rows[i].code; i++)
		if (i != best && t.score[i] > second)
			second = t.score[i];
	bool is_sure = t.score[best] >= 1.5 && t.score[best] > second * 1.25;
	if (hint.n && !is_sure &&
		(hinted == LANGUAGES_AT_MOST || t.score[hinted] * 1.5 + 0.5 >= t.score[best]))
		return hint;
	return t.score[best] > 0 ? str_c(rows[best].code) : hint;
}

struct str text_language_code(struct arena *a, struct str tag)
{
	tag = str_trim(tag);
	size_t n = 0;
	while (n < tag.n && char_is_alpha(tag.p[n]))
		n++;
	/* Norwegian's two written forms go by the name of the language. */
	struct str code = n == 2 || n == 3 ? str_lower(a, str_sub(tag, 0, n)) : (struct str){0};
	return str_eq(code, STR("nb")) || str_eq(code, STR("nn")) ? STR("no") : code;
}
