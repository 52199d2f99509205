/* modeld [--port N] [--port-file FILE] [--log FILE] [--mode-file FILE] [--answers FILE] [--add
 * FILE]
 * [--obey FILE]: a model server without a model, for the tests and the demo. It speaks
 * /v1/chat/completions (whole and as server-sent events) and Ollama's /api/chat, over loopback.
 *
 * What it answers to a request for an article: the first entry of --answers whose `match` stands in
 * the prompt; else an article that it puts together from quotations of the sentences offered, which
 * passes any check. --answers is a JSON array of {"match", "headline", "standfirst", "sections",
 * "repair"?}: as the answer's form, but `cites` holds words of the sentences that are cited instead
 * of their numbers; `repair` is an answer for the second round (else the first is given again).
 * --add: lines TEXT<TAB>WORDS, sentences put at the end of "happened" in both rounds, citing the
 * sentence with these words. --obey: lines TRIGGER<TAB>PAYLOAD: when the trigger stands anywhere in
 * the prompt, it does as told: the payload becomes the headline and a sentence.
 * A probe (a prompt that begins "The first word is") is answered as asked.
 *
 * Files are read anew for each request, so that a test can change its mind. The mode file holds one
 * line, words split by blanks:
 *   good              as above (so does an empty or missing file)
 *   slow MS           waits first
 *   truncate          the answer's first half, finish_reason "length"
 *   no-schema         JSON of another form
 *   prose             no JSON at all
 *   fenced            JSON in a Markdown fence with words round it (which is tolerated)
 *   rate N S          the next N requests get 429 with Retry-After: S
 *   fail N STATUS     the next N requests get this status
 *   reasoning         <think> before the answer, and reasoning_content beside it
 *   thinks-on         <think> that never ends
 *   german            an article in German
 *   midstream         the connection ends after half of the body
 *   refuse            a refusal in place of an answer
 *   garbage           a body that is no JSON
 *   drift             the seed is not honoured: every answer differs
 *   forgets           only the last quarter of a long prompt is read, prompt_tokens says so
 *   lies              the same, and prompt_tokens does not say so
 * With a leading "probe " the mode holds for probes, else for all other requests.
 *
 * The log gets a line of JSON for each request: {"path", "stage": "probe", "write" or "repair",
 * "mode", "status", "bytes", "has_key", "stream", "under_way"}. */
#ifndef TESTS_TOOLS_MODELD_H
#define TESTS_TOOLS_MODELD_H

#include "base/base.h"

#include <microhttpd.h>
#include <pthread.h>

struct server {
	const char *mode_file, *answers, *add, *obey;
	FILE *log;
	pthread_mutex_t lock; /* guards what follows, and the log */
	int under_way;
	int64_t spent; /* requests that "rate" and "fail" have used up */
	int64_t served;
};

struct request {
	struct arena a; /* holds this struct too */
	struct buf upload;
	struct str path;
	bool has_key, is_counted;
	int under_way;

	/* What was asked. */
	struct jv json;
	bool is_ollama, is_stream;
	const char *stage;
	struct str prompt; /* the first message of the user */
	struct str_vec mode;

	/* What is answered. */
	unsigned status;
	struct str body;
	struct str retry_after;
	bool is_cut;
	uint64_t wait_ms;
};

/* Fills in what the request will be answered. */
void modeld_answer(struct server *server, struct request *r);

/* The article as JSON text. */
struct str modeld_article(struct server *server, struct request *r);
/* A file's text; empty when there is none. */
struct str modeld_read(struct arena *a, const char *path);
bool modeld_is(const struct request *r, const char *word);

#endif
