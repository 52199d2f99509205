#include "text/text.h"

#include "text/facts.h"
#include "text/lexicon.h"
#include "text/name_runs.h"
#include "text/tokens.h"

#define ROLE_TOKENS 10 /* a role has at most so many tokens */
#define NOT_PERSON (CUE_ORGANISATION | CUE_PLACE | CUE_PLACE_WORD)

/* A name under way: tokens first to last. */
struct found {
	size_t first, last;
	struct span role;
	bool is_titled; /* an honorific or a role stands with it */
	enum name_kind kind;
};

static const struct token *at(const struct name_text *n, size_t i, ptrdiff_t distance)
{
	return token_near(n->tokens, i, distance);
}

static bool is_language(const struct name_text *n, const char *language)
{
	return str_eq(n->language, str_c(language));
}

static bool has_cue(const struct name_text *n, size_t first, size_t last, uint64_t cue)
{
	for (size_t i = first; i <= last; i++)
		if (n->tokens->items[i].cues & cue && n->tokens->items[i].is_upper)
			return true;
	return false;
}

static bool all_cued(const struct name_text *n, size_t first, size_t last, uint64_t cues)
{
	for (size_t i = first; i <= last; i++) {
		const struct token *t = &n->tokens->items[i];
		if (t->kind == TOKEN_WORD && t->is_upper && !(t->cues & cues))
			return false;
	}
	return true;
}

static size_t capitals(const struct name_text *n, size_t first, size_t last)
{
	size_t count = 0;
	for (size_t i = first; i <= last; i++)
		count += n->tokens->items[i].kind == TOKEN_WORD && n->tokens->items[i].is_upper;
	return count;
}

/* The first capitalised word from i on; past `last` when there is none. */
static size_t next_capital(const struct name_text *n, size_t i, size_t last)
{
	while (i <= last && !(n->tokens->items[i].kind == TOKEN_WORD && n->tokens->items[i].is_upper))
		i++;
	return i;
}

/* How far a role reaches to the left of its head at token i: over what describes it. */
static size_t role_start(const struct name_text *n, size_t i)
{
	size_t start = i;
	for (size_t k = 0; k < ROLE_TOKENS && start > 0; k++) {
		const struct token *t = at(n, start, -1);
		bool is_describing = t->kind == TOKEN_WORD &&
			((t->cues & (CUE_ROLE_PART | CUE_NATION | CUE_ROLE)) || str_eq(t->word, STR("'s"))) &&
			!(t->is_upper && (t->cues & CUE_STOP));
		bool is_owner = t->is_upper && str_eq(at(n, start, 0)->word, STR("'s"));
		bool is_capital =
			t->is_upper && t->kind == TOKEN_WORD && !(t->cues & CUE_STOP) && is_language(n, "en");
		bool is_hyphen = t->mark == '-' && t->is_glued;
		bool is_german = n->is_german && t->kind == TOKEN_WORD && !t->is_upper && k < 2 &&
			!(t->cues & CUE_STOP) && (str_ends(t->word, STR("e")) || str_ends(t->word, STR("en")));
		if (!is_describing && !is_owner && !is_capital && !is_hyphen && !is_german)
			break;
		start--;
	}
	return start;
}

/* Cuts title and role off the front of the run: "Russian Foreign Minister | Sergei Lavrov". */
static void split_title(const struct name_text *n, struct found *f)
{
	size_t head = STR_NONE;
	for (size_t i = f->first; i < f->last; i++)
		if (n->tokens->items[i].cues & (CUE_ROLE | CUE_HONORIFIC))
			head = i;
	if (head == STR_NONE || has_cue(n, head + 1, f->last, CUE_ORGANISATION))
		return;
	size_t role_end = head, name = head + 1;
	if (str_eq(at(n, head, 1)->word, STR("of"))) {
		role_end = next_capital(n, head + 2, f->last);
		name = role_end + 1;
	}
	if (at(n, role_end, 1)->mark == '.' && name <= f->last && name == role_end + 1) {
		role_end++;
		name++;
	}
	name = next_capital(n, name, f->last);
	/* "Minister-President", "General Manager": no name is left. */
	if (name > f->last || at(n, name, -1)->mark == '-' ||
		(all_cued(n, name, f->last, CUE_ROLE | CUE_ROLE_PART | CUE_HONORIFIC) &&
			!has_cue(n, name, f->last, CUE_FIRST_NAME)))
		return;
	if (name == f->last && (n->tokens->items[name].cues & CUE_PLACE)) {
		f->first = name; /* "Президент України" */
		return;
	}
	bool is_honorific_only = head == f->first && !(n->tokens->items[head].cues & CUE_ROLE);
	if (!is_honorific_only)
		f->role = token_range(n->tokens, role_start(n, f->first), role_end);
	f->first = name;
	f->is_titled = true;
}

/* "Former Norland mayor ...": says when, and is no part of what follows. */
static bool is_time_word(const struct token *t)
{
	static const char *const words[] = {"former", "ex", "veteran", "acting", "outgoing", "incoming",
		"interim", "current", "longtime", "newly", "late", "then"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(t->word, str_c(words[i])))
			return true;
	return false;
}

/* Leaves a verb out that headlines and captions write with a capital: "Winifred Osei Posted". */
static void strip_verb(const struct name_text *n, struct found *f)
{
	const struct token *t = at(n, f->last, 0);
	bool is_past = str_ends(t->word, STR("ed")) || str_eq(t->word, STR("said")) ||
		str_eq(t->word, STR("told")) || str_eq(t->word, STR("wrote"));
	if (f->last >= f->first + 2 && (t->cues & CUE_SAY) && is_past && is_language(n, "en"))
		f->last--;
}

/* Strips what begins a sentence or says only where somebody is from. */
static bool strip_front(const struct name_text *n, struct found *f)
{
	const struct token *t = at(n, f->first, 0);
	size_t second = next_capital(n, f->first + 1, f->last);
	if (t->is_first && second <= f->last && second == f->first + 1 && is_language(n, "en") &&
		is_time_word(t)) {
		f->first = second;
		return true;
	}
	bool is_known = t->cues &
		(CUE_FIRST_NAME | CUE_ROLE | CUE_NATION | CUE_ORGANISATION | CUE_PLACE | CUE_HONORIFIC |
			CUE_ROLE_PART | CUE_OF_HEAD);
	if (t->is_first && second <= f->last && !is_known && second == f->first + 1 &&
		(map_get(&n->small, t->word) || str_ends(t->word, STR("ly")))) {
		f->first = second;
		return true;
	}
	bool is_nation = (t->cues & CUE_NATION) && !(t->cues & CUE_FIRST_NAME);
	if (is_nation && second <= f->last && second == f->first + 1 &&
		(n->tokens->items[second].cues & (CUE_FIRST_NAME | CUE_NATION)) &&
		capitals(n, second, f->last) >= 2) {
		f->first = second;
		return true;
	}
	return false;
}

/* In German a noun before a first name is a role: "Polizeichef Karl Weber". */
static void split_german(const struct name_text *n, struct found *f)
{
	for (size_t i = f->first + 1; i < f->last; i++) {
		if (!(n->tokens->items[i].cues & CUE_FIRST_NAME) || at(n, i, -1)->mark ||
			(at(n, i, -1)->cues & CUE_FIRST_NAME))
			continue;
		if (!(at(n, i, -1)->cues & CUE_PLACE))
			f->role = at(n, i, -1)->span;
		f->first = i;
		f->is_titled = true;
		return;
	}
}

/* A role in lower case before the name: "the French foreign minister Jean ...", "le président
 * français Emmanuel ...", "министр иностранных дел России Сергей ...". */
static void find_role_before(const struct name_text *n, struct found *f)
{
	bool is_slavic = is_language(n, "ru") || is_language(n, "uk") || is_language(n, "pl");
	bool is_romance = is_language(n, "fr") || is_language(n, "es") || is_language(n, "it") ||
		is_language(n, "pt");
	ptrdiff_t reach = is_slavic ? 5 : is_romance ? 6 : 1;
	ptrdiff_t k = 1;
	if (at(n, f->first, -1)->mark == ',' && !is_slavic)
		k++;
	for (ptrdiff_t end = k + reach; k < end; k++) {
		const struct token *t = at(n, f->first, -k);
		if (t->kind != TOKEN_WORD)
			return;
		if (t->cues & CUE_ROLE)
			break;
		bool is_inside = is_slavic
			? !(t->cues & (CUE_STOP | CUE_SAY))
			: (t->cues & (CUE_NATION | CUE_PARTICLE | CUE_PLACE | CUE_ROLE_PART)) || t->is_upper ||
				(at(n, f->first, -k - 1)->is_upper);
		if (!is_inside)
			return;
	}
	size_t head = f->first - (size_t)k;
	if (k > (ptrdiff_t)f->first || !(at(n, f->first, -k)->cues & CUE_ROLE))
		return;
	size_t start = role_start(n, head);
	bool is_in_commas = at(n, f->first, -1)->mark == ',';
	if (is_in_commas &&
		(at(n, head, 0)->is_upper || at(n, f->last, 1)->mark != ',' ||
			!(at(n, start, -1)->cues & CUE_ARTICLE)))
		return;
	size_t end = is_in_commas ? f->first - 2 : f->first - 1;
	f->role = token_range(n->tokens, start, end);
	f->is_titled = true;
}

/* "Hakan Fidan, Turkey's foreign minister,": the role in commas behind the name. */
static void find_role_behind(const struct name_text *n, struct found *f)
{
	if (f->role.length || at(n, f->last, 1)->mark != ',' || capitals(n, f->first, f->last) < 2)
		return;
	bool is_place = at(n, f->last, 0)->cues & CUE_PLACE;
	if (is_place && !(at(n, f->first, 0)->cues & CUE_FIRST_NAME))
		return;
	ptrdiff_t k = 2, start = 2, last = 0;
	bool has_head = false;
	if (at(n, f->last, 2)->cues & CUE_ARTICLE)
		k = start = 3;
	for (; k < start + ROLE_TOKENS; k++) {
		const struct token *t = at(n, f->last, k);
		bool is_end = t->mark == ',' || t->mark == '.' || t->mark == 0x2014 || t->mark == ';';
		if (is_end) {
			last = k - 1;
			break;
		}
		if ((t->kind == TOKEN_MARK && t->mark != '-') || t->kind == TOKEN_NUMBER ||
			(t->cues & (CUE_PRONOUN | CUE_SAY | CUE_AUXILIARY) && !str_starts(t->word, STR("'"))))
			return;
		/* A second person's title would not be this one's role. */
		if (t->cues & CUE_FIRST_NAME && t->is_upper)
			return;
		has_head |= (t->cues & CUE_ROLE) != 0;
	}
	if (!last || !has_head || last < start)
		return;
	f->role = token_range(n->tokens, f->last + (size_t)start, f->last + (size_t)last);
	f->is_titled = true;
}

static bool says(const struct name_text *n, const struct found *f)
{
	const struct token *before = at(n, f->first, -1), *behind = at(n, f->last, 1);
	return ((behind->cues & CUE_SAY) && !behind->is_upper) ||
		((before->cues & CUE_SAY) && !before->is_upper && !str_eq(before->word, STR("reports")));
}

/* "YouTube", "HuffPost": a brand, neither person nor place. "McDonald" and "O'Neill" are none. */
static bool has_inner_capital(const struct name_text *n, const struct token *t)
{
	struct str s = span_text(n->text, t->span);
	if (t->is_all_upper || str_starts(s, STR("Mc")) || str_starts(s, STR("Mac")))
		return false;
	for (size_t i = 2; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z' && char_is_alpha(s.p[i - 1]))
			return true;
	return false;
}

static bool is_named_place(const struct token *t)
{
	static const char *const states[] = {"us", "u.s.", "u.s", "uk", "u.k.", "usa", "uae", "сша"};
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (str_eq(t->word, str_c(states[i])))
			return true;
	return t->cues & CUE_PLACE;
}

static bool is_dateline(const struct name_text *n, const struct found *f)
{
	const struct token *t = at(n, f->first, 0);
	uint32_t mark = at(n, f->last, 1)->mark;
	bool is_dash = mark == 0x2014 || mark == 0x2013 || mark == '-' || mark == '(' || mark == ',';
	return t->is_first && t->is_all_upper && is_dash && t->word.n > 3;
}

static enum name_kind guess_kind(const struct name_text *n, const struct found *f)
{
	const struct token *first = at(n, f->first, 0), *last = at(n, f->last, 0);
	size_t words = capitals(n, f->first, f->last);
	bool is_organisation = has_cue(n, f->first, f->last, CUE_ORGANISATION);
	if (f->is_titled && !is_organisation)
		return NAME_PERSON;
	bool is_led_by_acronym = words > 1 && token_is_acronym(first) && !is_named_place(first);
	if (is_organisation || is_led_by_acronym)
		return NAME_ORGANISATION;
	if (is_dateline(n, f))
		return NAME_PLACE;
	if (words == 1 && is_named_place(first))
		return NAME_PLACE;
	if ((last->cues & CUE_PLACE_WORD) || str_eq(first->word, STR("mount")) ||
		str_eq(first->word, STR("lake")) || str_eq(first->word, STR("gulf")))
		return NAME_PLACE;
	if (words == 1 && token_is_acronym(first))
		return NAME_ORGANISATION;
	if (words >= 2 && words <= 4 && (first->cues & CUE_FIRST_NAME) &&
		!(last->cues & CUE_PLACE_WORD))
		return NAME_PERSON;
	if (words <= 3 && (last->cues & CUE_PLACE))
		return NAME_PLACE;
	if (has_inner_capital(n, first))
		return NAME_UNKNOWN;
	if (says(n, f))
		return NAME_PERSON;
	const struct token *before = at(n, f->first, -1);
	bool is_plural = words > 1 && str_ends(last->word, STR("s"));
	if ((before->cues & CUE_IN) && !before->is_upper && !is_plural)
		return NAME_PLACE;
	bool is_turkish_place = is_language(n, "tr") && str_starts(at(n, f->last, 1)->word, STR("'d"));
	return is_turkish_place ? NAME_PLACE : NAME_UNKNOWN;
}

static bool has_noun_ending(struct str word)
{
	static const char *const endings[] = {"ung", "ungen", "heit", "keit", "schaft", "tion",
		"tionen", "nis", "tum", "ismus", "tat", "ment", "enz", "anz", "ling", "chen", "tag", "zeit",
		"jahr", "welt", "kraft", "recht", "land"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(word, str_c(endings[i])))
			return true;
	return false;
}

/* German: every noun has a capital, so a name needs a reason. */
static bool is_german_name(const struct name_text *n, const struct found *f)
{
	const struct token *t = at(n, f->first, 0), *before = at(n, f->first, -1);
	if (f->is_titled || (t->cues & CUE_PLACE) || token_is_acronym(t))
		return true;
	size_t words = capitals(n, f->first, f->last);
	if (words >= 2)
		return (t->cues & CUE_FIRST_NAME) || has_cue(n, f->first, f->last, CUE_ORGANISATION);
	bool is_noun = map_get(&n->noun, t->word) || map_get(&n->small, t->word) ||
		has_noun_ending(t->word) || (before->cues & CUE_ARTICLE) ||
		(t->cues & (CUE_ROLE | CUE_ORGANISATION));
	return !is_noun && says(n, f) && before->kind != TOKEN_NUMBER;
}

/* "Ленинского района": the adjective of a name is none by itself. */
static bool is_slavic_adjective(const struct name_text *n, const struct found *f)
{
	static const char *const endings[] = {"ого", "ому", "ной", "ской", "ная", "ское", "ском",
		"ских", "ным", "ными", "ний", "ної", "ської", "ській", "ego", "emu", "iej", "ich", "skim"};
	const struct token *t = at(n, f->first, 0), *next = at(n, f->last, 1);
	bool is_slavic = is_language(n, "ru") || is_language(n, "uk") || is_language(n, "pl");
	if (!is_slavic || next->kind != TOKEN_WORD || next->is_upper ||
		(next->cues & (CUE_STOP | CUE_SAY)))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(t->word, str_c(endings[i])))
			return true;
	return false;
}

/* Whether a run is a name at all. */
static bool is_name(const struct name_text *n, const struct found *f)
{
	const struct token *t = at(n, f->first, 0);
	size_t words = capitals(n, f->first, f->last);
	if (utf8_count(span_text(n->text, token_range(n->tokens, f->first, f->last))) < 2)
		return false;
	if (n->is_german && !is_german_name(n, f))
		return false;
	if (all_cued(n, f->first, f->last, CUE_NATION) && !(t->cues & CUE_PLACE))
		return false;
	bool is_title =
		all_cued(n, f->first, f->last, CUE_ROLE | CUE_ROLE_PART | CUE_NATION | CUE_HONORIFIC);
	is_title &= !(n->tokens->items[f->last].cues & CUE_ORGANISATION) && !token_is_acronym(t);
	if (is_title && !f->is_titled && !(t->cues & CUE_FIRST_NAME) &&
		!(words == 1 && is_named_place(t)))
		return false;
	if (words > 1 || f->is_titled)
		return true;
	if (str_starts(t->word, STR("i'")) || is_slavic_adjective(n, f))
		return false;
	bool is_known = is_named_place(t) || token_is_acronym(t) || is_dateline(n, f);
	if (!is_known && (t->is_all_upper || map_get(&n->small, t->word)))
		return false;
	/* "Joining them, ..." */
	bool is_participle = str_ends(t->word, STR("ing")) || str_ends(t->word, STR("ed"));
	if (t->is_first && is_participle && is_language(n, "en") && !says(n, f) &&
		!map_get(&n->capital, t->word))
		return false;
	return is_known ||
		!(t->is_first && (t->cues & (CUE_ORGANISATION | CUE_OF_HEAD | CUE_PLACE_WORD)) &&
			!map_get(&n->capital, t->word));
}

static void add_name(const struct name_text *n, struct name_vec *out, const struct found *f)
{
	const struct token *t = at(n, f->first, 0);
	struct span span = token_range(n->tokens, f->first, f->last);
	bool is_alone = f->first == f->last && t->is_first && !f->is_titled;
	*VEC_ADD(n->a, out) = (struct name){.span = span,
		.text = span_text(n->text, span),
		.kind = f->kind,
		.role = f->role.length ? span_text(n->text, f->role) : (struct str){0},
		.is_sentence_initial = is_alone && !map_get(&n->capital, t->word) && !is_named_place(t) &&
			!token_is_acronym(t)};
}

/* In a headline only what is known by itself is a name. */
static bool read_strict(const struct name_text *n, size_t i, struct found *f)
{
	const struct token *t = at(n, i, 0), *next = at(n, i, 1);
	if (n->sentence_kind[t->sentence] == SENTENCE_SHOUTED || !n->is_headline_only)
		return false;
	*f = (struct found){.first = i, .last = i};
	if ((t->cues & CUE_FIRST_NAME) && next->is_upper && next->kind == TOKEN_WORD &&
		!(next->cues & (CUE_STOP | CUE_SAY | CUE_NATION))) {
		f->last = i + 1;
		f->kind = NAME_PERSON;
		return true;
	}
	bool is_known = is_named_place(t) && (t->cues & CUE_PLACE || t->is_all_upper);
	f->kind = is_known ? NAME_PLACE : NAME_ORGANISATION;
	return is_known || (token_is_acronym(t) && !(t->cues & CUE_NO_NAME));
}

static size_t read_name(const struct name_text *n, struct name_vec *out, size_t i)
{
	const struct token *t = at(n, i, 0);
	struct found f = {.first = i, .last = i};
	if (n->sentence_kind[t->sentence] != SENTENCE_PLAIN) {
		if (t->kind != TOKEN_WORD || !t->is_upper || !read_strict(n, i, &f))
			return 1;
		add_name(n, out, &f);
		return f.last - i + 1;
	}
	if (!name_begins(n, i))
		return 1;
	f.last = name_run_end(n, i);
	size_t taken = f.last - i + 1;
	strip_verb(n, &f);
	while (strip_front(n, &f))
		;
	split_title(n, &f);
	if (n->is_german && !f.is_titled)
		split_german(n, &f);
	const struct token *before = at(n, f.first, -1);
	bool is_behind_honorific = (before->cues & CUE_HONORIFIC) ||
		(before->mark == '.' && (at(n, f.first, -2)->cues & CUE_HONORIFIC));
	f.is_titled |= is_behind_honorific;
	if (!f.is_titled && !has_cue(n, f.first, f.last, NOT_PERSON))
		find_role_before(n, &f);
	if (!has_cue(n, f.first, f.last, CUE_ORGANISATION))
		find_role_behind(n, &f);
	if (f.is_titled && f.first < f.last && (at(n, f.first, 0)->cues & CUE_NATION) &&
		at(n, f.first, 1)->is_upper && !(at(n, f.first, 0)->cues & CUE_FIRST_NAME))
		f.first++; /* "Republican Renee ..." */
	if (!is_name(n, &f))
		return taken;
	f.kind = guess_kind(n, &f);
	add_name(n, out, &f);
	return taken;
}

/* What the name is called by: its last word, folded. */
static struct str surname(struct arena *a, struct str name)
{
	size_t blank = str_rfind_char(name, ' ');
	return lexicon_fold(a, blank == STR_NONE ? name : str_from(name, blank + 1));
}

/* A surname alone is the person who was named in full; the same words are of the same kind. */
static void spread_kinds(struct arena *a, struct name_vec *names)
{
	struct map people = map_new(a), kinds = map_new(a);
	bool is_new;
	for (size_t i = 0; i < names->n; i++) {
		const struct name *m = &names->items[i];
		if (m->kind == NAME_PERSON && str_find_char(m->text, ' ', 0) != STR_NONE)
			*map_put(&people, surname(a, m->text), &is_new) = 1;
		if (m->kind != NAME_UNKNOWN) {
			size_t *kind = map_put(&kinds, lexicon_fold(a, m->text), &is_new);
			if (is_new)
				*kind = m->kind;
		}
	}
	for (size_t i = 0; i < names->n; i++) {
		struct name *m = &names->items[i];
		struct str folded = lexicon_fold(a, m->text);
		const size_t *kind = map_get(&kinds, folded);
		if (map_get(&people, folded) && m->kind != NAME_ORGANISATION) {
			m->kind = NAME_PERSON;
			m->is_sentence_initial = false;
		} else if (m->kind == NAME_UNKNOWN && kind) {
			m->kind = (enum name_kind) * kind;
		}
	}
}

struct name_vec names_in(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language)
{
	struct name_text n = name_text_of(a, tokens, text, language);
	struct name_vec out = {0};
	for (size_t i = 0; i < tokens->n;)
		i += read_name(&n, &out, i);
	spread_kinds(a, &out);
	return out;
}

struct name_vec text_names(struct arena *a, struct str text, struct str language)
{
	return reading_names(text_read(a, text, language));
}
