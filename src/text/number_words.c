#include "text/number_words.h"

#include "text/lexicon.h"

struct piece {
	const char *text;
	double value; /* 0: joins (und); 100 and more multiply */
};

/* Parts of number words that are written together, longest first where one begins another. Folded.
 */
static const struct piece german[] = {{"einhundert", 100}, {"eintausend", 1000}, {"sechzehn", 16},
	{"siebzehn", 17}, {"dreizehn", 13}, {"vierzehn", 14}, {"funfzehn", 15}, {"achtzehn", 18},
	{"neunzehn", 19}, {"zwanzig", 20}, {"dreissig", 30}, {"vierzig", 40}, {"funfzig", 50},
	{"sechzig", 60}, {"siebzig", 70}, {"achtzig", 80}, {"neunzig", 90}, {"hundert", 100},
	{"tausend", 1000}, {"sieben", 7}, {"sechs", 6}, {"zwolf", 12}, {"zehn", 10}, {"eins", 1},
	{"zwei", 2}, {"drei", 3}, {"vier", 4}, {"funf", 5}, {"acht", 8}, {"neun", 9}, {"elf", 11},
	{"ein", 1}, {"und", 0}, {NULL, 0}};
static const struct piece dutch[] = {{"veertien", 14}, {"zeventien", 17}, {"dertien", 13},
	{"vijftien", 15}, {"zestien", 16}, {"achttien", 18}, {"negentien", 19}, {"twintig", 20},
	{"dertig", 30}, {"veertig", 40}, {"vijftig", 50}, {"zestig", 60}, {"zeventig", 70},
	{"tachtig", 80}, {"negentig", 90}, {"honderd", 100}, {"duizend", 1000}, {"twaalf", 12},
	{"zeven", 7}, {"negen", 9}, {"tien", 10}, {"twee", 2}, {"drie", 3}, {"vier", 4}, {"vijf", 5},
	{"acht", 8}, {"zes", 6}, {"elf", 11}, {"een", 1}, {"en", 0}, {NULL, 0}};
static const struct piece italian[] = {{"quattordici", 14}, {"diciassette", 17}, {"diciannove", 19},
	{"cinquanta", 50}, {"cinquant", 50}, {"quaranta", 40}, {"quarant", 40}, {"sessanta", 60},
	{"sessant", 60}, {"settanta", 70}, {"settant", 70}, {"diciotto", 18}, {"quindici", 15},
	{"quattro", 4}, {"ottanta", 80}, {"ottant", 80}, {"novanta", 90}, {"novant", 90},
	{"tredici", 13}, {"undici", 11}, {"dodici", 12}, {"sedici", 16}, {"trenta", 30}, {"trent", 30},
	{"cinque", 5}, {"venti", 20}, {"vent", 20}, {"cento", 100}, {"dieci", 10}, {"sette", 7},
	{"mille", 1000}, {"mila", 1000}, {"nove", 9}, {"otto", 8}, {"due", 2}, {"tre", 3}, {"sei", 6},
	{"uno", 1}, {"un", 1}, {NULL, 0}};
static const struct piece spanish[] = {{"veinti", 20}, {"cuatro", 4}, {"cinco", 5}, {"siete", 7},
	{"nueve", 9}, {"dieci", 10}, {"tres", 3}, {"seis", 6}, {"ocho", 8}, {"dos", 2}, {"uno", 1},
	{"una", 1}, {"un", 1}, {NULL, 0}};
static const struct {
	const char *language;
	const struct piece *pieces;
} written_together[] = {{"de", german}, {"nl", dutch}, {"it", italian}, {"es", spanish}};

/* A number that grows word by word: `whole` holds the thousands that are done, `group` what is
 * under way. */
struct sum {
	double whole, group;
	double least_scale; /* of the thousands that are done */
	bool has_any;
};

double number_code_value(uint64_t cues)
{
	static const double values[] = {1e3, 1e6, 1e9, 1e12, 1e5, 1e7, 0.5};
	int code = CUE_VALUE(cues);
	if (code < 100)
		return code;
	if (code < NUMBER_CODE_THOUSAND)
		return (code - 100) * 100;
	return code < NUMBER_CODE_COUNT ? values[code - NUMBER_CODE_THOUSAND] : 0;
}

static bool sum_add(struct sum *s, double v, bool is_french)
{
	int last = (int)s->group % 100;
	bool fits = !s->has_any || s->group <= 0;
	if (s->has_any && s->group > 0 && v > 0) {
		fits = v < 10 ? last == 0 || (last >= 20 && last % 10 == 0) : v < 100 && last == 0;
		if (is_french && last == 4 && v == 20) { /* quatre-vingts */
			s->group += 76;
			return true;
		}
		fits |= is_french && (last == 60 || last == 80) && v >= 10 && v < 20;
	}
	if (!fits || (s->has_any && v == 0))
		return false;
	s->group += v;
	s->has_any = true;
	return true;
}

static bool sum_multiply(struct sum *s, double scale)
{
	double count = s->group > 0 ? s->group : 1;
	if (s->has_any && s->group <= 0 && s->whole <= 0)
		return false; /* zero million */
	if (scale == 100) {
		if (s->group >= 100)
			return false;
		s->group = count * 100;
	} else {
		if (s->whole > 0 && scale >= s->least_scale)
			return false;
		s->whole += count * scale;
		s->least_scale = scale;
		s->group = 0;
	}
	s->has_any = true;
	return true;
}

/* A word written together, such as "dreihundertfünfzig" (folded). */
static bool split_number(struct str word, struct str language, double *value, bool *is_ordinal)
{
	const struct piece *pieces = NULL;
	for (size_t i = 0; i < sizeof written_together / sizeof *written_together && word.n > 4; i++)
		if (str_eq(language, str_c(written_together[i].language)))
			pieces = written_together[i].pieces;
	double whole = 0, group = 0;
	size_t at = 0, count = 0;
	while (pieces && at < word.n) {
		const struct piece *p = pieces;
		while (p->text &&
			(p->text[0] != word.p[at] || !str_starts(str_from(word, at), str_c(p->text))))
			p++;
		if (!p->text)
			break;
		at += strlen(p->text);
		count++;
		if (p->value == 1000) {
			whole += (group > 0 ? group : 1) * 1000;
			group = 0;
		} else if (p->value == 100) {
			group = (group > 0 ? group : 1) * 100;
		} else {
			group += p->value;
		}
	}
	if (count < 2)
		return false;
	struct str rest = str_from(word, at);
	static const char *const endings[] = {"te", "ten", "ter", "tes", "ste", "sten", "ster", "de"};
	*is_ordinal = false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		*is_ordinal |=
			rest.n && pieces != italian && pieces != spanish && str_eq(rest, str_c(endings[i]));
	*value = whole + group;
	return *value > 0 && (rest.n == 0 || *is_ordinal);
}

struct spelling {
	const struct token_vec *tokens;
	size_t start;
	ptrdiff_t k; /* of the next token */
	struct sum sum;
	bool is_french, is_english;
};

static const struct token *ahead(const struct spelling *s, ptrdiff_t more)
{
	return token_near(s->tokens, s->start, s->k + more);
}

static bool is_cardinal(const struct token *t)
{
	return (t->cues & CUE_NUMBER) && !(t->cues & (CUE_SHORT | CUE_VAGUE)) &&
		!((t->cues & (CUE_ORDINAL | CUE_FRACTION)));
}

/* Steps over "and" or a hyphen inside a number. */
static ptrdiff_t joint_length(const struct spelling *s)
{
	const struct token *t = ahead(s, 0), *next = ahead(s, 1);
	if (t->mark == '-' && t->is_glued && next->is_glued)
		return 1;
	/* "two hundred and three hundred" are two numbers, and so are "twenty and five" in English. */
	bool is_and = (t->cues & CUE_AND) && is_cardinal(next) && !(next->cues & CUE_TIMES) &&
		!(ahead(s, 2)->cues & CUE_TIMES);
	return is_and && (!s->is_english || s->sum.group >= 100 || s->sum.whole > 0) ? 1 : 0;
}

static bool take_word(struct spelling *s)
{
	ptrdiff_t joint = s->sum.has_any ? joint_length(s) : 0;
	const struct token *t = ahead(s, joint);
	if (!is_cardinal(t) || CUE_VALUE(t->cues) == NUMBER_CODE_HALF)
		return false;
	double v = number_code_value(t->cues);
	if (t->cues & CUE_TIMES) {
		if (!sum_multiply(&s->sum, v))
			return false;
	} else if (v >= 100) {
		if (s->sum.group > 0)
			return false;
		s->sum.group += v;
		s->sum.has_any = true;
	} else if (!sum_add(&s->sum, v, s->is_french)) {
		return false;
	}
	s->k += joint + 1;
	return true;
}

/* "two-thirds", "a quarter of", "drei Viertel". */
static bool take_fraction(struct spelling *s, struct spelled *number)
{
	ptrdiff_t joint = ahead(s, 0)->mark == '-' ? 1 : 0;
	const struct token *t = ahead(s, joint);
	bool is_plural = !(t->cues & CUE_ORDINAL);
	if (!(t->cues & CUE_FRACTION) || number->value < 1 || number->value > 20)
		return false;
	if (!is_plural && (number->value != 1 || !(ahead(s, joint + 1)->cues & CUE_OF)))
		return false;
	number->value /= CUE_VALUE(t->cues);
	s->k += joint + 1;
	number->is_scaled = true;
	return true;
}

static bool take_vague(struct spelling *s, struct spelled *number)
{
	const struct token *t = ahead(s, 0);
	if (!(t->cues & CUE_VAGUE))
		return false;
	number->value = number_code_value(t->cues);
	number->is_vague = number->is_scaled = true;
	s->k++;
	ptrdiff_t of = ahead(s, 0)->cues & CUE_OF ? 1 : 0;
	t = ahead(s, of);
	if ((t->cues & (CUE_VAGUE | CUE_TIMES)) && number_code_value(t->cues) >= 1000) {
		number->value *= number_code_value(t->cues);
		s->k += of + 1;
	}
	return true;
}

static bool take_half(struct spelling *s, struct spelled *number)
{
	if (!(ahead(s, 0)->cues & CUE_NUMBER) || CUE_VALUE(ahead(s, 0)->cues) != NUMBER_CODE_HALF)
		return false;
	const struct token *next = ahead(s, 1);
	number->value = 0.5;
	number->is_scaled = true;
	if (!s->is_english) {
		s->k++;
		return true;
	}
	if ((next->cues & CUE_ONE) && (ahead(s, 2)->cues & CUE_TIMES)) {
		number->value *= number_code_value(ahead(s, 2)->cues);
		s->k += 3;
		return true;
	}
	s->k++;
	return (next->cues & CUE_OF) || str_eq(next->word, STR("the"));
}

static bool take_cardinal(struct spelling *s, struct spelled *number)
{
	const struct token *t = ahead(s, 0);
	if (t->cues & CUE_ONE) {
		uint64_t next = ahead(s, 1)->cues;
		if (!(next & (CUE_TIMES | CUE_FRACTION)) || (next & CUE_SHORT))
			return false;
		s->sum.group = 1;
		s->sum.has_any = true;
		s->k++;
	} else if ((t->cues & CUE_TIMES) && s->is_english && !(ahead(s, -1)->cues & CUE_APPROXIMATE)) {
		return false; /* "hundred" by itself is no number in English, "several hundred" is */
	}
	bool was_times = false;
	while (take_word(s))
		was_times = ahead(s, -1)->cues & CUE_TIMES;
	number->value = s->sum.whole + s->sum.group;
	number->is_scaled = was_times;
	number->is_bare_one = s->k == 1 && number->value == 1 && !(t->cues & CUE_ONE);
	if (!s->sum.has_any)
		return false;
	ptrdiff_t joint = ahead(s, 0)->mark == '-' ? 1 : 0;
	const struct token *next = ahead(s, joint);
	double last = number_code_value(next->cues);
	if (take_fraction(s, number))
		return true;
	/* "twenty-third" */
	if ((next->cues & CUE_ORDINAL) && last < 10 && number->value >= 20 &&
		(joint || !s->is_english) && !was_times) {
		number->value += last;
		number->is_ordinal = true;
		s->k += joint + 1;
	}
	return !(t->cues & CUE_ONE) || s->k > 1;
}

bool spelled_number(
	const struct token_vec *tokens, struct str language, size_t i, struct spelled *number)
{
	struct spelling s = {.tokens = tokens, .start = i};
	s.is_french = str_eq(language, STR("fr"));
	s.is_english = str_eq(language, STR("en"));
	*number = (struct spelled){0};
	const struct token *t = &tokens->items[i];
	if (t->kind != TOKEN_WORD)
		return false;
	bool is_done = false;
	if (!(t->cues & (CUE_NUMBER | CUE_ONE))) {
		is_done = split_number(t->word, language, &number->value, &number->is_ordinal);
		s.k = 1;
	} else if (t->cues & CUE_VAGUE) {
		is_done = take_vague(&s, number);
	} else if (CUE_VALUE(t->cues) == NUMBER_CODE_HALF && (t->cues & CUE_NUMBER)) {
		is_done = take_half(&s, number);
	} else if ((t->cues & CUE_ORDINAL) && (t->cues & CUE_NUMBER)) {
		number->value = number_code_value(t->cues);
		number->is_ordinal = is_done = true;
		s.k = 1;
	} else if (!(t->cues & (CUE_SHORT | CUE_FRACTION))) {
		is_done = take_cardinal(&s, number);
	}
	number->tokens = (size_t)s.k;
	return is_done;
}
