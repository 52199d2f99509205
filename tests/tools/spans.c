/* spans FILE...: extracts the pages and checks that each paragraph's ranges hold: decoded and
 * without white space they must be the paragraph without its own. Prints how many there were. */
#include "page/page.h"

static struct str without_blanks(struct arena *a, struct str text)
{
	char *out = arena_alloc(a, text.n + 1);
	size_t n = 0;
	for (size_t i = 0, length; i < text.n; i += length) {
		bool is_invisible;
		length = html_blank(text, i, &is_invisible);
		if (length)
			continue;
		length = utf8_length((unsigned char)text.p[i]);
		memcpy(out + n, text.p + i, length);
		n += length;
	}
	return (struct str){out, n};
}

static bool holds(struct arena *a, struct str html, const struct page *p, size_t at)
{
	struct buf joined = BUF(LIMIT_BODY);
	const struct paragraph *paragraph = &p->paragraphs[at];
	for (size_t i = 0; i < paragraph->range_count; i++)
		buf_add(&joined, html_decode_entities(a, span_text(html, paragraph->ranges[i])));
	bool is_same = str_eq(without_blanks(a, buf_str(&joined)),
		without_blanks(a, span_text(p->text, paragraph->text)));
	buf_free(&joined);
	return is_same;
}

int main(int argc, char **argv)
{
	size_t held = 0, broken = 0, unknown = 0;
	for (int i = 1; i < argc; i++) {
		struct arena a = {0};
		struct buf bytes = BUF(LIMIT_BODY);
		struct page p;
		struct str charset;
		if (!buf_read_file(&bytes, argv[i], NULL))
			return 2;
		struct page_input in = {.bytes = buf_str(&bytes)};
		struct str html = text_decode(&a, in.bytes, STR(""), TEXT_HTML, &charset);
		bool is_page = page_extract(&a, &in, &p, NULL);
		for (size_t k = 0; is_page && k < p.paragraph_count; k++) {
			if (p.paragraphs[k].range_count == 0)
				unknown++;
			else if (holds(&a, html, &p, k))
				held++;
			else {
				broken++;
				(void)printf("%s: paragraph %zu\n", argv[i], k + 1);
			}
		}
		buf_free(&bytes);
		arena_free(&a);
	}
	(void)printf("spans: %zu hold, %zu are broken, %zu without (JSON-LD)\n", held, broken, unknown);
	return broken > 0;
}
