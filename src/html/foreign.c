#include "html/build.h"

/* Content of SVG and MathML (13.2.6.5). */

static const struct str svg_names[] = {STR_CONST("altGlyph"), STR_CONST("altGlyphDef"),
	STR_CONST("altGlyphItem"), STR_CONST("animateColor"), STR_CONST("animateMotion"),
	STR_CONST("animateTransform"), STR_CONST("clipPath"), STR_CONST("feBlend"),
	STR_CONST("feColorMatrix"), STR_CONST("feComponentTransfer"), STR_CONST("feComposite"),
	STR_CONST("feConvolveMatrix"), STR_CONST("feDiffuseLighting"), STR_CONST("feDisplacementMap"),
	STR_CONST("feDistantLight"), STR_CONST("feDropShadow"), STR_CONST("feFlood"),
	STR_CONST("feFuncA"), STR_CONST("feFuncB"), STR_CONST("feFuncG"), STR_CONST("feFuncR"),
	STR_CONST("feGaussianBlur"), STR_CONST("feImage"), STR_CONST("feMerge"),
	STR_CONST("feMergeNode"), STR_CONST("feMorphology"), STR_CONST("feOffset"),
	STR_CONST("fePointLight"), STR_CONST("feSpecularLighting"), STR_CONST("feSpotLight"),
	STR_CONST("feTile"), STR_CONST("feTurbulence"), STR_CONST("foreignObject"),
	STR_CONST("glyphRef"), STR_CONST("linearGradient"), STR_CONST("radialGradient"),
	STR_CONST("textPath")};

static const struct str svg_attributes[] = {STR_CONST("attributeName"), STR_CONST("attributeType"),
	STR_CONST("baseFrequency"), STR_CONST("baseProfile"), STR_CONST("calcMode"),
	STR_CONST("clipPathUnits"), STR_CONST("diffuseConstant"), STR_CONST("edgeMode"),
	STR_CONST("filterUnits"), STR_CONST("glyphRef"), STR_CONST("gradientTransform"),
	STR_CONST("gradientUnits"), STR_CONST("kernelMatrix"), STR_CONST("kernelUnitLength"),
	STR_CONST("keyPoints"), STR_CONST("keySplines"), STR_CONST("keyTimes"),
	STR_CONST("lengthAdjust"), STR_CONST("limitingConeAngle"), STR_CONST("markerHeight"),
	STR_CONST("markerUnits"), STR_CONST("markerWidth"), STR_CONST("maskContentUnits"),
	STR_CONST("maskUnits"), STR_CONST("numOctaves"), STR_CONST("pathLength"),
	STR_CONST("patternContentUnits"), STR_CONST("patternTransform"), STR_CONST("patternUnits"),
	STR_CONST("pointsAtX"), STR_CONST("pointsAtY"), STR_CONST("pointsAtZ"),
	STR_CONST("preserveAlpha"), STR_CONST("preserveAspectRatio"), STR_CONST("primitiveUnits"),
	STR_CONST("refX"), STR_CONST("refY"), STR_CONST("repeatCount"), STR_CONST("repeatDur"),
	STR_CONST("requiredExtensions"), STR_CONST("requiredFeatures"), STR_CONST("specularConstant"),
	STR_CONST("specularExponent"), STR_CONST("spreadMethod"), STR_CONST("startOffset"),
	STR_CONST("stdDeviation"), STR_CONST("stitchTiles"), STR_CONST("surfaceScale"),
	STR_CONST("systemLanguage"), STR_CONST("tableValues"), STR_CONST("targetX"),
	STR_CONST("targetY"), STR_CONST("textLength"), STR_CONST("viewBox"), STR_CONST("viewTarget"),
	STR_CONST("xChannelSelector"), STR_CONST("yChannelSelector"), STR_CONST("zoomAndPan")};

static struct str adjusted(struct str name, const struct str *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (name.n == table[i].n && str_eq_nocase(name, table[i]))
			return table[i];
	return name;
}

#define ADJUSTED(name, table) adjusted((name), (table), sizeof(table) / sizeof((table)[0]))

void foreign_adjust(struct builder *b, struct html_node *node)
{
	(void)b;
	if (node->space == HTML_SPACE_SVG)
		node->name = ADJUSTED(node->name, svg_names);
	for (size_t i = 0; i < node->attribute_count; i++) {
		struct str *name = &node->attributes[i].name;
		if (node->space == HTML_SPACE_SVG)
			*name = ADJUSTED(*name, svg_attributes);
		else if (str_eq(*name, STR("definitionurl")))
			*name = STR("definitionURL");
	}
}

static bool is_breakout(const struct token *t)
{
	static const char *const attributes[] = {"color", "face", "size"};
	if (t->kind == TOKEN_END)
		return t->tag == TAG_BR || t->tag == TAG_P;
	for (size_t i = 0; t->tag == TAG_FONT && i < t->attribute_count; i++)
		for (size_t k = 0; k < 3; k++)
			if (str_eq(t->attributes[i].name, str_c(attributes[k])))
				return true;
	return tag_flags(t->tag) & IS_BREAKOUT;
}

static bool break_out(struct builder *b, struct token *t)
{
	while (current(b)->space != HTML_SPACE_HTML && !current(b)->is_html_point &&
		!current(b)->is_math_point)
		stack_pop(b);
	return in_mode(b, t);
}

static void start(struct builder *b, struct token *t)
{
	bool is_context = b->depth == 1 && b->is_fragment;
	enum html_space space = is_context ? b->context_space : current(b)->space;
	insert_foreign(b, t, space);
	if (t->is_self_closing)
		stack_pop(b);
}

static bool end(struct builder *b, struct token *t)
{
	uint32_t place = stack_top_foreign(b, t->tag);
	if (place > current(b)->near[NEAR_HTML]) {
		stack_close(b, place, t);
		return false;
	}
	return in_mode(b, t);
}

bool in_foreign(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT:
		insert_text(b, t, LEX_NUL_REPLACE);
		if (b->is_frameset_ok && !is_blank(token_text(b, t, LEX_NUL_DROP)))
			b->is_frameset_ok = false;
		return false;
	case TOKEN_COMMENT:
		insert_comment_here(b, t);
		return false;
	case TOKEN_START:
		if (is_breakout(t))
			return break_out(b, t);
		start(b, t);
		return false;
	case TOKEN_END:
		return is_breakout(t) ? break_out(b, t) : end(b, t);
	default:
		return false;
	}
}
