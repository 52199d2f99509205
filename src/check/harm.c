#include "check/amounts.h"

/* Dead and injured people: the figures that news must not mix up. */

#define HARM_REACH 5      /* words on each side of a figure in which its harm is told */
#define HARM_SUPPORT 0.35 /* how surely the source's figure is the draft's */

/* Folded. */
static const char dead_words[] =
	" killed killing kills dead died dies deaths death fatalities slain getötet tot tote toten "
	"starben gestorben todesopfer tué tués tuée tuées mort morts mortes décès muertos muertas "
	"muertes murieron matado mataron fallecidos morti uccisi uccise vittime mortos mortas mataram "
	"morreram doden gedood omgekomen zabitych zginęło zginęli погибли погибло погиб убиты убито "
	"убит погибших загинули загинуло вбито вбиті öldü öldürüldü ölü ";
static const char hurt_words[] =
	" injured injuring injures injuries wounded wounding wounds hurt verletzt verletzte verletzten "
	"verwundet blessé blessés blessée blessées blessant heridos heridas herido resultaron feriti "
	"ferite feridos feridas gewond gewonden rannych ranny ranni ранены ранено ранен раненых "
	"пострадали поранено поранені постраждали yaralandı yaralı ";

enum harm { HARM_NONE, HARM_DEAD, HARM_HURT };

static enum harm harm_of(struct str folded)
{
	if (is_listed(dead_words, folded))
		return HARM_DEAD;
	return is_listed(hurt_words, folded) ? HARM_HURT : HARM_NONE;
}

/* The only kind of harm told around a figure; none when there are both. */
static enum harm merge(enum harm sum, enum harm one, bool *has_both)
{
	*has_both = *has_both || (sum && one && sum != one);
	return one ? one : sum;
}

static enum harm harm_in_draft(struct subject *s, const struct word_vec *words, struct span figure)
{
	enum harm sum = HARM_NONE;
	bool has_both = false;
	size_t i = 0;
	while (i < words->n && words->items[i].span.start < figure.start)
		i++;
	size_t end = i + 1 + HARM_REACH < words->n ? i + 1 + HARM_REACH : words->n;
	for (i = i > HARM_REACH ? i - HARM_REACH : 0; i < end; i++)
		sum = merge(
			sum, harm_of(text_fold(s->a, span_text(s->own, words->items[i].span))), &has_both);
	return has_both ? HARM_NONE : sum;
}

static enum harm harm_in_source(const struct witness *w, struct span sentence)
{
	enum harm sum = HARM_NONE;
	bool has_both = false;
	for (size_t i = source_word_at(w, sentence.start);
		 i < w->words.n && span_has(sentence, w->words.items[i].span.start); i++)
		sum = merge(sum, harm_of(w->folded[i]), &has_both);
	return has_both ? HARM_NONE : sum;
}

bool check_harm(struct subject *s, const struct amount *m, const struct sighting *seen,
	const struct word_vec *words)
{
	if (m->kind != AMOUNT_NUMBER || m->number->kind != NUMBER_PLAIN || !seen->same.amount ||
		!seen->same.is_cited || seen->same.support < HARM_SUPPORT)
		return false;
	enum harm here = harm_in_draft(s, words, m->span);
	if (!here)
		return false;
	const struct witness *w = evidence_source(s->e, seen->same.where.report);
	enum harm there = harm_in_source(w, seen->same.where.span);
	if (!there || here == there)
		return false;
	s->is_contradicted = true;
	(void)add_finding(s, m->span, kind_here(s, "unit"), TIER_ERROR,
		str_format(s->a, "the draft counts %.*s as %s; the cited sentence as %s",
			STR_ARG(span_text(s->text, m->span)), here == HARM_DEAD ? "dead" : "injured",
			there == HARM_DEAD ? "dead" : "injured"),
		&seen->same.where);
	return true;
}
