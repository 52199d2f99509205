#include "story/story.h"

#define QUOTES_MOST 400     /* of a story */
#define QUOTE_WORDS_LEAST 4 /* shorter ones are terms */
#define SAME_SHARE 0.6      /* of the words of the shorter wording, for the same quotation */
#define NEWS_SENTENCES 2000 /* that a new one is held against */
#define NEWS_SHARE 0.6      /* of its words in one earlier sentence: it is told already */
#define NEWS_WORDS_LEAST 5

/* The stems of a piece of text, each once. */
static struct map stems_of(struct arena *a, struct str text, struct str language)
{
	struct map stems = map_new(a);
	struct word_vec words = text_words(a, text, language);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_stop)
			(void)map_put(&stems, words.items[i].stem, NULL);
	return stems;
}

static size_t count_shared(const struct map *x, const struct map *y)
{
	size_t shared = 0;
	for (size_t i = 0; i < x->n; i++)
		shared += map_get(y, x->items[i].key) != NULL;
	return shared;
}

struct kept_quote {
	struct map stems;
	struct str language;
};

static bool is_same_quote(const struct kept_quote *x, const struct kept_quote *y)
{
	size_t fewer = x->stems.n < y->stems.n ? x->stems.n : y->stems.n;
	return str_eq(x->language, y->language) && fewer >= QUOTE_WORDS_LEAST / 2 &&
		(double)count_shared(&x->stems, &y->stems) >= SAME_SHARE * (double)fewer;
}

/* A wording of a quotation that is there already, or a new one. */
static void add_quote(struct arena *a, struct story_quote_vec *out, struct kept_quote *kept,
	const struct kept_quote *quote, struct str speaker, struct cite cite)
{
	size_t i = 0;
	while (i < out->n && !is_same_quote(&kept[i], quote))
		i++;
	if (i == QUOTES_MOST)
		return;
	if (i == out->n) {
		kept[i] = *quote;
		(void)VEC_ADD(a, out);
	}
	struct story_quote *q = &out->items[i];
	if (speaker.n > q->speaker.n)
		q->speaker = str_dup(a, speaker);
	for (size_t k = 0; k < q->wordings.n; k++)
		if (q->wordings.items[k].report == cite.report)
			return;
	*VEC_ADD(a, &q->wordings) = cite;
}

struct story_quote_vec story_quotes(struct arena *a, const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct story_quote_vec out = {0};
	struct kept_quote *kept = ARENA_ARRAY(&scratch, struct kept_quote, QUOTES_MOST);
	count = count < LIMIT_STORY_REPORTS ? count : LIMIT_STORY_REPORTS;
	for (size_t i = 0; i < count; i++) {
		const struct report *r = &reports[i];
		struct quotation_vec quotations = text_quotations(&scratch, r->text, r->language);
		for (size_t k = 0; k < quotations.n; k++) {
			const struct quotation *q = &quotations.items[k];
			struct str text = span_text(r->text, q->inner);
			if (q->is_open || text_words(&scratch, text, r->language).n < QUOTE_WORDS_LEAST)
				continue;
			struct kept_quote quote = {stems_of(&scratch, text, r->language), r->language};
			add_quote(a, &out, kept, &quote, q->speaker, (struct cite){i, q->inner});
		}
	}
	arena_free(&scratch);
	return out;
}

/* ---- what is new ---- */

struct told {
	struct {
		struct map *items;
		size_t n, capacity;
	} sentences;
};

static bool is_told(const struct told *told, const struct map *stems)
{
	for (size_t i = 0; i < told->sentences.n; i++)
		if ((double)count_shared(stems, &told->sentences.items[i]) >= NEWS_SHARE * (double)stems->n)
			return true;
	return false;
}

struct cite_vec story_news(
	struct arena *a, const struct report *reports, size_t count, struct when since, size_t most)
{
	struct arena scratch = {0};
	struct told told = {0};
	struct cite_vec out = {0};
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++) {
			const struct report *r = &reports[i];
			bool is_new = when_is_known(r->published) && r->published.utc_s > since.utc_s;
			if (is_new != (pass == 1))
				continue;
			struct span_vec sentences = text_sentences(&scratch, r->text, r->language);
			for (size_t k = 0; k < sentences.n && told.sentences.n < NEWS_SENTENCES; k++) {
				struct map stems =
					stems_of(&scratch, span_text(r->text, sentences.items[k]), r->language);
				bool is_news = is_new && stems.n >= NEWS_WORDS_LEAST && !is_told(&told, &stems);
				if (is_news && out.n < most)
					*VEC_ADD(a, &out) = (struct cite){i, sentences.items[k]};
				if (!is_new || is_news)
					*VEC_ADD(&scratch, &told.sentences) = stems;
			}
		}
	arena_free(&scratch);
	return out;
}
