#include "page/parts.h"

#define LEAST_TEXT 200  /* characters; less is no article */
#define SHORT_TEXT 2500 /* characters; a wall behind more than this cuts nothing off */
#define SHORT_TEASER \
	1200             /* characters; a text that breaks off is longer than this when it is whole */
#define NEAR_CUT 12  /* blocks behind the text in which a wall stands */
#define LIVE_POSTS 4 /* dated posts that make a page a live blog */

/* What walls say; ASCII letters compare without case. */
static const char *const walls[] = {"please subscribe", "subscribe to continue",
	"subscribe to read", "to continue reading", "to read the full", "to keep reading",
	"already a subscriber", "already a member", "you're seeing this message", "subscribers only",
	"for subscribers", "subscriber-only", "exclusive to subscribers", "this article is for members",
	"unlock this article", "free articles", "become a member to read", "sign in to read",
	"log in to read", "register to continue", "jetzt abonnieren", "nur f\xc3\xbcr abonnenten",
	"weiterlesen mit", "bereits abonnent", "mit einem abo", "jetzt weiterlesen",
	"r\xc3\xa9serv\xc3\xa9 aux abonn\xc3\xa9s", "d\xc3\xa9j\xc3\xa0 abonn\xc3\xa9",
	"la suite de cet article", "para suscriptores", "ya eres suscriptor", "suscríbete para",
	"per gli abbonati", "sei gi\xc3\xa0 abbonato", "para assinantes",
	"j\xc3\xa1 \xc3\xa9 assinante", "voor abonnees", "al abonnee", "dla prenumerator",
	"aboneler i\xc3\xa7in",
	"\xd0\xbf\xd0\xbe \xd0\xbf\xd0\xbe\xd0\xb4\xd0\xbf\xd0\xb8\xd1\x81\xd0\xba\xd0\xb5"};

bool state_is_wall(struct str text)
{
	for (size_t i = 0; i < sizeof(walls) / sizeof(walls[0]); i++)
		if (str_find_nocase(text, str_c(walls[i]), 0) != STR_NONE)
			return true;
	return false;
}

/* A wall stands at the end of the text or right behind it. */
static bool has_wall(const struct doc *d)
{
	size_t last = d->blocks.n;
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.items[i].is_taken)
			last = i;
	for (size_t i = last; i < d->blocks.n && i < last + NEAR_CUT; i++)
		if (d->blocks.items[i].characters < 400 && state_is_wall(d->blocks.items[i].text))
			return true;
	return false;
}

static bool breaks_off(struct str text)
{
	static const char *const ends[] = {
		"\xe2\x80\xa6", "...", "[...]", "[\xe2\x80\xa6]", "\xe2\x80\xa6]"};
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_ends(text, str_c(ends[i])))
			return true;
	return false;
}

/* Posts with a time of their own between the first and the last taken block. */
static size_t dated_posts(const struct doc *d)
{
	size_t count = 0;
	uint32_t at = HTML_NONE, last = 0;
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.items[i].is_taken) {
			at = at == HTML_NONE ? d->blocks.items[i].at : at;
			last = d->blocks.items[i].at;
		}
	struct str before = {0};
	for (; at < last; at++) {
		struct str when = html_attribute(&d->tree.nodes[at], "datetime");
		if (html_is(&d->tree.nodes[at], "time") && when.n && !str_eq(when, before) &&
			!(d->marks[at] & MARK_FURNITURE)) {
			count++;
			before = when;
		}
	}
	return count;
}

void state_settle(struct doc *d, const struct witnesses *w, struct page *out)
{
	size_t characters = utf8_count(out->text);
	out->is_live_blog = w->is_live_blog || dated_posts(d) >= LIVE_POSTS;
	if (characters < LEAST_TEXT)
		out->state = PAGE_EMPTY;
	else if (w->is_paid || (characters < SHORT_TEXT && has_wall(d)))
		out->state = PAGE_PAYWALLED;
	else if (characters < SHORT_TEASER && breaks_off(out->text))
		out->state = PAGE_PARTIAL;
	else
		out->state = PAGE_FULL;
}
