/*
 * Word's lists: a paragraph, or its style, names a list (num) and a level; a list follows a
 * definition (abstractNum) with nine levels, and all lists of one definition count together unless
 * one says where it starts.
 */
#include "convert/docx_number.h"

#include "convert/number.h"
#include "core/text/utf8.h"

#include <string.h>

enum { LEVELS = 9, STYLES_DEEP = 20 };

struct definition {
	const char *id;
	const xmlNode *node;
	long count[LEVELS];
	bool begun[LEVELS];
};

struct list {
	const char *id;
	const xmlNode *node;
	struct definition *definition; /* NULL: unknown */
	bool restarted[LEVELS];	       /* its own start has been used */
};

struct style {
	const char *id;
	const xmlNode *node;
};

struct docx_numbers {
	VEC(struct style) styles;
	VEC(struct definition) definitions;
	VEC(struct list) lists;
};

/* Where a paragraph or style stands: a list and a level, -1 where it does not say. */
struct place {
	const char *list;
	long level;
};

static const xmlNode *find_style(const struct docx_numbers *x, const char *id)
{
	for (size_t i = 0; id && i < x->styles.n; i++)
		if (strcmp(x->styles.at[i].id, id) == 0)
			return x->styles.at[i].node;
	return NULL;
}

static struct list *find_list(const struct docx_numbers *x, const char *id)
{
	for (size_t i = 0; id && i < x->lists.n; i++)
		if (strcmp(x->lists.at[i].id, id) == 0)
			return &x->lists.at[i];
	return NULL;
}

static struct definition *find_definition(const struct docx_numbers *x, const char *id)
{
	for (size_t i = 0; id && i < x->definitions.n; i++)
		if (strcmp(x->definitions.at[i].id, id) == 0)
			return &x->definitions.at[i];
	return NULL;
}

static const char *child_value(const xmlNode *parent, const char *name)
{
	return xml_attr(xml_child(parent, name), "val");
}

/* Adds what pPr says to what is known; true when the list is known. */
static bool read_place(const xmlNode *properties, struct place *place)
{
	const xmlNode *number = xml_child(properties, "numPr");

	if (place->level < 0)
		place->level = xml_attr_int(xml_child(number, "ilvl"), "val", -1);
	if (!place->list)
		place->list = child_value(number, "numId");
	return place->list != NULL;
}

/* The level that a definition ties to a style. */
static long level_of_style(const struct list *list, const char *style)
{
	const xmlNode *definition = list && list->definition ? list->definition->node : NULL;

	XML_EACH(level, definition)
	{
		const char *tied = child_value(level, "pStyle");

		if (tied && strcmp(tied, style) == 0)
			return xml_attr_int(level, "ilvl", 0);
	}
	return 0;
}

static bool find_place(const struct docx_numbers *x, const xmlNode *paragraph, struct place *place)
{
	const xmlNode *properties = xml_child(paragraph, "pPr");
	const char *style = child_value(properties, "pStyle");

	*place = (struct place){NULL, -1};
	if (!read_place(properties, place))
		for (int deep = 0; style && deep < STYLES_DEEP; deep++) {
			const xmlNode *node = find_style(x, style);

			if (read_place(xml_child(node, "pPr"), place)) {
				if (place->level < 0)
					place->level =
						level_of_style(find_list(x, place->list), style);
				break;
			}
			style = child_value(node, "basedOn");
		}
	if (place->level < 0)
		place->level = 0;
	return place->list && strcmp(place->list, "0") != 0 && place->level < LEVELS;
}

/* A level of a list: as the list itself has it, else as its definition has it. */
static const xmlNode *find_level(const struct list *list, long level)
{
	XML_EACH(x, list->node)
	if (xml_is(x, "lvlOverride") && xml_attr_int(x, "ilvl", -1) == level && xml_child(x, "lvl"))
		return xml_child(x, "lvl");
	XML_EACH(x, list->definition->node)
	if (xml_is(x, "lvl") && xml_attr_int(x, "ilvl", -1) == level)
		return x;
	return NULL;
}

/* Where the list itself says that a level starts; -1 when it does not. */
static long own_start(const struct list *list, long level)
{
	XML_EACH(x, list->node)
	if (xml_is(x, "lvlOverride") && xml_attr_int(x, "ilvl", -1) == level)
		return xml_attr_int(xml_child(x, "startOverride"), "val", -1);
	return -1;
}

static long start_of(const struct list *list, long level)
{
	return xml_attr_int(xml_child(find_level(list, level), "start"), "val", 1);
}

/* Counts one more paragraph; the levels below begin anew. */
static void count_level(struct list *list, long level)
{
	struct definition *d = list->definition;
	long start = list->restarted[level] ? -1 : own_start(list, level);

	for (long i = 0; i < level; i++)
		if (!d->begun[i]) {
			d->begun[i] = true;
			d->count[i] = start_of(list, i);
		}
	if (start >= 0 || !d->begun[level])
		d->count[level] = start >= 0 ? start : start_of(list, level);
	else
		d->count[level]++;
	list->restarted[level] = true;
	d->begun[level] = true;
	for (long i = level + 1; i < LEVELS; i++) {
		const xmlNode *restart = xml_child(find_level(list, i), "lvlRestart");

		if (!restart || xml_attr_int(restart, "val", 1) != 0)
			d->begun[i] = false;
	}
}

/* Signs of symbol fonts stand in the private area: any sign will do for them. */
static void add_sign(const char **s, struct strbuf *out)
{
	const char *end = *s + strlen(*s);
	uint32_t cp;
	int n = utf8_decode(*s, end, &cp);

	if (cp >= 0xE000 && cp <= 0xF8FF)
		strbuf_puts(out, "•");
	else
		strbuf_add(out, *s, (size_t)n);
	*s += n;
}

/* "（%1）" with the numbers put in. */
static void add_label(const struct list *list, const xmlNode *level, struct strbuf *out)
{
	const char *s = child_value(level, "lvlText");
	bool figures = xml_on(level, "isLgl");
	char text[NUMBER_TEXT];

	while (s && *s) {
		long at = s[0] == '%' && s[1] >= '1' && s[1] <= '9' ? s[1] - '1' : -1;
		const char *format;

		if (at < 0) {
			add_sign(&s, out);
			continue;
		}
		format = child_value(find_level(list, at), "numFmt");
		strbuf_puts(out, number_format(figures || !format ? "decimal" : format,
					       list->definition->count[at], text));
		s += 2;
	}
}

/* A blank stands behind "1." or "第一条", none behind "一、" or "（一）", where the text goes on.
 */
static bool wants_gap(const xmlNode *level, const char *label)
{
	static const char *const closed[] = {"、", "）", "．", "。", "，", "：", "】", "〕"};
	const char *suffix = child_value(level, "suff");
	size_t n = strlen(label);

	if (n == 0 || (suffix && strcmp(suffix, "nothing") == 0))
		return false;
	for (size_t i = 0; i < sizeof closed / sizeof closed[0]; i++)
		if (n >= 3 && strcmp(label + n - 3, closed[i]) == 0)
			return false;
	return true;
}

void docx_numbers_add(struct docx_numbers *x, const xmlNode *paragraph, struct strbuf *out)
{
	struct strbuf label = STRBUF_INIT;
	const xmlNode *level;
	struct place place;
	struct list *list;

	if (!find_place(x, paragraph, &place))
		return;
	list = find_list(x, place.list);
	if (!list || !list->definition || !(level = find_level(list, place.level)))
		return;
	count_level(list, place.level);
	add_label(list, level, &label);
	strbuf_puts(out, label.s ? label.s : "");
	if (label.s && wants_gap(level, label.s))
		strbuf_putc(out, ' ');
	strbuf_free(&label);
}

bool docx_is_contents(const struct docx_numbers *x, const xmlNode *paragraph)
{
	const char *id = child_value(xml_child(paragraph, "pPr"), "pStyle");
	const char *name = child_value(find_style(x, id), "name");

	return name && strncasecmp(name, "toc ", 4) == 0;
}

/* A definition may stand for that of a style: the list of the style says which. */
static struct definition *follow_link(const struct docx_numbers *x, struct definition *d)
{
	const char *style = d ? child_value(d->node, "numStyleLink") : NULL;
	struct place place = {NULL, -1};
	struct definition *linked;

	if (!style || !read_place(xml_child(find_style(x, style), "pPr"), &place))
		return d;
	const struct list *list = find_list(x, place.list);
	linked = list ? find_definition(x, child_value(list->node, "abstractNumId")) : NULL;
	return linked ? linked : d;
}

struct docx_numbers *docx_numbers_new(struct arena *a, const xmlNode *styles,
				      const xmlNode *numbering)
{
	struct docx_numbers *x = arena_alloc(a, sizeof *x);

	XML_EACH(node, styles)
	if (xml_is(node, "style") && xml_attr(node, "styleId"))
		*vec_push(a, &x->styles) = (struct style){xml_attr(node, "styleId"), node};
	XML_EACH(node, numbering)
	{
		const char *definition =
			xml_is(node, "abstractNum") ? xml_attr(node, "abstractNumId") : NULL;
		const char *list = xml_is(node, "num") ? xml_attr(node, "numId") : NULL;

		if (definition)
			*vec_push(a, &x->definitions) =
				(struct definition){.id = definition, .node = node};
		if (list)
			*vec_push(a, &x->lists) = (struct list){.id = list, .node = node};
	}
	for (size_t i = 0; i < x->lists.n; i++) {
		struct list *list = &x->lists.at[i];

		list->definition = follow_link(
			x, find_definition(x, child_value(list->node, "abstractNumId")));
	}
	return x;
}
