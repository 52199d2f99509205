#define BASE_INTERNAL
#include "base/base.h"

#include <openssl/sha.h>
#include <xxhash.h>

uint64_t hash_fast(struct str bytes)
{
	return XXH64(bytes.p ? bytes.p : "", bytes.n, 0);
}

uint64_t hash_fast_seed(struct str bytes, uint64_t seed)
{
	return XXH64(bytes.p ? bytes.p : "", bytes.n, seed);
}

struct str hash_sha256(struct arena *a, struct str bytes)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	(void)SHA256((const unsigned char *)(bytes.p ? bytes.p : ""), bytes.n, digest);
	char *hex = arena_alloc(a, 2 * sizeof(digest) + 1);
	for (size_t i = 0; i < sizeof(digest); i++) {
		hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
	hex[2 * sizeof(digest)] = '\0';
	return (struct str){hex, 2 * sizeof(digest)};
}

struct str hash_name(struct arena *a, struct str bytes)
{
	uint64_t h = hash_fast(bytes);
	char name[11];
	for (size_t i = 0; i < 10; i++, h >>= 5)
		name[i] = "abcdefghijklmnopqrstuvwxyz234567"[h & 31];
	name[10] = '\0';
	return str_dup(a, (struct str){name, 10});
}
