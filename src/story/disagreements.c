#include "story/figures.h"

#define REPORTS_MOST ((size_t)LIMIT_STORY_REPORTS)

/* Whether the report of y says somewhere what x says: then they do not differ. */
static bool is_agreed(const struct figure_vec *all, const struct figure *x, size_t report)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->items[i].report == report && str_eq(all->items[i].stem, x->stem) &&
			!figures_differ(&all->items[i], x))
			return true;
	return false;
}

static bool is_one_voice(const struct report *x, const struct report *y)
{
	if (x->owner.n || y->owner.n)
		return str_eq(x->owner, y->owner);
	return x->outlet.n && str_eq(x->outlet, y->outlet);
}

static void add_row(struct arena *a, const struct report *reports, const struct figure_vec *row,
	struct disagreement_vec *out)
{
	struct disagreement *d = VEC_ADD(a, out);
	d->subject = str_dup(a, row->items[0].subject);
	d->figures = ARENA_ARRAY(a, struct differing_figure, row->n);
	for (size_t i = 0; i < row->n; i++) {
		const struct figure *f = &row->items[i];
		struct str text = span_text(reports[f->report].text, f->number.span);
		d->figures[d->figure_count++] = (struct differing_figure){
			.figure = text, .cite = {.report = f->report, .span = f->sentence}};
	}
}

/* The other figures that differ from x, one of each origin, each value once. */
static struct figure_vec collect_row(struct arena *a, const struct report *reports,
	const struct figure_vec *all, const struct figure *x)
{
	struct figure_vec row = {0};
	*VEC_ADD(a, &row) = *x;
	for (size_t i = 0; i < all->n; i++) {
		struct figure *y = &all->items[i];
		bool fits = !y->is_used && figures_count_the_same(x, y);
		for (size_t k = 0; k < row.n && fits; k++)
			fits = row.items[k].report != y->report &&
				!is_one_voice(&reports[row.items[k].report], &reports[y->report]) &&
				figures_differ(&row.items[k], y) && !is_agreed(all, &row.items[k], y->report) &&
				!is_agreed(all, y, row.items[k].report);
		if (fits) {
			y->is_used = true;
			*VEC_ADD(a, &row) = *y;
		}
	}
	return row;
}

struct disagreement_vec story_disagreements(
	struct arena *a, const struct report *reports, size_t count)
{
	struct arena scratch = {0};
	struct figure_vec all = {0};
	struct disagreement_vec out = {0};
	count = count < REPORTS_MOST ? count : REPORTS_MOST;
	struct report *own = ARENA_ARRAY(&scratch, struct report, count);
	if (count)
		memcpy(own, reports, count * sizeof(*own));
	story_origins(own, count);
	for (size_t i = 0; i < count; i++)
		if (own[i].origin == (int64_t)i)
			figures_read(&scratch, &reports[i], i, &all);
	for (size_t i = 0; i < all.n; i++) {
		if (all.items[i].is_used)
			continue;
		struct figure_vec row = collect_row(&scratch, reports, &all, &all.items[i]);
		if (row.n > 1)
			add_row(a, reports, &row, &out);
	}
	arena_free(&scratch);
	return out;
}
