/* Inside html only: the tokenizer (HTML 13.2.5). It works on the whole text at once, so that the
 * standard's states become searches: a token is found by looking for the byte that ends it. Every
 * byte is looked at a fixed number of times. Parse errors are not reported. */
#ifndef HTML_LEX_H
#define HTML_LEX_H

#include "html/html.h"
#include "html/tag.h"

enum lex_state { LEX_DATA, LEX_RCDATA, LEX_RAWTEXT, LEX_SCRIPT, LEX_PLAINTEXT, LEX_CDATA };

enum token_kind { TOKEN_TEXT, TOKEN_START, TOKEN_END, TOKEN_COMMENT, TOKEN_DOCTYPE, TOKEN_EOF };

struct token {
	enum token_kind kind;
	struct html_range raw; /* its bytes in the input */
	uint16_t tag;
	bool is_self_closing;
	bool is_decoded; /* TOKEN_TEXT: a character reference, whose characters are in `text`; else the
						text is the raw bytes as lex_clean gives them */
	bool is_raw;     /* TOKEN_TEXT of raw text but CDATA: NUL is U+FFFD */
	struct str name; /* of a tag or doctype, in lower case */
	struct html_attribute *attributes;
	uint16_t attribute_count;
	struct str text; /* of a comment */
	struct str public_id, system_id;
	bool has_name, has_public, has_system, is_quirky; /* doctype; is_quirky: it is broken */
	char reference[8];                                /* where `text` of a reference is */
};

/* The next place of something, found once and kept until the reader is past it. */
struct lex_find {
	size_t from, at; /* nothing in [from, at) */
};

struct lexer {
	struct arena *a; /* for names, values and attributes */
	struct str in;
	size_t at;
	enum lex_state state; /* set by whoever takes the tokens, after a start tag */
	bool allows_cdata;    /* the current node is foreign */
	bool has_return, has_nul;
	struct str last_start; /* name of the last start tag, which alone ends raw text */
	size_t raw_end;        /* where the raw text that `at` is in ends; 0 when not known */
	struct lex_find less, amp, dashes;
	struct html_attribute *room; /* where the attributes of the next tag go */
	size_t room_n;
	uint16_t *seen; /* hash slots of a tag with many attributes: index + 1 */
	struct map names;
};

struct lexer lex_new(struct arena *a, struct str in);
void lex_next(struct lexer *l, struct token *token);

enum lex_nul { LEX_NUL_KEEP, LEX_NUL_DROP, LEX_NUL_REPLACE };
/* Bytes of the input with CR and CR LF made LF. A part of the input itself when nothing changes. */
struct str lex_clean(struct lexer *l, struct html_range raw, enum lex_nul nul);

/* ---- Between the files of the tokenizer ---- */

struct str lex_slice(const struct lexer *l, size_t start, size_t end);
size_t lex_find_char(const struct lexer *l, struct lex_find *f, char c, size_t from); /* or in.n */
size_t lex_find_string(const struct lexer *l, struct lex_find *f, struct str s, size_t from);
bool lex_is_tag_end(const struct lexer *l, size_t at); /* white space, '/' or '>' */

/* The text from l->at up to the next markup or, in raw text, to `stop`; or one reference. */
void lex_text(struct lexer *l, struct token *token, size_t stop);
/* From behind "<" or "</" on; false when the end of the input cuts it off. */
bool lex_tag(struct lexer *l, struct token *token, bool is_end);
/* From "<!", "<?" or "</" on: a comment or doctype, or false when a CDATA section begins. */
bool lex_declaration(struct lexer *l, struct token *token);
/* In all states but LEX_DATA; false when it gave no token. */
bool lex_raw(struct lexer *l, struct token *token);

static inline bool lex_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static inline struct html_range html_range(size_t start, size_t end)
{
	return (struct html_range){(uint32_t)start, (uint32_t)(end - start)};
}

#endif
