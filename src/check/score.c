#include "check/parts.h"
#include "check/score_weights.h"

#include <math.h>

#define CITES_SHOWN 3
/* A draft of which less of the rows of three words are its own is put together from its sources'
 * sentences: there other things tell than in one that is worded anew. */
#define NEAR_COPY_BELOW 0.5
/* A sentence of whose content the cited sentences have less is shown for review whatever its score.
 */
#define UNSUPPORTED_BELOW 0.4

#define TRAIT_NAME(name, meaning) #name,
const char *const check_traits[] = {TRAIT_LIST(TRAIT_NAME) NULL};
#undef TRAIT_NAME

static int compare_findings(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	if (x->sentence != y->sentence)
		return x->sentence < y->sentence ? -1 : 1;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.length != y->span.length)
		return x->span.length < y->span.length ? -1 : 1;
	return str_cmp(x->kind, y->kind);
}

/* ---- Drafts of the desk: what they cite is given, so the findings tell ---- */

/* Each finding takes its share of the trust that is left, so that more of them never score less. */
static double risk_of(enum tier tier)
{
	return tier == TIER_ERROR ? 0.8 : tier == TIER_REVIEW ? 0.35 : 0.1;
}

static double score_of_findings(const struct subject *s)
{
	double trust = 1 - 0.5 * (1 - s->coverage);
	for (size_t i = 0; i < s->findings->n; i++)
		if (s->findings->items[i].sentence == s->index)
			trust *= 1 - risk_of(s->findings->items[i].tier);
	return 1 - trust;
}

/* ---- Any text: learned weights ---- */

static enum trait trait_of_kind(struct str kind)
{
	static const char amounts[] =
		" number money percent unit count ordinal date duration age headline ";
	static const char names[] = " name name_slot role quote speaker ";
	return is_listed(amounts, kind) ? TRAIT_AMOUNT_ERRORS
		: is_listed(names, kind)    ? TRAIT_NAME_ERRORS
									: TRAIT_SENSE_ERRORS;
}

static void count_findings(struct subject *subjects, const struct finding_vec *findings)
{
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *f = &findings->items[i];
		double *t = subjects[f->sentence].traits;
		if (f->tier == TIER_ERROR || str_eq(f->kind, STR("opinion")))
			subjects[f->sentence].is_explained = true;
		if (f->tier == TIER_ERROR) {
			enum trait trait = trait_of_kind(f->kind);
			t[trait] = fmin(t[trait] + 0.5, 1);
		} else if (f->tier == TIER_REVIEW)
			t[TRAIT_REVIEWS] = fmin(t[TRAIT_REVIEWS] + 1.0 / 3, 1);
	}
}

static int table_of(const struct subject *subjects, size_t count)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += subjects[i].traits[TRAIT_TRIGRAMS];
	return sum < NEAR_COPY_BELOW * (double)count ? 0 : 1;
}

static double score_of_traits(const struct subject *s, int table)
{
	double sum = score_bias[table];
	for (size_t i = 0; i < TRAITS; i++)
		sum += score_weights[table][i] * s->traits[i];
	return 1 / (1 + exp(-sum));
}

static struct str explain_unsupported(const struct subject *s)
{
	if (s->cites.n == 0 || s->coverage < UNSUPPORTED_BELOW)
		return STR("no sentence of the sources carries this");
	if (s->traits[TRAIT_ANY] > 0.25)
		return STR("the sources carry only a part of this");
	if (s->traits[TRAIT_JOINTS] > 0.4 || s->traits[TRAIT_PAIRS] > 0.4)
		return STR("this joins parts of several sentences, and no sentence carries the whole");
	return STR("the sources say something like this, but not quite this");
}

/* ---- Both ---- */

/* `next` goes over the sorted findings. */
static void sum_up(const struct subject *s, size_t *next, struct checked_sentence *out)
{
	out->text = s->text;
	out->cites = s->cites;
	if (s->offset || !s->is_strict)
		out->span = (struct span){s->offset, s->text.n};
	if (out->cites.n > CITES_SHOWN)
		out->cites.n = CITES_SHOWN;
	for (; *next < s->findings->n && s->findings->items[*next].sentence == s->index; ++*next) {
		const struct finding *f = &s->findings->items[*next];
		if (f->tier > out->tier)
			out->tier = f->tier;
		if (f->tier == TIER_ERROR || str_eq(f->kind, STR("unsupported")) ||
			str_eq(f->kind, STR("headline")))
			out->verdict = VERDICT_UNSUPPORTED;
	}
	if (s->is_contradicted)
		out->verdict = VERDICT_CONTRADICTED;
	else if (out->verdict == VERDICT_SUPPORTED && out->tier == TIER_STYLE)
		out->verdict = VERDICT_OPINION;
}

static void score_text(struct subject *subjects, size_t count, struct check_result *result)
{
	int table = table_of(subjects, count);
	count_findings(subjects, &result->findings);
	for (size_t i = 0; i < count; i++) {
		struct subject *s = &subjects[i];
		struct checked_sentence *out = &result->sentences[i];
		*out = (struct checked_sentence){.score = score_of_traits(s, table),
			.traits = s->traits,
			.trait_count = TRAITS,
			.table = table};
		bool is_doubtful =
			out->score >= score_review_from[table] || s->coverage < UNSUPPORTED_BELOW;
		if (is_doubtful && !s->is_explained)
			(void)add_finding(s, (struct span){0, s->text.n}, "unsupported", TIER_REVIEW,
				explain_unsupported(s), s->cites.n ? &s->cites.items[0] : NULL);
	}
}

void score(struct subject *subjects, size_t count, struct check_result *result)
{
	result->sentence_count = count;
	result->passes = true;
	for (size_t i = 0; i < count && subjects[i].is_strict; i++)
		result->sentences[i].score = score_of_findings(&subjects[i]);
	if (count > 0 && !subjects[0].is_strict)
		score_text(subjects, count, result);
	if (result->findings.n)
		qsort(result->findings.items, result->findings.n, sizeof(*result->findings.items),
			compare_findings);
	for (size_t i = 0, next = 0; i < count; i++) {
		sum_up(&subjects[i], &next, &result->sentences[i]);
		result->passes = result->passes && result->sentences[i].tier != TIER_ERROR;
	}
}
