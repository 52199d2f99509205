/* Finds the feeds of a site: those that its page names, else those at the usual places. */
#include "desk/parts.h"

#include "feed/feed.h"
#include "net/net.h"

#define CANDIDATES 12 /* links of one page that are tried */

static const char *const usual[] = {"/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml",
	"/index.xml", "/feed.json", "/feed/", "/rss/"};

/* Links of an aggregator that name no publisher, and its feeds, which hold nothing else. */
static bool is_opaque(struct arena *a, struct str url)
{
	struct url parts;
	struct err ignored;
	return url_parse(a, url, &parts, &ignored) && str_eq(parts.host, STR("news.google.com")) &&
		(str_starts(parts.path, STR("/rss")) || str_starts(parts.path, STR("/articles/")) ||
			str_starts(parts.path, STR("/read/")));
}

static bool ask(
	struct net *net, struct arena *a, struct str url, struct net_reply *reply, struct err *err)
{
	net_submit(net, &(struct net_request){.url = url, .purpose = NET_FEED});
	if (!net_wait(net, a, reply) || reply->outcome == NET_STOPPED)
		return err_set(err, ERR_TRY, "stopped");
	return true;
}

/* Many servers answer what is not there with a page and "200 OK": only what reads as a feed is. */
static bool is_feed(struct arena *a, const struct net_reply *reply, struct err *why)
{
	struct feed feed;
	struct feed_input in = {.bytes = reply->body,
		.url = reply->url,
		.content_type = reply->content_type,
		.charset = reply->charset};
	if (reply->outcome != NET_OK)
		return err_set(why, ERR_TRY, "%s", reply->why);
	return feed_parse(a, &in, &feed, why);
}

static bool try_all(struct net *net, struct arena *a, const struct str_vec *urls, bool takes_one,
	struct str_vec *feeds, struct err *err)
{
	struct arena scratch = {0};
	bool ok = true;
	for (size_t i = 0; ok && i < urls->n && i < CANDIDATES && !(takes_one && feeds->n); i++) {
		struct net_reply reply;
		struct err why;
		ok = ask(net, &scratch, urls->items[i], &reply, err);
		if (ok && is_feed(&scratch, &reply, &why))
			*VEC_ADD(a, feeds) = str_dup(a, urls->items[i]);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok;
}

static bool discover(
	struct net *net, struct arena *a, struct str url, struct str_vec *feeds, struct err *err)
{
	struct net_reply reply;
	struct err why;
	struct str_vec places = {0};
	if (!ask(net, a, url, &reply, err))
		return false;
	if (is_feed(a, &reply, &why)) {
		*VEC_ADD(a, feeds) = url;
		return true;
	}
	if (reply.outcome != NET_OK)
		return err_set(err, ERR_TRY, "%.*s: %s", STR_ARG(utf8_cut(url, 120)), reply.why);
	struct str_vec named = feed_discover(a, reply.body, reply.url);
	if (!try_all(net, a, &named, false, feeds, err))
		return false;
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		*VEC_ADD(a, &places) = url_resolve(a, reply.url, str_c(usual[i]));
	if (feeds->n == 0 && !try_all(net, a, &places, true, feeds, err))
		return false;
	return feeds->n > 0 ||
		err_set(err, ERR_INPUT,
			"%.*s names %zu feeds, none of them can be read, and none is at the usual places",
			STR_ARG(utf8_cut(url, 100)), named.n);
}

bool desk_discover(
	struct desk *d, struct arena *a, struct str url, struct str_vec *feeds, struct err *err)
{
	struct net *net = NULL;
	*feeds = (struct str_vec){0};
	bool ok = desk_open_net(d, &net, err) && discover(net, a, url, feeds, err);
	net_close(net);
	return ok;
}

bool desk_may_follow(struct arena *a, struct str url, struct err *err)
{
	return !is_opaque(a, url) ||
		err_set(err, ERR_CONFIG,
			"%.*s is a link of an aggregator that hides its publisher: add the publisher's own "
			"feed",
			STR_ARG(utf8_cut(url, 80)));
}
