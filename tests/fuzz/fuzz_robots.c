/* The input's first line is the path, the rest is robots.txt. */
#include "net/net.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str robots_txt = {(const char *)data, size};
	struct str path = str_cut(&robots_txt, '\n');
	double delay_s;
	(void)robots_allows(robots_txt, STR("wireproof"), path, &delay_s);
	BUG_ON(delay_s < 0 && delay_s != -1);
	/* RFC 9309 section 2.2.2: robots.txt itself is always allowed. */
	BUG_ON(!robots_allows(robots_txt, STR("wireproof"), STR("/robots.txt"), &delay_s));
	return 0;
}
