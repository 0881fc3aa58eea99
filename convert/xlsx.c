/*
 * Workbooks: every visible sheet as a table, hidden rows and columns included, since a filter hides
 * what is part of the plan all the same. Formulas have the values that Excel calculated last.
 */
#include "convert/convert.h"
#include "convert/grid.h"
#include "convert/text.h"
#include "convert/xlsx_number.h"
#include "convert/zip.h"

#include <stdlib.h>
#include <string.h>

struct format {
	long id;
	const char *code;
};

struct book {
	struct arena *arena;
	const struct zip *zip;
	const char *name; /* of its part */
	VEC(const char *) strings;
	VEC(struct format) formats; /* the codes of the workbook */
	VEC(long) styles;	    /* of cells: the id of the format */
	bool from_1904;
};

static void add_text(const xmlNode *node, struct strbuf *out)
{
	XML_EACH(x, node)
	if (x->type == XML_TEXT_NODE && x->content)
		strbuf_puts(out, (const char *)x->content);
}

/* A string in one or several runs; how it is pronounced is left out. */
static void add_string(const xmlNode *node, struct strbuf *out)
{
	XML_EACH(x, node)
	if (xml_is(x, "t"))
		add_text(x, out);
	else if (xml_is(x, "r"))
		add_string(x, out);
}

static const char *keep(struct arena *a, struct strbuf *b)
{
	const char *text = arena_strndup(a, b->s ? b->s : "", b->nbytes);

	strbuf_free(b);
	return text;
}

static xmlDoc *parse_related(const struct book *b, const char *type, enum convert_end *end)
{
	const char *name = zip_related(b->arena, b->zip, b->name, type, NULL);

	return name ? zip_parse(b->zip, name, end) : NULL;
}

static void read_strings(struct book *b, enum convert_end *end)
{
	xmlDoc *doc = parse_related(b, "/sharedStrings", end);

	XML_EACH(x, doc ? xmlDocGetRootElement(doc) : NULL)
	if (xml_is(x, "si")) {
		struct strbuf s = STRBUF_INIT;

		add_string(x, &s);
		*vec_push(b->arena, &b->strings) = keep(b->arena, &s);
	}
	xmlFreeDoc(doc);
}

static void read_styles(struct book *b, enum convert_end *end)
{
	xmlDoc *doc = parse_related(b, "/styles", end);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

	XML_EACH(x, xml_child(root, "numFmts"))
	if (xml_is(x, "numFmt") && xml_attr(x, "formatCode"))
		*vec_push(b->arena, &b->formats) =
			(struct format){xml_attr_int(x, "numFmtId", 0),
					arena_strdup(b->arena, xml_attr(x, "formatCode"))};
	XML_EACH(x, xml_child(root, "cellXfs"))
	if (xml_is(x, "xf"))
		*vec_push(b->arena, &b->styles) = xml_attr_int(x, "numFmtId", 0);
	xmlFreeDoc(doc);
}

static void add_number(const struct book *b, const char *value, long style, struct strbuf *out)
{
	long id = style >= 0 && (size_t)style < b->styles.n ? b->styles.at[style] : 0;
	const char *code = NULL;

	for (size_t i = 0; i < b->formats.n; i++)
		if (b->formats.at[i].id == id)
			code = b->formats.at[i].code;
	xlsx_number_add(value, id, code, b->from_1904, out);
}

static void add_value(const struct book *b, const xmlNode *cell, struct strbuf *out)
{
	const char *type = xml_attr(cell, "t");
	struct strbuf value = STRBUF_INIT;

	add_text(xml_child(cell, "v"), &value);
	if (type && strcmp(type, "inlineStr") == 0) {
		add_string(xml_child(cell, "is"), out);
	} else if (type && strcmp(type, "s") == 0) {
		char *end;
		unsigned long i = value.s ? strtoul(value.s, &end, 10) : b->strings.n;

		if (i < b->strings.n)
			strbuf_puts(out, b->strings.at[i]);
	} else if (value.s && (!type || strcmp(type, "n") == 0)) {
		add_number(b, value.s, xml_attr_int(cell, "s", 0), out);
	} else if (value.s) {
		strbuf_puts(out, value.s);
	}
	strbuf_free(&value);
}

/* "AB12" is column 27, row 11; false when it is no such name. *s moves behind it. */
static bool read_reference(const char **s, size_t *row, size_t *column)
{
	size_t c = 0, r = 0;

	for (; **s >= 'A' && **s <= 'Z' && c < 100000; ++*s)
		c = c * 26 + (size_t)(**s - 'A') + 1;
	for (; **s >= '0' && **s <= '9' && r < GRID_ROWS; ++*s)
		r = r * 10 + (size_t)(**s - '0');
	*column = c - 1;
	*row = r - 1;
	return c > 0 && r > 0;
}

static void read_row(const struct book *b, const xmlNode *node, size_t row, struct grid *g)
{
	size_t next = 0;

	XML_EACH(cell, node)
	{
		const char *at = xml_attr(cell, "r");
		struct strbuf text = STRBUF_INIT;
		size_t its_row = row, column = next;

		if (!xml_is(cell, "c"))
			continue;
		if (at)
			read_reference(&at, &its_row, &column);
		add_value(b, cell, &text);
		if (text.nbytes > 0)
			grid_put(g, row, column, text.s, text.nbytes);
		next = column + 1;
		strbuf_free(&text);
	}
}

static void merge_cells(const xmlNode *merges, struct grid *g)
{
	XML_EACH(x, merges)
	{
		const char *at = xml_attr(x, "ref");
		size_t r, c, r_end, c_end;

		if (!at || !read_reference(&at, &r, &c) || *at++ != ':' ||
		    !read_reference(&at, &r_end, &c_end) || r >= g->rows.n)
			continue;
		grid_merge(g, r, c, r_end < g->rows.n ? r_end : g->rows.n - 1, c_end);
	}
}

static enum convert_end write_sheet(const struct book *b, const char *part, struct strbuf *out)
{
	enum convert_end end = CONVERT_DAMAGED;
	struct arena a = ARENA_INIT;
	struct grid g = {.arena = &a};
	xmlDoc *doc = zip_parse(b->zip, part, &end);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	size_t row = 0;

	XML_EACH(x, xml_child(root, "sheetData"))
	if (xml_is(x, "row")) {
		row = (size_t)xml_attr_int(x, "r", (long)row + 1) - 1;
		read_row(b, x, row++, &g);
	}
	merge_cells(xml_child(root, "mergeCells"), &g);
	grid_write(&g, true, out);
	xmlFreeDoc(doc);
	arena_free(&a);
	return !doc ? end : g.full ? CONVERT_TOO_LARGE : CONVERT_DONE;
}

static bool is_hidden(const xmlNode *sheet)
{
	const char *state = xml_attr(sheet, "state");

	return state && strcmp(state, "visible") != 0;
}

/* "Sheet1" says nothing. */
static bool has_title(const xmlNode *sheet)
{
	const char *name = xml_attr(sheet, "name");

	return name && (strncmp(name, "Sheet", 5) != 0 || name[5 + strspn(name + 5, "0123456789")]);
}

static enum convert_end write_sheets(struct book *b, const xmlNode *sheets, struct strbuf *out)
{
	enum convert_end end = CONVERT_DONE;
	int visible = 0;

	XML_EACH(x, sheets)
	visible += xml_is(x, "sheet") && !is_hidden(x);
	XML_EACH(x, sheets)
	{
		const char *id = xml_attr(x, "id"), *part;

		if (!xml_is(x, "sheet") || is_hidden(x) || !id || end != CONVERT_DONE)
			continue;
		part = zip_related(b->arena, b->zip, b->name, "", id);
		if (visible > 1 && has_title(x)) {
			text_empty_line(out);
			strbuf_printf(out, "%s\n", xml_attr(x, "name"));
		}
		if (part && zip_find(b->zip, part))
			end = write_sheet(b, part, out);
	}
	return end;
}

static bool is_true(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static enum convert_end read_book(struct book *b, struct strbuf *out)
{
	enum convert_end end = CONVERT_DAMAGED;
	const xmlNode *root;
	xmlDoc *doc;

	b->name = zip_related(b->arena, b->zip, "", "/officeDocument", NULL);
	if (!b->name)
		b->name = "xl/workbook.xml";
	doc = zip_parse(b->zip, b->name, &end);
	if (!doc)
		return end;
	end = CONVERT_DONE;
	root = xmlDocGetRootElement(doc);
	b->from_1904 = is_true(xml_attr(xml_child(root, "workbookPr"), "date1904"));
	read_strings(b, &end);
	read_styles(b, &end);
	if (end == CONVERT_DONE)
		end = write_sheets(b, xml_child(root, "sheets"), out);
	xmlFreeDoc(doc);
	return end;
}

enum convert_end convert_xlsx(const char *bytes, size_t nbytes, struct strbuf *out)
{
	struct arena a = ARENA_INIT;
	struct zip zip = {0};
	struct book b = {.arena = &a, .zip = &zip};
	enum convert_end end = zip_read(&a, bytes, nbytes, &zip);

	if (end == CONVERT_DONE)
		end = read_book(&b, out);
	arena_free(&a);
	return end;
}
