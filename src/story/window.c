#include "story/index.h"

#include <math.h>

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
	/* With the report at hand, 0 between reports: */
	double sum, best;
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
	struct map story_index; /* id to index in stories */
};

/* The report at hand. */
struct arrival {
	const struct report *report;
	size_t serial;
	int64_t time;
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

/* What closeness in time leaves of a similarity. Reports that nothing dates may be of any day. */
static double decay(const struct arrival *now, const struct member *m)
{
	if (!now->is_dated || !m->is_dated)
		return DECAY_FLOOR;
	double days = fabs((double)(now->time - m->time)) / (double)DAY_S;
	return DECAY_FLOOR + (1 - DECAY_FLOOR) * exp(-days / DECAY_DAYS);
}

/* ---- Which story ---- */

static void sum_up(struct story_window *w, const struct arrival *now)
{
	for (size_t i = 0; i < now->touched.n; i++) {
		const struct member *m = &w->index.members.items[now->touched.items[i]];
		const struct likeness *l = &w->index.likeness.items[now->touched.items[i]];
		struct window_story *s = &w->stories.items[m->story];
		double similarity = (double)l->dot;
		if (m->language != now->language)
			similarity *= w->threshold / FOREIGN_THRESHOLD;
		s->sum += similarity;
		if (l->shared < LEAST_SHARED || similarity <= s->best)
			continue;
		similarity *= decay(now, m);
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
		uint32_t story = w->index.members.items[now->touched.items[i]].story;
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
		if (m->time > now->time || c.of_smaller < COPY_SHARE)
			continue;
		if (!before || m->time < before->time ||
			(m->time == before->time && best[i] < copied.member))
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
		return (uint32_t)*index;
	id = str_dup(w->a, id);
	*map_put(&w->story_index, id, NULL) = w->stories.n;
	*VEC_ADD(w->a, &w->stories) = (struct window_story){.id = id};
	return (uint32_t)w->stories.n - 1;
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
		choice.story = w->index.members.items[copied.member].story;
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
	return m->story == story && m->language == now->language && now->time - m->time < VERBATIM_S;
}

/* Puts the likenesses to the report at hand away. */
static void clear_table(struct story_window *w, const struct arrival *now)
{
	for (size_t i = 0; i < now->touched.n; i++) {
		uint32_t member = now->touched.items[i];
		struct window_story *s = &w->stories.items[w->index.members.items[member].story];
		s->sum = s->best = 0;
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
	struct member member = {
		.time = now.time, .is_dated = now.is_dated, .language = now.language, .serial = now.serial};
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
		index_add(&w->index, &now.vector, member);
	}
	clear_table(w, &now);
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
		w->latest = now.time > w->latest ? now.time : w->latest;
		forget(w);
		add_report(w, a, now, &results[turns[i].index]);
	}
	w->added += count;
	arena_free(&scratch);
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
		.index = {.a = a},
		.story_index = map_new(a)};
	return w;
}
