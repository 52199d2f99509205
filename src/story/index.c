#include "story/index.h"

#include <math.h>

#include "story/weights.h"

#define TERMS_MOST 160 /* of one report */
#define TERMS_SHOWN 4
#define LEAST_DOT 0.02F    /* under it, chance */
#define LANGUAGES_MOST 256 /* the codes are the caller's; all behind share the last place */
#define FIRST_SLOTS 1024
/* The heaviest terms come first, and the common ones, which are many members' and weigh next to
 * nothing, last: so a report is compared until it has cost enough, whatever the window holds. */
#define TERMS_LEAST 8
#define VISITS_MOST 6000

/* ---- terms and how rare they are ---- */

static void grow_slots(struct index *x)
{
	x->slot_count = x->slot_count ? x->slot_count * 2 : FIRST_SLOTS;
	x->slots = ARENA_ARRAY(x->a, uint32_t, x->slot_count);
	for (size_t i = 0; i < x->terms.n; i++) {
		size_t at = x->terms.items[i].hash & (x->slot_count - 1);
		while (x->slots[at])
			at = (at + 1) & (x->slot_count - 1);
		x->slots[at] = (uint32_t)i + 1;
	}
}

static uint32_t find_term(struct index *x, const struct term *t)
{
	if (x->terms.n * 2 >= x->slot_count)
		grow_slots(x);
	size_t at = t->hash & (x->slot_count - 1);
	for (; x->slots[at]; at = (at + 1) & (x->slot_count - 1))
		if (x->terms.items[x->slots[at] - 1].hash == t->hash)
			return x->slots[at] - 1;
	BUG_ON(x->terms.n >= UINT32_MAX - 1);
	struct indexed_term *e = VEC_ADD(x->a, &x->terms);
	struct str shown = utf8_cut(t->text, SHOWN_BYTES);
	e->hash = t->hash;
	e->shown_length = (uint8_t)shown.n;
	if (shown.n)
		memcpy(e->shown, shown.p, shown.n);
	x->slots[at] = (uint32_t)x->terms.n;
	return (uint32_t)x->terms.n - 1;
}

uint32_t index_language(struct index *x, struct str code)
{
	for (size_t i = 0; i < x->languages.n; i++)
		if (str_eq(x->languages.items[i].code, code))
			return (uint32_t)i;
	if (x->languages.n == LANGUAGES_MOST)
		return LANGUAGES_MOST - 1;
	*VEC_ADD(x->a, &x->languages) = (struct language_count){.code = str_dup(x->a, code)};
	return (uint32_t)x->languages.n - 1;
}

static double rarity(double reports, double with_term)
{
	return log((reports + PRIOR_REPORTS) / (with_term + PRIOR_REPORTS * PRIOR_SHARE));
}

/* Whether another language has the term too; marks it when this one is the second. */
static bool is_known_abroad(struct indexed_term *t, uint32_t language)
{
	if (t->reports <= 1)
		t->language = (uint16_t)language;
	else if (t->language != language)
		t->is_foreign_too = true;
	return t->is_foreign_too;
}

static int heavier(const void *a, const void *b)
{
	const struct weighted *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->term > y->term) - (x->term < y->term);
}

/* Scales the weights of one part, the neutral terms or the others, to length 1. */
static void normalise(struct weighted_vec *v, bool is_neutral)
{
	double sum = 0;
	for (size_t i = 0; i < v->n; i++)
		if (v->items[i].is_neutral == is_neutral)
			sum += (double)v->items[i].weight * (double)v->items[i].weight;
	float scale = sum > 0 ? (float)(1 / sqrt(sum)) : 0;
	for (size_t i = 0; i < v->n; i++)
		if (v->items[i].is_neutral == is_neutral)
			v->items[i].weight *= scale;
}

struct weighted_vec index_weigh(
	struct index *x, struct arena *scratch, const struct report *r, uint32_t language)
{
	struct term_vec terms = vector_terms(scratch, r);
	struct weighted_vec v = {0};
	double in_language = ++x->languages.items[language].reports;
	x->reports++;
	for (size_t i = 0; i < terms.n; i++) {
		const struct term *t = &terms.items[i];
		uint32_t term = find_term(x, t);
		double with_term = (double)++x->terms.items[term].reports;
		bool is_neutral = t->kind == TERM_NEUTRAL;
		double weight =
			log(1 + t->weight) * rarity(is_neutral ? x->reports : in_language, with_term);
		if (t->kind == TERM_NAME || t->kind == TERM_NUMBER)
			weight *= NAME_WEIGHT;
		if (is_neutral && !is_known_abroad(&x->terms.items[term], language))
			weight *= LOCAL_WEIGHT;
		if (weight > 0)
			*VEC_ADD(scratch, &v) = (struct weighted){term, (float)weight, is_neutral};
	}
	if (v.n)
		qsort(v.items, v.n, sizeof(*v.items), heavier);
	if (v.n > TERMS_MOST)
		v.n = TERMS_MOST;
	normalise(&v, false);
	normalise(&v, true);
	return v;
}

/* ---- comparing ---- */

static struct member_list touch(
	struct index *x, struct arena *scratch, const struct weighted_vec *v, uint32_t language)
{
	struct member_list touched = {0};
	size_t visits = 0;
	for (size_t i = 0; i < v->n && (i < TERMS_LEAST || visits < VISITS_MOST); i++) {
		const struct weighted *q = &v->items[i];
		const struct indexed_term *t = &x->terms.items[q->term];
		visits += t->n;
		for (size_t k = 0; k < t->n; k++) {
			uint32_t member = t->postings[k] >> WEIGHT_BITS;
			struct likeness *l = &x->likeness.items[member];
			if ((l->language == language) == q->is_neutral)
				continue;
			if (l->shared++ == 0)
				*VEC_ADD(scratch, &touched) = member;
			l->dot += q->weight * x->weights[t->postings[k] & (WEIGHTS - 1)];
		}
	}
	return touched;
}

struct member_list index_compare(struct index *x, struct arena *scratch,
	const struct weighted_vec *v, int64_t time, int64_t window_s, uint32_t language)
{
	struct member_list alike = touch(x, scratch, v, language);
	size_t kept = 0;
	for (size_t i = 0; i < alike.n; i++) {
		uint32_t member = alike.items[i];
		struct likeness *l = &x->likeness.items[member];
		int64_t other = x->members.items[member].time;
		if (l->dot >= LEAST_DOT && l->shared >= LINK_SHARED && other >= time - window_s &&
			other <= time + window_s)
			alike.items[kept++] = member;
		else
			*l = (struct likeness){.language = l->language};
	}
	alike.n = kept;
	return alike;
}

void index_rest(struct index *x, const struct member_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct likeness *l = &x->likeness.items[list->items[i]];
		*l = (struct likeness){.language = l->language};
	}
}

static bool holds(const struct indexed_term *t, uint32_t member)
{
	size_t low = 0, high = t->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (t->postings[middle] >> WEIGHT_BITS < member)
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->n && t->postings[low] >> WEIGHT_BITS == member;
}

struct str index_shared_terms(const struct index *x, struct arena *a, const struct weighted_vec *v,
	uint32_t language, uint32_t member)
{
	struct str parts[TERMS_SHOWN];
	size_t n = 0;
	bool is_foreign = x->members.items[member].language != language;
	for (size_t i = 0; i < v->n && n < TERMS_SHOWN; i++) {
		const struct indexed_term *t = &x->terms.items[v->items[i].term];
		if (v->items[i].is_neutral == is_foreign && holds(t, member))
			parts[n++] = (struct str){t->shown, t->shown_length};
	}
	return str_join(a, parts, n, STR(", "));
}

/* ---- adding and forgetting ---- */

static size_t piece_size(unsigned piece_class)
{
	BUG_ON(piece_class >= PIECE_CLASSES);
	return (size_t)2 << piece_class;
}

static uint32_t *take_piece(struct index *x, unsigned piece_class)
{
	size_t size = piece_size(piece_class);
	uint32_t *piece = x->free_pieces[piece_class];
	if (!piece)
		return ARENA_ARRAY(x->a, uint32_t, size);
	/* A free piece begins with the pointer to the next. */
	// cppcheck-suppress pointerSize
	memcpy(&x->free_pieces[piece_class], piece, sizeof(uint32_t *));
	return piece;
}

static void free_piece(struct index *x, uint32_t *piece, unsigned piece_class)
{
	// cppcheck-suppress pointerSize
	memcpy(piece, &x->free_pieces[piece_class], sizeof(uint32_t *));
	x->free_pieces[piece_class] = piece;
}

static void add_posting(struct index *x, struct indexed_term *t, uint32_t posting)
{
	if (!t->postings)
		t->postings = take_piece(x, t->piece_class = 0);
	else if (t->n == piece_size(t->piece_class)) {
		uint32_t *grown = take_piece(x, t->piece_class + 1U);
		memcpy(grown, t->postings, t->n * sizeof(*grown));
		free_piece(x, t->postings, t->piece_class++);
		t->postings = grown;
	}
	t->postings[t->n++] = posting;
}

/* The weight as a posting has it. */
static uint32_t steps_of(float weight)
{
	double steps = -log2((double)weight) * WEIGHT_STEPS + 0.5;
	return steps < 0 ? 0 : steps < WEIGHTS - 1 ? (uint32_t)steps : WEIGHTS - 1;
}

void index_add(struct index *x, const struct weighted_vec *v, struct member member)
{
	member.shingles = shingles_dup(x->a, member.shingles);
	BUG_ON(x->members.n >= MEMBERS_MOST);
	for (size_t i = 0; i < v->n; i++)
		add_posting(x, &x->terms.items[v->items[i].term],
			(uint32_t)x->members.n << WEIGHT_BITS | steps_of(v->items[i].weight));
	*VEC_ADD(x->a, &x->members) = member;
	*VEC_ADD(x->a, &x->likeness) = (struct likeness){.language = (uint16_t)member.language};
}

static void forget_in(struct index *x, struct indexed_term *t, const uint32_t *renumbered)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t member = renumbered[t->postings[i] >> WEIGHT_BITS];
		if (member != MEMBERS_MOST)
			t->postings[n++] = member << WEIGHT_BITS | (t->postings[i] & (WEIGHTS - 1));
	}
	t->n = n;
	if (n == 0 && t->postings) {
		free_piece(x, t->postings, t->piece_class);
		t->postings = NULL;
	}
}

void index_forget(struct index *x, int64_t before)
{
	struct arena scratch = {0};
	uint32_t *renumbered = ARENA_ARRAY(&scratch, uint32_t, x->members.n);
	size_t kept = 0;
	for (size_t i = 0; i < x->members.n; i++) {
		renumbered[i] = x->members.items[i].time < before ? (uint32_t)MEMBERS_MOST : (uint32_t)kept;
		if (renumbered[i] != MEMBERS_MOST) {
			x->likeness.items[kept] = x->likeness.items[i];
			x->members.items[kept++] = x->members.items[i];
		}
	}
	x->members.n = x->likeness.n = kept;
	for (size_t i = 0; i < x->terms.n; i++)
		forget_in(x, &x->terms.items[i], renumbered);
	arena_free(&scratch);
}

struct index index_new(struct arena *a)
{
	struct index x = {.a = a};
	for (size_t i = 0; i < WEIGHTS; i++)
		x.weights[i] = (float)exp2(-(double)i / WEIGHT_STEPS);
	return x;
}
