/* publish_speed N FOLDER: how long a site of N stories takes to render and to write, the same again
 * with one story more, and how much memory. The stories are one invented report each, with as many
 * people, places and topics as a desk of that size meets. */
#include "publish/render.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#define SENTENCES 12
#define DAY_STORIES 120

static double seconds(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct report report_of(struct arena *a, size_t n, size_t outlet)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	for (size_t i = 0; i < SENTENCES; i++)
		buf_addf(&b,
			"The council of Wharf %zu counted %zu boats in basin %zu before the tide turned, its "
			"harbour master said. ",
			n % 977, n + i, i);
	struct report r = {.outlet = str_format(a, "The Ledger %zu", outlet),
		.url = str_format(a, "https://ledger%zu.example/%zu", outlet, n),
		.language = STR("en"),
		.text = str_dup(a, buf_str(&b)),
		.published = {1700000000 + (int64_t)(n * (size_t)DAY_S / DAY_STORIES), 0, false},
		.fetched = {1700000060 + (int64_t)(n * (size_t)DAY_S / DAY_STORIES), 0, false},
		.state = PAGE_FULL};
	r.key = r.url;
	r.text_hash = hash_sha256(a, r.text);
	r.page_hash = r.text_hash;
	buf_free(&b);
	return r;
}

static struct draft_sentence sentence_of(
	struct arena *a, const struct report *reports, size_t report, size_t index)
{
	struct draft_sentence s = {.wording = WORDING_DESK};
	struct str text = reports[report].text, end = STR(". ");
	size_t start = 0;
	for (size_t i = 0; i < index; i++)
		start = str_find(text, end, start) + end.n;
	size_t stop = str_find(text, end, start) + 1;
	*VEC_ADD(a, &s.cites) = (struct cite){report, {start, stop - start}};
	s.text = str_sub(text, start, stop - start);
	return s;
}

static void add_tag(
	struct arena *a, struct draft *d, enum tag_kind kind, const char *name, size_t n)
{
	d->tags[d->tag_count++] = (struct tag){kind, str_format(a, "%s %zu", name, n)};
}

static struct article article_of(struct arena *a, size_t n)
{
	struct report *reports = ARENA_ARRAY(a, struct report, 3);
	for (size_t i = 0; i < 3; i++) {
		reports[i] = report_of(a, n, (n + i) % 40);
		reports[i].origin = (int64_t)i;
	}
	struct article s = {.story = str_format(a, "story%06zu", n),
		.reports = reports,
		.report_count = 3,
		.origin_count = 3,
		.published = reports[0].published,
		.updated = WHEN_UNKNOWN,
		.withdrawn = WHEN_UNKNOWN,
		.version = 1};
	struct draft *d = &s.draft;
	d->language = STR("en");
	d->writer = STR("extract");
	d->headline = sentence_of(a, reports, 0, 0);
	d->standfirst = sentence_of(a, reports, 1, 1);
	d->sections = ARENA_ARRAY(a, struct section, 1);
	d->section_count = 1;
	d->sections[0].sentences = ARENA_ARRAY(a, struct draft_sentence, SENTENCES - 2);
	for (size_t i = 0; i < SENTENCES - 2; i++)
		d->sections[0].sentences[d->sections[0].sentence_count++] =
			sentence_of(a, reports, i % 3, i + 1);
	d->tags = ARENA_ARRAY(a, struct tag, 6);
	add_tag(a, d, TAG_PERSON, "Person", n % 2000);
	add_tag(a, d, TAG_PERSON, "Speaker", n * 7 % 500);
	add_tag(a, d, TAG_PLACE, "Wharf", n % 977);
	add_tag(a, d, TAG_PLACE, "Town", n % 60);
	add_tag(a, d, TAG_ORGANISATION, "Council", n % 300);
	add_tag(a, d, TAG_TOPIC, "Topic", n % 12);
	s.check.sentences = ARENA_ARRAY(a, struct checked_sentence, SENTENCES);
	s.check.sentence_count = SENTENCES;
	s.check.passes = true;
	s.checked = s.published;
	return s;
}

static bool publish(struct site *site, const char *folder, const char *what)
{
	struct arena a = {0};
	struct file_vec files = {0};
	struct publish_counts counts = {0};
	struct err err = {0};
	size_t bytes = 0;
	double start = seconds();
	bool ok = publisher_find(STR("site"))->render(&a, site, &files, &err);
	double rendered = seconds();
	ok = ok && publish_write(folder, &files, &counts, &err);
	double written = seconds();
	struct rusage usage;
	(void)getrusage(RUSAGE_SELF, &usage);
	for (size_t i = 0; i < files.n; i++)
		bytes += files.items[i].bytes.n;
	if (!ok)
		fprintf(stderr, "%s\n", err.msg);
	printf("%s: render %.1f s, write %.1f s, %zu files, %zu MiB, %zu written, %zu unchanged, peak "
		   "%ld MiB\n",
		what, rendered - start, written - rendered, files.n, bytes >> 20, counts.written,
		counts.unchanged, usage.ru_maxrss >> 10);
	arena_free(&a);
	return ok;
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	int64_t n;
	if (argc != 3 || !str_to_i64(str_c(argv[1]), &n) || n < 1)
		return 2;
	size_t count = (size_t)n;
	struct site site = {.title = STR("The Speed Desk"),
		.language = STR("en"),
		.base_url = STR("https://desk.example/"),
		.contact = STR("desk@desk.example"),
		.publisher = STR("Nobody"),
		.extract_words = 60,
		.articles = ARENA_ARRAY(&a, struct article, count + 1)};
	for (size_t i = 0; i <= count; i++) /* newest first */
		site.articles[i] = article_of(&a, count - i);
	site.now = site.articles[0].published;
	struct article *all = site.articles;
	site.articles = all + 1;
	site.article_count = count;
	bool ok = publish(&site, argv[2], "first") && publish(&site, argv[2], "again");
	site.articles = all;
	site.article_count = count + 1;
	ok = ok && publish(&site, argv[2], "one story more");
	arena_free(&a);
	return ok ? 0 : 1;
}
