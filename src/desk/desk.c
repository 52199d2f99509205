#include "desk/parts.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool make_folder(const char *dir, struct err *err)
{
	if (mkdir(dir, 0755) == 0 || errno == EEXIST)
		return true;
	return err_set(err, ERR_CONFIG, "can't make the folder %s: %s", dir, strerror(errno));
}

bool desk_init(const char *dir, struct when now, struct err *err)
{
	struct arena a = {0};
	const char *conf = str_format(&a, "%s/wireproof.conf", dir).p;
	const char *db = str_format(&a, "%s/desk.db", dir).p;
	struct store *store = NULL;
	bool ok = make_folder(dir, err);
	if (ok && access(conf, F_OK) == 0)
		ok = err_set(err, ERR_CONFIG, "%s is there already: this folder is a desk", conf);
	ok = ok && file_write(conf, conf_template(&a), err) && store_open(db, true, &store, err) &&
		store_log(store,
			&(struct log_row){.at = now,
				.who = STR("desk"),
				.what = STR("init"),
				.subject = STR(""),
				.why = STR("")},
			err);
	store_close(store);
	arena_free(&a);
	return ok;
}

static bool take_lock(struct desk *d, struct err *err)
{
	const char *path = str_format(&d->a, "%s/desk.lock", d->dir).p;
	d->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (d->lock < 0)
		return err_set(err, ERR_STORE, "can't write %s: %s: the desk's folder must be writable",
			path, strerror(errno));
	if (flock(d->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	if (errno != EWOULDBLOCK)
		return err_set(err, ERR_STORE, "can't lock %s: %s", path, strerror(errno));
	return err_set(err, ERR_STORE,
		"another wireproof is at work on this desk (%s is locked): wait until it is done, or end "
		"it",
		path);
}

bool desk_open(struct desk *d, const char *dir, bool takes_lock, struct when now,
	const struct log *log, struct err *err)
{
	*d = (struct desk){.dir = dir, .now = now, .log = log, .lock = -1};
	const char *conf = str_format(&d->a, "%s/wireproof.conf", dir).p;
	const char *db = str_format(&d->a, "%s/desk.db", dir).p;
	if (access(conf, F_OK) != 0) {
		err_set(err, ERR_CONFIG,
			"no desk in %s (wireproof.conf is missing): make one with `wireproof init DIR`, or "
			"name it with -C DIR",
			dir);
		goto fail;
	}
	if (!conf_load(&d->a, conf, &d->conf, err) || (takes_lock && !take_lock(d, err)) ||
		!store_open(db, false, &d->store, err) || (takes_lock && !store_free_leases(d->store, err)))
		goto fail;
	return true;
fail:
	desk_close(d);
	return false;
}

void desk_close(struct desk *d)
{
	store_close(d->store);
	if (d->lock >= 0)
		(void)close(d->lock);
	arena_free(&d->a);
	d->store = NULL;
	d->lock = -1;
}

bool desk_had_failures(const struct desk_counts *c)
{
	return c->feeds_failed || c->pages_failed || c->failed;
}

struct when day_of(struct when now)
{
	struct civil c = when_civil(now);
	c.hour = c.minute = c.second = 0;
	return when_from_civil(c, now.offset_min);
}

bool log_decision(struct desk *d, struct str who, const char *what, struct str subject,
	struct str why, struct err *err)
{
	struct log_row row = {
		.at = d->now, .who = who, .what = str_c(what), .subject = subject, .why = why};
	return store_log(d->store, &row, err);
}

bool load_story(
	struct desk *d, struct arena *a, struct str story, struct report_vec *reports, struct err *err)
{
	if (!store_story_reports(d->store, a, story, reports, err))
		return false;
	if (reports->n > LIMIT_STORY_REPORTS) {
		LOG_W(d->log, "story.long story=%.*s reports=%zu used=%d", STR_ARG(story), reports->n,
			LIMIT_STORY_REPORTS);
		reports->items += reports->n - LIMIT_STORY_REPORTS;
		reports->n = LIMIT_STORY_REPORTS;
	}
	story_origins(reports->items, reports->n);
	/* Where quoting is refused, headline and link are all that the writers get. */
	for (size_t i = 0; i < reports->n; i++)
		if (reports->items[i].refuses_quote)
			reports->items[i].text = STR("");
	return true;
}

struct write_options write_options_of(const struct desk *d)
{
	return (struct write_options){
		.language = d->conf.language,
		.now = d->now,
		.extract_words = (size_t)d->conf.extract_words,
		.extract_sentences = (size_t)d->conf.extract_sentences,
	};
}
