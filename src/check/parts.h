/* What the parts of check share. Private to this module. */
#ifndef CHECK_PARTS_H
#define CHECK_PARTS_H

#include "check/check.h"
#include "check/traits.h"

/* Whether a list of words between single blanks, with one at both ends, has the word. */
bool is_listed(const char *list, struct str word);

struct amount; /* amounts.h */
struct amount_vec {
	struct amount *items;
	size_t n, capacity;
};

/* ---- The sources, read once (evidence.c) ---- */

/* A word, a number or a date of a source, as something that a draft can have in common with it. */
struct token {
	uint32_t id; /* of its stem or value in evidence.ids */
	size_t start;
};

/* A quotation and its words alone. */
struct said {
	struct quotation quotation;
	struct str plain;
};

struct witness {
	const struct report *report;
	struct str language;
	struct text_reading *reading;
	struct span_vec sentences;
	struct word_vec words;
	struct str *folded; /* of words: as written, folded, without 's */
	struct number_vec numbers;
	struct date_vec dates;
	struct {
		struct token *items;
		size_t n, capacity;
	} tokens;                   /* by start */
	size_t *first_token;        /* of each sentence, and the end */
	struct amount_vec *amounts; /* made by amounts.c when needed */
	struct cast *cast;          /* its names; made by cast.c when needed */
	struct said *said;          /* its quotations; made by speakers.c when needed */
	size_t said_count;
	bool has_said;
	struct text_folded folded_text; /* see source_has */
	/* Text and title without quotation marks; made by quotes.c when needed. */
	struct text_folded quotable, quotable_title;
};

struct evidence {
	struct arena *a;
	const struct report *reports;
	size_t count;
	struct witness **sources; /* read when first asked for */
	struct map ids;
	struct {
		uint32_t *items;
		size_t n, capacity;
	} sentences_with; /* by id: in how many sentences it stands */
	size_t sentence_count;
	struct phrases *phrases;   /* made when first asked for */
	struct postings *postings; /* made by evidence_postings */
};

struct evidence evidence_new(struct arena *a, const struct report *reports, size_t count);
struct witness *evidence_source(struct evidence *e, size_t report);
/* The keys under which numbers and dates meet; content words go by their stem. */
struct str number_key(struct arena *a, const struct number *n);
struct str date_key(struct arena *a, const struct date_mention *d);
struct str source_text(const struct witness *s, struct span span);
/* Whether the words stand anywhere in the text of the source: text_find_folded, but for the span.
 */
bool source_has(struct evidence *e, struct witness *s, struct str words);
size_t source_word_at(
	const struct witness *s, size_t offset); /* the first that starts there or behind */

/* ---- Which sentences have what (postings.c) ---- */

struct sentence_place {
	uint32_t report, sentence;
};

struct postings {
	struct sentence_place *places; /* of the sentences of all sources, by row */
	size_t *first;                 /* by id: where its rows begin, and the end */
	uint32_t *rows;                /* ascending for each id */
	uint64_t *has;                 /* by row: the bits of postings_mark */
	uint32_t *touched;             /* rows with a bit, in no order */
	size_t touched_count;
};

/* Reads all sources; made once. */
struct postings *evidence_postings(struct evidence *e);
/* Gives each row that has the id the bit. */
void postings_mark(struct postings *p, uint32_t id, uint64_t bit);
void postings_clear(struct postings *p); /* takes all bits away */

/* ---- The sentence that is checked ---- */

struct subject {
	struct arena *a;
	struct evidence *e;
	struct str text; /* as the reader sees it */
	struct str own;  /* the same length, with blanks where not the desk but somebody else speaks */
	struct text_reading *reading, *own_reading; /* of both; made when first asked for */
	struct str language;
	struct edit_words *words; /* of text; by subject_words (edit.h) when first asked for */
	struct when anchor;       /* for "on Monday" in it */
	size_t index;
	size_t offset; /* of text in the draft's text; 0 for check_draft */
	struct cite_vec cites;
	struct amount_vec amounts; /* of `own`; set by check_amounts */
	double coverage;           /* share of its content that the cited sentences have, 0 to 1 */
	double traits[TRAITS];
	bool is_headline;
	bool is_strict;    /* check_draft: what it cites must carry it */
	bool is_quotation; /* the desk's words only say who speaks */
	struct str speaker;
	bool is_contradicted;
	bool is_explained; /* score.c: an error, or that it is an opinion, says what is wrong with it */
	struct finding_vec *findings;
};

struct finding *add_finding(struct subject *s, struct span span, const char *kind, enum tier tier,
	struct str explain, const struct cite *evidence);
/* What a finding of this kind is called here: in headlines all are "headline". */
const char *kind_here(const struct subject *s, const char *kind);
bool is_cited_report(const struct subject *s, size_t report);

/* Whether a span lies in another, by its start. */
static inline bool span_has(struct span whole, size_t offset)
{
	return offset >= whole.start && offset - whole.start < whole.length;
}

/* What stands in `text` and `own`. No more is blanked in `own` once it was read. */
struct text_reading *read_text(struct subject *s);
struct text_reading *read_own(struct subject *s);

/* ---- The checks, one file each ---- */

void check_amounts(struct subject *s);
void check_inner_amounts(struct subject *subjects, size_t count); /* for the draft as a whole */
void check_names(struct subject *s);
void check_slots(struct subject *s);
void check_roles(struct subject *s);
void check_speakers(struct subject *s);
void check_quotes(struct subject *s, bool may_quote_titles);
void check_speaker(struct subject *s);
void check_headline(struct subject *s);
void check_leftovers(struct subject *s);
void check_headline_verb(struct subject *s);
void check_injection(struct subject *s);
void check_language(struct subject *s);
void check_sense(struct subject *s);   /* negation, opposites, modality */
bool check_opinion(struct subject *s); /* whether it found one */
/* Sentences of a draft that deny each other. Subjects in order, with offsets in the draft. */
void check_inner(struct str draft, struct subject *subjects, size_t count);
/* Whether the sentence tells what the source sentence says from the other side: "A lost to B" for
 * "B beat A". Then the two may change places. */
bool is_told_from_other_side(struct subject *s, struct cite cite);

/* Blanks in `own` what metadata says: outlets and languages of what is cited; finds outlets that
 * are named without being cited. */
void desk_mask_metadata(struct subject *s, char *own);
/* "Two outlets": whether this counts the story's own reports, outlets or origins, and rightly. */
bool desk_is_true_count(const struct subject *s, const struct number *n);
bool desk_is_own_word(struct str written); /* "outlets", "reports": never in the sources */
bool desk_is_published_day(const struct subject *s, const struct date_mention *d);

/* Runs of words that the drafts' sentences share with sources. */
struct copies;
struct copies *copies_new(struct arena *a);
void copies_add(struct copies *c, struct subject *s);
void copies_find(struct copies *c, struct evidence *e, struct subject *subjects);

/* ---- Finding the source sentences of a text (align.c) ---- */

/* Fills cites (at most three, best first), coverage and the traits that rest on them. */
void align(struct subject *s);
/* The coverage of the cites that are there. */
double coverage_of_cites(struct subject *s);

/* ---- How likely a sentence is wrong (traits.c, score.c) ---- */

struct content;
/* Which items of its content the best sentence has, which the cited ones, which any. */
struct coverage {
	uint64_t one, three, any;
	size_t best; /* the best sentence, counted through all sources */
};
void read_traits(struct subject *s, const struct content *c, const struct coverage *has);
/* Fills the sentences of the result from the subjects and the findings, which are put in order. */
void score(struct subject *subjects, size_t count, struct check_result *result);

#endif
