#include "feed/formats.h"

#include "feed/rules.h"
#include "feed/value.h"

#define TTL_MAX (60 * 24 * 366) /* minutes: a year */

/* Ranks of an entry's or a feed's link. */
enum { LINK_FALLBACK = 1, LINK_ATTRIBUTE, LINK_OTHER_TYPE, LINK_PAGE, LINK_TEXT };

/* What one entry or the feed itself has so far, with the rank of what gave it. */
struct fields {
	struct str text[FIELD_COUNT];
	struct when date[FIELD_COUNT];
	int rank[FIELD_COUNT];
	struct str_vec authors, contributors, categories, skip_days, skip_hours;
	struct str hub, self, source_link;
	int ttl_min;
	struct {
		struct enclosure *items;
		size_t n, capacity;
	} enclosures;
};

struct reading {
	struct arena *a;
	struct xml *x;
	struct fields feed;
	struct {
		struct entry *items;
		size_t n, capacity;
	} entries;
	size_t left_out;
	bool has_container, is_atom;
	bool is_held;     /* the last start tag is still to be looked at */
	struct str first; /* name of the first element */
};

static bool wins(const struct fields *f, enum field field, int rank)
{
	return rank > f->rank[field];
}

static void set_text(struct fields *f, enum field field, int rank, struct str value)
{
	if (value.n == 0 || !wins(f, field, rank))
		return;
	f->text[field] = value;
	f->rank[field] = rank;
}

static bool is_atom_element(const struct reading *r)
{
	enum xml_namespace space = r->x->element.space;
	return space == NS_ATOM || space == NS_ATOM03 || (r->is_atom && space == NS_NONE);
}

/* ---- Text that is HTML in one of many ways ---- */

/* RFC 4287 section 3.1 and the media types and modes of Atom 0.3. Anything but Atom is HTML. */
static struct str read_markup(struct reading *r)
{
	struct xml *x = r->x;
	struct str base = x->element.base;
	if (!is_atom_element(r))
		return value_html(r->a,
			xml_read_html(x, x->element.space == NS_XHTML ? XML_AS_XHTML : XML_AS_HTML, false),
			base);
	struct str type = xml_attribute(x, "type"), mode = xml_attribute(x, "mode");
	if (str_eq_nocase(mode, STR("base64")) || str_starts_nocase(type, STR("application/octet")))
		return value_html(r->a, value_base64(r->a, xml_read_text(x)), base);
	bool is_html = str_eq_nocase(type, STR("html")) || str_starts_nocase(type, STR("text/html"));
	bool skips_div = x->element.space != NS_ATOM03;
	struct str html = xml_read_html(x, is_html ? XML_AS_HTML : XML_AS_XHTML, skips_div);
	return value_html(r->a, html, base);
}

static void take_markup(struct reading *r, struct fields *f, struct rule rule)
{
	if (wins(f, rule.field, rule.rank))
		set_text(f, rule.field, rule.rank, read_markup(r));
	else
		xml_skip(r->x);
}

/* A second text of RSS, beside the description, is the longer one. */
static void take_summary(struct reading *r, struct fields *f, struct rule rule)
{
	bool is_second = f->rank[FIELD_SUMMARY] > rule.rank && !is_atom_element(r) &&
		str_eq_nocase(r->x->element.local, STR("summary")) && r->x->element.space != NS_ITUNES;
	take_markup(r, f, is_second ? (struct rule){FIELD_CONTENT, 1} : rule);
}

/* ---- Elements made of others ---- */

static enum xml_event next_event(struct reading *r)
{
	bool is_held = r->is_held;
	r->is_held = false;
	return is_held ? XML_OPEN : xml_next(r->x);
}

/* Whether the element began because the end of what it stands in was forgotten; it is then left to
 * whoever reads on. */
static bool hold_entry(struct reading *r)
{
	enum field field = rule_of(&r->x->element).field;
	r->is_held = field == FIELD_ENTRY || field == FIELD_CONTAINER;
	return r->is_held;
}

struct child {
	const char *name;
	struct str text; /* or, when it has none, its href */
};

/* The text that stands directly in the element; that of the named children goes to them. */
static struct str read_children(struct reading *r, struct child *children, size_t count)
{
	struct xml *x = r->x;
	struct buf text = BUF(LIMIT_URL);
	for (size_t depth = x->depth; x->depth >= depth;) {
		enum xml_event event = xml_next(x);
		if (event == XML_END)
			break;
		if (event == XML_TEXT && x->depth == depth)
			xml_add_text(x, &text);
		if (event != XML_OPEN)
			continue;
		if (hold_entry(r))
			break;
		size_t i = 0;
		while (i < count && !str_eq_nocase(x->element.local, str_c(children[i].name)))
			i++;
		struct str href = xml_attribute(x, "href"), inside = xml_read_text(x);
		if (i < count && children[i].text.n == 0)
			children[i].text = inside.n ? inside : href;
	}
	struct str own = str_trim(str_dup(r->a, buf_str(&text)));
	buf_free(&text);
	return own;
}

/* ---- Links and enclosures ---- */

static void add_enclosure(
	struct reading *r, struct fields *f, struct str url, struct str type, struct str length)
{
	if (url.n == 0 || f->enclosures.n == FEED_LIST_MAX)
		return;
	for (size_t i = 0; i < f->enclosures.n; i++)
		if (str_eq(f->enclosures.items[i].url, url))
			return;
	int64_t bytes;
	bool is_known = str_to_i64(length, &bytes) && bytes >= 0;
	*VEC_ADD(r->a, &f->enclosures) =
		(struct enclosure){.url = url, .type = type, .length = is_known ? bytes : -1};
}

/* <enclosure> and <media:content>, whose children go on as the entry's own. */
static void take_enclosure(struct reading *r, struct fields *f)
{
	struct xml *x = r->x;
	struct str length = xml_attribute(x, "length");
	add_enclosure(r, f, value_link(r->a, x->element.base, xml_attribute(x, "url")),
		xml_attribute(x, "type"), length.n ? length : xml_attribute(x, "filesize"));
}

static int rank_of_rel(struct str rel, struct str type)
{
	size_t slash = str_rfind_char(rel, '/'); /* a relation may be written as a URL */
	if (slash != STR_NONE)
		rel = str_from(rel, slash + 1);
	if (rel.n && !str_eq_nocase(rel, STR("alternate")))
		return 0;
	return type.n == 0 || str_starts_nocase(type, STR("text/html")) ||
			str_starts_nocase(type, STR("application/xhtml"))
		? LINK_PAGE
		: LINK_OTHER_TYPE;
}

/* RSS has the address as text, Atom in an attribute; feeds mix them. */
static void take_link(struct reading *r, struct fields *f)
{
	struct xml *x = r->x;
	struct str base = x->element.base, href = xml_attribute(x, "href");
	struct str rel = xml_attribute(x, "rel"), type = xml_attribute(x, "type");
	if (href.n && str_eq_nocase(rel, STR("enclosure")))
		add_enclosure(r, f, value_link(r->a, base, href), type, xml_attribute(x, "length"));
	if (href.n && f->hub.n == 0 && str_eq_nocase(rel, STR("hub")))
		f->hub = value_link(r->a, base, href);
	if (href.n && f->self.n == 0 && str_eq_nocase(rel, STR("self")))
		f->self = value_link(r->a, base, href);
	int rank = rank_of_rel(rel, type);
	if (href.n == 0 && rank == LINK_PAGE && !is_atom_element(r))
		rank = LINK_TEXT;
	struct str text = xml_read_text(x);
	if (rank)
		set_text(f, FIELD_LINK, rank, value_link(r->a, base, href.n ? href : text));
}

static void take_id(struct reading *r, struct fields *f, int rank)
{
	struct xml *x = r->x;
	struct str base = x->element.base;
	bool is_guid = str_eq_nocase(x->element.local, STR("guid"));
	bool is_link = is_guid && !str_eq_nocase(xml_attribute(x, "ispermalink"), STR("false"));
	bool is_atom = is_atom_element(r);
	struct str id = xml_read_text(x);
	if (is_atom && base.n && str_starts(id, STR("/"))) /* RFC 4287 section 4.2.6: it is absolute */
		id = value_link(r->a, base, id);
	set_text(f, FIELD_ID, rank, id);
	if (is_link && (str_starts_nocase(id, STR("http:")) || str_starts_nocase(id, STR("https:"))))
		set_text(f, FIELD_LINK, LINK_FALLBACK, value_link(r->a, base, id));
}

/* ---- People, subjects, times ---- */

static struct str read_person(struct reading *r)
{
	struct child parts[] = {{.name = "name"}, {.name = "email"}};
	struct str own = read_children(r, parts, 2);
	struct str name = parts[0].text.n ? parts[0].text : own;
	return value_author(r->a, name.n ? name : parts[1].text);
}

static void take_author(struct reading *r, struct fields *f, int rank)
{
	struct xml *x = r->x;
	if (rank < f->rank[FIELD_AUTHOR]) {
		xml_skip(x);
		return;
	}
	value_add(r->a, &f->authors, read_person(r));
	if (f->authors.n)
		f->rank[FIELD_AUTHOR] = rank;
}

/* Atom has the word in `term`, podcasts in `text`, and there the children go on. */
static void take_category(struct reading *r, struct fields *f)
{
	struct xml *x = r->x;
	struct str word = xml_attribute(x, "term");
	if (word.n == 0)
		word = xml_attribute(x, "text");
	if (word.n == 0)
		word = xml_read_text(x);
	value_add(r->a, &f->categories, value_plain(r->a, word));
}

static void take_keywords(struct reading *r, struct fields *f)
{
	struct str rest = xml_read_text(r->x);
	while (rest.n)
		value_add(r->a, &f->categories, value_plain(r->a, str_cut(&rest, ',')));
}

/* ---- Where it comes from, what it looks like, when to ask again ---- */

/* RSS: the title, with the address in `url`; Atom: the head of the other feed. */
static void take_source(struct reading *r, struct fields *f, int rank)
{
	struct str base = r->x->element.base, url = xml_attribute(r->x, "url");
	struct child parts[] = {{.name = "title"}, {.name = "link"}};
	struct str own = read_children(r, parts, 2);
	if (!wins(f, FIELD_SOURCE, rank))
		return;
	set_text(f, FIELD_SOURCE, rank, value_plain(r->a, own.n ? own : parts[0].text));
	f->source_link = value_link(r->a, base, url.n ? url : parts[1].text);
}

/* The address is in an attribute, a child or the text. */
static void take_image(struct reading *r, struct fields *f, int rank)
{
	struct xml *x = r->x;
	static const char *const names[] = {"href", "url", "rdf:resource"};
	struct str base = x->element.base, url = {0};
	for (size_t i = 0; i < 3 && url.n == 0; i++)
		url = xml_attribute(x, names[i]);
	struct child parts[] = {{.name = "url"}};
	struct str own = read_children(r, parts, 1);
	if (url.n == 0)
		url = parts[0].text.n ? parts[0].text : own;
	set_text(f, FIELD_IMAGE, rank, value_link(r->a, base, url));
}

static void take_ttl(struct reading *r, struct fields *f)
{
	int64_t minutes;
	if (str_to_i64(xml_read_text(r->x), &minutes) && minutes > 0)
		f->ttl_min = minutes < TTL_MAX ? (int)minutes : TTL_MAX;
}

static void take_skips(struct reading *r, struct str_vec *list)
{
	struct xml *x = r->x;
	for (size_t depth = x->depth; x->depth >= depth;) {
		enum xml_event event = xml_next(x);
		if (event == XML_END || (event == XML_OPEN && hold_entry(r)))
			break;
		if (event == XML_OPEN)
			value_add(r->a, list, value_plain(r->a, xml_read_text(x)));
	}
}

static void set_date(struct fields *f, enum field field, int rank, struct str text)
{
	struct when when;
	if (!wins(f, field, rank) || !feed_parse_date(text, &when))
		return;
	f->date[field] = when;
	f->rank[field] = rank;
}

/* ---- Entries and the feed ---- */

static struct fields *new_fields(struct fields *f)
{
	*f = (struct fields){0};
	for (size_t i = 0; i < FIELD_COUNT; i++)
		f->date[i] = WHEN_UNKNOWN;
	return f;
}

/* The fields that the start tag of an item, entry or channel carries itself (RDF, CDF). */
static void take_attributes(struct reading *r, struct fields *f)
{
	struct xml *x = r->x;
	if (x->element.language.n)
		set_text(f, FIELD_LANGUAGE, 1, value_language(r->a, x->element.language));
	if (x->attribute_count == 0)
		return;
	set_text(f, FIELD_ID, 1, xml_attribute(x, "rdf:about"));
	set_text(
		f, FIELD_LINK, LINK_ATTRIBUTE, value_link(r->a, x->element.base, xml_attribute(x, "href")));
	set_date(f, FIELD_UPDATED, 1, xml_attribute(x, "lastmod"));
}

/* The fields that few feeds have. */
static void take_rare(struct reading *r, struct fields *f, struct rule rule)
{
	switch (rule.field) {
	case FIELD_CONTRIBUTOR:
		value_add(r->a, &f->contributors, read_person(r));
		break;
	case FIELD_KEYWORDS:
		take_keywords(r, f);
		break;
	case FIELD_SOURCE:
		take_source(r, f, rule.rank);
		break;
	case FIELD_IMAGE:
		take_image(r, f, rule.rank);
		break;
	case FIELD_TTL:
		take_ttl(r, f);
		break;
	case FIELD_SKIP_DAYS:
		take_skips(r, &f->skip_days);
		break;
	case FIELD_SKIP_HOURS:
		take_skips(r, &f->skip_hours);
		break;
	default:
		xml_skip(r->x);
	}
}

/* One element of an entry or the feed, read or stepped into. */
static void take(struct reading *r, struct fields *f, struct rule rule)
{
	switch (rule.field) {
	case FIELD_SUMMARY:
		take_summary(r, f, rule);
		break;
	case FIELD_TITLE:
	case FIELD_CONTENT:
	case FIELD_RIGHTS:
		take_markup(r, f, rule);
		break;
	case FIELD_LINK:
		take_link(r, f);
		break;
	case FIELD_ID:
		take_id(r, f, rule.rank);
		break;
	case FIELD_LANGUAGE:
		set_text(f, rule.field, 1 + rule.rank, value_language(r->a, xml_read_text(r->x)));
		break;
	case FIELD_PUBLISHED:
	case FIELD_UPDATED:
		set_date(f, rule.field, rule.rank, xml_read_text(r->x));
		break;
	case FIELD_AUTHOR:
		take_author(r, f, rule.rank);
		break;
	case FIELD_CATEGORY:
		take_category(r, f);
		break;
	case FIELD_ENCLOSURE:
		take_enclosure(r, f);
		break;
	case FIELD_GROUP:
		break;
	default:
		take_rare(r, f, rule);
	}
}

static void add_entry(struct reading *r, const struct fields *f)
{
	if (r->entries.n == LIMIT_ENTRIES) {
		r->left_out++;
		return;
	}
	*VEC_ADD(r->a, &r->entries) = (struct entry){
		.id = f->text[FIELD_ID],
		.title = f->text[FIELD_TITLE],
		.link = f->text[FIELD_LINK],
		.author = str_join(r->a, f->authors.items, f->authors.n, STR("; ")),
		.summary = f->text[FIELD_SUMMARY],
		.content = f->text[FIELD_CONTENT],
		.published = f->date[FIELD_PUBLISHED],
		.updated = f->date[FIELD_UPDATED],
		.rights = f->text[FIELD_RIGHTS],
		.image = f->text[FIELD_IMAGE],
		.source = f->text[FIELD_SOURCE],
		.source_link = f->source_link,
		.categories = f->categories,
		.contributors = f->contributors,
		.enclosures = f->enclosures.items,
		.enclosure_count = f->enclosures.n,
	};
}

/* An entry that begins inside another one says that the end of that was forgotten. */
static void read_entry(struct reading *r)
{
	struct xml *x = r->x;
	struct fields f;
	take_attributes(r, new_fields(&f));
	for (size_t depth = x->depth; x->depth >= depth;) {
		enum xml_event event = next_event(r);
		if (event == XML_END)
			break;
		if (event != XML_OPEN)
			continue;
		struct rule rule = rule_of(&x->element);
		if (rule.field != FIELD_ENTRY) {
			take(r, &f, rule);
			continue;
		}
		add_entry(r, &f);
		take_attributes(r, new_fields(&f));
	}
	add_entry(r, &f);
}

static void enter_container(struct reading *r)
{
	struct xml *x = r->x;
	r->has_container = true;
	if (str_eq_nocase(x->element.local, STR("feed")))
		r->is_atom = true;
	take_attributes(r, &r->feed);
}

/* Entries count wherever they stand (RSS 1.0 has them beside the channel, broken feeds outside of
 * everything); the feed's own fields only in a container, not in its image or text input. */
static void read_feed(struct reading *r)
{
	struct xml *x = r->x;
	size_t ignored = 0; /* depth of the element that we ignore, 0 = none */
	for (enum xml_event event; (event = next_event(r)) != XML_END;) {
		if (event == XML_CLOSE && x->depth < ignored)
			ignored = 0;
		if (event != XML_OPEN)
			continue;
		if (r->first.n == 0)
			r->first = x->element.local;
		struct rule rule = rule_of(&x->element);
		if (rule.field == FIELD_CONTAINER) {
			ignored = 0;
			enter_container(r);
		} else if (rule.field == FIELD_ENTRY && r->has_container) {
			if (r->entries.n < LIMIT_ENTRIES) {
				read_entry(r);
			} else {
				r->left_out++;
				xml_skip(x);
			}
		} else if (ignored == 0) {
			if (rule.field == FIELD_NONE || !r->has_container)
				ignored = x->depth;
			else
				take(r, &r->feed, rule);
		}
	}
}

/* RFC 4287 section 4.2.1: an entry without authors has the feed's. */
static void inherit_authors(struct reading *r)
{
	struct str author = str_join(r->a, r->feed.authors.items, r->feed.authors.n, STR("; "));
	for (size_t i = 0; r->is_atom && i < r->entries.n; i++)
		if (r->entries.items[i].author.n == 0)
			r->entries.items[i].author = author;
}

bool xml_feed_parse(
	struct arena *a, const struct feed_text *in, struct feed *out, struct str *first)
{
	struct reading r = {.a = a, .x = xml_new(a, in->text, in->base)};
	new_fields(&r.feed);
	read_feed(&r);
	xml_free(r.x);
	*first = r.first;
	inherit_authors(&r);
	bool is_updated_known = when_is_known(r.feed.date[FIELD_UPDATED]);
	*out = (struct feed){
		.title = r.feed.text[FIELD_TITLE],
		.link = r.feed.text[FIELD_LINK],
		.description = r.feed.text[FIELD_SUMMARY],
		.language = r.feed.text[FIELD_LANGUAGE],
		.rights = r.feed.text[FIELD_RIGHTS],
		.image = r.feed.text[FIELD_IMAGE],
		.hub = r.feed.hub,
		.self = r.feed.self,
		.contributors = r.feed.contributors,
		.skip_days = r.feed.skip_days,
		.skip_hours = r.feed.skip_hours,
		.ttl_min = r.feed.ttl_min,
		.updated = r.feed.date[is_updated_known ? FIELD_UPDATED : FIELD_PUBLISHED],
		.entries = r.entries.items,
		.entry_count = r.entries.n,
		.left_out = r.left_out,
	};
	return r.has_container && !str_eq_nocase(r.first, STR("html"));
}
