#include "html/build.h"

typedef bool mode_function(struct builder *b, struct token *t);

static mode_function *const modes[] = {
	[MODE_INITIAL] = in_initial,
	[MODE_BEFORE_HTML] = before_html,
	[MODE_BEFORE_HEAD] = before_head,
	[MODE_IN_HEAD] = in_head,
	[MODE_IN_HEAD_NOSCRIPT] = in_head_noscript,
	[MODE_AFTER_HEAD] = after_head,
	[MODE_IN_BODY] = in_body,
	[MODE_TEXT] = in_text,
	[MODE_IN_TABLE] = in_table,
	[MODE_IN_TABLE_TEXT] = in_table_text,
	[MODE_IN_CAPTION] = in_caption,
	[MODE_IN_COLUMN_GROUP] = in_column_group,
	[MODE_IN_TABLE_BODY] = in_table_body,
	[MODE_IN_ROW] = in_row,
	[MODE_IN_CELL] = in_cell,
	[MODE_IN_TEMPLATE] = in_template,
	[MODE_AFTER_BODY] = after_body,
	[MODE_IN_FRAMESET] = in_frameset,
	[MODE_AFTER_FRAMESET] = after_frameset,
	[MODE_AFTER_AFTER_BODY] = after_after_body,
	[MODE_AFTER_AFTER_FRAMESET] = after_after_frameset,
};

bool in_mode(struct builder *b, struct token *t)
{
	return modes[b->mode](b, t);
}

/* "Reset the insertion mode appropriately" (13.2.4.1). */
void reset_mode(struct builder *b)
{
	uint32_t place = current(b)->near[NEAR_MODE];
	bool is_last = place <= 1 && b->is_fragment;
	uint16_t tag = b->stack[place].tag;
	if (is_last)
		tag = b->context_space == HTML_SPACE_HTML ? b->context_tag : TAG_NONE;
	switch (tag) {
	case TAG_TD:
	case TAG_TH:
		b->mode = is_last ? MODE_IN_BODY : MODE_IN_CELL;
		break;
	case TAG_TR:
		b->mode = MODE_IN_ROW;
		break;
	case TAG_TBODY:
	case TAG_THEAD:
	case TAG_TFOOT:
		b->mode = MODE_IN_TABLE_BODY;
		break;
	case TAG_CAPTION:
		b->mode = MODE_IN_CAPTION;
		break;
	case TAG_COLGROUP:
		b->mode = MODE_IN_COLUMN_GROUP;
		break;
	case TAG_TABLE:
		b->mode = MODE_IN_TABLE;
		break;
	case TAG_TEMPLATE:
		b->mode = b->template_modes.items[b->template_modes.n - 1];
		break;
	case TAG_HEAD:
		b->mode = is_last ? MODE_IN_BODY : MODE_IN_HEAD;
		break;
	case TAG_FRAMESET:
		b->mode = MODE_IN_FRAMESET;
		break;
	case TAG_HTML:
		b->mode = b->head ? MODE_AFTER_HEAD : MODE_BEFORE_HEAD;
		break;
	default:
		b->mode = MODE_IN_BODY;
	}
}

/* Whether the token is under the rules of HTML rather than those of SVG and MathML. */
static bool is_html_token(const struct builder *b, const struct token *t)
{
	const struct open *o = current(b);
	struct open context = {.tag = b->context_tag, .space = b->context_space};
	if (b->is_fragment && b->depth == 1) {
		context.is_html_point = b->is_context_html_point;
		context.is_math_point = b->is_context_math_point;
		o = &context;
	}
	if (o->space == HTML_SPACE_HTML || t->kind == TOKEN_EOF)
		return true;
	bool is_start = t->kind == TOKEN_START;
	if (o->is_math_point &&
		(t->kind == TOKEN_TEXT || (is_start && t->tag != TAG_MGLYPH && t->tag != TAG_MALIGNMARK)))
		return true;
	if (o->space == HTML_SPACE_MATH && o->tag == TAG_ANNOTATION_XML && is_start &&
		t->tag == TAG_SVG)
		return true;
	return o->is_html_point && (is_start || t->kind == TOKEN_TEXT);
}

static bool is_foreign_now(const struct builder *b)
{
	if (b->is_fragment && b->depth == 1)
		return b->context_space != HTML_SPACE_HTML;
	return current(b)->space != HTML_SPACE_HTML;
}

/* A line end right behind <pre>, <listing> or <textarea> does not count. */
static void skip_newline(const struct builder *b, struct token *t)
{
	if (t->kind != TOKEN_TEXT)
		return;
	if (t->is_decoded) {
		if (str_eq(t->text, STR("\n"))) {
			t->is_decoded = false;
			t->raw.length = 0;
		}
		return;
	}
	struct str raw = lex_slice(&b->lexer, t->raw.start, t->raw.start + t->raw.length);
	uint32_t n = str_starts(raw, STR("\r\n")) ? 2 : 0;
	if (!n && (str_starts(raw, STR("\n")) || str_starts(raw, STR("\r"))))
		n = 1;
	t->raw.start += n;
	t->raw.length -= n;
}

/* False when the tree is over its ceiling. */
static bool build(struct builder *b)
{
	struct token t = {0};
	size_t used = b->a->used;
	do {
		b->lexer.allows_cdata = is_foreign_now(b);
		lex_next(&b->lexer, &t);
		if (b->skips_newline) {
			b->skips_newline = false;
			skip_newline(b, &t);
			if (t.kind == TOKEN_TEXT && is_used_up(&t))
				continue;
		}
		while (is_html_token(b, &t) ? in_mode(b, &t) : in_foreign(b, &t))
			;
		if (b->count * sizeof(*b->nodes) + (b->a->used - used) > LIMIT_TREE)
			return false;
	} while (t.kind != TOKEN_EOF);
	return true;
}

static enum lex_state state_of_context(const struct builder *b)
{
	switch (b->context_space == HTML_SPACE_HTML ? b->context_tag : TAG_NONE) {
	case TAG_TITLE:
	case TAG_TEXTAREA:
		return LEX_RCDATA;
	case TAG_STYLE:
	case TAG_XMP:
	case TAG_IFRAME:
	case TAG_NOEMBED:
	case TAG_NOFRAMES:
		return LEX_RAWTEXT;
	case TAG_NOSCRIPT:
		return b->has_scripting ? LEX_RAWTEXT : LEX_DATA;
	case TAG_SCRIPT:
		return LEX_SCRIPT;
	case TAG_PLAINTEXT:
		return LEX_PLAINTEXT;
	default:
		return LEX_DATA;
	}
}

static void begin_fragment(struct builder *b, const struct html_options *options)
{
	struct str name = str_lower(b->a, options->context);
	b->is_fragment = true;
	b->context_tag = tag_of(name);
	b->context_space = (uint8_t)options->context_space;
	unsigned flags = tag_flags(b->context_tag);
	b->is_context_html_point = b->context_space == HTML_SPACE_SVG && flags & IS_SVG;
	b->is_context_math_point = b->context_space == HTML_SPACE_MATH && flags & IS_MATH &&
		b->context_tag != TAG_ANNOTATION_XML;
	b->lexer.state = state_of_context(b);
	insert_implied(b, TAG_HTML);
	if (b->context_tag == TAG_TEMPLATE && b->context_space == HTML_SPACE_HTML)
		*VEC_ADD(&b->scratch, &b->template_modes) = MODE_IN_TEMPLATE;
	reset_mode(b);
	if (b->context_tag == TAG_FORM)
		b->form = b->stack[1].node;
}

static void begin(struct builder *b, struct arena *a, struct str utf8)
{
	*b = (struct builder){.a = a, .is_frameset_ok = true};
	b->lexer = lex_new(a, utf8);
	b->lexer.names = map_new(&b->scratch);
	b->clones_left = 1000 + utf8.n / 8;
	b->nodes = pool_grow(&b->node_pool, NULL, 0, sizeof(*b->nodes));
	b->links = pool_grow(&b->link_pool, NULL, 0, sizeof(*b->links));
	b->stack = pool_grow(&b->open_pool, NULL, 0, sizeof(*b->stack));
	b->nodes[0].parent = b->nodes[0].first_child = b->nodes[0].next = HTML_NONE;
	b->links[0] = (struct link){.last_child = HTML_NONE, .before = HTML_NONE};
	b->count = 1;
}

/* Frees what the finished tree is not made from. */
static void end_build(struct builder *b)
{
	arena_free(&b->link_pool.arena);
	arena_free(&b->open_pool.arena);
	arena_free(&b->top_pool.arena);
	arena_free(&b->scratch);
}

bool html_parse_with(struct arena *a, struct str utf8, const struct html_options *options,
	struct html_tree *tree, struct err *err)
{
	*tree = (struct html_tree){0};
	if (utf8.n > LIMIT_BODY)
		return err_set(err, ERR_LIMIT, "page of %zu bytes is over the limit", utf8.n);
	struct builder b;
	begin(&b, a, utf8);
	b.has_scripting = options->has_scripting;
	b.has_xml_ends = options->has_xml_ends;
	if (options->context.n)
		begin_fragment(&b, options);
	bool is_built = build(&b);
	end_build(&b);
	if (is_built)
		order_nodes(&b, tree);
	arena_free(&b.node_pool.arena);
	return is_built || err_set(err, ERR_LIMIT, "tree of a page costs over %zu bytes", LIMIT_TREE);
}

bool html_parse(struct arena *a, struct str utf8, struct html_tree *tree, struct err *err)
{
	struct html_options options = {0};
	return html_parse_with(a, utf8, &options, tree, err);
}
