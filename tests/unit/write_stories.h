/* The stories that the tests of write tell. All outlets, people and places are invented. */
#ifndef TESTS_WRITE_STORIES_H
#define TESTS_WRITE_STORIES_H

struct row {
	const char *outlet, *published, *language, *title, *text, *licence;
	int origin; /* -1: its own */
};

struct story {
	const char *name, *language;
	struct row rows[6]; /* to the first without a text */
};

static const struct story stories[] = {
	{"three outlets, one day", "en",
		{
			{"Gannet Courier", "2031-06-10T09:00:00Z", "en",
				"Bridge at Orlow closed after barge strikes pier",
				"ORLOW, June 10 (Gannet) – The road bridge at Orlow was closed on Tuesday after a "
				"barge loaded with gravel struck its western pier, the harbour office said.\n\n"
				"Nobody was hurt. Harbour master Livia Brandt said that divers would look at the "
				"pier in the afternoon. \"We have to see the foundation before a single car goes "
				"over it again,\" Brandt said.\n\nThe bridge was built in 1974. It carries 21,000 "
				"cars a day.",
				"", -1},
			{"The Orlow Mirror", "2031-06-10T11:30:00Z", "en",
				"Barge hits Orlow bridge: what you need to know",
				"A gravel barge hit the western pier of the Orlow road bridge shortly after six on "
				"Tuesday morning, and police closed the bridge to all traffic. The captain had "
				"lost his steering in the current, said police spokesman Piet Harloff.\n\nHe did "
				"not say how. It was unclear when the bridge would open again.\n\n\"People should "
				"expect long queues at the ferry for the whole week,\" Piet Harloff said.\n\n"
				"Subscribe to our newsletter for more.",
				"", -1},
			{"Radio Veld", "2031-06-10T15:00:00Z", "en",
				"Divers find crack in pier of Orlow bridge",
				"Divers have found a crack in the pier of the Orlow bridge that a barge struck on "
				"Tuesday, the harbour office told Radio Veld. The bridge will stay closed until 24 "
				"June, harbour master Livia Brandt said.\n\nBut she added that the ferry would run "
				"all night.",
				"", -1},
		}},
	{"a toll that rises over days", "en",
		{
			{"Gannet Courier", "2031-02-03T08:00:00Z", "en",
				"Landslide at Mirnov buries nine houses",
				"A landslide at Mirnov buried 9 houses on Monday, the rescue service said. The "
				"slope above the village gave way after four days of rain.",
				"", -1},
			{"Radio Veld", "2031-02-03T09:00:00Z", "en", "Landslide at Mirnov buries nine houses",
				"A landslide at Mirnov buried 9 houses on Monday, the rescue service said. The "
				"slope above the village gave way after four days of rain. (Gannet)",
				"", 0},
			{"The Orlow Mirror", "2031-02-05T10:00:00Z", "en",
				"Mirnov landslide buried 14 houses, geologist blames quarry",
				"The landslide at Mirnov buried 14 houses, more than first thought, the rescue "
				"service said. Geologist Anselm Tarn blamed a quarry that was opened above "
				"the village in 2019.\n\n\"Anybody could see that this slope was moving,\" Anselm "
				"Tarn said. The quarry is to close on 1 March.",
				"", -1},
		}},
	{"one report", "en",
		{
			{"Gannet Courier", "2031-06-10T09:00:00Z", "en", "Old mill at Sarn to become a school",
				"The old mill at Sarn will become a school for glass makers, the town council "
				"decided on Monday. The work is to cost 3 million crowns and to last two years. "
				"Architect Nora Feld plans a workshop with six furnaces in the former granary. "
				"\"I have waited for this building for half my life,\" Nora Feld said. The first "
				"pupils are expected in September 2033.",
				"", -1},
		}},
	{"one licensed report", "en",
		{
			{"Harbour Office", "2031-06-10T09:00:00Z", "en", "Harbour office opens second quay",
				"The harbour office of Orlow opened its second quay on Monday. The quay is 300 "
				"metres long and takes ships of 60,000 tonnes. Harbour master Livia Brandt thanked "
				"the workers who had built it through the winter. The first ship, the Anna Tove, "
				"brought timber from Norholm. A third quay has been planned since 2028.",
				"own", -1},
		}},
	{"a German desk", "de",
		{
			{"Deichbote", "2031-06-10T09:00:00Z", "de", "Lastkahn rammt Brücke in Orlow",
				"Ein Lastkahn hat am Dienstag einen Pfeiler der Straßenbrücke in Orlow gerammt. "
				"Die Polizei sperrte die Brücke für den gesamten Verkehr. „Wir müssen erst das "
				"Fundament sehen“, sagte Hafenmeisterin Livia Brandt. Wann die Brücke wieder "
				"öffnet, ist noch unklar.",
				"", -1},
			{"Veldner Zeitung", "2031-06-10T12:00:00Z", "de", "Orlower Brücke nach Unfall gesperrt",
				"Nach dem Zusammenstoß eines Lastkahns mit einem Pfeiler bleibt die Straßenbrücke "
				"in Orlow zwei Wochen lang gesperrt. Er soll am Mittwoch untersucht werden.",
				"", -1},
			{"Gannet Courier", "2031-06-10T09:00:00Z", "en", "Barge strikes bridge at Orlow",
				"The road bridge at Orlow was closed on Tuesday after a barge loaded with gravel "
				"struck its western pier, the harbour office said.",
				"", -1},
		}},
	{"a foreign source alone", "en",
		{
			{"Kıyı Sesi", "2031-06-10T09:00:00Z", "tr", "Orlow köprüsü trafiğe kapatıldı",
				"Orlow köprüsü, bir mavnanın ayağına çarpması üzerine salı günü trafiğe kapatıldı. "
				"Liman müdürü Livia Brandt köprünün iki hafta kapalı kalacağını söyledi.",
				"", -1},
		}},
};

#endif
