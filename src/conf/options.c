#include "conf/conf.h"

#define AT(member) offsetof(struct conf, member)

const struct conf_option conf_options[] = {
	{"desk.title", CONF_STRING, AT(title), "A wireproof desk", .help = "name of the publication"},
	{"desk.description", CONF_STRING, AT(description), "", .help = "one line below the name"},
	{"desk.language", CONF_STRING, AT(language), "", .choices = " en de fr es it pt nl pl ru uk tr",
		.help = "language of the desk's own words; empty: that of each story's reports"},
	{"desk.base_url", CONF_STRING, AT(base_url), "",
		.help =
			"where the site will stand, such as https://news.example/; empty: links stay relative"},
	{"desk.contact", CONF_STRING, AT(contact), "",
		.help = "URL or mail address for errors and for the outlets whose pages are fetched"},
	{"desk.publisher", CONF_STRING, AT(publisher), "",
		.help = "who is responsible for the publication"},

	{"net.allow", CONF_LIST, AT(allow), "",
		.help = "hosts and networks that are let through though they are not public: localhost "
				"*.localhost 10.0.0.0/8"},
	{"net.interval_ms", CONF_NUMBER, AT(interval_ms), "1000", 0, 3600000,
		.help = "least time between two requests to one host, in milliseconds"},
	{"net.timeout_s", CONF_NUMBER, AT(timeout_s), "30", 1, 600,
		.help = "longest time for one request, in seconds"},
	{"net.parallel", CONF_NUMBER, AT(parallel), "8", 1, 100,
		.help = "requests under way at once, all hosts together"},

	{"story.window_days", CONF_NUMBER, AT(window_days), "4", 1, 60,
		.help = "how many days a report may be away from the reports of a story it joins"},

	{"write.writer", CONF_STRING, AT(writer), "extract", .choices = "extract",
		.help = "who writes the articles"},
	{"write.extract_words", CONF_NUMBER, AT(extract_words), "60", 0, 1000,
		.help = "most words of one source that one story may show, everything together"},
	{"write.extract_sentences", CONF_NUMBER, AT(extract_sentences), "3", 0, 100,
		.help = "and most sentences of one source in its text"},

	{"rules.min_origins", CONF_NUMBER, AT(min_origins), "1", 1, 100,
		.help = "least independent origins of a story that is published"},
	{"rules.topics", CONF_LIST, AT(topics), "",
		.help = "topics that are published, with - for a blank: local-news; empty: all"},
	{"rules.mute", CONF_LIST, AT(mute), "",
		.help = "words; a story whose headline or tags have one is not written"},
	{"rules.daily_cap", CONF_NUMBER, AT(daily_cap), "0", 0, 100000,
		.help = "most new articles a day; 0: no limit; pinned stories come first"},
	{"rules.pin", CONF_LIST, AT(pin), "",
		.help = "ids of stories that are published before all others"},
	{"rules.hold", CONF_LIST, AT(hold), "crime courts health elections private",
		.choices = "none crime courts health elections private",
		.help =
			"kinds of stories that wait for a person: crime courts health elections private; none"},
	{"rules.hold_words", CONF_LIST, AT(hold_words), "",
		.help = "further words whose stories wait for a person"},

	{"publish.to", CONF_STRING, AT(publish_to), "site", .choices = "site",
		.help = "what is published"},
	{"publish.folder", CONF_STRING, AT(folder), "site",
		.help = "folder of the site, from the desk's folder"},
	{0},
};
