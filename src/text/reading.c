#include "text/text.h"

#include "text/facts.h"
#include "text/quote_marks.h"
#include "text/tokens.h"

struct text_reading {
	struct arena *a;
	struct str text, language;
	struct span_vec sentences;
	struct token_vec tokens;     /* for numbers and dates */
	struct token_vec all_tokens; /* for names and quotations */
	struct word_vec words;
	struct name_vec names;
	struct number_vec numbers;
	struct quotation_vec quotations;
	struct date_vec undated; /* the dates when no day is known */
	struct date_vec dates;
	struct when anchor; /* of dates */
	bool has_sentences, has_tokens, has_all_tokens, has_words, has_names, has_numbers,
		has_quotations, has_undated, has_dates;
};

struct text_reading *text_read(struct arena *a, struct str text, struct str language)
{
	struct text_reading *r = ARENA_NEW(a, struct text_reading);
	r->a = a;
	r->text = text;
	r->language = language;
	return r;
}

struct span_vec reading_sentences(struct text_reading *r)
{
	if (!r->has_sentences)
		r->sentences = text_sentences(r->a, r->text, r->language);
	r->has_sentences = true;
	return r->sentences;
}

struct word_vec reading_words(struct text_reading *r)
{
	if (!r->has_words)
		r->words = text_words(r->a, r->text, r->language);
	r->has_words = true;
	return r->words;
}

static const struct token_vec *tokens(struct text_reading *r)
{
	if (!r->has_tokens) {
		struct span_vec sentences = reading_sentences(r);
		r->tokens = tokens_of(r->a, r->text, r->language, &sentences);
	}
	r->has_tokens = true;
	return &r->tokens;
}

static const struct token_vec *all_tokens(struct text_reading *r)
{
	if (!r->has_all_tokens)
		r->all_tokens = tokens_with_all(r->a, tokens(r));
	r->has_all_tokens = true;
	return &r->all_tokens;
}

struct name_vec reading_names(struct text_reading *r)
{
	if (!r->has_names)
		r->names = names_in(r->a, all_tokens(r), r->text, r->language);
	r->has_names = true;
	return r->names;
}

struct quotation_vec reading_quotations(struct text_reading *r)
{
	if (r->has_quotations)
		return r->quotations;
	r->has_quotations = true;
	r->quotations = quote_marks(r->a, r->text);
	if (r->quotations.n) {
		struct name_vec names = reading_names(r);
		r->quotations =
			quotations_in(r->a, r->quotations, all_tokens(r), &names, r->text, r->language);
	}
	return r->quotations;
}

static bool is_same_when(struct when a, struct when b)
{
	return a.utc_s == b.utc_s && a.offset_min == b.offset_min && a.is_day_only == b.is_day_only;
}

struct date_vec reading_dates(struct text_reading *r, struct when anchor)
{
	if (!when_is_known(anchor)) {
		if (!r->has_undated)
			r->undated = dates_in(r->a, tokens(r), r->text, r->language, WHEN_UNKNOWN);
		r->has_undated = true;
		return r->undated;
	}
	if (!r->has_dates || !is_same_when(r->anchor, anchor))
		r->dates = dates_in(r->a, tokens(r), r->text, r->language, anchor);
	r->has_dates = true;
	r->anchor = anchor;
	return r->dates;
}

struct number_vec reading_numbers(struct text_reading *r)
{
	if (!r->has_numbers) {
		struct date_vec dates = reading_dates(r, WHEN_UNKNOWN);
		r->numbers = numbers_in(r->a, tokens(r), &dates, r->text, r->language);
	}
	r->has_numbers = true;
	return r->numbers;
}

struct clock_time_vec reading_clock_times(struct text_reading *r)
{
	return clock_times_in(r->a, tokens(r), r->text, r->language);
}
