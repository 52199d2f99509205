#include "unit.h"

#include "text/text.h"

/* What sentences hold. Each row's findings are written as one line and compared. Dates are read on
 * Wednesday, 28 May 2025. */

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct str join(const struct str_vec *parts)
{
	return str_join(&a, parts->items, parts->n, STR("; "));
}

/* "KIND VALUE unit=U counted=C ~" of each number. */
static struct str numbers_of(struct str text, struct str language)
{
	static const char *const kinds[] = {"plain", "money", "percent", "ordinal", "score", "year"};
	struct number_vec v = text_numbers(&a, text, language);
	struct str_vec parts = {0};
	for (size_t i = 0; i < v.n; i++) {
		const struct number *n = &v.items[i];
		struct str counted = span_text(text, n->counted);
		*VEC_ADD(&a, &parts) = str_format(&a, "%s %.10g%s%.*s%s%.*s%s", kinds[n->kind], n->value,
			n->unit.n ? " " : "", STR_ARG(n->unit), counted.n ? " of " : "", STR_ARG(counted),
			n->is_approximate ? " ~" : "");
	}
	return join(&parts);
}

/* "DATE" of each mention: as long as what is known (2025, 2025-05, 2025-05-27), "r" when it is
 * relative. */
static struct str dates_of(struct str text, struct str language)
{
	struct when anchor;
	assert_true(when_parse_rfc3339(STR("2025-05-28T01:00:00+03:00"), &anchor));
	struct date_vec v = text_dates(&a, text, language, anchor);
	struct str_vec parts = {0};
	for (size_t i = 0; i < v.n; i++) {
		const struct date_mention *m = &v.items[i];
		struct str day = when_rfc3339(&a, m->when);
		day = str_sub(day, 0, m->has_day ? 10 : m->has_month ? 7 : 4);
		*VEC_ADD(&a, &parts) = str_format(&a, "%.*s%s", STR_ARG(day), m->is_relative ? "r" : "");
	}
	return join(&parts);
}

/* "KIND NAME (ROLE)" of each name; "?" before one that may be none. */
static struct str names_of(struct str text, struct str language)
{
	static const char *const kinds[] = {"name", "person", "place", "org"};
	struct name_vec v = text_names(&a, text, language);
	struct str_vec parts = {0};
	for (size_t i = 0; i < v.n; i++) {
		const struct name *n = &v.items[i];
		assert_true(str_eq(n->text, span_text(text, n->span)));
		*VEC_ADD(&a, &parts) =
			str_format(&a, "%s%s %.*s%s%.*s%s", n->is_sentence_initial ? "?" : "", kinds[n->kind],
				STR_ARG(n->text), n->role.n ? " (" : "", STR_ARG(n->role), n->role.n ? ")" : "");
	}
	return join(&parts);
}

/* "SPEAKER: WORDS" of each quotation, "..." behind one that is left open. */
static struct str quotations_of(struct str text, struct str language)
{
	struct quotation_vec v = text_quotations(&a, text, language);
	struct str_vec parts = {0};
	for (size_t i = 0; i < v.n; i++) {
		const struct quotation *q = &v.items[i];
		assert_true(str_eq(q->speaker, span_text(text, q->speaker_span)));
		*VEC_ADD(&a, &parts) = str_format(&a, "%.*s: %.*s%s", STR_ARG(q->speaker),
			STR_ARG(span_text(text, q->inner)), q->is_open ? "..." : "");
	}
	return join(&parts);
}

struct row {
	const char *language, *text, *want;
};

static void check_rows(
	const struct row *rows, size_t count, struct str (*read)(struct str, struct str))
{
	for (size_t i = 0; i < count; i++)
		ASSERT_STR(read(str_c(rows[i].text), str_c(rows[i].language)), str_c(rows[i].want), i);
}

static void numbers_in_digits_have_their_value(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "The fair drew 3,800 guests.", "plain 3800 of guests"},
		{"en", "It rose to 1,234,567.5 in all.", "plain 1234567.5"},
		{"en",
			"They ask for $2.5 million and \xC2\xA3"
			"50million.",
			"money 2500000 $; money 50000000 \xC2\xA3"},
		{"en",
			"US$3bn, \xE2\x82\xBA"
			"20, 30m pounds, 40 EUR.",
			"money 3000000000 US$; money 20 \xE2\x82\xBA; money 30000000 pounds; money 40 EUR"},
		{"en", "Prices rose 3.5 %, wages 2 per cent, rents 4%.",
			"percent 3.5; percent 2; percent 4"},
		{"en",
			"The Rovers won 4-1 and drew 2\xE2\x80\x93"
			"2.",
			"score 4.001; score 2.002"},
		{"en", "The Rovers were beaten 1-3 at home.", "score 1.003"},
		{"en", "It takes 20-25 workers.", "plain 20 of workers; plain 25 of workers"},
		{"en", "It cost 2-3 million dollars.", "money 2000000 dollars; money 3000000 dollars"},
		{"en", "The 27th and the 3rd.", "ordinal 27; ordinal 3"},
		{"en", "A 52-year-old man and a 5-day walk of 300 km at 9 km/h.",
			"plain 52 year; plain 5 day; plain 300 km; plain 9 km/h"},
		{"en", "The 2016 fair; 2016 guests; the 1990s.",
			"year 2016; plain 2016 of guests; year 1990"},
		{"en", "At 14:30, 1430 hours and 5 p.m., on 3/4/2025, call 555-123-4567.", ""},
		{"en", "An F-16, a Covid-19 ward, flight ZX17.", ""},
		{"en", "On 27 May 2025 and in 2024, 12 came.", "plain 12"},
		{"en", "A broken 1$25 price.", "money 1 $; plain 25"},
		{"en", "Over 200 homes, at least 12 barns, 90+ cars.",
			"plain 200 of homes ~; plain 12 of barns ~; plain 90 of cars ~"},
		{"de", "3.800 Häuser, 1.234,5 Punkte, 2,5 Mio. Euro, 4:1.",
			"plain 3800 of Häuser; plain 1234.5 Punkte; money 2500000 Euro; score 4.001"},
		{"de", "Am 3. Tag um 14.30 Uhr, am 27. Mai, der 23-Jährige.",
			"ordinal 3 of Tag; plain 23 Jährige"},
		{"fr",
			"Environ 3 800 maisons, 2,5 millions d\xE2\x80\x99"
			"euros, 3,5 %.",
			"plain 3800 of maisons ~; money 2500000 euros; percent 3.5"},
		{"es", "3.800 casas y el 3,5 por ciento.", "plain 3800 of casas; percent 3.5"},
		{"it", "2,5 milioni di euro per 3.800 case.", "money 2500000 euro; plain 3800 of case"},
		{"tr", "Yüzde 3,5 arttı, 2,5 milyon lira, %7.",
			"percent 3.5; money 2500000 lira; percent 7"},
		{"ru", "2,5 млн рублей, 3,5 %, 3 800 домов, 14 лет.",
			"money 2500000 рублей; percent 3.5; plain 3800 of домов; plain 14 лет"},
		{"uk", "2,5 млн гривень, 300 км.", "money 2500000 гривень; plain 300 км"},
		{"pl", "2,5 mln złotych, 3,5 proc.", "money 2500000 złotych; percent 3.5"},
	};
	check_rows(rows, COUNT(rows), numbers_of);
}

static void numbers_in_words_have_their_value(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "One hundred and twenty firefighters came.", "plain 120 of firefighters"},
		{"en", "Twenty-five boats, two thousand three hundred nets.",
			"plain 25 of boats; plain 2300 of nets"},
		{"en", "Two-thirds of voters, a quarter of adults, half of them.",
			"plain 0.6666666667 of voters; plain 0.25 of adults; plain 0.5"},
		{"en", "Dozens of boats, tens of thousands of gulls, half a million birds.",
			"plain 12 of boats ~; plain 10000 of gulls ~; plain 500000 of birds"},
		{"en", "Two dozen eggs for a million people.", "plain 24 of eggs; plain 1000000 of people"},
		{"en", "Two or three million dollars.", "money 2000000 dollars; money 3000000 dollars"},
		{"en", "Its third win and twenty-third game.", "ordinal 3 of win; ordinal 23 of game"},
		{"en", "No one came, one of them left, this one stayed.", ""},
		{"en", "One man died.", "plain 1 of man"},
		{"en", "Two hundred and three hundred sheep.", "plain 200 of sheep; plain 300 of sheep"},
		{"de", "Zweihundertfünfzig Boote, dreiundzwanzig Netze, eine Million Vögel.",
			"plain 250 of Boote; plain 23 of Netze; plain 1000000 of Vögel"},
		{"de", "Zwei Drittel, die dritte Fahrt, Tausende Möwen.",
			"plain 0.6666666667; ordinal 3 of Fahrt; plain 1000 of Möwen ~"},
		{"fr", "Quatre-vingt-dix bateaux, soixante-douze filets, une vingtaine de marins.",
			"plain 90 of bateaux; plain 72 of filets; plain 20 of marins ~"},
		{"es", "Treinta y cinco barcos, veinticinco redes, doscientas aves.",
			"plain 35 of barcos; plain 25 of redes; plain 200 of aves"},
		{"it", "Ventitré barche, duecentocinquanta reti.", "plain 23 of barche; plain 250 of reti"},
		{"pt", "Vinte e cinco barcos.", "plain 25 of barcos"},
		{"nl", "Vijfentwintig boten, tweehonderd netten.",
			"plain 25 of boten; plain 200 of netten"},
		{"pl", "Dwadzieścia pięć łodzi.", "plain 25 of łodzi"},
		{"tr", "Yüz yirmi tekne, iki bin ağ.", "plain 120 of tekne; plain 2000 of ağ"},
		{"ru", "Сто двадцать лодок, две трети.", "plain 120 of лодок; plain 0.6666666667"},
		{"uk", "Двадцять п'ять човнів.", "plain 25 of човнів"},
	};
	check_rows(rows, COUNT(rows), numbers_of);
}

static void numbers_know_what_they_count(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "355 strike drones flew.", "plain 355 of drones"},
		{"en", "14 people were injured.", "plain 14 of people"},
		{"en", "14 injured in the fire.", "plain 14 of injured"},
		{"en", "Of them 14 were seriously injured.", "plain 14 of injured"},
		{"en", "A fire killed 14 on the quay.", "plain 14 of killed"},
		{"en", "Nine anti-tank missiles and six sports clubs.",
			"plain 9 of missiles; plain 6 of clubs"},
		{"en", "Three senior Ukrainian officers spoke.", "plain 3 of officers"},
		{"en", "23 Somali and Yemeni pirates; a third co-worker.",
			"plain 23 of pirates; ordinal 3 of worker"},
		{"en", "15 of the 20 hostages left.", "plain 15; plain 20 of hostages"},
		{"en", "20 tonnes of rice.", "plain 20 tonnes of rice"},
		{"en", "Police held 12, and boats left.", "plain 12"},
		{"de", "14 schwer verletzte Menschen kamen.", "plain 14 of Menschen"},
		{"de", "14 Verletzte und drei Tote.", "plain 14 of Verletzte; plain 3 of Tote"},
		{"fr", "Trois grandes entreprises et 14 des blessés.",
			"plain 3 of entreprises; plain 14 of blessés"},
		{"es", "14 personas y tres nuevos barcos.", "plain 14 of personas; plain 3 of barcos"},
		{"ru", "355 ударных беспилотников и 14 российских солдат.",
			"plain 355 of беспилотников; plain 14 of солдат"},
		{"uk", "Загинули 14 людей.", "plain 14 of людей"},
		{"tr", "14 kişi yaralandı.", "plain 14 of kişi"},
	};
	check_rows(rows, COUNT(rows), numbers_of);
}

static void dates_are_found_and_resolved(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "On 27 May 2025, the 26th of May and May 26.",
			"2025-05-27; 2025-05-26r; 2025-05-26r"},
		{"en", "Sept. 11, 2001 and May 26-27.", "2001-09-11; 2025-05-26r; 2025-05-27r"},
		{"en", "The night of May 26; 2025-05-27.", "2025-05-26r; 2025-05-27"},
		{"en", "In December; in May 2024; since 2019.", "2024-12r; 2024-05; 2019"},
		{"en", "She may march. Theresa May will go.", ""},
		{"en", "He came on Monday and left on Wednesday.", "2025-05-26r; 2025-05-28r"},
		{"en", "They will meet on Friday.", "2025-05-30r"},
		{"en", "He said on Friday that they will meet.", "2025-05-23r"},
		{"en", "Next Monday, last Wednesday.", "2025-06-02r; 2025-05-21r"},
		{"en", "Yesterday, today, tomorrow, last night.",
			"2025-05-27r; 2025-05-28r; 2025-05-29r; 2025-05-27r"},
		{"en", "Last week, next month, last year.", "2025r; 2025-06r; 2024r"},
		{"en", "Three days ago; two weeks ago.", "2025-05-25r; 2025r"},
		{"en", "The trip took three days, over the last two weeks.", ""},
		{"en", "In 2000 people came to 2024 events.", ""},
		{"en", "On 3/4/2025 or 25/12/2024.", "2024-12-25"},
		{"de", "Am 27. Mai 2025, am 27.05.2025, vom 26. auf den 27. Mai.",
			"2025-05-27; 2025-05-27; 2025-05-26r; 2025-05-27r"},
		{"de", "Am Montag kam er. Am Freitag wird er gehen.", "2025-05-26r; 2025-05-30r"},
		{"de", "Am Morgen, morgen, letzte Woche, vor drei Tagen.",
			"2025-05-29r; 2025r; 2025-05-25r"},
		{"de", "Seit 2019, Ende Mai 2024.", "2019; 2024-05"},
		{"fr", "Le 27 mai 2025, le 1er juin, lundi, hier, la semaine dernière, il y a deux jours.",
			"2025-05-27; 2025-06-01r; 2025-05-26r; 2025-05-27r; 2025r; 2025-05-26r"},
		{"es", "El 27 de mayo de 2025, el lunes, por la mañana, mañana, el año pasado.",
			"2025-05-27; 2025-05-26r; 2025-05-29r; 2024r"},
		{"it", "Il 27 maggio 2025, lunedì scorso, ieri.", "2025-05-27; 2025-05-26r; 2025-05-27r"},
		{"pt", "Em 27 de maio de 2025, na segunda-feira, a segunda vez.",
			"2025-05-27; 2025-05-26r"},
		{"nl", "Op 27 mei 2025, maandag, drie dagen geleden.",
			"2025-05-27; 2025-05-26r; 2025-05-25r"},
		{"pl", "27 maja 2025 roku, w poniedziałek, w maju.", "2025-05-27; 2025-05-26r; 2025-05r"},
		{"tr", "27 Mayıs 2025, Pazartesi günü, geçen hafta, dün.",
			"2025-05-27; 2025-05-26r; 2025r; 2025-05-27r"},
		{"ru", "27 мая 2025 года, в понедельник, вчера, в 2022 году, на прошлой неделе.",
			"2025-05-27; 2025-05-26r; 2025-05-27r; 2022; 2025r"},
		{"uk", "27 травня 2025 року, у понеділок, учора, минулого тижня.",
			"2025-05-27; 2025-05-26r; 2025-05-27r; 2025r"},
		{"en", "On 31 April.", ""},
	};
	check_rows(rows, COUNT(rows), dates_of);
}

static void dates_without_an_anchor_stay_unknown(void **state)
{
	(void)state;
	struct date_vec v = text_dates(&a, STR("On Monday, May 26, he came."), STR("en"), WHEN_UNKNOWN);
	assert_int_equal(v.n, 2);
	assert_false(when_is_known(v.items[0].when));
	assert_false(when_is_known(v.items[1].when));
	v = text_dates(&a, STR("On 26 May 2024."), STR("en"), WHEN_UNKNOWN);
	assert_int_equal(v.n, 1);
	assert_true(when_is_known(v.items[0].when));
}

static void names_have_kind_and_role(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "It was Norlandish Foreign Minister Anton Brevik who called.",
			"person Anton Brevik (Norlandish Foreign Minister)"},
		{"en", "Russian Foreign Minister Ivan Drozdov left Minsk.",
			"person Ivan Drozdov (Russian Foreign Minister); place Minsk"},
		{"en", "Selim Aydar, Turkey's trade minister, agreed.",
			"person Selim Aydar (Turkey's trade minister); place Turkey"},
		{"en", "The French foreign minister, Luc Tavernier, agreed.",
			"person Luc Tavernier (French foreign minister)"},
		{"en", "Then Mr Hobbs met Dr. Ada Quill and striker Joe Venn.",
			"person Hobbs; person Ada Quill; person Joe Venn (striker)"},
		{"en", "It was late, Tamsin Orlo said. Orlo left.", "person Tamsin Orlo; person Orlo"},
		{"en", "A boat sank near Port Wexley, in Tessaly.", "place Port Wexley; place Tessaly"},
		{"en", "The Ministry of Trade and Industry denied it.",
			"org Ministry of Trade and Industry"},
		{"en", "Brackwell Ltd, the HCU and the University of Ostrel agreed.",
			"org Brackwell Ltd; org HCU; org University of Ostrel"},
		{"en", "On Monday the Russian and German ministers met in May.", ""},
		{"en", "The Prime Minister and the President spoke.", ""},
		{"en", "Gulls cried. The men saw gulls. Meanwhile Paris slept.", "place Paris"},
		{"en", "Charles de Brouck, Omar bin Saleh and John A. Marsh Jr spoke.",
			"person Charles de Brouck; person Omar bin Saleh; person John A. Marsh Jr"},
		{"en", "He sued Conor O'Dowd's firm and Jean-Luc Perrin.",
			"name Conor O'Dowd; person Jean-Luc Perrin"},
		{"en", "COUNCIL VOTES DOWN NEW BRIDGE AGAIN", ""},
		{"en", "Storm Tears Through Coast Towns Again\n\nA storm tore through the towns.", ""},
		{"en", "LONDON (Agency) \xE2\x80\x94 Nobody came.", "place LONDON; org Agency"},
		{"en", "Rep. Dana Moss (D-Ohio) voted.", "person Dana Moss (Rep.); place Ohio"},
		{"en", "Former President Mark Ellery left the White House.",
			"person Mark Ellery (Former President); org White House"},
		{"en", "It lasted ALL YEAR, said the WHO at 5 PM.", "org WHO"},
		{"en", "The envoy to the European Union Karl Hobbs left North Korea.",
			"org European Union; person Karl Hobbs; place North Korea"},
		{"en", "The General Manager met the House Fish and Wildlife Committee.",
			"org House Fish and Wildlife Committee"},
		{"de", "Außenministerin Petra Lohmann sprach in Berlin über Zölle.",
			"person Petra Lohmann (Außenministerin); place Berlin"},
		{"de", "Die Regierung sah eine Gefahr für die Wirtschaft.", ""},
		{"de", "Das sagte Brenner am Montag. Die Nordwerk AG schwieg.",
			"person Brenner; org Nordwerk AG"},
		{"fr", "Le président français Luc Tavernier est arrivé à Paris lundi.",
			"person Luc Tavernier (président français); place Paris"},
		{"es", "El ministro ruso Iván Drozdov llegó a Madrid.",
			"person Iván Drozdov (ministro ruso); place Madrid"},
		{"tr",
			"Dışişleri Bakanı Selim Aydar, Ankara\xE2\x80\x99"
			"da konuştu.",
			"person Selim Aydar (Dışişleri Bakanı); place Ankara"},
		{"ru", "Министр иностранных дел России Иван Дроздов прилетел в Москву.",
			"place России; person Иван Дроздов (Министр иностранных дел России); place Москву"},
		{"uk", "Президент України Тарас Гайдук прибув до Львова.",
			"place України; person Тарас Гайдук (Президент України); place Львова"},
		{"pl", "Minister Jan Kowal przyjechał do Warszawy.",
			"person Jan Kowal (Minister); place Warszawy"},
	};
	check_rows(rows, COUNT(rows), names_of);
}

static void single_first_words_are_marked(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "Shrimpers left early.", "?name Shrimpers"},
		{"en", "Tessaly is far. He likes Tessaly.", "name Tessaly; name Tessaly"},
		{"en", "Joining them, he left.", ""},
	};
	check_rows(rows, COUNT(rows), names_of);
}

static void quotations_end_where_their_marks_do(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "He wrote \"yes\" and \xE2\x80\x9Cno\xE2\x80\x9D.", ": yes; : no"},
		{"en", "The \xE2\x80\x98players\xE2\x80\x99 union\xE2\x80\x99 won\xE2\x80\x99t go.",
			": players\xE2\x80\x99 union"},
		{"en", "It's the '90s: rock 'n' roll isn't 'dead yet'.", ": dead yet"},
		{"en", "The boys' club and the girls' club.", ""},
		{"en",
			"\xE2\x80\x9COne \xE2\x80\x98two\xE2\x80\x99 \xE2\x80\x9Cthree\xE2\x80\x9D "
			"four.\xE2\x80\x9D",
			": One \xE2\x80\x98two\xE2\x80\x99 \xE2\x80\x9Cthree\xE2\x80\x9D four."},
		{"en", "\"One.\n\n\"Two.\"", ": One....; : Two."},
		{"en", "A 6\" pipe, 5' long.", ""},
		{"en", "He said \"it broke\n\nThen all went home.", ": it broke..."},
		{"en", "\xE2\x80\x9CMixed marks.\" And so on.", ": Mixed marks."},
		{"de",
			"Das war \xE2\x80\x9E"
			"gut\xE2\x80\x9C, \xE2\x80\x9Esehr\xE2\x80\x9D, \xC2\xBBja\xC2\xAB und "
			"\xE2\x80\x9Anein\xE2\x80\x98.",
			": gut; : sehr; : ja; : nein"},
		{"fr",
			"C\xE2\x80\x99"
			"est \xC2\xAB\xC2\xA0l\xE2\x80\x99"
			"eau \xE2\x80\xB9 douce \xE2\x80\xBA\xC2\xA0\xC2\xBB.",
			": l\xE2\x80\x99"
			"eau \xE2\x80\xB9 douce \xE2\x80\xBA"},
		{"ru", "Это \xC2\xABон \xC2\xABсам\xC2\xBB дом\xC2\xBB.", ": он \xC2\xABсам\xC2\xBB дом"},
		{"en", "\"\" and \" \" are empty.", ""},
		{"en", "Close\" without open.", ""},
		{"xx", "\xE2\x80\x9Dhej\xE2\x80\x9D.", ": hej"},
	};
	check_rows(rows, COUNT(rows), quotations_of);
}

static void quotations_have_their_speaker(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"en", "\"We go,\" Hobbs said.", "Hobbs: We go,"},
		{"en", "\"We go,\" said Norland's mayor Joe Venn, 52.", "Joe Venn: We go,"},
		{"en", "Hobbs said: \"We go.\"", "Hobbs: We go."},
		{"en", "Joe Venn, who met Ada Quill, told reporters \"no\".", "Joe Venn: no"},
		{"en", "\"We go,\" the defence minister said.", "the defence minister: We go,"},
		{"en", "\"We go,\" police said on Monday.", "police: We go,"},
		{"en", "According to Joe Venn, it was \"late\".", "Joe Venn: late"},
		{"en", "\"We go,\" he said.", ": We go,"},
		{"en", "Joe Venn told them so. \"We go,\" he said.", "Joe Venn: We go,"},
		{"en", "Joe Venn said so to Ada Quill. \"We go,\" he said.", ": We go,"},
		{"en", "\"We go,\" Hobbs said. \"We must.\"", "Hobbs: We go,; Hobbs: We must."},
		{"en", "\"We go,\" Hobbs said, adding: \"We must.\"", "Hobbs: We go,; Hobbs: We must."},
		{"en", "Hobbs said \"yes\" and Quill replied \"no\".", "Hobbs: yes; Quill: no"},
		{"en", "The boat, \"Old Joe\", sank near Paris.", ": Old Joe"},
		{"de", "\xE2\x80\x9EWir gehen\xE2\x80\x9C, sagte Brenner am Montag.", "Brenner: Wir gehen"},
		{"de", "\xE2\x80\x9ENein\xE2\x80\x9C, erklärte der Minister.", "der Minister: Nein"},
		{"fr", "\xC2\xAB Non \xC2\xBB, a déclaré la ministre Anne Perrin.", "Anne Perrin: Non"},
		{"es", "El ministro Juan Drago dijo el lunes: \xC2\xABNo\xC2\xBB.", "Juan Drago: No"},
		{"tr", "Selim Aydar konuştu. \xE2\x80\x9CGidiyoruz\xE2\x80\x9D dedi.",
			"Selim Aydar: Gidiyoruz"},
		{"ru", "\xC2\xABНет\xC2\xBB, \xE2\x80\x94 сказал Дроздов.", "Дроздов: Нет"},
		{"uk", "Тарас Гайдук заявив: \xC2\xABНі\xC2\xBB.", "Тарас Гайдук: Ні"},
	};
	check_rows(rows, COUNT(rows), quotations_of);
}

static void reporting_verbs_are_known(void **state)
{
	(void)state;
	static const struct {
		const char *language, *word;
		bool want;
	} rows[] = {{"en", "said", true}, {"en", "boat", false}, {"de", "erklärte", true},
		{"de", "said", false}, {"fr", "déclaré", true}, {"es", "dijo", true},
		{"ru", "заявил", true}, {"tr", "açıkladı", true}, {"uk", "сказав", true},
		{"en", "", false}};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_ROW(
			text_is_reporting_verb(str_c(rows[i].word), str_c(rows[i].language)) == rows[i].want,
			i);
}

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* A megabyte of digits, marks or names takes 0.01 to 0.2 s; of single digits with blanks, the most
 * that there can be to do, 0.4 s. Sanitizers make all several times slower: less text then, which
 * still shows what is not linear. */
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
#define TEXT_BYTES ((size_t)96 << 10)
#else
#define TEXT_BYTES ((size_t)1 << 20)
#endif
#define SECONDS_ALLOWED 0.5

static void a_megabyte_of_anything_ends_soon(void **state)
{
	(void)state;
	static const char *const seeds[] = {"7", "1,", "1.2", "1 ", "1-", "\"", "\" ", "\xE2\x80\x98",
		"\xE2\x80\x98s\xE2\x80\x99 ", "'as ' ", "\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9D", "Ab ",
		"A. ", "Ab-", "Ab of ", "van ", "AB", "one hundred ", "and ", "May ", "said ", "the ",
		"he said \"a\" ", "\"a\" said Joe Venn ", "dreiund", "minister ", ", ", "\n\n", "l'", "a-",
		"half a "};
	for (size_t i = 0; i < COUNT(seeds); i++) {
		struct arena b = {0};
		struct str seed = str_c(seeds[i]);
		size_t n = TEXT_BYTES / seed.n * seed.n;
		char *bytes = arena_alloc(&b, n);
		for (size_t at = 0; at < n; at += seed.n)
			memcpy(bytes + at, seed.p, seed.n);
		struct str text = {bytes, n};
		for (int what = 0; what < 4; what++) {
			struct timespec start;
			clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
			if (what == 0)
				(void)text_names(&b, text, STR("en"));
			else if (what == 1)
				(void)text_numbers(&b, text, STR("de"));
			else if (what == 2)
				(void)text_dates(&b, text, STR("fr"), WHEN_UNKNOWN);
			else
				(void)text_quotations(&b, text, STR("en"));
			double took = seconds_since(&start);
			if (took > SECONDS_ALLOWED)
				fail_msg("seed %d, reader %d took %.2f s", (int)i, what, took);
		}
		arena_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_in_digits_have_their_value),
		cmocka_unit_test(numbers_in_words_have_their_value),
		cmocka_unit_test(numbers_know_what_they_count),
		cmocka_unit_test(dates_are_found_and_resolved),
		cmocka_unit_test(dates_without_an_anchor_stay_unknown),
		cmocka_unit_test(names_have_kind_and_role),
		cmocka_unit_test(single_first_words_are_marked),
		cmocka_unit_test(quotations_end_where_their_marks_do),
		cmocka_unit_test(quotations_have_their_speaker),
		cmocka_unit_test(reporting_verbs_are_known),
		cmocka_unit_test(a_megabyte_of_anything_ends_soon),
	};
	return cmocka_run_group_tests(tests, NULL, free_arena);
}
