#include "check/cues.h"

static uint32_t find(struct str language, bool is_stem, struct str word)
{
	size_t low = 0, high = cue_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct cue *c = &cue_words[middle];
		struct str of = str_c(c->language);
		bool has_stem = str_ends(of, STR("~"));
		of.n -= has_stem;
		int order = str_cmp(of, language);
		order = order ? order : (int)has_stem - (int)is_stem;
		order = order ? order : str_cmp(str_c(c->word), word);
		if (order == 0)
			return c->cues;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

uint32_t cues_of(struct str language, struct str form, struct str stem)
{
	return find(language, false, form) | find(language, true, stem);
}
