#include "check/parts.h"

/* What models leave behind when their answer is taken as it comes, and what tools leave when they
 * paste it into a page. Looked for without regard to case. */
static const char *const phrases[] = {
	/* a model about itself */
	"as an ai", "as an artificial intelligence", "as a language model", "as a large language model",
	"i'm sorry, but i", "i am sorry, but i", "i apologize, but i", "i cannot assist",
	"i can't assist", "i cannot fulfill", "i can't fulfill", "i cannot provide", "my training data",
	"knowledge cutoff", "my last update", "my last knowledge update", "i don't have access to real",
	"i do not have access to real", "als ki-modell", "als sprachmodell",
	"als künstliche intelligenz", "en tant qu'ia", "en tant que modèle de langage",
	"en tant qu'intelligence artificielle", "como modelo de lenguaje",
	"como inteligencia artificial", "como modelo de linguagem", "come modello linguistico",
	"als taalmodel", "jako model językowy", "как языковая модель", "как искусственный интеллект",
	"як мовна модель", "yapay zeka modeli olarak",
	/* a model to whoever asked */
	"here is the article", "here's the article", "here is a summary", "here's a summary",
	"here is the summary", "here is the rewritten", "here's the rewritten", "here is a rewritten",
	"here's a rewritten", "here is a revised", "here's a revised", "here is your",
	"certainly! here", "sure! here", "sure, here", "of course! here", "absolutely! here",
	"okay, here", "i hope this helps", "let me know if you", "would you like me to",
	"hier ist der artikel", "hier ist eine zusammenfassung", "voici l'article", "voici un résumé",
	"aquí está el artículo", "aquí tienes", "вот статья",
	/* reasoning */
	"<think", "</think", "<reasoning", "</reasoning", "<scratchpad", "the user wants",
	"the user asked", "the user is asking", "let me rewrite", "i need to rewrite", "i should avoid",
	"<|", "|>", "[inst]", "[/inst]", "word count:",
	/* placeholders */
	"lorem ipsum", "[insert", "[your name", "[outlet", "[name]", "[date]", "[source]", "[url]",
	"[link]", "[title]", "[headline]", "[quote]", "[citation needed]", "{outlet", "{quote",
	"{speaker", "{{", "}}", "[object object]", "%s", "tk tk",
	/* markup, and links that lead nowhere */
	"```", "**", "](", "![", "http://", "https://", "www.", "utm_source=", "&amp;", "&quot;",
	"&#39;", "&nbsp;", "&lt;", "&gt;", "&ldquo;", "&rdquo;", "&rsquo;", "<br", "<p>", "</p>",
	"<div", "</div", "<a href", "</a>", "<strong>", "<em>", "\\u201", "oaicite", "contentreference",
	"turn0search", NULL};

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

/* Which pairs of bytes stand in a text, by a hash: most phrases need no search. */
struct pairs {
	bool has[1024];
};

static size_t pair_at(struct str s, size_t at)
{
	return ((unsigned char)s.p[at] * 33u + (unsigned char)s.p[at + 1]) & 1023;
}

void check_leftovers(struct subject *s)
{
	struct str own = s->is_strict ? s->own : s->text, lower = str_lower(s->a, own);
	if (is_furniture(own))
		report_leftover(s, 0, s->text.n);
	struct pairs pairs = {{false}};
	for (size_t at = 0; at + 1 < lower.n; at++)
		pairs.has[pair_at(lower, at)] = true;
	for (const char *const *phrase = phrases; *phrase; phrase++) {
		struct str words = str_c(*phrase);
		if (!pairs.has[pair_at(words, 0)])
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
