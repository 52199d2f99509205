#include "desk/parts.h"

/* A passing mention does not make a story one of crime: the words of a kind must occur so often,
 * and so many of them. */
#define LEAST_HITS 3
#define LEAST_WORDS 2

/* Single words; several forms where stemming would not join them. */
struct word_list {
	const char *kind, *language;
	const char *words; /* separated by blanks */
};
static const struct word_list lists[] = {
	{"crime", "en",
		"murder murdered killing stabbed stabbing shooting gunman rape raped robbery burglary "
		"kidnapped assault arson homicide"
		" manslaughter arrested suspect suspects trafficking"},
	{"crime", "de",
		"mord ermordet totschlag messerangriff erstochen vergewaltigung raub einbruch entführt "
		"brandstiftung festgenommen"
		" tatverdächtiger tatverdächtige verdächtiger"},
	{"crime", "fr",
		"meurtre assassinat poignardé viol braquage cambriolage enlèvement incendiaire "
		"suspect interpellé"},
	{"crime", "es",
		"asesinato homicidio apuñalado violación atraco robo secuestro sospechoso detenido"},
	{"crime", "it",
		"omicidio omicidi assassinio assassinato ucciso uccisa accoltellato accoltellata "
		"stupro rapina furto sequestro rapito sospettato indagato arrestato arrestata "
		"incendiario"},
	{"crime", "pt",
		"homicídio assassinato assassínio esfaqueado esfaqueada estupro violação roubo "
		"assalto furto sequestro rapto suspeito suspeita detido detida preso presa"},
	{"crime", "nl",
		"moord vermoord doodslag neergestoken steekpartij verkrachting verkracht overval "
		"inbraak ontvoering brandstichting verdachte verdachten aangehouden gearresteerd "
		"mensenhandel"},
	{"crime", "pl",
		"morderstwo zabójstwo zamordowany zamordowana zabity gwałt napad rozbój włamanie "
		"włamaniu porwanie podpalenie podejrzany podejrzana podejrzanego zatrzymany "
		"zatrzymana zatrzymano"},
	{"crime", "ru",
		"убийство убит убийства изнасилование ограбление похищение подозреваемый задержан поджог"},
	{"crime", "uk", "вбивство зґвалтування пограбування викрадення підозрюваний затримано підпал"},
	{"crime", "tr",
		"cinayet öldürüldü bıçaklandı tecavüz soygun hırsızlık kaçırıldı şüpheli gözaltına"},
	{"courts", "en",
		"court trial verdict jury convicted conviction acquitted sentenced sentencing defendant "
		"prosecutor prosecutors prosecution"
		" indicted indictment plaintiff lawsuit guilty judge"},
	{"courts", "de",
		"gericht landgericht amtsgericht prozess urteil verurteilt freigesprochen angeklagter "
		"angeklagte staatsanwaltschaft"
		" staatsanwalt anklage richter richterin klage haftstrafe"},
	{"courts", "fr", "tribunal procès verdict condamné acquitté accusé procureur juge plainte"},
	{"courts", "es", "tribunal juicio veredicto condenado absuelto acusado fiscal juez demanda"},
	{"courts", "it",
		"tribunale processo verdetto sentenza condannato condannata condanna assolto assolta "
		"imputato imputata procuratore procura giudice giudici querela"},
	{"courts", "pt",
		"tribunal julgamento veredito veredicto sentença condenado condenada condenou "
		"absolvido absolvida arguido arguida réu procurador juiz juíza acusação queixa"},
	{"courts", "nl",
		"rechtbank rechtszaak proces vonnis veroordeeld vrijgesproken beklaagde verdachte "
		"aanklager rechter rechters jury celstraf"},
	{"courts", "pl",
		"sąd sądu proces wyrok wyroku skazany skazana skazał oskarżony oskarżonego oskarżona "
		"uniewinniony prokurator prokuratura sędzia sędziego pozew"},
	{"courts", "ru", "суд суда приговор осужден обвиняемый прокурор прокуратура судья иск"},
	{"courts", "uk", "суд суду вирок засуджено обвинувачений прокурор прокуратура суддя позов"},
	{"courts", "tr", "mahkeme dava hüküm mahkum beraat sanık savcı savcılık hakim yargıç"},
	{"health", "en",
		"outbreak infection infected disease virus vaccine vaccination epidemic pandemic "
		"salmonella cancer patients"
		" symptoms illness overdose suicide poisoning poisoned"},
	{"health", "de",
		"ausbruch infektion infiziert krankheit virus impfung impfstoff epidemie pandemie "
		"salmonellen krebs patienten erkrankt"
		" erkrankte erkrankten symptome gesundheitsamt suizid"},
	{"health", "fr",
		"épidémie infection maladie virus vaccin pandémie salmonelle cancer patients symptômes "
		"suicide"},
	{"health", "es",
		"brote infección enfermedad virus vacuna pandemia salmonela cáncer pacientes síntomas "
		"suicidio"},
	{"health", "it",
		"focolaio infezione contagio contagiato malattia virus vaccino vaccinazione epidemia "
		"pandemia salmonella cancro tumore pazienti sintomi intossicazione suicidio"},
	{"health", "pt",
		"surto infecção infeção doença vírus vacina vacinação epidemia pandemia salmonela "
		"cancro câncer pacientes sintomas intoxicação suicídio"},
	{"health", "nl",
		"uitbraak infectie besmet besmetting ziekte virus vaccin vaccinatie epidemie pandemie "
		"salmonella kanker patiënten symptomen voedselvergiftiging zelfmoord zelfdoding"},
	{"health", "pl",
		"ognisko zakażenie zakażeni zakażony choroba wirus szczepionka szczepienie epidemia "
		"pandemia salmonella rak pacjenci pacjentów objawy zatrucie samobójstwo"},
	{"health", "ru",
		"вспышка инфекция заражены болезнь вирус вакцина эпидемия сальмонелла рак пациенты "
		"симптомы суицид"},
	{"health", "uk",
		"спалах інфекція хвороба вірус вакцина епідемія сальмонела рак пацієнти симптоми "
		"самогубство"},
	{"health", "tr",
		"salgın enfeksiyon hastalık virüs aşı pandemi salmonella kanser hastalar belirtiler "
		"intihar"},
	{"elections", "en",
		"election elections ballot ballots referendum polling voters turnout electoral recount "
		"candidate candidates primary"},
	{"elections", "de",
		"wahl wahlen bundestagswahl landtagswahl kommunalwahl stimmzettel referendum "
		"wahlbeteiligung kandidat kandidatin stichwahl"},
	{"elections", "fr",
		"élection élections scrutin référendum électoral candidat candidate bulletin"},
	{"elections", "es",
		"elección elecciones votación referéndum electoral candidato candidata urnas"},
	{"elections", "it",
		"elezione elezioni ballottaggio referendum elettorale candidato candidata scrutinio "
		"seggi urne affluenza"},
	{"elections", "pt",
		"eleição eleições votação referendo plebiscito eleitoral candidato candidata urnas "
		"apuração"},
	{"elections", "nl",
		"verkiezing verkiezingen stembiljet referendum opkomst kandidaat kandidaten "
		"lijsttrekker stembus stembureau kiezers"},
	{"elections", "pl",
		"wybory wyborów wyborczy wyborcza głosowanie referendum frekwencja kandydat "
		"kandydatka kandydaci"},
	{"elections", "ru", "выборы выборов голосование референдум избирательный кандидат бюллетень"},
	{"elections", "uk", "вибори виборів голосування референдум виборчий кандидат бюлетень"},
	{"elections", "tr", "seçim seçimler seçimi oy referandum sandık aday adayı"},
	{"private", "en",
		"schoolboy schoolgirl teenager toddler minor minors victim's bereaved divorce custody "
		"paternity"},
	{"private", "de",
		"schüler schülerin minderjährig minderjährige jugendliche kleinkind hinterbliebene "
		"scheidung sorgerecht"},
	{"private", "fr", "mineur mineure adolescent adolescente bambin divorce"},
	{"private", "es", "menor menores adolescente divorcio custodia"},
	{"private", "it", "minorenne minorenni adolescente adolescenti divorzio affidamento"},
	{"private", "pt", "menor menores adolescente adolescentes divórcio custódia"},
	{"private", "nl",
		"minderjarig minderjarige minderjarigen tiener tieners peuter nabestaanden "
		"echtscheiding voogdij scholier scholieren"},
	{"private", "pl", "nieletni nieletnia małoletni nastolatek nastolatka uczeń uczennica rozwód"},
	{"private", "ru", "несовершеннолетний несовершеннолетняя подросток школьник школьница развод"},
	{"private", "uk", "неповнолітній неповнолітня підліток школяр школярка розлучення"},
	{"private", "tr", "reşit ergen öğrenci boşanma velayet"},
};

static bool is_asked_for(const struct str_vec *kinds, const char *kind)
{
	for (size_t i = 0; i < kinds->n; i++)
		if (str_eq(kinds->items[i], str_c(kind)))
			return true;
	return false;
}

/* Whether a text, whose first line is its title, is of the list's kind. One word often is enough
 * when the title has it. */
static bool is_of_kind(struct arena *a, const struct word_list *list, struct str text,
	const struct word_vec *words, size_t title_end, struct str *first)
{
	struct map stems = map_new(a);
	struct str rest = str_c(list->words), language = str_c(list->language);
	while (rest.p) {
		struct str word = str_cut(&rest, ' ');
		*map_put(&stems, text_stem(a, text_fold(a, word), language), NULL) = 1;
	}
	size_t hits = 0, different = 0;
	bool is_in_title = false;
	for (size_t i = 0; i < words->n; i++) {
		const struct word *w = &words->items[i];
		size_t *unseen = w->is_stop ? NULL : map_get(&stems, w->stem);
		if (!unseen)
			continue;
		if (hits++ == 0)
			*first = span_text(text, w->span);
		different += *unseen;
		*unseen = 0;
		is_in_title = is_in_title || w->span.start < title_end;
	}
	return hits >= LEAST_HITS && (different >= LEAST_WORDS || is_in_title);
}

bool sensitive_knows(struct str language)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (str_eq(str_c(lists[i].language), language))
			return true;
	return false;
}

bool sensitive_find(struct arena *a, struct str text, struct str language,
	const struct str_vec *kinds, struct str *kind, struct str *word)
{
	struct word_vec words = text_words(a, text, language);
	size_t title_end = str_find_char(text, '\n', 0);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const struct word_list *list = &lists[i];
		if (!str_eq(str_c(list->language), language) || !is_asked_for(kinds, list->kind))
			continue;
		if (is_of_kind(a, list, text, &words, title_end, word)) {
			*kind = str_c(list->kind);
			return true;
		}
	}
	return false;
}
