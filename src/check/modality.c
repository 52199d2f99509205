#include "check/forms.h"
#include "check/sense.h"

/* What a source says may, will or is said to be is not yet, or not surely: a draft that leaves the
 * hedge out, or puts a firmer word in its place, tells a plan as done and a claim as a fact. */

#define REACH 4 /* words from a hedge to the word that it hedges */
#define HEDGED_WITHIN 7

enum hedge { HEDGE_NONE, HEDGE_CLAIM, HEDGE_CLAIM_VERB, HEDGE_POSSIBLE, HEDGE_PLAN };

/* For the explanation. */
static const struct {
	const char *as, *by_source;
} said[] = {
	[HEDGE_CLAIM] = {"a fact", "reports as a claim"},
	[HEDGE_CLAIM_VERB] = {"a fact", "reports as a claim"},
	[HEDGE_POSSIBLE] = {"certain", "calls possible"},
	[HEDGE_PLAN] = {"done", "expects or plans"},
};

static enum hedge hedge_at(const struct edit_words *words, size_t i)
{
	uint32_t cues = words->items[i].cues;
	bool has_to = i + 1 < words->n && (words->items[i + 1].cues & CUE_TO);
	if ((cues & CUE_CLAIM) || (has_to && (cues & CUE_CLAIM_TO)))
		return HEDGE_CLAIM;
	if (cues & CUE_POSSIBLE)
		return HEDGE_POSSIBLE;
	if ((cues & CUE_PLAN) || (has_to && (cues & CUE_PLAN_TO)))
		return HEDGE_PLAN;
	return cues & CUE_CLAIM_VERB ? HEDGE_CLAIM_VERB : HEDGE_NONE;
}

/* The word that is hedged: the first behind the hedge but for auxiliaries, when the draft has it
 * too; an auxiliary only when no other follows. */
static size_t head_of(const struct compared *c, size_t hedge)
{
	size_t found = EDIT_NONE;
	for (size_t k = hedge + 1; k < c->words.n && k <= hedge + REACH; k++) {
		const struct edit_word *w = &c->words.items[k];
		if (w->begins_clause)
			break;
		if (c->edit.to_draft[k] != EDIT_NONE && !(w->cues & CUE_TO))
			found = k;
		if (!(w->cues & CUE_LIGHT) && !str_ends(w->form, STR("ly")))
			return c->edit.to_draft[k] == EDIT_NONE ? EDIT_NONE : k;
	}
	return found;
}

/* Whether the draft hedges word i at all, a firm "will" apart. */
static bool is_hedged(const struct sense *x, size_t i)
{
	size_t first = i > HEDGED_WITHIN ? i - HEDGED_WITHIN : 0;
	for (size_t k = 0; k < x->draft.n; k++) {
		uint32_t cues = x->draft.items[k].cues;
		if (cues & CUE_ATTRIBUTED)
			return true;
		if (k < first || k >= i + 4 || (cues & CUE_LIGHT))
			continue;
		enum hedge hedge = hedge_at(&x->draft, k);
		if ((hedge != HEDGE_NONE && hedge != HEDGE_CLAIM_VERB) || (cues & CUE_HEDGED))
			return true;
	}
	return false;
}

struct firmness {
	bool is_light;              /* nothing but light and firm words stands in the hedge's place */
	bool is_past, is_inflected; /* by a word in its place, or by the form of the verb */
	bool has_will;
	size_t firm;      /* a firm word in its place, or EDIT_NONE */
	struct span span; /* of what stands there, or of the word itself */
};

static bool is_participle(const struct edit_word *w)
{
	return str_ends(w->form, STR("ed")) || str_ends(w->form, STR("en")) || form_stem(w->form).n;
}

static struct firmness firmness_of(const struct compared *c, size_t at, size_t j)
{
	const struct edit_words *draft = c->edit.draft;
	const struct edit_run *run = c->edit.runs.items;
	while (run->source + run->source_n <= at)
		run++;
	const struct edit_word *head = &draft->items[c->edit.to_draft[j]];
	struct firmness f = {.is_light = true, .firm = EDIT_NONE};
	for (size_t k = run->draft; k < run->draft + run->draft_n; k++) {
		uint32_t cues = draft->items[k].cues;
		bool is_firm = cues & CUE_FIRM;
		f.is_light = f.is_light && (cues & (CUE_FIRM | CUE_LIGHT));
		f.is_past = f.is_past || (cues & CUE_PAST);
		f.has_will = f.has_will || (cues & CUE_PLAN);
		f.firm = is_firm ? k : f.firm;
	}
	/* "May have caused" and "has caused": the auxiliary is paired, but says another thing now. */
	for (size_t k = run->draft + run->draft_n; k < c->edit.to_draft[j]; k++)
		if ((draft->items[k].cues & CUE_PAST) && !f.is_past && is_participle(head)) {
			f.is_past = true;
			f.span = draft->items[k].span;
		}
	f.is_inflected = !str_eq(head->form, c->words.items[j].form) &&
		(str_ends(head->form, STR("ed")) || form_stem(head->form).n);
	if (run->draft_n || f.span.length == 0)
		f.span = run->draft_n ? edit_span(draft, run->draft, run->draft_n) : head->span;
	return f;
}

/* Who promises to do something has agreed to do it. */
static bool is_promise(const struct edit_word *hedge)
{
	return is_listed(" promis pledg vow ", hedge->key);
}

static bool is_firmer(
	enum hedge hedge, const struct firmness *f, const struct edit_word *hedge_word)
{
	if (!f->is_light || (f->firm != EDIT_NONE && is_promise(hedge_word)))
		return false;
	switch (hedge) {
	case HEDGE_CLAIM:
		return true;
	case HEDGE_CLAIM_VERB:
		return f->firm != EDIT_NONE;
	case HEDGE_POSSIBLE:
		return f->firm != EDIT_NONE || f->is_past || f->is_inflected || f->has_will;
	case HEDGE_PLAN:
		return f->firm != EDIT_NONE || f->is_past || f->is_inflected;
	case HEDGE_NONE:
		break;
	}
	return false;
}

/* Whether another sentence says as a fact what this one hedges: the firm word near the same words,
 * or the verb in that form. An auxiliary stands everywhere and proves nothing. */
static bool is_told_firmly(
	const struct sense *x, const struct compared *c, size_t i, const struct firmness *f)
{
	size_t word = f->firm != EDIT_NONE ? f->firm : i;
	const struct edit_word *w = &x->draft.items[word];
	if (f->firm == EDIT_NONE && (f->is_past || f->has_will))
		return false;
	struct sought same = {.key = w->key, .form = w->form, .is_negated = -1, .except = c->cite};
	return sense_is_told(x, word, &same);
}

static bool try_hedge(struct sense *x, const struct compared *c, size_t at)
{
	enum hedge hedge = hedge_at(&c->words, at);
	if (hedge == HEDGE_NONE || c->edit.to_draft[at] != EDIT_NONE)
		return false;
	size_t j = head_of(c, at);
	if (j == EDIT_NONE)
		return false;
	size_t i = c->edit.to_draft[j];
	struct firmness f = firmness_of(c, at, j);
	if (!is_firmer(hedge, &f, &c->words.items[at]) || is_hedged(x, i) || !sense_is_close(c, i, j) ||
		is_told_firmly(x, c, i, &f))
		return false;
	sense_add(x, c, f.span, edit_span(&c->words, at, j - at + 1), "modality", true,
		str_format(x->s->a, "the draft tells as %s what the source only %s: \"%.*s\"",
			said[hedge].as, said[hedge].by_source, STR_ARG(sense_quote(c, at, j))));
	return true;
}

void find_modalities(struct sense *x)
{
	for (size_t k = 0; k < x->n; k++)
		for (size_t at = 0; at < x->items[k].words.n; at++)
			if (try_hedge(x, &x->items[k], at))
				return;
}
