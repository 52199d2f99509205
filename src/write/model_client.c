#include "write/model_parts.h"

#include "net/net.h"

struct model_client {
	const struct model_server *server;
	struct arena a;
	struct net *net;
	struct str_vec headers;
};

bool write_model_open(
	const struct model_server *server, struct model_client **client, struct err *err)
{
	struct arena a = {0};
	struct url url;
	bool ok = url_parse(&a, server->base_url, &url, err);
	struct model_client *c = ARENA_NEW(&a, struct model_client);
	c->server = server;
	struct net_options options = {
		.user_agent = server->user_agent,
		.interval_ms = server->interval_ms,
		.timeout_ms = server->timeout_ms,
		.connect_timeout_ms = 10000,
		.idle_ms = server->idle_ms,
		.parallel = server->parallel,
		.per_host = server->parallel,
		.stop = server->stop,
	};
	for (size_t i = 0; i < server->allow.n; i++)
		*VEC_ADD(&a, &options.allow) = server->allow.items[i];
	if (ok) {
		struct str host = url.host;
		if (str_starts(host, STR("["))) /* an IPv6 literal */
			host = str_sub(host, 1, host.n - 2);
		*VEC_ADD(&a, &options.allow) = host;
	}
	*VEC_ADD(&a, &c->headers) = STR("Content-Type: application/json");
	*VEC_ADD(&a, &c->headers) = STR("Expect:"); /* else curl waits before it sends a long body */
	if (server->key.n)
		*VEC_ADD(&a, &c->headers) =
			str_format(&a, "Authorization: Bearer %.*s", STR_ARG(server->key));
	ok = ok && net_open(&options, &c->net, err);
	if (!ok) {
		arena_free(&a);
		return err_wrap(err, "model.base_url");
	}
	c->a = a;
	*client = c;
	return true;
}

void write_model_close(struct model_client *client)
{
	if (!client)
		return;
	net_close(client->net);
	struct arena a = client->a;
	arena_free(&a);
}

void write_model_submit(struct model_client *client, const struct model_call *call, int64_t tag)
{
	struct arena scratch = {0};
	struct str base = client->server->base_url;
	while (str_ends(base, STR("/")))
		base.n--;
	struct net_request request = {
		.url = str_format(&scratch, "%.*s%.*s", STR_ARG(base), STR_ARG(call->path)),
		.purpose = NET_API,
		.body = call->body,
		.headers = client->headers,
		.tag = tag,
	};
	net_submit(client->net, &request);
	arena_free(&scratch);
}

size_t write_model_pending(const struct model_client *client)
{
	return net_pending(client->net);
}

bool write_model_wait(struct model_client *client, struct arena *a, struct net_reply *reply)
{
	return net_wait(client->net, a, reply);
}
