#include "check/amounts.h"

#define FAR 30         /* sentences apart at most that are compared */
#define SHARED_LEAST 3 /* content words that two sentences about one thing share, */
#define SHARED 0.75    /* and that share of the shorter one's */

/* Where a draft's figures contradict each other, with no source at all. */

struct content {
	struct map stems;
	size_t n;
};

static struct content content_of(struct arena *a, struct subject *s)
{
	struct content c = {.stems = map_new(a)};
	struct word_vec words = reading_words(read_own(s));
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		bool is_amount = false;
		for (size_t k = 0; k < s->amounts.n && !is_amount; k++)
			is_amount = s->amounts.items[k].kind != AMOUNT_DATE &&
				span_has(s->amounts.items[k].span, w->span.start);
		if (!w->is_stop && !is_amount)
			(void)map_put(&c.stems, w->stem, NULL);
	}
	c.n = c.stems.n;
	return c;
}

/* Whether they say the same, figures aside. */
static bool is_alike(const struct content *x, const struct content *y)
{
	size_t shared = 0;
	for (size_t i = 0; i < x->stems.n; i++)
		shared += map_get(&y->stems, x->stems.items[i].key) != NULL;
	size_t least = x->n < y->n ? x->n : y->n;
	return shared >= SHARED_LEAST && (double)shared >= SHARED * (double)least;
}

static bool is_plain_count(const struct amount *m)
{
	return m->kind == AMOUNT_NUMBER && m->counted.n && !m->number->is_approximate &&
		(m->number->kind == NUMBER_PLAIN || m->number->kind == NUMBER_MONEY);
}

/* Two counts of one thing in sentences that say the same. */
static const struct amount *count_against(const struct amount *m, const struct subject *other)
{
	const struct amount *against = NULL;
	for (size_t i = 0; i < other->amounts.n; i++) {
		const struct amount *o = &other->amounts.items[i];
		if (!is_plain_count(o) || !str_eq(o->counted, m->counted))
			continue;
		enum likeness likeness = amount_likeness(m, o);
		if (likeness == LIKE_SAME)
			return NULL;
		if (likeness == LIKE_RIVAL)
			against = o;
	}
	return against;
}

static void compare(struct arena *scratch, struct subject *s, struct subject *earlier)
{
	struct content x = {0}, y = {0};
	for (size_t i = 0; i < s->amounts.n && i < AMOUNTS_MOST; i++) {
		const struct amount *m = &s->amounts.items[i];
		const struct amount *against = is_plain_count(m) ? count_against(m, earlier) : NULL;
		if (!against)
			continue;
		if (!x.n) {
			x = content_of(scratch, s);
			y = content_of(scratch, earlier);
		}
		if (!is_alike(&x, &y))
			return;
		s->is_contradicted = true;
		(void)add_finding(s, m->span, "inner_contradiction", TIER_ERROR,
			str_format(s->a, "the draft says %.*s here and %.*s before",
				STR_ARG(span_text(s->text, m->span)),
				STR_ARG(span_text(earlier->text, against->span))),
			NULL);
	}
}

/* "11 people were killed: 7 men and 5 women": the parts behind a colon or dash are more than the
 * whole. Fewer may be an incomplete list. */
static void check_total(struct subject *s)
{
	for (size_t i = 0; i + 2 < s->amounts.n && i < AMOUNTS_MOST; i++) {
		const struct amount *whole = &s->amounts.items[i], *first = whole + 1, *second = whole + 2;
		if (!is_plain_count(whole) || !is_plain_count(first) || !is_plain_count(second))
			continue;
		size_t end = whole->span.start + whole->span.length;
		struct str between = str_sub(s->own, end, first->span.start - end);
		bool is_list = str_find_char(between, ':', 0) != STR_NONE ||
			str_find(between, STR(" - "), 0) != STR_NONE ||
			str_find(between, STR("\xE2\x80\x93"), 0) != STR_NONE ||
			str_find(between, STR("\xE2\x80\x94"), 0) != STR_NONE;
		double sum = first->number->value + second->number->value;
		bool is_part = first->number->value < whole->number->value &&
			second->number->value < whole->number->value;
		if (!is_list || !is_part || sum <= whole->number->value || first->number->unit.n ||
			str_eq(first->counted, second->counted))
			continue;
		s->is_contradicted = true;
		(void)add_finding(s, whole->span, "inner_contradiction", TIER_ERROR,
			str_format(s->a, "the draft says %.*s, and its parts make %.0f",
				STR_ARG(span_text(s->text, whole->span)), sum),
			NULL);
	}
}

void check_inner_amounts(struct subject *subjects, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct subject *s = &subjects[i];
		struct arena scratch = {0};
		if (s->amounts.n)
			check_total(s);
		for (size_t k = i > FAR ? i - FAR : 0; k < i && s->amounts.n; k++)
			if (subjects[k].amounts.n)
				compare(&scratch, s, &subjects[k]);
		if (i > 0) {
			check_elapsed_inside(s, s - 1);
			check_elapsed_inside(s - 1, s);
		}
		arena_free(&scratch);
	}
}
