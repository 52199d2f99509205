/* conf: the desk's policy. One file (wireproof.conf, git's INI form), then the environment, then
 * flags. Sources live in the store, not here.
 *
 *     # a comment
 *     [net]
 *         allow = 127.0.0.0/8 *.localhost
 *
 * Every option is a row of conf_options, which gives parsing, `wireproof config` and the man page.
 * A key that is not in the table is an error that names the nearest one. List options split at
 * blanks; a second line of the same key adds to the list. The environment overrides with
 * WIREPROOF_SECTION_KEY. */
#ifndef CONF_CONF_H
#define CONF_CONF_H

#include "model/model.h"

struct conf {
	/* desk */
	struct str title, description, language, base_url, contact, publisher, address;
	/* net */
	struct str_vec allow;
	int64_t interval_ms, timeout_s, parallel;
	/* story */
	int64_t window_days;
	/* write */
	struct str writer;
	int64_t extract_words, extract_sentences;
	struct {
		struct str base_url, name, api, binding, stream, key_file;
		int64_t context_tokens, max_tokens, seed;
		int64_t timeout_s, idle_s, wait_s, parallel, per_minute, probe_days;
		int64_t daily_tokens, daily_cents, price_in, price_out; /* prices: cents a million tokens */
	} model;
	/* rules */
	int64_t min_origins, daily_cap;
	struct str_vec topics, mute, pin, hold, hold_words;
	/* publish */
	struct str publish_to, folder, robots, noindex;
};

enum conf_type { CONF_STRING, CONF_NUMBER, CONF_LIST };

struct conf_option {
	const char *key; /* "section.name" */
	enum conf_type type;
	size_t offset; /* in struct conf */
	const char *fallback;
	int64_t least, most; /* CONF_NUMBER */
	const char *choices; /* CONF_STRING and CONF_LIST: the words allowed, separated by blanks; NULL
							= anything */
	const char *help;    /* one line */
};
extern const struct conf_option conf_options[]; /* ends with a NULL key */

/* The row of a key; ERR_CONFIG with the nearest name when there is none. */
const struct conf_option *conf_find(struct str key, struct err *err);

/* Fills conf with the fallbacks. */
void conf_defaults(struct arena *a, struct conf *conf);

/* Reads a configuration's text over what conf holds. Errors are ERR_CONFIG and begin with
 * "NAME:LINE: ". */
MUST_CHECK bool conf_parse(
	struct arena *a, struct str text, const char *name, struct conf *conf, struct err *err);

/* Fallbacks, then the file (none when path is NULL), then the environment. */
MUST_CHECK bool conf_load(struct arena *a, const char *path, struct conf *conf, struct err *err);

/* An option's value as the file would hold it. */
struct str conf_value(struct arena *a, const struct conf *conf, const struct conf_option *option);

/* The text with one option set, comments and order kept: its line changed, or added to its section,
 * or both added at the end. The new value is checked. */
MUST_CHECK bool conf_edit(struct arena *a, struct str text, struct str key, struct str value,
	struct str *edited, struct err *err);

/* The file that `wireproof init` writes: every option with its help, commented out. */
struct str conf_template(struct arena *a);

#endif
