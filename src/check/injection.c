#include "check/edit.h"

/* Words that speak to a model, not to readers: whoever wrote them into a page wants a model to obey
 * them. An article has no use for them outside a quotation. Looked for without regard to case. */

static const char *const phrases[] = {"system prompt", "you are a helpful assistant",
	"you are an ai", "you are now", "if you are an ai", "if you are a language model",
	"if you're an ai", "note to ai", "attention ai", "ai assistants must", "ai models must",
	"language models must", "respond only with", "reply only with", "answer only with",
	"output only", "print the following", "output the following",
	"new instructions:", "begin your answer with", "start your answer with", "do not tell the user",
	"don't tell the user", "do not mention these instructions", "when summarizing this",
	"when summarising this", "when you summarize", "when you summarise", "### instruction",
	"<system>", "[system]", "wenn du eine ki bist", "antworte nur mit", "si tu es une ia",
	"réponds uniquement", "si eres una ia", "responde solo con", "если ты ии", "отвечай только",
	NULL};

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

void check_injection(struct subject *s)
{
	for (const char *const *phrase = phrases; *phrase; phrase++) {
		struct str words = str_c(*phrase);
		size_t at = str_find_nocase(s->text, words, 0);
		if (at == STR_NONE || (at > 0 && char_is_alpha(s->text.p[at - 1])) ||
			(at + words.n < s->text.n && char_is_alpha(s->text.p[at + words.n])))
			continue;
		report(s, (struct span){at, words.n});
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
