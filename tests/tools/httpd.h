/* httpd [--port N] [--log FILE] [--port-file FILE] ROOT: a small HTTP server over loopback, for the
 * tests and the demo. It serves the sample newsroom, and misbehaves on request.
 *
 * It binds 127.0.0.1 (port 0, the default, takes any free one), writes the port to --port-file,
 * prints http://127.0.0.1:PORT when it is ready, and ends on SIGTERM or SIGINT with 0.
 *
 * Hosts: a request to NAME.localhost is served from ROOT/NAME/ when that folder is there, any other
 * from ROOT/. A path that ends in '/' gives its index.html. Files whose names begin with '.' are
 * not served. Text files (html, htm, rss, atom, rdf, xml, json, txt, opml) may hold @PORT@, which
 * becomes the port; this works on bytes, so that they may be in any encoding. Replies carry a
 * strong ETag (of the bytes served) and Last-Modified, and conditional requests get 304.
 *
 * A file NAME.as beside no file NAME holds, in its first line, a path of the same host that is
 * served in place of NAME: so an address that looks innocent can move, fail or be slow.
 *
 * Behaviours: a path may begin with one of these. PATH is a path again, so they can be chained.
 *   /!status/NNN          answers that status; 429 and 503 come with Retry-After: 120
 *   /!redirect/N/PATH     N hops of 302, then PATH
 *   /!moved/N/PATH        N hops of 301, then PATH
 *   /!location/NNN/URL    answers that status with this Location (percent-encoded)
 *   /!loop                redirects to itself
 *   /!slow/MS/PATH        waits, then PATH
 *   /!big/BYTES           a body of so many zeros, without a Content-Length
 *   /!bomb                64 MiB of zeros in 422,703 bytes of gzip
 *   /!cut/PATH            PATH, but the connection ends after half of the body
 *   /!type/MIME/PATH      PATH with this Content-Type, its first '/' written '+'
 *   /!header/NAME:VALUE/PATH   PATH with one more header (percent-encoded)
 *   /!fill/BYTES/PATH     PATH with one more header, of so many bytes
 *   /!retag/PATH          PATH under an ETag that is new in each answer: to "x" 304 with "xx"
 *   /!gzip/HOW/PATH       PATH in gzip: once, twice, cut (without its end), or lie (not at all)
 *   /!close               closes the connection without an answer
 *
 * The log gets a line of JSON for each request, when its answer begins: {"method", "host" (without
 * the port), "path" (as sent, with the query), "status" (0 when closed), "if_none_match",
 * "if_modified_since", "user_agent", "accept_encoding", "authorization", "cookie", "referer" (null
 * when absent), "under_way" (requests to that host that waited for their answer to begin when this
 * one came, itself included)}. */
#ifndef TESTS_TOOLS_HTTPD_H
#define TESTS_TOOLS_HTTPD_H

#include "base/base.h"

#include <microhttpd.h>
#include <pthread.h>

struct server {
	struct str root;
	struct str port;
	FILE *log;
	pthread_mutex_t lock; /* guards what follows, and the log */
	pthread_cond_t wakes; /* when is_stopping becomes true */
	bool is_stopping;
	struct request *under_way;
};

struct header {
	struct str name, value;
};

/* One request and what will be answered. */
struct request {
	struct arena a; /* holds this struct too */
	struct request *next;
	struct str uri;    /* as sent */
	struct str host;   /* without the port */
	struct str folder; /* that the host is served from */
	int peers;         /* of the same host under way, itself included */
	unsigned status;
	bool is_closed, is_cut, is_retagged;
	struct str gzip; /* how the body is packed; empty: it is not */
	struct str type;
	struct str body;
	uint64_t zeros; /* the body is so many zeros */
	struct {
		struct header *items;
		size_t n, capacity;
	} headers;
};

/* Fills in what the request will be answered. */
void httpd_answer(struct server *server, struct MHD_Connection *connection, struct request *r);

void httpd_answer_status(struct request *r, unsigned status);

#endif
