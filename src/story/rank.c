#include "story/story.h"

#include <math.h>

/* A sentence is central when its words are those of many reports and of their titles. Position and
 * names break what is near to a tie: news says the important first. */
#define TITLE_COUNTS 2.0
#define POSITION_WEIGHT 0.4
#define CAPITALS_WEIGHT 0.15
#define NAMES_ENOUGH 3
#define SHORT_WORDS 8 /* shorter sentences gain nothing by being short */

struct ranking {
	struct arena scratch;
	struct map stems;
	struct {
		double *items;
		size_t n, capacity;
	} weights; /* of each stem: in how many reports, how often */
	struct {
		double *items;
		size_t n, capacity;
	} in_report; /* times in the report at hand */
};

static size_t stem_index(struct ranking *k, struct str stem)
{
	bool is_new;
	size_t *index = map_put(&k->stems, stem, &is_new);
	if (is_new) {
		*index = k->weights.n;
		*VEC_ADD(&k->scratch, &k->weights) = 0;
		*VEC_ADD(&k->scratch, &k->in_report) = 0;
	}
	return *index;
}

static void count_words(struct ranking *k, const struct word_vec *words, double each)
{
	for (size_t i = 0; i < words->n; i++) {
		if (words->items[i].is_stop)
			continue;
		size_t index = stem_index(k, words->items[i].stem); /* may move the items */
		k->in_report.items[index] += each;
	}
}

static void add_to_weights(struct ranking *k, const struct word_vec *words)
{
	for (size_t i = 0; i < words->n; i++) {
		if (words->items[i].is_stop)
			continue;
		size_t index = stem_index(k, words->items[i].stem);
		k->weights.items[index] += log(1 + k->in_report.items[index]);
		k->in_report.items[index] = 0;
	}
}

/* The words of one sentence among those of its report. */
static double centrality(const struct ranking *k, const struct word *words, size_t n)
{
	struct arena scratch = {0};
	struct map seen = map_new(&scratch);
	double sum = 0;
	size_t upper = 0;
	for (size_t i = 0; i < n; i++) {
		bool is_new;
		upper += i > 0 && words[i].is_upper;
		if (words[i].is_stop)
			continue;
		(void)map_put(&seen, words[i].stem, &is_new);
		if (is_new)
			sum += k->weights.items[*map_get(&k->stems, words[i].stem)];
	}
	arena_free(&scratch);
	double names = (double)(upper < NAMES_ENOUGH ? upper : NAMES_ENOUGH) / NAMES_ENOUGH;
	return sum / sqrt((double)(n > SHORT_WORDS ? n : SHORT_WORDS)) * (1 + CAPITALS_WEIGHT * names);
}

static void rank_report(struct ranking *k, struct arena *a, const struct report *r, size_t index,
	const struct word_vec *words, struct ranked_vec *out)
{
	struct span_vec sentences = text_sentences(&k->scratch, r->text, r->language);
	for (size_t i = 0, at = 0; i < sentences.n; i++) {
		struct span span = sentences.items[i];
		while (at < words->n && words->items[at].span.start < span.start)
			at++;
		size_t first = at;
		while (at < words->n && words->items[at].span.start < span.start + span.length)
			at++;
		*VEC_ADD(a, out) = (struct ranked_sentence){.cite = {.report = index, .span = span},
			.score = centrality(k, words->items + first, at - first),
			.position = i};
	}
}

struct ranked_vec story_rank_sentences(struct arena *a, const struct report *reports, size_t count)
{
	struct ranking k = {0};
	struct ranked_vec out = {0};
	k.stems = map_new(&k.scratch);
	struct word_vec *words = ARENA_ARRAY(&k.scratch, struct word_vec, count);
	for (size_t i = 0; i < count; i++) {
		const struct report *r = &reports[i];
		struct word_vec title = text_words(&k.scratch, r->title, r->language);
		words[i] = text_words(&k.scratch, r->text, r->language);
		count_words(&k, &title, TITLE_COUNTS);
		count_words(&k, &words[i], 1);
		add_to_weights(&k, &title);
		add_to_weights(&k, &words[i]);
	}
	double most = 0;
	for (size_t i = 0; i < count; i++)
		rank_report(&k, a, &reports[i], i, &words[i], &out);
	for (size_t i = 0; i < out.n; i++)
		most = out.items[i].score > most ? out.items[i].score : most;
	for (size_t i = 0; i < out.n; i++) {
		struct ranked_sentence *s = &out.items[i];
		s->score = (most > 0 ? s->score / most : 0) + POSITION_WEIGHT / (1 + (double)s->position);
	}
	arena_free(&k.scratch);
	return out;
}
