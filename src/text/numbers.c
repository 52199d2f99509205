#include "text/text.h"

#include "text/counted.h"
#include "text/facts.h"
#include "text/lexicon.h"
#include "text/number_words.h"
#include "text/tokens.h"

#define SCORE_REACH 10 /* tokens around a result in which a word such as "won" is looked for */
#define SCORE_MOST 999
#define GROUPED_MOST 400 /* digits of a number; more are no fact */

struct numbers {
	struct arena *a;
	struct str text, language;
	struct token_vec tokens;
	struct date_vec dates;
	size_t unused; /* the first token that is in no number yet */
	size_t date;   /* the first date that does not end before the current token */
	struct number_vec out;
	struct {
		double *items;
		size_t n, capacity;
	} scales; /* of each of out: what its scale word multiplied by */
};

/* One number as it is read: tokens first to last, growing on both sides. */
struct amount {
	size_t first, last;
	struct number number;
	double scale;
	bool is_digits, is_scaled, is_bare_one, is_single;
};

static const struct token *at(const struct numbers *n, size_t i, ptrdiff_t distance)
{
	return token_near(&n->tokens, i, distance);
}

static bool is_language(const struct numbers *n, const char *language)
{
	return str_eq(n->language, str_c(language));
}

static bool is_currency_mark(uint32_t c)
{
	return c == '$' || c == 0xa3 || c == 0xa5 || (c >= 0x20a0 && c <= 0x20cf);
}

/* Languages that write 3.800 for three thousand eight hundred. */
static bool is_point_grouping(struct str language)
{
	static const char *const languages[] = {"de", "es", "it", "pt", "nl", "tr", "fr", "pl"};
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq(language, str_c(languages[i])))
			return true;
	return false;
}

/* Which byte of the digits is the decimal separator, or 0. Two kinds: the last one. One kind more
 * than once: it groups. One with three digits behind it: as the language does. */
static char decimal_mark(struct str digits, struct str language)
{
	size_t points = 0, commas = 0, last = 0;
	for (size_t i = 0; i < digits.n; i++) {
		points += digits.p[i] == '.';
		commas += digits.p[i] == ',';
		if (digits.p[i] == '.' || digits.p[i] == ',')
			last = i;
	}
	if (points + commas == 0)
		return 0;
	char mark = digits.p[last];
	if (points && commas)
		return (mark == '.' ? points : commas) == 1 ? mark : 0;
	if (points + commas > 1)
		return 0;
	bool is_group = digits.n - last - 1 == 3 && last >= 1 && last <= 3 && digits.p[0] != '0';
	bool is_english = str_eq(language, STR("en")) || language.n == 0;
	if (mark == '.')
		return is_group && is_point_grouping(language) ? 0 : mark;
	return is_group && (is_english || str_eq(language, STR("es"))) ? 0 : mark;
}

static bool digits_value(struct str digits, struct str language, double *value)
{
	char mark = decimal_mark(digits, language);
	double whole = 0, scale = 1;
	bool is_behind = false;
	if (digits.n > GROUPED_MOST)
		return false;
	for (size_t i = 0; i < digits.n; i++) {
		char c = digits.p[i];
		if (mark && c == mark)
			is_behind = true;
		if (!char_is_digit(c))
			continue;
		whole = whole * 10 + (c - '0');
		if (is_behind)
			scale *= 10;
	}
	*value = whole / scale;
	return *value < 1e300;
}

static int whole_of(const struct numbers *n, const struct token *t)
{
	int64_t value;
	struct str s = span_text(n->text, t->span);
	return t->kind == TOKEN_NUMBER && s.n <= 4 && str_to_i64(s, &value) ? (int)value : -1;
}

/* Part of a designation ("F-16", "Su-57") or of a web address. */
static bool is_designation(const struct numbers *n, size_t i)
{
	const struct token *hyphen = at(n, i, -1), *word = at(n, i, -2);
	return hyphen->mark == '-' && hyphen->is_glued && at(n, i, 0)->is_glued &&
		word->kind == TOKEN_WORD && word->is_upper;
}

static bool is_result_near(const struct numbers *n, size_t i)
{
	for (ptrdiff_t k = -SCORE_REACH; k <= SCORE_REACH; k++)
		if (at(n, i, k)->cues & CUE_SCORE)
			return true;
	return false;
}

static void add_number(struct numbers *n, struct number number, double scale)
{
	*VEC_ADD(n->a, &n->out) = number;
	*VEC_ADD(n->a, &n->scales) = scale;
}

/* "4-1", "3:2". The smaller side first is a range unless the words around speak of a result. */
static size_t read_score(struct numbers *n, size_t i)
{
	const struct token *mark = at(n, i, 1), *second = at(n, i, 2), *behind = at(n, i, 3);
	int left = whole_of(n, at(n, i, 0)), right = whole_of(n, second);
	bool is_dash = mark->mark == '-' || mark->mark == 0x2013 || mark->mark == 0x2011;
	/* Broken into tokens: "won 2 - 0". */
	bool is_loose = mark->mark == '-' && !mark->is_glued && !second->is_glued &&
		(is_result_near(n, i) || is_result_near(n, i + 2));
	bool is_tight = mark->is_glued && second->is_glued && (is_dash || mark->mark == ':');
	if (left < 0 || right < 0 || left > SCORE_MOST || right > SCORE_MOST || !(is_tight || is_loose))
		return 0;
	if (behind->is_glued && (behind->mark == '-' || behind->mark == 0x2013 || behind->mark == '/'))
		return 0;
	if (behind->mark == '%' || (behind->cues & (CUE_PERCENT | CUE_CURRENCY | CUE_TIMES | CUE_UNIT)))
		return 0;
	bool is_likely = left >= right || left == 0;
	bool is_counting =
		behind->kind == TOKEN_WORD && !behind->is_upper && !(behind->cues & (CUE_STOP | CUE_SCORE));
	if (!is_likely && (is_counting || !is_result_near(n, i)))
		return 0;
	add_number(n,
		(struct number){.span = token_range(&n->tokens, i, i + 2),
			.kind = NUMBER_SCORE,
			.value = left + right / 1000.0},
		1);
	return 3;
}

/* The ending of an ordinal in digits: "27th", "3.", "1er", "3-й". Returns how many tokens. */
static ptrdiff_t ordinal_ending(const struct numbers *n, size_t i)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "er", "ere", "eme", "e", "o", "a",
		"й", "го", "му", "м", "я", "ю", "е", "'inci", "'nci", "'uncu", "'ncu", "'nci", "ste", "de"};
	const struct token *t = at(n, i, 1);
	if (t->mark == 0xba || t->mark == 0xaa)
		return 1;
	if (t->mark == '.' && t->is_glued && is_language(n, "de") && !at(n, i, 2)->is_glued &&
		at(n, i, 2)->is_upper) {
		static const char *const articles[] = {
			"der", "die", "das", "den", "dem", "zum", "zur", "am", "im", "beim", "des", "vom"};
		for (size_t k = 0; k < sizeof articles / sizeof *articles; k++)
			if (str_eq(at(n, i, -1)->word, str_c(articles[k])))
				return 1;
	}
	ptrdiff_t skipped = t->mark == '-' && t->is_glued ? 2 : 1;
	t = at(n, i, skipped);
	for (size_t k = 0; t->is_glued && k < sizeof endings / sizeof *endings; k++)
		if (str_eq(t->word, str_c(endings[k])))
			return skipped;
	return 0;
}

/* "3, 800", broken into tokens: a blank behind the comma that groups. */
static void read_loose_thousands(const struct numbers *n, struct amount *m)
{
	bool is_english = is_language(n, "en") || n->language.n == 0;
	while (is_english && at(n, m->last, 0)->span.length <= 3 && at(n, m->last, 1)->mark == ',' &&
		at(n, m->last, 1)->is_glued && at(n, m->last, 2)->kind == TOKEN_NUMBER &&
		!at(n, m->last, 2)->is_glued && at(n, m->last, 2)->span.length == 3 &&
		at(n, m->last, 3)->mark != ',') {
		m->number.value = m->number.value * 1000 + whole_of(n, at(n, m->last, 2));
		m->last += 2;
	}
}

static bool read_digits(const struct numbers *n, struct amount *m)
{
	if (!digits_value(span_text(n->text, at(n, m->first, 0)->span), n->language, &m->number.value))
		return false;
	m->is_digits = true;
	read_loose_thousands(n, m);
	ptrdiff_t ending = ordinal_ending(n, m->first);
	if (ending) {
		m->last += (size_t)ending;
		m->number.kind = NUMBER_ORDINAL;
		m->is_single = true;
	}
	uint32_t part = at(n, m->last, 1)->mark;
	double share = part == 0xbd ? 0.5 : part == 0xbc ? 0.25 : part == 0xbe ? 0.75 : 0;
	if (share > 0) {
		m->number.value += share;
		m->last++;
	}
	return true;
}

static bool read_spelled(const struct numbers *n, struct amount *m)
{
	struct spelled s;
	struct str before = at(n, m->first, -1)->word;
	if (str_eq(before, STR("pour")) || str_eq(before, STR("por")) || str_eq(before, STR("per")))
		return false; /* pour cent */
	if (!spelled_number(&n->tokens, n->language, m->first, &s))
		return false;
	m->number.value = s.value;
	m->number.kind = s.is_ordinal ? NUMBER_ORDINAL : NUMBER_PLAIN;
	m->number.is_approximate = s.is_vague;
	m->is_scaled = s.is_scaled;
	m->is_bare_one = s.is_bare_one;
	m->is_single = s.is_ordinal || s.value == 1;
	m->last = m->first + s.tokens - 1;
	if (s.tokens > 1 && (at(n, m->last, 0)->cues & CUE_TIMES))
		m->scale = number_code_value(at(n, m->last, 0)->cues);
	return true;
}

/* "million" behind the number, also without a blank; the short form m is metres unless money or
 * many things are counted. */
static void read_scale(const struct numbers *n, struct amount *m)
{
	const struct token *t = at(n, m->last, 1);
	ptrdiff_t skip = t->mark == '-' && t->is_glued ? 1 : 0;
	t = at(n, m->last, 1 + skip);
	if (!(t->cues & CUE_TIMES) || !m->is_digits || m->number.kind == NUMBER_ORDINAL)
		return;
	if (t->cues & CUE_SHORT) {
		const struct token *next = at(n, m->last, 2 + skip);
		bool is_counting = next->cues & (CUE_PLURAL | CUE_CURRENCY) ||
			(next->kind == TOKEN_WORD && str_ends(next->word, STR("s")));
		bool is_metre = str_eq(t->word, STR("m")) || str_eq(t->word, STR("k"));
		if (skip || (is_metre && m->number.kind != NUMBER_MONEY && !is_counting))
			return;
		if (next->mark == '.' && next->is_glued && !is_language(n, "en"))
			m->last++; /* "Mio.", "тыс." */
	}
	m->scale = number_code_value(t->cues);
	m->number.value *= m->scale;
	m->last += (size_t)(1 + skip);
	m->is_scaled = true;
}

static void set_money(const struct numbers *n, struct amount *m, size_t first, size_t last)
{
	m->number.kind = NUMBER_MONEY;
	m->number.unit = span_text(n->text, token_range(&n->tokens, first, last));
}

/* "$", "US$", "EUR" before the number. */
static void read_money_before(const struct numbers *n, struct amount *m)
{
	const struct token *t = at(n, m->first, -1);
	if (m->first <= n->unused)
		return;
	if (is_currency_mark(t->mark)) {
		size_t mark = m->first - 1;
		size_t start = mark;
		const struct token *country = at(n, mark, -1);
		if (mark > n->unused && country->kind == TOKEN_WORD && country->is_upper &&
			country->word.n <= 3 && at(n, mark, 0)->is_glued)
			start = mark - 1;
		set_money(n, m, start, mark);
		m->first = start;
	} else if ((t->cues & CUE_CURRENCY) && t->is_all_upper) {
		set_money(n, m, m->first - 1, m->first - 1);
		m->first--;
	}
}

static bool is_of_allowed(const struct numbers *n, const struct amount *m)
{
	return m->is_scaled && (at(n, m->last, 1)->cues & CUE_OF);
}

/* Percent, money and measures behind the number. */
static void read_unit(const struct numbers *n, struct amount *m)
{
	const struct token *t = at(n, m->last, 1), *next = at(n, m->last, 2);
	if (t->mark == '%' || t->mark == 0x2030 || (t->cues & CUE_PERCENT)) {
		m->last++;
		m->number.kind = NUMBER_PERCENT;
		return;
	}
	bool is_per =
		str_eq(t->word, STR("per")) || str_eq(t->word, STR("pour")) || str_eq(t->word, STR("por"));
	if (is_per && (str_starts(next->word, STR("cent")) || str_eq(next->word, STR("ciento")))) {
		m->last += 2;
		m->number.kind = NUMBER_PERCENT;
		return;
	}
	bool is_hyphen = t->mark == '-' && (t->is_glued || (next->cues & CUE_UNIT));
	ptrdiff_t k = is_of_allowed(n, m) || is_hyphen ? 2 : 1;
	t = at(n, m->last, k);
	if (is_language(n, "en") && k == 1 && t->is_upper && (at(n, m->last, 2)->cues & CUE_CURRENCY))
		t = at(n, m->last, ++k); /* "Turkish lira" */
	size_t unit = m->last + (size_t)k;
	if (m->number.kind != NUMBER_MONEY && (is_currency_mark(t->mark) || (t->cues & CUE_CURRENCY))) {
		set_money(n, m, m->last + (size_t)k, unit);
		m->last = unit;
	} else if ((t->cues & CUE_UNIT) && m->number.kind == NUMBER_PLAIN) {
		m->last = unit;
		if (at(n, unit, 1)->mark == '/' && at(n, unit, 2)->is_glued &&
			at(n, unit, 2)->kind == TOKEN_WORD)
			m->last += 2; /* km/h */
		m->number.unit = span_text(n->text, token_range(&n->tokens, unit, m->last));
	} else if (str_eq(t->word, STR("percentage")) && (at(n, unit, 1)->cues & CUE_UNIT)) {
		m->last = unit + 1;
		m->number.unit = span_text(n->text, token_range(&n->tokens, unit, m->last));
	} else if (t->mark == 0xb0) {
		m->number.unit = span_text(n->text, t->span);
		m->last = unit;
	}
}

/* "No less than", "au moins", "en fazla" turn the word behind them. */
static bool is_turned(const struct token *t)
{
	static const char *const words[] = {"no", "not", "au", "al", "pelo", "nicht", "не", "en"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(t->word, str_c(words[i])))
			return true;
	return false;
}

static enum bound bound_before(const struct numbers *n, size_t first)
{
	for (ptrdiff_t k = 1; k <= 3; k++) {
		const struct token *t = at(n, first, -k);
		bool is_other = is_turned(at(n, first, -k - 1));
		if (t->cues & CUE_OVER)
			return is_other ? BOUND_UNDER : BOUND_OVER;
		if (t->cues & CUE_UNDER)
			return is_other ? BOUND_OVER : BOUND_UNDER;
		if (t->cues & CUE_APPROXIMATE)
			return BOUND_ABOUT;
		if (t->kind != TOKEN_WORD || !(t->cues & (CUE_STOP | CUE_OF | CUE_ONE)))
			break;
	}
	return BOUND_EXACT;
}

static void set_bound(const struct numbers *n, struct amount *m)
{
	m->number.bound = bound_before(n, m->first);
	if (at(n, m->last, 1)->mark == '+')
		m->number.bound = BOUND_OVER;
	if (m->number.bound == BOUND_EXACT && m->number.is_approximate)
		m->number.bound = BOUND_ABOUT; /* dozens */
	m->number.is_approximate = m->number.bound != BOUND_EXACT;
}

/* "1990s" and numbers of four digits that count nothing. */
static void read_year(const struct numbers *n, struct amount *m)
{
	const struct token *t = at(n, m->first, 0), *next = at(n, m->last, 1);
	int year = whole_of(n, t);
	if (m->number.kind != NUMBER_PLAIN || t->span.length != 4 || year < 1500 || year > 2199 ||
		m->number.unit.n || m->first != m->last)
		return;
	bool is_decade = next->is_glued &&
		(str_eq(next->word, STR("s")) || str_eq(next->word, STR("er")) ||
			str_eq(next->word, STR("'s")));
	if (is_decade)
		m->last++;
	if (is_decade || !m->number.counted.length)
		m->number.kind = NUMBER_YEAR;
}

/* "One" is a number only where it counts something: "no one", "one of", "this one" do not. */
static bool is_pronoun_one(const struct numbers *n, const struct amount *m)
{
	static const char *const before[] = {"no", "this", "that", "any", "every", "each", "the",
		"some", "which", "another", "only", "not"};
	if (!m->is_bare_one)
		return false;
	struct str word = at(n, m->first, -1)->word;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (str_eq(word, str_c(before[i])))
			return true;
	const struct token *next = at(n, m->last, 1);
	return m->number.counted.length == 0 || (next->cues & CUE_OF) ||
		str_eq(next->word, STR("day")) || str_eq(next->word, STR("another"));
}

static bool is_dated(struct numbers *n, size_t i)
{
	struct span s = n->tokens.items[i].span;
	while (n->date < n->dates.n &&
		n->dates.items[n->date].span.start + n->dates.items[n->date].span.length <= s.start)
		n->date++;
	return n->date < n->dates.n && n->dates.items[n->date].span.start < s.start + s.length;
}

/* Turkish writes the percent sign or word first. */
static void read_percent_before(const struct numbers *n, struct amount *m)
{
	const struct token *t = at(n, m->first, -1);
	if (m->first > n->unused && m->number.kind == NUMBER_PLAIN && is_language(n, "tr") &&
		(t->mark == '%' || (t->cues & CUE_PERCENT))) {
		m->first--;
		m->number.kind = NUMBER_PERCENT;
	}
}

static size_t read_amount(struct numbers *n, size_t i)
{
	struct amount m = {.first = i, .last = i};
	bool is_read = at(n, i, 0)->kind == TOKEN_NUMBER ? read_digits(n, &m) : read_spelled(n, &m);
	if (!is_read)
		return 0;
	read_money_before(n, &m);
	read_percent_before(n, &m);
	read_scale(n, &m);
	size_t scaled = m.last;
	read_unit(n, &m);
	bool is_measure = m.number.unit.n > 0 || m.number.kind == NUMBER_PERCENT;
	if (!is_measure || (at(n, m.last, 1)->cues & CUE_OF))
		m.number.counted = counted_noun(
			&n->tokens, n->language, m.first, m.last, m.is_single || m.number.unit.n > 0);
	read_year(n, &m);
	if (is_pronoun_one(n, &m) && !m.number.unit.n)
		return scaled - i + 1;
	set_bound(n, &m);
	m.number.span = token_range(&n->tokens, m.first, m.last);
	add_number(n, m.number, m.scale > 0 ? m.scale : 1);
	return m.last - i + 1;
}

static bool is_joint(struct str between, bool *is_dash)
{
	static const char *const joints[] = {"to", "or", "and", "bis", "und", "oder", "a", "\xC3\xA0",
		"ou", "et", "y", "o", "e", "tot", "of", "en", "do", "i", "lub", "ile", "veya", "до", "или",
		"и", "та", "або", "і"};
	between = str_trim(between);
	*is_dash = str_eq(between, STR("-")) || str_eq(between, STR("\xE2\x80\x93"));
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (str_eq(between, str_c(joints[i])))
			return true;
	return *is_dash;
}

/* In "20-25 %" and "two or three million people" the first number shares what stands behind the
 * second. */
static void share_behind(struct numbers *n)
{
	for (size_t i = n->out.n; i-- > 1;) {
		struct number *first = &n->out.items[i - 1];
		const struct number *second = &n->out.items[i];
		size_t end = first->span.start + first->span.length;
		bool is_dash;
		if (first->unit.n || first->counted.length || first->kind != NUMBER_PLAIN ||
			second->kind == NUMBER_SCORE || second->kind == NUMBER_ORDINAL ||
			second->span.start < end || second->span.start - end > 8 ||
			!is_joint(str_sub(n->text, end, second->span.start - end), &is_dash))
			continue;
		if (n->scales.items[i - 1] <= 1 && n->scales.items[i] >= 1000 && first->value < 1000)
			first->value *= n->scales.items[i];
		first->unit = second->unit;
		first->counted = second->counted;
		first->kind = second->kind;
		first->is_approximate |= second->is_approximate;
		if (first->bound == BOUND_EXACT)
			first->bound = second->bound;
	}
}

/* Telephone numbers, "24/7" and days whose order is not known: no quantities. */
static size_t chain_length(const struct numbers *n, size_t i)
{
	ptrdiff_t k = 0;
	bool has_slash = false;
	for (;;) {
		const struct token *joint = at(n, i, k + 1), *next = at(n, i, k + 2);
		if ((joint->mark != '-' && joint->mark != '/') || !joint->is_glued || !next->is_glued ||
			next->kind != TOKEN_NUMBER)
			break;
		has_slash |= joint->mark == '/';
		k += 2;
	}
	return k >= 4 || (k == 2 && has_slash) ? (size_t)k + 1 : 0;
}

static size_t read_number(struct numbers *n, size_t i)
{
	const struct token *t = at(n, i, 0);
	if (is_dated(n, i))
		return 0;
	if (t->kind == TOKEN_NUMBER) {
		int minute;
		bool is_half_day;
		size_t taken = clock_at(&n->tokens, n->text, n->language, i, &minute, &is_half_day);
		if (!taken)
			taken = chain_length(n, i);
		if (!taken && !is_designation(n, i))
			taken = read_score(n, i);
		if (taken || is_designation(n, i))
			return taken;
	}
	return t->kind == TOKEN_MARK ? 0 : read_amount(n, i);
}

struct number_vec numbers_in(struct arena *a, const struct token_vec *tokens,
	const struct date_vec *dates, struct str text, struct str language)
{
	struct numbers n = {.a = a, .text = text, .language = language, .tokens = *tokens};
	n.dates = *dates;
	for (size_t i = 0; i < n.tokens.n;) {
		size_t taken = read_number(&n, i);
		if (taken)
			n.unused = i + taken;
		i += taken ? taken : 1;
	}
	share_behind(&n);
	return n.out;
}

struct number_vec text_numbers(struct arena *a, struct str text, struct str language)
{
	return reading_numbers(text_read(a, text, language));
}

size_t small_number(
	const struct token_vec *tokens, struct str text, struct str language, size_t i, double *value)
{
	const struct token *t = &tokens->items[i];
	struct spelled s;
	if (t->kind == TOKEN_NUMBER)
		return digits_value(span_text(text, t->span), language, value) ? 1 : 0;
	if (t->cues & CUE_ONE) {
		*value = 1;
		return 1;
	}
	if (!spelled_number(tokens, language, i, &s) || s.is_vague || s.is_ordinal)
		return 0;
	*value = s.value;
	return s.tokens;
}
