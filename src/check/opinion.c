#include "check/edit.h"

/* Opinion in the outlet's own voice: judgements that nobody is named for. A small grammar: classes
 * of words (cues.txt) in a few frames, outside quotations, in a sentence that credits nobody, with
 * words that no sentence of the sources puts together. */

#define REACH 6 /* words between the parts of a frame */

struct opinion {
	struct subject *s;
	struct edit_words words; /* of what the outlet says itself */
};

/* The first word from i on, in the same clause and within reach, that has one of the cues;
 * EDIT_NONE when there is none. */
static size_t next_with(const struct opinion *o, size_t i, uint32_t cues, size_t reach)
{
	for (size_t k = i; k < o->words.n && k < i + reach; k++) {
		if (k > i && o->words.items[k].begins_clause)
			break;
		if (o->words.items[k].cues & cues)
			return k;
	}
	return EDIT_NONE;
}

/* Each frame begins at word i; what it gives is the last word of it, or EDIT_NONE. */

/* "It is essential that", "what is clear is": not "it is clear water". */
static size_t judgement_at(const struct opinion *o, size_t i)
{
	const struct edit_word *w = o->words.items;
	if (!(w[i].cues & CUE_IT) || i + 2 >= o->words.n || !(w[i + 1].cues & (CUE_BEING | CUE_REMAIN)))
		return EDIT_NONE;
	size_t judged = next_with(o, i + 2, CUE_JUDGEMENT, 3);
	if (judged == EDIT_NONE ||
		(judged > i + 2 && !w[judged - 1].is_stop && !str_ends(w[judged - 1].form, STR("ly"))))
		return EDIT_NONE;
	bool is_open = judged + 1 < o->words.n && !w[judged + 1].begins_clause;
	if (is_open &&
		!is_listed(" that to for how why whether of when dass zu für que de para что чтобы ",
			w[judged + 1].form))
		return EDIT_NONE;
	return judged;
}

/* "A positive step", "a stark reminder". */
static size_t judged_thing_at(const struct opinion *o, size_t i)
{
	const struct edit_word *w = o->words.items;
	bool is_told = i > 0 &&
		next_with(o, i > 3 ? i - 3 : 0, CUE_BEING | CUE_SHOWING | CUE_REMAIN, i > 3 ? 3 : i) !=
			EDIT_NONE;
	if (!is_told || !(w[i].cues & CUE_JUDGING))
		return EDIT_NONE;
	return next_with(o, i + 1, CUE_THING, 3);
}

/* "Underscores the importance", "raises serious concerns", "a testament to". */
static size_t shown_at(const struct opinion *o, size_t i)
{
	if (!(o->words.items[i].cues & CUE_SHOWING))
		return EDIT_NONE;
	return next_with(o, i + 1, CUE_SHOWN, REACH);
}

/* "It remains to be seen", "only time will tell", "remains uncertain". */
static size_t unknown_at(const struct opinion *o, size_t i)
{
	const struct edit_word *w = o->words.items;
	if (w[i].cues & CUE_REMAIN) {
		size_t unknown = next_with(o, i + 1, CUE_UNKNOWN, 3);
		if (unknown != EDIT_NONE)
			return unknown;
		unknown = next_with(o, i + 1, CUE_TELL, 4);
		return unknown == i + 3 && str_eq(w[i + 1].form, STR("to")) ? unknown : EDIT_NONE;
	}
	if (!str_eq(w[i].form, STR("time")))
		return EDIT_NONE;
	size_t told = next_with(o, i + 1, CUE_TELL, 3);
	return told != EDIT_NONE && (w[i + 1].cues & CUE_PLAN) ? told : EDIT_NONE;
}

/* "World leaders must act", "we need to". */
static size_t duty_at(const struct opinion *o, size_t i)
{
	if (!(o->words.items[i].cues & CUE_EVERYONE))
		return EDIT_NONE;
	return next_with(o, i + 1, CUE_DUTY, 3);
}

/* "Sadly, ...": at the head of a clause, set off by a comma. */
static size_t stance_at(const struct opinion *o, size_t i)
{
	const struct edit_word *w = &o->words.items[i];
	bool is_set_off = i + 1 < o->words.n && w[1].begins_clause;
	return (w->cues & CUE_STANCE) && w->begins_clause && is_set_off ? i : EDIT_NONE;
}

/* Whether the outlet credits somebody, up to a "but" on either side: a verb of speech, or
 * "according to". */
static bool is_credited(const struct opinion *o, size_t first, size_t last)
{
	const struct edit_word *w = o->words.items;
	size_t start = first, end = last + 1;
	while (start > 0 && !str_eq(w[start - 1].form, STR("but")))
		start--;
	while (end < o->words.n && !str_eq(w[end].form, STR("but")))
		end++;
	for (size_t k = start; k < end; k++)
		if ((k < first || k > last) &&
			((w[k].cues & CUE_ATTRIBUTED) || text_is_reporting_verb(w[k].form, o->s->language)))
			return true;
	return false;
}

static bool has_stem(const struct witness *s, struct span sentence, struct str key)
{
	for (size_t w = source_word_at(s, sentence.start);
		 w < s->words.n && span_has(sentence, s->words.items[w].span.start); w++)
		if (str_eq(s->words.items[w].stem, key))
			return true;
	return false;
}

/* Whether one sentence of the sources has both words: then it is the source that judges. */
static bool is_in_sources(const struct opinion *o, size_t first, size_t last)
{
	struct str one = o->words.items[first].key, other = o->words.items[last].key;
	for (size_t r = 0; r < o->s->e->count; r++) {
		const struct witness *s = evidence_source(o->s->e, r);
		for (size_t i = 0; i < s->sentences.n; i++)
			if (has_stem(s, s->sentences.items[i], other) &&
				has_stem(s, s->sentences.items[i], one))
				return true;
	}
	return false;
}

static const struct frame {
	size_t (*last)(const struct opinion *o, size_t i);
	const char *explain;
} frames[] = {
	{judgement_at, "passes judgement in the outlet's own voice"},
	{judged_thing_at, "judges in the outlet's own voice"},
	{shown_at, "tells in the outlet's own voice what the news is said to mean"},
	{unknown_at, "fills the page with what nobody knows yet"},
	{duty_at, "tells others in the outlet's own voice what to do"},
	{stance_at, "shows the outlet's own feeling"},
};

static bool try_frame(struct opinion *o, const struct frame *f, size_t i)
{
	size_t last = f->last(o, i);
	/* "It" and "is" stand everywhere: what is looked for is the judgement itself. */
	if (last == EDIT_NONE || is_credited(o, i, last) ||
		is_in_sources(o, o->words.items[i].is_stop ? last : i, last))
		return false;
	struct span span = edit_span(&o->words, i, last - i + 1);
	(void)add_finding(o->s, span, "opinion", TIER_STYLE,
		str_format(o->s->a, "\"%.*s\" %s; no source says so", STR_ARG(span_text(o->s->text, span)),
			f->explain),
		NULL);
	return true;
}

/* The words outside quotations; what stands behind one begins another clause. */
static struct edit_words own_words(struct subject *s)
{
	const struct edit_words *all = subject_words(s);
	struct edit_words own = {0};
	bool is_behind = false;
	for (size_t i = 0; i < all->n; i++) {
		struct span span = all->items[i].span;
		bool is_own = str_eq(span_text(s->own, span), span_text(s->text, span));
		if (is_own) {
			struct edit_word *w = VEC_ADD(s->a, &own);
			*w = all->items[i];
			w->begins_clause = w->begins_clause || is_behind;
		}
		is_behind = !is_own;
	}
	return own;
}

bool check_opinion(struct subject *s)
{
	struct opinion o = {.s = s, .words = own_words(s)};
	bool is_found = false;
	for (size_t i = 0; i < o.words.n; i++)
		for (size_t f = 0; f < sizeof(frames) / sizeof(*frames); f++)
			if (try_frame(&o, &frames[f], i)) {
				is_found = true;
				break;
			}
	return is_found;
}
