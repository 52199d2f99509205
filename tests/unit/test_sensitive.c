#include "unit.h"

#include "desk/parts.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct str_vec words(const char *list)
{
	struct str_vec v = {0};
	struct str rest = str_c(list);
	while (rest.n)
		*VEC_ADD(&a, &v) = str_cut(&rest, ' ');
	return v;
}

static void sensitive_stories_are_found_in_each_language(void **state)
{
	(void)state;
	static const struct {
		const char *language, *text, *kind; /* NULL: must not hold */
	} rows[] = {
		{"en",
			"Man held\n\nA man was stabbed in Quayham. Police arrested a suspect; the suspect is "
			"31.",
			"crime"},
		{"en", "Ruling\n\nThe court sentenced the treasurer. The jury had found him guilty.",
			"courts"},
		{"en", "Murder in Quayham\n\nThe murder shook the town. It was the first murder in years.",
			"crime"},
		{"en", "Tennis\n\nThe match was moved to the centre court, the old court being wet.", NULL},
		{"en", "Pier\n\nThe pier reopens. Its builder once won a lawsuit over the paint.", NULL},
		{"de", "Festnahme\n\nDer Tatverdächtige wurde festgenommen. Der Einbruch geschah nachts.",
			"crime"},
		{"de",
			"Quayham\n\nDas Landgericht hat den Angeklagten verurteilt. Der Richter sprach lange.",
			"courts"},
		{"de", "Der Hafen\n\nDer Prozess der Erneuerung dauert zwei Jahre, der Hafen bleibt offen.",
			NULL},
		{"fr", "Nuit\n\nUn homme a été poignardé. Le suspect, interpellé, parle d'un cambriolage.",
			"crime"},
		{"fr", "Palais\n\nLe tribunal a condamné l'accusé. Le juge a lu le verdict.", "courts"},
		{"fr", "Le port\n\nLe juge de ligne a levé son drapeau et le port a gagné.", NULL},
		{"es", "Noche\n\nUn homicidio en el puerto: el sospechoso fue detenido tras un robo.",
			"crime"},
		{"es", "Sala\n\nEl juez leyó el veredicto. El acusado fue condenado en el juicio.",
			"courts"},
		{"es", "Puerto\n\nEl puerto abre en junio, dijo el alcalde. El juez de salida fue puntual.",
			NULL},
		{"it",
			"Notte\n\nUn omicidio al porto: l'uomo accoltellato è morto, il sospettato è stato "
			"arrestato.",
			"crime"},
		{"it", "Aula\n\nIl tribunale ha condannato l'imputato. Il giudice ha letto la sentenza.",
			"courts"},
		{"it",
			"Porto\n\nIl porto riapre a giugno, ha detto il sindaco. Il giudice di gara era "
			"puntuale.",
			NULL},
		{"pt", "Noite\n\nUm homicídio no porto: o suspeito foi detido depois de um assalto.",
			"crime"},
		{"pt", "Sala\n\nO tribunal condenou o arguido. O juiz leu a sentença.", "courts"},
		{"pt", "Porto\n\nO porto reabre em junho, disse o autarca. O juiz de linha foi pontual.",
			NULL},
		{"nl", "Nacht\n\nEen moord in de haven: de verdachte werd aangehouden na een inbraak.",
			"crime"},
		{"nl", "Zaal\n\nDe rechtbank heeft de verdachte veroordeeld. De rechter las het vonnis.",
			"courts"},
		{"nl",
			"Haven\n\nDe haven gaat in juni open, zei de burgemeester. De lijnrechter was op tijd.",
			NULL},
		{"pl", "Noc\n\nZabójstwo w porcie: podejrzany został zatrzymany po włamaniu.", "crime"},
		{"pl",
			"Sala\n\nSąd skazał oskarżonego. Prokurator żądał wyższej kary, sędzia odczytał wyrok.",
			"courts"},
		{"pl",
			"Port\n\nPort otwiera się w czerwcu, powiedział burmistrz. Sędzia liniowy był na czas.",
			NULL},
		{"ru", "Ночь\n\nВ порту произошло убийство. Подозреваемый задержан после ограбления.",
			"crime"},
		{"ru", "Зал\n\nСуд вынес приговор. Обвиняемый молчал, прокурор говорил час.", "courts"},
		{"ru", "Порт\n\nПорт откроют в июне, сказал мэр. Судья на линии был точен.", NULL},
		{"uk", "Ніч\n\nУ порту сталося вбивство. Підозрюваний затримано після пограбування.",
			"crime"},
		{"uk", "Зал\n\nСуд оголосив вирок. Обвинувачений мовчав, прокурор говорив годину.",
			"courts"},
		{"uk", "Порт\n\nПорт відкриють у червні, сказав мер. Суддя на лінії був точний.", NULL},
		{"tr", "Gece\n\nLimanda cinayet işlendi. Şüpheli soygun sonrası gözaltına alındı.",
			"crime"},
		{"tr", "Salon\n\nMahkeme kararını verdi. Sanık sustu, savcı bir saat konuştu.", "courts"},
		{"tr", "Liman\n\nLiman haziranda açılıyor, dedi başkan. Yan hakim zamanında geldi.", NULL},
	};
	struct str_vec kinds = words("crime courts health elections private");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str kind = {0}, word = {0}, text = str_c(rows[i].text);
		bool found = sensitive_find(&a, text, str_c(rows[i].language), &kinds, &kind, &word);
		ASSERT_STR(found ? kind : STR("none"), rows[i].kind ? str_c(rows[i].kind) : STR("none"), i);
		ASSERT_ROW(!found || str_find(text, word, 0) != STR_NONE, i);
	}
}

static void kinds_that_take_two_words_to_say_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *language, *text, *kind;
	} rows[] = {
		{"en",
			"Food poisoning at a canteen\n\nFood poisoning hit the canteen; the food poisoning was "
			"mild.",
			"health"},
		{"en", "Vote\n\nThe polling station opened. The turnout was high; the ballot was secret.",
			"elections"},
		{"tr", "Reşit olmayan sürücü\n\nReşit olmayan sürücü durdu. Reşit olmayan bir yolcu vardı.",
			"private"},
		{"fr", "La nuit\n\nL'incendiaire du quai, un cambriolage avant lui, le suspect interpellé.",
			"crime"},
	};
	struct str_vec kinds = words("crime health elections private");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str kind = {0}, word = {0};
		bool found =
			sensitive_find(&a, str_c(rows[i].text), str_c(rows[i].language), &kinds, &kind, &word);
		ASSERT_STR(found ? kind : STR("none"), str_c(rows[i].kind), i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(sensitive_stories_are_found_in_each_language, free_arena),
		cmocka_unit_test_teardown(kinds_that_take_two_words_to_say_are_found, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
