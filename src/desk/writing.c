#include "desk/parts.h"

struct writing {
	struct desk *d;
	struct model_desk *model; /* NULL: the extractive writer writes */
	int64_t published_today;
};

struct str inputs_hash(struct arena *a, const struct desk *d, const struct model_desk *model,
	const struct report_vec *reports)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct write_options o = write_options_of(d);
	buf_addf(&b, "%s %s %s %.*s %zu %zu\n", WIREPROOF_VERSION, model ? "model" : "extract",
		CHECK_VERSION, STR_ARG(o.language), o.extract_words, o.extract_sentences);
	if (model)
		buf_addf(&b, "%s %.*s %.*s\n", MODEL_PROMPT, STR_ARG(model->server.name),
			STR_ARG(model->server_key));
	for (size_t i = 0; i < reports->n; i++) {
		const struct report *r = &reports->items[i];
		buf_addf(&b, "%.*s %.*s %lld %.*s %.*s%s%s\n", STR_ARG(r->key), STR_ARG(r->text_hash),
			(long long)r->published.utc_s, STR_ARG(r->outlet), STR_ARG(r->title),
			r->refuses_quote ? " no quotes" : "", model && r->refuses_model ? " no model" : "");
	}
	struct str hash = hash_sha256(a, buf_str(&b));
	buf_free(&b);
	return hash;
}

static const char *ruling_name(enum ruling ruling)
{
	static const char *const names[] = {"published", "held", "waiting"};
	return names[ruling];
}

/* Saves what was ruled of a story's draft; publishes when that is the ruling. */
static bool apply(struct writing *w, struct str story, const struct ruling_of *ruling,
	struct story_row *row, int64_t draft, struct err *err)
{
	static const char *const verbs[] = {"publish", "hold", "wait"};
	struct desk *d = w->d;
	int64_t version = 0;
	row->state = str_c(ruling_name(ruling->ruling));
	row->reason = ruling->reason;
	if (ruling->ruling == RULING_PUBLISH) {
		if (!store_put_article(d->store, story, draft, STR(""), d->now, &version, err))
			return false;
		if (version == 1) {
			d->counts.published++;
			w->published_today++;
		} else {
			d->counts.updated++;
		}
	} else if (ruling->ruling == RULING_HOLD) {
		d->counts.held++;
	} else {
		d->counts.waiting++;
	}
	return store_save_story(d->store, row, err) &&
		store_set_draft_state(d->store, draft, row->state, row->reason, err) &&
		log_decision(d, STR("desk"), verbs[ruling->ruling], story, ruling->reason, err);
}

/* Whether nothing came of the story before that a person or a rule decided: then a new ruling is
 * saved only if it differs. */
static bool ruled_the_same(const struct story_row *row, const struct ruling_of *ruling)
{
	return str_eq(row->state, str_c(ruling_name(ruling->ruling))) &&
		str_eq(row->reason, ruling->reason);
}

bool find_refusal(
	struct desk *d, struct arena *a, struct str story, struct str *refusal, struct err *err)
{
	struct log_vec rows;
	*refusal = STR("");
	if (!store_log_of(d->store, a, story, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		struct str what = rows.items[i].what;
		if (str_eq(what, STR("reject")))
			*refusal = STR("rejected");
		else if (str_eq(what, STR("withdraw")))
			*refusal = STR("withdrawn");
		else if (str_eq(what, STR("approve")) || str_eq(what, STR("correct")))
			*refusal = STR("");
	}
	return true;
}

/* What the rules say of a draft; but no rule overrules a person, and a new version of an article is
 * none of the day's new articles. */
static bool rule(struct writing *w, struct arena *a, struct str story, const struct draft *draft,
	const struct check_result *check, const struct report_vec *reports, struct ruling_of *ruling,
	struct err *err)
{
	struct str refusal;
	struct article_row article;
	bool is_published;
	if (!find_refusal(w->d, a, story, &refusal, err) ||
		!store_article(w->d->store, a, story, &article, &is_published, err))
		return false;
	if (refusal.n)
		*ruling = (struct ruling_of){RULING_HOLD,
			str_format(
				a, "it was %.*s before; new reports came: a person decides", STR_ARG(refusal))};
	else
		*ruling = desk_rule(
			a, &w->d->conf, story, draft, check, reports, is_published ? 0 : w->published_today);
	return true;
}

/* The rules may have changed, or a new day begun: rules again over the draft that is there. */
static bool rule_again(struct writing *w, struct arena *a, struct story_row *row, struct err *err)
{
	struct draft_row draft;
	struct saved_draft saved;
	bool found;
	if (!store_latest_draft(w->d->store, a, row->id, &draft, &found, err) || !found)
		return found;
	if (!desk_load_draft(w->d, a, &draft, &saved, err))
		return false;
	struct ruling_of ruling;
	if (!rule(w, a, row->id, &saved.draft, &saved.check, &saved.reports, &ruling, err))
		return false;
	return ruled_the_same(row, &ruling) || apply(w, row->id, &ruling, row, draft.id, err);
}

static bool failed(struct writing *w, struct arena *a, struct story_row *row, struct str inputs,
	const struct err *why, struct err *err)
{
	w->d->counts.failed += why->kind != ERR_INPUT;
	row->state = STR("failed");
	row->reason = str_dup(a, str_c(why->msg));
	row->inputs = inputs;
	return store_save_story(w->d->store, row, err) &&
		log_decision(w->d, STR("desk"), "fail", row->id, row->reason, err);
}

static bool make_draft(struct writing *w, struct arena *a, struct story_row *row,
	const struct report_vec *reports, struct str inputs, struct err *err)
{
	struct written written;
	struct err why = {0};
	if (!compose_draft(w->d, w->model, a, reports, w->d->now, &written, &why, err))
		return false;
	if (written.no_model.n &&
		!log_decision(w->d, STR("desk"), "no model", row->id, written.no_model, err))
		return false;
	if (why.kind != ERR_NONE)
		return failed(w, a, row, inputs, &why, err);
	w->d->counts.drafts++;
	struct ruling_of ruling;
	if (!rule(w, a, row->id, &written.draft, &written.check, reports, &ruling, err))
		return false;
	struct draft_row saved = {
		.story = row->id, .inputs = inputs, .state = STR("new"), .making = written.making};
	row->title = written.draft.headline.text;
	row->inputs = inputs;
	if (written.dropped &&
		!log_decision(w->d, STR("desk"), "drop", row->id,
			str_format(a, "%zu sentences failed the check", written.dropped), err))
		return false;
	return save_draft(w->d, a, &saved, &written.draft, &written.check, reports, err) &&
		apply(w, row->id, &ruling, row, saved.id, err);
}

/* One story, in one transaction. */
static bool write_story(struct writing *w, struct arena *a, const struct job *job, struct err *err)
{
	struct report_vec reports;
	struct story_row row;
	bool found;
	if (!store_begin(w->d->store, err) ||
		!store_story(w->d->store, a, job->key, &row, &found, err) ||
		!load_story(w->d, a, job->key, &reports, err))
		return false;
	if (found && reports.n > 0) {
		struct str inputs = inputs_hash(a, w->d, w->model, &reports);
		bool is_same = str_eq(inputs, row.inputs);
		bool is_open = str_eq(row.state, STR("waiting")) || str_eq(row.state, STR("held"));
		if (is_same && is_open && !rule_again(w, a, &row, err))
			return false;
		if (!is_same && !make_draft(w, a, &row, &reports, inputs, err))
			return false;
	}
	return store_job_done(w->d->store, job->id, err) && store_commit(w->d->store, err);
}

static bool is_pinned(const struct desk *d, struct str story)
{
	for (size_t i = 0; i < d->conf.pin.n; i++)
		if (str_eq(d->conf.pin.items[i], story))
			return true;
	return false;
}

/* Stories that wait for a rule, or are held, are looked at again each time. Then pinned stories
 * come first. */
static bool ask_again(struct desk *d, struct arena *a, struct err *err)
{
	struct story_vec stories;
	if (!store_stories(d->store, a, &stories, err) || !store_begin(d->store, err))
		return false;
	for (size_t i = 0; i < stories.n; i++) {
		struct str state = stories.items[i].state;
		if ((str_eq(state, STR("waiting")) || str_eq(state, STR("held"))) &&
			!store_ask(d->store, STR("write"), stories.items[i].id, err))
			return false;
	}
	return store_commit(d->store, err);
}

static bool write_all(struct writing *w, bool pinned, size_t *done, size_t total, struct err *err)
{
	struct desk *d = w->d;
	struct arena a = {0};
	struct when lease = d->now;
	bool ok = true, found = true;
	lease.utc_s += 3600;
	while (ok && !(d->stop && *d->stop)) {
		struct job job;
		arena_reset(&a);
		ok = store_take(d->store, &a, STR("write"), STR("desk"), d->now, lease, &job, &found, err);
		if (!ok || !found)
			break;
		if (pinned != is_pinned(d, job.key))
			continue; /* stays leased: the second pass frees it */
		ok = write_story(w, &a, &job, err);
		if (d->progress)
			d->progress("stories", ++*done, total);
	}
	arena_free(&a);
	return ok;
}

/* All that the model has to say is asked ahead of the writing, several stories at once and outside
 * of any transaction; then writing is a matter of the record. */
static bool ask_model(struct writing *w, struct model_desk *model, struct arena *a, struct err *err)
{
	struct str_vec stories;
	w->model = model;
	return store_waiting_keys(w->d->store, a, STR("write"), w->d->now, &stories, err) &&
		model_ask_all(model, &stories, err);
}

bool desk_write(struct desk *d, struct err *err)
{
	struct arena a = {0};
	struct writing w = {.d = d};
	struct model_desk model;
	int64_t waiting = 0;
	size_t done = 0;
	bool has_model = str_eq(d->conf.writer, STR("model"));
	if (has_model && !model_open(&model, d, err)) {
		model_close(&model);
		return false;
	}
	bool ok = store_published_since(d->store, day_of(d->now), &w.published_today, err) &&
		ask_again(d, &a, err) && store_waiting(d->store, STR("write"), &waiting, err);
	ok = ok && (!has_model || ask_model(&w, &model, &a, err));
	if (ok && d->conf.pin.n)
		ok = write_all(&w, true, &done, (size_t)waiting, err) && store_free_leases(d->store, err);
	ok = ok && write_all(&w, false, &done, (size_t)waiting, err);
	if (!ok)
		store_rollback(d->store);
	if (has_model)
		model_close(&model);
	arena_free(&a);
	return ok;
}
