#include "write/model_parts.h"

#include "text/text.h"

/* A reply as it is put together from one object or from a stream of them. */
struct reading {
	struct arena *a;
	struct buf text;
	struct str finish; /* why the model stopped; empty: nobody said */
	struct str error, refusal;
	bool is_whole, had_reasoning;
	int64_t prompt_tokens, answer_tokens;
};

static bool has_text(const struct jv *object, const char *key)
{
	return jv_str(object, key).n > 0;
}

/* The error of a reply: OpenAI's servers give an object, Ollama's a string. */
static struct str error_of(const struct jv *root)
{
	const struct jv *error = jv_get(root, "error");
	if (error && error->type == JV_STRING)
		return error->string;
	struct str message = jv_str(error, "message");
	if (message.n == 0 && jv_str(root, "object").n && str_eq(jv_str(root, "object"), STR("error")))
		message = jv_str(root, "message"); /* vLLM of old */
	if (message.n == 0 && error && error->type == JV_OBJECT)
		return STR("an error without a message");
	return message;
}

static void take_openai(struct reading *r, const struct jv *root)
{
	const struct jv *usage = jv_get(root, "usage"), *choices = jv_get(root, "choices");
	if (usage && usage->type == JV_OBJECT) {
		r->prompt_tokens = jv_int(usage, "prompt_tokens", r->prompt_tokens);
		r->answer_tokens = jv_int(usage, "completion_tokens", r->answer_tokens);
	}
	if (!choices || choices->type != JV_ARRAY || choices->n == 0)
		return;
	const struct jv *choice = &choices->items[0], *message = jv_get(choice, "message");
	if (!message)
		message = jv_get(choice, "delta");
	buf_add(&r->text, jv_str(message, "content"));
	r->had_reasoning = r->had_reasoning || has_text(message, "reasoning_content") ||
		has_text(message, "reasoning");
	if (has_text(message, "refusal"))
		r->refusal = jv_str(message, "refusal");
	if (has_text(choice, "finish_reason"))
		r->finish = jv_str(choice, "finish_reason");
}

static void take_ollama(struct reading *r, const struct jv *root)
{
	const struct jv *message = jv_get(root, "message");
	buf_add(&r->text, jv_str(message, "content"));
	r->had_reasoning = r->had_reasoning || has_text(message, "thinking");
	if (!jv_bool(root, "done", false))
		return;
	r->finish = jv_str(root, "done_reason");
	if (r->finish.n == 0)
		r->finish = STR("stop");
	r->prompt_tokens = jv_int(root, "prompt_eval_count", -1);
	r->answer_tokens = jv_int(root, "eval_count", -1);
}

static bool take_object(
	struct reading *r, const struct model_server *server, struct str json, struct err *err)
{
	struct jv root;
	if (!jv_parse(r->a, json, &root, err))
		return err_wrap(err, "the server's reply");
	struct str error = error_of(&root);
	if (error.n)
		r->error = error;
	if (server->api == MODEL_OLLAMA)
		take_ollama(r, &root);
	else
		take_openai(r, &root);
	return true;
}

/* Server-sent events (one object behind each "data:") or, from Ollama, an object a line. */
static bool take_stream(
	struct reading *r, const struct model_server *server, struct str body, struct err *err)
{
	while (body.p) {
		struct str line = str_trim(str_cut(&body, '\n'));
		if (str_starts(line, STR("data:")))
			line = str_trim(str_from(line, 5));
		else if (server->api != MODEL_OLLAMA && !str_starts(line, STR("{")))
			continue; /* a comment, an event's name, a blank line */
		if (str_eq(line, STR("[DONE]")))
			return true;
		if (line.n && !take_object(r, server, line, err))
			return false;
	}
	return true;
}

static bool is_stream(struct str body)
{
	struct str s = str_trim(body);
	if (str_starts(s, STR("data:")) || str_starts(s, STR(":")) || str_starts(s, STR("event:")))
		return true;
	size_t line = str_find(s, STR("}\n{"), 0);
	return line != STR_NONE;
}

/* Takes <think>...</think> off; false when it never ends. Some servers swallow the opening mark. */
static bool strip_reasoning(struct reading *r, struct str *text)
{
	static const struct str marks[][2] = {{STR_CONST("<think>"), STR_CONST("</think>")},
		{STR_CONST("<thinking>"), STR_CONST("</thinking>")},
		{STR_CONST("<reasoning>"), STR_CONST("</reasoning>")}};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t open = str_find_nocase(*text, marks[i][0], 0), end = STR_NONE;
		for (size_t at = 0; (at = str_find_nocase(*text, marks[i][1], at)) != STR_NONE;
			 at += marks[i][1].n)
			end = at;
		size_t brace = str_find_char(*text, '{', 0);
		bool is_inside = brace != STR_NONE && open != STR_NONE && brace < open;
		if ((open == STR_NONE && end == STR_NONE) || is_inside)
			continue;
		r->had_reasoning = true;
		if (end == STR_NONE)
			return false;
		*text = str_from(*text, end + marks[i][1].n);
	}
	return true;
}

/* From the first brace to the last: servers that do not hold a model to JSON let it say something
 * before and behind. */
static struct str find_object(struct str text)
{
	size_t open = str_find_char(text, '{', 0), close = str_rfind_char(text, '}');
	return open == STR_NONE || close == STR_NONE || close < open
		? STR("")
		: str_sub(text, open, close + 1 - open);
}

static bool is_length(struct str finish)
{
	return str_eq(finish, STR("length")) || str_eq(finish, STR("max_tokens"));
}

static bool judge(struct reading *r, struct str *text, struct err *err)
{
	*text = str_dup(r->a, buf_str(&r->text));
	if (r->error.n)
		return err_set(err, ERR_TRY, "the server says: %.*s", STR_ARG(utf8_cut(r->error, 160)));
	if (r->refusal.n || str_eq(r->finish, STR("content_filter")))
		return err_set(err, ERR_INPUT, "the model refuses: %.*s",
			STR_ARG(utf8_cut(r->refusal.n ? r->refusal : STR("its content filter"), 120)));
	if (is_length(r->finish))
		return err_set(err, ERR_INPUT,
			"the answer was cut at its length (model.max_tokens, or the server's context)");
	if (r->finish.n == 0)
		return err_set(err, ERR_TRY, "the answer broke off");
	if (!strip_reasoning(r, text))
		return err_set(err, ERR_INPUT, "the model reasoned to the end and gave no answer");
	*text = str_trim(*text);
	if (text->n == 0)
		return err_set(err, ERR_INPUT, "the answer is empty");
	struct str object = find_object(*text);
	if (object.n == 0)
		return err_set(err, ERR_INPUT, "the answer is no JSON: %.*s",
			STR_ARG(utf8_cut(text_squeeze(r->a, *text), 100)));
	*text = object;
	return true;
}

bool write_model_reply(struct arena *a, const struct model_server *server, int status,
	struct str body, struct model_answer *answer, struct err *err)
{
	struct reading r = {.a = a, .text = BUF(LIMIT_TEXT), .prompt_tokens = -1, .answer_tokens = -1};
	*answer = (struct model_answer){.prompt_tokens = -1, .answer_tokens = -1};
	if (!text_is_utf8(body))
		return err_set(err, ERR_TRY, "the server's reply is not UTF-8");
	bool ok =
		is_stream(body) ? take_stream(&r, server, body, err) : take_object(&r, server, body, err);
	if (status < 200 || status > 299) {
		struct str said = ok && r.error.n ? r.error : text_squeeze(a, utf8_cut(body, 200));
		ok = err_set(err, ERR_TRY, "the server answered %d%s%.*s", status, said.n ? ": " : "",
			STR_ARG(utf8_cut(said, 160)));
	}
	ok = ok && judge(&r, &answer->text, err);
	answer->prompt_tokens = r.prompt_tokens;
	answer->answer_tokens = r.answer_tokens;
	answer->had_reasoning = r.had_reasoning;
	if (!ok && err->kind != ERR_INPUT)
		err->kind = ERR_TRY;
	buf_free(&r.text);
	return ok;
}
