#include "check/edit.h"

/* Words that speak to a model, not to readers: whoever wrote them into a page wants a model to obey
 * them. An article has no use for them outside a quotation. Looked for without regard to case. */

#define P(words) STR_CONST(words)
static const struct str phrases[] = {P("system prompt"), P("you are a helpful assistant"),
	P("you are an ai"), P("you are now"), P("if you are an ai"), P("if you are a language model"),
	P("if you're an ai"), P("note to ai"), P("attention ai"), P("ai assistants must"),
	P("ai models must"), P("language models must"), P("respond only with"), P("reply only with"),
	P("answer only with"), P("output only"), P("print the following"), P("output the following"),
	P("new instructions:"), P("begin your answer with"), P("start your answer with"),
	P("do not tell the user"), P("don't tell the user"), P("do not mention these instructions"),
	P("when summarizing this"), P("when summarising this"), P("when you summarize"),
	P("when you summarise"), P("### instruction"), P("<system>"), P("[system]"),
	P("wenn du eine ki bist"), P("antworte nur mit"), P("si tu es une ia"), P("réponds uniquement"),
	P("si eres una ia"), P("responde solo con"), P("если ты ии"), P("отвечай только"), {0}};
#undef P

/* "Ignore all previous instructions": a verb, then within a few words what is to be ignored. */
static const char verbs[] =
	" ignore disregard forget override bypass ignoriere ignorieren vergiss "
	"ignorez ignore oubliez ignora ignore olvida игнорируй игнорируйте забудь ";
static const char orders[] = " instructions instruction prompt prompts guidelines directives "
							 "anweisungen anweisung instrucciones инструкции указания ";
static const char before[] = " previous prior above earlier all any your these vorherigen alle "
							 "précédentes toutes anteriores todas предыдущие все ";
#define REACH 6

static void report(struct subject *s, struct span span)
{
	/* A quotation in an article about such an attack may say it. */
	bool is_own = str_eq(span_text(s->own, span), span_text(s->text, span));
	(void)add_finding(s, span, "injection", is_own ? TIER_ERROR : TIER_REVIEW,
		str_format(s->a, "\"%.*s\" speaks to a model, not to readers",
			STR_ARG(utf8_cut(span_text(s->text, span), 120))),
		NULL);
}

static bool has_order(const struct edit_words *words, size_t verb, size_t *last)
{
	bool is_meant = false;
	for (size_t i = verb + 1; i < words->n && i <= verb + REACH; i++) {
		struct str form = words->items[i].form;
		is_meant = is_meant || is_listed(before, form);
		*last = i;
		if (is_meant && is_listed(orders, form))
			return true;
	}
	return false;
}

/* The phrase that stands at the offset, as its place in the list. */
static size_t phrase_at(struct str text, size_t at)
{
	struct str rest = str_from(text, at);
	char first = char_lower(rest.p[0]);
	for (size_t i = 0; phrases[i].n; i++)
		if (phrases[i].p[0] == first && str_starts_nocase(rest, phrases[i]) &&
			!(rest.n > phrases[i].n && char_is_alpha(rest.p[phrases[i].n])))
			return i;
	return STR_NONE;
}

static bool find_phrase(struct str text, struct span *found)
{
	size_t best = STR_NONE;
	for (size_t at = 0; at < text.n; at++) {
		if (at > 0 && char_is_alpha(text.p[at - 1]))
			continue;
		size_t phrase = phrase_at(text, at);
		if (phrase < best) {
			best = phrase;
			*found = (struct span){at, phrases[phrase].n};
		}
	}
	return best != STR_NONE;
}

void check_injection(struct subject *s)
{
	struct span found;
	if (find_phrase(s->text, &found)) {
		report(s, found);
		return;
	}
	const struct edit_words *words = subject_words(s);
	for (size_t i = 0; i + 1 < words->n; i++) {
		size_t last = i;
		if (!is_listed(verbs, words->items[i].form) || !has_order(words, i, &last))
			continue;
		report(s, edit_span(words, i, last - i + 1));
		return;
	}
}
