#include "check/content.h"

#include <math.h>

/* Among how many sentences a word is rare that no source has: half a sentence. */
#define WITHOUT 0.5

struct reader {
	struct arena *a;
	struct subject *s;
	struct content *c;
	struct map seen;
};

static void add_item(struct reader *r, struct str key, struct span span, enum content_kind kind)
{
	bool is_new;
	struct content *c = r->c;
	struct evidence *e = r->s->e;
	(void)map_put(&r->seen, key, &is_new);
	if (!is_new || c->n == CONTENT_MOST)
		return;
	const size_t *id = map_get(&e->ids, key);
	double with = id ? e->sentences_with.items[*id] : WITHOUT;
	struct content_item *item = &c->items[c->n++];
	*item = (struct content_item){.span = span,
		.kind = kind,
		.is_known = id != NULL,
		.id = id ? (uint32_t)*id : 0,
		.weight = log(1 + (double)(e->sentence_count + 1) / with)};
	c->total += item->weight;
}

static void add_words(struct reader *r, struct str text, struct text_reading *reading)
{
	const struct subject *s = r->s;
	struct word_vec words = reading_words(reading);
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		if (w->is_stop || w->is_number ||
			(s->is_strict && desk_is_own_word(span_text(text, w->span))))
			continue;
		add_item(r, w->stem, w->span, w->is_upper && i > 0 ? CONTENT_NAME : CONTENT_WORD);
	}
}

static void add_amounts(struct reader *r, struct text_reading *reading)
{
	struct subject *s = r->s;
	struct number_vec numbers = reading_numbers(reading);
	for (size_t i = 0; i < numbers.n; i++)
		if (!(s->is_strict && desk_is_true_count(s, &numbers.items[i])))
			add_item(r, number_key(r->a, &numbers.items[i]), numbers.items[i].span, CONTENT_AMOUNT);
	struct date_vec dates = reading_dates(reading, s->anchor);
	for (size_t i = 0; i < dates.n; i++)
		if (when_is_known(dates.items[i].when) && !desk_is_published_day(s, &dates.items[i]))
			add_item(r, date_key(r->a, &dates.items[i]), dates.items[i].span, CONTENT_AMOUNT);
}

struct content content_read(struct arena *a, struct subject *s)
{
	struct content c = {0};
	struct reader r = {.a = a, .s = s, .c = &c, .seen = map_new(a)};
	/* A desk's quotations are checked word by word; here it is about what it says itself. */
	struct text_reading *reading = s->is_strict ? read_own(s) : read_text(s);
	add_words(&r, s->is_strict ? s->own : s->text, reading);
	add_amounts(&r, reading);
	return c;
}

void content_mark(const struct content *c, struct postings *p)
{
	postings_clear(p);
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i].is_known)
			postings_mark(p, c->items[i].id, UINT64_C(1) << i);
}

double content_weight(const struct content *c, uint64_t items)
{
	double sum = 0;
	for (; items; items &= items - 1)
		sum += c->items[__builtin_ctzll(items)].weight;
	return sum;
}
