#include "text/facts.h"
#include "text/lexicon.h"
#include "text/tokens.h"

struct clock {
	const struct token_vec *tokens;
	struct str text, language;
	size_t i; /* of the hour */
};

static const struct token *at(const struct clock *c, ptrdiff_t distance)
{
	return token_near(c->tokens, c->i, distance);
}

static bool is_language(const struct clock *c, const char *language)
{
	return str_eq(c->language, str_c(language));
}

static int whole_of(const struct clock *c, const struct token *t)
{
	int64_t value;
	struct str s = span_text(c->text, t->span);
	return t->kind == TOKEN_NUMBER && s.n <= 4 && str_to_i64(s, &value) ? (int)value : -1;
}

/* "14.30" and "9.15" before a word of the clock. */
static bool read_point(struct str digits, int *hour, int *minute)
{
	struct str rest = digits;
	struct str a = str_cut(&rest, '.');
	int64_t h, m;
	if (rest.n != 2 || !str_to_i64(a, &h) || !str_to_i64(rest, &m) || h > 24 || m > 59)
		return false;
	*hour = (int)h;
	*minute = (int)m;
	return true;
}

/* Words that make a bare hour a time: "à 15 heures", "om 15 uur", "saat 15.30". */
static bool is_hour_by_frame(const struct clock *c, const struct token *behind, struct str digits)
{
	struct str before = at(c, -1)->word;
	return (str_eq(before, STR("a")) && is_language(c, "fr") &&
			   str_starts(behind->word, STR("heure"))) ||
		(str_eq(before, STR("om")) && str_eq(behind->word, STR("uur"))) ||
		(str_starts(before, STR("saat")) && digits.n > 3);
}

/* The second half of the day, or the first when twelve is meant. */
static int in_half(int hour, struct str word, bool *is_half_day)
{
	bool is_pm = str_eq(word, STR("pm")) || str_eq(word, STR("p.m.")) || str_eq(word, STR("p.m"));
	bool is_am = str_eq(word, STR("am")) || str_eq(word, STR("a.m.")) || str_eq(word, STR("a.m"));
	*is_half_day = !is_pm && !is_am && hour > 0 && hour < 13 && *is_half_day;
	if (is_pm)
		return hour % 12 + 12;
	return is_am ? hour % 12 : hour;
}

/* "1430 hours", "15h30". */
static size_t read_special(const struct clock *c, struct str digits, int *minute)
{
	const struct token *next = at(c, 1);
	int hour = whole_of(c, at(c, 0));
	int64_t behind;
	if (next->kind == TOKEN_WORD && next->is_glued && next->word.n >= 2 && next->word.p[0] == 'h' &&
		char_is_digit(next->word.p[1])) {
		*minute = hour * 60 + (str_to_i64(str_from(next->word, 1), &behind) ? (int)behind : 0);
		return 2;
	}
	if (digits.n == 4 && hour >= 0 && hour < 2400 && hour % 100 < 60 &&
		str_eq(next->word, STR("hours"))) {
		*minute = hour / 100 * 60 + hour % 100;
		return 2;
	}
	return 0;
}

size_t clock_at(const struct token_vec *tokens, struct str text, struct str language, size_t i,
	int *minute, bool *is_half_day)
{
	struct clock c = {tokens, text, language, i};
	const struct token *next = at(&c, 1);
	struct str digits = span_text(text, at(&c, 0)->span);
	int hour = whole_of(&c, at(&c, 0)), past = 0;
	size_t taken = read_special(&c, digits, minute);
	*is_half_day = false;
	if (taken)
		return taken;
	int second = whole_of(&c, at(&c, 2));
	if (hour >= 0 && hour <= 24 && next->mark == ':' && next->is_glued && at(&c, 2)->is_glued &&
		at(&c, 2)->span.length == 2 && second >= 0 && second < 60) {
		past = second;
		taken = at(&c, 3)->mark == ':' ? 5 : 3; /* with seconds */
	} else if ((hour >= 0 && hour <= 24) || read_point(digits, &hour, &past)) {
		taken = 1;
	} else {
		return 0;
	}
	const struct token *behind = at(&c, (ptrdiff_t)taken);
	bool is_clock = behind->cues & CUE_CLOCK;
	*is_half_day = taken >= 3 || str_starts(behind->word, STR("o'clock"));
	*minute = in_half(hour, behind->word, is_half_day) * 60 + past;
	if (is_clock || is_hour_by_frame(&c, behind, digits))
		return taken + 1;
	return taken >= 3 ? taken : 0;
}

struct clock_time_vec clock_times_in(
	struct arena *a, const struct token_vec *tokens, struct str text, struct str language)
{
	struct clock_time_vec out = {0};
	for (size_t i = 0; i < tokens->n;) {
		struct clock_time t = {0};
		size_t taken = tokens->items[i].kind == TOKEN_NUMBER
			? clock_at(tokens, text, language, i, &t.minute, &t.is_half_day)
			: 0;
		if (taken) {
			t.span = token_range(tokens, i, i + taken - 1);
			*VEC_ADD(a, &out) = t;
		}
		i += taken ? taken : 1;
	}
	return out;
}
