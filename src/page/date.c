#include "page/parts.h"

/* Month names by their first letters, lower case, longest first where one begins another. */
static const struct {
	const char *start;
	int month;
} months[] = {
	/* en de fr es it pt nl */
	{"january", 1},
	{"januar", 1},
	{"j\xc3\xa4nner", 1},
	{"janvier", 1},
	{"enero", 1},
	{"gennaio", 1},
	{"janeiro", 1},
	{"jan", 1},
	{"gen", 1},
	{"ene", 1},
	{"februar", 2},
	{"f\xc3\xa9vrier", 2},
	{"febrero", 2},
	{"febbraio", 2},
	{"fevereiro", 2},
	{"feb", 2},
	{"f\xc3\xa9v", 2},
	{"fev", 2},
	{"march", 3},
	{"m\xc3\xa4rz", 3},
	{"mars", 3},
	{"marzo", 3},
	{"mar\xc3\xa7o", 3},
	{"maart", 3},
	{"mar", 3},
	{"m\xc3\xa4r", 3},
	{"mrt", 3},
	{"mrz", 3},
	{"april", 4},
	{"avril", 4},
	{"abril", 4},
	{"aprile", 4},
	{"apr", 4},
	{"avr", 4},
	{"abr", 4},
	{"mayo", 5},
	{"maggio", 5},
	{"maio", 5},
	{"mai", 5},
	{"may\xc4\xb1s", 5},
	{"may", 5},
	{"mei", 5},
	{"mag", 5},
	{"june", 6},
	{"juni", 6},
	{"juin", 6},
	{"junio", 6},
	{"giugno", 6},
	{"junho", 6},
	{"jun", 6},
	{"giu", 6},
	{"july", 7},
	{"juli", 7},
	{"juillet", 7},
	{"julio", 7},
	{"luglio", 7},
	{"julho", 7},
	{"jul", 7},
	{"juil", 7},
	{"lug", 7},
	{"august", 8},
	{"ao\xc3\xbbt", 8},
	{"aout", 8},
	{"agosto", 8},
	{"augustus", 8},
	{"aug", 8},
	{"ago", 8},
	{"september", 9},
	{"septembre", 9},
	{"septiembre", 9},
	{"settembre", 9},
	{"setembro", 9},
	{"sept", 9},
	{"sep", 9},
	{"set", 9},
	{"october", 10},
	{"oktober", 10},
	{"octobre", 10},
	{"octubre", 10},
	{"ottobre", 10},
	{"outubro", 10},
	{"oct", 10},
	{"okt", 10},
	{"ott", 10},
	{"out", 10},
	{"november", 11},
	{"novembre", 11},
	{"noviembre", 11},
	{"novembro", 11},
	{"nov", 11},
	{"december", 12},
	{"dezember", 12},
	{"d\xc3\xa9"
	 "cembre",
		12},
	{"diciembre", 12},
	{"dicembre", 12},
	{"dezembro", 12},
	{"dec", 12},
	{"dez", 12},
	{"d\xc3\xa9"
	 "c",
		12},
	{"dic", 12},
	/* pl cs */
	{"stycz", 1},
	{"luty", 2},
	{"lutego", 2},
	{"marca", 3},
	{"marzec", 3},
	{"kwiet", 4},
	{"maja", 5},
	{"czerwc", 6},
	{"czerwiec", 6},
	{"lipca", 7},
	{"lipiec", 7},
	{"sierp", 8},
	{"wrze", 9},
	{"pa\xc5\xba"
	 "dziernik",
		10},
	{"listopad", 11},
	{"grud", 12},
	/* tr */
	{"ocak", 1},
	{"\xc5\x9fubat", 2},
	{"mart", 3},
	{"nisan", 4},
	{"haziran", 6},
	{"temmuz", 7},
	{"a\xc4\x9fustos", 8},
	{"eyl\xc3\xbcl", 9},
	{"ekim", 10},
	{"kas\xc4\xb1m", 11},
	{"aral\xc4\xb1k", 12},
	/* ar */
	{"\xd9\x8a\xd9\x86\xd8\xa7\xd9\x8a\xd8\xb1", 1},
	{"\xd9\x81\xd8\xa8\xd8\xb1\xd8\xa7\xd9\x8a\xd8\xb1", 2},
	{"\xd9\x85\xd8\xa7\xd8\xb1\xd8\xb3", 3},
	{"\xd8\xa3\xd8\xa8\xd8\xb1\xd9\x8a\xd9\x84", 4},
	{"\xd8\xa5\xd8\xa8\xd8\xb1\xd9\x8a\xd9\x84", 4},
	{"\xd9\x85\xd8\xa7\xd9\x8a\xd9\x88", 5},
	{"\xd9\x8a\xd9\x88\xd9\x86\xd9\x8a\xd9\x88", 6},
	{"\xd9\x8a\xd9\x88\xd9\x84\xd9\x8a\xd9\x88", 7},
	{"\xd8\xa3\xd8\xba\xd8\xb3\xd8\xb7\xd8\xb3", 8},
	{"\xd8\xb3\xd8\xa8\xd8\xaa\xd9\x85\xd8\xa8\xd8\xb1", 9},
	{"\xd8\xa3\xd9\x83\xd8\xaa\xd9\x88\xd8\xa8\xd8\xb1", 10},
	{"\xd9\x86\xd9\x88\xd9\x81\xd9\x85\xd8\xa8\xd8\xb1", 11},
	{"\xd8\xaf\xd9\x8a\xd8\xb3\xd9\x85\xd8\xa8\xd8\xb1", 12},
	/* ru */
	{"\xd1\x8f\xd0\xbd\xd0\xb2", 1},
	{"\xd1\x84\xd0\xb5\xd0\xb2", 2},
	{"\xd0\xbc\xd0\xb0\xd1\x80\xd1\x82", 3},
	{"\xd0\xb0\xd0\xbf\xd1\x80", 4},
	{"\xd0\xbc\xd0\xb0\xd1\x8f", 5},
	{"\xd0\xbc\xd0\xb0\xd0\xb9", 5},
	{"\xd0\xb8\xd1\x8e\xd0\xbd", 6},
	{"\xd0\xb8\xd1\x8e\xd0\xbb", 7},
	{"\xd0\xb0\xd0\xb2\xd0\xb3", 8},
	{"\xd1\x81\xd0\xb5\xd0\xbd", 9},
	{"\xd0\xbe\xd0\xba\xd1\x82", 10},
	{"\xd0\xbd\xd0\xbe\xd1\x8f", 11},
	{"\xd0\xb4\xd0\xb5\xd0\xba", 12},
	/* uk */
	{"\xd1\x81\xd1\x96\xd1\x87", 1},
	{"\xd0\xbb\xd1\x8e\xd1\x82", 2},
	{"\xd0\xb1\xd0\xb5\xd1\x80\xd0\xb5\xd0\xb7", 3},
	{"\xd0\xba\xd0\xb2\xd1\x96\xd1\x82", 4},
	{"\xd1\x82\xd1\x80\xd0\xb0\xd0\xb2", 5},
	{"\xd1\x87\xd0\xb5\xd1\x80\xd0\xb2", 6},
	{"\xd0\xbb\xd0\xb8\xd0\xbf", 7},
	{"\xd1\x81\xd0\xb5\xd1\x80\xd0\xbf", 8},
	{"\xd0\xb2\xd0\xb5\xd1\x80\xd0\xb5\xd1\x81", 9},
	{"\xd0\xb6\xd0\xbe\xd0\xb2\xd1\x82", 10},
	{"\xd0\xbb\xd0\xb8\xd1\x81\xd1\x82\xd0\xbe\xd0\xbf", 11},
	{"\xd0\xb3\xd1\x80\xd1\x83\xd0\xb4", 12},
};

#define MAX_TOKENS 24
#define MAX_LOOKED_AT 160 /* bytes of a text in which a date may stand */

enum token_kind { TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };
struct token {
	enum token_kind kind;
	struct str text;
	int value, digits; /* of a number; of a word its month, or 0 */
};

static int month_of(struct str word)
{
	size_t best = 0;
	int month = 0;
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		struct str start = str_c(months[i].start);
		/* Short Latin stems must be the whole word: "mar" is no "market". */
		bool is_stem = start.n >= 5 || (unsigned char)start.p[0] >= 0x80;
		if (start.n > best && (is_stem ? str_starts(word, start) : str_eq(word, start))) {
			best = start.n;
			month = months[i].month;
		}
	}
	return month;
}

/* ASCII and Cyrillic capitals and the few others that begin a month's name. */
static struct str lower(struct arena *a, struct str s)
{
	char *copy = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)copy[i], next = (unsigned char)copy[i + 1];
		copy[i] = char_lower(copy[i]);
		if (c == 0xd0 && next >= 0x90 && next <= 0x9f)
			copy[i + 1] = (char)(next + 0x20);
		else if (c == 0xd0 && next >= 0xa0 && next <= 0xaf) {
			copy[i] = (char)0xd1;
			copy[i + 1] = (char)(next - 0x20);
		} else if (c == 0xc3 && next >= 0x80 && next <= 0x9e)
			copy[i + 1] = (char)(next + 0x20);
		else if (c == 0xc5 && next == 0x9e)
			copy[i + 1] = (char)0x9f;
	}
	return (struct str){copy, s.n};
}

static size_t tokenise(struct arena *a, struct str text, struct token *tokens)
{
	size_t n = 0;
	struct str s = lower(a, utf8_cut(text, MAX_LOOKED_AT));
	for (size_t i = 0, start; i < s.n && n < MAX_TOKENS;) {
		struct token *t = &tokens[n];
		start = i;
		*t = (struct token){.kind = TOKEN_MARK};
		if (char_is_digit(s.p[i])) {
			for (t->kind = TOKEN_NUMBER; i < s.n && char_is_digit(s.p[i]); i++)
				t->value = t->value < 100000000 ? t->value * 10 + (s.p[i] - '0') : t->value;
			t->digits = (int)(i - start);
		} else if (char_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80) {
			t->kind = TOKEN_WORD;
			while (i < s.n && (char_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80))
				i++;
		} else {
			i++;
		}
		t->text = str_sub(s, start, i - start);
		if (t->kind == TOKEN_WORD)
			t->value = month_of(t->text);
		n += !(t->kind == TOKEN_MARK && char_is_space(s.p[start]));
	}
	return n;
}

static bool is_mark(const struct token *t, char c)
{
	return t->kind == TOKEN_MARK && t->text.p[0] == c;
}

static bool is_word(const struct token *t, const char *word)
{
	return t->kind == TOKEN_WORD && str_eq(t->text, str_c(word));
}

static bool is_year(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->digits == 4 && t->value >= 1980 && t->value <= 2100;
}

static bool is_day(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 && t->value <= 31;
}

static bool is_month(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->value > 0;
}

static bool is_filler(const struct token *t)
{
	static const char *const fillers[] = {"de", "del", "of", "st", "nd", "rd", "th", "er", "the"};
	for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++)
		if (is_word(t, fillers[i]))
			return true;
	return is_mark(t, ',') || is_mark(t, '.') || is_mark(t, '-') || is_mark(t, '/');
}

/* "27 May 2025", "27. Mai 2025", "27 de mayo de 2025", "May 27, 2025", "2025 May 27": fillers
 * between them are left out first. */
static bool read_named(const struct token *t, size_t n, struct civil *c, size_t *used)
{
	const struct token *part[3];
	size_t count = 0, i = 0;
	for (; i < n && count < 3 && i < 9; i++) {
		if (is_filler(&t[i]) && count)
			continue;
		part[count++] = &t[i];
	}
	*used = i;
	if (count < 3)
		return false;
	if (is_day(part[0]) && is_month(part[1]) && is_year(part[2]))
		*c = (struct civil){part[2]->value, part[1]->value, part[0]->value};
	else if (is_month(part[0]) && is_day(part[1]) && is_year(part[2]))
		*c = (struct civil){part[2]->value, part[0]->value, part[1]->value};
	else if (is_year(part[0]) && is_month(part[1]) && is_day(part[2]))
		*c = (struct civil){part[0]->value, part[1]->value, part[2]->value};
	else
		return false;
	return true;
}

/* The sign for a year or a month in Chinese, Japanese and Korean dates. */
static bool is_unit(const struct token *t, const char *chinese, const char *korean)
{
	return t->kind == TOKEN_WORD &&
		(str_eq(t->text, str_c(chinese)) || str_eq(t->text, str_c(korean)));
}

/* "27.05.25" */
static bool is_short_date(const struct token *t)
{
	return t[1].text.p[0] == '.' && t[0].digits == 2 && t[2].digits == 2 && t[4].digits == 2 &&
		is_day(&t[0]) && is_day(&t[2]) && t[2].value <= 12;
}

/* "2025-05-27", "27.05.2025", "27/05/2025", "05/27/2025" when the second can't be a month, and
 * "20250527". */
static bool read_numeric(const struct token *t, size_t n, struct civil *c, size_t *used)
{
	*used = 5;
	if (t[0].kind == TOKEN_NUMBER && t[0].digits == 8 && t[0].value > 19800101) {
		*used = 1;
		*c = (struct civil){t[0].value / 10000, t[0].value / 100 % 100, t[0].value % 100};
		return c->year <= 2100;
	}
	if (n >= 5 && is_year(&t[0]) && is_unit(&t[1], "\xe5\xb9\xb4", "\xeb\x85\x84") &&
		is_day(&t[2]) && is_unit(&t[3], "\xe6\x9c\x88", "\xec\x9b\x94") && is_day(&t[4])) {
		*c = (struct civil){t[0].value, t[2].value, t[4].value};
		return true;
	}
	if (n < 5 || t[0].kind != TOKEN_NUMBER || t[2].kind != TOKEN_NUMBER ||
		t[4].kind != TOKEN_NUMBER || t[1].kind != TOKEN_MARK || t[3].kind != TOKEN_MARK ||
		t[1].text.p[0] != t[3].text.p[0] || !strchr("-./", t[1].text.p[0]))
		return false;
	if (is_year(&t[0]) && is_day(&t[2]) && is_day(&t[4]))
		*c = (struct civil){t[0].value, t[2].value, t[4].value};
	else if (is_day(&t[0]) && is_day(&t[2]) && is_year(&t[4]))
		*c = (struct civil){t[4].value, t[2].value, t[0].value};
	else if (is_short_date(t))
		*c = (struct civil){2000 + t[4].value, t[2].value, t[0].value};
	else
		return false;
	if (c->month > 12 && c->day <= 12)
		*c = (struct civil){c->year, c->day, c->month};
	return true;
}

/* A time of day somewhere behind the date: "15:05", "3:05 pm", "15h05", "15.05 Uhr". */
static bool read_time(const struct token *t, size_t n, struct civil *c)
{
	for (size_t i = 0; i + 2 < n; i++) {
		bool is_time = t[i].kind == TOKEN_NUMBER && t[i].digits <= 2 && t[i].value < 24 &&
			t[i + 2].kind == TOKEN_NUMBER && t[i + 2].digits == 2 && t[i + 2].value < 60;
		bool is_joined = is_mark(&t[i + 1], ':') || is_word(&t[i + 1], "h") ||
			(is_mark(&t[i + 1], '.') && i + 3 < n && is_word(&t[i + 3], "uhr"));
		if (!is_time || !is_joined)
			continue;
		c->hour = t[i].value;
		c->minute = t[i + 2].value;
		if (i + 4 < n && is_mark(&t[i + 3], ':') && t[i + 4].kind == TOKEN_NUMBER &&
			t[i + 4].value < 60)
			c->second = t[i + 4].value;
		for (size_t k = i + 3; k < n && k < i + 7; k++) {
			if ((is_word(&t[k], "pm") || is_word(&t[k], "p")) && c->hour < 12)
				c->hour += 12;
			else if ((is_word(&t[k], "am") || is_word(&t[k], "a")) && c->hour == 12)
				c->hour = 0;
		}
		return true;
	}
	return false;
}

/* "+0300", "-05:00", "GMT", "EST" behind the time; 0 when there is none. */
static int read_offset(const struct token *t, size_t n)
{
	static const struct {
		const char *name;
		int minutes;
	} zones[] = {{"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420},
		{"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"et", -300}, {"cet", 60}, {"cest", 120},
		{"bst", 60}, {"ist", 330}, {"msk", 180}};
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < sizeof(zones) / sizeof(zones[0]); k++)
			if (is_word(&t[i], zones[k].name))
				return zones[k].minutes;
		bool is_signed = is_mark(&t[i], '+') || is_mark(&t[i], '-');
		if (!is_signed || i == 0 || i + 1 >= n || t[i + 1].kind != TOKEN_NUMBER)
			continue;
		int sign = is_mark(&t[i], '-') ? -1 : 1, minutes = 0;
		if (t[i + 1].digits == 4)
			minutes = t[i + 1].value / 100 * 60 + t[i + 1].value % 100;
		else if (t[i + 1].digits == 2 && i + 3 < n && t[i + 3].kind == TOKEN_NUMBER)
			minutes = t[i + 1].value * 60 + t[i + 3].value;
		if (minutes <= 14 * 60)
			return sign * minutes;
	}
	return 0;
}

static bool is_real(const struct civil *c)
{
	return c->year >= 1980 && c->year <= 2100 && c->month >= 1 && c->month <= 12 && c->day >= 1 &&
		c->day <= days_in_month(c->year, c->month);
}

struct when date_read(struct str text)
{
	struct when w = WHEN_UNKNOWN;
	if (when_parse_rfc3339(text, &w)) {
		struct civil c = when_civil(w);
		return is_real(&c) ? w : WHEN_UNKNOWN;
	}
	struct arena scratch = {0};
	struct token tokens[MAX_TOKENS];
	size_t n = tokenise(&scratch, text, tokens);
	for (size_t i = 0; i < n && !when_is_known(w); i++) {
		struct civil c = {0};
		size_t used;
		if (!(read_named(tokens + i, n - i, &c, &used) ||
				read_numeric(tokens + i, n - i, &c, &used)) ||
			!is_real(&c))
			continue;
		const struct token *after = tokens + i + used;
		size_t rest = n - i - (used < n - i ? used : n - i);
		bool has_time = read_time(after, rest, &c) || read_time(tokens, i, &c);
		w = when_from_civil(c, has_time ? read_offset(after, rest) : 0);
		w.is_day_only = !has_time;
	}
	arena_free(&scratch);
	return w;
}

/* A date that begins at an offset of a URL: "2020/02/17/", "2020-2-17", "/20200217/". What follows
 * it is no part of a word: "2020/10/3-questions" is none. */
static bool read_in_url(struct str url, size_t at, struct civil *c)
{
	struct arena scratch = {0};
	struct token t[MAX_TOKENS];
	size_t used, n = tokenise(&scratch, str_sub(url, at, 16), t);
	bool is_joined = n >= 2 && t[0].digits == 8 && is_mark(&t[1], '/') && at > 0 &&
		url.p[at - 1] == '/' && read_numeric(t, n, c, &used);
	bool is_split = !is_joined && n >= 5 && is_year(&t[0]) && is_day(&t[4]) &&
		(read_numeric(t, 5, c, &used) || read_named(t, 5, c, &used));
	if (is_split && n > 5)
		is_split =
			is_mark(&t[1], '/') ? strchr("/?#", t[5].text.p[0]) != NULL : t[5].kind == TOKEN_MARK;
	arena_free(&scratch);
	return (is_split || is_joined) && is_real(c);
}

struct when date_in_url(struct str url)
{
	for (size_t i = 0; i + 8 < url.n; i++) {
		struct civil c = {0};
		bool is_start = char_is_digit(url.p[i]) && (i == 0 || !char_is_digit(url.p[i - 1]));
		if (!is_start || !read_in_url(url, i, &c))
			continue;
		struct when w = when_from_civil(c, 0);
		w.is_day_only = true;
		return w;
	}
	return WHEN_UNKNOWN;
}
