#include "desk/parts.h"

#include <time.h>

/* A server that fails so many times in a row is left alone for the rest of the run. */
#define FAILURES_MAX 3
#define TRIES_MAX 3
#define TOKEN_BYTES 3 /* for a server that does not say what it used */

/* A story whose call is under way. */
struct slot {
	bool is_busy;
	struct arena a;
	struct str story;
	struct model_call call;
	const char *stage;
	int tries;
};

struct asking {
	struct model_desk *m;
	struct slot *slots;
	size_t slot_count, busy;
	struct usage usage;      /* of the day */
	int64_t underway_tokens; /* that the calls under way may use */
};

static bool is_stopped(const struct model_desk *m)
{
	return m->d->stop && *m->d->stop;
}

/* What the call may cost at most, by its length. */
static int64_t tokens_of(const struct model_desk *m, const struct model_call *call)
{
	return (int64_t)(call->body.n / TOKEN_BYTES) + m->server.max_tokens;
}

static void refuse(struct model_desk *m, struct str key, struct str why)
{
	*map_put(&m->refusals, str_dup(&m->a, key), NULL) = m->reasons.n;
	*VEC_ADD(&m->a, &m->reasons) = str_dup(&m->a, why);
}

/* ---- Whether it may be asked ---- */

static struct str over_ceiling(struct asking *k, struct arena *a, const struct model_call *call)
{
	const struct conf *conf = &k->m->d->conf;
	int64_t tokens = tokens_of(k->m, call) + k->underway_tokens;
	int64_t dear =
		conf->model.price_in > conf->model.price_out ? conf->model.price_in : conf->model.price_out;
	if (conf->model.daily_tokens && k->usage.tokens + tokens > conf->model.daily_tokens)
		return str_format(a, "the day's ceiling of %lld tokens (model.daily_tokens) is reached",
			(long long)conf->model.daily_tokens);
	if (conf->model.daily_cents &&
		k->usage.microcents + tokens * dear > conf->model.daily_cents * 1000000)
		return str_format(a, "the day's ceiling of %lld cents (model.daily_cents) is reached",
			(long long)conf->model.daily_cents);
	return STR("");
}

/* A server that no probe vouches for is probed before it writes. */
static bool vouch(struct asking *k, struct err *err)
{
	struct model_desk *m = k->m;
	struct probe_row row;
	struct model_probe probe;
	bool found;
	int64_t days = m->d->conf.model.probe_days;
	if (days == 0 || m->probe || m->closed.n)
		return true;
	if (!store_latest_probe(m->d->store, &m->a, m->server_key, &row, &found, err))
		return false;
	if (!found || !row.passes || m->d->now.utc_s - row.at.utc_s >= days * DAY_S) {
		if (!model_probe(m, &m->a, &probe, &row, err) ||
			!store_usage(m->d->store, day_of(m->d->now), &k->usage, err))
			return false;
	}
	m->probe = row.id;
	if (row.passes)
		return true;
	m->closed = str_format(&m->a, "the server failed its probe: %.*s", STR_ARG(row.why));
	LOG_W(m->d->log, "model.closed why=\"%.*s\"", STR_ARG(m->closed));
	return true;
}

/* ---- Sending ---- */

static bool send_call(struct asking *k, size_t at, struct err *err)
{
	struct model_desk *m = k->m;
	if (!m->client && !write_model_open(&m->server, &m->client, err))
		return false;
	k->slots[at].tries++;
	write_model_submit(m->client, &k->slots[at].call, (int64_t)at);
	return true;
}

static void free_slot(struct asking *k, size_t at)
{
	struct slot *slot = &k->slots[at];
	struct arena a = slot->a;
	k->busy--;
	*slot = (struct slot){0};
	arena_free(&a);
}

/* Works a story off as far as the record goes; the answer it then wants, if any, is in *result. */
static bool look(struct model_desk *m, struct arena *a, struct str story,
	struct model_result *result, struct err *err)
{
	struct report_vec reports;
	struct story_row row;
	struct draft extract;
	bool found;
	*result = (struct model_result){.state = MODEL_FAILED};
	if (!store_story(m->d->store, a, story, &row, &found, err) ||
		!load_story(m->d, a, story, &reports, err))
		return false;
	if (!found || reports.n == 0 || str_eq(inputs_hash(a, m->d, m, &reports), row.inputs))
		return true;
	struct write_options options = write_options_of(m->d);
	struct err why;
	bool has_extract = writers[0]->write(a, reports.items, reports.n, &options, &extract, &why);
	return model_draft(m, a, &reports, m->d->now, has_extract ? &extract : NULL, result, err);
}

/* Gives a slot its story's next call; frees it when there is none, or none may be made. */
static bool go_on(struct asking *k, size_t at, struct err *err)
{
	struct slot *slot = &k->slots[at];
	struct model_desk *m = k->m;
	struct model_result result;
	if (!look(m, &slot->a, slot->story, &result, err))
		return false;
	if (result.state != MODEL_ASKS) {
		free_slot(k, at);
		return true;
	}
	if (!vouch(k, err))
		return false;
	struct str why = m->closed.n ? m->closed : over_ceiling(k, &slot->a, &result.call);
	if (why.n) {
		refuse(m, result.call.key, why);
		free_slot(k, at);
		return true;
	}
	slot->call = result.call;
	slot->stage = result.stage;
	slot->tries = 0;
	k->underway_tokens += tokens_of(m, &slot->call);
	return send_call(k, at, err);
}

/* ---- Replies ---- */

static void pause_s(const struct model_desk *m, int64_t seconds)
{
	struct timespec tick = {.tv_nsec = 100000000};
	for (int64_t i = 0; i < seconds * 10 && !is_stopped(m); i++)
		(void)nanosleep(&tick, NULL);
}

/* Whether the same call is made again, after the wait that the server asks for. */
static bool try_again(struct asking *k, size_t at, const struct net_reply *reply)
{
	struct model_desk *m = k->m;
	int64_t wait = reply->retry_after_s;
	bool is_busy = reply->status == 429 || reply->status == 503;
	bool is_passing = is_busy || reply->status >= 500 || reply->outcome == NET_UNREACHABLE;
	if (!is_passing || k->slots[at].tries >= TRIES_MAX || is_stopped(m))
		return false;
	if (is_busy && wait > m->d->conf.model.wait_s)
		return false;
	if (!is_busy && k->slots[at].tries > 1)
		return false; /* what fails twice is not in passing */
	if (is_busy)
		pause_s(m, wait > 0 ? wait : 1);
	return true;
}

static void count_failure(struct model_desk *m, bool is_good, struct str why)
{
	m->failures = is_good ? 0 : m->failures + 1;
	if (m->failures < FAILURES_MAX || m->closed.n)
		return;
	m->closed = str_format(&m->a, "the model failed %d times in a row, the last time: %.*s",
		FAILURES_MAX, STR_ARG(why));
	LOG_W(m->d->log, "model.closed why=\"%.*s\"", STR_ARG(m->closed));
}

/* Reads the reply: whether it is an answer that can be used, else why not. */
static bool read_reply(struct asking *k, size_t at, const struct net_reply *reply,
	struct model_answer *answer, struct err *why)
{
	struct model_desk *m = k->m;
	bool is_whole = reply->outcome == NET_OK;
	*answer = (struct model_answer){.prompt_tokens = -1, .answer_tokens = -1};
	if (reply->status == 0 || (!is_whole && reply->outcome != NET_HTTP_ERROR))
		return err_set(why, ERR_TRY, "%s", reply->why);
	if (!write_model_reply(&k->slots[at].a, &m->server, reply->status, reply->body, answer, why))
		return false;
	int64_t counted = answer->prompt_tokens;
	if (counted > 0 && (size_t)counted * 12 < k->slots[at].call.body.n)
		return err_set(why, ERR_INPUT,
			"the server read %lld tokens of a prompt of %zu bytes: its context is smaller than "
			"model.context_tokens %lld",
			(long long)counted, k->slots[at].call.body.n, (long long)m->server.context_tokens);
	return true;
}

static bool record(struct asking *k, size_t at, const struct net_reply *reply, bool is_good,
	const struct model_answer *answer, struct str why, struct err *err)
{
	const struct slot *slot = &k->slots[at];
	const struct conf *conf = &k->m->d->conf;
	struct answer_row row = {
		.key = slot->call.key,
		.story = slot->story,
		.stage = str_c(slot->stage),
		.model = k->m->server.name,
		.prompt = STR(MODEL_PROMPT),
		.is_good = is_good,
		.why = why,
		.text = answer->text,
		.reply = reply->body,
		.status = reply->status,
		.prompt_tokens = answer->prompt_tokens,
		.answer_tokens = answer->answer_tokens,
		.elapsed_ms = reply->elapsed_ms,
		.at = k->m->d->now,
	};
	if (reply->status >= 200 && reply->status <= 299 && row.prompt_tokens < 0) {
		row.prompt_tokens = (int64_t)(slot->call.body.n / TOKEN_BYTES);
		row.answer_tokens = (int64_t)(reply->body.n / TOKEN_BYTES);
	}
	if (row.prompt_tokens > 0)
		row.microcents = row.prompt_tokens * conf->model.price_in +
			(row.answer_tokens > 0 ? row.answer_tokens : 0) * conf->model.price_out;
	return store_put_answer(k->m->d->store, &row, &row.id, err) &&
		store_usage(k->m->d->store, day_of(k->m->d->now), &k->usage, err);
}

static bool take_reply(struct asking *k, const struct net_reply *reply, struct err *err)
{
	size_t at = (size_t)reply->tag;
	struct slot *slot = &k->slots[at];
	struct model_answer answer;
	struct err why = {0};
	if (reply->outcome == NET_STOPPED) {
		free_slot(k, at);
		return true;
	}
	bool is_good = read_reply(k, at, reply, &answer, &why);
	if (!is_good && try_again(k, at, reply))
		return send_call(k, at, err);
	struct str reason = is_good ? STR("") : str_dup(&slot->a, str_c(why.msg));
	k->underway_tokens -= tokens_of(k->m, &slot->call);
	if (!record(k, at, reply, is_good, &answer, reason, err))
		return false;
	if (!is_good) {
		LOG_W(k->m->d->log, "model.failed story=%.*s why=\"%s\"", STR_ARG(slot->story), why.msg);
		refuse(k->m, slot->call.key, reason);
	}
	count_failure(k->m, is_good, reason);
	return go_on(k, at, err);
}

bool model_ask_all(struct model_desk *m, const struct str_vec *stories, struct err *err)
{
	struct asking k = {.m = m, .slot_count = (size_t)m->server.parallel};
	struct arena a = {0};
	size_t next = 0;
	bool ok = store_usage(m->d->store, day_of(m->d->now), &k.usage, err);
	k.slots = ARENA_ARRAY(&m->a, struct slot, k.slot_count);
	while (ok && !is_stopped(m) && (next < stories->n || k.busy)) {
		size_t at = 0;
		while (at < k.slot_count && k.slots[at].is_busy)
			at++;
		if (next < stories->n && at < k.slot_count) {
			k.slots[at].is_busy = true;
			k.slots[at].story = stories->items[next++];
			k.busy++;
			ok = go_on(&k, at, err);
			continue;
		}
		struct net_reply reply;
		arena_reset(&a);
		ok = write_model_wait(m->client, &a, &reply) ? take_reply(&k, &reply, err) : false;
	}
	for (size_t i = 0; i < k.slot_count; i++) {
		struct arena left = k.slots[i].a;
		arena_free(&left);
	}
	arena_free(&a);
	return ok;
}
