/* The page of each person, place, organisation and topic, and the list of them. */
#include "publish/render.h"

#define TAG_STORIES 30 /* as cards; all of them are in the list behind */
#define TAG_SAID 20    /* statements of a person */
#define TAG_RELATED 10 /* tags that come with it */
#define TAG_LOOKED 300 /* stories that the related tags are counted in */
#define INDEX_TAGS 150 /* of one kind on the first page of tags */
#define INDEX_PAGE 600 /* on each page of all */

static const struct {
	enum tag_kind kind;
	enum ui_word heading;
} kinds[] = {{TAG_PERSON, W_PEOPLE}, {TAG_PLACE, W_PLACES}, {TAG_ORGANISATION, W_ORGANISATIONS},
	{TAG_TOPIC, W_TOPICS}};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

struct tag_list {
	const struct tag_page **items;
	size_t n;
};

static void add_tag_item(struct sheet *p, const struct tag_page *tag, size_t n)
{
	buf_addf(p->b, "<li class=\"%s\"><a href=\"", tag_kind_names[tag->kind]);
	add_link(p, str_format(p->edition->a, "tags/%.*s/", STR_ARG(tag->slug)));
	buf_add_c(p->b, "\"><bdi>");
	add_text(p->b, tag->name);
	buf_addf(p->b, "</bdi> <small>%zu</small></a></li>\n", n);
}

/* ---- what is known of it ---- */

static struct when first_day(const struct edition *e, const struct tag_page *tag)
{
	struct when first = WHEN_UNKNOWN;
	for (size_t i = 0; i < tag->article_count; i++) {
		struct when at = e->site->articles[tag->articles[i]].published;
		if (when_is_known(at) && (!when_is_known(first) || at.utc_s < first.utc_s))
			first = at;
	}
	first.is_day_only = true;
	return first;
}

static void add_facts(struct sheet *p, const struct tag_page *tag)
{
	static const char *const feeds[][2] = {
		{"feed.rss", "RSS"}, {"feed.atom", "Atom"}, {"feed.json", "JSON Feed"}};
	struct when first = first_day(p->edition, tag);
	buf_add_c(p->b, "<p class=\"dates\">");
	add_count(p->b, p->words, tag->published_count, W_STORY, W_STORIES);
	if (when_is_known(first)) {
		buf_add_c(p->b, " · ");
		add_word(p->b, p->words, W_TAG_SINCE);
		add_time(p->b, p->words, first);
	}
	buf_add_c(p->b, " · ");
	add_word(p->b, p->words, W_FOLLOW);
	for (size_t i = 0; i < 3; i++)
		buf_addf(p->b, " <a href=\"%s\">%s</a>", feeds[i][0], feeds[i][1]);
	buf_add_c(p->b, "</p>\n");
}

struct related {
	const struct tag_page *tag;
	size_t n;
};

static int most_first(const void *a, const void *b)
{
	const struct related *x = a, *y = b;
	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return str_cmp(x->tag->slug, y->tag->slug);
}

static void count_related(struct edition *e, const struct article *article,
	const struct tag_page *tag, struct related *related, struct map *by_slug)
{
	for (size_t i = 0; i < article->draft.tag_count; i++) {
		const struct tag_page *other = tag_find(e->a, &e->tags, &article->draft.tags[i]);
		bool is_new;
		if (!other || other == tag)
			continue;
		size_t *slot = map_put(by_slug, other->slug, &is_new);
		if (is_new)
			*slot = by_slug->n - 1;
		related[*slot].tag = other;
		related[*slot].n++;
	}
}

static void add_related(struct sheet *p, const struct tag_page *tag)
{
	struct edition *e = p->edition;
	struct map by_slug = map_new(e->a);
	size_t looked = tag->article_count < TAG_LOOKED ? tag->article_count : TAG_LOOKED, most = 0;
	for (size_t i = 0; i < looked; i++)
		most += e->site->articles[tag->articles[i]].draft.tag_count;
	struct related *related = ARENA_ARRAY(e->a, struct related, most);
	for (size_t i = 0; i < looked; i++) {
		const struct article *article = &e->site->articles[tag->articles[i]];
		if (article->state == ARTICLE_PUBLISHED)
			count_related(e, article, tag, related, &by_slug);
	}
	if (by_slug.n == 0)
		return;
	qsort(related, by_slug.n, sizeof(*related), most_first);
	open_section(p, W_TAG_WITH);
	buf_add_c(p->b, "<ul class=\"tags\">\n");
	for (size_t i = 0; i < by_slug.n && i < TAG_RELATED; i++)
		add_tag_item(p, related[i].tag, related[i].n);
	buf_add_c(p->b, "</ul>\n</section>\n");
}

static void add_said(struct sheet *p, const struct view *view, size_t index)
{
	const struct draft_sentence *sentence = view->notes[index].sentence;
	struct buf *b = p->b;
	buf_add_c(b, "<li");
	if (!str_eq(view->article->draft.language, p->language))
		add_language(b, view->article->draft.language);
	buf_add_char(b, '>');
	add_text(b, sentence->text);
	buf_add_c(b, " <small><a href=\"");
	add_link(p, str_format(p->edition->a, "stories/%.*s/", STR_ARG(view->article->story)));
	buf_addf(b, "#c%zu\">", index);
	add_time(b, p->words, view->article->reports[sentence->cites.items[0].report].published);
	buf_add_c(b, ", ");
	add_text(b, view->article->reports[sentence->cites.items[0].report].outlet);
	buf_add_c(b, "</a></small></li>\n");
}

/* What the person is named as the speaker of, newest story first. */
static void add_statements(struct sheet *p, const struct tag_page *tag)
{
	struct edition *e = p->edition;
	struct str name = text_fold(e->a, tag->name);
	size_t n = 0;
	for (size_t i = 0; i < tag->article_count && n < TAG_SAID; i++) {
		const struct view *view = &e->views[tag->articles[i]];
		const struct draft *draft = &view->article->draft;
		for (size_t k = 2; k < section_start(draft, draft->section_count) && n < TAG_SAID; k++) {
			const struct note *note = &view->notes[k];
			if (view->article->state != ARTICLE_PUBLISHED ||
				!is_statement(view, k, SECTION_HAPPENED) ||
				!str_eq(text_fold(e->a, note->sentence->speaker), name))
				continue;
			if (n++ == 0) {
				open_section(p, W_TAG_SAID);
				buf_add_c(p->b, "<ul class=\"rows said\">\n");
			}
			add_said(p, view, k);
		}
	}
	buf_add_c(p->b, n ? "</ul>\n</section>\n" : "");
}

static size_t add_tag_cards(struct sheet *p, const struct tag_page *tag)
{
	struct edition *e = p->edition;
	size_t n = 0;
	buf_add_c(p->b, "<div class=\"cards\">\n");
	for (size_t i = 0; i < tag->article_count && n < TAG_STORIES; i++) {
		const struct view *view = &e->views[tag->articles[i]];
		if (view->article->state != ARTICLE_PUBLISHED)
			continue;
		add_card(p, view, "card");
		n++;
	}
	buf_add_c(p->b, "</div>\n");
	return n;
}

static void render_tag(struct edition *e, const struct tag_page *tag)
{
	struct str path = str_format(e->keep, "tags/%.*s/", STR_ARG(tag->slug));
	struct sheet p = page_start(e, path, e->site->language);
	struct str feed = str_format(e->a, "%.*sfeed.atom", STR_ARG(path));
	struct head head = {.title = plain_text(e->a, tag->name), .feed = feed};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1 dir=\"auto\">");
	add_text(p.b, tag->name);
	buf_add_c(p.b, "</h1>\n");
	add_facts(&p, tag);
	bool has_more = add_tag_cards(&p, tag) < tag->published_count;
	if (has_more) {
		buf_add_c(p.b, "<p class=\"steps\"><a href=\"");
		add_link(&p, str_format(e->a, "%.*sall/", STR_ARG(path)));
		buf_add_c(p.b, "\">");
		add_word(p.b, p.words, W_OLDER);
		buf_add_c(p.b, "</a></p>\n");
	}
	if (tag->kind == TAG_PERSON)
		add_statements(&p, tag);
	add_related(&p, tag);
	page_foot(&p);
	if (!has_more)
		return;
	size_t *published = ARENA_ARRAY(e->keep, size_t, tag->published_count), n = 0;
	for (size_t i = 0; i < tag->article_count; i++)
		if (e->site->articles[tag->articles[i]].state == ARTICLE_PUBLISHED)
			published[n++] = tag->articles[i];
	struct listing all = {.path = str_format(e->keep, "%.*sall/", STR_ARG(path)),
		.title = tag->name,
		.articles = published,
		.n = n};
	render_listing(e, &all);
}

/* ---- all of them ---- */

static int by_name(const void *a, const void *b)
{
	const struct tag_page *x = *(const struct tag_page *const *)a,
						  *y = *(const struct tag_page *const *)b;
	if (x->is_hashed != y->is_hashed)
		return x->is_hashed ? 1 : -1;
	return x->is_hashed ? str_cmp(x->name, y->name) : str_cmp(x->slug, y->slug);
}

static int most_told_first(const void *a, const void *b)
{
	const struct tag_page *x = *(const struct tag_page *const *)a,
						  *y = *(const struct tag_page *const *)b;
	if (x->published_count != y->published_count)
		return x->published_count < y->published_count ? 1 : -1;
	return by_name(a, b);
}

static struct tag_list tags_of(struct edition *e, enum tag_kind kind)
{
	struct tag_list list = {.items = ARENA_ARRAY(e->keep, const struct tag_page *, e->tags.n)};
	for (size_t i = 0; i < e->tags.n; i++)
		if (e->tags.items[i].kind == kind && e->tags.items[i].published_count > 0)
			list.items[list.n++] = &e->tags.items[i];
	if (list.n > 0)
		qsort(list.items, list.n, sizeof(*list.items), most_told_first);
	return list;
}

static struct str index_path(struct edition *e, enum tag_kind kind, size_t page)
{
	return page == 0 ? str_format(e->keep, "index/%s/", tag_kind_names[kind])
					 : str_format(e->keep, "index/%s/%zu/", tag_kind_names[kind], page + 1);
}

static void add_items(struct sheet *p, const struct tag_list *list, size_t from, size_t n)
{
	buf_add_c(p->b, "<ul class=\"tags\">\n");
	for (size_t i = from; i < list->n && i < from + n; i++)
		add_tag_item(p, list->items[i], list->items[i]->published_count);
	buf_add_c(p->b, "</ul>\n");
}

static void add_page_link(struct sheet *p, struct str path, enum ui_word name)
{
	buf_add_c(p->b, "<p class=\"steps\"><a href=\"");
	add_link(p, path);
	buf_add_c(p->b, "\">");
	add_word(p->b, p->words, name);
	buf_add_c(p->b, " …</a></p>\n");
}

/* All tags of a kind by name. */
static void render_kind(struct edition *e, struct tag_list *list, size_t kind)
{
	qsort(list->items, list->n, sizeof(*list->items), by_name);
	for (size_t page = 0; page * INDEX_PAGE < list->n; page++) {
		struct sheet p = page_start(e, index_path(e, kinds[kind].kind, page), e->site->language);
		struct head head = {.title = str_c(word(p.words, kinds[kind].heading))};
		page_head(&p, &head);
		page_body(&p);
		buf_add_c(p.b, "<h1>");
		add_word(p.b, p.words, kinds[kind].heading);
		buf_add_c(p.b, "</h1>\n");
		add_items(&p, list, page * INDEX_PAGE, INDEX_PAGE);
		if ((page + 1) * INDEX_PAGE < list->n)
			add_page_link(&p, index_path(e, kinds[kind].kind, page + 1), kinds[kind].heading);
		page_foot(&p);
	}
}

static void add_kind(struct sheet *p, struct tag_list *list, size_t kind)
{
	size_t n = list->n < INDEX_TAGS ? list->n : INDEX_TAGS;
	if (n == 0)
		return;
	qsort(list->items, n, sizeof(*list->items), by_name);
	open_section(p, kinds[kind].heading);
	add_items(p, list, 0, n);
	if (n < list->n)
		add_page_link(p, index_path(p->edition, kinds[kind].kind, 0), kinds[kind].heading);
	buf_add_c(p->b, "</section>\n");
}

void render_tags(struct edition *e)
{
	struct tag_list lists[KINDS];
	size_t n = 0;
	for (size_t i = 0; i < e->tags.n; i++)
		if (e->tags.items[i].published_count > 0)
			render_tag(e, &e->tags.items[i]);
	for (size_t i = 0; i < KINDS; i++) {
		lists[i] = tags_of(e, kinds[i].kind);
		n += lists[i].n;
	}
	struct sheet p = page_start(e, STR("tags/"), e->site->language);
	struct head head = {.title = str_c(word(p.words, W_ALL_TAGS))};
	page_head(&p, &head);
	page_body(&p);
	buf_add_c(p.b, "<h1>");
	add_word(p.b, p.words, W_ALL_TAGS);
	buf_add_c(p.b, "</h1>\n");
	if (n == 0) {
		buf_add_c(p.b, "<p>");
		add_word(p.b, p.words, W_NO_TAGS);
		buf_add_c(p.b, "</p>\n");
	}
	for (size_t i = 0; i < KINDS; i++)
		add_kind(&p, &lists[i], i);
	page_foot(&p);
	for (size_t i = 0; i < KINDS; i++)
		if (lists[i].n > INDEX_TAGS)
			render_kind(e, &lists[i], i);
}
