/* What the files of `wireproof verify` share. */
#ifndef CLI_VERIFY_H
#define CLI_VERIFY_H

#include "cli/cli.h"
#include "net/net.h"

/* Where a story and its evidence are looked for. */
struct verifying {
	struct arena a;
	struct str what;     /* the argument: a URL or a path */
	bool is_url;         /* http or https */
	struct str proof_at; /* URL or path of proof.json */
	struct str page_at;  /* of the story's page; empty when there is none */
	struct str archive;  /* folder; empty: none */
	bool is_offline;
	struct net *net; /* opened when first needed */
	struct str page, proof;
};

/* Reads a file or, for an http(s) address, fetches it; `why` says what went wrong. */
bool verify_get(struct verifying *v, struct str at, bool is_page, struct str *bytes,
	struct str *charset, struct str *why);

/* ---- verify_evidence.c ---- */
void verify_collect(struct verifying *v, const struct proof *proof, struct evidence_found *found);

/* ---- verify_key.c: whose key it is ---- */

/* The key that is known for the desk: `given` (hex, PEM or a file with either) when a person gave
 * one, else the one that was pinned at first use; empty when there is none. False when `given` is
 * no key. */
bool verify_known_key(struct verifying *v, struct str given, struct str *key, struct err *err);
/* Remembers a key for the desk. False (err says why) when it can't be kept. */
bool verify_pin_key(struct verifying *v, struct str key, struct err *err);
/* The key that the site itself publishes; empty when it can't be read. */
struct str verify_site_key(struct verifying *v);

#endif
