#include "check/edit.h"
#include "check/forms.h"

/* What a pair is worth: content ties sentences together, function words only beside other pairs. */
#define CONTENT_PAIR 6
#define STOP_PAIR 2
#define BESIDE_PAIR 3

/* How a cell of the table was reached; BESIDE is added when its pair stands beside another one. */
enum step { FROM_ABOVE, FROM_LEFT, FROM_PAIR, STEP = 3, BESIDE };

/* ---- Words ---- */

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] & 0x80)
			return false;
	return true;
}

static struct str without_possessive(struct str folded)
{
	if (str_ends(folded, STR("'s")))
		folded.n -= 2;
	else if (str_ends(folded, STR("'")))
		folded.n--;
	return folded;
}

static struct str fold_bare(struct arena *a, struct str written)
{
	return without_possessive(is_plain(written) ? str_lower(a, written) : text_fold(a, written));
}

static bool begins_clause(struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (strchr(",;:()[]\"!?.", text.p[i]) || (text.p[i] & 0x80) ||
			(text.p[i] == '-' && i > from && char_is_space(text.p[i - 1])))
			return true;
	return false;
}

static struct str key_of(struct arena *a, struct str form, struct str stem, struct str language)
{
	struct str irregular = str_eq(language, STR("en")) ? form_stem(form) : STR("");
	if (irregular.n)
		return irregular;
	return stem.p ? stem : text_stem(a, form, language);
}

struct reading {
	struct arena *a;
	struct str text, language;
	struct edit_words *words;
	bool begins_clause;
};

/* `word`: the text's own word when the form is just its folding; else NULL. */
static void add_word(struct reading *r, struct span span, struct str form, const struct word *word)
{
	struct str stem = word ? word->stem : (struct str){0};
	struct edit_word *w = VEC_ADD(r->a, r->words);
	char first = r->text.p[span.start];
	*w = (struct edit_word){.span = span,
		.form = form,
		.key = key_of(r->a, form, stem, r->language),
		.is_stop = word ? word->is_stop : text_is_stop(form, r->language),
		.is_upper = first >= 'A' && first <= 'Z',
		.begins_clause = r->begins_clause};
	w->hash = hash_fast(w->key);
	w->cues = cues_of(r->language, w->form, w->key, w->hash);
	for (size_t i = 0; i < form.n; i++)
		w->is_number = w->is_number || char_is_digit(form.p[i]);
	r->begins_clause = false;
}

/* "isn't" is "is" and "not", "won't" is "will" and "not"; false for other words. */
static bool add_contraction(struct reading *r, struct span span, struct str form)
{
	struct str rest = {0};
	struct span not_span = {0, 0};
	if (str_eq(form, STR("cannot"))) {
		rest = STR("can");
		not_span = (struct span){span.start + 3, 3};
	} else if (str_eq(form, STR("n't"))) { /* "did n't", as some corpora cut it */
		add_word(r, span, STR("not"), NULL);
		return true;
	} else if (form.n > 3 && str_ends(form, STR("n't"))) {
		rest = str_sub(form, 0, form.n - 3);
		if (str_eq(form, STR("won't")))
			rest = STR("will");
		else if (str_eq(form, STR("can't")))
			rest = STR("can");
		else if (str_eq(form, STR("shan't")))
			rest = STR("shall");
		not_span = (struct span){span.start + form.n - 3, span.length - (form.n - 3)};
	}
	if (rest.n == 0)
		return false;
	add_word(r, (struct span){span.start, not_span.start - span.start}, rest, NULL);
	add_word(r, not_span, STR("not"), NULL);
	return true;
}

/* "21-year-old" is three words, as some write it. */
static void add_parts(struct reading *r, struct span span)
{
	size_t start = span.start, end = span.start + span.length;
	for (size_t i = start; i <= end; i++) {
		if (i < end && r->text.p[i] != '-')
			continue;
		if (i > start) {
			struct span part = {start, i - start};
			add_word(r, part, fold_bare(r->a, span_text(r->text, part)), NULL);
		}
		start = i + 1;
	}
}

static void add_words(struct reading *r, const struct word *words, size_t n, size_t most)
{
	for (size_t i = 0; i < n && r->words->n < most; i++) {
		struct span span = words[i].span;
		struct str written = span_text(r->text, span);
		size_t from = i == 0 ? span.start : words[i - 1].span.start + words[i - 1].span.length;
		r->begins_clause = i == 0 || begins_clause(r->text, from, span.start);
		if (memchr(written.p, '-', written.n)) {
			add_parts(r, span);
			continue;
		}
		struct str form = without_possessive(words[i].folded);
		bool is_whole = form.n == words[i].folded.n;
		if (!add_contraction(r, span, form))
			add_word(r, span, form, is_whole ? &words[i] : NULL);
	}
	if (r->words->n > most)
		r->words->n = most;
}

struct edit_words edit_words_of(struct arena *a, struct str text, struct str language)
{
	struct edit_words words = {0};
	struct word_vec read = text_words(a, text, language);
	struct reading r = {a, text, language, &words, true};
	add_words(&r, read.items, read.n, EDIT_DRAFT_WORDS);
	return words;
}

const struct edit_words *subject_words(struct subject *s)
{
	if (!s->words) {
		s->words = ARENA_NEW(s->a, struct edit_words);
		struct word_vec read = reading_words(read_text(s));
		struct reading r = {s->a, s->text, s->language, s->words, true};
		add_words(&r, read.items, read.n, EDIT_DRAFT_WORDS);
	}
	return s->words;
}

struct edit_words edit_words_in(struct arena *a, const struct witness *s, struct span part)
{
	struct edit_words words = {0};
	size_t first = source_word_at(s, part.start), end = first;
	while (end < s->words.n && span_has(part, s->words.items[end].span.start))
		end++;
	struct reading r = {a, s->report->text, s->language, &words, true};
	add_words(&r, s->words.items + first, end - first, EDIT_SOURCE_WORDS);
	return words;
}

struct span edit_span(const struct edit_words *words, size_t first, size_t n)
{
	if (n == 0 || first + n > words->n)
		return (struct span){0, 0};
	struct span last = words->items[first + n - 1].span;
	size_t start = words->items[first].span.start;
	return (struct span){start, last.start + last.length - start};
}

/* ---- Pairs ---- */

static int worth(const struct edit_word *x, const struct edit_word *y)
{
	if (!str_eq(x->key, y->key))
		return 0;
	return x->is_stop ? STOP_PAIR : CONTENT_PAIR;
}

/* Fills the table row by row: best[j] is the worth of the best pairing of the words so far with the
 * first j of the source, paired[j] that of the best one that ends with a pair here. */
static void fill(const struct edit_words *draft, const struct edit_words *source, int *best,
	int *paired, uint8_t *steps)
{
	size_t width = source->n + 1;
	for (size_t i = 1; i <= draft->n; i++) {
		int diagonal = 0, pair_before = 0; /* of the row above, one to the left */
		for (size_t j = 1; j <= source->n; j++) {
			int above = best[j], pair_above = paired[j];
			int value = worth(&draft->items[i - 1], &source->items[j - 1]);
			int beside = pair_before ? pair_before + BESIDE_PAIR : 0;
			int with = value ? value + (beside > diagonal ? beside : diagonal) : 0;
			enum step step = above >= best[j - 1] ? FROM_ABOVE : FROM_LEFT;
			best[j] = above >= best[j - 1] ? above : best[j - 1];
			if (with > best[j]) {
				best[j] = with;
				step = FROM_PAIR;
			}
			steps[i * width + j] = (uint8_t)(step | (value && beside > diagonal ? BESIDE : 0));
			paired[j] = with;
			diagonal = above;
			pair_before = pair_above;
		}
	}
}

static void walk_back(struct edit *e, const uint8_t *steps)
{
	size_t i = e->draft->n, j = e->source->n, width = e->source->n + 1;
	bool is_pair = false;
	while (i > 0 && j > 0) {
		uint8_t cell = steps[i * width + j];
		if (is_pair || (cell & STEP) == FROM_PAIR) {
			is_pair = cell & BESIDE;
			e->to_source[--i] = --j;
			e->to_draft[j] = i;
		} else if ((cell & STEP) == FROM_ABOVE)
			i--;
		else
			j--;
	}
}

static bool is_pair(const struct edit *e, size_t i, size_t j)
{
	return i < e->draft->n && j < e->source->n && e->to_source[i] == j;
}

/* Function words that stand alone are paired by chance. */
static void drop_chance_pairs(struct edit *e)
{
	for (size_t i = 0; i < e->draft->n; i++) {
		size_t j = e->to_source[i];
		if (j == EDIT_NONE || !e->draft->items[i].is_stop || is_pair(e, i + 1, j + 1) ||
			(i > 0 && j > 0 && is_pair(e, i - 1, j - 1)))
			continue;
		e->to_source[i] = e->to_draft[j] = EDIT_NONE;
	}
}

static void add_run(struct arena *a, struct edit *e, struct edit_run run)
{
	if (run.kind != EDIT_SAME)
		run.kind = run.draft_n && run.source_n ? EDIT_REPLACED
			: run.draft_n                      ? EDIT_INSERTED
											   : EDIT_DROPPED;
	*VEC_ADD(a, &e->runs) = run;
}

static void find_runs(struct arena *a, struct edit *e)
{
	size_t i = 0, j = 0;
	while (i < e->draft->n || j < e->source->n) {
		struct edit_run run = {EDIT_SAME, i, 0, j, 0};
		while (is_pair(e, i, j)) {
			i++;
			j++;
		}
		run.draft_n = i - run.draft;
		run.source_n = j - run.source;
		if (run.draft_n == 0) {
			run.kind = EDIT_REPLACED;
			while (i < e->draft->n && e->to_source[i] == EDIT_NONE)
				i++;
			while (j < e->source->n && e->to_draft[j] == EDIT_NONE)
				j++;
			run.draft_n = i - run.draft;
			run.source_n = j - run.source;
		}
		add_run(a, e, run);
	}
}

struct edit edit_compare(
	struct arena *a, const struct edit_words *draft, const struct edit_words *source)
{
	struct edit e = {.draft = draft, .source = source};
	struct arena scratch = {0};
	size_t width = source->n + 1, content = 0, paired = 0;
	e.to_source = ARENA_ARRAY(a, size_t, draft->n + 1);
	e.to_draft = ARENA_ARRAY(a, size_t, width);
	memset(e.to_source, 0xff, (draft->n + 1) * sizeof(size_t));
	memset(e.to_draft, 0xff, width * sizeof(size_t));
	uint8_t *steps = ARENA_ARRAY(&scratch, uint8_t, (draft->n + 1) * width);
	fill(
		draft, source, ARENA_ARRAY(&scratch, int, width), ARENA_ARRAY(&scratch, int, width), steps);
	walk_back(&e, steps);
	arena_free(&scratch);
	drop_chance_pairs(&e);
	find_runs(a, &e);
	for (size_t i = 0; i < draft->n; i++) {
		content += !draft->items[i].is_stop;
		paired += !draft->items[i].is_stop && e.to_source[i] != EDIT_NONE;
	}
	e.share = content ? (double)paired / (double)content : 0;
	return e;
}
