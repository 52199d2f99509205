/* html_speed ROUNDS FILE...: parses the pages again and again and prints megabytes a second of
 * processor time, and milliseconds of the slowest page (the best of its rounds). */
#include "html/html.h"

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

int main(int argc, char **argv)
{
	int64_t rounds;
	if (argc < 3 || !str_to_i64(str_c(argv[1]), &rounds))
		return 2;
	struct arena pages = {0};
	size_t bytes = 0, nodes = 0;
	double total = 0, slowest = 0;
	for (int i = 2; i < argc; i++) {
		struct buf b = BUF(LIMIT_BODY);
		struct err err;
		if (!buf_read_file(&b, argv[i], &err))
			return 1;
		struct str charset;
		struct str page = text_decode(&pages, buf_str(&b), STR(""), TEXT_HTML, &charset);
		double best = 1e9;
		for (int64_t round = 0; round < rounds; round++) {
			struct arena a = {0};
			struct html_tree tree;
			double start = seconds();
			if (!html_parse(&a, page, &tree, &err))
				(void)fprintf(stderr, "%s: %s\n", argv[i], err.msg);
			double took = seconds() - start;
			total += took;
			best = took < best ? took : best;
			nodes += tree.count;
			arena_free(&a);
		}
		bytes += page.n * (size_t)rounds;
		slowest = best > slowest ? best : slowest;
		buf_free(&b);
		arena_reset(&pages);
	}
	(void)printf("%d pages, %.1f MB/s, %.1f million nodes/s, slowest %.2f ms\n", argc - 2,
		(double)bytes / 1e6 / total, (double)nodes / 1e6 / total, slowest * 1e3);
	arena_free(&pages);
	return 0;
}
