/* Inside html only: tables of element names. */
#ifndef HTML_NAMES_H
#define HTML_NAMES_H

#include "base/base.h"

#define NAME_MAX_LENGTH 14

struct name_class {
	char name[NAME_MAX_LENGTH + 2];
	unsigned class;
};

/* The class of a lower-case name in a table that is in alphabetical order; 0 when it is not there.
 */
unsigned name_class_of(const struct name_class *table, size_t count, struct str name);

#define NAME_CLASS(table, name) name_class_of((table), sizeof(table) / sizeof((table)[0]), (name))

#endif
