#include "cli/verify.h"

#include <getopt.h>
#include <sys/stat.h>
#include <unistd.h>

extern const struct command cmd_verify;

struct settings {
	struct str key, before;
	bool is_json;
};

/* ---- getting bytes ---- */

static bool open_net(struct verifying *v, struct err *err)
{
	struct conf conf;
	if (v->net)
		return true;
	if (!conf_load(&v->a, NULL, &conf, err))
		return false;
	struct net_options options = {
		.user_agent = str_format(&v->a, "wireproof/%s (verify)", WIREPROOF_VERSION),
		.allow = conf.allow,
		.interval_ms = (int)conf.interval_ms,
		.timeout_ms = (int)conf.timeout_s * 1000,
		.connect_timeout_ms = 10000,
		.parallel = 1,
	};
	return net_open(&options, &v->net, err);
}

static bool fetch(struct verifying *v, struct str url, bool is_page, struct str *bytes,
	struct str *charset, struct str *why)
{
	struct err err = {0};
	struct net_reply reply;
	if (!open_net(v, &err)) {
		*why = str_dup(&v->a, str_c(err.msg));
		return false;
	}
	net_submit(v->net, &(struct net_request){.url = url, .purpose = is_page ? NET_PAGE : NET_FEED});
	if (!net_wait(v->net, &v->a, &reply) || reply.outcome != NET_OK) {
		*why = str_dup(&v->a, str_c(reply.why));
		return false;
	}
	*bytes = reply.body;
	*charset = reply.charset;
	return true;
}

bool verify_get(struct verifying *v, struct str at, bool is_page, struct str *bytes,
	struct str *charset, struct str *why)
{
	struct buf b = BUF(LIMIT_BODY);
	struct err err = {0};
	*charset = STR("");
	if (str_starts_nocase(at, STR("http://")) || str_starts_nocase(at, STR("https://")))
		return fetch(v, at, is_page, bytes, charset, why);
	bool ok = buf_read_file(&b, str_to_c(&v->a, at), &err);
	if (ok)
		*bytes = str_dup(&v->a, buf_str(&b));
	else
		*why = str_dup(&v->a, str_c(err.msg));
	buf_free(&b);
	return ok;
}

/* ---- where the proof and the page are ---- */

static struct str beside(struct arena *a, struct str at, const char *name)
{
	size_t slash = str_rfind_char(at, '/');
	return slash == STR_NONE ? str_c(name)
							 : str_format(a, "%.*s%s", STR_ARG(str_sub(at, 0, slash + 1)), name);
}

static bool is_folder(struct verifying *v)
{
	struct stat st;
	return stat(str_to_c(&v->a, v->what), &st) == 0 && S_ISDIR(st.st_mode);
}

/* A story's folder, its page or its proof: the one tells where the others are. */
static void find_files(struct verifying *v)
{
	struct str at = v->what;
	v->is_url = str_starts_nocase(at, STR("http://")) || str_starts_nocase(at, STR("https://"));
	if (!str_ends(at, STR("/")) && !v->is_url && is_folder(v))
		at = str_format(&v->a, "%.*s/", STR_ARG(at));
	bool is_proof = str_ends(at, STR(".json"));
	v->proof_at = is_proof ? at : beside(&v->a, at, "proof.json");
	v->page_at = !is_proof && !str_ends(at, STR("/")) ? at : beside(&v->a, at, "index.html");
}

static bool read_story(struct verifying *v, struct err *err)
{
	struct str charset, why = STR("");
	find_files(v);
	if (!verify_get(v, v->proof_at, false, &v->proof, &charset, &why))
		return err_set(
			err, ERR_TRY, "can't read the proof %.*s: %.*s", STR_ARG(v->proof_at), STR_ARG(why));
	if (!verify_get(v, v->page_at, false, &v->page, &charset, &why))
		v->page = STR("");
	return true;
}

/* ---- the report ---- */

static void print_people(const struct verification *result)
{
	static const char *const marks[] = {"ok  ", "?   ", "FAIL"};
	static const char *const words[] = {"holds", "could not be looked at in full", "does not hold"};
	for (int level = 0; level < VERIFY_LEVELS; level++) {
		printf("%s: %s\n", verify_level_names[level],
			words[verify_worst(result, (enum verify_level)level)]);
		for (size_t i = 0; i < result->n; i++) {
			const struct verify_line *line = &result->items[i];
			if (line->level == (enum verify_level)level)
				printf("  %s %.*s\n", marks[line->state], STR_ARG(line->text));
		}
	}
}

static void print_json(const struct verification *result)
{
	static const char *const states[] = {"holds", "open", "fails"};
	struct buf out = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &out, .indent = 2};
	jw_open(&w, '{');
	for (int level = 0; level < VERIFY_LEVELS; level++)
		jw_put_str(&w, verify_level_names[level],
			str_c(states[verify_worst(result, (enum verify_level)level)]));
	jw_key(&w, "lines");
	jw_open(&w, '[');
	for (size_t i = 0; i < result->n; i++) {
		jw_open(&w, '{');
		jw_put_str(&w, "level", str_c(verify_level_names[result->items[i].level]));
		jw_put_str(&w, "state", str_c(states[result->items[i].state]));
		jw_put_str(&w, "text", result->items[i].text);
		jw_close(&w, '}');
	}
	jw_close(&w, ']');
	jw_close(&w, '}');
	(void)cli_write_line(&out);
	buf_free(&out);
}

static int exit_code(const struct verification *result)
{
	int code = CLI_OK;
	for (int level = 0; level < VERIFY_LEVELS; level++) {
		enum verify_state worst = verify_worst(result, (enum verify_level)level);
		if (worst == VERIFY_FAILS)
			return CLI_SOME;
		if (worst == VERIFY_OPEN)
			code = CLI_STORE;
	}
	return code;
}

/* ---- the levels ---- */

/* A key that nobody knows yet is pinned, once all that it signed holds. */
static void meet_key(struct verifying *v, const struct proof *proof, bool is_quiet)
{
	struct err err = {0};
	if (verify_pin_key(v, proof->key, &err)) {
		if (!is_quiet)
			(void)fprintf(stderr,
				"first look at this desk: its key %.*s is remembered; compare it with what the "
				"desk says elsewhere\n",
				STR_ARG(proof->key));
	} else if (!is_quiet) {
		(void)fprintf(stderr, "the desk's key is not remembered: %s\n", err.msg);
	}
}

static bool look_at_all(struct verifying *v, const struct settings *set, bool is_quiet,
	struct verification *result, struct err *err)
{
	struct proof proof;
	struct str key = STR(""), before = STR(""), charset, why = STR("");
	if (!read_story(v, err) || !proof_read(&v->a, v->proof, &proof, err) ||
		!verify_known_key(v, set->key, &key, err))
		return false;
	if (set->before.n && !verify_get(v, set->before, false, &before, &charset, &why))
		return err_set(err, ERR_CONFIG, "can't read the earlier proof: %.*s", STR_ARG(why));
	bool is_first = key.n == 0;
	if (is_first)
		key = verify_site_key(v);
	verify_integrity(&v->a, &proof, v->page, key, before, result);
	if (is_first && verify_worst(result, VERIFY_INTEGRITY) == VERIFY_HOLDS)
		meet_key(v, &proof, is_quiet);
	struct evidence_found *found =
		ARENA_ARRAY(&v->a, struct evidence_found, proof.report_count + 1);
	verify_collect(v, &proof, found);
	verify_evidence(&v->a, &proof, found, result);
	verify_check(&v->a, &proof, found, result);
	return true;
}

static int run(struct cli *cli, int argc, char **argv)
{
	static const struct option options[] = {{"archive", required_argument, NULL, 'a'},
		{"key", required_argument, NULL, 'k'}, {"before", required_argument, NULL, 'b'},
		{"offline", no_argument, NULL, 'o'}, {"json", no_argument, NULL, 'j'}, {0}};
	struct verifying v = {0};
	struct settings set = {0};
	struct verification result = {0};
	struct err err = {0};
	int c;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'a')
			v.archive = str_c(optarg);
		else if (c == 'k')
			set.key = str_c(optarg);
		else if (c == 'b')
			set.before = str_c(optarg);
		else if (c == 'o')
			v.is_offline = true;
		else if (c == 'j')
			set.is_json = true;
		else
			return cli_bad_option(&cmd_verify, argv);
	}
	if (optind + 1 != argc)
		return cli_usage(&cmd_verify, "wants one story: its URL, page, folder or proof.json");
	v.what = str_c(argv[optind]);
	int code = CLI_OK;
	if (!look_at_all(&v, &set, cli->is_quiet, &result, &err)) {
		code = cli_fail(&cmd_verify, &err);
		code = err.kind == ERR_TRY ? CLI_STORE : code;
	} else {
		if (set.is_json)
			print_json(&result);
		else if (!cli->is_quiet)
			print_people(&result);
		code = exit_code(&result);
	}
	if (v.net)
		net_close(v.net);
	arena_free(&v.a);
	return code;
}

const struct command cmd_verify = {
	.name = "verify",
	.args = "[--archive DIR] [--key KEY] URL|FILE",
	.summary = "check a published story against its proof",
	.help =
		"Looks at a story's page and its proof.json, in three levels: integrity (the signature, "
		"the\n"
		"chain, and that the page says what the proof says), evidence (each cited sentence still\n"
		"stands in its source), check (every check run again finds the same). The story is named "
		"by\n"
		"its address, its page, its folder or its proof. Needs no desk and no model.\n"
		"\n"
		"  --archive DIR  evidence from `wireproof archive`; what is not there is fetched\n"
		"  --offline      asks no network\n"
		"  --key KEY      the desk's public key: hex, PEM or a file; else the one remembered from\n"
		"                 the first look, in ~/.config/wireproof/known_keys\n"
		"  --before FILE  an earlier proof of the story: must be in the chain of this one\n"
		"  --json         prints the result as JSON\n"
		"\n"
		"Exit code 1 when anything fails, 3 when evidence could not be reached.",
	.run = run,
};
