/* lexicon: the words that tell what stands around them: months, titles, verbs of speech, units...
 * Tables of words by language, apart from the code that reads them. Inside text only. */
#ifndef TEXT_LEXICON_H
#define TEXT_LEXICON_H

#include "base/base.h"

/* What a word can be, as bits; a word may be several. The low 8 bits are a value: the month (1 to
 * 12), the weekday (0 = Sunday), the shift of a day word plus 128, the period (PERIOD_...). */
#define CUE_VALUE(cues) ((int)((cues)&0xff))
#define CUE(bit) ((uint64_t)1 << (8 + (bit)))

/* Dates. */
#define CUE_MONTH CUE(0)
#define CUE_WEEKDAY CUE(1)
#define CUE_DAY CUE(2)       /* today, yesterday */
#define CUE_LAST CUE(3)      /* last, vergangene, прошлой */
#define CUE_NEXT CUE(4)      /* next, coming */
#define CUE_THIS CUE(5)      /* this */
#define CUE_PERIOD CUE(6)    /* week, month, year, day */
#define CUE_AGO CUE(7)       /* ago, vor, il y a */
#define CUE_FUTURE CUE(8)    /* will, wird, будет */
#define CUE_YEAR_PREP CUE(9) /* words that make the year behind them a date: in, since */
#define CUE_YEAR_WORD CUE(10)
#define CUE_OF CUE(11) /* of, de, von: stand inside dates and amounts */
/* Numbers. */
#define CUE_APPROXIMATE CUE(12)
#define CUE_PERCENT CUE(13)
#define CUE_CURRENCY CUE(14)
#define CUE_UNIT CUE(15)
#define CUE_SCORE CUE(16)     /* words near a result: won, defeat */
#define CUE_CLOCK CUE(17)     /* a.m., Uhr */
#define CUE_ADJECTIVE CUE(18) /* stands between a number and its noun */
#define CUE_HARMED CUE(19)    /* injured, dead: what is counted when no noun is */
#define CUE_PLURAL CUE(20)    /* plurals that do not look so: people, men */
#define CUE_AND CUE(21)       /* and, und, y: inside number words */
#define CUE_NUMBER CUE(22)    /* a number word; the low 8 bits say which: see NUMBER_CODE_... */
/* Names and quotations. */
#define CUE_STOP CUE(23)
#define CUE_ARTICLE CUE(24)
#define CUE_PRONOUN CUE(25)
#define CUE_IN CUE(26) /* in, near, from: a place follows */
#define CUE_SAY CUE(27)
#define CUE_ACCORDING CUE(28)
#define CUE_HONORIFIC CUE(29)
#define CUE_ROLE CUE(30)      /* the head of a role: minister, spokesman */
#define CUE_ROLE_PART CUE(31) /* what stands inside one: foreign, deputy */
#define CUE_NATION CUE(32)    /* Russian, German */
#define CUE_ORGANISATION CUE(33)
#define CUE_PLACE_WORD CUE(34) /* River, Street */
#define CUE_PLACE CUE(35)      /* a country or a great city */
#define CUE_FIRST_NAME CUE(36)
#define CUE_PARTICLE CUE(37)  /* van, bin, de */
#define CUE_OF_HEAD CUE(38)   /* Bank, University: joined to what follows "of" */
#define CUE_NAME_END CUE(39)  /* Jr, Sr */
#define CUE_NO_NAME CUE(40)   /* capitalised but no name: God, Internet, Christmas */
#define CUE_AUXILIARY CUE(41) /* was, has, hat */

/* Kinds of number words, together with CUE_NUMBER. */
#define CUE_TIMES CUE(42)    /* multiplies what stands before: hundred, million */
#define CUE_SHORT CUE(43)    /* a scale only right behind digits: bn, Mio, тыс */
#define CUE_VAGUE CUE(44)    /* dozens, thousands */
#define CUE_ORDINAL CUE(45)  /* third */
#define CUE_FRACTION CUE(46) /* thirds: divides */
#define CUE_ONE CUE(47)      /* an article that is a 1 before a scale: a million, une douzaine */
#define CUE_OVER CUE(48)     /* with CUE_APPROXIMATE: more than */
#define CUE_UNDER CUE(49)    /* with CUE_APPROXIMATE: less than */

/* Codes of number words: 0 to 99 are themselves, 101 to 109 the hundreds, then: */
enum {
	NUMBER_CODE_HUNDRED = 101,
	NUMBER_CODE_THOUSAND = 110,
	NUMBER_CODE_MILLION,
	NUMBER_CODE_BILLION,
	NUMBER_CODE_TRILLION,
	NUMBER_CODE_LAKH,
	NUMBER_CODE_CRORE,
	NUMBER_CODE_HALF,
	NUMBER_CODE_COUNT
};

enum { PERIOD_DAY = 1, PERIOD_WEEK, PERIOD_MONTH, PERIOD_YEAR };
#define DAY_SHIFT_ZERO 128

/* Sets of tables. */
#define LEXICON_DATES 1u
#define LEXICON_NUMBERS 2u
#define LEXICON_NAMES 4u
#define LEXICON_SPEECH 8u
#define LEXICON_DURATIONS 16u /* only for who asks for it: not in what all of them say */
#define LEXICON_FACTS (LEXICON_DATES | LEXICON_NUMBERS | LEXICON_SPEECH)

struct lexicon_row {
	const char *language; /* "" for all */
	uint64_t cues;
	const char *words; /* folded, separated by blanks */
};
struct lexicon_table {
	const struct lexicon_row *rows;
	size_t n;
};
extern const struct lexicon_table lexicon_dates, lexicon_numbers, lexicon_ordinals, lexicon_amounts,
	lexicon_names, lexicon_speech, lexicon_durations;

/* In the table of durations alone: the row of a unit (enum duration_unit), and words that make an
 * age of the years behind them (aged, im Alter von) or before them (old, jahrig). */
#define DURATION_CUES(unit) (CUE_UNIT | (uint64_t)(unit))
#define CUE_AGE_BEFORE CUE_HARMED
#define CUE_AGE_BEHIND CUE_ADJECTIVE

/* What the sets of tables say about the folded word in a language, given as its rules_bit; and what
 * all of them say. */
uint64_t lexicon_cues(struct str word, uint32_t language, unsigned sets, uint64_t *all);

/* Lower case, Latin letters without their accents, dotless i as i, ё as е: how the tables are
 * written. At most LEXICON_WORD bytes. */
#define LEXICON_WORD 96
struct str lexicon_fold(struct arena *a, struct str word);

#endif
