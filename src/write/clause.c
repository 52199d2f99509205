#include "write/judge.h"

#include "write/cues.h"

#define CLAUSE_WORDS 10 /* before a clause that no comma parts */

static struct str word_lower(struct arena *a, const struct witness *w, const struct word *word)
{
	return str_lower(a, span_text(w->report->text, word->span));
}

static bool is_verb(const struct witness *w, const struct word *word, struct str lower)
{
	if (cues_is(WORDS_VERBS, w->language, lower) || text_is_reporting_verb(lower, w->language))
		return true;
	if (word->is_upper || word->is_stop || lower.n < 5)
		return false;
	return str_eq(w->language, STR("de"))
		? str_ends(lower, STR("t")) || str_ends(lower, STR("te")) || str_ends(lower, STR("ten"))
		: str_ends(lower, STR("ed"));
}

/* Verbs of the part; "is expected" is one, and a participle behind a comma ("the chief, nicknamed
 * Dog,") is none. */
static size_t count_verbs(const struct witness *w, const struct passage *p, struct span part)
{
	struct arena scratch = {0};
	size_t n = 0;
	bool was_verb = false;
	for (size_t i = 0; i < p->item_count; i++) {
		const struct word *word = &p->items[i];
		size_t start = word->span.start;
		if (start < part.start || start >= part.start + part.length)
			continue;
		struct str lower = word_lower(&scratch, w, word);
		bool is_aside = str_ends(lower, STR("ed")) && start >= part.start + 2 &&
			w->report->text.p[start - 2] == ',';
		bool is_now = !is_aside && is_verb(w, word, lower);
		n += is_now && !was_verb;
		was_verb = is_now;
	}
	arena_free(&scratch);
	return n;
}

bool judge_has_verb(const struct witness *w, const struct passage *p, struct span part)
{
	return count_verbs(w, p, part) > 0;
}

/* The part ends with who says it: "..., the hospital said". */
static bool ends_with_source(const struct witness *w, struct str flat)
{
	for (int i = 0; i < 2; i++) {
		flat = str_trim(flat);
		size_t at = str_rfind_char(flat, ' ');
		if (text_is_reporting_verb(at == STR_NONE ? flat : str_from(flat, at + 1), w->language))
			return true;
		flat.n = at == STR_NONE ? 0 : at;
	}
	return false;
}

/* A part may be cut off when it begins as a subordinate clause does and holds nothing that changes
 * what the rest says, or who says it. */
static bool may_drop(struct arena *a, const struct witness *w, struct str tail)
{
	struct str flat = cues_flatten(a, tail);
	if (flat.n < 3 || cues_has(WORDS_DOUBTS, w->language, flat) || ends_with_source(w, flat))
		return false;
	struct str rest = str_from(flat, 1);
	struct str first = str_cut(&rest, ' '), second = rest;
	second = str_cut(&second, ' ');
	/* A clause about time or about a thing keeps its own negations and speakers. */
	bool is_participle =
		str_eq(w->language, STR("en")) && first.n > 5 && str_ends(first, STR("ing"));
	if (is_participle || cues_is(WORDS_LOOSE, w->language, first))
		return true;
	if (!cues_is(WORDS_SUBORDINATE, w->language, first) ||
		cues_has(WORDS_HEDGES, w->language, flat))
		return false;
	/* "And" may go on with the same list; only a subject of its own begins a clause. */
	if (cues_is(WORDS_AND, w->language, first) &&
		!cues_is(WORDS_CLAUSE_STARTS, w->language, second))
		return false;
	for (struct str word = first; word.n > 0; word = str_cut(&rest, ' '))
		if (text_is_reporting_verb(word, w->language))
			return false;
	return true;
}

/* The next place where a clause may end, and how many bytes part it from what follows. */
static size_t next_border(const struct witness *w, struct str core, size_t from, size_t *gap)
{
	static const char *const words[] = {" after ", " when ", " while ", " before "};
	size_t best = str_find(core, STR(", "), from), semicolon = str_find(core, STR("; "), from);
	*gap = 1;
	best = semicolon < best ? semicolon : best;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && str_eq(w->language, STR("en"));
		 i++) {
		size_t at = str_find(core, str_c(words[i]), from);
		if (at < best) {
			best = at;
			*gap = 0;
		}
	}
	return best;
}

static size_t count_in(
	const struct witness *w, const struct passage *p, struct span part, enum word_list list)
{
	struct arena scratch = {0};
	size_t n = 0;
	for (size_t i = 0; i < p->item_count; i++)
		if (p->items[i].span.start >= part.start &&
			p->items[i].span.start < part.start + part.length)
			n += cues_is(list, w->language, word_lower(&scratch, w, &p->items[i]));
	arena_free(&scratch);
	return n;
}

static struct span last_word_of(const struct passage *p, struct span part)
{
	struct span last = {part.start, 0};
	for (size_t i = 0; i < p->item_count; i++)
		if (p->items[i].span.start < part.start + part.length)
			last = p->items[i].span;
	return last;
}

/* The part is a sentence: a verb for it and one for each clause inside, in its first segment
 * between commas, or in its last when the first is an introduction; and it does not end on a word
 * that wants another. */
static bool is_sentence(const struct witness *w, const struct passage *p, struct span part)
{
	struct str text = span_text(w->report->text, part);
	size_t comma = str_find_char(text, ',', 0), last_comma = str_rfind_char(text, ',');
	if (count_verbs(w, p, part) < 1 + count_in(w, p, part, WORDS_CLAUSES) ||
		count_in(w, p, last_word_of(p, part), WORDS_BAD_ENDS) > 0)
		return false;
	if (comma == STR_NONE)
		return true;
	struct span first = {part.start, comma};
	struct span last = {part.start + last_comma, part.length - last_comma};
	struct str opener = text;
	opener.n = 1;
	for (size_t i = 0; i < p->item_count; i++)
		if (p->items[i].span.start == part.start)
			opener = span_text(w->report->text, p->items[i].span);
	struct arena scratch = {0};
	bool is_introduction = cues_is(WORDS_PREPOSITIONS, w->language, str_lower(&scratch, opener)) ||
		str_ends(opener, STR("ing"));
	arena_free(&scratch);
	return (!is_introduction && count_verbs(w, p, first) > 0) || count_verbs(w, p, last) > 0;
}

struct str judge_clause(
	const struct witness *w, const struct passage *p, struct str core, size_t words_max)
{
	size_t start = (size_t)(core.p - w->report->text.p), gap;
	if (material_count_words(p, (struct span){start, core.n}) <= words_max)
		return core;
	struct arena scratch = {0};
	struct str best = STR("");
	for (size_t at = next_border(w, core, 0, &gap); at != STR_NONE;
		 at = next_border(w, core, at + 1, &gap)) {
		struct span part = {start, at};
		size_t words = material_count_words(p, part);
		if (words > words_max)
			break;
		if (words >= (gap ? QUOTE_WORDS_WEAK : CLAUSE_WORDS) &&
			judge_is_balanced(str_sub(core, 0, at)) && is_sentence(w, p, part) &&
			may_drop(&scratch, w, str_from(core, at + gap)))
			best = str_sub(core, 0, at);
	}
	arena_free(&scratch);
	return best;
}
