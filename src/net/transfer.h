/* One HTTP exchange, without redirects: what curl is told, what it may connect to, how much it may
 * take, and what went wrong in words. */
#ifndef NET_TRANSFER_H
#define NET_TRANSFER_H

#include "net/address.h"
#include "net/header.h"

#include <curl/curl.h>

/* What is asked. The strings live longer than the transfer. */
struct exchange {
	const char *url;
	struct str host, port; /* of the URL */
	const char *user_agent;
	struct str etag, last_modified; /* empty: not sent */
	const struct allow *allow;
	size_t body_max;
	bool is_cut_at_max; /* a longer body is cut there, not refused */
	long timeout_ms, connect_timeout_ms;
	long idle_ms; /* 0: the usual limit */
	bool is_post; /* with `post`, whatever the status the body is kept */
	struct str post;
	struct str_vec headers; /* further lines */
};

struct transfer {
	struct exchange ask;
	struct arena *a; /* holds the headers and `why` */
	CURL *easy;
	struct curl_slist *sent;
	size_t header_bytes, skipped_bytes;
	bool is_header_over, is_header_done, is_body_over, is_bomb;
	struct address tried, refused; /* the last of each; bits 0: none */
	char error[CURL_ERROR_SIZE];

	/* What came. */
	int status; /* 0: none */
	struct headers headers;
	struct buf body;          /* of a 2xx */
	enum net_outcome outcome; /* NET_OK when the exchange went through, whatever the status */
	struct str why;           /* when it did not */
};

/* Fills in t from what is asked and begins it in the multi handle. `owner` comes back from
 * transfer_owner. */
void transfer_start(
	struct transfer *t, struct arena *a, const struct exchange *ask, CURLM *multi, void *owner);
void *transfer_owner(CURL *easy);

/* Reads how it ended. */
void transfer_judge(struct transfer *t, CURLcode result);
/* Lets go of all but what lies in the arena, also of one still under way. */
void transfer_end(struct transfer *t, CURLM *multi);

#endif
