/* Tables of the languages that text has rules for. Private to this module.
 *
 * A list is a C string of words between single blanks, with a blank at both ends, so that anyone
 * can read and mend it. */
#ifndef TEXT_RULES_H
#define TEXT_RULES_H

#include "text/text.h"

struct rules {
	const char *code;    /* ISO 639-1 */
	const char *stemmer; /* libstemmer's name; NULL = one of our own, or none */
	const char *stop;    /* folded function words */
	/* Folded words that end in a full stop without ending a sentence: */
	const char *before_name;   /* titles and ranks: never at the end of a sentence */
	const char *before_number; /* "No. 5": only in front of a number */
	const char *other;         /* may end a sentence: a function word behind it decides */
	const char *elided;        /* what stands before an apostrophe as a word of its own: l', d' */
	bool has_dotted_ordinals;  /* "27. Mai" */
};

/* The rules of a language; those that hold for all when it has none. Never NULL. */
const struct rules *rules_of(struct str language);
/* The languages that have a stop list, for guessing; ends with a row without code. */
const struct rules *rules_all(void);

/* The lists of a row, to ask which have a word. */
enum rule_list {
	LIST_STOP,
	LIST_BEFORE_NAME,
	LIST_BEFORE_NUMBER,
	LIST_OTHER,
	LIST_ELIDED,
	LIST_COUNT
};
/* By list, the languages that have the word in theirs: bit i is row i of rules_all. */
struct list_set {
	uint32_t languages[LIST_COUNT];
};
/* The lists that have the folded word, without a search; those of no word when none has. */
const struct list_set *lists_with(struct str word);
uint32_t rules_bit(const struct rules *rules);
bool is_in_list(const struct rules *rules, enum rule_list list, struct str word);

bool point_is_word_beyond_ascii(uint32_t c);
static inline bool point_is_word(uint32_t c) /* a letter, a digit or a mark on one */
{
	return c < 0x80 ? char_is_alpha((char)c) || char_is_digit((char)c)
					: point_is_word_beyond_ascii(c);
}
bool point_is_unspaced(uint32_t c); /* of a script that puts no blanks between words */

#endif
