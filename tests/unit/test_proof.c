/* Proofs: what they hold, how they are signed and chained, and that verify sees what was changed.
 */
#include "publish_look.h"

#include "publish/verify.h"

/* RFC 8032, section 7.1, test 2. */
#define SECRET_PEM \
	"-----BEGIN PRIVATE KEY-----\n" \
	"MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n" \
	"-----END PRIVATE KEY-----\n"
#define PUBLIC_HEX "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
#define SIGNATURE_OF_72 \
	"92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" \
	"085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

static struct signing_key key;

static struct site signed_site(void)
{
	struct err err;
	struct site site = newsroom();
	assert_true(signing_key_read(STR(SECRET_PEM), &key, &err));
	site.key = &key;
	return site;
}

static struct proof read(struct str bytes)
{
	struct proof proof;
	struct err err = {0};
	if (!proof_read(&a, bytes, &proof, &err))
		fail_msg("%s", err.msg);
	return proof;
}

static struct str replaced(struct str s, const char *from, const char *to)
{
	if (!has(s, from))
		fail_msg("no \"%s\" to replace", from);
	return str_replace(&a, s, str_c(from), str_c(to));
}

static struct verification look(struct str proof, struct str page)
{
	struct verification v = {0};
	struct proof p = read(proof);
	verify_integrity(&a, &p, page, STR(PUBLIC_HEX), STR(""), &v);
	return v;
}

static bool says(const struct verification *v, const char *words)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->items[i].state == VERIFY_FAILS && has(v->items[i].text, words))
			return true;
	return false;
}

#define PROOF "stories/ferry7aground/proof.json"
#define PAGE "stories/ferry7aground/index.html"

static void signatures_are_those_of_the_rfc(void **state)
{
	(void)state;
	struct err err;
	struct str hex = STR("");
	assert_true(signing_key_read(STR(SECRET_PEM), &key, &err));
	ASSERT_STR(signing_key_name(&a, &key), STR(PUBLIC_HEX), 0);
	ASSERT_STR(sign(&a, &key, STR("r")), STR(SIGNATURE_OF_72), 0);
	assert_true(sign_is_good(STR(PUBLIC_HEX), STR("r"), STR(SIGNATURE_OF_72)));
	assert_false(sign_is_good(STR(PUBLIC_HEX), STR("s"), STR(SIGNATURE_OF_72)));
	assert_false(sign_is_good(STR(PUBLIC_HEX), STR("r"), STR("92a0")));
	assert_false(sign_is_good(STR("zz"), STR("r"), STR(SIGNATURE_OF_72)));
	assert_true(sign_read_public(&a, signing_key_public_pem(&a, &key), &hex));
	ASSERT_STR(hex, STR(PUBLIC_HEX), 0);
	assert_false(sign_read_public(&a, STR("no key"), &hex));
	assert_false(signing_key_read(STR("no key"), &key, &err));
	assert_int_equal(err.kind, ERR_CONFIG);
}

static void a_new_key_signs(void **state)
{
	(void)state;
	struct err err;
	struct str pem, other;
	struct signing_key made;
	assert_true(signing_key_make(&a, &pem, &err) && signing_key_make(&a, &other, &err));
	assert_false(str_eq(pem, other));
	assert_true(signing_key_read(pem, &made, &err));
	assert_true(sign_is_good(signing_key_name(&a, &made), STR("x"), sign(&a, &made, STR("x"))));
}

static void words_are_the_same_whatever_stands_between_them(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"  ", ""},
		{"The ferry, she said: “No!”", "the ferry she said no"},
		{"the FERRY she said - \"No\"", "the ferry she said no"},
		{"co\xC2\xADoperate zero\xE2\x80\x8Bwidth", "cooperate zerowidth"},
		{"Straße ﬁnd ½", "strasse find 1 2"},
		{"31-29", "31 29"},
		{"Zürich Zu\xCC\x88rich", "zürich zürich"},
		{"Łódź №5 ١٢", "łódź no5 ١٢"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(text_canonical(&a, str_c(rows[i].text)), str_c(rows[i].want), i);
	struct buf marks = BUF(LIMIT_BODY); /* a long run of marks on one letter costs linear time */
	buf_add_c(&marks, "a");
	for (int i = 0; i < 500000; i++)
		buf_add_c(&marks, i % 2 ? "\xCC\x81" : "\xCC\xA3");
	assert_true(text_canonical(&a, buf_str(&marks)).n > 0);
	buf_free(&marks);
}

static void a_passage_is_found_wherever_it_moved(void **state)
{
	(void)state;
	struct str text = STR("One came. “Two — stayed,” he said. Three left. Two stayed.");
	struct passages p = passages_of(&a, text);
	struct str hash = hash_sha256(&a, STR("two stayed he said"));
	struct span found;
	assert_true(passage_find(&p, 4, hash, (struct span){0, 1}, &found));
	ASSERT_STR(span_text(text, found), STR("“Two — stayed,” he said."), 0);
	assert_true(
		passage_find(&p, 2, hash_sha256(&a, STR("two stayed")), (struct span){52, 1}, &found));
	assert_int_equal(found.start, str_find(text, STR("Two stayed."), 0));
	assert_false(passage_find(&p, 4, hash_sha256(&a, STR("two stayed he sad")), found, &found));
	assert_false(passage_find(&p, 0, hash, found, &found));
	assert_false(passage_find(&p, 400, hash, found, &found));
	assert_true(passage_nearest(&a, &p, STR("three went left"), &found) > 0.6);
}

static void the_proof_says_what_each_sentence_asserts(void **state)
{
	(void)state;
	struct site site = signed_site();
	struct file_vec files = render(&site);
	struct str proof = file_of(&files, PROOF);
	assert_true(
		has(proof, "{\"kind\": \"number\",\"start\": 0,\"length\": 3,\"value\": \"214 people\"}"));
	assert_true(has(proof, "\"kind\": \"date\""));
	assert_true(has(proof, "\"value\": \"hanne voll\""));
	assert_true(has(proof, "\"kind\": \"quote\""));
	assert_true(has(file_of(&files, PROOF_KEY_PATH), "BEGIN PUBLIC KEY"));
}

static void what_was_published_holds(void **state)
{
	(void)state;
	struct site site = signed_site();
	struct file_vec files = render(&site);
	for (size_t i = 0; i < site.article_count; i++) {
		struct str folder = str_format(&a, "stories/%.*s", STR_ARG(site.articles[i].story));
		struct verification v =
			look(file_of(&files, str_format(&a, "%.*s/proof.json", STR_ARG(folder)).p),
				file_of(&files, str_format(&a, "%.*s/index.html", STR_ARG(folder)).p));
		for (size_t k = 0; k < v.n; k++)
			if (v.items[k].state == VERIFY_FAILS)
				fail_msg("%.*s: %.*s", STR_ARG(folder), STR_ARG(v.items[k].text));
		ASSERT_ROW(v.n >= 2, i);
	}
}

static void each_change_of_the_page_is_named(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to, *says;
	} rows[] = {
		{"180 of them to land", "181 of them to land", "sentence 4"},
		{"<h1>", "<h1>Not: ", "words that the proof does not have"},
		{"Tilda Marrow, a nurse", "Tilda Narrow, a nurse", "sentence"},
		{">Nine<", ">Ten<", "where the sources differ"},
		{"no AI model was used", "a person wrote it", "the label"},
		{"<div class=\"body\">", "<div class=\"body\"><p>It sank.</p>", "It sank."},
		{"href=\"https://wire.example/a/88\"", "href=\"https://wire.example/a/89\"", "source 4"},
		{"<q lang=\"en\">", "<q lang=\"en\">Not: ", "all words in the story"},
		{"sha256:", "sha256:0", "the hash of the proof"},
		{"<article class=\"story\">", "<article class=\"tombstone\">", "the state of the story"},
		{"</main>", "<article>More.</article></main>", "a second article"},
	};
	struct site site = signed_site();
	struct file_vec files = render(&site);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct verification v =
			look(file_of(&files, PROOF), replaced(file_of(&files, PAGE), rows[i].from, rows[i].to));
		if (!says(&v, rows[i].says))
			fail_msg("row %zu: nothing says \"%s\"", i, rows[i].says);
	}
}

static void each_change_of_the_proof_is_named(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to, *says;
	} rows[] = {
		{"180 of them", "181 of them", "claim id"},
		{"\"sequence\": 1", "\"sequence\": 2", "the chain is broken"},
		{"\"extract_words\": ", "\"extract_words\": 1", "not that of these bytes"},
		{"\"key\": \"3d", "\"key\": \"4d", "not that of these bytes"},
	};
	struct site site = signed_site();
	struct file_vec files = render(&site);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct verification v =
			look(replaced(file_of(&files, PROOF), rows[i].from, rows[i].to), STR(""));
		if (!says(&v, rows[i].says) && !says(&v, "not that of these bytes"))
			fail_msg("row %zu: nothing says \"%s\"", i, rows[i].says);
		ASSERT_ROW(verify_worst(&v, VERIFY_INTEGRITY) == VERIFY_FAILS, i);
	}
	site.key = NULL;
	files = render(&site);
	struct verification v = look(file_of(&files, PROOF), STR(""));
	assert_true(says(&v, "no signature"));
}

static void the_next_proof_names_the_one_before(void **state)
{
	(void)state;
	struct site site = signed_site();
	struct file_vec files = render(&site);
	struct str first = file_of(&files, PROOF);
	site.articles[0].last_proof = first;
	struct file_vec again = render(&site);
	ASSERT_STR(file_of(&again, PROOF), first, 0);
	site.articles[0].reviewed_by = STR("Mara Quill");
	struct file_vec next = render(&site);
	struct proof second = read(file_of(&next, PROOF));
	ASSERT_STR(jv_str(jv_get(&second.root, "chain"), "previous"), hash_sha256(&a, first), 0);
	struct verification v = {0}, other = {0};
	verify_integrity(&a, &second, STR(""), STR(PUBLIC_HEX), first, &v);
	assert_int_equal(verify_worst(&v, VERIFY_INTEGRITY), VERIFY_HOLDS);
	verify_integrity(&a, &second, STR(""), STR(PUBLIC_HEX), STR("another"), &other);
	assert_true(says(&other, "rewrote its past"));
}

static void evidence_is_there_changed_gone_or_out_of_reach(void **state)
{
	(void)state;
	struct site site = signed_site();
	struct file_vec files = render(&site);
	const struct article *article = &site.articles[0];
	struct proof proof = read(file_of(&files, PROOF));
	struct evidence_found found[8] = {0};
	struct verification v = {0};
	assert_int_equal(proof.report_count, article->report_count);
	for (size_t i = 0; i < proof.report_count; i++)
		found[i] = (struct evidence_found){.is_reached = true, .text = article->reports[i].text};
	verify_evidence(&a, &proof, found, &v);
	assert_int_equal(verify_worst(&v, VERIFY_EVIDENCE), VERIFY_HOLDS);
	/* Moved and marked otherwise, but there. */
	found[0].text =
		str_format(&a, "News! %.*s", STR_ARG(replaced(article->reports[0].text, "“We", "\"We")));
	proof = read(file_of(&files, PROOF));
	v = (struct verification){0};
	verify_evidence(&a, &proof, found, &v);
	assert_int_equal(verify_worst(&v, VERIFY_EVIDENCE), VERIFY_HOLDS);
	found[0].text = replaced(article->reports[0].text, "214", "314");
	found[1] = (struct evidence_found){.why = STR("404 Not Found")};
	found[4].text = STR("Quite another text.");
	proof = read(file_of(&files, PROOF));
	v = (struct verification){0};
	verify_evidence(&a, &proof, found, &v);
	verify_check(&a, &proof, found, &v);
	assert_true(says(&v, "its source changed at"));
	assert_true(says(&v, "is gone from"));
	assert_int_equal(verify_worst(&v, VERIFY_CHECK), VERIFY_OPEN);
}

static void the_check_run_again_must_find_the_same(void **state)
{
	(void)state;
	struct site site = signed_site();
	struct article *article = &site.articles[0];
	struct evidence_found found[8] = {0};
	struct verification v = {0};
	article->checked = at("2026-03-04T09:45:00Z");
	check_draft(&a, &article->draft, article->reports, article->report_count, article->checked,
		&article->check);
	article->check.findings.n = 0; /* the desk kept silent on what the check found */
	struct file_vec files = render(&site);
	struct proof proof = read(file_of(&files, PROOF));
	for (size_t i = 0; i < proof.report_count; i++)
		found[i] = (struct evidence_found){.is_reached = true,
			.text = article->reports[i].text,
			.title = article->reports[i].title};
	verify_evidence(&a, &proof, found, &v);
	verify_check(&a, &proof, found, &v);
	assert_true(says(&v, "now it finds"));
}

static void what_is_no_proof_is_refused(void **state)
{
	(void)state;
	static const char *const rows[] = {"", "[]", "{\"format\": \"wireproof proof 1\"}",
		"{\"format\": \"wireproof proof 2\"}",
		"{\"format\": \"wireproof proof 2\",\"state\": \"withdrawn\",\"sentences\": [{}]}",
		"{\"format\": \"wireproof proof 2\",\"sentences\": [{\"part\": \"standfirst\"},{\"part\": "
		"\"headline\"}]}",
		"{\"format\": \"wireproof proof 2\",\"sentences\": [{\"part\": \"headline\",\"cites\": "
		"[{\"report\": 3,\"start\": 0,\"length\": 9}]},{\"part\": \"standfirst\"}]}",
		"{\"format\": \"wireproof proof 2\",\"sentences\": [{\"part\": \"headline\"},{\"part\": "
		"\"standfirst\"},{\"part\": \"timeline\"},{\"part\": \"said\"}]}",
		"{\"signature\": {\"algorithm\": \"Ed25519\"},\"format\": \"wireproof proof 2\"}"};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct proof proof;
		struct err err = {0};
		ASSERT_ROW(!proof_read(&a, str_c(rows[i]), &proof, &err), i);
		ASSERT_ROW(err.kind == ERR_INPUT, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(signatures_are_those_of_the_rfc, free_arena),
		cmocka_unit_test_teardown(a_new_key_signs, free_arena),
		cmocka_unit_test_teardown(words_are_the_same_whatever_stands_between_them, free_arena),
		cmocka_unit_test_teardown(a_passage_is_found_wherever_it_moved, free_arena),
		cmocka_unit_test_teardown(the_proof_says_what_each_sentence_asserts, free_arena),
		cmocka_unit_test_teardown(what_was_published_holds, free_arena),
		cmocka_unit_test_teardown(each_change_of_the_page_is_named, free_arena),
		cmocka_unit_test_teardown(each_change_of_the_proof_is_named, free_arena),
		cmocka_unit_test_teardown(the_next_proof_names_the_one_before, free_arena),
		cmocka_unit_test_teardown(evidence_is_there_changed_gone_or_out_of_reach, free_arena),
		cmocka_unit_test_teardown(the_check_run_again_must_find_the_same, free_arena),
		cmocka_unit_test_teardown(what_is_no_proof_is_refused, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
