#include "write/model_parts.h"

#include "write/phrases.h"

/* A longer sentence is a table or a list that was read as one. */
#define SENTENCE_BYTES 700
/* What a prompt holds besides the sentences: rules, today's date, the schema that some servers
 * add. */
#define RULES_TOKENS 1400
#define ROW_BYTES 8 /* of a sentence's number and line end */

struct offered {
	struct cite cite;
	struct str text;
	double worth;
	bool is_taken;
};

struct choosing {
	struct arena *a;
	const struct report *reports;
	size_t count;
	struct {
		struct offered *items;
		size_t n, capacity;
	} offered;
	struct model_evidence *out;
};

static void leave_out(struct choosing *c, struct cite cite, enum left_why why)
{
	*VEC_ADD(c->a, &c->out->left_out) = (struct left_out){cite, why};
}

/* One line, without what would look like a line of the prompt's own. */
static struct str flatten(struct arena *a, struct str s)
{
	char *out = arena_cstr(a, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)out[i] < ' ' || out[i] == 0x7f)
			out[i] = ' ';
	return text_squeeze(a, (struct str){out, s.n});
}

/* Offers a report's sentences. What speaks to a model takes its whole paragraph along. */
static void offer_report(struct choosing *c, size_t r)
{
	const struct report *report = &c->reports[r];
	struct str text = report->text;
	struct span_vec spans = text_sentences(c->a, text, report->language);
	bool is_foreign = report->language.n && !str_eq(report->language, c->out->language);
	bool is_copy = report->origin != (int64_t)r;
	bool is_bad = false;
	size_t end = 0;
	for (size_t i = 0; i < spans.n; i++) {
		struct cite cite = {r, spans.items[i]};
		struct str sentence = span_text(text, spans.items[i]);
		if (i == 0 || spans.items[i].start >= end) { /* another paragraph */
			end = str_find(text, STR("\n\n"), spans.items[i].start);
			is_bad = write_is_poisoned(text, spans.items[i].start, report->language);
		}
		if (is_bad)
			leave_out(c, cite, LEFT_INJECTION);
		else if (report->refuses_model)
			leave_out(c, cite, LEFT_RIGHTS);
		else if (is_copy)
			leave_out(c, cite, LEFT_COPY);
		else if (is_foreign)
			leave_out(c, cite, LEFT_LANGUAGE);
		else if (sentence.n > SENTENCE_BYTES)
			leave_out(c, cite, LEFT_LONG);
		else
			*VEC_ADD(c->a, &c->offered) = (struct offered){.cite = cite,
				.text = flatten(c->a, sentence),
				.worth = i < 3 ? 1 - 0.2 * (double)i : 0};
	}
}

static int compare_cites(struct cite x, struct cite y)
{
	if (x.report != y.report)
		return x.report < y.report ? -1 : 1;
	return x.span.start < y.span.start ? -1 : x.span.start > y.span.start;
}

/* Adds how central each sentence is. Both lists stand in order of report and place. */
static void add_ranks(struct choosing *c)
{
	struct ranked_vec ranked = story_rank_sentences(c->a, c->reports, c->count);
	for (size_t i = 0; i < ranked.n; i++) {
		size_t low = 0, high = c->offered.n;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (compare_cites(c->offered.items[middle].cite, ranked.items[i].cite) < 0)
				low = middle + 1;
			else
				high = middle;
		}
		if (low < c->offered.n &&
			compare_cites(c->offered.items[low].cite, ranked.items[i].cite) == 0)
			c->offered.items[low].worth += ranked.items[i].score;
	}
}

static int compare_worths(const void *a, const void *b)
{
	const struct offered *x = *(struct offered *const *)a, *y = *(struct offered *const *)b;
	if (x->worth > y->worth || x->worth < y->worth)
		return x->worth > y->worth ? -1 : 1;
	return compare_cites(x->cite, y->cite);
}

/* Takes the worthiest sentences that fit. */
static void take(struct choosing *c, size_t room)
{
	struct offered **order = ARENA_ARRAY(c->a, struct offered *, c->offered.n);
	bool *has_heading = ARENA_ARRAY(c->a, bool, c->count);
	for (size_t i = 0; i < c->offered.n; i++)
		order[i] = &c->offered.items[i];
	if (c->offered.n)
		qsort(order, c->offered.n, sizeof(struct offered *), compare_worths);
	for (size_t i = 0; i < c->offered.n; i++) {
		size_t report = order[i]->cite.report;
		size_t cost = order[i]->text.n + ROW_BYTES;
		if (!has_heading[report])
			cost += c->reports[report].outlet.n + 80;
		order[i]->is_taken = cost <= room;
		room -= order[i]->is_taken ? cost : 0;
		has_heading[report] = has_heading[report] || order[i]->is_taken;
	}
}

/* The name comes from the outlet's feed, so that it is a stranger's text too. */
static struct str outlet_name(struct choosing *c, size_t report)
{
	struct str outlet = flatten(c->a, c->reports[report].outlet);
	if (outlet.n == 0 || outlet.n > 60 || write_is_instruction(outlet))
		return str_format(c->a, "outlet %zu", report + 1);
	return outlet;
}

static void show(struct choosing *c)
{
	struct buf b = BUF(LIMIT_TEXT);
	size_t report = SIZE_MAX;
	const struct phrases *p = phrases_for(STR("en"));
	for (size_t i = 0; i < c->offered.n; i++) {
		const struct offered *o = &c->offered.items[i];
		if (!o->is_taken) {
			leave_out(c, o->cite, LEFT_ROOM);
			continue;
		}
		if (o->cite.report != report) {
			report = o->cite.report;
			struct when day = c->reports[report].published;
			struct str name = outlet_name(c, report);
			buf_addf(&b, "%sReport of %.*s", b.n ? "\n" : "", STR_ARG(name));
			if (when_is_known(day)) {
				struct str text = phrases_day(c->a, p, day, true, true);
				buf_addf(&b, ", published on %.*s", STR_ARG(text));
			}
			buf_add_c(&b, ":\n");
		}
		*VEC_ADD(c->a, &c->out->cites) = o->cite;
		buf_addf(&b, "[%zu] %.*s\n", c->out->cites.n, STR_ARG(o->text));
	}
	c->out->text = str_dup(c->a, str_trim(buf_str(&b)));
	buf_free(&b);
}

const char *const left_why_names[LEFT_COUNT] = {
	"injection", "language", "copy", "long", "room", "rights"};

/* The desk's language, or that of most of the story's origins. */
static struct str language_of(
	const struct report *reports, size_t count, const struct write_options *options)
{
	struct str best = options->language;
	size_t most = 0;
	for (size_t i = 0; i < count && options->language.n == 0; i++) {
		size_t n = 0;
		for (size_t k = 0; k < count; k++)
			n +=
				reports[k].origin == (int64_t)k && str_eq(reports[k].language, reports[i].language);
		if (n > most) {
			most = n;
			best = reports[i].language;
		}
	}
	return best.n ? best : STR("en");
}

bool write_model_evidence(struct arena *a, const struct report *reports, size_t count,
	const struct write_options *options, const struct model_server *server,
	struct model_evidence *evidence, struct err *err)
{
	struct choosing c = {.a = a, .reports = reports, .count = count, .out = evidence};
	*evidence = (struct model_evidence){.language = language_of(reports, count, options)};
	/* A second round holds the first answer and what was found in it, both about as long as an
	 * answer. */
	int64_t tokens = server->context_tokens - 3 * server->max_tokens - RULES_TOKENS;
	if (tokens < 200)
		return err_set(err, ERR_CONFIG,
			"model.context_tokens %lld leaves no room for evidence beside three times "
			"model.max_tokens %lld and the rules",
			(long long)server->context_tokens, (long long)server->max_tokens);
	for (size_t r = 0; r < count; r++)
		offer_report(&c, r);
	add_ranks(&c);
	take(&c, (size_t)tokens * TOKEN_BYTES);
	show(&c);
	if (evidence->cites.n == 0)
		return err_set(err, ERR_INPUT,
			"none of the story's sentences may be offered to a model in %.*s",
			STR_ARG(evidence->language));
	evidence->fence = str_sub(hash_sha256(a, evidence->text), 0, 16);
	return true;
}
