#include "check/opposites.h"
#include "check/sense.h"

#define LONGEST_RUN 24 /* words; longer ones are told anew, not edited */
#define TIGHT_RUN 3
#define LOOSE_RUN 8
#define FLANK 4 /* words */

const char *opposite_words(
	struct str language, const struct edit_word *word, const struct edit_word *other)
{
	size_t at = opposite_hash(word->hash, other->hash) & opposite_mask;
	for (; opposite_slots[at].language; at = (at + 1) & opposite_mask) {
		const struct opposite *o = &opposite_slots[at];
		struct str first = str_c(o->first), second = str_c(o->second);
		if (((str_eq(first, word->key) && str_eq(second, other->key)) ||
				(str_eq(first, other->key) && str_eq(second, word->key))) &&
			str_eq(str_c(o->language), language))
			return o->kind;
	}
	return NULL;
}

const char *opposite_kind(struct str language, struct str key, struct str other)
{
	struct edit_word words[] = {
		{.key = key, .hash = hash_fast(key)}, {.key = other, .hash = hash_fast(other)}};
	return opposite_words(language, &words[0], &words[1]);
}

/* Whether the words hold the key at a place that has no pair. */
static bool has_unpaired(
	const struct edit_words *words, const size_t *pairs, struct str key, size_t except)
{
	for (size_t i = 0; i < words->n; i++)
		if (i != except && pairs[i] == EDIT_NONE && str_eq(words->items[i].key, key))
			return true;
	return false;
}

static bool is_paired_elsewhere(const struct sense *x, const struct compared *c, size_t i)
{
	for (size_t k = 0; k < x->n; k++) {
		const struct compared *other = &x->items[k];
		size_t pair = other == c ? EDIT_NONE : other->edit.to_source[i];
		if (pair != EDIT_NONE && sense_is_close(other, i, pair))
			return true;
	}
	return false;
}

/* Whether words of the draft from i on to one side (step) are paired with source words near j on
 * that side. */
static bool is_flanked(const struct edit *e, size_t i, size_t j, size_t step, size_t reach)
{
	for (size_t k = i + step, n = 0; k < e->draft->n && n < reach; k += step, n++) {
		size_t pair = e->to_source[k], gap = step == 1 ? pair - j : j - pair;
		if (pair != EDIT_NONE && !e->draft->items[k].is_stop && gap <= FLANK)
			return true;
	}
	return false;
}

/* The two words stand in one slot: beside a pair, in a short run, or with the same words close by
 * on both sides; function words, which stand everywhere, between two pairs, before the same content
 * word, or beside a pair in a short run, which for "with" and its like must be what they bind. */
static bool is_in_slot(
	const struct edit *e, const struct edit_run *run, size_t i, size_t j, bool is_antonym)
{
	bool is_left = i > 0 && j > 0 && e->to_source[i - 1] == j - 1;
	bool is_right = i + 1 < e->draft->n && e->to_source[i + 1] == j + 1;
	if (e->draft->items[i].is_stop || e->source->items[j].is_stop)
		return (is_left && is_right) || (is_right && !e->draft->items[i + 1].is_stop) ||
			((is_antonym ? is_right : is_left || is_right) && run->draft_n <= TIGHT_RUN &&
				run->source_n <= LOOSE_RUN);
	return is_left || is_right || (run->draft_n <= TIGHT_RUN && run->source_n <= TIGHT_RUN) ||
		(is_flanked(e, i, j, (size_t)-1, 2 * FLANK) && is_flanked(e, i, j, 1, FLANK));
}

/* Who loses to the one is beaten by the other: only with the same one before it is it another
 * thing. */
static bool is_left_paired(const struct compared *c, size_t i, size_t j)
{
	while (i > 0)
		if (!c->edit.draft->items[--i].is_stop)
			return c->edit.to_source[i] != EDIT_NONE && c->edit.to_source[i] < j;
	return true;
}

static bool try_pair(
	struct sense *x, const struct compared *c, const struct edit_run *run, size_t i, size_t j)
{
	const struct edit_word *in_draft = &x->draft.items[i], *in_source = &c->words.items[j];
	struct sought same = {.key = in_draft->key};
	if (in_draft->is_stop && i + 1 < x->draft.n)
		same.next = x->draft.items[i + 1].key;
	const char *kind = opposite_words(x->s->language, in_draft, in_source);
	if (!kind || (x->kind && strcmp(kind, "order") == 0) ||
		!is_in_slot(&c->edit, run, i, j, strcmp(kind, "antonym") == 0) ||
		!sense_is_related(c, i, j) || (strcmp(kind, "converse") == 0 && !is_left_paired(c, i, j)) ||
		has_unpaired(&c->words, c->edit.to_draft, in_draft->key, j) ||
		has_unpaired(&x->draft, c->edit.to_source, in_source->key, i) ||
		is_negated(&x->draft, i) != is_negated(&c->words, j) || is_paired_elsewhere(x, c, i) ||
		sense_is_told(x, i, &same))
		return false;
	bool is_error = sense_is_close(c, i, j) ||
		(is_flanked(&c->edit, i, j, (size_t)-1, FLANK) && is_flanked(&c->edit, i, j, 1, 1));
	if (strcmp(kind, "converse") == 0)
		kind = "antonym";
	sense_add(x, c, in_draft->span, in_source->span, kind, is_error,
		str_format(x->s->a, "the draft says \"%.*s\"; the source says \"%.*s\", in \"%.*s\"",
			STR_ARG(span_text(x->s->text, in_draft->span)),
			STR_ARG(source_text(c->source, in_source->span)), STR_ARG(sense_quote(c, j, j))));
	return true;
}

static void read_run(struct sense *x, const struct compared *c, const struct edit_run *run)
{
	if (run->kind != EDIT_REPLACED || run->draft_n > LONGEST_RUN || run->source_n > LONGEST_RUN)
		return;
	for (size_t i = run->draft; i < run->draft + run->draft_n; i++)
		for (size_t j = run->source; j < run->source + run->source_n; j++)
			if (try_pair(x, c, run, i, j))
				return;
}

void find_opposites(struct sense *x)
{
	for (size_t k = 0; k < x->n; k++)
		for (size_t r = 0; r < x->items[k].edit.runs.n; r++)
			read_run(x, &x->items[k], &x->items[k].edit.runs.items[r]);
}

bool is_told_from_other_side(struct subject *s, struct cite cite)
{
	const struct edit_words *draft = subject_words(s);
	struct edit_words source = edit_words_in(s->a, evidence_source(s->e, cite.report), cite.span);
	for (size_t i = 0; i < draft->n; i++) {
		if (draft->items[i].is_stop)
			continue;
		for (size_t j = 0; j < source.n; j++) {
			const char *kind = source.items[j].is_stop
				? NULL
				: opposite_words(s->language, &draft->items[i], &source.items[j]);
			if (kind && strcmp(kind, "converse") == 0)
				return true;
		}
	}
	return false;
}
