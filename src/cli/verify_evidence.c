/* The reports that a proof cites: from an archive, else fetched again. */
#include "cli/verify.h"

#include <unistd.h>

static struct str archived(struct verifying *v, struct str name, const char *ending)
{
	return str_format(&v->a, "%.*s/%.*s%s", STR_ARG(v->archive), STR_ARG(name), ending);
}

/* A name out of a proof becomes a path: only a hash does. */
static bool is_hash(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_digit(s.p[i]) && (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return s.n == 64;
}

static bool read_if_there(struct verifying *v, struct str path, struct str *bytes)
{
	struct str charset, why;
	return access(path.p, F_OK) == 0 && verify_get(v, path, false, bytes, &charset, &why);
}

static void take_page(struct verifying *v, const struct report *r, struct str bytes,
	struct str charset, struct evidence_found *found)
{
	struct page page;
	struct err err = {0};
	struct page_input in = {.bytes = bytes, .url = r->url, .charset = charset};
	found->page_hash = hash_sha256(&v->a, bytes);
	if (!page_extract(&v->a, &in, &page, &err)) {
		found->why = str_dup(&v->a, str_c(err.msg));
		return;
	}
	found->is_reached = true;
	found->text = utf8_cut(page.text, LIMIT_TEXT);
	found->title = page.title;
}

/* Where the page lies in the archive it is read, and its text must come out as it did before; the
 * text beside it serves where there is no page. */
static void look_in_archive(
	struct verifying *v, const struct report *r, struct evidence_found *found)
{
	struct str json, bytes;
	struct jv text = {0};
	struct err err = {0};
	*found = (struct evidence_found){.where = v->archive, .why = STR("it is not in the archive")};
	if (is_hash(r->text_hash) && read_if_there(v, archived(v, r->text_hash, ".json"), &json)) {
		if (!jv_parse(&v->a, json, &text, &err)) {
			found->why = str_format(&v->a, "its file in the archive is damaged: %s", err.msg);
			return;
		}
		found->is_reached = true;
		found->text = jv_str(&text, "text");
		found->title = jv_str(&text, "title");
		if (!str_eq(hash_sha256(&v->a, found->text), r->text_hash))
			found->damage = STR("the text in the archive was changed: its hash is another");
	}
	if (is_hash(r->page_hash) && read_if_there(v, archived(v, r->page_hash, ".html"), &bytes)) {
		struct str title = found->title;
		take_page(v, r, bytes, jv_str(&text, "charset"), found);
		if (found->title.n == 0)
			found->title = title;
		if (!str_eq(found->page_hash, r->page_hash))
			found->damage = STR("the page in the archive was changed: its hash is another");
	}
}

static void fetch_again(struct verifying *v, const struct report *r, struct evidence_found *found)
{
	struct str bytes, charset, why;
	*found = (struct evidence_found){.where = r->url};
	if (v->is_offline)
		found->why = STR("no archive has it, and the network is not asked (--offline)");
	else if (verify_get(v, r->url, true, &bytes, &charset, &why))
		take_page(v, r, bytes, charset, found);
	else
		found->why = why;
}

void verify_collect(struct verifying *v, const struct proof *proof, struct evidence_found *found)
{
	for (size_t i = 0; i < proof->report_count; i++) {
		found[i] = (struct evidence_found){0};
		if (v->archive.n)
			look_in_archive(v, &proof->reports[i], &found[i]);
		if (!found[i].is_reached && !(v->archive.n && v->is_offline))
			fetch_again(v, &proof->reports[i], &found[i]);
	}
}
