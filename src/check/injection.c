#include "check/edit.h"
#include "check/pairs.h"

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

/* The first phrase of the list that stands in the text, in whatever case. */
static bool find_phrase(struct arena *a, struct str text, struct span *found)
{
	struct str lower = str_lower(a, text);
	struct pairs pairs = pairs_of(lower);
	for (const struct str *phrase = phrases; phrase->n; phrase++) {
		if (!pairs_allow(&pairs, *phrase))
			continue;
		size_t at = str_find(lower, *phrase, 0), end = at + phrase->n;
		if (at == STR_NONE || (at > 0 && char_is_alpha(lower.p[at - 1])) ||
			(end < lower.n && char_is_alpha(lower.p[end])))
			continue;
		*found = (struct span){at, phrase->n};
		return true;
	}
	return false;
}

void check_injection(struct subject *s)
{
	struct span found;
	if (find_phrase(s->a, s->text, &found)) {
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
