/* Written by scripts/train-score; see there. The first table is for drafts near their sources'
 * wording. */
static const double score_bias[2] = {-2.734, -1.775};
/* From here on a sentence is shown for review. */
static const double score_review_from[2] = {0.26, 0.79};
static const double score_weights[2][TRAITS] = {
	{
		[TRAIT_ONE] = 0.874,
		[TRAIT_NEW_NAMES] = 0.787,
		[TRAIT_FAR_NAMES] = 0.602,
		[TRAIT_NEW_RUN] = 0.369,
		[TRAIT_PAIRS] = 1.791,
		[TRAIT_BIGRAMS] = 1.106,
		[TRAIT_TRIGRAMS] = 0.58,
		[TRAIT_PIECES] = 0.952,
		[TRAIT_ORDER] = 0.179,
		[TRAIT_ECHO] = 0.418,
		[TRAIT_DENSITY] = 0.367,
		[TRAIT_JOINTS] = 0.01,
		[TRAIT_SHORT] = 1.659,
		[TRAIT_LONG] = -0.552,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 2.5,
		[TRAIT_REVIEWS] = 5.631,
	},
	{
		[TRAIT_ONE] = 0.159,
		[TRAIT_THREE] = 0.274,
		[TRAIT_ANY] = 0.44,
		[TRAIT_NEW_AMOUNTS] = 0.457,
		[TRAIT_NEW_NAMES] = 0.508,
		[TRAIT_FAR_AMOUNTS] = 0.68,
		[TRAIT_FAR_NAMES] = 0.332,
		[TRAIT_NEW_RUN] = 0.513,
		[TRAIT_PAIRS] = 0.535,
		[TRAIT_BIGRAMS] = 0.467,
		[TRAIT_PIECES] = 0.423,
		[TRAIT_ECHO] = 0.635,
		[TRAIT_DENSITY] = 0.102,
		[TRAIT_SHORT] = 3.873,
		[TRAIT_LONG] = 0.311,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 2.5,
		[TRAIT_REVIEWS] = 0.6,
	},
};
