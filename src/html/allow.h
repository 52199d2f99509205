/* Inside html only: the sanitiser's policy, what is kept of markup that others wrote. */
#ifndef HTML_ALLOW_H
#define HTML_ALLOW_H

#include "html/tag.h"

enum allow_class {
	ALLOW_KEEP = 1,
	ALLOW_VOID = 2,   /* kept; has no end */
	ALLOW_RAW = 4,    /* dropped with what is in it, which is no markup */
	ALLOW_SKIP = 8,   /* dropped with what is in it */
	ALLOW_ENDS_P = 16 /* its start ends a paragraph */
};

/* Elements are told apart by slot: their tag, or beyond TAG_COUNT one of the policy's own names. */
#define ALLOW_SLOTS (TAG_COUNT + 64)

/* Bits of enum allow_class; 0: only the tags go. The name is in lower case. */
unsigned allow_element(uint16_t tag, struct str name, uint16_t *slot);

enum allow_value {
	ALLOW_NONE,
	ALLOW_TEXT,
	ALLOW_URL,
	ALLOW_PAINT, /* of SVG and MathML: text that must not fetch anything */
	ALLOW_STYLE,
};
enum allow_value allow_attribute(struct str name);

/* The declarations of a style attribute that change how the text looks where it stands, each as
 * "name: value;"; empty when there are none. Nothing in them fetches, runs or moves anything. */
struct str allow_style(struct arena *a, struct str style);

#endif
