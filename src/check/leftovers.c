#include "check/pairs.h"
#include "check/parts.h"

/* What models leave behind when their answer is taken as it comes, and what tools leave when they
 * paste it into a page. Looked for without regard to case. */
#define P(words) STR_CONST(words)
static const struct str phrases[] = {
	/* a model about itself */
	P("as an ai"), P("as an artificial intelligence"), P("as a language model"),
	P("as a large language model"), P("i'm sorry, but i"), P("i am sorry, but i"),
	P("i apologize, but i"), P("i cannot assist"), P("i can't assist"), P("i cannot fulfill"),
	P("i can't fulfill"), P("i cannot provide"), P("my training data"), P("knowledge cutoff"),
	P("my last update"), P("my last knowledge update"), P("i don't have access to real"),
	P("i do not have access to real"), P("als ki-modell"), P("als sprachmodell"),
	P("als künstliche intelligenz"), P("en tant qu'ia"), P("en tant que modèle de langage"),
	P("en tant qu'intelligence artificielle"), P("como modelo de lenguaje"),
	P("como inteligencia artificial"), P("como modelo de linguagem"), P("come modello linguistico"),
	P("als taalmodel"), P("jako model językowy"), P("как языковая модель"),
	P("как искусственный интеллект"), P("як мовна модель"), P("yapay zeka modeli olarak"),
	/* a model to whoever asked */
	P("here is the article"), P("here's the article"), P("here is a summary"),
	P("here's a summary"), P("here is the summary"), P("here is the rewritten"),
	P("here's the rewritten"), P("here is a rewritten"), P("here's a rewritten"),
	P("here is a revised"), P("here's a revised"), P("here is your"), P("certainly! here"),
	P("sure! here"), P("sure, here"), P("of course! here"), P("absolutely! here"), P("okay, here"),
	P("i hope this helps"), P("let me know if you"), P("would you like me to"),
	P("hier ist der artikel"), P("hier ist eine zusammenfassung"), P("voici l'article"),
	P("voici un résumé"), P("aquí está el artículo"), P("aquí tienes"), P("вот статья"),
	/* reasoning */
	P("<think"), P("</think"), P("<reasoning"), P("</reasoning"), P("<scratchpad"),
	P("the user wants"), P("the user asked"), P("the user is asking"), P("let me rewrite"),
	P("i need to rewrite"), P("i should avoid"), P("<|"), P("|>"), P("[inst]"), P("[/inst]"),
	P("word count:"),
	/* placeholders */
	P("lorem ipsum"), P("[insert"), P("[your name"), P("[outlet"), P("[name]"), P("[date]"),
	P("[source]"), P("[url]"), P("[link]"), P("[title]"), P("[headline]"), P("[quote]"),
	P("[citation needed]"), P("{outlet"), P("{quote"), P("{speaker"), P("{{"), P("}}"),
	P("[object object]"), P("%s"), P("tk tk"),
	/* markup, and links that lead nowhere */
	P("```"), P("**"), P("]("), P("!["), P("http://"), P("https://"), P("www."), P("utm_source="),
	P("&amp;"), P("&quot;"), P("&#39;"), P("&nbsp;"), P("&lt;"), P("&gt;"), P("&ldquo;"),
	P("&rdquo;"), P("&rsquo;"), P("<br"), P("<p>"), P("</p>"), P("<div"), P("</div"), P("<a href"),
	P("</a>"), P("<strong>"), P("<em>"), P("\\u201"), P("oaicite"), P("contentreference"),
	P("turn0search"), {0}};
#undef P

/* Sentences that are nothing but furniture of a page or of an essay. */
static const char *const furniture[] = {"conclusion", "in conclusion", "introduction", "summary",
	"key takeaways", "final thoughts", "share this article", "share this", "share", "read more",
	"tagged", "tags", "related articles", "advertisement", "by ai", "headline", "title", "body",
	"fazit", "zusammenfassung", "artikel teilen", "mehr lesen", "en résumé", "partager",
	"lire la suite", "conclusión", "resumen", "leer más", "compartir", "заключение", "читать далее",
	NULL};

static bool is_in_sources(const struct subject *s, struct str words)
{
	for (size_t r = 0; r < s->e->count; r++)
		if (str_find_nocase(s->e->reports[r].text, words, 0) != STR_NONE)
			return true;
	return false;
}

static void report_leftover(struct subject *s, size_t at, size_t length)
{
	struct str words = str_sub(s->text, at, length);
	if (!s->is_strict && is_in_sources(s, words))
		return; /* then it is the source's */
	(void)add_finding(s, (struct span){at, length}, "leftover", TIER_ERROR,
		str_format(s->a, "\"%.*s\" is no part of an article", STR_ARG(words)), NULL);
}

/* A reference such as "[1]" or "[12]" that points nowhere: its length, or 0. */
static size_t reference_at(struct str s, size_t at)
{
	size_t end = at + 1;
	while (end < s.n && end - at < 4 && char_is_digit(s.p[end]))
		end++;
	return end > at + 1 && end < s.n && s.p[end] == ']' ? end + 1 - at : 0;
}

/* The marks of a heading or a list that begin a line. */
static size_t markup_at(struct str s, size_t at)
{
	size_t end = at;
	if (at > 0 && s.p[at - 1] != '\n')
		return 0;
	while (end < s.n && s.p[end] == '#')
		end++;
	if (end == at && end + 1 < s.n && s.p[end] == '*' && s.p[end + 1] == ' ')
		end++;
	return end > at && end < s.n && s.p[end] == ' ' ? end - at : 0;
}

/* "Conclusion", "TAGGED:", "Read More @ ...". */
static bool is_furniture(struct str sentence)
{
	struct str rest = str_trim(sentence);
	size_t at = str_find_char(rest, '@', 0);
	if (at != STR_NONE && at <= 12)
		rest = str_trim(str_sub(rest, 0, at));
	while (rest.n && strchr("*#:.!- ", rest.p[rest.n - 1]))
		rest.n--;
	while (rest.n && strchr("*#- ", rest.p[0]))
		rest = str_from(rest, 1);
	for (const char *const *words = furniture; *words; words++)
		if (str_eq_nocase(rest, str_c(*words)))
			return true;
	return false;
}

void check_leftovers(struct subject *s)
{
	struct str own = s->is_strict ? s->own : s->text, lower = str_lower(s->a, own);
	if (is_furniture(own))
		report_leftover(s, 0, s->text.n);
	struct pairs pairs = pairs_of(lower);
	for (const struct str *phrase = phrases; phrase->n; phrase++) {
		struct str words = *phrase;
		if (!pairs_allow(&pairs, words))
			continue;
		size_t at = str_find(lower, words, 0);
		if (at != STR_NONE &&
			(!char_is_alpha(words.p[0]) || at == 0 || !char_is_alpha(own.p[at - 1])) &&
			(!char_is_alpha(words.p[words.n - 1]) || at + words.n == own.n ||
				!char_is_alpha(own.p[at + words.n])))
			report_leftover(s, at, words.n);
	}
	for (size_t at = 0; at < own.n; at++) {
		size_t length = own.p[at] == '[' ? reference_at(own, at) : markup_at(own, at);
		if (length)
			report_leftover(s, at, length);
	}
}
