#include "write/told.h"

#include "write/cues.h"
#include "write/headline.h"

#define HEADLINE_WORDS_MAX 15
#define HEADLINE_SENTENCES 3 /* of each report: the main fact stands at its top */
#define HEADLINE_OVERLAP 0.5
#define HEADLINE_GOOD_WORDS 11

/* Past and present of verbs that lead news: a headline tells in the present. */
static const char *const tenses[][2] = {{"said", "says"}, {"announced", "announces"},
	{"declared", "declares"}, {"urged", "urges"}, {"warned", "warns"}, {"signed", "signs"},
	{"pleaded", "pleads"}, {"showed", "shows"}, {"assailed", "assails"}, {"drew", "draws"},
	{"voted", "votes"}, {"rejected", "rejects"}, {"accused", "accuses"}, {"blamed", "blames"},
	{"criticized", "criticizes"}, {"criticised", "criticises"}, {"defended", "defends"},
	{"denied", "denies"}, {"endorsed", "endorses"}, {"joined", "joins"}, {"launched", "launches"},
	{"ordered", "orders"}, {"approved", "approves"}, {"passed", "passes"}, {"opened", "opens"},
	{"closed", "closes"}, {"resigned", "resigns"}, {"called", "calls"}, {"asked", "asks"},
	{"vowed", "vows"}, {"pledged", "pledges"}, {"promised", "promises"}, {"agreed", "agrees"},
	{"refused", "refuses"}, {"proposed", "proposes"}, {"unveiled", "unveils"},
	{"released", "releases"}, {"dismissed", "dismisses"}, {"fired", "fires"},
	{"suspended", "suspends"}, {"nominated", "nominates"}, {"won", "wins"}, {"lost", "loses"},
	{"met", "meets"}, {"made", "makes"}, {"gave", "gives"}, {"took", "takes"}, {"told", "tells"},
	{"began", "begins"}, {"apologized", "apologizes"}, {"apologised", "apologises"},
	{"condemned", "condemns"}, {"praised", "praises"}, {"backed", "backs"}, {"opposed", "opposes"},
	{"blocked", "blocks"}, {"visited", "visits"}, {"returned", "returns"},
	{"acknowledged", "acknowledges"}, {"admitted", "admits"}, {"cancelled", "cancels"},
	{"canceled", "cancels"}, {"claimed", "claims"}, {"demanded", "demands"},
	{"suggested", "suggests"}, {"threatened", "threatens"}, {"testified", "testifies"},
	{"wrote", "writes"}, {"held", "holds"}, {"faced", "faces"}, {"died", "dies"},
	{"bought", "buys"}, {"sold", "sells"}, {"struck", "strikes"}, {"killed", "kills"}};

static struct str fact_of(const struct material *m, const struct statement *s)
{
	struct str fact = str_format(m->a, "%.*s %.*s", STR_ARG(s->subject), STR_ARG(s->predicate));
	if (s->source.n > 0)
		fact = str_format(m->a, "%.*s, %.*s", STR_ARG(fact), STR_ARG(s->source));
	return fact;
}

bool told_read(
	const struct material *m, const struct passage *p, size_t words_max, struct statement *s)
{
	while (statement_read(m, p, words_max, s)) {
		if (!statement_is_copied(m, fact_of(m, s)))
			return true;
		words_max = (s->words < words_max ? s->words : words_max) - 1;
	}
	s->passage = NULL;
	return false;
}

void told_write(
	struct material *m, const struct statement *s, size_t turn, struct draft_sentence *out)
{
	const struct witness *w = &m->witnesses[s->passage->cite.report];
	int64_t day = material_day_number(s->day);
	int64_t report_day = material_day_number(w->report->published);
	bool is_new_day = day != INT64_MIN && day != m->told_day;
	bool is_late =
		day == INT64_MIN && m->spans_days && report_day != INT64_MIN && report_day != m->told_day;
	*out = (struct draft_sentence){.wording = WORDING_DESK};
	enum phrase which = is_new_day ? (turn % 2 ? PHRASE_FACT_ON_DAY_ACCORDING : PHRASE_FACT_ON_DAY)
		: is_late                  ? PHRASE_FACT_DATED
		: turn % 2                 ? PHRASE_FACT_ACCORDING
								   : PHRASE_FACT;
	struct str fact = fact_of(m, s);
	if (is_new_day && !s->opener_is_name)
		fact = phrases_small(m->a, fact);
	struct when shown = is_new_day ? s->day : w->report->published;
	struct slot slots[] = {
		{"outlet", w->outlet}, {"fact", fact}, {"day", material_day(m, shown, true)}};
	out->text = phrases_fill(m->a, m->phrases, which, slots, sizeof(slots) / sizeof(slots[0]));
	if (is_new_day || is_late)
		m->told_day = material_day_number(shown);
	material_cite(m, &out->cites, s->passage->cite, true);
	if (s->named_at.span.length > 0)
		material_cite(m, &out->cites, s->named_at, true);
}

/* ---- Headline ---- */

static struct str present_of(struct arena *a, struct str predicate)
{
	struct str rest = predicate, verb = str_cut(&rest, ' ');
	for (size_t i = 0; i < sizeof(tenses) / sizeof(tenses[0]); i++)
		if (str_eq(verb, str_c(tenses[i][0])))
			return str_format(a, "%s %.*s", tenses[i][1], STR_ARG(rest));
	return predicate;
}

static bool is_singular(const struct statement *s)
{
	return s->is_of_person
		? str_find(s->name, STR(" and "), 0) == STR_NONE
		: !str_ends(s->name, STR("s")) && str_find(s->name, STR(" and "), 0) == STR_NONE &&
			str_find(s->name, STR("s "), 0) == STR_NONE;
}

/* Without its articles, but for those that count: "a dozen". */
static struct str without_articles(const struct material *m, struct str text)
{
	struct buf b = BUF(LIMIT_TEXT);
	struct str rest = text;
	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');
		if (cues_is(WORDS_ARTICLES, m->language, word) &&
			!cues_starts(WORDS_COUNTS, m->language, cues_flatten(m->a, rest)))
			continue;
		buf_add_c(&b, b.n > 0 ? " " : "");
		buf_add(&b, word);
	}
	struct str out = str_dup(m->a, buf_str(&b));
	buf_free(&b);
	return out;
}

static struct str headline_text(const struct material *m, const struct statement *s)
{
	struct str text = str_format(m->a, "%.*s %.*s", STR_ARG(s->name),
		STR_ARG(is_singular(s) ? present_of(m->a, s->predicate) : s->predicate));
	text = without_articles(m, text);
	if (s->source.n > 0)
		text = str_format(m->a, "%.*s, %.*s", STR_ARG(text), STR_ARG(s->source));
	return phrases_capital(m->a, text);
}

static double overlap_with_titles(const struct material *m, struct stems stems, double *own)
{
	double sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < m->count; i++) {
		double overlap = stems_overlap(headline_stems(m, i), stems);
		if (m->witnesses[i].origin != i)
			continue;
		*own = overlap > *own ? overlap : *own;
		sum += overlap;
		n++;
	}
	return n > 0 ? sum / (double)n : 0;
}

static double headline_worth(const struct material *m, const struct statement *s, struct str text)
{
	const struct passage *p = s->passage;
	const struct witness *w = &m->witnesses[p->cite.report];
	double best = 0;
	struct stems stems = headline_stems_of(m, text, w->language);
	double worth = overlap_with_titles(m, stems, &best) + p->score;
	if (best < HEADLINE_OVERLAP || !s->has_name)
		return 0;
	worth += p->position == 0 ? 0.6 : p->position == 1 ? 0.3 : 0;
	worth += s->is_of_person ? 0.2 : 0;
	worth -= w->report->is_live_blog ? 0.5 : 0;
	worth -= s->words > HEADLINE_GOOD_WORDS ? 0.1 : s->words < 6 ? 0.4 : 0;
	worth -= s->source.n > 0 ? 0.1 : 0;
	if (m->spans_days && when_is_known(w->report->published))
		worth += 0.6 * (double)(w->report->published.utc_s - m->first.utc_s) /
			(double)(m->last.utc_s - m->first.utc_s);
	return worth;
}

static bool read_headline(const struct material *m, const struct passage *p, struct statement *s)
{
	size_t words = HEADLINE_WORDS_MAX;
	while (statement_read(m, p, words, s)) {
		struct str text = headline_text(m, s);
		if (text_words(m->a, text, m->language).n <= HEADLINE_WORDS_MAX &&
			!statement_is_copied(m, text))
			return true;
		words = (s->words < words ? s->words : words) - 1;
	}
	return false;
}

bool told_headline(struct material *m, struct draft_sentence *out)
{
	struct statement best = {0};
	double most = 0;
	for (size_t i = 0; i < m->passage_count; i++) {
		const struct passage *p = &m->passages[i];
		struct statement s = {0};
		if (p->position >= HEADLINE_SENTENCES || !material_may_quote(m, p->cite.report) ||
			!read_headline(m, p, &s))
			continue;
		double worth = headline_worth(m, &s, headline_text(m, &s));
		if (worth <= most)
			continue;
		best = s;
		most = worth;
	}
	if (!best.passage)
		return false;
	*out = (struct draft_sentence){.wording = WORDING_DESK, .text = headline_text(m, &best)};
	material_cite(m, &out->cites, best.passage->cite, true);
	if (best.named_at.span.length > 0)
		material_cite(m, &out->cites, best.named_at, true);
	return true;
}
