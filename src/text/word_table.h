/* word_table: the tables of words that compile_words.c makes when the program is built, from
 * lexicon_*.c and rules.c. Inside text only. */
#ifndef TEXT_WORD_TABLE_H
#define TEXT_WORD_TABLE_H

#include "text/rules.h"

/* A place of an open-addressing table whose size is a power of two, at most half full. */
struct word_slot {
	uint32_t start;  /* of the word in word_bytes */
	uint16_t length; /* 0: the place is free */
	uint16_t value;  /* the first in lexicon_senses, or the index in list_sets */
};

/* What a row of the lexicon says about a word, in some languages. */
struct word_sense {
	uint64_t cues;
	uint32_t languages; /* one bit for each row of rules_all, the one without code too */
	uint8_t sets;       /* LEXICON_... */
	bool is_last;       /* of its word */
};

extern const char word_bytes[];
extern const struct word_slot lexicon_slots[], list_slots[];
extern const uint32_t lexicon_mask, list_mask; /* sizes less 1 */
extern const struct word_sense lexicon_senses[];
extern const struct list_set list_sets[];

/* FNV-1a (Fowler, Noll, Vo 1991), 32 bits: the same wherever the tables are built. */
static inline uint32_t word_hash(struct str word)
{
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < word.n; i++)
		hash = (hash ^ (unsigned char)word.p[i]) * 16777619u;
	return hash ^ hash >> 15;
}

/* The place of the word, or the free one where it would stand. */
static inline const struct word_slot *word_find(
	const struct word_slot *slots, uint32_t mask, struct str word)
{
	uint32_t at = word_hash(word) & mask;
	while (slots[at].length &&
		!(slots[at].length == word.n && !memcmp(word_bytes + slots[at].start, word.p, word.n)))
		at = (at + 1) & mask;
	return &slots[at];
}

#endif
