#include "check/parts.h"

/* A run of more than COPIED_WORDS words equal to a source is its wording, not the desk's. The runs
 * of the draft go into a table, then each source is read once. */

#define COPIED_WORDS 8
#define RUN (COPIED_WORDS + 1)

struct run {
	size_t sentence, word; /* where it begins */
	size_t next;           /* another run of the same words + 1 */
};

struct drafted {
	size_t sentence;
	struct word_vec words;
	bool *is_copied;   /* by word */
	struct cite where; /* of the first copied run */
};

struct copies {
	struct arena *a;
	struct map by_words; /* RUN folded words -> index of runs + 1 */
	struct {
		struct run *items;
		size_t n, capacity;
	} runs;
	struct {
		struct drafted *items;
		size_t n, capacity;
	} drafted;
};

struct copies *copies_new(struct arena *a)
{
	struct copies *c = ARENA_NEW(a, struct copies);
	c->a = a;
	c->by_words = map_new(a);
	return c;
}

static struct str key_of(struct arena *a, const uint64_t *hashes)
{
	return str_dup(a, (struct str){(const char *)hashes, RUN * sizeof(*hashes)});
}

void copies_add(struct copies *c, struct subject *s)
{
	struct drafted *d = VEC_ADD(c->a, &c->drafted);
	*d = (struct drafted){.sentence = s->index, .words = reading_words(read_own(s))};
	d->is_copied = ARENA_ARRAY(c->a, bool, d->words.n + 1);
	uint64_t *hashes = ARENA_ARRAY(c->a, uint64_t, d->words.n + 1);
	for (size_t i = 0; i < d->words.n; i++)
		hashes[i] = hash_fast(d->words.items[i].folded);
	for (size_t i = 0; i + RUN <= d->words.n; i++) {
		/* Words with somebody else's between them are no run. */
		struct span first = d->words.items[i].span, last = d->words.items[i + RUN - 1].span;
		struct span whole = {first.start, last.start + last.length - first.start};
		if (!str_eq(span_text(s->own, whole), span_text(s->text, whole)))
			continue;
		size_t *head = map_put(&c->by_words, key_of(c->a, hashes + i), NULL);
		*VEC_ADD(c->a, &c->runs) =
			(struct run){.sentence = c->drafted.n - 1, .word = i, .next = *head};
		*head = c->runs.n;
	}
}

static void mark(struct copies *c, size_t head, struct cite where)
{
	for (; head; head = c->runs.items[head - 1].next) {
		const struct run *run = &c->runs.items[head - 1];
		struct drafted *d = &c->drafted.items[run->sentence];
		if (d->where.span.length == 0)
			d->where = where;
		memset(d->is_copied + run->word, true, RUN);
	}
}

static void read_source(struct copies *c, struct evidence *e, size_t report)
{
	const struct witness *s = evidence_source(e, report);
	struct arena scratch = {0};
	uint64_t *hashes = ARENA_ARRAY(&scratch, uint64_t, s->words.n + 1);
	for (size_t i = 0; i < s->words.n; i++)
		hashes[i] = hash_fast(s->words.items[i].folded);
	for (size_t i = 0; i + RUN <= s->words.n; i++) {
		struct str key = {(const char *)(hashes + i), RUN * sizeof(*hashes)};
		const size_t *head = map_get(&c->by_words, key);
		struct span first = s->words.items[i].span, last = s->words.items[i + RUN - 1].span;
		struct span whole = {first.start, last.start + last.length - first.start};
		if (head)
			mark(c, *head, (struct cite){report, whole});
	}
	arena_free(&scratch);
}

/* The words of a run that could have been put otherwise: who speaks has a name and a title. */
static size_t count_wording(const struct subject *s, const struct drafted *d, size_t i, size_t end)
{
	size_t n = 0;
	for (; i < end; i++)
		n += !s->is_quotation || !d->words.items[i].is_upper;
	return n;
}

static void report_copy(struct subject *s, const struct drafted *d, size_t first, size_t end)
{
	size_t start = d->words.items[first].span.start;
	struct span last = d->words.items[end - 1].span;
	(void)add_finding(s, (struct span){start, last.start + last.length - start}, "copy", TIER_ERROR,
		str_format(
			s->a, "%zu words in a row are the source's own, without quotation marks", end - first),
		&d->where);
}

void copies_find(struct copies *c, struct evidence *e, struct subject *subjects)
{
	if (c->runs.n == 0)
		return;
	for (size_t r = 0; r < e->count; r++)
		if (e->reports[r].licence.n == 0)
			read_source(c, e, r);
	for (size_t k = 0; k < c->drafted.n; k++) {
		struct drafted *d = &c->drafted.items[k];
		struct subject *s = &subjects[d->sentence];
		for (size_t i = 0, end; i < d->words.n; i = end + 1) {
			for (end = i; end < d->words.n && d->is_copied[end];)
				end++;
			if (count_wording(s, d, i, end) > COPIED_WORDS)
				report_copy(s, d, i, end);
		}
	}
}
