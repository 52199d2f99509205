#include "text/stem.h"

/* The English stemmer of Snowball (M. F. Porter, "The English (Porter2) stemming algorithm"), for
 * words of ASCII alone. Most of what is stemmed is English, and libstemmer takes several times as
 * long. */

#define LONGEST (STEM_LONGEST + 4)

struct english {
	char w[LONGEST];
	size_t n;
	size_t r1, r2; /* where the regions begin */
};

struct change {
	const char *ending, *becomes;
};

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool ends(const struct english *e, const char *ending)
{
	size_t n = strlen(ending);
	return e->n >= n && memcmp(e->w + e->n - n, ending, n) == 0;
}

/* The first row whose ending the word has: longer ones stand before their own ends. */
static const struct change *change_of(const struct english *e, const struct change *rows)
{
	while (rows->ending && !ends(e, rows->ending))
		rows++;
	return rows->ending ? rows : NULL;
}

static void replace(struct english *e, const struct change *c)
{
	size_t n = strlen(c->becomes);
	e->n -= strlen(c->ending);
	memcpy(e->w + e->n, c->becomes, n);
	e->n += n;
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
	return n > 2 && !is_vowel(w[n - 1]) && w[n - 1] != 'w' && w[n - 1] != 'x' && w[n - 1] != 'Y' &&
		is_vowel(w[n - 2]) && !is_vowel(w[n - 3]);
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
	static const char *const prefixes[] = {"gener", "commun", "arsen"};
	e->r1 = 0;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !e->r1; i++)
		if (str_starts((struct str){e->w, e->n}, str_c(prefixes[i])))
			e->r1 = strlen(prefixes[i]);
	if (!e->r1)
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
	if (ends(e, "'s'"))
		e->n -= 3;
	else if (ends(e, "'s"))
		e->n -= 2;
	else if (ends(e, "'"))
		e->n -= 1;
	if (ends(e, "sses"))
		e->n -= 2;
	else if (ends(e, "ied") || ends(e, "ies"))
		e->n -= e->n > 4 ? 2 : 1;
	else if (ends(e, "s") && !ends(e, "us") && !ends(e, "ss") && e->n > 1 &&
		has_vowel_before(e, e->n - 2))
		e->n--;
}

static void strip_past(struct english *e)
{
	static const char *const plain[] = {"ingly", "edly", "ing", "ed"};
	static const char *const doubled[] = {"bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"};
	size_t eed = ends(e, "eedly") ? 5 : ends(e, "eed") ? 3 : 0;
	if (eed) {
		if (e->n - eed >= e->r1)
			e->n -= eed - 2;
		return;
	}
	size_t i = 0;
	while (i < 4 && !ends(e, plain[i]))
		i++;
	if (i == 4 || !has_vowel_before(e, e->n - strlen(plain[i])))
		return;
	e->n -= strlen(plain[i]);
	for (size_t k = 0; k < sizeof doubled / sizeof *doubled; k++)
		if (ends(e, doubled[k])) {
			e->n--;
			return;
		}
	if (ends(e, "at") || ends(e, "bl") || ends(e, "iz") || (e->n == e->r1 && is_short(e, e->n)))
		e->w[e->n++] = 'e';
}

static void turn_y(struct english *e)
{
	char last = e->w[e->n - 1];
	if (e->n > 2 && (last == 'y' || last == 'Y') && !is_vowel(e->w[e->n - 2]))
		e->w[e->n - 1] = 'i';
}

/* Derived adverbs and nouns. */
static void strip_derivation(struct english *e)
{
	static const struct change rows[] = {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},
		{"anci", "ance"}, {"abli", "able"}, {"entli", "ent"}, {"ization", "ize"}, {"izer", "ize"},
		{"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"aliti", "al"}, {"alli", "al"},
		{"fulness", "ful"}, {"ousness", "ous"}, {"ousli", "ous"}, {"iveness", "ive"},
		{"iviti", "ive"}, {"biliti", "ble"}, {"bli", "ble"}, {"ogi", "og"}, {"fulli", "ful"},
		{"lessli", "less"}, {"li", ""}, {NULL, NULL}};
	const struct change *c = change_of(e, rows);
	size_t stem = c ? e->n - strlen(c->ending) : 0;
	if (!c || stem < e->r1)
		return;
	char before = stem ? e->w[stem - 1] : 0;
	bool is_ogi = strcmp(c->ending, "ogi") == 0, is_li = strcmp(c->ending, "li") == 0;
	if ((is_ogi && before != 'l') || (is_li && (!before || !strchr("cdeghkmnrt", before))))
		return;
	replace(e, c);
}

static void strip_adjective(struct english *e)
{
	static const struct change rows[] = {{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"},
		{"icate", "ic"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}, {"ative", ""},
		{NULL, NULL}};
	const struct change *c = change_of(e, rows);
	size_t stem = c ? e->n - strlen(c->ending) : 0;
	if (c && stem >= e->r1 && (strcmp(c->ending, "ative") != 0 || stem >= e->r2))
		replace(e, c);
}

static void strip_suffix(struct english *e)
{
	static const struct change rows[] = {{"al", ""}, {"ance", ""}, {"ence", ""}, {"er", ""},
		{"ic", ""}, {"able", ""}, {"ible", ""}, {"ant", ""}, {"ement", ""}, {"ment", ""},
		{"ent", ""}, {"ism", ""}, {"ate", ""}, {"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""},
		{"ion", ""}, {NULL, NULL}};
	const struct change *c = change_of(e, rows);
	size_t stem = c ? e->n - strlen(c->ending) : 0;
	if (!c || stem < e->r2)
		return;
	bool is_ion = strcmp(c->ending, "ion") == 0;
	if (is_ion && (stem == 0 || (e->w[stem - 1] != 's' && e->w[stem - 1] != 't')))
		return;
	replace(e, c);
}

static void strip_last(struct english *e)
{
	size_t stem = e->n - 1;
	if (ends(e, "e") && (stem >= e->r2 || (stem >= e->r1 && !is_short(e, stem))))
		e->n--;
	else if (ends(e, "ll") && stem >= e->r2)
		e->n--;
}

static bool is_any(struct str word, const char *const *list)
{
	while (*list && !str_eq(word, str_c(*list)))
		list++;
	return *list != NULL;
}

/* Words that the rules would spoil. */
static const char *exception_of(struct str word)
{
	static const struct change rows[] = {{"skis", "ski"}, {"skies", "sky"}, {"dying", "die"},
		{"lying", "lie"}, {"tying", "tie"}, {"idly", "idl"}, {"gently", "gentl"}, {"ugly", "ugli"},
		{"early", "earli"}, {"only", "onli"}, {"singly", "singl"}, {"sky", "sky"}, {"news", "news"},
		{"howe", "howe"}, {"atlas", "atlas"}, {"cosmos", "cosmos"}, {"bias", "bias"},
		{"andes", "andes"}};
	for (size_t i = 0; word.n <= 6 && i < sizeof rows / sizeof *rows; i++)
		if (str_eq(word, str_c(rows[i].ending)))
			return rows[i].becomes;
	return NULL;
}

static void stem(struct english *e)
{
	static const char *const kept[] = {
		"inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed", NULL};
	mark_consonants(e);
	mark_regions(e);
	strip_plural(e);
	if (e->n == 0 || is_any((struct str){e->w, e->n}, kept))
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
	struct english e = {.n = word.n};
	const char *exception = exception_of(word);
	for (size_t i = 0; i < word.n; i++)
		if ((unsigned char)word.p[i] >= 0x80)
			return false;
	*out = exception ? str_c(exception) : word;
	if (exception || word.n < 3 || word.n > STEM_LONGEST) {
		*out = str_dup(a, *out);
		return true;
	}
	bool has_mark = word.p[0] == '\'';
	e.n -= has_mark;
	memcpy(e.w, word.p + has_mark, e.n);
	stem(&e);
	for (size_t i = 0; i < e.n; i++)
		e.w[i] = e.w[i] == 'Y' ? 'y' : e.w[i];
	*out = str_dup(a, (struct str){e.w, e.n});
	return true;
}
