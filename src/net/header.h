/* What a reply's header says. Pure, but for curl's reader of dates. */
#ifndef NET_HEADER_H
#define NET_HEADER_H

#include "net/net.h"

/* The values as sent, trimmed; of headers that come twice the first counts, or all, joined with
 * ", ", where the header is a list. */
struct headers {
	struct str location, content_type, content_location, etag, last_modified;
	struct str robots_tag, tdm_reservation, cache_control, expires, date, retry_after;
	struct str tdm_policy, content_signal, content_usage, link;
};

/* Takes one line; any that is not of use is passed over. */
void headers_read(struct arena *a, struct headers *headers, struct str line);

/* Fills in the reply's members that come from headers; its strings are in `a`. */
void headers_tell(struct arena *a, const struct headers *headers, struct net_reply *reply);

/* A copy of a validator, which goes back to the server as it came; empty when it holds anything but
 * printable ASCII. */
struct str header_validator(struct arena *a, struct str s);

/* Whether a redirect between two absolute URLs gives up https. */
bool redirect_is_downgrade(struct str from, struct str to);

/* "404 Not Found"; the number alone when RFC 9110 gives it no name. */
struct str status_text(struct arena *a, int status);

#endif
