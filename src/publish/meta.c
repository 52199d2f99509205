/* What machines read in a story's head: schema.org NewsArticle, Open Graph, IPTC's digital source
 * type. */
#include "publish/render.h"

#define IPTC "http://cv.iptc.org/newscodes/digitalsourcetype/"

static void put_when(struct jw *w, struct arena *a, const char *key, struct when when)
{
	jw_put_str_if(w, key, when_rfc3339(a, when));
}

static void put_named(struct jw *w, const char *key, const char *type, struct str name)
{
	jw_key(w, key);
	jw_open(w, '{');
	jw_put_str(w, "@type", str_c(type));
	jw_put_str(w, "name", name);
	jw_close(w, '}');
}

static void put_policies(struct jw *w, struct edition *e)
{
	struct str about = absolute_url(e, STR("about/"));
	jw_key(w, "publisher");
	jw_open(w, '{');
	jw_put_str(w, "@type", STR("NewsMediaOrganization"));
	jw_put_str(w, "name", e->site->publisher.n ? e->site->publisher : e->site->title);
	jw_put_str_if(w, "url", e->site->base_url);
	jw_put_str_if(w, "publishingPrinciples", about);
	jw_put_str_if(w, "noBylinesPolicy", about);
	jw_put_str_if(w, "verificationFactCheckingPolicy", about);
	jw_put_str_if(w, "correctionsPolicy", absolute_url(e, STR("corrections/")));
	jw_close(w, '}');
}

static void put_sources(struct jw *w, struct arena *a, const struct view *view)
{
	const struct article *article = view->article;
	jw_key(w, "isBasedOn");
	jw_open(w, '[');
	for (size_t i = 0; i < article->report_count; i++)
		if (report_url(a, &article->reports[i]).n)
			jw_str(w, report_url(a, &article->reports[i]));
	jw_close(w, ']');
	jw_key(w, "citation");
	jw_open(w, '[');
	for (size_t i = 0; i < article->report_count; i++) {
		const struct report *report = &article->reports[i];
		if (view->cited[i] == 0)
			continue;
		jw_open(w, '{');
		jw_put_str(w, "@type", STR("CreativeWork"));
		jw_put_str_if(w, "url", report_url(a, report));
		put_named(w, "publisher", "Organization", plain_text(a, report->outlet));
		put_when(w, a, "datePublished", report->published);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static struct str credit_text(struct arena *a, const struct view *view)
{
	struct map outlets = map_new(a);
	struct buf b = BUF(LIMIT_OUTPUT);
	buf_add_c(&b, word(view->words, W_READ_MORE_AT));
	for (size_t i = 0; i < view->article->report_count; i++) {
		bool is_new;
		(void)map_put(&outlets, view->article->reports[i].outlet, &is_new);
		if (!is_new)
			continue;
		buf_add_c(&b, i > 0 ? ", " : "");
		buf_add(&b, view->article->reports[i].outlet);
	}
	struct str text = plain_text(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void put_corrections(struct jw *w, struct arena *a, const struct article *article)
{
	if (article->correction_count == 0)
		return;
	jw_key(w, "correction");
	jw_open(w, '[');
	for (size_t i = 0; i < article->correction_count; i++) {
		jw_open(w, '{');
		jw_put_str(w, "@type", STR("CorrectionComment"));
		jw_put_str(w, "text", plain_text(a, article->corrections[i].note));
		put_when(w, a, "datePublished", article->corrections[i].at);
		jw_close(w, '}');
	}
	jw_close(w, ']');
}

static void put_article(struct jw *w, struct edition *e, const struct view *view)
{
	const struct article *article = view->article;
	struct arena *a = e->a;
	jw_put_str(w, "@context", STR("https://schema.org"));
	jw_put_str(w, "@type", STR("NewsArticle"));
	jw_put_str(w, "headline", headline_text(a, view));
	jw_put_str_if(w, "description", standfirst_text(a, view));
	jw_put_str_if(w, "inLanguage", article->draft.language);
	struct str url = absolute_url(e, str_format(a, "stories/%.*s/", STR_ARG(article->story)));
	jw_put_str_if(w, "url", url);
	jw_put_str_if(w, "mainEntityOfPage", url);
	put_when(w, a, "datePublished", article->published);
	put_when(w, a, "dateModified", view->changed);
	put_named(w, "author", "Organization",
		plain_text(a, e->site->publisher.n ? e->site->publisher : e->site->title));
	if (article->reviewed_by.n)
		put_named(w, "editor", "Person", plain_text(a, article->reviewed_by));
	put_policies(w, e);
	put_sources(w, a, view);
	jw_put_str(w, "creditText", credit_text(a, view));
	jw_put_str(w, "backstory", label_text(a, view));
	struct str source = str_c(digital_source_type(article));
	jw_put_str(w, "digitalSourceType",
		str_format(a, "https://schema.org/%c%.*sDigitalSource", source.p[0] - 'a' + 'A',
			STR_ARG(str_from(source, 1))));
	jw_put_int(w, "version", article->version);
	put_corrections(w, a, article);
}

static void add_tombstone_meta(struct jw *w, struct edition *e, const struct view *view)
{
	jw_put_str(w, "@context", STR("https://schema.org"));
	jw_put_str(w, "@type", STR("NewsArticle"));
	jw_put_str(w, "headline", headline_text(e->a, view));
	put_when(w, e->a, "datePublished", view->article->published);
	put_when(w, e->a, "dateModified", view->changed);
	jw_put_str(w, "creativeWorkStatus", STR("Withdrawn"));
}

void add_story_meta(const struct sheet *p, const struct view *view)
{
	struct edition *e = p->edition;
	struct buf json = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &json};
	jw_open(&w, '{');
	if (view->article->state == ARTICLE_WITHDRAWN)
		add_tombstone_meta(&w, e, view);
	else
		put_article(&w, e, view);
	jw_close(&w, '}');
	buf_add_c(p->b, PROOF_META PROOF_META_EMPTY "\">\n");
	buf_addf(p->b, "<meta name=\"digitalsourcetype\" content=\"" IPTC "%s\">\n",
		digital_source_type(view->article));
	buf_add_c(p->b, "<meta property=\"article:published_time\" content=\"");
	buf_add_escaped(p->b, when_rfc3339(e->a, view->article->published));
	buf_add_c(p->b, "\">\n<meta property=\"article:modified_time\" content=\"");
	buf_add_escaped(p->b, when_rfc3339(e->a, view->changed));
	buf_add_c(p->b, "\">\n<script type=\"application/ld+json\">");
	/* Inside a script element '<' could end it or begin a comment. */
	buf_add(p->b, str_replace(e->a, buf_str(&json), STR("<"), STR("\\u003c")));
	buf_add_c(p->b, "</script>\n");
	buf_free(&json);
}
