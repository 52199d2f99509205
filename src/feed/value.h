/* Values of a feed's fields, as all formats clean them. Inside feed only. */
#ifndef FEED_VALUE_H
#define FEED_VALUE_H

#include "base/base.h"

#define FEED_LIST_MAX 200 /* authors, categories or enclosures of one entry */

#define FEED_HTML_MAX ((size_t)1 << 20) /* bytes of one field */

/* Sanitised HTML; a field of over FEED_HTML_MAX is cut there. */
struct str value_html(struct arena *a, struct str html, struct str base);

/* Plain text as HTML. */
struct str value_escaped(struct arena *a, struct str text);

/* White space runs to one blank, ends trimmed, cut at LIMIT_URL bytes. */
struct str value_squeezed(struct arena *a, struct str text);

/* A word or name: squeezed, and entities that were escaped twice decoded. */
struct str value_plain(struct arena *a, struct str text);

/* An absolute http(s) URL. A relative one stays as it is when no base is known; other schemes give
 * the empty string. */
struct str value_link(struct arena *a, struct str base, struct str text);

/* The name in "Name <mail>", "Name (mail)" and "mail (Name)". */
struct str value_author(struct arena *a, struct str text);

/* RFC 4648 section 4, white space and all else skipped; bytes that are no UTF-8 give nothing. */
struct str value_base64(struct arena *a, struct str text);

/* A language tag with '-'; empty when it is none. */
struct str value_language(struct arena *a, struct str tag);

void value_add(struct arena *a, struct str_vec *list, struct str value); /* unless it is there */

#endif
