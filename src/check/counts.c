#include "check/amounts.h"

/* "Multiple rounds" of a source's first and second one; "600 drones" of its "600 drones and
 * missiles". */

/* Words that say more than two, folded. */
static const char several_words[] =
	" multiple several many numerous various mehrere viele zahlreiche plusieurs nombreux "
	"nombreuses varios varias muchos muchas numerosos numerosas diversi diverse parecchi numerosi "
	"numerose vários várias muitos muitas meerdere verscheidene vele kilka wiele liczne несколько "
	"многие многочисленные кілька багато численні birçok ";

struct witnessed {
	bool has_more;           /* a source speaks of several */
	const struct number *at; /* the highest ordinal up to second */
	size_t report;
};

static struct str stem_of(struct arena *a, struct str text, struct span span, struct str language)
{
	return text_stem(a, text_fold(a, span_text(text, span)), language);
}

/* Whether the word is written as in the draft, in its plural, which a source may have too. */
static bool has_plural(const struct witness *w, struct str noun)
{
	for (size_t i = 0; i < w->words.n; i++)
		if (str_eq(w->folded[i], noun))
			return true;
	return false;
}

static struct witnessed look(struct subject *s, struct span noun)
{
	struct witnessed seen = {0};
	struct str stem = stem_of(s->a, s->own, noun, s->language);
	struct str plural = text_fold(s->a, span_text(s->own, noun));
	for (size_t r = 0; r < s->e->count && !seen.has_more; r++) {
		const struct witness *w = evidence_source(s->e, r);
		seen.has_more = has_plural(w, plural);
		for (size_t i = 0; i < w->numbers.n; i++) {
			const struct number *n = &w->numbers.items[i];
			if (n->counted.length == 0 ||
				!str_eq(stem, stem_of(s->a, w->report->text, n->counted, w->language)))
				continue;
			if (n->kind != NUMBER_ORDINAL || n->value > 2)
				seen.has_more |= n->value > 1;
			else if (!seen.at || n->value > seen.at->value) {
				seen.at = n;
				seen.report = r;
			}
		}
	}
	return seen;
}

static struct span sentence_of(const struct witness *w, size_t offset)
{
	for (size_t i = 0; i < w->sentences.n; i++)
		if (span_has(w->sentences.items[i], offset))
			return w->sentences.items[i];
	return (struct span){0};
}

static bool is_several(struct str written)
{
	char lower[32];
	if (written.n > sizeof(lower))
		return false;
	for (size_t i = 0; i < written.n; i++)
		lower[i] = char_lower(written.p[i]);
	return is_listed(several_words, (struct str){lower, written.n});
}

void check_several(struct subject *s, const struct word_vec *words)
{
	for (size_t i = 0; i + 1 < words->n; i++) {
		struct span word = words->items[i].span, noun = words->items[i + 1].span;
		if (words->items[i + 1].is_stop || !is_several(span_text(s->own, word)))
			continue;
		struct witnessed seen = look(s, noun);
		if (seen.has_more || !seen.at)
			continue;
		const struct witness *w = evidence_source(s->e, seen.report);
		struct span said = {seen.at->span.start,
			seen.at->counted.start + seen.at->counted.length - seen.at->span.start};
		struct cite where = {seen.report, sentence_of(w, seen.at->span.start)};
		struct span span = {word.start, noun.start + noun.length - word.start};
		(void)add_finding(s, span, kind_here(s, "count"), TIER_ERROR,
			str_format(s->a, "the draft says %.*s; the sources know no more than a %.*s",
				STR_ARG(span_text(s->text, span)), STR_ARG(source_text(w, said))),
			&where);
	}
}

bool check_joint(struct subject *s, const struct amount *m, const struct sighting *seen)
{
	const struct amount *same = seen->same.amount;
	if (!same || !same->is_joint || m->is_joint || m->counted.n == 0)
		return false;
	const struct witness *w = evidence_source(s->e, seen->same.where.report);
	struct str behind = utf8_cut(
		str_from(w->report->text, same->number->counted.start + same->number->counted.length), 40);
	struct str and = str_trim(behind), rest;
	size_t blank = str_find_char(and, ' ', 0);
	rest = blank == STR_NONE ? and : str_from(and, blank + 1);
	struct str other = str_cut(&rest, ' ');
	size_t end = 0;
	while (end < other.n && !strchr(".,;:", other.p[end]))
		end++;
	(void)add_finding(s, m->span, kind_here(s, "unit"), TIER_ERROR,
		str_format(s->a,
			"the draft counts %.*s alone; the source's %.*s counts them together with %.*s",
			STR_ARG(span_text(s->text, m->number->counted)), STR_ARG(source_text(w, same->span)),
			STR_ARG(str_sub(other, 0, end))),
		&seen->same.where);
	return true;
}
