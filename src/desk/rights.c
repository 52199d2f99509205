#include "desk/parts.h"

#include "feed/feed.h"

#define FILE_MAX ((size_t)256 << 10) /* of tdmrep.json or a licence; a longer one is not read */
#define WELL_KNOWN "/.well-known/tdmrep.json"

/* ---- Files ---- */

/* What a server said holds for a day, like robots.txt (RFC 9309 section 2.4); that it could not be
 * reached holds for this run. */
static bool is_fresh(const struct rights_file *file, struct when now)
{
	bool is_answer = file->status >= 200 && file->status <= 499;
	return when_is_known(file->at) && file->at.utc_s > now.utc_s - (is_answer ? DAY_S : 1);
}

static bool find_file(struct rights *r, struct arena *a, struct str url, struct rights_file *file,
	bool *is_known, struct err *err)
{
	if (!store_rights_file(r->d->store, a, url, file, is_known, err))
		return false;
	*is_known = *is_known && is_fresh(file, r->d->now);
	if (!*is_known) {
		bool is_new;
		(void)map_put(&r->missing, str_dup(&r->a, url), &is_new);
	}
	return true;
}

static void begin_round(struct rights *r)
{
	if (!r->missing.a)
		r->missing = map_new(&r->a);
}

static void end_round(struct rights *r)
{
	arena_free(&r->a);
	*r = (struct rights){.d = r->d, .net = r->net};
}

static bool save_file(struct rights *r, const struct net_reply *reply, struct err *err)
{
	const struct map_entry *asked = &r->missing.items[reply->tag];
	bool is_good = reply->outcome == NET_OK && reply->body.n <= FILE_MAX;
	struct arena scratch = {0};
	struct str charset;
	struct rights_file file = {.url = asked->key,
		.body = is_good ? text_decode(&scratch, reply->body, STR(""), TEXT_XML, &charset) : STR(""),
		.status = reply->outcome == NET_ROBOTS && reply->status == 0 ? 403 : reply->status,
		.at = r->d->now};
	bool ok = store_put_rights_file(r->d->store, &file, err);
	arena_free(&scratch);
	return ok;
}

/* Asks for all that is missing. The network has nothing else to do then. */
static bool read_missing(struct rights *r, struct err *err)
{
	struct arena scratch = {0};
	struct net_reply reply;
	bool ok = true;
	for (size_t i = 0; i < r->missing.n; i++)
		net_submit(r->net,
			&(struct net_request){
				.url = r->missing.items[i].key, .purpose = NET_PAGE, .tag = (int64_t)i});
	while (net_wait(r->net, &scratch, &reply)) {
		if (ok && reply.outcome != NET_STOPPED)
			ok = save_file(r, &reply, err);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	r->missing = map_new(&r->a);
	return ok;
}

/* ---- Signals ---- */

static struct str path_of(struct arena *a, struct str url)
{
	struct url parts;
	struct err ignored;
	if (!url_parse(a, url, &parts, &ignored))
		return STR("/");
	return parts.has_query ? str_format(a, "%.*s?%.*s", STR_ARG(parts.path), STR_ARG(parts.query))
						   : parts.path;
}

static bool read_tdmrep(struct rights *r, struct arena *a, struct str url, struct str origin,
	struct signal_vec *signals, struct err *err)
{
	struct rights_file file = {0};
	struct str address = str_format(a, "%.*s" WELL_KNOWN, STR_ARG(origin));
	struct err why;
	bool is_known;
	if (!find_file(r, a, address, &file, &is_known, err))
		return false;
	/* Many servers answer any address with a page; what is no list of rules says nothing. */
	if (is_known && file.body.n &&
		!rights_read_tdmrep(a, file.body, path_of(a, url), address, signals, &why))
		LOG_I(r->d->log, "rights.no_rules url=%.*s why=\"%s\"", STR_ARG(address), why.msg);
	return true;
}

/* A licence that is named and can't be read reserves what it may reserve. */
static bool read_licence(struct rights *r, struct arena *a, struct str url, struct str address,
	struct signal_vec *signals, struct err *err)
{
	struct rights_file file = {0};
	struct err why;
	bool is_known;
	if (!find_file(r, a, address, &file, &is_known, err))
		return false;
	if (is_known && file.body.n && rsl_read(a, file.body, url, address, signals, &why))
		return true;
	struct str raw = !is_known
		? STR("(not read yet: taken as reserved)")
		: str_format(a, "(can't be read, status %d: taken as reserved)", file.status);
	rights_add(a, signals, STR("RSL licence"), address, raw)->says[USE_MODEL] = -1;
	return true;
}

bool rights_gather(struct rights *r, struct arena *a, struct str url, const struct signal_vec *kept,
	struct signal_vec *signals, struct err *err)
{
	*signals = (struct signal_vec){0};
	begin_round(r);
	struct str origin = url_origin(a, url);
	struct str robots = str_format(a, "%.*s/robots.txt", STR_ARG(origin));
	if (origin.n) {
		rights_read_robots(a, net_robots_text(r->net, url), path_of(a, url), robots, signals);
		if (!read_tdmrep(r, a, url, origin, signals, err))
			return false;
	}
	for (size_t i = 0; i < kept->n; i++) {
		const struct signal *s = &kept->items[i];
		memcpy(rights_add(a, signals, s->kind, s->place, s->raw)->says, s->says, sizeof(s->says));
	}
	for (size_t i = 0, n = signals->n; i < n; i++) {
		if (!str_eq(signals->items[i].kind, STR("RSL")))
			continue;
		struct str licence = url_resolve(a, robots, signals->items[i].raw);
		if (licence.n && !read_licence(r, a, url, licence, signals, err))
			return false;
	}
	return true;
}

static int64_t refused_by(const struct signal_vec *signals)
{
	int64_t refused = 0;
	for (int use = 0; use < USE_COUNT; use++)
		refused |= rights_of(signals, (enum use)use) < 0 ? 1 << use : 0;
	return refused;
}

static struct signal_vec copied(struct arena *a, const struct signal_vec *signals)
{
	struct signal_vec copy = {0};
	for (size_t i = 0; i < signals->n; i++) {
		struct signal s = signals->items[i];
		memcpy(rights_add(a, &copy, s.kind, s.place, s.raw)->says, s.says, sizeof(s.says));
	}
	return copy;
}

bool rights_save(struct rights *r, struct arena *a, struct str key, struct str url,
	const struct signal_vec *kept, struct err *err)
{
	struct signal_vec signals;
	if (!rights_gather(r, a, url, kept, &signals, err) ||
		!store_put_signals(r->d->store, key, &signals, r->d->now, err) ||
		!store_set_refused(r->d->store, key, refused_by(&signals), err))
		return false;
	/* Whether this page missed one of them or one before it did, is not told apart. */
	if (r->missing.n > 0)
		*VEC_ADD(&r->a, &r->waiting) = (struct rights_page){
			.key = str_dup(&r->a, key), .url = str_dup(&r->a, url), .kept = copied(&r->a, kept)};
	return true;
}

bool rights_catch_up(struct rights *r, struct err *err)
{
	struct arena scratch = {0};
	bool ok = true;
	if (r->missing.n == 0) {
		end_round(r);
		return true;
	}
	ok = read_missing(r, err) && store_begin(r->d->store, err);
	/* rights_save adds to what waits when a file is missing still; once is enough. */
	for (size_t i = 0, n = r->waiting.n; ok && i < n; i++) {
		struct rights_page page = r->waiting.items[i];
		ok = rights_save(r, &scratch, page.key, page.url, &page.kept, err);
		arena_reset(&scratch);
	}
	ok = ok && store_commit(r->d->store, err);
	arena_free(&scratch);
	end_round(r);
	return ok;
}

bool rights_prepare(struct rights *r, const struct str_vec *urls, struct err *err)
{
	struct arena scratch = {0};
	struct signal_vec none = {0}, signals;
	bool ok = true;
	begin_round(r);
	struct map seen = map_new(&scratch);
	/* Twice: the first round's requests bring robots.txt, which may name a licence. */
	for (int round = 0; ok && round < 2; round++) {
		seen = map_new(&scratch);
		for (size_t i = 0; ok && i < urls->n; i++) {
			bool is_new;
			(void)map_put(&seen, url_origin(&scratch, urls->items[i]), &is_new);
			ok = !is_new || rights_gather(r, &scratch, urls->items[i], &none, &signals, err);
		}
		ok = ok && read_missing(r, err);
	}
	arena_free(&scratch);
	end_round(r);
	return ok;
}

/* ---- One page, for a person ---- */

static bool ask_page(struct rights *r, struct arena *a, struct rights_view *view, struct err *err)
{
	struct net_reply reply;
	struct signal_vec kept = {0};
	const struct str_vec urls = {.items = &view->url, .n = 1};
	if (!rights_prepare(r, &urls, err))
		return false;
	net_submit(r->net, &(struct net_request){.url = view->url, .purpose = NET_PAGE});
	if (!net_wait(r->net, a, &reply) || reply.outcome == NET_STOPPED)
		return err_set(err, ERR_TRY, "stopped");
	if (reply.outcome != NET_OK && reply.outcome != NET_ROBOTS)
		return err_set(err, ERR_TRY, "%.*s: %s", STR_ARG(utf8_cut(view->url, 120)), reply.why);
	rights_read_header(a, &reply, &kept);
	if (reply.outcome == NET_OK)
		rights_read_page(a, reply.body, reply.url, &kept);
	view->url = reply.url;
	view->at = r->d->now;
	begin_round(r);
	return rights_gather(r, a, view->url, &kept, &view->signals, err) && read_missing(r, err) &&
		rights_gather(r, a, view->url, &kept, &view->signals, err);
}

/* The entry of the source whose feed or site is of the page's host. */
static bool find_licence(
	struct desk *d, struct arena *a, struct str url, struct str *licence, struct err *err)
{
	struct source_vec sources;
	if (!store_sources(d->store, a, &sources, err))
		return false;
	struct str host = url_host(a, url);
	for (size_t i = 0; i < sources.n; i++) {
		const struct source *s = &sources.items[i];
		if (licence->n == 0 &&
			(str_eq(url_host(a, s->url), host) || str_eq(url_host(a, s->site), host)))
			*licence = s->licence;
	}
	return true;
}

bool desk_rights(struct desk *d, struct arena *a, struct str url, bool asks,
	struct rights_view *view, struct err *err)
{
	struct url parts;
	bool found;
	if (!url_parse(a, url, &parts, err)) {
		err->kind = ERR_CONFIG;
		return false;
	}
	*view = (struct rights_view){.url = url_format(a, &parts)};
	struct str key = desk_report_key(a, view->url);
	if (!store_licence_of(d->store, a, key, &key, &view->licence, &found, err) ||
		!store_signals(d->store, a, found ? key : view->url, &view->signals, &view->at, err))
		return false;
	view->is_stored = found && !asks;
	bool is_known = when_is_known(view->at) || view->is_stored;
	if (!found && !find_licence(d, a, view->url, &view->licence, err))
		return false;
	if (asks || !is_known) {
		struct rights r = {.d = d};
		bool ok = desk_open_net(d, &r.net, err) && ask_page(&r, a, view, err);
		net_close(r.net);
		end_round(&r);
		if (!ok)
			return false;
	}
	for (int use = 0; use < USE_COUNT; use++)
		view->says[use] = rights_of(&view->signals, (enum use)use);
	return true;
}
