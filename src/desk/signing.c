/* The desk's signing key, and the proofs that went out with it. */
#include "desk/parts.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY_FILE "key.pem"

/* For the owner's eyes alone; never over a key that is there. */
static bool write_key(const char *path, struct str pem, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && write(fd, pem.p, pem.n) == (ssize_t)pem.n && fsync(fd) == 0;
	int why = errno;
	if (fd >= 0 && close(fd) != 0)
		ok = false;
	if (!ok && fd >= 0)
		(void)unlink(path);
	return ok || err_set(err, ERR_STORE, "can't write the signing key %s: %s", path, strerror(why));
}

bool desk_signing_key(struct desk *d, struct arena *a, struct signing_key *key, struct err *err)
{
	const char *path = str_format(a, "%s/" KEY_FILE, d->dir).p;
	struct buf pem = BUF(LIMIT_CONF);
	struct str made;
	if (access(path, F_OK) != 0 &&
		(!signing_key_make(a, &made, err) || !write_key(path, made, err)))
		return false;
	bool ok = buf_read_file(&pem, path, err) && signing_key_read(buf_str(&pem), key, err);
	buf_free(&pem);
	return ok ||
		err_wrap(err, "%s: put the desk's key back, or move this file away to sign with a new one",
			path);
}

static bool save_proof(struct desk *d, struct arena *a, const struct article *article,
	const struct map *files, const struct file_vec *all, struct err *err)
{
	struct str path = str_format(a, "stories/%.*s/proof.json", STR_ARG(article->story));
	const size_t *at = map_get(files, path);
	if (!at || str_eq(all->items[*at].bytes, article->last_proof))
		return true;
	return store_put_proof(d->store, article->story, all->items[*at].bytes, d->now, err);
}

bool desk_save_proofs(struct desk *d, struct arena *a, const struct site *site,
	const struct file_vec *files, struct err *err)
{
	struct map by_path = map_new(a);
	for (size_t i = 0; i < files->n; i++)
		*map_put(&by_path, files->items[i].path, NULL) = i;
	bool ok = store_begin(d->store, err);
	for (size_t i = 0; ok && i < site->article_count; i++)
		ok = save_proof(d, a, &site->articles[i], &by_path, files, err);
	if (ok && store_commit(d->store, err))
		return true;
	store_rollback(d->store);
	return false;
}
