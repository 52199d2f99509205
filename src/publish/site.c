/* The back end "site": renders every file of the site in memory. */
#include "publish/render.h"

void edition_add(struct edition *e, struct str path)
{
	if (!e->is_failed && !buf_check(&e->buf, e->err)) {
		e->is_failed = true;
		(void)err_wrap(e->err, "rendering %.*s", STR_ARG(path));
	}
	if (!e->is_failed)
		*VEC_ADD(e->keep, e->files) =
			(struct file){str_dup(e->keep, path), str_dup(e->keep, buf_str(&e->buf))};
	buf_clear(&e->buf);
	arena_reset(e->a);
}

static void add_whole(struct edition *e, struct str path, struct str bytes)
{
	buf_add(&e->buf, bytes);
	edition_add(e, path);
}

/* The story's id becomes a folder. */
static bool is_safe_id(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!char_is_alpha(id.p[i]) && !char_is_digit(id.p[i]) && id.p[i] != '-' && id.p[i] != '_')
			return false;
	return id.n > 0 && id.n <= 100;
}

static bool is_span_inside(struct span span, size_t n)
{
	return span.start <= n && span.length <= n - span.start;
}

/* What later code relies on: cites point into the reports. */
static bool check_article(struct arena *a, const struct article *article, struct err *err)
{
	const struct draft_sentence *sentence;
	struct cite_vec cites = {0};
	if (!is_safe_id(article->story))
		return err_set(
			err, ERR_INPUT, "a story's id is no name for a folder: %.*s", STR_ARG(article->story));
	for (size_t i = 0; (sentence = draft_sentence_at(&article->draft, i)); i++)
		for (size_t k = 0; k < sentence->cites.n; k++)
			*VEC_ADD(a, &cites) = sentence->cites.items[k];
	for (size_t i = 0; i < article->draft.disagreement_count; i++)
		for (size_t k = 0; k < article->draft.disagreements[i].figure_count; k++)
			*VEC_ADD(a, &cites) = article->draft.disagreements[i].figures[k].cite;
	for (size_t i = 0; i < cites.n; i++)
		if (cites.items[i].report >= article->report_count ||
			!is_span_inside(cites.items[i].span, article->reports[cites.items[i].report].text.n))
			return err_set(err, ERR_INPUT, "story %.*s cites what its reports do not have",
				STR_ARG(article->story));
	return true;
}

static void render_all(struct edition *e)
{
	for (size_t i = 0; i < e->site->article_count; i++) {
		render_story(e, &e->views[i]);
		render_proof(e, &e->views[i]);
		render_story_data(e, &e->views[i]);
	}
	add_whole(e, STR("style.css"), asset_style_css);
	add_whole(e, STR("site.js"), asset_site_js);
	add_whole(e, STR("search.js"), asset_search_js);
	add_whole(e, STR("icon.svg"), asset_icon_svg);
	render_tags(e);
	render_archive(e);
	render_search(e);
	render_about(e);
	render_imprint(e);
	render_corrections(e);
	render_not_found(e);
	render_maps_and_robots(e);
	render_data(e);
	if (e->site->key)
		add_whole(e, STR(PROOF_KEY_PATH), signing_key_public_pem(e->a, e->site->key));
	/* Last, so that no list names a story that is not there yet. */
	render_front(e);
	render_feeds(e);
}

static bool render_site(
	struct arena *a, const struct site *site, struct file_vec *files, struct err *err)
{
	struct arena scratch = {0};
	struct edition e = {.keep = a,
		.a = &scratch,
		.site = site,
		.files = files,
		.changed = WHEN_UNKNOWN,
		.buf = BUF(LIMIT_OUTPUT),
		.err = err};
	e.views = ARENA_ARRAY(a, struct view, site->article_count);
	for (size_t i = 0; i < site->article_count; i++) {
		if (!check_article(&scratch, &site->articles[i], err)) {
			arena_free(&scratch);
			return false;
		}
		view_fill(a, &e.views[i], &site->articles[i], site);
		struct when changed = e.views[i].changed;
		if (!when_is_known(e.changed) ||
			(when_is_known(changed) && changed.utc_s > e.changed.utc_s))
			e.changed = changed;
	}
	tags_collect(a, site, &e.tags);
	render_all(&e);
	buf_free(&e.buf);
	arena_free(&scratch);
	return !e.is_failed;
}

static const struct publisher site_publisher = {"site", render_site};
const struct publisher *const publishers[] = {&site_publisher, NULL};

const struct publisher *publisher_find(struct str name)
{
	for (size_t i = 0; publishers[i]; i++)
		if (str_eq(name, str_c(publishers[i]->name)))
			return publishers[i];
	return NULL;
}
