#include "net/net.h"

#include "base/json.h"

#define PRODUCT STR("wireproof")

/* What a category of Content-Signal or Content-Usage speaks of. Training, and any that is not here,
 * is no use. */
static const struct {
	struct str key;
	bool is_of[USE_COUNT];
} categories[] = {
	{STR_CONST("ai-input"), {[USE_MODEL] = true}},
	{STR_CONST("ai"), {[USE_MODEL] = true}},
	{STR_CONST("genai"), {[USE_MODEL] = true}},
	/* contentsignals.org: search is links and short extracts. */
	{STR_CONST("search"), {[USE_QUOTE] = true}},
	/* AIPREF drafts: any automated processing. */
	{STR_CONST("bots"), {[USE_STORE] = true, [USE_QUOTE] = true, [USE_MODEL] = true}},
	{STR_CONST("all"), {[USE_STORE] = true, [USE_QUOTE] = true, [USE_MODEL] = true}},
};

/* Directives of robots tags. */
static const struct {
	struct str word;
	enum use use;
} directives[] = {
	{STR_CONST("noai"), USE_MODEL},
	{STR_CONST("nosnippet"), USE_QUOTE},
	{STR_CONST("max-snippet:0"), USE_QUOTE},
};

/* Product tokens of crawlers that feed models. A publisher who names one of them and refuses it
 * does not want the page to get to a model, whoever takes it there. */
static const struct str crawlers[] = {
	STR_CONST("AI2Bot"),
	STR_CONST("Amazonbot"),
	STR_CONST("anthropic-ai"),
	STR_CONST("Applebot-Extended"),
	STR_CONST("Bytespider"),
	STR_CONST("CCBot"),
	STR_CONST("ChatGPT-User"),
	STR_CONST("Claude-SearchBot"),
	STR_CONST("Claude-User"),
	STR_CONST("Claude-Web"),
	STR_CONST("ClaudeBot"),
	STR_CONST("cohere-ai"),
	STR_CONST("Diffbot"),
	STR_CONST("DuckAssistBot"),
	STR_CONST("FacebookBot"),
	STR_CONST("Google-CloudVertexBot"),
	STR_CONST("Google-Extended"),
	STR_CONST("GPTBot"),
	STR_CONST("meta-externalagent"),
	STR_CONST("meta-externalfetcher"),
	STR_CONST("MistralAI-User"),
	STR_CONST("OAI-SearchBot"),
	STR_CONST("Omgilibot"),
	STR_CONST("Perplexity-User"),
	STR_CONST("PerplexityBot"),
	STR_CONST("Timpibot"),
	STR_CONST("YouBot"),
};
#define CRAWLERS (sizeof(crawlers) / sizeof(crawlers[0]))

static struct str printable(struct arena *a, struct str s)
{
	s = str_sub(str_trim(s), 0, RIGHTS_RAW);
	char *out = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (out[i] < ' ' || out[i] > '~')
			out[i] = char_is_space(out[i]) ? ' ' : '?';
	return (struct str){out, s.n};
}

struct signal *rights_add(
	struct arena *a, struct signal_vec *signals, struct str kind, struct str place, struct str raw)
{
	if (signals->n == RIGHTS_SIGNALS) /* what is over the ceiling is read, and dropped */
		return ARENA_NEW(a, struct signal);
	struct signal *s = VEC_ADD(a, signals);
	*s = (struct signal){
		.kind = str_dup(a, kind), .place = printable(a, place), .raw = printable(a, raw)};
	return s;
}

int rights_of(const struct signal_vec *signals, enum use use)
{
	int says = 0;
	for (size_t i = 0; i < signals->n; i++) {
		if (signals->items[i].says[use] < 0)
			return -1;
		says |= signals->items[i].says[use];
	}
	return says;
}

/* ---- Content-Signal, Content-Usage ---- */

/* "y" and "yes" grant, "n" and "no" refuse (a structured field may write ?1 and ?0). */
static int read_answer(struct str value)
{
	size_t end = str_find_char(value, ';', 0);
	value = str_trim(str_sub(value, 0, end == STR_NONE ? value.n : end));
	if (str_eq_nocase(value, STR("n")) || str_eq_nocase(value, STR("no")) ||
		str_eq(value, STR("?0")))
		return -1;
	return str_eq_nocase(value, STR("y")) || str_eq_nocase(value, STR("yes")) ||
			str_eq(value, STR("?1"))
		? 1
		: 0;
}

void rights_read_usage(struct arena *a, struct str kind, struct str items, struct str place,
	struct signal_vec *signals)
{
	while (items.p) {
		struct str item = str_trim(str_cut(&items, ','));
		if (item.n == 0)
			continue;
		struct signal *s = rights_add(a, signals, kind, place, item);
		struct str key = str_trim(str_cut(&item, '='));
		int answer = read_answer(item);
		for (size_t i = 0; i < sizeof(categories) / sizeof(categories[0]); i++) {
			if (!str_eq_nocase(key, categories[i].key))
				continue;
			for (int use = 0; use < USE_COUNT; use++)
				if (categories[i].is_of[use])
					s->says[use] = (int8_t)answer;
		}
	}
}

/* ---- Robots tags ---- */

/* Whether a directive is addressed to another program: "otherbot: noai". Directives with a value of
 * their own look alike. */
static bool is_for_another(struct str *item)
{
	static const struct str with_value[] = {STR_CONST("max-snippet"),
		STR_CONST("max-image-preview"), STR_CONST("max-video-preview"),
		STR_CONST("unavailable_after")};
	size_t colon = str_find_char(*item, ':', 0);
	if (colon == STR_NONE)
		return false;
	struct str name = str_trim(str_sub(*item, 0, colon));
	for (size_t i = 0; i < sizeof(with_value) / sizeof(with_value[0]); i++)
		if (str_eq_nocase(name, with_value[i]))
			return false;
	*item = str_trim(str_from(*item, colon + 1));
	return !str_eq_nocase(name, PRODUCT) && !str_eq_nocase(name, STR("robots"));
}

void rights_read_tags(
	struct arena *a, struct str kind, struct str list, struct str place, struct signal_vec *signals)
{
	while (list.p) {
		struct str item = str_trim(str_cut(&list, ','));
		if (item.n == 0)
			continue;
		struct signal *s = rights_add(a, signals, kind, place, item);
		if (is_for_another(&item))
			continue;
		item = str_replace(a, item, STR(" "), STR(""));
		for (size_t i = 0; i < sizeof(directives) / sizeof(directives[0]); i++)
			if (str_eq_nocase(item, directives[i].word))
				s->says[directives[i].use] = -1;
	}
}

/* ---- robots.txt ---- */

/* Lines of robots.txt that RFC 9309 leaves to others. Those of our own group count, else those of
 * `*`, and always those that stand in none. */
struct usage {
	struct str kind;
	struct str value[3]; /* in no group, for `*`, for us */
	size_t longest[3];   /* octets of the path that value came with, and 1 */
};

struct reading {
	struct arena *a;
	struct str path, place;
	struct signal_vec *signals;
	bool is_in_group, is_in_rules, applies[2], has_own;
	struct usage usages[2];
	bool names[CRAWLERS];
};

static void read_agent(struct reading *r, struct str value)
{
	if (r->is_in_rules)
		r->applies[0] = r->applies[1] = r->is_in_rules = false;
	r->is_in_group = true;
	r->applies[0] |= str_starts(value, STR("*"));
	if (str_eq_nocase(value, PRODUCT))
		r->applies[1] = r->has_own = true;
	for (size_t i = 0; i < CRAWLERS; i++)
		r->names[i] |= str_eq_nocase(value, crawlers[i]);
}

/* AIPREF lets a path stand before the items; the longest that covers the page counts. */
static void read_usage_line(struct reading *r, struct usage *u, struct str value)
{
	size_t longest = 1;
	if (str_starts(value, STR("/"))) {
		size_t end = 0;
		while (end < value.n && !char_is_space(value.p[end]))
			end++;
		if (!robots_matches(str_sub(value, 0, end), r->path))
			return;
		longest += end;
		value = str_trim(str_from(value, end));
	}
	const bool counts[3] = {!r->is_in_group, r->applies[0], r->applies[1]};
	for (int i = 0; i < 3; i++) {
		if (!counts[i] || longest < u->longest[i])
			continue;
		bool is_more = longest == u->longest[i] && u->value[i].n < RIGHTS_RAW * 4;
		u->value[i] =
			is_more ? str_format(r->a, "%.*s, %.*s", STR_ARG(u->value[i]), STR_ARG(value)) : value;
		u->longest[i] = longest;
	}
}

static void read_line(struct reading *r, struct str key, struct str value)
{
	if (str_eq_nocase(key, STR("user-agent"))) {
		read_agent(r, value);
		return;
	}
	if (str_eq_nocase(key, STR("license")) && value.n)
		(void)rights_add(r->a, r->signals, STR("RSL"), r->place, value);
	for (int i = 0; i < 2; i++) {
		if (!str_eq_nocase(key, r->usages[i].kind))
			continue;
		read_usage_line(r, &r->usages[i], value);
		r->is_in_rules = true;
	}
	if (str_eq_nocase(key, STR("allow")) || str_eq_nocase(key, STR("disallow")))
		r->is_in_rules = true;
}

static void add_crawlers(struct reading *r, struct str robots_txt)
{
	double delay_s;
	if (!robots_allows(robots_txt, PRODUCT, r->path, &delay_s))
		rights_add(r->a, r->signals, STR("robots.txt"), r->place, STR("Disallow, for wireproof"))
			->says[USE_STORE] = -1;
	for (size_t i = 0; i < CRAWLERS; i++) {
		if (!r->names[i] || robots_allows(robots_txt, crawlers[i], r->path, &delay_s))
			continue;
		struct str raw = str_format(r->a, "Disallow, for User-agent: %.*s", STR_ARG(crawlers[i]));
		rights_add(r->a, r->signals, STR("robots.txt"), r->place, raw)->says[USE_MODEL] = -1;
		return; /* one is enough */
	}
}

void rights_read_robots(struct arena *a, struct str robots_txt, struct str path, struct str place,
	struct signal_vec *signals)
{
	struct reading r = {.a = a,
		.path = path.n ? path : STR("/"),
		.place = place,
		.signals = signals,
		.usages = {{.kind = STR("Content-Signal")}, {.kind = STR("Content-Usage")}}};
	struct str rest = str_sub(robots_txt, 0, LIMIT_ROBOTS);
	if (str_starts(rest, STR("\xEF\xBB\xBF")))
		rest = str_from(rest, 3);
	while (rest.n) {
		struct str value = str_cut(&rest, '\n');
		struct str line = str_cut(&value, '#');
		value = line;
		if (str_find_char(line, ':', 0) == STR_NONE)
			continue;
		struct str key = str_trim(str_cut(&value, ':'));
		read_line(&r, key, str_trim(value));
	}
	add_crawlers(&r, robots_txt);
	for (int i = 0; i < 2; i++) {
		const struct usage *u = &r.usages[i];
		rights_read_usage(a, u->kind, u->value[0], place, signals);
		rights_read_usage(a, u->kind, u->value[r.has_own ? 2 : 1], place, signals);
	}
}

/* ---- TDMRep ---- */

bool rights_read_tdmrep(struct arena *a, struct str json, struct str path, struct str place,
	struct signal_vec *signals, struct err *err)
{
	struct jv root;
	if (!jv_parse(a, json, &root, err))
		return false;
	if (root.type != JV_ARRAY)
		return err_set(err, ERR_INPUT, "tdmrep.json is not a list of rules");
	JV_EACH (rule, &root) {
		struct str location = jv_str(rule, "location");
		if (location.n && !robots_matches(location, path))
			continue;
		const struct jv *reservation = jv_get(rule, "tdm-reservation");
		bool is_reserved = jv_int(rule, "tdm-reservation", 0) == 1 ||
			str_eq(jv_str(rule, "tdm-reservation"), STR("1"));
		if (!reservation)
			continue;
		struct str raw = str_format(a, "location %.*s: tdm-reservation %d %.*s", STR_ARG(location),
			is_reserved, STR_ARG(jv_str(rule, "tdm-policy")));
		rights_add(a, signals, STR("TDMRep"), place, raw)->says[USE_MODEL] = is_reserved ? -1 : 0;
	}
	return true;
}
