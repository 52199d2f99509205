/* What people said: direct quotations with a named speaker. Private to write. */
#ifndef WRITE_SAID_H
#define WRITE_SAID_H

#include "write/material.h"

struct sentence_vec {
	struct draft_sentence *items;
	size_t n, capacity;
};

/* Adds at most `most` sentences, best first. */
void said_write(struct material *m, size_t most, struct sentence_vec *out);

#endif
