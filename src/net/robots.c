/* robots.txt as RFC 9309 defines it: groups of the same agent are one, the longest matching rule
 * wins, allow wins a tie, `*` matches anything and a closing `$` the end. */
#include "net/net.h"

/* Octets of path and pattern that rules with stars may go through, all together: what costs more
 * was made to cost, and refuses. Ten thousand such rules and a path of a kilobyte stay below. */
#define WORK_MAX ((size_t)32 << 20)

/* What the groups for one agent (ours, or `*`) say about the path. */
struct say {
	bool is_there;
	bool is_allowed;
	size_t longest; /* octets of the rule that decides so far */
	double delay_s;
};

struct reader {
	struct str product;
	struct str path;    /* normalised */
	struct say says[2]; /* the groups for `*`, and ours */
	bool applies[2];    /* whether the group being read is one of them */
	bool is_in_rules;   /* the next User-agent line begins a new group */
	size_t work;
	struct arena scratch;
};

static int hex_value(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* RFC 9309 section 2.2.2: percent-encoded unreserved octets are decoded, octets beyond ASCII are
 * encoded, other codes are kept in capitals. `*` and `$` of a path, which mean themselves, become
 * codes, since in a rule only their codes do. */
static struct str normalise(struct arena *a, struct str s, bool is_path)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, s.n * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool is_code =
			c == '%' && i + 2 < s.n && hex_value(s.p[i + 1]) >= 0 && hex_value(s.p[i + 2]) >= 0;
		if (is_code) {
			c = (unsigned char)(hex_value(s.p[i + 1]) * 16 + hex_value(s.p[i + 2]));
			i += 2;
		}
		bool is_unreserved = char_is_alpha((char)c) || char_is_digit((char)c) || c == '-' ||
			c == '.' || c == '_' || c == '~';
		bool is_wild = c == '*' || c == '$';
		if (is_unreserved || (!is_code && c > ' ' && c < 0x7F && !(is_path && is_wild))) {
			out[n++] = (char)c;
		} else {
			out[n++] = '%';
			out[n++] = hex[c >> 4];
			out[n++] = hex[c & 15];
		}
	}
	return (struct str){out, n};
}

/* The parts between the stars are looked for one after the other, each as early as it can be: that
 * takes time linear in both. */
bool robots_matches(struct str pattern, struct str path)
{
	bool is_whole = str_ends(pattern, STR("$"));
	if (is_whole)
		pattern.n--;
	size_t star = str_find_char(pattern, '*', 0);
	struct str part = str_sub(pattern, 0, star == STR_NONE ? pattern.n : star);
	if (!str_starts(path, part))
		return false;
	if (star == STR_NONE)
		return !is_whole || path.n == part.n;
	size_t at = part.n;
	struct str rest = str_from(pattern, star + 1);
	while (rest.p) {
		part = str_cut(&rest, '*');
		if (!rest.p && is_whole)
			return path.n - at >= part.n && str_ends(path, part);
		at = str_find(path, part, at);
		if (at == STR_NONE)
			return false;
		at += part.n;
	}
	return true;
}

/* The product token that begins the value of a User-agent line, or `*`. */
static struct str read_token(struct str value)
{
	if (str_starts(value, STR("*")))
		return str_sub(value, 0, 1);
	size_t n = 0;
	while (n < value.n && (char_is_alpha(value.p[n]) || value.p[n] == '-' || value.p[n] == '_'))
		n++;
	return str_sub(value, 0, n);
}

static void add_rule(struct reader *r, struct say *say, struct str pattern, bool is_allow)
{
	bool is_longer = pattern.n > say->longest || (is_allow && pattern.n == say->longest);
	if (pattern.n == 0 || !is_longer)
		return;
	if (str_find_char(pattern, '*', 0) != STR_NONE)
		r->work += r->path.n + pattern.n;
	if (r->work > WORK_MAX || !robots_matches(pattern, r->path))
		return;
	say->longest = pattern.n;
	say->is_allowed = is_allow;
}

static struct str take_line(struct str *rest)
{
	size_t n = 0;
	while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r')
		n++;
	struct str line = str_sub(*rest, 0, n);
	*rest = n < rest->n ? str_from(*rest, n + 1) : (struct str){0};
	size_t comment = str_find_char(line, '#', 0);
	return str_trim(str_sub(line, 0, comment == STR_NONE ? line.n : comment));
}

static void read_delay(struct say *say, struct str value)
{
	double delay_s;
	if (str_to_f64(value, &delay_s) && delay_s >= 0)
		say->delay_s = delay_s;
}

static void read_agent(struct reader *r, struct str value)
{
	if (r->is_in_rules)
		r->applies[0] = r->applies[1] = r->is_in_rules = false;
	struct str token = read_token(value);
	r->applies[0] |= str_eq(token, STR("*"));
	r->applies[1] |= str_eq_nocase(token, r->product);
	for (int i = 0; i < 2; i++)
		r->says[i].is_there |= r->applies[i];
}

static void read_line(struct reader *r, struct str key, struct str value)
{
	if (str_eq_nocase(key, STR("user-agent"))) {
		read_agent(r, value);
		return;
	}
	bool is_allow = str_eq_nocase(key, STR("allow"));
	bool is_rule = is_allow || str_eq_nocase(key, STR("disallow"));
	/* Crawl-delay is no rule of the RFC, so it does not end the list of agents. */
	bool is_delay = str_eq_nocase(key, STR("crawl-delay"));
	r->is_in_rules |= is_rule;
	if (!(r->applies[0] || r->applies[1]) || !(is_rule || is_delay))
		return;
	struct str pattern = normalise(&r->scratch, value, false);
	for (int i = 0; i < 2; i++) {
		if (r->applies[i] && is_rule)
			add_rule(r, &r->says[i], pattern, is_allow);
		else if (r->applies[i])
			read_delay(&r->says[i], value);
	}
	arena_reset(&r->scratch);
}

bool robots_allows(struct str robots_txt, struct str product, struct str path, double *delay_s)
{
	struct arena kept = {0};
	struct reader r = {
		.product = product,
		.path = normalise(&kept, path.n ? path : STR("/"), true),
		.says = {{.is_allowed = true, .delay_s = -1}, {.is_allowed = true, .delay_s = -1}},
	};
	struct str rest = str_sub(robots_txt, 0, LIMIT_ROBOTS);
	if (str_starts(rest, STR("\xEF\xBB\xBF")))
		rest = str_from(rest, 3);
	while (rest.n) {
		struct str value = take_line(&rest);
		if (str_find_char(value, ':', 0) == STR_NONE)
			continue;
		struct str key = str_trim(str_cut(&value, ':'));
		read_line(&r, key, str_trim(value));
	}
	const struct say *say = &r.says[r.says[1].is_there ? 1 : 0];
	*delay_s = say->delay_s;
	/* RFC 9309 section 2.2.2: /robots.txt itself is always allowed. */
	bool is_allowed = (say->is_allowed && r.work <= WORK_MAX) || str_eq(r.path, STR("/robots.txt"));
	arena_free(&kept);
	arena_free(&r.scratch);
	return is_allowed;
}
