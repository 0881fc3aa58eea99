/*
 * Web pages as a reader sees them: blocks begin lines, blanks run together, lists have the numbers
 * that a browser draws. What a page puts around a document (scripts, menus, foot) is left out as
 * far as it can be told; the reader of plans expects the rest of it.
 */
#include "convert/convert.h"
#include "convert/grid.h"
#include "convert/html_weight.h"
#include "convert/number.h"
#include "convert/text.h"
#include "convert/xml.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

enum { DEEPEST = 400 };

struct page {
	struct arena *arena;
	struct strbuf *out;
	int depth;
	bool pre; /* in <pre>: line ends count */
	enum convert_end end;
};

enum how { INLINE, BLOCK, SKIP, LINE_BREAK, PREFORMATTED, TABLE, LIST_ITEM };

static const struct {
	const char *name;
	enum how how;
} elements[] = {
	{"address", BLOCK}, {"article", BLOCK},	 {"aside", SKIP},    {"blockquote", BLOCK},
	{"body", BLOCK},    {"br", LINE_BREAK},	 {"button", SKIP},   {"caption", BLOCK},
	{"center", BLOCK},  {"dd", BLOCK},	 {"div", BLOCK},     {"dl", BLOCK},
	{"dt", BLOCK},	    {"fieldset", BLOCK}, {"figure", BLOCK},  {"footer", SKIP},
	{"form", BLOCK},    {"h1", BLOCK},	 {"h2", BLOCK},	     {"h3", BLOCK},
	{"h4", BLOCK},	    {"h5", BLOCK},	 {"h6", BLOCK},	     {"head", SKIP},
	{"header", BLOCK},  {"hr", BLOCK},	 {"iframe", SKIP},   {"input", SKIP},
	{"li", LIST_ITEM},  {"main", BLOCK},	 {"nav", SKIP},	     {"noscript", SKIP},
	{"object", SKIP},   {"ol", BLOCK},	 {"p", BLOCK},	     {"pre", PREFORMATTED},
	{"rp", SKIP},	    {"rt", SKIP},	 {"script", SKIP},   {"section", BLOCK},
	{"select", SKIP},   {"style", SKIP},	 {"svg", SKIP},	     {"table", TABLE},
	{"tbody", BLOCK},   {"td", BLOCK},	 {"template", SKIP}, {"textarea", SKIP},
	{"tfoot", BLOCK},   {"th", BLOCK},	 {"thead", BLOCK},   {"tr", BLOCK},
	{"ul", BLOCK},
};

static enum how how_of(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		if (xml_is(node, elements[i].name))
			return elements[i].how;
	return INLINE;
}

/* Whether the style says so, with or without blanks: "display:none". */
static bool style_says(const xmlNode *node, const char *name, const char *value)
{
	const char *style = xml_attr(node, "style");
	const char *at = style ? strcasestr(style, name) : NULL;

	if (!at)
		return false;
	at += strlen(name);
	at += strspn(at, " \t:");
	return strncasecmp(at, value, strlen(value)) == 0;
}

static bool is_hidden(const xmlNode *node)
{
	return xml_attr(node, "hidden") || style_says(node, "display", "none");
}

static void walk(struct page *p, const xmlNode *node);

static void walk_children(struct page *p, const xmlNode *node)
{
	if (++p->depth > DEEPEST)
		p->end = CONVERT_TOO_DEEP;
	XML_EACH(child, node)
	{
		if (p->end != CONVERT_DONE)
			break;
		walk(p, child);
	}
	p->depth--;
}

static void walk_block(struct page *p, const xmlNode *node)
{
	text_break(p->out);
	walk_children(p, node);
	text_break(p->out);
}

static void walk_pre(struct page *p, const xmlNode *node)
{
	bool before = p->pre;

	p->pre = true;
	walk_block(p, node);
	p->pre = before;
}

/* The number of a list's item, made as the browser makes it; 0 where none is drawn. */
static long item_number(const xmlNode *item)
{
	const xmlNode *list = item->parent;
	long n;

	if (!xml_is(list, "ol") || style_says(list, "list-style", "none") ||
	    style_says(list, "list-style-type", "none"))
		return 0;
	n = xml_attr_int(list, "start", 1) - 1;
	XML_EACH(x, list)
	{
		if (xml_is(x, "li"))
			n = xml_attr_int(x, "value", n + 1);
		if (x == item)
			break;
	}
	return n;
}

/* Style sheets that are not looked at may draw no numbers; then the text has its own. */
static bool begins_with_number(const char *s)
{
	static const char *const numbers[] = {"一", "二", "三", "四", "五", "六", "七", "八",
					      "九", "十", "（", "(",  "第", "①",  "０", "１"};

	s += strspn(s, " \n");
	if (*s >= '0' && *s <= '9')
		return true;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (strncmp(s, numbers[i], strlen(numbers[i])) == 0)
			return true;
	return false;
}

static void walk_item(struct page *p, const xmlNode *node)
{
	static const struct {
		const char *type, *format;
	} types[] = {{"a", "lowerLetter"},
		     {"A", "upperLetter"},
		     {"i", "lowerRoman"},
		     {"I", "upperRoman"}};
	const char *type = xml_attr(node->parent, "type"), *format = "decimal";
	struct strbuf item = STRBUF_INIT, *out = p->out;
	char number[NUMBER_TEXT];
	long n = item_number(node);

	for (size_t i = 0; type && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(type, types[i].type) == 0)
			format = types[i].format;
	p->out = &item;
	walk_block(p, node);
	p->out = out;
	text_break(out);
	if (n > 0 && item.nbytes > 0 && !begins_with_number(item.s))
		strbuf_printf(out, "%s. ", number_format(format, n, number));
	strbuf_add(out, item.s ? item.s : "", item.nbytes);
	strbuf_free(&item);
}

static bool is_part(const xmlNode *node)
{
	return xml_is(node, "thead") || xml_is(node, "tbody") || xml_is(node, "tfoot");
}

static bool is_row(const xmlNode *node)
{
	return xml_is(node, "tr") && !is_hidden(node);
}

static size_t count_rows(const xmlNode *table)
{
	size_t n = 0;

	XML_EACH(x, table)
	n += is_part(x) ? count_rows(x) : is_row(x);
	return n;
}

static size_t clamp(long n, size_t most)
{
	return n < 1 ? 1 : (size_t)n > most ? most : (size_t)n;
}

/* Where the cells of a table go. */
struct place {
	struct grid grid;
	size_t row, rows;
};

static void put_cell(struct page *p, struct place *at, const xmlNode *node)
{
	size_t down = clamp(xml_attr_int(node, "rowspan", 1), at->rows - at->row);
	size_t across = clamp(xml_attr_int(node, "colspan", 1), GRID_COLUMNS);
	size_t column = grid_free_column(&at->grid, at->row, 0);
	struct strbuf cell = STRBUF_INIT, *out = p->out;

	p->out = &cell;
	walk_children(p, node);
	p->out = out;
	text_break(&cell);
	grid_put(&at->grid, at->row, column, cell.s ? cell.s : "", cell.nbytes);
	strbuf_free(&cell);
	if (down > 1 || across > 1)
		grid_merge(&at->grid, at->row, column, at->row + down - 1, column + across - 1);
}

/* Rows of a table or of its head, body and foot. */
static void put_rows(struct page *p, struct place *at, const xmlNode *node)
{
	XML_EACH(x, node)
	{
		if (is_part(x))
			put_rows(p, at, x);
		if (!is_row(x))
			continue;
		XML_EACH(cell, x)
		if ((xml_is(cell, "td") || xml_is(cell, "th")) && !is_hidden(cell))
			put_cell(p, at, cell);
		at->row++;
	}
}

/* Whether there is a table in it: then it is there for the layout of the page. */
static bool has_table(const xmlNode *root)
{
	const xmlNode *node = root;

	for (;;) {
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
		} else {
			while (node != root && !node->next)
				node = node->parent;
			if (node == root)
				return false;
			node = node->next;
		}
		if (xml_is(node, "table"))
			return true;
	}
}

static void walk_table(struct page *p, const xmlNode *node)
{
	struct place at = {.grid.arena = p->arena, .rows = count_rows(node)};

	if (!node->children)
		return;
	if (has_table(node)) {
		walk_block(p, node);
		return;
	}
	text_break(p->out);
	XML_EACH(x, node)
	if (xml_is(x, "caption"))
		walk_block(p, x);
	put_rows(p, &at, node);
	if (at.grid.full)
		p->end = CONVERT_TOO_LARGE;
	grid_write(&at.grid, true, p->out);
}

static void walk_element(struct page *p, const xmlNode *node)
{
	enum how how = how_of(node);

	if (how == SKIP || is_hidden(node) || (how != INLINE && html_is_menu(node)))
		return;
	switch (how) {
	case BLOCK:
		walk_block(p, node);
		break;
	case LINE_BREAK:
		text_break(p->out);
		break;
	case PREFORMATTED:
		walk_pre(p, node);
		break;
	case TABLE:
		walk_table(p, node);
		break;
	case LIST_ITEM:
		walk_item(p, node);
		break;
	default:
		walk_children(p, node);
	}
}

static void walk(struct page *p, const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE)
		walk_element(p, node);
	else if (node->type == XML_TEXT_NODE && node->content && p->pre)
		strbuf_puts(p->out, (const char *)node->content);
	else if (node->type == XML_TEXT_NODE && node->content)
		text_flow(p->out, (const char *)node->content);
}

static enum convert_end walk_page(xmlNode *root, struct strbuf *out)
{
	struct arena a = ARENA_INIT;
	struct page p = {.arena = &a, .out = out, .end = CONVERT_DONE};

	html_weigh(&a, root);
	walk_children(&p, root);
	text_break(out);
	arena_free(&a);
	return p.end;
}

enum convert_end convert_html(const char *bytes, size_t nbytes, struct strbuf *out)
{
	htmlParserCtxt *ctxt = htmlNewParserCtxt();
	enum convert_end end = CONVERT_DAMAGED;
	xmlDoc *doc;

	if (!ctxt)
		return CONVERT_TOO_LARGE;
	doc = htmlCtxtReadMemory(ctxt, bytes, (int)nbytes, NULL, "UTF-8",
				 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					 HTML_PARSE_NONET);
	/* Too deep for the parser: it stops there and keeps what it has. */
	if (ctxt->lastError.code == XML_ERR_INTERNAL_ERROR)
		end = CONVERT_TOO_DEEP;
	else if (doc && xmlDocGetRootElement(doc))
		end = walk_page(xmlDocGetRootElement(doc), out);
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(ctxt);
	return end;
}
