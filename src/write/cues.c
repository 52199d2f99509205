#include "write/cues.h"

#include "text/text.h"

/* Entries are folded and parted by '|'. */
static const char *const english[WORD_LIST_COUNT] = {
	[WORDS_OPENERS] =
		"from there|true to "
		"form|he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|it's|he'"
		"s|"
		"she's|they're|that's|here|who|which|what|why|how|but|and|or|so|yet|nor|however|also|"
		"meanwhile|then|still|besides|moreover|furthermore|instead|otherwise|thus|hence|therefore|"
		"nonetheless|nevertheless|additionally|similarly|likewise|consequently|accordingly|"
		"earlier|later|afterwards|afterward|soon|another|others|other|both|such|either|even|"
		"indeed|perhaps|maybe|of course|in fact|in addition|in response|in turn|in contrast|as a "
		"result|for example|for instance|for that|at the same time|at that time|at the time|on the "
		"other hand|on the one hand|since then|by then|until then|the same|"
		"the other|the two|the three|the pair|the trio|among them|of those|of these|some of "
		"them|some of these|some of those|one of them|many of them|all of them|most of "
		"them|none of them|none of this|that is|after that|after this|before that|because of that|"
		"because of this|despite this|despite that|in this|in that|with that|under that|under "
		"this|to that end|as such|not only|part of|a second|a third|second|third|secondly|thirdly|"
		"finally|lastly|first|firstly|too|again|once again|rather|plus|yes|no|well|now|just|only|"
		"more than that|worse|that said|all this|all that|all of this|asked|when asked|"
		"speaking|one|two of|the third|at least one|if so|elsewhere|"
		"according to him|according to her|according to them|for his part|for her part",
	[WORDS_EXPLETIVES] =
		"it is unclear|it was unclear|it remains unclear|it remained unclear|it is not known|it "
		"was not|it is not yet|it is still unclear|it was still unclear|it is unknown",
	[WORDS_BARE_NOUNS] =
		"senator|president|minister|chancellor|mayor|governor|congressman|congresswoman|lawmaker|"
		"lawmakers|politician|official|officials|spokesman|spokeswoman|spokesperson|company|firm|"
		"group|agency|organisation|organization|department|ministry|party|team|club|man|woman|boy|"
		"girl|couple|family|victim|victims|suspect|suspects|defendant|judge|author|researchers|"
		"scholars|"
		"scientists|police|officer|officers|driver|pilot|captain|patient|patients|student|students|"
		"pupils|teacher|actor|actress|singer|player|coach|manager|chairman|owner|founder|"
		"billionaire|businessman|"
		"decision|move|incident|announcement|report|statement|meeting|bill|law|measure|plan|"
		"proposal|deal|agreement|document|documents|letter|speech|remarks|comments|comment|claim|"
		"claims|allegations|accusations|attack|attacks|accident|crash|vote|ruling|case|lawsuit|"
		"investigation|study|survey|poll|video|photo|image|post|tweet|article|book|film|show|"
		"event|visit|trip|site|area|city|town|village|country|nation|region|state|building|house|"
		"office|program|programme|project|policy|order|rule|rules|change|changes|figure|figures|"
		"number|amount|total|increase|result|results|effort|efforts|process|issue|question|"
		"problem|situation|news|story|newspaper|channel|network|website|outlet|candidate|nominee|"
		"incumbent|duo|pair|trio|administration|committee|panel|commission|board|council|union",
	[WORDS_SPECIFIERS] = "of|who|which|that|for|in|on|at|between|with|from|to|against|where|near|"
						 "by|whose|over|about",
	[WORDS_PRONOUNS] = "he|she|they|him|her|his|them|their|theirs|himself|herself|themselves",
	[WORDS_FIRST] = "i|we|my|our|us|me|you|your|yours|ours|mine|i'm|we're|i've|we've|you're|let's",
	[WORDS_HEDGES] =
		"not|no|never|nor|neither|without|unless|if|but|although|though|however|except|despite|"
		"said|says|according|alleged|allegedly|denied|denies|reportedly|claimed|claims|may|might|"
		"could|told|added|only|barely|hardly|yet|rather|instead|until|isn't|wasn't|didn't|don't|"
		"doesn't|won't|can't|cannot|couldn't|hasn't|haven't|hadn't|aren't|weren't|wouldn't",
	[WORDS_SUBORDINATE] = "which|who|whose|where|while|as|after|before|when|since|because|"
						  "following|and|with|including|making|bringing|leaving|killing|injuring",
	[WORDS_LOOSE] = "which|who|whose|where|while|after|before|when|since|following",
	[WORDS_DOUBTS] = "according|alleged|allegedly|reportedly|apparently|unless|if|but|although|"
					 "though|however|except",
	[WORDS_CLAUSES] = "which|who|whose|where|while|after|before|when|that|because",
	[WORDS_BAD_ENDS] =
		"that|shortly|just|day|days|hour|hours|minute|minutes|week|weeks|month|months|year|years|"
		"soon|long|even|only|well|such|same|and|or|but|the|a|an|of|to|in|on|at|by|for|with|from|"
		"since|before|after|over|first|last|next|latest|second|third|new|several|many|more|most|"
		"other|another|all|both|"
		"each|"
		"every|who|whose|which|"
		"immediately|so|far|much|right|had|has|have|is|are|was|were|be|however|back|time",
	[WORDS_VERBS] =
		"is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|"
		"said|says|say|told|met|won|lost|left|made|took|gave|got|went|came|saw|became|began|ran|"
		"held|brought|led|sent|put|set|hit|cut|fell|rose|grew|struck|broke|spoke|wrote|drove|flew|"
		"kept|built|bought|sold|paid|found|shot|fought|caught|taught|thought|sought|stood|"
		"understood|knew|drew|threw|chose|swore|wore|tore|bore|sank|sang|"
		"hosts|leads|plans|wants|shows|gives|takes|makes|comes|goes|remains|faces|calls|expects",
	[WORDS_PLAIN_SPEECH] = "said|says",
	[WORDS_THAT] = "that",
	[WORDS_PREPOSITIONS] = "in|on|at|to|of|by|for|from|with|about|against|during|after|before|"
						   "over|under|as|into|nothing|so|this|it|something|more|goodbye|yes|no",
	[WORDS_CLAUSE_STARTS] =
		"the|a|an|he|she|it|they|there|his|her|their|its|this|these|those|no|some|many|"
		"most|all|both|people|every|each|any|more|several|we",
	[WORDS_AND] = "and",
	[WORDS_RELATIVE] = "who|which|that|whom|whose",
	[WORDS_LEANING] = "also|however|though|then|too|subsequently|instead|therefore|meanwhile|"
					  "likewise|similarly|otherwise|earlier|later",
	[WORDS_BEFORE] = "before|after|until|till|by|since|of|from|through|ahead of|for|through",
	[WORDS_FUTURE] = "will|is expected to|are expected to|is due to|are due to|is scheduled|are "
					 "scheduled|is set to|are set to|plans to|plan to|intends to|intend to|is "
					 "planned|are planned|is to|are to",
	[WORDS_PLANNED] = "is expected to|are expected to|is due to|are due to|is scheduled|are "
					  "scheduled|is set to|are set to|plans to|plan to|is planned|are planned",
	[WORDS_UNKNOWN] =
		"has not been settled|has not been named|has not been identified|has not been released|has "
		"not been confirmed|has not been established|has not been determined|has not been "
		"decided|has not been set|has not been disclosed|have not been settled|have not been "
		"named|have not been identified|have not been released|have not been confirmed|have not "
		"been established|have not been disclosed|has yet to|have yet to|not yet known|not yet "
		"clear|not yet been|was not known|is not known|are not known|were not known|not "
		"immediately known|not immediately clear|was unclear|is unclear|remains unclear|remained "
		"unclear|it is unclear|unclear whether|unclear how|unclear if|unclear why|did not say "
		"whether|did not say when|did not say how|did not say what|did not say who|did not say "
		"where|did not say why|would not say|did not disclose|is unknown|are unknown|was unknown|"
		"remains unknown|remains to be|still unknown|still unclear|not been made public|did not "
		"name|did not give",
	[WORDS_JUNK] =
		"subscribe|sign up|newsletter|click here|read more|read also|follow us|download "
		"the|cookies|"
		"all rights reserved|contributed to this report|contributed reporting|getty|file photo|"
		"ap photo|photo by|photograph by|image credit|courtesy of|pictured|watch the video|watch "
		"live|scroll down|advertisement|this article|this story|this post|this page|sponsored|"
		"privacy policy|terms of|copyright|reprinted|originally appeared|originally published|"
		"story highlights|breaking news|live updates|see also|related|share this|editor's note|"
		"http|https|www",
	[WORDS_CLICKBAIT] =
		"live|watch|video|here's|this is|these are|you|your|you'll|won't believe|what we know|what "
		"to know|everything|why|how|reasons|opinion|analysis|explainer|exclusive|breaking|quiz|"
		"podcast|photos|gallery|newsletter|today|tomorrow|yesterday|editorial|op-ed|commentary|"
		"shocking|slams|destroys|stunning",
	[WORDS_TELLING] = "injured|hurt|wounded|dead|killed|deaths|missing|arrested|displaced|"
					  "evacuated|drones|missiles",
	[WORDS_UNITS] =
		"year|years|month|months|week|weeks|day|days|hour|hours|minute|minutes|second|seconds|"
		"metre|metres|meter|meters|kilometre|kilometres|kilometer|kilometers|mile|miles|feet|foot|"
		"inch|inches|percent|percentage|per cent|points|point|times|time|knots|degrees|litres|"
		"tonnes|tons|kilograms|kg|km|m|pm|am|p.m|a.m|hectares|acres|dollars|euros|pounds|million|"
		"billion|of|and|in|to|the|a|or|who|thing|things|way|ways|reason|reasons|part|parts",
	[WORDS_SUBORDINATE_ONLY] = "amid|because|although|though|even|despite|until|including",
	[WORDS_PHRASES] = "in|at|during|after|before|amid",
	[WORDS_POSSESSIVES] = "his|her|its|their",
	[WORDS_PLURALS] = "they|them|their|its",
	[WORDS_DEMONSTRATIVES] = "this|these|those|such|there|here|it|still|again|anyway|since|same",
	[WORDS_DAY_BEFORE] = "on|late|early",
	[WORDS_DAY_PARTS] = "morning|afternoon|evening|night|noon",
	[WORDS_ROLES] =
		"of|for|and|the|former|acting|interim|deputy|vice|assistant|chief|executive|host|leader|"
		"director|secretary|attorney|general|prosecutor|lawyer|chairwoman|representative|"
		"ambassador|prime|foreign|press|state|majority|minority|speaker|treasurer|adviser|"
		"strategist|analyst|economist|professor|engineer|editor|commissioner|sheriff|"
		"superintendent|king|queen|prince|princess|bishop|pope",
	[WORDS_CLAUSE_VERBS] =
		"said|says|say|told|tweeted|asked|argued|argues|claimed|claims|insisted|insists|countered|"
		"added|"
		"noted|wrote|testified|asserted|contended|maintained|thinks|believes|hopes",
	[WORDS_SOURCE_VERBS] = "said|says|announced",
	[WORDS_NO_SUBJECT] =
		"among|amid|like|neither|although|though|if|because|despite|until|unless|let|"
		"did|does|is|are|was|were|has|have|given|based|down|up|three|two|asked",
	[WORDS_BE] = "is|are|was|were|remains|remained|appears|appeared|seems|seemed",
	[WORDS_QUESTIONS] = "whether|how|why|what|if",
	[WORDS_PERFECT] = "has|have|had",
	[WORDS_INTRODUCTIONS] = "in|at|on|during|after|following|with|for|from|before|under|amid",
	[WORDS_NEWS_VERBS] =
		"used|died|tied|eyed|vows|seeks|urges|warns|backs|pledges|thinks|appears|assumes|"
		"offers|asks|signs|rejects|accuses|blames|defends|denies|joins|launches|"
		"opens|wins|loses|meets|drew|dug|stole|hid|quit|beat|resigns|agrees",
	[WORDS_PLACING] =
		"put|set|placed|laid|kept|held|left|found|led|took|brought|estimated|played|made",
	[WORDS_ARTICLES] = "the|a|an",
	[WORDS_FUTURE_PARTS] = "to|will|would|should|could|may|might",
	[WORDS_COUNTS] = "few|dozen|hundred|thousand|million|billion|lot|number|year|second|third",
};

static const char *const german[WORD_LIST_COUNT] = {
	[WORDS_OPENERS] =
		"er|sie|es|ihn|ihm|ihr|ihre|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner|dies|diese|"
		"dieser|dieses|diesen|diesem|das|dass|jene|jener|jenes|dem|denen|deren|dessen|aber|und|"
		"oder|doch|denn|sondern|jedoch|allerdings|auch|außerdem|ausserdem|zudem|ferner|dann|"
		"danach|davor|zuvor|dabei|dazu|daher|deshalb|deswegen|darum|dadurch|dafür|dagegen|damit|"
		"daran|darauf|darin|darüber|davon|hier|dort|da|damals|dennoch|trotzdem|gleichwohl|"
		"stattdessen|hingegen|indes|unterdessen|inzwischen|mittlerweile|schließlich|schliesslich|"
		"zunächst|später|früher|weiter|weitere|andere|anderen|beide|beiden|so|somit|also|zwar|"
		"immerhin|dagegen|ebenso|ebenfalls|gleichzeitig|zugleich|allein|nur|sonst|vielmehr|"
		"nun|jetzt|seitdem|seither|bislang|bisher|zum beispiel|unter anderem|im "
		"gegenzug|in der folge|infolgedessen|die beiden|der eine|die andere|das gleiche|dasselbe|"
		"wer|was|wie|warum|wo|welche|welcher|nein|ja|hinzu kommt|grund|wegen|drei von|zwei von|"
		"einer|eine von|einer von",
	[WORDS_EXPLETIVES] = "es ist unklar|es war unklar|es ist nicht bekannt|es blieb unklar|es "
						 "bleibt unklar|es ist noch|es war noch",
	[WORDS_BARE_NOUNS] =
		"senator|präsident|präsidentin|minister|ministerin|kanzler|kanzlerin|bürgermeister|"
		"bürgermeisterin|sprecher|sprecherin|politiker|politikerin|abgeordnete|unternehmen|konzern|"
		"firma|gruppe|behörde|verein|partei|mannschaft|mann|frau|junge|mädchen|paar|familie|opfer|"
		"täter|verdächtige|angeklagte|richter|richterin|autor|forscher|polizei|beamte|beamten|"
		"fahrer|fahrerin|patient|patienten|schüler|lehrer|spieler|trainer|entscheidung|vorfall|"
		"ankündigung|bericht|erklärung|treffen|gesetz|plan|vorschlag|abkommen|vertrag|brief|rede|"
		"angriff|unfall|abstimmung|urteil|fall|klage|untersuchung|studie|umfrage|video|foto|bild|"
		"artikel|buch|film|besuch|ort|gebiet|stadt|dorf|land|region|gebäude|haus|projekt|zahl|"
		"summe|ergebnis|lage|situation|zeitung|sender|kandidat|kandidatin|ausschuss|vorstand|rat|"
		"gewerkschaft|betrieb|zahlen|eltern|kinder|lokführer|wirt",
	[WORDS_SPECIFIERS] = "von|vom|der|des|die|das|den|für|in|im|am|an|auf|bei|zwischen|mit|aus|zu|"
						 "zum|zur|gegen|über|deren|dessen",
	[WORDS_PRONOUNS] = "er|sie|ihm|ihn|ihr|ihre|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner|"
					   "ihnen|seines",
	[WORDS_FIRST] = "ich|wir|mein|meine|uns|unser|unsere|mir|mich|du|dein|euch|lesen",
	[WORDS_HEDGES] =
		"nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|wenn|falls|sofern|aber|obwohl|"
		"obgleich|jedoch|außer|trotz|sagte|sagt|laut|zufolge|angeblich|mutmaßlich|bestritt|soll|"
		"sollen|könnte|könnten|dürfte|möglicherweise|nur|kaum|noch|sondern|statt|bis|teilte|"
		"erklärte|"
		"hieß|mitteilte|vermutlich",
	[WORDS_SUBORDINATE] = "nachdem|während|weil|wobei|als|wo|der|die|das|deren|dessen|und|darunter|"
						  "wodurch|womit|bevor|da|seit|ehe|denen|dem|den",
	[WORDS_LOOSE] = "nachdem|während|wobei|wo|bevor|seit|deren|dessen|darunter",
	[WORDS_DOUBTS] = "laut|zufolge|angeblich|mutmaßlich|vermutlich|möglicherweise|wenn|falls|"
					 "sofern|aber|obwohl|jedoch|außer",
	[WORDS_CLAUSES] = "nachdem|während|wobei|wo|bevor|deren|dessen|dass|weil|als",
	[WORDS_BAD_ENDS] = "dass|kurz|und|oder|der|die|das|den|dem|ein|eine|von|zu|in|im|an|am|auf|bei|"
					   "mit|nur|auch|so|erst",
	[WORDS_VERBS] =
		"ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|"
		"konnten|muss|müssen|will|wollen|soll|sollen|darf|dürfen|sagte|sagt|kam|kamen|ging|gingen|"
		"gab|gibt|steht|stand|stieß|fiel|stieg|nahm|traf|trafen|blieb|bleibt|hält|hielt|lag|liegt|"
		"sprach|schrieb|verlor|gewann|zog|rief|lief|geht|bringt|brachte|übernimmt|kauft|fordert|"
		"sieht|sah|erhielt|begann|beginnt|schlug|bot|bietet|nennt|nannte|plant|verletzte",
	[WORDS_PLAIN_SPEECH] = "",
	[WORDS_THAT] = "dass",
	[WORDS_PREPOSITIONS] = "in|im|an|am|auf|bei|zu|zum|zur|von|vom|für|mit|aus|über|gegen|nach|vor",
	[WORDS_CLAUSE_STARTS] = "der|die|das|ein|eine|er|sie|es|ihre|seine|dies|diese|kein|keine|"
							"viele|einige|mehrere|alle|den|dem",
	[WORDS_AND] = "und",
	[WORDS_RELATIVE] = "der|die|das|welcher|welche",
	[WORDS_LEANING] = "dort|dabei|daran|darauf|auch|jedoch|allerdings|dagegen|zudem|außerdem|"
					  "hingegen|dann|danach|"
					  "daraufhin|deshalb|daher|wiederum|ebenfalls|zuvor|später|erneut",
	[WORDS_BEFORE] = "vor|nach|bis|seit|ab|von|zum|für",
	[WORDS_PLANNED] = "soll|sollen|plant|planen|ist geplant|sind geplant|ist vorgesehen",
	[WORDS_FUTURE] = "wird|werden|soll|sollen|plant|planen|ist geplant|sind geplant|will|wollen|"
					 "ist vorgesehen",
	[WORDS_UNKNOWN] =
		"unklar|nicht bekannt|unbekannt|noch nicht fest|steht nicht fest|noch offen|ist "
		"offen|bleibt "
		"offen|blieb offen|keine angaben|äußerte sich nicht|wollte sich nicht|noch keine|noch "
		"nicht "
		"geklärt|nicht geklärt|ungeklärt|noch nicht bekannt|nicht beziffert|weder zeit noch ort|"
		"nannte keine|steht noch aus",
	[WORDS_JUNK] =
		"abonnieren|newsletter|hier klicken|lesen sie|mehr dazu|weiterlesen|cookies|alle "
		"rechte vorbehalten|foto|archivbild|symbolbild|symbolfoto|bildquelle|anzeige|"
		"dieser artikel|datenschutz|impressum|folgen sie|jetzt anmelden|copyright|"
		"liveticker|siehe auch|http|https|www",
	[WORDS_CLICKBAIT] = "live|liveticker|ticker|video|darum|so|diese|dieser|warum|wie|sie|ihr|"
						"kommentar|meinung|analyse|exklusiv|quiz|podcast|bilder|fotos|heute|"
						"morgen|gestern|schock|newsblog|was wir wissen|alles",
	[WORDS_TELLING] =
		"verletzte|verletzten|tote|toten|vermisste|festgenommene|erkrankte|drohnen|raketen",
	[WORDS_UNITS] =
		"jahr|jahre|jahren|monat|monate|monaten|woche|wochen|tag|tage|tagen|stunde|stunden|minute|"
		"minuten|sekunde|sekunden|meter|metern|kilometer|kilometern|kilogramm|prozent|"
		"prozentpunkte|mal|uhr|grad|knoten|hektar|liter|tonnen|euro|dollar|pfund|millionen|million|"
		"milliarden|milliarde|und|in|zu|der|die|das|den|von|teil|teile|grund|gründe",
};

static const char *entries(enum word_list list, struct str language)
{
	const char *found = str_eq(language, STR("en")) ? english[list]
		: str_eq(language, STR("de"))               ? german[list]
													: NULL;
	return found ? found : ""; /* German statements are not read */
}

static bool is_word_byte(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Marks inside a word belong to it: don't, co-op, p.m, 1,000. */
static bool is_inner_mark(struct str s, size_t at)
{
	char c = s.p[at];
	return (c == '\'' || c == '-' || c == '.' || c == ',') && at > 0 && at + 1 < s.n &&
		is_word_byte(s.p[at - 1]) && is_word_byte(s.p[at + 1]);
}

struct str cues_flatten(struct arena *a, struct str text)
{
	struct str folded = text_fold(a, text);
	char *flat = arena_alloc(a, folded.n + 3);
	size_t n = 0;
	flat[n++] = ' ';
	for (size_t i = 0; i < folded.n; i++) {
		if (is_word_byte(folded.p[i]) || is_inner_mark(folded, i))
			flat[n++] = folded.p[i];
		else if (flat[n - 1] != ' ')
			flat[n++] = ' ';
	}
	if (flat[n - 1] != ' ')
		flat[n++] = ' ';
	flat[n] = 0;
	return (struct str){flat, n};
}

/* Whether the entry stands in flat at this offset, which follows a blank, as whole words. */
static bool stands_at(struct str flat, size_t at, struct str entry)
{
	struct str rest = str_from(flat, at);
	return str_starts(rest, entry) && rest.n > entry.n && rest.p[entry.n] == ' ';
}

bool cues_starts(enum word_list list, struct str language, struct str flat)
{
	struct str rest = str_c(entries(list, language));
	while (rest.n > 0)
		if (stands_at(flat, 1, str_cut(&rest, '|')))
			return true;
	return false;
}

bool cues_has(enum word_list list, struct str language, struct str flat)
{
	struct str rest = str_c(entries(list, language));
	while (rest.n > 0) {
		struct str entry = str_cut(&rest, '|');
		for (size_t at = str_find(flat, entry, 0); at != STR_NONE;
			 at = str_find(flat, entry, at + 1))
			if (at > 0 && flat.p[at - 1] == ' ' && stands_at(flat, at, entry))
				return true;
	}
	return false;
}

bool cues_is(enum word_list list, struct str language, struct str folded_word)
{
	struct str rest = str_c(entries(list, language));
	while (rest.n > 0)
		if (str_eq(str_cut(&rest, '|'), folded_word))
			return true;
	return false;
}
