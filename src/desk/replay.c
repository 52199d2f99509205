#include "desk/parts.h"

static struct str body_of(struct arena *a, const struct draft *draft)
{
	struct buf b = BUF(LIMIT_OUTPUT);
	struct jw w = {.buf = &b};
	model_put_draft(&w, draft);
	struct str body = str_dup(a, buf_str(&b));
	buf_free(&b);
	return body;
}

/* Makes a draft again from the texts it was made from and the answers recorded by then. */
static bool replay_draft(struct desk *d, struct model_desk *m, struct arena *a,
	const struct draft_row *row, bool *is_same, struct err *err)
{
	struct report_vec reports;
	struct written written;
	struct err why;
	m->until = row->made;
	if (!store_draft_reports(d->store, a, row->id, &reports, err))
		return false;
	story_origins(reports.items, reports.n);
	if (!compose_draft(d, m, a, &reports, row->made, &written, &why, err))
		return false;
	*is_same = why.kind == ERR_NONE && str_eq(body_of(a, &written.draft), row->body) &&
		str_eq(record_verdicts(a, &written.check), row->verdicts);
	return true;
}

bool desk_replay(struct desk *d, size_t *same, size_t *other, struct err *err)
{
	struct model_desk model;
	struct draft_vec drafts;
	struct arena a = {0};
	*same = *other = 0;
	bool ok = model_open(&model, d, err) && store_made_drafts(d->store, &model.a, &drafts, err);
	model.is_replay = true;
	for (size_t i = 0; ok && i < drafts.n && !(d->stop && *d->stop); i++) {
		bool is_same;
		arena_reset(&a);
		ok = replay_draft(d, &model, &a, &drafts.items[i], &is_same, err);
		*same += ok && is_same;
		*other += ok && !is_same;
		if (ok && !is_same)
			LOG_W(d->log, "replay.differs story=%.*s draft=%lld", STR_ARG(drafts.items[i].story),
				(long long)drafts.items[i].id);
	}
	model_close(&model);
	arena_free(&a);
	return ok;
}
