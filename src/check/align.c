#include "check/parts.h"

#include <math.h>

#define CITES_AT_MOST 3
/* A second and third sentence must carry at least this share of the draft's. */
#define LEAST_SHARE 0.12

/* What the draft's sentence is made of: its content, each once, with how much it tells. */
struct content {
	struct arena *a;
	struct evidence *e;
	double *weight; /* by id of the evidence */
	struct {
		uint32_t *items;
		size_t n, capacity;
	} ids;        /* with a weight */
	double total; /* of all, also of what no source has */
	struct map seen;
};

static void add_content(struct content *c, struct str key)
{
	bool is_new;
	(void)map_put(&c->seen, key, &is_new);
	if (!is_new)
		return;
	const size_t *id = map_get(&c->e->ids, key);
	double with = id ? c->e->sentences_with.items[*id] : 0.5;
	double weight = log(1 + (double)(c->e->sentence_count + 1) / with);
	c->total += weight;
	if (!id)
		return;
	c->weight[*id] = weight;
	*VEC_ADD(c->a, &c->ids) = (uint32_t)*id;
}

static double *borrow_weights(struct evidence *e)
{
	if (e->weight_count < e->ids.n + 1) {
		e->weight_count = 2 * (e->ids.n + 1);
		e->weight = ARENA_ARRAY(e->a, double, e->weight_count);
	}
	return e->weight;
}

static void return_weights(struct content *c)
{
	for (size_t i = 0; i < c->ids.n; i++)
		c->weight[c->ids.items[i]] = 0;
}

static struct content read_content(struct arena *a, struct subject *s)
{
	struct content c = {.a = a, .e = s->e, .seen = map_new(a)};
	c.weight = borrow_weights(s->e);
	/* A desk's quotations are checked word by word; here it is about what it says itself. */
	struct str text = s->is_strict ? s->own : s->text;
	struct text_reading *reading = s->is_strict ? read_own(s) : read_text(s);
	struct word_vec words = reading_words(reading);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_stop && !words.items[i].is_number &&
			!(s->is_strict && desk_is_own_word(span_text(text, words.items[i].span))))
			add_content(&c, words.items[i].stem);
	struct number_vec numbers = reading_numbers(reading);
	for (size_t i = 0; i < numbers.n; i++)
		if (!(s->is_strict && desk_is_true_count(s, &numbers.items[i])))
			add_content(&c, number_key(a, &numbers.items[i]));
	struct date_vec dates = reading_dates(reading, s->anchor);
	for (size_t i = 0; i < dates.n; i++)
		if (when_is_known(dates.items[i].when) && !desk_is_published_day(s, &dates.items[i]))
			add_content(&c, date_key(a, &dates.items[i]));
	return c;
}

/* The weight of what tokens first to end have of the content; what is taken counts no more. */
static double take(
	struct content *c, const struct witness *s, size_t first, size_t end, bool is_taken)
{
	double sum = 0;
	uint32_t ids[512];
	double weights[512];
	size_t n = 0;
	for (size_t t = first; t < end && n < 512; t++) {
		uint32_t id = s->tokens.items[t].id;
		if (c->weight[id] <= 0)
			continue;
		sum += c->weight[id];
		ids[n] = id;
		weights[n++] = c->weight[id];
		c->weight[id] = 0; /* each once */
	}
	for (size_t i = 0; !is_taken && i < n; i++)
		c->weight[ids[i]] = weights[i];
	return sum;
}

struct candidate {
	size_t report, sentence, row;
	double gain;
};

/* Of two that tell the same, the one that says less else. */
#define LEAST_FACTOR 0.8
static double factor_of(size_t length)
{
	return 1 - fmin((double)length, 100) * 0.002;
}

static struct candidate best_sentence(struct content *c)
{
	struct candidate best = {0};
	struct postings *p = evidence_postings(c->e);
	double most = postings_score(p, c->ids.items, c->ids.n, c->weight);
	for (size_t k = 0; k < p->touched_count; k++) {
		uint32_t row = p->touched[k];
		size_t i = p->places[row].sentence;
		if (p->score[row] < most * LEAST_FACTOR * (1 - 1e-9))
			continue; /* cannot be the best */
		const struct witness *s = c->e->sources[p->places[row].report];
		size_t first = s->first_token[i], end = s->first_token[i + 1];
		double gain = take(c, s, first, end, false) * factor_of(end - first);
		if (gain > best.gain || (gain == best.gain && gain > 0 && row < best.row))
			best = (struct candidate){p->places[row].report, i, row, gain};
	}
	return best;
}

void align(struct subject *s)
{
	struct arena scratch = {0};
	(void)evidence_postings(s->e); /* reads all first: ids grow with them */
	struct content c = read_content(&scratch, s);
	double covered = 0;
	s->cites.n = 0;
	for (int i = 0; i < CITES_AT_MOST && c.total > 0; i++) {
		struct candidate best = best_sentence(&c);
		if (best.gain <= 0 || (i > 0 && best.gain < c.total * LEAST_SHARE))
			break;
		const struct witness *source = evidence_source(s->e, best.report);
		covered += take(&c, source, source->first_token[best.sentence],
			source->first_token[best.sentence + 1], true);
		*VEC_ADD(s->a, &s->cites) =
			(struct cite){best.report, source->sentences.items[best.sentence]};
	}
	s->coverage = c.total > 0 ? covered / c.total : 1;
	return_weights(&c);
	arena_free(&scratch);
}

double coverage_of_cites(struct subject *s)
{
	struct arena scratch = {0};
	double covered = 0;
	for (size_t i = 0; i < s->cites.n; i++)
		(void)evidence_source(s->e, s->cites.items[i].report);
	struct content c = read_content(&scratch, s);
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct witness *source = evidence_source(s->e, s->cites.items[i].report);
		struct span span = s->cites.items[i].span;
		size_t first = 0, end;
		while (first < source->tokens.n && source->tokens.items[first].start < span.start)
			first++;
		end = first;
		while (end < source->tokens.n && span_has(span, source->tokens.items[end].start))
			end++;
		covered += take(&c, source, first, end, true);
	}
	double share = c.total > 0 ? covered / c.total : 1;
	return_weights(&c);
	arena_free(&scratch);
	return share;
}
