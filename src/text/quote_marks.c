#include "text/quote_marks.h"

#include <unicode/uchar.h>

#define SINGLE 0x27u
#define DOUBLE 0x22u
#define LEFT_SINGLE 0x2018u
#define RIGHT_SINGLE 0x2019u
#define LOW_SINGLE 0x201au
#define LEFT_DOUBLE 0x201cu
#define RIGHT_DOUBLE 0x201du
#define LOW_DOUBLE 0x201eu
#define LEFT_GUILLEMET 0xabu
#define RIGHT_GUILLEMET 0xbbu
#define LEFT_ANGLE 0x2039u
#define RIGHT_ANGLE 0x203au

/* A character with its neighbours. */
struct glyph {
	uint32_t c, before, behind;
	size_t at, length;
};

struct scan {
	struct arena *a;
	struct str text;
	struct quotation_vec out;
	size_t at, end; /* of the paragraph */
	uint32_t before;
	uint32_t open;      /* the mark that is open, 0 for none */
	size_t start;       /* where it stands */
	size_t inner;       /* behind it */
	unsigned depth;     /* of the same marks inside */
	unsigned inches;    /* straight marks open inside typographic ones */
	struct glyph maybe; /* an apostrophe that may have been the closing mark */
	bool has_maybe;
};

static bool is_letter(uint32_t c)
{
	return c && (u_isalnum((UChar32)c));
}

static bool is_blank(uint32_t c)
{
	return !c || u_isUWhiteSpace((UChar32)c);
}

static bool is_mark(uint32_t c)
{
	return c == SINGLE || c == DOUBLE || (c >= LEFT_SINGLE && c <= 0x201f) || c == LEFT_GUILLEMET ||
		c == RIGHT_GUILLEMET || c == LEFT_ANGLE || c == RIGHT_ANGLE;
}

static bool is_opening(struct glyph g)
{
	bool is_free = is_blank(g.before) || g.before == '(' || g.before == '[' || g.before == 0x2014 ||
		g.before == 0x2013 || g.before == '-' || g.before == ':' || g.before == '/' ||
		is_mark(g.before);
	return is_free && !is_blank(g.behind);
}

static bool is_closing(struct glyph g)
{
	return !is_blank(g.before) && !is_letter(g.behind);
}

/* Single marks are apostrophes too: what opens must look so, and years ('90s) do not. */
static bool is_single(uint32_t open)
{
	return open == SINGLE || open == LEFT_SINGLE || open == LOW_SINGLE;
}

static bool opens(struct glyph g)
{
	switch (g.c) {
	case DOUBLE:
	case RIGHT_DOUBLE:
	case RIGHT_GUILLEMET:
	case RIGHT_ANGLE:
		return is_opening(g) && !(is_mark(g.before) && is_blank(g.behind));
	case SINGLE:
	case LEFT_SINGLE:
		return is_opening(g) && !(g.behind >= '0' && g.behind <= '9');
	case LEFT_DOUBLE:
	case LOW_DOUBLE:
	case LOW_SINGLE:
	case LEFT_GUILLEMET:
	case LEFT_ANGLE:
		return true;
	default:
		return false;
	}
}

static bool is_partner(uint32_t open, uint32_t c)
{
	switch (open) {
	case LEFT_DOUBLE:
		return c == RIGHT_DOUBLE;
	case LOW_DOUBLE:
		return c == LEFT_DOUBLE || c == RIGHT_DOUBLE || c == 0x201f;
	case LEFT_GUILLEMET:
		return c == RIGHT_GUILLEMET;
	case RIGHT_GUILLEMET:
		return c == LEFT_GUILLEMET;
	case LEFT_ANGLE:
		return c == RIGHT_ANGLE;
	case RIGHT_ANGLE:
		return c == LEFT_ANGLE;
	case LEFT_SINGLE:
		return c == RIGHT_SINGLE;
	case LOW_SINGLE:
		return c == LEFT_SINGLE || c == RIGHT_SINGLE;
	default:
		return c == open;
	}
}

static void emit(struct scan *s, size_t inner_end, size_t outer_end, bool is_open)
{
	size_t start = s->inner, end = inner_end;
	/* French puts blanks, also unbroken ones, inside its marks. */
	while (start < end && char_is_space(s->text.p[start]))
		start++;
	for (uint32_t c; start < end && utf8_decode(s->text, start, &c) && (c == 0xa0 || c == 0x202f);)
		start += utf8_length((unsigned char)s->text.p[start]);
	while (end > start && char_is_space(s->text.p[end - 1]))
		end--;
	if (end - start >= 2 && !memcmp(s->text.p + end - 2, "\xC2\xA0", 2))
		end -= 2;
	if (end - start >= 3 && !memcmp(s->text.p + end - 3, "\xE2\x80\xAF", 3))
		end -= 3;
	if (end > start)
		*VEC_ADD(s->a, &s->out) = (struct quotation){.outer = {s->start, outer_end - s->start},
			.inner = {start, end - start},
			.is_open = is_open};
	s->open = 0;
	s->has_maybe = false;
}

static void open_at(struct scan *s, struct glyph g)
{
	s->open = g.c;
	s->start = g.at;
	s->inner = g.at + g.length;
	s->depth = s->inches = 0;
	s->has_maybe = false;
}

/* A possible end of a quotation in single marks. "The players' union": a plural's apostrophe is
 * held back until something surer comes. */
static void read_single_end(struct scan *s, struct glyph g)
{
	bool is_plural = g.before == 's' && g.behind == ' ';
	bool is_short = g.at - s->inner < 2; /* rock 'n' roll */
	if (is_short && s->open == SINGLE) {
		s->open = 0;
		return;
	}
	if (!is_plural) {
		emit(s, g.at, g.at + g.length, false);
		return;
	}
	s->maybe = g;
	s->has_maybe = true;
}

/* Gives up waiting for a surer end. The scan goes back to it, at most once for each stretch. */
static void settle_single(struct scan *s)
{
	if (s->has_maybe) {
		struct glyph g = s->maybe;
		emit(s, g.at, g.at + g.length, false);
		s->at = g.at + g.length;
		s->before = g.c;
	} else {
		s->open = 0;
	}
}

static void read_open(struct scan *s, struct glyph g)
{
	bool is_straight = s->open == DOUBLE;
	if (is_single(s->open)) {
		if (is_partner(s->open, g.c) && is_closing(g))
			read_single_end(s, g);
		else if (g.c != RIGHT_SINGLE && g.c != RIGHT_DOUBLE && opens(g)) {
			/* Not waiting any longer: another opening mark is surer than an apostrophe. */
			settle_single(s);
			if (s->at == g.at)
				open_at(s, g);
		}
		return;
	}
	bool nests = is_straight ? g.c == DOUBLE && is_opening(g) && !is_closing(g)
							 : g.c == s->open && opens(g) && s->open != RIGHT_DOUBLE;
	if (nests && s->open == LEFT_DOUBLE && is_closing(g) && !is_opening(g))
		nests = false; /* “text“ */
	if (nests) {
		s->depth++;
	} else if (is_partner(s->open, g.c) || (s->open == LEFT_DOUBLE && g.c == LEFT_DOUBLE)) {
		if (s->depth > 0)
			s->depth--;
		else
			emit(s, g.at, g.at + g.length, false);
	} else if (g.c == DOUBLE && (s->open == LEFT_DOUBLE || s->open == LOW_DOUBLE)) {
		if (is_opening(g))
			s->inches++;
		else if (s->inches > 0)
			s->inches--;
		else
			emit(s, g.at, g.at + g.length, false);
	}
}

/* Where the paragraph ends: at an empty line, or at a line break behind the end of a sentence. */
static size_t paragraph_end(struct str text, size_t from)
{
	static const char ends[] = ".!?\"':\xBB\x9D\x9C\x99"; /* the last byte of the marks too */
	for (size_t at = from;; at++) {
		at = str_find_char(text, '\n', at);
		if (at == STR_NONE)
			return text.n;
		size_t behind = at + 1;
		while (behind < text.n &&
			(text.p[behind] == ' ' || text.p[behind] == '\t' || text.p[behind] == '\r'))
			behind++;
		bool is_empty_line = behind >= text.n || text.p[behind] == '\n';
		if (is_empty_line || (at > from && memchr(ends, text.p[at - 1], sizeof ends - 1)))
			return at;
		at = behind - 1;
	}
}

static void scan_paragraph(struct scan *s)
{
	s->before = 0;
	s->open = 0;
	while (s->at < s->end || (s->open && is_single(s->open))) {
		if (s->at >= s->end) {
			settle_single(s);
			continue;
		}
		struct glyph g = {.at = s->at, .before = s->before};
		g.length = utf8_decode(s->text, s->at, &g.c);
		s->at += g.length;
		s->before = g.c;
		if (!is_mark(g.c))
			continue;
		if (s->at < s->end)
			(void)utf8_decode(s->text, s->at, &g.behind);
		if (s->open) {
			s->at = g.at;
			read_open(s, g);
			if (s->at == g.at) {
				s->at += g.length;
				s->before = g.c;
			}
		} else if (opens(g)) {
			open_at(s, g);
		}
	}
	if (!s->open)
		return;
	size_t end = s->end;
	while (end > s->inner && char_is_space(s->text.p[end - 1]))
		end--;
	emit(s, end, end, true);
}

struct quotation_vec quote_marks(struct arena *a, struct str text)
{
	struct scan s = {.a = a, .text = text};
	while (s.at < text.n) {
		s.end = paragraph_end(text, s.at);
		scan_paragraph(&s);
		s.at = s.end + 1;
	}
	return s.out;
}
