/* Tags of all stories, one page each. */
#include "publish/render.h"

#define SLUG_MOST 60

/* Base letters of U+00C0 to U+017F, by code point; '-' where there is none. German umlauts and the
 * letters that are two follow in `pairs`. */
static const char base_letters[] = "AAAAAAACEEEEIIII"
								   "DNOOOOO-OUUUUYTs"
								   "aaaaaaaceeeeiiii"
								   "dnooooo-ouuuuyty"
								   "AaAaAaCcCcCcCcDd"
								   "DdEeEeEeEeEeGgGg"
								   "GgGgHhHhIiIiIiIi"
								   "IiIiJjKkkLlLlLlL"
								   "lLlNnNnNnnNnOoOo"
								   "OoOoRrRrRrSsSsSs"
								   "SsTtTtTtUuUuUuUu"
								   "UuUuWwYyYZzZzZzs";
static const struct {
	uint32_t point;
	const char *letters;
} pairs[] = {{0xC4, "ae"}, {0xE4, "ae"}, {0xD6, "oe"}, {0xF6, "oe"}, {0xDC, "ue"}, {0xFC, "ue"},
	{0xDF, "ss"}, {0xC6, "ae"}, {0xE6, "ae"}, {0xD8, "oe"}, {0xF8, "oe"}, {0xC5, "aa"},
	{0xE5, "aa"}, {0xDE, "th"}, {0xFE, "th"}, {0x152, "oe"}, {0x153, "oe"}};

static void add_letter(struct buf *b, uint32_t c)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].point == c) {
			buf_add_c(b, pairs[i].letters);
			return;
		}
	char letter = '-';
	if (c < 0x80 && (char_is_alpha((char)c) || char_is_digit((char)c)))
		letter = (char)c;
	else if (c >= 0xC0 && c < 0xC0 + sizeof(base_letters) - 1)
		letter = base_letters[c - 0xC0];
	else if (c == '\'' || c == 0x2019)
		return;
	if (letter != '-')
		buf_add_char(b, char_lower(letter));
	else if (b->n > 0 && b->p[b->n - 1] != '-')
		buf_add_char(b, '-');
}

/* Whether a letter would be lost: another script can't be spelt in ASCII without knowing how. */
static bool is_lost(uint32_t c)
{
	return c > 0x17F && !(c >= 0x2000 && c <= 0x206F);
}

struct str tag_slug(struct arena *a, struct str name)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	uint32_t c;
	size_t n;
	struct str slug = {0};
	for (size_t at = 0; (n = utf8_decode(name, at, &c)) > 0; at += n) {
		if (is_lost(c))
			goto out;
		add_letter(&b, c);
	}
	slug = str_sub(buf_str(&b), 0, SLUG_MOST);
	while (slug.n > 0 && slug.p[slug.n - 1] == '-')
		slug.n--;
	slug = str_dup(a, slug);
out:
	buf_free(&b);
	return slug;
}

static struct str tag_key(struct arena *a, const struct tag *tag)
{
	struct str folded = text_fold(a, tag->name);
	return str_format(a, "%s %.*s", tag_kind_names[tag->kind], STR_ARG(folded));
}

const struct tag_page *tag_find(
	struct arena *a, const struct tag_pages *tags, const struct tag *tag)
{
	const size_t *index = map_get(&tags->by_name, tag_key(a, tag));
	return index && tags->items[*index].published_count ? &tags->items[*index] : NULL;
}

static void add_article(struct arena *a, struct tag_page *page, size_t article)
{
	if (page->article_count > 0 && page->articles[page->article_count - 1] == article)
		return;
	if (page->article_count == page->capacity)
		vec_grow(a, (void **)(void *)&page->articles, &page->capacity, page->article_count,
			sizeof(*page->articles));
	page->articles[page->article_count++] = article;
}

/* Of names whose slugs are equal the one with the smallest key keeps it, whatever the order of the
 * stories; the others get a hash behind it. A name that leaves no slug is its hash. */
static void give_slugs(struct arena *a, struct tag_pages *tags)
{
	struct map first = map_new(a);
	for (size_t i = 0; i < tags->n; i++) {
		struct tag_page *page = &tags->items[i];
		bool is_new = true;
		page->slug = tag_slug(a, page->name);
		size_t *owner = map_put(&first, page->slug, &is_new);
		if (is_new || str_cmp(tags->by_name.items[i].key, tags->by_name.items[*owner].key) < 0)
			*owner = i;
	}
	struct map taken = map_new(a);
	for (size_t i = 0; i < tags->n; i++) {
		struct tag_page *page = &tags->items[i];
		if (page->slug.n > 0 && *map_get(&first, page->slug) == i)
			(void)map_put(&taken, page->slug, NULL);
	}
	for (size_t i = 0; i < tags->n; i++) {
		struct tag_page *page = &tags->items[i];
		if (page->slug.n > 0 && *map_get(&first, page->slug) == i)
			continue;
		struct str base = page->slug;
		page->is_hashed = base.n == 0;
		struct str hash = hash_name(a, tags->by_name.items[i].key);
		page->slug = base.n ? str_format(a, "%.*s-%.*s", STR_ARG(base), STR_ARG(hash)) : hash;
		while (map_get(&taken, page->slug))
			page->slug = str_format(a, "%.*s-x", STR_ARG(page->slug));
		(void)map_put(&taken, page->slug, NULL);
	}
}

void tags_collect(struct arena *a, const struct site *site, struct tag_pages *tags)
{
	*tags = (struct tag_pages){.by_name = map_new(a)};
	for (size_t i = 0; i < site->article_count; i++) {
		const struct article *article = &site->articles[i];
		for (size_t k = 0; k < article->draft.tag_count; k++) {
			const struct tag *tag = &article->draft.tags[k];
			bool is_new = false;
			size_t *index = map_put(&tags->by_name, tag_key(a, tag), &is_new);
			if (is_new) {
				*index = tags->n;
				*VEC_ADD(a, tags) = (struct tag_page){.kind = tag->kind, .name = tag->name};
			}
			struct tag_page *page = &tags->items[*index];
			size_t before = page->article_count;
			add_article(a, page, i);
			if (page->article_count > before && article->state == ARTICLE_PUBLISHED)
				page->published_count++;
		}
	}
	give_slugs(a, tags);
}
