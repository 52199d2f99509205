/* A request on its way, and lists of such. */
#ifndef NET_JOB_H
#define NET_JOB_H

#include "net/transfer.h"

struct host;
struct origin;

/* A request on its way: waiting for its host, under way (one hop of it), or done. */
struct job {
	struct arena a; /* holds this struct too */
	struct job *next;
	enum net_purpose purpose;
	struct origin *robots_of; /* it asks for this origin's robots.txt, for nobody outside */
	struct str url;           /* of this hop */
	struct url parts;
	struct host *host;
	struct str etag, last_modified;
	bool is_post;
	struct str post;
	struct str_vec headers;
	int hops;
	bool is_moved;    /* all hops so far were permanent */
	int64_t start_ms; /* of this hop */
	int64_t spent_ms; /* in the hops before */
	struct transfer transfer;
	struct net_reply reply;
};

struct job_list {
	struct job *first, *last;
};

struct job *job_new(enum net_purpose purpose);
void job_free(struct job *job);

void job_list_append(struct job_list *list, struct job *job);
void job_list_prepend(struct job_list *list, struct job *job);
void job_list_remove(struct job_list *list, struct job *job);

#endif
