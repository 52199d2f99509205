/* Words by which the extractive writer judges a source sentence: whether it stands alone, may be
 * cut, speaks of the future or of what is not known. English and German; sentences of other
 * languages are judged by form alone. */
#ifndef WRITE_CUES_H
#define WRITE_CUES_H

#include "base/base.h"

enum word_list {
	WORDS_OPENERS,     /* pronouns and connectives that lean on the sentence before */
	WORDS_EXPLETIVES,  /* openers that lean on nothing: "it was unclear" */
	WORDS_BARE_NOUNS,  /* "the senator": nouns that name nobody when they stand alone */
	WORDS_SPECIFIERS,  /* what may follow such a noun and makes it stand: of, who, ... */
	WORDS_PRONOUNS,    /* of the third person */
	WORDS_FIRST,       /* first and second person: outside quotations no news sentence has them */
	WORDS_HEDGES,      /* a part that holds one must not be cut off: it would change what is said */
	WORDS_SUBORDINATE, /* begin a part that may be cut off */
	WORDS_LOOSE,       /* those of them that begin a clause of its own time or thing */
	WORDS_DOUBTS,      /* who says it, or that it is not sure: never cut off */
	WORDS_CLAUSES,     /* begin a clause inside a sentence, which has a verb of its own */
	WORDS_BAD_ENDS,    /* no cut part ends on these */
	WORDS_VERBS,       /* finite verbs by which a clause is known */
	WORDS_PLAIN_SPEECH, /* verbs that take a clause without "that" */
	WORDS_THAT,         /* introduces reported speech */
	WORDS_PREPOSITIONS,
	WORDS_CLAUSE_STARTS, /* may begin a clause: determiners and pronouns */
	WORDS_AND,
	WORDS_RELATIVE, /* who, which: a verb behind one is not the sentence's own */
	WORDS_LEANING,  /* adverbs that lean on the sentence before */
	WORDS_BEFORE,   /* before a date: it is not that day's event that is told */
	WORDS_FUTURE,
	WORDS_PLANNED, /* of the future even with no date */
	WORDS_UNKNOWN,
	WORDS_JUNK,             /* captions, calls to subscribe, credits */
	WORDS_CLICKBAIT,        /* in headlines */
	WORDS_TELLING,          /* counted nouns that need no context */
	WORDS_UNITS,            /* counted nouns that say nothing without their context */
	WORDS_SUBORDINATE_ONLY, /* begin a clause or phrase that a statement does without */
	WORDS_PHRASES,          /* begin a phrase of place or time that may go */
	WORDS_POSSESSIVES,
	WORDS_PLURALS, /* pronouns that may mean anything named before */
	WORDS_DEMONSTRATIVES,
	WORDS_DAY_BEFORE, /* stand before a day */
	WORDS_DAY_PARTS,
	WORDS_ROLES, /* words of a role that judge nobody */
	WORDS_ARTICLES,
	WORDS_PLACING,       /* verbs that want a phrase of place behind their object */
	WORDS_INTRODUCTIONS, /* begin a phrase before the subject, up to a comma */
	WORDS_NEWS_VERBS,    /* more finite verbs, plain only behind a subject */
	WORDS_BE,            /* verbs of a state: what follows can't be cut */
	WORDS_QUESTIONS,     /* begin a clause that is asked */
	WORDS_PERFECT,
	WORDS_CLAUSE_VERBS, /* verbs that say nothing without a clause */
	WORDS_SOURCE_VERBS, /* verbs that end a sentence with who says it */
	WORDS_NO_SUBJECT,   /* begin no sentence whose subject comes first */
	WORDS_FUTURE_PARTS, /* behind one, a day is that of what is yet to come */
	WORDS_COUNTS,       /* behind "a": it counts */
	WORD_LIST_COUNT
};

/* Folded words with one blank before, between and after them, punctuation left out: " the senator
 * said ". */
struct str cues_flatten(struct arena *a, struct str text);

bool cues_starts(enum word_list list, struct str language, struct str flat);
bool cues_has(enum word_list list, struct str language, struct str flat);
bool cues_is(enum word_list list, struct str language, struct str folded_word);

#endif
