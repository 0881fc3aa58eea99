/*
 * view_office.c - the office's first screen: how every unit stands in the current period, those
 * most in debt first, and the reports that wait for review. Side by side where there is room, else
 * one behind the other, as tabs.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_report.h"
#include "db/store_task.h"
#include "tui/part/columns.h"
#include "tui/part/filter.h"
#include "tui/part/list.h"
#include "tui/app/session.h"
#include "tui/part/tabs.h"
#include "tui/view/task_detail.h"

#include <stdio.h>

enum { PANE_UNITS, PANE_WAITING, NPANES };
enum { SIDE_BY_SIDE_FROM = 120, MOST_WAITING = 500 };

struct office {
	struct scene scene;
	struct standing_rows units;
	struct report_rows waiting;
	const struct standing_row **shown; /* units that the filter lets through */
	size_t nshown;
	struct tabs tabs; /* which pane has the keys */
	struct list lists[NPANES];
	struct columns columns[NPANES];
	struct filter filter;
};

static const char *const pane_labels[NPANES] = {
	[PANE_UNITS] = N_("who owes"),
	[PANE_WAITING] = N_("to review"),
};

enum { COL_UNIT, COL_OWED, COL_HANDED, COL_REVIEW, COL_RETURNED, COL_MISSING, COL_LATE, COL_LAMPS };

static const struct list_column unit_columns[] = {
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 16, 0, 1, 0},
	[COL_OWED] = {N_("owed"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_HANDED] = {N_("reported"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_REVIEW] = {N_("to review"), LIST_NUMBER, 4, 0, 0, 2},
	[COL_RETURNED] = {N_("returned"), LIST_NUMBER, 4, 0, 0, 3},
	[COL_MISSING] = {N_("missing"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_LATE] = {N_("late steps"), LIST_NUMBER, 4, 0, 0, 4},
	/* red, yellow, green in one column: three would be three words for one thing */
	[COL_LAMPS] = {N_("lamps r/y/g"), LIST_TEXT, 8, 0, 0, 1},
};

/* Nothing is a dot: the figures that matter stand out. */
static void number_cell(struct list_cell *cell, int n, int style)
{
	snprintf(cell->buf, sizeof cell->buf, "%d", n);
	cell->text = n ? cell->buf : "·";
	cell->style = n ? style : STYLE_DIM;
}

static void lamps_cell(struct list_cell *cell, const struct standing_row *u)
{
	snprintf(cell->buf, sizeof cell->buf, "%2d /%2d /%2d", u->lamps[LAMP_RED],
		 u->lamps[LAMP_YELLOW], u->lamps[LAMP_GREEN]);
	cell->text = cell->buf;
	for (int lamp = LAMP_RED; lamp > LAMP_GREY; lamp--) {
		if (u->lamps[lamp]) {
			cell->style = lamp_style((enum lamp)lamp);
			return;
		}
	}
	cell->style = STYLE_DIM;
}

static void unit_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct standing_row *u = ((const struct office *)rows)->shown[row];

	switch (column) {
	case COL_UNIT:
		cell->text = u->unit;
		break;
	case COL_OWED:
		number_cell(cell, u->owed, STYLE_NORMAL);
		break;
	case COL_HANDED:
		number_cell(cell, u->submitted + u->accepted, STYLE_NORMAL);
		break;
	case COL_REVIEW:
		number_cell(cell, u->submitted, STYLE_STRONG);
		break;
	case COL_RETURNED:
		number_cell(cell, u->returned, STYLE_NORMAL);
		break;
	case COL_MISSING:
		number_cell(cell, u->missing, STYLE_STRONG);
		break;
	case COL_LATE:
		number_cell(cell, u->milestones_overdue, STYLE_LAMP_RED);
		break;
	default:
		lamps_cell(cell, u);
	}
}

static const struct list_spec unit_spec = {
	.columns = unit_columns,
	.ncolumns = sizeof unit_columns / sizeof unit_columns[0],
	.cell = unit_cell,
	.empty = N_("No unit has these words in its name; Esc shows all again."),
};

enum { COL_SENT, COL_NO, COL_ACTION, COL_BY, COL_PERIOD, COL_BAR };

static const struct list_column waiting_columns[] = {
	[COL_SENT] = {N_("submitted"), LIST_TEXT, 0, 0, 0, 3},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 14, 0, 2, 0},
	[COL_BY] = {N_("unit"), LIST_TEXT, 12, 0, 1, 0},
	[COL_PERIOD] = {N_("period"), LIST_TEXT, 0, 0, 0, 2},
	[COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 1},
};

static void waiting_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct report_row *r = &((const struct office *)rows)->waiting.at[row];

	switch (column) {
	case COL_SENT:
		/* The day is enough here; the review shows the minute. */
		time_format_local(r->submitted_at, cell->buf);
		cell->buf[DATE_TEXT - 1] = '\0';
		cell->text = cell->buf;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	case COL_ACTION:
		cell->text = r->action_title;
		break;
	case COL_BY:
		cell->text = r->unit;
		break;
	case COL_PERIOD:
		cell->text = r->period_code;
		break;
	default:
		cell->percent = r->percent;
	}
}

static const struct list_spec waiting_spec = {
	.columns = waiting_columns,
	.ncolumns = sizeof waiting_columns / sizeof waiting_columns[0],
	.cell = waiting_cell,
	.empty = N_("No report waits for review."),
};

static bool side_by_side(const struct view *v)
{
	return v->cols >= SIDE_BY_SIDE_FROM;
}

static size_t office_page(const struct view *v)
{
	const struct office *o = v->state;

	return list_page(v->rows - 1 - (filter_shown(&o->filter) ? 1 : 0));
}

static void office_apply_filter(struct office *o)
{
	o->nshown = 0;
	for (size_t i = 0; i < o->units.n; i++) {
		if (filter_match(filter_text(&o->filter), o->units.at[i].unit))
			o->shown[o->nshown++] = &o->units.at[i];
	}
	list_set_rows(&o->lists[PANE_UNITS], o->nshown);
}

static int office_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct office *o = v->state;

	(void)args;
	(void)e;
	o->tabs = (struct tabs){pane_labels, NPANES, PANE_UNITS};
	filter_init(&o->filter);
	return 0;
}

static void office_close(struct view *v)
{
	filter_free(&((struct office *)v->state)->filter);
}

static int office_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct office *o = v->state;
	struct actor who = session_actor(c);
	struct arena *a = &v->arena;
	struct scene scene;
	struct standing_rows units = {0};
	struct report_rows waiting = {0};

	if (session_scene(c, a, &scene, e) < 0)
		return -1;
	if (scene.plan.id &&
	    (store_standing_list(s, a, &who, scene.plan.id, &c->session->rules, c->now.today,
				 &units, e) < 0 ||
	     store_report_waiting(s, a, &who, scene.plan.id, MOST_WAITING, &waiting, e) < 0))
		return -1;
	o->scene = scene;
	o->units = units;
	o->waiting = waiting;
	o->shown = arena_alloc(a, (units.n + 1) * sizeof *o->shown);
	for (size_t i = 0; i < units.n; i++)
		o->shown[i] = &o->units.at[i];
	columns_measure(&o->columns[PANE_UNITS], &unit_spec, o, units.n);
	columns_measure(&o->columns[PANE_WAITING], &waiting_spec, o, waiting.n);
	office_apply_filter(o);
	list_set_rows(&o->lists[PANE_WAITING], waiting.n);
	return 0;
}

static const char *office_advice(const struct office *o)
{
	if (!o->scene.plan.id)
		return _("There is no plan yet. Copy its document to this server, then press Enter "
			 "to "
			 "choose it; what is read of it is shown before anything is stored.");
	if (!o->units.n)
		return _("No unit answers for anything in this plan yet. Open an action from the "
			 "main menu (0 or F10), all actions, and press Enter to assign units.");
	return NULL;
}

static void draw_pane(const struct office *o, size_t pane, struct canvas *c)
{
	list_draw(&o->lists[pane], &o->columns[pane].spec, o, c, o->tabs.current == pane);
}

/* Units that have not handed in all that is asked of them. */
static size_t count_owing(const struct office *o)
{
	size_t n = 0;

	for (size_t i = 0; i < o->nshown; i++)
		n += o->shown[i]->owed > o->shown[i]->submitted + o->shown[i]->accepted;
	return n;
}

/* "who owes (16)   to review (3)": what the other pane holds is seen from this one. */
static void draw_panes_bar(const struct office *o, struct canvas *c)
{
	int x = 2;
	const size_t counts[NPANES] = {
		[PANE_UNITS] = count_owing(o), [PANE_WAITING] = o->waiting.n};

	for (size_t i = 0; i < NPANES; i++) {
		bool current = o->tabs.current == i;

		x += canvas_printf(c, 0, x, current ? STYLE_TAB_CURRENT : STYLE_TAB,
				   current ? "[%s %zu]" : " %s %zu ", _(pane_labels[i]), counts[i]);
		x += 2;
	}
	if (!o->scene.period.id)
		canvas_field(c, 0, x, c->cols - x, ALIGN_LEFT, STYLE_ERROR,
			     _("No reporting period yet: main menu, administration."));
}

static void office_draw(const struct view *v, struct canvas *c)
{
	const struct office *o = v->state;
	int rows = c->rows - 1 - (filter_shown(&o->filter) ? 1 : 0), half = c->cols * 6 / 11;
	struct canvas left = canvas_sub(c, 1, 0, rows, half - 1);
	struct canvas right = canvas_sub(c, 1, half + 1, rows, c->cols - half - 1);
	struct canvas whole = canvas_sub(c, 1, 0, rows, c->cols);

	if (office_advice(o)) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL, office_advice(o));
		return;
	}
	draw_panes_bar(o, c);
	if (side_by_side(v)) {
		draw_pane(o, PANE_UNITS, &left);
		canvas_vline(c, 1, half, rows, STYLE_DIM);
		draw_pane(o, PANE_WAITING, &right);
	} else {
		draw_pane(o, o->tabs.current, &whole);
	}
	if (filter_shown(&o->filter))
		filter_draw(&o->filter, c, c->rows - 1, o->nshown);
}

static enum reply open_row(struct view *v, struct app *app)
{
	const struct office *o = v->state;
	const struct list *l = &o->lists[o->tabs.current];

	if (!o->scene.plan.id)
		app_push(app, &view_import_files, NULL);
	if (!o->scene.plan.id || !l->n)
		return REPLY_DONE;
	if (o->tabs.current == PANE_UNITS)
		app_push(app, &view_home, &(struct view_args){.id = o->shown[l->cursor]->unit_id});
	else
		app_push(app, &view_review, &(struct view_args){.id = o->waiting.at[l->cursor].id});
	return REPLY_DONE;
}

static enum reply print_row(struct view *v, struct app *app)
{
	const struct office *o = v->state;
	const struct list *l = &o->lists[PANE_UNITS];

	app_push(app, &view_print,
		 &(struct view_args){.id = l->n ? o->shown[l->cursor]->unit_id : 0});
	return REPLY_DONE;
}

static enum reply office_act(struct view *v, struct app *app, enum action a)
{
	struct office *o = v->state;
	/* Words are looked for in the names of units. */
	enum filter_event f = a == DO_FILTER && o->tabs.current != PANE_UNITS
				      ? FILTER_PASS
				      : filter_act(&o->filter, a);

	if (f == FILTER_CHANGED)
		office_apply_filter(o);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	if (tabs_act(&o->tabs, a))
		return REPLY_DONE;
	if (list_act(&o->lists[o->tabs.current], a, office_page(v)) != LIST_PASS)
		return REPLY_DONE;
	if (a == DO_OPEN)
		return open_row(v, app);
	return a == DO_PRINT ? print_row(v, app) : REPLY_PASS;
}

static enum reply office_key(struct view *v, struct app *app, const struct key *k)
{
	struct office *o = v->state;
	size_t pane = o->tabs.current;
	enum filter_event f = filter_key(&o->filter, k);

	(void)app;
	if (f == FILTER_CHANGED)
		office_apply_filter(o);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_key(&o->lists[pane], k, &o->columns[pane].spec, o, office_page(v)) == LIST_PASS
		       ? REPLY_PASS
		       : REPLY_DONE;
}

const struct view_ops view_office = {
	.name = "office",
	.title = N_("Who owes, what waits"),
	.scope = SCOPE_OFFICE,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct office),
	.open = office_open,
	.load = office_load,
	.draw = office_draw,
	.act = office_act,
	.key = office_key,
	.close = office_close,
};
