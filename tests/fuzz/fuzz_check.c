/* Any draft against any two sources, as a text and as a draft of the desk: findings and sentences
 * lie inside the draft, evidence and cites inside the sources, scores from 0 to 1. */
#include "check/check.h"

static void check_cite(const struct report *sources, struct cite c)
{
	BUG_ON(c.report > 1 || c.span.start > sources[c.report].text.n);
	BUG_ON(c.span.length > sources[c.report].text.n - c.span.start);
}

static void check_all(struct str draft, const struct report *sources, const struct check_result *r)
{
	bool passes = true;
	size_t before = 0;
	for (size_t i = 0; i < r->sentence_count; i++) {
		const struct checked_sentence *s = &r->sentences[i];
		BUG_ON(s->score < 0 || s->score > 1 || s->cites.n > 3);
		BUG_ON(s->span.start > draft.n || s->span.length > draft.n - s->span.start);
		for (size_t k = 0; k < s->cites.n; k++)
			check_cite(sources, s->cites.items[k]);
		passes = passes && s->tier != TIER_ERROR;
	}
	BUG_ON(passes != r->passes);
	for (size_t i = 0; i < r->findings.n; i++) {
		const struct finding *f = &r->findings.items[i];
		BUG_ON(f->sentence < before || f->sentence >= r->sentence_count || f->explain.n == 0);
		BUG_ON(f->span.start > draft.n || f->span.length > draft.n - f->span.start);
		before = f->sentence;
		if (f->has_evidence)
			check_cite(sources, f->evidence);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 8)
		return 0;
	struct arena a = {0};
	struct str charset, bytes = {(const char *)data + 6, size - 6};
	struct str text = text_decode(&a, bytes, STR(""), TEXT_PLAIN, &charset);
	struct str draft = utf8_cut(text, text.n * data[0] / 255), rest = str_from(text, draft.n);
	struct str first = utf8_cut(rest, rest.n * data[1] / 255);
	struct when published = {.utc_s = 1748300000};
	struct report sources[2] = {
		{.text = first,
			.title = utf8_cut(first, 30),
			.outlet = utf8_cut(draft, data[2] % 8),
			.published = published,
			.modified = WHEN_UNKNOWN,
			.origin = 0},
		{.text = str_from(rest, first.n),
			.published = WHEN_UNKNOWN,
			.modified = WHEN_UNKNOWN,
			.origin = 1},
	};
	struct check_result result;
	check_text(&a, draft, data[3] & 1, sources, 2, published, &result);
	check_all(draft, sources, &result);

	struct cite cites[2] = {{data[4] % 3, {data[3], data[5]}}, {0, {0, first.n}}};
	struct draft_sentence s = {.text = draft,
		.wording = data[3] % 3,
		.speaker = utf8_cut(draft, 9),
		.cites = {cites, 2, 2}};
	struct section section = {.sentences = &s, .sentence_count = 1};
	struct draft d = {.headline = s, .sections = &section, .section_count = 1};
	check_draft(&a, &d, sources, 2, published, &result);
	check_all(draft, sources, &result);
	arena_free(&a);
	return 0;
}
