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
bool list_has(const char *list, struct str word);

bool point_is_word(uint32_t c);     /* a letter, a digit or a mark on one */
bool point_is_unspaced(uint32_t c); /* of a script that puts no blanks between words */

#endif
