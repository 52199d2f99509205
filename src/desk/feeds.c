#include "desk/fetching.h"

/* A source pauses by itself only after so many failures in a row. */
#define PATIENCE 3
/* So often in a row a feed must say that it has moved for good. */
#define CONFIRMATIONS 3

/* What names an entry in its feed: its id, else its link, else its title. Several items may share
 * an id by mistake; their links tell them apart then. */
static struct str entry_key(struct arena *a, const struct entry *e, struct map *ids)
{
	struct str key = e->id.n ? e->id : e->link.n ? e->link : e->title;
	bool is_new;
	(void)map_put(ids, key, &is_new);
	if (is_new || e->link.n == 0)
		return key;
	return str_format(a, "%.*s %.*s", STR_ARG(key), STR_ARG(e->link));
}

static bool save_entries(struct fetching *f, struct arena *a, const struct source *source,
	const struct feed *feed, struct err *err)
{
	struct map ids = map_new(a);
	for (size_t i = 0; i < feed->entry_count; i++) {
		const struct entry *e = &feed->entries[i];
		struct str key = entry_key(a, e, &ids);
		int64_t id;
		enum entry_change change;
		if (key.n == 0)
			continue;
		if (!store_put_entry(f->d->store, source->id, e, key, f->d->now, &id, &change, err))
			return false;
		if (change == ENTRY_SAME)
			continue;
		f->d->counts.entries++;
		if (!store_ask(f->d->store, STR("page"), str_format(a, "%lld", (long long)id), err))
			return false;
	}
	return true;
}

/* What a person can do about a feed that failed. */
static struct str what_to_do(struct arena *a, const struct net_reply *reply)
{
	if (reply->outcome == NET_OK) {
		struct str_vec feeds = feed_discover(a, reply->body, reply->url);
		if (feeds.n > 0)
			return str_format(
				a, "follow the feed that it names: wireproof add %.*s", STR_ARG(feeds.items[0]));
	}
	if (reply->outcome == NET_OK || reply->status == 404)
		return STR("check the address; wireproof sources remove drops it");
	if (reply->outcome == NET_GONE)
		return STR("nothing: it is asked no more until wireproof sources resume");
	return STR("nothing for now: the next run asks again; wireproof sources pause stops that");
}

static void source_failed(struct fetching *f, struct arena *a, struct source *source,
	const struct net_reply *reply, const char *why)
{
	int64_t retry_after_s =
		reply->outcome == NET_OK || reply->outcome == NET_GONE ? -1 : reply->retry_after_s;
	f->d->counts.feeds_failed++;
	source->failures++;
	source->state = str_dup(a, str_c(why));
	source->next = WHEN_UNKNOWN;
	if (retry_after_s >= 0 || source->failures >= PATIENCE)
		source->next = fetching_later(
			f->d->now, fetching_pause_s(source->failures, retry_after_s, source->url));
	LOG_W(f->d->log, "source.failed url=%.*s why=\"%s\" do=\"%.*s\"", STR_ARG(source->url), why,
		STR_ARG(what_to_do(a, reply)));
}

static void take_feed(
	struct arena *a, const struct net_reply *reply, const struct feed *feed, struct source *source)
{
	if (source->name.n == 0)
		source->name = html_to_text(a, feed->title);
	if (source->name.n == 0)
		source->name = url_host(a, source->url);
	if (source->site.n == 0)
		source->site = feed->link;
	if (source->language.n == 0)
		source->language = text_language_code(a, feed->language);
	source->etag = reply->etag;
	source->last_modified = reply->last_modified;
}

/* A feed that has moved for good says so each time; one that was pointed elsewhere by mistake or by
 * a hotel's network stops. Its address changes after CONFIRMATIONS in a row. */
static bool follow_move(struct fetching *f, struct arena *a, struct source *source,
	const struct net_reply *reply, struct err *err)
{
	struct str to = reply->permanent_url;
	bool is_taken;
	source->moved_count = str_eq(to, source->moved_to) ? source->moved_count + 1 : 1;
	source->moved_to = to;
	if (to.n == 0 || str_eq(to, source->url)) {
		source->moved_to = STR("");
		source->moved_count = 0;
		return true;
	}
	if (source->moved_count < CONFIRMATIONS)
		return true;
	if (!store_has_source(f->d->store, to, &is_taken, err))
		return false;
	if (is_taken) {
		source->state = str_format(a,
			"ok, but it has moved to %.*s, which is a source already: "
			"remove one of them",
			STR_ARG(to));
		return true;
	}
	LOG_I(f->d->log, "source.moved url=%.*s to=%.*s confirmations=%d", STR_ARG(source->url),
		STR_ARG(to), CONFIRMATIONS);
	source->url = to;
	source->moved_to = STR("");
	source->moved_count = 0;
	return true;
}

/* What a feed that answered well says of the next time: not before its answer goes stale, and not
 * before its ttl has passed; a day of either is believed. A 304 leaves the ttl as it was, which is
 * not kept apart: then the header alone counts, or the floor of before when it says nothing. It may
 * carry a new validator (RFC 9111 section 4.3.4). */
static void take_answer(struct fetching *f, struct source *source, const struct net_reply *reply,
	const struct feed *feed)
{
	int64_t ttl_s = (int64_t)feed->ttl_min * 60;
	source->state = STR("ok");
	source->failures = 0;
	source->good = f->d->now;
	if (reply->outcome == NET_OK || reply->max_age_s > 0)
		source->floor_s = reply->max_age_s > ttl_s ? reply->max_age_s : ttl_s;
	if (source->floor_s > DAY_S)
		source->floor_s = DAY_S;
	source->next = source->floor_s ? fetching_later(f->d->now, source->floor_s) : WHEN_UNKNOWN;
	if (reply->etag.n)
		source->etag = reply->etag;
	if (reply->last_modified.n)
		source->last_modified = reply->last_modified;
}

/* What the header of a feed says about its use holds for the text that it brings. */
static bool save_signals(struct fetching *f, struct arena *a, const struct source *source,
	const struct net_reply *reply, struct err *err)
{
	struct signal_vec signals = {0};
	rights_read_header(a, reply, &signals);
	return store_put_signals(f->d->store, source->url, &signals, f->d->now, err);
}

/* Saves what a feed's reply says: its entries and its validators in one transaction, so that a kill
 * between them can't lose an entry to a 304. */
static bool feed_replied(
	struct fetching *f, struct arena *a, const struct net_reply *reply, struct err *err)
{
	struct source *source = &f->sources.items[reply->tag];
	struct feed feed = {0};
	struct err why = {0};
	struct feed_input in = {.bytes = reply->body,
		.url = reply->url,
		.content_type = reply->content_type,
		.charset = reply->charset,
		.content_location = reply->content_location};
	bool is_new = false;
	f->d->counts.feeds++;
	if (reply->outcome == NET_GONE) {
		source_failed(f, a, source, reply, "410 Gone: the feed has ended");
		source->is_paused = true;
	} else if (reply->outcome != NET_OK && reply->outcome != NET_NOT_MODIFIED) {
		source_failed(f, a, source, reply, reply->why);
	} else if (reply->outcome == NET_OK && !feed_parse(a, &in, &feed, &why)) {
		source_failed(f, a, source, reply, why.msg);
	} else {
		take_answer(f, source, reply, &feed);
		if (!follow_move(f, a, source, reply, err))
			return false;
		is_new = reply->outcome == NET_OK;
		f->d->counts.feeds_unchanged += !is_new;
	}
	source->fetched = f->d->now;
	if (is_new)
		take_feed(a, reply, &feed, source);
	if (feed.left_out)
		LOG_W(f->d->log, "source.long url=%.*s entries_left_out=%zu", STR_ARG(source->url),
			feed.left_out);
	return store_begin(f->d->store, err) &&
		(!is_new ||
			(save_entries(f, a, source, &feed, err) && save_signals(f, a, source, reply, err))) &&
		store_save_source(f->d->store, source, err) && store_commit(f->d->store, err);
}

bool fetch_feeds(struct fetching *f, struct err *err)
{
	struct arena scratch = {0};
	size_t asked = 0, done = 0;
	bool ok = true;
	for (size_t i = 0; i < f->sources.n; i++) {
		const struct source *s = &f->sources.items[i];
		if (s->is_paused || (when_is_known(s->next) && s->next.utc_s > f->d->now.utc_s))
			continue;
		net_submit(f->net,
			&(struct net_request){.url = s->url,
				.etag = s->etag,
				.last_modified = s->last_modified,
				.purpose = NET_FEED,
				.tag = (int64_t)i});
		asked++;
	}
	struct net_reply reply;
	while (ok && !fetching_is_stopped(f->d) && net_wait(f->net, &scratch, &reply)) {
		if (reply.outcome == NET_STOPPED)
			continue;
		ok = feed_replied(f, &scratch, &reply, err);
		fetching_progress(f->d, "feeds", ++done, asked);
		/* The sources' new members live in scratch until they are saved, which feed_replied has
		 * done. */
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok;
}
