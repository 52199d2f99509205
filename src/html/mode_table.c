#include "html/build.h"

/* The insertion modes of tables (13.2.6.4.9 to .15). */

#define CLEAR_TO(b, ...) \
	stack_clear_to((b), (const uint16_t[]){__VA_ARGS__}, \
		sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t))

static bool is_start(const struct token *t, uint16_t tag)
{
	return t->kind == TOKEN_START && t->tag == tag;
}

static bool is_end(const struct token *t, uint16_t tag)
{
	return t->kind == TOKEN_END && t->tag == tag;
}

/* What does not belong in a table goes before it. */
static bool foster(struct builder *b, struct token *t)
{
	b->has_foster = true;
	bool is_again = in_body(b, t);
	b->has_foster = false;
	return is_again;
}

static bool fostered_again(struct builder *b, struct token *t)
{
	/* What a handler of the body asks for again (<image>, </br>) it must see with the same rule. */
	while (foster(b, t))
		;
	return false;
}

static bool end_table(struct builder *b, const struct token *t)
{
	if (!stack_has(b, TAG_TABLE, NEAR_TABLE))
		return false;
	stack_close(b, stack_top(b, TAG_TABLE), t);
	reset_mode(b);
	return true;
}

static bool is_hidden_input(const struct token *t)
{
	for (size_t i = 0; i < t->attribute_count; i++)
		if (str_eq(t->attributes[i].name, STR("type")))
			return str_eq_nocase(t->attributes[i].value, STR("hidden"));
	return false;
}

static void table_form(struct builder *b, const struct token *t)
{
	if (b->form || stack_top(b, TAG_TEMPLATE))
		return;
	b->form = insert_element(b, t);
	stack_pop(b);
}

static void start_columns(struct builder *b, const struct token *t)
{
	CLEAR_TO(b, TAG_TABLE);
	b->mode = MODE_IN_COLUMN_GROUP;
	if (t->tag == TAG_COLGROUP)
		insert_element(b, t);
	else
		insert_implied(b, TAG_COLGROUP);
}

static bool table_start(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_CAPTION:
		CLEAR_TO(b, TAG_TABLE);
		formatting_mark(b);
		insert_element(b, t);
		b->mode = MODE_IN_CAPTION;
		return false;
	case TAG_COLGROUP:
	case TAG_COL:
		start_columns(b, t);
		return t->tag == TAG_COL;
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD:
		CLEAR_TO(b, TAG_TABLE);
		insert_element(b, t);
		b->mode = MODE_IN_TABLE_BODY;
		return false;
	case TAG_TD:
	case TAG_TH:
	case TAG_TR:
		CLEAR_TO(b, TAG_TABLE);
		insert_implied(b, TAG_TBODY);
		b->mode = MODE_IN_TABLE_BODY;
		return true;
	case TAG_TABLE:
		if (!stack_has(b, TAG_TABLE, NEAR_TABLE))
			return false;
		stack_pop_until(b, TAG_TABLE);
		reset_mode(b);
		return true;
	case TAG_STYLE:
	case TAG_SCRIPT:
	case TAG_TEMPLATE:
		return in_head(b, t);
	case TAG_INPUT:
		if (!is_hidden_input(t))
			return fostered_again(b, t);
		insert_void(b, t);
		return false;
	case TAG_FORM:
		table_form(b, t);
		return false;
	default:
		return fostered_again(b, t);
	}
}

static bool table_end(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_TABLE:
		end_table(b, t);
		return false;
	case TAG_BODY:
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_HTML:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR:
		return false;
	case TAG_TEMPLATE:
		return in_head(b, t);
	default:
		return fostered_again(b, t);
	}
}

bool in_table(struct builder *b, struct token *t)
{
	bool takes_text = current(b)->space == HTML_SPACE_HTML &&
		(current_is(b, TAG_TEMPLATE) || tag_flags(current(b)->tag) & IS_FOSTER);
	switch (t->kind) {
	case TOKEN_TEXT:
		if (!takes_text)
			return fostered_again(b, t);
		b->original_mode = b->mode;
		b->mode = MODE_IN_TABLE_TEXT;
		return true;
	case TOKEN_COMMENT:
		insert_comment_here(b, t);
		return false;
	case TOKEN_START:
		return table_start(b, t);
	case TOKEN_END:
		return table_end(b, t);
	case TOKEN_EOF:
		return in_body(b, t);
	default:
		return false;
	}
}

bool in_table_text(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_TEXT) {
		struct token *pending = VEC_ADD(&b->scratch, &b->pending);
		*pending = *t;
		if (t->is_decoded)
			pending->text = str_dup(b->a, t->text);
		return false;
	}
	bool is_all_blank = true;
	for (size_t i = 0; i < b->pending.n && is_all_blank; i++)
		is_all_blank = is_blank(token_text(b, &b->pending.items[i], LEX_NUL_DROP));
	for (size_t i = 0; i < b->pending.n; i++) {
		if (is_all_blank)
			insert_text(b, &b->pending.items[i], LEX_NUL_DROP);
		else
			fostered_again(b, &b->pending.items[i]);
	}
	b->pending.n = 0;
	b->mode = b->original_mode;
	return true;
}

static bool is_table_part(uint16_t tag)
{
	switch (tag) {
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR:
		return true;
	default:
		return false;
	}
}

static bool is_section(uint16_t tag)
{
	return tag == TAG_TBODY || tag == TAG_TFOOT || tag == TAG_THEAD;
}

bool in_caption(struct builder *b, struct token *t)
{
	bool is_own_end = is_end(t, TAG_CAPTION);
	if (is_own_end || (t->kind == TOKEN_START && is_table_part(t->tag)) || is_end(t, TAG_TABLE)) {
		if (!stack_has(b, TAG_CAPTION, NEAR_TABLE))
			return false;
		if (is_own_end)
			stack_close(b, stack_top(b, TAG_CAPTION), t);
		else
			stack_pop_until(b, TAG_CAPTION);
		formatting_clear(b);
		b->mode = MODE_IN_TABLE;
		return !is_own_end;
	}
	if (t->kind == TOKEN_END && (is_table_part(t->tag) || t->tag == TAG_BODY || t->tag == TAG_HTML))
		return false;
	return in_body(b, t);
}

bool in_column_group(struct builder *b, struct token *t)
{
	if (is_space_or_comment(b, t))
		return false;
	if (is_start(t, TAG_HTML) || t->kind == TOKEN_EOF)
		return in_body(b, t);
	if (is_start(t, TAG_COL)) {
		insert_void(b, t);
		return false;
	}
	if (is_start(t, TAG_TEMPLATE) || is_end(t, TAG_TEMPLATE))
		return in_head(b, t);
	if (is_end(t, TAG_COL) || !current_is(b, TAG_COLGROUP))
		return false;
	b->mode = MODE_IN_TABLE;
	if (is_end(t, TAG_COLGROUP)) {
		stack_close(b, b->depth, t);
		return false;
	}
	stack_pop(b);
	return true;
}

/* Ends the section when one is open. */
static bool leave_section(struct builder *b)
{
	if (!stack_has(b, TAG_TBODY, NEAR_TABLE) && !stack_has(b, TAG_THEAD, NEAR_TABLE) &&
		!stack_has(b, TAG_TFOOT, NEAR_TABLE))
		return false;
	CLEAR_TO(b, TAG_TBODY, TAG_TFOOT, TAG_THEAD);
	stack_pop(b);
	b->mode = MODE_IN_TABLE;
	return true;
}

bool in_table_body(struct builder *b, struct token *t)
{
	if (is_start(t, TAG_TR) || is_start(t, TAG_TH) || is_start(t, TAG_TD)) {
		CLEAR_TO(b, TAG_TBODY, TAG_TFOOT, TAG_THEAD);
		b->mode = MODE_IN_ROW;
		if (t->tag == TAG_TR)
			insert_element(b, t);
		else
			insert_implied(b, TAG_TR);
		return t->tag != TAG_TR;
	}
	if (t->kind == TOKEN_END && is_section(t->tag)) {
		if (!stack_has(b, t->tag, NEAR_TABLE))
			return false;
		CLEAR_TO(b, TAG_TBODY, TAG_TFOOT, TAG_THEAD);
		stack_close(b, b->depth, t);
		b->mode = MODE_IN_TABLE;
		return false;
	}
	if ((t->kind == TOKEN_START && is_table_part(t->tag)) || is_end(t, TAG_TABLE))
		return leave_section(b);
	if (t->kind == TOKEN_END && (is_table_part(t->tag) || t->tag == TAG_BODY || t->tag == TAG_HTML))
		return false;
	return in_table(b, t);
}

static bool leave_row(struct builder *b)
{
	if (!stack_has(b, TAG_TR, NEAR_TABLE))
		return false;
	CLEAR_TO(b, TAG_TR);
	stack_pop(b);
	b->mode = MODE_IN_TABLE_BODY;
	return true;
}

bool in_row(struct builder *b, struct token *t)
{
	if (is_start(t, TAG_TH) || is_start(t, TAG_TD)) {
		CLEAR_TO(b, TAG_TR);
		insert_element(b, t);
		b->mode = MODE_IN_CELL;
		formatting_mark(b);
		return false;
	}
	if (is_end(t, TAG_TR)) {
		if (!stack_has(b, TAG_TR, NEAR_TABLE))
			return false;
		CLEAR_TO(b, TAG_TR);
		stack_close(b, b->depth, t);
		b->mode = MODE_IN_TABLE_BODY;
		return false;
	}
	if ((t->kind == TOKEN_START && is_table_part(t->tag)) || is_end(t, TAG_TABLE))
		return leave_row(b);
	if (t->kind == TOKEN_END && is_section(t->tag))
		return stack_has(b, t->tag, NEAR_TABLE) && leave_row(b);
	if (t->kind == TOKEN_END && (is_table_part(t->tag) || t->tag == TAG_BODY || t->tag == TAG_HTML))
		return false;
	return in_table(b, t);
}

static void leave_cell(struct builder *b)
{
	uint32_t td = stack_top(b, TAG_TD), th = stack_top(b, TAG_TH);
	stack_pop_to(b, td > th ? td : th);
	formatting_clear(b);
	b->mode = MODE_IN_ROW;
}

bool in_cell(struct builder *b, struct token *t)
{
	if (is_end(t, TAG_TD) || is_end(t, TAG_TH)) {
		if (!stack_has(b, t->tag, NEAR_TABLE))
			return false;
		stack_close(b, stack_top(b, t->tag), t);
		formatting_clear(b);
		b->mode = MODE_IN_ROW;
		return false;
	}
	bool is_part_start = t->kind == TOKEN_START && is_table_part(t->tag);
	bool is_part_end =
		t->kind == TOKEN_END && (t->tag == TAG_TABLE || t->tag == TAG_TR || is_section(t->tag));
	if (is_part_start || is_part_end) {
		bool has_cell = stack_has(b, TAG_TD, NEAR_TABLE) || stack_has(b, TAG_TH, NEAR_TABLE);
		if (!has_cell || (is_part_end && !stack_has(b, t->tag, NEAR_TABLE)))
			return false;
		leave_cell(b);
		return true;
	}
	if (t->kind == TOKEN_END && (is_table_part(t->tag) || t->tag == TAG_BODY || t->tag == TAG_HTML))
		return false;
	return in_body(b, t);
}
