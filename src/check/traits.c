#include "check/content.h"
#include "check/phrases.h"

#include <math.h>

/* Words of a sentence that are looked at: longer ones are lists. */
#define WORDS_MOST 300
#define ECHO_WITHIN 12 /* words */

static double of_at_most(size_t count, size_t most)
{
	return (double)(count < most ? count : most) / (double)most;
}

static void read_coverage(double *t, const struct content *c, const struct coverage *has)
{
	size_t amounts = 0, names = 0, far_amounts = 0, far_names = 0, run = 0, longest = 0;
	for (size_t i = 0; i < c->n; i++) {
		bool is_far = !(has->three >> i & 1), is_new = !(has->any >> i & 1);
		bool is_amount = c->items[i].kind == CONTENT_AMOUNT;
		bool is_name = c->items[i].kind == CONTENT_NAME;
		amounts += is_amount && is_new;
		names += is_name && is_new;
		far_amounts += is_amount && is_far;
		far_names += is_name && is_far;
		run = is_new && !is_amount ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	double total = c->total > 0 ? c->total : 1, base = c->total > 0 ? 1 : 0;
	t[TRAIT_ONE] = base - content_weight(c, has->one) / total;
	t[TRAIT_THREE] = base - content_weight(c, has->three) / total;
	t[TRAIT_ANY] = base - content_weight(c, has->any) / total;
	t[TRAIT_NEW_AMOUNTS] = of_at_most(amounts, 2);
	t[TRAIT_NEW_NAMES] = of_at_most(names, 3);
	t[TRAIT_FAR_AMOUNTS] = of_at_most(far_amounts, 2);
	t[TRAIT_FAR_NAMES] = of_at_most(far_names, 3);
	t[TRAIT_NEW_RUN] = of_at_most(longest, 5);
}

/* Neighbours in the draft that no source has in one sentence are how two facts become a false one.
 */
static void read_pairs(double *t, const struct content *c, const struct postings *p)
{
	uint64_t together = 0; /* bit i: some sentence has items i and i + 1 */
	for (size_t i = 0; i < p->touched_count; i++)
		together |= p->has[p->touched[i]] & p->has[p->touched[i]] >> 1;
	size_t pairs = 0, apart = 0;
	for (size_t i = 0; i + 1 < c->n; i++)
		if (c->items[i].is_known && c->items[i + 1].is_known &&
			c->items[i + 1].kind != CONTENT_AMOUNT) {
			pairs++;
			apart += !(together >> i & 1);
		}
	t[TRAIT_PAIRS] = pairs ? (double)apart / (double)pairs : 0;
}

/* Builds the sentence from the longest rows, from left to right. */
static void read_rows(double *t, const struct phrase *runs, size_t n)
{
	size_t pieces = 0, joints = 0, turns = 0, rows = 0, rough = 0;
	double squares = 0;
	const struct phrase *before = NULL;
	for (size_t i = 0; i < n;) {
		const struct phrase *run = &runs[i];
		size_t length = run->length ? run->length : 1;
		double share = (double)length / (double)n;
		pieces++;
		if (run->length >= 2) {
			squares += share * share;
			rows++;
			joints += before && before->sentence != run->sentence;
			rough += before && !before->ends_clause && !run->begins_clause;
			turns += before && before->sentence == run->sentence && before->place > run->place;
			before = run;
		}
		i += length;
	}
	t[TRAIT_PIECES] = (double)pieces / (double)n;
	t[TRAIT_BREAKS] = of_at_most(pieces - 1, 8);
	t[TRAIT_ROUGH] = of_at_most(rough, 4);
	t[TRAIT_FUSED] = of_at_most(joints, 4);
	t[TRAIT_DENSITY] = 1 - squares;
	t[TRAIT_JOINTS] = rows ? (double)joints / (double)rows : 0;
	t[TRAIT_TURNS] = rows ? (double)turns / (double)rows : 0;
}

static size_t count_echoes(const struct word_vec *words)
{
	size_t echoes = 0;
	for (size_t i = 0; i < words->n; i++)
		for (size_t j = i + 1; !words->items[i].is_stop && j < words->n && j < i + ECHO_WITHIN; j++)
			echoes += str_eq(words->items[i].stem, words->items[j].stem);
	return echoes;
}

static void read_words(double *t, struct arena *a, struct subject *s, size_t best)
{
	struct word_vec words = reading_words(read_text(s));
	if (words.n > WORDS_MOST)
		words.n = WORDS_MOST;
	if (!s->e->phrases)
		s->e->phrases = phrases_new(s->e->a, s->e);
	struct phrase_words parts = phrases_read(s->e->phrases, a, &words);
	const struct phrase *runs = phrases_find(s->e->phrases, a, &parts);
	size_t n = parts.n, two = 0, three = 0;
	for (size_t i = 0; i < n; i++) {
		two += i + 1 < n && runs[i].length < 2;
		three += i + 2 < n && runs[i].length < 3;
	}
	t[TRAIT_BIGRAMS] = n > 1 ? (double)two / (double)(n - 1) : 0;
	t[TRAIT_TRIGRAMS] = n > 2 ? (double)three / (double)(n - 2) : 0;
	if (n > 0) {
		read_rows(t, runs, n);
		t[TRAIT_ORDER] = 1 - phrases_in_order(s->e->phrases, a, &parts, best);
	}
	t[TRAIT_ECHO] = of_at_most(count_echoes(&words), 2);
	t[TRAIT_SHORT] = n < 8 ? 1 - (double)n / 8 : 0;
	t[TRAIT_LONG] = n > 12 ? log((double)n / 12) : 0;
}

void read_traits(struct subject *s, const struct content *c, const struct coverage *has)
{
	struct arena scratch = {0};
	read_coverage(s->traits, c, has);
	read_pairs(s->traits, c, s->e->postings);
	read_words(s->traits, &scratch, s, has->best);
	arena_free(&scratch);
}
