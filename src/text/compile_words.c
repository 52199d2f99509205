/* A program of the build: turns the word lists of lexicon_*.c and rules.c, which people read and
 * mend, into the tables of word_table.h, which need no time to set up. Writes C to standard output.
 */
#define BASE_INTERNAL
#include "base/base.h"

#include "text/lexicon.h"
#include "text/word_table.h"

struct entry {
	struct str word;
	struct word_sense sense; /* of a word of the lexicon */
	unsigned list;           /* of a word of a list, with sense.languages */
};

struct entries {
	struct entry *items;
	size_t n, capacity;
};

static struct arena arena;

static uint32_t bit_of(const struct rules *row)
{
	return (uint32_t)1 << (row - rules_all());
}

static void add_words(struct entries *to, const char *list, struct entry entry)
{
	struct str rest = str_c(list);
	while (rest.p) {
		entry.word = str_cut(&rest, ' ');
		if (entry.word.n)
			*VEC_ADD(&arena, to) = entry;
	}
}

static void add_lexicon(struct entries *to, const struct lexicon_table *table, uint8_t set)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct lexicon_row *row = &table->rows[i];
		const struct rules *rules = rules_of(str_c(row->language));
		BUG_ON(row->language[0] && !rules->code); /* a language without rules */
		struct entry e = {.sense = {.cues = row->cues, .sets = set}};
		e.sense.languages = row->language[0] ? bit_of(rules) : UINT32_MAX;
		add_words(to, row->words, e);
	}
}

static void add_lists(struct entries *to)
{
	for (const struct rules *r = rules_all();; r++) {
		const char *const lists[] = {[LIST_STOP] = r->stop,
			[LIST_BEFORE_NAME] = r->before_name,
			[LIST_BEFORE_NUMBER] = r->before_number,
			[LIST_OTHER] = r->other,
			[LIST_ELIDED] = r->elided};
		BUG_ON(r - rules_all() >= 32);
		for (unsigned list = 0; list < LIST_COUNT; list++)
			add_words(
				to, lists[list], (struct entry){.list = list, .sense = {.languages = bit_of(r)}});
		if (!r->code)
			return;
	}
}

static int by_word(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = str_cmp(x->word, y->word);
	if (order == 0)
		order = (x->sense.sets > y->sense.sets) - (x->sense.sets < y->sense.sets);
	return order ? order : (x->sense.cues > y->sense.cues) - (x->sense.cues < y->sense.cues);
}

/* How many entries from `first` on are of the same word. */
static size_t run_of(const struct entries *e, size_t first)
{
	size_t end = first + 1;
	while (end < e->n && str_eq(e->items[end].word, e->items[first].word))
		end++;
	return end - first;
}

static void put_string(struct str word)
{
	printf("\"");
	for (size_t i = 0; i < word.n; i++)
		printf("\\%03o", (unsigned)(unsigned char)word.p[i]);
	printf("\"\n");
}

/* Entries that say the same in other languages become one. */
static void merge(struct entries *e)
{
	size_t n = 0;
	for (size_t i = 0; i < e->n; i++) {
		struct entry *last = n ? &e->items[n - 1] : NULL;
		if (last && last->list == e->items[i].list && str_eq(last->word, e->items[i].word) &&
			last->sense.sets == e->items[i].sense.sets &&
			last->sense.cues == e->items[i].sense.cues)
			last->sense.languages |= e->items[i].sense.languages;
		else
			e->items[n++] = e->items[i];
	}
	e->n = n;
}

/* The slots of one table; `is_spread`: the value is the entry, not the count of words so far. */
static void put_slots(const struct entries *e, const char *name, uint32_t base, bool is_spread)
{
	uint32_t size = 16, start = base;
	while (size < 2 * e->n)
		size *= 2;
	struct word_slot *slots = ARENA_ARRAY(&arena, struct word_slot, size);
	for (size_t i = 0, words = 0; i < e->n; i += run_of(e, i), words++) {
		struct str word = e->items[i].word;
		uint32_t at = word_hash(word) & (size - 1);
		while (slots[at].length)
			at = (at + 1) & (size - 1);
		size_t value = is_spread ? i : words;
		BUG_ON(value > UINT16_MAX || word.n > UINT16_MAX);
		slots[at] = (struct word_slot){start, (uint16_t)word.n, (uint16_t)value};
		start += (uint32_t)word.n;
	}
	printf("const uint32_t %s_mask = %uu;\nconst struct word_slot %s_slots[] = {\n", name,
		(unsigned)(size - 1), name);
	for (uint32_t i = 0; i < size; i++)
		printf("{%u,%u,%u},\n", (unsigned)slots[i].start, slots[i].length, slots[i].value);
	printf("};\n");
}

static uint32_t put_bytes(const struct entries *e)
{
	uint32_t bytes = 0;
	for (size_t i = 0; i < e->n; i += run_of(e, i)) {
		put_string(e->items[i].word);
		bytes += (uint32_t)e->items[i].word.n;
	}
	return bytes;
}

static void put_senses(const struct entries *e)
{
	printf("const struct word_sense lexicon_senses[] = {\n");
	for (size_t i = 0; i < e->n; i++) {
		const struct word_sense *s = &e->items[i].sense;
		bool is_last = i + 1 == e->n || !str_eq(e->items[i + 1].word, e->items[i].word);
		printf("{%lluu,%uu,%u,%d},\n", (unsigned long long)s->cues, (unsigned)s->languages, s->sets,
			is_last);
	}
	printf("};\n");
}

static void put_lists(const struct entries *e)
{
	printf("const struct list_set list_sets[] = {\n");
	for (size_t i = 0, n; i < e->n; i += n) {
		struct list_set set = {{0}};
		n = run_of(e, i);
		for (size_t k = i; k < i + n; k++)
			set.languages[e->items[k].list] |= e->items[k].sense.languages;
		printf("{{");
		for (unsigned list = 0; list < LIST_COUNT; list++)
			printf("%uu,", (unsigned)set.languages[list]);
		printf("}},\n");
	}
	printf("};\n");
}

int main(void)
{
	struct entries lexicon = {0}, lists = {0};
	add_lexicon(&lexicon, &lexicon_dates, LEXICON_DATES);
	add_lexicon(&lexicon, &lexicon_numbers, LEXICON_NUMBERS);
	add_lexicon(&lexicon, &lexicon_ordinals, LEXICON_NUMBERS);
	add_lexicon(&lexicon, &lexicon_amounts, LEXICON_NUMBERS);
	add_lexicon(&lexicon, &lexicon_names, LEXICON_NAMES);
	add_lexicon(&lexicon, &lexicon_speech, LEXICON_SPEECH);
	add_lexicon(&lexicon, &lexicon_durations, LEXICON_DURATIONS);
	add_lists(&lists);
	qsort(lexicon.items, lexicon.n, sizeof(*lexicon.items), by_word);
	qsort(lists.items, lists.n, sizeof(*lists.items), by_word);
	merge(&lexicon);
	printf("#include \"text/word_table.h\"\nconst char word_bytes[] =\n");
	uint32_t bytes = put_bytes(&lexicon);
	(void)put_bytes(&lists);
	printf(";\n");
	put_slots(&lexicon, "lexicon", 0, true);
	put_slots(&lists, "list", bytes, false);
	put_senses(&lexicon);
	put_lists(&lists);
	arena_free(&arena);
	return 0;
}
