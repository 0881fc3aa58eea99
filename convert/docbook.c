/*
 * The DocBook that antiword makes of a .doc: paragraphs and titles are lines, tables are rows (as
 * text antiword would cut their cells into pieces of one width), items of lists have numbers again.
 */
#include "convert/convert.h"
#include "convert/grid.h"
#include "convert/number.h"
#include "convert/text.h"
#include "convert/xml.h"

#include <string.h>

struct book {
	struct arena *arena;
	struct strbuf *out;
	struct strbuf notes; /* foot notes, for the end */
	bool full;
};

static void walk(struct book *b, const xmlNode *node);

static void walk_into(struct book *b, const xmlNode *node, struct strbuf *out)
{
	struct strbuf *before = b->out;

	b->out = out;
	text_break(out);
	walk(b, node);
	text_break(out);
	b->out = before;
}

static void put_rows(struct book *b, struct grid *g, size_t *row, const xmlNode *node)
{
	size_t column = 0;

	XML_EACH(x, node)
	{
		struct strbuf cell = STRBUF_INIT;

		if (!xml_is(node, "row")) {
			put_rows(b, g, row, x);
		} else if (xml_is(x, "entry")) {
			walk_into(b, x, &cell);
			grid_put(g, *row, column++, cell.s ? cell.s : "", cell.nbytes);
		}
		strbuf_free(&cell);
	}
	*row += xml_is(node, "row");
}

static void walk_table(struct book *b, const xmlNode *node)
{
	struct grid g = {.arena = b->arena};
	size_t row = 0;

	text_break(b->out);
	put_rows(b, &g, &row, node);
	b->full |= g.full;
	grid_write(&g, true, b->out);
}

static void walk_list(struct book *b, const xmlNode *node)
{
	static const char *const formats[][2] = {{"upperroman", "upperRoman"},
						 {"lowerroman", "lowerRoman"},
						 {"upperalpha", "upperLetter"},
						 {"loweralpha", "lowerLetter"}};
	const char *kind = xml_attr(node, "numeration"), *format = "decimal";
	char text[NUMBER_TEXT];
	long n = 0;

	for (size_t i = 0; kind && i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(kind, formats[i][0]) == 0)
			format = formats[i][1];
	XML_EACH(x, node)
	{
		struct strbuf item = STRBUF_INIT;

		if (xml_is(x, "listitem")) {
			walk_into(b, x, &item);
			text_break(b->out);
			strbuf_printf(b->out, "%s. ", number_format(format, ++n, text));
			strbuf_puts(b->out, item.s ? item.s : "");
			text_break(b->out);
		}
		strbuf_free(&item);
	}
}

static bool is_line(const xmlNode *node)
{
	static const char *const lines[] = {"para",	  "title",    "chapter",      "sect1",
					    "sect2",	  "sect3",    "sect4",	      "sect5",
					    "simplesect", "listitem", "itemizedlist", "blockquote"};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (xml_is(node, lines[i]))
			return true;
	return false;
}

static void walk(struct book *b, const xmlNode *node)
{
	XML_EACH(x, node)
	{
		if (x->type == XML_TEXT_NODE && x->content)
			text_flow(b->out, (const char *)x->content);
		else if (xml_is(x, "footnote"))
			walk_into(b, x, &b->notes);
		else if (xml_is(x, "informaltable") || xml_is(x, "table"))
			walk_table(b, x);
		else if (xml_is(x, "orderedlist"))
			walk_list(b, x);
		else if (is_line(x))
			walk_into(b, x, b->out);
		else if (!xml_is(x, "bookinfo"))
			walk(b, x);
	}
}

enum convert_end convert_docbook(const char *bytes, size_t nbytes, struct strbuf *out)
{
	/* Behind the declaration of the document type, which is always the same. */
	const char *from = memmem(bytes, nbytes, "<book", 5);
	enum convert_end end = CONVERT_DAMAGED;
	struct arena a = ARENA_INIT;
	struct book b = {.arena = &a, .out = out};
	xmlDoc *doc = from ? xml_parse(from, nbytes - (size_t)(from - bytes), &end) : NULL;

	if (doc) {
		walk(&b, xmlDocGetRootElement(doc));
		text_break(out);
		strbuf_add(out, b.notes.s ? b.notes.s : "", b.notes.nbytes);
		end = b.full ? CONVERT_TOO_LARGE : CONVERT_DONE;
	}
	xmlFreeDoc(doc);
	strbuf_free(&b.notes);
	arena_free(&a);
	return end;
}
