#include "text/word_table.h"

const struct list_set *lists_with(struct str word)
{
	static const struct list_set none = {{0}};
	const struct word_slot *slot = word_find(list_slots, list_mask, word);
	return slot->length ? &list_sets[slot->value] : &none;
}

uint32_t rules_bit(const struct rules *rules)
{
	return (uint32_t)1 << (rules - rules_all());
}

bool is_in_list(const struct rules *rules, enum rule_list list, struct str word)
{
	return word.n > 0 && (lists_with(word)->languages[list] & rules_bit(rules));
}
