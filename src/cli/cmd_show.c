/* queue and show: the editor's desk in the terminal. */
#include "cli/cli.h"

extern const struct command cmd_queue, cmd_show;

static int run_queue(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	struct err err = {0};
	struct story_vec stories;
	int code;
	size_t held = 0;
	(void)argv;
	if (argc != 1)
		return cli_usage(&cmd_queue, "takes no arguments");
	if (!cli_open_desk(cli, &cmd_queue, false, &d, &code))
		return code;
	bool ok = store_stories(d.store, &d.a, &stories, &err);
	for (size_t i = 0; ok && i < stories.n; i++) {
		const struct story_row *s = &stories.items[i];
		if (!str_eq(s->state, STR("held")))
			continue;
		printf("%.*s  %.*s\n            held: %.*s\n", STR_ARG(s->id), STR_ARG(s->title),
			STR_ARG(s->reason));
		held++;
	}
	if (ok && held)
		printf("\n%zu held. `wireproof show ID` shows a draft beside its sources; then approve or "
			   "reject it.\n",
			held);
	else if (ok)
		printf("nothing is held\n");
	return cli_close_desk(&cmd_queue, &d, ok, &err);
}

static void show_cites(const struct saved_draft *saved, const struct draft_sentence *s)
{
	for (size_t i = 0; i < s->cites.n; i++) {
		const struct cite *cite = &s->cites.items[i];
		const struct report *r = &saved->reports.items[cite->report];
		printf("        [%zu] %.*s: %.*s\n", cite->report + 1, STR_ARG(r->outlet),
			STR_ARG(span_text(r->text, cite->span)));
	}
}

static void show_findings(const struct saved_draft *saved, size_t sentence)
{
	for (size_t i = 0; i < saved->check.findings.n; i++) {
		const struct finding *f = &saved->check.findings.items[i];
		if (f->sentence == sentence)
			printf("        %s %.*s: %.*s\n", f->tier == TIER_ERROR ? "FAULT" : tier_names[f->tier],
				STR_ARG(f->kind), STR_ARG(f->explain));
	}
}

static void show_draft(struct desk *d, const struct saved_draft *saved)
{
	size_t at = 0, section = 0, left = 0;
	const struct draft_sentence *s;
	for (; (s = draft_sentence_at(&saved->draft, at)); at++) {
		while (at >= 2 && left == 0 && section < saved->draft.section_count) {
			printf("\n-- %s --\n", section_names[saved->draft.sections[section].kind]);
			left = saved->draft.sections[section++].sentence_count;
		}
		if (at >= 2 && left > 0)
			left--;
		else if (at >= 2 && section == saved->draft.section_count) {
			printf("\n-- timeline --\n");
			section++;
		}
		printf("%3zu %s%.*s\n", at,
			at == 0       ? "HEADLINE "
				: at == 1 ? "STANDFIRST "
						  : "",
			STR_ARG(s->text));
		show_cites(saved, s);
		show_findings(saved, at);
	}
	printf("\nsources:\n");
	for (size_t i = 0; i < saved->reports.n; i++) {
		const struct report *r = &saved->reports.items[i];
		printf("  [%zu] %.*s, %s: %.*s%s\n      %.*s\n", i + 1, STR_ARG(r->outlet),
			cli_moment(&d->a, r->published).p, STR_ARG(r->title),
			r->origin == (int64_t)i ? "" : " (copy)", STR_ARG(r->url));
	}
}

/* How the draft was made: what a model got wrong, and what became of it. */
static bool show_making(struct desk *d, struct str making, struct err *err)
{
	struct jv root;
	if (making.n == 0)
		return true;
	if (!jv_parse(&d->a, making, &root, err))
		return err_wrap(err, "how the draft was made");
	struct str reason = jv_str(&root, "reason"), model = jv_str(&root, "model");
	if (reason.n)
		printf("\nno model was used: %.*s\n", STR_ARG(reason));
	else
		printf(
			"\nwritten by %.*s: %lld sentences offered, %zu left out, %.0f %% of its words in runs "
			"as in a source\n",
			STR_ARG(model), (long long)jv_int(&root, "offered", 0),
			jv_get(&root, "left_out") ? jv_get(&root, "left_out")->n : 0,
			jv_get(&root, "copied_share") ? 100 * jv_get(&root, "copied_share")->real : 0);
	JV_EACH (f, jv_get(&root, "faults"))
		printf("  %.*s, %.*s: %.*s: %.*s\n      \"%.*s\"\n", STR_ARG(jv_str(f, "outcome")),
			STR_ARG(jv_str(f, "part")), STR_ARG(jv_str(f, "kind")), STR_ARG(jv_str(f, "explain")),
			STR_ARG(jv_str(f, "text")));
	return true;
}

static bool show_log(struct desk *d, struct str story, struct err *err)
{
	struct log_vec rows;
	if (!store_log_of(d->store, &d->a, story, &rows, err))
		return false;
	printf("\nhistory:\n");
	for (size_t i = 0; i < rows.n; i++)
		printf("  %s  %.*s  %.*s%s%.*s\n", cli_moment(&d->a, rows.items[i].at).p,
			STR_ARG(rows.items[i].who), STR_ARG(rows.items[i].what),
			rows.items[i].why.n ? ": " : "", STR_ARG(rows.items[i].why));
	return true;
}

static bool show(struct desk *d, struct str id, struct err *err)
{
	struct story_row story;
	struct draft_row row;
	struct saved_draft saved;
	bool found;
	if (!desk_find_story(d, &d->a, id, &story, err) ||
		!store_latest_draft(d->store, &d->a, story.id, &row, &found, err))
		return false;
	printf("story %.*s: %.*s%s%.*s\n\n", STR_ARG(story.id), STR_ARG(story.state),
		story.reason.n ? ": " : "", STR_ARG(story.reason));
	if (found && !desk_load_draft(d, &d->a, &row, &saved, err))
		return false;
	if (found)
		show_draft(d, &saved);
	if (found && !show_making(d, row.making, err))
		return false;
	return show_log(d, story.id, err);
}

static int run_show(struct cli *cli, int argc, char **argv)
{
	struct desk d;
	struct err err = {0};
	int code;
	if (argc != 2)
		return cli_usage(&cmd_show, "give the id of one story");
	if (!cli_open_desk(cli, &cmd_show, false, &d, &code))
		return code;
	bool ok = show(&d, str_c(argv[1]), &err);
	return cli_close_desk(&cmd_show, &d, ok, &err);
}

const struct command cmd_queue = {"queue", "", "what is held for a person, and why",
	"Lists the stories whose drafts wait for a person, and what holds each.", run_queue};
const struct command cmd_show = {"show", "STORY", "a draft beside its sources",
	"Shows a story's latest draft: each sentence with its number, the source sentences it rests "
	"on, what the check found,\n"
	"the sources, and everything that was decided. STORY is an id, or its unique beginning.",
	run_show};
