#include "text/lexicon.h"
#include "text/rules.h"

bool text_is_reporting_verb(struct str folded_word, struct str language)
{
	struct arena scratch = {0};
	struct str word = lexicon_fold(&scratch, folded_word);
	bool is_verb = lexicon_cues(word, rules_bit(rules_of(language)), LEXICON_SPEECH) & CUE_SAY;
	arena_free(&scratch);
	return is_verb;
}
