#include "html/entity.h"

/* What 0x80 to 0x9F mean, as in windows-1252; 0 where the number itself stands. */
static const uint16_t windows[32] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178};

static unsigned digit_of(char c, unsigned base)
{
	if (char_is_digit(c))
		return (unsigned)(c - '0');
	c = char_lower(c);
	return base == 16 && c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

static size_t read_number(struct str in, size_t at, char *out, size_t *out_n)
{
	size_t i = at + 2;
	unsigned base = 10, digit;
	if (i < in.n && (in.p[i] == 'x' || in.p[i] == 'X')) {
		base = 16;
		i++;
	}
	uint32_t point = 0;
	size_t first = i;
	for (; i < in.n && (digit = digit_of(in.p[i], base)) < base; i++)
		if (point <= 0x10ffff)
			point = point * base + digit;
	if (i == first)
		return 0;
	if (point == 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
		point = 0xfffd;
	else if (point >= 0x80 && point <= 0x9f && windows[point - 0x80])
		point = windows[point - 0x80];
	*out_n = utf8_encode(point, out);
	return i + (i < in.n && in.p[i] == ';') - at;
}

/* The least index in [low, high) whose name has a byte of at least c at this depth; all names of
 * the range agree before it. A name that is as short as that comes first. */
static size_t lower_bound(size_t low, size_t high, size_t depth, unsigned char c)
{
	while (low < high) {
		size_t middle = (low + high) / 2, start = entity_starts[middle];
		bool is_less = start + depth == entity_starts[middle + 1] ||
			(unsigned char)entity_names[start + depth] < c;
		if (is_less)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The longest name that the text goes on with; its length, or 0. */
static size_t find_name(struct str text, size_t *index)
{
	if (!text.n || text.p[0] < 'A' || text.p[0] > 'z')
		return 0;
	size_t low = entity_firsts[text.p[0] - 'A'], high = entity_firsts[text.p[0] - 'A' + 1];
	size_t found = 0;
	for (size_t depth = 1; low < high; depth++) {
		if (entity_starts[low] + depth == entity_starts[low + 1]) {
			found = depth;
			*index = low++;
		}
		if (depth == text.n)
			break;
		unsigned char c = (unsigned char)text.p[depth];
		low = lower_bound(low, high, depth, c);
		high = lower_bound(low, high, depth, (unsigned char)(c + 1));
	}
	return found;
}

static size_t read_name(struct str in, size_t at, bool is_attribute, char *out, size_t *out_n)
{
	size_t index, n = find_name(str_from(in, at + 1), &index);
	if (!n)
		return 0;
	size_t end = at + 1 + n;
	bool is_ended = in.p[end - 1] == ';';
	if (is_attribute && !is_ended && end < in.n &&
		(in.p[end] == '=' || char_is_alpha(in.p[end]) || char_is_digit(in.p[end])))
		return 0;
	uint32_t points = entity_points[index];
	*out_n = utf8_encode(points & 0xffffff, out);
	if (points >> 24)
		*out_n += utf8_encode(entity_seconds[points >> 24], out + *out_n);
	return end - at;
}

size_t entity_read(
	struct str in, size_t at, bool is_attribute, char out[ENTITY_MOST], size_t *out_n)
{
	if (at + 1 < in.n && in.p[at + 1] == '#')
		return read_number(in, at, out, out_n);
	return read_name(in, at, is_attribute, out, out_n);
}
