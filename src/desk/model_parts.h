/* How a draft was made, as it is kept beside it: what was offered, what came back, what was wrong
 * with it and what became of that. */
#ifndef DESK_MODEL_PARTS_H
#define DESK_MODEL_PARTS_H

#include "desk/parts.h"

struct fault {
	int round; /* 1: sent back; 2: settled here */
	struct str part, text, kind, explain;
	enum tier tier;
	const char *outcome; /* "sent back", "replaced", "dropped", "held" */
};

struct making {
	struct {
		int64_t *items;
		size_t n, capacity;
	} answers;
	struct {
		struct fault *items;
		size_t n, capacity;
	} faults;
	struct str repair_why; /* why the second answer could not be used */
};

/* Adds the findings of each sentence that has an outcome. */
void making_add_faults(struct arena *a, struct making *making, int round, const struct draft *draft,
	const struct check_result *check, const char *const *outcomes);

/* The faults as the model is told of them, one a line, with what the source says. */
struct str making_tell_faults(struct arena *a, const struct draft *draft,
	const struct check_result *check, const bool *fails, const struct report_vec *reports,
	const struct model_evidence *evidence, size_t bytes_max);

struct str making_json(struct arena *a, const struct model_desk *m, const struct making *making,
	const struct model_evidence *evidence, const struct model_share *share);

/* Whether the cited place was left out because it speaks to a machine. */
bool making_is_poisoned(const struct model_evidence *evidence, struct cite cite);

#endif
