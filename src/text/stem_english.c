#include "text/stem.h"

/* The English stemmer of Snowball (M. F. Porter, "The English (Porter2) stemming algorithm"), for
 * words of ASCII alone. Most of what is stemmed is English, and libstemmer takes several times as
 * long. */

struct english {
	char w[STEM_LONGEST + 4];
	size_t n;
	size_t r1, r2; /* where the regions begin */
};

struct change {
	struct str ending, becomes;
};
#define CHANGE(ending, becomes) \
	{ \
		STR_CONST(ending), STR_CONST(becomes) \
	}
#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Sets of small letters. */
#define L(letter) (1u << ((letter) - 'a'))

static bool is_one_of(char c, uint32_t letters)
{
	return c >= 'a' && c <= 'z' && (letters >> (c - 'a') & 1);
}

static bool is_vowel(char c)
{
	return is_one_of(c, L('a') | L('e') | L('i') | L('o') | L('u') | L('y'));
}

static bool ends_with(const struct english *e, struct str ending)
{
	return e->n >= ending.n && e->w[e->n - 1] == ending.p[ending.n - 1] &&
		memcmp(e->w + e->n - ending.n, ending.p, ending.n) == 0;
}
/* The same with an ending of fixed length, which the compiler compares without a call. */
#define ENDS(e, ending) \
	((e)->n >= sizeof(ending) - 1 && \
		memcmp((e)->w + (e)->n - (sizeof(ending) - 1), "" ending, sizeof(ending) - 1) == 0)

/* The first row whose ending the word has: longer ones stand before their own ends. */
static const struct change *change_of(
	const struct english *e, const struct change *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ends_with(e, rows[i].ending))
			return &rows[i];
	return NULL;
}

static void replace(struct english *e, const struct change *c)
{
	e->n -= c->ending.n;
	memcpy(e->w + e->n, c->becomes.p, c->becomes.n);
	e->n += c->becomes.n;
}

static bool has_vowel_before(const struct english *e, size_t end)
{
	for (size_t i = 0; i < end; i++)
		if (is_vowel(e->w[i]))
			return true;
	return false;
}

/* Whether the first n letters end in a short syllable. */
static bool is_short(const struct english *e, size_t n)
{
	const char *w = e->w;
	if (n == 2)
		return is_vowel(w[0]) && !is_vowel(w[1]);
	return n > 2 && !is_vowel(w[n - 1]) && w[n - 1] != 'Y' &&
		!is_one_of(w[n - 1], L('w') | L('x')) && is_vowel(w[n - 2]) && !is_vowel(w[n - 3]);
}

/* Behind the first letter that is no vowel and follows one. */
static size_t region_from(const struct english *e, size_t at)
{
	while (at < e->n && !is_vowel(e->w[at]))
		at++;
	while (at < e->n && is_vowel(e->w[at]))
		at++;
	return at < e->n ? at + 1 : e->n;
}

static void mark_regions(struct english *e)
{
	struct str word = {e->w, e->n};
	if (str_starts(word, STR("gener")) || str_starts(word, STR("arsen")))
		e->r1 = 5;
	else if (str_starts(word, STR("commun")))
		e->r1 = 6;
	else
		e->r1 = region_from(e, 0);
	e->r2 = region_from(e, e->r1);
}

/* A y that is a consonant becomes Y. */
static void mark_consonants(struct english *e)
{
	if (e->w[0] == 'y')
		e->w[0] = 'Y';
	for (size_t i = 1; i < e->n; i++)
		if (e->w[i] == 'y' && is_vowel(e->w[i - 1]))
			e->w[i] = 'Y';
}

static void strip_plural(struct english *e)
{
	if (ENDS(e, "'s'"))
		e->n -= 3;
	else if (ENDS(e, "'s"))
		e->n -= 2;
	else if (ENDS(e, "'"))
		e->n -= 1;
	if (ENDS(e, "sses"))
		e->n -= 2;
	else if (ENDS(e, "ied") || ENDS(e, "ies"))
		e->n -= e->n > 4 ? 2 : 1;
	else if (ENDS(e, "s") && !ENDS(e, "us") && !ENDS(e, "ss") && e->n > 1 &&
		has_vowel_before(e, e->n - 2))
		e->n--;
}

static bool is_doubled(const struct english *e)
{
	char last = e->w[e->n - 1];
	return e->n > 1 && e->w[e->n - 2] == last &&
		is_one_of(
			last, L('b') | L('d') | L('f') | L('g') | L('m') | L('n') | L('p') | L('r') | L('t'));
}

static void strip_past(struct english *e)
{
	size_t eed = ENDS(e, "eedly") ? 5 : ENDS(e, "eed") ? 3 : 0;
	if (eed) {
		if (e->n - eed >= e->r1)
			e->n -= eed - 2;
		return;
	}
	size_t n = ENDS(e, "ingly") ? 5
		: ENDS(e, "edly")       ? 4
		: ENDS(e, "ing")        ? 3
		: ENDS(e, "ed")         ? 2
								: 0;
	if (n == 0 || !has_vowel_before(e, e->n - n))
		return;
	e->n -= n;
	if (is_doubled(e))
		e->n--;
	else if (ENDS(e, "at") || ENDS(e, "bl") || ENDS(e, "iz") ||
		(e->n == e->r1 && is_short(e, e->n)))
		e->w[e->n++] = 'e';
}

static void turn_y(struct english *e)
{
	if (e->n > 2 && (e->w[e->n - 1] == 'y' || e->w[e->n - 1] == 'Y') && !is_vowel(e->w[e->n - 2]))
		e->w[e->n - 1] = 'i';
}

/* Derived adverbs and nouns. */
static void strip_derivation(struct english *e)
{
	static const struct change rows[] = {CHANGE("ational", "ate"), CHANGE("tional", "tion"),
		CHANGE("enci", "ence"), CHANGE("anci", "ance"), CHANGE("abli", "able"),
		CHANGE("entli", "ent"), CHANGE("ization", "ize"), CHANGE("izer", "ize"),
		CHANGE("ation", "ate"), CHANGE("ator", "ate"), CHANGE("alism", "al"), CHANGE("aliti", "al"),
		CHANGE("alli", "al"), CHANGE("fulness", "ful"), CHANGE("ousness", "ous"),
		CHANGE("ousli", "ous"), CHANGE("iveness", "ive"), CHANGE("iviti", "ive"),
		CHANGE("biliti", "ble"), CHANGE("bli", "ble"), CHANGE("ogi", "og"), CHANGE("fulli", "ful"),
		CHANGE("lessli", "less"), CHANGE("li", "")};
	if (!is_one_of(e->w[e->n - 1], L('i') | L('l') | L('r') | L('n') | L('m') | L('s')))
		return;
	const struct change *c = change_of(e, rows, COUNT(rows));
	size_t stem = c ? e->n - c->ending.n : 0;
	if (!c || stem < e->r1)
		return;
	char before = stem ? e->w[stem - 1] : '\0';
	bool is_ogi = str_eq(c->ending, STR("ogi")), is_li = str_eq(c->ending, STR("li"));
	if ((is_ogi && before != 'l') ||
		(is_li &&
			!is_one_of(before,
				L('c') | L('d') | L('e') | L('g') | L('h') | L('k') | L('m') | L('n') | L('r') |
					L('t'))))
		return;
	replace(e, c);
}

static void strip_adjective(struct english *e)
{
	static const struct change rows[] = {CHANGE("ational", "ate"), CHANGE("tional", "tion"),
		CHANGE("alize", "al"), CHANGE("icate", "ic"), CHANGE("iciti", "ic"), CHANGE("ical", "ic"),
		CHANGE("ful", ""), CHANGE("ness", ""), CHANGE("ative", "")};
	if (!is_one_of(e->w[e->n - 1], L('l') | L('e') | L('i') | L('s')))
		return;
	const struct change *c = change_of(e, rows, COUNT(rows));
	size_t stem = c ? e->n - c->ending.n : 0;
	if (c && stem >= e->r1 && (stem >= e->r2 || !str_eq(c->ending, STR("ative"))))
		replace(e, c);
}

static void strip_suffix(struct english *e)
{
	static const struct str rows[] = {STR_CONST("al"), STR_CONST("ance"), STR_CONST("ence"),
		STR_CONST("er"), STR_CONST("ic"), STR_CONST("able"), STR_CONST("ible"), STR_CONST("ant"),
		STR_CONST("ement"), STR_CONST("ment"), STR_CONST("ent"), STR_CONST("ism"), STR_CONST("ate"),
		STR_CONST("iti"), STR_CONST("ous"), STR_CONST("ive"), STR_CONST("ize"), STR_CONST("ion")};
	size_t i = 0;
	const uint32_t last =
		L('c') | L('e') | L('i') | L('l') | L('m') | L('n') | L('r') | L('s') | L('t');
	if (e->r2 + 2 > e->n || !is_one_of(e->w[e->n - 1], last))
		return;
	while (i < COUNT(rows) && !ends_with(e, rows[i]))
		i++;
	if (i == COUNT(rows) || e->n - rows[i].n < e->r2)
		return;
	char before = e->n > rows[i].n ? e->w[e->n - rows[i].n - 1] : '\0';
	if (!str_eq(rows[i], STR("ion")) || is_one_of(before, L('s') | L('t')))
		e->n -= rows[i].n;
}

static void strip_last(struct english *e)
{
	size_t stem = e->n - 1;
	if (ENDS(e, "e") && (stem >= e->r2 || (stem >= e->r1 && !is_short(e, stem))))
		e->n--;
	else if (ENDS(e, "ll") && stem >= e->r2)
		e->n--;
}

/* Words that the rules would spoil. */
static struct str exception_of(struct str word)
{
	static const struct change rows[] = {CHANGE("skis", "ski"), CHANGE("skies", "sky"),
		CHANGE("dying", "die"), CHANGE("lying", "lie"), CHANGE("tying", "tie"),
		CHANGE("idly", "idl"), CHANGE("gently", "gentl"), CHANGE("ugly", "ugli"),
		CHANGE("early", "earli"), CHANGE("only", "onli"), CHANGE("singly", "singl"),
		CHANGE("sky", "sky"), CHANGE("news", "news"), CHANGE("howe", "howe"),
		CHANGE("atlas", "atlas"), CHANGE("cosmos", "cosmos"), CHANGE("bias", "bias"),
		CHANGE("andes", "andes")};
	if (word.n < 3 || word.n > 6 ||
		!is_one_of(word.p[word.n - 1], L('e') | L('g') | L('s') | L('y')))
		return (struct str){0};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(word, rows[i].ending))
			return rows[i].becomes;
	return (struct str){0};
}

/* Words that are done when their plural is gone. */
static bool is_kept(struct str word)
{
	static const struct str kept[] = {STR_CONST("inning"), STR_CONST("outing"),
		STR_CONST("canning"), STR_CONST("herring"), STR_CONST("earring"), STR_CONST("proceed"),
		STR_CONST("exceed"), STR_CONST("succeed")};
	for (size_t i = 0; word.n >= 6 && word.n <= 7 && i < COUNT(kept); i++)
		if (str_eq(word, kept[i]))
			return true;
	return false;
}

static void stem(struct english *e)
{
	mark_consonants(e);
	mark_regions(e);
	strip_plural(e);
	if (e->n == 0 || is_kept((struct str){e->w, e->n}))
		return;
	strip_past(e);
	turn_y(e);
	strip_derivation(e);
	strip_adjective(e);
	strip_suffix(e);
	strip_last(e);
}

bool stem_english(struct arena *a, struct str word, struct str *out)
{
	struct english e;
	unsigned char all = 0;
	for (size_t i = 0; i < word.n; i++)
		all |= (unsigned char)word.p[i];
	if (all >= 0x80 || word.n > STEM_LONGEST)
		return false;
	struct str exception = exception_of(word);
	if (exception.n || word.n < 3) {
		*out = str_dup(a, exception.n ? exception : word);
		return true;
	}
	bool has_mark = word.p[0] == '\'';
	e.n = word.n - has_mark;
	memcpy(e.w, word.p + has_mark, e.n);
	stem(&e);
	for (size_t i = 0; i < e.n; i++)
		e.w[i] = e.w[i] == 'Y' ? 'y' : e.w[i];
	*out = str_dup(a, (struct str){e.w, e.n});
	return true;
}
