#include "html/build.h"

/* The insertion modes before the body, and text inside one element (13.2.6.4.1 to .6, .8). */

bool in_initial(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space) && is_used_up(t))
		return false;
	if (t->kind == TOKEN_COMMENT) {
		insert_comment(b, t, 0);
		return false;
	}
	b->mode = MODE_BEFORE_HTML;
	if (t->kind == TOKEN_DOCTYPE) {
		insert_doctype(b, t);
		b->is_quirky = is_quirky_doctype(t);
		return false;
	}
	b->is_quirky = true;
	return true;
}

bool before_html(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space) && is_used_up(t))
		return false;
	if (t->kind == TOKEN_DOCTYPE)
		return false;
	if (t->kind == TOKEN_COMMENT) {
		insert_comment(b, t, 0);
		return false;
	}
	if (t->kind == TOKEN_END && t->tag != TAG_HEAD && t->tag != TAG_BODY && t->tag != TAG_HTML &&
		t->tag != TAG_BR)
		return false;
	b->mode = MODE_BEFORE_HEAD;
	if (t->kind == TOKEN_START && t->tag == TAG_HTML) {
		insert_element(b, t);
		return false;
	}
	insert_implied(b, TAG_HTML);
	return true;
}

bool before_head(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space) && is_used_up(t))
		return false;
	if (t->kind == TOKEN_DOCTYPE)
		return false;
	if (t->kind == TOKEN_COMMENT) {
		insert_comment_here(b, t);
		return false;
	}
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_END && t->tag != TAG_HEAD && t->tag != TAG_BODY && t->tag != TAG_HTML &&
		t->tag != TAG_BR)
		return false;
	b->mode = MODE_IN_HEAD;
	if (t->kind == TOKEN_START && t->tag == TAG_HEAD) {
		b->head = insert_element(b, t);
		return false;
	}
	insert_implied(b, TAG_HEAD);
	b->head = current(b)->node;
	return true;
}

/* Whether nothing closes the element, which would swallow all that follows: one closed as in XML,
 * or a frame. A script or style without an end is better not shown as text. */
static bool is_closed_alone(struct builder *b, const struct token *t)
{
	if (!b->has_xml_ends || (!t->is_self_closing && t->tag != TAG_IFRAME))
		return false;
	if (b->is_never_ended[t->tag])
		return true;
	struct str end = str_format(&b->scratch, "</%.*s", STR_ARG(t->name));
	if (str_find_nocase(b->lexer.in, end, b->lexer.at) != STR_NONE)
		return false;
	b->is_never_ended[t->tag] = true;
	return true;
}

void enter_text(struct builder *b, const struct token *t, enum lex_state state)
{
	if (is_closed_alone(b, t)) {
		insert_void(b, t);
		return;
	}
	insert_element(b, t);
	b->lexer.state = state;
	b->original_mode = b->mode;
	b->mode = MODE_TEXT;
}

static void start_template(struct builder *b, const struct token *t)
{
	insert_element(b, t);
	formatting_mark(b);
	b->is_frameset_ok = false;
	b->mode = MODE_IN_TEMPLATE;
	*VEC_ADD(&b->scratch, &b->template_modes) = MODE_IN_TEMPLATE;
}

static void end_template(struct builder *b, const struct token *t)
{
	if (!stack_top(b, TAG_TEMPLATE))
		return;
	stack_imply_all_ends(b);
	stack_close(b, stack_top(b, TAG_TEMPLATE), t);
	formatting_clear(b);
	b->template_modes.n--;
	reset_mode(b);
}

/* What only the start tags of the head's elements do; false when it is none of them. */
static bool head_start(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_BASE:
	case TAG_BASEFONT:
	case TAG_BGSOUND:
	case TAG_LINK:
	case TAG_META:
		insert_void(b, t);
		return true;
	case TAG_TITLE:
		enter_text(b, t, LEX_RCDATA);
		return true;
	case TAG_NOSCRIPT:
		if (b->has_scripting) {
			enter_text(b, t, LEX_RAWTEXT);
		} else {
			insert_element(b, t);
			b->mode = MODE_IN_HEAD_NOSCRIPT;
		}
		return true;
	case TAG_NOFRAMES:
	case TAG_STYLE:
		enter_text(b, t, LEX_RAWTEXT);
		return true;
	case TAG_SCRIPT:
		enter_text(b, t, LEX_SCRIPT);
		return true;
	case TAG_TEMPLATE:
		start_template(b, t);
		return true;
	case TAG_HEAD:
		return true;
	default:
		return false;
	}
}

bool is_space_or_comment(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space)) {
		insert_text(b, &space, LEX_NUL_KEEP);
		return is_used_up(t);
	}
	if (t->kind == TOKEN_COMMENT)
		insert_comment_here(b, t);
	return t->kind == TOKEN_COMMENT || t->kind == TOKEN_DOCTYPE;
}

bool in_head(struct builder *b, struct token *t)
{
	if (is_space_or_comment(b, t))
		return false;
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_START && head_start(b, t))
		return false;
	if (t->kind == TOKEN_END && t->tag == TAG_TEMPLATE) {
		end_template(b, t);
		return false;
	}
	if (t->kind == TOKEN_END && t->tag != TAG_HEAD && t->tag != TAG_BODY && t->tag != TAG_HTML &&
		t->tag != TAG_BR)
		return false;
	b->mode = MODE_AFTER_HEAD;
	if (t->kind == TOKEN_END && t->tag == TAG_HEAD) {
		stack_close(b, b->depth, t);
		return false;
	}
	stack_pop(b);
	return true;
}

bool in_head_noscript(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space)) {
		insert_text(b, &space, LEX_NUL_KEEP);
		if (is_used_up(t))
			return false;
	}
	if (t->kind == TOKEN_DOCTYPE)
		return false;
	if (t->kind == TOKEN_COMMENT)
		return in_head(b, t);
	if (t->kind == TOKEN_START) {
		switch (t->tag) {
		case TAG_HTML:
			return in_body(b, t);
		case TAG_BASEFONT:
		case TAG_BGSOUND:
		case TAG_LINK:
		case TAG_META:
		case TAG_NOFRAMES:
		case TAG_STYLE:
			return in_head(b, t);
		case TAG_HEAD:
		case TAG_NOSCRIPT:
			return false;
		default:
			break;
		}
	}
	if (t->kind == TOKEN_END && t->tag != TAG_NOSCRIPT && t->tag != TAG_BR)
		return false;
	b->mode = MODE_IN_HEAD;
	if (t->kind == TOKEN_END && t->tag == TAG_NOSCRIPT) {
		stack_close(b, b->depth, t);
		return false;
	}
	stack_pop(b);
	return true;
}

/* Elements of the head that come after it go into it all the same. */
static bool late_head_start(struct builder *b, struct token *t)
{
	stack_push(b, b->head);
	bool is_again = in_head(b, t);
	if (b->links[b->head].open)
		stack_remove(b, b->links[b->head].open);
	return is_again;
}

static bool is_late_head(uint16_t tag)
{
	switch (tag) {
	case TAG_BASE:
	case TAG_BASEFONT:
	case TAG_BGSOUND:
	case TAG_LINK:
	case TAG_META:
	case TAG_NOFRAMES:
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_TEMPLATE:
	case TAG_TITLE:
		return true;
	default:
		return false;
	}
}

bool after_head(struct builder *b, struct token *t)
{
	if (is_space_or_comment(b, t))
		return false;
	if (t->kind == TOKEN_START) {
		switch (t->tag) {
		case TAG_HTML:
			return in_body(b, t);
		case TAG_BODY:
			insert_element(b, t);
			b->is_frameset_ok = false;
			b->mode = MODE_IN_BODY;
			return false;
		case TAG_FRAMESET:
			insert_element(b, t);
			b->mode = MODE_IN_FRAMESET;
			return false;
		case TAG_HEAD:
			return false;
		default:
			if (is_late_head(t->tag))
				return late_head_start(b, t);
		}
	}
	if (t->kind == TOKEN_END && t->tag == TAG_TEMPLATE)
		return in_head(b, t);
	if (t->kind == TOKEN_END && t->tag != TAG_BODY && t->tag != TAG_HTML && t->tag != TAG_BR)
		return false;
	insert_implied(b, TAG_BODY);
	b->mode = MODE_IN_BODY;
	return true;
}

bool in_text(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_TEXT) {
		insert_text(b, t, LEX_NUL_REPLACE);
		return false;
	}
	b->mode = b->original_mode;
	if (t->kind == TOKEN_END) {
		stack_close(b, b->depth, t);
		return false;
	}
	stack_pop(b);
	return true;
}
