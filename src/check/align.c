#include "check/parts.h"

#include <math.h>

#define CITES_AT_MOST 3
/* What a second and a third sentence say again counts this much: of two that tell the same, a
 * reader wants both before one that shares a single common word. */
#define SAID_AGAIN 0.3

/* What the draft's sentence is made of: its content, each once, with how much it tells. */
struct content {
	struct arena *a;
	struct evidence *e;
	double *weight; /* by id of the evidence */
	bool *is_taken; /* by id: a sentence that was chosen has it */
	double total;   /* of all, also of what no source has */
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
	if (id)
		c->weight[*id] = weight;
}

static struct content read_content(struct arena *a, const struct subject *s)
{
	struct content c = {.a = a, .e = s->e, .seen = map_new(a)};
	c.weight = ARENA_ARRAY(a, double, s->e->ids.n + 1);
	c.is_taken = ARENA_ARRAY(a, bool, s->e->ids.n + 1);
	/* A desk's quotations are checked word by word; here it is about what it says itself. */
	struct str text = s->is_strict ? s->own : s->text;
	struct word_vec words = text_words(a, text, s->language);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_stop && !words.items[i].is_number &&
			!(s->is_strict && desk_is_own_word(span_text(text, words.items[i].span))))
			add_content(&c, words.items[i].stem);
	struct number_vec numbers = text_numbers(a, text, s->language);
	for (size_t i = 0; i < numbers.n; i++)
		if (!(s->is_strict && desk_is_true_count(s, &numbers.items[i])))
			add_content(&c, number_key(a, &numbers.items[i]));
	struct date_vec dates = text_dates(a, text, s->language, s->anchor);
	for (size_t i = 0; i < dates.n; i++)
		if (when_is_known(dates.items[i].when) && !desk_is_published_day(s, &dates.items[i]))
			add_content(&c, date_key(a, &dates.items[i]));
	return c;
}

/* What a sentence has of the content, each once. */
struct share {
	double fresh; /* what no chosen sentence has */
	double again; /* the rest */
};

static struct share share_of(
	const struct content *c, const struct witness *s, size_t first, size_t end)
{
	struct share share = {0};
	uint32_t ids[512];
	double weights[512];
	size_t n = 0;
	for (size_t t = first; t < end && n < 512; t++) {
		uint32_t id = s->tokens.items[t].id;
		if (c->weight[id] <= 0)
			continue;
		*(c->is_taken[id] ? &share.again : &share.fresh) += c->weight[id];
		ids[n] = id;
		weights[n++] = c->weight[id];
		c->weight[id] = 0; /* each once */
	}
	for (size_t i = 0; i < n; i++)
		c->weight[ids[i]] = weights[i];
	return share;
}

/* Counts what the tokens first to end have as told; gives the weight that is new by them. */
static double take(struct content *c, const struct witness *s, size_t first, size_t end)
{
	double sum = 0;
	for (size_t t = first; t < end; t++) {
		uint32_t id = s->tokens.items[t].id;
		if (!c->is_taken[id])
			sum += c->weight[id];
		c->is_taken[id] = true;
	}
	return sum;
}

struct candidate {
	size_t report, sentence;
	double gain;
};

static bool is_cited(const struct subject *s, size_t report, struct span sentence)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report && s->cites.items[i].span.start == sentence.start)
			return true;
	return false;
}

static struct candidate best_sentence(const struct content *c, const struct subject *subject)
{
	struct candidate best = {0};
	for (size_t r = 0; r < c->e->count; r++) {
		const struct witness *s = evidence_source(c->e, r);
		for (size_t i = 0; i < s->sentences.n; i++) {
			size_t length = s->first_token[i + 1] - s->first_token[i];
			struct share share = share_of(c, s, s->first_token[i], s->first_token[i + 1]);
			double gain = share.fresh + SAID_AGAIN * share.again;
			gain *= 1 - fmin((double)length, 100) * 0.002; /* of two, the one that says less else */
			if (gain > best.gain && !is_cited(subject, r, s->sentences.items[i]))
				best = (struct candidate){r, i, gain};
		}
	}
	return best;
}

void align(struct subject *s)
{
	struct arena scratch = {0};
	for (size_t r = 0; r < s->e->count; r++) /* read all first: ids grow with them */
		(void)evidence_source(s->e, r);
	struct content c = read_content(&scratch, s);
	double covered = 0;
	s->cites.n = 0;
	for (int i = 0; i < CITES_AT_MOST && c.total > 0; i++) {
		struct candidate best = best_sentence(&c, s);
		if (best.gain <= 0)
			break;
		const struct witness *source = evidence_source(s->e, best.report);
		covered += take(
			&c, source, source->first_token[best.sentence], source->first_token[best.sentence + 1]);
		*VEC_ADD(s->a, &s->cites) =
			(struct cite){best.report, source->sentences.items[best.sentence]};
	}
	s->coverage = c.total > 0 ? covered / c.total : 1;
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
		covered += take(&c, source, first, end);
	}
	double share = c.total > 0 ? covered / c.total : 1;
	arena_free(&scratch);
	return share;
}
