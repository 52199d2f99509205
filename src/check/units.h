/* units: what an amount is measured in. Private to check. */
#ifndef CHECK_UNITS_H
#define CHECK_UNITS_H

#include "check/parts.h"

struct measure {
	char dimension; /* only measures of one dimension compare */
	double size;    /* of one, in the dimension's base unit */
};

/* False for a unit that the table does not know. */
bool unit_measure(struct arena *a, struct str unit, struct measure *measure);
/* One name for "$", "US$", "dollars"; the folded unit itself for a currency not in the table. */
struct str unit_currency(struct arena *a, struct str unit);

#endif
