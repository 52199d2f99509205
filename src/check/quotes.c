#include "check/parts.h"

/* Words in quotation marks are looked for as folded text without quotation marks, since a mark
 * inside a quotation changes its kind from one house style to the next. */

#define BREAK 4       /* bytes between two sentences of one passage, such as a paragraph break */
#define SCARE_WORDS 1 /* marks round so few words may be the writer's own */

/* Takes quotation marks and what then are double blanks out of a folded text. */
static void strip_marks(struct text_folded *f)
{
	char *p = (char *)f->text.p; /* text_fold_map made it for us */
	size_t n = 0;
	for (size_t i = 0; i < f->text.n; i++) {
		char c = p[i];
		if (c == '"' || c == '\'' || (c == ' ' && n > 0 && p[n - 1] == ' '))
			continue;
		p[n] = c;
		f->starts[n++] = f->starts[i];
	}
	f->starts[n] = f->starts[f->text.n];
	f->text.n = n;
}

static struct text_folded fold_for_quotes(struct arena *a, struct str text)
{
	struct text_folded f = text_fold_map(a, text);
	strip_marks(&f);
	return f;
}

/* What may stand at the end of a quotation because of the sentence round it. */
static struct str trim_stops(struct str s)
{
	s = str_trim(s);
	while (s.n && strchr(".,;: ", s.p[s.n - 1]))
		s.n--;
	while (s.n && strchr(".,;: ", s.p[0]))
		s = str_from(s, 1);
	return s;
}

/* Takes the part before the next "..." or "[...]" or other insertion in brackets off. */
static struct str cut_part(struct str *rest)
{
	size_t dots = str_find(*rest, STR("..."), 0), bracket = str_find_char(*rest, '[', 0);
	struct str part = *rest;
	if (dots == STR_NONE && bracket == STR_NONE) {
		*rest = (struct str){0};
		return part;
	}
	size_t at = dots < bracket ? dots : bracket, end = at;
	if (dots < bracket)
		while (end < rest->n && rest->p[end] == '.')
			end++;
	else {
		size_t close = str_find_char(*rest, ']', at);
		end = close == STR_NONE ? rest->n : close + 1;
	}
	part.n = at;
	*rest = str_from(*rest, end);
	return part;
}

/* Whether the parts of the quotation follow each other in the text; else `missing` is the part that
 * does not. */
static bool is_in(const struct text_folded *in, struct str folded_quote, struct str *missing)
{
	size_t from = 0;
	while (folded_quote.p) {
		struct str part = trim_stops(cut_part(&folded_quote));
		struct span hit;
		if (part.n == 0)
			continue;
		if (!text_folded_find(in, part, from, &hit)) {
			*missing = part;
			return false;
		}
		from = hit.start + hit.length;
	}
	return true;
}

/* The cite, and the cites of the same report that go on where it ends: a quotation may run over
 * several sentences. */
static struct span passage_of(const struct subject *s, size_t first)
{
	struct cite c = s->cites.items[first];
	struct str text = s->e->reports[c.report].text;
	for (size_t i = 0; i < s->cites.n; i++) {
		struct span next = s->cites.items[i].span;
		size_t end = c.span.start + c.span.length;
		if (s->cites.items[i].report != c.report || next.start < end || next.start - end > BREAK ||
			str_trim(str_sub(text, end, next.start - end)).n > 0)
			continue;
		c.span.length = next.start + next.length - c.span.start;
		i = SIZE_MAX; /* look at all again: they stand in any order */
	}
	return c.span;
}

static bool is_in_cites(
	struct subject *s, struct str folded_quote, bool may_quote_titles, struct str *missing)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct report *r = &s->e->reports[s->cites.items[i].report];
		struct text_folded cited = fold_for_quotes(s->a, span_text(r->text, passage_of(s, i)));
		if (is_in(&cited, folded_quote, missing))
			return true;
		if (!may_quote_titles)
			continue;
		struct text_folded title = fold_for_quotes(s->a, r->title);
		struct str ignored;
		if (is_in(&title, folded_quote, &ignored))
			return true;
	}
	return false;
}

static bool is_anywhere(struct subject *s, struct str folded_quote)
{
	for (size_t r = 0; r < s->e->count; r++) {
		struct str ignored;
		struct witness *source = evidence_source(s->e, r);
		if (!source->quotable.starts) {
			source->quotable = fold_for_quotes(s->e->a, source->report->text);
			source->quotable_title = fold_for_quotes(s->e->a, source->report->title);
		}
		if (is_in(&source->quotable, folded_quote, &ignored) ||
			is_in(&source->quotable_title, folded_quote, &ignored))
			return true;
	}
	return false;
}

/* The title of a work, "Lights of the Harbour", and no quotation: every word has its capital. */
static bool is_work(struct subject *s, struct str inner)
{
	struct word_vec words = text_words(s->a, inner, s->language);
	for (size_t i = 0; i < words.n; i++)
		if (!words.items[i].is_upper && !words.items[i].is_number &&
			(i == 0 || !words.items[i].is_stop))
			return false;
	return words.n > 1;
}

void check_quotes(struct subject *s, bool may_quote_titles)
{
	struct quotation_vec quotes = reading_quotations(read_text(s));
	for (size_t i = 0; i < quotes.n; i++) {
		struct span span = quotes.items[i].inner;
		struct str inner = span_text(s->text, span), missing = inner;
		struct text_folded folded = fold_for_quotes(s->a, inner);
		if (trim_stops(folded.text).n == 0 ||
			is_in_cites(s, folded.text, may_quote_titles, &missing))
			continue;
		bool is_elsewhere = is_anywhere(s, folded.text);
		if (is_elsewhere && !s->is_strict)
			continue;
		bool is_scare = !s->is_strict &&
			(text_words(s->a, inner, s->language).n <= SCARE_WORDS || is_work(s, inner));
		struct str explain = str_format(s->a, "the quoted words \"%.*s\" are not in %s",
			STR_ARG(utf8_cut(missing, 120)),
			is_elsewhere ? "what is cited, but elsewhere" : "the source");
		(void)add_finding(s, span, "quote", is_scare ? TIER_REVIEW : TIER_ERROR, explain,
			s->is_strict && s->cites.n ? &s->cites.items[0] : NULL);
	}
}

/* A title that sites put their name behind: "Bridge opens - The Quay Ledger". */
static bool is_title(struct str title, struct str headline)
{
	if (str_eq(title, headline))
		return true;
	if (headline.n == 0 || !str_starts(title, headline))
		return false;
	struct str rest = str_from(title, headline.n);
	return str_starts(rest, STR(" - ")) || str_starts(rest, STR(" | "));
}

void check_headline(struct subject *s)
{
	struct str headline = str_trim(text_fold(s->a, s->text));
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct report *r = &s->e->reports[s->cites.items[i].report];
		if (is_title(str_trim(text_fold(s->a, r->title)), headline))
			return;
	}
	(void)add_finding(s, (struct span){0, s->text.n}, "headline", TIER_ERROR,
		STR("no cited report has this headline"), s->cites.n ? &s->cites.items[0] : NULL);
}
