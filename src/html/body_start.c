#include "html/build.h"

/* Start tags in the body (13.2.6.4.7), each kind a function. A token that is to be looked at again
 * gives true. */

static bool start_other(struct builder *b, struct token *t)
{
	formatting_reopen(b);
	insert_element(b, t);
	return false;
}

static bool start_html(struct builder *b, struct token *t)
{
	if (!stack_top(b, TAG_TEMPLATE))
		merge_attributes(b, b->stack[1].node, t);
	return false;
}

static bool has_body(const struct builder *b)
{
	return b->depth >= 2 && b->stack[2].tag == TAG_BODY && b->stack[2].space == HTML_SPACE_HTML;
}

static bool start_body(struct builder *b, struct token *t)
{
	if (!has_body(b) || stack_top(b, TAG_TEMPLATE))
		return false;
	b->is_frameset_ok = false;
	merge_attributes(b, b->stack[2].node, t);
	return false;
}

static bool start_frameset(struct builder *b, struct token *t)
{
	if (!has_body(b) || !b->is_frameset_ok)
		return false;
	node_detach(b, b->stack[2].node);
	stack_pop_to(b, 2);
	insert_element(b, t);
	b->mode = MODE_IN_FRAMESET;
	return false;
}

static bool start_block(struct builder *b, struct token *t)
{
	stack_close_p(b);
	insert_element(b, t);
	return false;
}

static bool start_heading(struct builder *b, struct token *t)
{
	stack_close_p(b);
	if (current(b)->space == HTML_SPACE_HTML && current(b)->tag >= TAG_H1 &&
		current(b)->tag <= TAG_H6)
		stack_pop(b);
	insert_element(b, t);
	return false;
}

static bool start_pre(struct builder *b, struct token *t)
{
	start_block(b, t);
	b->skips_newline = true;
	b->is_frameset_ok = false;
	return false;
}

static bool start_form(struct builder *b, struct token *t)
{
	bool is_in_template = stack_top(b, TAG_TEMPLATE);
	if (b->form && !is_in_template)
		return false;
	start_block(b, t);
	if (!is_in_template)
		b->form = current(b)->node;
	return false;
}

/* An open item of the kind ends, unless something special is open inside it. */
static bool close_item(struct builder *b, uint16_t tag)
{
	uint32_t place = stack_top(b, tag);
	if (!place || place < current(b)->near[NEAR_BARRIER])
		return false;
	stack_pop_to(b, place);
	return true;
}

static bool start_li(struct builder *b, struct token *t)
{
	b->is_frameset_ok = false;
	close_item(b, TAG_LI);
	return start_block(b, t);
}

static bool start_dd(struct builder *b, struct token *t)
{
	b->is_frameset_ok = false;
	if (!close_item(b, TAG_DD))
		close_item(b, TAG_DT);
	return start_block(b, t);
}

static bool start_plaintext(struct builder *b, struct token *t)
{
	start_block(b, t);
	b->lexer.state = LEX_PLAINTEXT;
	return false;
}

static bool start_button(struct builder *b, struct token *t)
{
	if (stack_has(b, TAG_BUTTON, NEAR_SCOPE))
		stack_pop_until(b, TAG_BUTTON);
	b->is_frameset_ok = false;
	return start_other(b, t);
}

static bool start_formatting(struct builder *b, struct token *t)
{
	formatting_reopen(b);
	formatting_push(b, insert_element(b, t));
	return false;
}

static bool start_a(struct builder *b, struct token *t)
{
	uint32_t before = formatting_last(b, TAG_A);
	if (before) {
		adopt(b, t, TAG_A);
		formatting_remove(b, before);
		if (b->links[before].open)
			stack_remove(b, b->links[before].open);
	}
	return start_formatting(b, t);
}

static bool start_nobr(struct builder *b, struct token *t)
{
	formatting_reopen(b);
	if (stack_has(b, TAG_NOBR, NEAR_SCOPE))
		adopt(b, t, TAG_NOBR);
	return start_formatting(b, t);
}

static bool start_marked(struct builder *b, struct token *t)
{
	start_other(b, t);
	formatting_mark(b);
	b->is_frameset_ok = false;
	return false;
}

static bool start_table(struct builder *b, struct token *t)
{
	if (!b->is_quirky)
		stack_close_p(b);
	insert_element(b, t);
	b->is_frameset_ok = false;
	b->mode = MODE_IN_TABLE;
	return false;
}

static bool start_void(struct builder *b, struct token *t)
{
	formatting_reopen(b);
	insert_void(b, t);
	b->is_frameset_ok = false;
	return false;
}

static bool is_hidden_input(const struct token *t)
{
	for (size_t i = 0; i < t->attribute_count; i++)
		if (str_eq(t->attributes[i].name, STR("type")))
			return str_eq_nocase(t->attributes[i].value, STR("hidden"));
	return false;
}

static bool start_input(struct builder *b, struct token *t)
{
	if (b->is_fragment && b->context_tag == TAG_SELECT)
		return false;
	if (stack_has(b, TAG_SELECT, NEAR_SCOPE))
		stack_pop_until(b, TAG_SELECT);
	formatting_reopen(b);
	insert_void(b, t);
	if (!is_hidden_input(t))
		b->is_frameset_ok = false;
	return false;
}

static bool start_param(struct builder *b, struct token *t)
{
	insert_void(b, t);
	return false;
}

static bool start_hr(struct builder *b, struct token *t)
{
	stack_close_p(b);
	if (stack_has(b, TAG_SELECT, NEAR_SCOPE))
		stack_imply_ends(b, TAG_NONE);
	insert_void(b, t);
	b->is_frameset_ok = false;
	return false;
}

static bool start_image(struct builder *b, struct token *t)
{
	(void)b;
	t->tag = TAG_IMG;
	t->name = tag_infos[TAG_IMG].name;
	return true;
}

static bool start_textarea(struct builder *b, struct token *t)
{
	enter_text(b, t, LEX_RCDATA);
	b->skips_newline = true;
	b->is_frameset_ok = false;
	return false;
}

static bool start_xmp(struct builder *b, struct token *t)
{
	stack_close_p(b);
	formatting_reopen(b);
	b->is_frameset_ok = false;
	enter_text(b, t, LEX_RAWTEXT);
	return false;
}

static bool start_iframe(struct builder *b, struct token *t)
{
	b->is_frameset_ok = false;
	enter_text(b, t, LEX_RAWTEXT);
	return false;
}

static bool start_noembed(struct builder *b, struct token *t)
{
	enter_text(b, t, LEX_RAWTEXT);
	return false;
}

static bool start_noscript(struct builder *b, struct token *t)
{
	return b->has_scripting ? start_noembed(b, t) : start_other(b, t);
}

static bool start_select(struct builder *b, struct token *t)
{
	if (b->is_fragment && b->context_tag == TAG_SELECT)
		return false;
	if (stack_has(b, TAG_SELECT, NEAR_SCOPE)) {
		stack_pop_until(b, TAG_SELECT);
		return false;
	}
	b->is_frameset_ok = false;
	return start_other(b, t);
}

static bool start_option(struct builder *b, struct token *t)
{
	if (stack_has(b, TAG_SELECT, NEAR_SCOPE))
		stack_imply_ends(b, t->tag == TAG_OPTION ? TAG_OPTGROUP : TAG_NONE);
	else if (current_is(b, TAG_OPTION))
		stack_pop(b);
	return start_other(b, t);
}

static bool start_ruby_part(struct builder *b, struct token *t)
{
	if (stack_has(b, TAG_RUBY, NEAR_SCOPE))
		stack_imply_ends(b, t->tag == TAG_RT || t->tag == TAG_RP ? TAG_RTC : TAG_NONE);
	insert_element(b, t);
	return false;
}

static bool start_foreign(struct builder *b, struct token *t)
{
	formatting_reopen(b);
	insert_foreign(b, t, t->tag == TAG_SVG ? HTML_SPACE_SVG : HTML_SPACE_MATH);
	if (t->is_self_closing)
		stack_pop(b);
	return false;
}

static bool start_ignored(struct builder *b, struct token *t)
{
	(void)b;
	(void)t;
	return false;
}

typedef bool start_function(struct builder *b, struct token *t);

static start_function *const starts[TAG_COUNT] = {
	[TAG_HTML] = start_html,
	[TAG_BASE] = in_head,
	[TAG_BASEFONT] = in_head,
	[TAG_BGSOUND] = in_head,
	[TAG_LINK] = in_head,
	[TAG_META] = in_head,
	[TAG_NOFRAMES] = in_head,
	[TAG_SCRIPT] = in_head,
	[TAG_STYLE] = in_head,
	[TAG_TEMPLATE] = in_head,
	[TAG_TITLE] = in_head,
	[TAG_BODY] = start_body,
	[TAG_FRAMESET] = start_frameset,
	[TAG_ADDRESS] = start_block,
	[TAG_ARTICLE] = start_block,
	[TAG_ASIDE] = start_block,
	[TAG_BLOCKQUOTE] = start_block,
	[TAG_CENTER] = start_block,
	[TAG_DETAILS] = start_block,
	[TAG_DIALOG] = start_block,
	[TAG_DIR] = start_block,
	[TAG_DIV] = start_block,
	[TAG_DL] = start_block,
	[TAG_FIELDSET] = start_block,
	[TAG_FIGCAPTION] = start_block,
	[TAG_FIGURE] = start_block,
	[TAG_FOOTER] = start_block,
	[TAG_HEADER] = start_block,
	[TAG_HGROUP] = start_block,
	[TAG_MAIN] = start_block,
	[TAG_MENU] = start_block,
	[TAG_NAV] = start_block,
	[TAG_OL] = start_block,
	[TAG_P] = start_block,
	[TAG_SEARCH] = start_block,
	[TAG_SECTION] = start_block,
	[TAG_SUMMARY] = start_block,
	[TAG_UL] = start_block,
	[TAG_H1] = start_heading,
	[TAG_H2] = start_heading,
	[TAG_H3] = start_heading,
	[TAG_H4] = start_heading,
	[TAG_H5] = start_heading,
	[TAG_H6] = start_heading,
	[TAG_PRE] = start_pre,
	[TAG_LISTING] = start_pre,
	[TAG_FORM] = start_form,
	[TAG_LI] = start_li,
	[TAG_DD] = start_dd,
	[TAG_DT] = start_dd,
	[TAG_PLAINTEXT] = start_plaintext,
	[TAG_BUTTON] = start_button,
	[TAG_A] = start_a,
	[TAG_B] = start_formatting,
	[TAG_BIG] = start_formatting,
	[TAG_CODE] = start_formatting,
	[TAG_EM] = start_formatting,
	[TAG_FONT] = start_formatting,
	[TAG_I] = start_formatting,
	[TAG_S] = start_formatting,
	[TAG_SMALL] = start_formatting,
	[TAG_STRIKE] = start_formatting,
	[TAG_STRONG] = start_formatting,
	[TAG_TT] = start_formatting,
	[TAG_U] = start_formatting,
	[TAG_NOBR] = start_nobr,
	[TAG_APPLET] = start_marked,
	[TAG_MARQUEE] = start_marked,
	[TAG_OBJECT] = start_marked,
	[TAG_TABLE] = start_table,
	[TAG_AREA] = start_void,
	[TAG_BR] = start_void,
	[TAG_EMBED] = start_void,
	[TAG_IMG] = start_void,
	[TAG_KEYGEN] = start_void,
	[TAG_WBR] = start_void,
	[TAG_INPUT] = start_input,
	[TAG_PARAM] = start_param,
	[TAG_SOURCE] = start_param,
	[TAG_TRACK] = start_param,
	[TAG_HR] = start_hr,
	[TAG_IMAGE] = start_image,
	[TAG_TEXTAREA] = start_textarea,
	[TAG_XMP] = start_xmp,
	[TAG_IFRAME] = start_iframe,
	[TAG_NOEMBED] = start_noembed,
	[TAG_NOSCRIPT] = start_noscript,
	[TAG_SELECT] = start_select,
	[TAG_OPTGROUP] = start_option,
	[TAG_OPTION] = start_option,
	[TAG_RB] = start_ruby_part,
	[TAG_RTC] = start_ruby_part,
	[TAG_RP] = start_ruby_part,
	[TAG_RT] = start_ruby_part,
	[TAG_MATH] = start_foreign,
	[TAG_SVG] = start_foreign,
	[TAG_CAPTION] = start_ignored,
	[TAG_COL] = start_ignored,
	[TAG_COLGROUP] = start_ignored,
	[TAG_FRAME] = start_ignored,
	[TAG_HEAD] = start_ignored,
	[TAG_TBODY] = start_ignored,
	[TAG_TD] = start_ignored,
	[TAG_TFOOT] = start_ignored,
	[TAG_TH] = start_ignored,
	[TAG_THEAD] = start_ignored,
	[TAG_TR] = start_ignored,
};

bool body_start(struct builder *b, struct token *t)
{
	start_function *start = t->tag < TAG_COUNT ? starts[t->tag] : NULL;
	return start ? start(b, t) : start_other(b, t);
}

static void body_text(struct builder *b, const struct token *t)
{
	struct str text = token_text(b, t, LEX_NUL_DROP);
	if (!text.n)
		return;
	formatting_reopen(b);
	insert_text(b, t, LEX_NUL_DROP);
	if (b->is_frameset_ok && !is_blank(text))
		b->is_frameset_ok = false;
}

bool in_body(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT:
		body_text(b, t);
		return false;
	case TOKEN_START:
		return body_start(b, t);
	case TOKEN_END:
		return body_end(b, t);
	case TOKEN_COMMENT:
		insert_comment_here(b, t);
		return false;
	case TOKEN_EOF:
		return b->template_modes.n ? in_template(b, t) : false;
	default:
		return false;
	}
}
