#include "html/build.h"

/* The insertion modes of templates, of framesets and after the body (13.2.6.4.16 to .21). */

static bool switch_template(struct builder *b, enum mode mode)
{
	b->template_modes.items[b->template_modes.n - 1] = (uint8_t)mode;
	b->mode = mode;
	return true;
}

static bool template_start(struct builder *b, struct token *t)
{
	switch (t->tag) {
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
		return in_head(b, t);
	case TAG_CAPTION:
	case TAG_COLGROUP:
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD:
		return switch_template(b, MODE_IN_TABLE);
	case TAG_COL:
		return switch_template(b, MODE_IN_COLUMN_GROUP);
	case TAG_TR:
		return switch_template(b, MODE_IN_TABLE_BODY);
	case TAG_TD:
	case TAG_TH:
		return switch_template(b, MODE_IN_ROW);
	default:
		return switch_template(b, MODE_IN_BODY);
	}
}

bool in_template(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_START:
		return template_start(b, t);
	case TOKEN_END:
		return t->tag == TAG_TEMPLATE ? in_head(b, t) : false;
	case TOKEN_EOF:
		if (!stack_top(b, TAG_TEMPLATE))
			return false;
		stack_pop_until(b, TAG_TEMPLATE);
		formatting_clear(b);
		b->template_modes.n--;
		reset_mode(b);
		return true;
	default:
		return in_body(b, t);
	}
}

/* White space goes to the body; false when the token is used up. */
static bool leave_space_to_body(struct builder *b, struct token *t)
{
	struct token space;
	if (t->kind == TOKEN_TEXT && take_space(b, t, &space))
		(void)in_body(b, &space);
	return t->kind != TOKEN_TEXT || !is_used_up(t);
}

bool after_body(struct builder *b, struct token *t)
{
	if (!leave_space_to_body(b, t))
		return false;
	if (t->kind == TOKEN_COMMENT) {
		insert_comment(b, t, b->stack[1].node);
		return false;
	}
	if (t->kind == TOKEN_DOCTYPE || t->kind == TOKEN_EOF)
		return false;
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_END && t->tag == TAG_HTML) {
		if (!b->is_fragment) {
			b->mode = MODE_AFTER_AFTER_BODY;
			b->nodes[b->stack[1].node].close = t->raw;
		}
		return false;
	}
	b->mode = MODE_IN_BODY;
	return true;
}

bool after_after_body(struct builder *b, struct token *t)
{
	if (!leave_space_to_body(b, t))
		return false;
	if (t->kind == TOKEN_COMMENT) {
		insert_comment(b, t, 0);
		return false;
	}
	if (t->kind == TOKEN_DOCTYPE || t->kind == TOKEN_EOF)
		return false;
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	b->mode = MODE_IN_BODY;
	return true;
}

/* Of text in a frameset only the white space stays. */
static void frameset_text(struct builder *b, struct token *t)
{
	struct token space;
	while (!is_used_up(t)) {
		if (take_space(b, t, &space)) {
			insert_text(b, &space, LEX_NUL_KEEP);
		} else if (t->is_decoded) {
			return;
		} else {
			t->raw.start++;
			t->raw.length--;
		}
	}
}

bool in_frameset(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_TEXT)
		frameset_text(b, t);
	if (t->kind == TOKEN_COMMENT)
		insert_comment_here(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_FRAMESET)
		insert_element(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_FRAME)
		insert_void(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_NOFRAMES)
		return in_head(b, t);
	if (t->kind == TOKEN_END && t->tag == TAG_FRAMESET && b->depth > 1) {
		stack_close(b, b->depth, t);
		if (!b->is_fragment && !current_is(b, TAG_FRAMESET))
			b->mode = MODE_AFTER_FRAMESET;
	}
	return false;
}

bool after_frameset(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_TEXT)
		frameset_text(b, t);
	if (t->kind == TOKEN_COMMENT)
		insert_comment_here(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_NOFRAMES)
		return in_head(b, t);
	if (t->kind == TOKEN_END && t->tag == TAG_HTML) {
		b->mode = MODE_AFTER_AFTER_FRAMESET;
		b->nodes[b->stack[1].node].close = t->raw;
	}
	return false;
}

bool after_after_frameset(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_COMMENT)
		insert_comment(b, t, 0);
	if (t->kind == TOKEN_TEXT)
		frameset_text(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_HTML)
		return in_body(b, t);
	if (t->kind == TOKEN_START && t->tag == TAG_NOFRAMES)
		return in_head(b, t);
	return false;
}
