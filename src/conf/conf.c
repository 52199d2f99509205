#include "conf/conf.h"

#include "text/text.h"

/* Levenshtein distance of two short words, for "did you mean". */
static size_t distance(struct str x, struct str y)
{
	size_t row[65];
	if (y.n >= sizeof(row) / sizeof(row[0]))
		return STR_NONE;
	for (size_t k = 0; k <= y.n; k++)
		row[k] = k;
	for (size_t i = 1; i <= x.n; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t k = 1; k <= y.n; k++) {
			size_t substitute = diagonal + (x.p[i - 1] != y.p[k - 1]);
			size_t best = row[k] < row[k - 1] ? row[k] + 1 : row[k - 1] + 1;
			diagonal = row[k];
			row[k] = substitute < best ? substitute : best;
		}
	}
	return row[y.n];
}

const struct conf_option *conf_find(struct str key, struct err *err)
{
	for (const struct conf_option *option = conf_options; option->key; option++)
		if (str_eq(str_c(option->key), key))
			return option;
	const struct conf_option *nearest = conf_options;
	size_t least = STR_NONE;
	for (const struct conf_option *option = conf_options; option->key; option++) {
		size_t d = key.n > 200 ? STR_NONE : distance(key, str_c(option->key));
		if (d < least) {
			least = d;
			nearest = option;
		}
	}
	err_set(err, ERR_CONFIG, "no option \"%.*s\": did you mean %s?", STR_ARG(utf8_cut(key, 60)),
		nearest->key);
	return NULL;
}

static bool is_choice(struct str word, const char *choices)
{
	struct str rest = str_c(choices);
	while (rest.p)
		if (str_eq(str_cut(&rest, ' '), word))
			return true;
	return false;
}

static bool check_choice(const struct conf_option *option, struct str word, struct err *err)
{
	if (!option->choices || is_choice(word, option->choices))
		return true;
	return err_set(err, ERR_CONFIG, "%s can't be \"%.*s\": it is one of %.*s", option->key,
		STR_ARG(utf8_cut(word, 60)), STR_ARG(str_trim(str_c(option->choices))));
}

static bool set_list(struct arena *a, const struct conf_option *option, struct str value,
	struct str_vec *list, struct err *err)
{
	while (value.p) {
		struct str word = str_trim(str_cut(&value, ' '));
		if (word.n == 0)
			continue;
		if (!check_choice(option, word, err))
			return false;
		*VEC_ADD(a, list) = str_dup(a, word);
	}
	return true;
}

static bool set_value(struct arena *a, const struct conf_option *option, struct str value,
	struct conf *conf, bool adds, struct err *err)
{
	void *member = (char *)conf + option->offset;
	if (!text_is_utf8(value))
		return err_set(err, ERR_CONFIG, "%s is not UTF-8", option->key);
	for (size_t i = 0; i < value.n; i++)
		if (((unsigned char)value.p[i] < ' ' && value.p[i] != '\t') || value.p[i] == 0x7f)
			return err_set(err, ERR_CONFIG, "%s has a control character", option->key);
	if (option->type == CONF_LIST) {
		struct str_vec *list = member;
		if (!adds)
			*list = (struct str_vec){0};
		return set_list(a, option, str_replace(a, value, STR("\t"), STR(" ")), list, err);
	}
	if (option->type == CONF_STRING) {
		*(struct str *)member = str_dup(a, value);
		return check_choice(option, value, err);
	}
	int64_t number;
	if (!str_to_i64(value, &number) || number < option->least || number > option->most)
		return err_set(err, ERR_CONFIG, "%s wants a whole number from %lld to %lld, not \"%.*s\"",
			option->key, (long long)option->least, (long long)option->most,
			STR_ARG(utf8_cut(value, 60)));
	*(int64_t *)member = number;
	return true;
}

void conf_defaults(struct arena *a, struct conf *conf)
{
	*conf = (struct conf){0};
	for (const struct conf_option *option = conf_options; option->key; option++)
		BUG_ON(!set_value(a, option, str_c(option->fallback), conf, false, NULL));
}

static struct str unquote(struct str value)
{
	if (value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"')
		return str_sub(value, 1, value.n - 2);
	return value;
}

bool conf_parse(
	struct arena *a, struct str text, const char *name, struct conf *conf, struct err *err)
{
	struct map seen = map_new(a);
	struct str section = {0};
	for (int line_number = 1; text.p; line_number++) {
		struct str line = str_trim(str_cut(&text, '\n'));
		if (line.n == 0 || line.p[0] == '#' || line.p[0] == ';')
			continue;
		if (line.p[0] == '[' && line.p[line.n - 1] == ']') {
			section = str_trim(str_sub(line, 1, line.n - 2));
			continue;
		}
		size_t equals = str_find_char(line, '=', 0);
		if (equals == STR_NONE)
			return err_set(err, ERR_CONFIG, "%s:%d: neither [section] nor key = value: %.*s", name,
				line_number, STR_ARG(utf8_cut(line, 60)));
		struct str key = str_format(
			a, "%.*s.%.*s", STR_ARG(section), STR_ARG(str_trim(str_sub(line, 0, equals))));
		const struct conf_option *option = conf_find(key, err);
		bool is_first;
		(void)map_put(&seen, key, &is_first);
		if (!option ||
			!set_value(
				a, option, unquote(str_trim(str_from(line, equals + 1))), conf, !is_first, err))
			return err_wrap(err, "%s:%d", name, line_number);
	}
	return true;
}

static bool take_environment(struct arena *a, struct conf *conf, struct err *err)
{
	for (const struct conf_option *option = conf_options; option->key; option++) {
		char *name = str_to_c(a, str_format(a, "WIREPROOF_%s", option->key));
		for (char *c = name; *c; c++)
			*c = *c == '.' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
		const char *value = getenv(name);
		if (value && !set_value(a, option, str_c(value), conf, false, err))
			return err_wrap(err, "%s", name);
	}
	return true;
}

/* What a law profile changes: other fallbacks, no more. */
static const struct {
	struct str law;
	const char *key, *fallback;
} profiles[] = {
	{STR_CONST("eu"), "write.extract_words", "25"},
	{STR_CONST("us-ny"), "publish.noindex", "unreviewed"},
};

static bool apply_profile(struct arena *a, struct str law, struct conf *conf, struct err *err)
{
	for (size_t i = 0; i < sizeof(profiles) / sizeof(profiles[0]); i++) {
		const struct conf_option *option = conf_find(str_c(profiles[i].key), err);
		if (str_eq(profiles[i].law, law) &&
			(!option || !set_value(a, option, str_c(profiles[i].fallback), conf, false, err)))
			return false;
	}
	return true;
}

bool conf_load(struct arena *a, const char *path, struct conf *conf, struct err *err)
{
	conf_defaults(a, conf);
	struct buf bytes = BUF(LIMIT_CONF);
	bool ok = !path || buf_read_file(&bytes, path, err);
	if (!ok)
		err->kind = ERR_CONFIG;
	struct str text = ok ? str_dup(a, buf_str(&bytes)) : (struct str){0};
	buf_free(&bytes);
	ok = ok && conf_parse(a, text, path ? path : "", conf, err) && take_environment(a, conf, err);
	if (!ok || str_eq(conf->law, STR("none")))
		return ok;
	struct str law = conf->law;
	conf_defaults(a, conf);
	return apply_profile(a, law, conf, err) && conf_parse(a, text, path ? path : "", conf, err) &&
		take_environment(a, conf, err);
}

struct str conf_value(struct arena *a, const struct conf *conf, const struct conf_option *option)
{
	const void *member = (const char *)conf + option->offset;
	if (option->type == CONF_STRING)
		return *(const struct str *)member;
	if (option->type == CONF_NUMBER)
		return str_format(a, "%lld", (long long)*(const int64_t *)member);
	const struct str_vec *list = member;
	return str_join(a, list->items, list->n, STR(" "));
}
