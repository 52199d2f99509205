#include "publish/verify.h"

#include "text/text.h"

static bool is_space(uint32_t c)
{
	return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
		c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static void add_piece(struct arena *a, struct passages *p, struct span piece)
{
	struct str rest = text_canonical(a, span_text(p->text, piece));
	while (rest.n)
		*VEC_ADD(a, &p->words) = (struct passage_word){str_cut(&rest, ' '), piece};
}

struct passages passages_of(struct arena *a, struct str text)
{
	struct passages p = {.text = text};
	size_t start = 0, length;
	uint32_t c;
	for (size_t at = 0; (length = utf8_decode(text, at, &c)) > 0; at += length) {
		if (!is_space(c))
			continue;
		if (at > start)
			add_piece(a, &p, (struct span){start, at - start});
		start = at + length;
	}
	if (text.n > start)
		add_piece(a, &p, (struct span){start, text.n - start});
	return p;
}

static struct span run_span(const struct passages *p, size_t first, size_t count)
{
	struct span from = p->words.items[first].piece, to = p->words.items[first + count - 1].piece;
	return (struct span){from.start, to.start + to.length - from.start};
}

static bool has_hash(const struct passages *p, size_t first, size_t count, struct str hash)
{
	struct arena scratch = {0};
	struct buf words = BUF(LIMIT_TEXT * 2);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add_char(&words, ' ');
		buf_add(&words, p->words.items[first + i].word);
	}
	bool is_same = str_eq(hash_sha256(&scratch, buf_str(&words)), hash);
	buf_free(&words);
	arena_free(&scratch);
	return is_same;
}

bool passage_find(
	const struct passages *p, size_t count, struct str hash, struct span hint, struct span *found)
{
	if (count == 0 || count > p->words.n)
		return false;
	size_t low = 0, high = p->words.n;
	while (low < high) { /* the first word whose piece ends behind the hint's start */
		size_t middle = low + (high - low) / 2;
		struct span piece = p->words.items[middle].piece;
		if (piece.start + piece.length <= hint.start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low + count <= p->words.n && has_hash(p, low, count, hash)) {
		*found = run_span(p, low, count);
		return true;
	}
	for (size_t i = 0; i + count <= p->words.n; i++)
		if (has_hash(p, i, count, hash)) {
			*found = run_span(p, i, count);
			return true;
		}
	return false;
}

double passage_nearest(
	struct arena *a, const struct passages *p, struct str like, struct span *nearest)
{
	struct map wanted = map_new(a);
	struct str rest = text_canonical(a, like);
	size_t count = 0, hits = 0, best = 0;
	for (; rest.n; count++)
		(void)map_put(&wanted, str_cut(&rest, ' '), NULL);
	if (count == 0 || p->words.n < count)
		return 0;
	for (size_t i = 0; i < p->words.n; i++) {
		hits += map_get(&wanted, p->words.items[i].word) != NULL;
		if (i >= count)
			hits -= map_get(&wanted, p->words.items[i - count].word) != NULL;
		if (i + 1 >= count && hits > best) {
			best = hits;
			*nearest = run_span(p, i + 1 - count, count);
		}
	}
	return (double)best / (double)count;
}
