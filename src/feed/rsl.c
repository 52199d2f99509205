/* Licences of Really Simple Licensing 1.0: <rsl><content url><license><permits> <prohibits>
 * <payment>. */
#include "feed/feed.h"
#include "feed/xml.h"
#include "net/net.h"

/* What a list of usage tokens speaks of. Training alone is no use here. */
static const struct {
	struct str token;
	bool is_of[USE_COUNT];
} tokens[] = {
	{STR_CONST("all"), {[USE_STORE] = true, [USE_QUOTE] = true, [USE_MODEL] = true}},
	{STR_CONST("ai-all"), {[USE_MODEL] = true}},
	{STR_CONST("ai-input"), {[USE_MODEL] = true}},
	{STR_CONST("search"), {[USE_QUOTE] = true}},
};

/* What one <license> gives. */
struct licence {
	bool is_permitted[USE_COUNT], is_prohibited[USE_COUNT];
	bool has_permits;
	bool is_paid;
	struct str payment; /* its type */
};

struct reading {
	struct arena *a;
	struct xml *x;
	struct str url, path; /* of the page */
	size_t longest;       /* octets of the <content url> that counts so far, and 1 */
	struct buf raw;       /* of that content */
	int8_t says[USE_COUNT];
};

static void read_usages(struct str words, bool is_of[USE_COUNT])
{
	for (size_t at = 0, end; at < words.n; at = end + 1) {
		for (end = at; end < words.n && !char_is_space(words.p[end]) && words.p[end] != ',';)
			end++;
		struct str word = str_sub(words, at, end - at);
		for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++)
			for (int use = 0; use < USE_COUNT && str_eq_nocase(word, tokens[i].token); use++)
				is_of[use] |= tokens[i].is_of[use];
	}
}

static void take_element(struct reading *r, struct licence *l, struct buf *raw)
{
	struct xml *x = r->x;
	struct str name = x->element.local, type = str_dup(r->a, xml_attribute(x, "type"));
	bool is_permits = str_eq_nocase(name, STR("permits"));
	bool is_prohibits = str_eq_nocase(name, STR("prohibits"));
	if (str_eq_nocase(name, STR("payment"))) {
		l->payment = type;
		l->is_paid = !str_eq_nocase(type, STR("free")) && !str_eq_nocase(type, STR("attribution"));
		buf_addf(raw, " payment %.*s;", STR_ARG(type));
	}
	if (!is_permits && !is_prohibits)
		return;
	struct str words = xml_read_text(x);
	buf_addf(
		raw, " %s %.*s %.*s;", is_permits ? "permits" : "prohibits", STR_ARG(type), STR_ARG(words));
	if (type.n && !str_eq_nocase(type, STR("usage")))
		return; /* by place or by user: kept and shown */
	l->has_permits |= is_permits;
	read_usages(words, is_permits ? l->is_permitted : l->is_prohibited);
}

/* RSL: what a licence does not permit, and what it wants to be paid for, it does not give to who
 * has no agreement. Of storing and quoting only a plain prohibition counts. */
static int licence_says(const struct licence *l, enum use use)
{
	bool is_open = l->is_permitted[use] && !l->is_paid;
	if (l->is_prohibited[use])
		return -1;
	if (use == USE_MODEL && (l->is_paid || (l->has_permits && !l->is_permitted[use])))
		return -1;
	return is_open ? 1 : 0;
}

/* Several licences of one content are a choice: one that grants is enough. */
static void add_licence(int8_t says[USE_COUNT], const struct licence *l)
{
	for (int use = 0; use < USE_COUNT; use++) {
		int one = licence_says(l, (enum use)use);
		if (one > 0 || says[use] == 0)
			says[use] = (int8_t)one;
	}
}

/* The octets of the pattern and 1, 0 when it does not cover the page. */
static size_t covers(const struct reading *r, struct str pattern)
{
	struct str subject = str_starts(pattern, STR("/")) ? r->path : r->url;
	return pattern.n == 0 || robots_matches(pattern, subject) ? pattern.n + 1 : 0;
}

static void read_content(struct reading *r)
{
	struct xml *x = r->x;
	struct licence l = {0};
	int8_t says[USE_COUNT] = {0};
	struct buf raw = BUF(RIGHTS_RAW);
	size_t depth = x->depth, length = covers(r, str_trim(xml_attribute(x, "url")));
	for (enum xml_event event; (event = xml_next(x)) != XML_END;) {
		if (event == XML_CLOSE && x->depth < depth)
			break;
		bool is_licence = str_eq_nocase(x->element.local, STR("license"));
		if (event == XML_OPEN && is_licence)
			l = (struct licence){0};
		else if (event == XML_OPEN)
			take_element(r, &l, &raw);
		else if (event == XML_CLOSE && is_licence)
			add_licence(says, &l);
	}
	if (length > r->longest) {
		r->longest = length;
		buf_clear(&r->raw);
		buf_add(&r->raw, buf_str(&raw));
		memcpy(r->says, says, sizeof(says));
	}
	buf_free(&raw);
}

bool rsl_read(struct arena *a, struct str bytes, struct str url, struct str place,
	struct signal_vec *signals, struct err *err)
{
	struct str charset;
	struct url parts;
	if (!url_parse(a, url, &parts, err))
		return false;
	struct reading r = {.a = a, .url = url, .path = parts.path, .raw = BUF(RIGHTS_RAW)};
	r.x = xml_new(a, text_decode(a, bytes, STR(""), TEXT_XML, &charset), STR(""));
	bool is_rsl = false;
	for (enum xml_event event; (event = xml_next(r.x)) != XML_END;) {
		if (event != XML_OPEN)
			continue;
		is_rsl |= str_eq_nocase(r.x->element.local, STR("rsl"));
		if (is_rsl && str_eq_nocase(r.x->element.local, STR("content")))
			read_content(&r);
	}
	xml_free(r.x);
	if (r.longest)
		memcpy(rights_add(a, signals, STR("RSL licence"), place, buf_str(&r.raw))->says, r.says,
			sizeof(r.says));
	buf_free(&r.raw);
	return is_rsl || err_set(err, ERR_INPUT, "not an RSL licence: it has no <rsl> element");
}
