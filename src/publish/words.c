#include "publish/render.h"

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): long texts run over several lines */
static const struct words english = {
	.code = "en",
	.quotes = {"“", "”"},
	.months = {"", "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"},
	.text =
		{
			[W_HAPPENED] = "What happened",
			[W_SAID] = "What was said",
			[W_FIGURES] = "In figures",
			[W_BACKGROUND] = "Background",
			[W_DIFFER] = "Where the sources differ",
			[W_UNKNOWN] = "What is not known",
			[W_NEXT] = "What comes next",
			[W_NO_MODEL] = "Compiled by wireproof from the sources below; no AI model was used.",
			[W_MODEL] = "Written by an AI model from the sources below; no person has reviewed it.",
			[W_MODEL_REVIEWED] = "Drafted by an AI model from the sources below; reviewed by ",
			[W_MODEL_EDITED] = "Written with an AI model from the sources below; edited by ",
			[W_REVIEWED_BY] = "Reviewed by ",
			[W_REPORT] = "report",
			[W_REPORTS] = "reports",
			[W_FROM] = " from ",
			[W_OUTLET] = "outlet",
			[W_OUTLETS] = "outlets",
			[W_ORIGIN] = "origin",
			[W_ORIGINS] = "origins",
			[W_CHECKED_FOR] = "Checked against its sources for ",
			[W_AND] = " and ",
			[W_SEE_PROOF] = "See the proof",
			[W_PUBLISHED] = "Published ",
			[W_UPDATED] = "Updated ",
			[W_VERSION] = "Version ",
			[W_HEADLINE_BY] = "Headline: ",
			[W_CORRECTION] = "Correction",
			[W_WITHDRAWN_TITLE] = "This story was withdrawn",
			[W_WITHDRAWN_ON] = "Withdrawn ",
			[W_REASON] = "Reason: ",
			[W_TIMELINE] = "Timeline",
			[W_SOURCES] = "The sources",
			[W_READ_MORE_AT] = "Read more at ",
			[W_ROLE_ORIGIN] = "origin",
			[W_ROLE_COPY] = "copy of ",
			[W_CITED_ONE] = "sentence cited",
			[W_CITED_MANY] = "sentences cited",
			[W_CITED_NONE] = "not cited",
			[W_TAGS] = "People, places and topics",
			[W_SHARE] = "Share",
			[W_COPY_LINK] = "Copy link",
			[W_COPIED] = "Copied",
			[W_SHARE_DEVICE] = "Share with …",
			[W_MAIL] = "Mail",
			[W_REPORT_ERROR] = "Report an error",
			[W_PROOF] = "Proof",
			[W_FRONT] = "Front page",
			[W_ALL_TAGS] = "People, places, topics",
			[W_ABOUT] = "How this desk works",
			[W_CORRECTIONS] = "Corrections",
			[W_SKIP] = "Skip to the text",
			[W_SUBJECT] = "What is counted",
			[W_FIGURE] = "Figure",
			[W_WHO_SAYS] = "Who says it",
			[W_EVIDENCE] = "Evidence, source ",
			[W_SOURCE_PUBLISHED] = "published ",
			[W_SOURCE_READ] = "read ",
			[W_SEE_PASSAGE] = "See the passage at the source",
			[W_ONLY_LINK] = "No words shown: the extract limit for this source is used up.",
			[W_SUPPORTED] = "Check: supported by what it cites",
			[W_LEFT_OUT] = "A quotation is left out here: it would pass the extract limit for ",
			[W_STORY] = "story",
			[W_STORIES] = "stories",
			[W_NO_STORIES] = "Nothing has been published here yet.",
			[W_LABEL_ALL] =
				"Every story here is compiled by wireproof from the reports it names, with "
				"no AI model, and each sentence shows where it comes from.",
			[W_LABEL_SOME] = "Stories here are compiled from the reports they name, some of them "
							 "written by an AI model; each says so before its first paragraph.",
			[W_OLDER] = "All stories",
			[W_PEOPLE] = "People",
			[W_PLACES] = "Places",
			[W_ORGANISATIONS] = "Organisations",
			[W_TOPICS] = "Topics",
			[W_FOLLOW] = "Follow:",
			[W_NO_TAGS] = "No story has a tag yet.",
			[W_NO_CORRECTIONS] = "No story has been corrected or withdrawn so far.",
			[W_CORRECTIONS_LEAD] =
				"What this desk got wrong, newest first. A corrected story says so "
				"at its top; a withdrawn one keeps its address and says why.",
			[W_WITHDRAWAL] = "Withdrawn",
			[W_NOT_FOUND] = "There is no page here",
			[W_NOT_FOUND_TEXT] =
				"The address may be mistyped. Stories keep their address, even when "
				"they are withdrawn.",
			[W_ABOUT_LEAD] =
				"This desk reads the feeds of news outlets, groups the reports of one event into a "
				"story, and writes one article about it. Behind each sentence stands a number; it "
				"opens the place in the source that the sentence rests on. The article comes with "
				"a "
				"proof, a file that lists every sentence, what it cites and a fingerprint of the "
				"source, so that anybody can hold it against the source.",
			[W_ABOUT_CHECKED] = "What “checked” means",
			[W_ABOUT_CHECKED_TEXT] =
				"Before a story is published, a program compares each sentence with the source "
				"sentences it cites. What does not hold is not published: it is held for an "
				"editor. "
				"These are the things it looks at:",
			[W_ABOUT_NOT] =
				"The check asks whether the sources say it, not whether the sources are right. It "
				"is "
				"no fact-check. A story without the line “Reviewed by” was published by rule; "
				"no person read it first, and search engines are asked not to list it.",
			[W_ABOUT_EXTRACTS] = "What is shown of a source",
			[W_ABOUT_EXTRACTS_TEXT] =
				"The reports belong to their outlets. Of each outlet a story shows, quotations, "
				"evidence, feeds and proof together, at most so many words, unless its licence "
				"allows more: ",
			[W_ABOUT_NUMBERS] = "This desk in numbers",
			[W_ABOUT_SOURCES] = "Sources followed",
			[W_ABOUT_PUBLISHED] = "Stories published",
			[W_ABOUT_HELD] = "Stories held for an editor",
			[W_ABOUT_WITHDRAWN] = "Stories withdrawn",
			[W_ABOUT_CORRECTED] = "Corrections",
			[W_ABOUT_CONTACT] = "Contact",
			[W_ABOUT_CONTACT_TEXT] = "Found an error? Write to ",
			[W_ABOUT_NO_CONTACT] = "This desk has not named a contact.",
			[W_ABOUT_PUBLISHER] = "Responsible for what is published here: ",
			[W_ABOUT_SENTENCES] = "Sentences published",
			[W_ABOUT_SENTENCES_HELD] = "Sentences held for an editor",
			[W_DATA] = "Data",
			[W_DATA_LEAD] = "Who said what, what happened when, and every figure, each row with "
							"the passage it comes from: by month of publication, to work with. "
							"Each story has the same of its own.",
			[W_MOVED_TITLE] = "This story is part of another one now",
			[W_MOVED_TEXT] = "Read the story",
			[W_SEARCH] = "Search",
			[W_SEARCH_LABEL] = "Search headlines, people, places and topics",
			[W_SEARCH_NONE] = "Nothing found.",
			[W_SEARCH_WITHOUT] =
				"Searching needs JavaScript. Without it, all stories are in the archive: ",
			[W_IMPRINT] = "Imprint",
			[W_TAG_SAID] = "What was said",
			[W_TAG_WITH] = "In the same stories",
			[W_TAG_SINCE] = "In the news since ",
			[W_MORE] = "Older stories",
			[W_NEWER] = "Newer stories",
		},
};

static const struct words german = {
	.code = "de",
	.has_day_dot = true,
	.quotes = {"„", "“"},
	.months = {"", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember"},
	.text =
		{
			[W_HAPPENED] = "Was geschehen ist",
			[W_SAID] = "Was gesagt wurde",
			[W_FIGURES] = "In Zahlen",
			[W_BACKGROUND] = "Hintergrund",
			[W_DIFFER] = "Worin sich die Quellen unterscheiden",
			[W_UNKNOWN] = "Was nicht bekannt ist",
			[W_NEXT] = "Wie es weitergeht",
			[W_NO_MODEL] =
				"Von wireproof aus den Quellen unten zusammengestellt; kein KI-Modell war "
				"beteiligt.",
			[W_MODEL] = "Von einem KI-Modell aus den Quellen unten geschrieben; kein Mensch hat es "
						"geprüft.",
			[W_MODEL_REVIEWED] =
				"Von einem KI-Modell aus den Quellen unten entworfen; durchgesehen von ",
			[W_MODEL_EDITED] =
				"Mit einem KI-Modell aus den Quellen unten geschrieben; bearbeitet von ",
			[W_REVIEWED_BY] = "Durchgesehen von ",
			[W_REPORT] = "Bericht",
			[W_REPORTS] = "Berichte",
			[W_FROM] = " von ",
			[W_OUTLET] = "Medium",
			[W_OUTLETS] = "Medien",
			[W_ORIGIN] = "Ursprung",
			[W_ORIGINS] = "Ursprünge",
			[W_CHECKED_FOR] = "Mit den Quellen abgeglichen: ",
			[W_AND] = " und ",
			[W_SEE_PROOF] = "Zum Nachweis",
			[W_PUBLISHED] = "Veröffentlicht am ",
			[W_UPDATED] = "Aktualisiert am ",
			[W_VERSION] = "Fassung ",
			[W_HEADLINE_BY] = "Überschrift: ",
			[W_CORRECTION] = "Berichtigung",
			[W_WITHDRAWN_TITLE] = "Dieser Artikel wurde zurückgezogen",
			[W_WITHDRAWN_ON] = "Zurückgezogen am ",
			[W_REASON] = "Grund: ",
			[W_TIMELINE] = "Zeitleiste",
			[W_SOURCES] = "Die Quellen",
			[W_READ_MORE_AT] = "Weiterlesen bei ",
			[W_ROLE_ORIGIN] = "Ursprung",
			[W_ROLE_COPY] = "Kopie von ",
			[W_CITED_ONE] = "Satz belegt",
			[W_CITED_MANY] = "Sätze belegt",
			[W_CITED_NONE] = "nicht zitiert",
			[W_TAGS] = "Personen, Orte und Themen",
			[W_SHARE] = "Teilen",
			[W_COPY_LINK] = "Link kopieren",
			[W_COPIED] = "Kopiert",
			[W_SHARE_DEVICE] = "Teilen mit …",
			[W_MAIL] = "E-Mail",
			[W_REPORT_ERROR] = "Fehler melden",
			[W_PROOF] = "Nachweis",
			[W_FRONT] = "Startseite",
			[W_ALL_TAGS] = "Personen, Orte, Themen",
			[W_ABOUT] = "Wie diese Redaktion arbeitet",
			[W_CORRECTIONS] = "Berichtigungen",
			[W_SKIP] = "Zum Text",
			[W_SUBJECT] = "Was gezählt wird",
			[W_FIGURE] = "Angabe",
			[W_WHO_SAYS] = "Wer es sagt",
			[W_EVIDENCE] = "Beleg, Quelle ",
			[W_SOURCE_PUBLISHED] = "veröffentlicht ",
			[W_SOURCE_READ] = "gelesen ",
			[W_SEE_PASSAGE] = "Die Stelle in der Quelle ansehen",
			[W_ONLY_LINK] = "Ohne Wortlaut: Die Zitatgrenze für diese Quelle ist ausgeschöpft.",
			[W_SUPPORTED] = "Prüfung: durch die Belegstelle gedeckt",
			[W_LEFT_OUT] = "Hier fehlt ein Zitat; es ginge über die Zitatgrenze hinaus für ",
			[W_STORY] = "Artikel",
			[W_STORIES] = "Artikel",
			[W_NO_STORIES] = "Hier ist noch nichts erschienen.",
			[W_LABEL_ALL] =
				"Jeder Artikel hier ist von wireproof aus den genannten Berichten "
				"zusammengestellt, ohne KI-Modell, und jeder Satz zeigt, woher er stammt.",
			[W_LABEL_SOME] = "Die Artikel hier sind aus den genannten Berichten zusammengestellt, "
							 "manche von einem KI-Modell geschrieben; jeder sagt es vor dem ersten "
							 "Absatz.",
			[W_OLDER] = "Alle Artikel",
			[W_PEOPLE] = "Personen",
			[W_PLACES] = "Orte",
			[W_ORGANISATIONS] = "Organisationen",
			[W_TOPICS] = "Themen",
			[W_FOLLOW] = "Abonnieren:",
			[W_NO_TAGS] = "Noch hat kein Artikel ein Schlagwort.",
			[W_NO_CORRECTIONS] = "Bisher wurde kein Artikel berichtigt oder zurückgezogen.",
			[W_CORRECTIONS_LEAD] = "Was diese Redaktion falsch hatte, das Neueste zuerst. Ein "
								   "berichtigter Artikel sagt es oben; ein zurückgezogener behält "
								   "seine Adresse und nennt den Grund.",
			[W_WITHDRAWAL] = "Zurückgezogen",
			[W_NOT_FOUND] = "Hier ist keine Seite",
			[W_NOT_FOUND_TEXT] =
				"Vielleicht ist die Adresse vertippt. Artikel behalten ihre Adresse, "
				"auch wenn sie zurückgezogen werden.",
			[W_ABOUT_LEAD] =
				"Diese Redaktion liest die Feeds von Medien, fasst die Berichte über ein Ereignis "
				"zusammen und schreibt darüber einen Artikel. Hinter jedem Satz steht eine Zahl; "
				"sie "
				"öffnet die Stelle der Quelle, auf die sich der Satz stützt. Zum Artikel gehört "
				"ein "
				"Nachweis, eine Datei mit allen Sätzen, ihren Belegen und einem Fingerabdruck der "
				"Quelle, sodass jeder ihn an der Quelle nachprüfen kann.",
			[W_ABOUT_CHECKED] = "Was „abgeglichen“ heißt",
			[W_ABOUT_CHECKED_TEXT] =
				"Bevor ein Artikel erscheint, vergleicht ein Programm jeden Satz mit den Sätzen "
				"der "
				"Quellen, die er anführt. Was nicht standhält, erscheint nicht, sondern wartet auf "
				"einen Menschen. Darauf achtet es:",
			[W_ABOUT_NOT] =
				"Die Prüfung fragt, ob die Quellen es sagen, nicht, ob die Quellen recht haben. "
				"Sie "
				"ist kein Faktencheck. Ein Artikel ohne die Zeile „Durchgesehen von“ erschien nach "
				"Regel; vorher hat ihn niemand gelesen, und Suchmaschinen werden gebeten, ihn "
				"nicht "
				"aufzunehmen.",
			[W_ABOUT_EXTRACTS] = "Was von einer Quelle zu sehen ist",
			[W_ABOUT_EXTRACTS_TEXT] =
				"Die Berichte gehören ihren Medien. Von jedem Medium zeigt ein Artikel, Zitate, "
				"Belege, Feeds und Nachweis zusammen, höchstens so viele Wörter, wenn seine Lizenz "
				"nicht mehr erlaubt: ",
			[W_ABOUT_NUMBERS] = "Diese Redaktion in Zahlen",
			[W_ABOUT_SOURCES] = "Verfolgte Quellen",
			[W_ABOUT_PUBLISHED] = "Erschienene Artikel",
			[W_ABOUT_HELD] = "Zurückgehaltene Artikel",
			[W_ABOUT_WITHDRAWN] = "Zurückgezogene Artikel",
			[W_ABOUT_CORRECTED] = "Berichtigungen",
			[W_ABOUT_CONTACT] = "Kontakt",
			[W_ABOUT_CONTACT_TEXT] = "Einen Fehler gefunden? Schreiben Sie an ",
			[W_ABOUT_NO_CONTACT] = "Diese Redaktion hat keinen Kontakt angegeben.",
			[W_ABOUT_PUBLISHER] = "Verantwortlich für das, was hier erscheint: ",
			[W_ABOUT_SENTENCES] = "Erschienene Sätze",
			[W_ABOUT_SENTENCES_HELD] = "Zurückgehaltene Sätze",
			[W_DATA] = "Daten",
			[W_DATA_LEAD] = "Wer was gesagt hat, was wann geschah und jede Zahl, jede Zeile mit "
							"ihrer Belegstelle: nach dem Monat des Erscheinens, zum "
							"Weiterarbeiten. Jeder Artikel hat die seinen.",
			[W_MOVED_TITLE] = "Dieser Artikel ist jetzt Teil eines anderen",
			[W_MOVED_TEXT] = "Zum Artikel",
			[W_SEARCH] = "Suche",
			[W_SEARCH_LABEL] = "Überschriften, Personen, Orte und Themen durchsuchen",
			[W_SEARCH_NONE] = "Nichts gefunden.",
			[W_SEARCH_WITHOUT] =
				"Die Suche braucht JavaScript. Ohne es stehen alle Artikel im Archiv: ",
			[W_IMPRINT] = "Impressum",
			[W_TAG_SAID] = "Was gesagt wurde",
			[W_TAG_WITH] = "In denselben Artikeln",
			[W_TAG_SINCE] = "In den Nachrichten seit ",
			[W_MORE] = "Ältere Artikel",
			[W_NEWER] = "Neuere Artikel",
		},
};

/* NOLINTEND(bugprone-suspicious-missing-comma) */

static const struct words *const all_words[] = {&english, &german};

const struct words *words_for(struct str language)
{
	struct str code = str_sub(language, 0, 2);
	if (language.n > 2 && language.p[2] != '-' && language.p[2] != '_')
		return &english;
	for (size_t i = 0; i < sizeof(all_words) / sizeof(all_words[0]); i++)
		if (str_eq_nocase(code, str_c(all_words[i]->code)))
			return all_words[i];
	return &english;
}

const char *word(const struct words *words, enum ui_word which)
{
	return words->text[which] ? words->text[which] : english.text[which];
}
