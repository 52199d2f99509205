#include "story/story.h"

#define KINDS 4
#define ACRONYM_LEAST 2
#define ACRONYM_MOST 6

/* All mentions of one spelling. */
struct spelling {
	struct str name; /* as written first */
	struct str folded;
	struct str role; /* the longest */
	size_t kinds[KINDS];
	size_t mentions;
	size_t words;
	bool is_only_initial; /* a single word that was seen at the beginning of sentences alone */
	size_t owner;         /* index of the spelling that it belongs to, or its own */
};

struct mention {
	size_t spelling, report;
};

struct naming {
	struct arena scratch;
	struct map by_folded;
	struct {
		struct spelling *items;
		size_t n, capacity;
	} spellings;
	struct {
		struct mention *items;
		size_t n, capacity;
	} mentions; /* in order of reports */
};

static size_t count_words(struct str name)
{
	size_t words = name.n > 0;
	for (size_t i = 0; i < name.n; i++)
		words += name.p[i] == ' ';
	return words;
}

static bool is_capitals(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] < 'A' || name.p[i] > 'Z')
			return false;
	return true;
}

static void note_mention(struct naming *g, const struct name *name, size_t report)
{
	bool is_new;
	struct str folded = text_fold(&g->scratch, name->text);
	size_t *index = map_put(&g->by_folded, folded, &is_new);
	if (is_new) {
		*index = g->spellings.n;
		*VEC_ADD(&g->scratch, &g->spellings) = (struct spelling){.name = name->text,
			.folded = folded,
			.words = count_words(folded),
			.is_only_initial = true,
			.owner = *index};
	}
	struct spelling *s = &g->spellings.items[*index];
	if (is_capitals(s->name)) /* as in a dateline; another mention may have it better */
		s->name = name->text;
	s->mentions++;
	s->kinds[name->kind]++;
	s->is_only_initial = s->is_only_initial && name->is_sentence_initial;
	if (name->role.n > s->role.n)
		s->role = name->role;
	*VEC_ADD(&g->scratch, &g->mentions) = (struct mention){*index, report};
}

/* ---- Which spelling belongs to which full name ---- */

/* What a short form could stand for: the full name that is mentioned most, and how often the next
 * one is. */
struct claim {
	size_t best, best_mentions, next_mentions;
};
struct claims {
	struct arena *a;
	struct map by_form;
	struct {
		struct claim *items;
		size_t n, capacity;
	} claims;
};

static void claim(struct claims *c, struct str form, size_t index, size_t mentions)
{
	bool is_new;
	size_t *at = map_put(&c->by_form, form, &is_new);
	if (is_new) {
		*at = c->claims.n;
		*VEC_ADD(c->a, &c->claims) = (struct claim){index, mentions, 0};
		return;
	}
	struct claim *claimed = &c->claims.items[*at];
	if (mentions > claimed->best_mentions)
		*claimed = (struct claim){index, mentions, claimed->best_mentions};
	else if (mentions > claimed->next_mentions)
		claimed->next_mentions = mentions;
}

/* A surname that two people bear belongs to the one who is plainly the story's, or to nobody. */
static size_t owner_of(const struct claims *c, struct str form, size_t otherwise)
{
	const size_t *at = map_get(&c->by_form, form);
	if (!at)
		return otherwise;
	const struct claim *claimed = &c->claims.items[*at];
	return claimed->best_mentions >= 2 * claimed->next_mentions ? claimed->best : otherwise;
}

static struct str last_word(struct str name)
{
	return str_from(name, str_rfind_char(name, ' ') + 1);
}

/* "Anna Berg" of "Anna Maria Berg". */
static struct str first_and_last(struct arena *a, struct str name)
{
	struct str first = str_sub(name, 0, str_find_char(name, ' ', 0)), last = last_word(name);
	return str_format(a, "%.*s %.*s", STR_ARG(first), STR_ARG(last));
}

/* "WHO" of "World Health Organization": the capitals that begin words. */
static struct str initials(struct arena *a, struct str name)
{
	char letters[ACRONYM_MOST];
	size_t n = 0;
	for (struct str rest = name; rest.p;) {
		struct str word = str_cut(&rest, ' ');
		if (!word.n || word.p[0] < 'A' || word.p[0] > 'Z')
			continue;
		if (n == ACRONYM_MOST)
			return STR("");
		letters[n++] = word.p[0];
	}
	return n < ACRONYM_LEAST ? STR("") : str_dup(a, (struct str){letters, n});
}

static void find_owners(struct naming *g)
{
	struct claims c = {.a = &g->scratch, .by_form = map_new(&g->scratch)};
	for (size_t i = 0; i < g->spellings.n; i++)
		if (g->spellings.items[i].words > 2)
			claim(&c, first_and_last(&g->scratch, g->spellings.items[i].folded), i,
				g->spellings.items[i].mentions);
	for (size_t i = 0; i < g->spellings.n; i++) {
		struct spelling *s = &g->spellings.items[i];
		if (s->words == 2)
			s->owner = owner_of(&c, s->folded, i);
	}
	for (size_t i = 0; i < g->spellings.n; i++) {
		const struct spelling *s = &g->spellings.items[i];
		if (s->words < 2 || s->owner != i)
			continue;
		claim(&c, last_word(s->folded), i, s->mentions);
		struct str letters = initials(&g->scratch, s->name);
		if (letters.n)
			claim(&c, letters, i, s->mentions);
	}
	for (size_t i = 0; i < g->spellings.n; i++) {
		struct spelling *s = &g->spellings.items[i];
		if (s->words == 1)
			s->owner = owner_of(&c, is_capitals(s->name) ? s->name : s->folded, i);
	}
}

/* ---- The names of the story ---- */

static enum name_kind majority(const size_t *kinds)
{
	enum name_kind best = NAME_UNKNOWN;
	for (size_t kind = NAME_UNKNOWN + 1; kind < KINDS; kind++)
		if (kinds[kind] > (best == NAME_UNKNOWN ? 0 : kinds[best]))
			best = (enum name_kind)kind;
	return best;
}

/* Mentions, kinds and role of a short form count for the full name. */
static void merge(struct spelling *into, const struct spelling *s)
{
	into->mentions += s->mentions;
	for (size_t kind = 0; kind < KINDS; kind++)
		into->kinds[kind] += s->kinds[kind];
	if (!into->role.n)
		into->role = s->role;
	into->is_only_initial = into->is_only_initial && s->is_only_initial;
}

/* Reports that name it in any spelling. */
static size_t *count_reports(struct naming *g)
{
	size_t *named = ARENA_ARRAY(&g->scratch, size_t, g->spellings.n);
	size_t *last = ARENA_ARRAY(&g->scratch, size_t, g->spellings.n);
	for (size_t i = 0; i < g->mentions.n; i++) {
		size_t owner = g->spellings.items[g->mentions.items[i].spelling].owner;
		size_t report = g->mentions.items[i].report + 1;
		named[owner] += last[owner] != report;
		last[owner] = report;
	}
	return named;
}

struct ranked_name {
	struct story_name name;
	size_t order; /* of first mention */
};

static int compare_names(const void *a, const void *b)
{
	const struct ranked_name *x = a, *y = b;
	if (x->name.reports != y->name.reports)
		return x->name.reports > y->name.reports ? -1 : 1;
	if (x->name.mentions != y->name.mentions)
		return x->name.mentions > y->name.mentions ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

struct story_name_vec story_names(
	struct arena *a, const struct report *reports, size_t count, size_t most)
{
	struct naming g = {0};
	struct story_name_vec out = {0};
	size_t n = 0;
	g.by_folded = map_new(&g.scratch);
	for (size_t i = 0; i < count; i++) {
		struct name_vec names = text_names(&g.scratch, reports[i].text, reports[i].language);
		for (size_t k = 0; k < names.n; k++)
			note_mention(&g, &names.items[k], i);
	}
	find_owners(&g);
	size_t *named = count_reports(&g);
	for (size_t i = 0; i < g.spellings.n; i++)
		if (g.spellings.items[i].owner != i)
			merge(&g.spellings.items[g.spellings.items[i].owner], &g.spellings.items[i]);
	struct ranked_name *ranked = ARENA_ARRAY(&g.scratch, struct ranked_name, g.spellings.n);
	for (size_t i = 0; i < g.spellings.n; i++) {
		const struct spelling *s = &g.spellings.items[i];
		bool is_known = count == 1 ? s->mentions >= 2 : named[i] >= 2;
		if (s->owner != i || !is_known || (s->words == 1 && s->is_only_initial))
			continue;
		ranked[n++] =
			(struct ranked_name){{majority(s->kinds), s->name, s->role, named[i], s->mentions}, i};
	}
	if (n)
		qsort(ranked, n, sizeof(*ranked), compare_names);
	for (size_t i = 0; i < n && i < most; i++) {
		struct story_name *name = VEC_ADD(a, &out);
		*name = ranked[i].name;
		name->name = str_dup(a, name->name);
		name->role = str_dup(a, name->role);
	}
	arena_free(&g.scratch);
	return out;
}
