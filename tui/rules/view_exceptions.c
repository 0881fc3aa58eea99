/*
 * view_exceptions.c - a period for one unit alone: the units of the plan with what each has not
 * handed in for the period and the day that it was given beyond the last one. Enter gives a unit
 * such a day, or another one than it had.
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_task.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>

struct exceptions_view {
	struct list_screen screen;
	struct period_row period;
	int64_t period_id;
	struct unit_exception {
		const struct standing_row *unit;
		size_t nmissing;
		const struct exception_row *is; /* NULL: none */
	} * rows;
	struct date today;
};

enum { COL_UNIT, COL_MISSING, COL_UNTIL, COL_REASON };

static const struct list_column columns[] = {
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 16, 28, 1, 0},
	[COL_MISSING] = {N_("not handed in"), LIST_NUMBER, 0, 0, 0, 0},
	[COL_UNTIL] = {N_("may report until"), LIST_TEXT, 10, 0, 0, 0},
	[COL_REASON] = {N_("reason"), LIST_TEXT, 12, 0, 2, 1},
};

static void exception_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct exceptions_view *v = rows;
	const struct unit_exception *u = &v->rows[row];

	switch (column) {
	case COL_UNIT:
		cell->text = u->unit->unit;
		break;
	case COL_MISSING:
		snprintf(cell->buf, sizeof cell->buf, "%zu", u->nmissing);
		cell->text = u->nmissing ? cell->buf : none_sign();
		cell->rank = (int64_t)u->nmissing + 1;
		break;
	case COL_UNTIL:
		cell->text = u->is ? date_format(u->is->until, cell->buf) : "";
		cell->style =
			u->is && date_cmp(u->is->until, v->today) < 0 ? STYLE_DIM : STYLE_STRONG;
		break;
	default:
		cell->text = u->is ? u->is->reason : "";
	}
}

static int64_t exception_id(const void *rows, size_t row)
{
	return ((const struct exceptions_view *)rows)->rows[row].unit->unit_id;
}

static const struct list_spec exception_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = exception_cell,
	.id = exception_id,
	.empty = N_("No unit has a task in this plan yet."),
};

/* Who owes something is looked for. */
static size_t first_missing(const struct view *v)
{
	const struct exceptions_view *x = v->state;

	for (size_t i = 0; i < x->screen.nrows; i++)
		if (x->rows[i].nmissing)
			return i;
	return 0;
}

static const struct list_around exceptions_around = {.first = first_missing};

static int exceptions_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct exceptions_view *x = v->state;

	if (session_demand(v->context, ACT_PERIOD, 0, e) < 0)
		return -1;
	x->period_id = args->id;
	list_screen_init(&x->screen, &exception_spec);
	x->screen.around = &exceptions_around;
	return 0;
}

static const struct exception_row *exception_of(const struct exception_rows *rows,
						int64_t period_id, int64_t unit_id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].period_id == period_id && rows->at[i].unit_id == unit_id)
			return &rows->at[i];
	return NULL;
}

/* The units, what each has not handed in, and the exceptions there are. */
static int read_rows(struct view *v, struct exceptions_view *now, size_t *n, struct err *e)
{
	const struct app_context *c = v->context;
	struct arena *a = &v->arena;
	struct actor who = session_actor(c);
	struct standing_rows units;
	struct exception_rows given;

	if (store_period_get(c->store, a, now->period_id, &now->period, e) < 0 ||
	    store_standing_list(c->store, a, &who, now->period.plan_id, &c->session->rules,
				c->now.today, &units, e) < 0 ||
	    store_exception_list(c->store, a, &who, now->period.plan_id, 0, &given, e) < 0)
		return -1;
	now->rows = arena_alloc(a, (units.n + 1) * sizeof *now->rows);
	for (size_t i = 0; i < units.n; i++) {
		int64_t unit_id = units.at[i].unit_id;
		struct missing_rows missing;

		if (store_exception_missing(c->store, a, &who, now->period_id, unit_id, &missing,
					    e) < 0)
			return -1;
		now->rows[i] = (struct unit_exception){
			&units.at[i], missing.n, exception_of(&given, now->period_id, unit_id)};
	}
	*n = units.n;
	return 0;
}

static int exceptions_load(struct view *v, struct store *s, struct err *e)
{
	struct exceptions_view *x = v->state, now = *x;
	const char **find;
	size_t n = 0;

	(void)s;
	if (read_rows(v, &now, &n, e) < 0)
		return -1;
	find = arena_alloc(&v->arena, (n + 1) * sizeof *find);
	for (size_t i = 0; i < n; i++)
		find[i] = find_text(&v->arena, now.rows[i].unit->unit, now.rows[i].unit->pinyin);
	x->period = now.period;
	x->rows = now.rows;
	x->today = v->context->now.today;
	view_set_title(v, arena_printf(&v->arena, _("Exceptions for %s"), x->period.code));
	list_screen_set(&x->screen, v, x, find, n);
	return 0;
}

static enum reply exceptions_act(struct view *v, struct app *app, enum action a)
{
	struct exceptions_view *x = v->state;
	enum reply reply = list_screen_act(&x->screen, v, app, a);
	int i = list_screen_current(&x->screen);

	if (reply != REPLY_PASS || a != DO_OPEN || i < 0)
		return reply;
	app_push(app, &view_exception_form,
		 &(struct view_args){.id = x->period_id, .id2 = x->rows[i].unit->unit_id});
	return REPLY_DONE;
}

const struct view_ops view_exceptions = {
	.name = "exceptions",
	.title = N_("Exceptions for single units"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_PERIOD | CHANGE_REPORT | CHANGE_ASSIGNMENT | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct exceptions_view),
	.open = exceptions_open,
	.load = exceptions_load,
	.draw = list_view_draw,
	.act = exceptions_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_view_resume,
	.offers = list_view_offers,
	.close = list_view_close,
};
