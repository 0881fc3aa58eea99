/*
 * view_periods.c - the reporting periods of the plan one works in. Tab adds one by its code, from
 * which its dates follow; Enter closes one before its date.
 */
#include "tui/view/views.h"

#include "core/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/store_period.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"
#include "tui/app/session.h"

#include <stdio.h>

enum { TAG_ADD = 1, TAG_CLOSE };

struct periods_view {
	struct list_screen screen;
	struct period_rows rows;
	const char **labels;
	struct date today;
	int64_t closing;
	bool loaded;
};

enum { COL_CODE, COL_LABEL, COL_OPENS, COL_DUE, COL_CLOSES, COL_STATE };

static const struct list_column columns[] = {
	[COL_CODE] = {N_("code"), LIST_TEXT, 0, 10, 0, 0},
	[COL_LABEL] = {N_("period"), LIST_TEXT, 10, 0, 1, 1},
	[COL_OPENS] = {N_("opens"), LIST_TEXT, 10, 10, 0, 0},
	[COL_DUE] = {N_("due"), LIST_TEXT, 10, 10, 0, 0},
	[COL_CLOSES] = {N_("closes"), LIST_TEXT, 10, 10, 0, 0},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 0, 0, 0},
};

static void period_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct periods_view *v = rows;
	const struct period_row *p = &v->rows.at[row];

	switch (column) {
	case COL_CODE:
		cell->text = p->code;
		break;
	case COL_LABEL:
		cell->text = v->labels[row];
		break;
	case COL_OPENS:
		cell->text = date_format(p->opens, cell->buf);
		break;
	case COL_DUE:
		cell->text = date_format(p->due, cell->buf);
		break;
	case COL_CLOSES:
		cell->text = date_format(p->closes, cell->buf);
		break;
	default:
		cell->text = period_state_label(period_state_on(p, v->today));
		cell->rank = period_state_on(p, v->today) + 1;
	}
}

static int64_t period_id(const void *rows, size_t row)
{
	return ((const struct periods_view *)rows)->rows.at[row].id;
}

static const struct list_spec period_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = period_cell,
	.id = period_id,
	.empty = N_("No reporting period yet: nobody is asked for a report. Tab adds one."),
};

static int periods_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)args;
	list_screen_init(&((struct periods_view *)v->state)->screen, &period_spec);
	if (!v->context->session->plan_id)
		return err_set(e, ERR_STATE,
			       _("there is no plan yet; import one first with: duban import FILE"));
	return 0;
}

/* The period that is reported on now is the one that is looked for. */
static void go_to_current(struct view *v)
{
	struct periods_view *p = v->state;

	for (size_t i = 0; i < p->rows.n; i++)
		if (period_state_on(&p->rows.at[i], p->today) == PERIOD_OPEN)
			list_screen_go(&p->screen, v, i);
}

static int periods_load(struct view *v, struct store *s, struct err *e)
{
	struct periods_view *p = v->state;
	struct period_rows rows = {0};
	const char **labels;

	if (store_period_list(s, &v->arena, v->context->session->plan_id, &rows, e) < 0)
		return -1;
	labels = arena_alloc(&v->arena, (rows.n + 1) * sizeof *labels);
	for (size_t i = 0; i < rows.n; i++)
		labels[i] = period_label(&v->arena, &rows.at[i]);
	p->rows = rows;
	p->labels = labels;
	p->today = v->context->now.today;
	list_screen_set(&p->screen, v, p, labels, rows.n);
	if (!p->loaded)
		go_to_current(v);
	p->loaded = true;
	return 0;
}

static void ask_close(struct periods_view *p, struct app *app, const struct period_row *row)
{
	struct arena a = ARENA_INIT;

	p->closing = row->id;
	if (period_state_on(row, p->today) == PERIOD_CLOSED)
		app_info(app, _("%s is closed already."), row->code);
	else
		dialog_confirm(
			app, TAG_CLOSE, _("Close the period"),
			arena_printf(&a, _("No unit can report for %s any more."), row->code),
			_("Close it"), NULL);
	arena_free(&a);
}

static void ask_new(struct app *app, const char *code)
{
	dialog_ask(app, TAG_ADD, _("New reporting period"),
		   _("2026Q4 (quarter), 2026H2 (half-year), 2026-11 (month) or 2026 (year)"), code,
		   10);
}

static enum reply periods_act(struct view *v, struct app *app, enum action a)
{
	struct periods_view *p = v->state;
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	int i = list_screen_current(&p->screen);
	struct err e = ERR_INIT;

	if (reply != REPLY_PASS)
		return reply;
	if (a != DO_ADD_ROW && (a != DO_OPEN || i < 0))
		return REPLY_PASS;
	if (session_demand(v->context, ACT_PERIOD, 0, &e) < 0)
		app_error(app, &e);
	else if (a == DO_OPEN)
		ask_close(p, app, &p->rows.at[i]);
	else
		ask_new(app, "");
	return REPLY_DONE;
}

static enum reply periods_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct periods_view *p = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row new = {0};
	unsigned changes = 0;
	int rc;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	if (r->tag == TAG_CLOSE) {
		rc = store_period_close(v->context->store, &who, p->closing, &changes, &e);
	} else {
		rc = period_read(&a, r->text, &new, &e);
		new.plan_id = v->context->session->plan_id;
		if (rc == 0)
			rc = store_period_add(v->context->store, &who, &new, &changes, &e);
	}
	/* What was typed stays, to be corrected. */
	if (rc < 0 && r->tag == TAG_ADD)
		ask_new(app, r->text);
	if (rc < 0)
		app_error(app, &e);
	else
		app_info(app, "%s",
			 r->tag == TAG_CLOSE ? _("The period is closed.")
					     : _("The period is added."));
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

static bool periods_offer(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? session_may(v->context, ACT_PERIOD, 0) : list_view_offers(v, a);
}

const struct view_ops view_periods = {
	.name = "periods",
	.title = N_("Reporting periods"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_PERIOD | CHANGE_OTHERS,
	.state_size = sizeof(struct periods_view),
	.open = periods_open,
	.load = periods_load,
	.draw = list_view_draw,
	.act = periods_act,
	.key = list_view_key,
	.point = list_view_point,
	.offers = periods_offer,
	.resume = periods_resume,
	.close = list_view_close,
};
