#include "page/parts.h"

/* A page that gives less than this is looked at again, with less left out. */
#define LITTLE_TEXT 300

static void find_body(struct doc *d)
{
	static const struct {
		bool with_hidden, weak_too;
	} tries[] = {{false, true}, {false, false}, {true, false}};
	size_t most = 0, best = 0, count = sizeof(tries) / sizeof(tries[0]);
	for (size_t i = 0; i <= count; i++) {
		size_t which = i < count ? i : best;
		blocks_make(d, tries[which].with_hidden);
		furniture_mark(d, tries[which].weak_too);
		size_t characters = body_choose(d);
		if (i == 0 && characters >= LITTLE_TEXT)
			return;
		/* What is found the hard way must be much more to be believed. */
		if (characters > most * 2) {
			most = characters;
			best = which;
		}
	}
}

bool page_extract(struct arena *a, const struct page_input *in, struct page *out, struct err *err)
{
	struct str charset;
	struct doc d = {.a = a};
	*out = (struct page){.url = in->url, .published = WHEN_UNKNOWN, .modified = WHEN_UNKNOWN};
	d.html = text_decode(a, in->bytes, in->charset, TEXT_HTML, &charset);
	if (!html_parse(a, d.html, &d.tree, err))
		return false;
	struct witnesses w;
	witness_collect(&d, &w);
	find_body(&d);
	lead_take(&d, &w);
	fields_settle(&d, &w, out);
	body_write(&d, &w, out);
	rights_settle(&d, &w, out);
	state_settle(&d, &w, out);
	return true;
}

static void put_when(struct jw *w, const char *key, struct when when)
{
	struct arena scratch = {0};
	jw_key(w, key);
	if (when_is_known(when))
		jw_str(w, when_rfc3339(&scratch, when));
	else
		jw_null(w);
	arena_free(&scratch);
}

static void put_members(struct jw *w, const struct page *p)
{
	jw_put_str(w, "url", p->url);
	jw_put_str(w, "canonical", p->canonical);
	jw_put_str(w, "title", p->title);
	jw_put_str(w, "author", p->author);
	put_when(w, "date", p->published);
	put_when(w, "modified", p->modified);
	jw_put_str(w, "language", p->language);
	jw_put_str(w, "site", p->site);
	jw_put_str(w, "image", p->image);
	jw_put_str(w, "state", str_c(page_state_names[p->state]));
	jw_put_str(w, "articleBody", p->text);
	jw_put_str_if(w, "correction", p->correction);
	jw_put_str_if(w, "next_page", p->next_page);
	jw_put_str_if(w, "license", p->license);
	if (p->is_paid)
		jw_put_bool(w, "is_paid", true);
	if (p->is_live_blog)
		jw_put_bool(w, "is_live_blog", true);
	if (p->is_noai)
		jw_put_bool(w, "is_noai", true);
}

void page_put_json(struct jw *w, const struct page *p)
{
	jw_open(w, '{');
	put_members(w, p);
	jw_close(w, '}');
}

/* start and end in code points. */
static void put_paragraph(struct jw *w, const struct paragraph *p, size_t start, size_t end)
{
	jw_open(w, '{');
	jw_put_int(w, "start", (int64_t)start);
	jw_put_int(w, "end", (int64_t)end);
	jw_key(w, "ranges");
	jw_open(w, '[');
	for (size_t i = 0; i < p->range_count; i++) {
		jw_open(w, '[');
		jw_int(w, (int64_t)p->ranges[i].start);
		jw_int(w, (int64_t)(p->ranges[i].start + p->ranges[i].length));
		jw_close(w, ']');
	}
	jw_close(w, ']');
	jw_close(w, '}');
}

void page_put_json_spans(struct jw *w, const struct page *p)
{
	jw_open(w, '{');
	put_members(w, p);
	jw_key(w, "paragraphs");
	jw_open(w, '[');
	size_t byte = 0, point = 0;
	for (size_t i = 0; i < p->paragraph_count; i++) {
		struct span text = p->paragraphs[i].text;
		size_t start = point + utf8_count(str_sub(p->text, byte, text.start - byte));
		byte = text.start + text.length;
		point = start + utf8_count(span_text(p->text, text));
		put_paragraph(w, &p->paragraphs[i], start, point);
	}
	jw_close(w, ']');
	jw_close(w, '}');
}
