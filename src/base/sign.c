#define BASE_INTERNAL
#include "base/base.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#define PEM_MOST ((size_t)16 * 1024)

static struct str hex(struct arena *a, const unsigned char *bytes, size_t n)
{
	char *out = arena_alloc(a, 2 * n + 1);
	for (size_t i = 0; i < n; i++) {
		out[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
		out[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
	}
	out[2 * n] = '\0';
	return (struct str){out, 2 * n};
}

static int digit(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool unhex(struct str s, unsigned char *bytes, size_t n)
{
	if (s.n != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int high = digit(s.p[2 * i]), low = digit(s.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		bytes[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

static struct str bio_text(struct arena *a, BIO *bio)
{
	char *bytes = NULL;
	long n = BIO_get_mem_data(bio, &bytes);
	return str_dup(a, (struct str){bytes, n > 0 ? (size_t)n : 0});
}

bool signing_key_make(struct arena *a, struct str *pem, struct err *err)
{
	EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
	BIO *bio = BIO_new(BIO_s_mem());
	bool ok = key && bio && PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL) == 1;
	if (ok)
		*pem = bio_text(a, bio);
	else
		(void)err_set(err, ERR_STORE, "can't make a signing key");
	BIO_free(bio);
	EVP_PKEY_free(key);
	return ok;
}

bool signing_key_read(struct str pem, struct signing_key *key, struct err *err)
{
	size_t secret = SIGN_KEY_BYTES, public_key = SIGN_KEY_BYTES;
	BIO *bio = pem.n <= PEM_MOST ? BIO_new_mem_buf(pem.p ? pem.p : "", (int)pem.n) : NULL;
	EVP_PKEY *pkey = bio ? PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL) : NULL;
	bool ok = pkey && EVP_PKEY_get_raw_private_key(pkey, key->secret, &secret) == 1 &&
		EVP_PKEY_get_raw_public_key(pkey, key->public_key, &public_key) == 1 &&
		secret == SIGN_KEY_BYTES && public_key == SIGN_KEY_BYTES;
	BIO_free(bio);
	EVP_PKEY_free(pkey);
	return ok || err_set(err, ERR_CONFIG, "this is no Ed25519 private key in PEM");
}

struct str signing_key_public_pem(struct arena *a, const struct signing_key *key)
{
	EVP_PKEY *pkey =
		EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key->public_key, SIGN_KEY_BYTES);
	BIO *bio = BIO_new(BIO_s_mem());
	BUG_ON(!pkey || !bio || PEM_write_bio_PUBKEY(bio, pkey) != 1);
	struct str pem = bio_text(a, bio);
	BIO_free(bio);
	EVP_PKEY_free(pkey);
	return pem;
}

struct str signing_key_name(struct arena *a, const struct signing_key *key)
{
	return hex(a, key->public_key, SIGN_KEY_BYTES);
}

struct str sign(struct arena *a, const struct signing_key *key, struct str bytes)
{
	unsigned char signature[SIGN_BYTES];
	size_t n = sizeof(signature);
	EVP_PKEY *pkey =
		EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, key->secret, SIGN_KEY_BYTES);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	BUG_ON(!pkey || !context || EVP_DigestSignInit(context, NULL, NULL, NULL, pkey) != 1 ||
		EVP_DigestSign(context, signature, &n, (const unsigned char *)bytes.p, bytes.n) != 1 ||
		n != SIGN_BYTES);
	EVP_MD_CTX_free(context);
	EVP_PKEY_free(pkey);
	return hex(a, signature, n);
}

bool sign_is_good(struct str public_key, struct str bytes, struct str signature)
{
	unsigned char key[SIGN_KEY_BYTES], raw[SIGN_BYTES];
	if (!unhex(public_key, key, sizeof(key)) || !unhex(signature, raw, sizeof(raw)))
		return false;
	EVP_PKEY *pkey = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key, sizeof(key));
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool is_good = pkey && context && EVP_DigestVerifyInit(context, NULL, NULL, NULL, pkey) == 1 &&
		EVP_DigestVerify(context, raw, sizeof(raw), (const unsigned char *)bytes.p, bytes.n) == 1;
	EVP_MD_CTX_free(context);
	EVP_PKEY_free(pkey);
	return is_good;
}

bool sign_read_public(struct arena *a, struct str given, struct str *public_key)
{
	unsigned char key[SIGN_KEY_BYTES];
	size_t n = sizeof(key);
	given = str_trim(given);
	bool ok = unhex(given, key, sizeof(key));
	if (!ok && given.n <= PEM_MOST) {
		BIO *bio = BIO_new_mem_buf(given.p ? given.p : "", (int)given.n);
		EVP_PKEY *pkey = PEM_read_bio_PUBKEY(bio, NULL, NULL, NULL);
		ok = pkey && EVP_PKEY_get_raw_public_key(pkey, key, &n) == 1 && n == sizeof(key);
		BIO_free(bio);
		EVP_PKEY_free(pkey);
	}
	if (ok)
		*public_key = hex(a, key, sizeof(key));
	return ok;
}
