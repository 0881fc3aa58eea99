/*
 * tab_progress.c - what the units have reported on an action, period by period, newest first. Of
 * the current period every unit has a row, so that a part that is missing is seen. Enter goes on
 * where the person may go on: to the form, to the review, or to reading.
 */
#include "tui/plan/action_tab.h"

#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/i18n.h"
#include "core/rule/lamp.h"
#include "core/text/utf8.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/draw/picture.h"
#include "tui/report/report_detail.h"
#include "tui/report/report_open.h"
#include "tui/report/report_parts.h"
#include "tui/plan/task_detail.h"

enum { FOOT_ROWS = 7, COURSE_MOST = 24 };

/* A report, or the place where one is missing. */
struct progress_row {
	const char *period, *unit;
	int64_t unit_id;
	enum role role;
	enum report_state state;
	const struct report_row *report;    /* NULL: missing */
	const struct report_part_row *part; /* of the current period; NULL: of an earlier one */
};

struct progress {
	VEC(struct progress_row) rows;
};

/* What a unit has reported from period to period, and what share of the year had passed when each
 * was due. */
struct course {
	int reported[COURSE_MOST], schedule[COURSE_MOST];
	size_t n;
};

enum { COL_PERIOD, COL_UNIT, COL_ROLE, COL_STATE, COL_BAR, COL_DONE };

static const struct list_column progress_columns[] = {
	[COL_PERIOD] = {N_("period"), LIST_TEXT, 0, 0, 0, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 0, 26, 0, 0},
	[COL_ROLE] = {N_("role"), LIST_TEXT, 0, 0, 0, 2},
	[COL_STATE] = {N_("report"), LIST_TEXT, 0, 0, 0, 0},
	[COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 1},
	[COL_DONE] = {N_("what was done"), LIST_TEXT, 14, 0, 1, 3},
};

static int state_style(enum report_state s)
{
	return s == REPORT_RETURNED ? STYLE_ERROR : s == REPORT_NONE ? STYLE_DIM : STYLE_NORMAL;
}

static void progress_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct progress_row *r = &((const struct progress *)rows)->rows.at[row];

	switch (column) {
	case COL_PERIOD:
		cell->text = r->period;
		break;
	case COL_UNIT:
		cell->text = r->unit;
		break;
	case COL_ROLE:
		cell->text = role_short(r->role);
		break;
	case COL_STATE:
		cell->text = report_state_label(r->state);
		cell->style = state_style(r->state);
		break;
	case COL_BAR:
		cell->percent = r->report ? r->report->percent : -1;
		break;
	default:
		cell->text = r->report ? r->report->done : "";
	}
}

/* Of one period and unit there is one row, whether it is a report or missing. */
static int64_t progress_id(const void *rows, size_t row)
{
	const struct progress_row *r = &((const struct progress *)rows)->rows.at[row];

	return list_text_id(r->period) ^ r->unit_id;
}

static const struct list_spec progress_spec = {
	.columns = progress_columns,
	.ncolumns = sizeof progress_columns / sizeof progress_columns[0],
	.cell = progress_cell,
	.id = progress_id,
	.empty =
		N_("No unit has reported, and none is asked to: there is no reporting period yet."),
};

static const struct report_row *report_of(const struct report_rows *reports, int64_t period_id,
					  int64_t unit_id)
{
	for (size_t i = 0; i < reports->n; i++) {
		const struct report_row *r = &reports->at[i];

		if (r->period_id == period_id && r->unit_id == unit_id)
			return r;
	}
	return NULL;
}

static bool has_row(const struct progress *p, const struct report_row *r)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		if (p->rows.at[i].report == r)
			return true;
	}
	return false;
}

static void add_report(struct arena *a, struct progress *p, const struct report_row *r)
{
	*vec_push(a, &p->rows) = (struct progress_row){
		.period = r->period_code,
		.unit = r->unit,
		.unit_id = r->unit_id,
		.role = r->role,
		.state = r->state,
		.report = r,
	};
}

/* A unit's part of the current period, whether it has reported or not. */
static void add_part(struct arena *a, struct progress *p, const struct action_screen *s,
		     const struct report_rows *reports, const struct report_part_row *part)
{
	const struct report_row *r = report_of(reports, s->period.id, part->unit_id);

	if (r)
		add_report(a, p, r);
	else
		*vec_push(a, &p->rows) = (struct progress_row){
			.period = s->period.code,
			.unit = part->unit,
			.unit_id = part->unit_id,
			.role = part->role,
			.state = REPORT_NONE,
		};
	p->rows.at[p->rows.n - 1].part = part;
}

/* Every unit that answers for the action; in the place of a collective one its members. */
static int add_current(const struct view *v, struct store *store, struct arena *a,
		       struct progress *p, const struct report_rows *reports, struct err *e)
{
	const struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct report_part_rows parts;

	if (!s->period.id)
		return 0;
	if (store_report_parts(store, a, &who, s->action_id, s->period.id, v->context->now.today,
			       &parts, e) < 0)
		return -1;
	for (size_t i = 0; i < parts.n; i++)
		add_part(a, p, s, reports, &parts.at[i]);
	return 0;
}

/* The first time, the cursor stands on the own part. */
static size_t progress_first(const struct view *v)
{
	const struct action_screen *s = v->state;
	const struct progress *p = s->rows;
	size_t i = 0;

	while (i < p->rows.n && (!s->item.unit_id || p->rows.at[i].unit_id != s->item.unit_id))
		i++;
	return i;
}

static int progress_load(struct view *v, struct store *store, struct err *e)
{
	struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct progress *p = arena_alloc(a, sizeof *p);
	struct report_rows reports = {0};

	if (store_report_list(store, a, &who, s->action_id, 0, &reports, e) < 0 ||
	    add_current(v, store, a, p, &reports, e) < 0)
		return -1;
	/* Earlier periods, and parts of units that are no longer assigned. */
	for (size_t i = 0; i < reports.n; i++) {
		if (!has_row(p, &reports.at[i]))
			add_report(a, p, &reports.at[i]);
	}
	s->rows = p;
	action_set_rows(v, NULL, p->rows.n);
	return 0;
}

static const struct progress_row *progress_current(const struct action_screen *s)
{
	const struct progress *p = s->rows;

	int i = action_row(s, ACTION_TAB_PROGRESS);

	return i < 0 ? NULL : &p->rows.at[i];
}

/* The oldest first, as time goes; a draft counts for nobody yet. */
static void course_of(const struct progress *p, int64_t unit_id, struct course *course)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row period;
	struct date first, last;

	course->n = 0;
	for (size_t i = p->rows.n; i-- > 0 && course->n < COURSE_MOST;) {
		const struct report_row *r = p->rows.at[i].report;

		if (!r || r->unit_id != unit_id || r->state == REPORT_DRAFT ||
		    period_read(&a, r->period_code, &period, &e) < 0)
			continue;
		course->reported[course->n] = r->percent;
		period_span(&period, &first, &last);
		course->schedule[course->n++] = lamp_elapsed(period.year, last);
	}
	arena_free(&a);
}

static void draw_values(struct canvas *c, int y, int x, const char *name, int style,
			const int *values, size_t n)
{
	canvas_text(c, y, 0, STYLE_DIM, name);
	x += 1 + picture_spark(c, y, x, c->cols - x - 6, style, values, n, 100);
	canvas_printf(c, y, x, STYLE_NORMAL, "%d%%", values[n - 1]);
}

/* Two pictures below each other: what was reported, and where it should have been. One value alone
 * has no course. */
static void draw_course(const struct progress *p, int64_t unit_id, struct canvas *c, int y)
{
	const char *reported = _("reported"), *schedule = _("time passed");
	int x = utf8_cols(reported), other = utf8_cols(schedule);
	struct course course;

	course_of(p, unit_id, &course);
	if (course.n < 2 || y + 2 > c->rows)
		return;
	x = (x > other ? x : other) + 2;
	draw_values(c, y, x, reported, STYLE_BAR, course.reported, course.n);
	draw_values(c, y + 1, x, schedule, STYLE_DIM, course.schedule, course.n);
}

/* Whose debt it is, and since when. */
static int draw_missing(const struct progress_row *r, struct canvas *c)
{
	struct arena a = ARENA_INIT;
	const char *text =
		r->part && r->part->owed
			? report_part_label(&a, r->part)
			: arena_printf(&a, _("%s has not reported in this period yet."), r->unit);
	int lines = canvas_paragraph(c, 0, 0, c->cols, c->rows,
				     r->part && r->part->days > 0 ? STYLE_ERROR : STYLE_DIM, text);

	arena_free(&a);
	return lines;
}

static void progress_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct progress *p = ((const struct action_screen *)v->state)->rows;
	const struct progress_row *r = &p->rows.at[row];
	int y = r->report ? report_detail_draw(r->report, v->context->session->same_limit, c)
			  : draw_missing(r, c);

	draw_course(p, r->unit_id, c, y + (c->rows >= FOOT_ROWS));
}

static void progress_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas foot = action_foot(c);

	progress_pane(v, row, &foot);
}

static const struct list_around progress_around = {
	.pane = progress_pane,
	.foot_rows = FOOT_ROWS,
	.foot = progress_foot,
	.first = progress_first,
	.name = "action-progress",
};

static bool is_editable(const struct view *v, const struct progress_row *r)
{
	if (!session_may(v->context, ACT_REPORT, r->unit_id))
		return false;
	return r->state == REPORT_NONE || r->state == REPORT_DRAFT || r->state == REPORT_RETURNED;
}

static void open_form(const struct action_screen *s, struct app *app, const struct progress_row *r)
{
	report_open_or_tell(app, 0,
			    &(struct request_things){.unit_id = r->unit_id,
						     .action_id = s->action_id,
						     .period_id = r->report ? r->report->period_id
									    : s->period.id,
						     .report_id = r->report ? r->report->id : 0});
}

static enum reply open_row(struct view *v, struct app *app, const struct progress_row *r)
{
	const struct action_screen *s = v->state;

	if (is_editable(v, r))
		open_form(s, app, r);
	else if (r->report)
		app_push(app, &view_review, &(struct view_args){.id = r->report->id});
	else
		app_info(app, _("%s has not reported in this period yet."), r->unit);
	return REPLY_DONE;
}

static enum reply progress_act(struct view *v, struct app *app, enum action a)
{
	const struct progress_row *r = progress_current(v->state);

	if (a == DO_OPEN && r)
		return open_row(v, app, r);
	return REPLY_PASS;
}

const struct action_tab_ops tab_progress = {
	.list = &progress_spec,
	.around = &progress_around,
	.load = progress_load,
	.act = progress_act,
};
