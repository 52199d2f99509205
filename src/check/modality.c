#include "check/forms.h"
#include "check/sense.h"

/* What a source says may, will or is said to be is not yet, or not surely: a draft that leaves the
 * hedge out, or puts a firmer word in its place, tells a plan as done and a claim as a fact. */

#define REACH 4 /* words from a hedge to the word that it hedges */
#define HEDGED_WITHIN 7

enum hedge { HEDGE_NONE, HEDGE_CLAIM, HEDGE_CLAIM_VERB, HEDGE_POSSIBLE, HEDGE_PLAN };

static const struct {
	const char *language;
	const char *claim, *possible, *plan; /* folded: allegedly; may; will */
	const char *claim_to, *plan_to;      /* only in front of `to`: believed to, plans to */
	const char *claim_verb;              /* claims: a hedge when something firmer replaces it */
	const char *to;
	const char *light; /* what may stand between a hedge and its word, or in its place */
	const char *past;  /* what makes a past of any verb */
	const char *firm;  /* what makes a fact of anything */
} tables[] = {
	{"en",
		" alleged allegedly reportedly apparently supposedly purportedly suspected rumoured "
		"rumored "
		"presumably ",
		" may might could possibly perhaps potentially maybe likely probably ",
		" will would shall 'll ", " believed thought reported said accused understood ",
		" plan plans planned planning intend intends intended intending expect expects expected "
		"set "
		"due likely scheduled hope hopes hoped hoping want wants wanted aim aims aimed aiming seek "
		"seeks seeking propose proposes proposed threaten threatens threatened vow vows vowed "
		"pledge pledged promise promised going about ready prepared poised trying tries attempting "
		"keen ",
		" claim claims claimed alleged alleges allege believe believes believed suggest suggests "
		"suggested suspect suspects think thinks ",
		" to of ",
		" did does do has have had was were is are been be being to not that it also soon now "
		"already finally successfully will ",
		" did has have had was were agreed ",
		" agreed proved proves proven prove confirmed confirms confirm certain certainly "
		"definitely "
		"established undoubtedly "},
	{"de",
		" angeblich mutmaßlich mutmaßliche mutmaßlicher mutmaßlichen vermutlich offenbar "
		"anscheinend "
		"soll sollen ",
		" könnte könnten möglicherweise vielleicht eventuell dürfte dürften wahrscheinlich ",
		" wird werden würde würden will wollen ", " ", " plant planen beabsichtigt hofft droht ",
		" behauptet behaupten glaubt glauben ", " zu ",
		" hat haben hatte hatten ist sind war waren wurde wurden bereits auch nicht zu ",
		" hat haben hatte wurde wurden ", " bestätigt bestätigte bewiesen sicher bestimmt "},
	{"fr", " présumé présumée présumés prétendument apparemment supposé ",
		" pourrait pourraient peut-être éventuellement probablement ",
		" va vont devrait devraient ", " soupçonné accusé ",
		" compte comptent prévoit prévoient espère espèrent menace ", " affirme prétend ",
		" de d' ", " a ont avait avaient est sont était été déjà pas ne de ", " a ont avait été ",
		" confirmé prouvé certainement "},
	{"es", " presunto presunta presuntos presuntamente supuesto supuesta supuestamente ",
		" podría podrían quizá quizás posiblemente probablemente ", " va van debería ", " acusado ",
		" planea planean espera esperan pretende pretenden amenaza ", " afirma asegura ", " a de ",
		" ha han había fue fueron está ya no a ", " ha han había fue fueron ",
		" confirmó probado ciertamente "},
	{"ru", " якобы предположительно предполагаемый предполагаемого предполагаемые подозреваемый ",
		" может могут мог могла могли возможно вероятно ",
		" будет будут планирует планируют намерен намерены собирается собираются ", " ", " ",
		" утверждает утверждают считает ", " ", " был была были уже не ", " был была были ",
		" подтвердил доказано точно "},
};
#define TABLE_COUNT (sizeof(tables) / sizeof(*tables))

/* For the explanation. */
static const struct {
	const char *as, *by_source;
} said[] = {
	[HEDGE_CLAIM] = {"a fact", "reports as a claim"},
	[HEDGE_CLAIM_VERB] = {"a fact", "reports as a claim"},
	[HEDGE_POSSIBLE] = {"certain", "calls possible"},
	[HEDGE_PLAN] = {"done", "expects or plans"},
};

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
	bool has_to = i + 1 < words->n && is_listed(tables[t].to, words->items[i + 1].form);
	if (is_listed(tables[t].claim, form) || (has_to && is_listed(tables[t].claim_to, form)))
		return HEDGE_CLAIM;
	if (is_listed(tables[t].possible, form))
		return HEDGE_POSSIBLE;
	if (is_listed(tables[t].plan, form) || (has_to && is_listed(tables[t].plan_to, form)))
		return HEDGE_PLAN;
	return is_listed(tables[t].claim_verb, form) ? HEDGE_CLAIM_VERB : HEDGE_NONE;
}

/* The word that is hedged: the first behind the hedge but for auxiliaries, when the draft has it
 * too; an auxiliary only when no other follows. */
static size_t head_of(const struct compared *c, size_t hedge, size_t t)
{
	size_t found = EDIT_NONE;
	for (size_t k = hedge + 1; k < c->words.n && k <= hedge + REACH; k++) {
		const struct edit_word *w = &c->words.items[k];
		if (w->begins_clause)
			break;
		if (c->edit.to_draft[k] != EDIT_NONE && !is_listed(tables[t].to, w->form))
			found = k;
		if (!is_listed(tables[t].light, w->form) && !str_ends(w->form, STR("ly")))
			return c->edit.to_draft[k] == EDIT_NONE ? EDIT_NONE : k;
	}
	return found;
}

/* Whether the draft hedges word i at all, a firm "will" apart. */
static bool is_hedged(const struct sense *x, size_t i, size_t t)
{
	size_t first = i > HEDGED_WITHIN ? i - HEDGED_WITHIN : 0;
	for (size_t k = 0; k < x->draft.n; k++) {
		struct str form = x->draft.items[k].form;
		if (is_listed(" according reportedly alleged allegedly laut selon según ", form))
			return true;
		if (k < first || k >= i + 4 || is_listed(tables[t].light, form))
			continue;
		enum hedge hedge = hedge_at(&x->draft, k, t);
		if ((hedge != HEDGE_NONE && hedge != HEDGE_CLAIM_VERB) ||
			is_listed(
				" if whether plan plans possible possibility potential can should must ", form))
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

static struct firmness firmness_of(const struct compared *c, size_t at, size_t j, size_t t)
{
	const struct edit_words *draft = c->edit.draft;
	const struct edit_run *run = c->edit.runs;
	while (run->source + run->source_n <= at)
		run++;
	struct firmness f = {.is_light = true, .firm = EDIT_NONE};
	for (size_t k = run->draft; k < run->draft + run->draft_n; k++) {
		struct str form = draft->items[k].form;
		bool is_firm = is_listed(tables[t].firm, form);
		f.is_light = f.is_light && (is_firm || is_listed(tables[t].light, form));
		f.is_past = f.is_past || is_listed(tables[t].past, form);
		f.has_will = f.has_will || str_eq(form, STR("will"));
		f.firm = is_firm ? k : f.firm;
	}
	const struct edit_word *w = &draft->items[c->edit.to_draft[j]];
	f.is_inflected = !str_eq(w->form, c->words.items[j].form) &&
		(str_ends(w->form, STR("ed")) || form_stem(w->form).n);
	f.span = run->draft_n ? edit_span(draft, run->draft, run->draft_n) : w->span;
	return f;
}

static bool is_firmer(enum hedge hedge, const struct firmness *f)
{
	if (!f->is_light)
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

static bool try_hedge(struct sense *x, const struct compared *c, size_t at, size_t t)
{
	enum hedge hedge = hedge_at(&c->words, at, t);
	if (hedge == HEDGE_NONE || c->edit.to_draft[at] != EDIT_NONE)
		return false;
	size_t j = head_of(c, at, t);
	if (j == EDIT_NONE)
		return false;
	size_t i = c->edit.to_draft[j];
	struct firmness f = firmness_of(c, at, j, t);
	if (!is_firmer(hedge, &f) || is_hedged(x, i, t) || !sense_is_close(c, i, j) ||
		is_told_firmly(x, c, i, &f))
		return false;
	sense_add(x, c, f.span, edit_span(&c->words, at, j - at + 1), "modality", true,
		str_format(x->s->a, "the draft tells as %s what the source only %s: \"%.*s\"",
			said[hedge].as, said[hedge].by_source, STR_ARG(sense_quote(c, at, j))));
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
