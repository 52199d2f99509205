/* page: one page's bytes to an article: main text in paragraphs, title, author, dates, language,
 * canonical URL, image, state.
 *
 * Pure, deterministic. What it leaves out on purpose: navigation, consent banners, related links,
 * newsletter boxes, captions, comments, share links, footers. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "html/html.h"
#include "model/model.h"

/* Changes with every change that can give another text for the same page. */
#define PAGE_VERSION "1"

struct page_input {
	struct str bytes;   /* as they came from the server */
	struct str url;     /* may be empty */
	struct str charset; /* of the HTTP header; may be empty */
};

/* ERR_LIMIT on a page whose tree is too costly. A page without an article is PAGE_EMPTY, not an
 * error. */
MUST_CHECK bool page_extract(
	struct arena *a, const struct page_input *in, struct page *out, struct err *err);

/* The article as the JSON object of the `page` command. */
void page_put_json(struct jw *w, const struct page *p);

/* The same with "paragraphs": of each where it stands in articleBody (start and end in code points)
 * and the ranges of the page it came from (start and end in bytes of the page as UTF-8). */
void page_put_json_spans(struct jw *w, const struct page *p);

#endif
