/* Any bytes: decoding gives valid UTF-8; sentences and words are inside the text, in order, without
 * overlap, on borders of characters; what folding finds stands in the text. */
#include "text/text.h"

static void check_span(struct str text, struct span span, size_t *end)
{
	BUG_ON(span.length == 0 || span.start < *end || span.length > text.n - span.start);
	BUG_ON(((unsigned char)text.p[span.start] & 0xC0) == 0x80);
	*end = span.start + span.length;
	BUG_ON(*end < text.n && ((unsigned char)text.p[*end] & 0xC0) == 0x80);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {"en", "de", "fr", "pl", "ru", "tr", "uk", "xx"};
	if (size < 2)
		return 0;
	struct arena a = {0};
	struct str charset, bytes = {(const char *)data + 2, size - 2};
	struct str http = data[0] & 4 ? str_sub(bytes, 0, 12) : (struct str){0};
	struct str language = str_c(languages[data[1] % 8]);
	struct str text = text_decode(&a, bytes, http, data[0] % 3, &charset);
	BUG_ON(!text_is_utf8(text) || memchr(text.p, 0, text.n));

	size_t end = 0;
	struct span_vec sentences = text_sentences(&a, text, language);
	for (size_t i = 0; i < sentences.n; i++)
		check_span(text, sentences.items[i], &end);
	end = 0;
	struct word_vec words = text_words(&a, text, language);
	for (size_t i = 0; i < words.n; i++) {
		struct span hit;
		check_span(text, words.items[i].span, &end);
		BUG_ON(!text_is_utf8(words.items[i].stem));
		if (i < 4 && text_find_folded(&a, text, span_text(text, words.items[i].span), &hit)) {
			size_t from = 0;
			check_span(text, hit, &from);
		}
	}
	BUG_ON(!text_is_utf8(text_fold(&a, text)) || !text_is_utf8(text_squeeze(&a, text)));
	(void)text_language(text, language);
	arena_free(&a);
	return 0;
}
