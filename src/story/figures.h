/* The counted figures of a story's reports, with what tells whether two count the same. Private to
 * story. */
#ifndef STORY_FIGURES_H
#define STORY_FIGURES_H

#include "story/story.h"

#define DAY_NONE INT64_MIN

struct figure {
	size_t report;
	struct span sentence;
	struct number number;
	struct str subject;       /* the counted noun as written */
	struct str stem;          /* and its stem */
	struct str before, after; /* stems beside the figure; empty at the sentence's ends */
	struct map context;       /* stems of the sentence but the counted one */
	struct map around;        /* and of the sentences next to it too */
	int64_t day;              /* DAY_NONE when the sentence names none */
	bool is_single;           /* its sentence counts the thing once */
	bool is_least;            /* at least so many: more is no contradiction */
	int64_t window_s;         /* the time in which it was counted ("in 48 hours"); 0 = not said */
	struct span window;       /* the words that say so */
	bool is_used;
};
struct figure_vec {
	struct figure *items;
	size_t n, capacity;
};

/* Adds the figures of a report, at most FIGURES_MOST, in order. Not those of sentences that are
 * about another time than their report. */
void figures_read(
	struct arena *a, const struct report *r, size_t index, struct figure_vec *figures);

/* Whether two sentences count the same thing, whatever they say it is: not measures of other
 * windows of time or of other days. */
bool figures_count_the_same(const struct figure *x, const struct figure *y);
/* Whether the word beside them, which says what became of the thing, is the same. */
bool figures_have_one_deed(const struct figure *x, const struct figure *y);
/* Whether the values are so near that they may be of one thing. */
bool figures_are_near(const struct figure *x, const struct figure *y);
/* Whether the values can't both be right. */
bool figures_differ(const struct figure *x, const struct figure *y);

#endif
