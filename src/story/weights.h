/* The few numbers that the grouping rests on, with their reasons. One set for all kinds of news;
 * none depends on how many reports an event usually has. */
#ifndef STORY_WEIGHTS_H
#define STORY_WEIGHTS_H

#define STORY_THRESHOLD 0.19  /* similarity from which a report joins */
#define STORY_WINDOW_DAYS 4.0 /* what comes later than a few days is another event */

/* Reports of one event come within hours of each other, and the saga's next event comes on the next
 * day with nearly the same words. So a similarity counts in full at the same time, falls within
 * DECAY_DAYS to 1/e of the way, and to no less than the floor: what is still told days later must
 * be so much more alike. */
#define DECAY_DAYS 0.5
#define DECAY_FLOOR 0.42
#define DECAY_UNDATED 0.51 /* what no date tells apart may be of any day */

/* Two stories are one when their reports are on average so much alike, each pair weighed by its
 * closeness in time. An average asks for more the more reports there are, and one report that is
 * like both welds nothing. Without dates there is no telling twin events apart: such reports join,
 * but merge nothing. */
#define MERGE_AVERAGE 0.16
#define LINK_LEAST 0.06 /* a report that is less like a story says nothing for merging */
#define LINK_SHARED 2   /* nor do two reports that share one term only */

#define BEST_SHARE 0.5 /* of the most similar member in the mix; the rest is the centroid's */
#define LEAST_SHARED 3 /* terms to be shared: the name of a country alone joins nothing */

/* Across languages only names and numbers can be compared. They are few, so more of them must
 * agree. */
#define FOREIGN_THRESHOLD 0.3

/* German writes every noun with a capital, so what only one language has is likely no name. */
#define LOCAL_WEIGHT 0.3

#define COPY_SHARE 0.5     /* of the shingles of the shorter text: from here on it is a near-copy */
#define REWRITE_SHARE 0.35 /* and from here on it was made from it, or both from a third */
#define REWRITE_LEAST 20   /* shingles of the shorter text; in a few, chance shares a third */

/* The title says what a report is about; so does the lead, behind which the weight of a word falls
 * with its distance, so that full texts and teasers compare. */
#define TITLE_WEIGHT 4.0
#define LEAD_WORDS 50.0
#define NAME_WEIGHT 1.1 /* names and numbers tell events apart better than other words */

/* Before anything was counted, a term is taken to stand in this share of all reports, as firmly as
 * if PRIOR_REPORTS reports had been read. What is counted then takes over. */
#define PRIOR_REPORTS 250.0
#define PRIOR_SHARE 0.0115

#endif
