/* cast: who and what is named in a draft's sentence and in the sources, and the line of content
 * words that they stand in. Private to check. */
#ifndef CHECK_CAST_H
#define CHECK_CAST_H

#include "check/parts.h"
#include "check/same_name.h"

#define NO_NAME SIZE_MAX

/* A name as it stands in one text: its words folded, without particles and possessive 's. */
struct role_name {
	struct name name;
	struct str_vec words;
	struct str *others; /* of words: see struct wanted */
	bool is_whole;      /* of a draft: the sources have just this name */
};

/* A word of a name of a source. */
struct name_entry {
	uint32_t name, next; /* next: another word that begins alike, + 1 */
};

/* The names of one text. */
struct cast {
	struct role_name *items; /* by start */
	size_t n;
	struct {
		struct name_entry *items;
		size_t n, capacity;
	} entries;
	size_t head_mask; /* their count less 1 */
	uint32_t *heads;  /* of a source: the first entry by how a word begins, + 1 */
};

/* A content word of a sentence, or the whole of a name in it. */
struct mark {
	struct str stem; /* of a content word */
	struct span span;
	size_t name; /* in the cast; NO_NAME for a content word */
};
struct line {
	struct mark *items;
	size_t n, capacity;
};

struct cast cast_of(
	struct arena *a, struct text_reading *reading, struct str text, struct str language);
struct cast cast_of_draft(struct subject *s);
const struct cast *cast_of_source(struct evidence *e, size_t report);

/* The words of a name: folded, without small particles and 's, in parts at hyphens. */
struct str_vec name_words(struct arena *a, struct str name, struct str language);

/* Whether two names can be one: all words of one are in the other, or one is the initials of the
 * other, or they share a word and the sources do not have the first as a name of its own. */
bool names_meet(const struct role_name *a, const struct role_name *b);

/* Whether two names stand for each other somewhere in the sources: beside each other, as in
 * "Norland's Brandt", "Brandt (AB)", "the Norland mayor Brandt". */
bool names_are_linked(struct subject *s, const struct role_name *a, const struct role_name *b);

/* Whether the folded word is a role, such as "mayor" (roles.c; English). */
bool role_is_known(struct str folded);

/* The content words and names of a draft's sentence, and of a part of a source. */
struct line line_of(struct arena *a, struct text_reading *reading, struct str text,
	struct str language, const struct cast *cast);
struct line line_of_source(struct arena *a, struct evidence *e, size_t report, struct span span);

/* The partner in `to` of each mark of `from`, NO_NAME when it has none; names have none. The best
 * order-keeping pairing of equal stems. */
size_t *line_up(struct arena *a, const struct line *from, const struct line *to);

#endif
