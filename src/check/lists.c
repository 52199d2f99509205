#include "check/parts.h"

#define LONGEST_LISTED 62

/* Sixteen bytes at once, which the compiler has instructions for on every machine. */
typedef unsigned char block __attribute__((vector_size(16)));

static block load(const char *bytes)
{
	block b;
	memcpy(&b, bytes, sizeof(b));
	return b;
}

static bool is_any(block b)
{
	uint64_t halves[2];
	memcpy(halves, &b, sizeof(b));
	return halves[0] | halves[1];
}

/* Whether the word stands in the list with the blank before it from `at` to `end`. */
static bool stands_in(struct str list, size_t at, size_t end, struct str word)
{
	for (; at < end && at + word.n + 1 < list.n; at++)
		if (list.p[at] == ' ' && list.p[at + word.n + 1] == ' ' &&
			memcmp(list.p + at + 1, word.p, word.n) == 0)
			return true;
	return false;
}

bool is_listed(const char *words, struct str word)
{
	struct str list = str_c(words);
	if (word.n == 0 || word.n > LONGEST_LISTED || memchr(word.p, ' ', word.n))
		return false;
	if (list.n < word.n + 1 + sizeof(block))
		return stands_in(list, 0, list.n, word);
	block blank = (block){0} + (unsigned char)' ';
	block first = (block){0} + (unsigned char)word.p[0];
	size_t last = list.n - word.n - 1 - sizeof(block); /* where the last block begins */
	for (size_t at = 0;; at = at + sizeof(block) < last ? at + sizeof(block) : last) {
		const char *here = list.p + at;
		block hits = (block)((load(here) == blank) & (load(here + 1) == first) &
			(load(here + word.n + 1) == blank));
		if (is_any(hits) && stands_in(list, at, at + sizeof(block), word))
			return true;
		if (at == last)
			return false;
	}
}
