#include "check/edit.h"

/* A headline beyond the body: it says in a word of its own what no source has. Names and numbers
 * have their own checks. */

static bool is_in_any(const struct evidence *e, const struct edit_word *w)
{
	for (size_t r = 0; r < e->count; r++) {
		const struct witness *s = e->sources[r];
		for (size_t i = 0; s && i < s->words.n; i++)
			if (str_eq(s->words.items[i].stem, w->key) || str_eq(s->folded[i], w->form))
				return true;
	}
	return false;
}

static bool is_name(const struct name_vec *names, struct span span)
{
	for (size_t i = 0; i < names->n; i++)
		if (span_has(names->items[i].span, span.start))
			return true;
	return false;
}

/* The word behind who acts is the headline's verb; what follows may be said in many ways. */
void check_headline_verb(struct subject *s)
{
	const struct edit_words *words = subject_words(s);
	struct name_vec names = reading_names(read_own(s));
	for (size_t i = 1; s->is_headline && i < words->n; i++) {
		const struct edit_word *w = &words->items[i];
		if (w->is_stop || w->is_number)
			continue;
		if (is_in_any(s->e, w))
			continue;
		const struct edit_word *before = w - 1;
		if (before->is_upper && is_in_any(s->e, before) && !is_name(&names, w->span))
			(void)add_finding(s, w->span, "headline", TIER_REVIEW,
				str_format(s->a, "no source says that anybody \"%.*s\"",
					STR_ARG(span_text(s->text, w->span))),
				s->cites.n ? &s->cites.items[0] : NULL);
		return;
	}
}
