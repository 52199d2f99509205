#include "text/name_runs.h"

#include "text/lexicon.h"

#define TITLE_WORDS 4 /* a headline has at least so many words */
#define RUN_TOKENS 16 /* a name has at most so many tokens */

static const struct token *at(const struct name_text *n, size_t i, ptrdiff_t distance)
{
	return token_near(n->tokens, i, distance);
}

static bool is_language(const struct name_text *n, const char *language)
{
	return str_eq(n->language, str_c(language));
}

bool token_is_acronym(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->is_all_upper && t->word.n >= 2 && utf8_count(t->word) <= 6;
}

/* Headlines have a capital on nearly every longer word and no point at the end; shouted ones are
 * all capitals. */
static void classify_sentences(struct name_text *n)
{
	size_t sentences = n->tokens->n ? n->tokens->items[n->tokens->n - 1].sentence + 1 : 0;
	n->sentence_kind = arena_zero(n->a, sentences + 1);
	n->is_headline_only = true;
	for (size_t i = 0; i < n->tokens->n;) {
		uint32_t sentence = n->tokens->items[i].sentence;
		size_t words = 0, capitals = 0, shouted = 0, all = 0;
		bool has_point = false;
		for (; i < n->tokens->n && n->tokens->items[i].sentence == sentence; i++) {
			const struct token *t = &n->tokens->items[i];
			if (t->kind != TOKEN_MARK)
				has_point = false;
			has_point |= t->mark == '.';
			if (t->kind != TOKEN_WORD)
				continue;
			all++;
			shouted += t->is_all_upper;
			if (t->word.n < 4 || t->is_first)
				continue;
			words++;
			capitals += t->is_upper;
		}
		if (all >= 3 && shouted * 10 > all * 6)
			n->sentence_kind[sentence] = SENTENCE_SHOUTED;
		else if (!has_point && words >= TITLE_WORDS && capitals * 10 >= words * 8)
			n->sentence_kind[sentence] = SENTENCE_TITLE;
		else
			n->is_headline_only = false;
	}
}

/* Which words stand with a capital somewhere, by a hash: only these are looked up. */
struct sieve {
	bool has[1024];
};

static size_t sieve_place(struct str word)
{
	unsigned first = (unsigned char)word.p[0];
	unsigned last = (unsigned char)word.p[word.n - 1];
	return (first * 33 + last * 5 + (unsigned)word.n) & 1023;
}

static void collect_words(struct name_text *n)
{
	bool is_new;
	struct sieve sieve = {{false}};
	for (size_t i = 0; i < n->tokens->n; i++) {
		const struct token *t = &n->tokens->items[i];
		if (t->is_upper && t->word.n)
			sieve.has[sieve_place(t->word)] = true;
	}
	for (size_t i = 0; i < n->tokens->n; i++) {
		const struct token *t = &n->tokens->items[i];
		if (t->kind != TOKEN_WORD || n->sentence_kind[t->sentence] == SENTENCE_SHOUTED)
			continue;
		if (!t->is_upper && t->word.n && sieve.has[sieve_place(t->word)])
			++*map_put(&n->small, t->word, &is_new);
		else if (!t->is_upper)
			continue;
		else if (!t->is_first && n->sentence_kind[t->sentence] == SENTENCE_PLAIN)
			++*map_put(&n->capital, t->word, &is_new);
		if (n->is_german && t->is_upper && (at(n, i, -1)->cues & CUE_ARTICLE))
			++*map_put(&n->noun, t->word, &is_new);
	}
}

struct name_text name_text_of(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language)
{
	struct name_text n = {.a = a,
		.text = text,
		.language = language,
		.tokens = tokens,
		.small = map_new(a),
		.capital = map_new(a),
		.noun = map_new(a),
		.is_german = str_eq(language, STR("de"))};
	classify_sentences(&n);
	collect_words(&n);
	return n;
}

static bool is_initial(const struct name_text *n, size_t i)
{
	const struct token *t = at(n, i, 0), *point = at(n, i, 1);
	return t->kind == TOKEN_WORD && t->is_upper && utf8_count(t->word) == 1 && point->mark == '.' &&
		point->is_glued;
}

/* "St.", "Sen.", "Dr.": a point behind them does not end the name. */
static bool is_abbreviation(const struct name_text *n, size_t i)
{
	const struct token *t = at(n, i, 0), *point = at(n, i, 1);
	bool is_short = (t->cues & CUE_HONORIFIC) || ((t->cues & CUE_ROLE) && t->word.n <= 4) ||
		str_eq(t->word, STR("st")) || str_eq(t->word, STR("mt")) || str_eq(t->word, STR("ft"));
	return is_short && point->mark == '.' && point->is_glued;
}

/* Capitals for loudness: a word that is common in small letters, "EVERY", or "LAST YEAR". Short
 * ones (the WHO) are taken for acronyms unless their neighbours shout too. */
static bool is_shouted_word(const struct name_text *n, size_t i)
{
	const struct token *t = at(n, i, 0);
	if (t->cues & CUE_NO_NAME)
		return true;
	bool is_loud = at(n, i, -1)->is_all_upper || at(n, i, 1)->is_all_upper;
	bool is_common = (t->cues & (CUE_STOP | CUE_LAST | CUE_PERIOD | CUE_NUMBER)) &&
		!(t->cues & CUE_ROLE_PART); /* US */
	return (is_common && (is_loud || t->word.n > 3)) ||
		(t->word.n > 3 && map_get(&n->small, t->word));
}

/* A word that goes on with a name. */
static bool is_part(const struct name_text *n, size_t i)
{
	const struct token *t = at(n, i, 0);
	if (t->kind != TOKEN_WORD || !t->is_upper || str_starts(t->word, STR("'")))
		return false;
	if (is_initial(n, i))
		return true;
	if (token_is_acronym(t))
		return !is_shouted_word(n, i);
	bool is_after_first_name = at(n, i, -1)->cues & CUE_FIRST_NAME;
	if ((t->cues & (CUE_WEEKDAY | CUE_MONTH)) && !is_after_first_name)
		return false;
	return !(t->cues & (CUE_STOP | CUE_NO_NAME));
}

bool name_begins(const struct name_text *n, size_t i)
{
	const struct token *t = at(n, i, 0);
	if (!is_part(n, i))
		return false;
	bool is_letter = utf8_count(t->word) == 1 && !is_initial(n, i); /* "(D-Ohio)" */
	if (is_letter)
		return false;
	uint64_t small = CUE_NUMBER | CUE_APPROXIMATE | CUE_LAST | CUE_NEXT | CUE_THIS | CUE_DAY |
		CUE_PERIOD | CUE_HARMED | CUE_PLURAL;
	if (t->is_first && (t->cues & small) && !(t->cues & (CUE_FIRST_NAME | CUE_PLACE)))
		return false;
	/* "May" is a month, but for the name behind a title. */
	if (t->cues & (CUE_WEEKDAY | CUE_MONTH))
		return at(n, i, -1)->cues & CUE_HONORIFIC;
	return true;
}

/* "Ways and Means Committee", "Fish and Wildlife Service": one office. */
static bool is_pair_of_office(const struct name_text *n, size_t i)
{
	uint64_t own = CUE_PLACE | CUE_FIRST_NAME | CUE_ORGANISATION | CUE_NATION | CUE_ROLE;
	const struct token *left = at(n, i, 0), *right = at(n, i, 2), *office = at(n, i, 3);
	if (((left->cues | right->cues) & own) || token_is_acronym(left) || !is_part(n, i + 2))
		return false;
	bool is_office = (office->cues & CUE_OF_HEAD) || str_eq(office->word, STR("service")) ||
		str_eq(office->word, STR("services")) || str_eq(office->word, STR("administration"));
	return office->is_upper && (office->cues & CUE_ORGANISATION) && is_office;
}

/* "and" joins inside "Ministry of Trade and Industry" alone. */
static ptrdiff_t english_joint(const struct name_text *n, size_t start, size_t i)
{
	const struct token *t = at(n, i, 0), *next = at(n, i, 1), *behind = at(n, i, 2);
	bool is_head = t->cues & CUE_OF_HEAD;
	if (str_eq(next->word, STR("of")) && is_head) {
		if (is_part(n, i + 2) && behind->sentence == t->sentence)
			return 2;
		return str_eq(behind->word, STR("the")) && is_part(n, i + 3) ? 3 : 0;
	}
	if (str_eq(next->word, STR("for")) && (t->cues & CUE_ORGANISATION) && is_part(n, i + 2))
		return 2;
	if (str_eq(next->word, STR("and")) && is_pair_of_office(n, i))
		return 2;
	const struct token *first = at(n, start, 0), *of = at(n, start, 1);
	bool is_office = (first->cues & CUE_OF_HEAD) && (first->cues & CUE_ORGANISATION) &&
		(str_eq(of->word, STR("of")) || str_eq(of->word, STR("for")));
	if (str_eq(next->word, STR("and")) && is_office && i > start + 1 && is_part(n, i + 2) &&
		!(behind->cues & (CUE_FIRST_NAME | CUE_PLACE | CUE_ORGANISATION | CUE_NATION)))
		return 2;
	return 0;
}

/* Particles: "de", "von der", "bin", "al-". How many tokens to the next part. */
static ptrdiff_t particle_joint(const struct name_text *n, size_t i)
{
	ptrdiff_t k = 1;
	while (k <= 2 && (at(n, i, k)->cues & CUE_PARTICLE) && !at(n, i, k)->is_upper)
		k++;
	if (k == 1)
		return 0;
	if (at(n, i, k)->mark == '-' && at(n, i, k)->is_glued)
		k++;
	const struct token *first = at(n, i, 1);
	/* Articles and "and" do not begin a particle: "Müller der ...", "Madrid y Barcelona". */
	static const char *const inner[] = {
		"der", "den", "le", "la", "l'", "y", "e", "al", "el", "ten", "ter", "des", "san"};
	bool is_hyphened = at(n, i, 2)->mark == '-';
	for (size_t j = 0; j < sizeof inner / sizeof *inner; j++)
		if (str_eq(first->word, str_c(inner[j])) && !is_hyphened)
			return 0;
	bool is_of = str_eq(first->word, STR("von")) || str_eq(first->word, STR("van"));
	if (is_of && !(at(n, i, 0)->cues & CUE_FIRST_NAME) && !is_language(n, "en"))
		return 0; /* "Bürgermeister von Köln" */
	return is_part(n, i + (size_t)k) ? k : 0;
}

/* How many tokens further the next part of the name is; 0 when the name ends at i. */
static ptrdiff_t next_part(const struct name_text *n, size_t start, size_t i)
{
	const struct token *t = at(n, i, 0), *next = at(n, i, 1);
	if (next->paragraph != t->paragraph)
		return 0;
	if ((is_initial(n, i) || is_abbreviation(n, i)) && is_part(n, i + 2))
		return at(n, i, 2)->kind == TOKEN_WORD ? 2 : 0;
	if (is_part(n, i + 1) && next->kind == TOKEN_WORD && !next->is_glued) {
		/* "президент России Владимир Путин": the country is no part of the name. */
		bool is_split = (t->cues & (CUE_PLACE | CUE_ORGANISATION)) && !(t->cues & CUE_FIRST_NAME) &&
			(next->cues & CUE_FIRST_NAME) && is_part(n, i + 2) && !at(n, i, 2)->is_glued &&
			!(at(n, i, 2)->cues & CUE_ORGANISATION);
		return is_split ? 0 : 1;
	}
	bool is_hyphen = next->mark == '-' && next->is_glued && at(n, i, 2)->is_glued;
	if (is_hyphen && is_part(n, i + 2) && at(n, i, 2)->kind == TOKEN_WORD)
		return 2;
	if (next->mark == '&' && is_part(n, i + 2) && at(n, i, 2)->kind == TOKEN_WORD)
		return 2;
	if (is_language(n, "en")) {
		ptrdiff_t joint = english_joint(n, start, i);
		if (joint)
			return joint;
	}
	return particle_joint(n, i);
}

size_t name_run_end(const struct name_text *n, size_t i)
{
	size_t end = i;
	ptrdiff_t step;
	while (end < i + RUN_TOKENS && (step = next_part(n, i, end)) > 0)
		end += (size_t)step;
	if ((at(n, end, 1)->cues & CUE_NAME_END) && at(n, end, 1)->is_upper)
		end++;
	return end;
}
