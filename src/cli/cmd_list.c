#include "cli/cli.h"

#include <getopt.h>

extern const struct command cmd_list;

/* A list: how its rows are printed for people and for programs. */
struct list {
	struct desk *d;
	bool is_json;
	struct buf line;
	struct err *err;
};

static void begin(struct list *l, struct jw *w)
{
	buf_clear(&l->line);
	*w = (struct jw){.buf = &l->line};
	jw_open(w, '{');
}

static void put_when(struct list *l, struct jw *w, const char *key, struct when when)
{
	jw_put_str_if(w, key, when_rfc3339(&l->d->a, when));
}

static bool end(struct list *l, struct jw *w)
{
	jw_close(w, '}');
	return cli_write_line(&l->line) || err_set(l->err, ERR_STORE, "can't write to standard output");
}

static bool list_sources(struct list *l)
{
	struct source_vec rows;
	struct jw w;
	if (!store_sources(l->d->store, &l->d->a, &rows, l->err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct source *s = &rows.items[i];
		if (!l->is_json) {
			printf("%3lld  %-*.*s %s%.*s  %.*s\n", (long long)s->id, cli_width(s->name, 28),
				STR_ARG(s->name), s->is_paused ? "paused, " : "", STR_ARG(s->state),
				STR_ARG(s->url));
			continue;
		}
		begin(l, &w);
		jw_put_int(&w, "id", s->id);
		jw_put_str(&w, "url", s->url);
		jw_put_str(&w, "name", s->name);
		jw_put_str_if(&w, "topic", s->topic);
		jw_put_str(&w, "state", s->state);
		jw_put_bool(&w, "paused", s->is_paused);
		jw_put_int(&w, "failures", s->failures);
		put_when(l, &w, "fetched", s->fetched);
		put_when(l, &w, "next", s->next);
		if (!end(l, &w))
			return false;
	}
	return true;
}

static bool list_reports(struct list *l)
{
	struct report_vec rows;
	struct jw w = {.buf = &l->line};
	if (!store_reports(l->d->store, &l->d->a, REPORTS_ALL, WHEN_UNKNOWN, false, &rows, l->err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct report *r = &rows.items[i];
		if (!l->is_json) {
			printf("%s  %-9s %-10.*s  %-*.*s %.*s\n", cli_moment(&l->d->a, r->published).p,
				page_state_names[r->state], STR_ARG(r->story.n ? r->story : STR("-")),
				cli_width(r->outlet, 20), STR_ARG(r->outlet), STR_ARG(r->title));
			continue;
		}
		buf_clear(&l->line);
		w = (struct jw){.buf = &l->line};
		model_put_report(&w, r);
		if (!cli_write_line(&l->line))
			return err_set(l->err, ERR_STORE, "can't write to standard output");
	}
	return true;
}

/* For programs: one line a report, as grouping is measured by. */
static bool list_story_reports(struct list *l, const struct story_row *story)
{
	struct report_vec reports;
	struct jw w;
	if (!store_story_reports(l->d->store, &l->d->a, story->id, &reports, l->err))
		return false;
	story_origins(reports.items, reports.n);
	for (size_t i = 0; i < reports.n; i++) {
		const struct report *r = &reports.items[i];
		begin(l, &w);
		jw_put_str(&w, "url", r->url);
		jw_put_str(&w, "title", r->title);
		jw_put_str(&w, "source", r->outlet);
		put_when(l, &w, "published", r->published);
		jw_put_str(&w, "story", story->id);
		jw_put_str(&w, "origin", reports.items[r->origin].url);
		jw_put_str(&w, "state", story->state);
		jw_put_str_if(&w, "reason", story->reason);
		if (!end(l, &w))
			return false;
	}
	return true;
}

static bool list_stories(struct list *l)
{
	struct story_vec rows;
	if (!store_stories(l->d->store, &l->d->a, &rows, l->err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct story_row *s = &rows.items[i];
		if (l->is_json && !list_story_reports(l, s))
			return false;
		if (!l->is_json)
			printf("%.*s  %-9.*s %3lld report%s  %.*s%s%.*s\n", STR_ARG(s->id), STR_ARG(s->state),
				(long long)s->reports, s->reports == 1 ? " " : "s", STR_ARG(s->title),
				s->reason.n ? "\n            " : "", STR_ARG(s->reason));
	}
	return true;
}

static bool list_drafts(struct list *l)
{
	struct story_vec stories;
	struct jw w;
	if (!store_stories(l->d->store, &l->d->a, &stories, l->err))
		return false;
	for (size_t i = 0; i < stories.n; i++) {
		struct draft_row draft;
		bool found;
		if (!store_latest_draft(l->d->store, &l->d->a, stories.items[i].id, &draft, &found, l->err))
			return false;
		if (!found)
			continue;
		if (!l->is_json) {
			printf("%.*s  %-9.*s %s  %.*s\n", STR_ARG(draft.story), STR_ARG(draft.state),
				cli_moment(&l->d->a, draft.made).p, STR_ARG(draft.title));
			continue;
		}
		begin(l, &w);
		jw_put_str(&w, "story", draft.story);
		jw_put_int(&w, "draft", draft.id);
		jw_put_str(&w, "title", draft.title);
		jw_put_str(&w, "state", draft.state);
		jw_put_str_if(&w, "reason", draft.reason);
		put_when(l, &w, "made", draft.made);
		if (!end(l, &w))
			return false;
	}
	return true;
}

static bool list_articles(struct list *l)
{
	struct article_vec rows;
	struct jw w;
	if (!store_articles(l->d->store, &l->d->a, &rows, l->err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct article_row *r = &rows.items[i];
		struct draft_row draft;
		if (!store_draft(l->d->store, &l->d->a, r->draft, &draft, l->err))
			return false;
		if (!l->is_json) {
			printf("%.*s  %-9.*s version %lld  %s  %.*s\n", STR_ARG(r->story), STR_ARG(r->state),
				(long long)r->version, cli_moment(&l->d->a, r->published).p, STR_ARG(draft.title));
			continue;
		}
		begin(l, &w);
		jw_put_str(&w, "story", r->story);
		jw_put_str(&w, "title", draft.title);
		jw_put_int(&w, "version", r->version);
		jw_put_str(&w, "state", r->state);
		jw_put_str_if(&w, "reviewed_by", r->reviewed_by);
		put_when(l, &w, "published", r->published);
		put_when(l, &w, "updated", r->updated);
		if (!end(l, &w))
			return false;
	}
	return true;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	static const struct {
		const char *name;
		bool (*list)(struct list *l);
	} lists[] = {{"sources", list_sources}, {"reports", list_reports}, {"stories", list_stories},
		{"drafts", list_drafts}, {"articles", list_articles}};
	struct desk d;
	struct err err = {0};
	struct list l = {.d = &d, .line = BUF(LIMIT_OUTPUT), .err = &err};
	int c, code;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c != 'j')
			return cli_bad_option(&cmd_list, argv);
		l.is_json = true;
	}
	if (argc - optind != 1)
		return cli_usage(&cmd_list, "list what? sources, reports, stories, drafts or articles");
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (strcmp(argv[optind], lists[i].name) != 0)
			continue;
		if (!cli_open_desk(cli, &cmd_list, false, &d, &code))
			return code;
		bool ok = lists[i].list(&l);
		buf_free(&l.line);
		return cli_close_desk(&cmd_list, &d, ok, &err);
	}
	return cli_usage(&cmd_list, "can't list \"%s\"", argv[optind]);
}

const struct command cmd_list = {"list", "[--json] sources|reports|stories|drafts|articles",
	"tables for people, JSON lines for programs",
	"Prints what the desk has, newest first (sources by number). `list stories` says of each story "
	"whether it is published,\n"
	"held or waiting, and why; with --json it gives a line for each report: url, title, source, "
	"published, story, origin.\n\n"
	"  --json   one JSON object a line",
	run};
