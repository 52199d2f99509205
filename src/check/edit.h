/* edit: what a sentence of the draft has in common with a sentence of a source, and how it differs.
 * Private to check.
 *
 * Both are read as words in their basic form; the words that both have in the same order are
 * paired, and what lies between pairs makes runs of replaced, inserted and dropped words. */
#ifndef CHECK_EDIT_H
#define CHECK_EDIT_H

#include "check/cues.h"
#include "check/parts.h"

/* Words of a sentence that are looked at; the product bounds the work for one comparison. */
#define EDIT_DRAFT_WORDS 128
#define EDIT_SOURCE_WORDS 192
#define EDIT_NONE ((size_t)-1)

struct edit_word {
	struct span span; /* in the text that it comes from */
	struct str form;  /* folded, without 's; "isn't" is the two words "is" and "not" */
	struct str key;   /* the stem of its basic form ("go" for "went"): equal keys are one word */
	uint64_t hash;    /* of key: hash_fast */
	uint32_t cues;    /* how it bears on the meaning: see cues.h */
	bool is_stop, is_number, is_upper;
	bool begins_clause; /* a comma, a dash, a bracket or the like stands before it */
};
struct edit_words {
	struct edit_word *items;
	size_t n, capacity;
};

/* The words of a text of its own, such as a sentence of the draft; spans count in it. */
struct edit_words edit_words_of(struct arena *a, struct str text, struct str language);
/* Those of the sentence that is checked, read once. */
const struct edit_words *subject_words(struct subject *s);
/* The words of a part of a source; spans count in the report's text. */
struct edit_words edit_words_in(struct arena *a, const struct witness *s, struct span part);

enum edit_kind { EDIT_SAME, EDIT_REPLACED, EDIT_INSERTED, EDIT_DROPPED };
struct edit_run {
	enum edit_kind kind;
	size_t draft, draft_n;   /* first word and count; of a dropped run, where it would stand */
	size_t source, source_n; /* likewise; an inserted run has none */
};
struct edit {
	const struct edit_words *draft, *source;
	size_t *to_source; /* by word of the draft: its pair, or EDIT_NONE */
	size_t *to_draft;  /* by word of the source */
	struct {
		struct edit_run *items;
		size_t n, capacity;
	} runs;
	double share; /* of the draft's content words that have a pair, 0 to 1; 0 when it has none */
};

/* Borrows both lists of words. Time is the product of their lengths, at most EDIT_DRAFT_WORDS *
 * EDIT_SOURCE_WORDS; words beyond have no pair. */
struct edit edit_compare(
	struct arena *a, const struct edit_words *draft, const struct edit_words *source);

/* From the first to the last of n words. */
struct span edit_span(const struct edit_words *words, size_t first, size_t n);

#endif
