#include "check/forms.h"
#include "check/sense.h"

/* What a source says may, will or is said to be is not yet, or not surely: a draft that leaves the
 * hedge out, or puts a firmer word in its place, tells a plan as done and a claim as a fact. */

#define REACH 4 /* words from a hedge to the word that it hedges */
#define HEDGED_WITHIN 7

enum hedge { HEDGE_NONE, HEDGE_CLAIM, HEDGE_POSSIBLE, HEDGE_PLAN, HEDGE_PLAN_TO };

static const struct {
	const char *language;
	const char *claim, *possible, *plan; /* folded: allegedly; may; will */
	const char *plan_to;                 /* only in front of `to`: plans to */
	const char *to;
	const char *firm; /* what a draft puts in their place that makes them facts */
	const char *past; /* those of them that make a past of any verb */
} tables[] = {
	{"en",
		" alleged allegedly reportedly apparently supposedly purportedly suspected accused claimed "
		"claims believed thought rumoured rumored presumably ",
		" may might could possibly perhaps potentially maybe ", " will would shall 'll ",
		" plan plans planned planning intend intends intended intending expect expects expected "
		"set "
		"due likely scheduled hope hopes hoped hoping want wants wanted aim aims aimed aiming seek "
		"seeks seeking propose proposes proposed consider threaten threatens threatened vow vows "
		"vowed pledge pledged promise promised going about ready prepared poised trying tries "
		"attempting keen proposing ",
		" to ",
		" did does do has have had was were is are been be agreed to already finally successfully "
		"now also will ",
		" did has have had was were agreed "},
	{"de",
		" angeblich mutmaßlich mutmaßliche mutmaßlicher mutmaßlichen vermutlich offenbar "
		"anscheinend "
		"soll sollen ",
		" könnte könnten möglicherweise vielleicht eventuell dürfte dürften ",
		" wird werden würde würden will wollen ", " plant planen beabsichtigt hofft droht ", " zu ",
		" hat haben hatte hatten ist sind war waren wurde wurden bereits auch ",
		" hat haben hatte wurde wurden "},
	{"fr", " présumé présumée présumés prétendument apparemment supposé ",
		" pourrait pourraient peut-être éventuellement ", " va vont devrait devraient ",
		" compte comptent prévoit prévoient espère espèrent menace ", " de ",
		" a ont avait avaient est sont était été déjà ", " a ont avait été "},
	{"es", " presunto presunta presuntos presuntamente supuesto supuesta supuestamente ",
		" podría podrían quizá quizás posiblemente ", " va van debería ",
		" planea planean espera esperan pretende pretenden amenaza ", " a ",
		" ha han había fue fueron está ya ", " ha han había fue fueron "},
	{"ru", " якобы предположительно предполагаемый предполагаемого подозреваемый ",
		" может могут мог могла могли возможно вероятно ",
		" будет будут планирует планируют намерен намерены собирается собираются ", " ", " ",
		" был была были уже ", " был была были "},
};
#define TABLE_COUNT (sizeof(tables) / sizeof(*tables))

static size_t table_of(struct str language)
{
	size_t t = 0;
	while (t < TABLE_COUNT && !str_eq(str_c(tables[t].language), language))
		t++;
	return t;
}

static enum hedge hedge_at(const struct edit_words *words, size_t i, size_t t)
{
	struct str form = words->items[i].form;
	if (is_listed(tables[t].claim, form))
		return HEDGE_CLAIM;
	if (is_listed(tables[t].possible, form))
		return HEDGE_POSSIBLE;
	if (is_listed(tables[t].plan, form))
		return HEDGE_PLAN;
	if (is_listed(tables[t].plan_to, form) && i + 1 < words->n &&
		is_listed(tables[t].to, words->items[i + 1].form))
		return HEDGE_PLAN_TO;
	return HEDGE_NONE;
}

/* The word that is hedged: the first behind the hedge that the draft has too, in its clause; an
 * auxiliary only when no other follows. */
static size_t head_of(const struct compared *c, size_t hedge, size_t t)
{
	size_t found = EDIT_NONE;
	for (size_t k = hedge + 1; k < c->words.n && k <= hedge + REACH; k++) {
		if (c->words.items[k].begins_clause)
			break;
		if (c->edit.to_draft[k] == EDIT_NONE || is_listed(tables[t].to, c->words.items[k].form))
			continue;
		found = k;
		if (!c->words.items[k].is_stop || !is_listed(tables[t].firm, c->words.items[k].form))
			break;
	}
	return found;
}

/* Whether the draft hedges word i at all, a firm "will" apart. */
static bool is_hedged(const struct sense *x, size_t i, size_t t)
{
	size_t first = i > HEDGED_WITHIN ? i - HEDGED_WITHIN : 0;
	for (size_t k = first; k < x->draft.n && k < i + 4; k++) {
		struct str form = x->draft.items[k].form;
		bool is_firm = is_listed(tables[t].firm, form) && !is_listed(tables[t].to, form);
		if (!is_firm &&
			(hedge_at(&x->draft, k, t) != HEDGE_NONE ||
				is_listed(" if whether according seeks wants likely unlikely plan plans possible "
						  "possibility potential can should must ",
					form)))
			return true;
	}
	return false;
}

/* The words of the draft before word i that the source does not have. */
static size_t count_new(const struct compared *c, size_t i)
{
	size_t n = 0;
	while (n < i && c->edit.to_source[i - n - 1] == EDIT_NONE)
		n++;
	return n;
}

struct firmness {
	bool is_only_firm; /* nothing but auxiliaries and the like stands in the hedge's place */
	bool is_past, has_will;
	struct span span; /* of it, or of the word itself */
};

static struct firmness firmness_of(const struct compared *c, size_t i, size_t j, size_t t)
{
	const struct edit_words *draft = c->edit.draft;
	size_t n = count_new(c, i);
	struct firmness f = {.is_only_firm = true};
	for (size_t k = i - n; k < i; k++) {
		f.is_only_firm = f.is_only_firm && is_listed(tables[t].firm, draft->items[k].form);
		f.is_past = f.is_past || is_listed(tables[t].past, draft->items[k].form);
		f.has_will = f.has_will || str_eq(draft->items[k].form, STR("will"));
	}
	const struct edit_word *w = &draft->items[i];
	bool is_changed = !str_eq(w->form, c->words.items[j].form);
	if (is_changed && (str_ends(w->form, STR("ed")) || form_stem(w->form).n))
		f.is_past = true;
	f.span = n ? edit_span(draft, i - n, n) : w->span;
	return f;
}

static bool is_firmer(enum hedge hedge, const struct firmness *f)
{
	if (!f->is_only_firm)
		return false;
	if (hedge == HEDGE_CLAIM)
		return true;
	return f->is_past || (f->has_will && hedge == HEDGE_POSSIBLE);
}

static bool is_told_firmly(const struct sense *x, const struct compared *c, size_t i)
{
	const struct edit_word *w = &x->draft.items[i];
	struct sought same = {.key = w->key, .form = w->form, .is_negated = -1, .except = c->cite};
	return sense_is_told(x, i, &same);
}

static bool try_hedge(struct sense *x, const struct compared *c, size_t at, size_t t)
{
	enum hedge hedge = hedge_at(&c->words, at, t);
	if (hedge == HEDGE_NONE || c->edit.to_draft[at] != EDIT_NONE)
		return false;
	size_t j = head_of(c, at, t);
	if (j == EDIT_NONE)
		return false;
	size_t i = c->edit.to_draft[j];
	struct firmness f = firmness_of(c, i, j, t);
	if (!is_firmer(hedge, &f) || is_hedged(x, i, t) || !sense_is_close(c, i, j) ||
		is_told_firmly(x, c, i))
		return false;
	sense_add(x, c, f.span, edit_span(&c->words, at, j - at + 1), "modality", true,
		str_format(x->s->a, "the draft tells as %s what the source only %s: \"%.*s\"",
			f.is_past && hedge != HEDGE_CLAIM ? "done" : "certain",
			hedge == HEDGE_CLAIM          ? "reports as a claim"
				: hedge == HEDGE_POSSIBLE ? "calls possible"
										  : "expects",
			STR_ARG(sense_quote(c, at, j))));
	return true;
}

void find_modalities(struct sense *x)
{
	size_t t = table_of(x->s->language);
	if (t == TABLE_COUNT)
		return;
	for (size_t k = 0; k < x->n; k++)
		for (size_t at = 0; at < x->items[k].words.n; at++)
			if (try_hedge(x, &x->items[k], at, t))
				return;
}
