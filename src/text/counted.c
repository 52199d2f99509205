#include "text/counted.h"

#include "text/lexicon.h"

#define NOUN_REACH 6 /* tokens behind a number in which its noun is looked for */

struct phrase {
	const struct token_vec *tokens;
	struct str language;
	size_t last; /* the number's last token */
	bool is_single;
};

static const struct token *ahead(const struct phrase *p, ptrdiff_t distance)
{
	return token_near(p->tokens, p->last, distance);
}

static bool is_language(const struct phrase *p, const char *language)
{
	return str_eq(p->language, str_c(language));
}

static bool ends_with_any(struct str word, const char *endings)
{
	struct str rest = str_c(endings);
	while (rest.p)
		if (str_ends(word, str_cut(&rest, ' ')))
			return true;
	return false;
}

static bool is_plural_english(const struct token *t)
{
	if (t->cues & (CUE_PLURAL | CUE_UNIT))
		return true;
	return t->word.n > 3 && str_ends(t->word, STR("s")) && !ends_with_any(t->word, "ss us is 's");
}

/* A word that a noun phrase can go on with. */
static bool is_inside(const struct token *t)
{
	return t->kind == TOKEN_WORD && !(t->cues & (CUE_STOP | CUE_NUMBER | CUE_PERCENT)) &&
		!str_starts(t->word, STR("'"));
}

/* Words that look like a verb's past or an adjective, when another noun follows. */
static bool is_adjective_english(const struct token *t)
{
	return (t->cues & CUE_ADJECTIVE) || t->is_upper ||
		ends_with_any(t->word, "ed al ic ous ive ary ish ian ese less ful est ing");
}

static struct span english_noun(const struct phrase *p, ptrdiff_t k)
{
	struct span harmed = {0}, single = {0};
	for (ptrdiff_t end = k + NOUN_REACH; k < end; k++) {
		const struct token *t = ahead(p, k), *next = ahead(p, k + 1);
		if (t->mark == '-' && t->is_glued && next->is_glued)
			continue;
		/* "Somali and Yemeni pirates" */
		if (str_eq(t->word, STR("and")) && ahead(p, k - 1)->is_upper && next->is_upper)
			continue;
		if (!is_inside(t))
			break;
		if (t->cues & CUE_HARMED && !harmed.length)
			harmed = t->span;
		if (p->is_single) {
			if (!single.length && next->mark != '-' &&
				!(is_adjective_english(t) && is_inside(next)))
				single = t->span;
			continue;
		}
		bool is_first_of_two = (t->cues & CUE_ADJECTIVE) || next->mark == '-';
		if (is_plural_english(t) && !(is_first_of_two && is_inside(next)))
			return t->span;
	}
	return p->is_single && single.length ? single : harmed;
}

/* German writes nouns with a capital. */
static struct span german_noun(const struct phrase *p, ptrdiff_t k)
{
	for (ptrdiff_t end = k + NOUN_REACH; k < end; k++) {
		const struct token *t = ahead(p, k);
		if (t->kind != TOKEN_WORD || (t->cues & (CUE_STOP | CUE_NUMBER)))
			break;
		if (t->is_upper)
			return t->span;
	}
	return (struct span){0};
}

static struct span first_noun(const struct phrase *p, ptrdiff_t k, const char *adjective_endings)
{
	for (ptrdiff_t end = k + 4; k < end; k++) {
		const struct token *t = ahead(p, k), *next = ahead(p, k + 1);
		if (!is_inside(t) || (t->cues & CUE_APPROXIMATE && !is_inside(next)))
			break;
		bool is_adjective = (t->cues & CUE_ADJECTIVE) ||
			(adjective_endings[0] && ends_with_any(t->word, adjective_endings)) ||
			(is_language(p, "tr") && t->is_upper);
		if (!is_adjective || !is_inside(next))
			return t->span;
	}
	return (struct span){0};
}

/* "14 were injured". */
static struct span harmed_behind_verb(const struct phrase *p)
{
	if (!(ahead(p, 1)->cues & CUE_STOP))
		return (struct span){0};
	for (ptrdiff_t k = 2; k <= 4; k++) {
		const struct token *t = ahead(p, k);
		if (t->cues & CUE_HARMED)
			return t->span;
		if (t->kind != TOKEN_WORD || (t->cues & CUE_NUMBER) || str_eq(t->word, STR("and")))
			break;
	}
	return (struct span){0};
}

/* "killing 14", "killed at least 14". */
static struct span harmed_before(const struct phrase *p, size_t first)
{
	for (ptrdiff_t k = 1; k <= 3; k++) {
		const struct token *t = token_near(p->tokens, first, -k);
		if (t->cues & CUE_HARMED)
			return t->span;
		if (!(t->cues & CUE_APPROXIMATE) && !str_eq(t->word, STR("at")) &&
			!str_eq(t->word, STR("than")))
			break;
	}
	return (struct span){0};
}

struct span counted_noun(
	const struct token_vec *tokens, struct str language, size_t first, size_t last, bool is_single)
{
	struct phrase p = {tokens, language, last, is_single};
	ptrdiff_t k = 1;
	if (ahead(&p, 1)->mark == '+')
		k++;
	if (ahead(&p, k)->mark == '.' && ahead(&p, k)->is_glued && is_language(&p, "de"))
		k++;
	if (ahead(&p, k)->cues & CUE_OF) {
		k++;
		/* "of the", "de los", "de leurs" */
		while (k < 4 && (ahead(&p, k)->cues & CUE_STOP))
			k++;
	}
	struct span noun;
	if (is_language(&p, "de"))
		return german_noun(&p, k);
	if (is_language(&p, "ru"))
		return first_noun(&p, k, "ых их ые ие ого его ому ой ая ую ый ий");
	if (is_language(&p, "uk"))
		return first_noun(&p, k, "их ого ої ий");
	if (is_language(&p, "pl"))
		return first_noun(&p, k, "ych ich ego ej owe skie");
	if (is_language(&p, "nl"))
		return first_noun(&p, k, "ische gewonde dode se");
	static const char *const noun_first[] = {"fr", "es", "it", "pt", "tr"};
	for (size_t i = 0; i < sizeof noun_first / sizeof *noun_first; i++)
		if (is_language(&p, noun_first[i]))
			return first_noun(&p, k, "");
	noun = english_noun(&p, k);
	if (!noun.length)
		noun = harmed_behind_verb(&p);
	return noun.length ? noun : harmed_before(&p, first);
}
