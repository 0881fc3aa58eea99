/*
 * view_overview.c - the first screen of leaders and assessors: the state of the whole plan, one
 * line a section and one for all, with how far it is, where it should be by now, and how the lamps
 * of its actions are shared out; then the red actions with their reasons. Enter opens the actions
 * of a section, or the action; Tab the table of units and sections.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "tui/app/session.h"
#include "tui/draw/picture.h"
#include "tui/part/columns.h"
#include "tui/part/list.h"
#include "tui/home/home_strip.h"
#include "tui/home/overview_rows.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	LEGEND_FROM = 8, /* lines of the window from which the last one explains the signs */
	LEAST_UNIT = 4	 /* columns below which a unit says nothing */
};

struct overview {
	struct scene scene;
	int elapsed; /* of the period's year, in percent; -1: there is no period */
	struct overview_rows rows;
	struct list list;
	struct columns columns;
	struct home_strip strip; /* above it, where this is the first screen */
};

enum {
	COL_NAME,
	COL_ACTIONS,
	COL_BAR,
	COL_STAGE,
	COL_SHARES,
	COL_RED,
	COL_YELLOW,
	COL_GREEN,
	COL_GREY,
	OVERVIEW_COLUMNS
};

static const struct list_column overview_columns[] = {
	[COL_NAME] = {N_("section"), LIST_TEXT, 20, 0, 2, 0},
	[COL_ACTIONS] = {N_("actions"), LIST_NUMBER, 0, 0, 0, 3},
	[COL_BAR] = {N_("progress"), LIST_BAR, 13, 60, 1, 1},
	[COL_STAGE] = {N_("milestones"), LIST_TEXT, 0, 0, 0, 5},
	[COL_SHARES] = {N_("lamps"), LIST_BAR, 8, 48, 1, 4},
	[COL_RED] = {N_("red"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_YELLOW] = {N_("yellow"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_GREEN] = {N_("green"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_GREY] = {N_("grey"), LIST_NUMBER, 4, 0, 0, 2},
};

static bool is_counted(const struct overview_row *row)
{
	return row->kind == OVERVIEW_SECTION || row->kind == OVERVIEW_WHOLE;
}

static void lamp_cell(struct list_cell *cell, const struct overview_row *row, enum lamp lamp)
{
	snprintf(cell->buf, sizeof cell->buf, "%d", row->lamps[lamp]);
	cell->text = row->lamps[lamp] ? cell->buf : none_sign();
	cell->style = row->lamps[lamp] ? lamp_style(lamp) : STYLE_DIM;
}

/* "40% of 60%": done, of what is due by now; both by weight. */
static void stage_cell(struct list_cell *cell, const struct schedule *stage)
{
	if (schedule_expected(stage) < 0)
		return;
	snprintf(cell->buf, sizeof cell->buf, _("%1$d%% of %2$d%%"), schedule_done(stage),
		 schedule_expected(stage));
	cell->text = cell->buf;
}

/* Of a red action the reason is painted over what a section has there. */
static void overview_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	static const enum lamp lamps[] = {[COL_RED] = LAMP_RED,
					  [COL_YELLOW] = LAMP_YELLOW,
					  [COL_GREEN] = LAMP_GREEN,
					  [COL_GREY] = LAMP_GREY};
	const struct overview_row *r = &((const struct overview *)rows)->rows.at.at[row];

	cell->text = "";
	if (column == COL_NAME) {
		cell->text = r->name;
		cell->style = r->kind == OVERVIEW_HEADING ? STYLE_STRONG : STYLE_NORMAL;
	} else if (column == COL_BAR && r->kind != OVERVIEW_HEADING) {
		cell->text = NULL;
		cell->percent = overview_percent(r);
	} else if (column == COL_STAGE && is_counted(r)) {
		stage_cell(cell, &r->stage);
	} else if (column == COL_ACTIONS && is_counted(r)) {
		list_cell_number(cell, r->nactions);
	} else if (column >= COL_RED && is_counted(r)) {
		lamp_cell(cell, r, lamps[column]);
	}
}

static const struct list_spec overview_spec = {
	.columns = overview_columns,
	.ncolumns = sizeof overview_columns / sizeof overview_columns[0],
	.cell = overview_cell,
	.empty = N_("There is no plan yet; the coordinating office imports one."),
};

static bool is_home(const struct app_context *c)
{
	return session_home(c->session) == &view_overview;
}

static int overview_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct overview *o = v->state;
	struct overview_rows rows = {0};
	struct scene scene;

	(void)s;
	if (session_scene(c, &v->arena, &scene, e) < 0 ||
	    overview_rows_read(&rows, &v->arena, c, scene.plan.id, e) < 0 ||
	    (is_home(c) && home_strip_load(&o->strip, v, &scene, e) < 0))
		return -1;
	o->strip.by_up = true;
	o->scene = scene;
	o->elapsed = scene.period.id ? lamp_elapsed(scene.period.year, c->now.today) : -1;
	o->rows = rows;
	columns_measure(&o->columns, &overview_spec, o, rows.at.n);
	list_set_rows(&o->list, rows.at.n);
	return 0;
}

/* Worst first, as the fills become lighter. */
static void draw_shares(const struct overview_row *row, struct canvas *c, int y, int x, int cols)
{
	struct picture_part parts[LAMP_COUNT];

	for (int i = 0; i < LAMP_COUNT; i++) {
		enum lamp lamp = (enum lamp)(LAMP_COUNT - 1 - i);

		parts[i] = (struct picture_part){row->lamps[lamp], lamp_style(lamp)};
	}
	picture_shares(c, y, x, cols, parts, LAMP_COUNT);
}

/* "区水利…: 30 days late": where the room is short the unit loses letters, the number none. */
static void draw_cause(const struct overview_row *row, struct canvas *c, int y, int x, int cols)
{
	char *cause = *row->unit ? xasprintf(_("%s: %s"), "", row->cause) : xstrdup(row->cause);
	int need = utf8_cols(cause), unit_cols = utf8_cols(row->unit);

	if (unit_cols > cols - need)
		unit_cols = cols - need;
	if (unit_cols >= LEAST_UNIT) {
		canvas_field(c, y, x, unit_cols, ALIGN_LEFT, STYLE_LAMP_RED, row->unit);
		canvas_field(c, y, x + unit_cols, cols - unit_cols, ALIGN_LEFT, STYLE_LAMP_RED,
			     cause);
	} else {
		canvas_field(c, y, x, cols, ALIGN_LEFT, STYLE_LAMP_RED, row->cause);
	}
	free(cause);
}

/* What a list cannot draw: the mark where the bar should be, the shares of the lamps, a reason. */
static void paint_row(const struct overview *o, const struct overview_row *row, const int *widths,
		      struct canvas *c, int y)
{
	int x = 2;

	for (int i = 0; i < OVERVIEW_COLUMNS && row->kind != OVERVIEW_HEADING; i++) {
		if (widths[i] == 0)
			continue;
		if (i == COL_BAR)
			picture_gauge(c, y, x, widths[i], overview_percent(row), o->elapsed,
				      STYLE_BAR);
		if (i >= COL_STAGE && row->kind == OVERVIEW_RED) {
			int room = c->cols - x - 1;

			if (utf8_cols(row->reason) <= room)
				canvas_field(c, y, x, room, ALIGN_LEFT, STYLE_LAMP_RED,
					     row->reason);
			else
				draw_cause(row, c, y, x, room);
			return;
		}
		if (i == COL_SHARES)
			draw_shares(row, c, y, x, widths[i]);
		x += widths[i] + 1;
	}
}

/* "█ red  ▓ yellow  ▒ green  ░ grey  │ 89% of the year has passed" */
static void draw_legend(const struct overview *o, const int *widths, struct canvas *c)
{
	int y = c->rows - 1, x = 2;

	for (int i = 0; widths[COL_SHARES] && i < LAMP_COUNT; i++) {
		enum lamp lamp = (enum lamp)(LAMP_COUNT - 1 - i);

		x += canvas_text(c, y, x, lamp_style(lamp), picture_fill(c, i));
		x += canvas_printf(c, y, x, STYLE_DIM, " %s  ", lamp_label(lamp));
	}
	char *text = xasprintf(_("%d%% of the year has passed"), o->elapsed);
	if (o->elapsed >= 0 && widths[COL_BAR] && x + 2 + utf8_cols(text) <= c->cols) {
		canvas_text(c, y, x, STYLE_STRONG, picture_sign(c, SIGN_TODAY));
		canvas_text(c, y, x + 2, STYLE_DIM, text);
	}
	free(text);
}

/* In a narrow window the column of the milestones is not there: they are told of the row that one
 * stands on. */
static bool stage_apart(const struct overview *o, int cols)
{
	int widths[OVERVIEW_COLUMNS];
	bool known = false;

	for (size_t i = 0; i < o->rows.at.n; i++)
		known |= is_counted(&o->rows.at.at[i]) &&
			 schedule_expected(&o->rows.at.at[i].stage) >= 0;
	list_layout(&o->columns.spec, cols, widths);
	return known && !widths[COL_STAGE];
}

static void draw_stage(const struct overview_row *row, struct canvas *c)
{
	struct arena a = ARENA_INIT;

	if (is_counted(row) && schedule_expected(&row->stage) >= 0)
		canvas_field(c, c->rows - 2, 2, c->cols - 3, ALIGN_LEFT, STYLE_DIM,
			     schedule_label(&a, &row->stage, -1));
	arena_free(&a);
}

static int list_rows(const struct overview *o, int rows, int cols)
{
	if (rows < LEGEND_FROM)
		return rows;
	return rows - (stage_apart(o, cols) ? 2 : 1);
}

static void draw_rows(const struct overview *o, struct canvas *c)
{
	const struct list_spec *spec = &o->columns.spec;
	struct canvas body = canvas_sub(c, 0, 0, list_rows(o, c->rows, c->cols), c->cols);
	size_t page = list_page(body.rows);
	struct list l = o->list;
	int widths[OVERVIEW_COLUMNS];

	/* The window may have become smaller since the cursor moved. */
	list_go(&l, l.cursor, page);
	list_draw(&l, spec, o, &body, !o->strip.focus);
	if (!o->rows.at.n)
		return;
	list_layout(spec, c->cols, widths);
	for (size_t i = 0; i < page && l.top + i < o->rows.at.n; i++) {
		paint_row(o, &o->rows.at.at[l.top + i], widths, &body, (int)i + 1);
		if (l.top + i == l.cursor && !o->strip.focus)
			canvas_select(&body, (int)i + 1, 1, c->cols - 1);
	}
	if (body.rows < c->rows)
		draw_legend(o, widths, c);
	if (body.rows < c->rows - 1)
		draw_stage(&o->rows.at.at[l.cursor], c);
}

static void overview_draw(const struct view *v, struct canvas *c)
{
	const struct overview *o = v->state;
	int above = home_strip_rows(&o->strip, c->rows);
	struct canvas strip = canvas_sub(c, 0, 0, above, c->cols);
	struct canvas rows = canvas_sub(c, above, 0, c->rows - above, c->cols);

	home_strip_draw(&o->strip, &strip);
	draw_rows(o, &rows);
}

static enum reply open_row(struct app *app, const struct overview_row *row)
{
	if (row->kind == OVERVIEW_RED)
		app_push(app, &view_action, &(struct view_args){.id = row->id});
	else
		app_push(app, &view_plan, &(struct view_args){.id = row->id});
	return REPLY_DONE;
}

static enum reply overview_act(struct view *v, struct app *app, enum action a)
{
	struct overview *o = v->state;
	int rows = v->rows - home_strip_rows(&o->strip, v->rows);
	enum reply reply = home_strip_act(&o->strip, app, a);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_UP && !o->list.cursor && home_strip_enter(&o->strip, a))
		return REPLY_DONE;
	if (list_act(&o->list, a, list_page(list_rows(o, rows, v->cols))) != LIST_PASS)
		return REPLY_DONE;
	if (a == DO_FACE_NEXT || a == DO_FACE_PREV) {
		app_push(app, &view_heat, &(struct view_args){.tab = 1});
		return REPLY_DONE;
	}
	/* What is looked for may stand in any section. */
	if (a == DO_FILTER && o->rows.at.n) {
		app_push(app, &view_plan, &(struct view_args){.tab = 1});
		return REPLY_DONE;
	}
	return a == DO_OPEN && o->rows.at.n ? open_row(app, &o->rows.at.at[o->list.cursor])
					    : REPLY_PASS;
}

static enum reply overview_key(struct view *v, struct app *app, const struct key *k)
{
	return home_strip_key(&((struct overview *)v->state)->strip, app, k);
}

static enum reply overview_point(struct view *v, struct app *app, const struct point *at)
{
	return home_strip_point(&((struct overview *)v->state)->strip, app, at);
}

static bool overview_offers(const struct view *v, enum action a)
{
	const struct overview *o = v->state;

	return a != DO_PRINT && a != DO_ADD && a != DO_LIST_MENU &&
	       (o->rows.at.n || (a != DO_OPEN && a != DO_FILTER));
}

const struct view_ops view_overview = {
	.name = "overview",
	.title = N_("How the plan stands"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct overview),
	.load = overview_load,
	.draw = overview_draw,
	.act = overview_act,
	.key = overview_key,
	.point = overview_point,
	.offers = overview_offers,
};
