/* Any bytes are a proof or none; one that is can be looked at against any page and any evidence. */
#include "publish/publish.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct proof proof;
	struct verification v = {0};
	struct err err = {0};
	struct str bytes = {(const char *)data, size};
	if (proof_read(&a, bytes, &proof, &err)) {
		struct evidence_found *found =
			ARENA_ARRAY(&a, struct evidence_found, proof.report_count + 1);
		for (size_t i = 0; i < proof.report_count; i++)
			found[i] = (struct evidence_found){.is_reached = i % 2 == 0,
				.text = STR("The ferry ran aground on Tuesday. Nine people were hurt.")};
		verify_integrity(&a, &proof, bytes, STR(""), STR(""), &v);
		verify_evidence(&a, &proof, found, &v);
		verify_check(&a, &proof, found, &v);
		BUG_ON(v.n == 0);
	} else {
		BUG_ON(err.kind == ERR_NONE || err.msg[0] == '\0');
	}
	arena_free(&a);
	return 0;
}
