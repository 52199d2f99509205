#include "web/web.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <sys/stat.h>
#include <unistd.h>

#define CONNECTIONS_MOST 256
#define PER_ADDRESS_MOST 64
#define IDLE_S 15

struct web {
	struct arena a;
	struct MHD_Daemon *daemon;
	int folder; /* every file is opened below it */
};

/* What the site's own pages say in their <meta>; here for every file. */
static const char *const headers[][2] = {
	{"Content-Security-Policy",
		"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src "
		"'self'; "
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
	{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"},
	{"Cache-Control", "no-cache"}, /* ask each time; the answer is 304 mostly */
};

static void add_headers(struct MHD_Response *response, const char *type)
{
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		(void)MHD_add_response_header(response, headers[i][0], headers[i][1]);
	if (type)
		(void)MHD_add_response_header(response, "Content-Type", type);
}

static enum MHD_Result send_words(
	struct MHD_Connection *connection, unsigned status, const char *words, const char *location)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(
		strlen(words), (void *)(uintptr_t)words, MHD_RESPMEM_PERSISTENT);
	if (!response)
		return MHD_NO;
	add_headers(response, "text/plain; charset=utf-8");
	if (location)
		(void)MHD_add_response_header(response, "Location", location);
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		(void)MHD_add_response_header(response, "Allow", "GET, HEAD");
	enum MHD_Result result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return result;
}

/* "Tue, 27 May 2025 12:41:00 GMT" (RFC 9110, 5.6.7). */
static struct str http_date(struct arena *a, int64_t seconds)
{
	struct when when = {.utc_s = seconds};
	struct civil c = when_civil(when);
	return str_format(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT", weekday_names[c.weekday], c.day,
		month_names[c.month], c.year, c.hour, c.minute, c.second);
}

/* The publisher writes a file only when its bytes change, so size and time name its state. */
static struct str entity_tag(struct arena *a, const struct stat *st)
{
	return str_format(a, "\"%llx-%llx%09lx\"", (unsigned long long)st->st_size,
		(unsigned long long)st->st_mtim.tv_sec, (unsigned long)st->st_mtim.tv_nsec);
}

/* RFC 9110, 13.1.2 and 13.1.3: a list of tags, compared weakly; the date only without one. */
static bool is_unchanged(struct MHD_Connection *connection, struct str tag, struct str date)
{
	struct str none_match = str_c(
		MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH));
	struct str since = str_c(MHD_lookup_connection_value(
		connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_MODIFIED_SINCE));
	if (none_match.n == 0)
		return since.n > 0 && str_eq(since, date);
	while (none_match.p) {
		struct str given = str_trim(str_cut(&none_match, ','));
		if (str_starts(given, STR("W/")))
			given = str_from(given, 2);
		if (str_eq(given, tag) || str_eq(given, STR("*")))
			return true;
	}
	return false;
}

static enum MHD_Result send_file(struct MHD_Connection *connection, struct arena *a, int fd,
	const struct stat *st, struct str file, unsigned status)
{
	struct str tag = entity_tag(a, st), date = http_date(a, st->st_mtim.tv_sec);
	struct MHD_Response *response;
	if (status == MHD_HTTP_OK && is_unchanged(connection, tag, date)) {
		(void)close(fd);
		response =
			MHD_create_response_from_buffer(0, (void *)(uintptr_t) "", MHD_RESPMEM_PERSISTENT);
		status = MHD_HTTP_NOT_MODIFIED;
	} else
		response = MHD_create_response_from_fd64((uint64_t)st->st_size, fd); /* closes it */
	if (!response)
		return MHD_NO;
	add_headers(response, status == MHD_HTTP_NOT_MODIFIED ? NULL : web_type(file));
	if (status != MHD_HTTP_NOT_FOUND) {
		(void)MHD_add_response_header(response, "ETag", tag.p);
		(void)MHD_add_response_header(response, "Last-Modified", date.p);
	}
	enum MHD_Result result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return result;
}

/* Opens a file below the folder, no part of whose path is a link; -1 when there is none. */
static int open_below(const struct web *web, struct arena *a, struct str path, struct stat *st)
{
	int at = dup(web->folder);
	while (at >= 0 && path.p) {
		const char *part = str_to_c(a, str_cut(&path, '/'));
		int next = openat(at, part, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
		(void)close(at);
		at = next;
	}
	if (at >= 0 && fstat(at, st) == 0 && (S_ISREG(st->st_mode) || S_ISDIR(st->st_mode)))
		return at;
	if (at >= 0)
		(void)close(at);
	return -1;
}

static enum MHD_Result not_found(
	const struct web *web, struct MHD_Connection *connection, struct arena *a)
{
	struct stat st;
	int fd = open_below(web, a, STR("404.html"), &st);
	if (fd >= 0 && S_ISREG(st.st_mode))
		return send_file(connection, a, fd, &st, STR("404.html"), MHD_HTTP_NOT_FOUND);
	if (fd >= 0)
		(void)close(fd);
	return send_words(connection, MHD_HTTP_NOT_FOUND, "There is no such page.\n", NULL);
}

static enum MHD_Result answer(
	const struct web *web, struct MHD_Connection *connection, struct arena *a, const char *url)
{
	struct str file;
	struct stat st;
	int fd = web_file_path(a, str_c(url), &file) ? open_below(web, a, file, &st) : -1;
	if (fd < 0)
		return not_found(web, connection, a);
	if (S_ISREG(st.st_mode))
		return send_file(connection, a, fd, &st, file, MHD_HTTP_OK);
	(void)close(fd);
	/* A folder without its slash: relative links would lead astray. Only the path, so never to
	 * another host. */
	struct buf location = BUF(LIMIT_URL * 4);
	struct str rest = file;
	while (rest.p) {
		buf_add_char(&location, '/');
		url_encode(&location, str_cut(&rest, '/'));
	}
	buf_add_char(&location, '/');
	enum MHD_Result result =
		send_words(connection, MHD_HTTP_MOVED_PERMANENTLY, "", str_dup(a, buf_str(&location)).p);
	buf_free(&location);
	return result;
}

static void *keep_as_sent(void *cls, const char *uri, struct MHD_Connection *connection)
{
	(void)cls;
	(void)uri;
	(void)connection;
	return NULL;
}

/* libmicrohttpd would decode the path before it is looked at: "%2e%2e" must not become "..". */
static size_t leave_encoded(void *cls, struct MHD_Connection *connection, char *s)
{
	(void)cls;
	(void)connection;
	return strlen(s);
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_size, void **state)
{
	static int seen;
	struct arena a = {0};
	(void)version;
	(void)upload;
	if (!*state) { /* the first of two calls: only the headers are there */
		*state = &seen;
		return MHD_YES;
	}
	*upload_size = 0;
	enum MHD_Result result;
	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
		result = send_words(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
			"This server only gives what is published: GET and HEAD.\n", NULL);
	else
		result = answer(cls, connection, &a, url);
	arena_free(&a);
	return result;
}

static bool read_address(
	const struct web_options *o, struct sockaddr_storage *address, struct err *err)
{
	struct sockaddr_in *v4 = (struct sockaddr_in *)address;
	struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)address;
	*address = (struct sockaddr_storage){0};
	if (inet_pton(AF_INET, o->address, &v4->sin_addr) == 1) {
		v4->sin_family = AF_INET;
		v4->sin_port = htons((uint16_t)o->port);
		return true;
	}
	if (inet_pton(AF_INET6, o->address, &v6->sin6_addr) == 1) {
		v6->sin6_family = AF_INET6;
		v6->sin6_port = htons((uint16_t)o->port);
		return true;
	}
	return err_set(
		err, ERR_CONFIG, "%s is no address; give one such as 127.0.0.1 or ::1", o->address);
}

bool web_start(const struct web_options *options, struct web **web, struct err *err)
{
	struct sockaddr_storage address;
	struct arena a = {0};
	struct web *w = ARENA_NEW(&a, struct web);
	if (!read_address(options, &address, err))
		goto fail;
	w->folder = open(options->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (w->folder < 0) {
		(void)err_set(err, ERR_CONFIG, "no site in %s (%s): run `wireproof publish` first",
			options->folder, strerror(errno));
		goto fail;
	}
	unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO |
		(address.ss_family == AF_INET6 ? MHD_USE_IPv6 : 0);
	w->daemon = MHD_start_daemon(flags, (uint16_t)options->port, NULL, NULL, on_request, w,
		MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS_MOST,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, PER_ADDRESS_MOST, MHD_OPTION_CONNECTION_TIMEOUT, IDLE_S,
		MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded, NULL, MHD_OPTION_URI_LOG_CALLBACK,
		keep_as_sent, NULL, MHD_OPTION_END);
	if (!w->daemon) {
		(void)err_set(err, ERR_CONFIG, "can't listen on %s, port %d: %s", options->address,
			options->port, strerror(errno));
		(void)close(w->folder);
		goto fail;
	}
	w->a = a;
	*web = w;
	return true;
fail:
	arena_free(&a);
	return false;
}

int web_port(const struct web *web)
{
	const union MHD_DaemonInfo *info = MHD_get_daemon_info(web->daemon, MHD_DAEMON_INFO_BIND_PORT);
	return info ? info->port : 0;
}

void web_stop(struct web *web)
{
	struct arena a = web->a;
	MHD_stop_daemon(web->daemon);
	(void)close(web->folder);
	arena_free(&a);
}
