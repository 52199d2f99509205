#include "check/cast.h"

/* Who says what: a quotation of the draft that a source has too must have the speaker that the
 * source gives it. */

#define LEAST_WORDS 4 /* of a quotation, to be told from a turn of phrase that two people use */

static struct str plain(struct arena *a, struct str text)
{
	struct str folded = text_fold(a, text);
	char *p = arena_cstr(a, folded.p, folded.n);
	size_t n = 0;
	for (size_t i = 0; i < folded.n; i++)
		if (!strchr(".,;:!?\"'", folded.p[i]))
			p[n++] = folded.p[i];
	return str_trim((struct str){p, n});
}

static const struct said *said_in_source(struct evidence *e, size_t report, size_t *n)
{
	struct witness *w = evidence_source(e, report);
	if (!w->has_said) {
		struct quotation_vec quotes = text_quotations(e->a, w->report->text, w->language);
		struct said *said = ARENA_ARRAY(e->a, struct said, quotes.n + 1);
		for (size_t i = 0; i < quotes.n; i++)
			said[i] = (struct said){
				quotes.items[i], plain(e->a, span_text(w->report->text, quotes.items[i].inner))};
		w->said = said;
		w->said_count = quotes.n;
		w->has_said = true;
	}
	*n = w->said_count;
	return w->said;
}

/* The name of the cast that the speaker's span is; NULL when a speaker is only described. */
static const struct role_name *named(const struct cast *c, struct span speaker)
{
	for (size_t i = 0; speaker.length && i < c->n; i++)
		if (c->items[i].name.span.start == speaker.start)
			return &c->items[i];
	return NULL;
}

/* Looks for the words in the quotations of all sources. True when a source gives them to this
 * speaker or to nobody by name; `other` is who else says them. */
static bool is_said_by(struct subject *s, struct str words, const struct role_name *speaker,
	const struct role_name **other, struct cite *where)
{
	for (size_t r = 0; r < s->e->count; r++) {
		size_t n;
		const struct said *said = said_in_source(s->e, r, &n);
		for (size_t i = 0; i < n; i++) {
			if (str_find(said[i].plain, words, 0) == STR_NONE)
				continue;
			const struct role_name *theirs =
				named(cast_of_source(s->e, r), said[i].quotation.speaker_span);
			if (!theirs || names_meet(theirs, speaker) || names_are_linked(s, theirs, speaker))
				return true;
			*other = theirs;
			*where = (struct cite){r, said[i].quotation.outer};
		}
	}
	return *other == NULL;
}

static void check_quotation(
	struct subject *s, const struct cast *mine, const struct quotation *quotation)
{
	struct str inner = span_text(s->text, quotation->inner);
	const struct role_name *speaker = named(mine, quotation->speaker_span), *other = NULL;
	struct cite where = {0};
	if (!speaker || text_words(s->a, inner, s->language).n < LEAST_WORDS ||
		is_said_by(s, plain(s->a, inner), speaker, &other, &where))
		return;
	s->is_contradicted = true;
	(void)add_finding(s, quotation->speaker_span, kind_here(s, "speaker"), TIER_ERROR,
		str_format(s->a, "the draft has %.*s say what %.*s says in the source",
			STR_ARG(speaker->name.text), STR_ARG(other->name.text)),
		&where);
}

void check_speakers(struct subject *s)
{
	struct quotation_vec quotes = text_quotations(s->a, s->text, s->language);
	bool is_spoken = false;
	for (size_t i = 0; i < quotes.n; i++)
		is_spoken |= quotes.items[i].speaker_span.length > 0;
	if (!is_spoken)
		return;
	struct cast mine = cast_of_draft(s);
	for (size_t i = 0; i < quotes.n; i++)
		check_quotation(s, &mine, &quotes.items[i]);
}
