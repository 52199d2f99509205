#include "tools/modeld.h"

#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <signal.h>

static void log_request(struct server *server, const struct request *r)
{
	if (!server->log)
		return;
	struct buf line = BUF(LIMIT_HEADER);
	struct jw w = {.buf = &line};
	jw_open(&w, '{');
	jw_put_str(&w, "path", r->path);
	jw_put_str(&w, "stage", str_c(r->stage));
	jw_put_str(&w, "mode", r->mode.n ? r->mode.items[0] : STR("good"));
	jw_put_int(&w, "status", r->status);
	jw_put_int(&w, "bytes", (int64_t)r->upload.n);
	jw_put_bool(&w, "has_key", r->has_key);
	jw_put_bool(&w, "stream", r->is_stream);
	jw_put_int(&w, "under_way", r->under_way);
	jw_close(&w, '}');
	buf_add_char(&line, '\n');
	(void)fwrite(line.p, 1, line.n, server->log);
	(void)fflush(server->log);
	buf_free(&line);
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
	struct MHD_Response *response = r->is_cut
		? MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_half, r, NULL)
		: MHD_create_response_from_buffer(
			  r->body.n, (void *)(uintptr_t)r->body.p, MHD_RESPMEM_PERSISTENT);
	if (!response)
		return MHD_NO;
	(void)MHD_add_response_header(response, "Content-Type",
		r->is_stream && !r->is_ollama ? "text/event-stream" : "application/json");
	if (r->retry_after.n)
		(void)MHD_add_response_header(response, "Retry-After", str_to_c(&r->a, r->retry_after));
	enum MHD_Result result = MHD_queue_response(connection, r->status, response);
	MHD_destroy_response(response);
	return result;
}

static void serve_request(struct server *server, struct request *r)
{
	modeld_answer(server, r);
	struct timespec pause = {
		.tv_sec = (time_t)(r->wait_ms / 1000), .tv_nsec = (long)(r->wait_ms % 1000) * 1000000};
	if (r->wait_ms)
		(void)nanosleep(&pause, NULL); /* it plays a slow server */
	(void)pthread_mutex_lock(&server->lock);
	log_request(server, r);
	server->served++;
	server->under_way--;
	r->is_counted = false;
	(void)pthread_mutex_unlock(&server->lock);
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_size, void **state)
{
	(void)version;
	struct server *server = cls;
	struct request *r = *state;
	if (!r) {
		struct arena a = {0};
		r = ARENA_NEW(&a, struct request);
		r->path = str_dup(&a, str_c(url));
		r->a = a;
		r->upload = BUF(LIMIT_OUTPUT);
		r->has_key =
			MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization") != NULL;
		(void)pthread_mutex_lock(&server->lock);
		r->under_way = ++server->under_way;
		r->is_counted = true;
		(void)pthread_mutex_unlock(&server->lock);
		*state = r;
		return MHD_YES;
	}
	if (*upload_size) {
		buf_add(&r->upload, (struct str){upload, *upload_size});
		*upload_size = 0;
		return MHD_YES;
	}
	r->stage = "other";
	if (strcmp(method, "POST") == 0) {
		serve_request(server, r);
	} else {
		r->status = 405;
		r->body = STR("{\"error\":\"POST only\"}");
	}
	return send_answer(connection, r);
}

static void on_end(void *cls, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode code)
{
	(void)connection;
	(void)code;
	struct server *server = cls;
	struct request *r = *state;
	if (!r)
		return;
	(void)pthread_mutex_lock(&server->lock);
	server->under_way -= r->is_counted;
	(void)pthread_mutex_unlock(&server->lock);
	buf_free(&r->upload);
	struct arena a = r->a;
	arena_free(&a);
	*state = NULL;
}

static int serve(struct server *server, int64_t port, const char *port_file)
{
	sigset_t ends;
	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGTERM);
	(void)sigaddset(&ends, SIGINT);
	(void)pthread_sigmask(SIG_BLOCK, &ends, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	struct sockaddr_in address = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct MHD_Daemon *daemon = MHD_start_daemon(
		MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, 0, NULL,
		NULL, on_request, server, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_NOTIFY_COMPLETED,
		on_end, server, MHD_OPTION_END);
	if (!daemon) {
		(void)fprintf(stderr, "modeld: can't listen on 127.0.0.1:%lld\n", (long long)port);
		return 1;
	}
	if (port == 0)
		port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	char text[8];
	(void)snprintf(text, sizeof(text), "%lld", (long long)port);
	struct err err;
	bool is_told = !port_file || file_write(port_file, str_c(text), &err);
	if (!is_told)
		(void)fprintf(stderr, "modeld: %s\n", err.msg);
	(void)printf("http://127.0.0.1:%s\n", text);
	is_told = is_told && fflush(stdout) == 0;
	int got;
	if (is_told)
		(void)sigwait(&ends, &got);
	MHD_stop_daemon(daemon);
	return is_told ? 0 : 1;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {{"port", required_argument, NULL, 'p'},
		{"port-file", required_argument, NULL, 'f'}, {"log", required_argument, NULL, 'l'},
		{"mode-file", required_argument, NULL, 'm'}, {"answers", required_argument, NULL, 'a'},
		{"add", required_argument, NULL, 'd'}, {"obey", required_argument, NULL, 'o'}, {0}};
	struct server server = {0};
	const char *port_file = NULL, *log = NULL;
	int64_t port = 0;
	bool is_good = true;
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		const char **const targets[] = {['f'] = &port_file,
			['l'] = &log,
			['m'] = &server.mode_file,
			['a'] = &server.answers,
			['d'] = &server.add,
			['o'] = &server.obey};
		if (c == 'p')
			is_good = is_good && str_to_i64(str_c(optarg), &port) && port >= 0 && port <= 65535;
		else if (c != '?')
			*targets[c] = optarg;
		else
			is_good = false;
	}
	if (!is_good || optind != argc) {
		(void)fprintf(stderr,
			"usage: modeld [--port N] [--port-file FILE] [--log FILE] [--mode-file FILE] "
			"[--answers "
			"FILE] [--add FILE] [--obey FILE]\n");
		return 2;
	}
	if (log && !(server.log = fopen(log, "ae"))) {
		(void)fprintf(stderr, "modeld: can't open %s: %s\n", log, strerror(errno));
		return 1;
	}
	(void)pthread_mutex_init(&server.lock, NULL);
	int status = serve(&server, port, port_file);
	if (server.log && fclose(server.log) != 0)
		status = 1;
	return status;
}
