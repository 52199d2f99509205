#include "html/allow.h"

#define STYLE_MAX 4096 /* bytes of a style attribute */
#define MEASURE_MAX 4  /* characters of a number: nothing is moved off the page */

/* Any value of plain words, numbers and colours. Sorted. */
static const struct str properties[] = {
	STR_CONST("azimuth"),
	STR_CONST("background-color"),
	STR_CONST("border-bottom-color"),
	STR_CONST("border-collapse"),
	STR_CONST("border-color"),
	STR_CONST("border-left-color"),
	STR_CONST("border-right-color"),
	STR_CONST("border-top-color"),
	STR_CONST("clear"),
	STR_CONST("color"),
	STR_CONST("cursor"),
	STR_CONST("direction"),
	STR_CONST("display"),
	STR_CONST("elevation"),
	STR_CONST("fill"),
	STR_CONST("fill-opacity"),
	STR_CONST("fill-rule"),
	STR_CONST("float"),
	STR_CONST("font"),
	STR_CONST("font-family"),
	STR_CONST("font-size"),
	STR_CONST("font-style"),
	STR_CONST("font-variant"),
	STR_CONST("font-weight"),
	STR_CONST("height"),
	STR_CONST("letter-spacing"),
	STR_CONST("line-height"),
	STR_CONST("overflow"),
	STR_CONST("pause"),
	STR_CONST("pause-after"),
	STR_CONST("pause-before"),
	STR_CONST("pitch"),
	STR_CONST("pitch-range"),
	STR_CONST("richness"),
	STR_CONST("speak"),
	STR_CONST("speak-header"),
	STR_CONST("speak-numeral"),
	STR_CONST("speak-punctuation"),
	STR_CONST("speech-rate"),
	STR_CONST("stress"),
	STR_CONST("stroke"),
	STR_CONST("stroke-linecap"),
	STR_CONST("stroke-linejoin"),
	STR_CONST("stroke-opacity"),
	STR_CONST("stroke-width"),
	STR_CONST("text-align"),
	STR_CONST("text-decoration"),
	STR_CONST("text-indent"),
	STR_CONST("unicode-bidi"),
	STR_CONST("vertical-align"),
	STR_CONST("voice-family"),
	STR_CONST("volume"),
	STR_CONST("white-space"),
	STR_CONST("width"),
};

/* All that begins so, when each word of the value is a size, a colour or one of `keywords`. */
static const struct str families[] = {
	STR_CONST("background"), STR_CONST("border"), STR_CONST("margin"), STR_CONST("padding")};

static const struct str keywords[] = {
	STR_CONST("!important"),
	STR_CONST("aqua"),
	STR_CONST("auto"),
	STR_CONST("black"),
	STR_CONST("block"),
	STR_CONST("blue"),
	STR_CONST("bold"),
	STR_CONST("both"),
	STR_CONST("bottom"),
	STR_CONST("brown"),
	STR_CONST("center"),
	STR_CONST("collapse"),
	STR_CONST("dashed"),
	STR_CONST("dotted"),
	STR_CONST("double"),
	STR_CONST("fuchsia"),
	STR_CONST("gray"),
	STR_CONST("green"),
	STR_CONST("groove"),
	STR_CONST("inherit"),
	STR_CONST("inset"),
	STR_CONST("italic"),
	STR_CONST("left"),
	STR_CONST("lime"),
	STR_CONST("maroon"),
	STR_CONST("medium"),
	STR_CONST("navy"),
	STR_CONST("none"),
	STR_CONST("normal"),
	STR_CONST("nowrap"),
	STR_CONST("olive"),
	STR_CONST("orange"),
	STR_CONST("outset"),
	STR_CONST("pointer"),
	STR_CONST("purple"),
	STR_CONST("red"),
	STR_CONST("ridge"),
	STR_CONST("right"),
	STR_CONST("separate"),
	STR_CONST("silver"),
	STR_CONST("solid"),
	STR_CONST("teal"),
	STR_CONST("thick"),
	STR_CONST("thin"),
	STR_CONST("top"),
	STR_CONST("transparent"),
	STR_CONST("underline"),
	STR_CONST("white"),
	STR_CONST("yellow"),
};

#define COUNT_OF(rows) (sizeof(rows) / sizeof((rows)[0]))

static bool is_one_of(struct str word, const struct str *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(word, rows[i]))
			return true;
	return false;
}

static bool is_plain(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || char_is_space(c) || (c && strchr("#%.,!-", c));
}

/* The offset behind `open`...`close` around plain characters, or of digits in brackets. */
static size_t skip_group(struct str s, size_t at)
{
	char end = s.p[at] == '(' ? ')' : s.p[at];
	for (size_t i = at + 1; i < s.n; i++) {
		if (s.p[i] == end)
			return i + 1;
		bool is_number = char_is_digit(s.p[i]) || (s.p[i] && strchr(" ,.%", s.p[i]));
		if (end == ')' ? !is_number : !is_plain(s.p[i]))
			break;
	}
	return STR_NONE;
}

/* Words, sizes, quoted names and rgb(0,0,0): without a backslash, comment or url() there is no way
 * to hide anything else. */
static bool is_harmless(struct str value)
{
	for (size_t i = 0; i < value.n;) {
		char c = value.p[i];
		bool is_group = c == '(' || c == '"' || c == '\'';
		if (!is_group && !is_plain(c))
			return false;
		i = is_group ? skip_group(value, i) : i + 1;
		if (i == STR_NONE)
			return false;
	}
	return true;
}

static bool is_measure(struct str word)
{
	static const struct str units[] = {STR_CONST("cm"), STR_CONST("em"), STR_CONST("rem"),
		STR_CONST("ex"), STR_CONST("in"), STR_CONST("mm"), STR_CONST("pc"), STR_CONST("pt"),
		STR_CONST("px"), STR_CONST("%"), STR_CONST("")};
	if (str_starts(word, STR("#")) || str_starts_nocase(word, STR("rgb(")))
		return true;
	size_t i = 0;
	while (i < word.n && i < MEASURE_MAX && (char_is_digit(word.p[i]) || word.p[i] == '.'))
		i++;
	return i && is_one_of(str_from(word, i), units, COUNT_OF(units));
}

static bool are_measures(struct str value)
{
	for (struct str rest = str_trim(value); rest.n; rest = str_trim(rest)) {
		size_t end = 0;
		while (end < rest.n && !char_is_space(rest.p[end]))
			end++;
		struct str word = str_sub(rest, 0, end);
		if (!is_one_of(word, keywords, COUNT_OF(keywords)) && !is_measure(word))
			return false;
		rest = str_from(rest, end);
	}
	return true;
}

static bool is_allowed(struct str name, struct str value)
{
	if (!value.n || !is_harmless(value))
		return false;
	if (is_one_of(name, properties, COUNT_OF(properties)))
		return true;
	size_t dash = str_find_char(name, '-', 0);
	struct str family = str_sub(name, 0, dash == STR_NONE ? name.n : dash);
	return is_one_of(family, families, COUNT_OF(families)) && are_measures(value);
}

static bool is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_alpha(s.p[i]) && s.p[i] != '-')
			return false;
	return s.n > 0;
}

struct str allow_style(struct arena *a, struct str style)
{
	struct buf out = BUF(STYLE_MAX + STYLE_MAX / 2);
	struct str rest = style.n <= STYLE_MAX ? style : STR("");
	while (rest.n) {
		struct str value = str_cut(&rest, ';');
		struct str name = str_trim(str_cut(&value, ':'));
		while (value.n && char_is_space(value.p[0]))
			value = str_from(value, 1);
		if (!is_name(name) || !is_allowed(name, value))
			continue;
		if (out.n)
			buf_add_char(&out, ' ');
		buf_add(&out, name);
		buf_add_c(&out, ": ");
		buf_add(&out, value);
		buf_add_char(&out, ';');
	}
	struct str safe = str_dup(a, out.is_over ? STR("") : buf_str(&out));
	buf_free(&out);
	return safe;
}
