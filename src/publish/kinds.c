/* The kinds of findings in words for readers. The site prints what check_kinds lists, so a kind
 * that the check does not know is never promised. */
#include "publish/render.h"

struct kind_words {
	const char *kind, *name, *promise;
};

static const struct kind_words english[] = {
	{"quote", "quotations", "quoted words stand letter for letter in a cited sentence"},
	{"speaker", "speakers", "the person a quotation is given to is named in the cited passage"},
	{"number", "numbers", "every number in the desk’s own words stands in what the sentence cites"},
	{"money", "sums of money", "amount and currency stand in what the sentence cites"},
	{"percent", "percentages", "every percentage stands in what the sentence cites"},
	{"unit", "units", "a figure keeps the unit that the source gives it"},
	{"count", "counts", "a list has as many members as the sentence says"},
	{"ordinal", "ordinals", "“first”, “second” and so on stand in what the sentence cites"},
	{"date", "dates", "every date, weekday included, is one that the cited sentence gives"},
	{"duration", "durations", "spans of time agree with the dates of the source"},
	{"age", "ages", "ages stand in what the sentence cites"},
	{"name", "names", "every name in the desk’s own words stands in what the sentence cites"},
	{"name_slot", "mixed-up names", "a name does not stand where the source has another"},
	{"role", "roles", "a person’s office is the one the source gives"},
	{"negation", "negations", "a “not” is neither lost nor added"},
	{"antonym", "opposites", "a word is not turned into its opposite"},
	{"comparison", "comparisons", "more, less and equal point the way the source has them"},
	{"modality", "certainty", "“may” does not become “will”"},
	{"swap", "who did what", "the one who acts and the one acted upon are not exchanged"},
	{"order", "order of events", "before and after are as in the source"},
	{"headline", "the headline", "headline and standfirst hold to the same rules as the body"},
	{"inner_contradiction", "contradictions", "two sentences of a story do not deny each other"},
	{"copy", "copied wording",
		"outside quotation marks no run of more than eight words equals a source"},
	{"language", "language", "each sentence is in the language of the story"},
	{"injection", "planted instructions", "a source’s commands to machines do not get through"},
	{"leftover", "traces of a model", "no leavings of a language model stand in the text"},
	{"unsupported", "missing support", "some source sentence carries each sentence"},
	{"disagreement", "disagreement", "where the sources differ, the story says so"},
	{"opinion", "opinion", "the desk adds no judgement of its own"},
};

static const struct kind_words german[] = {
	{"quote", "Zitate", "zitierte Wörter stehen genau so in einem angeführten Satz"},
	{"speaker", "Sprecher", "wem ein Zitat zugeschrieben wird, ist an der Belegstelle genannt"},
	{"number", "Zahlen", "jede Zahl in eigenen Worten steht in dem, was der Satz anführt"},
	{"money", "Geldbeträge", "Betrag und Währung stehen in dem, was der Satz anführt"},
	{"percent", "Prozentangaben", "jede Prozentangabe steht in dem, was der Satz anführt"},
	{"unit", "Einheiten", "eine Angabe behält die Einheit der Quelle"},
	{"count", "Anzahlen", "eine Aufzählung hat so viele Glieder, wie der Satz sagt"},
	{"ordinal", "Ordnungszahlen", "„erste“, „zweite“ und so weiter stehen in der Belegstelle"},
	{"date", "Daten", "jedes Datum, auch der Wochentag, ist eines aus dem angeführten Satz"},
	{"duration", "Zeitspannen", "Zeitspannen passen zu den Daten der Quelle"},
	{"age", "Altersangaben", "Altersangaben stehen in der Belegstelle"},
	{"name", "Namen", "jeder Name in eigenen Worten steht in dem, was der Satz anführt"},
	{"name_slot", "vertauschte Namen", "kein Name steht, wo die Quelle einen anderen hat"},
	{"role", "Ämter", "das Amt einer Person ist das, welches die Quelle nennt"},
	{"negation", "Verneinungen", "ein „nicht“ geht weder verloren noch kommt es hinzu"},
	{"antonym", "Gegenteile", "kein Wort wird in sein Gegenteil verkehrt"},
	{"comparison", "Vergleiche", "mehr, weniger und gleich zeigen wie in der Quelle"},
	{"modality", "Gewissheit", "aus „könnte“ wird nicht „wird“"},
	{"swap", "wer was tat", "Handelnde und Betroffene sind nicht vertauscht"},
	{"order", "Reihenfolge", "vorher und nachher sind wie in der Quelle"},
	{"headline", "die Überschrift", "für Überschrift und Vorspann gelten dieselben Regeln"},
	{"inner_contradiction", "Widersprüche", "zwei Sätze widersprechen einander nicht"},
	{"copy", "abgeschriebene Stellen",
		"außerhalb von Zitaten gleicht keine Folge von mehr als acht Wörtern einer Quelle"},
	{"language", "Sprache", "jeder Satz ist in der Sprache des Artikels"},
	{"injection", "untergeschobene Befehle", "Befehle an Maschinen in einer Quelle wirken nicht"},
	{"leftover", "Modellspuren", "im Text stehen keine Reste eines Sprachmodells"},
	{"unsupported", "fehlende Belege", "jeder Satz wird von einem Satz einer Quelle getragen"},
	{"disagreement", "Abweichungen", "wo sich die Quellen unterscheiden, sagt es der Artikel"},
	{"opinion", "Meinung", "die Redaktion fügt kein eigenes Urteil hinzu"},
};

static const struct kind_words *find(const struct words *words, const char *kind)
{
	bool is_german = str_eq(str_c(words->code), STR("de"));
	const struct kind_words *table = is_german ? german : english;
	size_t n =
		is_german ? sizeof(german) / sizeof(german[0]) : sizeof(english) / sizeof(english[0]);
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_c(table[i].kind), str_c(kind)))
			return &table[i];
	return NULL;
}

const char *kind_name(const struct words *words, const char *kind)
{
	const struct kind_words *found = find(words, kind);
	return found ? found->name : NULL;
}

const char *kind_promise(const struct words *words, const char *kind)
{
	const struct kind_words *found = find(words, kind);
	return found ? found->promise : NULL;
}
