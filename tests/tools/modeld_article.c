#include "tools/modeld.h"

/* The sentences that the prompt offers: lines "[N] text". */
struct offered {
	int64_t number;
	struct str text;
};
struct offered_vec {
	struct offered *items;
	size_t n, capacity;
};

struct str modeld_read(struct arena *a, const char *path)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct str text = {0};
	if (path && buf_read_file(&b, path, NULL))
		text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct offered_vec read_offered(struct request *r)
{
	struct offered_vec all = {0};
	struct str rest = r->prompt;
	while (rest.p) {
		struct str line = str_cut(&rest, '\n');
		size_t end = str_find(line, STR("] "), 0);
		int64_t number;
		if (str_starts(line, STR("[")) && end != STR_NONE &&
			str_to_i64(str_sub(line, 1, end - 1), &number))
			*VEC_ADD(&r->a, &all) = (struct offered){number, str_from(line, end + 2)};
	}
	return all;
}

static int64_t find_number(const struct offered_vec *all, struct str words)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_find(all->items[i].text, words, 0) != STR_NONE)
			return all->items[i].number;
	return 0;
}

static void put_sentence(
	struct jw *w, const char *key, struct str text, const int64_t *cites, size_t n)
{
	if (key)
		jw_key(w, key);
	jw_open(w, '{');
	jw_put_str(w, "text", text);
	jw_key(w, "cites");
	jw_open(w, '[');
	for (size_t i = 0; i < n; i++)
		if (cites[i] > 0)
			jw_int(w, cites[i]);
	jw_close(w, ']');
	jw_close(w, '}');
}

/* ---- A scripted article ---- */

static void put_scripted(
	struct jw *w, const char *key, const struct jv *from, const struct offered_vec *all)
{
	int64_t cites[8];
	size_t n = 0;
	JV_EACH (words, jv_get(from, "cites"))
		if (n < 8)
			cites[n++] = find_number(all, words->string);
	put_sentence(w, key, jv_str(from, "text"), cites, n);
}

/* Sentences of --add. */
static void put_added(
	struct server *server, struct request *r, struct jw *w, const struct offered_vec *all)
{
	struct str rest = modeld_read(&r->a, server->add);
	while (rest.p) {
		struct str words = str_cut(&rest, '\n'), text = str_cut(&words, '\t');
		int64_t cite = find_number(all, words);
		if (text.n)
			put_sentence(w, NULL, text, &cite, 1);
	}
}

static bool is_happened(const struct jv *section)
{
	return str_eq(jv_str(section, "kind"), STR("happened"));
}

static void put_script(struct server *server, struct request *r, struct jw *w,
	const struct jv *script, const struct offered_vec *all)
{
	put_scripted(w, "headline", jv_get(script, "headline"), all);
	put_scripted(w, "standfirst", jv_get(script, "standfirst"), all);
	jw_key(w, "sections");
	jw_open(w, '[');
	JV_EACH (section, jv_get(script, "sections")) {
		jw_open(w, '{');
		jw_put_str(w, "kind", jv_str(section, "kind"));
		jw_key(w, "sentences");
		jw_open(w, '[');
		JV_EACH (sentence, jv_get(section, "sentences"))
			put_scripted(w, NULL, sentence, all);
		if (is_happened(section))
			put_added(server, r, w, all);
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static const struct jv *find_script(struct server *server, struct request *r)
{
	struct jv *root = ARENA_NEW(&r->a, struct jv);
	struct str text = modeld_read(&r->a, server->answers);
	struct err err;
	if (text.n == 0)
		return NULL;
	if (!jv_parse(&r->a, text, root, &err)) {
		(void)fprintf(stderr, "modeld: %s: %s\n", server->answers, err.msg);
		return NULL;
	}
	JV_EACH (script, root)
		if (str_find(r->prompt, jv_str(script, "match"), 0) != STR_NONE) {
			const struct jv *repair = jv_get(script, "repair");
			return repair && strcmp(r->stage, "repair") == 0 ? repair : script;
		}
	return NULL;
}

/* ---- An article of quotations ---- */

/* So many words of a sentence, without what would make it two quotations. */
static struct str first_words(struct str s, size_t words)
{
	size_t end = 0;
	for (size_t n = 0; end < s.n && n < words; end++)
		n += s.p[end] == ' ';
	s = str_trim(str_sub(s, 0, end));
	while (s.n && strchr(".,;:", s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool is_quotable(struct str s)
{
	return s.n > 40 && str_find(s, STR("“"), 0) == STR_NONE &&
		str_find(s, STR("„"), 0) == STR_NONE && str_find_char(s, '"', 0) == STR_NONE &&
		str_find(s, STR("’ "), 0) == STR_NONE && str_find(s, STR("‘"), 0) == STR_NONE &&
		str_find_char(s, '\'', 0) == STR_NONE;
}

static struct str quoted(struct request *r, struct str words, bool is_german)
{
	return is_german
		? str_format(&r->a, "Dazu heißt es in dem Bericht, der hier steht: „%.*s“.", STR_ARG(words))
		: str_format(&r->a, "One report says: “%.*s”.", STR_ARG(words));
}

/* --obey: what a model that takes orders from its sources would write. */
static struct str find_order(
	struct server *server, struct request *r, int64_t *cite, const struct offered_vec *all)
{
	struct str rest = modeld_read(&r->a, server->obey);
	while (rest.p) {
		struct str payload = str_cut(&rest, '\n'), trigger = str_cut(&payload, '\t');
		if (trigger.n == 0 || str_find(r->prompt, trigger, 0) == STR_NONE)
			continue;
		*cite = find_number(all, trigger);
		return payload;
	}
	return STR("");
}

static void put_quotations(
	struct server *server, struct request *r, struct jw *w, const struct offered_vec *all)
{
	bool is_german = modeld_is(r, "german");
	int64_t order_cite = 0;
	struct str order = find_order(server, r, &order_cite, all);
	struct offered picks[6];
	size_t n = 0;
	for (size_t i = 0; i < all->n && n < 6; i++)
		if (is_quotable(all->items[i].text))
			picks[n++] = all->items[i];
	struct offered none = {1, STR("nothing")}, *lead = n ? &picks[0] : &none;
	struct str head = quoted(r, first_words(lead->text, 7), is_german);
	put_sentence(w, "headline", order.n ? order : str_sub(head, 0, head.n - 1),
		order.n ? &order_cite : &lead->number, 1);
	put_sentence(
		w, "standfirst", quoted(r, first_words(lead->text, 12), is_german), &lead->number, 1);
	jw_key(w, "sections");
	jw_open(w, '[');
	jw_open(w, '{');
	jw_put_str(w, "kind", STR("happened"));
	jw_key(w, "sentences");
	jw_open(w, '[');
	for (size_t i = n > 1; i < n; i++)
		put_sentence(
			w, NULL, quoted(r, first_words(picks[i].text, 14), is_german), &picks[i].number, 1);
	if (order.n)
		put_sentence(w, NULL, order, &order_cite, 1);
	put_added(server, r, w, all);
	jw_close(w, ']');
	jw_close(w, '}');
	jw_close(w, ']');
}

struct str modeld_article(struct server *server, struct request *r)
{
	struct offered_vec all = read_offered(r);
	const struct jv *script = find_script(server, r);
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	jw_open(&w, '{');
	if (script)
		put_script(server, r, &w, script, &all);
	else
		put_quotations(server, r, &w, &all);
	jw_close(&w, '}');
	struct str text = str_dup(&r->a, buf_str(&b));
	buf_free(&b);
	return text;
}
