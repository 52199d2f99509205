/* Any bytes are a configuration or an error with its line; what an edit sets is read back, and an
 * edit of a good file leaves a good file. */
#include "conf/conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct conf parse(struct arena *a, struct str text, bool *is_good)
{
	struct conf conf;
	struct err err = {0};
	conf_defaults(a, &conf);
	*is_good = conf_parse(a, text, "fuzz", &conf, &err);
	BUG_ON(!*is_good && (err.kind != ERR_CONFIG || strncmp(err.msg, "fuzz:", 5) != 0));
	return conf;
}

/* The first byte chooses an option, the line that follows is its new value, the rest is the file.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str text = {(const char *)data, size};
	struct err err = {0};
	bool was_good, is_good;
	size_t count = 0;
	while (conf_options[count].key)
		count++;
	const struct conf_option *option = &conf_options[size ? data[0] % count : 0];
	text = str_from(text, 1);
	struct str value = str_cut(&text, '\n'), edited;
	(void)parse(&a, text, &was_good);
	if (conf_edit(&a, text, str_c(option->key), value, &edited, &err)) {
		struct conf conf = parse(&a, edited, &is_good);
		BUG_ON(was_good && !is_good);
		if (is_good && option->type == CONF_STRING)
			BUG_ON(!str_eq(conf_value(&a, &conf, option), value));
		struct str again;
		BUG_ON(!conf_edit(&a, edited, str_c(option->key), value, &again, &err));
		BUG_ON(!str_eq(again, edited));
	} else {
		BUG_ON(err.kind == ERR_NONE || err.msg[0] == '\0');
	}
	arena_free(&a);
	return 0;
}
