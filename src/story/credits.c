#include "story/credits.h"

#define CREDIT_BYTES ((size_t)16 << 10) /* of the text that is looked at */
#define DATELINE_BYTES 80
#define NEAR_WORDS 3 /* between the name and the word that makes it a credit */

/* Names of one agency; the first is the short one. */
struct agency {
	struct str names[4];
	bool is_ambiguous; /* the short name is also something else: a credit only in a dateline */
};
static const struct agency agencies[] = {
	{{STR_CONST("AP"), STR_CONST("Associated Press"), STR_CONST("The Associated Press")}, false},
	{{STR_CONST("Reuters"), STR_CONST("Thomson Reuters")}, false},
	{{STR_CONST("AFP"), STR_CONST("Agence France-Presse")}, false},
	{{STR_CONST("dpa"), STR_CONST("DPA"), STR_CONST("Deutsche Presse-Agentur")}, false},
	{{STR_CONST("PA"), STR_CONST("PA Media"), STR_CONST("Press Association")}, true},
	{{STR_CONST("TASS"), STR_CONST("Tass"), STR_CONST("\xD0\xA2\xD0\x90\xD0\xA1\xD0\xA1")}, false},
	{{STR_CONST("Interfax"),
		 STR_CONST("\xD0\x98\xD0\xBD\xD1\x82\xD0\xB5\xD1\x80\xD1\x84\xD0\xB0\xD0\xBA\xD1\x81")},
		false},
	{{STR_CONST("RIA Novosti"), STR_CONST("RIA"),
		 STR_CONST("\xD0\xA0\xD0\x98\xD0\x90 "
				   "\xD0\x9D\xD0\xBE\xD0\xB2\xD0\xBE\xD1\x81\xD1\x82\xD0\xB8")},
		false},
	{{STR_CONST("Xinhua"), STR_CONST("Xinhua News Agency")}, false},
	{{STR_CONST("Anadolu"), STR_CONST("Anadolu Agency"), STR_CONST("Anadolu Ajans\xC4\xB1")},
		false},
	{{STR_CONST("Kyodo"), STR_CONST("Kyodo News")}, false},
	{{STR_CONST("EFE")}, true},
	{{STR_CONST("ANSA")}, false},
	{{STR_CONST("Yonhap"), STR_CONST("Yonhap News Agency")}, false},
	{{STR_CONST("UPI"), STR_CONST("United Press International")}, false},
	{{STR_CONST("APA"), STR_CONST("Austria Presse Agentur")}, true},
	{{STR_CONST("PAP")}, true},
	{{STR_CONST("Ukrinform")}, false},
	{{STR_CONST("Bloomberg"), STR_CONST("Bloomberg News")}, false},
};
#define AGENCIES (sizeof(agencies) / sizeof(agencies[0]))
#define NAMES (sizeof(agencies[0].names) / sizeof(agencies[0].names[0]))

/* Stand before the name; folded. */
static const struct str before_words[] = {STR_CONST("citing"), STR_CONST("cited"),
	STR_CONST("according"), STR_CONST("told"), STR_CONST("by"), STR_CONST("quoting"),
	STR_CONST("laut"), STR_CONST("zufolge"), STR_CONST("selon"), STR_CONST("seg\xC3\xBAn"),
	STR_CONST("secondo"), STR_CONST("volgens"),
	STR_CONST("\xD1\x81\xD1\x81\xD1\x8B\xD0\xBB\xD0\xBA"
			  "\xD0\xBE\xD0\xB9")};
/* Stand behind it; what text knows as verbs of speech counts too. */
static const struct str after_words[] = {STR_CONST("reported"), STR_CONST("reports"),
	STR_CONST("report"), STR_CONST("reporting"), STR_CONST("quoted"), STR_CONST("cited"),
	STR_CONST("zufolge"), STR_CONST("berichtet"), STR_CONST("berichtete"), STR_CONST("meldet"),
	STR_CONST("meldete"), STR_CONST("rapporte"), STR_CONST("inform\xC3\xB3"), STR_CONST("riporta"),
	STR_CONST("meldt"), STR_CONST("bildirdi")};

static bool is_one_of(struct str word, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

struct str agency_name(struct str name)
{
	for (size_t i = 0; i < AGENCIES; i++)
		for (size_t k = 0; k < NAMES; k++)
			if (agencies[i].names[k].n && str_eq_nocase(agencies[i].names[k], name))
				return agencies[i].names[0];
	return name;
}

static bool is_word_at(struct str text, size_t at, size_t length)
{
	bool begins = at == 0 ||
		!(char_is_alpha(text.p[at - 1]) || char_is_digit(text.p[at - 1]) ||
			(text.p[at - 1] & 0x80));
	size_t end = at + length;
	return begins &&
		(end == text.n ||
			!(char_is_alpha(text.p[end]) || (text.p[end] & 0x80) || char_is_digit(text.p[end])));
}

static size_t find_name(struct str text, struct str name, size_t from)
{
	for (size_t at = from; (at = str_find(text, name, at)) != STR_NONE; at++)
		if (is_word_at(text, at, name.n))
			return at;
	return STR_NONE;
}

/* "By ANNA BERG, Associated Press" */
static struct str byline_agency(const struct report *r)
{
	for (size_t i = 0; i < AGENCIES; i++)
		for (size_t k = 0; k < NAMES; k++)
			if (agencies[i].names[k].n && find_name(r->author, agencies[i].names[k], 0) != STR_NONE)
				return agencies[i].names[0];
	return STR("");
}

/* "WASHINGTON (AP) - ", "Moskau (dpa/AFP) -" at the beginning, "(Reuters)" at the end. */
static struct str dateline_agency(struct str text)
{
	struct str parts[2] = {str_sub(text, 0, DATELINE_BYTES),
		str_from(text, text.n > DATELINE_BYTES ? text.n - DATELINE_BYTES : 0)};
	for (size_t p = 0; p < 2; p++) {
		size_t open = p == 0 ? str_find_char(parts[p], '(', 0) : str_rfind_char(parts[p], '(');
		size_t close = open == STR_NONE ? STR_NONE : str_find_char(parts[p], ')', open);
		if (close == STR_NONE)
			continue;
		struct str inside = str_sub(parts[p], open + 1, close - open - 1);
		struct str first = str_trim(str_cut(&inside, '/'));
		struct str short_name = agency_name(first);
		for (size_t i = 0; i < AGENCIES; i++)
			if (str_eq(agencies[i].names[0], short_name))
				return short_name;
	}
	return STR("");
}

/* Whether a word near the name makes it a credit. */
static bool is_credited(
	struct arena *a, const struct report *r, struct str sentence, size_t at, size_t length)
{
	struct word_vec words = text_words(a, sentence, r->language);
	size_t first = 0, last;
	while (first < words.n && words.items[first].span.start < at)
		first++;
	for (last = first; last < words.n && words.items[last].span.start < at + length;)
		last++;
	for (size_t i = first > NEAR_WORDS ? first - NEAR_WORDS : 0; i < first; i++)
		if (is_one_of(text_fold(a, span_text(sentence, words.items[i].span)), before_words,
				sizeof(before_words) / sizeof(before_words[0])))
			return true;
	for (size_t i = last; i < words.n && i < last + NEAR_WORDS; i++) {
		struct str folded = text_fold(a, span_text(sentence, words.items[i].span));
		if (is_one_of(folded, after_words, sizeof(after_words) / sizeof(after_words[0])) ||
			text_is_reporting_verb(folded, r->language))
			return true;
	}
	return false;
}

/* The first sentence of the text that credits the name; length 0 when none does. */
static struct span crediting_sentence(
	struct arena *a, const struct report *r, const struct span_vec *sentences, struct str name)
{
	struct str text = utf8_cut(r->text, CREDIT_BYTES);
	for (size_t at = 0, i = 0; (at = find_name(text, name, at)) != STR_NONE; at++) {
		while (i < sentences->n && sentences->items[i].start + sentences->items[i].length <= at)
			i++;
		if (i == sentences->n || at < sentences->items[i].start)
			continue;
		struct str sentence = span_text(r->text, sentences->items[i]);
		if (is_credited(a, r, sentence, at - sentences->items[i].start, name.n))
			return sentences->items[i];
	}
	return (struct span){0};
}

static void keep_earlier(struct credit *credit, struct str name, struct span span)
{
	if (span.length && (!credit->name.n || span.start < credit->span.start))
		*credit = (struct credit){.name = name, .span = span};
}

struct credit find_credit(const struct report *r, const struct str_vec *outlets)
{
	struct arena scratch = {0};
	struct credit credit = {.name = byline_agency(r), .is_text = true};
	if (!credit.name.n)
		credit.name = dateline_agency(r->text);
	if (credit.name.n)
		return credit;
	credit.is_text = false;
	struct str own = agency_name(r->outlet);
	struct span_vec sentences = text_sentences(&scratch, r->text, r->language);
	for (size_t i = 0; i < outlets->n; i++)
		if (outlets->items[i].n && !str_eq(outlets->items[i], r->outlet))
			keep_earlier(&credit, outlets->items[i],
				crediting_sentence(&scratch, r, &sentences, outlets->items[i]));
	for (size_t i = 0; i < AGENCIES; i++)
		for (size_t k = 0; k < NAMES && !str_eq(own, agencies[i].names[0]); k++)
			if (agencies[i].names[k].n && !(agencies[i].is_ambiguous && k == 0))
				keep_earlier(&credit, agencies[i].names[0],
					crediting_sentence(&scratch, r, &sentences, agencies[i].names[k]));
	arena_free(&scratch);
	return credit;
}
