/*
 * heat_table.c - the table of units × sections on the screen: which cells there is room for, heads
 * and totals that stay, and below it the cell under the cursor in words with its tasks.
 */
#include "tui/plan/heat_table.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/draw/picture.h"
#include "tui/plan/task_detail.h"

#include <stdlib.h>
#include <string.h>

enum { MARKER = 2, UNIT_MOST = 24, CELL_LEAST = 5, CELL_WHOLE = 9, TITLE_LEAST = 12 };
enum { FOOT_FROM = 14, FOOT_ROWS = 5, TALL_FROM = 30 };

static int widest_unit(const struct heat *h)
{
	int cols = utf8_cols(_("total"));

	for (size_t i = 0; i < h->rows.n; i++) {
		int here = utf8_cols(heat_unit_name(&h->rows.at[i]));

		cols = here > cols ? here : cols;
	}
	return cols < UNIT_MOST ? cols : UNIT_MOST;
}

static int widest_section(const struct heat *h)
{
	struct arena a = ARENA_INIT;
	int cols = CELL_WHOLE;

	for (size_t i = 0; i < h->columns.n; i++) {
		int here = utf8_cols(heat_section_name(&a, &h->columns.at[i]));

		cols = here > cols ? here : cols;
	}
	arena_free(&a);
	return cols;
}

void heat_table_set(struct heat_table *h, const struct heat *heat, const struct task_rows *tasks)
{
	h->heat = heat;
	h->tasks = tasks;
	h->unit_cols = widest_unit(heat);
	h->head_cols = widest_section(heat);
	list_set_rows(&h->list, heat->rows.n ? heat->rows.n + 1 : 0);
	if (h->column > heat->columns.n)
		h->column = heat->columns.n;
}

/* What the table leaves of the screen, up to half of it. */
static int foot_rows(int nunits, int head, int rows)
{
	int left = rows - nunits - head - 2;

	left = left > rows / 2 ? rows / 2 : left;
	return left < FOOT_ROWS ? FOOT_ROWS : left;
}

struct heat_layout heat_table_layout(const struct heat_table *h, int cols, int rows)
{
	struct heat_layout l = {.foot = rows >= FOOT_FROM};
	int n = (int)h->heat->columns.n, unit = h->unit_cols, room;

	/* Half of the line is for cells. */
	unit = unit > cols / 2 - MARKER ? cols / 2 - MARKER : unit;
	l.cells_x = MARKER + unit + 1;
	l.total_cols = cols - l.cells_x >= 3 * CELL_WHOLE ? CELL_WHOLE : CELL_LEAST;
	room = cols - l.cells_x - l.total_cols;
	/* Rather fewer cells that say all than all of them cut. */
	l.cell_cols = n ? room / n : room;
	l.cell_cols = l.cell_cols > h->head_cols + 1 ? h->head_cols + 1 : l.cell_cols;
	l.cell_cols = l.cell_cols < l.total_cols ? l.total_cols : l.cell_cols;
	l.shown = (size_t)(room / l.cell_cols);
	l.shown = l.shown > h->heat->columns.n ? h->heat->columns.n : l.shown;
	l.total_x = l.cells_x + (int)l.shown * l.cell_cols;
	l.head = rows >= TALL_FROM && h->head_cols >= l.cell_cols && l.cell_cols > TITLE_LEAST ? 2
											       : 1;
	l.rows = rows - (l.foot ? foot_rows((int)h->heat->rows.n, l.head, rows) : 0);
	return l;
}

size_t heat_table_page(const struct heat_layout *l)
{
	return l->rows > l->head + 2 ? (size_t)(l->rows - l->head - 1) : 1;
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

static void draw_cell(const struct heat_cell *cell, int cols, struct canvas *c, int y, int x)
{
	struct canvas room = canvas_sub(c, y, x, 1, cols - 1);
	enum lamp worst = heat_worst(cell);

	if (!cell->n) {
		canvas_text(&room, 0, 0, STYLE_DIM, picture_sign(c, SIGN_NOTHING));
		return;
	}
	x = canvas_printf(&room, 0, 0, lamp_style(worst), "%s%d", heat_lamp_letter(worst),
			  cell->lamps[worst]);
	if (cell->owed && cols >= CELL_WHOLE)
		canvas_printf(&room, 0, x + 1, STYLE_DIM, "%s%d", heat_owed_letter(), cell->owed);
}

/* The number alone where only the beginning of the title would be seen. */
static void draw_head(const struct heat_table *h, const struct heat_layout *l, size_t column,
		      struct canvas *c, int x)
{
	const struct heat_column *col = &h->heat->columns.at[column];
	struct arena a = ARENA_INIT;
	const char *name = heat_section_name(&a, col);
	int cols = l->cell_cols - 1;
	bool short_form = col->no[0] && utf8_cols(name) > cols * l->head &&
			  cols < utf8_cols(col->no) + TITLE_LEAST;

	canvas_paragraph(c, 0, x, cols, l->head, STYLE_HEADER, short_form ? col->no : name);
	arena_free(&a);
}

static void draw_heads(const struct heat_table *h, const struct heat_layout *l, size_t left,
		       struct canvas *c)
{
	for (int y = 0; y < l->head; y++)
		canvas_fill_row(c, y, STYLE_HEADER);
	canvas_field(c, 0, MARKER, l->cells_x - MARKER - 1, ALIGN_LEFT, STYLE_HEADER, _("unit"));
	for (size_t i = 0; i < l->shown; i++)
		draw_head(h, l, left + i, c, l->cells_x + (int)i * l->cell_cols);
	canvas_field(c, 0, l->total_x, l->total_cols - 1, ALIGN_LEFT, STYLE_HEADER, _("total"));
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
		     total ? _("total") : heat_unit_name(&h->heat->rows.at[row]));
	for (size_t i = 0; i <= l->shown; i++) {
		size_t column = i == l->shown ? h->heat->columns.n : left + i;
		int x = l->cells_x + (int)i * l->cell_cols;
		int cols = i == l->shown ? l->total_cols : l->cell_cols;

		draw_cell(cell_at(h->heat, row, column), cols, c, y, x);
		canvas_target(c, y, x, 1, cols, TARGET_ROW,
			      (int)(row * (h->heat->columns.n + 1) + column));
		if (current && column == h->column)
			canvas_select(c, y, x, cols - 1);
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
		draw_line(h, l, top + i, left, c, (int)i + l->head);
	draw_line(h, l, n, left, c, (int)(n < page ? n : page) + l->head);
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
	const char *unit =
		row < heat->rows.n ? heat_unit_name(&heat->rows.at[row]) : _("all units");

	if (h->column >= heat->columns.n)
		return xstrdup(unit);
	const struct heat_column *col = &heat->columns.at[h->column];

	if (!col->no[0] && !col->title[0])
		return xasprintf("%s · %s", unit, _("outside the sections"));
	struct arena a = ARENA_INIT;
	char *name = xasprintf("%s · %s", unit, heat_section_name(&a, col));

	arena_free(&a);
	return name;
}

/* What the letters and figures of a cell say; where there is room, also which lamp has no colour.
 */
static void draw_legend(struct canvas *c, int y)
{
	const char *red = heat_lamp_letter(LAMP_RED), *owed = heat_owed_letter();
	const char *none = picture_sign(c, SIGN_NOTHING);
	/* TRANSLATORS: "R2: the worst …; o3: …; -1: …", with the letters of the cells */
	char *text = xasprintf(_("%s2: worst is red, 2 tasks; %s3: 3 reports owed; %s1: worst is "
				 "grey; %s: no task"),
			       red, owed, heat_lamp_letter(LAMP_GREY), none);

	if (utf8_cols(text) > c->cols - 2) {
		free(text);
		/* TRANSLATORS: the same where there is little room */
		text = xasprintf(_("%s2: worst is red, 2 tasks; %s3: 3 reports owed; %s: no task"),
				 red, owed, none);
	}
	canvas_field(c, y, 2, c->cols - 2, ALIGN_LEFT, STYLE_DIM, text);
	free(text);
}

/* The tasks of the cell under the cursor, the most urgent first. */
static void draw_tasks(const struct heat_table *h, struct canvas *c)
{
	int y = 0;

	for (int lamp = LAMP_RED; lamp >= 0; lamp--) {
		for (size_t i = 0; i < h->tasks->n && y < c->rows; i++) {
			const struct task_row *t = &h->tasks->at[i];

			if ((int)t->lamp != lamp || !heat_table_has(h, t))
				continue;
			int x = 2 + canvas_text(c, y, 2, lamp_style(t->lamp), lamp_label(t->lamp));
			char *text = xasprintf("%s %s", t->path, t->title);

			canvas_field(c, y++, x + 1, c->cols - x - 1, ALIGN_LEFT, STYLE_NORMAL,
				     text);
			free(text);
		}
	}
}

/* The cell under the cursor in words, and its tasks as far as there is room. */
static void draw_foot(const struct heat_table *h, struct canvas *c)
{
	const struct heat_cell *cell = cell_at(h->heat, h->list.cursor, h->column);
	char *name = heat_table_name(h), *text = xasprintf(" %s ", name);
	int need = utf8_cols(text);

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
	struct canvas tasks = canvas_sub(c, 2, 0, c->rows - 3, c->cols);

	draw_tasks(h, &tasks);
	draw_legend(c, c->rows - 1);
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
