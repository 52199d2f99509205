#include "check/phrases.h"

#include "text/text.h"

#define NO_PLACE UINT32_MAX
/* Places of one pair of words that are tried: "of the" stands everywhere. */
#define TRIES 48
#define WORDS_IN_ORDER 200 /* of a sentence of the sources */

/* All words of the sources in a row, and for each pair of neighbours the places where it stands. */
struct phrases {
	struct map ids;              /* folded word to its number */
	uint32_t *words, *sentences; /* of each place: the word, and its sentence */
	bool *begins_clause;         /* of words: a mark stands before it */
	size_t *first_word;          /* by sentence, and the end */
	size_t sentence_count;
	size_t n;
	uint32_t *first; /* by the pair's slot: its last place */
	uint32_t *next;  /* by place: the place before with the same slot */
	size_t mask;
};

static uint32_t word_id(struct map *ids, struct str folded)
{
	bool is_new;
	size_t *id = map_put(ids, folded, &is_new);
	if (is_new)
		*id = ids->n;
	return (uint32_t)*id;
}

static size_t slot_of(const struct phrases *p, uint32_t a, uint32_t b)
{
	uint64_t hash = ((uint64_t)a << 32 | b) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(hash >> 32) & p->mask;
}

static bool has_mark(struct str between)
{
	if (between.n == 1 && between.p[0] == ' ') /* nearly always */
		return false;
	for (size_t i = 0; i < between.n; i++)
		if (!char_is_space(between.p[i]) && !strchr("'&/%$-", between.p[i]))
			return true;
	return false;
}

/* At most so many words, when those with hyphens are cut. */
static size_t count_parts(const struct witness *s)
{
	size_t n = s->words.n;
	for (size_t i = 0; i < s->words.n; i++) {
		struct str rest = s->folded[i];
		for (size_t at; (at = str_find_char(rest, '-', 0)) != STR_NONE; n++)
			rest = str_from(rest, at + 1);
	}
	return n;
}

static void add_source(struct phrases *p, const struct witness *s, size_t first_sentence)
{
	size_t sentence = 0, end = 0;
	struct arena scratch = {0};
	uint32_t *ids = ARENA_ARRAY(&scratch, uint32_t, s->words.n + 1); /* by form; 0: not known */
	for (size_t i = 0; i < s->words.n; i++) {
		size_t start = s->words.items[i].span.start;
		while (sentence + 1 < s->sentences.n && s->sentences.items[sentence + 1].start <= start)
			p->first_word[first_sentence + ++sentence] = p->n;
		p->begins_clause[p->n] = i == 0 || has_mark(str_sub(s->report->text, end, start - end));
		end = start + s->words.items[i].span.length;
		uint32_t *id = &ids[s->words.items[i].form];
		for (struct str rest = s->folded[i]; rest.p;) {
			struct str part = *id ? rest : str_cut(&rest, '-');
			p->words[p->n] = *id ? *id : word_id(&p->ids, part);
			if (part.n == s->folded[i].n) { /* in one part: not to be cut again */
				*id = p->words[p->n];
				rest.p = NULL;
			}
			p->sentences[p->n++] = (uint32_t)(first_sentence + sentence);
		}
	}
	arena_free(&scratch);
}

struct phrases *phrases_new(struct arena *a, const struct evidence *e)
{
	struct phrases *p = ARENA_NEW(a, struct phrases);
	size_t words = 0, sentences = 0;
	for (size_t r = 0; r < e->count; r++)
		words += e->sources[r] ? count_parts(e->sources[r]) : 0;
	p->ids = map_new(a);
	p->words = ARENA_ARRAY(a, uint32_t, words + 1);
	p->sentences = ARENA_ARRAY(a, uint32_t, words + 1);
	p->begins_clause = ARENA_ARRAY(a, bool, words + 1);
	p->first_word = ARENA_ARRAY(a, size_t, e->sentence_count + 1);
	p->next = ARENA_ARRAY(a, uint32_t, words + 1);
	for (size_t r = 0; r < e->count; r++) {
		if (!e->sources[r])
			continue;
		p->first_word[sentences] = p->n;
		add_source(p, e->sources[r], sentences);
		sentences += e->sources[r]->sentences.n;
	}
	p->first_word[sentences] = p->n;
	p->sentence_count = sentences;
	p->begins_clause[p->n] = true;
	size_t slots = 16;
	while (slots < p->n)
		slots *= 2;
	p->mask = slots - 1;
	p->first = ARENA_ARRAY(a, uint32_t, slots);
	for (size_t i = 0; i < slots; i++)
		p->first[i] = NO_PLACE;
	for (size_t i = 0; i + 1 < p->n; i++) {
		uint32_t *first = &p->first[slot_of(p, p->words[i], p->words[i + 1])];
		p->next[i] = *first;
		*first = (uint32_t)i;
	}
	return p;
}

/* How many of the n words stand from this place on, in its sentence. */
static size_t run_at(const struct phrases *p, const uint32_t *words, size_t n, size_t place)
{
	size_t i = 0;
	while (i < n && place + i < p->n && p->words[place + i] == words[i] &&
		p->sentences[place + i] == p->sentences[place])
		i++;
	return i;
}

static struct phrase longest_run(const struct phrases *p, const uint32_t *words, size_t n)
{
	struct phrase best = {.length = words[0] != 0, .sentence = NO_PLACE, .place = NO_PLACE};
	if (n < 2 || words[0] == 0 || words[1] == 0)
		return best;
	uint32_t place = p->first[slot_of(p, words[0], words[1])];
	for (int i = 0; i < TRIES && place != NO_PLACE; i++, place = p->next[place]) {
		size_t length = run_at(p, words, n, place);
		if (length >= 2 && length > best.length)
			best =
				(struct phrase){.length = length, .sentence = p->sentences[place], .place = place};
	}
	if (best.length >= 2) {
		size_t end = best.place + best.length;
		best.begins_clause = p->begins_clause[best.place];
		best.ends_clause = p->begins_clause[end] || p->sentences[end] != best.sentence;
	}
	return best;
}

struct phrase_words phrases_read(
	const struct phrases *p, struct arena *a, const struct word_vec *words)
{
	struct phrase_words found = {0};
	for (size_t i = 0; i < words->n; i++) {
		struct str rest = words->items[i].folded;
		if (str_ends(rest, STR("'s")))
			rest.n -= 2;
		while (rest.p) {
			const size_t *id = map_get(&p->ids, str_cut(&rest, '-'));
			*VEC_ADD(a, &found) = id ? (uint32_t)*id : 0;
		}
	}
	return found;
}

struct phrase *phrases_find(
	const struct phrases *p, struct arena *a, const struct phrase_words *words)
{
	struct phrase *runs = ARENA_ARRAY(a, struct phrase, words->n + 1);
	for (size_t i = 0; i < words->n; i++)
		runs[i] = longest_run(p, &words->items[i], words->n - i);
	return runs;
}

double phrases_in_order(
	const struct phrases *p, struct arena *a, const struct phrase_words *words, size_t sentence)
{
	if (sentence >= p->sentence_count || words->n == 0)
		return 0;
	const uint32_t *source = p->words + p->first_word[sentence];
	size_t n = p->first_word[sentence + 1] - p->first_word[sentence];
	n = n < WORDS_IN_ORDER ? n : WORDS_IN_ORDER;
	/* The longest common subsequence, row by row. */
	size_t *row = ARENA_ARRAY(a, size_t, n + 1);
	for (size_t i = 0; i < words->n; i++) {
		size_t diagonal = 0;
		for (size_t j = 0; j < n; j++) {
			size_t above = row[j + 1];
			row[j + 1] = words->items[i] == source[j] ? diagonal + 1
				: above > row[j]                      ? above
													  : row[j];
			diagonal = above;
		}
	}
	return (double)row[n] / (double)words->n;
}
