#include "check/same_name.h"

#include "check/parts.h"

/* Names of countries and peoples, and of places with two names, that do not begin alike; a line for
 * each. */
static const char *const same_names[] = {
	" u.s us usa u.s.a america american americans ",
	" uk u.k britain british britons ",
	" eu e.u european ",
	" un u.n ",
	" france french frenchman ",
	" netherlands dutch holland ",
	" switzerland swiss ",
	" spain spanish spaniard ",
	" denmark danish danes dane ",
	" turkey turkish turks turk türkiye turkiye ",
	" poland polish poles pole ",
	" greece greek greeks ",
	" wales welsh ",
	" ireland irish ",
	" scotland scottish scots ",
	" finland finnish finns ",
	" sweden swedish swedes ",
	" myanmar burma burmese ",
	" kyiv kiev ",
	" germany german germans ",
	" philippines filipino philippine ",
	" argentina argentine ",
	" norway norwegian norwegians ",
	" iraq iraqi iraqis ",
	" israel israeli israelis ",
	" thailand thai ",
	" czechia czech ",
	" portugal portuguese ",
	" zelensky zelenskyy zelenskiy selenskyj ",
};

/* Their words, sorted, with their lines. */
static const struct {
	struct str word;
	size_t line;
} lines_of[] = {
	{STR_CONST("america"), 0},
	{STR_CONST("american"), 0},
	{STR_CONST("americans"), 0},
	{STR_CONST("argentina"), 21},
	{STR_CONST("argentine"), 21},
	{STR_CONST("britain"), 1},
	{STR_CONST("british"), 1},
	{STR_CONST("britons"), 1},
	{STR_CONST("burma"), 17},
	{STR_CONST("burmese"), 17},
	{STR_CONST("czech"), 26},
	{STR_CONST("czechia"), 26},
	{STR_CONST("dane"), 8},
	{STR_CONST("danes"), 8},
	{STR_CONST("danish"), 8},
	{STR_CONST("denmark"), 8},
	{STR_CONST("dutch"), 5},
	{STR_CONST("e.u"), 2},
	{STR_CONST("eu"), 2},
	{STR_CONST("european"), 2},
	{STR_CONST("filipino"), 20},
	{STR_CONST("finland"), 15},
	{STR_CONST("finnish"), 15},
	{STR_CONST("finns"), 15},
	{STR_CONST("france"), 4},
	{STR_CONST("french"), 4},
	{STR_CONST("frenchman"), 4},
	{STR_CONST("german"), 19},
	{STR_CONST("germans"), 19},
	{STR_CONST("germany"), 19},
	{STR_CONST("greece"), 11},
	{STR_CONST("greek"), 11},
	{STR_CONST("greeks"), 11},
	{STR_CONST("holland"), 5},
	{STR_CONST("iraq"), 23},
	{STR_CONST("iraqi"), 23},
	{STR_CONST("iraqis"), 23},
	{STR_CONST("ireland"), 13},
	{STR_CONST("irish"), 13},
	{STR_CONST("israel"), 24},
	{STR_CONST("israeli"), 24},
	{STR_CONST("israelis"), 24},
	{STR_CONST("kiev"), 18},
	{STR_CONST("kyiv"), 18},
	{STR_CONST("myanmar"), 17},
	{STR_CONST("netherlands"), 5},
	{STR_CONST("norway"), 22},
	{STR_CONST("norwegian"), 22},
	{STR_CONST("norwegians"), 22},
	{STR_CONST("philippine"), 20},
	{STR_CONST("philippines"), 20},
	{STR_CONST("poland"), 10},
	{STR_CONST("pole"), 10},
	{STR_CONST("poles"), 10},
	{STR_CONST("polish"), 10},
	{STR_CONST("portugal"), 27},
	{STR_CONST("portuguese"), 27},
	{STR_CONST("scotland"), 14},
	{STR_CONST("scots"), 14},
	{STR_CONST("scottish"), 14},
	{STR_CONST("selenskyj"), 28},
	{STR_CONST("spain"), 7},
	{STR_CONST("spaniard"), 7},
	{STR_CONST("spanish"), 7},
	{STR_CONST("sweden"), 16},
	{STR_CONST("swedes"), 16},
	{STR_CONST("swedish"), 16},
	{STR_CONST("swiss"), 6},
	{STR_CONST("switzerland"), 6},
	{STR_CONST("thai"), 25},
	{STR_CONST("thailand"), 25},
	{STR_CONST("turk"), 9},
	{STR_CONST("turkey"), 9},
	{STR_CONST("turkish"), 9},
	{STR_CONST("turkiye"), 9},
	{STR_CONST("turks"), 9},
	{STR_CONST("türkiye"), 9},
	{STR_CONST("u.k"), 1},
	{STR_CONST("u.n"), 3},
	{STR_CONST("u.s"), 0},
	{STR_CONST("u.s.a"), 0},
	{STR_CONST("uk"), 1},
	{STR_CONST("un"), 3},
	{STR_CONST("us"), 0},
	{STR_CONST("usa"), 0},
	{STR_CONST("wales"), 12},
	{STR_CONST("welsh"), 12},
	{STR_CONST("zelenskiy"), 28},
	{STR_CONST("zelensky"), 28},
	{STR_CONST("zelenskyy"), 28},
};

/* How names of places end, and what their people, adjectives, plurals and cases end in instead. */
static const char bases[] = " a e o y ia i а я ь й о ";
static const char derived[] = " an ans n ns ian ians ean ish ese i is s es 's en er ers ic ies "
							  "ans' s' а у ом ем е ы и ой ого ому "
							  "ым ых ий ая ою ею і ові ів ом'я em owi ie ą y u ego emu ym ich 'da "
							  "'de 'ta 'te 'nin 'nın 'in 'ın "
							  "'a 'e 'ya 'ye 'yi 'yı ";
#define LEAST_COMMON 4 /* characters */

static bool is_base(struct str rest)
{
	return rest.n == 0 || is_listed(bases, rest);
}

static bool is_derived(struct str rest)
{
	return rest.n == 0 || is_listed(derived, rest);
}

/* Where the word stands in a list of words between blanks. */
static size_t find_word(struct str list, struct str word)
{
	char with_blanks[32];
	if (word.n == 0 || word.n + 2 > sizeof(with_blanks))
		return STR_NONE;
	with_blanks[0] = with_blanks[word.n + 1] = ' ';
	memcpy(with_blanks + 1, word.p, word.n);
	return str_find(list, (struct str){with_blanks, word.n + 2}, 0);
}

struct wanted want(struct str word)
{
	size_t low = 0, high = sizeof(lines_of) / sizeof(*lines_of);
	int first = word.n ? (unsigned char)word.p[0] : 0; /* most are told apart by it */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = (unsigned char)lines_of[middle].word.p[0] - first;
		order = order ? order : str_cmp(lines_of[middle].word, word);
		if (order == 0)
			return (struct wanted){word, str_c(same_names[lines_of[middle].line])};
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return (struct wanted){.word = word};
}

bool is_same_name(struct str a, const struct wanted *w)
{
	struct str b = w->word;
	if (str_eq(a, b))
		return true;
	size_t common = 0, least = a.n < b.n ? a.n : b.n;
	while (common < least && a.p[common] == b.p[common])
		common++;
	while (common > 0 && common < least && ((unsigned char)a.p[common] & 0xC0) == 0x80)
		common--;
	if (utf8_count(str_sub(a, 0, common)) >= LEAST_COMMON) {
		struct str x = str_from(a, common), y = str_from(b, common);
		/* Cases of Slavic names differ in both endings. */
		bool is_inflected = x.n && y.n && (x.p[0] & 0x80) && (y.p[0] & 0x80);
		if ((is_base(x) && is_derived(y)) || (is_derived(x) && is_base(y)) ||
			(is_inflected && is_derived(x) && is_derived(y)))
			return true;
	}
	return w->others.n && find_word(w->others, a) != STR_NONE;
}
