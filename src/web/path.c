#include "web/web.h"

static int digit(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decode(struct arena *a, struct str s, struct str *out)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '%') {
			int high = i + 2 < s.n ? digit(s.p[i + 1]) : -1,
				low = high < 0 ? -1 : digit(s.p[i + 2]);
			if (low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		}
		if (c == '\0')
			return false;
		p[n++] = c;
	}
	p[n] = '\0';
	*out = (struct str){p, n};
	return true;
}

static bool is_part_allowed(struct str part)
{
	return part.n > 0 && (part.p[0] != '.' || str_eq(part, STR(".well-known")));
}

bool web_file_path(struct arena *a, struct str url_path, struct str *file)
{
	struct str path;
	if (url_path.n == 0 || url_path.n > LIMIT_URL || url_path.p[0] != '/' ||
		!decode(a, str_from(url_path, 1), &path))
		return false;
	if (path.n == 0 || path.p[path.n - 1] == '/')
		path = str_format(a, "%.*sindex.html", STR_ARG(path));
	for (struct str rest = path; rest.p;)
		if (!is_part_allowed(str_cut(&rest, '/')))
			return false;
	*file = path;
	return true;
}

const char *web_type(struct str file)
{
	static const char *const types[][2] = {
		{".html", "text/html; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".svg", "image/svg+xml"},
		{".json", "application/json"},
		{".rss", "application/rss+xml; charset=utf-8"},
		{".atom", "application/atom+xml; charset=utf-8"},
		{".xml", "application/xml"},
		{".opml", "text/x-opml; charset=utf-8"},
		{".csv", "text/csv; charset=utf-8"},
		{".txt", "text/plain; charset=utf-8"},
		{".pem", "application/x-pem-file"},
		{".png", "image/png"},
		{".jpg", "image/jpeg"},
		{".webp", "image/webp"},
	};
	if (str_ends(file, STR("feed.json"))) /* jsonfeed.org/version/1.1 */
		return "application/feed+json";
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_ends(file, str_c(types[i][0])))
			return types[i][1];
	return "application/octet-stream";
}
