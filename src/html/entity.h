/* Inside html only: character references (HTML 13.2.5.72 to 13.2.5.80). */
#ifndef HTML_ENTITY_H
#define HTML_ENTITY_H

#include "base/base.h"

#define ENTITY_COUNT 2231
#define ENTITY_LETTERS ('z' - 'A' + 1)
#define ENTITY_MOST 8 /* bytes of UTF-8 that one reference gives at most */

extern const char entity_names[]; /* in order, one behind the other, without '&' */
extern const uint16_t entity_starts[ENTITY_COUNT + 1];
extern const uint32_t entity_points[ENTITY_COUNT]; /* low 24 bits; above them an index of seconds */
extern const uint16_t entity_seconds[];
extern const uint16_t entity_firsts[ENTITY_LETTERS + 1]; /* by letter, the first name */

/* Bytes of the character reference that begins at `at`, where there is '&'; 0 when it is none. Its
 * UTF-8 goes to `out`. */
size_t entity_read(
	struct str in, size_t at, bool is_attribute, char out[ENTITY_MOST], size_t *out_n);

#endif
