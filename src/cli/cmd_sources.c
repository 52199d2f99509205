#include "cli/cli.h"

extern const struct command cmd_sources;

/* When it is asked again, and why then. */
static struct str next_in_words(struct arena *a, const struct source *s)
{
	struct str at = cli_moment(a, s->next);
	if (s->is_paused)
		return str_format(
			a, "asked no more until `wireproof sources resume %lld`", (long long)s->id);
	if (!when_is_known(s->next))
		return STR("next fetch with the next run");
	if (s->failures)
		return str_format(a, "next fetch not before %.*s, since it failed %lld time%s in a row",
			STR_ARG(at), (long long)s->failures, s->failures == 1 ? "" : "s");
	if (!when_is_known(s->fetched))
		return str_format(
			a, "first fetch not before %.*s, since those of an import are spread out", STR_ARG(at));
	return str_format(
		a, "next fetch not before %.*s, since it says that its answer holds so long", STR_ARG(at));
}

static void put_note(const char *what, struct str value)
{
	if (value.n)
		printf("     %s %.*s\n", what, STR_ARG(value));
}

static int show(struct arena *a, const struct source_vec *sources)
{
	for (size_t i = 0; i < sources->n; i++) {
		const struct source *s = &sources->items[i];
		struct str name = s->name.n ? s->name : STR("(not fetched yet)");
		struct str good = when_is_known(s->good) ? cli_moment(a, s->good) : STR("never");
		struct str next = next_in_words(a, s);
		printf("%3lld  %-*.*s %s\n", (long long)s->id, cli_width(name, 24), STR_ARG(name),
			str_to_c(a, s->url));
		printf("     %s%.*s; last good fetch %.*s; %.*s\n", s->is_paused ? "paused: " : "",
			STR_ARG(s->state), STR_ARG(good), STR_ARG(next));
		if (s->moved_to.n)
			printf("     says it has moved to %.*s: %lld of 3 times\n", STR_ARG(s->moved_to),
				(long long)s->moved_count);
		put_note("topic", s->topic);
		put_note("licence", s->licence);
		put_note("owner", s->owner);
		put_note("note", s->note);
		put_note("approved by", s->approved_by);
	}
	if (sources->n == 0)
		printf("no sources: add one with `wireproof add URL`\n");
	return CLI_OK;
}

static struct source *find(const struct source_vec *sources, struct str what)
{
	int64_t id;
	bool is_number = str_to_i64(what, &id);
	for (size_t i = 0; i < sources->n; i++)
		if (str_eq(sources->items[i].url, what) || (is_number && sources->items[i].id == id))
			return &sources->items[i];
	return NULL;
}

static bool set_member(struct source *s, struct str key, struct str value, struct err *err)
{
	const struct {
		const char *name;
		struct str *member;
	} members[] = {{"name", &s->name}, {"topic", &s->topic}, {"language", &s->language},
		{"licence", &s->licence}, {"owner", &s->owner}, {"note", &s->note},
		{"approver", &s->approved_by}};
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		if (str_eq(key, str_c(members[i].name))) {
			*members[i].member = value;
			return true;
		}
	return err_set(err, ERR_CONFIG,
		"a source has no \"%.*s\": it has name, topic, language, licence, owner, note, "
		"approver",
		STR_ARG(key));
}

static bool change(struct desk *d, struct source *s, int argc, char **argv, struct err *err)
{
	struct str verb = str_c(argv[1]);
	if (str_eq(verb, STR("remove")) && argc == 3)
		return store_remove_source(d->store, s->id, err);
	if (str_eq(verb, STR("pause")) && argc == 3) {
		s->is_paused = true;
	} else if (str_eq(verb, STR("resume")) && argc == 3) {
		s->is_paused = false;
		s->next = WHEN_UNKNOWN;
	} else if (str_eq(verb, STR("set")) && argc == 5) {
		if (!set_member(s, str_c(argv[3]), str_c(argv[4]), err))
			return false;
	} else {
		return err_set(err, ERR_CONFIG, "can't do that: see `wireproof sources --help`");
	}
	return store_save_source(d->store, s, err);
}

static int run(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	struct err err = {0};
	struct source_vec sources;
	int code;
	if (argc == 2)
		return cli_usage(&cmd_sources, "give the URL or the number of a source");
	if (!cli_open_desk(cli, &cmd_sources, argc > 1, &d, &code))
		return code;
	bool ok = store_sources(d.store, &d.a, &sources, &err);
	if (ok && argc == 1) {
		(void)show(&d.a, &sources);
	} else if (ok) {
		struct source *source = find(&sources, str_c(argv[2]));
		ok = source ? change(&d, source, argc, argv, &err)
					: err_set(&err, ERR_CONFIG, "no source \"%s\": `wireproof sources` lists them",
						  argv[2]);
	}
	return cli_close_desk(&cmd_sources, &d, ok, &err);
}

const struct command cmd_sources = {"sources",
	"[pause|resume|remove SOURCE | set SOURCE KEY VALUE]",
	"show and change the feeds that are followed",
	"Without arguments: each source, its state, its last good fetch, and when it is asked next and "
	"why. SOURCE is its URL or its "
	"number.\n\n"
	"  pause, resume    stop asking it; ask it again\n"
	"  remove           follow it no more; its reports stay\n"
	"  set              name, topic, language, licence, owner, note or approver",
	run};
