/* xml: a pull reader for the XML that feeds really are. Inside feed only.
 *
 * It never fails: what is no markup is text, what is cut off ends there, an end tag that fits
 * nothing is dropped and one that fits closes everything inside it, so that events are always
 * balanced. Nothing external is ever read; entities of the document's own DTD are plain text with a
 * ceiling. Linear in the input but for constants (depth, attributes and bindings have ceilings). */
#ifndef FEED_XML_H
#define FEED_XML_H

#include "base/base.h"

/* The namespaces that feeds use, by URI; by their usual prefix when the URI is missing or not one
 * of these. */
enum xml_namespace {
	NS_NONE = 1, /* none, or an unknown one without a prefix */
	NS_RSS = 2,
	NS_ATOM = 4,
	NS_ATOM03 = 8,
	NS_RDF = 16,
	NS_DC = 32, /* elements and terms */
	NS_CONTENT = 64,
	NS_MEDIA = 128,
	NS_ITUNES = 256,
	NS_XHTML = 512,
	NS_OTHER = 1024,
};

enum xml_event { XML_END, XML_OPEN, XML_CLOSE, XML_TEXT };

struct xml_element {
	struct str name;  /* as written */
	struct str local; /* the name without its prefix */
	enum xml_namespace space;
	struct str base;     /* by xml:base, from the document's address down */
	struct str language; /* by xml:lang */
};

#define XML_ATTRIBUTES 64
#define XML_BINDINGS 256
#define XML_ENTITIES 64
#define XML_HTML_NAMES 300               /* different entities of HTML in one document */
#define XML_MEMORY ((size_t)256 << 20)   /* arena bytes after which the input counts as cut off */
#define XML_EXPANSION ((size_t)64 << 10) /* bytes that a document's own entities may add */

struct xml {
	struct arena *a;
	struct str in;
	size_t at;
	struct xml_element element; /* of the last XML_OPEN or XML_CLOSE */
	size_t depth;               /* open elements, the one of an XML_OPEN included */
	struct str raw;             /* XML_TEXT: undecoded; xml_add_text gives what it means */
	bool is_cdata;

	/* The reader's own. */
	struct str base;       /* of the document */
	size_t arena_at_start; /* its bytes in use */
	struct xml_element open[LIMIT_FEED_DEPTH];
	unsigned char keys[LIMIT_FEED_DEPTH]; /* of their names, to pass over most of them quickly */
	size_t closing; /* elements that are still to be closed before reading on */
	struct {
		struct str name, raw;
	} attributes[XML_ATTRIBUTES]; /* of the last start tag */
	size_t attribute_count;
	struct {
		size_t depth;
		struct str prefix;
		enum xml_namespace space;
	} bindings[XML_BINDINGS];
	size_t binding_count;
	struct {
		struct str name, value;
	} entities[XML_ENTITIES];
	size_t entity_count, expanded;
	bool has_doctype;
	struct map html_names; /* references to indexes of html_values */
	struct str_vec html_values;
	struct buf out, text;
};

/* The reader lives in the arena; xml_free releases what it holds besides. `in` is valid UTF-8. */
struct xml *xml_new(struct arena *a, struct str in, struct str base);
void xml_free(struct xml *x);

/* At the end of the input all that is open is closed, then XML_END comes for ever. */
enum xml_event xml_next(struct xml *x);

/* An attribute of the last start tag by its name as written ("href", "rdf:about"), letters of
 * either case; empty when absent. */
struct str xml_attribute(struct xml *x, const char *name);

/* After XML_OPEN each of these reads up to the end of that element. */
void xml_skip(struct xml *x);
struct str xml_read_text(struct xml *x); /* the text that stands directly in it, trimmed */

enum xml_as {
	XML_AS_HTML,  /* text is HTML already (RSS, Atom's type html) */
	XML_AS_XHTML, /* text is text and gets escaped (Atom's types text and xhtml) */
};
/* Its content as an HTML fragment, child elements as tags. `skips_div`: a div that wraps it all is
 * left out (RFC 4287 section 3.1.1.3). */
struct str xml_read_html(struct xml *x, enum xml_as as, bool skips_div);

/* Decodes the text of the last XML_TEXT. */
void xml_add_text(struct xml *x, struct buf *out);

/* ---- xml_decode.c ---- */

/* Character references, entities and stray controls of raw character data. */
void xml_decode(struct xml *x, struct str raw, bool with_own_entities, struct buf *out);
void xml_drop_controls(struct str text, struct buf *out);
/* Reads `<!DOCTYPE ...>` at x->at for the entities it declares, and steps over it. */
void xml_read_doctype(struct xml *x);

#endif
