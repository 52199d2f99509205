#include "check/edit.h"

/* A sentence in another language than the rest of its draft. */

#define LEAST_WORDS 6
#define LEAST_STOP_WORDS 3 /* of the other language, and twice as many as of the draft's own */

/* Words outside quotations, and how many of them are stop words of the language. */
static size_t count_words(struct subject *s, struct str language, size_t *stop_words)
{
	const struct edit_words *words = subject_words(s);
	size_t n = 0;
	*stop_words = 0;
	for (size_t i = 0; i < words->n; i++) {
		const struct edit_word *w = &words->items[i];
		if (s->own.p[w->span.start] == ' ')
			continue;
		n++;
		*stop_words += text_is_stop(w->form, language);
	}
	return n;
}

void check_language(struct subject *s)
{
	size_t own, other, n = count_words(s, s->language, &own);
	if (s->language.n == 0 || n < LEAST_WORDS || own * 4 >= n)
		return;
	struct str language = text_language(s->own, s->language);
	if (language.n == 0 || str_eq(language, s->language))
		return;
	(void)count_words(s, language, &other);
	if (other < LEAST_STOP_WORDS || other < 2 * own)
		return;
	(void)add_finding(s, (struct span){0, s->text.n}, "language", TIER_ERROR,
		str_format(s->a, "the sentence is in another language (%.*s) than the draft (%.*s)",
			STR_ARG(language), STR_ARG(s->language)),
		NULL);
}
