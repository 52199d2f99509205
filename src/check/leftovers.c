#include "check/parts.h"

/* What models leave behind when their answer is taken as it comes. Looked for without regard to
 * case. */
static const char *const phrases[] = {"as an ai", "as a language model",
	"as a large language model", "i'm sorry, but i", "i cannot assist", "i can't assist",
	"my training data", "knowledge cutoff", "here is the article", "here's the article",
	"here is a summary", "here's a summary", "here is the rewritten", "here's the rewritten",
	"certainly! here", "sure! here", "sure, here is", "i hope this helps", "let me know if you",
	"<think", "</think", "<|", "|>", "[inst]", "[/inst]", "lorem ipsum", "[insert", "[your name",
	"[outlet", "{outlet", "{quote", "{speaker", "```", "**", "](http", "http://", "https://",
	"www.", "&amp;", "&quot;", "&#39;", "&nbsp;", "als ki-modell", "als sprachmodell",
	"en tant qu'ia", "como modelo de lenguaje", NULL};

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
