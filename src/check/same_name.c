#include "check/same_name.h"

#include "check/parts.h"

/* Names of countries and peoples, and of places with two names, that do not begin alike. */
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
	NULL,
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

struct wanted want(struct str word)
{
	struct wanted w = {.word = word};
	for (const char *const *row = same_names; *row && !w.others; row++)
		if (is_listed(*row, word))
			w.others = *row;
	return w;
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
	return w->others && is_listed(w->others, a);
}
