#include "conf/conf.h"

/* A walk over the lines of a text, looking for an option. */
struct walk {
	struct str text, section, name;
	struct span line; /* with its line end */
	bool is_in;       /* in the option's section; its header is in it */
	bool is_option, is_blank;
};

static bool walk_on(struct walk *w)
{
	size_t at = w->line.start + w->line.length;
	if (at >= w->text.n)
		return false;
	size_t end = str_find_char(w->text, '\n', at);
	w->line = (struct span){at, (end == STR_NONE ? w->text.n : end + 1) - at};
	struct str line = str_trim(span_text(w->text, w->line));
	size_t equals = str_find_char(line, '=', 0);
	bool is_header = line.n > 1 && line.p[0] == '[' && line.p[line.n - 1] == ']';
	if (is_header)
		w->is_in = str_eq(str_trim(str_sub(line, 1, line.n - 2)), w->section);
	w->is_blank = line.n == 0;
	w->is_option = w->is_in && !is_header && equals != STR_NONE && line.p[0] != '#' &&
		line.p[0] != ';' && str_eq(str_trim(str_sub(line, 0, equals)), w->name);
	return true;
}

/* Where an option's line is or would go, in bytes of the text. */
struct place {
	bool has_line, has_section;
	size_t start; /* of the last of its lines, or behind the last line of its section */
};

static struct place find_place(struct walk w)
{
	struct place place = {0};
	while (walk_on(&w)) {
		place.has_section = place.has_section || w.is_in;
		if (w.is_option)
			place.has_line = true;
		if (w.is_option || (w.is_in && !w.is_blank && !place.has_line))
			place.start = w.is_option ? w.line.start : w.line.start + w.line.length;
	}
	return place;
}

static void add_line(struct buf *out, struct str line)
{
	if (out->n && out->p[out->n - 1] != '\n')
		buf_add_char(out, '\n');
	buf_add(out, line);
}

/* Copies the text with the new line in its place. A list that stood on several lines becomes one.
 */
static void copy_with(struct buf *out, struct walk w, const struct place *place, struct str line)
{
	bool is_done = false;
	while (walk_on(&w)) {
		if (!is_done && w.line.start == place->start) {
			add_line(out, line);
			is_done = true;
		}
		if (!w.is_option)
			buf_add(out, span_text(w.text, w.line));
	}
	if (!is_done)
		add_line(out, line);
}

/* Reading takes blanks and one pair of quotation marks off the ends. */
static bool needs_quotes(struct str value)
{
	bool is_quoted = value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"';
	return is_quoted || str_trim(value).n < value.n;
}

bool conf_edit(struct arena *a, struct str text, struct str key, struct str value,
	struct str *edited, struct err *err)
{
	const struct conf_option *option = conf_find(key, err);
	if (!option)
		return false;
	if (str_find_char(value, '\n', 0) != STR_NONE)
		return err_set(err, ERR_CONFIG, "%s: a value is one line", option->key);
	size_t dot = str_find_char(key, '.', 0);
	struct str section = str_sub(key, 0, dot), name = str_from(key, dot + 1);
	struct str mark = needs_quotes(value) ? STR("\"") : STR("");
	struct str parts[] = {
		STR("["), section, STR("]\n"), STR("\t"), name, STR(" = "), mark, value, mark, STR("\n")};
	struct str trial = str_join(a, parts, 10, STR("")), line = str_join(a, parts + 3, 7, STR(""));
	struct conf scratch;
	conf_defaults(a, &scratch);
	if (!conf_parse(a, trial, "value", &scratch, err))
		return false;

	struct walk walk = {.text = text, .section = section, .name = name};
	struct place place = find_place(walk);
	struct buf out = BUF(LIMIT_CONF);
	if (place.has_section) {
		copy_with(&out, walk, &place, line);
	} else {
		buf_add(&out, text);
		add_line(&out, text.n ? STR("\n") : STR(""));
		buf_add(&out, trial);
	}
	bool ok = buf_check(&out, err);
	*edited = str_dup(a, buf_str(&out));
	buf_free(&out);
	return ok;
}

struct str conf_template(struct arena *a)
{
	struct buf out = BUF(LIMIT_CONF);
	struct str section = {0};
	buf_add_c(&out,
		"# The policy of this desk. `wireproof config KEY VALUE` sets a value; what stands behind "
		"a # is the default.\n");
	for (const struct conf_option *option = conf_options; option->key; option++) {
		struct str key = str_c(option->key);
		size_t dot = str_find_char(key, '.', 0);
		if (!str_eq(section, str_sub(key, 0, dot))) {
			section = str_sub(key, 0, dot);
			buf_addf(&out, "\n[%.*s]\n", STR_ARG(section));
		}
		buf_addf(&out, "\t# %s\n\t# %s =%s%s\n", option->help, option->key + dot + 1,
			option->fallback[0] ? " " : "", option->fallback);
	}
	struct str text = str_dup(a, buf_str(&out));
	buf_free(&out);
	return text;
}
