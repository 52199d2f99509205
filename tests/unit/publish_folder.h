/* Tests of publish_write, for test_publish.c. */
#ifndef TESTS_PUBLISH_FOLDER_H
#define TESTS_PUBLISH_FOLDER_H

#include "publish_newsroom.h"
#include "publish_look.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static int make_folder(void **state)
{
	(void)state;
	(void)snprintf(folder, sizeof(folder), "/tmp/test_publish.XXXXXX");
	return mkdtemp(folder) ? 0 : 1;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
	(void)st, (void)kind, (void)walk;
	return remove(path);
}

static int remove_folder(void **state)
{
	(void)nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return free_arena(state);
}

static const char *in_folder(const char *path)
{
	return str_format(&a, "%s/%s", folder, path).p;
}

static void put(const char *path, const char *bytes)
{
	struct err err;
	assert_true(file_write(in_folder(path), str_c(bytes), &err));
}

static struct str got(const char *path)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct err err;
	struct str bytes = {0};
	if (buf_read_file(&b, in_folder(path), &err))
		bytes = str_dup(&a, buf_str(&b));
	buf_free(&b);
	return bytes;
}

static struct file_vec files_of(const char *const *pairs, size_t n)
{
	struct file_vec files = {0};
	for (size_t i = 0; i < n; i++)
		*VEC_ADD(&a, &files) = (struct file){str_c(pairs[2 * i]), str_c(pairs[2 * i + 1])};
	return files;
}

static struct publish_counts write_files(const char *const *pairs, size_t n)
{
	struct file_vec files = files_of(pairs, n);
	struct publish_counts counts;
	struct err err = {0};
	if (!publish_write(in_folder("site"), &files, &counts, &err))
		fail_msg("writing failed: %s", err.msg);
	return counts;
}

static void writing_touches_only_what_changed(void **state)
{
	(void)state;
	static const char *const first[] = {"index.html", "1", "a/b/x.html", "2", "a/c/y.html", "3"};
	static const char *const second[] = {"index.html", "1", "a/b/x.html", "new"};
	static const struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	struct stat st;
	struct publish_counts counts = write_files(first, 3);
	assert_int_equal(counts.written, 3);
	ASSERT_STR(got("site/a/c/y.html"), STR("3"), 0);
	put("site/.htaccess", "keep");
	put("site/a/stray.txt", "go");
	assert_int_equal(utimensat(AT_FDCWD, in_folder("site/index.html"), old, 0), 0);
	counts = write_files(second, 2);
	assert_int_equal(counts.written, 1);
	assert_int_equal(counts.unchanged, 1);
	assert_int_equal(counts.removed, 2);
	ASSERT_STR(got("site/a/b/x.html"), STR("new"), 0);
	ASSERT_STR(got("site/.htaccess"), STR("keep"), 0);
	assert_int_equal(stat(in_folder("site/index.html"), &st), 0);
	assert_int_equal(st.st_mtim.tv_sec, 1000);
	assert_int_equal(access(in_folder("site/a/c"), F_OK), -1);
	assert_int_equal(access(in_folder("site/a/stray.txt"), F_OK), -1);
}

static void links_do_not_lead_out_of_the_site(void **state)
{
	(void)state;
	static const char *const first[] = {"index.html", "1"};
	static const char *const second[] = {"index.html", "2", "out/x.html", "3"};
	(void)write_files(first, 1);
	assert_int_equal(mkdir(in_folder("elsewhere"), 0755), 0);
	put("elsewhere/treasure", "gold");
	assert_int_equal(symlink("../elsewhere", in_folder("site/link")), 0);
	assert_int_equal(unlink(in_folder("site/index.html")), 0);
	assert_int_equal(symlink("../elsewhere/treasure", in_folder("site/index.html")), 0);
	assert_int_equal(symlink("../elsewhere/treasure", in_folder("site/index.html.new")), 0);
	(void)write_files(first, 1);
	ASSERT_STR(got("elsewhere/treasure"), STR("gold"), 0);
	ASSERT_STR(got("site/index.html"), STR("1"), 0);
	assert_int_equal(access(in_folder("site/link"), F_OK), -1);
	assert_int_equal(symlink("../elsewhere", in_folder("site/out")), 0);
	struct file_vec files = files_of(second, 2);
	struct publish_counts counts;
	struct err err = {0};
	assert_false(publish_write(in_folder("site"), &files, &counts, &err));
	assert_int_equal(err.kind, ERR_STORE);
	assert_true(has(str_c(err.msg), "site/out is a link"));
	assert_int_equal(access(in_folder("elsewhere/x.html"), F_OK), -1);
}

static void what_stands_in_the_way_is_named(void **state)
{
	(void)state;
	static const char *const pairs[] = {"a/x.html", "1"};
	struct file_vec files = files_of(pairs, 1);
	struct publish_counts counts;
	struct err err = {0};
	put("file", "I am no folder");
	assert_false(publish_write(in_folder("file"), &files, &counts, &err));
	assert_int_equal(err.kind, ERR_STORE);
	assert_true(has(str_c(err.msg), "file is a file where a folder must stand"));
	assert_false(publish_write(in_folder("file/below"), &files, &counts, &err));
	assert_int_equal(err.kind, ERR_STORE);
	static const char *const other[] = {"b.html", "1"};
	(void)write_files(other, 1);
	put("site/a", "I am no folder");
	assert_false(publish_write(in_folder("site"), &files, &counts, &err));
	assert_true(has(str_c(err.msg), "site/a is a file where a folder must stand"));
	ASSERT_STR(got("site/b.html"), STR("1"), 0); /* nothing is removed when writing failed */
	assert_int_equal(mkdir(in_folder("site/c.html"), 0755), 0);
	static const char *const third[] = {"c.html", "1"};
	files = files_of(third, 1);
	assert_false(publish_write(in_folder("site"), &files, &counts, &err));
	assert_true(has(str_c(err.msg), "c.html is a folder where a file must stand"));
}

static void a_folder_of_somebody_else_is_left_alone(void **state)
{
	(void)state;
	static const char *const pairs[] = {"index.html", "1"};
	struct file_vec files = files_of(pairs, 1);
	struct publish_counts counts;
	struct err err = {0};
	put("letters.txt", "dear");
	assert_false(publish_write(folder, &files, &counts, &err));
	assert_int_equal(err.kind, ERR_STORE);
	assert_true(has(str_c(err.msg), "did not put there"));
	ASSERT_STR(got("letters.txt"), STR("dear"), 0);
	assert_int_equal(access(in_folder("index.html"), F_OK), -1);
}

static void paths_that_lead_out_are_refused(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"../x", "/etc/x", "a/../../x", "", "a//b", ".hidden", "a/.b/c"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		const char *const pair[] = {bad[i], "1"};
		struct file_vec files = files_of(pair, 1);
		struct publish_counts counts;
		struct err err = {0};
		ASSERT_ROW(!publish_write(in_folder("site"), &files, &counts, &err), i);
		ASSERT_ROW(err.kind == ERR_INPUT, i);
	}
}

#endif
