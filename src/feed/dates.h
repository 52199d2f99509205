/* The words in dates. Inside feed only. */
#ifndef FEED_DATES_H
#define FEED_DATES_H

#include "base/base.h"

/* 1 to 12 for a month's name or abbreviation in any of the languages, 0 for another word. `word` is
 * folded (text_fold). */
int date_month(struct str word);

/* The offset of a zone's name or abbreviation. */
bool date_zone(struct str word, int *offset_min);

enum half_day { HALF_NONE, HALF_AM, HALF_PM };
enum half_day date_half(struct str word);

#endif
