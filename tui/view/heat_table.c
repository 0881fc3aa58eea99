/*
 * heat_table.c - the table of units × sections on the screen: which cells there is room for, heads
 * and totals that stay, and below it the cell under the cursor in words with its tasks.
 */
#include "tui/view/heat_table.h"

#include "core/i18n.h"
#include "core/utf8.h"
#include "tui/draw/picture.h"
#include "tui/view/task_detail.h"

#include <stdlib.h>
#include <string.h>

enum { MARKER = 2, UNIT_MOST = 24, CELL_LEAST = 5, CELL_WHOLE = 9, CELL_MOST = 18 };
enum { FOOT_FROM = 14, FOOT_ROWS = 5 };

static int widest_unit(const struct heat *h)
{
	int cols = utf8_cols(_("total"));

	for (size_t i = 0; i < h->rows.n; i++) {
		int here = utf8_cols(h->rows.at[i].unit);

		cols = here > cols ? here : cols;
	}
	return cols < UNIT_MOST ? cols : UNIT_MOST;
}

void heat_table_set(struct heat_table *h, const struct heat *heat, const struct task_rows *tasks)
{
	h->heat = heat;
	h->tasks = tasks;
	h->unit_cols = widest_unit(heat);
	list_set_rows(&h->list, heat->rows.n ? heat->rows.n + 1 : 0);
	if (h->column > heat->columns.n)
		h->column = heat->columns.n;
}

/* What the table leaves of the screen, up to half of it. */
static int foot_rows(int nunits, int rows)
{
	int left = rows - nunits - 3;

	left = left > rows / 2 ? rows / 2 : left;
	return left < FOOT_ROWS ? FOOT_ROWS : left;
}

struct heat_layout heat_table_layout(const struct heat_table *h, int cols, int rows)
{
	struct heat_layout l = {.foot = rows >= FOOT_FROM};
	int n = (int)h->heat->columns.n, unit = h->unit_cols;

	/* Half of the line is for cells. */
	unit = unit > cols / 2 - MARKER ? cols / 2 - MARKER : unit;
	l.cells_x = MARKER + unit + 1;
	l.cell_cols = (cols - l.cells_x) / (n + 1);
	l.cell_cols = l.cell_cols > CELL_MOST ? CELL_MOST : l.cell_cols;
	/* Rather fewer cells that say all than all of them cut. */
	if (l.cell_cols < CELL_WHOLE)
		l.cell_cols = cols - l.cells_x >= 3 * CELL_WHOLE ? CELL_WHOLE : CELL_LEAST;
	l.shown = (size_t)((cols - l.cells_x) / l.cell_cols - 1);
	l.shown = l.shown > h->heat->columns.n ? h->heat->columns.n : l.shown;
	l.total_x = l.cells_x + (int)l.shown * l.cell_cols;
	l.rows = rows - (l.foot ? foot_rows((int)h->heat->rows.n, rows) : 0);
	return l;
}

size_t heat_table_page(const struct heat_layout *l)
{
	return l->rows > 3 ? (size_t)l->rows - 2 : 1;
}

size_t heat_table_left(const struct heat_table *h, const struct heat_layout *l)
{
	size_t left = h->left, last = h->heat->columns.n - l->shown;

	if (h->column < h->heat->columns.n && h->column >= left + l->shown)
		left = h->column - l->shown + 1;
	if (h->column < left)
		left = h->column;
	return left > last ? last : left;
}

/* The worst lamp as one letter. */
static const char *lamp_letter(enum lamp lamp)
{
	static const char *const letters[LAMP_COUNT] = {
		[LAMP_GREY] = NC_("lamp in a cell", "-"),
		[LAMP_GREEN] = NC_("lamp in a cell", "G"),
		[LAMP_YELLOW] = NC_("lamp in a cell", "Y"),
		[LAMP_RED] = NC_("lamp in a cell", "R"),
	};

	return i18n_label(letters[lamp]);
}

static void draw_cell(const struct heat_cell *cell, int cols, struct canvas *c, int y, int x)
{
	struct canvas room = canvas_sub(c, y, x, 1, cols - 1);
	enum lamp worst = heat_worst(cell);

	if (!cell->n) {
		canvas_text(&room, 0, 0, STYLE_DIM, picture_sign(c, SIGN_NOTHING));
		return;
	}
	x = canvas_printf(&room, 0, 0, lamp_style(worst), "%s%d", lamp_letter(worst),
			  cell->lamps[worst]);
	if (cell->owed && cols >= CELL_WHOLE)
		canvas_printf(&room, 0, x + 1, STYLE_DIM, "%s%d",
			      /* TRANSLATORS: one letter before a number: reports owed */
			      i18n_label(NC_("reports in a cell", "o")), cell->owed);
}

/* "一 普及健康…": the number alone where there is no room for words. */
static void draw_heads(const struct heat_table *h, const struct heat_layout *l, size_t left,
		       struct canvas *c)
{
	canvas_fill_row(c, 0, STYLE_HEADER);
	canvas_field(c, 0, MARKER, l->cells_x - MARKER - 1, ALIGN_LEFT, STYLE_HEADER, _("unit"));
	for (size_t i = 0; i < l->shown; i++) {
		const struct heat_column *col = &h->heat->columns.at[left + i];
		bool roomy = l->cell_cols >= CELL_WHOLE || !col->no[0];
		char *text = xasprintf("%s%s%s", col->no, col->no[0] && roomy ? " " : "",
				       roomy ? col->title : "");

		canvas_field(c, 0, l->cells_x + (int)i * l->cell_cols, l->cell_cols - 1, ALIGN_LEFT,
			     STYLE_HEADER, text[0] ? text : _("others"));
		free(text);
	}
	canvas_field(c, 0, l->total_x, l->cell_cols - 1, ALIGN_LEFT, STYLE_HEADER, _("total"));
}

static const struct heat_cell *cell_at(const struct heat *h, size_t row, size_t column)
{
	bool last_row = row >= h->rows.n, last_column = column >= h->columns.n;

	if (last_row)
		return last_column ? &h->total : &h->columns.at[column].total;
	return last_column ? &h->rows.at[row].total : &h->rows.at[row].cells[column];
}

static void draw_line(const struct heat_table *h, const struct heat_layout *l, size_t row,
		      size_t left, struct canvas *c, int y)
{
	bool total = row == h->heat->rows.n, current = row == h->list.cursor;

	canvas_field(c, y, MARKER, l->cells_x - MARKER - 1, ALIGN_LEFT,
		     total ? STYLE_STRONG : STYLE_NORMAL,
		     total ? _("total") : h->heat->rows.at[row].unit);
	for (size_t i = 0; i <= l->shown; i++) {
		size_t column = i == l->shown ? h->heat->columns.n : left + i;
		int x = l->cells_x + (int)i * l->cell_cols;

		draw_cell(cell_at(h->heat, row, column), l->cell_cols, c, y, x);
		canvas_target(c, y, x, 1, l->cell_cols, TARGET_ROW,
			      (int)(row * (h->heat->columns.n + 1) + column));
		if (current && column == h->column)
			canvas_select(c, y, x, l->cell_cols - 1);
	}
	if (current)
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
}

static void draw_table(const struct heat_table *h, const struct heat_layout *l, struct canvas *c)
{
	size_t page = heat_table_page(l), n = h->heat->rows.n, top = h->list.top;
	size_t left = heat_table_left(h, l);

	/* The totals have a line of their own below the units. */
	if (h->list.cursor < n && h->list.cursor >= top + page)
		top = h->list.cursor - page + 1;
	top = top + page > n ? (n > page ? n - page : 0) : top;
	draw_heads(h, l, left, c);
	for (size_t i = 0; i < page && top + i < n; i++)
		draw_line(h, l, top + i, left, c, (int)i + 1);
	draw_line(h, l, n, left, c, (int)(n < page ? n : page) + 1);
	canvas_more(c, (int)top, (int)n - (int)(top + page));
	if (left)
		canvas_text(c, 0, l->cells_x - 1, STYLE_HEADER, "<");
	if (left + l->shown < h->heat->columns.n)
		canvas_text(c, 0, l->total_x - 1, STYLE_HEADER, ">");
}

bool heat_table_point(struct heat_table *h, const struct heat_layout *l, int index)
{
	size_t columns = h->heat->columns.n + 1;
	size_t row = (size_t)index / columns, column = (size_t)index % columns;
	bool there = row == h->list.cursor && column == h->column;

	h->column = column;
	list_go(&h->list, row, heat_table_page(l));
	return there;
}

bool heat_table_has(const struct heat_table *h, const struct task_row *t)
{
	const struct heat *heat = h->heat;
	size_t row = h->list.cursor;

	if (row < heat->rows.n && t->unit_id != heat->rows.at[row].unit_id)
		return false;
	if (h->column >= heat->columns.n)
		return true;
	return strcmp(t->section_no, heat->columns.at[h->column].no) == 0 &&
	       strcmp(t->section_title, heat->columns.at[h->column].title) == 0;
}

char *heat_table_name(const struct heat_table *h)
{
	const struct heat *heat = h->heat;
	size_t row = h->list.cursor;
	const char *unit = row < heat->rows.n ? heat->rows.at[row].unit : _("all units");

	if (h->column >= heat->columns.n)
		return xstrdup(unit);
	const struct heat_column *col = &heat->columns.at[h->column];

	return xasprintf("%s · %s %s", unit, col->no,
			 col->title[0] ? col->title : _("outside the sections"));
}

/* The cell under the cursor in words, and its tasks as far as there is room. */
static void draw_foot(const struct heat_table *h, struct canvas *c)
{
	const struct heat_cell *cell = cell_at(h->heat, h->list.cursor, h->column);
	char *name = heat_table_name(h), *text = xasprintf(" %s ", name);
	int y = 2, need = utf8_cols(text);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_field(c, 0, 2, need < c->cols - 4 ? need : c->cols - 4, ALIGN_LEFT, STYLE_STRONG,
		     text);
	free(text);
	free(name);
	text = xasprintf(_("tasks %d: red %d, yellow %d, green %d, grey %d; reports owed %d"),
			 cell->n, cell->lamps[LAMP_RED], cell->lamps[LAMP_YELLOW],
			 cell->lamps[LAMP_GREEN], cell->lamps[LAMP_GREY], cell->owed);
	canvas_field(c, 1, 2, c->cols - 2, ALIGN_LEFT, STYLE_NORMAL, text);
	free(text);
	for (int lamp = LAMP_RED; lamp >= 0; lamp--) {
		for (size_t i = 0; i < h->tasks->n && y < c->rows; i++) {
			const struct task_row *t = &h->tasks->at[i];

			if ((int)t->lamp != lamp || !heat_table_has(h, t))
				continue;
			int x = 2 + canvas_text(c, y, 2, lamp_style(t->lamp), lamp_label(t->lamp));
			text = xasprintf("%s %s", t->path, t->title);
			canvas_field(c, y++, x + 1, c->cols - x - 1, ALIGN_LEFT, STYLE_NORMAL,
				     text);
			free(text);
		}
	}
}

void heat_table_draw(const struct heat_table *h, struct canvas *c)
{
	struct heat_layout l = heat_table_layout(h, c->cols, c->rows);
	struct canvas table = canvas_sub(c, 0, 0, l.rows, c->cols);
	struct canvas foot = canvas_sub(c, l.rows, 0, c->rows - l.rows, c->cols);

	draw_table(h, &l, &table);
	if (l.foot)
		draw_foot(h, &foot);
}
