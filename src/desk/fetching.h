/* What the two halves of fetching share: feeds.c asks the feeds, fetch.c the pages. */
#ifndef DESK_FETCHING_H
#define DESK_FETCHING_H

#include "desk/parts.h"

struct fetching {
	struct desk *d;
	struct net *net;
	struct rights rights;
	struct source_vec sources;
};

/* Asks every feed that is due, saves what came of it. */
MUST_CHECK bool fetch_feeds(struct fetching *f, struct err *err);

struct when fetching_later(struct when now, int64_t seconds);
/* How long to wait after so many failures in a row: doubling, up to a day, a quarter more or less
 * by `who`, so that what failed together does not come back together; never less than
 * retry_after_s. */
int64_t fetching_pause_s(int64_t failures, int64_t retry_after_s, struct str who);
bool fetching_is_stopped(const struct desk *d);
void fetching_progress(const struct desk *d, const char *stage, size_t done, size_t total);

#endif
