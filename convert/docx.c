/*
 * Word documents: the paragraphs and tables of the main part in their order. What was deleted with
 * changes tracked, hidden text, instructions of fields and the table of contents are left out; what
 * was inserted stays.
 */
#include "convert/convert.h"
#include "convert/docx_number.h"
#include "convert/grid.h"
#include "convert/text.h"
#include "convert/zip.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct docx {
	struct arena *arena;
	struct strbuf *out;
	struct docx_numbers *numbers;
	VEC(const xmlNode *) boxes; /* text boxes of the paragraph that is read */
	VEC(const xmlNode *) notes; /* references to notes, in order */
	int cells;		    /* how many cells we are in */
	bool full;
};

enum how { INTO, SKIP, TEXT, TAB, BREAK, HYPHEN, SYMBOL, BOX, CHOICE, NOTE, RUN };

/* Elements within a paragraph; what is not here is gone into. */
static const struct {
	const char *name;
	enum how how;
} elements[] = {
	{"t", TEXT},
	{"r", RUN},
	{"tab", TAB},
	{"ptab", TAB},
	{"br", BREAK},
	{"cr", BREAK},
	{"noBreakHyphen", HYPHEN},
	{"sym", SYMBOL},
	{"txbxContent", BOX},
	{"AlternateContent", CHOICE},
	{"footnoteReference", NOTE},
	{"endnoteReference", NOTE},
	{"pPr", SKIP},
	{"rPr", SKIP},
	{"sdtPr", SKIP},
	{"del", SKIP},
	{"moveFrom", SKIP},
	{"delText", SKIP},
	{"instrText", SKIP},
	{"delInstrText", SKIP},
	{"fldData", SKIP},
	{"rt", SKIP},
	{"binData", SKIP},
};

static enum how how_of(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		if (xml_is(node, elements[i].name))
			return elements[i].how;
	return INTO;
}

static void read_inline(struct docx *d, const xmlNode *parent, struct strbuf *line);

static void add_content(const xmlNode *node, struct strbuf *line)
{
	XML_EACH(x, node)
	if (x->type == XML_TEXT_NODE && x->content)
		strbuf_puts(line, (const char *)x->content);
}

/* A sign by its code; those of symbol fonts have no meaning outside of them. */
static void add_symbol(const xmlNode *node, struct strbuf *line)
{
	const char *code = xml_attr(node, "char");
	unsigned long cp = code ? strtoul(code, NULL, 16) : 0;
	char sign[4];

	if (cp >= ' ' && cp < 0xFFFE && !(cp >= 0xD800 && cp <= 0xF8FF))
		strbuf_add(line, sign, (size_t)utf8_encode((uint32_t)cp, sign));
}

/* The same content in a new and an old form: the new one holds what the old one does. */
static const xmlNode *choose(const xmlNode *node)
{
	const xmlNode *choice = xml_child(node, "Choice");

	return choice ? choice : xml_child(node, "Fallback");
}

static void read_element(struct docx *d, const xmlNode *node, struct strbuf *line)
{
	switch (how_of(node)) {
	case SKIP:
		break;
	case TEXT:
		add_content(node, line);
		break;
	case TAB:
		strbuf_putc(line, '\t');
		break;
	case BREAK:
		strbuf_putc(line, '\n');
		break;
	case HYPHEN:
		strbuf_putc(line, '-');
		break;
	case SYMBOL:
		add_symbol(node, line);
		break;
	case BOX:
		*vec_push(d->arena, &d->boxes) = node;
		break;
	case NOTE:
		*vec_push(d->arena, &d->notes) = node;
		break;
	case CHOICE:
		read_inline(d, choose(node), line);
		break;
	case RUN:
		if (!xml_on(xml_child(node, "rPr"), "vanish"))
			read_inline(d, node, line);
		break;
	case INTO:
		read_inline(d, node, line);
		break;
	}
}

static void read_inline(struct docx *d, const xmlNode *parent, struct strbuf *line)
{
	XML_EACH(x, parent)
	if (x->type == XML_ELEMENT_NODE)
		read_element(d, x, line);
}

static void read_blocks(struct docx *d, const xmlNode *parent);

/* Text boxes come behind the paragraph that they are tied to. */
static void read_boxes(struct docx *d, size_t from)
{
	for (size_t i = from; i < d->boxes.n; i++) {
		text_break(d->out);
		read_blocks(d, d->boxes.at[i]);
	}
	d->boxes.n = from;
}

static void read_paragraph(struct docx *d, const xmlNode *node)
{
	const xmlNode *marks = xml_child(xml_child(node, "pPr"), "rPr");
	struct strbuf label = STRBUF_INIT, line = STRBUF_INIT;
	size_t boxes = d->boxes.n, blank;

	if (docx_is_contents(d->numbers, node))
		return;
	docx_numbers_add(d->numbers, node, &label);
	read_inline(d, node, &line);
	blank = line.s ? strspn(line.s, " \t\n") : 0;
	/* A number alone is all that a cell for numbers holds; elsewhere it is a slip of the pen.
	 */
	if (line.nbytes > blank || d->cells > 0)
		strbuf_puts(d->out, label.s ? label.s : "");
	if (line.s)
		strbuf_puts(d->out, line.s + (label.nbytes ? blank : 0));
	/* Where the mark between two paragraphs was deleted they are one. */
	if (!xml_child(marks, "del")) {
		if (line.nbytes > blank || d->cells > 0)
			text_break(d->out);
		else
			text_empty_line(d->out);
	}
	strbuf_free(&label);
	strbuf_free(&line);
	read_boxes(d, boxes);
}

static void read_cell(struct docx *d, struct grid *g, size_t row, size_t *column,
		      const xmlNode *node)
{
	const xmlNode *properties = xml_child(node, "tcPr"),
		      *merged = xml_child(properties, "vMerge");
	const char *begins = xml_attr(merged, "val");
	long span = xml_attr_int(xml_child(properties, "gridSpan"), "val", 1);
	struct strbuf cell = STRBUF_INIT, *out = d->out;
	size_t last;

	span = span < 1 ? 1 : span > GRID_COLUMNS ? GRID_COLUMNS : span;
	last = *column + (size_t)span - 1;
	d->out = &cell;
	d->cells++;
	read_blocks(d, node);
	d->cells--;
	d->out = out;
	if (merged && !(begins && strcmp(begins, "restart") == 0) && row > 0) {
		grid_merge(g, row - 1, *column, row, last);
	} else {
		grid_put(g, row, *column, cell.s ? cell.s : "", cell.nbytes);
		if (span > 1)
			grid_merge(g, row, *column, row, last);
	}
	*column = last + 1;
	strbuf_free(&cell);
}

static void read_cells(struct docx *d, struct grid *g, size_t row, size_t *column,
		       const xmlNode *node)
{
	XML_EACH(x, node)
	if (xml_is(x, "tc"))
		read_cell(d, g, row, column, x);
	else if (x->type == XML_ELEMENT_NODE && !xml_is(x, "trPr"))
		read_cells(d, g, row, column, x);
}

static void read_rows(struct docx *d, struct grid *g, size_t *row, const xmlNode *node)
{
	XML_EACH(x, node)
	{
		const xmlNode *properties = xml_child(x, "trPr");
		long before = xml_attr_int(xml_child(properties, "gridBefore"), "val", 0);
		size_t column = before > 0 && before < GRID_COLUMNS ? (size_t)before : 0;

		if (xml_is(x, "tr") && !xml_child(properties, "del"))
			read_cells(d, g, (*row)++, &column, x);
		else if (x->type == XML_ELEMENT_NODE && !xml_is(x, "tr") && !xml_is(x, "tblPr"))
			read_rows(d, g, row, x);
	}
}

static void read_table(struct docx *d, const xmlNode *node)
{
	struct grid g = {.arena = d->arena};
	size_t row = 0;

	text_break(d->out);
	read_rows(d, &g, &row, node);
	d->full |= g.full;
	grid_write(&g, d->cells == 0, d->out);
}

static bool is_contents(const xmlNode *sdt)
{
	const char *gallery = xml_attr(
		xml_child(xml_child(xml_child(sdt, "sdtPr"), "docPartObj"), "docPartGallery"),
		"val");

	return gallery && strcmp(gallery, "Table of Contents") == 0;
}

static void read_blocks(struct docx *d, const xmlNode *parent)
{
	XML_EACH(x, parent)
	{
		if (x->type != XML_ELEMENT_NODE || how_of(x) == SKIP || xml_is(x, "tcPr") ||
		    (xml_is(x, "sdt") && is_contents(x)))
			continue;
		if (xml_is(x, "p"))
			read_paragraph(d, x);
		else if (xml_is(x, "tbl"))
			read_table(d, x);
		else
			read_blocks(d, how_of(x) == CHOICE ? choose(x) : x);
	}
}

/* The notes of one kind that the text refers to. */
static void add_notes(struct docx *d, const xmlNode *root, const char *reference, const char *note)
{
	for (size_t i = 0; root && i < d->notes.n; i++) {
		const char *id = xml_attr(d->notes.at[i], "id");

		if (!id || !xml_is(d->notes.at[i], reference))
			continue;
		XML_EACH(x, root)
		{
			const char *its = xml_is(x, note) ? xml_attr(x, "id") : NULL;

			if (its && strcmp(its, id) == 0)
				read_blocks(d, x);
		}
	}
}

/* The parts of a document, as trees; those that are missing are NULL. */
struct parts {
	xmlDoc *main, *styles, *numbering, *footnotes, *endnotes;
};

static xmlDoc *parse_related(struct arena *a, const struct zip *zip, const char *from,
			     const char *type, enum convert_end *end)
{
	const char *name = zip_related(a, zip, from, type, NULL);

	return name ? zip_parse(zip, name, end) : NULL;
}

static enum convert_end parse_parts(struct arena *a, const struct zip *zip, struct parts *p)
{
	const char *name = zip_related(a, zip, "", "/officeDocument", NULL);
	enum convert_end end = CONVERT_DONE;

	if (!name)
		name = "word/document.xml";
	p->main = zip_parse(zip, name, &end);
	p->styles = parse_related(a, zip, name, "/styles", &end);
	p->numbering = parse_related(a, zip, name, "/numbering", &end);
	p->footnotes = parse_related(a, zip, name, "/footnotes", &end);
	p->endnotes = parse_related(a, zip, name, "/endnotes", &end);
	return end == CONVERT_DONE && !p->main ? CONVERT_DAMAGED : end;
}

static const xmlNode *root_of(xmlDoc *doc)
{
	return doc ? xmlDocGetRootElement(doc) : NULL;
}

static enum convert_end read_document(struct arena *a, const struct parts *p, struct strbuf *out)
{
	struct docx d = {.arena = a, .out = out};

	d.numbers = docx_numbers_new(a, root_of(p->styles), root_of(p->numbering));
	read_blocks(&d, xml_child(root_of(p->main), "body"));
	text_break(out);
	if (d.notes.n > 0)
		text_empty_line(out);
	add_notes(&d, root_of(p->footnotes), "footnoteReference", "footnote");
	add_notes(&d, root_of(p->endnotes), "endnoteReference", "endnote");
	return d.full ? CONVERT_TOO_LARGE : CONVERT_DONE;
}

enum convert_end convert_docx(const char *bytes, size_t nbytes, struct strbuf *out)
{
	struct arena a = ARENA_INIT;
	struct parts p = {0};
	struct zip zip = {0};
	enum convert_end end = zip_read(&a, bytes, nbytes, &zip);

	if (end == CONVERT_DONE)
		end = parse_parts(&a, &zip, &p);
	if (end == CONVERT_DONE)
		end = read_document(&a, &p, out);
	xmlFreeDoc(p.main);
	xmlFreeDoc(p.styles);
	xmlFreeDoc(p.numbering);
	xmlFreeDoc(p.footnotes);
	xmlFreeDoc(p.endnotes);
	arena_free(&a);
	return end;
}
