#include "cli/story_details.h"

#define NAMES_MOST 40
#define NEWS_MOST 12

/* The members that say where a piece of text stands, and the text. */
static void put_cite(struct jw *w, const struct report *reports, struct cite cite)
{
	struct str text = reports[cite.report].text;
	size_t start = utf8_count(str_sub(text, 0, cite.span.start));
	struct str piece = span_text(text, cite.span);
	jw_put_str(w, "report", reports[cite.report].key);
	jw_put_int(w, "start", (int64_t)start);
	jw_put_int(w, "end", (int64_t)(start + utf8_count(piece)));
	jw_put_str(w, "text", piece);
}

static void put_when(struct jw *w, struct arena *a, const char *key, struct when when)
{
	jw_put_str_if(w, key, when_rfc3339(a, when));
}

static void put_reports(struct jw *w, struct arena *a, const struct report *reports, size_t count)
{
	const struct story_lineage *lineage = story_trace(a, reports, count);
	jw_key(w, "reports");
	jw_open(w, '[');
	for (size_t i = 0; i < count; i++) {
		const struct story_lineage *l = &lineage[i];
		jw_open(w, '{');
		jw_put_str(w, "id", reports[i].key);
		jw_put_str_if(w, "source", reports[i].outlet);
		put_when(w, a, "date", reports[i].published);
		jw_put_str(w, "tie", str_c(story_tie_names[l->tie]));
		if (l->parent != i)
			jw_put_str(w, "parent", reports[l->parent].key);
		jw_put_real(w, "share", l->share);
		jw_put_str_if(w, "credit", l->credit);
		if (l->where.span.length) {
			jw_key(w, "where");
			jw_open(w, '{');
			put_cite(w, reports, l->where);
			jw_close(w, '}');
		}
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_timeline(struct jw *w, struct arena *a, const struct report *reports, size_t count)
{
	struct story_moment_vec moments = story_timeline(a, reports, count);
	jw_key(w, "timeline");
	jw_open(w, '[');
	for (size_t i = 0; i < moments.n; i++) {
		struct str date = when_rfc3339(a, moments.items[i].when);
		jw_open(w, '{');
		jw_put_str(w, "date", moments.items[i].has_day ? date : str_sub(date, 0, 7));
		put_cite(w, reports, moments.items[i].cite);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_claims(struct jw *w, struct arena *a, const struct report *reports, size_t count)
{
	struct story_claims_vec tables = story_claims(a, reports, count);
	jw_key(w, "claims");
	jw_open(w, '[');
	for (size_t i = 0; i < tables.n; i++) {
		const struct story_claims *t = &tables.items[i];
		jw_open(w, '{');
		jw_put_str(w, "subject", t->subject);
		jw_put_bool(w, "contradiction", t->is_contradiction);
		jw_key(w, "says");
		jw_open(w, '[');
		for (size_t k = 0; k < t->claim_count; k++) {
			jw_open(w, '{');
			jw_put_str(w, "figure", t->claims[k].figure);
			jw_put_str_if(w, "window", t->claims[k].window);
			put_when(w, a, "as_of", t->claims[k].as_of);
			put_when(w, a, "day", t->claims[k].day);
			jw_put_str_if(w, "attributed_to", t->claims[k].attributed_to);
			put_cite(w, reports, t->claims[k].cite);
			jw_close(w, '}');
		}
		jw_close(w, ']');
		jw_key(w, "silent");
		jw_open(w, '[');
		for (size_t k = 0; k < t->silent_count; k++)
			jw_str(w, reports[t->silent[k]].key);
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_quotes(struct jw *w, struct arena *a, const struct report *reports, size_t count)
{
	struct story_quote_vec quotes = story_quotes(a, reports, count);
	jw_key(w, "quotations");
	jw_open(w, '[');
	for (size_t i = 0; i < quotes.n; i++) {
		jw_open(w, '{');
		jw_put_str_if(w, "speaker", quotes.items[i].speaker);
		jw_key(w, "wordings");
		jw_open(w, '[');
		for (size_t k = 0; k < quotes.items[i].wordings.n; k++) {
			jw_open(w, '{');
			put_cite(w, reports, quotes.items[i].wordings.items[k]);
			jw_close(w, '}');
		}
		jw_close(w, ']');
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_names(struct jw *w, struct arena *a, const struct report *reports, size_t count)
{
	static const char *const kinds[] = {"unknown", "person", "place", "organisation"};
	struct story_name_vec names = story_names(a, reports, count, NAMES_MOST);
	jw_key(w, "names");
	jw_open(w, '[');
	for (size_t i = 0; i < names.n; i++) {
		jw_open(w, '{');
		jw_put_str(w, "name", names.items[i].name);
		jw_put_str(w, "kind", str_c(kinds[names.items[i].kind]));
		jw_put_str_if(w, "role", names.items[i].role);
		jw_put_int(w, "reports", (int64_t)names.items[i].reports);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_news(
	struct jw *w, struct arena *a, const struct report *reports, size_t count, struct when since)
{
	struct cite_vec news = story_news(a, reports, count, since, NEWS_MOST);
	jw_key(w, "new");
	jw_open(w, '[');
	for (size_t i = 0; i < news.n; i++) {
		jw_open(w, '{');
		put_cite(w, reports, news.items[i]);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

void story_put_details(struct jw *w, struct arena *a, struct str id, struct report *reports,
	size_t count, struct when since)
{
	story_origins(reports, count);
	jw_open(w, '{');
	jw_put_str(w, "story", id);
	jw_put_int(w, "origins", (int64_t)story_origin_count(reports, count));
	put_reports(w, a, reports, count);
	put_timeline(w, a, reports, count);
	put_claims(w, a, reports, count);
	put_quotes(w, a, reports, count);
	put_names(w, a, reports, count);
	if (when_is_known(since))
		put_news(w, a, reports, count, since);
	jw_close(w, '}');
}
