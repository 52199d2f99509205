#include "write/phrases.h"

static const struct str months_en[] = {STR_CONST(""), STR_CONST("January"), STR_CONST("February"),
	STR_CONST("March"), STR_CONST("April"), STR_CONST("May"), STR_CONST("June"), STR_CONST("July"),
	STR_CONST("August"), STR_CONST("September"), STR_CONST("October"), STR_CONST("November"),
	STR_CONST("December")};
static const struct str months_de[] = {STR_CONST(""), STR_CONST("Januar"), STR_CONST("Februar"),
	STR_CONST("März"), STR_CONST("April"), STR_CONST("Mai"), STR_CONST("Juni"), STR_CONST("Juli"),
	STR_CONST("August"), STR_CONST("September"), STR_CONST("Oktober"), STR_CONST("November"),
	STR_CONST("Dezember")};
static const struct str weekdays_en[] = {STR_CONST("Sunday"), STR_CONST("Monday"),
	STR_CONST("Tuesday"), STR_CONST("Wednesday"), STR_CONST("Thursday"), STR_CONST("Friday"),
	STR_CONST("Saturday")};
static const struct str weekdays_de[] = {STR_CONST("Sonntag"), STR_CONST("Montag"),
	STR_CONST("Dienstag"), STR_CONST("Mittwoch"), STR_CONST("Donnerstag"), STR_CONST("Freitag"),
	STR_CONST("Samstag")};
static const struct str numbers_en[] = {STR_CONST(""), STR_CONST("one"), STR_CONST("two"),
	STR_CONST("three"), STR_CONST("four"), STR_CONST("five"), STR_CONST("six"), STR_CONST("seven"),
	STR_CONST("eight"), STR_CONST("nine"), STR_CONST("ten"), STR_CONST("eleven"),
	STR_CONST("twelve")};
static const struct str numbers_de[] = {STR_CONST(""), STR_CONST("ein"), STR_CONST("zwei"),
	STR_CONST("drei"), STR_CONST("vier"), STR_CONST("fünf"), STR_CONST("sechs"),
	STR_CONST("sieben"), STR_CONST("acht"), STR_CONST("neun"), STR_CONST("zehn"), STR_CONST("elf"),
	STR_CONST("zwölf")};

#define LANGUAGE(code, name) \
	{ \
		STR_CONST(code), STR_CONST(name) \
	}
static const struct language_name languages_en[] = {LANGUAGE("en", "English"),
	LANGUAGE("de", "German"), LANGUAGE("fr", "French"), LANGUAGE("es", "Spanish"),
	LANGUAGE("it", "Italian"), LANGUAGE("pt", "Portuguese"), LANGUAGE("nl", "Dutch"),
	LANGUAGE("pl", "Polish"), LANGUAGE("ru", "Russian"), LANGUAGE("uk", "Ukrainian"),
	LANGUAGE("tr", "Turkish"), LANGUAGE("", "")};
static const struct language_name languages_de[] = {LANGUAGE("en", "Englisch"),
	LANGUAGE("de", "Deutsch"), LANGUAGE("fr", "Französisch"), LANGUAGE("es", "Spanisch"),
	LANGUAGE("it", "Italienisch"), LANGUAGE("pt", "Portugiesisch"),
	LANGUAGE("nl", "Niederländisch"), LANGUAGE("pl", "Polnisch"), LANGUAGE("ru", "Russisch"),
	LANGUAGE("uk", "Ukrainisch"), LANGUAGE("tr", "Türkisch"), LANGUAGE("", "")};

static const struct phrases tables[] = {
	{
		.language = STR_CONST("en"),
		.open = STR_CONST("“"),
		.close = STR_CONST("”"),
		.inner_open = STR_CONST("‘"),
		.inner_close = STR_CONST("’"),
		.is_comma_inside = true,
		.list_and = STR_CONST(" and "),
		.a_report = STR_CONST("one report"),
		.others = STR_CONST("others"),
		.months = months_en,
		.weekdays = weekdays_en,
		.numbers = numbers_en,
		.languages = languages_en,
		.templates =
			{
				[PHRASE_REPORTS] = STR_CONST("{outlet} reports: {quote}"),
				[PHRASE_ACCORDING] = STR_CONST("According to {outlet}, {quote}"),
				[PHRASE_DATED] = STR_CONST("On {day}, {outlet} reported: {quote}"),
				[PHRASE_FOREIGN] = STR_CONST("{outlet} (in {language}): {quote}"),
				[PHRASE_FOREIGN_DATED] = STR_CONST("{outlet} on {day} (in {language}): {quote}"),
				[PHRASE_ON_DAY] = STR_CONST("On {day}, according to {outlet}, {quote}"),
				[PHRASE_MOMENT] = STR_CONST("{outlet}: {quote}"),
				[PHRASE_CLOSES] = STR_CONST("{head}{quote} {outlet} reports."),
				[PHRASE_CLOSES_ACCORDING] = STR_CONST("{head}{quote} according to {outlet}."),
				[PHRASE_SAID_FIRST] = STR_CONST("{speaker} said, according to {outlet}: {quote}"),
				[PHRASE_SAID_LAST] = STR_CONST("{quote} {speaker} said, {outlet} reports."),
				[PHRASE_SAID_LAST_ACCORDING] =
					STR_CONST("{quote} {speaker} said, according to {outlet}."),
				[PHRASE_SAID_FOREIGN] =
					STR_CONST("{speaker} said, according to {outlet} (in {language}): {quote}"),
				[PHRASE_FACT] = STR_CONST("{fact}, {outlet} reports."),
				[PHRASE_FACT_ACCORDING] = STR_CONST("{fact}, according to {outlet}."),
				[PHRASE_FACT_ON_DAY] = STR_CONST("On {day}, {fact}, {outlet} reports."),
				[PHRASE_FACT_ON_DAY_ACCORDING] =
					STR_CONST("On {day}, {fact}, according to {outlet}."),
				[PHRASE_FACT_DATED] = STR_CONST("{fact}, {outlet} reported on {day}."),
				[PHRASE_FIGURE] = STR_CONST("{outlets} report {figure}."),
				[PHRASE_DIFFER] =
					STR_CONST("The sources differ on the number of {subject}: {figures}."),
				[PHRASE_STAND_ONE] = STR_CONST("{outlets} reports on {names}, {day}."),
				[PHRASE_STAND_FEW] = STR_CONST("{outlets} report on {names}, {day}."),
				[PHRASE_STAND_MANY] =
					STR_CONST("{number} outlets report on {names}; the latest report, by "
							  "{outlet}, is of {day}."),
				[PHRASE_STAND_BARE_ONE] = STR_CONST("A report by {outlets}, {day}."),
				[PHRASE_STAND_BARE_MANY] = STR_CONST("Reports by {outlets}, {day}."),
			},
	},
	{
		.language = STR_CONST("de"),
		.open = STR_CONST("„"),
		.close = STR_CONST("“"),
		.inner_open = STR_CONST("‚"),
		.inner_close = STR_CONST("‘"),
		.is_day_dotted = true,
		.list_and = STR_CONST(" und "),
		.a_report = STR_CONST("ein Bericht"),
		.others = STR_CONST("andere"),
		.months = months_de,
		.weekdays = weekdays_de,
		.numbers = numbers_de,
		.languages = languages_de,
		.templates =
			{
				[PHRASE_REPORTS] = STR_CONST("{outlet} berichtet: {quote}"),
				[PHRASE_ACCORDING] = STR_CONST("{outlet} schreibt: {quote}"),
				[PHRASE_DATED] = STR_CONST("Am {day}, berichtete {outlet}: {quote}"),
				[PHRASE_FOREIGN] = STR_CONST("{outlet} (auf {language}): {quote}"),
				[PHRASE_ON_DAY] = STR_CONST("Am {day}, so {outlet}: {quote}"),
				[PHRASE_FOREIGN_DATED] = STR_CONST("{outlet} am {day} (auf {language}): {quote}"),
				[PHRASE_MOMENT] = STR_CONST("{outlet}: {quote}"),
				[PHRASE_CLOSES] = STR_CONST("{head}{quote} berichtet {outlet}."),
				[PHRASE_CLOSES_ACCORDING] = STR_CONST("{head}{quote} so {outlet}."),
				[PHRASE_SAID_FIRST] = STR_CONST("{speaker} sagte laut {outlet}: {quote}"),
				[PHRASE_SAID_LAST] = STR_CONST("{quote} sagte {speaker} laut {outlet}."),
				[PHRASE_SAID_LAST_ACCORDING] =
					STR_CONST("{quote} so {speaker}, wie {outlet} berichtet."),
				[PHRASE_SAID_FOREIGN] =
					STR_CONST("{speaker} sagte laut {outlet} (auf {language}): {quote}"),
				[PHRASE_FIGURE] = STR_CONST("{outlets} nennen {figure}."),
				[PHRASE_DIFFER] =
					STR_CONST("Die Quellen nennen verschiedene Zahlen ({subject}): {figures}."),
				[PHRASE_STAND_ONE] = STR_CONST("{outlets} berichtet über {names}, {day}."),
				[PHRASE_STAND_FEW] = STR_CONST("{outlets} berichten über {names}, {day}."),
				[PHRASE_STAND_MANY] =
					STR_CONST("{number} Medien berichten über {names}; der jüngste Bericht, von "
							  "{outlet}, ist vom {day}."),
				[PHRASE_STAND_BARE_ONE] = STR_CONST("Ein Bericht von {outlets}, {day}."),
				[PHRASE_STAND_BARE_MANY] = STR_CONST("Berichte von {outlets}, {day}."),
			},
	},
};

const struct phrases *phrases_for(struct str language)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (str_eq(tables[i].language, language))
			return &tables[i];
	return &tables[0];
}

static struct str slot_value(struct str name, const struct slot *slots, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(name, str_c(slots[i].name)))
			return slots[i].value;
	return STR("");
}

/* Only ASCII letters change: names keep theirs. */
struct str phrases_capital(struct arena *a, struct str s)
{
	if (s.n == 0 || s.p[0] < 'a' || s.p[0] > 'z')
		return s;
	return str_format(a, "%c%.*s", s.p[0] - 'a' + 'A', STR_ARG(str_from(s, 1)));
}

struct str phrases_small(struct arena *a, struct str s)
{
	if (s.n == 0 || s.p[0] < 'A' || s.p[0] > 'Z')
		return s;
	return str_format(a, "%c%.*s", s.p[0] - 'A' + 'a', STR_ARG(str_from(s, 1)));
}

struct str phrases_fill(struct arena *a, const struct phrases *p, enum phrase which,
	const struct slot *slots, size_t count)
{
	struct str rest = p->templates[which];
	struct buf b = BUF(LIMIT_TEXT);
	while (rest.n > 0) {
		size_t open = str_find_char(rest, '{', 0);
		if (open == STR_NONE) {
			buf_add(&b, rest);
			break;
		}
		size_t close = str_find_char(rest, '}', open);
		BUG_ON(close == STR_NONE);
		buf_add(&b, str_sub(rest, 0, open));
		buf_add(&b, slot_value(str_sub(rest, open + 1, close - open - 1), slots, count));
		rest = str_from(rest, close + 1);
	}
	struct str filled = phrases_capital(a, str_dup(a, buf_str(&b)));
	buf_free(&b);
	return filled;
}

struct str phrases_day(
	struct arena *a, const struct phrases *p, struct when when, bool with_weekday, bool with_year)
{
	if (!when_is_known(when))
		return STR("");
	struct civil c = when_civil(when);
	struct str day = p->is_day_dotted
		? str_format(a, "%d. %.*s", c.day, STR_ARG(p->months[c.month]))
		: str_format(a, "%d %.*s", c.day, STR_ARG(p->months[c.month]));
	if (with_weekday)
		day = str_format(a, "%.*s%s %.*s", STR_ARG(p->weekdays[c.weekday]),
			p->is_day_dotted ? "," : "", STR_ARG(day));
	return with_year ? str_format(a, "%.*s %d", STR_ARG(day), c.year) : day;
}

struct str phrases_list(
	struct arena *a, const struct phrases *p, const struct str *items, size_t count)
{
	if (count == 0)
		return STR("");
	struct str head = str_join(a, items, count - 1, STR(", "));
	if (count == 1)
		return items[0];
	return str_format(
		a, "%.*s%.*s%.*s", STR_ARG(head), STR_ARG(p->list_and), STR_ARG(items[count - 1]));
}

struct str phrases_number(struct arena *a, const struct phrases *p, size_t n)
{
	return n >= 2 && n <= 12 ? p->numbers[n] : str_format(a, "%zu", n);
}

struct str phrases_language(const struct phrases *p, struct str code)
{
	for (const struct language_name *l = p->languages; l->code.n > 0; l++)
		if (str_eq(l->code, code))
			return l->name;
	return code;
}

static bool is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* A mark opens when it begins the words or follows a blank or bracket. */
static void add_words(struct buf *b, const struct phrases *p, struct str words)
{
	uint32_t c, before = ' ';
	for (size_t at = 0, n; (n = utf8_decode(words, at, &c)) > 0; at += n) {
		bool is_opening = before == ' ' || before == '(' || before == '[';
		if (is_double_mark(c))
			buf_add(b, is_opening ? p->inner_open : p->inner_close);
		else
			buf_add(b, str_sub(words, at, n));
		before = c;
	}
}

static bool is_stop(char c)
{
	return c == '.' || c == ',' || c == ';' || c == ':';
}

/* Takes the closing double mark off the end of the words; false when they end otherwise. */
static bool take_closing_mark(struct str *words)
{
	static const char *const marks[] = {"\"", "”", "“", "»", "«"};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_ends(*words, str_c(marks[i]))) {
			words->n -= strlen(marks[i]);
			return true;
		}
	return false;
}

struct str phrases_quote(
	struct arena *a, const struct phrases *p, struct str words, bool is_cut, bool is_last)
{
	struct buf b = BUF(LIMIT_TEXT);
	words = str_trim(words);
	bool is_nested = take_closing_mark(&words);
	char end = words.n > 0 ? words.p[words.n - 1] : 0;
	if (is_stop(end))
		words.n--;
	char last = words.n > 0 ? words.p[words.n - 1] : 0;
	bool is_mark = last == '!' || last == '?'; /* stays, and makes the stop needless */
	const char *stop = is_cut || is_mark ? "" : is_last ? "." : p->is_comma_inside ? "," : "";
	bool is_stop_inside = is_nested && is_stop(end);
	buf_add(&b, p->open);
	add_words(&b, p, words);
	buf_add_c(&b, is_stop_inside ? stop : "");
	buf_add(&b, is_nested ? p->inner_close : STR(""));
	buf_add_c(&b, is_stop_inside ? "" : stop);
	buf_add_c(&b, is_cut ? is_last || !p->is_comma_inside ? " …" : " …," : "");
	buf_add(&b, p->close);
	if (!is_last && !p->is_comma_inside)
		buf_add_char(&b, ',');
	struct str quoted = str_dup(a, buf_str(&b));
	buf_free(&b);
	return quoted;
}
