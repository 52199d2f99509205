#include "desk/parts.h"

/* Dropping a sentence can't break another, so few rounds are enough; the ceiling is there against
 * surprises. */
#define ROUNDS 4
/* Where the sentences of the body begin in draft_sentence_at's counting: behind headline and
 * standfirst. */
#define BODY 2

static void drop_from_section(struct section *section, const bool *is_dropped, size_t *at)
{
	size_t kept = 0;
	for (size_t i = 0; i < section->sentence_count; i++, ++*at)
		if (!is_dropped[*at])
			section->sentences[kept++] = section->sentences[i];
	section->sentence_count = kept;
}

void draft_drop(struct draft *d, const bool *is_dropped)
{
	size_t at = BODY, kept = 0;
	for (size_t i = 0; i < d->section_count; i++) {
		drop_from_section(&d->sections[i], is_dropped, &at);
		bool has_table = d->sections[i].kind == SECTION_DIFFER && d->disagreement_count > 0;
		if (d->sections[i].sentence_count || has_table)
			d->sections[kept++] = d->sections[i];
	}
	d->section_count = kept;
	kept = 0;
	for (size_t i = 0; i < d->moment_count; i++, at++)
		if (!is_dropped[at])
			d->moments[kept++] = d->moments[i];
	d->moment_count = kept;
}

static struct str outlet_of_poison(const struct draft_sentence *s, const struct report_vec *reports)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		struct cite cite = s->cites.items[i];
		if (cite.report >= reports->n)
			continue;
		const struct report *r = &reports->items[cite.report];
		if (write_is_poisoned(r->text, cite.span.start, r->language))
			return r->outlet.n ? r->outlet : STR("a report");
	}
	return STR("");
}

/* A passage that speaks to a machine is no news, whoever writes the article. */
static void find_poison(struct arena *a, const struct draft *draft,
	const struct report_vec *reports, struct check_result *check)
{
	for (size_t i = 0; i < check->sentence_count; i++) {
		const struct draft_sentence *s = draft_sentence_at(draft, i);
		struct str outlet = outlet_of_poison(s, reports);
		if (outlet.n == 0)
			continue;
		*VEC_ADD(a, &check->findings) = (struct finding){.sentence = i,
			.span = {0, s->text.n},
			.kind = STR("injection"),
			.tier = TIER_ERROR,
			.explain = str_format(
				a, "rests on a passage of %.*s that speaks to a machine", STR_ARG(outlet))};
		check->sentences[i].tier = TIER_ERROR;
		check->sentences[i].verdict = VERDICT_UNSUPPORTED;
		check->passes = false;
	}
}

static void check_all(struct arena *a, const struct draft *draft, const struct report_vec *reports,
	struct when now, struct check_result *check)
{
	check_draft(a, draft, reports->items, reports->n, now, check);
	find_poison(a, draft, reports, check);
}

void desk_gate(struct arena *a, struct draft *draft, const struct report_vec *reports,
	struct when now, struct check_result *check, size_t *dropped)
{
	*dropped = 0;
	for (int round = 0; round < ROUNDS; round++) {
		check_all(a, draft, reports, now, check);
		bool *is_dropped = ARENA_ARRAY(a, bool, check->sentence_count);
		size_t count = 0;
		for (size_t i = BODY; i < check->sentence_count; i++) {
			is_dropped[i] = check->sentences[i].tier == TIER_ERROR;
			count += is_dropped[i];
		}
		if (count == 0)
			return;
		*dropped += count;
		draft_drop(draft, is_dropped);
	}
	check_all(a, draft, reports, now, check);
}
