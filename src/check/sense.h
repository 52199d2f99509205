/* sense: what the checks of meaning share: a sentence of the draft beside each of its best source
 * sentences. Private to check. */
#ifndef CHECK_SENSE_H
#define CHECK_SENSE_H

#include "check/edit.h"

#define SENSE_CITES 3

/* The draft's sentence against one source sentence. */
struct compared {
	struct cite cite;
	const struct witness *source;
	struct edit_words words;
	struct edit edit;
};
struct sense {
	struct subject *s;
	struct evidence *e; /* where else it may be told */
	const char *kind;   /* what every finding is called, without evidence; NULL: by its own kind */
	struct cite own;    /* with kind: the sentence itself, which is no evidence */
	struct edit_words draft;
	struct compared items[SENSE_CITES];
	size_t n;
};

/* The checks, one file each. */
void find_negations(struct sense *x);
void find_opposites(struct sense *x);
void find_modalities(struct sense *x);

/* How many content words of the draft within reach of word i are paired with source words within
 * reach of j, word i itself left out. */
size_t sense_near(const struct compared *c, size_t i, size_t j);
/* Whether the two sentences and the place in them are close enough for a difference to be an
 * error, not only a matter for review. */
bool sense_is_close(const struct compared *c, size_t i, size_t j);
/* Whether they are close enough for review; further apart, a difference tells nothing. */
bool sense_is_related(const struct compared *c, size_t i, size_t j);

/* What is looked for in the sources, among words that the draft has near it. */
struct sought {
	struct str key;
	struct str form;    /* only in this form; empty: in any */
	struct str next;    /* only with this key behind it; empty: with any */
	int is_negated;     /* with (1) or without (0) a negation before it, or either way (-1) */
	struct cite except; /* a sentence that does not count; its length may be 0 */
};
/* Whether a source has it near the words that stand around word i of the draft. */
bool sense_is_told(const struct sense *x, size_t i, const struct sought *sought);

/* Adds a finding of tier error or review at words of the draft, with source words as evidence. */
void sense_add(struct sense *x, const struct compared *c, struct span draft, struct span source,
	const char *kind, bool is_error, struct str explain);
/* Source words from `first` to `last` with a few around them, as a person would quote them. */
struct str sense_quote(const struct compared *c, size_t first, size_t last);

/* Whether the word at i negates what follows it ("not", "never", "without"; not in "not only"). */
bool is_negation(const struct edit_words *words, size_t i);
/* Whether something before word i, in its clause, negates it. */
bool is_negated(const struct edit_words *words, size_t i);

#endif
