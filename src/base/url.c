#define BASE_INTERNAL
#include "base/base.h"

static const struct str tracking[] = {STR_CONST("fbclid"), STR_CONST("gclid"), STR_CONST("dclid"),
	STR_CONST("msclkid"), STR_CONST("yclid"), STR_CONST("igshid"), STR_CONST("mc_cid"),
	STR_CONST("mc_eid"), STR_CONST("cmpid"), STR_CONST("at_medium"), STR_CONST("at_campaign"),
	STR_CONST("ocid"), STR_CONST("smid"), STR_CONST("xtor"), STR_CONST("wt_mc")};

static bool is_unreserved(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void url_encode(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_unreserved(s.p[i]))
			buf_add_char(out, s.p[i]);
		else
			buf_addf(out, "%%%02X", (unsigned char)s.p[i]);
	}
}

/* Drops tabs and line ends, percent-encodes blanks, controls and bytes over 127, as the WHATWG URL
 * standard does. */
static struct str clean(struct arena *a, struct str s)
{
	s = str_trim(s);
	char *p = arena_alloc(a, s.n * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '\t' || c == '\n' || c == '\r')
			continue;
		if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>') {
			p[n++] = '%';
			p[n++] = "0123456789ABCDEF"[c >> 4];
			p[n++] = "0123456789ABCDEF"[c & 15];
		} else {
			p[n++] = c == '\\' ? '/' : (char)c;
		}
	}
	p[n] = '\0';
	return (struct str){p, n};
}

/* Splits a URI reference as RFC 3986 appendix B does; `has_authority` tells "//" with nothing from
 * none. */
static void split(struct str s, struct url *u, bool *has_authority, struct str *authority)
{
	*u = (struct url){0};
	size_t hash = str_find_char(s, '#', 0);
	if (hash != STR_NONE) {
		u->fragment = str_from(s, hash + 1);
		s.n = hash;
	}
	size_t question = str_find_char(s, '?', 0);
	if (question != STR_NONE) {
		u->query = str_from(s, question + 1);
		u->has_query = true;
		s.n = question;
	}
	size_t i = 0;
	while (i < s.n &&
		(char_is_alpha(s.p[i]) ||
			(i > 0 && (char_is_digit(s.p[i]) || s.p[i] == '+' || s.p[i] == '-' || s.p[i] == '.'))))
		i++;
	if (i > 0 && i < s.n && s.p[i] == ':') {
		u->scheme = str_sub(s, 0, i);
		s = str_from(s, i + 1);
	}
	*has_authority = str_starts(s, STR("//"));
	if (*has_authority) {
		s = str_from(s, 2);
		size_t slash = str_find_char(s, '/', 0);
		*authority = str_sub(s, 0, slash == STR_NONE ? s.n : slash);
		s = str_from(s, authority->n);
	}
	u->path = s;
}

static bool is_default_port(struct str scheme, struct str port)
{
	return str_eq(port, str_eq(scheme, STR("http")) ? STR("80") : STR("443"));
}

static bool take_authority(struct arena *a, struct str authority, struct url *u, struct err *err)
{
	if (str_find_char(authority, '@', 0) != STR_NONE)
		return err_set(err, ERR_INPUT, "a URL with a user name is refused");
	struct str host = authority;
	size_t colon = str_rfind_char(authority, ':');
	if (colon != STR_NONE && (authority.p[0] != '[' || authority.p[colon - 1] == ']')) {
		u->port = str_from(authority, colon + 1);
		host.n = colon;
	}
	int64_t port = 0;
	if (u->port.n && (!str_to_i64(u->port, &port) || port < 1 || port > 65535))
		return err_set(err, ERR_INPUT, "bad port in URL: %.*s", STR_ARG(u->port));
	if (is_default_port(u->scheme, u->port))
		u->port = (struct str){0};
	if (host.n == 0)
		return err_set(err, ERR_INPUT, "a URL without a host");
	if (host.p[0] != '[' && str_find_char(host, ':', 0) != STR_NONE)
		return err_set(err, ERR_INPUT, "bad host in URL: %.*s", STR_ARG(utf8_cut(host, 120)));
	u->host = str_lower(a, host);
	return true;
}

/* RFC 3986 section 5.2.4. */
static struct str remove_dots(struct arena *a, struct str path)
{
	char *out = arena_alloc(a, path.n + 2);
	size_t n = 0;
	bool ends_in_slash = false;
	struct str rest = path.n && path.p[0] == '/' ? str_from(path, 1) : path;
	if (!rest.p)
		rest = STR("");
	while (rest.p) {
		struct str segment = str_cut(&rest, '/');
		ends_in_slash = false;
		if (str_eq(segment, STR("..")) || str_eq_nocase(segment, STR("%2e%2e"))) {
			while (n > 0 && out[--n] != '/')
				;
			ends_in_slash = true;
		} else if (str_eq(segment, STR(".")) || str_eq_nocase(segment, STR("%2e"))) {
			ends_in_slash = true;
		} else {
			out[n++] = '/';
			if (segment.n)
				memcpy(out + n, segment.p, segment.n);
			n += segment.n;
		}
	}
	if (ends_in_slash || n == 0)
		out[n++] = '/';
	out[n] = '\0';
	return (struct str){out, n};
}

bool url_parse(struct arena *a, struct str s, struct url *url, struct err *err)
{
	if (s.n > LIMIT_URL)
		return err_set(err, ERR_LIMIT, "URL of %zu bytes is over %zu", s.n, LIMIT_URL);
	bool has_authority;
	struct str authority = {0};
	split(clean(a, s), url, &has_authority, &authority);
	url->scheme = str_lower(a, url->scheme);
	if ((!str_eq(url->scheme, STR("http")) && !str_eq(url->scheme, STR("https"))) || !has_authority)
		return err_set(err, ERR_INPUT, "not an http or https URL: %.*s", STR_ARG(utf8_cut(s, 120)));
	if (!take_authority(a, authority, url, err))
		return false;
	url->path = remove_dots(a, url->path);
	return true;
}

struct str url_format(struct arena *a, const struct url *url)
{
	const struct str parts[] = {url->scheme, STR("://"), url->host,
		url->port.n ? STR(":") : STR(""), url->port, url->path, url->has_query ? STR("?") : STR(""),
		url->query, url->fragment.n ? STR("#") : STR(""), url->fragment};
	return str_join(a, parts, sizeof(parts) / sizeof(parts[0]), STR(""));
}

struct str url_resolve(struct arena *a, struct str base, struct str reference)
{
	struct url b, r, out;
	struct str authority = {0};
	bool has_authority;
	if (reference.n > LIMIT_URL)
		return STR("");
	split(clean(a, reference), &r, &has_authority, &authority);
	if (r.scheme.n && (has_authority || !str_eq_nocase(r.scheme, STR("http"))))
		return url_parse(a, reference, &out, NULL) ? url_format(a, &out) : STR("");
	if (!url_parse(a, base, &b, NULL))
		return STR("");
	out = b;
	out.fragment = r.fragment;
	if (has_authority) {
		out.port = (struct str){0};
		if (!take_authority(a, authority, &out, NULL))
			return STR("");
	}
	if (has_authority || r.path.n) {
		out.query = r.query;
		out.has_query = r.has_query;
		if (!has_authority && r.path.p[0] != '/') {
			struct str folder = str_sub(b.path, 0, str_rfind_char(b.path, '/') + 1);
			const struct str parts[] = {folder, r.path};
			r.path = str_join(a, parts, 2, STR(""));
		}
		out.path = remove_dots(a, r.path);
	} else if (r.has_query) {
		out.query = r.query;
		out.has_query = true;
	}
	return url_format(a, &out);
}

static bool is_tracking(struct str parameter)
{
	size_t equals = str_find_char(parameter, '=', 0);
	struct str name = str_sub(parameter, 0, equals == STR_NONE ? parameter.n : equals);
	if (str_starts_nocase(name, STR("utm_")))
		return true;
	for (size_t i = 0; i < sizeof(tracking) / sizeof(tracking[0]); i++)
		if (str_eq_nocase(name, tracking[i]))
			return true;
	return false;
}

struct str url_canonical(struct arena *a, struct str s)
{
	struct url u;
	if (!url_parse(a, s, &u, NULL))
		return str_trim(s);
	u.fragment = (struct str){0};
	struct str_vec kept = {0};
	struct str rest = u.query;
	while (rest.p) {
		struct str parameter = str_cut(&rest, '&');
		if (parameter.n && !is_tracking(parameter))
			*VEC_ADD(a, &kept) = parameter;
	}
	u.query = str_join(a, kept.items, kept.n, STR("&"));
	u.has_query = kept.n > 0;
	return url_format(a, &u);
}

struct str url_origin(struct arena *a, struct str s)
{
	struct url u;
	if (!url_parse(a, s, &u, NULL))
		return STR("");
	return str_format(a, "%.*s://%.*s%s%.*s", STR_ARG(u.scheme), STR_ARG(u.host),
		u.port.n ? ":" : "", STR_ARG(u.port));
}

struct str url_host(struct arena *a, struct str s)
{
	struct url u;
	return url_parse(a, s, &u, NULL) ? u.host : STR("");
}
