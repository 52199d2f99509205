#include "cli/verify.h"

#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* The root of the site: two folders above the story's. */
static struct str site_root(struct verifying *v)
{
	struct str at = v->proof_at;
	for (int i = 0; i < 3; i++) {
		size_t slash = str_rfind_char(at, '/');
		at = slash == STR_NONE ? STR("") : str_sub(at, 0, slash);
	}
	return at;
}

/* The name under which a desk's key is kept: its address, or its folder. What the proof itself says
 * is a stranger's word. */
static struct str desk_name(struct verifying *v)
{
	struct str root = site_root(v);
	if (v->is_url)
		return root;
	char real[PATH_MAX];
	return realpath(root.n ? str_to_c(&v->a, root) : "../..", real) ? str_dup(&v->a, str_c(real))
																	: root;
}

/* "$XDG_CONFIG_HOME/wireproof", by the XDG Base Directory Specification; empty without a home. */
static struct str config_folder(struct arena *a)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	if (config && config[0] == '/')
		return str_format(a, "%s/wireproof", config);
	return home && home[0] == '/' ? str_format(a, "%s/.config/wireproof", home) : STR("");
}

static struct str pins_file(struct arena *a)
{
	struct str folder = config_folder(a);
	return folder.n ? str_format(a, "%.*s/known_keys", STR_ARG(folder)) : STR("");
}

/* The pins as a text: lines KEY<blank>DESK. */
static struct str read_pins(struct arena *a)
{
	struct buf bytes = BUF(LIMIT_CONF);
	struct str path = pins_file(a), text = STR("");
	struct err ignored;
	if (path.n && access(path.p, F_OK) == 0 && buf_read_file(&bytes, path.p, &ignored))
		text = str_dup(a, buf_str(&bytes));
	buf_free(&bytes);
	return text;
}

static struct str pinned_key(struct arena *a, struct str desk)
{
	struct str rest = read_pins(a);
	while (rest.p) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		struct str key = str_cut(&line, ' ');
		if (line.p && str_eq(str_trim(line), desk))
			return key;
	}
	return STR("");
}

bool verify_known_key(struct verifying *v, struct str given, struct str *key, struct err *err)
{
	struct buf bytes = BUF(LIMIT_CONF);
	struct err ignored;
	if (given.n == 0) {
		*key = pinned_key(&v->a, desk_name(v));
		return true;
	}
	bool ok = sign_read_public(&v->a, given, key) ||
		(buf_read_file(&bytes, str_to_c(&v->a, given), &ignored) &&
			sign_read_public(&v->a, buf_str(&bytes), key));
	buf_free(&bytes);
	return ok ||
		err_set(err, ERR_CONFIG,
			"--key wants an Ed25519 public key: 64 hex digits, PEM, or a file with either");
}

bool verify_pin_key(struct verifying *v, struct str key, struct err *err)
{
	struct arena *a = &v->a;
	struct str folder = config_folder(a), path = pins_file(a), pins = read_pins(a);
	if (path.n == 0)
		return err_set(err, ERR_CONFIG, "there is no HOME to keep it in");
	size_t parent = str_rfind_char(folder, '/');
	(void)mkdir(str_to_c(a, str_sub(folder, 0, parent)), 0700);
	if (mkdir(folder.p, 0700) != 0 && errno != EEXIST)
		return err_set(err, ERR_CONFIG, "can't make the folder %s: %s", folder.p, strerror(errno));
	struct str line = str_format(a, "%.*s%s%.*s %.*s\n", STR_ARG(pins),
		pins.n && !str_ends(pins, STR("\n")) ? "\n" : "", STR_ARG(key), STR_ARG(desk_name(v)));
	return file_write(path.p, line, err);
}

struct str verify_site_key(struct verifying *v)
{
	struct str root = site_root(v), bytes, charset, why, key = STR("");
	struct str at = root.n || v->is_url ? str_format(&v->a, "%.*s/" PROOF_KEY_PATH, STR_ARG(root))
										: STR("../../" PROOF_KEY_PATH);
	if (!verify_get(v, at, false, &bytes, &charset, &why) || !sign_read_public(&v->a, bytes, &key))
		return STR("");
	return key;
}
