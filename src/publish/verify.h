/* What the files of verify share: verify.c (lines and levels), proof_read.c, verify_page.c,
 * passages.c. Private to publish. */
#ifndef PUBLISH_VERIFY_H
#define PUBLISH_VERIFY_H

#include "publish/publish.h"

#define CLAIM_DIGITS 16 /* of a SHA-256 in hex */

void verify_add(struct verification *v, struct arena *a, enum verify_level level,
	enum verify_state state, const char *format, ...) PRINTF_LIKE(5, 6);

/* Whether the page says what the proof does, word for word and in order: sentences, table, label,
 * corrections, links to the sources. */
void verify_page(
	struct arena *a, const struct proof *proof, struct str page, struct verification *v);

/* ---- Sentences found again by their hash (passages.c) ---- */

/* A text as words of text_canonical, with the piece of the text that each came from. */
struct passages {
	struct str text;
	struct {
		struct passage_word {
			struct str word;
			struct span piece;
		} * items;
		size_t n, capacity;
	} words;
};
struct passages passages_of(struct arena *a, struct str text);
/* Where `count` words in a row with this SHA-256 stand: at `hint` if they do, else the first such
 * run. */
bool passage_find(
	const struct passages *p, size_t count, struct str hash, struct span hint, struct span *found);
/* The run of so many words that shares most words with a text; its share, 0 to 1. */
double passage_nearest(
	struct arena *a, const struct passages *p, struct str like, struct span *nearest);

#endif
