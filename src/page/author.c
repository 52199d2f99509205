#include "page/parts.h"

#define MAX_NAME_BYTES 80
#define MAX_NAME_WORDS 6
#define MAX_AUTHORS 8
#define LONGEST_BYLINE 400 /* bytes */
#define MAX_ELEMENTS 500   /* that may hold a byline */
#define MOST_NODES 40      /* of an element that holds a byline */

/* What stands before a name; lower case. */
static const char *const prefixes[] = {"written by", "words by", "story by", "reported by",
	"posted by", "published by", "by", "author:", "authors:", "text:", "von",
	"autor:", "autorin:", "par", "auteur:", "auteur :", "por", "vom", "interview:", "autora:", "di",
	"autore:", "a cura di", "door", "autor", "\xd0\xb0\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80:",
	"\xd0\x90\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80:", "yazan:", "av"};

/* Words that make a role or a department of a name; lower case. */
static const char *const roles[] = {"staff", "editor", "editors", "writer", "reporter",
	"correspondent", "contributor", "admin", "administrator", "redaktion", "redaction", "rédaction",
	"redacci\xc3\xb3n", "redazione", "redactie", "redakcja", "newsroom", "team", "desk", "producer",
	"columnist", "webmaster", "guest", "unknown", "user", "none", "null", "press", "updated",
	"published", "news", "online", "publiziert", "eingetragen", "kontakt", "alles", "zeige",
	"quelle", "says", "sagt", "name", "photo", "foto", "author", "autor", "veröffentlicht",
	"aktualisiert", "stand", "uhr", "read", "min"};

static const char *const joints[] = {
	";", ",", " im gespräch mit ", " and ", " und ", " et ", " & ", " | ", "/", "\n"};

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

/* With `is_sure`, for what the page marks up as a name and nothing else, nicknames count. */
static bool is_name(struct arena *a, struct str s, struct str site, bool is_sure)
{
	size_t words = 0;
	bool has_capital = is_sure;
	if (s.n < (is_sure ? 2 : 3) || s.n > MAX_NAME_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((char_is_digit(s.p[i]) && !is_sure) || strchr("@<>{}=|#/", s.p[i]))
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

/* Where names go, and what is known of them. */
struct finder {
	struct arena *a;
	struct str_vec names;
	struct str site;
	bool is_sure;
};

static void add_name(struct finder *f, struct str name)
{
	name = strip_prefix(str_trim(name));
	size_t bracket = str_find_char(name, '(', 0);
	if (bracket != STR_NONE && bracket > 2)
		name = str_trim(str_sub(name, 0, bracket));
	while (name.n && strchr(".:,-", name.p[name.n - 1]))
		name.n--;
	if (!is_name(f->a, name, f->site, f->is_sure) || f->names.n >= MAX_AUTHORS)
		return;
	for (size_t i = 0; i < f->names.n; i++)
		if (str_eq(compact(f->a, f->names.items[i]), compact(f->a, name)))
			return;
	*VEC_ADD(f->a, &f->names) = name;
}

/* Cuts a byline into names at commas and "and". */
static void add_byline(struct finder *f, struct str line)
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
		add_name(f, str_sub(line, 0, cut));
		line = str_from(line, after);
	}
}

static bool has_word(struct str value, const char *word)
{
	return str_find_nocase(value, str_c(word), 0) != STR_NONE;
}

/* Whether one of an attribute's words is this one. */
static bool has_token(struct str value, const char *token)
{
	while (value.n) {
		struct str word = str_cut(&value, ' ');
		if (str_eq_nocase(word, str_c(token)))
			return true;
	}
	return false;
}

enum { NAMED_BYLINE = 1, NAMED_AUTHOR = 2, NAMED_NAME = 4 };

static unsigned look_at_name(struct str value)
{
	static const struct name_part parts[] = {{STR_CONST("byline"), NAMED_BYLINE},
		{STR_CONST("author-name"), NAMED_BYLINE}, {STR_CONST("author_name"), NAMED_BYLINE},
		{STR_CONST("authorname"), NAMED_BYLINE}, {STR_CONST("author__name"), NAMED_BYLINE},
		{STR_CONST("author"), NAMED_AUTHOR}, {STR_CONST("autor"), NAMED_AUTHOR},
		{STR_CONST("auteur"), NAMED_AUTHOR}, {STR_CONST("contributor"), NAMED_AUTHOR},
		{STR_CONST("itemposter"), NAMED_AUTHOR}};
	unsigned says = parts_in(value, parts, sizeof(parts) / sizeof(parts[0]));
	says |= has_token(value, "fn") ? NAMED_NAME : 0;
	return says | (has_token(value, "username") ? NAMED_AUTHOR : 0);
}

/* Elements that hold a byline, best first: 0 for none. */
static int byline_rank(struct arena *a, struct memo *memo, const struct html_node *n)
{
	if (!n->attribute_count || html_is(n, "meta") || html_is(n, "body"))
		return 0;
	if (str_eq_nocase(html_attribute(n, "itemprop"), STR("author")))
		return 4;
	unsigned class = memo_look(a, memo, html_attribute(n, "class"), look_at_name);
	if (str_eq_nocase(html_attribute(n, "rel"), STR("author")) || class & NAMED_NAME)
		return 3;
	if (class & NAMED_BYLINE)
		return 2;
	unsigned id = memo_look(a, memo, html_attribute(n, "id"), look_at_name);
	return (class | id) & NAMED_AUTHOR ? 1 : 0;
}

/* The element inside a byline that is the name alone: marked up so, or the only link. */
static uint32_t name_inside(const struct html_tree *t, uint32_t at)
{
	uint32_t link = at;
	size_t links = 0;
	for (uint32_t i = at; i < t->nodes[at].end && i < at + MOST_NODES; i++) {
		const struct html_node *n = &t->nodes[i];
		if (n->kind != HTML_ELEMENT)
			continue;
		if (str_eq_nocase(html_attribute(n, "itemprop"), STR("name")) ||
			has_token(html_attribute(n, "class"), "fn") ||
			str_eq_nocase(html_attribute(n, "rel"), STR("author")))
			return i;
		if (html_is(n, "a") && links++ == 0)
			link = i;
	}
	return links == 1 ? link : at;
}

static bool is_comment(const struct doc *d, uint32_t at)
{
	for (; at != 0 && at != HTML_NONE; at = d->tree.nodes[at].parent)
		if (has_word(html_attribute(&d->tree.nodes[at], "class"), "comment") ||
			has_word(html_attribute(&d->tree.nodes[at], "id"), "comment") ||
			has_word(html_attribute(&d->tree.nodes[at], "class"), "widget") ||
			html_is(&d->tree.nodes[at], "aside"))
			return true;
	return false;
}

static void take_element(struct doc *d, struct finder *f, uint32_t at, int rank)
{
	const struct html_tree *t = &d->tree;
	uint32_t name = name_inside(t, at);
	struct str text = html_attribute(&t->nodes[name], "content");
	if (!text.n && t->nodes[name].end - name <= MOST_NODES)
		text = html_text(d->a, t, name);
	if (text.n >= 200)
		return;
	f->is_sure = (name != at || rank == 3) && text.n < MAX_NAME_BYTES;
	add_byline(f, text);
	f->is_sure = false;
	if (f->names.n || name == at || t->nodes[at].end - at > MOST_NODES)
		return;
	text = html_text(d->a, t, at);
	if (text.n < 200)
		add_byline(f, text);
}

struct ranked {
	uint32_t at;
	int rank;
	bool is_away; /* among what is no article */
};

static void from_elements(struct doc *d, struct finder *f)
{
	const struct html_tree *t = &d->tree;
	struct arena scratch = {0};
	struct memo memo = {0};
	struct {
		struct ranked *items;
		size_t n, capacity;
	} list = {0};
	for (uint32_t i = 0; i < t->count && list.n < MAX_ELEMENTS; i++) {
		const struct html_node *n = &t->nodes[i];
		int rank = n->kind == HTML_ELEMENT ? byline_rank(&scratch, &memo, n) : 0;
		if (rank)
			*VEC_ADD(&scratch, &list) =
				(struct ranked){i, rank, (d->marks[i] & MARK_FURNITURE) != 0};
	}
	for (int pass = 0; pass < 2; pass++)
		for (int rank = 4; rank > 0; rank--)
			for (size_t i = 0; i < list.n && f->names.n == 0; i++) {
				const struct ranked *r = &list.items[i];
				/* Names of one rank that stand elsewhere belong to other articles. */
				if (r->rank == rank && r->is_away == (pass == 1) &&
					!(r->is_away && (rank < 3 || is_comment(d, r->at))))
					take_element(d, f, r->at, rank);
			}
	arena_free(&scratch);
}

/* A short line that begins with "By" and names somebody: before the text, or at one of its ends. */
static void from_lines(struct doc *d, struct finder *f)
{
	size_t last = 0;
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.items[i].is_taken)
			last = i;
	bool is_before = true;
	for (size_t i = 0; i < d->blocks.n && f->names.n == 0 && i < last + 3; i++) {
		const struct block *b = &d->blocks.items[i];
		is_before &= !(b->is_taken && b->is_prose);
		struct str line = strip_prefix(b->text);
		size_t longest = is_before ? 100 : 60;
		if (b->characters < longest && line.n < b->text.n && !b->ends_sentence)
			add_byline(f, b->text);
	}
}

/* A first name alone, when the page says the rest of it. */
static void complete_name(struct doc *d, struct finder *f)
{
	if (f->names.n != 1 || str_find_char(f->names.items[0], ' ', 0) != STR_NONE)
		return;
	struct finder other = {.a = f->a, .site = f->site};
	from_elements(d, &other);
	for (size_t i = 0; i < other.names.n; i++)
		if (other.names.items[i].n > f->names.items[0].n &&
			str_starts_nocase(other.names.items[i], f->names.items[0]))
			f->names.items[0] = other.names.items[i];
}

struct str author_settle(struct doc *d, const struct witnesses *w, struct str site)
{
	static const char *const metas[] = {"author", "article:author", "parsely-author", "dc.creator",
		"dcterms.creator", "byl", "sailthru.author", "citation_author", "og:author",
		"shareaholic:article_author_name", "twitter:data1"};
	struct finder f = {.a = d->a, .site = site};
	for (size_t i = 0; i < w->ld_authors.n; i++)
		add_byline(&f, w->ld_authors.items[i]);
	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]) && f.names.n == 0; i++)
		add_byline(&f, witness_meta(w, metas[i]));
	complete_name(d, &f);
	if (f.names.n == 0)
		from_elements(d, &f);
	if (f.names.n == 0)
		from_lines(d, &f);
	for (size_t i = 0; i < w->ld_organizations.n && f.names.n == 0; i++)
		add_byline(&f, w->ld_organizations.items[i]);
	return str_join(d->a, f.names.items, f.names.n, STR("; "));
}
