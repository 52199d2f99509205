#include "check/cast.h"

#define LONGEST_LINE 160 /* marks of a sentence that are lined up */
#define SHORT_FORM 3     /* letters that a short form has in common with its name */
#define LINK_BYTES 12    /* between two names that stand for each other */

/* ---- Names ---- */

static struct str_vec content_of_name(struct arena *a, const struct word *words, size_t n)
{
	struct str_vec out = {0};
	for (size_t i = 0; i < n; i++) {
		struct str folded = words[i].folded;
		if (words[i].is_stop && !words[i].is_upper)
			continue;
		if (str_ends(folded, STR("'s")))
			folded.n -= 2;
		while (folded.p) { /* "Saint-Etienne" */
			struct str part = str_cut(&folded, '-');
			if (part.n)
				*VEC_ADD(a, &out) = part;
		}
	}
	return out;
}

struct str_vec name_words(struct arena *a, struct str name, struct str language)
{
	struct word_vec words = text_words(a, name, language);
	return content_of_name(a, words.items, words.n);
}

static size_t end_of(struct span span)
{
	return span.start + span.length;
}

/* The words of a name out of those of its text, of which *first does not begin behind it; names
 * come in order. One that ends inside a word is read anew. */
static struct str_vec words_of_name(struct arena *a, const struct word_vec *words, size_t *first,
	const struct name *name, struct str language)
{
	while (*first < words->n && words->items[*first].span.start < name->span.start)
		++*first;
	size_t end = *first;
	while (end < words->n && end_of(words->items[end].span) <= end_of(name->span))
		end++;
	bool is_whole = end > *first && words->items[*first].span.start == name->span.start &&
		end_of(words->items[end - 1].span) == end_of(name->span);
	return is_whole ? content_of_name(a, words->items + *first, end - *first)
					: name_words(a, name->text, language);
}

static int compare_names(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* Words with a capital inside a sentence, which text_names leaves out as no names: "Mormon",
 * "American". They hold a place all the same. */
static void add_capitals(struct arena *a, struct name_vec *names, struct text_reading *reading,
	struct str text, struct str language)
{
	if (str_eq(language, STR("de")))
		return;
	struct word_vec words = reading_words(reading);
	struct date_vec dates = reading_dates(reading, WHEN_UNKNOWN);
	size_t n = names->n, k = 0, d = 0;
	for (size_t i = 1; i < words.n; i++) {
		const struct word *w = &words.items[i];
		size_t end = words.items[i - 1].span.start + words.items[i - 1].span.length;
		while (k < n && names->items[k].span.start + names->items[k].span.length <= w->span.start)
			k++;
		while (
			d < dates.n && dates.items[d].span.start + dates.items[d].span.length <= w->span.start)
			d++;
		bool is_taken = (k < n && span_has(names->items[k].span, w->span.start)) ||
			(d < dates.n && span_has(dates.items[d].span, w->span.start));
		bool is_inside = w->span.start == end + 1 && text.p[end] == ' ';
		if (is_taken || !is_inside || !w->is_upper || w->is_stop || w->is_number)
			continue;
		struct name *last = names->n > n ? &names->items[names->n - 1] : NULL;
		if (last && last->span.start + last->span.length == end) {
			last->span.length = w->span.start + w->span.length - last->span.start;
			last->text = span_text(text, last->span);
		} else
			*VEC_ADD(a, names) = (struct name){.span = w->span, .text = span_text(text, w->span)};
	}
	if (names->n > n)
		qsort(names->items, names->n, sizeof(*names->items), compare_names);
}

struct cast cast_of(
	struct arena *a, struct text_reading *reading, struct str text, struct str language)
{
	struct name_vec read = reading_names(reading), names = {0};
	for (size_t i = 0; i < read.n; i++)
		*VEC_ADD(a, &names) = read.items[i];
	add_capitals(a, &names, reading, text, language);
	struct cast c = {.items = ARENA_ARRAY(a, struct role_name, names.n + 1), .n = names.n};
	struct word_vec words = reading_words(reading);
	size_t first = 0;
	for (size_t i = 0; i < names.n; i++) {
		struct role_name *n = &c.items[i];
		n->name = names.items[i];
		n->words = words_of_name(a, &words, &first, &n->name, language);
		n->others = ARENA_ARRAY(a, struct str, n->words.n + 1);
		for (size_t k = 0; k < n->words.n; k++)
			n->others[k] = want(n->words.items[k]).others;
	}
	return c;
}

/* Where words meet that is_same_name can take for one, but for those of its table: they are equal
 * or have four letters in common. */
static size_t head_of(const struct cast *c, struct str word)
{
	return hash_fast(str_sub(word, 0, 4)) & c->head_mask;
}

static void index_words(struct arena *a, struct cast *c)
{
	c->head_mask = 15;
	while (c->head_mask < 2 * c->n)
		c->head_mask = c->head_mask * 2 + 1;
	c->heads = ARENA_ARRAY(a, uint32_t, c->head_mask + 1);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->items[i].words.n; k++) {
			uint32_t *head = &c->heads[head_of(c, c->items[i].words.items[k])];
			*VEC_ADD(a, &c->entries) = (struct name_entry){(uint32_t)i, *head};
			*head = (uint32_t)c->entries.n;
		}
}

const struct cast *cast_of_source(struct evidence *e, size_t report)
{
	struct witness *s = evidence_source(e, report);
	if (!s->cast) {
		struct cast *c = ARENA_NEW(e->a, struct cast);
		*c = cast_of(e->a, s->reading, s->report->text, s->language);
		index_words(e->a, c);
		s->cast = c;
	}
	return s->cast;
}

static bool is_initials(struct str letters, const struct str_vec *words)
{
	size_t n = 0;
	for (size_t i = 0; i < letters.n; i++) {
		if (letters.p[i] == '.')
			continue;
		if (n == words->n || letters.p[i] != words->items[n].p[0])
			return false;
		n++;
	}
	return n > 1;
}

static bool is_same_word(const struct role_name *a, size_t i, const struct role_name *b, size_t j)
{
	struct wanted w = {.word = b->words.items[j], .others = b->others[j]};
	return is_same_name(a->words.items[i], &w);
}

/* Whether all words of one are in the other. */
static bool is_part_of(const struct role_name *a, const struct role_name *b)
{
	for (size_t i = 0; i < a->words.n; i++) {
		bool is_there = false;
		for (size_t j = 0; j < b->words.n && !is_there; j++)
			is_there = is_same_word(a, i, b, j);
		if (!is_there)
			return false;
	}
	return a->words.n > 0;
}

static bool are_one(const struct role_name *a, const struct role_name *b)
{
	return is_part_of(a, b) || is_part_of(b, a);
}

/* "Hibs" for Hibernian, "Lib Dem" for Liberal Democrat. */
static bool is_short_for(const struct role_name *a, const struct role_name *b)
{
	if (a->words.n != b->words.n)
		return false;
	for (size_t i = 0; i < a->words.n; i++) {
		struct str x = a->words.items[i], y = b->words.items[i];
		if (x.n < SHORT_FORM || y.n < SHORT_FORM || memcmp(x.p, y.p, SHORT_FORM) != 0)
			return false;
	}
	return a->words.n > 0;
}

bool names_meet(const struct role_name *a, const struct role_name *b)
{
	if ((a->words.n == 1 && is_initials(a->words.items[0], &b->words)) ||
		(b->words.n == 1 && is_initials(b->words.items[0], &a->words)) || are_one(a, b) ||
		is_short_for(a, b))
		return true;
	if (a->is_whole || b->is_whole)
		return false;
	for (size_t i = 0; i < a->words.n; i++)
		for (size_t j = 0; j < b->words.n; j++)
			if (is_same_word(a, i, b, j))
				return true;
	return false;
}

/* Whether one of a source's names has all words of this one. */
static bool has_name_with(const struct cast *theirs, const struct role_name *name)
{
	if (name->words.n == 0)
		return false;
	struct str first = name->words.items[0];
	if (name->others[0].n) { /* any beginning will do */
		for (size_t j = 0; j < theirs->n; j++)
			if (!theirs->items[j].name.is_sentence_initial && is_part_of(name, &theirs->items[j]))
				return true;
		return false;
	}
	for (uint32_t k = theirs->heads[head_of(theirs, first)]; k;
		 k = theirs->entries.items[k - 1].next) {
		const struct role_name *other = &theirs->items[theirs->entries.items[k - 1].name];
		if (!other->name.is_sentence_initial && is_part_of(name, other))
			return true;
	}
	return false;
}

struct cast cast_of_draft(struct subject *s)
{
	struct cast c = cast_of(s->a, read_own(s), s->own, s->language);
	c.n = c.n < LONGEST_LINE ? c.n : LONGEST_LINE;
	for (size_t r = 0; r < s->e->count; r++) {
		const struct cast *theirs = cast_of_source(s->e, r);
		for (size_t i = 0; i < c.n; i++)
			c.items[i].is_whole = c.items[i].is_whole || has_name_with(theirs, &c.items[i]);
	}
	return c;
}

static const char bodies[] =
	" side club team party city town village company firm group state band "
	"ship store school newspaper ";

/* What may stand between two names of one: "'s ", " mayor ", " (", ", the"; not "and", "at". */
static bool is_link(struct str between, struct str language)
{
	bool is_one = !str_eq(str_trim(between), STR(","));
	bool is_english = str_eq(language, STR("en"));
	struct arena scratch = {0};
	struct word_vec words = text_words(&scratch, between, language);
	for (size_t i = 0; i < words.n; i++) {
		struct str word = span_text(between, words.items[i].span);
		is_one &= str_eq(word, STR("the")) || str_eq(word, STR("s")) ||
			(is_english ? role_is_known(word) || is_listed(bodies, word) : !words.items[i].is_stop);
	}
	arena_free(&scratch);
	return is_one;
}

static bool stand_together(const struct cast *cast, const struct role_name *a,
	const struct role_name *b, struct str text, struct str language)
{
	for (size_t i = 0; i + 1 < cast->n; i++) {
		const struct role_name *x = &cast->items[i], *y = &cast->items[i + 1];
		size_t end = x->name.span.start + x->name.span.length, start = y->name.span.start;
		if (start < end || start - end > LINK_BYTES)
			continue;
		bool is_pair = (are_one(x, a) && are_one(y, b)) || (are_one(x, b) && are_one(y, a));
		if (!is_pair)
			continue;
		if (is_link(str_sub(text, end, start - end), language))
			return true;
	}
	return false;
}

bool names_are_linked(struct subject *s, const struct role_name *a, const struct role_name *b)
{
	for (size_t r = 0; r < s->e->count; r++)
		if (stand_together(cast_of_source(s->e, r), a, b, s->e->reports[r].text,
				evidence_source(s->e, r)->language))
			return true;
	return false;
}

/* ---- Lines ---- */

/* Verbs of speech, which reports change for one another. */
static const char telling[] =
	" said says say told tells added adds warned warns claimed claims insisted insists announced "
	"announces stated states explained explains declared declares argued argues admitted admits "
	"confirmed confirms revealed reveals believes believed thinks thought suggested suggests "
	"acknowledged noted wrote tweeted ";

/* A content word, or its parts when it has a hyphen, since others write "play - off". */
static void add_word(
	struct arena *a, struct line *out, struct str folded, struct word w, struct str language)
{
	if (!memchr(folded.p, '-', folded.n)) {
		if (!w.is_stop)
			*VEC_ADD(a, out) =
				(struct mark){is_listed(telling, folded) ? STR("said") : w.stem, w.span, NO_NAME};
		return;
	}
	while (folded.p) {
		struct str part = str_cut(&folded, '-');
		if (part.n && !text_is_stop(part, language))
			*VEC_ADD(a, out) = (struct mark){text_stem(a, part, language), w.span, NO_NAME};
	}
}

static struct line line_from(struct arena *a, const struct word *words, size_t n, struct str text,
	struct str language, const struct cast *cast)
{
	struct line out = {0};
	size_t k = 0;
	for (size_t i = 0; i < n && out.n < LONGEST_LINE; i++) {
		const struct word *w = &words[i];
		while (k < cast->n &&
			cast->items[k].name.span.start + cast->items[k].name.span.length <= w->span.start)
			k++;
		bool is_named = k < cast->n && span_has(cast->items[k].name.span, w->span.start);
		if (!is_named) {
			struct str written = span_text(text, w->span);
			bool has_hyphen = memchr(written.p, '-', written.n);
			add_word(a, &out, has_hyphen ? text_fold(a, written) : written, *w, language);
		} else if (!out.n || out.items[out.n - 1].name != k)
			*VEC_ADD(a, &out) = (struct mark){{0}, cast->items[k].name.span, k};
	}
	return out;
}

struct line line_of(struct arena *a, struct text_reading *reading, struct str text,
	struct str language, const struct cast *cast)
{
	struct word_vec words = reading_words(reading);
	return line_from(a, words.items, words.n, text, language, cast);
}

struct line line_of_source(struct arena *a, struct evidence *e, size_t report, struct span span)
{
	const struct cast *cast = cast_of_source(e, report);
	const struct witness *s = evidence_source(e, report);
	size_t first = source_word_at(s, span.start), end = source_word_at(s, span.start + span.length);
	return line_from(a, s->words.items + first, end - first, s->report->text, s->language, cast);
}

static bool is_pair(const struct mark *a, const struct mark *b)
{
	return a->name == NO_NAME && b->name == NO_NAME && str_eq(a->stem, b->stem);
}

size_t *line_up(struct arena *a, const struct line *from, const struct line *to)
{
	size_t n = from->n, m = to->n, width = m + 1;
	size_t *partner = ARENA_ARRAY(a, size_t, n + 1);
	uint16_t *best = ARENA_ARRAY(a, uint16_t, (n + 1) * width);
	/* From the end, so that the walk back goes forward; neighbours that stay neighbours win. */
	for (size_t i = n; i-- > 0;) {
		for (size_t j = m; j-- > 0;) {
			uint16_t skip = best[(i + 1) * width + j], over = best[i * width + j + 1];
			uint16_t most = skip > over ? skip : over;
			if (is_pair(&from->items[i], &to->items[j])) {
				bool goes_on =
					i + 1 < n && j + 1 < m && is_pair(&from->items[i + 1], &to->items[j + 1]);
				uint16_t both = (uint16_t)(best[(i + 1) * width + j + 1] + 4 + goes_on);
				most = both > most ? both : most;
			}
			best[i * width + j] = most;
		}
	}
	for (size_t i = 0, j = 0; i < n; i++) {
		partner[i] = NO_NAME;
		while (j < m && best[i * width + j] == best[i * width + j + 1])
			j++;
		if (j < m && best[i * width + j] != best[(i + 1) * width + j] &&
			is_pair(&from->items[i], &to->items[j]))
			partner[i] = j++;
	}
	return partner;
}
