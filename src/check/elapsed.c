#include "check/amounts.h"

#include <math.h>

#define LONG_BY 2.0 /* "over a year" misstates what has lasted so many times as long */
#define OFF_BY 0.15 /* and "three years" what is off by more than this share, and a month */
#define MONTH_DAYS 30.44

/* Words, folded, in front of a date with which something begins, and words for beginning. */
static const char since_words[] = " since seit depuis desde dal dalla sinds od с від beri ";
static const char begin_words[] =
	" began begun begins started start starts erupted launched begann beginn begonnen commencé "
	"commença débuté début comenzó empezó comienzo inicio iniciou começou cominciato iniziata "
	"iniziato begonnen begon rozpoczęła rozpoczął начала начался начало началась началось почала "
	"почався почалася початку başladı başlayan ";
/* Words that make a duration one that reaches to now. */
static const char lasting_words[] =
	" been ongoing now lasted lasts lasting raged raging dragged seit inzwischen schon dauert "
	"depuis dure desde lleva llevan dura há dal sinds al duurt trwa уже длится продолжается вже "
	"триває süren süredir sürüyor ";
/* Names of one thing: what a source calls invasion a draft may call conflict. */
static const char *const one_thing[] = {
	" war conflict invasion fighting hostilities krieg konflikt invasion überfall kämpfe guerre "
	"conflit invasion guerra conflicto invasión conflitto invasione conflito invasão oorlog "
	"conflict wojna wojny inwazja война войны войну конфликт конфликта вторжение вторжения війна "
	"війни війну конфлікт вторгнення savaş savaşı çatışma işgal ",
	" strike strikes walkout streik grève huelga sciopero greve staking strajk забастовка страйк "
	"grev "
	"stoppage ausstand ",
	" siege blockade belagerung blockade siège blocus asedio bloqueo assedio блокада осада ",
};

/* When something began, as one text tells it. */
struct beginning {
	struct date_mention date;
	struct span sentence, span; /* in the text */
	size_t report;
};

/* The draft's sentence has such a word. */
static bool has_word(struct subject *s, const struct word_vec *words, const char *list)
{
	for (size_t i = 0; i < words->n; i++)
		if (is_listed(list, text_fold(s->a, span_text(s->own, words->items[i].span))))
			return true;
	return false;
}

/* A part of a source has one. */
static bool has_source_word(const struct witness *w, struct span within, const char *list)
{
	for (size_t i = source_word_at(w, within.start);
		 i < w->words.n && span_has(within, w->words.items[i].span.start); i++)
		if (is_listed(list, w->folded[i]))
			return true;
	return false;
}

/* Which thing the draft's sentence names; NULL when it is none of these. */
static const char *thing_of(struct subject *s, const struct word_vec *words)
{
	for (size_t i = 0; i < sizeof one_thing / sizeof *one_thing; i++)
		if (has_word(s, words, one_thing[i]))
			return one_thing[i];
	return NULL;
}

/* A month or day of a known year behind "since", or behind a word for beginning. */
static bool is_beginning(
	const struct witness *w, struct span sentence, const struct date_mention *d)
{
	if (!d->year || !when_is_known(d->when))
		return false;
	size_t word = source_word_at(w, d->span.start);
	if (word > 0 && is_listed(since_words, w->folded[word - 1]))
		return true;
	struct span left = {sentence.start, d->span.start - sentence.start};
	return has_source_word(w, left, begin_words);
}

/* How long it has lasted by the anchor, in days; the first day of a month or year begins it. */
static double elapsed_days(const struct beginning *b, struct when anchor)
{
	return (double)(anchor.utc_s - b->date.when.utc_s) / (double)DAY_S;
}

static bool is_misstated(const struct duration *d, double days)
{
	double said = duration_days(d);
	double slack = fmax(said * OFF_BY, d->unit >= DURATION_YEAR ? 6 * MONTH_DAYS : MONTH_DAYS);
	if (d->bound == BOUND_OVER)
		return days + MONTH_DAYS < said || days >= said * LONG_BY;
	if (d->bound == BOUND_UNDER)
		return days > said + slack || days * LONG_BY <= said;
	return fabs(days - said) > slack;
}

static struct str say_elapsed(struct arena *a, struct str written, struct str began,
	const struct beginning *b, struct when anchor)
{
	struct civil now = when_civil(anchor), then = when_civil(b->date.when);
	int months = (now.year - then.year) * 12 + now.month - then.month;
	months -= b->date.day && now.day < then.day;
	return str_format(a, "the draft says %.*s; it began in %.*s, %d month%s before %d %s %d",
		STR_ARG(written), STR_ARG(began), months, months == 1 ? "" : "s", now.day,
		month_names[now.month], now.year);
}

/* Only what has lasted for weeks and reaches to now. */
static bool is_lasting(struct subject *s, const struct word_vec *words, const struct amount *m)
{
	if (m->kind != AMOUNT_DURATION || m->duration->is_age || m->duration->is_ordinal ||
		duration_days(m->duration) < 2 * MONTH_DAYS)
		return false;
	return has_word(s, words, lasting_words);
}

/* A source says itself that it has lasted so long. */
static bool is_borne_out(
	const struct amount_vec *source, struct span sentence, const struct duration *d)
{
	for (size_t i = 0; i < source->n; i++) {
		const struct amount *m = &source->items[i];
		if (m->kind != AMOUNT_DURATION || !span_has(sentence, m->span.start))
			continue;
		double days = duration_days(m->duration) * (m->duration->is_ordinal ? 0.99 : 1);
		if (!is_misstated(d, days))
			return true;
	}
	return false;
}

/* A sentence of a source that says when the same thing began; false when a source bears the
 * duration out. */
static bool find_beginning(struct subject *s, const struct word_vec *words,
	const struct duration *d, struct beginning *found)
{
	bool is_found = false;
	const char *thing = thing_of(s, words);
	for (size_t r = 0; thing && r < s->e->count; r++) {
		const struct witness *w = evidence_source(s->e, r);
		for (size_t i = 0; i < w->sentences.n; i++) {
			struct span sentence = w->sentences.items[i];
			if (!has_source_word(w, sentence, thing))
				continue;
			if (is_borne_out(w->amounts, sentence, d))
				return false;
			for (size_t k = 0; k < w->dates.n; k++) {
				const struct date_mention *date = &w->dates.items[k];
				if (!span_has(sentence, date->span.start) || !is_beginning(w, sentence, date))
					continue;
				struct beginning b = {*date, sentence, date->span, r};
				if (!is_misstated(d, elapsed_days(&b, s->anchor)))
					return false;
				*found = b;
				is_found = true;
			}
		}
	}
	return is_found;
}

bool check_elapsed(struct subject *s, const struct amount *m, const struct word_vec *words)
{
	struct beginning b;
	if (!when_is_known(s->anchor) || !is_lasting(s, words, m) ||
		!find_beginning(s, words, m->duration, &b))
		return false;
	const struct witness *w = evidence_source(s->e, b.report);
	struct cite where = {b.report, b.sentence};
	s->is_contradicted = true;
	(void)add_finding(s, m->span, kind_here(s, "duration"), TIER_ERROR,
		say_elapsed(s->a, span_text(s->text, m->span), source_text(w, b.span), &b, s->anchor),
		&where);
	return true;
}

/* A date of the draft's sentence behind "since". */
static bool find_since(struct subject *s, struct beginning *found)
{
	for (size_t i = 0; i < s->amounts.n; i++) {
		const struct amount *m = &s->amounts.items[i];
		if (m->kind != AMOUNT_DATE || !m->date->year || !when_is_known(m->date->when))
			continue;
		struct str before = str_trim(str_sub(s->own, 0, m->span.start));
		size_t blank = str_rfind_char(before, ' ');
		struct str word = blank == STR_NONE ? before : str_from(before, blank + 1);
		if (!is_listed(since_words, text_fold(s->a, word)))
			continue;
		*found = (struct beginning){.date = *m->date, .span = m->span};
		return true;
	}
	return false;
}

void check_elapsed_inside(struct subject *s, struct subject *other)
{
	struct beginning b;
	struct word_vec words = {0};
	if (!when_is_known(s->anchor) || s->amounts.n == 0 || other->amounts.n == 0 ||
		!find_since(other, &b))
		return;
	words = reading_words(read_own(s));
	for (size_t i = 0; i < s->amounts.n; i++) {
		const struct amount *m = &s->amounts.items[i];
		if (!is_lasting(s, &words, m) || !is_misstated(m->duration, elapsed_days(&b, s->anchor)))
			continue;
		s->is_contradicted = true;
		(void)add_finding(s, m->span, "inner_contradiction", TIER_ERROR,
			say_elapsed(
				s->a, span_text(s->text, m->span), span_text(other->text, b.span), &b, s->anchor),
			NULL);
	}
}
