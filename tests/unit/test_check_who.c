#include "unit.h"

#include "check/check.h"

/* Who is named, in which role, who does it to whom and who says it: faults that must be found, and
 * other words for the same that must not. Outlets, people and places are invented. */

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

/* The kinds of the findings at the error tier, each once, in the order of the draft. */
static struct str errors_of(struct str draft, struct str source, struct str language)
{
	struct report report = {
		.text = source, .language = language, .published = WHEN_UNKNOWN, .modified = WHEN_UNKNOWN};
	struct check_result result;
	struct str_vec kinds = {0};
	check_text(&a, draft, false, &report, 1, WHEN_UNKNOWN, &result);
	for (size_t i = 0; i < result.findings.n; i++) {
		const struct finding *f = &result.findings.items[i];
		bool is_new = f->tier == TIER_ERROR;
		for (size_t k = 0; k < kinds.n; k++)
			is_new = is_new && !str_eq(kinds.items[k], f->kind);
		if (is_new)
			*VEC_ADD(&a, &kinds) = f->kind;
		if (f->has_evidence)
			assert_true(f->evidence.span.start + f->evidence.span.length <= source.n);
	}
	return str_join(&a, kinds.items, kinds.n, STR(" "));
}

struct row {
	const char *what, *draft, *errors;
};

static void check_rows(
	const char *source, const char *language, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str errors = errors_of(str_c(rows[i].draft), str_c(source), str_c(language));
		if (!str_eq(errors, str_c(rows[i].errors)))
			print_error("%s: %s\n", rows[i].what, rows[i].draft);
		ASSERT_STR(errors, str_c(rows[i].errors), i);
	}
}
#define CHECK_ROWS(source, language, rows) check_rows((source), (language), (rows), COUNT(rows))

static const char bridge[] =
	"Mayor Anna Brandt opened the new harbour bridge in Osterby on Monday. Engineer Tomas Reyes "
	"planned the bridge and led the works from Lindholm. Norland Marine built the pillars for the "
	"port authority. Westmark Shipping sued Norland Marine over a spill in the old basin. "
	"“We waited nine years for this bridge,” Brandt said. “The piers will outlive all of us,” said "
	"Reyes. The United Harbour Council paid half of the costs. Ferry captain Lena Holt will retire "
	"in the autumn. Brandt warned that ferries would lose half of their passengers.";

static void finds_a_name_that_no_source_has(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a person", "Mayor Carla Winter opened the new harbour bridge in Osterby.",
			"name name_slot"},
		{"a place", "Anna Brandt opened the new harbour bridge in Kestrelmouth.", "name name_slot"},
		{"a firm", "Halvorsen Group built the pillars for the port authority.", "name name_slot"},
	};
	CHECK_ROWS(bridge, "en", rows);
}

static void finds_the_name_of_another_in_a_place(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"subject", "Lena Holt opened the new harbour bridge on Monday.", "name_slot"},
		{"place", "Anna Brandt opened the new harbour bridge in Lindholm.", "name_slot"},
		{"firm", "Westmark Shipping built the pillars for the port authority.", "name_slot"},
		{"who warned", "Reyes warned that ferries would lose half of their passengers.",
			"name_slot"},
	};
	CHECK_ROWS(bridge, "en", rows);
}

static void lets_other_words_for_one_name_pass(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"surname alone", "Brandt opened the new harbour bridge on Monday.", ""},
		{"initials", "The UHC paid half of the costs.", ""},
		{"described", "The mayor opened the new harbour bridge on Monday.", ""},
		{"short firm", "Norland built the pillars for the port authority.", ""},
		{"another order", "On Monday the new harbour bridge was opened by Anna Brandt.", ""},
		{"another verb", "Brandt said ferries would lose half of their passengers.", ""},
		{"its owner", "Brandt's new harbour bridge opened on Monday.", ""},
		{"small letters", "mayor anna brandt opened the new harbour bridge in osterby .", ""},
	};
	CHECK_ROWS(bridge, "en", rows);
}

static void finds_who_did_it_to_whom(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"exchanged", "Norland Marine sued Westmark Shipping over a spill.", "swap"},
		{"passive, wrong", "Westmark Shipping was sued by Norland Marine over a spill.", "swap"},
		{"passive, right", "Norland Marine was sued by Westmark Shipping over a spill.", ""},
		{"as told", "Westmark Shipping sued Norland Marine over a spill.", ""},
		{"without whom", "Westmark Shipping sued over a spill in the old basin.", ""},
	};
	CHECK_ROWS(bridge, "en", rows);
	static const struct row told_passive[] = {
		{"active, wrong", "Norland Marine sued Westmark Shipping over the spill.", "swap"},
		{"active, right", "Westmark Shipping sued Norland Marine over the spill.", ""},
	};
	CHECK_ROWS("The basin is old. Norland Marine was sued by Westmark Shipping over the spill.",
		"en", told_passive);
}

static void finds_a_wrong_role(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"no source has it", "Professor Anna Brandt opened the new harbour bridge on Monday.",
			"role"},
		{"another's", "Surgeon Tomas Reyes planned the bridge and led the works.", "role"},
		{"beside the same words", "Ferry pianist Lena Holt will retire in the autumn.", ""},
		{"a judge at sea", "Ferry judge Lena Holt will retire in the autumn.", "role"},
		{"as told", "Engineer Tomas Reyes planned the bridge and led the works.", ""},
		{"none", "Tomas Reyes planned the bridge and led the works.", ""},
		{"anybody", "Doctors will cross the new harbour bridge.", ""},
	};
	CHECK_ROWS(bridge, "en", rows);
	static const struct row kin[] = {
		{"a near word", "Quayside United boss Ole Dahl praised the keeper.", ""},
		{"a wider word", "Politician Mira Sand opposes the toll.", ""},
		{"another trade", "Quayside United surgeon Ole Dahl praised the keeper.", "role"},
	};
	CHECK_ROWS("Quayside United manager Ole Dahl praised the goalkeeper after the match. Senator "
			   "Mira Sand opposes the toll.",
		"en", kin);
}

static void finds_who_says_what(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"another says it", "“We waited nine years for this bridge,” said Tomas Reyes.", "speaker"},
		{"part of it", "“The piers will outlive all of us,” Anna Brandt said.", "speaker"},
		{"the full name", "“We waited nine years for this bridge,” said Anna Brandt.", ""},
		{"a pronoun", "“We waited nine years for this bridge,” she said.", ""},
		{"a description", "“We waited nine years for this bridge,” the mayor said.", ""},
		{"altered words", "“We waited ten years for this bridge,” Brandt said.", "quote"},
		{"invented in short", "Brandt called it a “stone rainbow” on Monday.", "quote"},
		{"left out", "“We waited ... for this bridge,” Brandt said.", ""},
		{"in brackets", "“[They] waited nine years for this bridge,” Brandt said.", ""},
		{"one's own mark", "The “bridge” opened in Osterby on Monday.", ""},
		{"a title", "Brandt opened the new bridge with “Lights of the Harbour” on Monday.", ""},
	};
	CHECK_ROWS(bridge, "en", rows);
}

static void leaves_other_languages_in_peace(void **state)
{
	(void)state;
	static const struct row german[] = {
		{"reworded", "Bürgermeisterin Anna Brandt hat am Montag die Brücke in Osterby eröffnet.",
			""},
		{"passive", "Die Brücke in Osterby wurde am Montag von Anna Brandt eröffnet.", ""},
	};
	CHECK_ROWS("Die Bürgermeisterin Anna Brandt eröffnete am Montag die neue Brücke in Osterby. "
			   "Ingenieur Tomas Reyes plante sie.",
		"de", german);
	static const struct row french[] = {
		{"reworded", "La maire Anna Brandt a inauguré lundi le nouveau pont d'Osterby.", ""},
		{"passive", "Le nouveau pont a été inauguré lundi par Anna Brandt.", ""},
	};
	CHECK_ROWS("Anna Brandt, la maire d'Osterby, a inauguré lundi le nouveau pont du port. Tomas "
			   "Reyes l'a conçu.",
		"fr", french);
	static const struct row spanish[] = {
		{"reworded", "La alcaldesa Anna Brandt inauguró el lunes el puente de Osterby.", ""},
	};
	CHECK_ROWS(
		"La alcaldesa de Osterby, Anna Brandt, inauguró el lunes el nuevo puente.", "es", spanish);
	static const struct row russian[] = {
		{"reworded", "Мост в Остербю в понедельник открыла Анна Брандт.", ""},
	};
	CHECK_ROWS("Мэр Анна Брандт открыла в понедельник новый мост в Остербю. Его построил Томас "
			   "Рейес.",
		"ru", russian);
}

static void says_what_the_source_has_and_where(void **state)
{
	(void)state;
	struct report report = {.text = str_c(bridge),
		.language = STR("en"),
		.published = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN};
	struct check_result result;
	check_text(&a, STR("Lena Holt opened the new harbour bridge on Monday."), false, &report, 1,
		WHEN_UNKNOWN, &result);
	assert_int_equal(result.findings.n, 1);
	const struct finding *f = &result.findings.items[0];
	ASSERT_STR(f->explain, STR("the draft has Lena Holt where the source has Anna Brandt"), 0);
	assert_int_equal(f->span.start, 0);
	assert_int_equal(f->span.length, 9);
	assert_true(f->has_evidence);
	assert_true(str_starts(span_text(report.text, f->evidence.span), STR("Mayor Anna Brandt")));
	assert_int_equal(result.sentences[0].verdict, VERDICT_CONTRADICTED);
}

/* Names without end, and quotations without end, must cost no more than their length. */
static void hostile_texts_end_soon(void **state)
{
	(void)state;
	struct buf draft = BUF(LIMIT_TEXT), source = BUF(LIMIT_TEXT);
	for (int i = 0; i < 3000; i++) {
		buf_addf(&source, "Brandt%d sued Reyes%d over \"port %d of all ports\". ", i, i, i);
		buf_addf(&draft, "Reyes%d sued ", i);
	}
	struct report report = {.text = buf_str(&source),
		.language = STR("en"),
		.published = WHEN_UNKNOWN,
		.modified = WHEN_UNKNOWN};
	struct check_result result;
	int64_t start = clock_now();
	check_text(&a, buf_str(&draft), false, &report, 1, WHEN_UNKNOWN, &result);
	int64_t took_s = clock_now() - start;
	buf_free(&draft);
	buf_free(&source);
	assert_true(took_s < 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(finds_a_name_that_no_source_has, free_arena),
		cmocka_unit_test_teardown(finds_the_name_of_another_in_a_place, free_arena),
		cmocka_unit_test_teardown(lets_other_words_for_one_name_pass, free_arena),
		cmocka_unit_test_teardown(finds_who_did_it_to_whom, free_arena),
		cmocka_unit_test_teardown(finds_a_wrong_role, free_arena),
		cmocka_unit_test_teardown(finds_who_says_what, free_arena),
		cmocka_unit_test_teardown(leaves_other_languages_in_peace, free_arena),
		cmocka_unit_test_teardown(says_what_the_source_has_and_where, free_arena),
		cmocka_unit_test_teardown(hostile_texts_end_soon, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
