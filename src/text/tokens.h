/* tokens: the words, numbers and marks of a text, with what the lexicon knows about each. What
 * names, numbers, dates and quotations read. Inside text only. */
#ifndef TEXT_TOKENS_H
#define TEXT_TOKENS_H

#include "base/base.h"

enum token_kind {
	TOKEN_WORD,   /* letters, with digits and apostrophes inside: "O'Neill", "U.S.", "F16" */
	TOKEN_NUMBER, /* digits with their separators: "3,800", "2.5", "3 800" */
	TOKEN_MARK    /* one other character, or a whole web address */
};

struct token {
	struct span span;
	struct str word;   /* a word folded as lexicon_fold does; empty for others */
	uint64_t cues;     /* what the lexicon says of numbers, dates and speech */
	uint64_t all_cues; /* what all of it says */
	uint32_t mark;     /* the character of a mark; 0 for others */
	uint32_t sentence; /* which sentence, from 0 */
	uint32_t paragraph;
	enum token_kind kind;
	bool is_upper;     /* begins with a capital */
	bool is_all_upper; /* two capitals or more, and no small letter */
	bool is_first;     /* the first word or number of its sentence */
	bool is_glued;     /* no white space before it */
};
struct token_vec {
	struct token *items;
	size_t n, capacity;
};

/* The tokens of a text whose sentences are known. The possessive 's, elided articles (l', dell')
 * and Turkish endings after an apostrophe are tokens of their own. */
struct token_vec tokens_of(
	struct arena *a, struct str text, struct str language, const struct span_vec *sentences);
/* The same tokens, with what all of the lexicon says as their cues: for names and quotations. */
struct token_vec tokens_with_all(struct arena *a, const struct token_vec *tokens);

extern const struct token token_blank;

/* Token i when it exists and is in the same sentence as token `near`; a blank mark otherwise, so
 * that looking around needs no checks. */
static inline const struct token *token_near(
	const struct token_vec *tokens, size_t near, ptrdiff_t distance)
{
	size_t i = near + (size_t)distance; /* before the first one it wraps round to a great number */
	if (i >= tokens->n || near >= tokens->n ||
		tokens->items[i].sentence != tokens->items[near].sentence)
		return &token_blank;
	return &tokens->items[i];
}

/* From the beginning of the first to the end of the last. */
struct span token_range(const struct token_vec *tokens, size_t first, size_t last);

#endif
