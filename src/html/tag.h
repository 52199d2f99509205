/* Inside html only: names of elements as numbers. */
#ifndef HTML_TAG_H
#define HTML_TAG_H

#include "base/base.h"

enum tag_flag {
	IS_SPECIAL = 1 << 0,     /* the "special" category */
	IS_SCOPE = 1 << 1,       /* ends a scope */
	IS_LIST = 1 << 2,        /* ends list item scope */
	IS_BUTTON = 1 << 3,      /* ends button scope */
	IS_TABLE_SCOPE = 1 << 4, /* ends table scope */
	IS_MODE = 1 << 5,        /* says which insertion mode holds inside it */
	IS_PASSED = 1 << 6,      /* special, but the search for an open <li> goes on beyond it */
	IS_IMPLIED = 1 << 7,     /* its end tag may be implied */
	IS_IMPLIED_ALL = 1 << 8, /* its end tag may be implied when a template ends */
	IS_FORMATTING = 1 << 9,  /* is reopened in the next block */
	IS_BREAKOUT = 1 << 10,   /* its start tag ends foreign content */
	IS_MATH = 1 << 11,       /* special and a scope in MathML */
	IS_SVG = 1 << 12,        /* special and a scope in SVG */
	IS_FOSTER = 1 << 13,     /* what does not belong in it goes before its table */
	IS_VOID = 1 << 14,       /* has no end tag */
};

#define TAG(number, name, flags) TAG_##number,
enum {
	TAG_NONE,
#include "html/tag_list.h"
	TAG_COUNT
};
#undef TAG

/* Names that are not in the list get numbers from TAG_COUNT on as they come, so that open elements
 * can be compared by number. So many different names are told apart; the rest share one number. */
#define TAG_LAST UINT16_MAX

struct tag_info {
	struct str name;
	unsigned flags;
};
extern const struct tag_info tag_infos[TAG_COUNT];

#define TAG_SLOT_BITS 11
extern const uint64_t tag_multiplier;
extern const uint8_t tag_slots[1 << TAG_SLOT_BITS];

/* The number of a lower-case name whose first eight bytes, big end first, are the key; TAG_NONE
 * when it is not in the list. */
uint16_t tag_by_key(struct str name, uint64_t key);
uint16_t tag_of(struct str name);

static inline unsigned tag_flags(uint16_t tag)
{
	return tag < TAG_COUNT ? tag_infos[tag].flags : 0;
}

#endif
