#include "desk/parts.h"

/* A key is a line of a header. */
static bool read_key(struct model_desk *m, struct err *err)
{
	const struct conf *conf = &m->d->conf;
	struct str key = str_trim(str_c(getenv("WIREPROOF_MODEL_KEY")));
	if (key.n == 0 && conf->model.key_file.n) {
		struct buf b = BUF(LIMIT_HEADER);
		bool is_absolute = str_starts(conf->model.key_file, STR("/"));
		struct str path = is_absolute
			? conf->model.key_file
			: str_format(&m->a, "%s/%.*s", m->d->dir, STR_ARG(conf->model.key_file));
		bool ok = buf_read_file(&b, str_to_c(&m->a, path), err);
		key = str_trim(str_dup(&m->a, buf_str(&b)));
		buf_free(&b);
		if (!ok) {
			err->kind = ERR_CONFIG;
			return err_wrap(err, "model.key_file");
		}
	}
	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] <= ' ' || key.p[i] > '~')
			return err_set(
				err, ERR_CONFIG, "the model's key has a blank or a letter that no key has");
	m->server.key = key;
	return true;
}

static void read_settings(struct model_desk *m)
{
	const struct conf *conf = &m->d->conf;
	m->server = (struct model_server){
		.base_url = conf->model.base_url,
		.name = conf->model.name,
		.api = str_eq(conf->model.api, STR("ollama")) ? MODEL_OLLAMA : MODEL_OPENAI,
		.binding = str_eq(conf->model.binding, STR("plain")) ? MODEL_PLAIN
			: str_eq(conf->model.binding, STR("grammar"))    ? MODEL_GRAMMAR
															 : MODEL_SCHEMA,
		.is_streaming = str_eq(conf->model.stream, STR("yes")),
		.context_tokens = conf->model.context_tokens,
		.max_tokens = conf->model.max_tokens,
		.seed = conf->model.seed,
		.user_agent = str_format(&m->a, "wireproof/%s", WIREPROOF_VERSION),
		.allow = conf->allow,
		.timeout_ms = (int)conf->model.timeout_s * 1000,
		.idle_ms = (int)conf->model.idle_s * 1000,
		.interval_ms = conf->model.per_minute ? (int)(60000 / conf->model.per_minute) : 0,
		.parallel = (int)conf->model.parallel,
		.stop = m->d->stop,
	};
	struct str key = str_format(&m->a, "%.*s %.*s %d %d %d %lld %lld", STR_ARG(m->server.base_url),
		STR_ARG(m->server.name), m->server.api, m->server.binding, m->server.is_streaming,
		(long long)m->server.context_tokens, (long long)m->server.max_tokens);
	m->server_key = hash_sha256(&m->a, key);
}

bool model_open(struct model_desk *m, struct desk *d, struct err *err)
{
	*m = (struct model_desk){.d = d, .until = WHEN_UNKNOWN};
	const struct conf *conf = &d->conf;
	m->refusals = map_new(&m->a);
	read_settings(m);
	if (conf->model.base_url.n == 0 || conf->model.name.n == 0)
		return err_set(err, ERR_CONFIG,
			"write.writer is model, but %s is not set: say where the server is, or set "
			"write.writer "
			"to extract",
			conf->model.base_url.n == 0 ? "model.base_url" : "model.name");
	if (conf->model.daily_cents && !conf->model.price_in && !conf->model.price_out)
		return err_set(err, ERR_CONFIG,
			"model.daily_cents needs model.price_in and model.price_out to count by");
	return read_key(m, err);
}

void model_close(struct model_desk *m)
{
	write_model_close(m->client);
	arena_free(&m->a);
}

bool model_find(struct model_desk *m, struct arena *a, struct str key, struct model_found *found,
	struct err *err)
{
	*found = (struct model_found){0};
	const size_t *refused = map_get(&m->refusals, key);
	if (refused) {
		found->is_known = true;
		found->why = m->reasons.items[*refused];
		return true;
	}
	bool has_row;
	if (!store_find_answer(
			m->d->store, a, key, m->until, !m->is_replay, &found->row, &has_row, err))
		return false;
	found->is_known = has_row || m->is_replay;
	if (!has_row)
		found->why = STR("no answer is recorded");
	else if (!found->row.is_good)
		found->why = found->row.why;
	return true;
}

/* ---- The probe ---- */

static struct str probe_json(
	struct arena *a, const struct model_desk *m, const struct model_probe *probe)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	int64_t prompt_tokens, answer_tokens;
	write_model_estimate(probe, 40, &prompt_tokens, &answer_tokens);
	const struct conf *conf = &m->d->conf;
	jw_open(&w, '{');
	jw_put_str(&w, "server", m->server.base_url);
	jw_put_str(&w, "model", m->server.name);
	jw_put_str(&w, "api", str_c(model_api_names[m->server.api]));
	jw_put_bool(&w, "passes", probe->passes);
	jw_put_str_if(&w, "why", probe->why);
	jw_put_str(&w, "schema", probe->schema);
	jw_put_str(&w, "context", probe->context);
	jw_put_str(&w, "seed", probe->seed);
	jw_put_str(&w, "stream", probe->stream);
	jw_put_real(&w, "tokens_per_s", probe->tokens_per_s);
	jw_put_int(&w, "story_prompt_tokens", prompt_tokens);
	jw_put_int(&w, "story_answer_tokens", answer_tokens);
	jw_put_real(&w, "story_cents",
		(double)(prompt_tokens * conf->model.price_in + answer_tokens * conf->model.price_out) /
			1e6);
	jw_close(&w, '}');
	struct str json = str_dup(a, buf_str(&b));
	buf_free(&b);
	return json;
}

bool model_probe(struct model_desk *m, struct arena *a, struct model_probe *probe,
	struct probe_row *row, struct err *err)
{
	const struct conf *conf = &m->d->conf;
	write_model_probe(a, &m->server, probe);
	*row = (struct probe_row){.server = m->server_key,
		.at = m->d->now,
		.passes = probe->passes,
		.why = probe->why,
		.result = probe_json(a, m, probe)};
	struct answer_row answer = {.key = STR("probe"),
		.stage = STR("probe"),
		.model = m->server.name,
		.prompt = STR(MODEL_PROMPT),
		.is_good = probe->passes,
		.why = probe->why,
		.prompt_tokens = probe->prompt_tokens,
		.answer_tokens = probe->answer_tokens,
		.microcents = probe->prompt_tokens * conf->model.price_in +
			probe->answer_tokens * conf->model.price_out,
		.at = m->d->now};
	int64_t ignored;
	return store_put_answer(m->d->store, &answer, &ignored, err) &&
		store_put_probe(m->d->store, row, &row->id, err);
}
