#include "tools/modeld.h"

#define TOKEN_BYTES 4

bool modeld_is(const struct request *r, const char *word)
{
	return r->mode.n && str_eq(r->mode.items[0], str_c(word));
}

static int64_t mode_number(const struct request *r, size_t at)
{
	int64_t v = 0;
	return at < r->mode.n && str_to_i64(r->mode.items[at], &v) ? v : 0;
}

/* ---- What was asked ---- */

static void read_mode(struct server *server, struct request *r)
{
	struct str text = modeld_read(&r->a, server->mode_file), line = str_cut(&text, '\n');
	bool is_for_probe = str_starts(line, STR("probe "));
	if (is_for_probe != (strcmp(r->stage, "probe") == 0))
		line = STR("good");
	else if (is_for_probe)
		line = str_from(line, 6);
	while (line.p) {
		struct str word = str_cut(&line, ' ');
		if (word.n)
			*VEC_ADD(&r->a, &r->mode) = word;
	}
}

static void read_request(struct request *r)
{
	struct err err;
	size_t messages = 0;
	r->stage = "write";
	if (!jv_parse(&r->a, str_dup(&r->a, buf_str(&r->upload)), &r->json, &err)) {
		(void)fprintf(stderr, "modeld: %s\n", err.msg);
		return;
	}
	r->is_ollama = str_eq(r->path, STR("/api/chat"));
	r->is_stream = jv_bool(&r->json, "stream", r->is_ollama);
	JV_EACH (message, jv_get(&r->json, "messages")) {
		messages++;
		if (r->prompt.n == 0 && str_eq(jv_str(message, "role"), STR("user")))
			r->prompt = jv_str(message, "content");
	}
	if (str_starts(r->prompt, STR("The first word is")))
		r->stage = "probe";
	else if (messages > 2)
		r->stage = "repair";
}

/* A server with less context than it says drops the beginning. */
static bool forgets(const struct request *r)
{
	return modeld_is(r, "forgets") || modeld_is(r, "lies");
}

/* ---- The answer's text ---- */

static struct str word_behind(struct str prompt, struct str words)
{
	size_t at = str_find(prompt, words, 0);
	struct str rest = str_from(prompt, at == STR_NONE ? prompt.n : at + words.n);
	size_t end = str_find_char(rest, '.', 0);
	return str_sub(rest, 0, end == STR_NONE ? 0 : end);
}

static struct str probe_text(struct request *r)
{
	const struct jv *schema =
		jv_get(jv_get(jv_get(&r->json, "response_format"), "json_schema"), "schema");
	if (r->is_ollama)
		schema = jv_get(&r->json, "format");
	const struct jv *seal = jv_get(jv_get(jv_get(schema, "properties"), "seal"), "enum");
	struct str prompt = r->prompt;
	if (forgets(r) && prompt.n > 2000)
		prompt = str_from(prompt, prompt.n - prompt.n / 4);
	bool binds = seal && seal->type == JV_ARRAY && seal->n && !modeld_is(r, "no-schema");
	struct str first = word_behind(prompt, STR("The first word is "));
	struct str last = word_behind(prompt, STR("The last word is "));
	return str_format(&r->a, "{\"seal\":\"%.*s\",\"first\":\"%.*s\",\"last\":\"%.*s\"}",
		STR_ARG(binds ? seal->items[0].string : STR("none")), STR_ARG(first), STR_ARG(last));
}

static struct str answer_text(struct server *server, struct request *r)
{
	bool is_probe = strcmp(r->stage, "probe") == 0;
	struct str text = is_probe ? probe_text(r) : modeld_article(server, r);
	if (modeld_is(r, "drift"))
		text = str_format(
			&r->a, "{%*s%.*s", (int)(server->served % 50 + 1), "", STR_ARG(str_from(text, 1)));
	if (modeld_is(r, "truncate"))
		return str_sub(text, 0, text.n / 2);
	if (modeld_is(r, "no-schema") && !is_probe)
		return STR("{\"title\":\"News\",\"content\":\"Something happened somewhere.\"}");
	if (modeld_is(r, "prose"))
		return STR("Certainly! Here is the article you asked for. Something happened.");
	if (modeld_is(r, "fenced"))
		return str_format(
			&r->a, "Here it is:\n```json\n%.*s\n```\nI hope this helps!", STR_ARG(text));
	if (modeld_is(r, "reasoning"))
		return str_format(&r->a,
			"<think>The user wants an article. Perhaps {\"headline\":\"no\"} would "
			"do?</think>\n%.*s",
			STR_ARG(text));
	if (modeld_is(r, "thinks-on"))
		return STR("<think>Let me look at the sentences one by one. The first one says");
	return text;
}

/* ---- The body ---- */

static int64_t prompt_tokens(const struct request *r)
{
	int64_t tokens = (int64_t)(r->upload.n / TOKEN_BYTES);
	return modeld_is(r, "forgets") && tokens > 600 ? tokens / 4 : tokens;
}

static void put_usage(struct jw *w, const struct request *r, struct str text)
{
	jw_key(w, "usage");
	jw_open(w, '{');
	jw_put_int(w, "prompt_tokens", prompt_tokens(r));
	jw_put_int(w, "completion_tokens", (int64_t)(text.n / TOKEN_BYTES) + 1);
	jw_close(w, '}');
}

static const char *finish_of(const struct request *r)
{
	return modeld_is(r, "truncate") ? "length" : "stop";
}

static void put_openai(
	struct jw *w, struct request *r, struct str text, const char *member, bool is_last)
{
	jw_open(w, '{');
	jw_put_str(w, "object", STR("chat.completion"));
	jw_key(w, "choices");
	jw_open(w, '[');
	jw_open(w, '{');
	jw_put_int(w, "index", 0);
	jw_key(w, member);
	jw_open(w, '{');
	jw_put_str(w, "role", STR("assistant"));
	if (modeld_is(r, "refuse")) {
		jw_key(w, "content");
		jw_null(w);
		jw_put_str(w, "refusal", STR("I'm sorry, but I can't help with that."));
	} else {
		jw_put_str(w, "content", text);
	}
	if (modeld_is(r, "reasoning"))
		jw_put_str(w, "reasoning_content", STR("The user wants an article."));
	jw_close(w, '}');
	if (is_last)
		jw_put_str(w, "finish_reason", str_c(finish_of(r)));
	jw_close(w, '}');
	jw_close(w, ']');
	if (is_last)
		put_usage(w, r, text);
	jw_close(w, '}');
}

static void put_ollama(struct jw *w, struct request *r, struct str text, bool is_last)
{
	jw_open(w, '{');
	jw_key(w, "message");
	jw_open(w, '{');
	jw_put_str(w, "role", STR("assistant"));
	jw_put_str(w, "content", modeld_is(r, "refuse") ? STR("I can't help with that.") : text);
	if (modeld_is(r, "reasoning"))
		jw_put_str(w, "thinking", STR("The user wants an article."));
	jw_close(w, '}');
	jw_put_bool(w, "done", is_last);
	if (is_last) {
		jw_put_str(w, "done_reason", str_c(finish_of(r)));
		jw_put_int(w, "prompt_eval_count", prompt_tokens(r));
		jw_put_int(w, "eval_count", (int64_t)(text.n / TOKEN_BYTES) + 1);
	}
	jw_close(w, '}');
}

static void put_event(struct jw *w, struct request *r, struct str text, bool is_last)
{
	if (!r->is_ollama)
		buf_add_c(w->buf, "data: ");
	if (r->is_ollama)
		put_ollama(w, r, text, is_last);
	else
		put_openai(w, r, text, "delta", is_last);
	buf_add_c(w->buf, r->is_ollama ? "\n" : "\n\n");
	w->needs_comma = false;
}

static struct str make_body(struct request *r, struct str text)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	if (!r->is_stream && r->is_ollama)
		put_ollama(&w, r, text, true);
	else if (!r->is_stream)
		put_openai(&w, r, text, "message", true);
	for (size_t at = 0; r->is_stream && at < text.n;) {
		struct str piece = utf8_cut(str_from(text, at), 40);
		at += piece.n;
		put_event(&w, r, piece, at >= text.n);
	}
	if (r->is_stream && !r->is_ollama)
		buf_add_c(&b, "data: [DONE]\n\n");
	struct str body = str_dup(&r->a, buf_str(&b));
	buf_free(&b);
	return body;
}

/* The first N requests of "rate" and "fail" are turned away. */
static bool turn_away(struct server *server, struct request *r)
{
	bool is_rate = modeld_is(r, "rate");
	if (!is_rate && !modeld_is(r, "fail"))
		return false;
	(void)pthread_mutex_lock(&server->lock);
	bool is_away = server->spent < mode_number(r, 1);
	server->spent += is_away;
	(void)pthread_mutex_unlock(&server->lock);
	if (!is_away)
		return false;
	r->status = is_rate ? 429 : (unsigned)mode_number(r, 2);
	r->retry_after = is_rate && r->mode.n > 2 ? r->mode.items[2] : STR("");
	r->body = STR("{\"error\":{\"message\":\"come back later\"}}");
	return true;
}

void modeld_answer(struct server *server, struct request *r)
{
	read_request(r);
	read_mode(server, r);
	r->status = 200;
	if (!str_eq(r->path, STR("/v1/chat/completions")) && !str_eq(r->path, STR("/api/chat"))) {
		r->status = 404;
		r->body = STR("{\"error\":\"no such path\"}");
		return;
	}
	if (turn_away(server, r))
		return;
	if (modeld_is(r, "slow"))
		r->wait_ms = (uint64_t)mode_number(r, 1);
	r->is_cut = modeld_is(r, "midstream");
	r->body = modeld_is(r, "garbage") ? STR("<html>It works!</html>")
									  : make_body(r, answer_text(server, r));
}
