#include "desk/parts.h"

bool desk_find_story(
	struct desk *d, struct arena *a, struct str prefix, struct story_row *story, struct err *err)
{
	struct story_vec stories;
	size_t hits = 0;
	if (!store_stories(d->store, a, &stories, err))
		return false;
	for (size_t i = 0; i < stories.n; i++)
		if (prefix.n && str_starts(stories.items[i].id, prefix)) {
			*story = stories.items[i];
			hits++;
		}
	if (hits == 1)
		return true;
	return err_set(err, ERR_CONFIG,
		hits ? "more than one story begins with \"%.*s\": give more of its id"
			 : "no story \"%.*s\": `wireproof list stories` shows their ids",
		STR_ARG(utf8_cut(prefix, 40)));
}

/* The story, its latest draft and who decides: what every decision begins with. */
static bool begin(struct desk *d, struct arena *a, const struct decision *decision,
	struct story_row *story, struct draft_row *draft, struct err *err)
{
	bool found;
	if (decision->who.n == 0)
		return err_set(err, ERR_CONFIG, "who decides? give --by NAME");
	if (!desk_find_story(d, a, decision->story, story, err) ||
		!store_latest_draft(d->store, a, story->id, draft, &found, err))
		return false;
	if (!found)
		return err_set(err, ERR_CONFIG, "story %.*s has no draft: %.*s", STR_ARG(story->id),
			STR_ARG(story->reason.n ? story->reason : STR("run `wireproof write` first")));
	return true;
}

static bool drop_numbers(
	struct arena *a, struct draft *draft, const size_t *drop, size_t count, struct err *err)
{
	size_t sentences = 0;
	while (draft_sentence_at(draft, sentences))
		sentences++;
	bool *is_dropped = ARENA_ARRAY(a, bool, sentences);
	for (size_t i = 0; i < count; i++) {
		if (drop[i] < 2 || drop[i] >= sentences)
			return err_set(err, ERR_CONFIG,
				"no sentence %zu to drop: `wireproof show` numbers them, from 2 to %zu", drop[i],
				sentences - 1);
		is_dropped[drop[i]] = true;
	}
	draft_drop(draft, is_dropped);
	return true;
}

/* Saves a mended draft beside the one it was made from, which stays in the store. */
static bool mend(struct desk *d, struct arena *a, struct draft_row *row, const size_t *drop,
	size_t drop_count, struct str headline, struct err *err)
{
	struct saved_draft saved;
	if (drop_count == 0 && headline.n == 0)
		return true;
	if (!desk_load_draft(d, a, row, &saved, err) ||
		!drop_numbers(a, &saved.draft, drop, drop_count, err))
		return false;
	if (headline.n) {
		saved.draft.headline.text = headline;
		saved.draft.headline.wording = WORDING_DESK;
		saved.draft.headline.cites = saved.draft.standfirst.cites;
	}
	check_draft(a, &saved.draft, saved.reports.items, saved.reports.n, d->now, &saved.check);
	struct draft_row mended = {.story = row->story, .inputs = row->inputs, .state = STR("held")};
	if (!save_draft(d, a, &mended, &saved.draft, &saved.check, &saved.reports, err))
		return false;
	*row = mended;
	return true;
}

static bool publish_reviewed(struct desk *d, const struct decision *decision, const char *what,
	struct story_row *story, const struct draft_row *draft, struct err *err)
{
	int64_t version;
	story->state = STR("published");
	story->reason = STR("");
	story->title = draft->title;
	return store_put_article(
			   d->store, story->id, draft->id, decision->who, d->now, &version, err) &&
		store_set_draft_state(d->store, draft->id, STR("published"), STR(""), err) &&
		store_save_story(d->store, story, err) &&
		log_decision(d, decision->who, what, story->id, decision->why, err);
}

static bool end(struct desk *d, struct arena *a, bool ok, struct err *err)
{
	ok = ok && store_commit(d->store, err);
	store_rollback(d->store);
	arena_free(a);
	return ok;
}

bool desk_approve(struct desk *d, const struct decision *decision, const size_t *drop,
	size_t drop_count, struct str headline, struct err *err)
{
	struct arena a = {0};
	struct story_row story;
	struct draft_row draft;
	bool ok = store_begin(d->store, err) && begin(d, &a, decision, &story, &draft, err);
	/* What was withdrawn by mistake comes back this way. */
	if (ok && str_eq(draft.state, STR("published")) && !str_eq(story.state, STR("withdrawn")))
		ok = err_set(err, ERR_CONFIG, "the draft of %.*s is published already", STR_ARG(story.id));
	ok = ok && mend(d, &a, &draft, drop, drop_count, headline, err) &&
		publish_reviewed(d, decision, "approve", &story, &draft, err);
	return end(d, &a, ok, err);
}

bool desk_reject(struct desk *d, const struct decision *decision, struct err *err)
{
	struct arena a = {0};
	struct story_row story;
	struct draft_row draft;
	bool ok = store_begin(d->store, err) && begin(d, &a, decision, &story, &draft, err);
	if (ok && str_eq(draft.state, STR("published")))
		ok = err_set(err, ERR_CONFIG, "%.*s is published: take it back with `wireproof withdraw`",
			STR_ARG(story.id));
	if (ok) {
		story.state = STR("rejected");
		story.reason = decision->why;
	}
	ok = ok && store_set_draft_state(d->store, draft.id, STR("rejected"), decision->why, err) &&
		store_save_story(d->store, &story, err) &&
		log_decision(d, decision->who, "reject", story.id, decision->why, err);
	return end(d, &a, ok, err);
}

/* Withdrawing and correcting are of what readers have seen. */
static bool find_published(struct desk *d, struct arena *a, const struct decision *decision,
	struct story_row *story, struct article_row *article, struct err *err)
{
	bool found;
	if (decision->who.n == 0 || decision->why.n == 0)
		return err_set(
			err, ERR_CONFIG, "readers are told who and why: give --by NAME and --why TEXT");
	if (!desk_find_story(d, a, decision->story, story, err) ||
		!store_article(d->store, a, story->id, article, &found, err))
		return false;
	if (!found || str_eq(article->state, STR("withdrawn")))
		return err_set(err, ERR_CONFIG, "story %.*s is not published", STR_ARG(story->id));
	return true;
}

bool desk_withdraw(struct desk *d, const struct decision *decision, struct err *err)
{
	struct arena a = {0};
	struct story_row story;
	struct article_row article;
	bool ok = store_begin(d->store, err) && find_published(d, &a, decision, &story, &article, err);
	if (ok) {
		story.state = STR("withdrawn");
		story.reason = decision->why;
	}
	ok = ok && store_withdraw(d->store, story.id, decision->why, d->now, err) &&
		store_save_story(d->store, &story, err) &&
		log_decision(d, decision->who, "withdraw", story.id, decision->why, err);
	return end(d, &a, ok, err);
}

bool desk_correct(struct desk *d, const struct decision *decision, const size_t *drop,
	size_t drop_count, struct err *err)
{
	struct arena a = {0};
	struct story_row story;
	struct article_row article;
	struct draft_row draft;
	bool ok = store_begin(d->store, err) &&
		find_published(d, &a, decision, &story, &article, err) &&
		store_draft(d->store, &a, article.draft, &draft, err) &&
		mend(d, &a, &draft, drop, drop_count, STR(""), err);
	struct correction_row note = {.story = ok ? story.id : STR(""),
		.note = decision->why,
		.who = decision->who,
		.at = d->now};
	ok = ok && store_put_correction(d->store, &note, err) &&
		publish_reviewed(d, decision, "correct", &story, &draft, err);
	return end(d, &a, ok, err);
}
