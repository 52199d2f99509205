/* Written by scripts/train-score; see there. The first table is for drafts near their sources'
 * wording. */
static const double score_bias[2] = {-2.748, -1.761};
/* From here on a sentence is shown for review. */
static const double score_review_from[2] = {0.24000000000000002, 0.8200000000000001};
static const double score_weights[2][TRAITS] = {
	{
		[TRAIT_ONE] = 0.794,
		[TRAIT_NEW_NAMES] = 0.599,
		[TRAIT_FAR_NAMES] = 0.424,
		[TRAIT_NEW_RUN] = 0.344,
		[TRAIT_PAIRS] = 2.03,
		[TRAIT_BIGRAMS] = 1.012,
		[TRAIT_TRIGRAMS] = 0.524,
		[TRAIT_PIECES] = 0.924,
		[TRAIT_ORDER] = 0.105,
		[TRAIT_ECHO] = 0.512,
		[TRAIT_DENSITY] = 0.327,
		[TRAIT_JOINTS] = 0.06,
		[TRAIT_SHORT] = 1.779,
		[TRAIT_LONG] = -0.536,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 2.5,
		[TRAIT_REVIEWS] = 3.088,
	},
	{
		[TRAIT_ONE] = 0.141,
		[TRAIT_THREE] = 0.269,
		[TRAIT_ANY] = 0.453,
		[TRAIT_NEW_AMOUNTS] = 0.396,
		[TRAIT_NEW_NAMES] = 0.633,
		[TRAIT_FAR_AMOUNTS] = 0.599,
		[TRAIT_FAR_NAMES] = 0.409,
		[TRAIT_NEW_RUN] = 0.522,
		[TRAIT_PAIRS] = 0.515,
		[TRAIT_BIGRAMS] = 0.47,
		[TRAIT_PIECES] = 0.419,
		[TRAIT_ECHO] = 0.623,
		[TRAIT_DENSITY] = 0.103,
		[TRAIT_SHORT] = 3.887,
		[TRAIT_LONG] = 0.294,
		[TRAIT_AMOUNT_ERRORS] = 2.5,
		[TRAIT_NAME_ERRORS] = 2.5,
		[TRAIT_SENSE_ERRORS] = 2.5,
		[TRAIT_REVIEWS] = 0.894,
	},
};
