#include "cli/check.h"

#include "text/text.h"

/* A sentence that a fault is put into, with what stands in it. */
struct victim {
	struct arena *a;
	struct str text;
	struct number_vec numbers;
	struct name_vec names;
	const struct name_vec *others; /* of the whole report */
	struct quotation_vec quotes;
};

static struct str with(const struct victim *v, struct span span, struct str other)
{
	struct str parts[] = {
		str_sub(v->text, 0, span.start), other, str_from(v->text, span.start + span.length)};
	return str_join(v->a, parts, 3, STR(""));
}

/* The first digit of a number that can change without making it 0: another one, the same each time.
 */
static struct str other_number(const struct victim *v, enum number_kind kind)
{
	for (size_t i = 0; i < v->numbers.n; i++) {
		const struct number *n = &v->numbers.items[i];
		for (size_t k = 0; n->kind == kind && k < n->span.length; k++) {
			char digit = v->text.p[n->span.start + k];
			if (!char_is_digit(digit) || digit == '0')
				continue;
			char other = (char)('1' + (digit - '1' + 4) % 9);
			/* Of a year the last digit, so that it stays a year. */
			size_t at = kind == NUMBER_YEAR ? n->span.length - 1 : k;
			if (kind == NUMBER_YEAR)
				other = v->text.p[n->span.start + at] == '4' ? '1' : '4';
			return with(v, (struct span){n->span.start + at, 1}, (struct str){&other, 1});
		}
	}
	return (struct str){0};
}

/* The first of the words that stands in the text, in exchange for its partner. */
static struct str exchange(const struct victim *v, const char *const pairs[][2], size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (int side = 0; side < 2; side++) {
			struct span found;
			if (pairs[i][side][0] && text_find_folded(v->a, v->text, str_c(pairs[i][side]), &found))
				return with(v, found, str_c(pairs[i][1 - side]));
		}
	return (struct str){0};
}
#define EXCHANGE(v, pairs) exchange(v, pairs, sizeof(pairs) / sizeof(*(pairs)))

static struct str change_number(const struct victim *v)
{
	return other_number(v, NUMBER_PLAIN);
}

static struct str change_money(const struct victim *v)
{
	return other_number(v, NUMBER_MONEY);
}

static struct str change_percent(const struct victim *v)
{
	return other_number(v, NUMBER_PERCENT);
}

static struct str change_weekday(const struct victim *v)
{
	static const char *const pairs[][2] = {
		{"Monday", "Thursday"}, {"Tuesday", "Friday"}, {"Wednesday", "Sunday"}};
	return EXCHANGE(v, pairs);
}

static struct str change_month(const struct victim *v)
{
	static const char *const pairs[][2] = {{"January", "October"}, {"February", "August"},
		{"March", "September"}, {"April", "November"}, {"June", "December"}};
	return EXCHANGE(v, pairs);
}

static struct str change_duration(const struct victim *v)
{
	static const char *const pairs[][2] = {
		{"weeks", "years"}, {"months", "hours"}, {"minutes", "days"}};
	return EXCHANGE(v, pairs);
}

static struct str change_ordinal(const struct victim *v)
{
	static const char *const pairs[][2] = {{"first", "fourth"}, {"second", "fifth"}};
	return EXCHANGE(v, pairs);
}

static struct str negate(const struct victim *v)
{
	static const char *const pairs[][2] = {{"was not", "was"}, {"is not", "is"},
		{"will not", "will"}, {"has not", "has"}, {"were not", "were"}, {"are not", "are"}};
	return EXCHANGE(v, pairs);
}

static struct str reverse(const struct victim *v)
{
	static const char *const pairs[][2] = {{"rose", "fell"}, {"opened", "closed"},
		{"approved", "rejected"}, {"more than", "less than"}, {"higher", "lower"}, {"won", "lost"},
		{"increase", "decrease"}, {"before", "after"}};
	return EXCHANGE(v, pairs);
}

static struct str make_certain(const struct victim *v)
{
	static const char *const pairs[][2] = {
		{"may", "will"}, {"could", "will"}, {"plans to", "began to"}, {"allegedly ", ""}};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct span found;
		if (text_find_folded(v->a, v->text, str_trim(str_c(pairs[i][0])), &found))
			return with(v, found, str_c(pairs[i][1]));
	}
	return (struct str){0};
}

static struct str invent_name(const struct victim *v)
{
	static const char *const invented[] = {"Tarkwell", "Obrenko", "Villasante"};
	for (size_t i = 0; i < v->names.n; i++)
		if (!v->names.items[i].is_sentence_initial)
			return with(v, v->names.items[i].span, str_c(invented[v->text.n % 3]));
	return (struct str){0};
}

static struct str take_other_name(const struct victim *v)
{
	for (size_t i = 0; i < v->names.n; i++)
		for (size_t k = 0; k < v->others->n && !v->names.items[i].is_sentence_initial; k++) {
			const struct name *other = &v->others->items[k];
			if (other->kind == v->names.items[i].kind && !other->is_sentence_initial &&
				str_find(v->text, other->text, 0) == STR_NONE &&
				str_find(other->text, v->names.items[i].text, 0) == STR_NONE)
				return with(v, v->names.items[i].span, other->text);
		}
	return (struct str){0};
}

static struct str swap_names(const struct victim *v)
{
	for (size_t i = 0; i + 1 < v->names.n; i++) {
		struct span one = v->names.items[i].span, two = v->names.items[i + 1].span;
		if (v->names.items[i].kind != v->names.items[i + 1].kind)
			continue;
		struct str parts[] = {str_sub(v->text, 0, one.start), span_text(v->text, two),
			str_sub(v->text, one.start + one.length, two.start - one.start - one.length),
			span_text(v->text, one), str_from(v->text, two.start + two.length)};
		return str_join(v->a, parts, 5, STR(""));
	}
	return (struct str){0};
}

static struct str alter_quotation(const struct victim *v)
{
	for (size_t i = 0; i < v->quotes.n; i++) {
		struct span inner = v->quotes.items[i].inner;
		struct word_vec words = text_words(v->a, span_text(v->text, inner), STR("en"));
		for (size_t k = 0; k < words.n && words.n > 2; k++)
			if (!words.items[k].is_stop)
				return with(v,
					(struct span){
						inner.start + words.items[k].span.start, words.items[k].span.length},
					STR("splendid"));
	}
	return (struct str){0};
}

static struct str change_speaker(const struct victim *v)
{
	for (size_t i = 0; i < v->quotes.n; i++)
		for (size_t k = 0; k < v->others->n && v->quotes.items[i].speaker_span.length; k++)
			if (v->others->items[k].kind == NAME_PERSON &&
				str_find(v->text, v->others->items[k].text, 0) == STR_NONE)
				return with(v, v->quotes.items[i].speaker_span, v->others->items[k].text);
	return (struct str){0};
}

static struct str add_opinion(const struct victim *v)
{
	if (!str_ends(v->text, STR(".")))
		return (struct str){0};
	return str_format(v->a, "%.*s, which is a welcome step in the right direction.",
		(int)v->text.n - 1, v->text.p);
}

static struct str leave(const struct victim *v)
{
	return v->text;
}

/* What a careful rewriter does: other words for the same. */
static struct str reword(const struct victim *v)
{
	static const char *const pairs[][2] = {{"said", "stated"}, {"about", "around"},
		{"people", "persons"}, {"begin", "start"}, {"built", "constructed"}};
	return EXCHANGE(v, pairs);
}

const struct check_fault check_faults[] = {{"number", change_number}, {"money", change_money},
	{"percent", change_percent}, {"weekday", change_weekday}, {"month", change_month},
	{"duration", change_duration}, {"ordinal", change_ordinal}, {"invented name", invent_name},
	{"name of the source", take_other_name}, {"names swapped", swap_names},
	{"quotation", alter_quotation}, {"speaker", change_speaker}, {"negation", negate},
	{"antonym", reverse}, {"modality", make_certain}, {"opinion added", add_opinion},
	{"untouched", leave}, {"reworded", reword}, {0}};

struct str check_put_fault(struct arena *a, const struct check_fault *fault, struct str sentence,
	struct str language, const struct name_vec *others)
{
	struct victim *v = ARENA_NEW(a, struct victim);
	*v = (struct victim){.a = a, .text = sentence, .others = others};
	v->numbers = text_numbers(a, sentence, language);
	v->names = text_names(a, sentence, language);
	v->quotes = text_quotations(a, sentence, language);
	return fault->put(v);
}
