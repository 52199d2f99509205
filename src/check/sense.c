#include "check/sense.h"
#include "check/forms.h"

#define REACH_DRAFT 6  /* words to each side */
#define REACH_SOURCE 9 /* the same, with what the draft leaves out */
#define REACH_MOVED 48 /* the same, for words that stand on the other side */
#define CLOSE_NEAR 2
#define HELD_BY 4
#define CLOSE_SHARE 0.45
#define FAIR_SHARE 0.25
#define LEAST_SHARE 0.15 /* when the words beside the place are the same one after the other */
#define QUOTED_AROUND 3
#define KEYS_AROUND 4
#define TOLD_BY 3
#define PLACES 64  /* that are looked at for one question; then it is as if none were found */
#define WINDOW 120 /* words; hyphens make more of them */

static bool has_near(const struct compared *c, struct str key, size_t j)
{
	size_t first = j > REACH_MOVED ? j - REACH_MOVED : 0;
	for (size_t k = first; k < c->words.n && k <= j + REACH_MOVED; k++)
		if (c->edit.to_draft[k] == EDIT_NONE && str_eq(c->words.items[k].key, key))
			return true;
	return false;
}

size_t sense_near(const struct compared *c, size_t i, size_t j)
{
	size_t n = 0, first = i > REACH_DRAFT ? i - REACH_DRAFT : 0;
	for (size_t k = first; k < c->edit.draft->n && k <= i + REACH_DRAFT; k++) {
		size_t pair = c->edit.to_source[k];
		if (k == i || c->edit.draft->items[k].is_stop)
			continue;
		if (pair == EDIT_NONE)
			n += has_near(c, c->edit.draft->items[k].key, j);
		else
			n += pair + REACH_SOURCE >= j && pair <= j + REACH_SOURCE;
	}
	return n;
}

/* The stretch of pairs that goes on from (i, j) to one side; content words count double. */
static size_t stretch(const struct compared *c, size_t i, size_t j, size_t step)
{
	size_t n = 0;
	for (i += step, j += step; i < c->edit.draft->n && j < c->words.n; i += step, j += step) {
		if (c->edit.to_source[i] != j)
			break;
		n += c->edit.draft->items[i].is_stop ? 1 : 2;
	}
	return n;
}

static bool is_held(const struct compared *c, size_t i, size_t j)
{
	size_t n = stretch(c, i, j, 1) + stretch(c, i, j, (size_t)-1);
	return n + (c->edit.to_source[i] == j ? 2 : 0) >= HELD_BY;
}

bool sense_is_close(const struct compared *c, size_t i, size_t j)
{
	size_t near = sense_near(c, i, j);
	return (c->edit.share >= CLOSE_SHARE && near >= CLOSE_NEAR) ||
		(c->edit.share >= FAIR_SHARE && near > CLOSE_NEAR) ||
		(c->edit.share >= LEAST_SHARE && is_held(c, i, j));
}

bool sense_is_related(const struct compared *c, size_t i, size_t j)
{
	return c->edit.share >= LEAST_SHARE && (sense_near(c, i, j) >= CLOSE_NEAR || is_held(c, i, j));
}

/* A key that is looked for in a source, and the words of other stems that mean it too. */
struct wanted {
	struct str key, forms[FORMS_OF_ONE];
	size_t n;
};

static struct wanted want(struct str key)
{
	struct wanted w = {.key = key};
	w.n = forms_of(key, w.forms);
	return w;
}

static bool has_key(const struct witness *s, size_t word, const struct wanted *w)
{
	bool is_it = str_eq(s->words.items[word].stem, w->key);
	for (size_t i = 0; i < w->n && !is_it; i++)
		is_it = str_eq(s->folded[word], w->forms[i]);
	return is_it;
}

/* The draft's content words nearest to word i. */
static size_t keys_around(const struct edit_words *draft, size_t i, struct wanted keys[KEYS_AROUND])
{
	size_t n = 0;
	for (size_t d = 1; d <= 2 * REACH_DRAFT && n < KEYS_AROUND; d++) {
		if (i >= d && !draft->items[i - d].is_stop)
			keys[n++] = want(draft->items[i - d].key);
		if (n < KEYS_AROUND && i + d < draft->n && !draft->items[i + d].is_stop)
			keys[n++] = want(draft->items[i + d].key);
	}
	return n;
}

static size_t count_around(
	const struct witness *s, size_t word, const struct wanted *keys, size_t key_count)
{
	size_t n = 0, first = word > REACH_SOURCE ? word - REACH_SOURCE : 0;
	for (size_t k = 0; k < key_count; k++)
		for (size_t w = first; w < s->words.n && w <= word + REACH_SOURCE; w++)
			if (w != word && has_key(s, w, &keys[k])) {
				n++;
				break;
			}
	return n;
}

static bool is_told_negated(const struct sense *x, const struct witness *s, size_t word)
{
	size_t start = s->words.items[word > 6 ? word - 6 : 0].span.start,
		   end = s->words.items[word].span.start + s->words.items[word].span.length;
	struct edit_words words = edit_words_in(x->s->a, s, (struct span){start, end - start});
	return words.n > 0 && is_negated(&words, words.n - 1);
}

bool sense_is_told(const struct sense *x, size_t i, const struct sought *sought)
{
	struct wanted keys[KEYS_AROUND], key = want(sought->key), next = want(sought->next);
	size_t places = 0, count = keys_around(&x->draft, i, keys),
		   least = count < TOLD_BY ? count : TOLD_BY;
	for (size_t r = 0; r < x->e->count; r++) {
		const struct witness *s = evidence_source(x->e, r);
		for (size_t w = 0; w < s->words.n; w++) {
			if (!has_key(s, w, &key) || (sought->form.n && !str_eq(sought->form, s->folded[w])) ||
				(sought->next.n && (w + 1 == s->words.n || !has_key(s, w + 1, &next))) ||
				(x->kind && span_has(x->own.span, s->words.items[w].span.start)) ||
				(r == sought->except.report &&
					span_has(sought->except.span, s->words.items[w].span.start)))
				continue;
			if (++places > PLACES)
				return false;
			if (count_around(s, w, keys, count) >= least &&
				(sought->is_negated < 0 || is_told_negated(x, s, w) == (sought->is_negated > 0)))
				return true;
		}
	}
	return false;
}

void sense_add(struct sense *x, const struct compared *c, struct span draft, struct span source,
	const char *kind, bool is_error, struct str explain)
{
	/* Words in quotation marks that are not the source's are found as such. */
	if (!str_eq(span_text(x->s->own, draft), span_text(x->s->text, draft)))
		return;
	if (x->kind) {
		(void)add_finding(x->s, draft, x->kind, TIER_ERROR,
			str_format(x->s->a, "another sentence of the draft says otherwise: \"%.*s\"",
				STR_ARG(utf8_cut(source_text(c->source, c->cite.span), 240))),
			NULL);
		x->s->is_contradicted = true;
		return;
	}
	struct cite evidence = {c->cite.report, source.length ? source : c->cite.span};
	(void)add_finding(x->s, draft, kind_here(x->s, kind), is_error ? TIER_ERROR : TIER_REVIEW,
		explain, &evidence);
	if (is_error)
		x->s->is_contradicted = true;
}

struct str sense_quote(const struct compared *c, size_t first, size_t last)
{
	first = first > QUOTED_AROUND ? first - QUOTED_AROUND : 0;
	last = last + QUOTED_AROUND < c->words.n ? last + QUOTED_AROUND : c->words.n - 1;
	return source_text(c->source, edit_span(&c->words, first, last - first + 1));
}

/* Of a sentence with more words than are compared, the part that has most of the draft's. */
static struct span window_of(const struct sense *x, const struct witness *s, struct span sentence)
{
	size_t first = source_word_at(s, sentence.start), best = first, most = 0, n = 0;
	struct map keys = map_new(x->s->a);
	for (size_t i = 0; i < x->draft.n; i++)
		if (!x->draft.items[i].is_stop)
			(void)map_put(&keys, x->draft.items[i].key, NULL);
	for (size_t w = first; w < s->words.n && span_has(sentence, s->words.items[w].span.start);
		 w++) {
		n += map_get(&keys, s->words.items[w].stem) != NULL;
		if (w >= first + WINDOW)
			n -= map_get(&keys, s->words.items[w - WINDOW].stem) != NULL;
		if (n > most) {
			most = n;
			best = w < first + WINDOW ? first : w - WINDOW + 1;
		}
	}
	size_t start = s->words.items[best].span.start;
	return (struct span){start, sentence.start + sentence.length - start};
}

void check_sense(struct subject *s)
{
	struct sense x = {.s = s, .e = s->e, .draft = *subject_words(s)};
	for (size_t i = 0; i < s->cites.n && x.n < SENSE_CITES; i++) {
		struct compared *c = &x.items[x.n];
		c->cite = s->cites.items[i];
		c->source = evidence_source(s->e, c->cite.report);
		if (!str_eq(c->source->language, s->language))
			continue;
		c->words = edit_words_in(s->a, c->source, c->cite.span);
		if (c->words.n == EDIT_SOURCE_WORDS)
			c->words = edit_words_in(s->a, c->source, window_of(&x, c->source, c->cite.span));
		c->edit = edit_compare(s->a, &x.draft, &c->words);
		x.n++;
	}
	if (x.n == 0)
		return;
	find_negations(&x);
	find_opposites(&x);
	find_modalities(&x);
}
