/* The evidence of the published stories as files, for `verify --archive` and for whoever is asked
 * for it. */
#include "desk/parts.h"

#include <errno.h>
#include <sys/stat.h>

static bool put_file(struct arena *a, const char *folder, struct str name, const char *ending,
	struct str bytes, struct err *err)
{
	return file_write(str_format(a, "%s/%.*s%s", folder, STR_ARG(name), ending).p, bytes, err);
}

static bool put_text(struct arena *a, const char *folder, const struct report *r,
	struct str charset, struct err *err)
{
	struct buf out = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &out, .indent = 1};
	jw_open(&w, '{');
	jw_put_str(&w, "url", r->url);
	jw_put_str(&w, "title", r->title);
	jw_put_str_if(&w, "published", when_rfc3339(a, r->published));
	jw_put_str_if(&w, "fetched", when_rfc3339(a, r->fetched));
	jw_put_str_if(&w, "page_hash", r->page_hash);
	jw_put_str_if(&w, "charset", charset);
	jw_put_str(&w, "text", r->text);
	jw_close(&w, '}');
	buf_add_char(&out, '\n');
	bool ok = put_file(a, folder, r->text_hash, ".json", buf_str(&out), err);
	buf_free(&out);
	return ok;
}

/* The page's bytes, if the store still has those that the report was read from. */
static bool put_report(
	struct desk *d, struct arena *a, const char *folder, const struct report *r, struct err *err)
{
	struct stored_page page = {0};
	bool found = false;
	if (r->page_hash.n && !store_page_of_hash(d->store, a, r->page_hash, &page, &found, err))
		return false;
	return put_text(a, folder, r, page.charset, err) &&
		(!found || put_file(a, folder, r->page_hash, ".html", page.body, err));
}

bool desk_archive(struct desk *d, const char *folder, size_t *count, struct err *err)
{
	struct arena a = {0};
	struct article_vec articles;
	bool ok = (mkdir(folder, 0755) == 0 || errno == EEXIST) ||
		err_set(err, ERR_STORE, "can't make the folder %s: %s", folder, strerror(errno));
	*count = 0;
	ok = ok && store_articles(d->store, &d->a, &articles, err);
	for (size_t i = 0; ok && i < articles.n; i++) {
		struct draft_row draft;
		struct saved_draft saved;
		ok = store_draft(d->store, &a, articles.items[i].draft, &draft, err) &&
			desk_load_draft(d, &a, &draft, &saved, err);
		for (size_t k = 0; ok && k < saved.reports.n; k++, ++*count)
			ok = put_report(d, &a, folder, &saved.reports.items[k], err);
		arena_reset(&a);
	}
	arena_free(&a);
	return ok;
}
