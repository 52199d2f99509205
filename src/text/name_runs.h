/* name_runs: runs of capitalised words that may be names, before it is known what they are. Inside
 * text only. */
#ifndef TEXT_NAME_RUNS_H
#define TEXT_NAME_RUNS_H

#include "text/tokens.h"

/* What the whole text says about its words. */
struct name_text {
	struct arena *a;
	struct str text, language;
	const struct token_vec *tokens;
	struct map small;       /* words seen in lower case, at least those seen with a capital too */
	struct map capital;     /* words seen with a capital inside a sentence that is no headline */
	struct map noun;        /* German words seen behind an article */
	uint8_t *sentence_kind; /* enum sentence_kind by sentence */
	bool is_german;
	bool is_headline_only; /* there is nothing but headlines */
};

enum sentence_kind { SENTENCE_PLAIN, SENTENCE_TITLE, SENTENCE_SHOUTED };

struct name_text name_text_of(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language);

/* Whether token i can begin a name. */
bool name_begins(const struct name_text *n, size_t i);

/* The last token of the run that begins at token i. */
size_t name_run_end(const struct name_text *n, size_t i);

/* Two to six capitals. */
bool token_is_acronym(const struct token *t);

#endif
