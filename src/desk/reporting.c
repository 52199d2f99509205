#include "desk/parts.h"

/* Below this many characters a text is no evidence. */
#define EVIDENCE_CHARACTERS 200

/* A date that lies in the future is not believed; a day's grace for clocks and zones. */
static bool is_believable(struct when w, struct when now)
{
	return when_is_known(w) && w.utc_s <= now.utc_s + DAY_S;
}

/* The page's date, made exact by the feed's when both mean the same day. */
static struct when choose_date(struct when page, struct when feed, struct when now)
{
	if (!is_believable(page, now))
		return is_believable(feed, now) ? feed : WHEN_UNKNOWN;
	if (page.is_day_only && is_believable(feed, now) && !feed.is_day_only &&
		feed.utc_s >= page.utc_s - DAY_S && feed.utc_s < page.utc_s + 2 * DAY_S)
		return feed;
	return page;
}

static struct str feed_text(struct arena *a, const struct entry *entry)
{
	struct str content = html_to_text(a, entry->content), summary = html_to_text(a, entry->summary);
	return content.n > summary.n ? content : summary;
}

struct str desk_report_key(struct arena *a, struct str url)
{
	url = url_canonical(a, url);
	return str_starts(url, STR("http:")) ? str_format(a, "https%.*s", STR_ARG(str_from(url, 4)))
										 : url;
}

/* The name under which the report is known: its canonical URL, if that is of the same host. */
static struct str key_of(struct arena *a, struct str canonical, struct str url)
{
	bool is_own = canonical.n && str_eq(url_host(a, canonical), url_host(a, url));
	return desk_report_key(a, is_own ? canonical : url);
}

static void take_feed_text(
	struct arena *a, const struct entry *entry, bool is_refused, struct report *r)
{
	r->text = utf8_cut(feed_text(a, entry), LIMIT_TEXT);
	bool is_evidence = utf8_count(r->text) >= EVIDENCE_CHARACTERS;
	r->state = !is_evidence ? PAGE_EMPTY : is_refused ? PAGE_REFUSED : PAGE_PARTIAL;
}

void desk_make_report(struct arena *a, const struct fetched_page *page, const struct entry *entry,
	const struct source *source, struct when now, struct report *r, struct span_vec *sentences)
{
	struct page p = {0};
	struct err ignored;
	struct page_input in = {.bytes = page->body, .url = page->url, .charset = page->charset};
	bool has_page = page->body.n && page_extract(a, &in, &p, &ignored);
	struct str url = page->url.n ? page->url : entry->link;
	struct str entry_title = html_to_text(a, entry->title);
	struct when unknown = WHEN_UNKNOWN;

	*r = (struct report){
		.url = url_canonical(a, url),
		.key = key_of(a, p.canonical, url),
		.title = p.title.n  ? p.title
			: entry_title.n ? entry_title
							: STR("(no title)"),
		.author = p.author.n ? p.author : text_squeeze(a, entry->author),
		.image = p.image,
		.outlet = source->name,
		.text = utf8_cut(p.text, LIMIT_TEXT),
		.correction = p.correction,
		.published = choose_date(has_page ? p.published : unknown,
			when_is_known(entry->published) ? entry->published : entry->updated, now),
		.modified = has_page && is_believable(p.modified, now) ? p.modified : unknown,
		.fetched = now,
		.state = has_page ? p.state : PAGE_EMPTY,
		.is_live_blog = p.is_live_blog,
		.page_hash = page->hash,
	};
	if (r->state == PAGE_EMPTY)
		take_feed_text(a, entry, !has_page && page->refusal.n > 0, r);
	r->language = text_language(r->text, p.language.n ? p.language : source->language);
	r->text_hash = hash_sha256(a, r->text);
	*sentences = text_sentences(a, r->text, r->language);
}
