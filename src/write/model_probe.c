#include "write/model_parts.h"

#include "net/net.h"

#define PROBE_TOKENS 200
/* A token of English has about four bytes; a server that counts fewer tokens than this has not read
 * the prompt. */
#define TOKEN_BYTES_MOST 12
#define TOKEN_BYTES_USUAL 4
#define SENTENCE_BYTES_USUAL 150
#define ANSWER_TOKENS_USUAL 900

struct probing {
	struct arena *a;
	struct model_server server;
	struct model_probe *probe;
	struct str seal, first, last; /* words that can't be guessed */
};

struct probed {
	struct model_answer answer;
	struct jv json;
	size_t prompt_bytes;
	int64_t elapsed_ms;
	char why[252]; /* empty: it worked */
};

static struct str filler(struct arena *a, size_t bytes)
{
	struct buf b = BUF(LIMIT_TEXT * 2);
	for (int i = 1; b.n < bytes; i++)
		buf_addf(&b, "Line %d: the tide table of the quay lists high water and low water.\n", i);
	struct str text = str_dup(a, str_trim(buf_str(&b)));
	buf_free(&b);
	return text;
}

static struct model_call make_call(struct probing *p, size_t bytes, size_t *prompt_bytes)
{
	const struct filling fillings[] = {
		{"first", p->first}, {"last", p->last}, {"filler", filler(p->a, bytes)}};
	struct chat_message message = {"user", prompt_fill(p->a, asset_probe_1_user_txt, fillings, 3)};
	struct str schema = str_format(p->a,
		"{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"seal\",\"first\","
		"\"last\"],\"properties\":{\"seal\":{\"type\":\"string\",\"enum\":[\"%.*s\"]},\"first\":{"
		"\"type\":\"string\"},\"last\":{\"type\":\"string\"}}}",
		STR_ARG(p->seal));
	struct str grammar = str_format(p->a,
		"root ::= \"{\\\"seal\\\":\\\"%.*s\\\",\\\"first\\\":\" word \",\\\"last\\\":\" word "
		"\"}\"\nword ::= \"\\\"\" [a-z0-9]* \"\\\"\"\n",
		STR_ARG(p->seal));
	*prompt_bytes = message.text.n;
	return call_write(p->a, &p->server, &message, 1, schema, grammar, PROBE_TOKENS);
}

static struct probed ask(struct probing *p, size_t bytes)
{
	struct probed out = {0};
	struct err err = {0};
	struct model_client *client;
	struct net_reply reply;
	struct model_call call = make_call(p, bytes, &out.prompt_bytes);
	if (!write_model_open(&p->server, &client, &err)) {
		(void)snprintf(out.why, sizeof(out.why), "%s", err.msg);
		return out;
	}
	write_model_submit(client, &call, 0);
	(void)write_model_wait(client, p->a, &reply);
	out.elapsed_ms = reply.elapsed_ms;
	if (reply.outcome != NET_OK && reply.status == 0)
		err_set(&err, ERR_TRY, "%s", reply.why);
	else if (write_model_reply(p->a, &p->server, reply.status, reply.body, &out.answer, &err) &&
		!jv_parse(p->a, out.answer.text, &out.json, &err))
		err_wrap(&err, "the answer");
	if (err.kind != ERR_NONE && reply.outcome == NET_UNREACHABLE && reply.status)
		err_set(&err, ERR_TRY, "%s", reply.why);
	(void)snprintf(out.why, sizeof(out.why), "%s", err.kind == ERR_NONE ? "" : err.msg);
	p->probe->prompt_tokens += out.answer.prompt_tokens > 0 ? out.answer.prompt_tokens : 0;
	p->probe->answer_tokens += out.answer.answer_tokens > 0 ? out.answer.answer_tokens : 0;
	write_model_close(client);
	return out;
}

static bool has_words(const struct probing *p, const struct probed *got)
{
	return str_eq_nocase(jv_str(&got->json, "first"), p->first) &&
		str_eq_nocase(jv_str(&got->json, "last"), p->last);
}

static void judge_schema(struct probing *p, const struct probed *got)
{
	bool binds = str_eq(jv_str(&got->json, "seal"), p->seal);
	if (p->server.binding == MODEL_PLAIN)
		p->probe->schema = STR("is asked for in words alone (model.binding plain)");
	else if (binds)
		p->probe->schema = STR("binds: the answer had the one value that the schema allows");
	else
		p->probe->schema = STR("does not bind: the server took it and the answer ignored it");
}

static void judge_speed(struct probing *p, const struct probed *got)
{
	if (got->answer.answer_tokens > 0 && got->elapsed_ms > 0)
		p->probe->tokens_per_s =
			1000.0 * (double)got->answer.answer_tokens / (double)got->elapsed_ms;
}

static bool fail(struct probing *p, struct str why)
{
	p->probe->passes = false;
	p->probe->why = why;
	return false;
}

/* As long as the desk's longest prompt. */
static bool judge_context(struct probing *p)
{
	int64_t tokens = p->server.context_tokens - p->server.max_tokens;
	struct probed got = ask(p, tokens > 300 ? (size_t)(tokens - 300) * TOKEN_BYTES : 0);
	if (got.why[0])
		return fail(p,
			str_format(p->a, "a prompt of %zu bytes (model.context_tokens %lld) failed: %s",
				got.prompt_bytes, (long long)p->server.context_tokens, got.why));
	int64_t counted = got.answer.prompt_tokens;
	if (counted > 0)
		p->probe->bytes_per_token = (double)got.prompt_bytes / (double)counted;
	if (counted > 0 && (size_t)counted < got.prompt_bytes / TOKEN_BYTES_MOST)
		return fail(p,
			str_format(p->a,
				"the context is cut: the server counted %lld tokens of a prompt of %zu bytes, so "
				"it has less context than model.context_tokens %lld says",
				(long long)counted, got.prompt_bytes, (long long)p->server.context_tokens));
	bool has_first = str_eq_nocase(jv_str(&got.json, "first"), p->first);
	bool has_last = str_eq_nocase(jv_str(&got.json, "last"), p->last);
	if (!has_first || !has_last)
		return fail(p,
			str_format(p->a,
				"the context is cut: of a prompt of %zu bytes (model.context_tokens %lld) the word "
				"at the %s did not come back",
				got.prompt_bytes, (long long)p->server.context_tokens,
				has_first      ? "end"
					: has_last ? "beginning"
							   : "beginning and the one at the end"));
	p->probe->context = str_format(
		p->a, "whole: the words at both ends of a prompt of %zu bytes came back", got.prompt_bytes);
	if (counted > 0)
		p->probe->context = str_format(p->a, "%.*s, and the server counted %lld tokens",
			STR_ARG(p->probe->context), (long long)counted);
	return true;
}

static void judge_stream(struct probing *p, const struct probed *whole)
{
	p->server.is_streaming = !p->server.is_streaming;
	struct probed got = ask(p, 0);
	p->server.is_streaming = !p->server.is_streaming;
	const char *other = p->server.is_streaming ? "not streamed" : "streamed";
	if (got.why[0])
		p->probe->stream = str_format(p->a, "an answer that is %s fails: %s", other, got.why);
	else if (!str_eq(got.answer.text, whole->answer.text))
		p->probe->stream = str_format(p->a, "an answer that is %s is another one", other);
	else
		p->probe->stream = STR("works, and gives the same answer");
}

static struct str word_of(struct arena *a, const struct model_server *server, const char *what)
{
	struct str seed = str_format(a, "%s %.*s %.*s %lld", what, STR_ARG(server->base_url),
		STR_ARG(server->name), (long long)server->context_tokens);
	return hash_name(a, seed);
}

void write_model_probe(
	struct arena *a, const struct model_server *server, struct model_probe *probe)
{
	struct probing p = {.a = a,
		.server = *server,
		.probe = probe,
		.seal = word_of(a, server, "seal"),
		.first = word_of(a, server, "first"),
		.last = word_of(a, server, "last")};
	*probe = (struct model_probe){.passes = true,
		.schema = STR("not asked"),
		.context = STR("not asked"),
		.seed = STR("not asked"),
		.stream = STR("not asked")};
	struct probed got = ask(&p, 0);
	if (got.why[0]) {
		(void)fail(&p, str_dup(a, str_c(got.why)));
		return;
	}
	judge_schema(&p, &got);
	judge_speed(&p, &got);
	if (!has_words(&p, &got)) {
		(void)fail(&p, STR("it did not find two words in a prompt of a few lines"));
		return;
	}
	struct probed again = ask(&p, 0);
	bool is_equal = !again.why[0] && str_eq(again.answer.text, got.answer.text);
	probe->seed = is_equal ? STR("two equal calls gave the same answer")
						   : STR("two equal calls gave different answers; the record of answers "
								 "still makes each draft repeatable");
	judge_stream(&p, &got);
	(void)judge_context(&p);
}

void write_model_estimate(const struct model_probe *probe, size_t sentences, int64_t *prompt_tokens,
	int64_t *answer_tokens)
{
	double per_token = probe->bytes_per_token > 0 ? probe->bytes_per_token : TOKEN_BYTES_USUAL;
	size_t bytes = asset_write_1_system_txt.n + asset_write_1_user_txt.n +
		asset_answer_1_schema_json.n + sentences * SENTENCE_BYTES_USUAL;
	*prompt_tokens = (int64_t)((double)bytes / per_token);
	*answer_tokens = ANSWER_TOKENS_USUAL;
}
