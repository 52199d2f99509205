#include "unit.h"

#include "text/stem.h"
#include "text/text.h"

#include <libstemmer.h>

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

/* The text with '|' where a sentence should end; each '|' stands for a blank. */
static void check_cuts(const char *language, const char *marked, size_t row)
{
	struct str text = str_replace(&a, str_c(marked), STR("|"), STR(" "));
	struct span_vec spans = text_sentences(&a, text, str_c(language));
	struct str_vec parts = {0};
	for (size_t i = 0; i < spans.n; i++)
		*VEC_ADD(&a, &parts) = span_text(text, spans.items[i]);
	ASSERT_STR(str_join(&a, parts.items, parts.n, STR("|")), str_c(marked), row);
}

static void sentences_end_where_people_say(void **state)
{
	(void)state;
	static const struct {
		const char *language, *marked;
	} rows[] = {
		{"en", "the bridge is closed .|it opens in may .|why ?|nobody said ."},
		{"en", "One came.|Two went!|Who stayed?"},
		{"en", "Dr. Smith met Gen. J. K. Doe on Jan. 5 at 3 p.m. in St. Ives.|He left."},
		{"en", "It cost $3.5 million in the U.S. last year.|The U.S. President left."},
		{"en", "She lives in the U.S.|She likes it."},
		{"en", "Acme Inc. Chairman Bo Lee spoke.|He works at Acme Inc.|The firm is small."},
		{"en", "\xE2\x80\x9CWhy?\xE2\x80\x9D he asked.|\xE2\x80\x9CI know.\xE2\x80\x9D|He left."},
		{"en", "\"We won.\"|\"Did we?\" she said.|Nobody knew."},
		{"en", "He said: \"It is over.|We go.\"|Then he went."},
		{"en", "He said \" it is over . \"|\" Go , \" she said .|They went ."},
		{"en",
			"\"Why?\" Lavrov asked.|\"Go!\" Anna Maria Brandt said.|\"Stop!\"|He left.|\"Yes!\"|"
			"Fans came."},
		{"en", "(It rained.)|We stayed (all of us).|Yes."},
		{"en", "No. 5 won.|He said no.|Nobody heard."},
		{"en", "See example.com for more.|Version 2.0 is out..."},
		{"en", "Wait... what?|Well\xE2\x80\xA6 nothing.|\xE2\x80\xA6 Then it ended."},
		{"en", "It was plan B.|The other failed."},
		{"en", "1. Take it.|2. Leave it."},
		{"en", "He was born in 1950.|In 1970 he left."},
		{"de",
			"Am 27. Mai kam Dr. Meier, z. B. mit dem Zug.|Es war d. h. spät.|Er ging am 28.|Das "
			"war "
			"2025.|Dann kam nichts."},
		{"de", "»Was?«, fragte er.|„Ich komme.“|Sie ging."},
		{"de", "Die 2. Bundesliga, bzw. Nr. 3, usw.|Er kam."},
		{"fr", "M. Dupont et Mme. Petit sont là.|« Oui. »|Il part.|« Quoi ? » demande-t-il."},
		{"es", "El Sr. López llegó.|¿Quién es?|¡Nadie!|Los EE.UU. ganaron."},
		{"it", "Il sig. Rossi, l'on. Bianchi e il dott. Verdi.|È vero."},
		{"pt", "O Sr. Silva e a Dra. Costa, pág. 5.|É tudo."},
		{"nl", "Dhr. De Vries, bijv. hier.|Het is zo."},
		{"pl", "Prof. Nowak i dr. Kowal, ul. Długa 5, m.in. tutaj.|To jest to.|Dnia 27. Maja coś."},
		{"ru", "А. С. Пушкин жил на ул. Мойка, д. 12.|Он писал и т. д.|«Зачем?» — спросил он.|Да."},
		{"uk", "Т. Г. Шевченко жив у м. Київ.|Він писав.|Що це?"},
		{"tr", "Dr. Yılmaz geldi.|27. Mayıs günüydü.|Bu doğru."},
		{"ja", "これは文です。"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		check_cuts(rows[i].language, rows[i].marked, i);
}

/* "stem" for each word, with '*' behind stop words and '#' behind numbers, '^' before capitals. */
static struct str words_as_line(const char *language, const char *text)
{
	struct word_vec words = text_words(&a, str_c(text), str_c(language));
	struct str_vec parts = {0};
	for (size_t i = 0; i < words.n; i++) {
		const struct word *w = &words.items[i];
		*VEC_ADD(&a, &parts) = str_format(&a, "%s%.*s%s%s", w->is_upper ? "^" : "",
			STR_ARG(w->stem), w->is_stop ? "*" : "", w->is_number ? "#" : "");
	}
	return str_join(&a, parts.items, parts.n, STR(" "));
}

static void words_are_cut_folded_and_stemmed(void **state)
{
	(void)state;
	static const struct {
		const char *language, *text, *want;
	} rows[] = {
		{"en", "The ministers' talks, he didn't say.", "^the* minist talk he* didn't* say*"},
		{"en", "Lavrov\xE2\x80\x99s well-known 1,234.5 km", "^lavrov well-known 1,234.5# km"},
		{"en",
			"the U.S. end.The 12:30 3rd 1\xC2\xA0"
			"000 -- 'quoted'",
			"the* ^u. end ^the* 12:30# 3rd# 1 000# quot"},
		{"fr",
			"L'homme d\xE2\x80\x99"
			"Etat aujourd'hui",
			"^l* homm d* ^etat aujourd'hui*"},
		{"de",
			"Häuser \xC3\x9C"
			"ber Straße",
			"^haus ^uber* ^strass"},
		{"pl", "ministrowie ministrami", "ministr ministr"},
		{"uk", "міністерства міністерством", "міністерств міністерств"},
		{"ru", "переговоры переговоров", "переговор переговор"},
		{"xx", "Kwaheri dunia", "^kwaheri dunia"},
		{"ja", "\xE6\x97\xA5\xE6\x9C\xAC\xE3\x81\xAE\xE6\x96\xB0\xE8\x81\x9E",
			"\xE6\x97\xA5\xE6\x9C\xAC \xE3\x81\xAE \xE6\x96\xB0\xE8\x81\x9E"},
		{"en", "...", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(words_as_line(rows[i].language, rows[i].text), str_c(rows[i].want), i);
}

static void folding_makes_spellings_meet(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"A  b\n\tc", "a b c"},
		{"\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D \xC2\xABso\xC2\xBB", "\"it's\" \"so\""},
		{"1999\xE2\x80\x93"
		 "2001\xE2\x80\xA6",
			"1999-2001..."},
		{"Stra\xC3\x9F"
		 "e",
			"strasse"},
		{"Cafe\xCC\x81 CAF\xC3\x89", "caf\xC3\xA9 caf\xC3\xA9"},
		{"\xC4\xB0stanbul I\xCC\x87stanbul", "istanbul istanbul"},
		{"\xEF\xAC\x81ve\xC2\xA0"
		 "ways",
			"five ways"},
		{"so\xC2\xAD"
		 "ft zero\xE2\x80\x8Bwidth",
			"soft zerowidth"},
		{"\xD0\x99\xD0\x98\xCC\x86", "\xD0\xB9\xD0\xB9"},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(text_fold(&a, str_c(rows[i].text)), str_c(rows[i].want), i);
}

static void folded_text_is_found_where_it_stands(void **state)
{
	(void)state;
	static const struct {
		const char *text, *needle, *want; /* want NULL: absent */
	} rows[] = {
		{"He said \xE2\x80\x9Cit\xE2\x80\x99s  over\xE2\x80\x9D.", "It's over",
			"it\xE2\x80\x99s  over"},
		{"the cathedral cat", "cat", "cat"},
		{"concatenate", "cat", NULL},
		{"Cafe\xCC\x81 and cafe\xCC\x81", "CAF\xC3\x89", "Cafe\xCC\x81"},
		{"aaa aab", "aab", "aab"},
		{"\xEF\xAC\x81ve men", "five", "\xEF\xAC\x81ve"},
		{"say \"no\" now", "\"no\"", "\"no\""},
		{"end", "end", "end"},
		{"end", "", NULL},
		{"\xE6\x97\xA5\xE6\x9C\xAC\xE3\x81\xAE", "\xE6\x9C\xAC", "\xE6\x9C\xAC"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct span span;
		struct str text = str_c(rows[i].text);
		bool is_found = text_find_folded(&a, text, str_c(rows[i].needle), &span);
		ASSERT_ROW(is_found == (rows[i].want != NULL), i);
		if (is_found)
			ASSERT_STR(span_text(text, span), str_c(rows[i].want), i);
	}
}

static void white_space_is_squeezed(void **state)
{
	(void)state;
	ASSERT_STR(text_squeeze(&a, STR("\n a \xC2\xA0 b\t\r\nc ")), STR("a b c"), 0);
	ASSERT_STR(text_squeeze(&a, STR(" \n ")), STR(""), 1);
}

static void bytes_become_utf8_by_the_best_witness(void **state)
{
	(void)state;
#define ROW_BYTES(literal) literal, sizeof(literal) - 1
	static const struct {
		const char *bytes;
		size_t n;
		const char *http;
		enum text_kind kind;
		const char *charset, *want;
	} rows[] = {
		{ROW_BYTES("plain"), "", TEXT_PLAIN, "utf-8", "plain"},
		{ROW_BYTES("\xEF\xBB\xBF\xC3\xA9"), "koi8-r", TEXT_PLAIN, "utf-8", "é"},
		{ROW_BYTES("\xFF\xFE\xE9\x00!\x00"), "", TEXT_PLAIN, "utf-16le", "é!"},
		{ROW_BYTES("\xFE\xFF\x00\xE9"), "", TEXT_XML, "utf-16be", "é"},
		{ROW_BYTES("<\0a\0/\0>\0"), "", TEXT_XML, "utf-16le", "<a/>"},
		{ROW_BYTES("\0\0\xFE\xFF\0\0\0\xE9"), "", TEXT_XML, "utf-32be", "é"},
		{ROW_BYTES("\xFF\xFE\0\0\xE9\0\0\0"), "", TEXT_XML, "utf-32le", "é"},
		{ROW_BYTES("\0\0\0<\0\0\0a"), "", TEXT_XML, "utf-32be", "<a"},
		{ROW_BYTES("caf\xE9 \x93x\x94"), "ISO-8859-1", TEXT_HTML, "windows-1252", "café “x”"},
		{ROW_BYTES("<meta charset='windows-1251'>\xC4\xE0"), "", TEXT_HTML, "windows-1251",
			"<meta charset='windows-1251'>Да"},
		{ROW_BYTES("<META http-equiv=x content=\"text/html; Charset=koi8-r\">\xE4\xC1"), "",
			TEXT_HTML, "koi8-r", "<META http-equiv=x content=\"text/html; Charset=koi8-r\">Да"},
		{ROW_BYTES("<?xml version='1.0' encoding = 'iso-8859-2'?>\xB3"), "", TEXT_XML, "iso-8859-2",
			"<?xml version='1.0' encoding = 'iso-8859-2'?>ł"},
		{ROW_BYTES("<?xml version='1.0' encoding='utf-16'?>\xC3\xA9"), "", TEXT_XML, "utf-8",
			"<?xml version='1.0' encoding='utf-16'?>é"},
		/* A server's default against bytes that can only be UTF-8, and the other way round. */
		{ROW_BYTES("na\xC3\xAFve"), "iso-8859-1", TEXT_HTML, "utf-8", "naïve"},
		{ROW_BYTES("<meta charset=latin1>na\xEFve"), "utf-8", TEXT_HTML, "windows-1252",
			"<meta charset=latin1>naïve"},
		{ROW_BYTES("\x83\x65\x83\x58\x83\x67"), "Shift_JIS", TEXT_PLAIN, "shift_jis", "テスト"},
		{ROW_BYTES("\xC4\xE3\xBA\xC3"), "gb2312", TEXT_PLAIN, "gb18030", "你好"},
		{ROW_BYTES("\xBE\xC8\xB3\xE7"), "euc-kr", TEXT_PLAIN, "euc-kr", "안녕"},
		{ROW_BYTES("a\0b"), "", TEXT_PLAIN, "utf-8",
			"a\xEF\xBF\xBD"
			"b"},
		{ROW_BYTES("\xC3\xA9\xE2\x82\xC3\xA9\xF5\xED\xA0\x80"), "utf-8", TEXT_PLAIN, "utf-8",
			"é\xEF\xBF\xBDé\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
		{ROW_BYTES("+ADw-"), "utf-7", TEXT_PLAIN, "utf-8", "+ADw-"},
		{ROW_BYTES(""), "no such", TEXT_HTML, "utf-8", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str charset, bytes = {rows[i].bytes, rows[i].n};
		struct str got = text_decode(&a, bytes, str_c(rows[i].http), rows[i].kind, &charset);
		ASSERT_STR(charset, str_c(rows[i].charset), i);
		ASSERT_STR(got, str_c(rows[i].want), i);
		ASSERT_ROW(text_is_utf8(got), i);
	}
}

static void languages_are_told_apart(void **state)
{
	(void)state;
	static const struct {
		const char *text, *hint, *want;
	} rows[] = {
		{"The ministers met in the capital and will go on with the talks.", "", "en"},
		{"Die Minister trafen sich in der Hauptstadt und setzen die Gespräche fort.", "en", "de"},
		{"Les ministres se sont réunis dans la capitale pour poursuivre les négociations.", "",
			"fr"},
		{"Los ministros se reunieron en la capital para seguir con las negociaciones.", "", "es"},
		{"I ministri si sono incontrati nella capitale per continuare i negoziati.", "", "it"},
		{"Os ministros reuniram-se na capital para continuar as negociações.", "", "pt"},
		{"De ministers kwamen in de hoofdstad bijeen om verder te praten.", "", "nl"},
		{"Ministrowie spotkali się w stolicy, aby kontynuować rozmowy.", "", "pl"},
		{"Министры встретились в столице, чтобы продолжить переговоры.", "uk", "ru"},
		{"Міністри зустрілися у столиці, щоб продовжити переговори.", "", "uk"},
		{"Bakanlar görüşmeleri sürdürmek için başkentte bir araya geldi.", "", "tr"},
		{"Ministrarna träffades i huvudstaden och fortsätter att tala.", "", "sv"},
		{"閣僚は首都で会談した。", "en", "ja"},
		{"部长们在首都会晤。", "", "zh"},
		{"Οι υπουργοί συναντήθηκαν.", "en", "el"},
		{"Budget 2025", "fr", "fr"},
		{"Madrid", "es-MX", "es"},
		{"12345", "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(text_language(str_c(rows[i].text), str_c(rows[i].hint)), str_c(rows[i].want), i);
	ASSERT_STR(text_language_code(&a, STR(" en-GB")), STR("en"), 0);
	ASSERT_STR(text_language_code(&a, STR("EN_us")), STR("en"), 1);
	ASSERT_STR(text_language_code(&a, STR("nb-NO")), STR("no"), 2);
	ASSERT_STR(text_language_code(&a, STR("english")), STR(""), 3);
}

/* Texts made to be slow: each is one pattern over and over. */
static void hostile_texts_end_soon(void **state)
{
	(void)state;
	static const char *const patterns[] = {"a", ".", "\n", " ", ". ", "\" ", "\"", "(", "a.", "A. ",
		"1. ", "e\xCC\x81\xCC\xA3", "\xCC\x81", "\xCC\xA3\xCC\x81", "\xE2\x80\x9C", "'a", "a-",
		"1,", "\xE6\x97\xA5", "\xE0\xB8\x81", "\xE0\xB8\x81 ", "Dr. ", "\n \n", "\xC2\xA0",
		"\xC2\xBB ", "! \xC2\xBB", "z. ", "a\xE2\x80\xA6"};
	for (size_t i = 0; i < COUNT(patterns); i++) {
		struct buf b = BUF(1 << 20);
		while (b.n < (200 << 10))
			buf_add_c(&b, patterns[i]);
		struct str text = buf_str(&b);
		int64_t start = clock();
		(void)text_sentences(&a, text, STR("de"));
		(void)text_words(&a, text, STR("tr"));
		struct span span;
		(void)text_find_folded(&a, text, utf8_cut(text, text.n / 2), &span);
		ASSERT_ROW((clock() - start) / (CLOCKS_PER_SEC / 1000) < 2000, i);
		buf_free(&b);
		arena_free(&a);
	}
}

/* A beginning of a few letters and one or two endings, different for each number. */
static struct str made_word(uint32_t number, char word[64])
{
	static const char *const endings[] = {"", "s", "ed", "ing", "ingly", "edly", "eed", "eedly",
		"ational", "tional", "enci", "anci", "abli", "entli", "izer", "ization", "ation", "ator",
		"alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness", "iviti", "biliti",
		"bli", "ogi", "logi", "fulli", "lessli", "li", "alize", "icate", "iciti", "ical", "ful",
		"ness", "ative", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment",
		"ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "sion", "tion", "e", "l", "ll", "'",
		"'s", "'s'", "y", "ly", "ies", "ied", "sses", "us", "ss", "bb", "tt", "at", "iz"};
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzaeiouyyaeiou'";
	uint32_t n = 0, state = number * 2654435761u;
	for (uint32_t length = number % 6; n < length;) {
		state = state * 1664525u + 1013904223u;
		word[n++] = letters[(state >> 16) % (sizeof(letters) - 1)];
	}
	for (int i = 0; i < 2; i++) {
		state = state * 1664525u + 1013904223u;
		struct str ending = str_c(endings[(state >> 16) % COUNT(endings)]);
		memcpy(word + n, ending.p, ending.n);
		n += (uint32_t)ending.n;
	}
	return (struct str){word, n};
}

static void english_is_stemmed_as_snowball_does(void **state)
{
	(void)state;
	static const char *const plain[] = {"skies", "dying", "news", "proceeding", "inning",
		"generously", "communism", "arsenal", "yearly", "sky", "byes", "agreed", "hopping",
		"hoping", "ties", "gas", "kiwis", "o'neill's", "u.s.", "f16", "'tis", "''s", "a", "be"};
	struct sb_stemmer *snowball = sb_stemmer_new("english", "UTF_8");
	assert_non_null(snowball);
	for (uint32_t i = 0; i < 30000; i++) {
		char made[64];
		struct str word = i < COUNT(plain) ? str_c(plain[i]) : made_word(i, made), stem;
		ASSERT_ROW(stem_english(&a, word, &stem), i);
		const sb_symbol *p = sb_stemmer_stem(snowball, (const sb_symbol *)word.p, (int)word.n);
		ASSERT_STR(stem, ((struct str){(const char *)p, (size_t)sb_stemmer_length(snowball)}), i);
	}
	sb_stemmer_delete(snowball);
	struct str stem;
	assert_false(stem_english(&a, STR("caf\xC3\xA9s"), &stem));
}

static void a_reading_answers_as_its_questions_do(void **state)
{
	(void)state;
	const struct str text = STR("Mayor Ann Lee said on Monday: \"We lost 12 boats.\" Lee left.");
	struct text_reading *r = text_read(&a, text, STR("en"));
	for (int again = 0; again < 2; again++) {
		assert_int_equal(reading_quotations(r).n, text_quotations(&a, text, STR("en")).n);
		assert_int_equal(reading_quotations(r).n, 1);
		ASSERT_STR(reading_quotations(r).items[0].speaker, STR("Ann Lee"), again);
		assert_int_equal(reading_names(r).n, text_names(&a, text, STR("en")).n);
		assert_int_equal(reading_numbers(r).n, 1);
		assert_int_equal(reading_sentences(r).n, text_sentences(&a, text, STR("en")).n);
		assert_int_equal(reading_words(r).n, text_words(&a, text, STR("en")).n);
	}
	struct when tuesday = when_from_civil((struct civil){.year = 2024, .month = 7, .day = 2}, 0);
	struct when later = when_from_civil((struct civil){.year = 2024, .month = 7, .day = 9}, 0);
	assert_int_equal(when_civil(reading_dates(r, tuesday).items[0].when).day, 1);
	assert_int_equal(when_civil(reading_dates(r, later).items[0].when).day, 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(sentences_end_where_people_say, free_arena),
		cmocka_unit_test_teardown(words_are_cut_folded_and_stemmed, free_arena),
		cmocka_unit_test_teardown(folding_makes_spellings_meet, free_arena),
		cmocka_unit_test_teardown(folded_text_is_found_where_it_stands, free_arena),
		cmocka_unit_test_teardown(white_space_is_squeezed, free_arena),
		cmocka_unit_test_teardown(bytes_become_utf8_by_the_best_witness, free_arena),
		cmocka_unit_test_teardown(languages_are_told_apart, free_arena),
		cmocka_unit_test_teardown(english_is_stemmed_as_snowball_does, free_arena),
		cmocka_unit_test_teardown(a_reading_answers_as_its_questions_do, free_arena),
		cmocka_unit_test_teardown(hostile_texts_end_soon, free_arena),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
