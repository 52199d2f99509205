#include "desk/parts.h"

/* The model's article. False with *is_written false and out->no_model saying why when it can't
 * write one. */
static bool compose_by_model(struct model_desk *m, struct arena *a,
	const struct report_vec *reports, struct when now, const struct draft *extract,
	struct written *out, bool *is_written, struct err *err)
{
	struct model_result result;
	*is_written = false;
	if (!model_draft(m, a, reports, now, extract, &result, err))
		return false;
	if (result.state == MODEL_DRAFT) {
		*out = (struct written){.draft = result.draft,
			.check = result.check,
			.dropped = result.dropped,
			.making = result.making};
		*is_written = true;
		return true;
	}
	out->no_model =
		result.state == MODEL_ASKS ? STR("the run ended before it was asked") : result.why;
	out->making = model_fallback(a, m, out->no_model);
	return true;
}

bool compose_draft(struct desk *d, struct model_desk *model, struct arena *a,
	const struct report_vec *reports, struct when now, struct written *out, struct err *why,
	struct err *err)
{
	struct write_options options = write_options_of(d);
	struct draft extract = {0};
	bool is_written = false;
	*out = (struct written){0};
	*why = (struct err){0};
	options.now = now;
	bool has_extract = writers[0]->write(a, reports->items, reports->n, &options, &extract, why);
	if (model &&
		!compose_by_model(
			model, a, reports, now, has_extract ? &extract : NULL, out, &is_written, err))
		return false;
	if (is_written) {
		*why = (struct err){0};
	} else if (has_extract) {
		out->draft = extract;
		desk_gate(a, &out->draft, reports, now, &out->check, &out->dropped);
	}
	return true;
}
