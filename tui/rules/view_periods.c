/*
 * view_periods.c - the reporting periods of the plan one works in. Tab adds the next one; Enter
 * opens the menu of one: its dates, closing it before its last day, opening it again,
 * more time for one unit.
 */
#include "tui/view/views.h"

#include "core/rule/period.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_period.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/list_screen.h"
#include "tui/app/session.h"
#include "tui/rules/period_unfinished.h"

enum { TAG_ADD = 1, TAG_DATES, TAG_LATER, TAG_MENU, TAG_CLOSE };
enum { ENTRY_DATES, ENTRY_CLOSE, ENTRY_REOPEN, ENTRY_EXCEPTIONS };

struct periods_view {
	struct list_screen screen;
	struct period_rows rows;
	const char **labels;
	struct date today;
	int64_t chosen;		    /* which one the menu is about */
	void (*go)(struct view *v); /* after the next load, or NULL */
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

/* The period that is reported on now is the one that is looked for. */
static void go_to_current(struct view *v)
{
	struct periods_view *p = v->state;

	for (size_t i = 0; i < p->rows.n; i++)
		if (period_state_on(&p->rows.at[i], p->today) == PERIOD_OPEN)
			list_screen_go(&p->screen, v, i);
}

static int periods_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct periods_view *p = v->state;

	(void)args;
	if (!v->context->session->plan_id)
		return err_set(e, ERR_STATE,
			       _("there is no plan yet; import one first with: duban import FILE"));
	p->go = go_to_current;
	list_screen_init(&p->screen, &period_spec);
	return 0;
}

static void go_to_newest(struct view *v)
{
	list_screen_go_newest(&((struct periods_view *)v->state)->screen, v);
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
	if (p->go)
		p->go(v);
	p->go = NULL;
	return 0;
}

static void values_of(const struct period_row *p, struct date today, struct arena *a,
		      struct form_row *to)
{
	char day[DATE_TEXT];

	*to = (struct form_row){.id = p->id, .version = p->version};
	form_row_add(a, to, _("opens"), date_format(p->opens, day));
	form_row_add(a, to, _("due"), date_format(p->due, day));
	form_row_add(a, to, _("closes"), date_format(p->closes, day));
	form_row_add(a, to, _("state"), period_state_label(period_state_on(p, today)));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct period_row row;

	if (store_period_get(v->context->store, a, id, &row, e) < 0)
		return -1;
	values_of(&row, v->context->now.today, a, to);
	return 0;
}

static void set_about(struct app *app, const struct period_row *row, struct date today)
{
	struct arena a = ARENA_INIT;
	struct form_row seen;

	values_of(row, today, &a, &seen);
	about_set(app, &seen);
	arena_free(&a);
}

/* What can be done with a period. */
static enum reply open_menu(struct periods_view *p, struct app *app, const struct period_row *row)
{
	bool closed = period_state_on(row, p->today) == PERIOD_CLOSED;
	char dates[KEY_LABEL], list[KEY_LABEL];
	struct arena a = ARENA_INIT;
	const struct menu_entry entries[] = {
		{_("Set the days on which it opens, is due and closes"),
		 keymap_first_key(app_keymap(app), DO_EDIT, dates), ENTRY_DATES, false},
		{closed ? _("Open it again") : _("Close it before its last day"), NULL,
		 closed ? ENTRY_REOPEN : ENTRY_CLOSE, false},
		{_("Give one unit more time"), NULL, ENTRY_EXCEPTIONS, false},
		list_menu_entry(app, list),
	};

	p->chosen = row->id;
	menu_open(app, TAG_MENU, arena_printf(&a, "%s (%s)", row->code, period_label(&a, row)),
		  entries, sizeof entries / sizeof entries[0]);
	set_about(app, row, p->today);
	arena_free(&a);
	return REPLY_DONE;
}

static const struct period_row *chosen(const struct periods_view *p)
{
	for (size_t i = 0; i < p->rows.n; i++)
		if (p->rows.at[i].id == p->chosen)
			return &p->rows.at[i];
	return NULL;
}

static enum reply ask_close(struct view *v, struct app *app, const struct period_row *row,
			    const struct view_result *answer)
{
	struct arena a = ARENA_INIT;
	struct period_unfinished n;
	struct err e = ERR_INIT;

	if (period_unfinished_count(v->context, &a, row->id, &n, &e) < 0) {
		app_error(app, &e);
	} else {
		dialog_agree(
			app, TAG_CLOSE, _("Close the period"),
			n.now ? arena_printf(&a,
					     _("No unit can report for %s any more. Reports still "
					       "owed: %d, by units: %d. Waiting for review: %d."),
					     row->code, n.nowed, n.nunits, n.nwaiting)
			      : arena_printf(&a,
					     _("No unit can report for %s any more. Waiting for "
					       "review: %d."),
					     row->code, n.nwaiting),
			_("Close it"));
		about_set(app, answer->about);
	}
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply open_form(struct app *app, int tag, int64_t period_id)
{
	app_push(app, &view_period_form, &(struct view_args){.tag = tag, .id = period_id});
	return REPLY_DONE;
}

typedef int period_write(struct store *s, const struct actor *who, int64_t period_id,
			 int64_t version, unsigned *changes, struct err *e);

static enum reply write_period(struct view *v, struct app *app, period_write *write,
			       const struct view_result *answer, const char *done)
{
	const struct period_row *row = chosen(v->state);
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (write(v->context->store, &who, about_id(answer), about_version(answer), &changes, &e) <
	    0)
		about_refused(app, answer, &e, read_row);
	else
		app_info(app, done, row ? row->code : "");
	app_changed(app, changes);
	return REPLY_DONE;
}

/* Past its last day it needs a later one. */
static enum reply reopen(struct view *v, struct app *app, const struct period_row *row,
			 const struct view_result *answer)
{
	if (date_cmp(v->context->now.today, row->closes) <= 0)
		return write_period(v, app, store_period_reopen, answer, _("%s is open again."));
	open_form(app, TAG_LATER, row->id);
	app_info(app, _("The last day of %s is past: set a later one."), row->code);
	return REPLY_DONE;
}

/* The form has just saved the last day: what it has saved is opened. */
static enum reply reopen_later(struct view *v, struct app *app)
{
	const struct period_row *row = chosen(v->state);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct form_row now;

	if (!row || !row->closed_early)
		return REPLY_RELOAD;
	if (read_row(v, row->id, &a, &now, &e) < 0)
		app_error(app, &e);
	else
		write_period(v, app, store_period_reopen, &(struct view_result){.about = &now},
			     _("%s is open again."));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply do_entry(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct period_row *row = chosen(v->state);

	if (!row)
		return REPLY_DONE;
	switch (answer->id) {
	case ENTRY_DATES:
		return open_form(app, TAG_DATES, row->id);
	case ENTRY_CLOSE:
		return ask_close(v, app, row, answer);
	case ENTRY_EXCEPTIONS:
		app_push(app, &view_exceptions, &(struct view_args){.id = row->id});
		return REPLY_DONE;
	default:
		return reopen(v, app, row, answer);
	}
}

static enum reply periods_act(struct view *v, struct app *app, enum action a)
{
	struct periods_view *p = v->state;
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	int i = list_screen_current(&p->screen);
	struct err e = ERR_INIT;

	if (reply != REPLY_PASS)
		return reply;
	if (a != DO_ADD_ROW && ((a != DO_OPEN && a != DO_EDIT) || i < 0))
		return REPLY_PASS;
	if (session_demand(v->context, ACT_PERIOD, 0, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	if (a == DO_OPEN)
		return open_menu(p, app, &p->rows.at[i]);
	return a == DO_EDIT ? open_form(app, TAG_DATES, p->rows.at[i].id)
			    : open_form(app, TAG_ADD, 0);
}

static enum reply periods_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct periods_view *p = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r);
	case TAG_CLOSE:
		return write_period(v, app, store_period_close, r, _("%s is closed."));
	case TAG_LATER:
		return reopen_later(v, app);
	case TAG_ADD:
		p->go = go_to_newest;
		return REPLY_RELOAD;
	default:
		return REPLY_RELOAD;
	}
}

static bool periods_offer(const struct view *v, enum action a)
{
	const struct periods_view *p = v->state;

	if (a == DO_ADD_ROW || a == DO_EDIT || a == DO_OPEN)
		return session_may(v->context, ACT_PERIOD, 0) && (a == DO_ADD_ROW || p->rows.n);
	return list_view_offers(v, a);
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
