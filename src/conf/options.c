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
		.help = "who is responsible for the publication; without it and desk.contact no site is "
				"published"},
	{"desk.address", CONF_STRING, AT(address), "",
		.help = "postal address of the publisher, for the imprint; ; ends a line"},

	{"desk.law", CONF_STRING, AT(law), "none", .choices = "none eu us-ny",
		.help = "whose rules the defaults follow: none; eu (extracts of 25 words); us-ny (search "
				"engines leave out what nobody reviewed)"},

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

	{"write.writer", CONF_STRING, AT(writer), "extract", .choices = "extract model",
		.help = "who writes the articles"},
	{"write.extract_words", CONF_NUMBER, AT(extract_words), "60", 0, 1000,
		.help = "most words of one source that one story may show, everything together"},
	{"write.extract_sentences", CONF_NUMBER, AT(extract_sentences), "3", 0, 100,
		.help = "and most sentences of one source in its text"},

	{"model.base_url", CONF_STRING, AT(model.base_url), "",
		.help = "address of the model server: http://127.0.0.1:8080/v1, or of Ollama "
				"http://127.0.0.1:11434"},
	{"model.name", CONF_STRING, AT(model.name), "",
		.help = "name of the model, as the server has it"},
	{"model.api", CONF_STRING, AT(model.api), "openai", .choices = "openai ollama",
		.help =
			"what the server speaks: openai (llama.cpp, vLLM, most others), or ollama, its own"},
	{"model.key_file", CONF_STRING, AT(model.key_file), "",
		.help =
			"file that holds the server's key; the environment's WIREPROOF_MODEL_KEY comes first"},
	{"model.context_tokens", CONF_NUMBER, AT(model.context_tokens), "16384", 2048, 4000000,
		.help = "context that the server gives, prompt and answer together"},
	{"model.max_tokens", CONF_NUMBER, AT(model.max_tokens), "2000", 200, 100000,
		.help = "most tokens of one answer"},
	{"model.binding", CONF_STRING, AT(model.binding), "schema", .choices = "schema grammar plain",
		.help = "how the answer's form is asked for: a JSON schema, a llama.cpp grammar, or words "
				"alone"},
	{"model.stream", CONF_STRING, AT(model.stream), "no", .choices = "no yes",
		.help = "whether answers come as a stream, so that model.idle_s can end a dead one early"},
	{"model.seed", CONF_NUMBER, AT(model.seed), "1", 0, 2147483647,
		.help = "seed of the model's choices, whose temperature is 0"},
	{"model.timeout_s", CONF_NUMBER, AT(model.timeout_s), "300", 1, 7200,
		.help = "longest time for one answer, in seconds"},
	{"model.idle_s", CONF_NUMBER, AT(model.idle_s), "300", 1, 7200,
		.help = "longest time in which the server sends nothing, in seconds"},
	{"model.wait_s", CONF_NUMBER, AT(model.wait_s), "60", 0, 3600,
		.help = "longest wait that a server may ask for (Retry-After), in seconds"},
	{"model.parallel", CONF_NUMBER, AT(model.parallel), "1", 1, 64,
		.help = "requests to the model under way at once"},
	{"model.per_minute", CONF_NUMBER, AT(model.per_minute), "0", 0, 60000,
		.help = "most requests a minute; 0: no limit"},
	{"model.daily_tokens", CONF_NUMBER, AT(model.daily_tokens), "0", 0, 1000000000000,
		.help = "most tokens a day, prompts and answers; 0: no limit"},
	{"model.daily_cents", CONF_NUMBER, AT(model.daily_cents), "0", 0, 100000000,
		.help = "most money a day, in cents; 0: no limit; needs the prices"},
	{"model.price_in", CONF_NUMBER, AT(model.price_in), "0", 0, 10000000,
		.help = "price of a million tokens of prompt, in cents"},
	{"model.price_out", CONF_NUMBER, AT(model.price_out), "0", 0, 10000000,
		.help = "price of a million tokens of answer, in cents"},
	{"model.probe_days", CONF_NUMBER, AT(model.probe_days), "7", 0, 365,
		.help = "days after which the server is probed again before it writes; 0: never"},

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
	{"publish.robots", CONF_STRING, AT(robots), "search", .choices = "search all none",
		.help = "what robots.txt allows: search (list and quote, no training), all, none"},
	{"publish.noindex", CONF_STRING, AT(noindex), "model", .choices = "model unreviewed none",
		.help = "stories that search engines are asked to leave out: model (written by one, not "
				"reviewed), unreviewed, none"},
	{0},
};
