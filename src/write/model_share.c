#include "write/model_parts.h"

#include "text/text.h"

#define RUN_WORDS 5
#define ORDERED_LEAST 3 /* sentences from which a section has an order */

struct hashed {
	uint64_t *items;
	size_t n;
};

static struct hashed hash_words(struct arena *a, struct str text, struct str language)
{
	struct word_vec words = text_words(a, text, language);
	struct hashed h = {ARENA_ARRAY(a, uint64_t, words.n), words.n};
	for (size_t i = 0; i < words.n; i++)
		h.items[i] = hash_fast(text_fold(a, span_text(text, words.items[i].span)));
	return h;
}

static struct str run_key(const struct hashed *h, size_t at)
{
	return (struct str){(const char *)&h->items[at], RUN_WORDS * sizeof(uint64_t)};
}

static struct map runs_of(struct arena *a, const struct report *reports, size_t count)
{
	struct map runs = map_new(a);
	for (size_t r = 0; r < count; r++) {
		struct hashed h = hash_words(a, reports[r].text, reports[r].language);
		for (size_t i = 0; i + RUN_WORDS <= h.n; i++)
			(void)map_put(&runs, run_key(&h, i), NULL);
	}
	return runs;
}

/* Blanks for what others say. */
static struct str own_words(struct arena *a, struct str text, struct str language)
{
	char *own = arena_cstr(a, text.p, text.n);
	struct quotation_vec quotes = text_quotations(a, text, language);
	for (size_t i = 0; i < quotes.n; i++)
		memset(own + quotes.items[i].outer.start, ' ', quotes.items[i].outer.length);
	return (struct str){own, text.n};
}

static double copied_share(
	struct arena *a, const struct draft *draft, const struct report *reports, size_t count)
{
	struct map runs = runs_of(a, reports, count);
	size_t all = 0, copied = 0;
	const struct draft_sentence *s;
	for (size_t i = 0; (s = draft_sentence_at(draft, i)); i++) {
		struct hashed h = hash_words(a, own_words(a, s->text, draft->language), draft->language);
		size_t until = 0; /* words before this one are counted already */
		for (size_t k = 0; k + RUN_WORDS <= h.n; k++) {
			if (!map_get(&runs, run_key(&h, k)))
				continue;
			copied += k + RUN_WORDS - (until > k ? until : k);
			until = k + RUN_WORDS;
		}
		all += h.n;
	}
	return all ? (double)copied / (double)all : 0;
}

/* Whether each sentence rests on the same report as the one before, further down in it. */
static bool follows_one(const struct section *section)
{
	for (size_t i = 0; i < section->sentence_count; i++) {
		const struct draft_sentence *s = &section->sentences[i];
		if (s->cites.n == 0)
			return false;
		if (i == 0)
			continue;
		struct cite before = section->sentences[i - 1].cites.items[0], at = s->cites.items[0];
		if (at.report != before.report || at.span.start <= before.span.start)
			return false;
	}
	return true;
}

struct model_share write_model_share(
	struct arena *a, const struct draft *draft, const struct report *reports, size_t count)
{
	size_t long_ones = 0, ordered = 0;
	for (size_t i = 0; i < draft->section_count; i++) {
		bool is_long = draft->sections[i].sentence_count >= ORDERED_LEAST;
		long_ones += is_long;
		ordered += is_long && follows_one(&draft->sections[i]);
	}
	return (struct model_share){.copied = copied_share(a, draft, reports, count),
		.ordered = long_ones ? (double)ordered / (double)long_ones : 0};
}
