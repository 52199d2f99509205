#include "feed/rules.h"

#define CORE (NS_NONE | NS_RSS)
#define ATOM (NS_ATOM | NS_ATOM03)

static const struct {
	unsigned spaces;
	struct str local;
	struct rule rule;
} rules[] = {
	{CORE, STR_CONST("item"), {FIELD_ENTRY, 0}},
	{CORE | ATOM, STR_CONST("entry"), {FIELD_ENTRY, 0}},
	{CORE, STR_CONST("rss"), {FIELD_CONTAINER, 0}},
	{CORE | NS_RDF, STR_CONST("rdf"), {FIELD_CONTAINER, 0}},
	{CORE, STR_CONST("channel"), {FIELD_CONTAINER, 0}},
	{CORE | ATOM, STR_CONST("feed"), {FIELD_CONTAINER, 0}},

	{CORE | ATOM, STR_CONST("title"), {FIELD_TITLE, 4}},
	{NS_DC, STR_CONST("title"), {FIELD_TITLE, 3}},
	{NS_ITUNES, STR_CONST("title"), {FIELD_TITLE, 2}},
	{NS_MEDIA, STR_CONST("title"), {FIELD_TITLE, 1}},

	{CORE | ATOM, STR_CONST("link"), {FIELD_LINK, 0}}, /* ranked by its rel */
	{CORE, STR_CONST("guid"), {FIELD_ID, 2}},
	{CORE | ATOM, STR_CONST("id"), {FIELD_ID, 2}},
	{NS_DC, STR_CONST("identifier"), {FIELD_ID, 1}},

	{CORE, STR_CONST("description"), {FIELD_SUMMARY, 6}},
	{CORE | ATOM, STR_CONST("summary"), {FIELD_SUMMARY, 5}},
	{CORE | ATOM, STR_CONST("subtitle"), {FIELD_SUMMARY, 5}},
	{CORE | ATOM, STR_CONST("tagline"), {FIELD_SUMMARY, 5}},
	{CORE, STR_CONST("abstract"), {FIELD_SUMMARY, 5}},
	{NS_DC, STR_CONST("description"), {FIELD_SUMMARY, 4}},
	{NS_DC, STR_CONST("abstract"), {FIELD_SUMMARY, 4}},
	{NS_ITUNES, STR_CONST("summary"), {FIELD_SUMMARY, 3}},
	{NS_MEDIA, STR_CONST("description"), {FIELD_SUMMARY, 2}},
	{NS_ITUNES, STR_CONST("subtitle"), {FIELD_SUMMARY, 1}},

	{NS_CONTENT, STR_CONST("encoded"), {FIELD_CONTENT, 4}},
	{CORE | ATOM, STR_CONST("content"), {FIELD_CONTENT, 3}},
	{CORE | NS_XHTML, STR_CONST("body"), {FIELD_CONTENT, 2}},
	{NS_XHTML, STR_CONST("div"), {FIELD_CONTENT, 2}},
	{CORE, STR_CONST("fullitem"), {FIELD_CONTENT, 1}},

	{CORE, STR_CONST("language"), {FIELD_LANGUAGE, 2}},
	{NS_DC, STR_CONST("language"), {FIELD_LANGUAGE, 1}},

	{CORE, STR_CONST("pubdate"), {FIELD_PUBLISHED, 4}},
	{CORE | ATOM, STR_CONST("published"), {FIELD_PUBLISHED, 4}},
	{CORE | ATOM | NS_DC, STR_CONST("issued"), {FIELD_PUBLISHED, 3}},
	{NS_DC, STR_CONST("date"), {FIELD_PUBLISHED, 2}},
	{CORE | ATOM | NS_DC, STR_CONST("created"), {FIELD_PUBLISHED, 1}},

	{CORE, STR_CONST("lastbuilddate"), {FIELD_UPDATED, 6}},
	{CORE | ATOM, STR_CONST("updated"), {FIELD_UPDATED, 6}},
	{CORE | ATOM | NS_DC, STR_CONST("modified"), {FIELD_UPDATED, 5}},

	{CORE | ATOM, STR_CONST("author"), {FIELD_AUTHOR, 2}},
	{NS_DC, STR_CONST("creator"), {FIELD_AUTHOR, 2}},
	{NS_DC, STR_CONST("author"), {FIELD_AUTHOR, 2}},
	{NS_ITUNES, STR_CONST("author"), {FIELD_AUTHOR, 1}},

	{CORE | ATOM, STR_CONST("category"), {FIELD_CATEGORY, 0}},
	{NS_DC, STR_CONST("subject"), {FIELD_CATEGORY, 0}},
	{NS_MEDIA | NS_ITUNES, STR_CONST("category"), {FIELD_CATEGORY, 0}},

	{CORE, STR_CONST("tags"), {FIELD_KEYWORDS, 0}},
	{NS_MEDIA | NS_ITUNES, STR_CONST("keywords"), {FIELD_KEYWORDS, 0}},

	{CORE | ATOM | NS_DC, STR_CONST("contributor"), {FIELD_CONTRIBUTOR, 0}},

	{CORE | ATOM, STR_CONST("rights"), {FIELD_RIGHTS, 4}},
	{CORE | ATOM, STR_CONST("copyright"), {FIELD_RIGHTS, 3}},
	{NS_DC, STR_CONST("rights"), {FIELD_RIGHTS, 2}},
	{NS_MEDIA, STR_CONST("copyright"), {FIELD_RIGHTS, 1}},

	{CORE | ATOM, STR_CONST("source"), {FIELD_SOURCE, 2}},
	{NS_DC, STR_CONST("source"), {FIELD_SOURCE, 1}},

	{CORE, STR_CONST("image"), {FIELD_IMAGE, 6}},
	{CORE | ATOM, STR_CONST("logo"), {FIELD_IMAGE, 5}},
	{NS_ITUNES, STR_CONST("image"), {FIELD_IMAGE, 4}},
	{NS_MEDIA, STR_CONST("thumbnail"), {FIELD_IMAGE, 3}},
	{CORE | ATOM, STR_CONST("icon"), {FIELD_IMAGE, 1}},

	{CORE, STR_CONST("ttl"), {FIELD_TTL, 0}},
	{CORE, STR_CONST("skipdays"), {FIELD_SKIP_DAYS, 0}},
	{CORE, STR_CONST("skiphours"), {FIELD_SKIP_HOURS, 0}},

	{CORE, STR_CONST("enclosure"), {FIELD_ENCLOSURE, 0}},
	{NS_MEDIA, STR_CONST("content"), {FIELD_ENCLOSURE, 0}},
	{NS_MEDIA, STR_CONST("group"), {FIELD_GROUP, 0}},
};

struct rule rule_of(const struct xml_element *e)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if ((rules[i].spaces & e->space) && str_eq_nocase(e->local, rules[i].local))
			return rules[i].rule;
	return (struct rule){FIELD_NONE, 0};
}
