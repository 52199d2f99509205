#include "text/stem.h"

#include <libstemmer.h>

/* Endings of nouns, adjectives and verbs, longest first. Light: only what inflection adds, so that
 * the forms of one word meet; not a derivation analysis. The letters that must remain are counted
 * in least_stem. */
static const char *const polish_endings[] = {"owaniu", "owania", "owanie", "owałem", "owałam",
	"ościach", "ościami", "ościom", "owych", "owymi", "owego", "owemu", "aniem", "eniem", "ości",
	"ością", "ował", "owie", "ami", "ach", "iach", "iami", "iego", "iemu", "iesz", "ujesz", "ują",
	"uje", "owi", "owy", "owa", "owe", "ową", "ego", "emu", "ych", "ich", "ymi", "imi", "ała",
	"ało", "ali", "ały", "iła", "iło", "ili", "iły", "yła", "yli", "anie", "ania", "aniu", "enie",
	"enia", "eniu", "iem", "iom", "ość", "em", "om", "ów", "ia", "ie", "ią", "ię", "io", "iu", "ej",
	"ym", "im", "ać", "eć", "ić", "yć", "ał", "ił", "ył", "ął", "a", "ą", "e", "ę", "i", "o", "u",
	"y", NULL};
static const char *const ukrainian_endings[] = {"ування", "ованих", "ювання", "ського", "ському",
	"ською", "ських", "ськими", "ський", "ська", "ське", "ські", "ську", "ськім", "увати", "ювати",
	"ували", "ував", "ення", "енню", "енням", "ання", "анню", "анням", "ості", "істю", "ість",
	"ами", "ями", "ові", "еві", "єві", "ого", "ому", "ими", "іми", "ають", "яють", "ують", "юють",
	"ати", "яти", "ити", "іти", "ала", "али", "ало", "яла", "яли", "ила", "или", "ило", "ах", "ях",
	"ам", "ям", "ом", "ем", "єм", "ою", "ею", "єю", "ів", "їв", "ей", "ій", "ий", "их", "им", "ім",
	"іх", "ає", "яє", "ує", "ює", "ав", "яв", "ив", "ів", "ть", "а", "я", "о", "е", "є", "и", "і",
	"ї", "у", "ю", "ь", "й", NULL};

static struct str strip_ending(struct str word, const char *const *endings, size_t least_stem)
{
	size_t points = utf8_count(word);
	for (const char *const *e = endings; *e; e++) {
		struct str ending = str_c(*e);
		if (str_ends(word, ending) && points >= utf8_count(ending) + least_stem)
			return (struct str){word.p, word.n - ending.n};
	}
	return word;
}

static struct str own_stem(const struct rules *rules, struct str word)
{
	if (rules->code && strcmp(rules->code, "pl") == 0)
		return strip_ending(word, polish_endings, 3);
	if (rules->code && strcmp(rules->code, "uk") == 0)
		return strip_ending(word, ukrainian_endings, 3);
	return word;
}

struct stemmer stemmer_open(const struct rules *rules)
{
	return (struct stemmer){.rules = rules};
}

struct str stemmer_stem(struct stemmer *s, struct arena *a, struct str folded_word)
{
	if (folded_word.n == 0 || folded_word.n > STEM_LONGEST)
		return str_dup(a, folded_word);
	if (!s->rules->stemmer)
		return str_dup(a, own_stem(s->rules, folded_word));
	struct str english;
	if (strcmp(s->rules->stemmer, "english") == 0 && stem_english(a, folded_word, &english))
		return english;
	if (!s->snowball)
		s->snowball = sb_stemmer_new(s->rules->stemmer, "UTF_8");
	if (!s->snowball)
		return str_dup(a, folded_word);
	const sb_symbol *stem =
		sb_stemmer_stem(s->snowball, (const sb_symbol *)folded_word.p, (int)folded_word.n);
	if (!stem)
		return str_dup(a, folded_word);
	return str_dup(a, (struct str){(const char *)stem, (size_t)sb_stemmer_length(s->snowball)});
}

void stemmer_close(struct stemmer *s)
{
	if (s->snowball)
		sb_stemmer_delete(s->snowball);
	s->snowball = NULL;
}

bool text_is_stop(struct str folded_word, struct str language)
{
	return is_in_list(rules_of(language), LIST_STOP, folded_word);
}

struct str text_stem(struct arena *a, struct str folded_word, struct str language)
{
	struct stemmer s = stemmer_open(rules_of(language));
	struct str stem = stemmer_stem(&s, a, folded_word);
	stemmer_close(&s);
	return stem;
}
