#include "text/text.h"

#include "text/lexicon.h"

bool text_is_reporting_verb(struct str folded_word, struct str language)
{
	struct arena scratch = {0};
	struct str word = lexicon_fold(&scratch, folded_word);
	bool is_verb = lexicon_has(&lexicon_speech, word, language, CUE_SAY);
	arena_free(&scratch);
	return is_verb;
}
