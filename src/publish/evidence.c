/* What is shown of the sources, and how much of it. */
#include "publish/render.h"

#define LEAST_WORDS 4  /* a shorter piece of a sentence tells a reader nothing */
#define ANCHOR_LEAST 3 /* words of a text fragment's start and end */
#define ANCHOR_MOST 8

/* ---- words ---- */

/* Scripts without blanks between words, where each character counts as a word: CJK with kana, Thai,
 * Lao, Burmese, Khmer. */
static bool is_word_alone(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
		(c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x0E00 && c <= 0x0EFF) ||
		(c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
}

static bool is_blank(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

/* The next word of text at or after *at; false at the end. */
static bool next_word(struct str text, size_t *at, struct span *word)
{
	uint32_t c = 0;
	size_t n;
	while ((n = utf8_decode(text, *at, &c)) > 0 && is_blank(c))
		*at += n;
	size_t start = *at;
	while ((n = utf8_decode(text, *at, &c)) > 0 && !is_blank(c)) {
		if (is_word_alone(c) && *at > start)
			break;
		*at += n;
		if (is_word_alone(c))
			break;
	}
	*word = (struct span){start, *at - start};
	return word->length > 0;
}

size_t extract_words(struct str text)
{
	size_t n = 0, at = 0;
	struct span found;
	while (next_word(text, &at, &found))
		n++;
	return n;
}

/* ---- the purses ---- */

struct purse {
	size_t left;
	bool is_open; /* a licence lifts the limit */
};

struct ledger {
	struct arena *a;
	const struct article *article;
	struct purse *purses;
	size_t *purse_of;       /* by report */
	struct span_vec *shown; /* by report: what readers see already */
};

/* One purse for each outlet: two reports of one outlet spend the same words. */
static void open_ledger(
	struct ledger *l, struct arena *a, const struct article *article, size_t words)
{
	struct map outlets = map_new(a);
	*l = (struct ledger){a, article, ARENA_ARRAY(a, struct purse, article->report_count),
		ARENA_ARRAY(a, size_t, article->report_count),
		ARENA_ARRAY(a, struct span_vec, article->report_count)};
	for (size_t i = 0; i < article->report_count; i++) {
		const struct report *report = &article->reports[i];
		struct str name = report->outlet.n ? report->outlet : url_host(a, report->url);
		bool is_new = false;
		size_t *slot = map_put(&outlets, name, &is_new);
		if (is_new)
			*slot = outlets.n - 1;
		l->purse_of[i] = *slot;
		struct purse *purse = &l->purses[*slot];
		if (is_new)
			purse->left = words;
		purse->is_open = purse->is_open || report->licence.n > 0;
	}
}

static bool is_shown(const struct span_vec *shown, size_t at)
{
	for (size_t i = 0; i < shown->n; i++)
		if (at >= shown->items[i].start && at - shown->items[i].start < shown->items[i].length)
			return true;
	return false;
}

/* The longest beginning of the span that the purse can pay for, and its price. Words that readers
 * see already are free. */
static struct span affordable(
	const struct ledger *l, size_t report, struct span span, size_t *price, size_t *words)
{
	struct str text = l->article->reports[report].text;
	const struct purse *purse = &l->purses[l->purse_of[report]];
	text = str_sub(text, 0, span.start + span.length);
	size_t at = span.start, end = span.start;
	struct span found;
	*price = *words = 0;
	while (next_word(text, &at, &found)) {
		size_t costs = is_shown(&l->shown[report], found.start) ? 0 : 1;
		if (!purse->is_open && *price + costs > purse->left)
			break;
		*price += costs;
		*words += 1;
		end = found.start + found.length;
	}
	return (struct span){span.start, end - span.start};
}

static void pay(struct ledger *l, size_t report, struct span span, size_t price)
{
	struct purse *purse = &l->purses[l->purse_of[report]];
	*VEC_ADD(l->a, &l->shown[report]) = span;
	if (!purse->is_open)
		purse->left -= price;
}

/* Words that readers see, whatever the purse says: what can't be paid empties it. */
static void charge(struct ledger *l, size_t report, size_t words)
{
	struct purse *purse = &l->purses[l->purse_of[report]];
	if (!purse->is_open)
		purse->left -= words < purse->left ? words : purse->left;
}

/* The span of the report without white space at its ends, inside the text. */
static struct span cited_span(const struct report *report, struct span span)
{
	struct str whole = span_text(report->text, span);
	struct str trimmed = str_trim(whole);
	return trimmed.n ? (struct span){(size_t)(trimmed.p - report->text.p), trimmed.n}
					 : (struct span){0};
}

/* The longest run inside a sentence that readers see already: its quotation, mostly. */
static struct extract shown_part(const struct ledger *l, size_t report, struct span whole)
{
	const struct span_vec *shown = &l->shown[report];
	struct span best = {0};
	for (size_t i = 0; i < shown->n; i++) {
		struct span part = shown->items[i];
		bool is_inside =
			part.start >= whole.start && part.start + part.length <= whole.start + whole.length;
		if (is_inside && part.length > best.length)
			best = part;
	}
	return (struct extract){
		best, best.start > whole.start, best.start + best.length < whole.start + whole.length};
}

static struct extract buy(struct ledger *l, const struct cite *cite)
{
	const struct report *report = &l->article->reports[cite->report];
	struct span whole = cited_span(report, cite->span);
	size_t price, words;
	struct span part = affordable(l, cite->report, whole, &price, &words);
	bool is_cut = part.length < whole.length;
	if (words == 0 || (is_cut && words < LEAST_WORDS))
		return shown_part(l, cite->report, whole);
	pay(l, cite->report, part, price);
	return (struct extract){part, false, is_cut};
}

/* ---- quotations in the body ---- */

/* Where the quoted words stand in what the sentence cites. */
static bool find_quoted(const struct ledger *l, const struct draft_sentence *sentence,
	struct str quoted, size_t *report, struct span *span)
{
	for (size_t i = 0; i < sentence->cites.n; i++) {
		const struct cite *cite = &sentence->cites.items[i];
		const struct report *source = &l->article->reports[cite->report];
		struct span whole = cited_span(source, cite->span), inside;
		if (text_find_folded(l->a, span_text(source->text, whole), quoted, &inside)) {
			*report = cite->report;
			*span = (struct span){whole.start + inside.start, inside.length};
			return true;
		}
	}
	return false;
}

/* Without the marks of omission at its ends, which are the desk's and not the source's. */
static struct str without_omissions(struct str quoted)
{
	const struct str mark = STR("…");
	quoted = str_trim(quoted);
	if (str_starts(quoted, mark))
		quoted = str_trim(str_from(quoted, mark.n));
	if (str_ends(quoted, mark))
		quoted = str_trim(str_sub(quoted, 0, quoted.n - mark.n));
	return quoted;
}

/* Pays for quoted words; false when the purse does not hold them all. */
static bool pay_quoted(struct ledger *l, const struct draft_sentence *sentence, struct str quoted)
{
	size_t report, price, words;
	struct span span;
	quoted = without_omissions(quoted);
	if (sentence->cites.n == 0)
		return true;
	if (find_quoted(l, sentence, quoted, &report, &span)) {
		struct span part = affordable(l, report, span, &price, &words);
		if (part.length < cited_span(&l->article->reports[report], span).length)
			return false;
		pay(l, report, part, price);
		return true;
	}
	/* Not in the text, as an outlet's headline is not: it counts all the same. */
	const struct purse *purse = &l->purses[l->purse_of[sentence->cites.items[0].report]];
	words = extract_words(quoted);
	bool fits = purse->is_open || words <= purse->left;
	charge(l, sentence->cites.items[0].report, words);
	return fits;
}

static bool pay_sentence(
	struct ledger *l, const struct draft_sentence *sentence, struct str language)
{
	struct quotation_vec quotations = text_quotations(l->a, sentence->text, language);
	bool fits = true;
	for (size_t i = 0; i < quotations.n; i++)
		fits =
			pay_quoted(l, sentence, span_text(sentence->text, quotations.items[i].inner)) && fits;
	if (quotations.n == 0 && sentence->wording != WORDING_DESK)
		fits = pay_quoted(l, sentence, sentence->text);
	return fits;
}

/* ---- the view ---- */

static void count_outlets(struct arena *a, struct view *view)
{
	struct map outlets = map_new(a);
	const struct article *article = view->article;
	for (size_t i = 0; i < article->report_count; i++) {
		const struct report *report = &article->reports[i];
		bool is_new;
		(void)map_put(
			&outlets, report->outlet.n ? report->outlet : url_host(a, report->url), &is_new);
	}
	view->outlet_count = outlets.n;
}

static void count_cites(struct view *view, const struct cite *cites, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool is_again = false;
		for (size_t k = 0; k < i; k++)
			is_again = is_again || cites[k].report == cites[i].report;
		view->cited[cites[i].report] += is_again ? 0 : 1;
	}
}

static void count_cited(struct arena *a, struct view *view)
{
	const struct draft *draft = &view->article->draft;
	view->cited = ARENA_ARRAY(a, size_t, view->article->report_count);
	for (size_t i = 0; i < view->note_count; i++)
		if (!view->notes[i].is_left_out)
			count_cites(
				view, view->notes[i].sentence->cites.items, view->notes[i].sentence->cites.n);
	for (size_t i = 0; i < draft->disagreement_count; i++)
		for (size_t k = 0; k < draft->disagreements[i].figure_count; k++)
			count_cites(view, &draft->disagreements[i].figures[k].cite, 1);
}

static void list_notes(struct arena *a, struct view *view)
{
	const struct draft *draft = &view->article->draft;
	while (draft_sentence_at(draft, view->note_count))
		view->note_count++;
	view->notes = ARENA_ARRAY(a, struct note, view->note_count);
	for (size_t i = 0; i < view->note_count; i++) {
		struct note *note = &view->notes[i];
		note->sentence = draft_sentence_at(draft, i);
		note->extracts = ARENA_ARRAY(a, struct extract, note->sentence->cites.n);
	}
	view->figures = ARENA_ARRAY(a, struct extract *, draft->disagreement_count);
	for (size_t i = 0; i < draft->disagreement_count; i++)
		view->figures[i] = ARENA_ARRAY(a, struct extract, draft->disagreements[i].figure_count);
}

static struct when later(struct when a, struct when b)
{
	return !when_is_known(a) || (when_is_known(b) && b.utc_s > a.utc_s) ? b : a;
}

/* Each sentence's best source first, so that the limit is not spent on a second source for one
 * sentence while another shows nothing. */
static void buy_extracts(struct ledger *l, struct view *view)
{
	const struct draft *draft = &view->article->draft;
	size_t most = 1;
	for (size_t rank = 0; rank < most; rank++) {
		for (size_t i = 0; i < view->note_count; i++) {
			struct note *note = &view->notes[i];
			const struct cite_vec *cites = &note->sentence->cites;
			if (cites->n > most)
				most = cites->n;
			if (rank < cites->n && !note->is_left_out)
				note->extracts[rank] = buy(l, &cites->items[rank]);
		}
		for (size_t i = 0; rank == 0 && i < draft->disagreement_count; i++)
			for (size_t k = 0; k < draft->disagreements[i].figure_count; k++)
				view->figures[i][k] = buy(l, &draft->disagreements[i].figures[k].cite);
	}
}

void view_fill(
	struct arena *a, struct view *view, const struct article *article, const struct site *site)
{
	struct ledger l;
	struct arena scratch = {0};
	*view = (struct view){.article = article, .words = words_for(article->draft.language)};
	view->changed = later(later(article->published, article->updated), article->withdrawn);
	for (size_t i = 0; i < article->correction_count; i++)
		view->changed = later(view->changed, article->corrections[i].at);
	list_notes(a, view);
	open_ledger(&l, &scratch, article, site->extract_words);
	for (size_t i = 0; i < view->note_count; i++) {
		struct note *note = &view->notes[i];
		bool fits = pay_sentence(&l, note->sentence, article->draft.language);
		/* A story can't go without its headline; its words are paid for first. */
		note->is_left_out = !fits && i > 0;
	}
	buy_extracts(&l, view);
	count_cited(a, view);
	count_outlets(&scratch, view);
	arena_free(&scratch);
}

struct str extract_text(const struct report *report, struct extract extract)
{
	return span_text(report->text, extract.span);
}

/* ---- addresses ---- */

struct str report_url(struct arena *a, const struct report *report)
{
	struct url url;
	struct err err;
	if (!url_parse(a, report->url, &url, &err))
		return (struct str){0};
	return url_format(a, &url);
}

static bool is_edge_mark(uint32_t c)
{
	return (c < 0x80 && c > ' ' && !char_is_alpha((char)c) && !char_is_digit((char)c) && c != '$' &&
			   c != '%' && c != '#' && c != '+') ||
		(c >= 0x2010 && c <= 0x203A) || c == 0xAB || c == 0xBB;
}

/* Without quotation marks and points at the ends, which pages and their extracts most often write
 * differently. */
static struct str trim_marks(struct str s)
{
	uint32_t c;
	size_t n;
	while ((n = utf8_decode(s, 0, &c)) > 0 && (is_edge_mark(c) || is_blank(c)))
		s = str_from(s, n);
	while (s.n > 0) {
		size_t last = s.n - 1;
		while (last > 0 && ((unsigned char)s.p[last] & 0xC0) == 0x80)
			last--;
		(void)utf8_decode(s, last, &c);
		if (!is_edge_mark(c) && !is_blank(c))
			break;
		s.n = last;
	}
	return s;
}

/* Words first to first + count of a list, as they stand in the text. */
static struct str run_of(struct str text, const struct span_vec *words, size_t first, size_t count)
{
	size_t start = words->items[first].start;
	const struct span *last = &words->items[first + count - 1];
	return trim_marks(str_sub(text, start, last->start + last->length - start));
}

/* One term of a text directive. Beside what every URL encodes, '-' is its syntax too; white space
 * counts as one blank. */
static void add_term(struct buf *b, struct str term)
{
	uint32_t c;
	size_t n;
	for (size_t at = 0; (n = utf8_decode(term, at, &c)) > 0; at += n) {
		if (c == '-')
			buf_add_c(b, "%2D");
		else if (!is_blank(c))
			url_encode(b, str_sub(term, at, n));
		else if (!str_ends(buf_str(b), STR("%20")))
			buf_add_c(b, "%20");
	}
}

/* The fewest words from the sentence's start that stand nowhere before it, and from its end that
 * stand nowhere between: a browser takes the first place that fits. */
static void add_directive(struct arena *a, struct buf *b, struct str text, struct span sentence)
{
	struct span_vec words = {0};
	struct span found;
	size_t at = sentence.start;
	struct str until = str_sub(text, 0, sentence.start + sentence.length);
	while (next_word(until, &at, &found))
		*VEC_ADD(a, &words) = found;
	if (words.n == 0)
		return;
	if (words.n <= ANCHOR_MOST) {
		add_term(b, run_of(text, &words, 0, words.n));
		return;
	}
	size_t most = words.n / 2 < ANCHOR_MOST ? words.n / 2 : ANCHOR_MOST;
	struct str first = {0}, last = {0};
	for (size_t n = ANCHOR_LEAST; n <= most; n++) {
		first = run_of(text, &words, 0, n);
		if (str_find_nocase(text, first, 0) >= sentence.start)
			break;
	}
	if (first.n == 0)
		return;
	size_t behind = (size_t)(first.p - text.p) + first.n;
	for (size_t n = ANCHOR_LEAST; n <= most; n++) {
		last = run_of(text, &words, words.n - n, n);
		if (str_find_nocase(text, last, behind) >= (size_t)(last.p - text.p))
			break;
	}
	add_term(b, first);
	if (last.n > 0) {
		buf_add_char(b, ',');
		add_term(b, last);
	}
}

struct str passage_url(struct arena *a, const struct report *report, struct span sentence)
{
	struct str url = report_url(a, report);
	struct buf b = BUF(LIMIT_URL * 4);
	if (url.n == 0)
		return url;
	buf_add(&b, url);
	if (str_find_char(url, '#', 0) == STR_NONE)
		buf_add_char(&b, '#');
	buf_add_c(&b, ":~:text=");
	size_t bare = b.n;
	add_directive(a, &b, report->text, cited_span(report, sentence));
	if (b.n > bare && !b.is_over)
		url = str_dup(a, buf_str(&b));
	buf_free(&b);
	return url;
}
