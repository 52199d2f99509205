#include "check/parts.h"

bool is_listed(const char *list, struct str word)
{
	char with_blanks[64];
	if (word.n == 0 || word.n + 2 > sizeof(with_blanks) || memchr(word.p, ' ', word.n))
		return false;
	with_blanks[0] = with_blanks[word.n + 1] = ' ';
	memcpy(with_blanks + 1, word.p, word.n);
	return str_find(str_c(list), (struct str){with_blanks, word.n + 2}, 0) != STR_NONE;
}
