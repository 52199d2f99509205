#include "feed/dates.h"

/* What names of months begin with, folded; whoever begins so is that month. Weekdays are not
 * listed: a word that is no month says nothing. Of words that begin alike the longer comes first.
 * In order: Germanic, Romance, Slavic in Latin and in Cyrillic letters, Greek, Hungarian, Turkish,
 * Finnish, Indonesian. */
static const struct {
	struct str start;
	int month;
} months[] = {
	/* en de nl sv da no */
	{STR_CONST("jan"), 1},
	{STR_CONST("jän"), 1},
	{STR_CONST("feb"), 2},
	{STR_CONST("maart"), 3},
	{STR_CONST("mrt"), 3},
	{STR_CONST("marras"), 11},
	{STR_CONST("mar"), 3},
	{STR_CONST("mär"), 3},
	{STR_CONST("mrz"), 3},
	{STR_CONST("maerz"), 3},
	{STR_CONST("apr"), 4},
	{STR_CONST("may"), 5},
	{STR_CONST("mai"), 5},
	{STR_CONST("mei"), 5},
	{STR_CONST("maj"), 5},
	{STR_CONST("jun"), 6},
	{STR_CONST("jul"), 7},
	{STR_CONST("aug"), 8},
	{STR_CONST("sep"), 9},
	{STR_CONST("okt"), 10},
	{STR_CONST("oct"), 10},
	{STR_CONST("nov"), 11},
	{STR_CONST("dec"), 12},
	{STR_CONST("dez"), 12},
	{STR_CONST("des"), 12},
	/* fr es it pt ca ro */
	{STR_CONST("ene"), 1},
	{STR_CONST("gen"), 1},
	{STR_CONST("ian"), 1},
	{STR_CONST("fév"), 2},
	{STR_CONST("fev"), 2},
	{STR_CONST("avr"), 4},
	{STR_CONST("abr"), 4},
	{STR_CONST("mag"), 5},
	{STR_CONST("juin"), 6},
	{STR_CONST("giu"), 6},
	{STR_CONST("iun"), 6},
	{STR_CONST("jui"), 7},
	{STR_CONST("lug"), 7},
	{STR_CONST("iul"), 7},
	{STR_CONST("aoû"), 8},
	{STR_CONST("aou"), 8},
	{STR_CONST("ago"), 8},
	{STR_CONST("set"), 9},
	{STR_CONST("ott"), 10},
	{STR_CONST("out"), 10},
	{STR_CONST("noi"), 11},
	{STR_CONST("déc"), 12},
	{STR_CONST("dic"), 12},
	/* pl cs */
	{STR_CONST("sty"), 1},
	{STR_CONST("led"), 1},
	{STR_CONST("lut"), 2},
	{STR_CONST("úno"), 2},
	{STR_CONST("bře"), 3},
	{STR_CONST("kwi"), 4},
	{STR_CONST("dub"), 4},
	{STR_CONST("kvě"), 5},
	{STR_CONST("cze"), 6},
	{STR_CONST("červenec"), 7},
	{STR_CONST("července"), 7},
	{STR_CONST("čvc"), 7},
	{STR_CONST("čer"), 6},
	{STR_CONST("čvn"), 6},
	{STR_CONST("lip"), 7},
	{STR_CONST("sie"), 8},
	{STR_CONST("srp"), 8},
	{STR_CONST("wrz"), 9},
	{STR_CONST("zář"), 9},
	{STR_CONST("paź"), 10},
	{STR_CONST("říj"), 10},
	{STR_CONST("lis"), 11},
	{STR_CONST("gru"), 12},
	{STR_CONST("pro"), 12},
	/* ru uk bg */
	{STR_CONST("янв"), 1},
	{STR_CONST("яну"), 1},
	{STR_CONST("січ"), 1},
	{STR_CONST("фев"), 2},
	{STR_CONST("лют"), 2},
	{STR_CONST("мар"), 3},
	{STR_CONST("бер"), 3},
	{STR_CONST("апр"), 4},
	{STR_CONST("кві"), 4},
	{STR_CONST("май"), 5},
	{STR_CONST("мая"), 5},
	{STR_CONST("тра"), 5},
	{STR_CONST("июн"), 6},
	{STR_CONST("юни"), 6},
	{STR_CONST("чер"), 6},
	{STR_CONST("июл"), 7},
	{STR_CONST("юли"), 7},
	{STR_CONST("лип"), 7},
	{STR_CONST("авг"), 8},
	{STR_CONST("сер"), 8},
	{STR_CONST("сен"), 9},
	{STR_CONST("септ"), 9},
	{STR_CONST("вер"), 9},
	{STR_CONST("окт"), 10},
	{STR_CONST("жов"), 10},
	{STR_CONST("ноя"), 11},
	{STR_CONST("ное"), 11},
	{STR_CONST("лис"), 11},
	{STR_CONST("дек"), 12},
	{STR_CONST("гру"), 12},
	/* el */
	{STR_CONST("ιαν"), 1},
	{STR_CONST("φεβ"), 2},
	{STR_CONST("μάρ"), 3},
	{STR_CONST("μαρ"), 3},
	{STR_CONST("απρ"), 4},
	{STR_CONST("μάι"), 5},
	{STR_CONST("μάϊ"), 5},
	{STR_CONST("μαϊ"), 5},
	{STR_CONST("μαΐ"), 5},
	{STR_CONST("μαι"), 5},
	{STR_CONST("ιούν"), 6},
	{STR_CONST("ιουν"), 6},
	{STR_CONST("ιούλ"), 7},
	{STR_CONST("ιουλ"), 7},
	{STR_CONST("αύγ"), 8},
	{STR_CONST("αυγ"), 8},
	{STR_CONST("σεπ"), 9},
	{STR_CONST("οκτ"), 10},
	{STR_CONST("νοέ"), 11},
	{STR_CONST("νοε"), 11},
	{STR_CONST("δεκ"), 12},
	/* hu tr fi id */
	{STR_CONST("már"), 3},
	{STR_CONST("ápr"), 4},
	{STR_CONST("máj"), 5},
	{STR_CONST("jún"), 6},
	{STR_CONST("júl"), 7},
	{STR_CONST("oca"), 1},
	{STR_CONST("şub"), 2},
	{STR_CONST("sub"), 2},
	{STR_CONST("nis"), 4},
	{STR_CONST("haz"), 6},
	{STR_CONST("tem"), 7},
	{STR_CONST("ağu"), 8},
	{STR_CONST("agu"), 8},
	{STR_CONST("eyl"), 9},
	{STR_CONST("eki"), 10},
	{STR_CONST("kas"), 11},
	{STR_CONST("ara"), 12},
	{STR_CONST("tammi"), 1},
	{STR_CONST("helmi"), 2},
	{STR_CONST("maalis"), 3},
	{STR_CONST("huhti"), 4},
	{STR_CONST("touko"), 5},
	{STR_CONST("kesä"), 6},
	{STR_CONST("heinä"), 7},
	{STR_CONST("elo"), 8},
	{STR_CONST("syys"), 9},
	{STR_CONST("loka"), 10},
	{STR_CONST("joulu"), 12},
	{STR_CONST("szept"), 9},
};

/* RFC 5322 section 4.3 and what else feeds write. An abbreviation with two meanings has that of the
 * larger press; the Korean word for "year" implies the country's one zone. */
static const struct {
	struct str name;
	int offset_min;
} zones[] = {
	{STR_CONST("z"), 0},
	{STR_CONST("ut"), 0},
	{STR_CONST("utc"), 0},
	{STR_CONST("gmt"), 0},
	{STR_CONST("wet"), 0},
	{STR_CONST("west"), 60},
	{STR_CONST("bst"), 60},
	{STR_CONST("cet"), 60},
	{STR_CONST("met"), 60},
	{STR_CONST("mez"), 60},
	{STR_CONST("cest"), 120},
	{STR_CONST("mest"), 120},
	{STR_CONST("mesz"), 120},
	{STR_CONST("eet"), 120},
	{STR_CONST("eest"), 180},
	{STR_CONST("msk"), 180},
	{STR_CONST("msd"), 240},
	{STR_CONST("trt"), 180},
	{STR_CONST("est"), -300},
	{STR_CONST("et"), -300},
	{STR_CONST("edt"), -240},
	{STR_CONST("cst"), -360},
	{STR_CONST("ct"), -360},
	{STR_CONST("cdt"), -300},
	{STR_CONST("mst"), -420},
	{STR_CONST("mt"), -420},
	{STR_CONST("mdt"), -360},
	{STR_CONST("pst"), -480},
	{STR_CONST("pt"), -480},
	{STR_CONST("pdt"), -420},
	{STR_CONST("akst"), -540},
	{STR_CONST("akdt"), -480},
	{STR_CONST("hst"), -600},
	{STR_CONST("ast"), -240},
	{STR_CONST("adt"), -180},
	{STR_CONST("nst"), -210},
	{STR_CONST("ndt"), -150},
	{STR_CONST("brt"), -180},
	{STR_CONST("art"), -180},
	{STR_CONST("clt"), -240},
	{STR_CONST("ist"), 330},
	{STR_CONST("pkt"), 300},
	{STR_CONST("wib"), 420},
	{STR_CONST("ict"), 420},
	{STR_CONST("hkt"), 480},
	{STR_CONST("sgt"), 480},
	{STR_CONST("awst"), 480},
	{STR_CONST("jst"), 540},
	{STR_CONST("kst"), 540},
	{STR_CONST("acst"), 570},
	{STR_CONST("aest"), 600},
	{STR_CONST("aedt"), 660},
	{STR_CONST("nzst"), 720},
	{STR_CONST("nzdt"), 780},
	{STR_CONST("sast"), 120},
	{STR_CONST("cat"), 120},
	{STR_CONST("eat"), 180},
	{STR_CONST("wat"), 60},
	{STR_CONST("gst"), 240},
	{STR_CONST("년"), 540},
};

static const struct {
	struct str word;
	enum half_day half;
} halves[] = {{STR_CONST("am"), HALF_AM}, {STR_CONST("pm"), HALF_PM}, {STR_CONST("오전"), HALF_AM},
	{STR_CONST("오후"), HALF_PM}, {STR_CONST("上午"), HALF_AM}, {STR_CONST("下午"), HALF_PM},
	{STR_CONST("πμ"), HALF_AM}, {STR_CONST("μμ"), HALF_PM}};

int date_month(struct str word)
{
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
		if (str_starts(word, months[i].start))
			return months[i].month;
	return 0;
}

bool date_zone(struct str word, int *offset_min)
{
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++)
		if (str_eq(word, zones[i].name)) {
			*offset_min = zones[i].offset_min;
			return true;
		}
	return false;
}

enum half_day date_half(struct str word)
{
	for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++)
		if (str_eq(word, halves[i].word))
			return halves[i].half;
	return HALF_NONE;
}
