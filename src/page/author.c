#include "page/parts.h"

#define MAX_NAME_BYTES 80
#define MAX_NAME_WORDS 6
#define MAX_AUTHORS 8
#define LONGEST_BYLINE 400 /* bytes */
#define MOST_NODES 40      /* of an element that holds a byline */

/* What stands before a name; lower case. */
static const char *const prefixes[] = {"written by", "words by", "story by", "reported by",
	"posted by", "published by", "by", "author:", "authors:", "text:", "von",
	"autor:", "autorin:", "par", "auteur:", "auteur :", "por", "autora:", "di",
	"autore:", "a cura di", "door", "autor", "\xd0\xb0\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80:",
	"\xd0\x90\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80:", "yazan:", "av"};

/* Words that make a role or a department of a name; lower case. */
static const char *const roles[] = {"staff", "editor", "editors", "writer", "reporter",
	"correspondent", "contributor", "admin", "administrator", "redaktion", "redaction", "rédaction",
	"redacci\xc3\xb3n", "redazione", "redactie", "redakcja", "newsroom", "team", "desk", "producer",
	"columnist", "webmaster", "guest", "unknown", "user", "none", "null", "press", "updated",
	"published", "news", "online", "publiziert", "eingetragen", "kontakt", "alles", "zeige",
	"quelle", "says", "sagt", "name", "photo", "foto", "author", "autor",
	"ver\xc3\xb6"
	"ffentlicht",
	"aktualisiert", "stand", "uhr", "read", "min"};

static const char *const joints[] = {";", ",",
	" im gespr\xc3\xa4"
	"ch mit ",
	" and ", " und ", " et ", " & ", " | ", "/", "\n"};

static struct str strip_prefix(struct str s)
{
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		struct str prefix = str_c(prefixes[i]);
		bool is_word = s.n > prefix.n &&
			(prefix.p[prefix.n - 1] == ':' || s.p[prefix.n] == ' ' || s.p[prefix.n] == ':' ||
				s.p[prefix.n] == '\n');
		if (is_word && str_starts_nocase(s, prefix)) {
			s = str_trim(str_from(s, prefix.n));
			return str_starts(s, STR(":")) ? str_trim(str_from(s, 1)) : s;
		}
	}
	return s;
}

struct str compact(struct arena *a, struct str s)
{
	struct str folded = text_fold(a, s);
	char *out = arena_cstr(a, folded.p, folded.n);
	size_t n = 0;
	for (size_t i = 0; i < folded.n; i++)
		if (char_is_alpha(out[i]) || char_is_digit(out[i]) || (unsigned char)out[i] >= 0x80)
			out[n++] = out[i];
	return (struct str){out, n};
}

static bool is_name(struct arena *a, struct str s, struct str site)
{
	size_t words = 0;
	bool has_capital = false;
	if (s.n < 3 || s.n > MAX_NAME_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (char_is_digit(s.p[i]) || strchr("@<>{}=|#/", s.p[i]))
			return false;
	struct str rest = s;
	while (rest.p) {
		struct str word = str_cut(&rest, ' ');
		words += word.n > 0;
		has_capital |= word.n && ((word.p[0] >= 'A' && word.p[0] <= 'Z') || (word.p[0] & 0x80));
		for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
			if (str_eq_nocase(word, str_c(roles[i])))
				return false;
	}
	struct str name = compact(a, s), own = compact(a, site);
	bool is_site = own.n && (str_eq(name, own) || str_starts(own, name) || str_starts(name, own));
	return words <= MAX_NAME_WORDS && has_capital && !is_site;
}

static void add_name(struct arena *a, struct str_vec *names, struct str name, struct str site)
{
	name = strip_prefix(str_trim(name));
	size_t bracket = str_find_char(name, '(', 0);
	if (bracket != STR_NONE && bracket > 2)
		name = str_trim(str_sub(name, 0, bracket));
	while (name.n && strchr(".:,-", name.p[name.n - 1]))
		name.n--;
	if (!is_name(a, name, site) || names->n >= MAX_AUTHORS)
		return;
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(compact(a, names->items[i]), compact(a, name)))
			return;
	*VEC_ADD(a, names) = name;
}

/* Cuts a byline into names at commas and "and". */
static void add_byline(struct arena *a, struct str_vec *names, struct str line, struct str site)
{
	line = strip_prefix(str_trim(utf8_cut(line, LONGEST_BYLINE)));
	while (line.n) {
		size_t cut = line.n, after = line.n;
		for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++) {
			size_t at = str_find_nocase(line, str_c(joints[i]), 0);
			if (at != STR_NONE && at < cut) {
				cut = at;
				after = at + strlen(joints[i]);
			}
		}
		add_name(a, names, str_sub(line, 0, cut), site);
		line = str_from(line, after);
	}
}

static bool has_word(struct str value, const char *word)
{
	return str_find_nocase(value, str_c(word), 0) != STR_NONE;
}

/* Elements that hold a byline, best first: 0 for none. */
static int byline_rank(const struct html_node *n)
{
	struct str itemprop = html_attribute(n, "itemprop"), class = html_attribute(n, "class");
	if (str_eq_nocase(itemprop, STR("author")))
		return 4;
	if (str_eq_nocase(html_attribute(n, "rel"), STR("author")))
		return 3;
	if (has_word(class, "byline") || has_word(class, "author-name") ||
		has_word(class, "author_name") || has_word(class, "authorname"))
		return 2;
	struct str id = html_attribute(n, "id");
	return has_word(class, "author") || has_word(class, "autor") || has_word(class, "auteur") ||
			has_word(id, "author")
		? 1
		: 0;
}

static void from_elements(struct doc *d, struct str_vec *names, struct str site)
{
	const struct html_tree *t = &d->tree;
	for (int rank = 4; rank > 0 && names->n == 0; rank--) {
		for (uint32_t i = 0; i < t->count; i++) {
			const struct html_node *n = &t->nodes[i];
			if (n->kind != HTML_ELEMENT || d->marks[i] & MARK_FURNITURE || html_is(n, "meta") ||
				byline_rank(n) != rank)
				continue;
			uint32_t name = i;
			for (uint32_t k = i; rank == 4 && k < n->end && k < i + 20; k++)
				if (str_eq_nocase(html_attribute(&t->nodes[k], "itemprop"), STR("name")))
					name = k;
			struct str text = html_attribute(&t->nodes[name], "content");
			if (!text.n && t->nodes[name].end - name <= MOST_NODES)
				text = html_text(d->a, t, name);
			if (text.n < 200)
				add_byline(d->a, names, text, site);
			/* Names of one rank that stand elsewhere belong to other articles. */
			if (names->n)
				return;
		}
	}
}

/* A short line before the text that begins with "By" and names somebody. */
static void from_lines(struct doc *d, struct str_vec *names, struct str site)
{
	for (size_t i = 0; i < d->blocks.n && names->n == 0; i++) {
		const struct block *b = &d->blocks.items[i];
		if (b->is_taken && b->is_prose)
			return;
		struct str line = strip_prefix(b->text);
		if (b->characters < 100 && line.n < b->text.n)
			add_byline(d->a, names, b->text, site);
	}
}

struct str author_settle(struct doc *d, const struct witnesses *w, struct str site)
{
	static const char *const metas[] = {"author", "article:author", "parsely-author", "dc.creator",
		"dcterms.creator", "byl", "sailthru.author", "citation_author", "og:author",
		"twitter:data1"};
	struct str_vec names = {0};
	for (size_t i = 0; i < w->ld_authors.n; i++)
		add_byline(d->a, &names, w->ld_authors.items[i], site);
	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]) && names.n == 0; i++)
		add_byline(d->a, &names, witness_meta(w, metas[i]), site);
	if (names.n == 0)
		from_elements(d, &names, site);
	if (names.n == 0)
		from_lines(d, &names, site);
	return str_join(d->a, names.items, names.n, STR("; "));
}
