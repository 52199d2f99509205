#include "conf/conf.h"

/* Where an option's line would go or is, in bytes of the text. */
struct place {
	bool has_line, has_section;
	struct span line;   /* with its line end */
	size_t section_end; /* behind the last line of the section that is not blank */
};

static struct place find_place(struct str text, struct str section, struct str name)
{
	struct place place = {0};
	bool is_in = false;
	size_t at = 0;
	while (at < text.n) {
		size_t end = str_find_char(text, '\n', at);
		end = end == STR_NONE ? text.n : end + 1;
		struct str line = str_trim(str_sub(text, at, end - at));
		size_t equals = str_find_char(line, '=', 0);
		if (line.n > 1 && line.p[0] == '[') {
			is_in = str_eq(str_trim(str_sub(line, 1, line.n - 2)), section);
			place.has_section |= is_in;
		} else if (is_in && equals != STR_NONE && line.p[0] != '#' && line.p[0] != ';' &&
			str_eq(str_trim(str_sub(line, 0, equals)), name)) {
			place.has_line = true;
			place.line = (struct span){at, end - at};
		}
		if (is_in && line.n)
			place.section_end = end;
		at = end;
	}
	return place;
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
	const char *mark = needs_quotes(value) ? "\"" : "";
	struct str line =
		str_format(a, "\t%.*s = %s%.*s%s\n", STR_ARG(name), mark, STR_ARG(value), mark);
	struct str trial = str_format(a, "[%.*s]\n%.*s", STR_ARG(section), STR_ARG(line));
	struct conf scratch;
	conf_defaults(a, &scratch);
	if (!conf_parse(a, trial, "value", &scratch, err))
		return false;

	/* A list that stands on several lines becomes one line: the others go first. */
	struct place place = find_place(text, section, name);
	while (place.has_line) {
		struct str before = str_sub(text, 0, place.line.start);
		struct str after = str_from(text, place.line.start + place.line.length);
		struct str without = str_format(a, "%.*s%.*s", STR_ARG(before), STR_ARG(after));
		if (!find_place(without, section, name).has_line)
			break;
		text = without;
		place = find_place(text, section, name);
	}
	struct buf out = BUF(LIMIT_CONF);
	if (place.has_line || place.has_section) {
		size_t start = place.has_line ? place.line.start : place.section_end;
		size_t end = place.has_line ? start + place.line.length : start;
		buf_add(&out, str_sub(text, 0, start));
		if (start > 0 && text.p[start - 1] != '\n')
			buf_add_char(&out, '\n');
		buf_add(&out, line);
		buf_add(&out, str_from(text, end));
	} else {
		buf_add(&out, text);
		if (text.n && text.p[text.n - 1] != '\n')
			buf_add_char(&out, '\n');
		buf_addf(&out, "%s%.*s", text.n ? "\n" : "", STR_ARG(trial));
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
