/* Which element is which field. Inside feed only. */
#ifndef FEED_RULES_H
#define FEED_RULES_H

#include "feed/xml.h"

enum field {
	FIELD_NONE,
	FIELD_TITLE,
	FIELD_LINK,
	FIELD_ID,
	FIELD_SUMMARY, /* of a feed: its description */
	FIELD_CONTENT,
	FIELD_LANGUAGE,
	FIELD_PUBLISHED, /* of a feed: one more reason to think it was updated then */
	FIELD_UPDATED,
	FIELD_AUTHOR,
	FIELD_CONTRIBUTOR,
	FIELD_CATEGORY,
	FIELD_KEYWORDS, /* categories between commas */
	FIELD_RIGHTS,
	FIELD_SOURCE,
	FIELD_IMAGE,
	FIELD_TTL,
	FIELD_SKIP_DAYS,
	FIELD_SKIP_HOURS,
	FIELD_ENCLOSURE,
	FIELD_GROUP,     /* its children count as the entry's own */
	FIELD_CONTAINER, /* channel, feed: what holds the feed's fields */
	FIELD_ENTRY,
	FIELD_COUNT,
};

/* Of several elements that give the same field the one with the highest rank counts, and of equal
 * ranks the first. */
struct rule {
	enum field field;
	int rank;
};

struct rule rule_of(const struct xml_element *e);

#endif
