#include "page/parts.h"

#define MAX_NODES 2000 /* objects of one page that are looked at */
#define MAX_ITEMS 20   /* of a list of authors, images, ... */

struct node_vec {
	const struct jv **items;
	size_t n, capacity;
};

static bool has_type(const struct jv *node, bool (*fits)(struct str type))
{
	const struct jv *type = jv_get(node, "@type");
	if (type && type->type == JV_STRING)
		return fits(type->string);
	JV_EACH (one, type)
		if (one->type == JV_STRING && fits(one->string))
			return true;
	return false;
}

static bool is_article(struct str type)
{
	return str_ends(type, STR("Article")) || str_ends(type, STR("BlogPosting")) ||
		str_eq(type, STR("Report"));
}

static bool is_live(struct str type)
{
	return str_ends(type, STR("LiveBlogPosting"));
}

static bool is_site(struct str type)
{
	return str_eq(type, STR("WebSite")) || str_ends(type, STR("Organization"));
}

/* Scripts come with comment marks around the JSON, and with raw line breaks in strings. */
static struct str clean_script(struct arena *a, struct str script)
{
	struct str s = str_trim(script);
	if (str_starts(s, STR("<!--")))
		s = str_from(s, 4);
	if (str_starts(s, STR("//<![CDATA[")))
		s = str_from(s, 11);
	size_t end = str_rfind_char(s, '}'), array_end = str_rfind_char(s, ']');
	if (end == STR_NONE || (array_end != STR_NONE && array_end > end))
		end = array_end;
	s = end == STR_NONE ? s : str_sub(s, 0, end + 1);
	s = str_dup(a, s);
	char *bytes = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)bytes[i] < 0x20)
			bytes[i] = ' ';
	return (struct str){bytes, s.n};
}

/* All objects of a script that may be about the page: at the top, in arrays there, in @graph and
 * mainEntity. Lists of other pages are not entered. */
static void gather(struct arena *a, const struct jv *root, struct node_vec *nodes)
{
	struct node_vec open = {0};
	*VEC_ADD(a, &open) = root;
	while (open.n && nodes->n < MAX_NODES) {
		const struct jv *at = open.items[--open.n];
		if (at->type == JV_ARRAY)
			for (size_t i = at->n; i-- > 0;)
				*VEC_ADD(a, &open) = &at->items[i];
		if (at->type != JV_OBJECT)
			continue;
		*VEC_ADD(a, nodes) = at;
		static const char *const members[] = {"mainEntity", "mainEntityOfPage", "@graph"};
		for (size_t i = 0; i < 3; i++)
			if (jv_get(at, members[i]))
				*VEC_ADD(a, &open) = jv_get(at, members[i]);
	}
}

/* The object that a {"@id": ...} stands for. */
static const struct jv *resolve(const struct node_vec *nodes, const struct jv *value)
{
	struct str id = jv_str(value, "@id");
	if (!id.n || jv_get(value, "name") || jv_get(value, "url"))
		return value;
	for (size_t i = 0; i < nodes->n; i++)
		if (nodes->items[i] != value && str_eq(jv_str(nodes->items[i], "@id"), id) &&
			nodes->items[i]->n > 1)
			return nodes->items[i];
	return value;
}

static struct str plain(struct arena *a, struct str s)
{
	return s.n ? html_to_text(a, s) : s;
}

/* A string, or the member of an object. */
static struct str value_of(const struct node_vec *nodes, const struct jv *value, const char *member)
{
	if (value && value->type == JV_STRING)
		return value->string;
	return jv_str(resolve(nodes, value), member);
}

/* The same, or of the first of an array that has it. */
static struct str first_of(const struct node_vec *nodes, const struct jv *value, const char *member)
{
	if (!value || value->type != JV_ARRAY)
		return value_of(nodes, value, member);
	for (size_t i = 0; i < value->n && i < MAX_ITEMS; i++) {
		struct str s = value_of(nodes, &value->items[i], member);
		if (s.n)
			return s;
	}
	return STR("");
}

static void add_authors(
	struct arena *a, const struct node_vec *nodes, const struct jv *author, struct witnesses *w)
{
	bool is_list = author && author->type == JV_ARRAY;
	const struct jv *items = is_list ? author->items : author;
	size_t count = is_list ? author->n : author != NULL;
	for (size_t i = 0; i < count && i < MAX_ITEMS; i++) {
		struct str name = value_of(nodes, &items[i], "name");
		/* The house often stands where the author should. */
		bool is_house = has_type(resolve(nodes, &items[i]), is_site);
		if (name.n)
			*VEC_ADD(a, is_house ? &w->ld_organizations : &w->ld_authors) = plain(a, name);
	}
}

static void add_if(struct arena *a, struct str_vec *list, struct str s)
{
	if (s.n)
		*VEC_ADD(a, list) = s;
}

static bool is_false(const struct jv *value)
{
	return value &&
		(value->type == JV_FALSE ||
			(value->type == JV_STRING && str_eq_nocase(value->string, STR("false"))));
}

static void take_article(
	struct arena *a, const struct node_vec *nodes, const struct jv *at, struct witnesses *w)
{
	w->has_article = true;
	w->is_live_blog |= has_type(at, is_live);
	w->is_paid |= is_false(jv_get(at, "isAccessibleForFree"));
	w->headline = plain(a, jv_str(at, "headline"));
	if (!w->headline.n)
		w->headline = plain(a, jv_str(at, "name"));
	w->ld_url = first_of(nodes, jv_get(at, "mainEntityOfPage"), "@id");
	if (!w->ld_url.n)
		w->ld_url = jv_str(at, "url");
	w->ld_image = first_of(nodes, jv_get(at, "image"), "url");
	w->ld_language = first_of(nodes, jv_get(at, "inLanguage"), "name");
	w->ld_publisher = plain(a, first_of(nodes, jv_get(at, "publisher"), "name"));
	w->ld_body = jv_str(at, "articleBody");
	w->license = first_of(nodes, jv_get(at, "license"), "url");
	w->ld_description = jv_str(at, "description");
	add_authors(a, nodes, jv_get(at, "author"), w);
	add_if(a, &w->ld_published, jv_str(at, "datePublished"));
	add_if(a, &w->ld_published, jv_str(at, "dateCreated"));
	add_if(a, &w->ld_modified, jv_str(at, "dateModified"));
}

/* How much an object says: of several articles the fullest is the page's own. */
static int fullness(const struct jv *node)
{
	static const char *const members[] = {
		"headline", "datePublished", "author", "articleBody", "publisher", "mainEntityOfPage"};
	int n = 0;
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		n += jv_get(node, members[i]) != NULL;
	return n;
}

void linked_data_read(struct doc *d, struct witnesses *w)
{
	struct node_vec nodes = {0};
	const struct html_tree *t = &d->tree;
	for (uint32_t i = 0; (i = html_find(t, i, t->count, "script")) != HTML_NONE; i++) {
		struct jv *root = ARENA_NEW(d->a, struct jv);
		if (str_find_nocase(html_attribute(&t->nodes[i], "type"), STR("ld+json"), 0) == STR_NONE ||
			i + 1 >= t->nodes[i].end)
			continue;
		if (jv_parse(d->a, clean_script(d->a, t->nodes[i + 1].text), root, NULL))
			gather(d->a, root, &nodes);
	}
	const struct jv *best = NULL;
	for (size_t i = 0; i < nodes.n; i++) {
		if (has_type(nodes.items[i], is_article) &&
			(!best || fullness(nodes.items[i]) > fullness(best)))
			best = nodes.items[i];
		if (has_type(nodes.items[i], is_site) && !w->ld_site.n)
			w->ld_site = plain(d->a, jv_str(nodes.items[i], "name"));
	}
	if (best)
		take_article(d->a, &nodes, best, w);
}
