#include "check/parts.h"

/* What the desk may say from what it knows about the reports themselves, not from their text: who
 * reported, in which language, on which day, and how many. All of it is compared, none taken on
 * trust. */

static const struct {
	const char *code, *names; /* as the desk's languages write them */
} languages[] = {
	{"en", "English|Englisch"},
	{"de", "German|Deutsch"},
	{"fr", "French|Französisch"},
	{"es", "Spanish|Spanisch"},
	{"it", "Italian|Italienisch"},
	{"pt", "Portuguese|Portugiesisch"},
	{"nl", "Dutch|Niederländisch"},
	{"pl", "Polish|Polnisch"},
	{"ru", "Russian|Russisch"},
	{"uk", "Ukrainian|Ukrainisch"},
	{"tr", "Turkish|Türkisch"},
	{NULL, NULL},
};

/* Folded words for what the desk counts. */
static const char outlet_words[] = " outlet outlets newspapers media medien zeitungen ";
static const char report_words[] =
	" report reports article articles source sources bericht berichte berichten quelle quellen ";
static const char other_words[] =
	" latest differ number according jüngste laut verschiedene zahlen nennen berichtet ";
static const char origin_words[] = " origin origins ursprung ursprünge ursprüngen ";

static bool is_word_at(struct str text, size_t at, size_t n)
{
	bool is_start = at == 0 || !(char_is_alpha(text.p[at - 1]) || (text.p[at - 1] & 0x80));
	bool is_end = at + n >= text.n || !(char_is_alpha(text.p[at + n]) || (text.p[at + n] & 0x80));
	return is_start && is_end;
}

/* Where the outlet is named, spelled just so; a name without a capital gets one where it begins a
 * sentence. STR_NONE when it is not. */
static size_t find_outlet(struct str text, struct str outlet, size_t from)
{
	for (size_t at = from; outlet.n > 0; at++) {
		at = str_find(text, str_from(outlet, 1), at);
		if (at == STR_NONE)
			break;
		if (at == from)
			continue;
		char first = text.p[at - 1];
		bool is_same = first == outlet.p[0] || char_lower(first) == outlet.p[0];
		if (is_same && is_word_at(text, at - 1, outlet.n))
			return at - 1;
	}
	return STR_NONE;
}

static void blank_outlet(struct str text, char *own, struct str outlet)
{
	for (size_t at = find_outlet(text, outlet, 0); at != STR_NONE;
		 at = find_outlet(text, outlet, at + outlet.n))
		memset(own + at, ' ', outlet.n);
}

static bool is_outlet_cited(const struct subject *s, struct str outlet)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (str_eq(s->e->reports[s->cites.items[i].report].outlet, outlet))
			return true;
	return false;
}

static bool is_told_by_cites(struct subject *s, struct str name)
{
	struct span found;
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		if (text_find_folded(s->a, span_text(s->e->reports[c->report].text, c->span), name, &found))
			return true;
	}
	return false;
}

/* Another outlet of the story, named where it is not cited: the words are put in the wrong mouth.
 */
static void find_uncited_outlet(struct subject *s, char *own, struct str outlet)
{
	struct str text = {own, s->text.n};
	size_t at = find_outlet(text, outlet, 0);
	if (at == STR_NONE || is_told_by_cites(s, outlet))
		return;
	(void)add_finding(s, (struct span){at, outlet.n}, kind_here(s, "name"), TIER_ERROR,
		str_format(s->a, "names %.*s, which is not among the reports that the sentence cites",
			STR_ARG(outlet)),
		NULL);
	memset(own + at, ' ', outlet.n);
}

static bool is_language_cited(const struct subject *s, const char *code)
{
	for (size_t i = 0; i < s->cites.n; i++)
		if (str_eq(s->e->reports[s->cites.items[i].report].language, str_c(code)))
			return true;
	return false;
}

/* "(in Turkish)": in brackets, the desk tells the language of what it quotes. */
static void check_languages(struct subject *s, char *own)
{
	struct str text = {own, s->text.n};
	size_t open = str_find_char(text, '(', 0);
	size_t close = open == STR_NONE ? STR_NONE : str_find_char(text, ')', open);
	if (close == STR_NONE)
		return;
	struct str bracket = str_sub(text, open, close - open);
	for (size_t i = 0; languages[i].code; i++) {
		struct str rest = str_c(languages[i].names);
		while (rest.p) {
			struct str name = str_cut(&rest, '|');
			size_t at = str_find(bracket, name, 0);
			if (at == STR_NONE || is_told_by_cites(s, name))
				continue;
			if (!is_language_cited(s, languages[i].code))
				(void)add_finding(s, (struct span){open + at, name.n}, kind_here(s, "name"),
					TIER_ERROR, str_format(s->a, "no cited report is in %.*s", STR_ARG(name)),
					NULL);
			memset(own + open + at, ' ', name.n);
		}
	}
}

void desk_mask_metadata(struct subject *s, char *own)
{
	for (size_t i = 0; i < s->cites.n; i++)
		blank_outlet(s->own, own, s->e->reports[s->cites.items[i].report].outlet);
	for (size_t r = 0; r < s->e->count; r++)
		if (!is_outlet_cited(s, s->e->reports[r].outlet))
			find_uncited_outlet(s, own, s->e->reports[r].outlet);
	check_languages(s, own);
}

static size_t count_outlets(const struct subject *s, bool only_cited)
{
	struct map outlets = map_new(s->a);
	for (size_t r = 0; r < s->e->count; r++)
		if (!only_cited || is_cited_report(s, r))
			(void)map_put(&outlets, s->e->reports[r].outlet, NULL);
	return outlets.n;
}

static size_t count_cited(const struct subject *s)
{
	size_t n = 0;
	for (size_t r = 0; r < s->e->count; r++)
		n += is_cited_report(s, r);
	return n;
}

bool desk_is_true_count(const struct subject *s, const struct number *n)
{
	struct str behind = str_from(s->own, n->span.start + n->span.length);
	struct word_vec words = text_words(s->a, utf8_cut(behind, 40), s->language);
	if (words.n == 0)
		return false;
	struct str noun = text_fold(s->a, span_text(behind, words.items[0].span));
	double value = n->value;
	if (is_listed(outlet_words, noun))
		return value == (double)count_outlets(s, false) || value == (double)count_outlets(s, true);
	if (is_listed(report_words, noun))
		return value == (double)s->e->count || value == (double)count_cited(s);
	return is_listed(origin_words, noun) &&
		value == (double)story_origin_count(s->e->reports, s->e->count);
}

bool desk_is_own_word(struct str written)
{
	char lower[32];
	if (written.n > sizeof(lower))
		return false;
	for (size_t i = 0; i < written.n; i++)
		lower[i] = char_lower(written.p[i]);
	struct str word = {lower, written.n};
	return is_listed(outlet_words, word) || is_listed(report_words, word) ||
		is_listed(origin_words, word) || is_listed(other_words, word);
}

static bool is_day_of(const struct date_mention *d, struct when when)
{
	if (!when_is_known(when) || !when_is_known(d->when) || !d->has_day)
		return false;
	struct civil a = when_civil(d->when), b = when_civil(when);
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

bool desk_is_published_day(const struct subject *s, const struct date_mention *d)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct report *r = &s->e->reports[s->cites.items[i].report];
		if (is_day_of(d, r->published) || is_day_of(d, r->modified))
			return true;
	}
	return false;
}
