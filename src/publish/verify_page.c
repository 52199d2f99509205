/* Level one, second half: the page says what the proof does. */
#include "publish/render.h"
#include "publish/verify.h"

struct comparison {
	struct arena *a;
	const struct proof *proof;
	struct html_tree tree;
	struct verification *v;
	size_t failures;
};

static void fail(struct comparison *c, const char *what, struct str page, struct str proof)
{
	c->failures++;
	verify_add(c->v, c->a, VERIFY_INTEGRITY, VERIFY_FAILS,
		"%s: the page has \"%.*s\", the proof \"%.*s\"", what, STR_ARG(page), STR_ARG(proof));
}

static bool has_class(const struct html_node *node, const char *class)
{
	struct str rest = html_attribute(node, "class");
	while (rest.p)
		if (str_eq(str_cut(&rest, ' '), str_c(class)))
			return true;
	return false;
}

static uint32_t next_of_class(
	const struct comparison *c, uint32_t from, uint32_t end, const char *class)
{
	for (uint32_t i = from; i < end; i++)
		if (c->tree.nodes[i].kind == HTML_ELEMENT && has_class(&c->tree.nodes[i], class))
			return i;
	return HTML_NONE;
}

/* The text below a node without the subtrees of these classes and tags; NULL ends the list. */
static struct str text_without(
	const struct comparison *c, uint32_t node, const char *const *left_out)
{
	struct buf out = BUF(LIMIT_TEXT);
	const struct html_node *nodes = c->tree.nodes;
	for (uint32_t i = node + 1; i < nodes[node].end;) {
		bool is_out = false;
		for (size_t k = 0; left_out[k] && nodes[i].kind == HTML_ELEMENT; k++)
			is_out = is_out || has_class(&nodes[i], left_out[k]) || html_is(&nodes[i], left_out[k]);
		if (nodes[i].kind == HTML_TEXT)
			buf_add(&out, nodes[i].text);
		else if (nodes[i].kind == HTML_ELEMENT && html_flow(&nodes[i]) != HTML_INLINE)
			buf_add_char(&out, ' ');
		i = is_out ? nodes[i].end : i + 1;
	}
	struct str text = text_squeeze(c->a, buf_str(&out));
	buf_free(&out);
	return text;
}

static int rank_of(struct str part)
{
	if (str_eq(part, STR("headline")))
		return 0;
	if (str_eq(part, STR("standfirst")))
		return 1;
	for (int i = 0; i < SECTION_COUNT; i++)
		if (str_eq(part, str_c(section_names[i])))
			return 2 + i;
	return 2 + SECTION_COUNT;
}

/* The proof's sentences in the page's order: by part, then as they come. */
static struct str_vec expected_claims(const struct comparison *c)
{
	struct str_vec claims = {0};
	for (int rank = 0; rank <= 2 + SECTION_COUNT; rank++)
		JV_EACH (item, jv_get(&c->proof->root, "sentences"))
			if (rank_of(jv_str(item, "part")) == rank && !jv_bool(item, "left_out", false))
				*VEC_ADD(c->a, &claims) = text_squeeze(c->a, jv_str(item, "text"));
	return claims;
}

static void compare_claims(struct comparison *c, uint32_t article)
{
	static const char *const nothing[] = {NULL};
	struct str_vec want = expected_claims(c);
	size_t n = 0;
	uint32_t end = c->tree.nodes[article].end, at = article;
	while ((at = next_of_class(c, at + 1, end, "claim")) != HTML_NONE) {
		struct str got = text_without(c, at, nothing);
		if (n >= want.n)
			fail(c, "a sentence too many", got, STR(""));
		else if (!str_eq(got, want.items[n]))
			fail(c, str_format(c->a, "sentence %zu", n + 1).p, got, want.items[n]);
		n++;
	}
	for (; n < want.n; n++)
		fail(c, "a sentence is missing", STR(""), want.items[n]);
}

/* Whatever else stands where readers take it for the story's text: nothing may. */
static void compare_rest(struct comparison *c, uint32_t article)
{
	static const char *const parts[] = {"head", "body", "timeline", NULL};
	static const char *const known[] = {"claim", "mark", "h2", "label", "dates", "correction",
		"differ", "left-out", "time", "script", "style", NULL};
	for (size_t i = 0; parts[i]; i++) {
		uint32_t at = next_of_class(c, article, c->tree.nodes[article].end, parts[i]);
		struct str rest = at == HTML_NONE ? STR("") : text_without(c, at, known);
		if (rest.n)
			fail(c, "words that the proof does not have", rest, STR(""));
	}
}

static void compare_table(struct comparison *c, uint32_t article)
{
	static const char *const known[] = {"mark", "thead", NULL};
	struct buf want = BUF(LIMIT_TEXT);
	JV_EACH (row, jv_get(&c->proof->root, "disagreements")) {
		buf_add(&want, jv_str(row, "subject"));
		JV_EACH (figure, jv_get(row, "figures")) {
			int64_t report = jv_int(jv_get(figure, "cite"), "report", -1);
			bool is_known = report >= 0 && (size_t)report < c->proof->report_count;
			buf_addf(&want, " %.*s %.*s ", STR_ARG(jv_str(figure, "figure")),
				STR_ARG(is_known ? c->proof->reports[report].outlet : STR("")));
		}
	}
	uint32_t at = next_of_class(c, article, c->tree.nodes[article].end, "differ");
	struct str got = at == HTML_NONE ? STR("") : text_without(c, at, known);
	struct str expected = text_squeeze(c->a, buf_str(&want));
	buf_free(&want);
	if (!str_eq(got, expected))
		fail(c, "where the sources differ", got, expected);
}

static void compare_label(struct comparison *c, uint32_t article)
{
	static const char *const known[] = {"a", NULL};
	struct str want = text_squeeze(c->a, jv_str(&c->proof->root, "label"));
	uint32_t at = next_of_class(c, article, c->tree.nodes[article].end, "label");
	struct str got = at == HTML_NONE ? STR("") : text_without(c, at, known);
	if (!str_eq(got, want))
		fail(c, "the label", got, want);
}

static void compare_corrections(struct comparison *c, uint32_t article)
{
	static const char *const nothing[] = {NULL};
	uint32_t at = article, end = c->tree.nodes[article].end;
	JV_EACH (item, jv_get(&c->proof->root, "corrections")) {
		struct str note = text_squeeze(c->a, jv_str(item, "note")), got = STR("");
		at = at == HTML_NONE ? HTML_NONE : next_of_class(c, at + 1, end, "correction");
		if (at != HTML_NONE)
			got = text_without(c, at, nothing);
		if (at == HTML_NONE || !str_ends(got, note))
			fail(c, "a correction", got, note);
	}
	if (at != HTML_NONE && next_of_class(c, at + 1, end, "correction") != HTML_NONE)
		fail(c, "a correction too many", STR("one more"), STR("none"));
}

static void compare_sources(struct comparison *c, uint32_t article)
{
	uint32_t list = next_of_class(c, article, c->tree.nodes[article].end, "sources");
	uint32_t end = list == HTML_NONE ? 0 : c->tree.nodes[list].end;
	uint32_t at = list;
	for (size_t i = 0; i < c->proof->report_count; i++) {
		at = list == HTML_NONE ? HTML_NONE : html_find(&c->tree, at + 1, end, "li");
		uint32_t link =
			at == HTML_NONE ? HTML_NONE : html_find(&c->tree, at, c->tree.nodes[at].end, "a");
		struct str url = link == HTML_NONE ? STR("") : html_attribute(&c->tree.nodes[link], "href");
		if (!str_eq(url, c->proof->reports[i].url))
			fail(c, str_format(c->a, "source %zu", i + 1).p, url, c->proof->reports[i].url);
		if (at == HTML_NONE)
			return;
	}
}

struct str article_words_hash(struct arena *a, struct str page)
{
	struct html_tree tree;
	struct err ignored;
	struct buf words = BUF(LIMIT_OUTPUT);
	struct str hash = STR("");
	if (!html_parse(a, page, &tree, &ignored))
		return hash;
	uint32_t article = html_find(&tree, 0, tree.count, "article");
	for (uint32_t i = article; article != HTML_NONE && i < tree.nodes[article].end; i++) {
		if (tree.nodes[i].kind != HTML_TEXT)
			continue;
		struct str part = text_canonical(a, tree.nodes[i].text);
		if (part.n && words.n)
			buf_add_char(&words, ' ');
		buf_add(&words, part);
	}
	if (article != HTML_NONE)
		hash = hash_sha256(a, buf_str(&words));
	buf_free(&words);
	return hash;
}

static void compare_hash(struct comparison *c)
{
	struct str want = str_format(c->a, "sha256:%.*s", STR_ARG(hash_sha256(c->a, c->proof->bytes)));
	for (uint32_t i = 0; (i = html_find(&c->tree, i, c->tree.count, "meta")) != HTML_NONE; i++)
		if (str_eq(html_attribute(&c->tree.nodes[i], "name"), STR("wireproof-proof"))) {
			struct str got = html_attribute(&c->tree.nodes[i], "content");
			if (!str_eq(got, want))
				fail(c, "the hash of the proof", got, want);
			return;
		}
	fail(c, "the hash of the proof", STR(""), want);
}

static void compare_story(struct comparison *c)
{
	uint32_t article = html_find(&c->tree, 0, c->tree.count, "article");
	bool is_withdrawn = str_eq(jv_str(&c->proof->root, "state"), STR("withdrawn"));
	compare_hash(c);
	if (article == HTML_NONE || has_class(&c->tree.nodes[article], "tombstone") != is_withdrawn) {
		fail(c, "the state of the story", is_withdrawn ? STR("a story") : STR("a withdrawal"),
			jv_str(&c->proof->root, "state"));
		return;
	}
	if (html_find(&c->tree, article + 1, c->tree.count, "article") != HTML_NONE)
		fail(c, "a second article", STR("one"), STR("none"));
	if (is_withdrawn)
		return;
	compare_claims(c, article);
	compare_rest(c, article);
	compare_table(c, article);
	compare_label(c, article);
	compare_corrections(c, article);
	compare_sources(c, article);
}

/* Behind all that is compared by itself, so that a person first reads what was changed. */
static void compare_words(struct comparison *c, struct str utf8)
{
	struct str got = article_words_hash(c->a, utf8),
			   want = jv_str(&c->proof->root, "page_words_hash");
	if (!str_eq(got, want))
		fail(c, "the hash of all words in the story", got, want);
}

void verify_page(
	struct arena *a, const struct proof *proof, struct str page, struct verification *v)
{
	struct comparison c = {.a = a, .proof = proof, .v = v};
	struct err err = {0};
	struct str charset, utf8 = text_decode(a, page, STR("utf-8"), TEXT_HTML, &charset);
	if (!html_parse(a, utf8, &c.tree, &err)) {
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_FAILS, "the page can't be read: %s", err.msg);
		return;
	}
	compare_story(&c);
	compare_words(&c, utf8);
	if (c.failures == 0)
		verify_add(v, a, VERIFY_INTEGRITY, VERIFY_HOLDS,
			"the page's sentences, their order and the label are those of the proof");
}
