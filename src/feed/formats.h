/* The two families of feeds. Inside feed only. */
#ifndef FEED_FORMATS_H
#define FEED_FORMATS_H

#include "feed/feed.h"

struct feed_text {
	struct str text; /* decoded */
	struct str base; /* of relative links; may be empty */
};

/* RSS, RDF and Atom (and the CDF that came before them). False when the document holds none of
 * these; *first is then the name of its first element, empty when it has none. */
bool xml_feed_parse(
	struct arena *a, const struct feed_text *in, struct feed *out, struct str *first);

MUST_CHECK bool json_feed_parse(
	struct arena *a, const struct feed_text *in, struct feed *out, struct err *err);

#endif
