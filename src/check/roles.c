#include "check/cast.h"

/* What somebody is: a minister, a coach. A role that no source has, or that the sources give to
 * somebody else, is an error; one that is a wider or a near word for the source's is none. */

/* Roles that a report may use for one another. A word that stands in several rows goes with all of
 * them. English, since only there are the rows known to be wide enough. */
static const char *const kin[] = {" manager coach boss trainer gaffer assistant tactician ",
	" president leader head premier ruler dictator pm chief statesman chancellor ",
	" minister secretary politician mp lawmaker senator congressman congresswoman representative "
	"councillor deputy premier governor mayor msp mep legislator chancellor pm ",
	" spokesman spokeswoman spokesperson official aide adviser advisor spokespeople ",
	" striker midfielder defender goalkeeper forward footballer winger keeper player star captain "
	"skipper full-back back goalscorer quarterback athlete sportsman scorer ",
	" driver racer rider pilot motorist chauffeur cyclist jockey ",
	" singer musician artist rapper performer songwriter star guitarist frontman vocalist drummer "
	"band entertainer composer ",
	" actor actress star comedian performer entertainer presenter host ",
	" director filmmaker producer screenwriter executive ",
	" author writer novelist poet journalist reporter editor correspondent columnist critic "
	"blogger biographer historian ",
	" lawyer attorney solicitor prosecutor barrister counsel qc advocate defence defense ",
	" detective inspector superintendent constable sheriff officer policeman policewoman cop "
	"sergeant police chief investigator deputy trooper ",
	" scientist researcher professor expert analyst academic historian economist epidemiologist "
	"virologist seismologist meteorologist astronomer biologist physicist lecturer engineer phd "
	"psychologist scholar astrophysicist archaeologist geologist author dr ",
	" doctor physician nurse surgeon medic gp paramedic psychiatrist consultant dr medical "
	"midwife ",
	" owner founder co-founder ceo chairman chairwoman chairperson chair executive director boss "
	"chief entrepreneur investor billionaire businessman businesswoman tycoon head mogul "
	"president manager ",
	" king queen prince princess duke duchess royal monarch emperor sultan emir sheikh ",
	" pope cardinal bishop archbishop priest vicar pastor imam rabbi cleric pontiff preacher "
	"reverend rev minister chaplain ",
	" general colonel captain major admiral commander sergeant lieutenant soldier officer marine "
	"corporal veteran private troops gen col capt lt sgt chief ",
	" judge justice magistrate ",
	" teacher professor lecturer tutor headteacher principal head schoolteacher instructor ",
	" student pupil undergraduate graduate schoolboy schoolgirl ", " governor gov ",
	" farmer rancher grower ", " governor director head chief ", NULL};

/* Roles that are judged. The rest of the rows are too wide to be wrong. */
static const char judged[] =
	" manager coach president premier chancellor minister secretary ambassador senator "
	"congressman congresswoman governor mayor judge king queen prince princess pope cardinal "
	"bishop "
	"archbishop general colonel captain admiral sergeant lieutenant spokesman spokeswoman chairman "
	"chairwoman ceo striker midfielder defender goalkeeper winger singer actor actress author "
	"novelist poet filmmaker journalist economist scientist professor lawyer attorney prosecutor "
	"solicitor detective sheriff councillor treasurer farmer doctor nurse surgeon teacher student "
	"engineer driver pilot historian epidemiologist virologist columnist comedian rapper musician "
	"firefighter priest soldier physician architect ";

#define NEAR_COPY 0.5 /* coverage from which a role that no source has is no general knowledge */

static struct str singular(struct str word)
{
	if (word.n > 3 && word.p[word.n - 1] == 's' && word.p[word.n - 2] != 's')
		word.n--;
	return word;
}

/* The rows of kin that have the word, as bits: found once for a role that many words are held
 * against. */
_Static_assert(sizeof(kin) / sizeof(*kin) <= 65, "a bit for each row");
static uint64_t kin_of(struct str word)
{
	uint64_t rows = 0;
	for (size_t i = 0; kin[i]; i++)
		rows |= (uint64_t)is_listed(kin[i], word) << i;
	return rows;
}

static bool are_kin(struct str word, struct str role, uint64_t rows_of_role)
{
	if (str_eq(word, role))
		return true;
	for (uint64_t rows = rows_of_role; rows; rows &= rows - 1)
		if (is_listed(kin[__builtin_ctzll(rows)], word))
			return true;
	return false;
}

/* The role and its kin as a map, for a whole source that is held against them. */
static struct map kin_words(struct arena *a, struct str role)
{
	struct map words = map_new(a);
	(void)map_put(&words, role, NULL);
	for (uint64_t rows = kin_of(role); rows; rows &= rows - 1)
		for (struct str rest = str_c(kin[__builtin_ctzll(rows)]); rest.p;)
			(void)map_put(&words, str_cut(&rest, ' '), NULL);
	return words;
}

static bool has_kin(const struct map *words, struct str word)
{
	return word.n > 0 && map_get(words, word);
}

/* Whether a source uses the role or one of its kin. */
static bool is_in_sources(struct subject *s, struct str role)
{
	struct arena scratch = {0};
	struct map words = kin_words(&scratch, role);
	bool is_found = false;
	for (size_t r = 0; r < s->e->count; r++) {
		const struct witness *w = evidence_source(s->e, r);
		for (size_t i = 0; i < w->words.n && !is_found; i++) {
			struct str rest = w->folded[i];
			while (rest.p && !is_found) /* "ex-president" */
				is_found = has_kin(&words, singular(str_cut(&rest, '-')));
			is_found |= has_kin(&words, w->folded[i]);
		}
	}
	arena_free(&scratch);
	return is_found;
}

bool role_is_known(struct str word)
{
	for (const char *const *row = kin; *row; row++)
		if (is_listed(*row, word))
			return true;
	return is_listed(judged, word);
}

/* A role word and what stands right beside it. */
struct held {
	struct str role, left, right;
};

static struct str neighbour(const struct word_vec *words, size_t i)
{
	if (i >= words->n || (words->items[i].is_stop && !words->items[i].is_upper))
		return (struct str){0};
	struct str folded = words->items[i].folded;
	return str_ends(folded, STR("'s")) ? str_sub(folded, 0, folded.n - 2) : folded;
}

static bool is_beside(const struct held *h, const struct witness *w, size_t k)
{
	bool is_left = h->left.n && k > 0 && str_eq(w->folded[k - 1], h->left);
	bool is_right = h->right.n && k + 1 < w->words.n && str_eq(w->folded[k + 1], h->right);
	return is_left || is_right;
}

/* Whether a source has this role, or one of its kin, beside the same words. */
static bool is_held_somewhere(struct subject *s, const struct held *h)
{
	uint64_t rows = kin_of(h->role);
	for (size_t r = 0; r < s->e->count; r++) {
		const struct witness *w = evidence_source(s->e, r);
		for (size_t k = 0; k < w->words.n; k++)
			if (is_beside(h, w, k) && are_kin(singular(w->folded[k]), h->role, rows))
				return true;
	}
	return false;
}

/* The role that a cited sentence has beside the words that the draft's stands beside. */
static struct str other_role(struct subject *s, const struct held *h, struct cite *where)
{
	uint64_t rows = kin_of(h->role);
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *c = &s->cites.items[i];
		const struct witness *w = evidence_source(s->e, c->report);
		for (size_t k = source_word_at(w, c->span.start);
			 k < w->words.n && span_has(c->span, w->words.items[k].span.start); k++) {
			struct str word = singular(w->folded[k]);
			if (is_beside(h, w, k) && role_is_known(word) && !are_kin(word, h->role, rows)) {
				*where = *c;
				return source_text(w, w->words.items[k].span);
			}
		}
	}
	return (struct str){0};
}

static void check_role(struct subject *s, const struct word_vec *words, size_t i)
{
	struct str written = span_text(s->own, words->items[i].span), explain;
	struct held h = {.role = singular(words->items[i].folded)};
	if (words->items[i].is_stop || !is_listed(judged, h.role))
		return;
	h.left = i ? neighbour(words, i - 1) : (struct str){0};
	h.right = neighbour(words, i + 1);
	struct cite where = {0};
	struct str other = other_role(s, &h, &where);
	bool is_other = other.n && !is_held_somewhere(s, &h);
	if (is_other) {
		s->is_contradicted = true;
		explain = str_format(s->a, "the draft says \"%.*s\" where the source says \"%.*s\"",
			STR_ARG(written), STR_ARG(other));
	} else if (h.role.n == written.n && !is_in_sources(s, h.role)) { /* "scientists" are anybody */
		explain = str_format(s->a, "no source calls anybody \"%.*s\"", STR_ARG(written));
	} else
		return;
	bool is_sure = is_other || s->coverage >= NEAR_COPY;
	(void)add_finding(s, words->items[i].span, kind_here(s, "role"),
		is_sure ? TIER_ERROR : TIER_REVIEW, explain, is_other ? &where : NULL);
}

void check_roles(struct subject *s)
{
	if (!str_eq(s->language, STR("en")))
		return;
	struct word_vec words = reading_words(read_own(s));
	for (size_t i = 0; i < words.n; i++)
		check_role(s, &words, i);
}
