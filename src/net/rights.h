/* What publishers say about the use of their pages, in the forms that are in use (2026): robots.txt
 * (RFC 9309, also by naming AI crawlers), Content-Signal, AIPREF's Content-Usage, TDMRep, robots
 * tags (noai, nosnippet), and where an RSL licence lies. Pure.
 *
 * Each reader adds signals; what it does not understand it adds too, saying nothing. Whatever
 * refuses a use outweighs what grants it. What speaks of training alone says nothing here: nothing
 * is trained. */
#ifndef NET_RIGHTS_H
#define NET_RIGHTS_H

#include "model/model.h"
#include "net/net.h"

#define RIGHTS_SIGNALS 64 /* of one page; more are left out */
#define RIGHTS_RAW 400    /* bytes kept of one */

/* Adds a signal, its strings copied and made printable. */
struct signal *rights_add(
	struct arena *a, struct signal_vec *signals, struct str kind, struct str place, struct str raw);

/* `path` is that of the page, with its query; `place` the robots.txt's URL. A License line becomes
 * a signal of kind "RSL" whose raw is the URL. */
void rights_read_robots(struct arena *a, struct str robots_txt, struct str path, struct str place,
	struct signal_vec *signals);
/* What the header of a page's reply says. */
void rights_read_header(struct arena *a, const struct net_reply *reply, struct signal_vec *signals);
/* What the <head> of a page says, from its bytes. */
void rights_read_page(
	struct arena *a, struct str bytes, struct str url, struct signal_vec *signals);
/* What /.well-known/tdmrep.json says of a path. ERR_INPUT when it is no such file. */
MUST_CHECK bool rights_read_tdmrep(struct arena *a, struct str json, struct str path,
	struct str place, struct signal_vec *signals, struct err *err);

/* "key=value" items of Content-Signal or Content-Usage, separated by commas. */
void rights_read_usage(struct arena *a, struct str kind, struct str items, struct str place,
	struct signal_vec *signals);
/* The directives of X-Robots-Tag or <meta name=robots>. */
void rights_read_tags(struct arena *a, struct str kind, struct str list, struct str place,
	struct signal_vec *signals);

/* What all signals say together of a use: -1 refused, 0 nothing, 1 granted. */
int rights_of(const struct signal_vec *signals, enum use use);

#endif
