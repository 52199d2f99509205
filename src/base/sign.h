/* sign: the desk's Ed25519 key (RFC 8032) and signatures made with it.
 *
 * The same key and bytes always give the same signature. Keys and signatures are written as
 * lower-case hex; the file of a private key is PEM (PKCS #8, RFC 8410), as the openssl command
 * makes it. */
#ifndef BASE_SIGN_H
#define BASE_SIGN_H

#include "base/arena.h"
#include "base/str.h"

#define SIGN_KEY_BYTES 32
#define SIGN_BYTES 64

struct signing_key {
	unsigned char secret[SIGN_KEY_BYTES], public_key[SIGN_KEY_BYTES];
};

/* A new key as PEM; asks the system for randomness, so it is not for stages. */
MUST_CHECK bool signing_key_make(struct arena *a, struct str *pem, struct err *err);
/* ERR_CONFIG when the bytes are no Ed25519 private key. */
MUST_CHECK bool signing_key_read(struct str pem, struct signing_key *key, struct err *err);
/* The public half as PEM (SubjectPublicKeyInfo). */
struct str signing_key_public_pem(struct arena *a, const struct signing_key *key);
struct str signing_key_name(
	struct arena *a, const struct signing_key *key); /* public half as hex */

struct str sign(struct arena *a, const struct signing_key *key, struct str bytes); /* hex */
/* Whether a signature (hex) is that of the bytes by the key (hex). False for what is no hex of the
 * right length. */
bool sign_is_good(struct str public_key, struct str bytes, struct str signature);

/* A public key out of what a person gives: hex, or PEM. False when it is neither. */
bool sign_read_public(struct arena *a, struct str given, struct str *public_key);

#endif
