/* The main clause of a source sentence in parts, from which the desk makes a sentence or a headline
 * of its own: who did what, on which day. English only. Private to write. */
#ifndef WRITE_STATEMENT_H
#define WRITE_STATEMENT_H

#include "write/material.h"

/* The check allows no longer run of a source's words outside quotation marks. */
#define STATEMENT_RUN_MAX 8

struct statement {
	const struct passage *passage;
	struct cite named_at; /* length 0, or the sentence that gives the full name */
	struct str subject;   /* with a role only when it colours nothing */
	struct str name;      /* the subject without its role */
	struct str predicate; /* verb and what follows it, without days and asides */
	struct str source;    /* "Grimm's lawyer said", when the sentence ends so; mostly empty */
	struct when day;      /* that the sentence gives */
	bool is_of_person;
	bool has_name;       /* the subject */
	bool opener_is_name; /* else its first letter is small inside a sentence */
	size_t words;        /* of name and predicate */
};

/* False when the sentence has no such clause, or one that does not hold without the rest. The
 * predicate ends at a border with at most words_max words of name and predicate together. */
bool statement_read(
	const struct material *m, const struct passage *p, size_t words_max, struct statement *out);

/* Whether the text shares a run of over STATEMENT_RUN_MAX words with a report. */
bool statement_is_copied(const struct material *m, struct str text);

/* A role as it stands before a name: titles and plain nouns, no word that judges. */
bool statement_is_plain_role(struct arena *a, struct str language, struct str role);

#endif
