/*
 * view_late.c - the reports that a unit may still hand in for a period that has closed for the
 * others: one line for each action whose report is missing. Enter opens its form for that period;
 * the last one handed in leads back. The lines that a unit's first screen shows of it stand here
 * too, and those of reports that came back after their period had closed.
 */
#include "tui/home/home_lines.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/change.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tui/part/list_screen.h"
#include "tui/report/late.h"
#include "tui/report/report_open.h"

#include <string.h>

enum { TAG_FORM = 1 };

struct late_view {
	struct list_screen screen;
	int64_t period_id, unit_id;
	struct missing_rows rows;
};

enum { COL_STATE, COL_NO, COL_ACTION };

static const struct list_column columns[] = {
	[COL_STATE] = {N_("report"), LIST_TEXT, 12, 20, 0, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 18, 0, 3, 0},
};

static void late_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct missing_row *r = &((const struct late_view *)rows)->rows.at[row];

	switch (column) {
	case COL_STATE:
		cell->text = report_state_label(r->state);
		cell->style = r->state == REPORT_RETURNED ? STYLE_ERROR : STYLE_NORMAL;
		cell->rank = (int64_t)r->state + 1;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	default:
		cell->text = r->action_title;
	}
}

static int64_t late_id(const void *rows, size_t row)
{
	return ((const struct late_view *)rows)->rows.at[row].action_id;
}

static const struct list_spec late_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = late_cell,
	.id = late_id,
	.empty = N_("All reports for this period are handed in."),
};

static int late_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct late_view *s = v->state;

	s->period_id = args->id;
	s->unit_id = session_unit(v->context, args->id2);
	if (session_demand(v->context, ACT_REPORT, s->unit_id, e) < 0)
		return -1;
	list_screen_init(&s->screen, &late_spec);
	return 0;
}

static void set_title(struct view *v, const struct period_row *p)
{
	char until[DATE_TEXT];

	view_set_title(v, arena_printf(&v->arena, _("Late reports for %1$s, until %2$s"), p->code,
				       date_format(p->closes, until)));
}

static int late_load(struct view *v, struct store *st, struct err *e)
{
	struct late_view *s = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct period_row period;
	struct missing_rows rows;

	if (store_period_for(st, a, s->period_id, s->unit_id, &period, e) < 0 ||
	    store_exception_missing(st, a, &who, s->period_id, s->unit_id, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = find_text(a, rows.at[i].action_title, rows.at[i].action_pinyin);
	s->rows = rows;
	set_title(v, &period);
	list_screen_set(&s->screen, v, s, find, rows.n);
	return 0;
}

static enum reply late_act(struct view *v, struct app *app, enum action act)
{
	struct late_view *s = v->state;
	enum reply reply = list_screen_act(&s->screen, v, app, act);
	int i = list_screen_current(&s->screen);

	if (reply != REPLY_PASS || act != DO_OPEN || i < 0)
		return reply;
	report_open_or_tell(app, TAG_FORM,
			    &(struct request_things){.unit_id = s->unit_id,
						     .action_id = s->rows.at[i].action_id,
						     .period_id = s->period_id});
	return REPLY_DONE;
}

int late_count(const struct app_context *c, int64_t period_id, int64_t unit_id)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err none = ERR_INIT;
	struct period_row p;
	struct missing_rows rows = {0};

	if (session_may(c, ACT_REPORT, unit_id) &&
	    store_period_for(c->store, &a, period_id, unit_id, &p, &none) == 0 &&
	    period_check_open(&p, c->now.today, &none) == 0)
		(void)store_exception_missing(c->store, &a, &who, period_id, unit_id, &rows, &none);
	arena_free(&a);
	return (int)rows.n;
}

static enum reply late_resume(struct view *v, struct app *app, const struct view_result *r)
{
	const struct late_view *s = v->state;
	enum reply reply = list_view_resume(v, app, r);

	if (reply != REPLY_PASS)
		return reply;
	/* Keeping a draft is a good result too. */
	if (r->ok && r->tag == TAG_FORM && !late_count(v->context, s->period_id, s->unit_id))
		app_finish(app, r);
	return REPLY_DONE;
}

const struct view_ops view_late = {
	.name = "late",
	.title = N_("Late reports"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_PERIOD | CHANGE_REPORT | CHANGE_PLAN | CHANGE_ASSIGNMENT | CHANGE_OTHERS,
	.state_size = sizeof(struct late_view),
	.open = late_open,
	.load = late_load,
	.draw = list_view_draw,
	.act = late_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = late_resume,
	.offers = list_view_offers,
	.close = list_view_close,
};

/* Whether the list below leads to the forms of that period anyway. */
static int is_running(const struct app_context *c, struct arena *a, const struct exception_row *x,
		      bool *running, struct err *e)
{
	struct period_row now;

	if (store_period_current(c->store, a, x->plan_id, c->now.today, &now, e) < 0)
		return -1;
	*running = now.id == x->period_id && period_state_on(&now, c->now.today) != PERIOD_CLOSED;
	return 0;
}

/* With its plan, where it is not the one that is worked on. */
static const char *period_name(struct arena *a, const char *plan, const char *period, bool own)
{
	return own ? period : arena_printf(a, "%s/%s", plan, period);
}

static void add_line(struct arena *a, const struct scene *sc, const struct exception_row *x,
		     int missing, struct home_lines *lines)
{
	const char *period = period_name(a, x->plan_code, x->period, x->plan_id == sc->plan.id);
	char until[DATE_TEXT];

	home_lines_add(
		a, lines, STYLE_STRONG,
		arena_printf(a,
			     Q_("You may still report for %1$s until %2$s: %3$d action",
				"You may still report for %1$s until %2$s: %3$d actions", missing),
			     period, date_format(x->until, until), missing),
		&view_late, (struct view_args){.id = x->period_id});
}

/* One line for the reports of a period that came back: what is asked for opens it for all. */
static void add_returned(struct arena *a, const struct scene *sc, const struct report_row *r, int n,
			 struct home_lines *lines)
{
	const char *period = period_name(a, r->plan_code, r->period_code,
					 strcmp(r->plan_code, sc->plan.code) == 0);
	const char *what = arena_printf(a, "%s %s", r->action_no, r->action_title);

	home_lines_add(
		a, lines, STYLE_ERROR,
		n == 1 ? arena_printf(a,
				      _("%1$s, returned, the period has closed; ask to report "
					"late: %2$s (%3$s)"),
				      period, what, r->reason)
		       : arena_printf(a,
				      Q_("%1$s, %2$d report returned, the period has closed; ask "
					 "to report late: %3$s …",
					 "%1$s, %2$d reports returned, the period has closed; ask "
					 "to report late: %3$s …",
					 n),
				      period, n, what),
		&view_request_form,
		(struct view_args){.tab = REQUEST_EXCEPTION, .id = r->period_id});
}

/* How many are of the period of rows->at[i]; 0: an earlier one has told of it. */
static int count_of_period(const struct report_rows *rows, size_t i)
{
	int n = 0;

	for (size_t k = 0; k < rows->n; k++) {
		if (rows->at[k].period_id != rows->at[i].period_id)
			continue;
		if (k < i)
			return 0;
		n++;
	}
	return n;
}

/* What came back too late to be handed in again as it is: Enter asks for what lifts that. */
static int add_stranded(const struct app_context *c, struct arena *a, const struct scene *sc,
			int64_t unit_id, struct home_lines *lines, struct err *e)
{
	struct actor who = session_actor(c);
	struct report_rows rows;

	if (store_report_stranded(c->store, a, &who, unit_id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		int n = count_of_period(&rows, i);

		/* that period's stand in the list below */
		if (n && rows.at[i].period_id != sc->period.id)
			add_returned(a, sc, &rows.at[i], n, lines);
	}
	return 0;
}

int home_late(const struct app_context *c, struct arena *a, const struct scene *sc,
	      struct home_lines *lines, struct err *e)
{
	int64_t unit_id = session_unit(c, 0);
	struct actor who = session_actor(c);
	struct exception_rows rows;

	if (!sc->plan.id || !unit_id || !session_may(c, ACT_REPORT, unit_id))
		return 0;
	if (store_exception_list(c->store, a, &who, 0, unit_id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		int missing = late_count(c, rows.at[i].period_id, unit_id);
		bool running = false;

		if (missing && is_running(c, a, &rows.at[i], &running, e) < 0)
			return -1;
		if (missing && !running)
			add_line(a, sc, &rows.at[i], missing, lines);
	}
	return add_stranded(c, a, sc, unit_id, lines, e);
}
