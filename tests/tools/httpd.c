#include "tools/httpd.h"

#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/stat.h>

static void log_request(
	struct server *server, struct MHD_Connection *connection, struct request *r, const char *method)
{
	static const struct {
		const char *key, *header;
	} headers[] = {{"if_none_match", "If-None-Match"}, {"if_modified_since", "If-Modified-Since"},
		{"user_agent", "User-Agent"}, {"accept_encoding", "Accept-Encoding"},
		{"authorization", "Authorization"}, {"cookie", "Cookie"}, {"referer", "Referer"}};
	if (!server->log)
		return;
	struct buf line = BUF(LIMIT_HEADER * 8);
	struct jw w = {.buf = &line};
	jw_open(&w, '{');
	jw_put_str(&w, "method", str_c(method));
	jw_put_str(&w, "host", r->host);
	jw_put_str(&w, "path", r->uri);
	jw_put_int(&w, "status", r->is_closed ? 0 : r->status);
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		const char *value =
			MHD_lookup_connection_value(connection, MHD_HEADER_KIND, headers[i].header);
		jw_key(&w, headers[i].key);
		if (value)
			jw_str(&w, str_c(value));
		else
			jw_null(&w);
	}
	jw_put_int(&w, "under_way", r->peers);
	jw_close(&w, '}');
	buf_add_char(&line, '\n');
	(void)pthread_mutex_lock(&server->lock);
	(void)fwrite(line.p, 1, line.n, server->log);
	(void)fflush(server->log);
	(void)pthread_mutex_unlock(&server->lock);
	buf_free(&line);
}

static ssize_t read_zeros(void *cls, uint64_t at, char *out, size_t max)
{
	const struct request *r = cls;
	if (at >= r->zeros)
		return MHD_CONTENT_READER_END_OF_STREAM;
	size_t n = r->zeros - at < max ? (size_t)(r->zeros - at) : max;
	memset(out, 0, n);
	return (ssize_t)n;
}

static ssize_t read_half(void *cls, uint64_t at, char *out, size_t max)
{
	const struct request *r = cls;
	struct str left = str_from(str_sub(r->body, 0, r->body.n / 2), (size_t)at);
	if (left.n == 0)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	size_t n = left.n < max ? left.n : max;
	memcpy(out, left.p, n);
	return (ssize_t)n;
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct request *r)
{
	struct MHD_Response *response;
	if (r->zeros)
		response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 65536, read_zeros, r, NULL);
	else if (r->is_cut)
		response = MHD_create_response_from_callback(r->body.n, 65536, read_half, r, NULL);
	else
		response = MHD_create_response_from_buffer(
			r->body.n, (void *)(uintptr_t)r->body.p, MHD_RESPMEM_PERSISTENT);
	if (!response)
		return MHD_NO;
	if (r->type.n)
		(void)MHD_add_response_header(response, "Content-Type", str_to_c(&r->a, r->type));
	for (size_t i = 0; i < r->headers.n; i++)
		(void)MHD_add_response_header(response, str_to_c(&r->a, r->headers.items[i].name),
			str_to_c(&r->a, r->headers.items[i].value));
	enum MHD_Result result = MHD_queue_response(connection, r->status, response);
	MHD_destroy_response(response);
	return result;
}

/* The host the request names, and the folder that it is served from. */
static void find_host(struct server *server, struct MHD_Connection *connection, struct request *r)
{
	struct str host = str_c(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host"));
	size_t colon = str_rfind_char(host, ':');
	r->host = str_lower(&r->a, str_sub(host, 0, colon == STR_NONE ? host.n : colon));
	r->folder = server->root;
	struct stat st;
	struct str suffix = STR(".localhost");
	if (!str_ends(r->host, suffix) || str_starts(r->host, STR(".")) ||
		str_find_char(r->host, '/', 0) != STR_NONE)
		return;
	struct str folder = str_format(&r->a, "%.*s/%.*s", STR_ARG(server->root),
		STR_ARG(str_sub(r->host, 0, r->host.n - suffix.n)));
	if (stat(folder.p, &st) == 0 && S_ISDIR(st.st_mode))
		r->folder = folder;
}

static void join_peers(struct server *server, struct request *r)
{
	(void)pthread_mutex_lock(&server->lock);
	r->peers = 1;
	for (const struct request *other = server->under_way; other; other = other->next)
		r->peers += str_eq(other->host, r->host);
	r->next = server->under_way;
	server->under_way = r;
	(void)pthread_mutex_unlock(&server->lock);
}

static void leave_peers(struct server *server, struct request *r)
{
	(void)pthread_mutex_lock(&server->lock);
	for (struct request **at = &server->under_way; *at; at = &(*at)->next) {
		if (*at == r) {
			*at = r->next;
			break;
		}
	}
	(void)pthread_mutex_unlock(&server->lock);
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_size, void **state)
{
	(void)url;
	(void)version;
	(void)upload;
	struct server *server = cls;
	struct request *r = *state;
	if (r->folder.n == 0) { /* the first of two calls: only the headers are there */
		find_host(server, connection, r);
		join_peers(server, r);
		return MHD_YES;
	}
	if (*upload_size) {
		*upload_size = 0;
		return MHD_YES;
	}
	if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0)
		httpd_answer(server, connection, r);
	else
		httpd_answer_status(r, 405);
	log_request(server, connection, r, method);
	/* Before the answer can be seen: who waits for it before asking again is never counted twice.
	 */
	leave_peers(server, r);
	return r->is_closed ? MHD_NO : send_answer(connection, r);
}

static void *on_line(void *cls, const char *uri, struct MHD_Connection *connection)
{
	(void)cls;
	(void)connection;
	struct arena a = {0};
	struct request *r = ARENA_NEW(&a, struct request);
	r->uri = str_dup(&a, str_c(uri));
	r->a = a;
	return r;
}

static void on_end(void *cls, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode code)
{
	(void)connection;
	(void)code;
	struct request *r = *state;
	if (!r)
		return;
	leave_peers(cls, r);
	struct arena a = r->a;
	arena_free(&a);
	*state = NULL;
}

/* Blocks the signals that end the server; threads that begin later inherit that. */
static void block(sigset_t *ends)
{
	(void)sigemptyset(ends);
	(void)sigaddset(ends, SIGTERM);
	(void)sigaddset(ends, SIGINT);
	(void)pthread_sigmask(SIG_BLOCK, ends, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
}

static bool tell_port(struct server *server, const char *port_file)
{
	struct err err;
	if (port_file && !file_write(port_file, server->port, &err)) {
		(void)fprintf(stderr, "httpd: %s\n", err.msg);
		return false;
	}
	(void)printf("http://127.0.0.1:%s\n", server->port.p);
	return fflush(stdout) == 0;
}

/* Serves until a signal; `port` 0 takes any free one. */
static int serve(struct server *server, int port, const char *port_file)
{
	sigset_t ends;
	block(&ends);
	struct sockaddr_in address = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	char text[8];
	(void)snprintf(text, sizeof(text), "%d", port);
	server->port = str_c(text);
	struct MHD_Daemon *daemon = MHD_start_daemon(
		MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, 0, NULL,
		NULL, on_request, server, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_URI_LOG_CALLBACK,
		on_line, NULL, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)1 << 20,
		MHD_OPTION_NOTIFY_COMPLETED, on_end, server, MHD_OPTION_END);
	if (!daemon) {
		(void)fprintf(stderr, "httpd: can't listen on 127.0.0.1:%d\n", port);
		return 1;
	}
	if (port == 0) { /* nobody knows it yet, so no request can come before this */
		(void)snprintf(
			text, sizeof(text), "%u", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
		server->port = str_c(text);
	}
	bool is_told = tell_port(server, port_file);
	int got;
	if (is_told)
		(void)sigwait(&ends, &got);
	(void)pthread_mutex_lock(&server->lock);
	server->is_stopping = true;
	(void)pthread_cond_broadcast(&server->wakes);
	(void)pthread_mutex_unlock(&server->lock);
	MHD_stop_daemon(daemon);
	return is_told ? 0 : 1;
}

struct arguments {
	const char *root, *log_file, *port_file;
	int64_t port;
};

static bool read_arguments(int argc, char **argv, struct arguments *args)
{
	static const struct option options[] = {{"port", required_argument, NULL, 'p'},
		{"log", required_argument, NULL, 'l'}, {"port-file", required_argument, NULL, 'f'}, {0}};
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == 'p' && str_to_i64(str_c(optarg), &args->port) && args->port >= 0 &&
			args->port <= 65535)
			continue;
		if (c == 'l')
			args->log_file = optarg;
		else if (c == 'f')
			args->port_file = optarg;
		else
			return false;
	}
	struct stat st;
	args->root = argv[optind];
	return optind + 1 == argc && stat(args->root, &st) == 0 && S_ISDIR(st.st_mode);
}

int main(int argc, char **argv)
{
	struct arguments args = {0};
	if (!read_arguments(argc, argv, &args)) {
		(void)fprintf(stderr, "usage: httpd [--port N] [--log FILE] [--port-file FILE] FOLDER\n");
		return 2;
	}
	struct server server = {.root = str_c(args.root)};
	if (args.log_file && !(server.log = fopen(args.log_file, "ae"))) {
		(void)fprintf(stderr, "httpd: can't open %s: %s\n", args.log_file, strerror(errno));
		return 1;
	}
	pthread_condattr_t attributes;
	(void)pthread_condattr_init(&attributes);
	(void)pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	(void)pthread_mutex_init(&server.lock, NULL);
	(void)pthread_cond_init(&server.wakes, &attributes);
	int status = serve(&server, (int)args.port, args.port_file);
	if (server.log && fclose(server.log) != 0)
		status = 1;
	return status;
}
