/* Words around numbers: units, currencies, what makes them rough, what ends a noun phrase. Folded
 * as lexicon_fold does. */
#include "text/lexicon.h"

static const struct lexicon_row rows[] = {
	{"en", CUE_ONE, "a an"},
	{"de", CUE_ONE, "ein eine einem einer einen"},
	{"fr", CUE_ONE, "un une"},
	{"es", CUE_ONE, "un una"},
	{"it", CUE_ONE, "un una un'"},
	{"pt", CUE_ONE, "um uma"},
	{"nl", CUE_ONE, "een"},
	{"tr", CUE_ONE, "bir"},
	{"en", CUE_AND, "and"},
	{"de", CUE_AND, "und"},
	{"fr", CUE_AND, "et"},
	{"es", CUE_AND, "y"},
	{"pt", CUE_AND, "e"},
	{"nl", CUE_AND, "en"},
	{"en", CUE_APPROXIMATE,
		"about around some nearly almost over approximately roughly under estimated more "
		"least most up close several few many"},
	{"de", CUE_APPROXIMATE,
		"etwa rund ungefahr fast knapp uber mehr mindestens wenigstens bis circa ca gut "
		"unter weniger beinahe geschatzt zirka hochstens mehrere"},
	{"fr", CUE_APPROXIMATE,
		"environ pres quelque quelques presque plus moins jusque vers plusieurs autour"},
	{"es", CUE_APPROXIMATE,
		"unos unas cerca casi mas menos alrededor aproximadamente hasta varios varias"},
	{"it", CUE_APPROXIMATE, "circa quasi oltre piu meno almeno fino alcune"},
	{"pt", CUE_APPROXIMATE, "cerca quase mais menos aproximadamente ate varios varias"},
	{"nl", CUE_APPROXIMATE, "ongeveer bijna ruim zeker meer minder circa tot minstens zo enkele"},
	{"pl", CUE_APPROXIMATE, "okolo ponad prawie niemal co blisko mniej wiecej kilka"},
	{"tr", CUE_APPROXIMATE, "yaklasik en fazla az kadar neredeyse birkac askin"},
	{"ru", CUE_APPROXIMATE,
		"около более почти примерно свыше менее порядка до минимум несколько больше меньше"},
	{"uk", CUE_APPROXIMATE, "близько понад майже приблизно більше менше щонайменше до кілька"},
	{"en", CUE_APPROXIMATE | CUE_OVER, "over more least exceeding"},
	{"en", CUE_APPROXIMATE | CUE_UNDER, "nearly almost under most up less fewer"},
	{"de", CUE_APPROXIMATE | CUE_OVER, "uber mehr mindestens wenigstens"},
	{"de", CUE_APPROXIMATE | CUE_UNDER, "fast knapp unter weniger beinahe hochstens bis"},
	{"fr", CUE_APPROXIMATE | CUE_OVER, "plus"},
	{"fr", CUE_APPROXIMATE | CUE_UNDER, "presque pres moins jusque"},
	{"es", CUE_APPROXIMATE | CUE_OVER, "mas"},
	{"es", CUE_APPROXIMATE | CUE_UNDER, "casi menos hasta"},
	{"it", CUE_APPROXIMATE | CUE_OVER, "oltre piu almeno"},
	{"it", CUE_APPROXIMATE | CUE_UNDER, "quasi meno fino"},
	{"pt", CUE_APPROXIMATE | CUE_OVER, "mais"},
	{"pt", CUE_APPROXIMATE | CUE_UNDER, "quase menos ate"},
	{"nl", CUE_APPROXIMATE | CUE_OVER, "ruim meer minstens zeker"},
	{"nl", CUE_APPROXIMATE | CUE_UNDER, "bijna minder tot"},
	{"pl", CUE_APPROXIMATE | CUE_OVER, "ponad wiecej"},
	{"pl", CUE_APPROXIMATE | CUE_UNDER, "prawie niemal mniej"},
	{"tr", CUE_APPROXIMATE | CUE_OVER, "fazla askin"},
	{"tr", CUE_APPROXIMATE | CUE_UNDER, "neredeyse az"},
	{"ru", CUE_APPROXIMATE | CUE_OVER, "более свыше больше минимум"},
	{"ru", CUE_APPROXIMATE | CUE_UNDER, "почти менее меньше до"},
	{"uk", CUE_APPROXIMATE | CUE_OVER, "понад більше щонайменше"},
	{"uk", CUE_APPROXIMATE | CUE_UNDER, "майже менше до"},
	{"en", CUE_PERCENT, "percent pct"},
	{"de", CUE_PERCENT, "prozent"},
	{"nl", CUE_PERCENT, "procent"},
	{"pl", CUE_PERCENT, "procent procenta procentow proc"},
	{"tr", CUE_PERCENT, "yuzde"},
	{"ru", CUE_PERCENT, "процент процента процентов"},
	{"uk", CUE_PERCENT, "відсоток відсотки відсотка відсотків"},
	{"", CUE_CURRENCY, "usd eur gbp try jpy chf rub uah pln cny inr"},
	{"en", CUE_CURRENCY,
		"dollar dollars euro euros pound pounds lira liras rouble roubles ruble rubles "
		"hryvnia hryvnias yen yuan franc francs zloty cent cents pence rupee rupees peso "
		"pesos krona kronor kroner"},
	{"de", CUE_CURRENCY, "euro dollar pfund lira rubel yen yuan franken zloty griwna cent"},
	{"fr", CUE_CURRENCY,
		"euro euros dollar dollars livre livres lire lires rouble roubles yen yens yuan "
		"yuans franc francs"},
	{"es", CUE_CURRENCY,
		"euro euros dolar dolares libra libras lira liras rublo rublos yen yenes yuan "
		"yuanes peso pesos"},
	{"it", CUE_CURRENCY,
		"euro dollaro dollari sterlina sterline lira lire rublo rubli yen yuan franchi"},
	{"pt", CUE_CURRENCY,
		"euro euros dolar dolares libra libras lira liras rublo rublos real reais iene "
		"ienes yuan"},
	{"nl", CUE_CURRENCY, "euro dollar pond lira roebel yen yuan frank"},
	{"pl", CUE_CURRENCY,
		"euro dolar dolarow dolary dolara funt funtow zl zlotych zloty zlote rubli lir "
		"hrywien"},
	{"tr", CUE_CURRENCY, "lira liralik tl euro avro dolar sterlin ruble yen yuan"},
	{"ru", CUE_CURRENCY,
		"рубль рубля рублей руб доллар доллара долларов евро фунт фунтов лира лир гривна "
		"гривны гривен юаней иен тенге"},
	{"uk", CUE_CURRENCY,
		"гривня гривні гривень грн долар долара доларів долари євро фунтів лір рублів рубль "
		"юанів"},
	{"", CUE_UNIT, "km kg mm cm m kw mw gw kwh mwh gwh ha km² m² mph kmh gb tb mb hz mhz ghz"},
	{"en", CUE_UNIT,
		"second seconds minute minutes hour hours day days week weeks month months year "
		"years decade decades century centuries kilometre kilometres kilometer kilometers "
		"metre metres meter meters centimetre centimetres centimeters millimetres "
		"millimeters mile miles foot feet ft inch inches yard yards kilogram kilograms kilo "
		"kilos tonne tonnes ton tons gram grams pound litre litres liter liters gallon "
		"gallons barrel barrels acre acres hectare hectares degree degrees megawatt "
		"megawatts gigawatts watts point points times knots lb lbs"},
	{"de", CUE_UNIT,
		"jahrige jahriger jahrigen sekunde sekunden minute minuten stunde stunden tag tage tagen "
		"woche wochen monat "
		"monate monaten jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten kilometer "
		"kilometern meter metern zentimeter millimeter meilen kilogramm kilo tonne tonnen "
		"gramm liter litern barrel hektar grad megawatt gigawatt watt prozentpunkte "
		"prozentpunkten quadratkilometer quadratmeter kubikmeter punkte punkten mal"},
	{"fr", CUE_UNIT,
		"seconde secondes minute minutes heure heures jour jours semaine semaines mois an "
		"ans annee annees decennies siecles kilometre kilometres metre metres centimetres "
		"kilos kilogrammes tonne tonnes grammes litre litres barils hectares degres points "
		"fois megawatts"},
	{"es", CUE_UNIT,
		"segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano "
		"anos decadas siglos kilometro kilometros metro metros centimetros kilos kilogramos "
		"tonelada toneladas gramos litro litros barriles hectareas grados puntos veces"},
	{"it", CUE_UNIT,
		"secondo secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi "
		"anno anni decenni secoli chilometro chilometri metro metri centimetri chili "
		"chilogrammi tonnellata tonnellate grammi litro litri barili ettari gradi punti "
		"volte"},
	{"pt", CUE_UNIT,
		"segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano "
		"anos decadas quilometros metros quilos tonelada toneladas litros barris hectares "
		"graus pontos vezes"},
	{"nl", CUE_UNIT,
		"seconde seconden minuut minuten uur dag dagen week weken maand maanden jaar jaren "
		"kilometer meter centimeter kilo kilogram ton liter vaten hectare graden punten "
		"keer"},
	{"pl", CUE_UNIT,
		"sekund sekundy minut minuty godzin godziny dni dzien tygodni tygodnie miesiecy "
		"miesiace lat lata rok kilometrow kilometry metrow metry kilogramow ton tony litrow "
		"hektarow stopni punktow razy"},
	{"tr", CUE_UNIT,
		"saniye dakika saat gun hafta ay yil kilometre metre santimetre kilo kilogram ton "
		"gram litre varil hektar donum derece puan kez"},
	{"ru", CUE_UNIT,
		"секунд секунды минут минуты час часа часов день дня дней сутки суток недель недели "
		"неделю месяц месяца месяцев год года лет километр километра километров км метр "
		"метра метров м килограмм килограммов кг тонна тонны тонн грамм граммов литр литра "
		"литров баррелей гектар гектаров градус градуса градусов балла баллов раз раза"},
	{"uk", CUE_UNIT,
		"секунд секунди хвилин хвилини година години годин день дні днів доба доби тижні "
		"тижнів тиждень місяць місяці місяців рік роки років кілометр кілометри кілометрів "
		"км метр метри метрів м кілограм кілограмів кг тонна тонни тонн грам грамів літр "
		"літри літрів гектар гектарів градус градуси градусів бал бали балів раз рази разів"},
	{"en", CUE_SCORE,
		"won win wins winning beat beats beaten beating lost lose loss losing draw drew "
		"defeat defeated victory victories score scored scoreline lead leads led leading "
		"goal goals match voted vote votes ruling ruled level tie ahead"},
	{"de", CUE_SCORE,
		"gewann gewinnt siegte siegt sieg besiegte verlor verliert niederlage unentschieden "
		"fuhrte fuhrt tor tore endstand halbzeit remis spiel"},
	{"fr", CUE_SCORE, "battu gagne victoire defaite score but buts match nul mene"},
	{"es", CUE_SCORE, "gano vencio victoria derrota empate empato marcador gol goles partido"},
	{"it", CUE_SCORE, "vittoria sconfitta pareggio vinto vince battuto gol partita"},
	{"pt", CUE_SCORE, "venceu vitoria derrota empate placar gol gols golo jogo"},
	{"nl", CUE_SCORE, "won wint verloor nederlaag zege gelijkspel doelpunt wedstrijd"},
	{"pl", CUE_SCORE, "wygral wygrala pokonal pokonala przegral remis wynik gol mecz meczu"},
	{"tr", CUE_SCORE, "yendi kazandi maglup galip berabere mac maci skor gol"},
	{"ru", CUE_SCORE,
		"счетом выиграл обыграл обыграла победил победила проиграл проиграла победа победу "
		"матч матче ничья гол"},
	{"uk", CUE_SCORE,
		"рахунком виграв обіграв обіграла переміг перемогла програв програла перемога матч "
		"матчі нічия гол"},
	{"en", CUE_CLOCK, "a.m. p.m. am pm o'clock gmt bst est edt utc a.m p.m"},
	{"de", CUE_CLOCK, "uhr"},
	{"nl", CUE_CLOCK, "u"},
	{"ru", CUE_CLOCK, "мск"},
	{"", CUE_CLOCK, "gmt utc cet"},
	{"en", CUE_HARMED,
		"injured wounded killed dead missing arrested hospitalised hospitalized displaced "
		"detained hurt homeless infected injuring wounding killing leaving arresting"},
	{"fr", CUE_HARMED, "blesses blesse morts mort tues tue disparus"},
	{"en", CUE_PLURAL,
		"people men women children police troops personnel staff aircraft policemen "
		"firefighters fishermen feet teeth mice dead media cattle sheep firemen servicemen "
		"servicewomen lives wives homes votes buses passers-by"},
	{"en", CUE_ADJECTIVE,
		"sports arms women men news sales weapons goods civil more other new additional "
		"further such less various previous serious dangerous religious armed unarmed local "
		"large small different major young old high own"},
	{"fr", CUE_ADJECTIVE,
		"grands grandes petits petites nouveaux nouvelles jeunes autres premiers premieres "
		"derniers dernieres autre nouveau nouvelle grand grande jeune principales "
		"principaux"},
	{"es", CUE_ADJECTIVE,
		"grandes nuevos nuevas otros otras primeros primeras ultimos ultimas jovenes "
		"principales otra otro nuevo nueva"},
	{"it", CUE_ADJECTIVE,
		"grandi nuovi nuove altri altre primi prime ultimi ultime giovani principali altro "
		"altra nuovo nuova"},
	{"pt", CUE_ADJECTIVE,
		"grandes novos novas outros outras primeiros primeiras ultimos ultimas jovens "
		"principais outro outra novo nova"},
	{"nl", CUE_ADJECTIVE, "andere nieuwe grote kleine jonge"},
	{"en", CUE_STOP,
		"the and or but of in on at to for from by with as is was were are be been being "
		"has have had will would could can may might that which who whose when where while "
		"after before since until during into over under between among through than then it "
		"its they their them he she his her we our i you your this these those not no if "
		"because about also so said says told more-than including near against per both did "
		"do does him there here what why how up down out off only still even later earlier "
		"ago each 's"},
	{"de", CUE_STOP,
		"der die das den dem des und oder aber von in im am an auf zu zum zur fur aus bei "
		"mit als ist war waren sind wurde wurden werden worden sei seien hat haben hatte "
		"hatten wird dass wenn nach vor seit bis uber unter zwischen durch es sie er ihr "
		"ihre sein seine wir nicht auch sich noch"},
	{"fr", CUE_STOP,
		"le la les l' et ou mais dans en a au aux pour par avec sur sous comme est sont ont "
		"ete etait etaient sera que qui dont quand apres avant depuis pendant entre selon "
		"il elle ils elles leur leurs son sa ses ce ces cette ne pas se s' n' qu' lors "
		"contre ainsi"},
	{"es", CUE_STOP,
		"el la los las y o pero en a al para por con sobre como es son fue fueron ha han "
		"habia que quien cuando despues antes desde durante entre segun se su sus este esta "
		"no lo le les tras contra"},
	{"it", CUE_STOP,
		"il lo la i gli le l' e o ma in a al ai alla per da dal con su come sono era erano "
		"ha hanno che chi quando dopo prima durante tra fra secondo si suo sua loro questo "
		"non nel nella nei nelle dell' contro"},
	{"pt", CUE_STOP,
		"o a os as e ou mas em no na nos nas para por com sobre como sao foi foram tem "
		"havia que quem quando depois antes desde durante entre segundo se seu sua este nao "
		"ao aos contra"},
	{"nl", CUE_STOP,
		"de het en of maar in op aan te voor uit bij met als is was waren zijn werd werden "
		"worden heeft hebben had dat die wanneer na sinds tot over onder tussen door ze hij "
		"hun niet ook zich om"},
	{"pl", CUE_STOP,
		"i a ale w we na do z ze dla od przez jak jest sa byl byli bylo zostalo zostali "
		"zostala ktory ktora kiedy po przed podczas miedzy to oraz sie nie o u za jego ich"},
	{"tr", CUE_STOP,
		"ve veya ile icin gibi kadar olarak oldu olan bu su o da de ki en daha ise gore "
		"sonra once"},
	{"ru", CUE_STOP,
		"и а но или в во на с со к по из у за от для при о об как был была были было есть "
		"что который которые когда после до между это не их его она он они также еще ранены "
		"погибли составляет"},
	{"uk", CUE_STOP,
		"і й та а але або в у на з із до по за від для при про як був була були було є що "
		"який які коли після між це не їх його вона він вони також ще"},
};

const struct lexicon_table lexicon_amounts = {rows, sizeof rows / sizeof *rows};
