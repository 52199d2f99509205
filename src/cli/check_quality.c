#include "cli/check.h"

#include "text/text.h"

#define SENTENCES_MOST 400 /* of each report */

/* Reports of our own, of invented places and people, when no file is given. */
static const char *const samples[] = {
	"The council of Marrowgate approved a new harbour bridge on Monday. The bridge will cost $42 "
	"million and is to open in April 2027. Mayor Anna Brandt said about 40% of the traffic of the "
	"town will use it. \"It is a short road with many bends,\" said Joel Reyes, the chief "
	"engineer. "
	"The work will take 18 months and may begin before the winter. In 2019 the council rejected a "
	"similar plan because the price rose by 12%. Brandt told Reyes that the old ferry was not "
	"safe. "
	"More than 300 people came to the first meeting on Wednesday.",
	"A fire in the Ostrel paper mill killed three workers on Tuesday, the police said. The fire "
	"was "
	"the second in the mill since March. Inspector Lena Okafor said the night guard allegedly left "
	"a "
	"door open. \"We have found no sign of a bomb,\" Okafor told reporters in Velden. The mill has "
	"240 workers and paid them $9 million last year. The owner, Tomas Hale, plans to open the mill "
	"again in six weeks. Sales of the mill fell by 15% in 2024. Hale thanked Okafor for the help "
	"of "
	"her officers.",
	"Rovers beat Harlow United 3-1 in the cup final on Sunday. Captain Mia Lindqvist scored the "
	"first goal after 12 minutes. \"Nobody expected us to be here in June,\" Lindqvist said. Coach "
	"Daniel Achebe praised Lindqvist and said the team could win the league. The club was founded "
	"in "
	"1908 and has won the cup 4 times. Tickets for the next match will cost $25, which is 10% more "
	"than last year. Achebe is 51 years old and has led the team for two years."};

struct tally {
	size_t n, flagged, errors;
};

static void check_one(struct tally *t, struct str draft, const struct report *source)
{
	struct arena a = {0};
	struct check_result result;
	bool is_flagged = false;
	check_text(&a, draft, false, source, 1, source->published, &result);
	for (size_t i = 0; i < result.sentence_count; i++)
		is_flagged = is_flagged || result.sentences[i].tier != TIER_OK;
	t->n++;
	t->flagged += is_flagged;
	t->errors += !result.passes;
	arena_free(&a);
}

static void check_report(struct tally *tallies, const struct report *source)
{
	struct arena a = {0};
	struct span_vec sentences = text_sentences(&a, source->text, source->language);
	struct name_vec names = text_names(&a, source->text, source->language);
	for (size_t i = 0; i < sentences.n && i < SENTENCES_MOST; i++)
		for (size_t k = 0; check_faults[k].name; k++) {
			struct str draft = check_put_fault(&a, &check_faults[k],
				span_text(source->text, sentences.items[i]), source->language, &names);
			if (draft.n > 0)
				check_one(&tallies[k], draft, source);
		}
	arena_free(&a);
}

static double percent(size_t part, size_t whole)
{
	return whole ? 100.0 * (double)part / (double)whole : 0;
}

void check_put_quality(struct buf *out, const struct report *reports, size_t count)
{
	struct arena a = {0};
	struct tally *tallies = ARENA_ARRAY(&a, struct tally, 64);
	for (size_t i = 0; i < count; i++)
		check_report(tallies, &reports[i]);
	for (size_t i = 0; count == 0 && i < sizeof(samples) / sizeof(*samples); i++) {
		struct report sample = check_source(i);
		sample.text = str_c(samples[i]);
		sample.language = STR("en");
		(void)when_parse_rfc3339(STR("2025-05-28T12:00:00Z"), &sample.published);
		check_report(tallies, &sample);
	}
	buf_addf(out, "%-20s %6s %9s %11s\n", "fault put in", "n", "flagged", "error tier");
	for (size_t k = 0; check_faults[k].name; k++)
		buf_addf(out, "%-20s %6zu %8.1f%% %10.1f%%%s\n", check_faults[k].name, tallies[k].n,
			percent(tallies[k].flagged, tallies[k].n), percent(tallies[k].errors, tallies[k].n),
			check_faults[k + 1].name && check_faults[k + 2].name ? "" : "  (false alarms)");
	arena_free(&a);
}
