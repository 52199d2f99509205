#include "text/lexicon.h"
#include "text/rules.h"

bool text_is_reporting_verb(struct str folded_word, struct str language)
{
	struct arena scratch = {0};
	struct str word = lexicon_fold(&scratch, folded_word);
	uint64_t all, bit = rules_bit(rules_of(language));
	bool is_verb = lexicon_cues(word, (uint32_t)bit, LEXICON_SPEECH, &all) & CUE_SAY;
	arena_free(&scratch);
	return is_verb;
}
