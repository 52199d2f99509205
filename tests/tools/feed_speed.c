/* The speed of reading feeds: MB/s over the files given, best of ROUNDS, on one core. Built a
 * second time with a sanitiser that does nothing, it times the parser alone: `feed_speed FILE...`
 * and `feed_speed_raw FILE...`. */
#include "feed/feed.h"

#include <stdio.h>
#include <time.h>

#define ROUNDS 5

#ifdef WITHOUT_SANITISER
struct str html_sanitise(struct arena *a, struct str fragment, struct str base_url)
{
	(void)base_url;
	return str_dup(a, fragment);
}
#endif

/* Entries read, and the bytes they came from. */
static size_t read_all(struct arena *a, const struct str *files, int count, size_t *bytes)
{
	size_t entries = 0;
	*bytes = 0;
	for (int i = 0; i < count; i++) {
		struct feed_input in = {.bytes = files[i], .url = STR("https://feeds.example/feed")};
		struct feed feed;
		struct err err = {0};
		if (feed_parse(a, &in, &feed, &err))
			entries += feed.entry_count;
		else
			fprintf(stderr, "file %d: %s\n", i + 1, err.msg);
		*bytes += files[i].n;
		arena_reset(a);
	}
	return entries;
}

int main(int argc, char **argv)
{
	struct arena kept = {0}, scratch = {0};
	struct str *files = ARENA_ARRAY(&kept, struct str, (size_t)argc);
	for (int i = 1; i < argc; i++) {
		struct buf b = BUF(LIMIT_BODY);
		struct err err = {0};
		if (!buf_read_file(&b, argv[i], &err)) {
			fprintf(stderr, "%s: %s\n", argv[i], err.msg);
			return 1;
		}
		files[i - 1] = str_dup(&kept, buf_str(&b));
		buf_free(&b);
	}
	double best = 0;
	size_t bytes = 0, entries = 0;
	for (int round = 0; round < ROUNDS; round++) {
		clock_t start = clock();
		entries = read_all(&scratch, files, argc - 1, &bytes);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (seconds > 0 && (double)bytes / seconds > best)
			best = (double)bytes / seconds;
	}
	printf("%zu entries, %.1f MB, %.1f MB/s\n", entries, (double)bytes / 1e6, best / 1e6);
	arena_free(&scratch);
	arena_free(&kept);
	return 0;
}
