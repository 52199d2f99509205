#include "net/header.h"

#include <curl/curl.h>

#define LIST_MAX 4096 /* bytes from which on a list takes no more */

static const struct {
	struct str name;
	size_t at;
	bool is_list;
} known[] = {
	{STR_CONST("location"), offsetof(struct headers, location), false},
	{STR_CONST("content-type"), offsetof(struct headers, content_type), false},
	{STR_CONST("content-location"), offsetof(struct headers, content_location), false},
	{STR_CONST("etag"), offsetof(struct headers, etag), false},
	{STR_CONST("last-modified"), offsetof(struct headers, last_modified), false},
	{STR_CONST("x-robots-tag"), offsetof(struct headers, robots_tag), true},
	{STR_CONST("tdm-reservation"), offsetof(struct headers, tdm_reservation), false},
	{STR_CONST("cache-control"), offsetof(struct headers, cache_control), true},
	{STR_CONST("expires"), offsetof(struct headers, expires), false},
	{STR_CONST("date"), offsetof(struct headers, date), false},
	{STR_CONST("retry-after"), offsetof(struct headers, retry_after), false},
	{STR_CONST("tdm-policy"), offsetof(struct headers, tdm_policy), false},
	{STR_CONST("content-signal"), offsetof(struct headers, content_signal), true},
	{STR_CONST("content-usage"), offsetof(struct headers, content_usage), true},
	{STR_CONST("link"), offsetof(struct headers, link), true},
};

/* RFC 9110 section 15, and RFC 6585. */
static const struct {
	int status;
	const char *name;
} statuses[] = {
	{204, "No Content"},
	{300, "Multiple Choices"},
	{301, "Moved Permanently"},
	{302, "Found"},
	{303, "See Other"},
	{304, "Not Modified"},
	{307, "Temporary Redirect"},
	{308, "Permanent Redirect"},
	{400, "Bad Request"},
	{401, "Unauthorized"},
	{402, "Payment Required"},
	{403, "Forbidden"},
	{404, "Not Found"},
	{405, "Method Not Allowed"},
	{406, "Not Acceptable"},
	{408, "Request Timeout"},
	{409, "Conflict"},
	{410, "Gone"},
	{412, "Precondition Failed"},
	{418, "I'm a Teapot"},
	{421, "Misdirected Request"},
	{425, "Too Early"},
	{429, "Too Many Requests"},
	{451, "Unavailable For Legal Reasons"},
	{500, "Internal Server Error"},
	{501, "Not Implemented"},
	{502, "Bad Gateway"},
	{503, "Service Unavailable"},
	{504, "Gateway Timeout"},
};

struct str status_text(struct arena *a, int status)
{
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (statuses[i].status == status)
			return str_format(a, "%d %s", status, statuses[i].name);
	return str_format(a, "%d", status);
}

bool redirect_is_downgrade(struct str from, struct str to)
{
	return str_starts_nocase(from, STR("https:")) && !str_starts_nocase(to, STR("https:"));
}

void headers_read(struct arena *a, struct headers *headers, struct str line)
{
	if (str_find_char(line, ':', 0) == STR_NONE)
		return;
	struct str name = str_cut(&line, ':'), value = str_trim(line);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (!str_eq_nocase(name, known[i].name))
			continue;
		struct str *member = (struct str *)(void *)((char *)headers + known[i].at);
		if (member->n == 0)
			*member = str_dup(a, value);
		else if (known[i].is_list && member->n < LIST_MAX)
			*member = str_format(a, "%.*s, %.*s", STR_ARG(*member), STR_ARG(value));
		return;
	}
}

/* Header values are bytes; what is not printable ASCII becomes '?', so that they are text. */
static struct str printable(struct arena *a, struct str s)
{
	char *out = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (out[i] < ' ' || out[i] > '~')
			out[i] = '?';
	return (struct str){out, s.n};
}

struct str header_validator(struct arena *a, struct str s)
{
	return str_eq(printable(a, s), s) ? str_dup(a, s) : STR("");
}

/* The value of a parameter or directive "name=value" in a list; false when it is not there. */
static bool find_parameter(struct str list, char separator, struct str name, struct str *value)
{
	while (list.p) {
		struct str item = str_trim(str_cut(&list, separator));
		struct str key = str_trim(str_cut(&item, '='));
		if (!str_eq_nocase(key, name))
			continue;
		item = str_trim(item);
		if (item.n >= 2 && item.p[0] == '"' && item.p[item.n - 1] == '"')
			item = str_sub(item, 1, item.n - 2);
		*value = item;
		return true;
	}
	return false;
}

/* Seconds since 1970, -1 when it is no date. */
static int64_t read_date(struct arena *a, struct str s)
{
	return s.n ? (int64_t)curl_getdate(str_to_c(a, s), NULL) : -1;
}

/* Seconds from the reply's own Date to another of its dates: no clock but the server's is asked. */
static int64_t seconds_until(struct arena *a, const struct headers *headers, struct str date)
{
	int64_t from = read_date(a, headers->date), to = read_date(a, date);
	if (from < 0 || to < 0)
		return -1;
	return to > from ? to - from : 0;
}

/* RFC 9111 section 5.2.2 and 5.3; what must not be kept is stale at once. */
static int64_t max_age(struct arena *a, const struct headers *headers)
{
	struct str value;
	int64_t seconds;
	if (find_parameter(headers->cache_control, ',', STR("no-store"), &value) ||
		find_parameter(headers->cache_control, ',', STR("no-cache"), &value))
		return 0;
	if (find_parameter(headers->cache_control, ',', STR("max-age"), &value) &&
		str_to_i64(value, &seconds) && seconds >= 0)
		return seconds;
	if (headers->expires.n == 0)
		return -1;
	/* An Expires that is no date ("0", "-1") means the past. */
	return read_date(a, headers->expires) < 0 ? 0 : seconds_until(a, headers, headers->expires);
}

void headers_tell(struct arena *a, const struct headers *headers, struct net_reply *reply)
{
	struct str type = printable(a, headers->content_type);
	struct str rest = type, charset = {0};
	reply->content_type = str_lower(a, str_trim(str_cut(&rest, ';')));
	(void)find_parameter(rest, ';', STR("charset"), &charset);
	reply->charset = charset;
	reply->content_location = printable(a, headers->content_location);
	reply->etag = header_validator(a, headers->etag);
	reply->last_modified = header_validator(a, headers->last_modified);
	reply->robots_tag = printable(a, headers->robots_tag);
	reply->tdm_reservation = printable(a, headers->tdm_reservation);
	reply->tdm_policy = printable(a, headers->tdm_policy);
	reply->content_signal = printable(a, headers->content_signal);
	reply->content_usage = printable(a, headers->content_usage);
	reply->link = printable(a, headers->link);
	if (!str_to_i64(headers->retry_after, &reply->retry_after_s) || reply->retry_after_s < 0)
		reply->retry_after_s = seconds_until(a, headers, headers->retry_after);
	reply->max_age_s = max_age(a, headers);
}
