#include "desk/parts.h"

static bool load_corrections(
	struct desk *d, struct arena *a, struct article *article, struct err *err)
{
	struct correction_vec rows;
	if (!store_corrections(d->store, a, article->story, &rows, err))
		return false;
	article->corrections = ARENA_ARRAY(a, struct correction, rows.n);
	for (size_t i = 0; i < rows.n; i++)
		article->corrections[article->correction_count++] = (struct correction){
			.at = rows.items[i].at, .note = rows.items[i].note, .who = rows.items[i].who};
	return true;
}

/* A draft that a person mended has no record of its making: the model's is that of the draft
 * before. */
static bool is_edited(const struct draft_row *draft, const struct article_row *row)
{
	return row->reviewed_by.n > 0 && draft->making.n == 0;
}

static bool load_article(struct desk *d, struct arena *a, const struct article_row *row,
	struct article *article, struct err *err)
{
	struct draft_row draft;
	struct saved_draft saved;
	struct when unknown = WHEN_UNKNOWN;
	if (!store_draft(d->store, a, row->draft, &draft, err) ||
		!desk_load_draft(d, a, &draft, &saved, err))
		return false;
	*article = (struct article){
		.story = row->story,
		.draft = saved.draft,
		.reports = saved.reports.items,
		.report_count = saved.reports.n,
		.checked = draft.made,
		.origin_count = story_origin_count(saved.reports.items, saved.reports.n),
		.check = saved.check,
		.published = row->published,
		.updated = row->version > 1 ? row->updated : unknown,
		.version = (int)row->version,
		.reviewed_by = row->reviewed_by,
		.state = str_eq(row->state, STR("withdrawn")) ? ARTICLE_WITHDRAWN : ARTICLE_PUBLISHED,
		.reason = row->reason,
		.withdrawn = row->withdrawn,
		.is_edited = is_edited(&draft, row),
	};
	return load_corrections(d, a, article, err) &&
		store_last_proof(d->store, a, row->story, &article->last_proof, err);
}

static int64_t newest_report(const struct article *article)
{
	int64_t newest = INT64_MIN;
	for (size_t i = 0; i < article->report_count; i++)
		if (article->reports[i].published.utc_s > newest)
			newest = article->reports[i].published.utc_s;
	return newest;
}

/* By the news, not by when the desk got to it: a first run publishes a week at once. */
static int newer_first(const void *a, const void *b)
{
	const struct article *x = a, *y = b;
	int64_t newest_x = newest_report(x), newest_y = newest_report(y);
	if (newest_x != newest_y)
		return newest_x < newest_y ? 1 : -1;
	return str_cmp(x->story, y->story);
}

/* The front page begins with the story of the last day that most origins tell. */
static void put_weightiest_first(struct article *articles, size_t count)
{
	size_t best = 0;
	for (size_t i = 1; i < count; i++)
		if (newest_report(&articles[i]) + DAY_S >= newest_report(&articles[0]) &&
			articles[i].state == ARTICLE_PUBLISHED &&
			articles[i].origin_count > articles[best].origin_count)
			best = i;
	if (best == 0)
		return;
	struct article lead = articles[best];
	memmove(&articles[1], &articles[0], best * sizeof(*articles));
	articles[0] = lead;
}

/* Held stories, and the sentences of their drafts. */
static bool count_held(struct desk *d, struct site *site, struct err *err)
{
	struct arena a = {0};
	struct story_vec stories;
	bool ok = store_stories(d->store, &a, &stories, err);
	for (size_t i = 0; ok && i < stories.n; i++) {
		struct draft_row draft;
		struct jv verdicts;
		struct arena scratch = {0};
		bool found = false;
		if (!str_eq(stories.items[i].state, STR("held")))
			continue;
		site->held_count++;
		ok = store_latest_draft(d->store, &scratch, stories.items[i].id, &draft, &found, err);
		if (ok && found && jv_parse(&scratch, draft.verdicts, &verdicts, NULL))
			site->held_sentences += (size_t)(jv_end(jv_get(&verdicts, "sentences")) -
				jv_first(jv_get(&verdicts, "sentences")));
		arena_free(&scratch);
	}
	arena_free(&a);
	return ok;
}

/* A withdrawn story that is part of a published one now. */
static bool find_merged(struct desk *d, struct arena *a, struct site *site, struct err *err)
{
	struct merge_vec merges;
	if (!store_merges(d->store, a, &merges, err))
		return false;
	struct map published = map_new(a), kept_by = map_new(a);
	for (size_t i = 0; i < site->article_count; i++)
		if (site->articles[i].state == ARTICLE_PUBLISHED)
			(void)map_put(&published, site->articles[i].story, NULL);
	for (size_t i = 0; i < merges.n; i++)
		*map_put(&kept_by, merges.items[i].gone, NULL) = i;
	for (size_t i = 0; i < site->article_count; i++) {
		struct article *article = &site->articles[i];
		const size_t *merge = map_get(&kept_by, article->story);
		if (article->state == ARTICLE_WITHDRAWN && merge &&
			map_get(&published, merges.items[*merge].kept))
			article->merged_into = merges.items[*merge].kept;
	}
	return true;
}

/* A publication says who is responsible for it and how to reach them, or is none. */
static bool check_imprint(const struct conf *conf, struct err *err)
{
	if (conf->publisher.n && conf->contact.n)
		return true;
	return err_set(err, ERR_CONFIG,
		"the site needs an imprint before it is published: set %s%s%s with `wireproof config KEY "
		"VALUE`",
		conf->publisher.n ? "" : "desk.publisher (who is responsible)",
		conf->publisher.n || conf->contact.n ? "" : " and ",
		conf->contact.n ? "" : "desk.contact (how to reach them)");
}

static enum robots robots_of(const struct conf *conf)
{
	return str_eq(conf->robots, STR("all")) ? ROBOTS_ALL
		: str_eq(conf->robots, STR("none")) ? ROBOTS_NONE
											: ROBOTS_SEARCH;
}

static enum noindex noindex_of(const struct conf *conf)
{
	return str_eq(conf->noindex, STR("none"))      ? NOINDEX_NONE
		: str_eq(conf->noindex, STR("unreviewed")) ? NOINDEX_UNREVIEWED
												   : NOINDEX_MODEL;
}

static bool load_site(struct desk *d, struct arena *a, struct site *site, struct err *err)
{
	struct article_vec rows;
	struct source_vec sources;
	if (!store_articles(d->store, a, &rows, err) || !store_sources(d->store, a, &sources, err))
		return false;
	const struct conf *conf = &d->conf;
	*site = (struct site){
		.title = conf->title,
		.description = conf->description,
		.language = conf->language.n ? conf->language : STR("en"),
		.base_url = conf->base_url,
		.contact = conf->contact,
		.publisher = conf->publisher,
		.address = conf->address,
		.robots = robots_of(conf),
		.noindex = noindex_of(conf),
		.sources = sources.items,
		.extract_words = (size_t)conf->extract_words,
		.now = d->now,
		.articles = ARENA_ARRAY(a, struct article, rows.n),
		.source_count = sources.n,
	};
	if (!count_held(d, site, err))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!load_article(d, a, &rows.items[i], &site->articles[site->article_count++], err))
			return err_wrap(err, "story %.*s", STR_ARG(rows.items[i].story));
	if (!find_merged(d, a, site, err))
		return false;
	if (site->article_count > 0)
		qsort(site->articles, site->article_count, sizeof(*site->articles), newer_first);
	put_weightiest_first(site->articles, site->article_count);
	return true;
}

const char *desk_site_folder(struct desk *d)
{
	return d->conf.folder.n && d->conf.folder.p[0] == '/'
		? str_to_c(&d->a, d->conf.folder)
		: str_format(&d->a, "%s/%.*s", d->dir, STR_ARG(d->conf.folder)).p;
}

bool desk_publish(struct desk *d, struct err *err)
{
	struct arena a = {0};
	struct site site;
	struct file_vec files = {0};
	const struct publisher *publisher = publisher_find(d->conf.publish_to);
	BUG_ON(!publisher);
	const char *folder = desk_site_folder(d);
	struct signing_key key;
	bool ok = check_imprint(&d->conf, err) && load_site(d, &a, &site, err) &&
		desk_signing_key(d, &a, &key, err);
	site.key = &key;
	/* What goes out is remembered first: a kill in between then repeats it, and invents no other
	 * chain. */
	ok = ok && publisher->render(&a, &site, &files, err) &&
		desk_save_proofs(d, &a, &site, &files, err) &&
		publish_write(folder, &files, &d->counts.files, err);
	arena_free(&a);
	return ok;
}
