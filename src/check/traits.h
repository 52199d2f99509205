/* What is measured of a sentence to tell how likely it is wrong. Private to this module. */
#ifndef CHECK_TRAITS_H
#define CHECK_TRAITS_H

/* Each is 0 to about 1, and 0 when nothing speaks against the sentence. The order is that of the
 * weights (score_weights.h) and of `wireproof check --traits`. */
#define TRAIT_LIST(X) \
	X(ONE, "content that the best sentence lacks, by weight") \
	X(THREE, "content that the three best lack") \
	X(ANY, "content that no sentence has") \
	X(NEW_AMOUNTS, "numbers and dates that no sentence has, of 2") \
	X(NEW_NAMES, "words in capitals that no sentence has, of 3") \
	X(FAR_AMOUNTS, "numbers and dates that the three best lack, of 2") \
	X(FAR_NAMES, "words in capitals that the three best lack, of 3") \
	X(NEW_RUN, "longest row of content that no sentence has, of 5") \
	X(PAIRS, "pairs of content that no sentence has both of") \
	X(BIGRAMS, "pairs of words that no source has in a row") \
	X(TRIGRAMS, "rows of three that no source has") \
	X(PIECES, "rows it takes to build the sentence, by word") \
	X(BREAKS, "ends of rows inside the sentence, of 8") \
	X(ROUGH, "such ends where neither source has the end of a clause, of 4") \
	X(FUSED, "rows in a row from different sentences, of 4") \
	X(ORDER, "words that are not in the best sentence in this order") \
	X(ECHO, "content words that stand twice, of 2") \
	X(DENSITY, "1 less the sum of the squares of their shares") \
	X(JOINTS, "neighbouring rows from different sentences, by row") \
	X(TURNS, "neighbouring rows of one sentence in the wrong order, by row") \
	X(SHORT, "few words") \
	X(LONG, "many words") \
	X(AMOUNT_ERRORS, "errors in amounts and dates, of 2") \
	X(NAME_ERRORS, "errors in names, quotations, speakers and roles, of 2") \
	X(SENSE_ERRORS, "errors in what is said to have happened, of 2") \
	X(REVIEWS, "findings for review, of 3")

#define TRAIT_ENUM(name, meaning) TRAIT_##name,
enum trait { TRAIT_LIST(TRAIT_ENUM) TRAITS };
#undef TRAIT_ENUM

#endif
