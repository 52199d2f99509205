#include "story/vector.h"

#include "story/weights.h"

#define VECTOR_BYTES ((size_t)8 << 10) /* of the text, for the vector */
#define TITLE_BYTES ((size_t)512)

/* ---- terms ---- */

struct gathering {
	struct arena *a;
	struct map seen;  /* stem to index in terms */
	struct map names; /* neutral form to index in terms; they stand behind the others */
	struct term_vec terms, neutral;
	struct str language;
};

static double place_weight(size_t position)
{
	return (double)position < LEAD_WORDS ? 1 : LEAD_WORDS / (double)position;
}

/* Adds to the weight of a term; it is made when it is new. */
static struct term *weigh_term(struct gathering *g, struct map *index_of, struct term_vec *terms,
	struct str text, double weight)
{
	bool is_new;
	size_t *index = map_put(index_of, text, &is_new);
	if (is_new) {
		*index = terms->n;
		VEC_ADD(g->a, terms)->text = text;
	}
	struct term *t = &terms->items[*index];
	t->weight += weight;
	return t;
}

/* Small numbers and years agree by chance. */
static bool tells_events_apart(struct str text, bool is_number)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.n; i++)
		digits += char_is_digit(text.p[i]);
	bool is_year =
		digits == 4 && text.n == 4 && (str_starts(text, STR("19")) || str_starts(text, STR("20")));
	return is_number ? digits >= 3 && !is_year : text.n >= 3;
}

/* A name or number as other languages write it too: without stemming, and without what follows an
 * apostrophe, which is an ending. */
static struct str neutral_form(struct arena *a, const struct word *w, struct str text)
{
	struct str folded = text_fold(a, span_text(text, w->span));
	size_t apostrophe = str_find_char(folded, '\'', 1);
	return str_sub(folded, 0, apostrophe == STR_NONE ? folded.n : apostrophe);
}

/* A word is a name when it keeps its capital inside a sentence; a title may be in capitals all
 * over, so only the text tells. */
static void note_word(
	struct gathering *g, const struct word *w, struct str text, double weight, bool may_be_name)
{
	struct term *t = weigh_term(g, &g->seen, &g->terms, w->stem, weight);
	bool is_name = may_be_name && w->is_upper && !w->is_number;
	if (w->is_number)
		t->kind = TERM_NUMBER;
	else if (is_name)
		t->kind = TERM_NAME;
	if (!is_name && !w->is_number)
		return;
	struct str neutral = neutral_form(g->a, w, text);
	if (tells_events_apart(neutral, w->is_number))
		weigh_term(g, &g->names, &g->neutral, neutral, weight)->kind = TERM_NEUTRAL;
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
			note_word(g, w, text, place_weight(i), !begins);
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

/* What the text showed to be a name counts in the title too. */
static void note_title_names(struct gathering *g, const struct word_vec *words, struct str title)
{
	for (size_t i = 0; i < words->n; i++) {
		const struct word *w = &words->items[i];
		struct str folded = w->is_upper ? neutral_form(g->a, w, title) : STR("");
		const size_t *index = folded.n ? map_get(&g->names, folded) : NULL;
		if (index)
			g->neutral.items[*index].weight += TITLE_WEIGHT;
	}
}

static void add_hashed(struct gathering *g, struct term_vec *terms, struct str language)
{
	uint64_t seed = hash_fast(language);
	for (size_t i = 0; i < terms->n; i++) {
		terms->items[i].hash = hash_fast_seed(terms->items[i].text, seed);
		if (terms != &g->terms)
			*VEC_ADD(g->a, &g->terms) = terms->items[i];
	}
}

struct term_vec vector_terms(struct arena *a, const struct report *r)
{
	struct gathering g = {.a = a, .seen = map_new(a), .names = map_new(a), .language = r->language};
	struct str title = utf8_cut(without_publisher(r->title, r->outlet), TITLE_BYTES);
	struct word_vec words = text_words(a, title, r->language);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_stop)
			note_word(&g, &words.items[i], title, TITLE_WEIGHT, false);
	note_text(&g, utf8_cut(without_dateline(r->text), VECTOR_BYTES));
	note_title_names(&g, &words, title);
	add_hashed(&g, &g.terms, r->language);
	add_hashed(&g, &g.neutral, STR("*"));
	return g.terms;
}
