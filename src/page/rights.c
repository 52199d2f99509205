#include "page/parts.h"

#define MOST_OF_NUMBER 24 /* bytes by which the URL of a next page differs */

static bool refuses_models(const struct witnesses *w)
{
	for (size_t i = 0; i < w->metas.n; i++) {
		const struct meta *m = &w->metas.items[i];
		if (str_eq(m->name, STR("robots")) &&
			(str_find_nocase(m->content, STR("noai"), 0) != STR_NONE ||
				str_find_nocase(m->content, STR("noimageai"), 0) != STR_NONE))
			return true;
		if (str_eq(m->name, STR("tdm-reservation")) && str_eq(m->content, STR("1")))
			return true;
	}
	return false;
}

/* Whether what one URL has behind another is the number of a page, as "/2", "?page=2", "-2.html".
 */
static bool is_page_number(struct str rest)
{
	static const char *const words[] = {
		"page", "seite", "pagina", "start", "html", "htm", "php", "p"};
	bool has_digit = false;
	for (size_t i = 0; i < rest.n;) {
		size_t word = 0;
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]) && !word; k++)
			if (str_starts_nocase(str_from(rest, i), str_c(words[k])))
				word = strlen(words[k]);
		if (!word && char_is_alpha(rest.p[i]))
			return false;
		has_digit |= char_is_digit(rest.p[i]);
		i += word ? word : 1;
	}
	return has_digit && rest.n <= MOST_OF_NUMBER;
}

/* The link to a next page, when it leads to this article's and not to another article. */
static struct str settle_next(struct doc *d, const struct witnesses *w, struct str url)
{
	struct str next = w->next.n ? url_resolve(d->a, url, w->next) : STR("");
	size_t same = 0;
	while (same < next.n && same < url.n && next.p[same] == url.p[same])
		same++;
	while (same > 0 && char_is_digit(next.p[same - 1]))
		same--;
	bool is_here = is_page_number(str_from(next, same)) && str_from(url, same).n <= MOST_OF_NUMBER;
	struct str left = str_from(url, same);
	for (size_t i = 0; i < left.n && left.p[i] != '.'; i++)
		is_here &= !char_is_alpha(left.p[i]) || is_page_number(left);
	return is_here ? next : STR("");
}

void rights_settle(struct doc *d, const struct witnesses *w, struct page *out)
{
	struct str base = out->url.n ? out->url : out->canonical;
	out->is_noai = refuses_models(w);
	out->is_paid = w->is_paid;
	out->license = w->license.n ? url_resolve(d->a, base, w->license) : STR("");
	out->next_page = settle_next(d, w, base);
}
