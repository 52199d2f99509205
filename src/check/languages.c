#include "check/parts.h"

/* A sentence in another language than the rest of its draft. */

#define LEAST_WORDS 6
#define LEAST_STOP_WORDS 3 /* of the other language, and twice as many as of the draft's own */

static size_t count_stop_words(struct subject *s, const struct word_vec *words, struct str language)
{
	size_t n = 0;
	for (size_t i = 0; i < words->n; i++)
		n += text_is_stop(text_fold(s->a, span_text(s->own, words->items[i].span)), language);
	return n;
}

void check_language(struct subject *s)
{
	struct str language = text_language(s->own, s->language);
	if (language.n == 0 || s->language.n == 0 || str_eq(language, s->language))
		return;
	struct word_vec words = text_words(s->a, s->own, language);
	size_t other = count_stop_words(s, &words, language),
		   own = count_stop_words(s, &words, s->language);
	if (words.n < LEAST_WORDS || other < LEAST_STOP_WORDS || other < 2 * own)
		return;
	(void)add_finding(s, (struct span){0, s->text.n}, "language", TIER_ERROR,
		str_format(s->a, "the sentence is in another language (%.*s) than the draft (%.*s)",
			STR_ARG(language), STR_ARG(s->language)),
		NULL);
}
