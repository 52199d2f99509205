/* The input's first line is an entry of the allow list, the rest is a reply's header. */
#include "net/address.h"
#include "net/header.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str rest = {(const char *)data, size}, entry = str_cut(&rest, '\n');
	struct allow allow = {0};
	struct err err;
	if (allow_add(&a, &allow, entry, &err))
		BUG_ON(allow.hosts.n + allow.networks.n != 1);
	(void)allow_has_host(&allow, entry);
	struct address address;
	if (address_parse(entry, &address)) {
		char text[ADDRESS_TEXT];
		BUG_ON(net_is_public_address(str_c(address_text(&address, text))) !=
			net_is_public_address(entry));
		BUG_ON(!allow_has_address(&allow, &address));
	}
	struct headers headers = {0};
	struct net_reply reply = {0};
	while (rest.p)
		headers_read(&a, &headers, str_cut(&rest, '\n'));
	headers_tell(&a, &headers, &reply);
	BUG_ON(reply.retry_after_s < -1 || reply.max_age_s < -1);
	arena_free(&a);
	return 0;
}
