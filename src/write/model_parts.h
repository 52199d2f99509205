/* What the files of the model writer share. Private to write. */
#ifndef WRITE_MODEL_PARTS_H
#define WRITE_MODEL_PARTS_H

#include "write/write.h"

extern const struct str asset_write_1_system_txt, asset_write_1_user_txt, asset_repair_1_user_txt,
	asset_probe_1_user_txt, asset_answer_1_schema_json, asset_answer_1_grammar_gbnf;

/* A token has at least so many bytes in every language we write, so that an estimate by it is never
 * too small by much. */
#define TOKEN_BYTES 3

struct filling {
	const char *name;
	struct str value;
};
/* The prompt with {name} replaced, in one pass: what a value holds is never a slot. */
struct str prompt_fill(
	struct arena *a, struct str prompt, const struct filling *fillings, size_t count);

/* The chat's messages, one after the other, as a call for the server's API. `schema` is JSON text.
 */
struct chat_message {
	const char *role;
	struct str text;
};
struct model_call call_write(struct arena *a, const struct model_server *server,
	const struct chat_message *messages, size_t count, struct str schema, struct str grammar,
	int64_t max_tokens);

/* Whether a sentence hides letters: zero-width or direction marks, tags. */
bool has_hidden_letters(struct str s);

#endif
