/* feed: bytes to entries. RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, RDF, JSON Feed 1.x; OPML; finding a
 * page's feeds.
 *
 * Pure. Lenient: broken XML gives what came before the break; never external entities; nesting,
 * count and size have ceilings. XML is read by our own reader (xml.h). */
#ifndef FEED_FEED_H
#define FEED_FEED_H

#include "html/html.h"
#include "model/model.h"

struct feed_input {
	struct str bytes;                 /* as they came from the server */
	struct str url;                   /* of the document: base of relative links; may be empty */
	struct str content_type, charset; /* of the HTTP header; may be empty */
	struct str content_location, content_language;
};

/* ERR_INPUT when the bytes are no feed: says what they look like ("an HTML page", "an empty
 * document", ...) and what to do. A feed without entries is a feed. Dates that can't be read are
 * WHEN_UNKNOWN. */
MUST_CHECK bool feed_parse(
	struct arena *a, const struct feed_input *in, struct feed *out, struct err *err);

/* Dates as feeds write them: RFC 5322 and its misspellings, RFC 3339 and W3CDTF, zone names, month
 * names of other languages. */
bool feed_parse_date(struct str s, struct when *when);

struct opml_feed {
	struct str url, title, site,
		group; /* group: titles of the outlines above it, joined with "/" */
};
MUST_CHECK bool opml_parse(
	struct arena *a, struct str bytes, struct opml_feed **feeds, size_t *count, struct err *err);
void opml_write(struct buf *out, struct str title, const struct opml_feed *feeds, size_t count);

/* The same from Kite's kite_feeds.json: {"Category": {"feeds": ["URL", ...]}}; a category is a
 * group. */
MUST_CHECK bool kite_parse(
	struct arena *a, struct str bytes, struct opml_feed **feeds, size_t *count, struct err *err);

/* What an RSL licence (rslstandard.org) says of a page: one signal, from the <content> whose url
 * covers it best; none when none does. ERR_INPUT when the bytes are no licence. */
MUST_CHECK bool rsl_read(struct arena *a, struct str bytes, struct str url, struct str place,
	struct signal_vec *signals, struct err *err);

/* The feeds that an HTML page names with <link rel="alternate">, absolute, RSS and Atom and JSON
 * Feed, in document order. */
struct str_vec feed_discover(struct arena *a, struct str html, struct str url);

/* One feed as the JSON object of the `feed` command. */
void feed_put_json(struct jw *w, const struct feed *f);

#endif
