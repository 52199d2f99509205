#include "write/model_parts.h"

#include "write/phrases.h"

const char *const model_api_names[] = {"openai", "ollama"};
const char *const model_binding_names[] = {"schema", "grammar", "plain"};

struct str prompt_fill(
	struct arena *a, struct str prompt, const struct filling *fillings, size_t count)
{
	struct buf b = BUF(LIMIT_TEXT * 2);
	while (prompt.p) {
		buf_add(&b, str_cut(&prompt, '{'));
		if (!prompt.p)
			break;
		size_t i = 0, n = 0;
		for (; i < count; i++) {
			n = strlen(fillings[i].name);
			if (str_starts(prompt, str_c(fillings[i].name)) && n < prompt.n && prompt.p[n] == '}')
				break;
		}
		if (i == count) {
			buf_add_char(&b, '{'); /* a brace of the prompt's own */
			continue;
		}
		buf_add(&b, fillings[i].value);
		prompt = str_from(prompt, n + 1);
	}
	struct str filled = str_dup(a, buf_str(&b));
	buf_free(&b);
	return filled;
}

static void put_raw(struct jw *w, const char *key, struct str json)
{
	jw_key(w, key);
	buf_add(w->buf, str_trim(json));
	w->needs_comma = true;
	w->is_after_key = false;
}

static void put_openai_form(
	struct jw *w, const struct model_server *server, struct str schema, struct str grammar)
{
	if (server->binding == MODEL_GRAMMAR) { /* an extension of llama.cpp's server */
		jw_put_str(w, "grammar", grammar);
	} else if (server->binding == MODEL_SCHEMA) {
		jw_key(w, "response_format");
		jw_open(w, '{');
		jw_put_str(w, "type", STR("json_schema"));
		jw_key(w, "json_schema");
		jw_open(w, '{');
		jw_put_str(w, "name", STR("answer"));
		jw_put_bool(w, "strict", true);
		put_raw(w, "schema", schema);
		jw_close(w, '}');
		jw_close(w, '}');
	}
}

static void put_openai(struct jw *w, const struct model_server *server, struct str schema,
	struct str grammar, int64_t max_tokens)
{
	jw_put_int(w, "max_tokens", max_tokens);
	jw_put_int(w, "temperature", 0);
	jw_put_int(w, "seed", server->seed);
	jw_put_bool(w, "stream", server->is_streaming);
	if (server->is_streaming) {
		jw_key(w, "stream_options");
		jw_open(w, '{');
		jw_put_bool(w, "include_usage", true);
		jw_close(w, '}');
	}
	put_openai_form(w, server, schema, grammar);
}

/* Ollama's own API, since only there the size of the context can be set; it has no grammars. */
static void put_ollama(
	struct jw *w, const struct model_server *server, struct str schema, int64_t max_tokens)
{
	jw_put_bool(w, "stream", server->is_streaming);
	if (server->binding != MODEL_PLAIN)
		put_raw(w, "format", schema);
	jw_key(w, "options");
	jw_open(w, '{');
	jw_put_int(w, "num_ctx", server->context_tokens);
	jw_put_int(w, "num_predict", max_tokens);
	jw_put_int(w, "temperature", 0);
	jw_put_int(w, "seed", server->seed);
	jw_close(w, '}');
}

struct model_call call_write(struct arena *a, const struct model_server *server,
	const struct chat_message *messages, size_t count, struct str schema, struct str grammar,
	int64_t max_tokens)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	jw_open(&w, '{');
	jw_put_str(&w, "model", server->name);
	jw_key(&w, "messages");
	jw_open(&w, '[');
	for (size_t i = 0; i < count; i++) {
		jw_open(&w, '{');
		jw_put_str(&w, "role", str_c(messages[i].role));
		jw_put_str(&w, "content", messages[i].text);
		jw_close(&w, '}');
	}
	jw_close(&w, ']');
	bool is_ollama = server->api == MODEL_OLLAMA;
	if (is_ollama)
		put_ollama(&w, server, schema, max_tokens);
	else
		put_openai(&w, server, schema, grammar, max_tokens);
	jw_close(&w, '}');
	struct model_call call = {.path = is_ollama ? STR("/api/chat") : STR("/chat/completions"),
		.body = str_dup(a, buf_str(&b))};
	buf_free(&b);
	/* The server's address is no part of it: the same model at another address answers the same. */
	call.key = hash_sha256(a, call.body);
	return call;
}

static struct str fenced(struct arena *a, struct str fence, struct str text)
{
	return str_format(a, "----- %.*s -----\n%.*s\n----- %.*s -----", STR_ARG(fence), STR_ARG(text),
		STR_ARG(fence));
}

static struct model_call compose(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct when today, struct str answer, struct str faults)
{
	struct str language = phrases_language(phrases_for(STR("en")), evidence->language);
	const struct filling fillings[] = {{"language", language}, {"fence", evidence->fence},
		{"today", phrases_day(a, phrases_for(STR("en")), today, true, true)},
		{"evidence", fenced(a, evidence->fence, evidence->text)},
		{"findings", fenced(a, evidence->fence, faults)}};
	const size_t n = sizeof(fillings) / sizeof(fillings[0]);
	const struct chat_message messages[] = {
		{"system", prompt_fill(a, asset_write_1_system_txt, fillings, n)},
		{"user", prompt_fill(a, asset_write_1_user_txt, fillings, n)},
		{"assistant", answer},
		{"user", prompt_fill(a, asset_repair_1_user_txt, fillings, n)},
	};
	return call_write(a, server, messages, answer.n ? 4 : 2, asset_answer_1_schema_json,
		asset_answer_1_grammar_gbnf, server->max_tokens);
}

struct model_call write_model_call(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct when today)
{
	return compose(a, server, evidence, today, STR(""), STR(""));
}

struct model_call write_model_repair(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct when today, struct str answer, struct str faults)
{
	return compose(a, server, evidence, today, answer, faults);
}
