#include "net/address.h"
#include "net/net.h"

#include <arpa/inet.h>

struct special {
	uint8_t bytes[16];
	int prefix;
	const char *kind;
};

/* The IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), as far as
 * they are not globally reachable. */
static const struct special special_v4[] = {
	{{0, 0, 0, 0}, 32, "unspecified"},
	{{0}, 8, "reserved"},
	{{10}, 8, "private"},
	{{100, 64}, 10, "shared behind a carrier's NAT"},
	{{127}, 8, "loopback"},
	{{169, 254}, 16, "link-local"},
	{{172, 16}, 12, "private"},
	{{192, 0, 0}, 24, "reserved"},
	{{192, 0, 2}, 24, "for documentation"},
	{{192, 88, 99}, 24, "reserved"},
	{{192, 168}, 16, "private"},
	{{198, 18}, 15, "for benchmarks"},
	{{198, 51, 100}, 24, "for documentation"},
	{{203, 0, 113}, 24, "for documentation"},
	{{224}, 4, "multicast"},
	{{255, 255, 255, 255}, 32, "broadcast"},
	{{240}, 4, "reserved"},
};
static const struct special special_v6[] = {
	{{0}, 128, "unspecified"},
	{{[15] = 1}, 128, "loopback"},
	{{0xfc}, 7, "private"},
	{{0xfe, 0x80}, 10, "link-local"},
	{{0xfe, 0xc0}, 10, "private"},
	{{0xff}, 8, "multicast"},
	{{0x20, 0x01}, 23, "reserved"},
	{{0x20, 0x01, 0x0d, 0xb8}, 32, "for documentation"},
	{{0x3f, 0xff}, 20, "for documentation"},
};
/* IPv6 forms that hold an IPv4 address, which decides. */
static const struct {
	uint8_t bytes[16];
	int prefix;
	int at; /* of the IPv4 address */
} holders[] = {
	{{0, 0x64, 0xff, 0x9b}, 96, 12}, /* NAT64, RFC 6052 */
	{{0x20, 0x02}, 16, 2},           /* 6to4, RFC 3056 */
};
static const uint8_t mapped[16] = {[10] = 0xff, [11] = 0xff}; /* ::ffff:0:0/96, RFC 4291 2.5.5.2 */
static const uint8_t global_unicast[16] = {0x20};             /* 2000::/3, RFC 4291 2.4 */

static bool is_prefix(const uint8_t *bytes, const uint8_t *prefix, int bits)
{
	int whole = bits / 8, rest = bits % 8;
	if (memcmp(bytes, prefix, (size_t)whole) != 0)
		return false;
	return rest == 0 || (bytes[whole] ^ prefix[whole]) >> (8 - rest) == 0;
}

struct address address_from_bytes(const void *bytes, int bits)
{
	struct address address = {.bits = bits};
	memcpy(address.bytes, bytes, (size_t)bits / 8);
	if (bits == 128 && is_prefix(address.bytes, mapped, 96))
		return address_from_bytes(address.bytes + 12, 32);
	return address;
}

bool address_parse(struct str s, struct address *address)
{
	char text[ADDRESS_TEXT];
	uint8_t bytes[16];
	if (s.n == 0 || s.n >= sizeof(text) || memchr(s.p, '\0', s.n))
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	int bits = inet_pton(AF_INET, text, bytes) == 1 ? 32
		: inet_pton(AF_INET6, text, bytes) == 1     ? 128
													: 0;
	if (bits)
		*address = address_from_bytes(bytes, bits);
	return bits != 0;
}

const char *address_text(const struct address *address, char text[ADDRESS_TEXT])
{
	(void)inet_ntop(address->bits == 32 ? AF_INET : AF_INET6, address->bytes, text, ADDRESS_TEXT);
	return text;
}

static const char *find_kind(const uint8_t *bytes, const struct special *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_prefix(bytes, table[i].bytes, table[i].prefix))
			return table[i].kind;
	return NULL;
}

static const char *kind_v4(const uint8_t *bytes)
{
	return find_kind(bytes, special_v4, sizeof(special_v4) / sizeof(special_v4[0]));
}

const char *address_kind(const struct address *address)
{
	const uint8_t *bytes = address->bytes;
	if (address->bits == 32)
		return kind_v4(bytes);
	for (size_t i = 0; i < sizeof(holders) / sizeof(holders[0]); i++)
		if (is_prefix(bytes, holders[i].bytes, holders[i].prefix))
			return kind_v4(bytes + holders[i].at);
	const char *kind = find_kind(bytes, special_v6, sizeof(special_v6) / sizeof(special_v6[0]));
	if (!kind && !is_prefix(bytes, global_unicast, 3))
		kind = "reserved";
	return kind;
}

bool net_is_public_address(struct str s)
{
	struct address address;
	return address_parse(s, &address) && !address_kind(&address);
}

static bool is_host_pattern(struct str s)
{
	if (str_starts(s, STR("*.")))
		s = str_from(s, 2);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (!char_is_alpha(c) && !char_is_digit(c) && c != '-' && c != '_' && c != '.')
			return false;
	}
	return s.n > 0 && s.p[0] != '.';
}

bool allow_add(struct arena *a, struct allow *allow, struct str entry, struct err *err)
{
	size_t slash = str_find_char(entry, '/', 0);
	struct network network;
	if (address_parse(str_sub(entry, 0, slash == STR_NONE ? entry.n : slash), &network.first)) {
		int64_t prefix = network.first.bits;
		if (slash != STR_NONE &&
			(!str_to_i64(str_from(entry, slash + 1), &prefix) || prefix < 0 ||
				prefix > network.first.bits))
			return err_set(err, ERR_CONFIG, "allow entry \"%.*s\": not a prefix length of 0 to %d",
				STR_ARG(entry), network.first.bits);
		network.prefix = (int)prefix;
		*VEC_ADD(a, &allow->networks) = network;
		return true;
	}
	if (!is_host_pattern(entry))
		return err_set(err, ERR_CONFIG,
			"allow entry \"%.*s\": not a host, *.suffix, address or network", STR_ARG(entry));
	*VEC_ADD(a, &allow->hosts) = str_lower(a, entry);
	return true;
}

bool allow_has_host(const struct allow *allow, struct str host)
{
	for (size_t i = 0; i < allow->hosts.n; i++) {
		struct str entry = allow->hosts.items[i];
		bool is_suffix = str_starts(entry, STR("*."));
		if (is_suffix ? host.n >= entry.n && str_ends(host, str_from(entry, 1))
					  : str_eq(host, entry))
			return true;
	}
	return false;
}

bool allow_has_address(const struct allow *allow, const struct address *address)
{
	for (size_t i = 0; i < allow->networks.n; i++) {
		const struct network *network = &allow->networks.items[i];
		if (network->first.bits == address->bits &&
			is_prefix(address->bytes, network->first.bytes, network->prefix))
			return true;
	}
	return false;
}
