#include "desk/fetching.h"

/* A page that can't be reached is tried again so many times, each after twice as long, then its
 * feed's text is taken. */
#define PAGE_TRIES 4
#define FIRST_PAUSE_S 600
#define LONGEST_PAUSE_S DAY_S
#define LEASE_S 3600
/* Entries worked off in one transaction. */
#define ENTRY_BATCH 200

struct when fetching_later(struct when now, int64_t seconds)
{
	now.utc_s += seconds;
	return now;
}

int64_t fetching_pause_s(int64_t failures, int64_t retry_after_s, struct str who)
{
	int64_t pause = FIRST_PAUSE_S;
	for (int64_t i = 1; i < failures && pause < LONGEST_PAUSE_S; i++)
		pause *= 2;
	int64_t percent = 75 + (int64_t)(hash_fast_seed(who, (uint64_t)failures) % 51);
	pause = pause * percent / 100;
	if (pause > LONGEST_PAUSE_S)
		pause = LONGEST_PAUSE_S;
	return retry_after_s > pause ? retry_after_s : pause;
}

bool fetching_is_stopped(const struct desk *d)
{
	return d->stop && *d->stop;
}

void fetching_progress(const struct desk *d, const char *stage, size_t done, size_t total)
{
	if (d->progress)
		d->progress(stage, done, total);
}

/* ---- pages ---- */

struct page_job {
	struct job job;
	struct entry entry;
	int64_t source;
	struct stored_page before; /* without its body */
	bool has_before;
};

static const struct source *find_source(const struct fetching *f, int64_t id)
{
	for (size_t i = 0; i < f->sources.n; i++)
		if (f->sources.items[i].id == id)
			return &f->sources.items[i];
	return NULL;
}

static bool take_job(
	struct fetching *f, struct arena *a, struct page_job *p, bool *found, struct err *err)
{
	struct store *store = f->d->store;
	struct when lease = fetching_later(f->d->now, LEASE_S);
	int64_t id = 0;
	if (!store_take(store, a, STR("page"), STR("desk"), f->d->now, lease, &p->job, found, err) ||
		!*found)
		return *found;
	if (!str_to_i64(p->job.key, &id))
		return err_set(
			err, ERR_STORE, "store: a page job without an entry: %.*s", STR_ARG(p->job.key));
	return store_entry(store, a, id, &p->entry, &p->source, err) &&
		store_page(store, a, p->entry.link, false, &p->before, &p->has_before, err);
}

static bool save_report(struct fetching *f, struct arena *a, const struct page_job *p,
	const struct fetched_page *page, const struct stored_page *stored,
	const struct signal_vec *signals, struct err *err)
{
	struct store *store = f->d->store;
	static const struct source removed = {.name = STR_CONST("?")};
	const struct source *source = find_source(f, p->source);
	struct report report;
	struct span_vec sentences;
	int64_t entry_id = 0, report_id;
	bool changed;
	(void)str_to_i64(p->job.key, &entry_id);
	desk_make_report(
		a, page, &p->entry, source ? source : &removed, f->d->now, &report, &sentences);
	/* Without an address a report is known by its text: titles and ids are edited. */
	if (p->entry.link.n == 0 && report.state != PAGE_EMPTY &&
		!store_key_of_text(store, a, p->source, report.text_hash, &report.key, err))
		return false;
	/* A page that can't be had again takes nothing back of what it gave before. */
	bool is_worse = false;
	if (page->body.n == 0 &&
		!store_has_better_report(store, report.key, report.state, &is_worse, err))
		return false;
	if (is_worse)
		return store_job_done(store, p->job.id, err);
	if (!store_begin(store, err) || (stored && !store_put_page(store, stored, err)) ||
		!store_put_report(
			store, entry_id, p->source, &report, &sentences, &changed, &report_id, err) ||
		!rights_save(
			&f->rights, a, report.key, page->url.n ? page->url : p->entry.link, signals, err))
		return false;
	f->d->counts.reports += changed;
	if (report.state == PAGE_EMPTY)
		LOG_I(f->d->log, "report.empty url=%.*s", STR_ARG(report.url));
	return store_job_done(store, p->job.id, err) && store_commit(store, err);
}

/* What the feed's own header said, which holds for the text that comes with it. */
static bool feed_signals(struct fetching *f, struct arena *a, const struct page_job *p,
	struct signal_vec *signals, struct err *err)
{
	const struct source *source = find_source(f, p->source);
	struct when at;
	*signals = (struct signal_vec){0};
	return !source || store_signals(f->d->store, a, source->url, signals, &at, err);
}

/* The report of an entry whose page can't be had: the feed's own text. */
static bool save_without_page(
	struct fetching *f, struct arena *a, const struct page_job *p, struct str why, struct err *err)
{
	struct fetched_page none = {.url = p->entry.link, .refusal = why};
	struct signal_vec signals;
	LOG_W(f->d->log, "page.failed url=%.*s why=\"%.*s\" instead=\"the feed's own text\"",
		STR_ARG(p->entry.link), STR_ARG(why));
	return feed_signals(f, a, p, &signals, err) && save_report(f, a, p, &none, NULL, &signals, err);
}

static bool has_licence(const struct fetching *f, const struct page_job *p)
{
	const struct source *source = find_source(f, p->source);
	return source && source->licence.n > 0;
}

static bool may_come_back(const struct net_reply *reply)
{
	return reply->outcome == NET_UNREACHABLE || reply->status >= 500 || reply->status == 429 ||
		reply->status == 408;
}

static bool page_failed(struct fetching *f, struct arena *a, const struct page_job *p,
	const struct net_reply *reply, struct err *err)
{
	f->d->counts.pages_failed++;
	if (may_come_back(reply) && p->job.attempts + 1 < PAGE_TRIES) {
		int64_t pause = fetching_pause_s(p->job.attempts + 1, reply->retry_after_s, p->entry.link);
		LOG_W(f->d->log, "page.failed url=%.*s why=\"%s\" again_in_s=%lld", STR_ARG(p->entry.link),
			reply->why, (long long)pause);
		return store_job_failed(f->d->store, p->job.id, str_c(reply->why),
			fetching_later(f->d->now, pause), false, err);
	}
	return save_without_page(f, a, p, str_c(reply->why), err);
}

/* What the header and the page say; a 304 brings no page and maybe not all headers, so that what
 * they said before holds too. */
static bool page_signals(struct fetching *f, struct arena *a, const struct page_job *p,
	const struct net_reply *reply, const struct fetched_page *page, struct signal_vec *signals,
	struct err *err)
{
	struct signal_vec before = {0};
	struct when at;
	struct str header = str_format(a, "header of %.*s", STR_ARG(page->url));
	struct str key = desk_report_key(a, page->url);
	if (!feed_signals(f, a, p, signals, err) ||
		(reply->outcome == NET_NOT_MODIFIED &&
			!store_signals(f->d->store, a, key, &before, &at, err)))
		return false;
	for (size_t i = 0; i < before.n; i++) {
		const struct signal *s = &before.items[i];
		if (str_eq(s->place, header))
			memcpy(
				rights_add(a, signals, s->kind, s->place, s->raw)->says, s->says, sizeof(s->says));
	}
	rights_read_header(a, reply, signals);
	rights_read_page(a, page->body, page->url, signals);
	return true;
}

static bool page_replied(struct fetching *f, struct arena *a, const struct page_job *p,
	const struct net_reply *reply, struct err *err)
{
	struct stored_page stored = {0};
	bool found, has_news = reply->outcome == NET_OK;
	if (reply->outcome == NET_NOT_MODIFIED) {
		if (!store_page(f->d->store, a, p->entry.link, true, &stored, &found, err))
			return false;
		/* RFC 9111 section 4.3.4: what a 304 carries replaces what was kept. */
		has_news = reply->etag.n && !str_eq(reply->etag, stored.etag);
		if (has_news)
			stored.etag = reply->etag;
	} else if (reply->outcome == NET_OK) {
		stored = (struct stored_page){.url = p->entry.link,
			.final_url = reply->url,
			.etag = reply->etag,
			.last_modified = reply->last_modified,
			.charset = reply->charset,
			.hash = hash_sha256(a, reply->body),
			.body = reply->body,
			.status = reply->status,
			.fetched = f->d->now};
	} else {
		return page_failed(f, a, p, reply, err);
	}
	struct fetched_page page = {.body = stored.body,
		.url = stored.final_url,
		.charset = stored.charset,
		.hash = stored.hash};
	struct signal_vec signals;
	f->d->counts.pages++;
	return page_signals(f, a, p, reply, &page, &signals, err) &&
		save_report(f, a, p, &page, has_news ? &stored : NULL, &signals, err);
}

/* An entry without a link is all the report there is. */
static bool without_page(
	struct fetching *f, struct arena *a, const struct page_job *p, struct err *err)
{
	struct str name =
		str_format(a, "urn:wireproof:%lld:%.*s", (long long)p->source, STR_ARG(p->entry.id));
	struct fetched_page none = {.url = name};
	struct signal_vec signals;
	return feed_signals(f, a, p, &signals, err) && save_report(f, a, p, &none, NULL, &signals, err);
}

/* Asks for a page, unless its site forbids to keep it. */
static bool ask_page(
	struct fetching *f, struct arena *a, const struct page_job *p, size_t slot, struct err *err)
{
	struct signal_vec none = {0}, signals;
	struct err why;
	if (!desk_may_follow(a, p->entry.link, &why)) {
		f->d->counts.pages_failed++;
		return save_without_page(f, a, p, str_c(why.msg), err);
	}
	if (!rights_gather(&f->rights, a, p->entry.link, &none, &signals, err))
		return false;
	for (size_t i = 0; i < signals.n; i++) {
		const struct signal *s = &signals.items[i];
		/* robots.txt is net's to obey: it may have changed since. */
		if (s->says[USE_STORE] >= 0 || str_eq(s->kind, STR("robots.txt")) || has_licence(f, p))
			continue;
		f->d->counts.pages_failed++;
		return save_without_page(f, a, p,
			str_format(a, "its publisher refuses that it is kept: %.*s, %.*s", STR_ARG(s->kind),
				STR_ARG(s->raw)),
			err);
	}
	net_submit(f->net,
		&(struct net_request){.url = p->entry.link,
			.etag = p->has_before ? p->before.etag : STR(""),
			.last_modified = p->has_before ? p->before.last_modified : STR(""),
			.purpose = NET_PAGE,
			.tag = (int64_t)slot});
	return true;
}

/* Reads what the sites of a batch say of all their pages, then asks for the pages. */
static bool ask_pages(
	struct fetching *f, struct arena *a, const struct page_job *jobs, size_t count, struct err *err)
{
	struct str_vec urls = {0};
	for (size_t i = 0; i < count; i++)
		*VEC_ADD(a, &urls) = jobs[i].entry.link;
	if (!rights_prepare(&f->rights, &urls, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!fetching_is_stopped(f->d) && !ask_page(f, a, &jobs[i], i, err))
			return false;
	return true;
}

/* Takes a batch of jobs, asks for their pages, and saves each as it comes. */
static bool fetch_batch(
	struct fetching *f, struct arena *a, size_t *done, size_t total, bool *is_last, struct err *err)
{
	struct page_job *jobs = ARENA_ARRAY(a, struct page_job, ENTRY_BATCH);
	size_t count = 0;
	bool found = true;
	while (count < ENTRY_BATCH && found) {
		struct page_job *p = &jobs[count];
		*err = (struct err){0};
		if (!take_job(f, a, p, &found, err) && err->kind != ERR_NONE)
			return false;
		if (!found)
			break;
		if (p->entry.link.n == 0) {
			if (!without_page(f, a, p, err))
				return false;
			continue;
		}
		count++;
	}
	*is_last = !found;
	struct net_reply reply;
	struct arena scratch = {0};
	bool ok = ask_pages(f, a, jobs, count, err);
	while (ok && !fetching_is_stopped(f->d) && net_wait(f->net, &scratch, &reply)) {
		if (reply.outcome == NET_STOPPED)
			continue;
		ok = page_replied(f, &scratch, &jobs[reply.tag], &reply, err);
		fetching_progress(f->d, "pages", ++*done, total);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok && rights_catch_up(&f->rights, err);
}

static bool fetch_pages(struct fetching *f, struct err *err)
{
	struct arena scratch = {0};
	int64_t waiting;
	size_t done = 0;
	bool is_last = false, ok = store_waiting(f->d->store, STR("page"), &waiting, err);
	while (ok && !is_last && !fetching_is_stopped(f->d)) {
		ok = fetch_batch(f, &scratch, &done, (size_t)waiting, &is_last, err);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok;
}

bool desk_open_net(struct desk *d, struct net **net, struct err *err)
{
	const struct conf *conf = &d->conf;
	struct arena *a = &d->a;
	struct str contact = conf->contact.n ? conf->contact : conf->base_url;
	struct net_options options = {
		.user_agent = contact.n
			? str_format(a, "wireproof/%s (+%.*s)", WIREPROOF_VERSION, STR_ARG(contact))
			: str_format(a, "wireproof/%s (news desk; no contact set)", WIREPROOF_VERSION),
		.allow = conf->allow,
		.interval_ms = (int)conf->interval_ms,
		.timeout_ms = (int)conf->timeout_s * 1000,
		.connect_timeout_ms = 10000,
		.parallel = (int)conf->parallel,
		.stop = d->stop,
	};
	return net_open(&options, net, err);
}

bool desk_fetch(struct desk *d, struct err *err)
{
	struct arena a = {0};
	struct fetching f = {.d = d};
	bool ok = store_sources(d->store, &a, &f.sources, err);
	if (ok && f.sources.n == 0)
		LOG_W(d->log, "desk.empty do=\"add a feed with: wireproof add URL\"");
	ok = ok && desk_open_net(d, &f.net, err) && fetch_feeds(&f, err);
	f.rights = (struct rights){.d = d, .net = f.net};
	/* Names and languages that the feeds brought are in the store now. */
	ok = ok && store_sources(d->store, &a, &f.sources, err) && fetch_pages(&f, err);
	ok = ok && (fetching_is_stopped(d) || desk_group(d, err));
	if (!ok)
		store_rollback(d->store);
	net_close(f.net);
	arena_free(&a);
	return ok;
}
