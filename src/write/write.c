#include "write/write.h"

#include "write/extract.h"

const struct writer *const writers[] = {&writer_extract, NULL};

const struct writer *writer_find(struct str name)
{
	for (const struct writer *const *w = writers; *w; w++)
		if (str_eq(str_c((*w)->name), name))
			return *w;
	return NULL;
}
