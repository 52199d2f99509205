/* text: bytes to valid UTF-8, and text to sentences, words and what sentences hold: names, numbers,
 * dates, quotations.
 *
 * Pure: no I/O, no clock. The only module that knows ICU and libstemmer. All text that comes in,
 * but for text_decode, is valid UTF-8; all spans are bytes of the text given. Languages are ISO
 * 639-1 codes ("en"); an unknown one is handled by rules that hold for all. Languages with rules of
 * their own: en de fr es it pt nl pl ru uk tr. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/base.h"

/* ---- Decoding: the only door ---- */

enum text_kind {
	TEXT_PLAIN,
	TEXT_HTML,
	TEXT_XML
}; /* what declarations to look for inside the bytes */

/* Turns bytes into valid UTF-8 in the arena: byte order mark, then the charset of the HTTP header
 * (may be empty), then the declaration inside (WHATWG prescan for HTML, XML declaration for XML),
 * then UTF-8 if it is valid, then ICU's detector, then windows-1252. Bytes that are valid UTF-8
 * beyond ASCII are UTF-8 whatever the header and the declaration say, and bytes without one
 * well-formed character beyond ASCII are not. U+FFFD for the rest. Labels as in the WHATWG Encoding
 * Standard (iso-8859-1 means windows-1252). NUL bytes become U+FFFD. `charset` gets the name that
 * was used. Never fails; input over LIMIT_BODY is cut there. */
struct str text_decode(struct arena *a, struct str bytes, struct str http_charset,
	enum text_kind kind, struct str *charset);

bool text_is_utf8(struct str bytes);

/* ---- Comparing ---- */

/* NFKC, full case folding, white space runs to one blank, typographic quotation marks and
 * apostrophes to ASCII, dashes to '-'. For comparing only: offsets do not map. */
struct str text_fold(struct arena *a, struct str text);

/* Finds needle in text, both folded as above, at word borders of the text; the span in the original
 * text. False when absent. Linear. */
bool text_find_folded(struct arena *a, struct str text, struct str needle, struct span *found);

/* The same in parts, for many needles in one text: a folded text that knows where it came from. */
struct text_folded {
	struct str text;
	uint32_t *starts; /* for each byte of it, where its character starts in the original */
};
struct text_folded text_fold_map(struct arena *a, struct str text);
/* The span in the folded text, from the offset `from` on. */
bool text_folded_find(
	const struct text_folded *in, struct str folded_needle, size_t from, struct span *found);
struct span text_unfold(const struct text_folded *in, struct span folded); /* in the original */

/* Words alone, for hashes that any reader of a page can make again whatever its extractor does with
 * marks and blanks: U+00AD, U+200B to U+200F, U+2060 and U+FEFF dropped; NFKC, full case folding,
 * NFKC; then the runs of letters and numbers (categories L and N), one blank between them. A piece
 * between white space of over 64 characters is cut there. docs/proof.md is its specification. */
struct str text_canonical(struct arena *a, struct str text);

/* White space runs to one blank, ends trimmed. */
struct str text_squeeze(struct arena *a, struct str text);

/* ---- Language ---- */

/* ISO 639-1 code by stop words, letters and scripts; `hint` (such as a page's lang) decides near
 * ties and short texts. "" when nothing fits. */
struct str text_language(struct str text, struct str hint);
struct str text_language_code(struct arena *a, struct str tag); /* "en-GB", "EN_us" -> "en" */

/* ---- Sentences and words ---- */

/* Sentences of text in order, without the white space around them; a paragraph break ("\n\n", or
 * "\n" before a capital) always ends one. Quotation marks stay with the sentence they close. One
 * of over 8 KiB is cut. At most LIMIT_SENTENCES. */
struct span_vec text_sentences(struct arena *a, struct str text, struct str language);

struct word {
	struct span span;
	struct str folded; /* may be the word in the text itself */
	struct str stem;   /* folded and stemmed by the language's rules */
	uint32_t form;     /* which of the text's words, written alike taken for one: from 0 on, in the
						  order in which they first come */
	bool is_stop;      /* a stop word of the language */
	bool is_number;    /* has a digit */
	bool is_upper;     /* begins with a capital letter */
};
struct word_vec {
	struct word *items;
	size_t n, capacity;
};
/* Words (letters, digits, inner apostrophes and hyphens, numbers with their separators) in order.
 * CJK: one word a character pair is not attempted; ICU's word breaks decide. */
struct word_vec text_words(struct arena *a, struct str text, struct str language);

bool text_is_stop(struct str folded_word, struct str language);
struct str text_stem(struct arena *a, struct str folded_word, struct str language);

/* ---- What sentences hold ---- */

enum name_kind { NAME_UNKNOWN, NAME_PERSON, NAME_PLACE, NAME_ORGANISATION };
struct name {
	struct span
		span; /* as written, without honorific or role before it and without possessive 's */
	struct str text;
	enum name_kind
		kind; /* by cues: honorifics, roles, reporting verbs, place words, suffixes; a guess */
	struct str role; /* "Russian Foreign Minister" when it stands before the name or in commas after
						it; else empty */
	/* A single capitalised word that begins its sentence, and that nothing else in the text shows
	 * to be a name: it may be none at all. */
	bool is_sentence_initial;
};
struct name_vec {
	struct name *items;
	size_t n, capacity;
};
/* Runs of capitalised words, joined by the particles of names (de, van, bin, of, und, ...), split
 * at sentence borders; months, weekdays, sentence-initial stop words and words that occur in lower
 * case elsewhere in the text are left out. In German, where every noun is capitalised, only runs of
 * two and more, words after honorifics and words of the `known` kind (capitalised words without
 * article before reporting verbs) are taken: fewer but right. */
struct name_vec text_names(struct arena *a, struct str text, struct str language);

enum number_kind {
	NUMBER_PLAIN,
	NUMBER_MONEY,
	NUMBER_PERCENT,
	NUMBER_ORDINAL,
	NUMBER_SCORE,
	NUMBER_YEAR
};
/* What is said about how exact an amount is. */
enum bound {
	BOUND_EXACT,
	BOUND_ABOUT, /* about, some, dozens */
	BOUND_OVER,  /* more than, over, at least */
	BOUND_UNDER  /* less than, nearly, up to */
};
struct number {
	struct span span; /* with its currency, percent sign or scale word */
	double value; /* of dozens and thousands the least they can be (12, 1000); of two-thirds 0.667;
					 of a score the left side plus a thousandth of the right one (4-1: 4.001) */
	enum number_kind kind;
	struct str unit;     /* currency code or sign, or the unit's word as written; may be empty */
	struct span counted; /* the noun that is counted ("drones" in "355 strike drones"): length 0
							when not found */
	bool is_approximate; /* about, over, more than, at least, dozens, ... stands before it */
	enum bound bound;    /* which of these; BOUND_EXACT when it is not approximate */
};
struct number_vec {
	struct number *items;
	size_t n, capacity;
};
/* Numbers in digits and words; not those that are part of a date (which text_dates gives), a time
 * of day, a telephone number or a designation (F-16). The two sides of a range ("20-25 million
 * people") are two numbers that share what stands behind the second. A measure ("20 km") has a unit
 * and counts nothing, unless "of" follows. */
struct number_vec text_numbers(struct arena *a, struct str text, struct str language);

struct date_mention {
	struct span span;
	struct when
		when; /* resolved against the anchor; is_day_only; for a month or year its first day */
	bool has_day, has_month;
	bool is_relative; /* "on Monday", "yesterday", "last week": only right together with the anchor
					   */
	/* What the words themselves give, known without an anchor: 0, and -1 for the weekday, where
	 * they give nothing. */
	int year, month, day, weekday;
	char period;   /* 'd', 'w', 'm' or 'y' when counted from the anchor ("35 years ago"); else 0 */
	int64_t shift; /* how many of them: -35 */
};
struct date_vec {
	struct date_mention *items;
	size_t n, capacity;
};
/* Calendar dates, weekdays, today/yesterday/tomorrow, months and years. `anchor` is the report's
 * own date; a weekday means the nearest such day not after the anchor, unless next/coming says
 * otherwise or the verb is future. */
struct date_vec text_dates(
	struct arena *a, struct str text, struct str language, struct when anchor);

/* Times of day: "9 a.m.", "14:30", "15h30", "20 Uhr"; see reading_clock_times. */
struct clock_time {
	struct span span;
	int minute;       /* of the day, 0 to 1440 */
	bool is_half_day; /* of twelve hours, and which half is not said: "3:30" */
};
struct clock_time_vec {
	struct clock_time *items;
	size_t n, capacity;
};

enum duration_unit {
	DURATION_SECOND,
	DURATION_MINUTE,
	DURATION_HOUR,
	DURATION_DAY, /* and night */
	DURATION_WEEK,
	DURATION_MONTH,
	DURATION_YEAR,
	DURATION_DECADE,
	DURATION_CENTURY
};
struct duration {
	struct span span; /* of the number with its unit; with "over" and the article in "over a year";
						 of the digits alone in "Hamm, 44," */
	double value;     /* in `unit`; of the fourth year 4 */
	enum duration_unit unit;
	enum bound bound;
	bool is_age;     /* "51-year-old", "aged 51", "Hamm, 44,": in years */
	bool is_ordinal; /* "its fourth year": more than three and at most four have gone by */
};
struct duration_vec {
	struct duration *items;
	size_t n, capacity;
};
/* Spans of time and ages, by start. `numbers` and `words` are those of the text. "A year" and "an
 * hour" without a number are taken only behind a bound ("over a year"), since "twice a year" is
 * none. */
struct duration_vec text_durations(struct arena *a, struct str text, struct str language,
	const struct number_vec *numbers, const struct word_vec *words);
double duration_days(const struct duration *d); /* a month has 30.44 of them, a year 365.25 */

struct quotation {
	struct span outer;  /* with its marks */
	struct span inner;  /* without */
	struct str speaker; /* as named near it ("Lavrov", "the minister"); empty when not found */
	struct span speaker_span; /* length 0 when not found */
	bool is_open;             /* the closing mark is missing: inner ends with the paragraph */
};
struct quotation_vec {
	struct quotation *items;
	size_t n, capacity;
};
/* Quotations in all marks of the languages above; nested ones belong to the outer. Apostrophes are
 * no marks. */
struct quotation_vec text_quotations(struct arena *a, struct str text, struct str language);

/* Whether the word (folded) is a verb that introduces speech: said, told, sagte, a déclaré, ... */
bool text_is_reporting_verb(struct str folded_word, struct str language);

/* ---- One reading for many questions ---- */

/* A text that is asked more than one of the questions above. Each answer is the same as that of the
 * function of its name; what several need (sentences, tokens, names) is read once, when it is first
 * wanted. The text is borrowed; all lives as long as the arena. */
struct text_reading;
struct text_reading *text_read(struct arena *a, struct str text, struct str language);
struct span_vec reading_sentences(struct text_reading *r);
struct word_vec reading_words(struct text_reading *r);
struct name_vec reading_names(struct text_reading *r);
struct number_vec reading_numbers(struct text_reading *r);
struct quotation_vec reading_quotations(struct text_reading *r);
struct clock_time_vec reading_clock_times(struct text_reading *r);
struct date_vec reading_dates(struct text_reading *r, struct when anchor);

#endif
