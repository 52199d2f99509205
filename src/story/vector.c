#include "story/vector.h"

#include "story/weights.h"

#define VECTOR_BYTES ((size_t)8 << 10) /* of the text, for the vector */
#define TITLE_BYTES ((size_t)512)

/* ---- terms ---- */

struct gathering {
	struct arena *a;
	struct map seen; /* stem to index in terms */
	struct term_vec terms;
	struct str language;
};

static double place_weight(size_t position)
{
	return (double)position < LEAD_WORDS ? 1 : LEAD_WORDS / (double)position;
}

/* A word is a name when it keeps its capital inside a sentence; a title may be in capitals all
 * over, so only the text tells. */
static void note_word(struct gathering *g, const struct word *w, double weight, bool may_be_name)
{
	bool is_new;
	size_t *index = map_put(&g->seen, w->stem, &is_new);
	if (is_new) {
		*index = g->terms.n;
		*VEC_ADD(g->a, &g->terms) = (struct term){.text = w->stem,
			.hash = hash_fast_seed(w->stem, hash_fast(g->language)),
			.kind = w->is_number ? TERM_NUMBER : TERM_WORD};
	}
	struct term *t = &g->terms.items[*index];
	t->weight += weight;
	if (may_be_name && w->is_upper && t->kind == TERM_WORD)
		t->kind = TERM_NAME;
}

static void note_text(struct gathering *g, struct str text)
{
	struct word_vec words = text_words(g->a, text, g->language);
	bool begins = true;
	for (size_t i = 0, end = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		for (size_t at = end; at < w->span.start; at++)
			begins = begins || strchr(".!?:\n", text.p[at]);
		end = w->span.start + w->span.length;
		if (!w->is_stop)
			note_word(g, w, place_weight(i), !begins);
		begins = false;
	}
}

/* Publishers put their name behind the headline, after a bar or dash. It says nothing of the event
 * and must not weld what they publish. */
static struct str without_publisher(struct str title, struct str outlet)
{
	static const struct str separators[] = {STR_CONST(" | "), STR_CONST(" - "),
		STR_CONST(" \xE2\x80\x93 "), STR_CONST(" \xE2\x80\x94 ")};
	for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
		size_t last = STR_NONE;
		for (size_t at = str_find(title, separators[i], 0); at != STR_NONE;
			 at = str_find(title, separators[i], at + 1))
			last = at;
		if (last == STR_NONE)
			continue;
		struct str tail = str_trim(str_from(title, last + separators[i].n));
		size_t blanks = 0;
		for (size_t k = 0; k < tail.n; k++)
			blanks += tail.p[k] == ' ';
		if (str_eq_nocase(tail, outlet) || (i == 0 ? blanks < 5 : blanks < 3))
			return str_sub(title, 0, last);
	}
	return title;
}

/* "WASHINGTON (AP) - " names where it was written, not what happened. */
static struct str without_dateline(struct str text)
{
	static const struct str dashes[] = {
		STR_CONST(" \xE2\x80\x94 "), STR_CONST(" \xE2\x80\x93 "), STR_CONST(" - ")};
	struct str head = str_sub(text, 0, 60);
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		size_t at = str_find(head, dashes[i], 0);
		if (at == STR_NONE || at < 3)
			continue;
		bool is_capitals = true;
		for (size_t k = 0; k < 3; k++)
			is_capitals = is_capitals && !(head.p[k] >= 'a' && head.p[k] <= 'z');
		if (is_capitals)
			return str_from(text, at + dashes[i].n);
	}
	return text;
}

static void add_neutral_terms(struct gathering *g)
{
	const struct str neutral = STR("*");
	for (size_t i = 0, n = g->terms.n; i < n; i++) {
		struct term t = g->terms.items[i];
		if (t.kind == TERM_WORD)
			continue;
		t.kind = TERM_NEUTRAL;
		t.hash = hash_fast_seed(t.text, hash_fast(neutral));
		*VEC_ADD(g->a, &g->terms) = t;
	}
}

struct term_vec vector_terms(struct arena *a, const struct report *r)
{
	struct gathering g = {.a = a, .seen = map_new(a), .language = r->language};
	struct str title = utf8_cut(without_publisher(r->title, r->outlet), TITLE_BYTES);
	struct word_vec words = text_words(a, title, r->language);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_stop)
			note_word(&g, &words.items[i], TITLE_WEIGHT, false);
	note_text(&g, utf8_cut(without_dateline(r->text), VECTOR_BYTES));
	add_neutral_terms(&g);
	return g.terms;
}
