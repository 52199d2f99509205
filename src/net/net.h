/* net: polite HTTP. Conditional GET, robots.txt, one request at a time per host, ceilings, and an
 * address filter.
 *
 * The only module that knows libcurl. http and https only (RFC 9110), at most LIMIT_REDIRECTS hops
 * (never from https to http), bodies at most LIMIT_BODY after decoding (gzip, br, zstd; over 1 MiB
 * also at most 100 times what came over the wire), no
 * cookies, no referrer. Addresses that are not public (loopback, private, link-local, CGNAT,
 * multicast, their IPv6 and mapped forms: RFC 6890) are refused after name resolution and before
 * connecting, on every hop, unless the allow list names the host or the network. The User-Agent
 * says who asks and where to complain.
 *
 * Each hop of a redirect waits for its host's turn and, for a page, asks its origin's robots.txt. A
 * robots.txt is asked once and kept for a day, or for five minutes when it could not be had; its
 * Crawl-delay (30 s at most) lengthens interval_ms unless that is 0. A host that answers 429 with
 * Retry-After gets no request for so long (an hour at most): those queued end with 429 at once.
 *
 * A program's interface (NET_API) is another matter than a publisher's site: it gets a POST with a
 * body and headers of the caller's, no robots.txt is asked, a redirect is refused (it would take
 * the headers' secrets elsewhere), and what it says of an error is kept. The address filter holds
 * for it too: the caller puts the host that the operator named into `allow`. */
#ifndef NET_NET_H
#define NET_NET_H

#include "model/model.h"

struct net_options {
	struct str user_agent; /* "wireproof/0.1 (+https://example.org/contact)" */
	struct str_vec allow;  /* hosts ("localhost", "*.localhost") and networks ("127.0.0.0/8",
							  "::1/128") to let through */
	int interval_ms;       /* least time between the starts of two requests to one host */
	int timeout_ms;        /* of one whole request */
	int connect_timeout_ms;
	int parallel; /* requests under way at once, all hosts together */
	int per_host; /* requests under way at once to one host; 0: one */
	int idle_ms;  /* a transfer that sends nothing for so long fails; 0: the usual limit of
					 64 bytes a second over 20 s */
	const volatile int *stop; /* when not NULL and not 0: net_wait gives up soon */
};

enum net_purpose {
	NET_FEED, /* robots.txt is not asked: the publisher offers feeds to programs */
	NET_PAGE, /* robots.txt decides */
	NET_API,  /* robots.txt is not asked: the operator set the address */
};

struct net_request {
	struct str url;
	struct str etag,
		last_modified; /* sent verbatim as If-None-Match and If-Modified-Since when not empty */
	enum net_purpose purpose;
	/* Of NET_API: a POST with this body when it is not empty; lines "Name: value", of which none
	 * holds a line break. */
	struct str body;
	struct str_vec headers;
	int64_t tag; /* the caller's; comes back with the reply */
};

enum net_outcome {
	NET_OK,           /* 2xx: body is there */
	NET_NOT_MODIFIED, /* 304 */
	NET_GONE,         /* 410 */
	NET_HTTP_ERROR,   /* any other status: 4xx, 5xx */
	NET_ROBOTS,  /* robots.txt refuses it; with a status: robots.txt itself gave that error (5xx),
					which forbids all for now */
	NET_REFUSED, /* address filter, scheme, too many redirects, https to http */
	NET_TOO_LARGE,
	NET_UNREACHABLE, /* name, connection, TLS, time-out, broken body; of robots.txt too */
	NET_STOPPED,
};

struct net_reply {
	int64_t tag;
	enum net_outcome outcome;
	int status;               /* 0 when none came */
	struct str url;           /* after redirects */
	struct str permanent_url; /* where an unbroken prefix of 301 and 308 leads; empty when there was
								 none */
	struct str body;          /* of NET_OK; of NET_API with any status, and as far as it came */
	struct str content_type;  /* lower case, without parameters */
	struct str charset;       /* parameter of Content-Type, as given */
	struct str content_location, etag, last_modified;
	struct str robots_tag; /* X-Robots-Tag headers, joined with ", " */
	struct str tdm_reservation, tdm_policy;
	struct str content_signal, content_usage, link; /* joined with ", " like robots_tag */
	int64_t retry_after_s; /* from Retry-After, seconds or date; -1 = absent */
	int64_t elapsed_ms;    /* from the start of the first hop to the end, waiting left out */
	int64_t max_age_s;     /* from Cache-Control or Expires; -1 = absent */
	char why[200]; /* for a person, when the outcome is not NET_OK or NET_NOT_MODIFIED: "404 Not
					  Found", "could not resolve host x.example", ... */
};

struct net;
/* Options are copied. ERR_CONFIG on a bad allow entry. */
MUST_CHECK bool net_open(const struct net_options *options, struct net **net, struct err *err);
void net_close(struct net *net); /* NULL: nothing */

/* Queues a request (its strings are copied). The caller keeps at most a few hundred in it. */
void net_submit(struct net *net, const struct net_request *request);
size_t net_pending(const struct net *net);

/* Waits for the next reply, whichever host is first. False when nothing is pending. The reply's
 * memory is in `a`. */
bool net_wait(struct net *net, struct arena *a, struct net_reply *reply);

/* The robots.txt of a URL's origin as it is known from pages asked for before; borrowed until the
 * next call of net_wait. Empty when there is none or it is not known. */
struct str net_robots_text(const struct net *net, struct str url);

/* ---- The pure parts, for tests and fuzzing ---- */

/* Whether a robots.txt (RFC 9309) lets the product token fetch the path (with query). `delay_s`
 * gets Crawl-delay, -1 = none. One that is made to take long refuses everything. */
bool robots_allows(struct str robots_txt, struct str product, struct str path, double *delay_s);

/* Whether a pattern of a rule (`*` anything, a closing `$` the end) covers the path. */
bool robots_matches(struct str pattern, struct str path);

/* Whether an address (text form, v4 or v6) is one of the public Internet. */
bool net_is_public_address(struct str address);

/* ---- Rights (rights.c, rights_page.c) ---- */

/* What publishers say about the use of their pages, in the forms that are in use (2026): robots.txt
 * (RFC 9309, also by naming AI crawlers), Content-Signal, AIPREF's Content-Usage, TDMRep, robots
 * tags (noai, nosnippet), and where an RSL licence lies. Pure.
 *
 * Each reader adds signals; what it does not understand it adds too, saying nothing. Whatever
 * refuses a use outweighs what grants it. What speaks of training alone says nothing here: nothing
 * is trained. */

#define RIGHTS_SIGNALS 64 /* of one page; more are left out */
#define RIGHTS_RAW 400    /* bytes kept of one */

/* Adds a signal, its strings copied and made printable. */
struct signal *rights_add(
	struct arena *a, struct signal_vec *signals, struct str kind, struct str place, struct str raw);

/* `path` is that of the page, with its query; `place` the robots.txt's URL. A License line becomes
 * a signal of kind "RSL" whose raw is the URL. */
void rights_read_robots(struct arena *a, struct str robots_txt, struct str path, struct str place,
	struct signal_vec *signals);
/* What the header of a page's reply says. */
void rights_read_header(struct arena *a, const struct net_reply *reply, struct signal_vec *signals);
/* What the <head> of a page says, from its bytes. */
void rights_read_page(
	struct arena *a, struct str bytes, struct str url, struct signal_vec *signals);
/* What /.well-known/tdmrep.json says of a path. ERR_INPUT when it is no such file. */
MUST_CHECK bool rights_read_tdmrep(struct arena *a, struct str json, struct str path,
	struct str place, struct signal_vec *signals, struct err *err);

/* "key=value" items of Content-Signal or Content-Usage, separated by commas. */
void rights_read_usage(struct arena *a, struct str kind, struct str items, struct str place,
	struct signal_vec *signals);
/* The directives of X-Robots-Tag or <meta name=robots>. */
void rights_read_tags(struct arena *a, struct str kind, struct str list, struct str place,
	struct signal_vec *signals);

/* What all signals say together of a use: -1 refused, 0 nothing, 1 granted. */
int rights_of(const struct signal_vec *signals, enum use use);

#endif
