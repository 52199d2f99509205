#include "write/statement.h"

#include "write/cues.h"
#include "write/judge.h"

#define SUBJECT_WORDS_MAX 16 /* with asides */
#define NAME_WORDS_MAX 9
#define INTRODUCTION_WORDS_MAX 22
#define ASIDE_WORDS_MAX 30
#define PREDICATE_WORDS_MIN 3
#define OBJECT_WORDS_MIN 3 /* with the verb, before a prepositional phrase that may go */
#define SOURCE_WORDS_MAX 7
#define PIECES_MAX 12
/* A weekday farther off may be the coming one. */
#define RELATIVE_DAYS 4

/* A sentence while its clause is read. Indices count the passage's words. */
struct clause {
	const struct material *m;
	const struct witness *w;
	const struct passage *p;
	size_t first, verb, end;
	struct span subject[PIECES_MAX], predicate[PIECES_MAX]; /* kept parts */
	size_t subject_count, predicate_count;
	struct when day;
};

static struct str word_at(const struct clause *c, size_t i)
{
	return span_text(c->w->report->text, c->p->items[i].span);
}

static bool is_in(const struct clause *c, size_t i, enum word_list list)
{
	struct arena scratch = {0};
	bool is = cues_is(list, c->w->language, str_lower(&scratch, word_at(c, i)));
	arena_free(&scratch);
	return is;
}

static size_t end_of(const struct clause *c, size_t i)
{
	return c->p->items[i].span.start + c->p->items[i].span.length;
}

/* What stands between a word and the one before it. */
static struct str gap_before(const struct clause *c, size_t i)
{
	size_t from = i > 0 ? end_of(c, i - 1) : c->p->cite.span.start;
	return span_text(c->w->report->text, (struct span){from, c->p->items[i].span.start - from});
}

static bool has_any(struct str gap, const char *const *marks)
{
	for (; *marks; marks++)
		if (str_find(gap, str_c(*marks), 0) != STR_NONE)
			return true;
	return false;
}

static const char *const quote_marks[] = {"\"", "“", "”", "‘", "«", "»", " '", NULL};
static const char *const dash_marks[] = {";", ":", "–", "—", "―", "--", " - ", NULL};
static const char *const hard_marks[] = {
	",", ";", ":", "–", "—", "―", "--", " - ", "\"", "“", "”", "‘", " '", NULL};

static const struct date_mention *date_of(const struct clause *c, size_t i)
{
	for (size_t k = 0; k < c->w->dates.n; k++) {
		const struct date_mention *d = &c->w->dates.items[k];
		size_t at = c->p->items[i].span.start;
		if (at >= d->span.start && at < d->span.start + d->span.length)
			return d;
	}
	return NULL;
}

/* A word that only says when: of a day that will be told apart, or what goes with one. */
static bool is_day_word(const struct clause *c, size_t i)
{
	const struct date_mention *d = date_of(c, i);
	if (d)
		return d->has_day && d->is_relative;
	bool is_before = is_in(c, i, WORDS_DAY_BEFORE) && i + 1 < c->p->item_count;
	const struct date_mention *next = is_before ? date_of(c, i + 1) : NULL;
	if (next)
		return next->has_day && next->is_relative;
	const struct date_mention *before =
		i > 0 && is_in(c, i, WORDS_DAY_PARTS) ? date_of(c, i - 1) : NULL;
	return before && before->has_day && before->is_relative;
}

static bool add_piece(struct span *pieces, size_t *n, struct span word)
{
	struct span *last = *n > 0 ? &pieces[*n - 1] : NULL;
	if (last && last->start + last->length + 1 == word.start) {
		last->length = word.start + word.length - last->start;
		return true;
	}
	if (*n == PIECES_MAX)
		return false;
	pieces[(*n)++] = word;
	return true;
}

static struct str join_pieces(const struct clause *c, const struct span *pieces, size_t n)
{
	struct str parts[PIECES_MAX];
	for (size_t i = 0; i < n; i++)
		parts[i] = span_text(c->w->report->text, pieces[i]);
	return str_join(c->m->a, parts, n, STR(" "));
}

/* "Rep." keeps its stop, "$5" and "5%" their signs. */
static struct span word_with_signs(const struct clause *c, size_t i)
{
	static const char *const signs[] = {"$", "£", "€"};
	struct span span = c->p->items[i].span;
	struct str text = c->w->report->text, before = str_sub(text, 0, span.start);
	for (size_t k = 0; k < sizeof(signs) / sizeof(signs[0]); k++)
		if (str_ends(before, str_c(signs[k]))) {
			span.start -= strlen(signs[k]);
			span.length += strlen(signs[k]);
		}
	size_t end = span.start + span.length;
	char after = end < text.n ? text.p[end] : 0;
	if (after == '%' || (after == '.' && i + 1 < c->p->item_count && c->p->items[i].is_upper))
		span.length++;
	return span;
}

/* ---- Subject and verb ---- */

static bool is_verb_at(const struct clause *c, size_t i)
{
	struct arena scratch = {0};
	struct str lower = str_lower(&scratch, word_at(c, i));
	const struct word *word = &c->p->items[i];
	bool is_known = !word->is_upper &&
		(cues_is(WORDS_VERBS, c->w->language, lower) ||
			cues_is(WORDS_NEWS_VERBS, c->w->language, lower) ||
			text_is_reporting_verb(lower, c->w->language));
	bool is_past = !word->is_upper && !word->is_stop && lower.n >= 5 && str_ends(lower, STR("ed"));
	bool is_adverbial = i > c->first && str_ends(word_at(c, i - 1), STR("ly"));
	bool is_after_noun = i > c->first &&
		(witness_name_at(c->w, c->p->items[i - 1].span.start) || is_day_word(c, i - 1) ||
			str_ends(word_at(c, i - 1), STR("s")) || is_adverbial || gap_before(c, i).n > 1);
	bool is_before_object = i > c->first && i + 1 < c->p->item_count &&
		!c->p->items[i - 1].is_stop &&
		(c->p->items[i + 1].is_upper || is_in(c, i + 1, WORDS_ARTICLES) ||
			is_in(c, i + 1, WORDS_POSSESSIVES) || str_eq(word_at(c, i + 1), STR("to")));
	/* "Officials appointed by": a participle, not the verb. */
	bool is_participle = i + 1 < c->p->item_count && is_in(c, i + 1, WORDS_PREPOSITIONS) &&
		(str_eq(word_at(c, i + 1), STR("by")) || str_eq(word_at(c, i + 1), STR("of")));
	arena_free(&scratch);
	return is_known || (is_past && (is_after_noun || is_before_object) && !is_participle);
}

/* Finds the verb, and what of the words before it is the subject: no aside between commas or
 * brackets, no day. */
static bool read_subject(struct clause *c)
{
	bool is_aside = false, is_bracket = false;
	for (size_t i = c->first; i < c->p->item_count && i < c->first + SUBJECT_WORDS_MAX; i++) {
		struct str gap = i > c->first ? gap_before(c, i) : STR("");
		if (has_any(gap, quote_marks) || has_any(gap, dash_marks))
			return false;
		is_bracket = str_find_char(gap, '(', 0) != STR_NONE ||
			(is_bracket && str_find_char(gap, ')', 0) == STR_NONE);
		bool was_aside = is_aside;
		if (!is_bracket && str_find_char(gap, ',', 0) != STR_NONE)
			is_aside = !is_aside;
		if (was_aside && !is_aside && is_in(c, i, WORDS_AND))
			return false;
		if (is_aside || is_bracket)
			continue;
		if (is_day_word(c, i)) {
			const struct date_mention *d = date_of(c, i);
			c->day = d ? d->when : c->day;
			continue;
		}
		if (i > c->first && is_verb_at(c, i)) {
			c->verb = i;
			return c->subject_count > 0 && !str_eq(word_at(c, i), STR("had"));
		}
		bool is_adverb = str_ends(word_at(c, i), STR("ly")) && !c->p->items[i].is_upper;
		if (is_adverb && !is_in(c, i, WORDS_DOUBTS))
			continue; /* how it was done is the outlet's view */
		bool is_participle = !c->p->items[i].is_upper && str_ends(word_at(c, i), STR("ed"));
		if (is_participle || is_in(c, i, WORDS_CLAUSES) || is_in(c, i, WORDS_SUBORDINATE_ONLY) ||
			is_in(c, i, WORDS_LEANING) || is_in(c, i, WORDS_FIRST) || is_in(c, i, WORDS_DOUBTS) ||
			(!is_in(c, i, WORDS_POSSESSIVES) && is_in(c, i, WORDS_PRONOUNS)) ||
			!add_piece(c->subject, &c->subject_count, word_with_signs(c, i)))
			return false;
	}
	return false;
}

/* ---- Predicate ---- */

static bool is_soft_border(const struct clause *c, size_t i)
{
	return is_in(c, i, WORDS_LOOSE) || is_in(c, i, WORDS_SUBORDINATE_ONLY);
}

static bool may_end(const struct clause *c, size_t end)
{
	size_t n = 0, last = c->verb;
	for (size_t i = c->verb; i < end; i++)
		if (!is_day_word(c, i)) {
			n++;
			last = i;
		}
	bool is_gerund = str_ends(word_at(c, last), STR("ing")) && !c->p->items[last].is_upper;
	bool wants_object = str_ends(word_at(c, last), STR("ed")) && last > c->verb &&
		is_in(c, last - 1, WORDS_PERFECT);
	return n >= PREDICATE_WORDS_MIN && !is_gerund && !wants_object &&
		!is_in(c, last, WORDS_BAD_ENDS) && !is_in(c, last, WORDS_PREPOSITIONS) &&
		!is_in(c, last, WORDS_VERBS) && !is_in(c, last, WORDS_POSSESSIVES) &&
		!is_in(c, last, WORDS_RELATIVE) &&
		!text_is_reporting_verb(word_at(c, last), c->w->language) &&
		!str_ends(word_at(c, last), STR("’s")) && !str_ends(word_at(c, last), STR("'s"));
}

/* "William Kristol, the editor, to call": behind the aside the same clause goes on. */
static bool goes_on(const struct clause *c, size_t border)
{
	for (size_t i = border + 1; i < c->p->item_count && i < border + ASIDE_WORDS_MAX; i++)
		if (str_find_char(gap_before(c, i), ',', 0) != STR_NONE)
			return is_in(c, i, WORDS_PREPOSITIONS) || is_in(c, i, WORDS_AND) ||
				is_in(c, i, WORDS_ARTICLES);
	return false;
}

/* A comma, dash or quotation mark before this word, at which the clause may end: not between two
 * names ("Alexandria, Va."), nor two adjectives ("a long, bitter fight"). */
static bool may_end_hard(const struct clause *c, size_t i)
{
	struct str gap = gap_before(c, i);
	bool is_comma = str_starts(gap, STR(",")) && gap.n == 2;
	bool is_name =
		c->p->items[i - 1].is_upper && c->p->items[i].is_upper && !is_in(c, i, WORDS_ARTICLES);
	bool is_adjective = is_in(c, i - 2, WORDS_ARTICLES) && !c->p->items[i].is_upper &&
		!c->p->items[i].is_stop && !str_ends(word_at(c, i), STR("ing"));
	bool is_gerund = str_ends(word_at(c, i - 1), STR("ing")) && is_in(c, i - 2, WORDS_PREPOSITIONS);
	/* "pledged to end “the war”", "a “bold” plan": not between a word and what it asks for. */
	bool is_noun_open = has_any(gap, quote_marks) &&
		(is_in(c, i - 2, WORDS_ARTICLES) || is_in(c, i - 2, WORDS_FUTURE_PARTS) ||
			is_in(c, i - 2, WORDS_BE) || is_in(c, i - 2, WORDS_PERFECT) ||
			str_ends(word_at(c, i - 1), STR("ed")));
	return !is_gerund && !is_noun_open && !(is_comma && (is_name || is_adjective || goes_on(c, i)));
}

/* Words that take a clause: without one they say nothing. */
static bool is_complete(const struct clause *c, size_t end)
{
	bool wants = is_in(c, c->verb, WORDS_CLAUSE_VERBS), has = false;
	bool is_state = is_in(c, c->verb, WORDS_BE) && !str_ends(word_at(c, c->verb + 1), STR("ed"));
	bool is_whole = end == c->p->item_count || has_any(gap_before(c, end), hard_marks);
	for (size_t i = c->verb + 1; i < end; i++)
		is_state = is_state || (i + 3 >= end && is_in(c, i, WORDS_BE));
	if (is_state && !is_whole)
		return false;
	for (size_t i = c->verb + 1; i < end; i++) {
		wants = wants || is_in(c, i, WORDS_THAT) || is_in(c, i, WORDS_QUESTIONS);
		bool is_pronoun = is_in(c, i, WORDS_PRONOUNS) && !is_in(c, i, WORDS_POSSESSIVES);
		has = has || (is_pronoun && i + 2 < end) || (i + 1 < end && is_in(c, i, WORDS_VERBS)) ||
			(i + 1 < end && i > c->verb + 1 && !c->p->items[i].is_upper &&
				str_ends(word_at(c, i), STR("ed")));
	}
	return !wants || has;
}

/* Sets end: the last border behind which the clause holds, within the words. */
static bool find_end(struct clause *c, size_t words_max)
{
	size_t words = 1, best = 0, i = c->verb + 1;
	for (; i < c->p->item_count && words <= words_max; i++) {
		struct str gap = gap_before(c, i);
		bool is_hard = has_any(gap, hard_marks) || str_find_char(gap, '(', 0) != STR_NONE;
		bool is_free = i + 1 < c->p->item_count && !str_ends(word_at(c, i + 1), STR("ing"));
		bool is_place = !str_eq(word_at(c, i), STR("in")) ||
			(is_free && (c->p->items[i + 1].is_upper || i >= c->verb + 6));
		bool is_phrase = is_free && is_place && !is_in(c, c->verb, WORDS_PLACING) &&
			is_in(c, i, WORDS_PHRASES) && i >= c->verb + OBJECT_WORDS_MIN;
		/* "was indicted by a grand jury"; "met the mayor on Monday over the plans". */
		bool is_agent = str_eq(word_at(c, i), STR("by")) && is_in(c, c->verb, WORDS_BE) &&
			str_ends(word_at(c, i - 1), STR("ed"));
		bool is_after_day = is_free && i > c->verb + OBJECT_WORDS_MIN && is_day_word(c, i - 1) &&
			is_in(c, i, WORDS_PREPOSITIONS) && !str_eq(word_at(c, i), STR("to"));
		bool is_soft = is_free && is_soft_border(c, i) && !is_in(c, i, WORDS_RELATIVE);
		if (may_end(c, i) && is_complete(c, i) &&
			(is_hard ? may_end_hard(c, i) : is_phrase || is_soft || is_agent || is_after_day))
			best = i;
		if (is_hard)
			break;
		words += !is_day_word(c, i);
	}
	if (i == c->p->item_count && words <= words_max && may_end(c, i) && is_complete(c, i))
		best = i;
	c->end = best;
	return best > 0;
}

/* A word of the predicate that means something outside the sentence. */
static bool is_dangling(const struct clause *c, size_t i, bool is_of_person)
{
	bool is_that = is_in(c, i, WORDS_THAT);
	if (is_that)
		return i != c->verb + 1 && !is_day_word(c, i - 1);
	if (is_in(c, i, WORDS_FIRST) || is_in(c, i, WORDS_DEMONSTRATIVES) || is_in(c, i, WORDS_LEANING))
		return true;
	return !is_of_person && is_in(c, i, WORDS_PRONOUNS) && !is_in(c, i, WORDS_PLURALS);
}

static bool read_predicate(struct clause *c, bool is_of_person)
{
	bool is_reported = false; /* a day there is not the day of the verb */
	for (size_t i = c->verb; i < c->end; i++) {
		const struct date_mention *d = date_of(c, i);
		if (is_day_word(c, i)) {
			c->day = d && !is_reported ? d->when : c->day;
			continue;
		}
		is_reported = is_reported || is_in(c, i, WORDS_FUTURE_PARTS) || is_in(c, i, WORDS_THAT) ||
			(i > c->verb && text_is_reporting_verb(word_at(c, c->verb), c->w->language));
		if ((d && d->is_relative) || is_dangling(c, i, is_of_person) ||
			!add_piece(c->predicate, &c->predicate_count, word_with_signs(c, i)))
			return false;
	}
	return true;
}

/* The words that end the sentence with who says it: "Grimm's lawyer said Friday". */
static bool read_source(const struct clause *c, struct str *source)
{
	size_t said = c->p->item_count;
	while (said > c->end && said + SOURCE_WORDS_MAX > c->p->item_count &&
		!is_in(c, said - 1, WORDS_SOURCE_VERBS))
		said--;
	if (said <= c->end || !is_in(c, said - 1, WORDS_SOURCE_VERBS))
		return true;
	size_t start = said - 1;
	while (start > c->end && !has_any(gap_before(c, start), hard_marks))
		start--;
	bool is_short = start + 1 < said && start + SOURCE_WORDS_MAX >= said;
	bool is_clause = has_any(gap_before(c, start), hard_marks) && !is_in(c, start, WORDS_LOOSE) &&
		!is_in(c, start, WORDS_AND);
	for (size_t i = start; i < said; i++)
		if (!is_short || is_in(c, i, WORDS_PRONOUNS) || is_in(c, i, WORDS_FIRST) ||
			is_in(c, i, WORDS_OPENERS))
			return !is_clause;
	if (!is_clause)
		return true;
	struct span span = {c->p->items[start].span.start, 0};
	span.length = end_of(c, said - 1) - span.start;
	*source = span_text(c->w->report->text, span);
	return true;
}

/* What is left out changes nothing, or is who says it: that is kept. */
static bool read_tail(const struct clause *c, struct str *source)
{
	size_t from = end_of(c, c->end - 1), end = c->p->cite.span.start + c->p->cite.span.length;
	struct str tail = span_text(c->w->report->text, (struct span){from, end - from});
	struct str flat = cues_flatten(c->m->a, tail);
	return !cues_has(WORDS_DOUBTS, c->w->language, flat) && read_source(c, source);
}

/* ---- Names ---- */

/* By its ending an adjective or participle, which no title begins with. */
static bool is_colour(struct str word)
{
	static const char *const ends[] = {"ed", "ing", "ial", "ous", "ive", "ful", "ical", "ible"};
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_ends(word, str_c(ends[i])))
			return true;
	return str_find(word, STR("-"), 0) != STR_NONE;
}

bool statement_is_plain_role(struct arena *a, struct str language, struct str role)
{
	struct str rest = role;
	bool is_first = true;
	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');
		/* "Embattled" has its capital letter from the sentence. */
		bool is_coloured = is_first && is_colour(word);
		is_first = false;
		if (is_coloured)
			return false;
		if (word.n == 0 || (word.p[0] >= 'A' && word.p[0] <= 'Z'))
			continue;
		struct str lower = str_lower(a, word);
		if (!cues_is(WORDS_ROLES, language, lower) && !cues_is(WORDS_BARE_NOUNS, language, lower))
			return false;
	}
	return true;
}

static struct str last_word(struct str s)
{
	size_t at = str_rfind_char(s, ' ');
	return at == STR_NONE ? s : str_from(s, at + 1);
}

/* "Mr. Perry" is Rick Perry when the report names him so first: "President Trump" is not Melania
 * Trump, who comes in later. */
static void find_full_name(const struct clause *c, struct statement *s)
{
	const struct name *first = NULL;
	if (str_find_char(s->name, ' ', 0) != STR_NONE)
		return;
	for (size_t i = 0; i < c->w->names.n && !first; i++)
		if (str_eq(last_word(c->w->names.items[i].text), s->name))
			first = &c->w->names.items[i];
	if (!first || first->text.n == s->name.n || first->kind == NAME_PLACE ||
		first->kind == NAME_ORGANISATION)
		return;
	const struct passage *p = material_passage_at(c->m, c->p->cite.report, first->span.start);
	if (!p)
		return;
	s->name = s->subject = first->text;
	s->named_at = p->cite;
}

/* What stands before the name is its role: printed when it is plain, and left out but for a word
 * that colours it. False when it is neither. */
static bool read_role(const struct clause *c, struct statement *s, struct str before)
{
	bool is_honorific =
		str_eq(before, STR("Mr.")) || str_eq(before, STR("Mrs.")) || str_eq(before, STR("Ms."));
	if (before.n > 0 && !is_honorific && !statement_is_plain_role(c->m->a, c->w->language, before))
		return false;
	if (is_honorific)
		s->subject = s->name;
	return true;
}

/* The name in the subject, with the role before it, when the subject begins with these. */
static void read_name(const struct clause *c, struct statement *s)
{
	s->name = s->subject;
	for (size_t i = 0; i < c->w->names.n; i++) {
		const struct name *n = &c->w->names.items[i];
		struct span kept = c->subject[c->subject_count - 1];
		if (n->span.start < c->subject[0].start || n->span.start >= kept.start + kept.length)
			continue;
		size_t at = str_find(s->subject, n->text, 0);
		if (n->kind == NAME_PLACE || n->kind == NAME_ORGANISATION || at == STR_NONE)
			return;
		struct str before = str_trim(str_sub(s->subject, 0, at)), whole = s->subject;
		s->name = str_from(s->subject, at);
		if (!read_role(c, s, before)) {
			s->name = s->subject = whole;
			return;
		}
		s->is_of_person = n->kind == NAME_PERSON || n->role.n > 0;
		find_full_name(c, s);
		return;
	}
}

/* ---- */

/* Index behind the first comma within an introduction's length; the count of words when there is
 * none. */
static size_t behind_comma(const struct clause *c, size_t from)
{
	for (size_t i = from + 1; i < c->p->item_count && i < from + INTRODUCTION_WORDS_MAX; i++)
		if (str_eq(gap_before(c, i), STR(", ")))
			return i;
	return c->p->item_count;
}

static bool find_first(struct clause *c)
{
	size_t start = material_span(c->m, c->p->cite.report, c->p->whole).start;
	while (c->first < c->p->item_count && c->p->items[c->first].span.start < start)
		c->first++;
	if (c->first < c->p->item_count && material_is_shouted(word_at(c, c->first)))
		c->first++; /* a dateline without a dash */
	/* "On Sunday, Gibbs criticized". */
	size_t i = c->first;
	while (i < c->p->item_count && i < c->first + 4 && is_day_word(c, i)) {
		const struct date_mention *d = date_of(c, i);
		c->day = d ? d->when : c->day;
		i++;
	}
	if (i > c->first && i < c->p->item_count && str_find_char(gap_before(c, i), ',', 0) == STR_NONE)
		return false;
	/* "In a first step, the council voted". */
	if (i == c->first && i < c->p->item_count && is_in(c, i, WORDS_INTRODUCTIONS))
		i = behind_comma(c, i);
	c->first = i;
	if (i >= c->p->item_count || has_any(gap_before(c, i), quote_marks))
		return false;
	struct str from = str_from(c->p->text, c->p->items[i].span.start - c->p->cite.span.start);
	struct str flat = cues_flatten(c->m->a, from);
	struct str opener = word_at(c, i);
	return !cues_starts(WORDS_OPENERS, c->w->language, flat) && !is_in(c, i, WORDS_PREPOSITIONS) &&
		!is_in(c, i, WORDS_POSSESSIVES) && !str_ends(opener, STR("ing")) &&
		!str_ends(opener, STR("ly")) && !cues_has(WORDS_JUNK, c->w->language, c->p->flat);
}

static bool has_name(const struct clause *c, const struct span *pieces, size_t count)
{
	for (size_t i = 0; i < c->w->names.n; i++)
		for (size_t k = 0; k < count; k++) {
			const struct name *n = &c->w->names.items[i];
			if (!n->is_sentence_initial && n->span.start >= pieces[k].start &&
				n->span.start < pieces[k].start + pieces[k].length)
				return true;
		}
	return false;
}

/* The subject or the object is somebody or something with a name, and the subject no bare "the
 * senator". */
static bool is_named(const struct clause *c)
{
	if (has_name(c, c->subject, c->subject_count))
		return true;
	for (size_t i = c->first; i < c->verb; i++)
		if (i > c->first && is_in(c, i, WORDS_SPECIFIERS) && gap_before(c, i).n == 1)
			return has_name(c, c->predicate, c->predicate_count);
	return !str_eq_nocase(word_at(c, c->first), STR("the")) &&
		has_name(c, c->predicate, c->predicate_count);
}

bool statement_read(
	const struct material *m, const struct passage *p, size_t words_max, struct statement *out)
{
	if (words_max <= PREDICATE_WORDS_MIN)
		return false;
	struct clause c = {.m = m, .w = &m->witnesses[p->cite.report], .p = p, .day = WHEN_UNKNOWN};
	*out = (struct statement){.passage = p};
	if (!str_eq(c.w->language, STR("en")) || !c.w->is_native || p->whole.n == 0 ||
		p->item_count > 60 || !find_first(&c) || !read_subject(&c))
		return false;
	out->subject = join_pieces(&c, c.subject, c.subject_count);
	read_name(&c, out);
	size_t name_words = 1;
	for (size_t i = 0; i < out->name.n; i++)
		name_words += out->name.p[i] == ' ';
	if (name_words > NAME_WORDS_MAX || name_words + PREDICATE_WORDS_MIN > words_max ||
		!find_end(&c, words_max - name_words) || !read_predicate(&c, out->is_of_person) ||
		!is_named(&c) || !read_tail(&c, &out->source))
		return false;
	out->has_name = has_name(&c, c.subject, c.subject_count);
	out->predicate = join_pieces(&c, c.predicate, c.predicate_count);
	int64_t ago = material_day_number(c.w->report->published) - material_day_number(c.day);
	bool is_perfect = is_in(&c, c.verb, WORDS_PERFECT);
	out->day = when_is_known(c.day) && !is_perfect && ago >= 0 && ago <= RELATIVE_DAYS
		? c.day
		: WHEN_UNKNOWN;
	out->opener_is_name = c.p->items[c.first].is_upper && !c.p->items[c.first].is_stop;
	out->words = name_words + (c.end - c.verb);
	return judge_is_balanced(out->predicate);
}

bool statement_is_copied(const struct material *m, struct str text)
{
	struct word_vec words = text_words(m->a, text, m->language);
	for (size_t r = 0; r < m->count; r++) {
		const struct word_vec *theirs = &m->witnesses[r].words;
		for (size_t i = 0; i + STATEMENT_RUN_MAX < words.n; i++)
			for (size_t k = 0; k + STATEMENT_RUN_MAX < theirs->n; k++) {
				size_t n = 0;
				while (n <= STATEMENT_RUN_MAX &&
					str_eq(words.items[i + n].folded, theirs->items[k + n].folded))
					n++;
				if (n > STATEMENT_RUN_MAX)
					return true;
			}
	}
	return false;
}
