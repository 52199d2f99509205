/* Any JSON is a draft or none; what is one writes JSON that reads back as the same draft. */
#include "model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REPORTS 3

static void write_draft(const struct draft *d, struct buf *out)
{
	struct jw w = {.buf = out};
	model_put_draft(&w, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct jv root;
	struct draft draft, again;
	struct err err = {0};
	struct str text = {(const char *)data, size};
	if (jv_parse(&a, text, &root, &err) && model_get_draft(&a, &root, REPORTS, &draft, &err)) {
		struct buf first = BUF(LIMIT_OUTPUT), second = BUF(LIMIT_OUTPUT);
		const struct draft_sentence *s;
		for (size_t i = 0; (s = draft_sentence_at(&draft, i)); i++)
			for (size_t k = 0; k < s->cites.n; k++)
				BUG_ON(s->cites.items[k].report >= REPORTS);
		write_draft(&draft, &first);
		BUG_ON(!jv_parse(&a, buf_str(&first), &root, &err));
		BUG_ON(!model_get_draft(&a, &root, REPORTS, &again, &err));
		write_draft(&again, &second);
		BUG_ON(!str_eq(buf_str(&first), buf_str(&second)));
		buf_free(&first);
		buf_free(&second);
	} else {
		BUG_ON(err.kind == ERR_NONE || err.msg[0] == '\0');
	}
	arena_free(&a);
	return 0;
}
