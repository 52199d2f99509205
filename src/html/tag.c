#include "html/tag.h"

#define TAG(number, name, flags) [TAG_##number] = {STR_CONST(name), flags},
const struct tag_info tag_infos[TAG_COUNT] = {
#include "html/tag_list.h"
};
#undef TAG

uint16_t tag_by_key(struct str name, uint64_t key)
{
	uint16_t tag = tag_slots[key * tag_multiplier >> (64 - TAG_SLOT_BITS)];
	return tag && str_eq(tag_infos[tag].name, name) ? tag : TAG_NONE;
}

uint16_t tag_of(struct str name)
{
	uint64_t key = 0;
	for (size_t i = 0; i < name.n && i < 8; i++)
		key = key << 8 | (unsigned char)name.p[i];
	return tag_by_key(name, key);
}
