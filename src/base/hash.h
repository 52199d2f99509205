/* Hashes: a fast one for tables and change detection (xxHash64), SHA-256 for what a stranger must
 * be able to check. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

uint64_t hash_fast(struct str bytes);
uint64_t hash_fast_seed(
	struct str bytes, uint64_t seed); /* seed: the hash so far, to hash several strings as one */
struct str hash_sha256(struct arena *a, struct str bytes); /* 64 lower-case hex digits */
/* 10 characters of base 32 (RFC 4648 section 6, lower case): short names that are stable, for
 * stories. */
struct str hash_name(struct arena *a, struct str bytes);

#endif
