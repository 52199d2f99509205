#include "html/build.h"

/* End tags in the body (13.2.6.4.7). */

void end_other(struct builder *b, const struct token *t)
{
	uint32_t place = stack_top(b, t->tag);
	if (!place || place < current(b)->near[NEAR_SPECIAL])
		return;
	stack_imply_ends(b, t->tag);
	stack_close(b, place, t);
}

static void end_in_scope(struct builder *b, const struct token *t, enum near scope)
{
	if (!stack_has(b, t->tag, scope))
		return;
	stack_close(b, stack_top(b, t->tag), t);
}

static void end_p(struct builder *b, const struct token *t)
{
	if (!stack_has(b, TAG_P, NEAR_BUTTON))
		insert_implied(b, TAG_P);
	stack_close(b, stack_top(b, TAG_P), t);
}

static void end_form(struct builder *b, const struct token *t)
{
	if (stack_top(b, TAG_TEMPLATE)) {
		end_in_scope(b, t, NEAR_SCOPE);
		return;
	}
	uint32_t form = b->form, place = form ? b->links[form].open : 0;
	b->form = 0;
	if (!place || place < current(b)->near[NEAR_SCOPE])
		return;
	stack_imply_ends(b, TAG_NONE);
	b->nodes[form].close = t->raw;
	stack_remove(b, place);
}

static void end_heading(struct builder *b, const struct token *t)
{
	uint32_t top = 0;
	for (unsigned tag = TAG_H1; tag <= TAG_H6; tag++) {
		uint32_t place = stack_top(b, (uint16_t)tag);
		top = place > top ? place : top;
	}
	if (!top || top < current(b)->near[NEAR_SCOPE])
		return;
	stack_close(b, top, t);
}

static bool end_body(struct builder *b, const struct token *t)
{
	uint32_t place = stack_top(b, TAG_BODY);
	if (!stack_has(b, TAG_BODY, NEAR_SCOPE))
		return false;
	b->mode = MODE_AFTER_BODY;
	if (t->tag == TAG_BODY)
		b->nodes[b->stack[place].node].close = t->raw;
	return t->tag == TAG_HTML;
}

static void end_marked(struct builder *b, const struct token *t)
{
	if (!stack_has(b, t->tag, NEAR_SCOPE))
		return;
	stack_close(b, stack_top(b, t->tag), t);
	formatting_clear(b);
}

enum end { END_OTHER, END_IN_SCOPE, END_FORMATTING, END_HEADING, END_MARKED, END_ROOT, END_LIST };

static const uint8_t ends[TAG_COUNT] = {
	[TAG_ADDRESS] = END_IN_SCOPE,
	[TAG_ARTICLE] = END_IN_SCOPE,
	[TAG_ASIDE] = END_IN_SCOPE,
	[TAG_BLOCKQUOTE] = END_IN_SCOPE,
	[TAG_BUTTON] = END_IN_SCOPE,
	[TAG_CENTER] = END_IN_SCOPE,
	[TAG_DD] = END_IN_SCOPE,
	[TAG_DETAILS] = END_IN_SCOPE,
	[TAG_DIALOG] = END_IN_SCOPE,
	[TAG_DIR] = END_IN_SCOPE,
	[TAG_DIV] = END_IN_SCOPE,
	[TAG_DL] = END_IN_SCOPE,
	[TAG_DT] = END_IN_SCOPE,
	[TAG_FIELDSET] = END_IN_SCOPE,
	[TAG_FIGCAPTION] = END_IN_SCOPE,
	[TAG_FIGURE] = END_IN_SCOPE,
	[TAG_FOOTER] = END_IN_SCOPE,
	[TAG_HEADER] = END_IN_SCOPE,
	[TAG_HGROUP] = END_IN_SCOPE,
	[TAG_LI] = END_LIST,
	[TAG_LISTING] = END_IN_SCOPE,
	[TAG_MAIN] = END_IN_SCOPE,
	[TAG_MENU] = END_IN_SCOPE,
	[TAG_NAV] = END_IN_SCOPE,
	[TAG_OL] = END_IN_SCOPE,
	[TAG_PRE] = END_IN_SCOPE,
	[TAG_SEARCH] = END_IN_SCOPE,
	[TAG_SECTION] = END_IN_SCOPE,
	[TAG_SELECT] = END_IN_SCOPE,
	[TAG_SUMMARY] = END_IN_SCOPE,
	[TAG_UL] = END_IN_SCOPE,
	[TAG_A] = END_FORMATTING,
	[TAG_B] = END_FORMATTING,
	[TAG_BIG] = END_FORMATTING,
	[TAG_CODE] = END_FORMATTING,
	[TAG_EM] = END_FORMATTING,
	[TAG_FONT] = END_FORMATTING,
	[TAG_I] = END_FORMATTING,
	[TAG_NOBR] = END_FORMATTING,
	[TAG_S] = END_FORMATTING,
	[TAG_SMALL] = END_FORMATTING,
	[TAG_STRIKE] = END_FORMATTING,
	[TAG_STRONG] = END_FORMATTING,
	[TAG_TT] = END_FORMATTING,
	[TAG_U] = END_FORMATTING,
	[TAG_H1] = END_HEADING,
	[TAG_H2] = END_HEADING,
	[TAG_H3] = END_HEADING,
	[TAG_H4] = END_HEADING,
	[TAG_H5] = END_HEADING,
	[TAG_H6] = END_HEADING,
	[TAG_APPLET] = END_MARKED,
	[TAG_MARQUEE] = END_MARKED,
	[TAG_OBJECT] = END_MARKED,
	[TAG_BODY] = END_ROOT,
	[TAG_HTML] = END_ROOT,
};

/* The tags that have rules of their own. */
static bool end_own(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_TEMPLATE:
		return in_head(b, t);
	case TAG_FORM:
		end_form(b, t);
		return false;
	case TAG_P:
		end_p(b, t);
		return false;
	case TAG_BR:
		t->kind = TOKEN_START;
		t->attribute_count = 0;
		return true;
	default:
		end_other(b, t);
		return false;
	}
}

bool body_end(struct builder *b, struct token *t)
{
	switch (t->tag < TAG_COUNT ? ends[t->tag] : END_OTHER) {
	case END_IN_SCOPE:
		end_in_scope(b, t, NEAR_SCOPE);
		return false;
	case END_LIST:
		end_in_scope(b, t, NEAR_LIST);
		return false;
	case END_FORMATTING:
		adopt(b, t, t->tag);
		return false;
	case END_HEADING:
		end_heading(b, t);
		return false;
	case END_MARKED:
		end_marked(b, t);
		return false;
	case END_ROOT:
		return end_body(b, t);
	default:
		return end_own(b, t);
	}
}
