#include "check/same_name.h"

#include "check/parts.h"

/* Names of countries and peoples, and of places with two names, that do not begin alike; a line for
 * each. */
static const char same_names[] = " u.s us usa u.s.a america american americans \n"
								 " uk u.k britain british britons \n"
								 " eu e.u european \n"
								 " un u.n \n"
								 " france french frenchman \n"
								 " netherlands dutch holland \n"
								 " switzerland swiss \n"
								 " spain spanish spaniard \n"
								 " denmark danish danes dane \n"
								 " turkey turkish turks turk türkiye turkiye \n"
								 " poland polish poles pole \n"
								 " greece greek greeks \n"
								 " wales welsh \n"
								 " ireland irish \n"
								 " scotland scottish scots \n"
								 " finland finnish finns \n"
								 " sweden swedish swedes \n"
								 " myanmar burma burmese \n"
								 " kyiv kiev \n"
								 " germany german germans \n"
								 " philippines filipino philippine \n"
								 " argentina argentine \n"
								 " norway norwegian norwegians \n"
								 " iraq iraqi iraqis \n"
								 " israel israeli israelis \n"
								 " thailand thai \n"
								 " czechia czech \n"
								 " portugal portuguese \n"
								 " zelensky zelenskyy zelenskiy selenskyj \n";

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
	struct wanted w = {.word = word};
	struct str all = {same_names, sizeof(same_names) - 1};
	size_t at = find_word(all, word);
	if (at == STR_NONE)
		return w;
	size_t before = str_rfind_char(str_sub(all, 0, at), '\n');
	w.others = str_from(all, before == STR_NONE ? 0 : before + 1);
	w.others.n = str_find_char(w.others, '\n', 0);
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
	return w->others.n && find_word(w->others, a) != STR_NONE;
}
