#include "check/sense.h"

/* Two sentences of a draft that deny each other: found without any source. They must tell the same
 * thing in the same words but for the place where they differ. */

#define LOOK_BACK 40 /* sentences */
#define LEAST_PAIRS 3
#define LEFT_OVER 1 /* content words of each that the other lacks */

/* What the sentences of the draft are made of. */
struct inner {
	struct evidence e; /* the draft as its own source */
	struct edit_words *words;
	uint64_t *marks; /* a bit for each content word, by its hash: most pairs share none */
};

static uint64_t marks_of(const struct edit_words *words)
{
	uint64_t marks = 0;
	for (size_t i = 0; i < words->n; i++)
		if (!words->items[i].is_stop)
			marks |= (uint64_t)1 << (hash_fast(words->items[i].key) & 63);
	return marks;
}

static size_t count_unpaired(const struct edit_words *words, const size_t *pairs, size_t *paired)
{
	size_t n = 0;
	*paired = 0;
	for (size_t i = 0; i < words->n; i++) {
		const struct edit_word *w = &words->items[i];
		if (w->is_stop)
			continue;
		/* Another name or number makes it another thing. */
		n += pairs[i] != EDIT_NONE ? 0 : w->is_number || (w->is_upper && i > 0) ? 2 : 1;
		*paired += pairs[i] != EDIT_NONE;
	}
	return n;
}

static bool tell_the_same(const struct edit *e)
{
	size_t paired;
	return count_unpaired(e->draft, e->to_source, &paired) <= LEFT_OVER && paired >= LEAST_PAIRS &&
		count_unpaired(e->source, e->to_draft, &paired) <= LEFT_OVER;
}

static struct span span_of(const struct subject *s)
{
	return (struct span){s->offset, s->text.n};
}

static void compare(struct inner *in, struct subject *s, const struct subject *other, size_t j)
{
	struct sense x = {.s = s,
		.e = &in->e,
		.draft = in->words[s->index],
		.kind = "inner_contradiction",
		.own = {0, span_of(s)},
		.n = 1};
	struct compared *c = &x.items[0];
	c->cite = (struct cite){0, span_of(other)};
	c->source = evidence_source(&in->e, 0);
	c->words = in->words[j];
	c->edit = edit_compare(s->a, &x.draft, &c->words);
	if (!tell_the_same(&c->edit))
		return;
	c->words = edit_words_in(s->a, c->source, c->cite.span);
	c->edit = edit_compare(s->a, &x.draft, &c->words);
	find_negations(&x);
	find_opposites(&x);
}

void check_inner(struct str draft, struct subject *subjects, size_t count)
{
	if (count < 2)
		return;
	struct arena *a = subjects[0].a;
	struct report *self = ARENA_NEW(a, struct report);
	*self = (struct report){.text = draft, .language = subjects[0].language};
	struct inner in = {.e = evidence_new(a, self, 1)};
	in.words = ARENA_ARRAY(a, struct edit_words, count);
	in.marks = ARENA_ARRAY(a, uint64_t, count);
	for (size_t i = 0; i < count; i++) {
		in.words[i] = *subject_words(&subjects[i]);
		in.marks[i] = marks_of(&in.words[i]);
		size_t first = i > LOOK_BACK ? i - LOOK_BACK : 0;
		for (size_t j = i; j-- > first;)
			if (__builtin_popcountll(in.marks[i] & in.marks[j]) >= LEAST_PAIRS)
				compare(&in, &subjects[i], &subjects[j], j);
	}
}
