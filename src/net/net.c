#include "net/net.h"
#include "net/job.h"

#include <time.h>

#define PRODUCT STR("wireproof")               /* our token in robots.txt */
#define ROBOTS_KEPT_MS ((int64_t)24 * 3600000) /* RFC 9309 section 2.4 */
#define ROBOTS_RETRY_MS ((int64_t)5 * 60000)   /* when it could not be had */
#define CRAWL_DELAY_MAX_S 30.0
#define PAUSE_MAX_S 3600 /* of a 429's Retry-After */
#define STOP_CHECK_MS 200
#define NEVER INT64_MAX

struct host {
	int busy;       /* requests of ours under way */
	int64_t due_ms; /* the next request may start then */
	int64_t interval_ms;
	int64_t paused_until_ms; /* as a 429 asked for */
};

/* What an origin's robots.txt says, or why nobody knows. */
struct origin {
	struct str name;
	enum { ROBOTS_UNKNOWN, ROBOTS_ASKED, ROBOTS_KNOWN } state;
	int64_t kept_until_ms;
	struct buf text;
	enum net_outcome refusal; /* NET_OK: `text` decides; else every page gets the following */
	int status;
	int64_t retry_after_s;
	char why[sizeof(((struct net_reply *)0)->why)];
};

/* Hosts and origins stay where they are while the arrays of these grow. */
struct host_ref {
	struct host *host;
};
struct origin_ref {
	struct origin *origin;
};

struct net {
	struct arena a;
	struct net_options options;
	struct allow allow;
	CURLM *multi;
	struct map host_index, origin_index; /* into the next two */
	struct {
		struct host_ref *items;
		size_t n, capacity;
	} hosts;
	struct {
		struct origin_ref *items;
		size_t n, capacity;
	} origins;
	struct job_list waiting, running, done;
	int running_count;
	size_t pending; /* submitted and not yet given back */
};

static int64_t now_ms(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- Hosts and origins ---- */

static struct host *find_host(struct net *net, struct str name)
{
	size_t *at = map_get(&net->host_index, name);
	if (at)
		return net->hosts.items[*at].host;
	bool is_new;
	*map_put(&net->host_index, str_dup(&net->a, name), &is_new) = net->hosts.n;
	struct host *host = ARENA_NEW(&net->a, struct host);
	host->interval_ms = net->options.interval_ms;
	VEC_ADD(&net->a, &net->hosts)->host = host;
	return host;
}

static struct origin *find_origin(struct net *net, struct str url)
{
	struct arena scratch = {0};
	struct str name = url_origin(&scratch, url);
	size_t *at = map_get(&net->origin_index, name);
	struct origin *origin = at ? net->origins.items[*at].origin : NULL;
	if (!origin) {
		origin = ARENA_NEW(&net->a, struct origin);
		origin->name = str_dup(&net->a, name);
		origin->text = BUF(LIMIT_ROBOTS);
		bool is_new;
		*map_put(&net->origin_index, origin->name, &is_new) = net->origins.n;
		VEC_ADD(&net->a, &net->origins)->origin = origin;
	}
	arena_free(&scratch);
	return origin;
}

/* ---- The end of a job ---- */

/* Messages quote what strangers sent, so only printable ASCII passes. */
static void write_why(char *out, size_t size, struct str why)
{
	size_t n = why.n < size ? why.n : size - 1;
	for (size_t i = 0; i < n; i++)
		out[i] = why.p[i] >= ' ' && why.p[i] <= '~' ? why.p[i] : '?';
	out[n] = '\0';
}

static void refuse_origin(struct origin *origin, const struct net_reply *reply)
{
	bool is_answer = reply->outcome == NET_HTTP_ERROR;
	origin->refusal = is_answer ? NET_ROBOTS : reply->outcome;
	origin->status = is_answer ? reply->status : 0;
	origin->retry_after_s = reply->retry_after_s;
	origin->kept_until_ms = now_ms() + ROBOTS_RETRY_MS;
	(void)snprintf(origin->why, sizeof(origin->why),
		"robots.txt could not be read, so pages wait: %s", reply->why);
}

static void use_delay(struct net *net, struct origin *origin)
{
	double delay_s;
	(void)robots_allows(buf_str(&origin->text), PRODUCT, STR("/"), &delay_s);
	if (delay_s < 0 || net->options.interval_ms <= 0)
		return;
	if (delay_s > CRAWL_DELAY_MAX_S)
		delay_s = CRAWL_DELAY_MAX_S;
	struct arena scratch = {0};
	struct host *host = find_host(net, url_host(&scratch, origin->name));
	int64_t delay_ms = (int64_t)(delay_s * 1000);
	if (delay_ms > host->interval_ms) {
		host->due_ms += delay_ms - host->interval_ms;
		host->interval_ms = delay_ms;
	}
	arena_free(&scratch);
}

/* RFC 9309 section 2.3.1: a robots.txt that is not there (4xx, or behind too many redirects) allows
 * everything; one that can't be had forbids everything for now. */
static void learn_robots(struct net *net, struct job *job)
{
	struct origin *origin = job->robots_of;
	const struct net_reply *reply = &job->reply;
	origin->state = ROBOTS_KNOWN;
	origin->refusal = NET_OK;
	origin->kept_until_ms = now_ms() + ROBOTS_KEPT_MS;
	buf_clear(&origin->text);
	if (reply->outcome == NET_OK) {
		buf_add(&origin->text, reply->body);
		use_delay(net, origin);
	} else if (reply->outcome == NET_STOPPED) {
		origin->state = ROBOTS_UNKNOWN;
	} else if (job->hops <= LIMIT_REDIRECTS && (reply->status < 400 || reply->status > 499)) {
		refuse_origin(origin, reply);
	}
}

/* The end of a job, which is on no list: its reply waits for net_wait. */
static void settle(struct net *net, struct job *job, enum net_outcome outcome, struct str why)
{
	job->reply.outcome = outcome;
	job->reply.url = job->url;
	job->reply.elapsed_ms = job->spent_ms;
	write_why(job->reply.why, sizeof(job->reply.why), why);
	if (job->robots_of) {
		learn_robots(net, job);
		job_free(job);
		return;
	}
	job_list_append(&net->done, job);
}

static void settle_status(struct net *net, struct job *job)
{
	int status = job->reply.status;
	bool was_asked = job->etag.n || job->last_modified.n;
	struct str why = status_text(&job->a, status);
	if (status >= 200 && status <= 299) {
		settle(net, job, NET_OK, STR(""));
	} else if (status == 304 && was_asked) {
		settle(net, job, NET_NOT_MODIFIED, STR(""));
	} else {
		settle(net, job, status == 410 ? NET_GONE : NET_HTTP_ERROR, why);
	}
}

/* ---- Redirects ---- */

static bool is_redirect(const struct job *job)
{
	int status = job->transfer.status;
	return job->transfer.headers.location.n &&
		(status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
}

/* Makes the job ask for this URL next. */
static bool aim(struct net *net, struct job *job, struct str url, struct err *err)
{
	if (!url_parse(&job->a, url, &job->parts, err))
		return false;
	job->parts.fragment = (struct str){0};
	job->url = url_format(&job->a, &job->parts);
	job->host = find_host(net, job->parts.host);
	return true;
}

static void follow(struct net *net, struct job *job)
{
	struct arena *a = &job->a;
	int status = job->transfer.status;
	struct str location = job->transfer.headers.location;
	struct str next = url_resolve(a, job->url, location);
	struct err err;
	if (++job->hops > LIMIT_REDIRECTS) {
		settle(net, job, NET_REFUSED,
			str_format(
				a, "more than %d redirects, the last to %.*s", LIMIT_REDIRECTS, STR_ARG(next)));
		return;
	}
	if (next.n == 0) {
		settle(net, job, NET_REFUSED,
			str_format(a, "a redirect to what is no http URL: %.*s", STR_ARG(location)));
		return;
	}
	if (redirect_is_downgrade(job->url, next)) {
		settle(net, job, NET_REFUSED,
			str_format(a, "a redirect from https to %.*s is refused", STR_ARG(next)));
		return;
	}
	if (!aim(net, job, next, &err)) {
		settle(net, job, NET_REFUSED, str_format(a, "a redirect failed: %s", err.msg));
		return;
	}
	job->is_moved = job->is_moved && (status == 301 || status == 308);
	if (job->is_moved)
		job->reply.permanent_url = job->url;
	job_list_prepend(&net->waiting, job);
}

/* ---- Under way ---- */

static void start(struct net *net, struct job *job, int64_t now)
{
	const struct net_options *o = &net->options;
	int64_t left_ms = 0;
	if (o->timeout_ms)
		left_ms = o->timeout_ms > job->spent_ms ? o->timeout_ms - job->spent_ms : 1;
	struct str port = job->parts.port;
	if (port.n == 0)
		port = str_eq(job->parts.scheme, STR("https")) ? STR("443") : STR("80");
	struct exchange ask = {
		.url = str_to_c(&job->a, job->url),
		.host = job->parts.host,
		.port = port,
		.user_agent = o->user_agent.p,
		.etag = job->etag,
		.last_modified = job->last_modified,
		.allow = &net->allow,
		.body_max = job->robots_of ? LIMIT_ROBOTS : LIMIT_BODY,
		.is_cut_at_max = job->robots_of != NULL,
		.timeout_ms = (long)left_ms,
		.connect_timeout_ms = o->connect_timeout_ms,
		.idle_ms = o->idle_ms,
		.is_post = job->is_post,
		.post = job->post,
		.headers = job->headers,
	};
	transfer_start(&job->transfer, &job->a, &ask, net->multi, job);
	job->start_ms = now;
	job->host->busy++;
	job->host->due_ms = now + job->host->interval_ms;
	job_list_append(&net->running, job);
	net->running_count++;
}

/* Takes a job from the running ones and closes what it had open. */
static void leave(struct net *net, struct job *job)
{
	transfer_end(&job->transfer, net->multi);
	job_list_remove(&net->running, job);
	net->running_count--;
	job->host->busy--;
}

static void pause_host(struct job *job, int64_t now)
{
	int64_t pause_s = job->reply.retry_after_s;
	if (job->transfer.status == 429 && pause_s > 0)
		job->host->paused_until_ms = now + (pause_s < PAUSE_MAX_S ? pause_s : PAUSE_MAX_S) * 1000;
}

static void finish(struct net *net, struct job *job, CURLcode result)
{
	int64_t now = now_ms();
	struct transfer *t = &job->transfer;
	transfer_judge(t, result);
	job->spent_ms += now - job->start_ms;
	job->reply.status = t->status;
	headers_tell(&job->a, &t->headers, &job->reply);
	pause_host(job, now);
	if (t->outcome == NET_OK || job->is_post)
		job->reply.body = str_dup(&job->a, buf_str(&t->body));
	leave(net, job);
	if (t->outcome != NET_OK)
		settle(net, job, t->outcome, t->why);
	else if (is_redirect(job) && !job->is_post)
		follow(net, job);
	else
		settle_status(net, job);
}

/* ---- Who is next ---- */

static void ask_robots(struct net *net, struct origin *origin, int64_t now)
{
	struct job *job = job_new(NET_FEED);
	job->robots_of = origin;
	struct err err;
	bool is_url =
		aim(net, job, str_format(&job->a, "%.*s/robots.txt", STR_ARG(origin->name)), &err);
	BUG_ON(!is_url);
	origin->state = ROBOTS_ASKED;
	start(net, job, now);
}

/* Whether robots.txt lets the job go on now; if it never will, the job is settled. */
static bool pass_robots(struct net *net, struct job *job, int64_t now)
{
	struct origin *origin = find_origin(net, job->url);
	if (origin->state == ROBOTS_KNOWN && now >= origin->kept_until_ms)
		origin->state = ROBOTS_UNKNOWN;
	if (origin->state == ROBOTS_UNKNOWN)
		ask_robots(net, origin, now);
	if (origin->state == ROBOTS_ASKED)
		return false;
	double delay_s;
	struct str path = job->parts.path;
	if (job->parts.has_query)
		path = str_format(&job->a, "%.*s?%.*s", STR_ARG(path), STR_ARG(job->parts.query));
	struct str why = str_c(origin->why);
	enum net_outcome outcome = origin->refusal;
	if (outcome == NET_OK) {
		if (robots_allows(buf_str(&origin->text), PRODUCT, path, &delay_s))
			return true;
		outcome = NET_ROBOTS;
		job->reply.status = 0;
		why = str_format(&job->a, "robots.txt of %.*s refuses this page", STR_ARG(origin->name));
	} else {
		job->reply.status = origin->status;
		job->reply.retry_after_s = origin->retry_after_s;
	}
	job_list_remove(&net->waiting, job);
	settle(net, job, outcome, why);
	return false;
}

/* A host that answered 429 is left alone as long as it asked; its other requests end at once. */
static bool is_paused(struct net *net, struct job *job, int64_t now)
{
	int64_t left_ms = job->host->paused_until_ms - now;
	if (left_ms <= 0)
		return false;
	job_list_remove(&net->waiting, job);
	job->reply.status = job->robots_of ? 0 : 429; /* a robots.txt did not say so itself */
	job->reply.retry_after_s = (left_ms + 999) / 1000;
	settle(net, job, NET_HTTP_ERROR,
		str_format(&job->a, "host %.*s asked not to be asked again for %lld s",
			STR_ARG(job->parts.host), (long long)job->reply.retry_after_s));
	return true;
}

/* Starts what may start; the answer is when the next of the rest may, NEVER when that hangs on
 * requests under way. */
static int64_t start_due(struct net *net)
{
	int64_t now = now_ms(), next_ms = NEVER;
	struct job *after;
	for (struct job *job = net->waiting.first; job; job = after) {
		after = job->next;
		struct host *host = job->host;
		if (host->busy >= net->options.per_host || is_paused(net, job, now))
			continue;
		if (host->due_ms > now) {
			next_ms = host->due_ms < next_ms ? host->due_ms : next_ms;
			continue;
		}
		if (net->running_count >= net->options.parallel)
			break;
		if (job->purpose == NET_PAGE && !pass_robots(net, job, now))
			continue;
		job_list_remove(&net->waiting, job);
		start(net, job, now);
	}
	return next_ms;
}

static void work(struct net *net)
{
	int64_t next_ms = start_due(net);
	int still_running, left;
	CURLMcode bad = curl_multi_perform(net->multi, &still_running);
	BUG_ON(bad != CURLM_OK);
	bool is_news = false;
	for (CURLMsg *m; (m = curl_multi_info_read(net->multi, &left));) {
		if (m->msg != CURLMSG_DONE)
			continue;
		finish(net, transfer_owner(m->easy_handle), m->data.result);
		is_news = true;
	}
	if (is_news || net->done.first)
		return;
	int64_t wait_ms = STOP_CHECK_MS;
	if (next_ms != NEVER) {
		int64_t left_ms = next_ms - now_ms();
		wait_ms = left_ms < 0 ? 0 : left_ms < wait_ms ? left_ms : wait_ms;
	}
	bad = curl_multi_poll(net->multi, NULL, 0, (int)wait_ms, NULL);
	BUG_ON(bad != CURLM_OK);
}

static void stop_all(struct net *net)
{
	while (net->running.first) {
		struct job *job = net->running.first;
		leave(net, job);
		settle(net, job, NET_STOPPED, STR("stopped"));
	}
	while (net->waiting.first) {
		struct job *job = net->waiting.first;
		job_list_remove(&net->waiting, job);
		settle(net, job, NET_STOPPED, STR("stopped"));
	}
}

/* ---- Public ---- */

struct str net_robots_text(const struct net *net, struct str url)
{
	struct arena scratch = {0};
	size_t *at = map_get(&net->origin_index, url_origin(&scratch, url));
	const struct origin *origin = at ? net->origins.items[*at].origin : NULL;
	arena_free(&scratch);
	bool is_known = origin && origin->state == ROBOTS_KNOWN && origin->refusal == NET_OK;
	return is_known ? buf_str(&origin->text) : STR("");
}

bool net_open(const struct net_options *options, struct net **net, struct err *err)
{
	struct arena a = {0};
	struct allow allow = {0};
	for (size_t i = 0; i < options->allow.n; i++) {
		if (!allow_add(&a, &allow, options->allow.items[i], err)) {
			arena_free(&a);
			return false;
		}
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
		arena_free(&a);
		return err_set(err, ERR_CONFIG, "libcurl can't start");
	}
	struct net *n = ARENA_NEW(&a, struct net);
	n->options = *options;
	n->options.user_agent = str_dup(&a, options->user_agent);
	n->options.allow = (struct str_vec){0};
	if (n->options.parallel < 1)
		n->options.parallel = 1;
	if (n->options.per_host < 1)
		n->options.per_host = 1;
	n->allow = allow;
	n->multi = curl_multi_init();
	BUG_ON(!n->multi);
	n->a = a;
	n->host_index = map_new(&n->a);
	n->origin_index = map_new(&n->a);
	*net = n;
	return true;
}

static void free_jobs(struct job_list *list)
{
	for (struct job *job = list->first, *next; job; job = next) {
		next = job->next;
		job_free(job);
	}
}

void net_close(struct net *net)
{
	if (!net)
		return;
	while (net->running.first) {
		struct job *job = net->running.first;
		leave(net, job);
		job_free(job);
	}
	free_jobs(&net->waiting);
	free_jobs(&net->done);
	for (size_t i = 0; i < net->origins.n; i++)
		buf_free(&net->origins.items[i].origin->text);
	(void)curl_multi_cleanup(net->multi);
	curl_global_cleanup();
	struct arena a = net->a;
	arena_free(&a);
}

static void copy_post(struct job *job, const struct net_request *request)
{
	job->is_post = request->body.n > 0;
	job->post = str_dup(&job->a, request->body);
	for (size_t i = 0; i < request->headers.n; i++) {
		BUG_ON(str_find_char(request->headers.items[i], '\n', 0) != STR_NONE);
		*VEC_ADD(&job->a, &job->headers) = str_dup(&job->a, request->headers.items[i]);
	}
}

void net_submit(struct net *net, const struct net_request *request)
{
	struct job *job = job_new(request->purpose);
	struct err err;
	net->pending++;
	job->reply.tag = request->tag;
	job->etag = header_validator(&job->a, request->etag);
	job->last_modified = header_validator(&job->a, request->last_modified);
	if (request->purpose == NET_API)
		copy_post(job, request);
	if (aim(net, job, request->url, &err)) {
		job_list_append(&net->waiting, job);
		return;
	}
	job->url = str_dup(&job->a, request->url);
	settle(net, job, NET_REFUSED, str_c(err.msg));
}

size_t net_pending(const struct net *net)
{
	return net->pending;
}

static void copy_reply(struct arena *a, const struct net_reply *from, struct net_reply *to)
{
	*to = *from;
	struct str *const strings[] = {&to->url, &to->permanent_url, &to->body, &to->content_type,
		&to->charset, &to->content_location, &to->etag, &to->last_modified, &to->robots_tag,
		&to->tdm_reservation};
	for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
		*strings[i] = str_dup(a, *strings[i]);
}

bool net_wait(struct net *net, struct arena *a, struct net_reply *reply)
{
	if (net->pending == 0)
		return false;
	while (!net->done.first) {
		if (net->options.stop && *net->options.stop)
			stop_all(net);
		else
			work(net);
	}
	struct job *job = net->done.first;
	job_list_remove(&net->done, job);
	copy_reply(a, &job->reply, reply);
	job_free(job);
	net->pending--;
	return true;
}
