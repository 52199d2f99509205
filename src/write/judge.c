#include "write/judge.h"

#include "write/cues.h"

#define DATELINE_BYTES 80
#define LEANING_WORDS 9
#define CAPTION_WORDS 15  /* a shorter sentence without a verb is a caption */
#define SENTENCE_WORDS 80 /* longer is no sentence, or none to quote from */

static size_t offset_in(const struct witness *w, struct str part)
{
	return (size_t)(part.p - w->report->text.p);
}

static struct str word_lower(struct arena *a, const struct witness *w, const struct word *word)
{
	return str_lower(a, span_text(w->report->text, word->span));
}

/* ---- Marks ---- */

static bool is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

bool judge_is_balanced(struct str text)
{
	uint32_t c;
	size_t marks = 0, open = 0, close = 0;
	for (size_t at = 0, n; (n = utf8_decode(text, at, &c)) > 0; at += n) {
		marks += is_double_mark(c);
		open += c == '(' || c == '[';
		close += c == ')' || c == ']';
	}
	return marks % 2 == 0 && open == close;
}

static bool is_quoted(const struct witness *w, const struct word *word)
{
	return witness_quotation_at(w, word->span.start) != NULL;
}

/* ---- What stands before the sentence proper ---- */

static bool is_shouted(struct str word)
{
	size_t capitals = 0;
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] >= 'a' && word.p[i] <= 'z')
			return false;
		capitals += word.p[i] >= 'A' && word.p[i] <= 'Z';
	}
	return capitals >= 2;
}

/* The dash that ends a dateline ("HARROWMOUTH, May 22 (Halyard) – "), or STR_NONE. */
static size_t dateline_dash(struct str text, size_t *dash_length)
{
	static const char *const dashes[] = {" – ", " — ", " -- ", " - ", "– ", "— "};
	struct str head = utf8_cut(text, DATELINE_BYTES);
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		size_t at = str_find(head, str_c(dashes[i]), 0);
		if (at == STR_NONE || at == 0)
			continue;
		struct str before = str_sub(head, 0, at);
		struct str rest = before;
		struct str first = str_cut(&rest, ' ');
		if (is_shouted(first) || before.p[before.n - 1] == ')') {
			*dash_length = strlen(dashes[i]);
			return at;
		}
	}
	return STR_NONE;
}

static struct str without_dateline(struct str text)
{
	size_t length = 0, at = dateline_dash(text, &length);
	return at == STR_NONE ? text : str_trim(str_from(text, at + length));
}

/* ---- Judging ---- */

/* With a capital letter or a digit: no quotation, no fragment. */
static bool begins_well(const struct witness *w, const struct passage *p)
{
	size_t start = offset_in(w, p->core), i = 0;
	while (i < p->item_count && p->items[i].span.start < start)
		i++;
	return i < p->item_count && p->items[i].span.start == start &&
		(p->items[i].is_upper || p->items[i].is_number);
}

static bool ends_well(struct str core)
{
	while (core.n > 0) {
		struct str tail = core;
		if (str_ends(tail, STR("”")) || str_ends(tail, STR("“")) || str_ends(tail, STR("’")))
			core.n -= 3;
		else if (str_ends(tail, STR("»")) || str_ends(tail, STR("«")))
			core.n -= 2;
		else if (str_ends(tail, STR("\"")) || str_ends(tail, STR(")")))
			core.n--;
		else
			break;
	}
	return core.n > 1 && (core.p[core.n - 1] == '.' || core.p[core.n - 1] == '!') &&
		core.p[core.n - 2] != '.';
}

static bool is_part_of_date(const struct witness *w, const struct word *word)
{
	for (size_t i = 0; i < w->dates.n; i++) {
		const struct span *date = &w->dates.items[i].span;
		if (word->span.start >= date->start && word->span.start < date->start + date->length)
			return true;
	}
	return false;
}

/* Whether a pronoun after this word may mean it. */
static bool is_antecedent(
	const struct witness *w, const struct word *word, bool is_first, struct str lower)
{
	if (is_part_of_date(w, word)) /* "On Monday he said": nobody is called Monday */
		return false;
	/* "A man who ..., he": but not "in a statement, he". */
	if (str_eq(lower, STR("a")) || str_eq(lower, STR("an")) || str_eq(lower, STR("ein")) ||
		str_eq(lower, STR("eine")))
		return is_first;
	if (!str_eq(w->language, STR("en")))
		return word->is_upper && !(is_first && word->is_stop);
	const struct name *name = witness_name_at(w, word->span.start);
	return name && name->kind != NAME_PLACE && name->kind != NAME_ORGANISATION &&
		(!name->is_sentence_initial || name->kind == NAME_PERSON);
}

/* "Fischer brachten sie an Land": a German pronoun in the first clause, behind the verb, means
 * somebody from the sentence before. */
static bool is_object_pronoun(
	const struct witness *w, const struct passage *p, const struct word *word, struct str lower)
{
	if (!str_eq(w->language, STR("de")) ||
		!(str_eq(lower, STR("sie")) || str_eq(lower, STR("ihn")) || str_eq(lower, STR("ihm")) ||
			str_eq(lower, STR("ihnen"))))
		return false;
	struct str before = span_text(
		w->report->text, (struct span){p->cite.span.start, word->span.start - p->cite.span.start});
	return str_find_char(before, ',', 0) == STR_NONE;
}

/* A pronoun of the third person with nobody before it whom it could mean, or any of the first. */
static bool has_dangling_word(struct arena *a, const struct witness *w, const struct passage *p)
{
	bool has_antecedent = false;
	size_t seen = 0, core_start = offset_in(w, p->core);
	for (size_t i = 0; i < p->item_count; i++) {
		const struct word *word = &p->items[i];
		if (word->span.start < core_start || is_quoted(w, word))
			continue;
		struct str lower = word_lower(a, w, word);
		if (cues_is(WORDS_FIRST, w->language, lower) &&
			!(lower.n == 2 && is_shouted(span_text(w->report->text, word->span))))
			return true;
		if (is_object_pronoun(w, p, word, lower))
			return true;
		bool is_plural = str_starts(lower, STR("the"));
		if (!has_antecedent && cues_is(WORDS_PRONOUNS, w->language, lower) &&
			!(is_plural && seen >= 3))
			return true;
		has_antecedent = has_antecedent || is_antecedent(w, word, seen == 0, lower);
		seen++;
	}
	return false;
}

/* "The senator said": a noun that names nobody, at the start, with nothing that says which. */
static bool has_bare_noun(const struct witness *w, struct str flat)
{
	struct str rest = str_from(flat, 1);
	struct str article = str_cut(&rest, ' ');
	if (!str_eq(article, STR("the")) && !str_eq(article, STR("der")) &&
		!str_eq(article, STR("die")) && !str_eq(article, STR("das")))
		return false;
	for (int i = 0; i < 2; i++) {
		struct str noun = str_cut(&rest, ' ');
		if (noun.n > 2 && str_ends(noun, STR("'s")))
			noun.n -= 2;
		if (!cues_is(WORDS_BARE_NOUNS, w->language, noun))
			continue;
		struct str next = str_cut(&rest, ' ');
		return !cues_is(WORDS_SPECIFIERS, w->language, next);
	}
	return false;
}

/* An adverb near the start that leans on the sentence before: "Democrats also want". */
static bool has_leaning_word(const struct witness *w, struct str flat)
{
	struct str rest = str_from(flat, 1);
	for (int i = 0; i < LEANING_WORDS && rest.n > 0; i++)
		if (cues_is(WORDS_LEANING, w->language, str_cut(&rest, ' ')))
			return true;
	return false;
}

static size_t quoted_words(const struct witness *w, const struct passage *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->item_count; i++)
		n += is_quoted(w, &p->items[i]);
	return n;
}

static bool is_headline_again(struct arena *a, const struct witness *w, const struct passage *p)
{
	return w->report->title.n > 0 && str_starts(p->flat, cues_flatten(a, w->report->title)) &&
		p->text.n < w->report->title.n + 8;
}

static enum fitness judge_form(struct arena *a, const struct witness *w, const struct passage *p)
{
	struct str flat = cues_flatten(a, p->core);
	if (str_find_char(p->text, '\n', 0) != STR_NONE || !begins_well(w, p) || !ends_well(p->text) ||
		!judge_is_balanced(p->text) || is_headline_again(a, w, p))
		return FIT_NOT;
	struct span core = {offset_in(w, p->core), p->core.n};
	if (p->words < CAPTION_WORDS && !judge_has_verb(w, p, core))
		return FIT_NOT;
	if (cues_has(WORDS_JUNK, w->language, p->flat) ||
		(cues_starts(WORDS_OPENERS, w->language, flat) &&
			!cues_starts(WORDS_EXPLETIVES, w->language, flat)) ||
		has_dangling_word(a, w, p) || quoted_words(w, p) * 2 > p->item_count)
		return FIT_NOT;
	return has_bare_noun(w, flat) || has_leaning_word(w, flat) || p->words < QUOTE_WORDS_WEAK
		? FIT_WEAK
		: FIT_GOOD;
}

static bool has_relative_day(const struct witness *w, struct span core)
{
	for (size_t i = 0; i < w->dates.n; i++) {
		const struct date_mention *d = &w->dates.items[i];
		if (d->is_relative && d->span.start >= core.start &&
			d->span.start < core.start + core.length)
			return true;
	}
	return false;
}

void judge_passage(struct arena *a, const struct witness *w, struct passage *p)
{
	p->fitness = FIT_NOT;
	/* A sentence from the middle of somebody's words is not the outlet's. */
	if (p->item_count > SENTENCE_WORDS || witness_quotation_at(w, p->cite.span.start))
		return;
	p->whole = without_dateline(p->text);
	p->core = judge_clause(w, p, p->whole, QUOTE_WORDS_MAX);
	if (p->core.n == 0)
		return;
	struct span core = {offset_in(w, p->core), p->core.n};
	p->is_cut = p->core.n < p->whole.n;
	p->words = material_count_words(p, core);
	p->has_relative_day = has_relative_day(w, core);
	if (p->words >= QUOTE_WORDS_MIN)
		p->fitness = judge_form(a, w, p);
}
