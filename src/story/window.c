#include "story/index.h"

#include <math.h>

#include "story/links.h"
#include "story/weights.h"

/* Members are forgotten when they are behind the window and there are more than so many: a first
 * fetch brings old reports feed by feed, and they must still meet. */
#define MEMBERS_KEPT 20000
#define COPY_CANDIDATES 8 /* most similar members, in which shingles are looked up */
#define VERBATIM_SHARE 0.95
#define VERBATIM_S (DAY_S / 4)
#define NOBODY UINT32_MAX

struct window_story {
	struct str id;
	double norm2; /* squared length of the sum of its members' vectors */
	double members;
	struct links links;
	uint32_t kept; /* the story that it was merged into, or itself */
	/* With the report at hand, 0 between reports: */
	double sum, best, near; /* near: the sum of what closeness in time leaves */
	uint32_t best_member;
};

struct story_window {
	struct arena *a;
	double threshold;
	int64_t window_s;
	size_t added;   /* reports, in all batches */
	int64_t latest; /* time of the newest report */
	size_t forget_at;
	struct index index;
	struct {
		struct window_story *items;
		size_t n, capacity;
	} stories;
	struct map story_index;        /* id to index in stories */
	struct story_merge_vec merges; /* of the batch at hand */
};

/* The report at hand. */
struct arrival {
	const struct report *report;
	size_t serial;
	int64_t time;
	int64_t latest; /* when it may have been published at the latest */
	bool is_dated;
	uint32_t language;
	struct weighted_vec vector;
	struct shingles shingles;
	struct member_list touched;
};

struct choice {
	uint32_t story, member; /* NOBODY when there is none */
	double score;
};

struct copied {
	uint32_t member; /* NOBODY when there is none */
	double share;
};

/* The story as it is after merges. */
static uint32_t kept(const struct story_window *w, uint32_t story)
{
	while (w->stories.items[story].kept != story)
		story = w->stories.items[story].kept;
	return story;
}

static uint32_t story_of(const struct story_window *w, uint32_t member)
{
	return kept(w, w->index.members.items[member].story);
}

static bool are_dated(const struct arrival *now, const struct member *m)
{
	return now->is_dated && m->is_dated;
}

/* What closeness in time leaves of a similarity. */
static double decay(const struct arrival *now, const struct member *m)
{
	if (!are_dated(now, m))
		return DECAY_UNDATED;
	double days = fabs((double)(now->time - m->time)) / (double)DAY_S;
	return DECAY_FLOOR + (1 - DECAY_FLOOR) * exp(-days / DECAY_DAYS);
}

/* ---- Which story ---- */

static void sum_up(struct story_window *w, const struct arrival *now)
{
	for (size_t i = 0; i < now->touched.n; i++) {
		const struct member *m = &w->index.members.items[now->touched.items[i]];
		const struct likeness *l = &w->index.likeness.items[now->touched.items[i]];
		struct window_story *s = &w->stories.items[story_of(w, now->touched.items[i])];
		double similarity = (double)l->dot;
		if (m->language != now->language)
			similarity *= w->threshold / FOREIGN_THRESHOLD;
		s->sum += similarity;
		similarity *= decay(now, m);
		s->near += are_dated(now, m) ? similarity : 0;
		if (l->shared < LEAST_SHARED)
			continue;
		if (similarity > s->best) {
			s->best = similarity;
			s->best_member = now->touched.items[i];
		}
	}
}

static struct choice choose_story(const struct story_window *w, const struct arrival *now)
{
	struct choice choice = {.story = NOBODY, .member = NOBODY};
	for (size_t i = 0; i < now->touched.n; i++) {
		uint32_t story = story_of(w, now->touched.items[i]);
		const struct window_story *s = &w->stories.items[story];
		if (s->best <= 0)
			continue;
		double centroid =
			s->sum / sqrt(s->norm2) * decay(now, &w->index.members.items[s->best_member]);
		double score = BEST_SHARE * s->best + (1 - BEST_SHARE) * centroid;
		if (score > choice.score || (score == choice.score && story < choice.story))
			choice = (struct choice){story, s->best_member, score};
	}
	return choice;
}

/* ---- What it copies ---- */

static size_t most_similar(const struct story_window *w, const struct arrival *now, uint32_t *best)
{
	size_t n = 0;
	for (size_t i = 0; i < now->touched.n; i++) {
		uint32_t member = now->touched.items[i];
		float dot = w->index.likeness.items[member].dot;
		size_t at = n;
		while (at > 0 && w->index.likeness.items[best[at - 1]].dot < dot)
			at--;
		if (at == COPY_CANDIDATES)
			continue;
		n = n < COPY_CANDIDATES ? n + 1 : n;
		memmove(&best[at + 1], &best[at], (n - 1 - at) * sizeof(best[0]));
		best[at] = member;
	}
	return n;
}

/* The earliest of the similar members that this report copies. */
static struct copied find_copied(const struct story_window *w, const struct arrival *now)
{
	struct copied copied = {.member = NOBODY};
	uint32_t best[COPY_CANDIDATES];
	for (size_t i = 0, n = most_similar(w, now, best); i < n; i++) {
		const struct member *m = &w->index.members.items[best[i]];
		const struct member *before =
			copied.member == NOBODY ? NULL : &w->index.members.items[copied.member];
		struct containment c = shingles_compare(&now->shingles, &m->shingles);
		if (m->latest > now->latest || c.of_smaller < COPY_SHARE)
			continue;
		if (!before || m->latest < before->latest ||
			(m->latest == before->latest && best[i] < copied.member))
			copied = (struct copied){best[i], c.share};
	}
	return copied;
}

/* ---- Adding ---- */

static uint32_t story_of_id(struct story_window *w, struct str id, bool *is_new)
{
	size_t *index = map_get(&w->story_index, id);
	*is_new = !index;
	if (index)
		return kept(w, (uint32_t)*index);
	uint32_t story = (uint32_t)w->stories.n;
	id = str_dup(w->a, id);
	*map_put(&w->story_index, id, NULL) = story;
	*VEC_ADD(w->a, &w->stories) = (struct window_story){.id = id, .kept = story};
	return story;
}

static struct str explain(const struct story_window *w, struct arena *a, const struct arrival *now,
	struct choice choice, const char *verb)
{
	struct str id = w->stories.items[choice.story].id;
	return str_format(a, "%s %.*s at %.2f: shares %.*s", verb, STR_ARG(id), choice.score,
		STR_ARG(index_shared_terms(&w->index, a, &now->vector, now->language, choice.member)));
}

static uint32_t place(struct story_window *w, struct arena *a, const struct arrival *now,
	struct copied copied, struct story_result *result)
{
	struct choice choice = choose_story(w, now);
	if (now->report->story.n) {
		result->reason = STR("was there before");
		return story_of_id(w, now->report->story, &result->is_new);
	}
	if (choice.score >= w->threshold) {
		result->reason = explain(w, a, now, choice, "joins");
		return choice.story;
	}
	if (copied.member != NOBODY) {
		choice.story = story_of(w, copied.member);
		result->reason = str_format(a, "joins %.*s: copies %.0f%% of its words",
			STR_ARG(w->stories.items[choice.story].id), copied.share * 100);
		return choice.story;
	}
	result->reason = choice.story == NOBODY
		? STR("founds a story: nothing like it")
		: explain(w, a, now, choice, "founds a story: only like");
	return story_of_id(w, hash_name(a, now->report->key), &result->is_new);
}

/* A verbatim copy of a recent report of its story holds nothing to compare that is not there
 * already; wires fill a window with them. */
static bool adds_nothing(
	const struct story_window *w, const struct arrival *now, struct copied copied, uint32_t story)
{
	if (copied.member == NOBODY || copied.share < VERBATIM_SHARE)
		return false;
	const struct member *m = &w->index.members.items[copied.member];
	return story_of(w, copied.member) == story && m->language == now->language &&
		now->time - m->time < VERBATIM_S;
}

/* ---- Merging ---- */

/* Notes how much the report at hand links its story to others. */
static void link_stories(struct story_window *w, const struct arrival *now, uint32_t story)
{
	for (size_t i = 0; i < now->touched.n; i++) {
		uint32_t other = story_of(w, now->touched.items[i]);
		struct window_story *s = &w->stories.items[other];
		if (other != story && s->near >= LINK_LEAST * s->members) {
			links_add(w->a, &w->stories.items[story].links, other, s->near);
			links_add(w->a, &s->links, story, s->near);
		}
		s->near = 0; /* it is counted once */
	}
}

static double average_link(const struct story_window *w, uint32_t story, uint32_t other)
{
	const struct window_story *s = &w->stories.items[story];
	double sum = 0;
	for (size_t i = 0; i < s->links.n; i++)
		if (kept(w, s->links.items[i].story) == other)
			sum += (double)s->links.items[i].sum;
	return sum / (s->members * w->stories.items[other].members);
}

/* The story that is most like this one; NOBODY when none is enough to be the same. */
static struct choice find_twin(const struct story_window *w, uint32_t story)
{
	struct choice twin = {.story = NOBODY, .score = MERGE_AVERAGE};
	const struct links *links = &w->stories.items[story].links;
	for (size_t i = 0; i < links->n; i++) {
		uint32_t other = kept(w, links->items[i].story);
		double average = other == story ? 0 : average_link(w, story, other);
		if (average > twin.score ||
			(average == twin.score && (twin.story == NOBODY || other < twin.story)))
			twin = (struct choice){.story = other, .score = average};
	}
	return twin;
}

/* The one that was founded first keeps its id. */
static uint32_t merge(struct story_window *w, struct arena *a, uint32_t x, struct choice twin)
{
	uint32_t first = x < twin.story ? x : twin.story, second = x < twin.story ? twin.story : x;
	struct window_story *s = &w->stories.items[first], *gone = &w->stories.items[second];
	*VEC_ADD(a, &w->merges) = (struct story_merge){.kept = str_dup(a, s->id),
		.gone = str_dup(a, gone->id),
		.reason = str_format(a, "%.*s is the same story as %.*s: their reports are alike at %.2f",
			STR_ARG(gone->id), STR_ARG(s->id), twin.score)};
	s->norm2 += gone->norm2 + 2 * twin.score * s->members * gone->members;
	s->members += gone->members;
	s->sum += gone->sum;
	gone->sum = gone->best = gone->near = 0;
	gone->kept = first;
	for (size_t i = 0; i < gone->links.n; i++)
		links_add(w->a, &s->links, gone->links.items[i].story, (double)gone->links.items[i].sum);
	gone->links.n = 0;
	return first;
}

static void merge_twins(struct story_window *w, struct arena *a, uint32_t story)
{
	for (struct choice twin; (twin = find_twin(w, story)).story != NOBODY;)
		story = merge(w, a, story, twin);
}

/* Puts the likenesses to the report at hand away. */
static void clear_table(struct story_window *w, const struct arrival *now)
{
	for (size_t i = 0; i < now->touched.n; i++) {
		uint32_t member = now->touched.items[i];
		struct window_story *s = &w->stories.items[story_of(w, member)];
		s->sum = s->best = s->near = 0;
	}
	index_rest(&w->index, &now->touched);
}

static void add_report(
	struct story_window *w, struct arena *a, struct arrival now, struct story_result *result)
{
	struct arena scratch = {0};
	now.language = index_language(&w->index, now.report->language);
	now.vector = index_weigh(&w->index, &scratch, now.report, now.language);
	now.shingles = vector_shingles(&scratch, now.report->text);
	now.touched =
		index_compare(&w->index, &scratch, &now.vector, now.time, w->window_s, now.language);
	sum_up(w, &now);
	struct member member = {.time = now.time,
		.latest = now.latest,
		.is_dated = now.is_dated,
		.language = now.language,
		.serial = now.serial};
	struct copied copied = find_copied(w, &now);
	*result = (struct story_result){.origin = member.serial, .origin_share = 1};
	if (copied.member != NOBODY) {
		result->origin = w->index.members.items[copied.member].origin;
		result->origin_share = copied.share;
	}
	member.origin = result->origin;
	member.shingles = now.shingles;
	member.story = place(w, a, &now, copied, result);
	struct window_story *story = &w->stories.items[member.story];
	result->story = str_dup(a, story->id);
	if (!adds_nothing(w, &now, copied, member.story)) {
		story->norm2 += 1 + 2 * story->sum;
		story->members++;
		link_stories(w, &now, member.story);
		index_add(&w->index, &now.vector, member);
		if (!now.report->story.n)
			merge_twins(w, a, member.story);
	}
	clear_table(w, &now);
	arena_free(&scratch);
}

/* What the batch itself showed to be one story has one id. */
static void name_kept(const struct story_window *w, struct story_result *results, size_t count)
{
	struct arena scratch = {0};
	struct map gone = map_new(&scratch);
	for (size_t i = 0; i < w->merges.n; i++)
		*map_put(&gone, w->merges.items[i].gone, NULL) = i;
	for (size_t i = 0; gone.n > 0 && i < count; i++) {
		struct story_result *r = &results[i];
		for (const size_t *at; (at = map_get(&gone, r->story)) != NULL; r->is_new = false) {
			r->story = w->merges.items[*at].kept;
			r->reason = w->merges.items[*at].reason;
		}
	}
	arena_free(&scratch);
}

static void forget(struct story_window *w)
{
	if (w->index.members.n < w->forget_at)
		return;
	index_forget(&w->index, w->latest - w->window_s);
	w->forget_at = w->index.members.n * 2 > MEMBERS_KEPT ? w->index.members.n * 2 : MEMBERS_KEPT;
}

/* ---- The order inside a batch ---- */

struct turn {
	int64_t time;
	struct str key;
	size_t index;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	int by_key = str_cmp(x->key, y->key);
	return by_key ? by_key : (x->index > y->index) - (x->index < y->index);
}

/* A report that nothing dates takes its turn last, at the time of the newest one. */
static int64_t time_of(const struct report *r)
{
	bool is_fetched = when_is_known(r->fetched);
	if (!when_is_known(r->published))
		return is_fetched ? r->fetched.utc_s : INT64_MAX;
	/* Nothing is published after it was read; a wrong clock must not drag the window away. */
	if (is_fetched && r->published.utc_s > r->fetched.utc_s + DAY_S)
		return r->fetched.utc_s;
	return r->published.utc_s;
}

void story_add(struct story_window *w, struct arena *a, const struct report *reports, size_t count,
	struct story_result *results)
{
	struct arena scratch = {0};
	w->merges = (struct story_merge_vec){0};
	struct turn *turns = ARENA_ARRAY(&scratch, struct turn, count);
	for (size_t i = 0; i < count; i++)
		turns[i] = (struct turn){time_of(&reports[i]), reports[i].key, i};
	if (count)
		qsort(turns, count, sizeof(*turns), compare_turns);
	for (size_t i = 0; i < count; i++) {
		struct arrival now = {.report = &reports[turns[i].index],
			.serial = w->added + turns[i].index,
			.is_dated = turns[i].time != INT64_MAX,
			.time = turns[i].time};
		if (!now.is_dated)
			now.time = w->latest;
		now.latest = now.report->published.is_day_only ? now.time + DAY_S - 1 : now.time;
		w->latest = now.time > w->latest ? now.time : w->latest;
		forget(w);
		add_report(w, a, now, &results[turns[i].index]);
	}
	w->added += count;
	name_kept(w, results, count);
	arena_free(&scratch);
}

struct story_merge_vec story_merges(const struct story_window *w)
{
	return w->merges;
}

struct story_window *story_window_new(struct arena *a, const struct story_options *options)
{
	struct story_window *w = ARENA_NEW(a, struct story_window);
	double days = options && options->window_days > 0 ? options->window_days : STORY_WINDOW_DAYS;
	double threshold = options && options->threshold > 0 ? options->threshold : STORY_THRESHOLD;
	*w = (struct story_window){.a = a,
		.threshold = threshold,
		.window_s = (int64_t)(days * (double)DAY_S),
		.forget_at = MEMBERS_KEPT,
		.index = index_new(a),
		.story_index = map_new(a)};
	return w;
}
