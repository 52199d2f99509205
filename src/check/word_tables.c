/* word_tables OUT.c CUES.txt OPPOSITES.txt [data.noun data.verb data.adj data.adv]: makes the
 * tables of words that the program carries, from our own lists and, where it is installed, from
 * WordNet. Runs while building.
 *
 * WordNet's files are described in wndb(5WN): a line is a synset: offset, file, type, count of
 * words (hexadecimal), the words with an id each, count of pointers, the pointers (symbol, offset,
 * type, and the number of the source's and the target's word in hexadecimal); "!" is an antonym. */
#include "text/text.h"

#include "check/cues.h"
#include "check/forms.h"
#include "check/opposites.h"

#define LONGEST_WORD 20
#define LEAST_WORD 3
#define LIMIT_FILE ((size_t)64 << 20)

struct pair {
	struct str language, first, second; /* stems, first before second */
	struct str kind;
	size_t rank; /* of two rows about the same words the first read counts: ours before WordNet's */
};
struct cue_row {
	struct str language, word, cues; /* cues: the enumerator's name */
};
struct pair_vec {
	struct pair *items;
	size_t n, capacity;
};

struct table {
	struct arena a;
	struct pair_vec pairs;
	struct {
		struct cue_row *items;
		size_t n, capacity;
	} cues;
	struct map synsets; /* "offset type" -> its words: index of words */
	struct str_vec words;
};

static struct str key_of(struct arena *a, struct str word, struct str language)
{
	struct str folded = text_fold(a, word);
	struct str irregular = str_eq(language, STR("en")) ? form_stem(folded) : STR("");
	return irregular.n ? irregular : text_stem(a, folded, language);
}

static void add_pair(
	struct table *t, struct str language, struct str kind, struct str left, struct str right)
{
	struct str x = key_of(&t->a, left, language), y = key_of(&t->a, right, language);
	int order = str_cmp(x, y);
	if (order == 0)
		return;
	*VEC_ADD(&t->a, &t->pairs) =
		(struct pair){language, order < 0 ? x : y, order < 0 ? y : x, kind, t->pairs.n};
}

static struct str next_word(struct str *rest)
{
	*rest = str_trim(*rest);
	return str_cut(rest, ' ');
}

static struct str upper(struct arena *a, struct str s)
{
	char *copy = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		copy[i] = s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 'a' + 'A') : s.p[i];
	return (struct str){copy, s.n};
}

static void read_cue_line(struct table *t, struct str line)
{
	struct str language = next_word(&line), class = next_word(&line), key_language = language;
	bool is_stem = str_ends(class, STR("~"));
	if (is_stem) {
		class.n--;
		key_language = str_format(&t->a, "%.*s~", STR_ARG(language));
	}
	while (str_trim(line).n) {
		struct str word = text_fold(&t->a, next_word(&line));
		*VEC_ADD(&t->a, &t->cues) = (struct cue_row){
			key_language, is_stem ? key_of(&t->a, word, language) : word, upper(&t->a, class)};
	}
}

static void read_opposites(struct table *t, struct str line)
{
	struct str language = next_word(&line), kind = next_word(&line), left = str_cut(&line, '|');
	while (str_trim(left).n) {
		struct str word = next_word(&left), right = line;
		while (str_trim(right).n)
			add_pair(t, language, kind, word, next_word(&right));
	}
}

static struct str read_file(struct table *t, const char *path)
{
	struct buf b = BUF(LIMIT_FILE);
	struct err err = {0};
	if (!buf_read_file(&b, path, &err)) {
		(void)fprintf(stderr, "%s\n", err.msg);
		exit(1);
	}
	struct str text = str_dup(&t->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static size_t from_hex(struct str digits)
{
	size_t value = 0;
	for (size_t i = 0; i < digits.n; i++) {
		char c = char_lower(digits.p[i]);
		value = value * 16 + (size_t)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return value;
}

/* A satellite ("s") stands in the adjectives' file. */
static struct str synset_key(struct table *t, struct str offset, struct str type)
{
	return str_format(&t->a, "%.*s%c", STR_ARG(offset), type.p[0] == 's' ? 'a' : type.p[0]);
}

static void read_synset(struct table *t, struct str line)
{
	struct str offset = next_word(&line);
	(void)next_word(&line);
	struct str type = next_word(&line);
	size_t count = from_hex(next_word(&line));
	*map_put(&t->synsets, synset_key(t, offset, type), NULL) = t->words.n;
	for (size_t i = 0; i < count; i++) {
		struct str word = next_word(&line);
		size_t mark = str_find_char(word, '(', 0); /* "galore(ip)" */
		*VEC_ADD(&t->a, &t->words) = mark == STR_NONE ? word : str_sub(word, 0, mark);
		(void)next_word(&line);
	}
}

static bool is_single_word(struct str word)
{
	if (word.n < LEAST_WORD || word.n > LONGEST_WORD)
		return false;
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] < 'a' || word.p[i] > 'z')
			return false;
	return true;
}

static void read_antonyms(struct table *t, struct str line)
{
	struct str offset = next_word(&line);
	(void)next_word(&line);
	struct str type = next_word(&line);
	size_t first = *map_get(&t->synsets, synset_key(t, offset, type));
	for (size_t count = from_hex(next_word(&line)); count > 0; count--) {
		(void)next_word(&line);
		(void)next_word(&line);
	}
	struct str pointers = next_word(&line);
	for (size_t i = 0; i < pointers.n && !char_is_digit(pointers.p[i]); i++)
		return;
	for (long n = strtol(pointers.p, NULL, 10); n > 0; n--) {
		struct str symbol = next_word(&line), to = next_word(&line), to_type = next_word(&line),
				   numbers = next_word(&line);
		size_t source = from_hex(str_sub(numbers, 0, 2)), target = from_hex(str_from(numbers, 2));
		const size_t *other = map_get(&t->synsets, synset_key(t, to, to_type));
		if (!str_eq(symbol, STR("!")) || !other || source == 0 || target == 0)
			continue;
		struct str left = t->words.items[first + source - 1],
				   right = t->words.items[*other + target - 1];
		if (is_single_word(left) && is_single_word(right))
			add_pair(t, STR("en"), STR("antonym"), left, right);
	}
}

static void each_line(
	struct table *t, struct str text, char comment, void (*read)(struct table *, struct str))
{
	while (text.p) {
		struct str line = str_cut(&text, '\n');
		if (line.n && line.p[0] != comment)
			read(t, line);
	}
}

static int compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	int order = str_cmp(x->language, y->language);
	order = order ? order : str_cmp(x->first, y->first);
	order = order ? order : str_cmp(x->second, y->second);
	return order ? order : x->rank < y->rank ? -1 : 1;
}

static int compare_cues(const void *a, const void *b)
{
	const struct cue_row *x = a, *y = b;
	int order = str_cmp(x->language, y->language);
	order = order ? order : str_cmp(x->word, y->word);
	return order ? order : str_cmp(x->cues, y->cues);
}

/* Rows of an open-addressing table, at most half full: row + 1 by place, 0 = free. */
struct places {
	size_t *items;
	size_t mask;
};

static struct places places_for(struct arena *a, size_t rows)
{
	struct places p = {.mask = 1};
	while (p.mask < rows * 2)
		p.mask = p.mask * 2 + 1;
	p.items = ARENA_ARRAY(a, size_t, p.mask + 1);
	return p;
}

static void place(struct places *p, size_t hash, size_t row)
{
	size_t at = hash & p->mask;
	while (p->items[at])
		at = (at + 1) & p->mask;
	p->items[at] = row + 1;
}

static bool is_same_cue(const struct cue_row *a, const struct cue_row *b)
{
	return str_eq(a->language, b->language) && str_eq(a->word, b->word);
}

static void put_cues(struct table *t, struct buf *b)
{
	const struct cue_row *rows = t->cues.items;
	qsort(t->cues.items, t->cues.n, sizeof(*t->cues.items), compare_cues);
	struct places p = places_for(&t->a, t->cues.n);
	for (size_t i = 0; i < t->cues.n; i++) {
		struct str language = rows[i].language;
		bool is_stem = str_ends(language, STR("~"));
		language.n -= is_stem;
		if (i == 0 || !is_same_cue(&rows[i], &rows[i - 1]))
			place(&p, cue_hash(language, is_stem, hash_fast(rows[i].word)), i);
	}
	buf_add_c(b, "#include \"check/cues.h\"\n\nconst struct cue cue_slots[] = {\n");
	for (size_t at = 0; at <= p.mask; at++) {
		size_t first = p.items[at] - 1;
		if (p.items[at] == 0) {
			buf_add_c(b, "\t{NULL, NULL, 0},\n");
			continue;
		}
		buf_addf(b, "\t{\"%.*s\", \"%.*s\", 0", STR_ARG(rows[first].language),
			STR_ARG(rows[first].word));
		for (size_t i = first; i < t->cues.n && is_same_cue(&rows[i], &rows[first]); i++)
			buf_addf(b, " | CUE_%.*s", STR_ARG(rows[i].cues));
		buf_add_c(b, "},\n");
	}
	buf_addf(b, "};\nconst size_t cue_mask = %zu;\n\n", p.mask);
}

static void put_opposites(struct table *t, struct buf *b)
{
	const struct pair *rows = t->pairs.items;
	qsort(t->pairs.items, t->pairs.n, sizeof(*t->pairs.items), compare_pairs);
	struct places p = places_for(&t->a, t->pairs.n);
	for (size_t i = 0; i < t->pairs.n; i++)
		if (i == 0 || !str_eq(rows[i].language, rows[i - 1].language) ||
			!str_eq(rows[i].first, rows[i - 1].first) ||
			!str_eq(rows[i].second, rows[i - 1].second))
			place(&p, opposite_hash(hash_fast(rows[i].first), hash_fast(rows[i].second)), i);
	buf_add_c(b, "#include \"check/opposites.h\"\n\nconst struct opposite opposite_slots[] = {\n");
	for (size_t at = 0; at <= p.mask; at++) {
		if (p.items[at] == 0) {
			buf_add_c(b, "\t{NULL, NULL, NULL, NULL},\n");
			continue;
		}
		const struct pair *row = &rows[p.items[at] - 1];
		buf_addf(b, "\t{\"%.*s\", \"%.*s\", \"%.*s\", \"%.*s\"},\n", STR_ARG(row->language),
			STR_ARG(row->first), STR_ARG(row->second), STR_ARG(row->kind));
	}
	buf_addf(b, "};\nconst size_t opposite_mask = %zu;\n", p.mask);
}

static bool write_tables(struct table *t, const char *path, struct err *err)
{
	struct buf b = BUF((size_t)4 << 20);
	put_cues(t, &b);
	put_opposites(t, &b);
	bool is_written = buf_check(&b, err) && file_write(path, buf_str(&b), err);
	buf_free(&b);
	return is_written;
}

int main(int argc, char **argv)
{
	struct table t = {0};
	struct err err = {0};
	if (argc < 4)
		return 2;
	t.synsets = map_new(&t.a);
	each_line(&t, read_file(&t, argv[2]), '#', read_cue_line);
	each_line(&t, read_file(&t, argv[3]), '#', read_opposites);
	for (int i = 4; i < argc; i++)
		each_line(&t, read_file(&t, argv[i]), ' ', read_synset);
	for (int i = 4; i < argc; i++)
		each_line(&t, read_file(&t, argv[i]), ' ', read_antonyms);
	if (!write_tables(&t, argv[1], &err)) {
		(void)fprintf(stderr, "%s\n", err.msg);
		return 1;
	}
	arena_free(&t.a);
	return 0;
}
