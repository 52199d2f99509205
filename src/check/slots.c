#include "check/cast.h"

/* Another name in the place of a name: the words round it are a source's, and the source has
 * somebody else between them. */

#define LEAST_PAIRED 3 /* content words that the two sentences share */
#define CLOSE 1        /* content words between a name and the word that holds its place */
#define BESIDE 1       /* marks beside the draft's name that may stand beside another mention */
#define BESIDE_WORDS 3 /* words beside that mention */
#define OTHER_SHARE \
	0.9 /* of the paired words, in a sentence with the draft's name, to be right \
		 */

#define LEAST_ALIKE 3 /* how alike the neighbours of two names must be; at most 4 */

/* Two sentences beside each other. */
struct sides {
	struct subject *s;
	const struct cast *mine, *theirs;
	struct line draft, source;
	size_t *partner; /* of the draft's marks */
	size_t paired;
	const struct cite *cite;
};

/* The place of a name: the marks of the source between those that hold it. */
struct name_place {
	size_t from, to; /* marks of the source, `to` excluded */
	size_t draft_from, draft_to;
	bool is_held_left, is_held_right; /* by a word right beside it */
};

static struct name_place place_of(const struct sides *v, size_t at)
{
	struct name_place p = {.to = v->source.n, .draft_to = v->draft.n};
	size_t i = at, gap = 0;
	while (i-- > 0) {
		if (v->partner[i] != NO_NAME) {
			p.from = v->partner[i] + 1;
			p.draft_from = i + 1;
			p.is_held_left = gap <= CLOSE;
			break;
		}
		gap++;
	}
	gap = 0;
	for (i = at + 1; i < v->draft.n; i++) {
		if (v->partner[i] != NO_NAME) {
			p.to = v->partner[i];
			p.draft_to = i;
			p.is_held_right = gap <= CLOSE;
			break;
		}
		gap++;
	}
	return p;
}

static const struct role_name *mine(const struct sides *v, size_t mark)
{
	return &v->mine->items[v->draft.items[mark].name];
}

static const struct role_name *theirs(const struct sides *v, size_t mark)
{
	return &v->theirs->items[v->source.items[mark].name];
}

static bool is_in_source_line(const struct sides *v, const struct role_name *name)
{
	for (size_t i = 0; i < v->source.n; i++)
		if (v->source.items[i].name != NO_NAME && names_meet(theirs(v, i), name))
			return true;
	return false;
}

/* The mark of the draft's line that has the name; NO_NAME when none has. */
static size_t find_in_draft(const struct sides *v, const struct role_name *name)
{
	for (size_t i = 0; i < v->draft.n; i++)
		if (v->draft.items[i].name != NO_NAME && names_meet(mine(v, i), name))
			return i;
	return NO_NAME;
}

/* Words between a name and the word that holds its place, which say how the two belong together. */
static const char articles[] = " the a an his her their its my our le la les l' l un une el los "
							   "las una il lo gli der die das den "
							   "dem ein eine einen einem o os as um uma het een ";
static const char prepositions[] =
	" at in on for from to with by against of after before into over as than and or between near "
	"behind under à de d' d en pour par avec dans sur contre chez du des por con contra di da per "
	"con "
	"nel von für mit gegen bei aus nach zu zum zur van voor met tegen в на для от с против из к по "
	"do na od dla z ";

/* Whether two gaps have the same preposition next to the name, or none, and articles alike. */
static bool join_alike(struct str mine, struct str theirs, const char *language, bool is_left)
{
	struct arena scratch = {0};
	struct str found[2] = {{0}, {0}};
	bool has_article[2] = {false, false};
	for (int side = 0; side < 2; side++) {
		struct str gap = side ? theirs : mine;
		struct word_vec words = text_words(&scratch, gap, str_c(language));
		for (size_t i = 0; i < words.n; i++) {
			struct str word = text_fold(&scratch, span_text(gap, words.items[i].span));
			has_article[side] |= is_listed(articles, word);
			if (is_listed(prepositions, word) && (is_left || !found[side].n))
				found[side] = word;
		}
	}
	bool has_comma[2] = {
		mine.n && memchr(mine.p, ',', mine.n), theirs.n && memchr(theirs.p, ',', theirs.n)};
	bool is_alike = str_eq(found[0], found[1]) ||
		(is_listed(" at in on ", found[0]) && is_listed(" at in on ", found[1])) ||
		(is_listed(" and or ", found[0]) && is_listed(" and or ", found[1]));
	is_alike &= has_comma[0] == has_comma[1] && (is_left || has_article[0] == has_article[1]);
	arena_free(&scratch);
	return is_alike;
}

static struct str between(struct str text, struct span left, struct span right)
{
	size_t end = left.start + left.length;
	return right.start > end ? str_sub(text, end, right.start - end) : (struct str){0};
}

/* Whether source mark `there` is joined to the word that holds the place as the draft's name is. */
static bool is_joined(
	const struct sides *v, const struct name_place *p, size_t at, size_t there, bool is_left)
{
	struct str source = v->s->e->reports[v->cite->report].text;
	struct span name = v->draft.items[at].span, other = v->source.items[there].span;
	if (is_left)
		return join_alike(between(v->s->text, v->draft.items[p->draft_from - 1].span, name),
			between(source, v->source.items[p->from - 1].span, other), "", true);
	return join_alike(between(v->s->text, name, v->draft.items[p->draft_to].span),
		between(source, other, v->source.items[p->to].span), "", false);
}

/* The name in the source that stands in this place, as near to its holders as the draft's;
 * NO_NAME when there is none. */
static size_t holder_in(const struct sides *v, const struct name_place *p, size_t at)
{
	for (size_t far = 0; far <= CLOSE; far++) {
		size_t left = p->from + far, right = p->to - far - 1;
		if (p->is_held_left && left < p->to && v->source.items[left].name != NO_NAME &&
			is_joined(v, p, at, left, true))
			return left;
		if (p->is_held_right && right < p->to && right >= p->from && /* also under 0 */
			v->source.items[right].name != NO_NAME && is_joined(v, p, at, right, false))
			return right;
	}
	return NO_NAME;
}

/* How many of the draft's paired words stand in this sentence of a source or in the next. */
static size_t shared_with(const struct sides *v, const struct witness *w, size_t sentence)
{
	size_t n = 0, last = sentence + 2 < w->sentences.n ? sentence + 2 : w->sentences.n;
	size_t end = w->sentences.items[last - 1].start + w->sentences.items[last - 1].length;
	size_t first = source_word_at(w, w->sentences.items[sentence].start);
	for (size_t i = 0; i < v->draft.n; i++) {
		if (v->partner[i] == NO_NAME)
			continue;
		for (size_t k = first; k < w->words.n && w->words.items[k].span.start < end; k++)
			if (str_eq(w->words.items[k].stem, v->draft.items[i].stem)) {
				n++;
				break;
			}
	}
	return n;
}

/* Whether a word that stands beside the draft's name, paired or not, stands beside this mention
 * too. */
static bool has_neighbour(
	const struct sides *v, size_t at, const struct witness *w, struct span m, struct span sentence)
{
	size_t low = at < BESIDE ? 0 : at - BESIDE;
	size_t first = source_word_at(w, m.start), last = source_word_at(w, m.start + m.length);
	for (size_t i = low; i < v->draft.n && i <= at + BESIDE; i++) {
		if (v->draft.items[i].name != NO_NAME || str_eq(v->draft.items[i].stem, STR("said")))
			continue;
		for (size_t k = first < BESIDE_WORDS ? 0 : first - BESIDE_WORDS;
			 k < w->words.n && k < last + BESIDE_WORDS; k++)
			if (span_has(sentence, w->words.items[k].span.start) &&
				str_eq(w->words.items[k].stem, v->draft.items[i].stem))
				return true;
	}
	return false;
}

/* Whether a source says nearly the same of the draft's name elsewhere. */
static bool is_said_elsewhere(const struct sides *v, size_t at, const struct role_name *name)
{
	for (size_t r = 0; r < v->s->e->count; r++) {
		const struct witness *w = evidence_source(v->s->e, r);
		const struct cast *c = cast_of_source(v->s->e, r);
		size_t sentence = 0;
		for (size_t k = 0; k < c->n; k++) {
			struct span mention = c->items[k].name.span;
			if (!names_meet(&c->items[k], name))
				continue;
			while (sentence + 1 < w->sentences.n &&
				w->sentences.items[sentence + 1].start <= mention.start)
				sentence++;
			if (has_neighbour(v, at, w, mention, w->sentences.items[sentence]) ||
				(double)shared_with(v, w, sentence) >= OTHER_SHARE * (double)v->paired)
				return true;
		}
	}
	return false;
}

/* Whether a word of the name stands between the marks of the source, in whatever case. */
static bool has_name_here(
	const struct sides *v, const struct name_place *p, const struct role_name *name)
{
	const struct witness *w = evidence_source(v->s->e, v->cite->report);
	size_t start = p->from ? v->source.items[p->from - 1].span.start : v->cite->span.start;
	size_t end = p->to < v->source.n ? v->source.items[p->to].span.start
									 : v->cite->span.start + v->cite->span.length;
	for (size_t j = p->from; j < p->to; j++)
		if (v->source.items[j].name != NO_NAME && names_meet(theirs(v, j), name))
			return true;
	for (size_t k = source_word_at(w, start); k < w->words.n && w->words.items[k].span.start < end;
		 k++)
		for (size_t i = 0; i < name->words.n; i++)
			if (!w->words.items[k].is_upper && str_eq(w->folded[k], name->words.items[i]))
				return true;
	return false;
}

/* Forms of "to be" that make a verb passive, and what stands before who did it. */
static const char passives[] =
	" was were been being is are be gets got wurde wurden wird werden worden été est sont fue "
	"fueron sido è stato stata stati foi foram werd był była были был была было ";
static const char agents[] = " by von durch par por da dal dalla pelo pela door przez ";

/* Whether the word is told in the passive, with who did it: "was sued by". */
static bool is_passive(struct arena *a, struct str text, struct span word, struct str language)
{
	size_t from = word.start < 24 ? 0 : word.start - 24;
	while (from < word.start && ((unsigned char)text.p[from] & 0xC0) == 0x80)
		from++;
	struct word_vec before = text_words(a, str_sub(text, from, word.start - from), language);
	struct str rest = utf8_cut(str_from(text, word.start + word.length), 32);
	struct word_vec behind = text_words(a, rest, language);
	bool is_auxiliary = false, has_agent = false;
	for (size_t i = before.n < 2 ? 0 : before.n - 2; i < before.n; i++)
		is_auxiliary |= is_listed(passives,
			text_fold(a, span_text(str_sub(text, from, word.start - from), before.items[i].span)));
	for (size_t i = 0; i < behind.n && i < 4; i++)
		has_agent |= is_listed(agents, text_fold(a, span_text(rest, behind.items[i].span)));
	return is_auxiliary && has_agent;
}

/* "Brandt was sued by Reyes" for "Reyes sued Brandt": the places are rightly changed. */
static bool has_other_voice(const struct sides *v, size_t at)
{
	struct arena scratch = {0};
	bool is_other = false;
	struct str source = v->s->e->reports[v->cite->report].text;
	struct str language = evidence_source(v->s->e, v->cite->report)->language;
	for (size_t i = at < 3 ? 0 : at - 3; i < v->draft.n && i <= at + 3 && !is_other; i++)
		if (v->partner[i] != NO_NAME)
			is_other = is_passive(&scratch, v->s->text, v->draft.items[i].span, v->s->language) !=
				is_passive(&scratch, source, v->source.items[v->partner[i]].span, language);
	arena_free(&scratch);
	return is_other;
}

/* How alike the words beside a name of the draft and beside one of the source are, side by side:
 * 2 for the same neighbour, 1 for one that is a word further off. */
static int alike(const struct line *a, size_t i, const struct line *b, size_t j)
{
	int sum = 0;
	for (size_t left = 0; left < 2; left++) { /* else right */
		int best = 0;
		for (size_t x = 1; x <= 2; x++) {
			for (size_t y = 1; y <= 2; y++) {
				size_t p = left ? i - x : i + x, q = left ? j - y : j + y;
				if (p >= a->n || q >= b->n || a->items[p].name != NO_NAME || /* also under 0 */
					b->items[q].name != NO_NAME || !str_eq(a->items[p].stem, b->items[q].stem))
					continue;
				int here = x == 1 && y == 1 ? 2 : 1;
				best = here > best ? here : best;
			}
		}
		sum += best;
	}
	return sum;
}

/* The name of the source whose neighbours are those of the draft's name, whatever the order of the
 * sentence; NO_NAME when the draft's own has them too. */
static size_t find_alike(const struct sides *v, size_t at)
{
	size_t found = NO_NAME;
	int most = LEAST_ALIKE - 1;
	for (size_t j = 0; j < v->source.n; j++) {
		if (v->source.items[j].name == NO_NAME)
			continue;
		int score = alike(&v->draft, at, &v->source, j);
		if (score > most || (score == most && names_meet(theirs(v, j), mine(v, at)))) {
			most = score;
			found = j;
		}
	}
	return found;
}

static void report_other(const struct sides *v, const struct role_name *name,
	const struct role_name *other, bool is_swap)
{
	struct subject *s = v->s;
	struct str explain = str_format(s->a, "the draft has %.*s where the source has %.*s",
		STR_ARG(name->name.text), STR_ARG(other->name.text));
	s->is_contradicted = true;
	(void)add_finding(s, name->name.span, kind_here(s, is_swap ? "swap" : "name_slot"), TIER_ERROR,
		explain, v->cite);
}

/* Whether the other name really takes the place of this one. */
static bool is_other(const struct sides *v, size_t at, size_t there, const struct name_place *p)
{
	const struct role_name *name = mine(v, at), *other = theirs(v, there);
	if (names_meet(other, name))
		return false;
	size_t moved = find_in_draft(v, other);
	bool is_in_line = is_in_source_line(v, name), is_swap = moved != NO_NAME && is_in_line;
	if (moved != NO_NAME && moved >= p->draft_from && moved < p->draft_to)
		return false; /* both are there: one more name, not another */
	if ((is_in_line && !is_swap) || has_other_voice(v, at))
		return false;
	if (is_swap ? is_told_from_other_side(v->s, *v->cite)
				: names_are_linked(v->s, name, other) || is_said_elsewhere(v, at, name))
		return false;
	report_other(v, name, other, is_swap);
	return true;
}

static bool check_place(const struct sides *v, size_t at)
{
	const struct role_name *name = mine(v, at);
	struct name_place p = place_of(v, at);
	if ((name->name.is_sentence_initial && !name->is_whole) || has_name_here(v, &p, name))
		return false;
	size_t there = p.is_held_left || p.is_held_right ? holder_in(v, &p, at) : NO_NAME;
	if (there == NO_NAME && !(p.is_held_left && p.is_held_right))
		there = find_alike(v, at);
	return there != NO_NAME && is_other(v, at, there, &p);
}

/* Who does and who suffers: two names on both sides of one verb, in the draft and in the source.
 * Places that are the same while the voice is not, or the other way round, are a swap. */
static bool check_frame(const struct sides *v, size_t verb)
{
	size_t there = v->partner[verb];
	if (verb == 0 || verb + 1 >= v->draft.n || there == NO_NAME || there == 0 ||
		there + 1 >= v->source.n || v->draft.items[verb - 1].name == NO_NAME ||
		v->draft.items[verb + 1].name == NO_NAME || v->source.items[there - 1].name == NO_NAME ||
		v->source.items[there + 1].name == NO_NAME || !has_other_voice(v, verb))
		return false;
	const struct role_name *left = mine(v, verb - 1), *right = mine(v, verb + 1);
	if (names_meet(left, right) || !names_meet(left, theirs(v, there - 1)) ||
		!names_meet(right, theirs(v, there + 1)))
		return false;
	struct subject *s = v->s;
	s->is_contradicted = true;
	(void)add_finding(s, left->name.span, kind_here(s, "swap"), TIER_ERROR,
		str_format(s->a, "the draft exchanges what %.*s and %.*s do in the source",
			STR_ARG(left->name.text), STR_ARG(right->name.text)),
		v->cite);
	return true;
}

static bool check_beside(struct subject *s, const struct cast *mine, const struct cite *cite)
{
	struct arena scratch = {0};
	struct sides v = {.s = s, .mine = mine, .cite = cite};
	bool is_found = false;
	v.theirs = cast_of_source(s->e, cite->report);
	v.draft = line_of(&scratch, read_own(s), s->own, s->language, mine);
	v.source = line_of_source(&scratch, s->e, cite->report, cite->span);
	v.partner = line_up(&scratch, &v.draft, &v.source);
	size_t content = 0;
	for (size_t i = 0; i < v.draft.n; i++) {
		v.paired += v.partner[i] != NO_NAME;
		content += v.draft.items[i].name == NO_NAME;
	}
	bool is_near = v.paired >= LEAST_PAIRED || v.paired * 2 > content;
	for (size_t i = 0; is_near && i < v.draft.n; i++)
		if (v.draft.items[i].name != NO_NAME)
			is_found |= check_place(&v, i);
		else
			is_found |= check_frame(&v, i);
	arena_free(&scratch);
	return is_found;
}

void check_slots(struct subject *s)
{
	if (s->cites.n == 0)
		return;
	struct cast mine = cast_of_draft(s);
	for (size_t i = 0; mine.n && i < s->cites.n; i++)
		if (check_beside(s, &mine, &s->cites.items[i]))
			return;
}
