/* Written by scripts/train-score; see there. The first table is for drafts near their sources'
 * wording. */
static const double score_bias[2] = {-2.722, -1.77};
/* From here on a sentence is shown for review. */
static const double score_review_from[2] = {0.23, 0.79};
static const double score_weights[2][TRAITS] = {
	{
		[TRAIT_ONE] = 0.947,
		[TRAIT_NEW_NAMES] = 0.597,
		[TRAIT_FAR_NAMES] = 0.368,
		[TRAIT_NEW_RUN] = 0.421,
		[TRAIT_PAIRS] = 1.914,
		[TRAIT_BIGRAMS] = 0.874,
		[TRAIT_TRIGRAMS] = 0.464,
		[TRAIT_PIECES] = 0.852,
		[TRAIT_ORDER] = 0.136,
		[TRAIT_ECHO] = 0.487,
		[TRAIT_DENSITY] = 0.312,
		[TRAIT_JOINTS] = 0.014,
		[TRAIT_SHORT] = 1.837,
		[TRAIT_LONG] = -0.553,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 5.404,
		[TRAIT_REVIEWS] = 3.452,
	},
	{
		[TRAIT_ONE] = 0.162,
		[TRAIT_THREE] = 0.261,
		[TRAIT_ANY] = 0.448,
		[TRAIT_NEW_AMOUNTS] = 0.33,
		[TRAIT_NEW_NAMES] = 0.604,
		[TRAIT_FAR_AMOUNTS] = 0.526,
		[TRAIT_FAR_NAMES] = 0.396,
		[TRAIT_NEW_RUN] = 0.535,
		[TRAIT_PAIRS] = 0.491,
		[TRAIT_BIGRAMS] = 0.467,
		[TRAIT_PIECES] = 0.422,
		[TRAIT_ECHO] = 0.634,
		[TRAIT_DENSITY] = 0.079,
		[TRAIT_SHORT] = 3.937,
		[TRAIT_LONG] = 0.269,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 2.5,
		[TRAIT_REVIEWS] = 1.04,
	},
};
