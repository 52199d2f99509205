/* URLs of http and https (RFC 3986, read as leniently as browsers do where feeds need it). */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/buf.h"

struct url {
	struct str scheme;   /* "http" or "https" after url_parse; as written otherwise */
	struct str host;     /* lower case; an IPv6 literal keeps its brackets */
	struct str port;     /* empty when absent or the scheme's own */
	struct str path;     /* begins with '/' */
	struct str query;    /* without '?'; has_query tells "?" with nothing from none */
	struct str fragment; /* without '#' */
	bool has_query;
};

/* Parses an absolute http or https URL. White space around it is dropped, blanks and controls
 * inside are percent-encoded, user names and passwords are refused. ERR_INPUT otherwise. */
MUST_CHECK bool url_parse(struct arena *a, struct str s, struct url *url, struct err *err);
struct str url_format(struct arena *a, const struct url *url);

/* Resolves a reference against an absolute base (RFC 3986 section 5.2). The empty string when the
 * result is no http(s) URL. */
struct str url_resolve(struct arena *a, struct str base, struct str reference);

/* The form under which a page is recognised: no fragment, no tracking parameters (utm_*, fbclid,
 * gclid, ...), default port and "www." kept as they are. The input when it can't be parsed. */
struct str url_canonical(struct arena *a, struct str s);

/* scheme://host[:port], for "same origin" and robots.txt; empty when it can't be parsed. */
struct str url_origin(struct arena *a, struct str s);
struct str url_host(struct arena *a, struct str s); /* empty when it can't be parsed */

/* Percent-encodes everything but RFC 3986 unreserved characters. */
void url_encode(struct buf *out, struct str s);

#endif
