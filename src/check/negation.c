#include "check/forms.h"
#include "check/sense.h"

#define REACH 5 /* words from a negation to the word that it negates */

/* "or not", "if not", "not 5": it negates nothing that follows. */
static bool is_idiom(const struct edit_words *words, size_t i)
{
	if (i + 1 < words->n &&
		((words->items[i + 1].cues & CUE_NO_NEGATION) || words->items[i + 1].is_number))
		return true;
	return i > 0 && !words->items[i].begins_clause &&
		is_listed(" or if why oder ob ou si или ", words->items[i - 1].form);
}

bool is_negation(const struct edit_words *words, size_t i)
{
	return (words->items[i].cues & CUE_NEGATION) && !is_idiom(words, i);
}

static bool is_negative(const struct edit_words *words, size_t i)
{
	return words->items[i].cues & (CUE_NEGATION | CUE_DENIAL);
}

bool is_negated(const struct edit_words *words, size_t i)
{
	size_t count = 0;
	for (size_t k = i, left = REACH; k > 0 && left > 0 && !words->items[k].begins_clause; left--)
		count += is_negation(words, --k);
	return count % 2 == 1;
}

/* One side of a comparison, so that a negation is looked for in either. */
struct side {
	const struct edit_words *own, *other;
	const size_t *pairs, *other_pairs;
};

/* "is not seen with": the phrase belongs to the verb. */
static bool is_participle(const struct edit_word *w)
{
	return str_ends(w->form, STR("ed")) || str_ends(w->form, STR("en")) || form_stem(w->form).n;
}

/* The first content word behind a negation that the other side has too, in its clause. */
static size_t head_of(const struct side *side, size_t cue)
{
	size_t left_out = 0, may_leave_out = 0;
	/* What is said to be or not to be something may be called otherwise; what is done or not done
	 * has one verb. */
	if (cue > 0 && (side->own->items[cue - 1].cues & CUE_BEING))
		may_leave_out = 1;
	for (size_t k = cue + 1; k < side->own->n && k <= cue + REACH; k++) {
		const struct edit_word *w = &side->own->items[k];
		if ((w->begins_clause && k > cue + 1) || (w->is_upper && w->is_stop))
			break;
		if (is_negative(side->own, k))
			break; /* a double negation is none */
		if (w->is_stop) {
			if ((w->cues & CUE_JOINT) ||
				(left_out > 0 && (w->cues & CUE_PREPOSITION) &&
					!is_participle(&side->own->items[k - 1])))
				break;
			continue;
		}
		if (side->pairs[k] != EDIT_NONE)
			return k;
		if (str_ends(w->form, STR("ly")))
			continue;
		if (left_out++ == may_leave_out)
			break;
	}
	return EDIT_NONE;
}

static bool ends_clause(const struct edit_words *words, size_t i)
{
	return i + 1 == words->n || words->items[i + 1].begins_clause;
}

/* "what it is not": then the content word before it. */
static size_t head_before(const struct side *side, size_t cue)
{
	if (side->own->items[cue].begins_clause)
		return EDIT_NONE;
	for (size_t k = cue; k > 0 && k + 3 > cue; k--)
		if (side->pairs[k - 1] != EDIT_NONE && !side->own->items[k - 1].is_stop)
			return k - 1;
	return EDIT_NONE;
}

/* Whether the other side denies its word too, in these or other words; what has a pair of its own
 * does not count. */
static bool is_denied(const struct side *side, size_t head)
{
	size_t at = side->pairs[head];
	for (size_t k = at, left = REACH + 1; k > 0 && left > 0; left--) {
		k--;
		if (side->other_pairs[k] == EDIT_NONE && is_negative(side->other, k))
			return true;
	}
	for (size_t k = at + 1; k < side->other->n && k < at + 3; k++)
		if (side->other_pairs[k] == EDIT_NONE && is_negative(side->other, k))
			return true;
	return false;
}

static bool is_agreed_elsewhere(const struct sense *x, const struct compared *c, size_t head)
{
	bool is_no = is_negated(&x->draft, head);
	for (size_t k = 0; k < x->n; k++) {
		const struct compared *other = &x->items[k];
		size_t pair = other == c ? EDIT_NONE : other->edit.to_source[head];
		if (pair != EDIT_NONE && sense_near(other, head, pair) > 0 &&
			is_negated(&other->words, pair) == is_no)
			return true;
	}
	struct sought same = {.key = x->draft.items[head].key, .is_negated = is_no, .except = c->cite};
	return sense_is_told(x, head, &same);
}

/* From the word before the negation, which is mostly its verb ("is not"), to it. */
static struct span span_of_negation(const struct edit_words *words, size_t cue)
{
	size_t first = cue > 0 && !words->items[cue].begins_clause ? cue - 1 : cue;
	return edit_span(words, first, cue - first + 1);
}

static bool report(
	struct sense *x, const struct compared *c, size_t cue, size_t i, bool is_in_draft)
{
	size_t j = c->edit.to_source[i], first = is_in_draft ? j : cue;
	if (!sense_is_related(c, i, j))
		return false;
	struct str quote = sense_quote(c, first, j);
	struct span draft = is_in_draft ? span_of_negation(&x->draft, cue) : x->draft.items[i].span;
	struct str explain = is_in_draft
		? str_format(x->s->a, "the draft denies what the source says: \"%.*s\"", STR_ARG(quote))
		: str_format(x->s->a, "the draft says what the source denies: \"%.*s\"", STR_ARG(quote));
	sense_add(x, c, draft, edit_span(&c->words, first, j - first + 1), "negation",
		sense_is_close(c, i, j), explain);
	return true;
}

static bool read_side(struct sense *x, const struct compared *c, bool is_in_draft)
{
	const struct edit *e = &c->edit;
	struct side side = is_in_draft ? (struct side){e->draft, e->source, e->to_source, e->to_draft}
								   : (struct side){e->source, e->draft, e->to_draft, e->to_source};
	for (size_t cue = 0; cue < side.own->n; cue++) {
		if (side.pairs[cue] != EDIT_NONE || !is_negation(side.own, cue))
			continue;
		size_t head = head_of(&side, cue);
		if (head == EDIT_NONE && ends_clause(side.own, cue))
			head = head_before(&side, cue);
		if (head == EDIT_NONE || is_denied(&side, head))
			continue;
		size_t i = is_in_draft ? head : side.pairs[head];
		if (is_agreed_elsewhere(x, c, i))
			continue;
		if (report(x, c, cue, i, is_in_draft))
			return true;
	}
	return false;
}

void find_negations(struct sense *x)
{
	for (size_t k = 0; k < x->n; k++)
		if (read_side(x, &x->items[k], true) || read_side(x, &x->items[k], false))
			return;
}
