#include "story/figures.h"

#define REPORTS_MOST ((size_t)LIMIT_STORY_REPORTS)
#define FIGURES_COMPARED 600 /* of a story; each is held against each */
#define ALIKE_SHARED 2       /* words that two sentences share, besides what is counted */
#define AROUND_SHARED 3      /* or with the sentences next to them */

struct counting {
	struct arena scratch;
	const struct report *reports;
	size_t count;
	const struct story_lineage *lineage;
	struct figure_vec all;
	struct {
		struct figure **items;
		size_t n, capacity;
	} row;
};

static bool same_language(const struct counting *c, const struct figure *x, const struct figure *y)
{
	return str_eq(c->reports[x->report].language, c->reports[y->report].language);
}

static bool is_one_voice(const struct report *x, const struct report *y)
{
	if (x->owner.n || y->owner.n)
		return str_eq(x->owner, y->owner);
	return x->outlet.n && str_eq(x->outlet, y->outlet);
}

/* A word that one report counts twice, with two values that are near each other, counts several
 * things: "nine goals", "led by five goals". Other days, other spans of time and one sentence are
 * no such case. */
static bool is_ambiguous(const struct counting *c, const struct figure *f)
{
	for (size_t i = 0; i < c->all.n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct figure *x = &c->all.items[i], *y = &c->all.items[k];
			if (x->report == y->report && str_eq(x->stem, f->stem) && str_eq(y->stem, f->stem) &&
				x->sentence.start != y->sentence.start && x->window_s == y->window_s &&
				x->day == y->day && x->number.value != y->number.value && figures_are_near(x, y))
				return true;
		}
	return false;
}

static size_t count_shared(const struct map *x, const struct map *y)
{
	size_t shared = 0;
	for (size_t i = 0; i < x->n; i++)
		shared += map_get(y, x->items[i].key) != NULL;
	return shared;
}

/* People are counted for anything, so only their own sentence tells what for. */
static bool counts_people(struct arena *a, const struct figure *f)
{
	static const struct str words[] = {STR_CONST("people"), STR_CONST("persons"), STR_CONST("men"),
		STR_CONST("women"), STR_CONST("menschen"), STR_CONST("personen"), STR_CONST("leute"),
		STR_CONST("personnes"), STR_CONST("personas"), STR_CONST("persone")};
	struct str folded = text_fold(a, f->subject);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(folded, words[i]))
			return true;
	return false;
}

static bool speak_alike(struct counting *c, const struct figure *x, const struct figure *y)
{
	if (x->window_s == y->window_s && !figures_are_near(x, y))
		return false;
	return count_shared(&x->context, &y->context) >= ALIKE_SHARED ||
		(!counts_people(&c->scratch, x) && count_shared(&x->around, &y->around) >= AROUND_SHARED);
}

static bool belong_together(struct counting *c, struct figure *x, struct figure *y)
{
	if (!str_eq(x->stem, y->stem) || !same_language(c, x, y))
		return false;
	if (x->report == y->report && x->sentence.start == y->sentence.start)
		return x->day != y->day || figures_have_one_deed(x, y);
	return figures_count_the_same(x, y) || (speak_alike(c, x, y) && !is_ambiguous(c, x));
}

/* Whether the report says somewhere what x says. */
static bool says_too(const struct counting *c, const struct figure *x, size_t report)
{
	for (size_t i = 0; i < c->all.n; i++)
		if (c->all.items[i].report == report && str_eq(c->all.items[i].stem, x->stem) &&
			!figures_differ(&c->all.items[i], x))
			return true;
	return false;
}

static bool contradict(const struct counting *c, const struct figure *x, const struct figure *y)
{
	return figures_count_the_same(x, y) && figures_differ(x, y) &&
		!is_one_voice(&c->reports[x->report], &c->reports[y->report]) &&
		!says_too(c, x, y->report) && !says_too(c, y, x->report);
}

/* Two voices, and figures that are not all one. */
static bool is_worth_a_table(const struct counting *c, bool *is_contradiction)
{
	bool has_voices = false, has_values = false;
	*is_contradiction = false;
	for (size_t i = 0; i < c->row.n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct figure *x = c->row.items[i], *y = c->row.items[k];
			has_voices =
				has_voices || !is_one_voice(&c->reports[x->report], &c->reports[y->report]);
			has_values = has_values || x->number.value != y->number.value;
			*is_contradiction = *is_contradiction || contradict(c, x, y);
		}
	return has_voices && has_values;
}

/* "According to the mayor", "the coast guard said": who the sentence has it from. */
static struct str attribution(struct arena *a, const struct report *r, struct span sentence)
{
	struct arena scratch = {0};
	struct str text = span_text(r->text, sentence), who = {0};
	size_t according = str_find_nocase(text, STR("according to "), 0);
	if (according != STR_NONE) {
		struct str rest = str_from(text, according + STR("according to ").n);
		size_t end = 0;
		while (end < rest.n && !strchr(",.;:", rest.p[end]))
			end++;
		who = str_sub(rest, 0, end);
	}
	struct name_vec names = text_names(&scratch, text, r->language);
	struct word_vec words = text_words(&scratch, text, r->language);
	size_t nearest = SIZE_MAX;
	for (size_t i = 0; !who.n && i < words.n; i++) {
		struct str folded = text_fold(&scratch, span_text(text, words.items[i].span));
		if (!text_is_reporting_verb(folded, r->language))
			continue;
		for (size_t k = 0; k < names.n; k++) {
			size_t x = names.items[k].span.start, y = words.items[i].span.start;
			size_t distance = x > y ? x - y : y - x;
			if (distance >= nearest || distance > 60)
				continue;
			nearest = distance;
			who = names.items[k].text;
		}
		if (nearest != SIZE_MAX)
			break;
	}
	who = str_dup(a, who.n <= 120 ? who : STR(""));
	arena_free(&scratch);
	return who;
}

static struct str figure_text(const struct counting *c, const struct figure *f)
{
	return span_text(c->reports[f->report].text, f->number.span);
}

static struct story_claim claim_of(struct counting *c, struct arena *a, const struct figure *f)
{
	const struct report *r = &c->reports[f->report];
	struct story_claim claim = {.figure = figure_text(c, f),
		.window = span_text(r->text, f->window),
		.as_of = r->published,
		.attributed_to = attribution(a, r, f->sentence),
		.cite = {f->report, f->sentence}};
	claim.day = WHEN_UNKNOWN;
	if (f->day != DAY_NONE)
		claim.day = (struct when){.utc_s = f->day * DAY_S, .is_day_only = true};
	return claim;
}

/* Whether the claim is the sentence's already, which then has one figure more. */
static bool joins_claim(
	const struct counting *c, struct arena *a, struct story_claims *t, const struct figure *f)
{
	for (size_t i = 0; i < t->claim_count; i++) {
		struct story_claim *claim = &t->claims[i];
		if (claim->cite.report != f->report || claim->cite.span.start != f->sentence.start)
			continue;
		claim->figure =
			str_format(a, "%.*s; %.*s", STR_ARG(claim->figure), STR_ARG(figure_text(c, f)));
		return true;
	}
	return false;
}

static bool is_in(const struct story_claims *t, size_t report)
{
	for (size_t i = 0; i < t->claim_count; i++)
		if (t->claims[i].cite.report == report)
			return true;
	return false;
}

static struct story_claims table_of(struct counting *c, struct arena *a, bool is_contradiction)
{
	struct story_claims t = {.subject = str_dup(a, c->row.items[0]->subject),
		.is_contradiction = is_contradiction,
		.claims = ARENA_ARRAY(a, struct story_claim, c->row.n),
		.silent = ARENA_ARRAY(a, size_t, c->count)};
	for (size_t i = 0; i < c->row.n; i++)
		if (!joins_claim(c, a, &t, c->row.items[i]))
			t.claims[t.claim_count++] = claim_of(c, a, c->row.items[i]);
	for (size_t i = 0; i < c->count; i++)
		if (c->lineage[i].tie != TIE_COPY && !is_in(&t, i))
			t.silent[t.silent_count++] = i;
	return t;
}

/* The figures that belong to the first one that is not used yet, or to one of them. */
static void gather(struct counting *c, struct figure *first)
{
	c->row.n = 0;
	*VEC_ADD(&c->scratch, &c->row) = first;
	first->is_used = true;
	for (size_t at = 0; at < c->row.n; at++)
		for (size_t i = 0; i < c->all.n; i++) {
			struct figure *y = &c->all.items[i];
			if (y->is_used || !belong_together(c, c->row.items[at], y))
				continue;
			y->is_used = true;
			*VEC_ADD(&c->scratch, &c->row) = y;
		}
}

struct story_claims_vec story_claims(struct arena *a, const struct report *reports, size_t count)
{
	struct counting c = {.reports = reports, .count = count < REPORTS_MOST ? count : REPORTS_MOST};
	struct story_claims_vec out = {0};
	c.lineage = story_trace(&c.scratch, reports, c.count);
	for (size_t i = 0; i < c.count && c.all.n < FIGURES_COMPARED; i++)
		if (c.lineage[i].tie != TIE_COPY)
			figures_read(&c.scratch, &reports[i], i, &c.all);
	for (size_t i = 0; i < c.all.n; i++) {
		bool is_contradiction;
		if (c.all.items[i].is_used || !c.all.items[i].stem.n)
			continue;
		gather(&c, &c.all.items[i]);
		if (is_worth_a_table(&c, &is_contradiction))
			*VEC_ADD(a, &out) = table_of(&c, a, is_contradiction);
	}
	arena_free(&c.scratch);
	return out;
}
