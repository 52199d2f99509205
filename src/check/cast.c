#include "check/cast.h"

#include "check/same_name.h"

#define LONGEST_LINE 160 /* marks of a sentence that are lined up */
#define LINK_BYTES 12    /* between two names that stand for each other */

/* ---- Names ---- */

static struct str_vec words_of_name(struct arena *a, struct str name, struct str language)
{
	struct str_vec out = {0};
	struct word_vec words = text_words(a, name, language);
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		if (w->is_stop && !w->is_upper)
			continue;
		struct str folded = text_fold(a, span_text(name, w->span));
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

struct cast cast_of(struct arena *a, const struct name_vec *names, struct str language)
{
	struct cast c = {.items = ARENA_ARRAY(a, struct role_name, names->n + 1), .n = names->n};
	for (size_t i = 0; i < names->n; i++)
		c.items[i] =
			(struct role_name){names->items[i], words_of_name(a, names->items[i].text, language)};
	return c;
}

const struct cast *cast_of_source(struct evidence *e, size_t report)
{
	struct witness *s = evidence_source(e, report);
	if (!s->cast) {
		struct name_vec names = text_names(e->a, s->report->text, s->language);
		struct cast *c = ARENA_NEW(e->a, struct cast);
		*c = cast_of(e->a, &names, s->language);
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
	return n > 1 && n == words->n;
}

static bool is_same_word(struct str a, struct str b)
{
	struct wanted w = want(b);
	return is_same_name(a, &w);
}

static bool is_initial(struct str word)
{
	return utf8_count(word) <= 2;
}

bool names_meet(const struct role_name *a, const struct role_name *b)
{
	if ((a->words.n == 1 && is_initials(a->words.items[0], &b->words)) ||
		(b->words.n == 1 && is_initials(b->words.items[0], &a->words)))
		return true;
	size_t shared = 0;
	for (size_t i = 0; i < a->words.n; i++)
		for (size_t j = 0; j < b->words.n; j++)
			shared += is_same_word(a->words.items[i], b->words.items[j]);
	if (shared != 1 || a->words.n != 2 || b->words.n != 2)
		return shared > 0;
	struct str x = a->words.items[0], y = b->words.items[0];
	bool is_surname_only = is_same_word(a->words.items[1], b->words.items[1]);
	bool are_people = a->name.kind == NAME_PERSON && b->name.kind == NAME_PERSON;
	return !(is_surname_only && are_people && !is_initial(x) && !is_initial(y) && x.p[0] != y.p[0]);
}

/* Whether all words of one are in the other. */
static bool is_part_of(const struct role_name *a, const struct role_name *b)
{
	for (size_t i = 0; i < a->words.n; i++) {
		bool is_there = false;
		for (size_t j = 0; j < b->words.n && !is_there; j++)
			is_there = is_same_word(a->words.items[i], b->words.items[j]);
		if (!is_there)
			return false;
	}
	return a->words.n > 0;
}

static bool are_one(const struct role_name *a, const struct role_name *b)
{
	return is_part_of(a, b) || is_part_of(b, a);
}

static bool stand_together(
	const struct cast *cast, const struct role_name *a, const struct role_name *b, struct str text)
{
	for (size_t i = 0; i + 1 < cast->n; i++) {
		const struct role_name *x = &cast->items[i], *y = &cast->items[i + 1];
		size_t end = x->name.span.start + x->name.span.length, start = y->name.span.start;
		bool is_pair = (are_one(x, a) && are_one(y, b)) || (are_one(x, b) && are_one(y, a));
		if (!is_pair || start < end || start - end > LINK_BYTES)
			continue;
		struct str between = str_sub(text, end, start - end);
		bool is_row = str_find(between, STR(" and "), 0) != STR_NONE ||
			str_find(between, STR(" or "), 0) != STR_NONE || str_eq(str_trim(between), STR(","));
		if (!is_row)
			return true;
	}
	return false;
}

bool names_are_linked(struct subject *s, const struct role_name *a, const struct role_name *b)
{
	for (size_t r = 0; r < s->e->count; r++)
		if (stand_together(cast_of_source(s->e, r), a, b, s->e->reports[r].text))
			return true;
	return false;
}

/* ---- Lines ---- */

/* A content word, or its parts when it has a hyphen, since others write "play - off". */
static void add_word(
	struct arena *a, struct line *out, struct str folded, struct word w, struct str language)
{
	if (!memchr(folded.p, '-', folded.n)) {
		if (!w.is_stop)
			*VEC_ADD(a, out) = (struct mark){w.stem, w.span, NO_NAME};
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

struct line line_of(struct arena *a, struct str text, struct str language, const struct cast *cast)
{
	struct word_vec words = text_words(a, text, language);
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
