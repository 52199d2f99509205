#include "page/parts.h"

/* Words of class and id attributes, and what they say about an element. */
enum {
	WHOLE = 1,   /* the word itself; without it, any word that begins so */
	WEAK = 2,    /* not when the same attribute also speaks of the article's text */
	TALK = 4,    /* comments: however much text there is */
	CAPTION = 8, /* about the article: captions, bylines */
	CORRECTION = 16,
	BANNER = 32, /* never an article, even when it is all there is */
};

/* In order. */
static const struct {
	const char *word;
	unsigned flags;
} words[] = {
	{"ad", WHOLE},
	{"addthis", 0},
	{"ads", WHOLE},
	{"adsense", 0},
	{"advert", 0},
	{"alsoread", 0},
	{"anzeige", 0},
	{"aside", WEAK},
	{"author", WEAK | CAPTION},
	{"authors", WHOLE | CAPTION},
	{"banner", WEAK},
	{"berichtigung", CORRECTION},
	{"bio", WHOLE | CAPTION},
	{"breadcrumb", 0},
	{"byline", WEAK | CAPTION},
	{"caption", WEAK | CAPTION},
	{"captions", WEAK | CAPTION},
	{"comment", TALK},
	{"commentaires", TALK},
	{"comments", TALK},
	{"consent", BANNER},
	{"cookie", BANNER},
	{"correction", CORRECTION},
	{"corrections", CORRECTION},
	{"copyright", WEAK | CAPTION},
	{"credit", WEAK | CAPTION},
	{"credits", WEAK | CAPTION},
	{"crosslink", 0},
	{"dateline", WEAK | CAPTION},
	{"discussion", WHOLE | TALK},
	{"disqus", TALK},
	{"donate", WEAK},
	{"donation", WEAK},
	{"embed", WHOLE | WEAK},
	{"flyout", 0},
	{"follow", WEAK},
	{"footer", WEAK},
	{"gallery", WEAK | CAPTION},
	{"gdpr", BANNER},
	{"infobox", WEAK},
	{"kommentar", TALK},
	{"kommentare", TALK},
	{"legal", WHOLE},
	{"legend", WHOLE | WEAK | CAPTION},
	{"login", WEAK},
	{"masthead", WEAK},
	{"menu", WEAK},
	{"metadata", WEAK},
	{"metainfo", WEAK},
	{"mostpopular", 0},
	{"mostread", 0},
	{"nav", WEAK},
	{"navbar", WEAK},
	{"navigation", WEAK},
	{"newsletter", BANNER},
	{"noprint", WEAK},
	{"outbrain", 0},
	{"overlay", WEAK},
	{"pager", WHOLE},
	{"pagination", 0},
	{"paywall", WEAK},
	{"popular", WEAK},
	{"popup", WEAK},
	{"print", WHOLE | WEAK},
	{"promo", WEAK},
	{"promoted", 0},
	{"promotion", WEAK},
	{"rating", WHOLE | WEAK},
	{"readmore", 0},
	{"recirc", 0},
	{"recommend", WEAK},
	{"related", WEAK},
	{"relatedposts", 0},
	{"relateds", 0},
	{"reply", WHOLE | WEAK},
	{"respond", WHOLE | TALK},
	{"screenreader", 0},
	{"share", WHOLE},
	{"sharebar", 0},
	{"sharedaddy", 0},
	{"sharethis", 0},
	{"sharing", WEAK},
	{"sidebar", WEAK},
	{"signup", 0},
	{"skip", WHOLE},
	{"social", WEAK},
	{"sponsor", WEAK},
	{"sponsored", 0},
	{"sr", WHOLE | WEAK},
	{"subscribe", WEAK},
	{"subscription", WEAK},
	{"taboola", 0},
	{"tagcloud", 0},
	{"taglist", 0},
	{"tags", WHOLE | WEAK},
	{"teaser", WEAK},
	{"teasers", WEAK},
	{"timestamp", WEAK | CAPTION},
	{"toc", WHOLE | WEAK},
	{"toolbar", WEAK},
	{"tooltip", 0},
	{"topnav", 0},
	{"trending", WEAK},
	{"widget", WEAK},
	{"yorum", TALK},
	{"yorumlar", TALK},
};

/* Parts of class and id, without '-' and '_', that name the article's text. */
static const struct name_part hints[] = {{STR_CONST("articlebody"), 1},
	{STR_CONST("articlecontent"), 1}, {STR_CONST("articletext"), 1}, {STR_CONST("bodytext"), 1},
	{STR_CONST("contentbody"), 1}, {STR_CONST("entrycontent"), 1}, {STR_CONST("newsbody"), 1},
	{STR_CONST("newstext"), 1}, {STR_CONST("postbody"), 1}, {STR_CONST("postcontent"), 1},
	{STR_CONST("storybody"), 1}, {STR_CONST("storycontent"), 1}, {STR_CONST("storytext"), 1},
	{STR_CONST("articlemain"), 1}, {STR_CONST("storymain"), 1}, {STR_CONST("maintext"), 1},
	{STR_CONST("textbody"), 1}};

static const char *const roles[] = {"alert", "alertdialog", "banner", "complementary",
	"contentinfo", "dialog", "form", "menu", "menubar", "navigation", "search", "toolbar"};

static const struct {
	const char *name;
	enum mark mark;
} tags[] = {
	{"aside", MARK_FURNITURE},
	{"button", MARK_FURNITURE},
	{"dialog", MARK_FURNITURE},
	{"figcaption", MARK_CAPTION},
	{"figure", MARK_CAPTION},
	{"footer", MARK_FURNITURE},
	{"form", MARK_FURNITURE},
	{"header", MARK_CAPTION},
	{"label", MARK_FURNITURE},
	{"menu", MARK_FURNITURE},
	{"nav", MARK_FURNITURE},
	{"textarea", MARK_FURNITURE},
};

/* An element that holds more of the page's running text than this is no furniture, whatever its
 * name is. */
#define MOST_OF_PAGE 0.4

/* But comments may be longer than the article, when so much stands before them. */
#define MUCH_BEFORE 400

struct finding_of_words {
	unsigned flags; /* of the strongest word */
	bool has_word, has_hint;
};

static bool word_fits(size_t i, struct str token)
{
	struct str word = str_c(words[i].word);
	if (words[i].flags & WHOLE)
		return str_eq(word, token);
	return str_starts(token, word);
}

static void take_word(struct finding_of_words *f, struct str token)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (words[i].word[0] > token.p[0])
			break;
		if (words[i].word[0] != token.p[0] || !word_fits(i, token))
			continue;
		/* A plain word outweighs a weak one. */
		if (!f->has_word || (f->flags & WEAK && !(words[i].flags & WEAK)))
			f->flags = words[i].flags;
		f->has_word = true;
	}
}

/* Splits at anything but letters and digits, and before a capital after a small letter. */
static void take_words(struct finding_of_words *f, struct str value)
{
	char token[32], flat[256];
	size_t n = 0, flat_n = 0;
	for (size_t i = 0; i <= value.n; i++) {
		char c = i < value.n ? value.p[i] : ' ';
		bool is_part = char_is_alpha(c) || char_is_digit(c);
		bool is_hump = i > 0 && i < value.n && c >= 'A' && c <= 'Z' && value.p[i - 1] >= 'a' &&
			value.p[i - 1] <= 'z';
		if ((!is_part || is_hump || n == sizeof(token)) && n) {
			take_word(f, (struct str){token, n});
			n = 0;
		}
		if (is_part && n < sizeof(token))
			token[n++] = char_lower(c);
		if (c != '-' && c != '_' && flat_n < sizeof(flat))
			flat[flat_n++] = char_lower(c);
	}
	f->has_hint |=
		parts_in((struct str){flat, flat_n}, hints, sizeof(hints) / sizeof(hints[0])) != 0;
}

enum { FOUND_WORD = 1 << 8, FOUND_HINT = 1 << 9 };

static unsigned look_at(struct str value)
{
	struct finding_of_words f = {0};
	take_words(&f, value);
	return f.flags | (f.has_word ? FOUND_WORD : 0) | (f.has_hint ? FOUND_HINT : 0);
}

static void take_value(struct doc *d, struct finding_of_words *f, struct str value)
{
	unsigned found = memo_look(d->a, &d->furniture, value, look_at);
	if (found & FOUND_WORD && (!f->has_word || (f->flags & WEAK && !(found & WEAK))))
		f->flags = found & (FOUND_WORD - 1);
	f->has_word |= (found & FOUND_WORD) != 0;
	f->has_hint |= (found & FOUND_HINT) != 0;
}

static bool is_one_of(struct str value, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(value, str_c(list[i])))
			return true;
	return false;
}

struct kinds {
	bool is_talk, is_banner;
};

static unsigned mark_of_words(
	struct doc *d, const struct html_node *n, bool weak_too, struct kinds *kinds)
{
	struct finding_of_words f = {0};
	if (!n->attribute_count)
		return 0;
	take_value(d, &f, html_attribute(n, "class"));
	take_value(d, &f, html_attribute(n, "id"));
	unsigned mark = 0;
	if (f.has_hint ||
		str_find_nocase(html_attribute(n, "itemprop"), STR("articleBody"), 0) != STR_NONE)
		mark |= MARK_HINT;
	/* A weak word on a paragraph itself, as in p.article-teaser, names a standfirst. */
	bool is_paragraph = html_is(n, "p") && !(f.flags & CAPTION);
	if (!f.has_word || (f.flags & WEAK && (mark & MARK_HINT || is_paragraph || !weak_too)))
		return mark;
	kinds->is_talk = f.flags & TALK;
	kinds->is_banner = f.flags & BANNER;
	if (f.flags & CORRECTION)
		return mark | MARK_CORRECTION;
	return mark | (f.flags & CAPTION ? MARK_CAPTION : MARK_FURNITURE);
}

static unsigned mark_of_tag(const struct html_node *n)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (n->name.p[0] == tags[i].name[0] && html_is(n, tags[i].name))
			return tags[i].mark;
	if (!n->attribute_count)
		return 0;
	struct str role = html_attribute(n, "role");
	return role.n && is_one_of(role, roles, sizeof(roles) / sizeof(roles[0])) ? MARK_FURNITURE : 0;
}

/* How many there are before a node: of quotations, and of headlines and articles. */
struct landmarks {
	uint32_t quotes, articles;
};

static struct landmarks *count_landmarks(const struct doc *d, struct arena *a)
{
	struct landmarks *before = ARENA_ARRAY(a, struct landmarks, d->tree.count + 1);
	for (uint32_t i = 0; i < d->tree.count; i++) {
		const struct html_node *n = &d->tree.nodes[i];
		before[i + 1] = before[i];
		before[i + 1].quotes += html_is(n, "blockquote");
		before[i + 1].articles += html_is(n, "h1") || html_is(n, "article");
	}
	return before;
}

void furniture_mark(struct doc *d, bool weak_too)
{
	struct arena scratch = {0};
	struct landmarks *before = count_landmarks(d, &scratch);
	size_t *prose = ARENA_ARRAY(&scratch, size_t, d->blocks.n + 1);
	for (size_t i = 0; i < d->blocks.n; i++)
		prose[i + 1] = prose[i] + (d->blocks.items[i].is_prose ? d->blocks.items[i].characters : 0);
	double most = MOST_OF_PAGE * (double)prose[d->blocks.n];
	d->marks = ARENA_ARRAY(d->a, unsigned char, d->tree.count + 1);
	for (uint32_t i = 1; i < d->tree.count; i++) {
		const struct html_node *n = &d->tree.nodes[i];
		d->marks[i] = d->marks[n->parent];
		if (n->kind != HTML_ELEMENT || html_is(n, "body") || html_is(n, "html"))
			continue;
		struct kinds kinds = {0};
		unsigned mark = mark_of_words(d, n, weak_too, &kinds);
		/* A post of a social network is quoted: in the text of an article that is a quotation. */
		if (mark & MARK_FURNITURE && d->marks[n->parent] & MARK_HINT &&
			before[n->end].quotes > before[i].quotes)
			mark &= ~(unsigned)MARK_FURNITURE;
		mark |= mark_of_tag(n);
		unsigned bad = mark & (MARK_FURNITURE | MARK_CAPTION | MARK_CORRECTION);
		size_t first, end;
		blocks_below(d, i, &first, &end);
		bool is_most = (double)(prose[end] - prose[first]) > most;
		/* A consent banner is none even when it is all the page has; but a wrapper named after one
		 * holds the page's headline. */
		bool is_surely = kinds.is_banner && before[n->end].articles == before[i].articles;
		if (bad && is_most && !is_surely && !(kinds.is_talk && prose[first] > MUCH_BEFORE))
			mark &= ~bad;
		d->marks[i] |= (unsigned char)mark;
	}
	arena_free(&scratch);
}

/* Folded beginnings. */
static const char *const line_starts[] = {"read more", "read also", "also read", "read next",
	"related:", "related news", "related articles", "related stories", "more on this",
	"more:", "see also", "sign up", "subscribe", "follow us", "follow @", "advert", "advertisement",
	"share this", "our latest", "topics", "tell us what you", "comments", "get the latest",
	"empfehlungen der redaktion", "empfehlungen aus der redaktion", "inhaltsverzeichnis",
	"schon gelesen", "weiterlesen:", "zum newsletter", "auch interessant", "veja tamb\xc3\xa9m",
	"lee tambi\xc3\xa9n", "vea tambi\xc3\xa9n", "te puede interesar", "related coverage",
	"never miss", "up next", "we want to hear", "to view the full story", "lire la suite",
	"sur le m\xc3\xaame sujet", "voir aussi", "das k\xc3\xb6nnte sie auch",
	"\xd1\x84\xd0\xbe\xd1\x82\xd0\xbe:", "\xd0\xa4\xd0\xbe\xd1\x82\xd0\xbe:",
	"cr\xc3\xa9"
	"dit photo",
	"cr\xc3\xa9"
	"dits photo",
	"click here to",
	"watch:", "listen:", "photo:", "photos:", "image:", "picture:", "all rights reserved",
	"copyright \xc2\xa9", "\xc2\xa9", "(c) 20", "lesen sie auch", "lesen sie mehr",
	"mehr zum thema", "mehr dazu", "anzeige", "foto:", "bild:", "quelle:", "lire aussi",
	"\xc3\xa0 lire aussi", "publicit\xc3\xa9", "leer tambi\xc3\xa9n", "lea tambi\xc3\xa9n",
	"publicidad", "leggi anche", "lees ook", "leia tamb\xc3\xa9m", "leia mais",
	"czytaj tak\xc5\xbc"
	"e",
	"zobacz te\xc5\xbc", "reklama",
	"\xd1\x87\xd0\xb8\xd1\x82\xd0\xb0\xd0\xb9\xd1\x82\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba",
	"\xd0\xa7\xd0\xb8\xd1\x82\xd0\xb0\xd0\xb9\xd1\x82\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba",
	"ayr\xc4\xb1"
	"ca oku",
	"\xc4\xb0lgili haber"};

bool furniture_is_line(struct str text)
{
	for (size_t i = 0; i < sizeof(line_starts) / sizeof(line_starts[0]); i++) {
		struct str start = str_c(line_starts[i]);
		if (!text.n || char_lower(text.p[0]) != char_lower(start.p[0]))
			continue;
		/* "Subscribers said ..." is no "Subscribe". */
		bool is_word = text.n == start.n || !char_is_alpha(start.p[start.n - 1]) ||
			(text.n > start.n && !char_is_alpha(text.p[start.n]));
		if (is_word && str_starts_nocase(text, start))
			return true;
	}
	return false;
}
