/* Writing a site to a folder. */
#include "publish/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARKER ".wireproof-site"
#define DEPTH_MOST 16

struct writing {
	struct arena a;
	const char *folder;
	struct map wanted;     /* paths of files */
	struct map made;       /* folders that are known to be there */
	struct str_vec beside; /* full paths whose new bytes are at PATH.new */
	struct publish_counts *counts;
	struct err *err;
};

/* ---- folders ---- */

/* Makes a folder or finds it there. A link is refused: it could lead out of the site. */
static bool make_folder(const char *path, bool may_be_link, struct err *err)
{
	struct stat st;
	if (mkdir(path, 0755) == 0)
		return true;
	if (errno != EEXIST)
		return err_set(err, ERR_STORE,
			"can't make the folder %s: %s; check the path, its rights and the disk's space", path,
			strerror(errno));
	if ((may_be_link ? stat(path, &st) : lstat(path, &st)) != 0)
		return err_set(err, ERR_STORE, "can't look at %s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return true;
	return err_set(err, ERR_STORE,
		"%s is %s where a folder must stand; move it away and publish again", path,
		S_ISLNK(st.st_mode) ? "a link" : "a file");
}

/* All folders above a file of the site. */
static bool make_parents(struct writing *w, struct str path)
{
	for (size_t slash = str_find_char(path, '/', 0); slash != STR_NONE;
		 slash = str_find_char(path, '/', slash + 1)) {
		struct str part = str_sub(path, 0, slash);
		bool is_new;
		(void)map_put(&w->made, part, &is_new);
		if (!is_new)
			continue;
		struct str full = str_format(&w->a, "%s/%.*s", w->folder, STR_ARG(part));
		if (!make_folder(full.p, false, w->err))
			return false;
	}
	return true;
}

static bool is_empty_folder(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	bool is_empty = true;
	while (dir && (entry = readdir(dir)))
		is_empty = is_empty && entry->d_name[0] == '.';
	if (dir)
		(void)closedir(dir);
	return is_empty;
}

/* A site's folder carries a marker, since what is not the site's is removed from it: a folder that
 * holds somebody else's files is refused. */
static bool open_site(struct writing *w)
{
	struct stat st;
	struct str folder = str_c(w->folder);
	for (size_t i = 1; i < folder.n; i++)
		if (folder.p[i] == '/' &&
			!make_folder(str_to_c(&w->a, str_sub(folder, 0, i)), true, w->err))
			return false;
	if (!make_folder(w->folder, true, w->err))
		return false;
	struct str marker = str_format(&w->a, "%s/" MARKER, w->folder);
	if (lstat(marker.p, &st) == 0)
		return true;
	if (!is_empty_folder(w->folder))
		return err_set(w->err, ERR_STORE,
			"%s holds files that wireproof did not put there and would remove; empty it or choose "
			"another folder",
			w->folder);
	return file_write(marker.p,
		STR("This folder is written by wireproof; what else is put here is "
			"removed.\n"),
		w->err);
}

/* ---- files ---- */

static bool is_safe_path(struct str path)
{
	if (path.n == 0 || path.p[0] == '/' || memchr(path.p, '\0', path.n))
		return false;
	for (struct str rest = path; rest.p;) {
		struct str part = str_cut(&rest, '/');
		bool is_hidden = part.n && part.p[0] == '.' && !str_eq(part, STR(".well-known"));
		if (part.n == 0 || part.n > 250 || is_hidden)
			return false;
	}
	return true;
}

static bool is_unchanged(const char *path, struct str bytes)
{
	struct stat st;
	struct err err;
	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || (size_t)st.st_size != bytes.n)
		return false;
	struct buf old = BUF(LIMIT_OUTPUT);
	bool is_same = buf_read_file(&old, path, &err) && str_eq(buf_str(&old), bytes);
	buf_free(&old);
	return is_same;
}

static bool put_bytes(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

/* Writes the file beside its place. A link that stands there is not followed. */
static bool write_beside(struct writing *w, struct str path, struct str bytes)
{
	struct stat st;
	struct str beside = str_format(&w->a, "%.*s.new", STR_ARG(path));
	if (lstat(beside.p, &st) == 0 && !S_ISREG(st.st_mode))
		(void)unlink(beside.p);
	int fd = open(beside.p, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
	bool ok = fd >= 0 && put_bytes(fd, bytes);
	if (fd >= 0)
		ok = close(fd) == 0 && ok;
	if (!ok) {
		int why = errno;
		(void)unlink(beside.p);
		return err_set(w->err, ERR_STORE, "can't write %s: %s; check rights and space of %s",
			beside.p, strerror(why), w->folder);
	}
	*VEC_ADD(&w->a, &w->beside) = path;
	return true;
}

static bool write_file(struct writing *w, const struct file *file)
{
	struct str path = str_format(&w->a, "%s/%.*s", w->folder, STR_ARG(file->path));
	struct stat st;
	if (!make_parents(w, file->path))
		return false;
	if (is_unchanged(path.p, file->bytes)) {
		w->counts->unchanged++;
		return true;
	}
	if (lstat(path.p, &st) == 0 && S_ISDIR(st.st_mode))
		return err_set(w->err, ERR_STORE,
			"%s is a folder where a file must stand; move it away and publish again", path.p);
	return write_beside(w, path, file->bytes);
}

/* One flush for all files and then their names, since a flush for each takes minutes for a large
 * site: whatever happens, a name leads to whole bytes, old or new. */
static bool name_files(struct writing *w)
{
	if (w->beside.n == 0)
		return true;
	int fd = open(w->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && syncfs(fd) == 0;
	if (!ok)
		(void)err_set(
			w->err, ERR_STORE, "can't flush the files of %s: %s", w->folder, strerror(errno));
	if (fd >= 0)
		(void)close(fd);
	for (size_t i = 0; ok && i < w->beside.n; i++) {
		const char *path = w->beside.items[i].p;
		if (rename(str_format(&w->a, "%s.new", path).p, path) != 0)
			ok = err_set(w->err, ERR_STORE, "can't rename %s.new: %s", path, strerror(errno));
		w->counts->written += ok;
	}
	return ok;
}

/* ---- what is no longer published ---- */

static bool clean_folder(struct writing *w, struct str below, int depth, bool *is_empty);

static bool clean_entry(struct writing *w, struct str path, int depth, bool *is_gone)
{
	struct str full = str_format(&w->a, "%s/%.*s", w->folder, STR_ARG(path));
	struct stat st;
	*is_gone = false;
	if (map_get(&w->wanted, path))
		return true;
	if (lstat(full.p, &st) != 0)
		return errno == ENOENT ||
			err_set(w->err, ERR_STORE, "can't look at %s: %s", full.p, strerror(errno));
	if (S_ISDIR(st.st_mode)) {
		bool is_empty = false;
		if (!clean_folder(w, path, depth + 1, &is_empty))
			return false;
		*is_gone = is_empty && rmdir(full.p) == 0;
		return true;
	}
	if (unlink(full.p) != 0)
		return err_set(w->err, ERR_STORE, "can't remove %s: %s; check the folder's rights", full.p,
			strerror(errno));
	w->counts->removed++;
	*is_gone = true;
	return true;
}

static bool clean_folder(struct writing *w, struct str below, int depth, bool *is_empty)
{
	struct str full = str_format(&w->a, "%s/%.*s", w->folder, STR_ARG(below));
	struct str_vec names = {0};
	const struct dirent *entry;
	*is_empty = true;
	if (depth > DEPTH_MOST)
		return err_set(w->err, ERR_STORE, "%s is nested too deep to be part of a site", full.p);
	DIR *dir = opendir(full.p);
	if (!dir)
		return err_set(w->err, ERR_STORE, "can't read the folder %s: %s", full.p, strerror(errno));
	while ((entry = readdir(dir))) {
		struct str name = str_c(entry->d_name);
		if (str_eq(name, STR(".")) || str_eq(name, STR("..")))
			continue;
		if (name.p[0] == '.')
			*is_empty = false;
		else
			*VEC_ADD(&w->a, &names) = below.n
				? str_format(&w->a, "%.*s/%.*s", STR_ARG(below), STR_ARG(name))
				: str_dup(&w->a, name);
	}
	(void)closedir(dir);
	for (size_t i = 0; i < names.n; i++) {
		bool is_gone;
		if (!clean_entry(w, names.items[i], depth, &is_gone))
			return false;
		*is_empty = *is_empty && is_gone;
	}
	return true;
}

static bool write_site(struct writing *w, const struct file_vec *files)
{
	for (size_t i = 0; i < files->n; i++) {
		if (!is_safe_path(files->items[i].path))
			return err_set(w->err, ERR_INPUT, "a file's path leads out of the site: %.*s",
				STR_ARG(files->items[i].path));
		(void)map_put(&w->wanted, files->items[i].path, NULL);
	}
	if (!open_site(w))
		return false;
	for (size_t i = 0; i < files->n; i++)
		if (!write_file(w, &files->items[i]))
			return false;
	bool is_empty;
	return name_files(w) && clean_folder(w, STR(""), 0, &is_empty);
}

bool publish_write(const char *folder, const struct file_vec *files, struct publish_counts *counts,
	struct err *err)
{
	struct writing w = {.folder = folder, .counts = counts, .err = err};
	w.wanted = map_new(&w.a);
	w.made = map_new(&w.a);
	*counts = (struct publish_counts){0};
	bool ok = write_site(&w, files);
	arena_free(&w.a);
	return ok;
}
