/* Any text: names, numbers, dates and quotations are inside the text, in order, on borders of
 * characters; so are the parts that they point to. */
#include "text/text.h"

static void check_inside(struct str text, struct span span)
{
	BUG_ON(span.start > text.n || span.length > text.n - span.start);
	size_t end = span.start + span.length;
	BUG_ON(span.start < text.n && ((unsigned char)text.p[span.start] & 0xC0) == 0x80);
	BUG_ON(end < text.n && ((unsigned char)text.p[end] & 0xC0) == 0x80);
}

static void check_span(struct str text, struct span span, size_t *end)
{
	BUG_ON(span.length == 0 || span.start < *end);
	check_inside(text, span);
	*end = span.start + span.length;
}

static void check_quotations(struct arena *a, struct str text, struct str language)
{
	struct quotation_vec quotes = text_quotations(a, text, language);
	size_t end = 0;
	for (size_t i = 0; i < quotes.n; i++) {
		const struct quotation *q = &quotes.items[i];
		check_span(text, q->outer, &end);
		BUG_ON(q->inner.length == 0 || q->inner.start < q->outer.start ||
			q->inner.start + q->inner.length > end);
		check_inside(text, q->inner);
		check_inside(text, q->speaker_span);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {
		"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "uk", "xx"};
	if (size < 2)
		return 0;
	struct arena a = {0};
	struct str charset, bytes = {(const char *)data + 1, size - 1};
	struct str language = str_c(languages[data[0] % 12]);
	struct str text = text_decode(&a, bytes, (struct str){0}, TEXT_PLAIN, &charset);
	struct when anchor = {.utc_s = 1748430000, .offset_min = 180};
	size_t end = 0;
	struct name_vec names = text_names(&a, text, language);
	for (size_t i = 0; i < names.n; i++)
		check_span(text, names.items[i].span, &end);
	end = 0;
	struct number_vec numbers = text_numbers(&a, text, language);
	for (size_t i = 0; i < numbers.n; i++) {
		check_span(text, numbers.items[i].span, &end);
		check_inside(text, numbers.items[i].counted);
	}
	struct word_vec words = text_words(&a, text, language);
	struct duration_vec durations = text_durations(&a, text, language, &numbers, &words);
	for (size_t i = 0; i < durations.n; i++)
		check_inside(text, durations.items[i].span);
	struct clock_time_vec times = reading_clock_times(text_read(&a, text, language));
	end = 0;
	for (size_t i = 0; i < times.n; i++)
		check_span(text, times.items[i].span, &end);
	end = 0;
	struct date_vec dates = text_dates(&a, text, language, data[0] & 64 ? anchor : WHEN_UNKNOWN);
	for (size_t i = 0; i < dates.n; i++)
		check_span(text, dates.items[i].span, &end);
	check_quotations(&a, text, language);
	arena_free(&a);
	return 0;
}
