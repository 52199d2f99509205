#include "net/transfer.h"

#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#define SLOW_BYTES_PER_S 64L
#define SLOW_S 20L
#define SKIP_MAX ((size_t)64 << 10) /* bytes of an error's body read to keep its connection */

/* A body that unpacks to so many times what came over the wire is made to do harm; pages and feeds
 * pack 5 to 20 times. */
#define RATIO_MAX 100
#define RATIO_FREE ((size_t)1 << 20) /* decoded bytes from which on it counts */

static bool is_success(const struct transfer *t)
{
	return t->status >= 200 && t->status <= 299;
}

/* ---- What curl calls ---- */

static size_t on_header(char *p, size_t size, size_t n, void *cls)
{
	struct transfer *t = cls;
	struct str line = {p, size * n};
	t->header_bytes += line.n;
	if (t->header_bytes > LIMIT_HEADER) {
		t->is_header_over = true;
		return CURL_WRITEFUNC_ERROR;
	}
	if (t->is_header_done) /* a trailer */
		return line.n;
	if (str_starts(line, STR("HTTP/"))) { /* again after each 1xx */
		long status = 0;
		(void)curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
		t->status = (int)status;
		t->headers = (struct headers){0};
	} else if (str_trim(line).n == 0) {
		t->is_header_done = t->status >= 200;
	} else {
		headers_read(t->a, &t->headers, line);
	}
	return line.n;
}

static bool is_bomb(const struct transfer *t, size_t decoded)
{
	curl_off_t wire = 0;
	if (decoded <= RATIO_FREE)
		return false;
	(void)curl_easy_getinfo(t->easy, CURLINFO_SIZE_DOWNLOAD_T, &wire);
	return wire > 0 && decoded / RATIO_MAX > (size_t)wire;
}

/* Bytes come here decoded, so that the ceiling holds for compressed bodies too. */
static size_t on_body(char *p, size_t size, size_t n, void *cls)
{
	struct transfer *t = cls;
	struct str bytes = {p, size * n};
	if (!is_success(t) && !t->ask.is_post) {
		t->skipped_bytes += bytes.n;
		return t->skipped_bytes > SKIP_MAX ? CURL_WRITEFUNC_ERROR : bytes.n;
	}
	size_t room = t->body.max - t->body.n;
	if (is_bomb(t, t->body.n + bytes.n)) {
		t->is_bomb = true;
		return CURL_WRITEFUNC_ERROR;
	}
	if (bytes.n > room) {
		t->is_body_over = true;
		buf_add(&t->body, str_sub(bytes, 0, room));
		return CURL_WRITEFUNC_ERROR;
	}
	buf_add(&t->body, bytes);
	return bytes.n;
}

/* After the name is resolved, before anything is sent: this is the address really used. */
static curl_socket_t on_socket(void *cls, curlsocktype purpose, struct curl_sockaddr *to)
{
	(void)purpose;
	struct transfer *t = cls;
	struct address address;
	if (to->family == AF_INET) {
		struct sockaddr_in v4;
		memcpy(&v4, &to->addr, sizeof(v4));
		address = address_from_bytes(&v4.sin_addr, 32);
	} else if (to->family == AF_INET6) {
		struct sockaddr_in6 v6;
		memcpy(&v6, &to->addr, sizeof(v6));
		address = address_from_bytes(&v6.sin6_addr, 128);
	} else {
		return CURL_SOCKET_BAD;
	}
	if (address_kind(&address) && !allow_has_host(t->ask.allow, t->ask.host) &&
		!allow_has_address(t->ask.allow, &address)) {
		t->refused = address;
		return CURL_SOCKET_BAD;
	}
	t->tried = address;
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* ---- Start and end ---- */

static void add_line(struct transfer *t, struct str line)
{
	struct curl_slist *longer = curl_slist_append(t->sent, str_to_c(t->a, line));
	BUG_ON(!longer);
	t->sent = longer;
}

static void add_sent(struct transfer *t, const char *name, struct str value)
{
	if (value.n)
		add_line(t, str_format(t->a, "%s: %.*s", name, STR_ARG(value)));
}

/* Options fail only when memory runs out or curl lacks them. */
static void set_options(struct transfer *t, void *owner)
{
	CURL *c = t->easy;
	const struct exchange *ask = &t->ask;
	int bad = 0;
	bad |= curl_easy_setopt(c, CURLOPT_PRIVATE, owner);
	bad |= curl_easy_setopt(c, CURLOPT_URL, ask->url);
	bad |= curl_easy_setopt(c, CURLOPT_USERAGENT, ask->user_agent);
	bad |= curl_easy_setopt(c, CURLOPT_HTTPHEADER, t->sent);
	bad |= curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, ""); /* all that curl can decode */
	bad |= curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	bad |= curl_easy_setopt(c, CURLOPT_PROXY, ""); /* no proxy from the environment */
	bad |= curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	bad |= curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	bad |= curl_easy_setopt(c, CURLOPT_QUICK_EXIT, 1L); /* never wait for a resolver's thread */
	bad |= curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, ask->timeout_ms);
	bad |= curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, ask->connect_timeout_ms);
	bad |= curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, ask->idle_ms ? 1L : SLOW_BYTES_PER_S);
	bad |= curl_easy_setopt(
		c, CURLOPT_LOW_SPEED_TIME, ask->idle_ms ? (ask->idle_ms + 999) / 1000 : SLOW_S);
	if (ask->is_post) {
		bad |= curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)ask->post.n);
		bad |= curl_easy_setopt(c, CURLOPT_POSTFIELDS, ask->post.p);
	}
	if (!ask->is_cut_at_max)
		bad |= curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)ask->body_max);
	bad |= curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->error);
	bad |= curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
	bad |= curl_easy_setopt(c, CURLOPT_HEADERDATA, t);
	bad |= curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
	bad |= curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
	bad |= curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	bad |= curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, t);
	BUG_ON(bad);
}

void transfer_start(
	struct transfer *t, struct arena *a, const struct exchange *ask, CURLM *multi, void *owner)
{
	*t = (struct transfer){.ask = *ask, .a = a, .body = BUF(ask->body_max)};
	t->easy = curl_easy_init();
	BUG_ON(!t->easy);
	add_sent(t, "If-None-Match", ask->etag);
	add_sent(t, "If-Modified-Since", ask->last_modified);
	for (size_t i = 0; i < ask->headers.n; i++)
		add_line(t, ask->headers.items[i]);
	set_options(t, owner);
	CURLMcode bad = curl_multi_add_handle(multi, t->easy);
	BUG_ON(bad != CURLM_OK);
}

void *transfer_owner(CURL *easy)
{
	char *owner = NULL;
	(void)curl_easy_getinfo(easy, CURLINFO_PRIVATE, &owner);
	return owner;
}

void transfer_end(struct transfer *t, CURLM *multi)
{
	if (!t->easy)
		return;
	(void)curl_multi_remove_handle(multi, t->easy);
	curl_easy_cleanup(t->easy);
	curl_slist_free_all(t->sent);
	t->easy = NULL;
	t->sent = NULL;
	buf_free(&t->body);
}

/* ---- What went wrong ---- */

/* As curl or the system says it, in the manner of our messages. */
static struct str lower_first(struct arena *a, const char *s)
{
	char *copy = arena_cstr(a, s, strlen(s));
	copy[0] = char_lower(copy[0]);
	return (struct str){copy, strlen(copy)};
}

static void judge_connection(struct transfer *t)
{
	char text[ADDRESS_TEXT];
	if (t->tried.bits == 0 && t->refused.bits) {
		t->outcome = NET_REFUSED;
		t->why = str_format(t->a, "address %s is %s: add it to net.allow to let it through",
			address_text(&t->refused, text), address_kind(&t->refused));
		return;
	}
	long why = 0;
	(void)curl_easy_getinfo(t->easy, CURLINFO_OS_ERRNO, &why);
	if (t->tried.bits == 0)
		t->why = str_format(t->a, "could not connect to host %.*s", STR_ARG(t->ask.host));
	else if (why == ECONNREFUSED)
		t->why = str_format(t->a, "connection refused by %s port %.*s",
			address_text(&t->tried, text), STR_ARG(t->ask.port));
	else
		t->why =
			str_format(t->a, "could not connect to %s port %.*s: %s", address_text(&t->tried, text),
				STR_ARG(t->ask.port), why ? lower_first(t->a, strerror((int)why)).p : t->error);
}

static void judge_time(struct transfer *t)
{
	curl_off_t connected_us = 0;
	(void)curl_easy_getinfo(t->easy, CURLINFO_CONNECT_TIME_T, &connected_us);
	const struct exchange *ask = &t->ask;
	long limit_ms = ask->timeout_ms;
	const char *what = "did not finish its answer within";
	if (connected_us == 0) {
		what = "could not be connected to within";
		if (ask->connect_timeout_ms && (limit_ms == 0 || ask->connect_timeout_ms < limit_ms))
			limit_ms = ask->connect_timeout_ms;
	} else if (!t->is_header_done) {
		what = "did not answer within";
	}
	if (str_find(str_c(t->error), STR("too slow"), 0) != STR_NONE && ask->idle_ms)
		t->why = str_format(t->a, "host %.*s sent nothing for %ld s", STR_ARG(ask->host),
			(ask->idle_ms + 999) / 1000);
	else if (str_find(str_c(t->error), STR("too slow"), 0) != STR_NONE)
		t->why = str_format(t->a, "host %.*s sends less than %ld bytes a second",
			STR_ARG(ask->host), SLOW_BYTES_PER_S);
	else
		t->why = str_format(
			t->a, "host %.*s %s %.4g s", STR_ARG(ask->host), what, (double)limit_ms / 1000);
}

static void judge_failure(struct transfer *t, CURLcode result)
{
	t->outcome = NET_UNREACHABLE;
	struct str host = t->ask.host;
	switch (result) {
	case CURLE_COULDNT_RESOLVE_HOST:
		t->why = str_format(t->a, "could not resolve host %.*s", STR_ARG(host));
		break;
	case CURLE_COULDNT_CONNECT:
		judge_connection(t);
		break;
	case CURLE_OPERATION_TIMEDOUT:
		judge_time(t);
		break;
	case CURLE_URL_MALFORMAT:
	case CURLE_UNSUPPORTED_PROTOCOL:
		t->outcome = NET_REFUSED;
		t->why = str_format(t->a, "not a URL that can be asked: %s", t->ask.url);
		break;
	case CURLE_GOT_NOTHING:
		t->why =
			str_format(t->a, "host %.*s closed the connection without an answer", STR_ARG(host));
		break;
	case CURLE_PARTIAL_FILE:
		t->why = str_format(t->a, "the body ended early, after %zu bytes", t->body.n);
		break;
	default: {
		const char *said = t->error[0] ? t->error : curl_easy_strerror(result);
		t->why = str_format(t->a, "host %.*s: %s", STR_ARG(host), lower_first(t->a, said).p);
	}
	}
}

void transfer_judge(struct transfer *t, CURLcode result)
{
	bool is_size = t->is_body_over || result == CURLE_FILESIZE_EXCEEDED;
	t->outcome = NET_OK;
	if (t->is_header_over) {
		t->outcome = NET_TOO_LARGE;
		t->why = str_format(t->a, "the reply's header is over %zu bytes", LIMIT_HEADER);
	} else if (t->is_header_done && !t->ask.is_post &&
		(!is_success(t) || (t->is_body_over && t->ask.is_cut_at_max))) {
		return; /* only the body's end is missing, if anything, and nobody wants it */
	} else if (t->is_bomb) {
		t->outcome = NET_TOO_LARGE;
		t->why = str_format(t->a, "the body unpacks to over %d times its size", RATIO_MAX);
	} else if (is_size) {
		t->outcome = NET_TOO_LARGE;
		t->why = str_format(t->a, "the body is over %zu bytes", t->ask.body_max);
	} else if (result != CURLE_OK || !t->is_header_done) {
		judge_failure(t, result);
	}
}
