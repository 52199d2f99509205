#include "check/cues.h"

static uint32_t find(struct str language, bool is_stem, struct str word, uint64_t hash)
{
	size_t at = cue_hash(language, is_stem, hash) & cue_mask;
	for (; cue_slots[at].language; at = (at + 1) & cue_mask) {
		const struct cue *c = &cue_slots[at];
		struct str of = str_c(c->language);
		bool has_stem = str_ends(of, STR("~"));
		of.n -= has_stem;
		if (has_stem == is_stem && str_eq(str_c(c->word), word) && str_eq(of, language))
			return c->cues;
	}
	return 0;
}

uint32_t cues_of(struct str language, struct str form, struct str stem, uint64_t stem_hash)
{
	uint64_t hash = str_eq(form, stem) ? stem_hash : hash_fast(form);
	return find(language, false, form, hash) | find(language, true, stem, stem_hash);
}
