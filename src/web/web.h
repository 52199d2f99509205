/* web: the site over HTTP, for looking at it, for a small desk, or behind another server.
 *
 * Serves the files of one folder and nothing else: GET and HEAD (RFC 9110), If-None-Match and
 * If-Modified-Since, one type for each ending, a strict Content-Security-Policy. Names that begin
 * with a dot are not there (but .well-known, RFC 8615), links out of the folder are not followed,
 * and there is no listing. The only module that knows libmicrohttpd. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "base/base.h"

struct web_options {
	const char *folder;
	const char *address; /* numeric; "127.0.0.1" unless the operator says otherwise */
	int port;            /* 0: any free one */
};

struct web;
/* Listens and answers in a thread of its own until web_stop. ERR_CONFIG when the folder is no site
 * or the address can't be had. */
MUST_CHECK bool web_start(const struct web_options *options, struct web **web, struct err *err);
int web_port(const struct web *web);
void web_stop(struct web *web);

/* ---- The pure parts, for tests and fuzzing ---- */

/* The path of a URL ("/stories/a%20b/") as a path of a file below the folder ("stories/a
 * b/index.html"). False for what never is a file of the site: "..", dots in front, empty parts, bad
 * percent signs, NUL, over LIMIT_URL. */
bool web_file_path(struct arena *a, struct str url_path, struct str *file);
const char *web_type(struct str file); /* media type by ending; "application/octet-stream" else */

#endif
