#include "page/parts.h"

static const char *const separators[] = {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
	" :: ", " \xc2\xbb ", " \xc2\xb7 ", " \xe2\x80\xa2 ", " / ", " \xc2\xab ", ": "};

#define LONGEST_TITLE 600 /* bytes; what is longer is no headline */
#define MAX_TITLES 16     /* each is compared with each */
#define MAX_HEADLINES 24  /* elements of a page that may be its headline */
#define LEAST_KICKED 12   /* characters of a headline that has a kicker above it */
#define LEAST_AGREED 0.35 /* of two titles that are one */
#define MOST_NODES 60     /* of an element that is a headline */
#define MAX_WORDS 64      /* of a title that are compared */

/* The page's own words for the title, and what each is worth. */
struct title {
	struct str text, key; /* key: compact */
	int votes;
};
struct title_vec {
	struct title *items;
	size_t n, capacity;
};

/* Whether a part of a title is the site's name: it is the host's, or one the page gives itself. */
static bool is_site_name(struct arena *a, struct str part, const struct str *names, size_t count)
{
	struct str wanted = compact(a, part);
	if (wanted.n < 2)
		return wanted.n == 0;
	for (size_t i = 0; i < count; i++) {
		struct str name = compact(a, names[i]);
		if (name.n >= 3 &&
			(str_eq(name, wanted) ||
				(str_find(wanted, name, 0) != STR_NONE && utf8_count(part) < 40)))
			return true;
		if (wanted.n >= 4 && str_find(name, wanted, 0) != STR_NONE)
			return true;
	}
	return false;
}

/* Without the site's name at either end. */
static struct str without_site(
	struct arena *a, struct str title, const struct str *names, size_t count)
{
	for (int round = 0; round < 3; round++) {
		size_t before = title.n;
		for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
			struct str separator = str_c(separators[i]);
			size_t first = str_find(title, separator, 0), last = first, next;
			if (first == STR_NONE)
				continue;
			while ((next = str_find(title, separator, last + 1)) != STR_NONE)
				last = next;
			if (is_site_name(a, str_from(title, last + separator.n), names, count))
				title = str_trim(str_sub(title, 0, last));
			else if (is_site_name(a, str_sub(title, 0, first), names, count))
				title = str_trim(str_from(title, first + separator.n));
		}
		if (title.n == before)
			break;
	}
	return title;
}

/* Whether a title is the site's name and nothing else. */
static bool is_own_name(struct arena *a, struct str title, const struct str *names, size_t count)
{
	struct str wanted = compact(a, title);
	for (size_t i = 0; i < count; i++)
		if (names[i].n && str_eq(compact(a, names[i]), wanted))
			return true;
	return false;
}

static struct str one_line(struct arena *a, struct str text)
{
	return str_replace(a, text, STR("\n"), STR(" "));
}

static void add_title(struct arena *a, struct title_vec *titles, struct str text, int votes)
{
	if (titles->n == MAX_TITLES)
		return;
	text = html_to_text(a, utf8_cut(str_trim(text), LONGEST_TITLE));
	if (text.n)
		*VEC_ADD(a, titles) = (struct title){.text = one_line(a, text), .votes = votes};
}

/* ---- The headline that the page shows ---- */

static double share_of_words(struct str folded, const struct map *words)
{
	size_t count = 0, found = 0;
	while (folded.p && count < MAX_WORDS) {
		struct str word = str_cut(&folded, ' ');
		count += word.n > 1;
		found += word.n > 1 && map_get(words, word) != NULL;
	}
	return count ? (double)found / (double)count : 0;
}

static struct map words_of(struct arena *a, struct str folded)
{
	struct map words = map_new(a);
	while (folded.p) {
		bool is_new;
		(void)map_put(&words, str_cut(&folded, ' '), &is_new);
	}
	return words;
}

/* How much two titles agree, from 0 to 1: the share of the words of each that the other has. */
static double agreement(struct arena *a, struct str one, struct str other)
{
	struct str x = text_fold(a, one), y = text_fold(a, other);
	struct map in_x = words_of(a, x), in_y = words_of(a, y);
	return share_of_words(x, &in_y) * share_of_words(y, &in_x);
}

/* A headline's text without the kicker that stands in the same element. */
static struct str headline_text(struct doc *d, uint32_t at)
{
	const struct html_tree *t = &d->tree;
	struct str whole = one_line(d->a, html_text(d->a, t, at));
	for (uint32_t i = at + 1; i < t->nodes[at].end && i < at + 20; i++) {
		struct str class = html_attribute(&t->nodes[i], "class");
		if (str_find_nocase(class, STR("headline"), 0) == STR_NONE &&
			str_find_nocase(class, STR("title"), 0) == STR_NONE)
			continue;
		struct str part = one_line(d->a, html_text(d->a, t, i));
		if (utf8_count(part) >= LEAST_KICKED && part.n < whole.n && str_ends(whole, part))
			return part;
	}
	return whole;
}

/* How surely an element is the headline, by its name: 0 = not at all. */
static int headline_rank(const struct html_node *n)
{
	enum { TITLED = 1, ITEM_TITLE = 2 };
	static const struct name_part classes[] = {{STR_CONST("entry-title"), TITLED},
		{STR_CONST("post-title"), TITLED}, {STR_CONST("article-title"), TITLED},
		{STR_CONST("posttitle"), TITLED}, {STR_CONST("headline"), TITLED},
		{STR_CONST("itemtitle"), ITEM_TITLE}};
	if (n->kind != HTML_ELEMENT)
		return 0;
	if (html_is(n, "h1"))
		return 2;
	if (!n->attribute_count || html_is(n, "meta"))
		return 0;
	if (str_eq_nocase(html_attribute(n, "itemprop"), STR("headline")))
		return 3;
	struct str class = html_attribute(n, "class");
	bool is_heading = n->name.n == 2 && n->name.p[0] == 'h' && n->name.p[1] < '5';
	unsigned says = parts_in(class, classes, sizeof(classes) / sizeof(classes[0]));
	return says & ITEM_TITLE || (is_heading && says) ? 1 : 0;
}

/* Where the text begins: headlines behind it are of other articles. */
static uint32_t text_start(const struct doc *d)
{
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.items[i].is_taken && d->blocks.items[i].is_prose)
			return d->blocks.items[i].at;
	return d->tree.count;
}

static bool is_word_byte(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || (c & 0x80);
}

/* A headline without what stands beside it in its element with nothing between: when the head says
 * the rest alone. */
static struct str without_kicker(struct str shown, const struct title_vec *titles, size_t said)
{
	for (size_t k = 0; k < said; k++) {
		struct str part = titles->items[k].text;
		if (part.n < LEAST_KICKED || part.n + 2 > shown.n)
			continue;
		struct str before = str_trim(str_sub(shown, 0, shown.n - part.n));
		struct str behind = str_trim(str_from(shown, part.n));
		if ((str_ends(shown, part) && is_word_byte(before.p[before.n - 1])) ||
			(str_starts(shown, part) && char_is_digit(behind.p[0])))
			return part;
	}
	return shown;
}

/* Of the elements before the text the one that agrees most with what the head says; of equals the
 * surest by its name, then the nearest to the text. */
static void add_shown(
	struct doc *d, struct title_vec *titles, const struct str *names, size_t count)
{
	struct str best = {0};
	double most = 0;
	int votes = 0;
	size_t said = titles->n;
	uint32_t end = text_start(d);
	for (uint32_t i = 0, seen = 0; i < end && seen < MAX_HEADLINES; i++) {
		bool is_small = d->tree.nodes[i].end - i <= MOST_NODES;
		int rank = is_small ? headline_rank(&d->tree.nodes[i]) : 0;
		struct str text = rank ? headline_text(d, i) : STR("");
		if (utf8_count(text) < 6 || text.n > LONGEST_TITLE || is_own_name(d->a, text, names, count))
			continue;
		seen++;
		double agreed = 0;
		for (size_t k = 0; k < said; k++) {
			double one = agreement(d->a, text, titles->items[k].text);
			agreed = one > agreed ? one : agreed;
		}
		double score = rank + 10 * agreed;
		if (score < most)
			continue;
		most = score;
		best = text;
		votes = agreed >= LEAST_AGREED ? 9 : rank > 1 ? 2 : 0;
	}
	if (votes)
		add_title(d->a, titles, without_kicker(best, titles, said), votes);
}

/* Headings before the text that the <title> says too: the headline of a page whose h1 is its name.
 */
static bool is_part_of(struct str part, struct str whole)
{
	return part.n >= 8 && (str_starts(whole, part) || str_ends(whole, part));
}

static void add_headings(struct doc *d, struct title_vec *titles, struct str title)
{
	struct str whole = compact(d->a, title);
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.items[i];
		if (b->is_taken && b->is_prose)
			return;
		if (b->kind == BLOCK_HEADING && is_part_of(compact(d->a, b->text), whole))
			add_title(d->a, titles, b->text, 3);
	}
}

/* ---- The vote ---- */

static struct str elect(const struct title_vec *titles)
{
	struct str best = {0};
	int most = -1;
	for (size_t i = 0; i < titles->n; i++) {
		const struct title *one = &titles->items[i];
		int votes = one->votes ? 0 : -100;
		for (size_t k = 0; k < titles->n; k++) {
			const struct title *other = &titles->items[k];
			if (str_eq(one->key, other->key))
				votes += other->votes * 2;
			else if (is_part_of(one->key, other->key))
				votes += other->votes;
		}
		if (votes > most) {
			most = votes;
			best = one->text;
		}
	}
	return best;
}

struct str title_settle(
	struct doc *d, const struct witnesses *w, const struct str *names, size_t count)
{
	struct title_vec titles = {0};
	add_title(d->a, &titles, w->headline, 4);
	add_title(d->a, &titles, witness_meta(w, "og:title"), 3);
	add_title(d->a, &titles, witness_meta(w, "headline"), 2);
	add_title(d->a, &titles, w->title, 1);
	add_title(d->a, &titles, witness_meta(w, "twitter:title"), 1);
	for (size_t i = 0; i < titles.n; i++)
		titles.items[i].text = without_site(d->a, titles.items[i].text, names, count);
	add_shown(d, &titles, names, count);
	add_headings(d, &titles, w->title);
	for (size_t i = 0; i < titles.n; i++) {
		struct title *title = &titles.items[i];
		title->text = without_site(d->a, title->text, names, count);
		title->key = compact(d->a, title->text);
		if (title->key.n < 3 || is_own_name(d->a, title->text, names, count))
			title->votes = 0;
	}
	return elect(&titles);
}
