#include "text/text.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* Where an HTML page may declare its charset; the standard says 1024 bytes, but real pages put
 * scripts before it. */
#define PRESCAN_BYTES 4096
#define DETECT_BYTES ((size_t)64 << 10)

struct encoding {
	const char *name;      /* the WHATWG Encoding Standard's name, in lower case */
	const char *converter; /* ICU's; NULL: UTF-8, which is ours */
	const char *labels;    /* between blanks */
};

/* The labels of https://encoding.spec.whatwg.org/#names-and-labels. Those of its "replacement"
 * encoding (hz-gb-2312, iso-2022-kr, ...) are left out: their bytes hide ASCII, so they are read as
 * what they look like. */
static const struct encoding encodings[] = {
	{"utf-8", NULL, " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "},
	{"windows-1252", "windows-1252",
		" windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 "
		"iso-ir-100 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 "},
	{"windows-1250", "windows-1250", " windows-1250 cp1250 x-cp1250 "},
	{"windows-1251", "windows-1251", " windows-1251 cp1251 x-cp1251 "},
	{"windows-1253", "windows-1253", " windows-1253 cp1253 x-cp1253 "},
	{"windows-1254", "windows-1254",
		" windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 "
		"iso-ir-148 latin5 l5 csisolatin5 "},
	{"windows-1255", "windows-1255", " windows-1255 cp1255 x-cp1255 "},
	{"windows-1256", "windows-1256", " windows-1256 cp1256 x-cp1256 "},
	{"windows-1257", "windows-1257", " windows-1257 cp1257 x-cp1257 "},
	{"windows-1258", "windows-1258", " windows-1258 cp1258 x-cp1258 "},
	{"windows-874", "windows-874",
		" windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
	{"iso-8859-2", "iso-8859-2",
		" iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 "
		"csisolatin2 "},
	{"iso-8859-3", "iso-8859-3",
		" iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109 latin3 l3 "
		"csisolatin3 "},
	{"iso-8859-4", "iso-8859-4",
		" iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110 latin4 l4 "
		"csisolatin4 "},
	{"iso-8859-5", "iso-8859-5",
		" iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 cyrillic "
		"csisolatincyrillic "},
	{"iso-8859-6", "iso-8859-6",
		" iso-8859-6 iso-8859-6-e iso-8859-6-i iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "
		"iso-ir-127 arabic asmo-708 ecma-114 csisolatinarabic csiso88596e csiso88596i "},
	{"iso-8859-7", "iso-8859-7",
		" iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 greek greek8 "
		"ecma-118 "
		"elot_928 sun_eu_greek csisolatingreek "},
	{"iso-8859-8", "iso-8859-8",
		" iso-8859-8 iso-8859-8-e iso-8859-8-i iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 "
		"iso-ir-138 hebrew visual logical csisolatinhebrew csiso88598e csiso88598i "},
	{"iso-8859-10", "iso-8859-10",
		" iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6 "},
	{"iso-8859-13", "iso-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
	{"iso-8859-14", "iso-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
	{"iso-8859-15", "iso-8859-15",
		" iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 csisolatin9 "},
	{"koi8-r", "koi8-r", " koi8-r koi koi8 koi8_r cskoi8r "},
	{"koi8-u", "koi8-u", " koi8-u koi8-ru "},
	{"ibm866", "ibm-866", " ibm866 866 cp866 csibm866 "},
	{"macintosh", "macintosh", " macintosh mac x-mac-roman csmacintosh "},
	{"x-mac-cyrillic", "x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian "},
	{"gb18030", "gb18030",
		" gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk "},
	{"big5", "Big5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
	{"shift_jis", "windows-31j",
		" shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis "},
	{"euc-jp", "euc-jp", " euc-jp x-euc-jp cseucpkdfmtjapanese "},
	{"iso-2022-jp", "iso-2022-jp", " iso-2022-jp csiso2022jp "},
	{"euc-kr", "windows-949",
		" euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
		"ksc_5601 windows-949 "},
	{"utf-16le", "utf-16le",
		" utf-16le utf-16 ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff "},
	{"utf-16be", "utf-16be", " utf-16be unicodefffe "},
	{NULL, NULL, NULL},
};

static const struct encoding *encoding_of(struct str label)
{
	char lower[48];
	label = str_trim(label);
	if (label.n == 0 || label.n + 2 > sizeof(lower) || memchr(label.p, ' ', label.n))
		return NULL;
	lower[0] = lower[label.n + 1] = ' ';
	for (size_t i = 0; i < label.n; i++)
		lower[i + 1] = char_lower(label.p[i]);
	for (const struct encoding *e = encodings; e->name; e++)
		if (str_find(str_c(e->labels), (struct str){lower, label.n + 2}, 0) != STR_NONE)
			return e;
	return NULL;
}

/* The bytes of the well-formed character at `at` (Unicode's table 3-7), or 0. */
static size_t well_formed(struct str s, size_t at, size_t *bad)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t left = s.n - at, n = utf8_length(p[0]);
	unsigned char low = 0x80, high = 0xBF;
	*bad = 1;
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED) /* no surrogates */
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	for (size_t i = 1; i < n; i++) {
		if (i >= left || p[i] < low || p[i] > high)
			return 0;
		low = 0x80;
		high = 0xBF;
		*bad = i + 1;
	}
	return n;
}

/* The end of the ASCII that begins at `at`, without NUL. */
static size_t skip_ascii(struct str s, size_t at)
{
	uint64_t eight;
	while (at + 8 <= s.n) {
		memcpy(&eight, s.p + at, 8);
		/* A high bit, or a byte of zero. */
		if ((eight | (eight - 0x0101010101010101u)) & 0x8080808080808080u)
			break;
		at += 8;
	}
	while (at < s.n && s.p[at] > 0)
		at++;
	return at;
}

struct utf8_census {
	size_t characters; /* well-formed, of more than one byte */
	size_t bad;        /* maximal parts that are none */
	size_t nul;
};

static struct utf8_census take_census(struct str s)
{
	struct utf8_census c = {0};
	for (size_t at = skip_ascii(s, 0), bad; at < s.n; at = skip_ascii(s, at)) {
		size_t n = well_formed(s, at, &bad);
		c.characters += n > 1;
		c.nul += n == 1;
		c.bad += n == 0;
		at += n ? n : bad;
	}
	return c;
}

bool text_is_utf8(struct str bytes)
{
	return take_census(bytes).bad == 0;
}

/* U+FFFD for NUL and for each maximal part of a bad sequence, as the standard's decoder does. */
static struct str repair_utf8(struct arena *a, struct str s, struct utf8_census census)
{
	if (census.bad + census.nul == 0)
		return str_dup(a, s);
	char *out = arena_alloc(a, s.n + 2 * (census.bad + census.nul) + 1);
	size_t n = 0;
	for (size_t at = 0, bad; at < s.n;) {
		size_t good = skip_ascii(s, at) - at;
		memcpy(out + n, s.p + at, good);
		n += good;
		at += good;
		if (at == s.n)
			break;
		good = well_formed(s, at, &bad);
		if (good > 1) {
			memcpy(out + n, s.p + at, good);
			n += good;
		} else
			n += utf8_encode(0xFFFD, out + n);
		at += good ? good : bad;
	}
	out[n] = '\0';
	return (struct str){out, n};
}

/* A converter's UTF-8; false when ICU has no such converter. */
static bool convert(struct arena *a, struct str bytes, const char *converter, struct str *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *from = ucnv_open(converter, &status);
	if (U_FAILURE(status))
		return false;
	int32_t capacity = (int32_t)(bytes.n + bytes.n / 2 + 64), n = 0;
	char *p = NULL;
	for (int try = 0; try < 2; try++) {
		p = arena_alloc(a, (size_t)capacity + 1);
		status = U_ZERO_ERROR;
		ucnv_reset(from);
		n = ucnv_toAlgorithmic(UCNV_UTF8, from, p, capacity, bytes.p, (int32_t)bytes.n, &status);
		if (status != U_BUFFER_OVERFLOW_ERROR)
			break;
		capacity = n;
	}
	ucnv_close(from);
	if (U_FAILURE(status))
		return false;
	*out = (struct str){p, (size_t)n};
	struct utf8_census census = take_census(*out);
	if (census.bad + census.nul)
		*out = repair_utf8(a, *out, census);
	return true;
}

/* The value behind "name", "=" and an optional quotation mark, from the offset `from` on. */
static struct str attribute(struct str s, struct str name, size_t from)
{
	size_t at = str_find_nocase(s, name, from);
	while (at != STR_NONE) {
		struct str rest = str_trim(str_from(s, at + name.n));
		if (rest.n && rest.p[0] == '=') {
			rest = str_trim(str_from(rest, 1));
			if (rest.n && (rest.p[0] == '"' || rest.p[0] == '\''))
				rest = str_from(rest, 1);
			size_t n = 0;
			while (n < rest.n && !char_is_space(rest.p[n]) && !strchr("\"';>?/", rest.p[n]))
				n++;
			return str_sub(rest, 0, n);
		}
		at = str_find_nocase(s, name, at + name.n);
	}
	return (struct str){0};
}

/* The charset that the bytes declare in themselves. UTF-16 there can't be true, since the
 * declaration was read as ASCII: both standards then mean UTF-8. */
static const struct encoding *declared(struct str bytes, enum text_kind kind)
{
	struct str head = str_sub(bytes, 0, PRESCAN_BYTES);
	struct str label = {0};
	if (kind == TEXT_PLAIN)
		return NULL;
	if (str_starts(head, STR("<?xml"))) {
		size_t end = str_find(head, STR("?>"), 0);
		label = attribute(str_sub(head, 0, end == STR_NONE ? 200 : end), STR("encoding"), 0);
	}
	for (size_t at = 0; label.n == 0 && kind == TEXT_HTML;) {
		at = str_find_nocase(head, STR("<meta"), at);
		if (at == STR_NONE)
			break;
		size_t end = str_find_char(head, '>', at);
		struct str tag = str_sub(head, at, end == STR_NONE ? head.n - at : end - at);
		label = attribute(tag, STR("charset"), 0);
		at += tag.n;
	}
	const struct encoding *e = encoding_of(label);
	return e && str_starts(str_c(e->name), STR("utf-16")) ? &encodings[0] : e;
}

/* Not among the web's encodings, but XML may be in them. */
static const struct encoding utf32be = {"utf-32be", "utf-32be", ""};
static const struct encoding utf32le = {"utf-32le", "utf-32le", ""};

static const struct encoding *byte_order_mark(struct str bytes, size_t *length)
{
	*length = 4;
	if (str_starts(bytes, STR("\0\0\xFE\xFF")))
		return &utf32be;
	if (str_starts(bytes, STR("\xFF\xFE\0\0")))
		return &utf32le;
	*length = 3;
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		return &encodings[0];
	*length = 2;
	if (str_starts(bytes, STR("\xFF\xFE")))
		return encoding_of(STR("utf-16le"));
	if (str_starts(bytes, STR("\xFE\xFF")))
		return encoding_of(STR("utf-16be"));
	*length = 0; /* Without a mark, as XML 1.0 appendix F tells it. */
	if (str_starts(bytes, STR("\0\0\0<")))
		return &utf32be;
	if (str_starts(bytes, STR("<\0\0\0")))
		return &utf32le;
	if (bytes.n >= 4 && memcmp(bytes.p, "<\0", 2) == 0 && bytes.p[2] && !bytes.p[3])
		return encoding_of(STR("utf-16le"));
	if (bytes.n >= 4 && memcmp(bytes.p, "\0<", 2) == 0 && bytes.p[3] && !bytes.p[2])
		return encoding_of(STR("utf-16be"));
	return NULL;
}

static const struct encoding *detect(struct str bytes)
{
	UErrorCode status = U_ZERO_ERROR;
	const struct encoding *found = NULL;
	UCharsetDetector *detector = ucsdet_open(&status);
	struct str sample = str_sub(bytes, 0, DETECT_BYTES);
	ucsdet_setText(detector, sample.p, (int32_t)sample.n, &status);
	const UCharsetMatch *match = ucsdet_detect(detector, &status);
	if (U_SUCCESS(status) && match)
		found = encoding_of(str_c(ucsdet_getName(match, &status)));
	ucsdet_close(detector);
	return found;
}

/* What the bytes are in, after a byte order mark was ruled out. */
static const struct encoding *choose(
	struct str bytes, struct str http_charset, enum text_kind kind, struct utf8_census census)
{
	const struct encoding *utf8 = &encodings[0], *inside = declared(bytes, kind);
	const struct encoding *outside = encoding_of(http_charset);
	if (census.bad == 0 && census.characters > 0) {
		/* Chance makes no valid UTF-8: a server that says otherwise says its default. */
		return utf8;
	}
	/* And bytes without one good character are no UTF-8, whoever says so. */
	bool is_hopeless = census.bad > 0 && census.characters == 0;
	if (outside && !(outside == utf8 && (is_hopeless || (inside && inside != utf8 && census.bad))))
		return outside;
	if (inside && !(inside == utf8 && is_hopeless))
		return inside;
	if (census.bad == 0)
		return utf8;
	const struct encoding *found = detect(bytes);
	return found ? found : encoding_of(STR("windows-1252"));
}

struct str text_decode(struct arena *a, struct str bytes, struct str http_charset,
	enum text_kind kind, struct str *charset)
{
	size_t mark;
	bytes = str_sub(bytes, 0, LIMIT_BODY);
	const struct encoding *e = byte_order_mark(bytes, &mark);
	bytes = str_from(bytes, mark);
	struct utf8_census census = take_census(bytes);
	if (!e)
		e = choose(bytes, http_charset, kind, census);
	struct str out;
	if (e->converter && convert(a, bytes, e->converter, &out)) {
		*charset = str_c(e->name);
		return out;
	}
	*charset = STR("utf-8");
	return repair_utf8(a, bytes, census);
}
