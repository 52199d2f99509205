#include "story/vector.h"

#define SHINGLE_WORDS 5
#define BATCH ((size_t)4 * SHINGLES_MOST)
#define QUOTATION_BYTES ((size_t)600)
#define LEAST_COMPARED 6 /* shingles; fewer say nothing */

struct lowest {
	uint32_t items[BATCH];
	size_t n;
	uint32_t ceiling;
};

static int compare_u32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

static void keep_lowest(struct lowest *l)
{
	qsort(l->items, l->n, sizeof(l->items[0]), compare_u32);
	size_t kept = 0;
	for (size_t i = 0; i < l->n; i++)
		if (kept == 0 || l->items[kept - 1] != l->items[i])
			l->items[kept++] = l->items[i];
	l->n = kept;
	if (kept >= SHINGLES_MOST) {
		l->n = SHINGLES_MOST;
		l->ceiling = l->items[SHINGLES_MOST - 1];
	}
}

static void add_shingle(struct lowest *l, const uint64_t *words, size_t count)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < SHINGLE_WORDS; i++)
		hash = (hash ^ words[(count + i) % SHINGLE_WORDS]) * 0x9E3779B97F4A7C15U;
	uint32_t low = (uint32_t)(hash >> 32);
	if (low > l->ceiling)
		return;
	if (l->n == BATCH)
		keep_lowest(l);
	l->items[l->n++] = low;
}

/* Letters and digits of ASCII and everything above it but general punctuation (U+2000 and on).
 * Copies keep their bytes, so no more folding is needed. */
static bool is_word_byte(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.p[at];
	if (c == 0xE2 && at + 1 < text.n && (unsigned char)text.p[at + 1] == 0x80)
		return false;
	return c >= 0x80 || char_is_alpha((char)c) || char_is_digit((char)c);
}

/* The end of the quotation whose mark begins at `at`; `at` when none begins there. The closing mark
 * must stand in the same paragraph and not too far off, else the mark was something else. */
static size_t quotation_end(struct str text, size_t at)
{
	static const struct {
		struct str open, close;
	} marks[] = {{STR_CONST("\""), STR_CONST("\"")},
		{STR_CONST("\xE2\x80\x9C"), STR_CONST("\xE2\x80\x9D")},
		{STR_CONST("\xE2\x80\x9E"), STR_CONST("\xE2\x80\x9C")},
		{STR_CONST("\xC2\xAB"), STR_CONST("\xC2\xBB")}, {STR_CONST("``"), STR_CONST("\'\'")}};
	if (!strchr("\"`\xE2\xC2", text.p[at]) || !text.p[at])
		return at;
	struct str rest = str_sub(text, at, QUOTATION_BYTES);
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (!str_starts(rest, marks[i].open))
			continue;
		size_t close = str_find(rest, marks[i].close, marks[i].open.n);
		size_t line = str_find_char(rest, '\n', 0);
		return close == STR_NONE || close > line ? at : at + close + marks[i].close.n;
	}
	return at;
}

struct shingles vector_shingles(struct arena *a, struct str text)
{
	struct lowest *l = ARENA_NEW(a, struct lowest);
	uint64_t words[SHINGLE_WORDS] = {0};
	size_t count = 0;
	l->ceiling = UINT32_MAX;
	for (size_t i = 0; i < text.n;) {
		size_t end = quotation_end(text, i);
		if (end > i) {
			i = end;
			count = 0; /* no shingle reaches over it */
			continue;
		}
		if (!is_word_byte(text, i)) {
			i += (unsigned char)text.p[i] == 0xE2 ? 3 : 1;
			continue;
		}
		uint64_t hash = 0xCBF29CE484222325U; /* FNV-1a */
		for (; i < text.n && is_word_byte(text, i); i++)
			hash = (hash ^ (unsigned char)char_lower(text.p[i])) * 0x100000001B3U;
		words[count++ % SHINGLE_WORDS] = hash;
		if (count >= SHINGLE_WORDS)
			add_shingle(l, words, count);
	}
	keep_lowest(l);
	return (struct shingles){l->items, l->n, l->ceiling};
}

struct shingles shingles_dup(struct arena *a, struct shingles s)
{
	uint32_t *items = ARENA_ARRAY(a, uint32_t, s.n);
	if (s.n)
		memcpy(items, s.items, s.n * sizeof(*items));
	s.items = items;
	return s;
}

struct containment shingles_compare(const struct shingles *a, const struct shingles *b)
{
	uint32_t ceiling = a->ceiling < b->ceiling ? a->ceiling : b->ceiling;
	size_t i = 0, k = 0, both = 0;
	while (i < a->n && k < b->n && a->items[i] <= ceiling && b->items[k] <= ceiling) {
		uint32_t x = a->items[i], y = b->items[k];
		both += x == y;
		i += x <= y;
		k += y <= x;
	}
	while (i < a->n && a->items[i] <= ceiling)
		i++;
	while (k < b->n && b->items[k] <= ceiling)
		k++;
	size_t smaller = i < k ? i : k;
	if (smaller < LEAST_COMPARED)
		return (struct containment){0};
	return (struct containment){(double)both / (double)i, (double)both / (double)smaller, smaller};
}

int64_t story_latest_time(struct when published)
{
	if (!when_is_known(published))
		return INT64_MAX;
	return published.utc_s + (published.is_day_only ? DAY_S - 1 : 0);
}
