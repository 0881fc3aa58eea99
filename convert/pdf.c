/*
 * Pages of a PDF from the words that pdftotext finds, with their places, in the order in which they
 * were written. Office programs write a table cell by cell: a piece of text to the right of the one
 * before, and not below the row, is the next cell; one right below it goes on with the same cell;
 * anything else begins a row. Rows of several cells, one below the other, are a table.
 */
#include "convert/convert.h"
#include "convert/grid.h"
#include "convert/text.h"
#include "convert/xml.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

struct box {
	double left, right, top, bottom;
};

struct cell {
	struct box box;	 /* of all its lines */
	struct box last; /* of its last line */
	struct strbuf text;
};

struct row {
	VEC(struct cell) cells;
};

struct page {
	struct arena *arena;
	double height;
	VEC(struct row) rows;
};

static double number(const xmlNode *node, const char *name)
{
	const char *value = xml_attr(node, name);
	double v = value ? strtod(value, NULL) : 0;

	return v > -1e6 && v < 1e6 ? v : 0;
}

static double tall(const struct box *b)
{
	double height = b->bottom - b->top;

	return height > 1 ? height : 1;
}

static void widen(struct box *b, const struct box *with)
{
	b->left = with->left < b->left ? with->left : b->left;
	b->right = with->right > b->right ? with->right : b->right;
	b->top = with->top < b->top ? with->top : b->top;
	b->bottom = with->bottom > b->bottom ? with->bottom : b->bottom;
}

static double row_bottom(const struct row *row)
{
	double bottom = row->cells.at[0].box.bottom;

	for (size_t i = 1; i < row->cells.n; i++)
		if (row->cells.at[i].box.bottom > bottom)
			bottom = row->cells.at[i].box.bottom;
	return bottom;
}

enum next { SAME_LINE, NEXT_LINE, NEXT_CELL, NEXT_ROW };

/* How a word stands to what was written before it. */
static enum next where(const struct row *row, const struct cell *cell, const struct box *word)
{
	const struct box *last = &cell->last;
	double h = tall(word), gap = word->left - last->right;
	double down = (word->top + word->bottom - last->top - last->bottom) / 2;

	if (down > -h / 2 && down < h / 2 && gap > -h / 2 && gap < h * 0.75)
		return SAME_LINE;
	if (down >= h / 2 && word->top - last->bottom < h * 1.2 && word->left < cell->box.right &&
	    word->right > cell->box.left)
		return NEXT_LINE;
	if (word->left > cell->box.right - h / 4 && word->top < row_bottom(row))
		return NEXT_CELL;
	return NEXT_ROW;
}

static struct cell *new_cell(struct page *p, struct row *row, const struct box *word)
{
	struct cell *cell = vec_push(p->arena, &row->cells);

	cell->box = cell->last = *word;
	return cell;
}

static void add_word(struct page *p, const struct box *word, const char *text)
{
	struct row *row = p->rows.n ? &p->rows.at[p->rows.n - 1] : NULL;
	struct cell *cell = row ? &row->cells.at[row->cells.n - 1] : NULL;
	enum next next = cell ? where(row, cell, word) : NEXT_ROW;

	if (next == NEXT_ROW)
		row = vec_push(p->arena, &p->rows);
	if (next == NEXT_ROW || next == NEXT_CELL)
		cell = new_cell(p, row, word);
	if (next == SAME_LINE && word->left - cell->last.right > tall(word) * 0.15)
		strbuf_putc(&cell->text, ' ');
	if (next == NEXT_LINE) {
		strbuf_putc(&cell->text, '\n');
		cell->last = *word;
	}
	if (next == SAME_LINE)
		widen(&cell->last, word);
	widen(&cell->box, word);
	text_flow(&cell->text, text);
}

/* Bytes at s that may stand in a page number: a figure, a blank, dashes and dots of all kinds (E2
 * 80 xx and the middle dot); 0 for anything else. */
static size_t number_sign(const char *s)
{
	if ((*s >= '0' && *s <= '9') || strchr(" -.", *s))
		return 1;
	if (strncmp(s, "\xE2\x80", 2) == 0 && s[2])
		return 3;
	return strncmp(s, "\xC2\xB7", 2) == 0 ? 2 : 0;
}

/* "— 3 —" at the head or foot of a page. */
static bool is_page_number(const struct page *p, const struct row *row)
{
	const struct box *box = &row->cells.at[0].box;
	int figures = 0;

	if (box->top < p->height * 0.88 && box->bottom > p->height * 0.1)
		return false;
	for (size_t c = 0; c < row->cells.n; c++) {
		const char *s = row->cells.at[c].text.s;

		while (s && *s) {
			size_t n = number_sign(s);

			if (n == 0)
				return false;
			figures += *s >= '0' && *s <= '9';
			s += n;
		}
	}
	return figures > 0 && figures < 5;
}

/* How many rows from `from` on are one table: two or more with cells beside each other, the first
 * with three or more; 0 when they are none. */
static size_t table_rows(const struct page *p, size_t from)
{
	size_t n = 0;

	if (p->rows.at[from].cells.n < 3)
		return 0;
	while (from + n < p->rows.n && p->rows.at[from + n].cells.n > 1)
		n++;
	return n > 1 ? n : 0;
}

/* The columns: where the cells of the rows with the most cells stand. */
static size_t find_columns(const struct page *p, size_t from, size_t n, struct box *columns)
{
	size_t most = 0;

	for (size_t r = from; r < from + n; r++)
		if (p->rows.at[r].cells.n > most)
			most = p->rows.at[r].cells.n;
	if (most > GRID_COLUMNS)
		most = GRID_COLUMNS;
	for (size_t r = from, seen = 0; r < from + n; r++) {
		const struct row *row = &p->rows.at[r];

		if (row->cells.n != most)
			continue;
		for (size_t c = 0; c < most; c++) {
			if (!seen)
				columns[c] = row->cells.at[c].box;
			widen(&columns[c], &row->cells.at[c].box);
		}
		seen++;
	}
	return most;
}

/* The column that a cell shares most with, or is nearest to; not before `from`. */
static size_t column_of(const struct box *columns, size_t n, size_t from, const struct box *b)
{
	size_t best = from;
	double most = -1e9;

	for (size_t c = from; c < n; c++) {
		double left = b->left > columns[c].left ? b->left : columns[c].left;
		double right = b->right < columns[c].right ? b->right : columns[c].right;

		if (right - left > most) {
			most = right - left;
			best = c;
		}
	}
	return best;
}

static bool write_table(const struct page *p, size_t from, size_t n, struct strbuf *out)
{
	struct box columns[GRID_COLUMNS];
	size_t ncolumns = find_columns(p, from, n, columns);
	struct arena a = ARENA_INIT;
	struct grid g = {.arena = &a};

	for (size_t r = 0; r < n; r++) {
		const struct row *row = &p->rows.at[from + r];
		size_t next = 0;

		for (size_t c = 0; c < row->cells.n && next < ncolumns; c++) {
			const struct cell *cell = &row->cells.at[c];
			size_t at = column_of(columns, ncolumns, next, &cell->box);

			grid_put(&g, r, at, cell->text.s ? cell->text.s : "", cell->text.nbytes);
			next = at + 1;
		}
	}
	grid_write(&g, true, out);
	arena_free(&a);
	return !g.full;
}

static void write_row(const struct row *row, struct strbuf *out)
{
	for (size_t c = 0; c < row->cells.n; c++) {
		const struct cell *cell = &row->cells.at[c];

		strbuf_puts(out, c ? " " : "");
		strbuf_add(out, cell->text.s ? cell->text.s : "", cell->text.nbytes);
	}
	text_break(out);
}

static bool write_page(const struct page *p, struct strbuf *out)
{
	bool all = true;

	for (size_t r = 0; r < p->rows.n; r++) {
		size_t n = table_rows(p, r);

		if (n > 0) {
			all &= write_table(p, r, n, out);
			r += n - 1;
		} else if (!is_page_number(p, &p->rows.at[r])) {
			write_row(&p->rows.at[r], out);
		}
	}
	return all;
}

static bool read_page(const xmlNode *node, struct strbuf *out)
{
	struct arena a = ARENA_INIT;
	struct page p = {.arena = &a, .height = number(node, "height")};
	bool all;

	XML_EACH(x, node)
	{
		struct box word = {number(x, "xmin"), number(x, "xmax"), number(x, "ymin"),
				   number(x, "ymax")};

		if (xml_is(x, "word") && x->children && x->children->content)
			add_word(&p, &word, (const char *)x->children->content);
	}
	all = write_page(&p, out);
	for (size_t r = 0; r < p.rows.n; r++)
		for (size_t c = 0; c < p.rows.at[r].cells.n; c++)
			strbuf_free(&p.rows.at[r].cells.at[c].text);
	arena_free(&a);
	return all;
}

/* The pages stand in <doc>, wherever the parser puts that. */
static bool read_pages(const xmlNode *node, int depth, struct strbuf *out)
{
	bool all = true;

	XML_EACH(x, node)
	if (xml_is(x, "page"))
		all &= read_page(x, out);
	else if (depth < 8)
		all &= read_pages(x, depth + 1, out);
	return all;
}

enum convert_end convert_pdf_words(const char *bytes, size_t nbytes, struct strbuf *out)
{
	xmlDoc *doc = htmlReadMemory(bytes, (int)nbytes, NULL, "UTF-8",
				     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
					     HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	bool all;

	if (!doc)
		return CONVERT_DAMAGED;
	all = read_pages(xmlDocGetRootElement(doc), 0, out);
	xmlFreeDoc(doc);
	return all ? CONVERT_DONE : CONVERT_TOO_LARGE;
}
