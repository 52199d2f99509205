#include "story/credits.h"
#include "story/vector.h"
#include "story/weights.h"

/* Origins that a report is looked up in. A story that is written about has no more reports than
 * that (LIMIT_STORY_REPORTS); of a longer list the earliest origins are the ones that get copied.
 */
#define ORIGINS_COMPARED ((size_t)LIMIT_STORY_REPORTS)

const char *const story_tie_names[] = {"origin", "copy", "rewrite", "cites"};

struct turn {
	int64_t time;
	size_t index;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* The shingles of the origins so far. */
struct origins {
	struct arena a;
	struct shingles *shingles;
	size_t *reports;
	size_t n;
};

/* The first origin that it copies, else the one that it is a rewrite of most. */
static struct story_lineage trace_one(
	const struct origins *o, const struct shingles *shingles, size_t index)
{
	struct story_lineage lineage = {.tie = TIE_ORIGIN, .parent = index, .share = 1};
	double best = REWRITE_SHARE;
	for (size_t k = 0; k < o->n; k++) {
		struct containment c = shingles_compare(shingles, &o->shingles[k]);
		if (c.of_smaller >= COPY_SHARE)
			return (struct story_lineage){TIE_COPY, o->reports[k], c.share, {0}, {0}, false};
		if (c.of_smaller < best || c.compared < REWRITE_LEAST)
			continue;
		best = c.of_smaller;
		lineage = (struct story_lineage){TIE_REWRITE, o->reports[k], c.share, {0}, {0}, false};
	}
	return lineage;
}

static struct turn *turns_of(struct arena *a, const struct report *reports, size_t count)
{
	struct turn *turns = ARENA_ARRAY(a, struct turn, count);
	for (size_t i = 0; i < count; i++)
		turns[i] = (struct turn){story_latest_time(reports[i].published), i};
	if (count)
		qsort(turns, count, sizeof(*turns), compare_turns);
	return turns;
}

static void trace_texts(struct story_lineage *lineage, const struct report *reports,
	const struct turn *turns, size_t count)
{
	struct origins o = {0};
	o.shingles = ARENA_ARRAY(&o.a, struct shingles, ORIGINS_COMPARED);
	o.reports = ARENA_ARRAY(&o.a, size_t, ORIGINS_COMPARED);
	for (size_t t = 0; t < count; t++) {
		struct arena own = {0};
		size_t i = turns[t].index;
		struct shingles shingles = vector_shingles(&own, reports[i].text);
		lineage[i] = trace_one(&o, &shingles, i);
		if (lineage[i].tie == TIE_ORIGIN && o.n < ORIGINS_COMPARED) {
			o.shingles[o.n] = shingles_dup(&o.a, shingles);
			o.reports[o.n++] = i;
		}
		arena_free(&own);
	}
	arena_free(&o.a);
}

/* The first report of the outlet that came before turn t; count when there is none. */
static size_t report_of_outlet(const struct report *reports, const struct turn *turns, size_t t,
	size_t count, struct str outlet)
{
	for (size_t k = 0; k < t; k++)
		if (str_eq(agency_name(reports[turns[k].index].outlet), outlet))
			return turns[k].index;
	return count;
}

struct story_lineage *story_trace(struct arena *a, const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct str_vec outlets = {0};
	struct story_lineage *lineage = ARENA_ARRAY(a, struct story_lineage, count);
	struct turn *turns = turns_of(&scratch, reports, count);
	struct map seen = map_new(&scratch);
	trace_texts(lineage, reports, turns, count);
	for (size_t i = 0; i < count; i++) {
		bool is_new;
		(void)map_put(&seen, reports[i].outlet, &is_new);
		if (is_new)
			*VEC_ADD(&scratch, &outlets) = reports[i].outlet;
	}
	for (size_t t = 0; t < count; t++) {
		size_t i = turns[t].index;
		struct credit credit = find_credit(&reports[i], &outlets);
		lineage[i].credit = credit.name;
		lineage[i].where = (struct cite){i, credit.span};
		lineage[i].is_agency_text = credit.is_text && credit.name.n;
		if (lineage[i].tie != TIE_ORIGIN || !credit.name.n)
			continue;
		size_t parent = report_of_outlet(reports, turns, t, count, agency_name(credit.name));
		lineage[i].tie = TIE_CITES;
		lineage[i].parent = parent < count ? parent : i;
	}
	arena_free(&scratch);
	return lineage;
}

void story_origins(struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct story_lineage *lineage = ARENA_ARRAY(&scratch, struct story_lineage, count);
	trace_texts(lineage, reports, turns_of(&scratch, reports, count), count);
	for (size_t i = 0; i < count; i++) {
		reports[i].origin = (int64_t)lineage[i].parent;
		reports[i].origin_share = lineage[i].share;
	}
	arena_free(&scratch);
}

/* Whose voice a report is: the agency's whose text it is, the owner's when it is known, else the
 * outlet's, else its own. */
static struct str voice_of(const struct report *r)
{
	static const struct str_vec no_outlets = {0};
	struct credit credit = find_credit(r, &no_outlets);
	if (credit.is_text && credit.name.n)
		return credit.name;
	if (r->owner.n)
		return r->owner;
	return r->outlet.n ? agency_name(r->outlet) : r->key;
}

size_t story_origin_count(const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct map voices = map_new(&scratch);
	for (size_t i = 0; i < count; i++)
		if (reports[i].origin == (int64_t)i)
			(void)map_put(&voices, voice_of(&reports[i]), NULL);
	size_t n = voices.n;
	arena_free(&scratch);
	return n;
}
