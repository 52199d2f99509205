#include "check/cast.h"
#include "check/same_name.h"

#define LONGEST_INITIALS 6

static bool has_word_in(const struct witness *s, struct span span, struct str word)
{
	struct wanted w = want(word);
	for (size_t i = source_word_at(s, span.start);
		 i < s->words.n && span_has(span, s->words.items[i].span.start); i++) {
		if (may_be_same_name(s->folded[i], &w) && is_same_name(s->folded[i], &w))
			return true;
		struct str rest = s->folded[i];
		if (!memchr(rest.p, '-', rest.n))
			continue;
		while (rest.p) /* "Turkish-built" */
			if (is_same_name(str_cut(&rest, '-'), &w))
				return true;
	}
	return false;
}

static bool has_word_anywhere(const struct witness *s, struct str word)
{
	struct span found;
	if (has_word_in(s, (struct span){0, s->report->text.n}, word))
		return true;
	struct arena scratch = {0};
	bool is_in_title = text_find_folded(&scratch, s->report->title, word, &found);
	arena_free(&scratch);
	return is_in_title;
}

/* How many of the letters the word begins, its parts between hyphens one after the other. */
static size_t initials_of(struct str word, struct str letters)
{
	size_t n = 0;
	while (word.p && n < letters.n) {
		struct str part = str_cut(&word, '-');
		if (part.n == 0 || part.p[0] != letters.p[n])
			break;
		n++;
	}
	return n;
}

/* Whether words in a row begin with these letters: "UN" for United Nations, "YoY" for
 * year-over-year. Two letters are soon found by chance, so their words must be capitalised. */
static bool has_initials_at(const struct witness *s, size_t at, struct str letters)
{
	for (size_t i = at; letters.n > 0; i++) {
		if (i == s->words.n || i > at + 2 * LONGEST_INITIALS)
			return false;
		size_t n = initials_of(s->folded[i], letters);
		bool is_free = letters.n > 2 || i > at || s->words.items[i].is_upper;
		if (n > 0 && is_free)
			letters = str_from(letters, n);
		else if (i == at || !s->words.items[i].is_stop)
			return false;
	}
	return true;
}

static bool is_abbreviated(const struct witness *s, struct str folded)
{
	char bytes[LONGEST_INITIALS + 1];
	struct str letters = {bytes, 0};
	for (size_t i = 0; i < folded.n; i++) {
		if (folded.p[i] == '.')
			continue;
		if (!char_is_alpha(folded.p[i]) || letters.n == LONGEST_INITIALS)
			return false;
		bytes[letters.n++] = folded.p[i];
	}
	for (size_t i = 0; letters.n > 1 && i < s->words.n; i++)
		if (has_initials_at(s, i, letters) &&
			(letters.n > 2 || (i + 1 < s->words.n && s->words.items[i + 1].is_upper)))
			return true;
	return false;
}

/* Where a word of a name stands: 2 in what is cited, 1 elsewhere in a source that counts, 0
 * nowhere. */
static int rank_word(struct subject *s, struct str word, bool is_acronym)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		const struct witness *source = evidence_source(s->e, c->report);
		if (has_word_in(source, c->span, word) || (is_acronym && is_abbreviated(source, word)))
			return 2;
	}
	for (size_t r = 0; r < s->e->count; r++) {
		if (s->is_strict && !is_cited_report(s, r))
			continue;
		const struct witness *source = evidence_source(s->e, r);
		if (has_word_anywhere(source, word) || (is_acronym && is_abbreviated(source, word)))
			return 1;
	}
	return 0;
}

static bool is_acronym(struct str written)
{
	size_t upper = 0;
	for (size_t i = 0; i < written.n; i++)
		upper += written.p[i] >= 'A' && written.p[i] <= 'Z';
	return upper > 1;
}

/* The initials of a name of several words, which the sources may write instead of it. */
static bool has_initials(struct subject *s, const struct word_vec *words)
{
	char letters[8];
	size_t n = 0;
	for (size_t i = 0; i < words->n && n < sizeof(letters); i++)
		if (words->items[i].is_upper && words->items[i].stem.n)
			letters[n++] = words->items[i].stem.p[0];
	return n > 1 && rank_word(s, (struct str){letters, n}, false) > 0;
}

/* In a headline with capitals all over no word can be told for a name. */
static bool is_title_case(struct subject *s)
{
	struct word_vec words = reading_words(read_text(s));
	size_t upper = 0, content = 0;
	for (size_t i = 0; i < words.n; i++) {
		content += !words.items[i].is_stop && !words.items[i].is_number;
		upper += !words.items[i].is_stop && words.items[i].is_upper;
	}
	return content > 3 && upper * 10 > content * 7;
}

static void report_name(
	struct subject *s, const struct name *name, struct span span, int rank, bool is_weak)
{
	struct str word = span_text(s->text, span), explain;
	enum tier tier = rank > 0 || is_weak ? TIER_REVIEW : TIER_ERROR;
	if (rank > 0)
		explain = str_format(s->a, "the cited sentences do not name %.*s; the same report does",
			STR_ARG(name->text));
	else if (word.n < name->text.n)
		explain = str_format(s->a, "no cited source has \"%.*s\" of the name %.*s", STR_ARG(word),
			STR_ARG(name->text));
	else
		explain = str_format(s->a, "no cited source has the name %.*s", STR_ARG(name->text));
	if (tier == TIER_ERROR && s->coverage >= 0.5)
		s->is_contradicted = true; /* the rest is told, with another name in this place */
	(void)add_finding(s, rank > 0 ? name->span : span, kind_here(s, "name"), tier, explain, NULL);
}

/* Whether a source names the last word of the name alone, and nobody else by it: the words before
 * it may be right, and are only not told. */
static bool is_told_in_short(struct subject *s, const struct str_vec *words)
{
	bool is_told = false;
	struct str last = words->items[words->n - 1];
	struct wanted w = want(last);
	for (size_t r = 0; r < s->e->count; r++) {
		const struct cast *c = cast_of_source(s->e, r);
		for (size_t i = 0; i < c->n; i++) {
			const struct str_vec *theirs = &c->items[i].words;
			if (theirs->n == 0 || !is_same_name(theirs->items[theirs->n - 1], &w))
				continue;
			if (theirs->n > 1)
				return false;
			is_told = true;
		}
	}
	return is_told;
}

static void check_name(struct subject *s, const struct name *name, bool is_weak)
{
	struct str text = span_text(s->own, name->span);
	struct word_vec words = text_words(s->a, text, s->language);
	int lowest = 2;
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		if (w->is_number || (w->is_stop && !w->is_upper))
			continue;
		struct str folded = w->folded;
		if (str_ends(folded, STR("'s")))
			folded.n -= 2;
		int rank = rank_word(s, folded, is_acronym(span_text(text, w->span)));
		if (rank == 0 && words.n > 1 && has_initials(s, &words))
			return;
		if (rank == 0 && str_find_char(folded, '-', 0) != STR_NONE) {
			struct str rest = folded;
			rank = 2;
			while (rest.p) {
				int part = rank_word(s, str_cut(&rest, '-'), false);
				rank = part < rank ? part : rank;
			}
		}
		if (rank == 0) {
			struct span span = {name->span.start + w->span.start, w->span.length};
			if (!s->is_strict && i + 1 < words.n) {
				struct str_vec parts = name_words(s->a, name->text, s->language);
				is_weak |= parts.n > 1 && is_told_in_short(s, &parts);
			}
			report_name(s, name, span, 0, is_weak || (w->is_stop && words.n == 1));
			return;
		}
		lowest = rank < lowest ? rank : lowest;
	}
	/* check_speaker looks for the speaker's surname, and the whole name may stand further off. */
	struct span found;
	bool is_speaker = text_find_folded(s->a, s->speaker, text, &found);
	if (lowest == 1 && s->is_strict && !is_speaker)
		report_name(s, name, name->span, 1, true);
}

void check_names(struct subject *s)
{
	struct name_vec names = reading_names(read_own(s));
	bool is_title = s->is_headline && is_title_case(s);
	for (size_t i = 0; i < names.n; i++)
		check_name(s, &names.items[i], is_title || names.items[i].is_sentence_initial);
}

/* The span, and the sentences of its report that touch it or stand next to it. */
static struct span with_neighbours(const struct witness *s, struct span span)
{
	size_t first = SIZE_MAX, last = 0;
	for (size_t i = 0; i < s->sentences.n; i++) {
		struct span sentence = s->sentences.items[i];
		if (sentence.start < span.start + span.length &&
			sentence.start + sentence.length > span.start) {
			first = first == SIZE_MAX ? i : first;
			last = i;
		}
	}
	if (first == SIZE_MAX)
		return span;
	first -= first > 0;
	last += last + 1 < s->sentences.n;
	struct span from = s->sentences.items[first], to = s->sentences.items[last];
	return (struct span){from.start, to.start + to.length - from.start};
}

void check_speaker(struct subject *s)
{
	struct str speaker = s->speaker;
	struct word_vec words = text_words(s->a, speaker, s->language);
	if (words.n == 0)
		return;
	struct str surname = words.items[words.n - 1].folded;
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct witness *source = evidence_source(s->e, s->cites.items[i].report);
		if (has_word_in(source, with_neighbours(source, s->cites.items[i].span), surname))
			return;
	}
	struct span span = {0, s->text.n};
	(void)text_find_folded(s->a, s->text, speaker, &span);
	(void)add_finding(s, span, "speaker", TIER_ERROR,
		str_format(s->a, "the source does not name %.*s with these words", STR_ARG(speaker)),
		s->cites.n ? &s->cites.items[0] : NULL);
}
