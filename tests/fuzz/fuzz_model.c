/* A model server's reply, and the answer in it. */
#include "write/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 20000 || size < 1)
		return 0;
	struct arena a = {0};
	struct err err;
	struct model_server server = {
		.name = STR("fuzz"), .api = data[0] & 1 ? MODEL_OLLAMA : MODEL_OPENAI};
	struct str body = {(const char *)data + 1, size - 1};
	struct model_evidence evidence = {.language = STR("en")};
	*VEC_ADD(&a, &evidence.cites) = (struct cite){0, {0, 5}};
	struct model_answer answer = {.text = body};
	struct draft draft;
	struct finding_vec findings = {0};
	if (data[0] & 2 && !write_model_reply(&a, &server, 200, body, &answer, &err))
		goto done;
	if (write_model_draft(&a, &server, &evidence, answer.text, &draft, &err))
		write_model_faults(&a, &draft, &findings);
done:
	arena_free(&a);
	return 0;
}
