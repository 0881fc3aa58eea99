/*
 * A list on the screen: how the lines are shared out among the head, the rows, the pane beside them
 * and the lines below; what keys and the mouse do. Which rows there are is list_screen.c's.
 */
#include "tui/part/list_view.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tui/part/list_menu.h"

#include <stdlib.h>

static const struct list_around bare;

static const struct list_around *around(const struct list_screen *p)
{
	return p->around ? p->around : &bare;
}

/* From the top: head, rows with the pane beside them, note, foot, the line of the filter. */
struct room {
	int rows, cols; /* of the list with the line of its heads */
	int pane, foot; /* columns, lines; 0: none */
	bool line;
};

static struct room room_of(const struct list_screen *p, int rows, int cols)
{
	struct room r = {.rows = rows - around(p)->head_rows, .cols = cols};

	if (around(p)->pane && cols >= LIST_PANE_FROM)
		r.pane = LIST_PANE_COLS;
	else if (around(p)->foot && rows >= LIST_FOOT_FROM)
		r.foot = around(p)->foot_rows;
	r.line = filter_shown(&p->filter) || p->name;
	r.cols -= r.pane ? r.pane + 3 : 0;
	r.rows -= r.foot + (r.line ? 1 : 0) + (p->note ? 1 : 0);
	return r;
}

size_t list_screen_page(const struct list_screen *p, const struct view *v)
{
	return list_page(room_of(p, v->rows - p->other_rows, v->cols).rows);
}

/* The row if a pane or foot can show it, else the number of rows. */
static size_t detail_of(const struct list_screen *p, size_t row)
{
	if (row < p->nrows && p->spec->heading && p->spec->heading(p->rows, row))
		return p->nrows;
	return row;
}

static size_t detail_row(const struct list_screen *p)
{
	int row = list_screen_current(p);

	return row < 0 ? p->nrows : detail_of(p, (size_t)row);
}

static size_t told_row(const struct list_screen *p, const struct view *v)
{
	return v->lagging == p ? detail_of(p, p->told) : detail_row(p);
}

static void draw_pane(const struct list_screen *p, const struct view *v, const struct room *r,
		      struct canvas *c)
{
	int y = around(p)->head_rows, rows = c->rows - y - (r->line ? 1 : 0);
	struct canvas pane = canvas_sub(c, y, r->cols + 3, rows, r->pane - 1);
	size_t row = told_row(p, v);

	canvas_vline(c, y, r->cols + 1, rows, STYLE_DIM);
	if (row < p->nrows)
		around(p)->pane(v, row, &pane);
}

static void draw_foot(const struct list_screen *p, const struct view *v, const struct room *r,
		      struct canvas *c)
{
	int y = c->rows - r->foot - (r->line ? 1 : 0);
	struct canvas foot = canvas_sub(c, y, 0, r->foot, c->cols);
	size_t row = told_row(p, v);

	if (row < p->nrows)
		around(p)->foot(v, row, &foot);
	else if (p->list.n) /* a heading: the rule stays in its place */
		canvas_hline(&foot, 0, 0, foot.cols, STYLE_DIM);
}

/* "Find: words   3 found"; the name of a saved view before it. */
static void draw_line(const struct list_screen *p, struct canvas *c)
{
	int y = c->rows - 1;
	struct canvas line = canvas_sub(c, y, 0, 1, c->cols);

	canvas_fill_row(&line, 0, STYLE_FIELD);
	if (p->name) {
		char *name = xasprintf(_("View: %s"), p->name);
		int cols = canvas_text(&line, 0, 1, STYLE_STRONG, name) + 2;

		free(name);
		line = canvas_sub(&line, 0, cols, 1, c->cols - cols);
	}
	if (filter_shown(&p->filter))
		filter_draw(&p->filter, &line, 0, p->nfound);
}

static const char *nothing_text(const struct list_screen *p)
{
	return *filter_text(&p->filter) ? N_("Nothing here has these words; Esc shows all again.")
					: N_("Nothing here is like this; Esc shows all again.");
}

void list_screen_draw(const struct list_screen *p, const struct view *v, struct canvas *c,
		      bool focus)
{
	struct room r = room_of(p, c->rows, c->cols);
	int y = around(p)->head_rows;
	struct canvas list = canvas_sub(c, y, 0, r.rows, r.cols);

	if (around(p)->head) {
		struct canvas head = canvas_sub(c, 0, 0, y, c->cols);

		around(p)->head(v, &head);
	}
	if (!p->rows)
		return;
	struct list_spec spec = p->columns.spec;
	if (p->nrows > 0)
		spec.empty = nothing_text(p);
	spec.words = filter_text(&p->filter);
	list_draw(&p->list, &spec, p, &list, focus);
	if (p->note)
		canvas_field(c, y + r.rows, 2, r.cols - 2, ALIGN_LEFT, STYLE_DIM, p->note);
	if (r.pane)
		draw_pane(p, v, &r, c);
	if (r.foot)
		draw_foot(p, v, &r, c);
	if (r.line)
		draw_line(p, c);
}

/* A mark goes when the cursor leaves its row. */
static void unmark(struct list_screen *p, int row)
{
	if (row >= 0 && row != list_screen_current(p))
		p->marks.at[row].sign = 0;
}

/* By a key the cursor has gone on from this row: pane and foot tell of it until keys rest. */
static void leave_row(struct list_screen *p, struct view *v, int row)
{
	unmark(p, row);
	if (row < 0 || row == list_screen_current(p) || v->lagging == p)
		return;
	p->told = (size_t)row;
	v->lagging = p;
}

static enum reply take_filter(struct list_screen *p, struct view *v, enum filter_event event)
{
	if (event == FILTER_CHANGED)
		list_screen_apply(p, v);
	return event == FILTER_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply move(struct list_screen *p, struct view *v, enum action a)
{
	int was = list_screen_current(p);
	enum list_event event = list_act(&p->list, a, list_screen_page(p, v));

	leave_row(p, v, was);
	return event == LIST_PASS ? REPLY_PASS : REPLY_DONE;
}

/* First the words go, then what else narrows the list; only then the screen. A view with a name
 * goes as a whole. */
static enum reply go_back(struct list_screen *p, struct view *v)
{
	if (!p->name && filter_shown(&p->filter))
		return take_filter(p, v, filter_act(&p->filter, DO_BACK));
	if (!list_screen_is_narrowed(p, v))
		return REPLY_PASS;
	list_screen_show_all(p, v);
	return REPLY_DONE;
}

static enum reply say_nothing(struct list_screen *p, struct app *app)
{
	p->filter.typing = false;
	app_info(app, "%s", _(nothing_text(p)));
	return REPLY_DONE;
}

enum reply list_screen_act(struct list_screen *p, struct view *v, struct app *app, enum action a)
{
	if (a == DO_BACK)
		return go_back(p, v);
	if (a == DO_OPEN && p->nrows && !p->list.n)
		return say_nothing(p, app);
	if (take_filter(p, v, filter_act(&p->filter, a)) == REPLY_DONE)
		return REPLY_DONE;
	switch ((int)a) {
	case DO_LIST_MENU:
		return list_menu_open(p, v, app);
	case DO_SORT:
		return list_menu_sort(p, app);
	case DO_SORT_REVERSE:
		return list_menu_reverse(p, v);
	case DO_OPEN:
		return p->nrows && detail_row(p) == p->nrows ? list_menu_open(p, v, app)
							     : REPLY_PASS;
	default:
		return move(p, v, a);
	}
}

enum reply list_screen_key(struct list_screen *p, struct view *v, const struct key *k)
{
	enum reply reply = take_filter(p, v, filter_key(&p->filter, k));
	int was = list_screen_current(p);

	if (reply != REPLY_PASS || !p->rows)
		return reply;
	if (v->context->clock_ms)
		list_digits_rest(&p->list, v->context->clock_ms());
	enum list_event event = list_key(&p->list, k, &p->columns.spec, p, list_screen_page(p, v));
	leave_row(p, v, was);
	return event == LIST_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply point_at_row(struct list_screen *p, struct view *v, struct app *app, size_t place)
{
	int was = list_screen_current(p);

	if (place == p->list.cursor) {
		p->filter.typing = false;
		app_perform(app, DO_OPEN);
		return REPLY_DONE;
	}
	list_go(&p->list, place, list_screen_page(p, v));
	v->lagging = NULL;
	unmark(p, was);
	return REPLY_DONE;
}

enum reply list_screen_point(struct list_screen *p, struct view *v, struct app *app,
			     const struct point *at)
{
	size_t i = (size_t)at->index;

	if (at->mouse == MOUSE_WHEEL_UP || at->mouse == MOUSE_WHEEL_DOWN)
		return REPLY_PASS;
	if (at->kind == TARGET_ROW && i < p->list.n)
		return point_at_row(p, v, app, i);
	if (at->kind != TARGET_HEAD || i >= p->spec->ncolumns || at->mouse != MOUSE_PRESS)
		return REPLY_PASS;
	list_menu_sort_by(p, v, i);
	return REPLY_DONE;
}

bool list_screen_offers(const struct list_screen *p, enum action a)
{
	switch ((int)a) {
	case DO_PRINT:
	case DO_ADD:
	case DO_EDIT:
		return false;
	case DO_OPEN:
		return p->list.n > 0;
	case DO_FILTER:
	case DO_SORT:
	case DO_LIST_MENU:
		return p->nrows > 0;
	case DO_SORT_REVERSE:
		return p->list.sorted > 0;
	default:
		return true;
	}
}

void list_view_draw(const struct view *v, struct canvas *c)
{
	list_screen_draw(v->state, v, c, true);
}

enum reply list_view_key(struct view *v, struct app *app, const struct key *k)
{
	(void)app;
	return list_screen_key(v->state, v, k);
}

enum reply list_view_point(struct view *v, struct app *app, const struct point *at)
{
	return list_screen_point(v->state, v, app, at);
}

enum reply list_view_resume(struct view *v, struct app *app, const struct view_result *r)
{
	return list_screen_resume(v->state, v, app, r);
}

bool list_view_offers(const struct view *v, enum action a)
{
	return list_screen_offers(v->state, a);
}

void list_view_close(struct view *v)
{
	list_screen_free(v->state);
}
