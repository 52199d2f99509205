/* A newsroom that does not exist: outlets, reports and the stories made of them, for the tests of
 * publish. */
#ifndef TESTS_PUBLISH_NEWSROOM_H
#define TESTS_PUBLISH_NEWSROOM_H

#include "unit.h"

#include "publish/render.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct when at(const char *time)
{
	struct when when;
	BUG_ON(!when_parse_rfc3339(str_c(time), &when));
	return when;
}

static struct report report_of(const char *outlet, const char *url, const char *published,
	const char *language, const char *text)
{
	struct report r = {.outlet = str_c(outlet),
		.url = str_c(url),
		.key = str_c(url),
		.published = at(published),
		.fetched = at("2026-03-04T09:40:00Z"),
		.language = str_c(language),
		.text = str_c(text),
		.state = PAGE_FULL};
	r.text_hash = hash_sha256(&a, r.text);
	r.page_hash = hash_sha256(&a, r.url);
	return r;
}

/* A cite of the sentence that begins with these words and ends with the next full stop. */
static struct cite cite_of(const struct report *reports, size_t report, const char *begins)
{
	struct str text = reports[report].text;
	size_t start = str_find(text, str_c(begins), 0);
	BUG_ON(start == STR_NONE);
	size_t end = str_find_char(text, '.', start);
	while (end != STR_NONE && end + 1 < text.n && text.p[end + 1] != ' ' && text.p[end + 1] != '\n')
		end = str_find_char(text, '.', end + 1);
	size_t stop = end == STR_NONE ? text.n : end + 1;
	return (struct cite){report, {start, stop - start}};
}

struct row {
	const char *text;
	enum wording wording;
	size_t report;
	const char *cited;
	size_t report2; /* with cited2, a second source */
	const char *cited2;
};

static struct draft_sentence sentence_of(const struct report *reports, struct row row)
{
	struct draft_sentence s = {.text = str_c(row.text), .wording = row.wording};
	*VEC_ADD(&a, &s.cites) = cite_of(reports, row.report, row.cited);
	if (row.cited2)
		*VEC_ADD(&a, &s.cites) = cite_of(reports, row.report2, row.cited2);
	return s;
}

static void add_section(struct draft *d, enum section_kind kind, const struct report *reports,
	const struct row *rows, size_t n)
{
	struct {
		struct section *items;
		size_t n, capacity;
	} sections = {d->sections, d->section_count, d->section_count};
	struct section *section = VEC_ADD(&a, &sections);
	section->kind = kind;
	section->sentences = ARENA_ARRAY(&a, struct draft_sentence, n);
	section->sentence_count = n;
	for (size_t i = 0; i < n; i++)
		section->sentences[i] = sentence_of(reports, rows[i]);
	d->sections = sections.items;
	d->section_count = sections.n;
}

static void set_tags(struct draft *d, const struct tag *tags, size_t n)
{
	d->tags = ARENA_ARRAY(&a, struct tag, n);
	memcpy(d->tags, tags, n * sizeof(*tags));
	d->tag_count = n;
}

static void set_check(struct article *article)
{
	size_t n = 0;
	while (draft_sentence_at(&article->draft, n))
		n++;
	article->check.sentences = ARENA_ARRAY(&a, struct checked_sentence, n);
	article->check.sentence_count = n;
	article->check.passes = true;
}

static struct article article_of(const char *id, const char *language, const struct report *reports,
	size_t n, struct row headline, struct row standfirst)
{
	struct article article = {.story = str_c(id),
		.reports = reports,
		.report_count = n,
		.origin_count = n,
		.published = at("2026-03-04T09:45:00Z"),
		.updated = WHEN_UNKNOWN,
		.withdrawn = WHEN_UNKNOWN,
		.version = 1};
	article.draft.language = str_c(language);
	article.draft.writer = STR("extract");
	article.draft.headline = sentence_of(reports, headline);
	article.draft.standfirst = sentence_of(reports, standfirst);
	return article;
}

static const char ledger_text[] =
	"The car ferry Skarn Maid ran aground off Lantern Rock shortly after six on Tuesday evening "
	"with "
	"214 people aboard. Nine people were taken to Skarn General Hospital, the coastguard said.\n\n"
	"“We heard a long grinding noise and then the engines stopped,” said Tilda Marrow, a nurse who "
	"was on the car deck. The coastguard's duty officer, Owen Pike, said the ferry was in no "
	"danger "
	"of sinking. The harbour authority has closed the northern channel until further notice.\n\n"
	"The Skarn Maid was built in 1998 and refitted in 2019. It is not known why the ferry left the "
	"marked channel. An inquiry by the Marine Accident Office will begin on Thursday.";
static const char radio_text[] =
	"Twelve passengers were hurt when the ferry Skarn Maid struck rocks on Tuesday, according to "
	"the "
	"hospital. Lifeboats from Skarn and Westing brought 180 passengers ashore by nine o'clock. "
	"\"Everyone who wanted to leave the ship has left it,\" the master of the Westing lifeboat, "
	"Hanne Voll, told the station. Northline, the company that runs the ferry, said sailings to "
	"the "
	"islands would stop until Friday.";
static const char post_text[] =
	"The ferry Skarn Maid, with 214 aboard, ran aground off Lantern Rock on Tuesday evening. "
	"Nine people were taken to hospital, the coastguard said. "
	"It was the third grounding in the northern channel since 2015, records of the harbour "
	"authority show.";
static const char wire_text[] =
	"The car ferry Skarn Maid ran aground off Lantern Rock shortly after six on Tuesday evening "
	"with "
	"214 people aboard. Nine people were taken to Skarn General Hospital, the coastguard said.";

static struct article long_story(void)
{
	struct report *r = ARENA_ARRAY(&a, struct report, 5);
	r[0] = report_of("The Quay Ledger", "https://ledger.example/2026/03/skarn-maid-aground",
		"2026-03-03T19:05:00Z", "en", ledger_text);
	r[1] = report_of("Skarn Sound Radio", "https://radio.example/news/4471?lang=en",
		"2026-03-03T21:20:00Z", "en", radio_text);
	r[2] = report_of("Westing Post", "https://post.example/ferry-grounding#story",
		"2026-03-04T06:10:00+01:00", "en", post_text);
	r[3] = report_of(
		"Islands Wire", "https://wire.example/a/88", "2026-03-03T19:40:00Z", "en", wire_text);
	r[4] = report_of("The Quay Ledger", "https://ledger.example/2026/03/ferry-inquiry",
		"2026-03-04T08:00:00Z", "en",
		"The Marine Accident Office will look at the ferry's voyage recorder first. Its head, Ruth "
		"Anselm, expects a first report in May.");
	r[0].origin = 0, r[1].origin = 1, r[2].origin = 2, r[3].origin = 0, r[4].origin = 4;
	struct article s = article_of("ferry7aground", "en", r, 5,
		(struct row){"Ferry with 214 aboard runs aground off Lantern Rock", WORDING_DESK, 0,
			"The car ferry", 2, "The ferry Skarn"},
		(struct row){
			"The Skarn Maid left the marked channel on Tuesday evening; lifeboats brought 180 "
			"passengers ashore, and sources differ on how many were hurt.",
			WORDING_DESK, 1, "Lifeboats", 0, "It is not known"});
	s.origin_count = 3;
	s.updated = at("2026-03-04T11:30:00Z");
	s.version = 2;
	static const struct row happened[] = {
		{"The car ferry Skarn Maid ran aground near Lantern Rock on the evening of 3 March, with "
		 "214 "
		 "people on board.",
			WORDING_DESK, 0, "The car ferry", 2, "The ferry Skarn"},
		{"By nine that night, lifeboats from two towns had brought 180 of them to land.",
			WORDING_DESK, 1, "Lifeboats"},
		{"The northern channel is closed.", WORDING_DESK, 0, "The harbour authority"},
		{"Northline, which runs the ferry, has stopped its sailings to the islands until Friday.",
			WORDING_DESK, 1, "Northline"}};
	static const struct row said[] = {{"“We heard a long grinding noise and then the engines "
									   "stopped,” said Tilda Marrow, a nurse.",
										  WORDING_QUOTE, 0, "“We heard"},
		{"Owen Pike, the coastguard’s duty officer, said the ship would not sink.", WORDING_DESK, 0,
			"The coastguard's duty"},
		{"“Everyone who wanted to leave the ship has left it,” said Hanne Voll of the Westing "
		 "lifeboat.",
			WORDING_QUOTE, 1, "\"Everyone"}};
	static const struct row figures[] = {
		{"214 people were aboard.", WORDING_DESK, 0, "The car ferry"},
		{"180 were brought ashore by lifeboat.", WORDING_DESK, 1, "Lifeboats"}};
	static const struct row background[] = {{"The ship dates from 1998 and had a refit in 2019.",
												WORDING_DESK, 0, "The Skarn Maid was"},
		{"Harbour records show two earlier groundings in that channel since 2015.", WORDING_DESK, 2,
			"It was the third"}};
	static const struct row unknown[] = {
		{"Why the ferry left the marked channel.", WORDING_DESK, 0, "It is not known"}};
	static const struct row next[] = {{"The Marine Accident Office opens its inquiry on Thursday.",
										  WORDING_DESK, 0, "An inquiry"},
		{"Its head, Ruth Anselm, expects a first report in May.", WORDING_DESK, 4, "Its head"}};
	add_section(&s.draft, SECTION_HAPPENED, r, happened, COUNT(happened));
	add_section(&s.draft, SECTION_SAID, r, said, COUNT(said));
	add_section(&s.draft, SECTION_FIGURES, r, figures, COUNT(figures));
	add_section(&s.draft, SECTION_BACKGROUND, r, background, COUNT(background));
	add_section(&s.draft, SECTION_UNKNOWN, r, unknown, COUNT(unknown));
	add_section(&s.draft, SECTION_NEXT, r, next, COUNT(next));
	s.draft.disagreements = ARENA_ARRAY(&a, struct disagreement, 1);
	s.draft.disagreement_count = 1;
	s.draft.disagreements[0] =
		(struct disagreement){STR("people hurt"), ARENA_ARRAY(&a, struct differing_figure, 2), 2};
	s.draft.disagreements[0].figures[0] =
		(struct differing_figure){STR("Nine"), cite_of(r, 0, "Nine people")};
	s.draft.disagreements[0].figures[1] =
		(struct differing_figure){STR("Twelve"), cite_of(r, 1, "Twelve")};
	s.draft.moments = ARENA_ARRAY(&a, struct moment, 3);
	s.draft.moment_count = 3;
	s.draft.moments[0] = (struct moment){at("2019-01-01"),
		sentence_of(
			r, (struct row){"The ferry is refitted.", WORDING_DESK, 0, "The Skarn Maid was"})};
	s.draft.moments[1] = (struct moment){at("2026-03-03"),
		sentence_of(
			r, (struct row){"The Skarn Maid runs aground.", WORDING_DESK, 0, "The car ferry"})};
	s.draft.moments[2] = (struct moment){at("2026-03-05"),
		sentence_of(r, (struct row){"The inquiry begins.", WORDING_DESK, 0, "An inquiry"})};
	static const struct tag tags[] = {{TAG_PERSON, STR_CONST("Tilda Marrow")},
		{TAG_PERSON, STR_CONST("Owen Pike")}, {TAG_PERSON, STR_CONST("Hanne Voll")},
		{TAG_PLACE, STR_CONST("Lantern Rock")}, {TAG_PLACE, STR_CONST("Skarn")},
		{TAG_ORGANISATION, STR_CONST("Northline")}, {TAG_TOPIC, STR_CONST("Shipping")}};
	set_tags(&s.draft, tags, COUNT(tags));
	set_check(&s);
	return s;
}

static struct article short_story(void)
{
	struct report *r = ARENA_ARRAY(&a, struct report, 2);
	r[0] =
		report_of("The Quay Ledger", "https://ledger.example/budget", "2026-03-03T15:00:00Z", "en",
			"Skarn's council passed its budget by 17 votes to 14 on Monday. Library hours will be "
			"cut by a fifth from 1 April.");
	r[1] = report_of("Westing Post", "https://post.example/skarn-budget", "2026-03-03T16:00:00Z",
		"en", "The council of Skarn voted 17 to 14 for the budget on Monday.");
	r[1].origin = 1;
	struct article s = article_of("budget2skarn", "en", r, 2,
		(struct row){
			"Skarn’s council passes its budget, 17 to 14", WORDING_DESK, 0, "Skarn's council"},
		(struct row){
			"Libraries will open a fifth fewer hours from April.", WORDING_DESK, 0, "Library"});
	s.published = at("2026-03-03T17:00:00Z");
	s.updated = at("2026-03-04T07:15:00Z");
	s.version = 2;
	s.reviewed_by = STR("Mara Quill");
	s.corrections = ARENA_ARRAY(&a, struct correction, 1);
	s.correction_count = 1;
	s.corrections[0] = (struct correction){at("2026-03-04T07:15:00Z"),
		STR("The first version gave the vote as 17 to 13. It was 17 to 14."), STR("Mara Quill")};
	static const struct row happened[] = {{"The budget passed on Monday with 17 votes against 14.",
		WORDING_DESK, 0, "Skarn's council", 1, "The council"}};
	static const struct row next[] = {
		{"Library hours fall by a fifth on 1 April.", WORDING_DESK, 0, "Library"}};
	add_section(&s.draft, SECTION_HAPPENED, r, happened, COUNT(happened));
	add_section(&s.draft, SECTION_NEXT, r, next, COUNT(next));
	static const struct tag tags[] = {
		{TAG_PLACE, STR_CONST("Skarn")}, {TAG_TOPIC, STR_CONST("Local government")}};
	set_tags(&s.draft, tags, COUNT(tags));
	set_check(&s);
	return s;
}

static struct article german_story(void)
{
	struct report *r = ARENA_ARRAY(&a, struct report, 2);
	r[0] = report_of("Der Hafenbote", "https://hafenbote.example/bruecke",
		"2026-03-02T11:00:00+01:00", "de",
		"Die Klappbrücke über die Trauke bleibt bis zum 20. März gesperrt, teilte das Tiefbauamt "
		"mit. „Das Lager ist gebrochen, wir warten auf ein Ersatzteil“, sagte Amtsleiterin Grete "
		"Söhnlein. Täglich nutzen rund 9.000 Fahrzeuge die Brücke.");
	r[1] = report_of("Elbtaler Anzeiger", "https://anzeiger.example/1234",
		"2026-03-02T12:30:00+01:00", "de",
		"Die Brücke ist nach einem Schaden am Lager gesperrt. Rund 11.000 Fahrzeuge fahren dort am "
		"Tag.");
	r[1].origin = 1;
	struct article s = article_of("bruecke3trauke", "de", r, 2,
		(struct row){
			"Klappbrücke über die Trauke bleibt bis 20. März zu", WORDING_DESK, 0, "Die Klapp"},
		(struct row){"Nach einem gebrochenen Lager fehlt ein Ersatzteil; die "
					 "Donaudampfschifffahrtsgesellschaftskapitänsvereinigung weicht aus.",
			WORDING_DESK, 0, "„Das Lager"});
	s.published = at("2026-03-02T13:00:00+01:00");
	static const struct row said[] = {{"„Das Lager ist gebrochen, wir warten auf ein Ersatzteil“, "
									   "sagte Amtsleiterin Grete Söhnlein.",
		WORDING_QUOTE, 0, "„Das Lager"}};
	add_section(&s.draft, SECTION_SAID, r, said, COUNT(said));
	s.draft.disagreements = ARENA_ARRAY(&a, struct disagreement, 1);
	s.draft.disagreement_count = 1;
	s.draft.disagreements[0] =
		(struct disagreement){STR("Fahrzeuge"), ARENA_ARRAY(&a, struct differing_figure, 2), 2};
	s.draft.disagreements[0].figures[0] =
		(struct differing_figure){STR("rund 9.000"), cite_of(r, 0, "Täglich")};
	s.draft.disagreements[0].figures[1] =
		(struct differing_figure){STR("Rund 11.000"), cite_of(r, 1, "Rund")};
	static const struct tag tags[] = {{TAG_PERSON, STR_CONST("Grete Söhnlein")},
		{TAG_PLACE, STR_CONST("Trauke")}, {TAG_ORGANISATION, STR_CONST("Тестовая служба")}};
	set_tags(&s.draft, tags, COUNT(tags));
	set_check(&s);
	return s;
}

static struct article withdrawn_story(void)
{
	struct article s = short_story();
	s.story = STR("mayor4resigns");
	s.draft.headline.text = STR("Mayor of Westing steps down");
	s.published = at("2026-03-01T10:00:00Z");
	s.updated = WHEN_UNKNOWN;
	s.correction_count = 0;
	s.state = ARTICLE_WITHDRAWN;
	s.withdrawn = at("2026-03-02T08:00:00Z");
	s.reason = STR("Its only source took the report back.");
	return s;
}

static struct site newsroom(void)
{
	struct site site = {.title = STR("The Skarn Desk"),
		.description =
			STR("News of the Skarn coast and its islands, each sentence with its source."),
		.language = STR("en"),
		.base_url = STR("https://desk.example/"),
		.contact = STR("errors@desk.example"),
		.publisher = STR("Skarn Reading Society"),
		.extract_words = 25,
		.now = at("2026-03-04T12:00:00Z"),
		.source_count = 6,
		.held_count = 2};
	site.articles = ARENA_ARRAY(&a, struct article, 4);
	site.articles[0] = long_story();
	site.articles[1] = short_story();
	site.articles[2] = german_story();
	site.articles[3] = withdrawn_story();
	site.article_count = 4;
	return site;
}

#endif
