/* write: a story to a draft. Writers stand behind one interface; "extract" is the default and needs
 * no model.
 *
 * The extractive writer is pure and deterministic: same input, same bytes. It puts facts in the
 * desk's own words first (built from what text and story know, each sentence with its citation),
 * short attributed quotations second, preferably of people. It adds nothing: no opinion, no
 * conclusion, nothing about the future that a source does not say. */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "story/story.h"

struct write_options {
	struct str language; /* of the desk; empty: that of most reports */
	struct when now;     /* for "on Tuesday" against a full date */
	/* Budget of source words per origin, headline and all quotations together, and of quotations;
	 * 0: no quotation. A headline is always allowed, and reports with a licence are free. A story
	 * that one unlicensed voice tells gets the standfirst and two quotations whatever the budget.
	 */
	size_t extract_words, extract_sentences;
};

struct writer {
	const char *name;
	/* Reports in order of (published, key), origins set. ERR_INPUT when the story can't carry an
	 * article (no usable text): says why. Sentences of the draft cite the reports by index. */
	bool (*write)(struct arena *a, const struct report *reports, size_t count,
		const struct write_options *options, struct draft *draft, struct err *err);
};
extern const struct writer *const writers[]; /* ends with NULL */
const struct writer *writer_find(struct str name);

/* The sentences that tell a set of documents, in order, verbatim, no two that say the same, at most
 * `words` words together. */
struct cite_vec write_brief(
	struct arena *a, const struct report *reports, size_t count, size_t words);

/* ---- The model writer ----
 *
 * A model gets the story's sentences, numbered and fenced as data, and gives back JSON: sentences
 * and the numbers they rest on, nothing else. All but the client and the probe is pure: which
 * sentences are offered, the call's bytes, reading a reply and an answer. The desk owns the loop
 * (ask, check, send back once), the ceilings and the record of answers. What a model gives is never
 * trusted: whoever reads an answer checks it. */

enum model_api { MODEL_OPENAI, MODEL_OLLAMA };
extern const char *const model_api_names[]; /* "openai", "ollama" */
/* How the answer's form is asked for. Whatever is chosen, the form is validated here. */
enum model_binding { MODEL_SCHEMA, MODEL_GRAMMAR, MODEL_PLAIN };
extern const char *const model_binding_names[]; /* "schema", "grammar", "plain" */

struct model_server {
	struct str base_url; /* "http://127.0.0.1:8080/v1"; of Ollama "http://127.0.0.1:11434" */
	struct str name;     /* of the model */
	struct str key;      /* empty: none is sent */
	enum model_api api;
	enum model_binding binding;
	bool is_streaming;
	int64_t context_tokens, max_tokens; /* of prompt and answer; of the answer */
	int64_t seed;
	/* of the client */
	struct str user_agent;
	struct str_vec allow; /* the server's own host is let through besides */
	int timeout_ms, idle_ms, interval_ms, parallel;
	const volatile int *stop;
};

/* Why a sentence is not offered to a model. */
enum left_why {
	LEFT_INJECTION, /* it, or its paragraph, speaks to a model */
	LEFT_LANGUAGE,  /* another language than the desk's */
	LEFT_COPY,      /* of another report */
	LEFT_LONG,
	LEFT_ROOM,   /* the context is full */
	LEFT_RIGHTS, /* its publisher refuses that a model gets it */
	LEFT_COUNT,
};
extern const char *const left_why_names[LEFT_COUNT]; /* "injection", ... */

struct left_out {
	struct cite cite;
	enum left_why why;
};
struct left_out_vec {
	struct left_out *items;
	size_t n, capacity;
};

struct model_evidence {
	struct str language;          /* the article's */
	struct cite_vec cites;        /* sentence N of the prompt is item N - 1 */
	struct left_out_vec left_out; /* every other sentence */
	struct str text;              /* as the prompt shows it, between its fences */
	struct str fence;             /* a mark that stands in no report */
};

/* Chooses the sentences that fit the server's context. ERR_INPUT when there are none. */
MUST_CHECK bool write_model_evidence(struct arena *a, const struct report *reports, size_t count,
	const struct write_options *options, const struct model_server *server,
	struct model_evidence *evidence, struct err *err);

/* Whether a sentence speaks to a language model, or to the program, rather than to a reader: asks
 * it to ignore, to write, to reveal; plays a turn of a conversation; hides letters. */
bool write_is_instruction(struct str sentence);
/* Whether the paragraph of a report's text that holds this byte speaks so, or the one before does
 * and ends with a colon. */
bool write_is_poisoned(struct str text, size_t at, struct str language);

/* A request to the server, ready to be sent. */
struct model_call {
	struct str path; /* below base_url */
	struct str body; /* JSON */
	struct str key;  /* SHA-256 of all that decides the answer: names it in the record */
};
#define MODEL_PROMPT "write-1" /* version of the prompts, which are files in prompts/ */

struct model_call write_model_call(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct when today);
/* The same, once more: the answer that came and what did not hold, one fault a line. */
struct model_call write_model_repair(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct when today, struct str answer, struct str faults);

/* What a server replied. */
struct model_answer {
	struct str text;                      /* of the answer, without reasoning and fences */
	int64_t prompt_tokens, answer_tokens; /* as the server counted; -1: it did not say */
	bool had_reasoning;
};
/* Reads a reply's bytes, JSON or a stream of events. ERR_TRY when the server has failed, ERR_INPUT
 * when the answer is none (cut at its limit, refused, broken off, no text). */
MUST_CHECK bool write_model_reply(struct arena *a, const struct model_server *server, int status,
	struct str body, struct model_answer *answer, struct err *err);

/* Reads an answer's JSON into headline, standfirst and sections of a draft. Numbers of sentences
 * that were not offered are left out. ERR_INPUT when it has not the form that was asked for or is
 * in another language. */
MUST_CHECK bool write_model_draft(struct arena *a, const struct model_server *server,
	const struct model_evidence *evidence, struct str text, struct draft *draft, struct err *err);

/* What no check of facts would find: an address, a note to the reader. Appends findings. */
void write_model_faults(struct arena *a, const struct draft *draft, struct finding_vec *findings);

/* How close a draft is to its sources. */
struct model_share {
	double copied;  /* words outside quotation marks that stand in runs of five or more as in a
					   source, 0 to 1 */
	double ordered; /* sections of three and more sentences that follow one report's order, of all
					   such, 0 to 1 */
};
struct model_share write_model_share(
	struct arena *a, const struct draft *draft, const struct report *reports, size_t count);

/* ---- Asking ---- */

struct model_client;
struct net_reply; /* net/net.h */
/* ERR_CONFIG when the address is none. The server's strings live longer than the client. */
MUST_CHECK bool write_model_open(
	const struct model_server *server, struct model_client **client, struct err *err);
void write_model_close(struct model_client *client);
void write_model_submit(struct model_client *client, const struct model_call *call, int64_t tag);
size_t write_model_pending(const struct model_client *client);
/* The next reply, whichever call is first; false when none is under way. */
bool write_model_wait(struct model_client *client, struct arena *a, struct net_reply *reply);

/* ---- The probe of a server: `wireproof doctor` ---- */

struct model_probe {
	bool passes;            /* it may write: it answers, and it reads all that it is given */
	struct str why;         /* when it does not, in words */
	struct str schema;      /* "binds", "is asked for in words alone", "does not bind" */
	struct str context;     /* what became of the words at both ends */
	struct str seed;        /* whether two equal calls gave the same */
	struct str stream;      /* whether answers can be streamed */
	double tokens_per_s;    /* of the answers; 0: not known */
	double bytes_per_token; /* of a long prompt; 0: not known */
	int64_t prompt_tokens, answer_tokens; /* that the probe used, as the server counted */
};
/* Asks the server some questions, the largest as long as the context it is said to have. Never
 * fails: a server that does not answer is a result. */
void write_model_probe(
	struct arena *a, const struct model_server *server, struct model_probe *probe);

/* About how many tokens a story of so many sentences costs, prompt and answer, one round. */
void write_model_estimate(const struct model_probe *probe, size_t sentences, int64_t *prompt_tokens,
	int64_t *answer_tokens);

#endif
