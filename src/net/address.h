/* Which addresses net connects to: the public Internet, and what the allow list names. Pure. */
#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H

#include "base/base.h"

#define ADDRESS_TEXT 46 /* bytes of the longest text form, with the NUL */

struct address {
	uint8_t bytes[16]; /* in network order; IPv4 in the first four */
	int bits;          /* 32 or 128 */
};

struct network {
	struct address first;
	int prefix; /* bits that count */
};

struct allow {
	struct str_vec hosts; /* lower case; "*.suffix" for all names below */
	struct {
		struct network *items;
		size_t n, capacity;
	} networks;
};

/* Text form, v4 or v6, without brackets and zone. IPv4-mapped IPv6 becomes the IPv4 address. */
bool address_parse(struct str s, struct address *address);
/* From the bytes of a socket address; bits 32 or 128. IPv4-mapped IPv6 becomes the IPv4 address. */
struct address address_from_bytes(const void *bytes, int bits);
const char *address_text(const struct address *address, char text[ADDRESS_TEXT]);

/* NULL for an address of the public Internet, else the word for what it is: "private", ... */
const char *address_kind(const struct address *address);

/* Adds a host, "*.suffix", an address or a network "ADDRESS/BITS". ERR_CONFIG for anything else. */
MUST_CHECK bool allow_add(struct arena *a, struct allow *allow, struct str entry, struct err *err);
bool allow_has_host(const struct allow *allow, struct str host);
bool allow_has_address(const struct allow *allow, const struct address *address);

#endif
