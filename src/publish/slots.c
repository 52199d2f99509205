/* What a sentence asserts that can be looked up: its numbers, dates, names, quotations and who says
 * them, each as a normalised value, so that two verifiers can compare. */
#include "publish/render.h"

static void put_slot(struct jw *w, const char *kind, struct span span, struct str value)
{
	jw_open(w, '{');
	jw_put_str(w, "kind", str_c(kind));
	jw_put_int(w, "start", (int64_t)span.start);
	jw_put_int(w, "length", (int64_t)span.length);
	jw_put_str(w, "value", value);
	jw_close(w, '}');
}

static void put_numbers(struct jw *w, struct arena *a, struct str text, struct str language)
{
	static const char *const kinds[] = {"number", "money", "percent", "ordinal", "score", "year"};
	struct number_vec numbers = text_numbers(a, text, language);
	for (size_t i = 0; i < numbers.n; i++) {
		const struct number *n = &numbers.items[i];
		struct str unit = text_canonical(a, n->unit.n ? n->unit : span_text(text, n->counted));
		put_slot(w, kinds[n->kind], n->span,
			str_format(a, "%.12g%s%.*s", n->value, unit.n ? " " : "", STR_ARG(unit)));
	}
}

static void put_dates(
	struct jw *w, struct arena *a, struct str text, struct str language, struct when anchor)
{
	struct date_vec dates = text_dates(a, text, language, anchor);
	for (size_t i = 0; i < dates.n; i++) {
		const struct date_mention *d = &dates.items[i];
		struct when day = {d->when.utc_s, d->when.offset_min, true};
		struct str value = when_rfc3339(a, day);
		size_t keep = !d->has_month ? 4 : !d->has_day ? 7 : value.n;
		put_slot(w, "date", d->span, str_sub(value, 0, keep));
	}
}

void slots_put(struct jw *w, struct arena *a, const struct draft_sentence *s, struct str language,
	struct when anchor)
{
	jw_key(w, "slots");
	jw_open(w, '[');
	put_numbers(w, a, s->text, language);
	put_dates(w, a, s->text, language, anchor);
	struct name_vec names = text_names(a, s->text, language);
	for (size_t i = 0; i < names.n; i++)
		put_slot(w, "name", names.items[i].span, text_canonical(a, names.items[i].text));
	struct quotation_vec quotes = text_quotations(a, s->text, language);
	for (size_t i = 0; i < quotes.n; i++)
		put_slot(w, "quote", quotes.items[i].inner,
			text_canonical(a, span_text(s->text, quotes.items[i].inner)));
	struct span found;
	if (s->speaker.n && text_find_folded(a, s->text, s->speaker, &found))
		put_slot(w, "speaker", found, text_canonical(a, s->speaker));
	jw_close(w, ']');
}
