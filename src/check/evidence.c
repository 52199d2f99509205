#include "check/parts.h"

#include <math.h>

#define LIMIT_PLAIN 1e12 /* from where on %.12g writes an exponent */

struct evidence evidence_new(struct arena *a, const struct report *reports, size_t count)
{
	struct evidence e = {.a = a, .reports = reports, .count = count, .ids = map_new(a)};
	e.sources = ARENA_ARRAY(a, struct witness *, count + 1);
	return e;
}

/* What "#%.12g%s" makes of a whole number: most are, and it takes a fifth of the time. */
static struct str whole_key(struct arena *a, uint64_t value, bool is_percent)
{
	char bytes[16], *p = bytes + sizeof(bytes);
	if (is_percent)
		*--p = '%';
	do
		*--p = (char)('0' + value % 10);
	while (value /= 10);
	*--p = '#';
	return str_dup(a, (struct str){p, (size_t)(bytes + sizeof(bytes) - p)});
}

struct str number_key(struct arena *a, const struct number *n)
{
	bool is_percent = n->kind == NUMBER_PERCENT;
	if (n->value > 0 && n->value < LIMIT_PLAIN && n->value == floor(n->value))
		return whole_key(a, (uint64_t)n->value, is_percent);
	return str_format(a, "#%.12g%s", n->value, is_percent ? "%" : "");
}

struct str date_key(struct arena *a, const struct date_mention *d)
{
	struct str day = when_rfc3339(a, (struct when){d->when.utc_s, d->when.offset_min, true});
	size_t keep = d->has_day ? day.n : day.n - 3 - (d->has_month ? 0 : 3);
	return str_format(a, "@%.*s", STR_ARG(str_sub(day, 0, keep)));
}

struct str source_text(const struct witness *s, struct span span)
{
	return span_text(s->report->text, span);
}

bool source_has(struct evidence *e, struct witness *s, struct str words)
{
	struct span hit;
	if (!s->folded_text.starts)
		s->folded_text = text_fold_map(e->a, s->report->text);
	return text_folded_find(&s->folded_text, str_trim(text_fold(e->a, words)), 0, &hit);
}

size_t source_word_at(const struct witness *s, size_t offset)
{
	size_t low = 0, high = s->words.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (s->words.items[middle].span.start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t id_of(struct evidence *e, struct str key)
{
	bool is_new;
	size_t *id = map_put(&e->ids, key, &is_new);
	if (is_new) {
		*id = e->ids.n - 1;
		*VEC_ADD(e->a, &e->sentences_with) = 0;
	}
	return (uint32_t)*id;
}

static void add_token(struct evidence *e, struct witness *s, struct str key, size_t start)
{
	*VEC_ADD(e->a, &s->tokens) = (struct token){id_of(e, key), start};
}

static void add_word(struct evidence *e, struct witness *s, const struct word *w, uint32_t *ids)
{
	if (!ids[w->form])
		ids[w->form] = id_of(e, w->stem) + 1;
	*VEC_ADD(e->a, &s->tokens) = (struct token){ids[w->form] - 1, w->span.start};
}

/* Words, numbers and dates in one row, by start. */
static void merge_tokens(struct evidence *e, struct witness *s)
{
	size_t number = 0, date = 0;
	uint32_t *ids = ARENA_ARRAY(e->a, uint32_t, s->words.n + 1); /* by form, + 1 */
	for (size_t i = 0; i <= s->words.n; i++) {
		size_t start = i < s->words.n ? s->words.items[i].span.start : SIZE_MAX;
		for (; number < s->numbers.n && s->numbers.items[number].span.start <= start; number++)
			add_token(e, s, number_key(e->a, &s->numbers.items[number]),
				s->numbers.items[number].span.start);
		for (; date < s->dates.n && s->dates.items[date].span.start <= start; date++)
			if (when_is_known(s->dates.items[date].when))
				add_token(
					e, s, date_key(e->a, &s->dates.items[date]), s->dates.items[date].span.start);
		if (i < s->words.n && !s->words.items[i].is_stop)
			add_word(e, s, &s->words.items[i], ids);
	}
}

/* Where each sentence's tokens begin, and in how many sentences each stands. */
static void index_sentences(struct evidence *e, struct witness *s)
{
	size_t t = 0;
	struct arena scratch = {0};
	s->first_token = ARENA_ARRAY(e->a, size_t, s->sentences.n + 1);
	uint32_t *seen_in = ARENA_ARRAY(&scratch, uint32_t, e->sentences_with.n + 1);
	for (size_t i = 0; i < s->sentences.n; i++) {
		struct span sentence = s->sentences.items[i];
		s->first_token[i] = t;
		for (; t < s->tokens.n && s->tokens.items[t].start < sentence.start + sentence.length;
			 t++) {
			uint32_t id = s->tokens.items[t].id;
			if (seen_in[id] != i + 1)
				e->sentences_with.items[id]++;
			seen_in[id] = (uint32_t)i + 1;
		}
	}
	s->first_token[s->sentences.n] = t;
	e->sentence_count += s->sentences.n;
	arena_free(&scratch);
}

static struct str without_possessive(struct str folded)
{
	if (str_ends(folded, STR("'s")))
		folded.n -= 2;
	return folded;
}

static void fold_words(struct arena *a, struct witness *s)
{
	s->folded = ARENA_ARRAY(a, struct str, s->words.n + 1);
	for (size_t i = 0; i < s->words.n; i++)
		s->folded[i] = without_possessive(s->words.items[i].folded);
}

struct witness *evidence_source(struct evidence *e, size_t report)
{
	BUG_ON(report >= e->count);
	if (e->sources[report])
		return e->sources[report];
	struct witness *s = ARENA_NEW(e->a, struct witness);
	const struct report *r = &e->reports[report];
	e->sources[report] = s;
	s->report = r;
	s->language = r->language.n ? r->language : text_language(r->text, STR(""));
	s->reading = text_read(e->a, r->text, s->language);
	s->sentences = reading_sentences(s->reading);
	s->words = reading_words(s->reading);
	s->numbers = reading_numbers(s->reading);
	s->dates = reading_dates(s->reading, r->published);
	fold_words(e->a, s);
	merge_tokens(e, s);
	index_sentences(e, s);
	return s;
}
