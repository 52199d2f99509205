#include "check/amounts.h"

#include <math.h>

#define REACH 14         /* content words on each side that say what an amount is about */
#define NEAR 4.0         /* content words at which one counts half */
#define ACROSS 0.7       /* what a word in another sentence than the amount's counts */
#define BESIDE 12        /* amounts on each side that may be what a rival is */
#define ENOUGH 0.5       /* support of a rival with which no better one is looked for elsewhere */
#define WEIGHED_MOST 300 /* amounts of a report that are weighed for one of the draft */
#define LITTLE 0.3       /* support of a cited one with which it is its own, without looking on */
#define PART_SHARE 0.3   /* what being the same as far as it goes adds, */
#define TAKEN_SHARE 0.4  /* what is left when an amount before in the sentence is the same one */
#define CALENDAR_SHARE 0.5
#define BOUND_SHARE 0.2 /* what counting the same thing adds */

/* What stands around one amount of the draft, by ids of the evidence. */
struct context {
	double *weight;  /* 0: not in the context */
	double *decay;   /* how near it is */
	uint32_t *taken; /* by which support it was last counted; NOT_THERE when without weight */
	uint32_t *ids;   /* those with a weight */
	size_t n;
	double total;
	uint32_t round;
};

#define NOT_THERE UINT32_MAX

struct scene {
	struct subject *s;
	struct arena *a; /* scratch */
	const struct amount_vec *draft;
	struct word_vec words;
	size_t *word_ids; /* by word: its id, SIZE_MAX when no source has it, or a stop or an amount */
	struct context c;
	struct sighting *out;
};

static double decay_at(size_t distance)
{
	return 1 / (1 + (double)distance / NEAR);
}

static size_t end_of(struct span span)
{
	return span.start + span.length;
}

static bool is_in_amount(const struct scene *k, size_t offset)
{
	for (size_t i = 0; i < k->draft->n; i++)
		if (span_has(k->draft->items[i].span, offset))
			return true;
	return false;
}

#define NO_WORD SIZE_MAX
#define UNKNOWN_WORD (SIZE_MAX - 1)

static void read_words(struct scene *k)
{
	struct subject *s = k->s;
	k->words = reading_words(read_own(s));
	k->word_ids = ARENA_ARRAY(k->a, size_t, k->words.n + 1);
	for (size_t i = 0; i < k->words.n; i++) {
		const struct word *w = &k->words.items[i];
		const size_t *id = map_get(&s->e->ids, w->stem);
		bool is_content = !w->is_stop && !is_in_amount(k, w->span.start);
		k->word_ids[i] = !is_content ? NO_WORD : id ? *id : UNKNOWN_WORD;
	}
}

static void add_context_word(struct scene *k, size_t word, size_t distance)
{
	struct context *c = &k->c;
	const struct evidence *e = k->s->e;
	size_t id = k->word_ids[word];
	double with = id == UNKNOWN_WORD ? 0.5 : e->sentences_with.items[id];
	double weight = log(1 + (double)(e->sentence_count + 1) / with) * decay_at(distance);
	if (id != UNKNOWN_WORD && c->taken[id] != NOT_THERE)
		return;
	c->total += weight;
	if (id == UNKNOWN_WORD)
		return;
	c->weight[id] = weight;
	c->taken[id] = 0;
	c->decay[id] = decay_at(distance);
	c->ids[c->n++] = (uint32_t)id;
}

static void read_context(struct scene *k, struct span amount)
{
	struct context *c = &k->c;
	for (size_t i = 0; i < c->n; i++)
		c->taken[c->ids[i]] = NOT_THERE;
	c->n = 0;
	c->total = 0;
	size_t behind = 0;
	while (behind < k->words.n && k->words.items[behind].span.start < end_of(amount))
		behind++;
	size_t before = behind;
	while (before > 0 && k->words.items[before - 1].span.start >= amount.start)
		before--;
	for (size_t i = before, d = 0; i-- > 0 && d < REACH;)
		if (k->word_ids[i] != NO_WORD)
			add_context_word(k, i, d++);
	for (size_t i = behind, d = 0; i < k->words.n && d < REACH; i++)
		if (k->word_ids[i] != NO_WORD)
			add_context_word(k, i, d++);
}

static double count_token(
	struct context *c, const struct token *t, size_t distance, struct span sentence)
{
	uint32_t id = t->id;
	if (c->taken[id] >= c->round) /* which is never NOT_THERE */
		return 0;
	c->taken[id] = c->round;
	bool is_across = !span_has(sentence, t->start);
	double nearness = fmin(1, decay_at(distance) / c->decay[id]);
	return c->weight[id] * nearness * (is_across ? ACROSS : 1);
}

static size_t token_from(const struct witness *source, size_t offset)
{
	size_t low = 0, high = source->tokens.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (source->tokens.items[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first amount that begins at the offset or behind. */
static size_t amount_from(const struct amount_vec *amounts, size_t offset)
{
	size_t low = 0, high = amounts->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (amounts->items[middle].span.start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t sentence_at(const struct witness *source, size_t offset)
{
	size_t low = 0, high = source->sentences.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (source->sentences.items[middle].start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : 0;
}

static double support_of(struct scene *k, const struct witness *source, struct span amount)
{
	struct context *c = &k->c;
	struct span sentence = source->sentences.n
		? source->sentences.items[sentence_at(source, amount.start)]
		: (struct span){0};
	size_t before = token_from(source, amount.start);
	size_t behind = token_from(source, end_of(amount));
	double sum = 0;
	c->round++;
	for (size_t d = 0; d < REACH * 2; d++) {
		if (d < before) {
			const struct token *t = &source->tokens.items[before - 1 - d];
			sum += count_token(c, t, d, sentence);
		}
		if (behind + d < source->tokens.n) {
			const struct token *t = &source->tokens.items[behind + d];
			sum += count_token(c, t, d, sentence);
		}
	}
	return c->total > 0 ? sum / c->total : 0;
}

static struct cite cite_at(const struct scene *k, size_t report, size_t offset, bool *is_cited)
{
	const struct subject *s = k->s;
	const struct witness *source = evidence_source(s->e, report);
	*is_cited = false;
	for (size_t i = 0; i < s->cites.n; i++)
		if (s->cites.items[i].report == report && span_has(s->cites.items[i].span, offset)) {
			*is_cited = true;
			return s->cites.items[i];
		}
	return (struct cite){report, source->sentences.items[sentence_at(source, offset)]};
}

static bool is_better(const struct rival *a, const struct rival *b)
{
	return !b->amount || a->support > b->support + 1e-9;
}

/* The amounts of the draft's sentence around one. */
static size_t first_beside(size_t draft)
{
	return draft > BESIDE ? draft - BESIDE : 0;
}

static size_t end_beside(const struct scene *k, size_t draft)
{
	return k->draft->n - draft > BESIDE ? draft + BESIDE : k->draft->n;
}

/* Whether another amount of the draft's sentence is this one of the source, and no figures are
 * swapped: "5 dead and 3 injured" where the source has 3 dead and 5 injured. */
static bool is_said_by_other(const struct scene *k, size_t draft, const struct amount *source)
{
	for (size_t i = first_beside(draft); i < end_beside(k, draft); i++) {
		const struct amount *other = &k->draft->items[i];
		if (i == draft || amount_likeness(other, source) != LIKE_SAME)
			continue;
		if (!other->counted.n || !source->counted.n || other->is_people || source->is_people ||
			str_eq(other->counted, source->counted))
			return true;
	}
	return false;
}

/* "From 2000 to 2000": the amount before is the same one of the source. */
static bool is_taken(const struct scene *k, size_t draft, const struct amount *source)
{
	const struct amount *d = &k->draft->items[draft];
	for (size_t i = first_beside(draft); i < draft; i++)
		if (k->out[i].same.amount == source && k->draft->items[i].kind == source->kind &&
			d->span.start - k->draft->items[i].span.start < CLOSE_BYTES)
			return true;
	return false;
}

/* Whether both count one thing, or measure in the same way. */
static bool is_bound(const struct amount *draft, const struct amount *source)
{
	if (draft->measure.dimension)
		return draft->measure.dimension == source->measure.dimension;
	return draft->counted.n && !draft->is_people && str_eq(draft->counted, source->counted);
}

static void see_same(struct scene *k, size_t draft, size_t report, const struct amount *source)
{
	struct sighting *out = &k->out[draft];
	struct rival r = {.amount = source};
	r.support = support_of(k, evidence_source(k->s->e, report), source->span);
	r.is_bound = is_bound(&k->draft->items[draft], source);
	r.is_taken = is_taken(k, draft, source);
	if (r.is_taken)
		r.support *= TAKEN_SHARE;
	if (out->same.amount && out->same.amount->is_joint != source->is_joint &&
		k->draft->items[draft].counted.n) {
		/* One that counts the draft's thing alone goes before one that adds another. */
		if (source->is_joint != k->draft->items[draft].is_joint)
			return;
		out->same.amount = NULL;
	}
	if (!is_better(&r, &out->same))
		return;
	r.where = cite_at(k, report, source->span.start, &r.is_cited);
	out->same = r;
}

static int year_of(const struct amount *m)
{
	if (m->kind == AMOUNT_DATE)
		return m->date->year;
	return m->kind == AMOUNT_NUMBER && m->number->kind == NUMBER_YEAR ? (int)m->number->value : 0;
}

/* "In June" of a text that is about December 2018 may be June 2019. */
static bool is_month_within_year(const struct date_mention *d, const struct amount *source)
{
	if (source->kind != AMOUNT_DATE || !source->date->year || !source->date->month)
		return false;
	int apart = (d->year - source->date->year) * 12 + d->month - source->date->month;
	return apart > -12 && apart < 12;
}

/* A year that no source has and that none of their dates leads to, though they name years. */
static bool is_strange_year(const struct evidence *e, const struct date_mention *d)
{
	bool has_years = false;
	for (size_t r = 0; r < e->count && d->year; r++)
		for (size_t i = 0; i < e->sources[r]->amounts->n; i++) {
			const struct amount *source = &e->sources[r]->amounts->items[i];
			has_years |= year_of(source) > 0;
			if (year_of(source) == d->year || is_month_within_year(d, source))
				return false;
		}
	return has_years;
}

static void see_other(struct scene *k, size_t draft, size_t report, const struct amount *source,
	enum likeness likeness)
{
	const struct amount *d = &k->draft->items[draft];
	struct sighting *out = &k->out[draft];
	struct rival r = {.amount = source, .is_shift = likeness == LIKE_SHIFT};
	r.where = cite_at(k, report, source->span.start, &r.is_cited);
	r.support = support_of(k, evidence_source(k->s->e, report), source->span);
	r.is_bound = is_bound(d, source);
	if (likeness == LIKE_OPEN || likeness == LIKE_PART) {
		bool is_part = likeness == LIKE_PART && !is_strange_year(k->s->e, d->date);
		/* A calendar day for a source's "Sunday" wants more than the source. */
		bool is_calendar = d->kind == AMOUNT_DATE && (d->date->day || d->date->year);
		r.support *= is_calendar ? CALENDAR_SHARE : 1;
		out->open = fmax(out->open, r.support + (is_part ? PART_SHARE : 0));
		return;
	}
	if (is_said_by_other(k, draft, source))
		return;
	if (r.is_bound)
		r.support = fmin(1, r.support + BOUND_SHARE);
	if (is_better(&r, &out->other))
		out->other = r;
}

static void see_report(struct scene *k, size_t draft, size_t report, bool only_same)
{
	const struct witness *witness = evidence_source(k->s->e, report);
	const struct amount_vec *source = witness->amounts;
	size_t weighed = 0;
	for (size_t m = 0; m < source->n && weighed < WEIGHED_MOST; m++) {
		enum likeness likeness = amount_likeness(&k->draft->items[draft], &source->items[m]);
		if (likeness == LIKE_NOT || (likeness == LIKE_SAME) != only_same)
			continue;
		weighed++;
		if (only_same)
			see_same(k, draft, report, &source->items[m]);
		else
			see_other(k, draft, report, &source->items[m], likeness);
	}
}

/* Rivals stand in the sentences that carry the draft's most. */
static void see_cites(struct scene *k, size_t draft)
{
	const struct subject *s = k->s;
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		const struct amount_vec *source = evidence_source(s->e, c->report)->amounts;
		size_t first = amount_from(source, c->span.start);
		for (size_t m = first; m < source->n && m < first + WEIGHED_MOST &&
			 source->items[m].span.start < end_of(c->span);
			 m++) {
			enum likeness likeness = amount_likeness(&k->draft->items[draft], &source->items[m]);
			if (likeness != LIKE_NOT && likeness != LIKE_SAME)
				see_other(k, draft, c->report, &source->items[m], likeness);
		}
	}
}

static void see(struct scene *k, size_t draft)
{
	struct subject *s = k->s;
	read_context(k, k->draft->items[draft].span);
	for (size_t r = 0; r < s->e->count; r++)
		if (!s->is_strict || is_cited_report(s, r))
			see_report(k, draft, r, true);
	see_cites(k, draft);
	const struct sighting *seen = &k->out[draft];
	bool is_found = seen->same.support > (seen->same.is_cited ? LITTLE : ENOUGH) ||
		seen->other.support > ENOUGH;
	for (size_t r = 0; !is_found && !s->is_strict && r < s->e->count; r++)
		see_report(k, draft, r, false);
}

struct sighting *amounts_sight(struct subject *s, const struct amount_vec *draft)
{
	struct arena scratch = {0};
	struct scene k = {.s = s, .a = &scratch, .draft = draft};
	k.out = ARENA_ARRAY(s->a, struct sighting, draft->n + 1);
	for (size_t r = 0; r < s->e->count; r++)
		(void)amounts_of_source(s->e, evidence_source(s->e, r));
	k.c.weight = ARENA_ARRAY(&scratch, double, s->e->ids.n + 1);
	k.c.decay = ARENA_ARRAY(&scratch, double, s->e->ids.n + 1);
	k.c.taken = ARENA_ARRAY(&scratch, uint32_t, s->e->ids.n + 1);
	memset(k.c.taken, 0xff, (s->e->ids.n + 1) * sizeof(*k.c.taken));
	k.c.ids = ARENA_ARRAY(&scratch, uint32_t, s->e->ids.n + 1);
	read_words(&k);
	for (size_t i = 0; i < draft->n && i < AMOUNTS_MOST; i++)
		see(&k, i);
	arena_free(&scratch);
	return k.out;
}
