#include "desk/parts.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define DISK_LEAST ((uint64_t)200 << 20)  /* below it a newsroom soon stands still */
#define CLOCK_LEAST ((int64_t)1735689600) /* 2025-01-01: before this program was written */

struct visit {
	struct desk *d;
	struct arena *a;
	struct diagnosis_vec *out;
};

static void tell(struct visit *v, enum health health, const char *subject, struct str words)
{
	*VEC_ADD(v->a, v->out) = (struct diagnosis){health, subject, words};
}

static void see_disk(struct visit *v)
{
	struct statvfs fs;
	if (statvfs(v->d->dir, &fs) != 0) {
		tell(v, HEALTH_FAULT, "disk", STR("can't be asked"));
		return;
	}
	uint64_t free_bytes = (uint64_t)fs.f_bavail * fs.f_frsize;
	tell(v, free_bytes < DISK_LEAST ? HEALTH_FAULT : HEALTH_OK, "disk",
		str_format(v->a, "%.1f GB free", (double)free_bytes / 1e9));
}

static void see_permissions(struct visit *v)
{
	const struct conf *conf = &v->d->conf;
	struct str site = str_starts(conf->folder, STR("/"))
		? conf->folder
		: str_format(v->a, "%s/%.*s", v->d->dir, STR_ARG(conf->folder));
	const char *folder = str_to_c(v->a, site);
	struct stat st;
	if (access(v->d->dir, W_OK) != 0)
		tell(v, HEALTH_FAULT, "permissions", STR("the desk's folder can't be written"));
	else if (access(folder, F_OK) == 0 && access(folder, W_OK) != 0)
		tell(v, HEALTH_FAULT, "permissions",
			str_format(v->a, "the site's folder %s can't be written", folder));
	else
		tell(v, HEALTH_OK, "permissions", STR("desk and site can be written"));
	if (conf->model.key_file.n == 0)
		return;
	struct str path = str_starts(conf->model.key_file, STR("/"))
		? conf->model.key_file
		: str_format(v->a, "%s/%.*s", v->d->dir, STR_ARG(conf->model.key_file));
	if (stat(str_to_c(v->a, path), &st) == 0 && (st.st_mode & (S_IRWXG | S_IRWXO)))
		tell(v, HEALTH_NOTE, "permissions",
			str_format(
				v->a, "the model's key in %.*s can be read by others: chmod 600", STR_ARG(path)));
}

static bool see_store(struct visit *v, struct err *err)
{
	struct str fault;
	if (!store_examine(v->d->store, v->a, &fault, err))
		return false;
	if (fault.n)
		tell(v, HEALTH_FAULT, "store",
			str_format(v->a, "desk.db is damaged: %.*s; restore it from a copy", STR_ARG(fault)));
	else
		tell(v, HEALTH_OK, "store", STR("whole"));
	return true;
}

static bool see_feeds(struct visit *v, struct err *err)
{
	struct source_vec sources;
	if (!store_sources(v->d->store, v->a, &sources, err))
		return false;
	size_t failing = 0;
	for (size_t i = 0; i < sources.n; i++) {
		const struct source *s = &sources.items[i];
		if (s->failures == 0)
			continue;
		failing++;
		tell(v, HEALTH_NOTE, "feeds",
			str_format(v->a, "%.*s failed %lld times in a row: %.*s", STR_ARG(s->url),
				(long long)s->failures, STR_ARG(s->state)));
	}
	if (sources.n == 0)
		tell(v, HEALTH_NOTE, "feeds", STR("none is followed yet"));
	else
		tell(v, failing == sources.n ? HEALTH_FAULT : HEALTH_OK, "feeds",
			str_format(v->a, "%zu followed, %zu failing", sources.n, failing));
	for (size_t i = 0; i < sources.n; i++) {
		struct when fetched = sources.items[i].fetched;
		if (when_is_known(fetched) && fetched.utc_s > v->d->now.utc_s + 60) {
			tell(v, HEALTH_FAULT, "clock",
				str_format(v->a, "stands at %.*s, before the desk's last visit to a feed",
					STR_ARG(when_rfc3339(v->a, v->d->now))));
			return true;
		}
	}
	bool is_late = v->d->now.utc_s >= CLOCK_LEAST;
	tell(v, is_late ? HEALTH_OK : HEALTH_FAULT, "clock",
		str_format(v->a, "stands at %.*s%s", STR_ARG(when_rfc3339(v->a, v->d->now)),
			is_late ? "" : ", before this program was written"));
	return true;
}

static void tell_cost(struct visit *v, const struct model_probe *probe)
{
	const struct conf *conf = &v->d->conf;
	int64_t in, out;
	write_model_estimate(probe, 40, &in, &out);
	double cents = (double)(in * conf->model.price_in + out * conf->model.price_out) / 1e6;
	struct str price = conf->model.price_in || conf->model.price_out
		? str_format(v->a, ", %.3f cents", cents)
		: STR("; set model.price_in and model.price_out to see what that costs");
	struct str time = STR("");
	if (probe->tokens_per_s > 0)
		time = str_format(v->a, ", about %.0f s of answering", (double)out / probe->tokens_per_s);
	tell(v, HEALTH_OK, "cost",
		str_format(v->a,
			"a story of 40 sentences takes about %lld tokens of prompt and %lld of answer%.*s%.*s; "
			"twice that when something is sent back",
			(long long)in, (long long)out, STR_ARG(time), STR_ARG(price)));
}

static bool see_model(struct visit *v, struct err *err)
{
	struct model_desk m;
	struct model_probe p;
	struct probe_row row;
	if (v->d->conf.model.base_url.n == 0) {
		tell(v, HEALTH_OK, "model", STR("none is set: the extractive writer writes"));
		return true;
	}
	bool ok = model_open(&m, v->d, err) && model_probe(&m, v->a, &p, &row, err);
	if (ok) {
		tell(v, p.passes ? HEALTH_OK : HEALTH_FAULT, "model",
			p.passes ? str_format(v->a, "%.*s at %.*s answers", STR_ARG(m.server.name),
						   STR_ARG(m.server.base_url))
					 : str_format(v->a, "%.*s; the extractive writer writes until that is mended",
						   STR_ARG(p.why)));
		bool binds = str_starts(p.schema, STR("binds")) || m.server.binding == MODEL_PLAIN;
		tell(v, binds ? HEALTH_OK : HEALTH_NOTE, "schema", p.schema);
		tell(v, HEALTH_OK, "context", p.context);
		bool is_equal = str_find(p.seed, STR("same"), 0) != STR_NONE;
		tell(v, is_equal ? HEALTH_OK : HEALTH_NOTE, "seed", p.seed);
		bool streams = str_starts(p.stream, STR("works"));
		tell(v, streams ? HEALTH_OK : HEALTH_NOTE, "streaming", p.stream);
		if (p.tokens_per_s > 0)
			tell(v, HEALTH_OK, "speed", str_format(v->a, "%.1f tokens a second", p.tokens_per_s));
		if (p.passes)
			tell_cost(v, &p);
	}
	model_close(&m);
	return ok;
}

bool desk_examine(struct desk *d, struct arena *a, struct diagnosis_vec *diagnoses, struct err *err)
{
	struct visit v = {d, a, diagnoses};
	*diagnoses = (struct diagnosis_vec){0};
	see_disk(&v);
	see_permissions(&v);
	return see_store(&v, err) && see_feeds(&v, err) && see_model(&v, err);
}
